"""The national table of inspections."""

from __future__ import annotations

from typing import Any

from arising.register.bodies.writing import Writing
from arising.register.improvement.forms.papers import FileField


class BringNationalTable(Writing):
    """The table of every authority's latest grades."""

    title = "Bring in a national table"
    button = "Look at it"
    table = FileField(
        label="The table",
        help_text="Excel or CSV: the overview of children’s services or of area SEND that Data to Insight compiles.",
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["version"]
