"""The national table of inspections."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.measures import areas
from arising.reading.inspections.national import OUTCOMES as AREA_OUTCOMES
from arising.reading.inspections.opening import usual_name
from arising.reading.inspections.schemes import OUTCOMES
from arising.register.bodies.writing import DAY_HINT, DayField, Writing
from arising.register.improvement.forms.common import choose
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


class TypeOutcome(Writing):
    """The outcome of an area SEND inspection of another authority."""

    title = "Type in the outcome of an area SEND inspection"
    authority = forms.ChoiceField(label="Which authority was inspected?")
    outcome = forms.ChoiceField(label="What did it come to?")
    ends_on = DayField(label="On which day did the inspection end?", help_text=f"{DAY_HINT}.")
    source = forms.URLField(
        label="Where is the report published?", max_length=2000, assume_scheme="https",
        help_text="The address is kept and shown. It is not opened.",
    )  # fmt: skip
    field_order = ("authority", "outcome", "ends_on", "source")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["version"]
        known = sorted((usual_name(area), code) for code, area in areas.known().items() if area.level == "authority")
        listed = [(code, name) for name, code in known if code not in areas.former()]
        choose(self.fields["authority"], listed)
        choose(self.fields["outcome"], [(key, OUTCOMES[key]) for key in AREA_OUTCOMES.values()])
