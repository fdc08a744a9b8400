"""Forms of audits of practice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from arising.register.bodies.writing import DayField, Writing, not_too_large
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.tables import typed_teams


class AddAudits(Held):
    """The audits of a period, as they are planned."""

    title = "Plan audits of practice"
    name = forms.CharField(label="What are they called?", max_length=200, help_text="For example: Audits of May 2026.")
    starts_on = DayField(label="From which day?")
    ends_on = DayField(label="To which day?")
    planned = forms.CharField(
        label="How many are planned, by team?", required=False, max_length=20_000, widget=forms.Textarea,
        help_text="One team on each line, then a comma and the number. For example: North team, 12.",
    )  # fmt: skip
    called: ClassVar[dict[str, str]] = {"title": "name"}

    def clean_planned(self) -> dict[str, int]:
        return typed_teams(self.cleaned_data["planned"])


class BringAudits(Writing):
    """A file of what was graded."""

    title = "Bring in what was graded"
    button = "Look at it"
    file = forms.FileField(
        label="File", help_text="CSV or Excel, with counts alone. Nothing is stored before you have looked at it.",
        error_messages={"required": "Choose a file."},
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        not_too_large(file)
        return file


class StoreAudits(Writing):
    """What was looked at, to be stored. ``held`` is signed, so that what is stored is what was looked at."""

    button = "Store it"
    held = forms.CharField(widget=forms.HiddenInput)
    good = forms.TypedChoiceField(label="Which grade is the last that counts as good?", coerce=int)

    def __init__(self, data: Any = None, *, grades: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["good"].choices = [  # type: ignore[attr-defined]
            (at, grade) for at, grade in enumerate(grades[:-1], start=1)
        ]
