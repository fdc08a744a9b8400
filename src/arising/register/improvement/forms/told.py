"""Of which time something is told. Sent with GET, so that each has an address."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.register.bodies.writing import DayField
from arising.register.improvement.annual import Between


class Time(forms.Form):
    """A municipal year in which the body met, or any two days."""

    button = "Show this time"
    year = forms.ChoiceField(required=False, label="Which municipal year?")
    since = DayField(required=False, label="Or from")
    until = DayField(required=False, label="To")

    def __init__(self, data: Any, *, years: list[Between]) -> None:
        super().__init__(data, label_suffix="", auto_id="time-%s")
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", "The last in which it met"),
            *((each.since.isoformat(), f"{each.since.year}/{each.until.year % 100:02}") for each in years),
        ]
        self.years = {each.since.isoformat(): each for each in years}

    def chosen(self) -> dict[str, Any]:
        """The first and the last day; nothing where neither is asked for."""
        if not self.is_valid():
            return {}
        told = self.cleaned_data
        if told["since"] or told["until"]:
            return {"since": told["since"], "until": told["until"]}
        year = self.years.get(told["year"])
        return {"since": year.since, "until": year.until} if year else {}


class Months(forms.Form):
    """Of how many months it tells what is new."""

    button = "Show these months"
    months = forms.TypedChoiceField(
        required=False,
        label="What is new since when?",
        coerce=int,
        choices=[
            (1, "A month ago"),
            (3, "Three months ago"),
            (6, "Six months ago"),
            (12, "A year ago"),
            (24, "Two years ago"),
        ],
    )

    def __init__(self, data: Any, months: int) -> None:
        super().__init__(data or {"months": months}, label_suffix="", auto_id="time-%s")
        self.usual = months

    def chosen(self) -> int:
        """The months; those of the view where nothing that can be is asked for."""
        return (self.cleaned_data["months"] or self.usual) if self.is_valid() else self.usual
