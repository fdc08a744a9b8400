"""High-needs forecasts and outturns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from arising.measures.forecast.balances import PublishedBalance
from arising.measures.forecast.years import Year, told, year_of
from arising.register.accounts.audiences import Audience
from arising.register.bodies.models import Item
from arising.register.bodies.writing import DayField, Writing, not_too_large
from arising.register.improvement.forms.papers import Held

_POUNDS = {"invalid": "Give whole pounds, such as -20812345. A deficit has a minus."}


class KeepForecast(Held):
    """A forecast as its workbook has it."""

    title = "Add a high-needs forecast"
    file = forms.FileField(
        label="Workbook",
        help_text="Excel, as the empty workbook has it. Counts alone: nothing about single children.",
        error_messages={"required": "Choose the workbook.", "empty": "The file is empty. Choose another one."},
        validators=[not_too_large],
    )
    name = forms.CharField(
        label="What is it called?", max_length=300, required=False, help_text="Else as the workbook has it."
    )
    made_on = DayField(required=False, label="When was it made?", help_text="Else as the workbook has it.")
    made_by = forms.CharField(
        label="Who made it?", max_length=300, required=False, help_text="A post. Else as the workbook has it."
    )
    item = forms.ModelChoiceField(
        label="Which item of a meeting was told it?", queryset=Item.objects.none(), required=False,
        empty_label="None, or one that is not in the register",
    )  # fmt: skip
    told_to = forms.CharField(
        label="Who else was told it?", max_length=300, required=False, help_text="For example: Schools Forum"
    )
    called: ClassVar = {"title": "name"}

    def __init__(self, data: Any = None, *, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["audience"].initial = Audience.OFFICERS
        field = self.fields["item"]
        field.queryset = Item.objects.filter(pk__in=[each.pk for each in items])  # type: ignore[attr-defined]
        named = [(each.pk, f"{each.meeting}: {each}"[:160]) for each in items]
        field.choices = [("", field.empty_label), *named]  # type: ignore[attr-defined]


class AddOutturn(Held):
    """How a year ended."""

    title = "Say how a year ended"
    year = forms.CharField(label="Financial year", max_length=12, help_text="For example: 2024/25")
    cumulative = forms.IntegerField(
        label="Balance at its end, in pounds",
        help_text="A deficit with a minus: -20812345", error_messages=_POUNDS, localize=False,
    )  # fmt: skip
    in_year = forms.IntegerField(
        label="What the year added, in pounds", required=False, help_text="A deficit with a minus. It may be empty.",
        error_messages=_POUNDS,
    )  # fmt: skip
    source = forms.CharField(
        label="Where does that stand?", max_length=500, help_text="For example: statement of accounts 2024/25, page 31"
    )
    link = forms.URLField(label="Its address", required=False, max_length=2000, assume_scheme="https")

    def clean_year(self) -> Year:
        try:
            return year_of(str(self.cleaned_data["year"]))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class TakePublishedBalance(Held):
    """A year of which a share of its income was published, and the income."""

    title = "Take over how a year ended from what was published"
    year = forms.TypedChoiceField(label="Which year?", coerce=int)
    income = forms.IntegerField(
        label="Income of that year, in pounds", min_value=1,
        help_text="The dedicated schools grant and the other income of its account.", error_messages={
            "invalid": "Give whole pounds, such as 231500000.", "min_value": "Give whole pounds, such as 231500000.",
        },
    )  # fmt: skip
    income_source = forms.CharField(
        label="Where does that stand?", max_length=200, help_text="For example: statement of accounts 2024/25, page 31"
    )

    def __init__(self, data: Any = None, *, balances: Sequence[PublishedBalance], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        years = [(each.year, f"{told(each.year)}: {each.share}") for each in reversed(balances)]
        self.fields["year"].choices = years  # type: ignore[attr-defined]


class WithdrawForecast(Writing):
    """Why a forecast is held against nothing any more."""

    title = "Withdraw a forecast"
    button = "Withdraw it"
    why = forms.CharField(
        label="Why?", max_length=1000, widget=forms.Textarea,
        help_text="Everybody who sees the forecast reads this. The forecast itself stays.",
    )  # fmt: skip


class WhatItTakes(forms.Form):
    """By which year a plan is to balance and to be cleared. Sent with GET, so that each has an address."""

    by = forms.TypedChoiceField(required=False, label="By when?", coerce=int, empty_value=None)

    def __init__(self, data: Any, *, years: Sequence[Year]) -> None:
        super().__init__(data, label_suffix="", auto_id="takes-%s")
        self.fields["by"].choices = [(each, told(each)) for each in years]  # type: ignore[attr-defined]

    def chosen(self) -> Year | None:
        """The year that was asked for; a year that there is not asks for none."""
        self.is_valid()
        found: Year | None = self.cleaned_data.get("by")
        return found
