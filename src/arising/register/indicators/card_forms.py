"""Forms in which somebody says what an indicator of a council's own counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import slugify

from arising.measures.cards import UNITS, Card
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Writing, not_too_large
from arising.register.indicators.column_forms import YEARS

_UNITS = [
    (each, {"percent": "percent (%)", "£": "pounds (£)", "count": "a plain number"}.get(each, each)) for each in UNITS
]
_PLAIN = (
    "name", "counts", "over", "clock", "unit", "polarity", "year", "taken", "limit", "release", "next_release",
    "suppression", "note", "source",
)  # fmt: skip
"""The fields of the form that are fields of a card as they stand."""


class Definition(Writing):
    """What an indicator counts, in the order in which a person would say it."""

    name = forms.CharField(
        label="What is it called?", max_length=300, help_text="For example: Early help plans that were reviewed in time"
    )
    counts = forms.CharField(
        label="What does it count?", max_length=500, help_text="For example: plans reviewed within 6 weeks"
    )
    over = forms.CharField(
        label="Over what?", max_length=500, required=False,
        help_text="For example: plans due for review in the month. Leave it empty for a plain number.",
    )  # fmt: skip
    clock = forms.CharField(
        label="From when to when does the clock run?", max_length=500, required=False,
        help_text="For example: From the day the plan was agreed to the day of the review.",
    )  # fmt: skip
    unit = forms.ChoiceField(label="In which unit?", choices=_UNITS)
    polarity = forms.ChoiceField(
        label="Which way is better?",
        choices=[
            ("increase", "Higher is better"), ("decrease", "Lower is better"), ("neutral", "Neither: it is context"),
        ],
    )  # fmt: skip
    year = forms.ChoiceField(
        label="Which kind of year is it counted by?", choices=YEARS,
        help_text="Its figures may be of months or quarters all the same.",
    )  # fmt: skip
    taken = forms.ChoiceField(
        label="How does a figure stand to its period?",
        help_text="No control chart is drawn where each figure holds part of the one before.",
        choices=[
            ("period", "It is what happened in the period"),
            ("snapshot", "It is how things stood on the last day"),
            ("rolling", "It is of a longer time that ends with the period"),
            ("cumulative", "It is all since the year began"),
        ],
    )  # fmt: skip
    signed = forms.ChoiceField(label="May it be below 0?", choices=[("", "No"), ("yes", "Yes")], required=False)
    limit = forms.CharField(
        label="Which limit does the law set?", max_length=500, required=False,
        help_text="With its source. For example: 20 weeks (the Act or the regulation, with its section)",
    )  # fmt: skip
    release = forms.CharField(
        label="Where is it published or reported?",
        max_length=300,
        help_text="For example: The council's monthly report",
    )
    next_release = forms.CharField(label="In which month is it published?", max_length=100, required=False)
    suppression = forms.CharField(label="What is kept back?", max_length=500, required=False)
    words = forms.CharField(
        label="How do minutes speak of it?", max_length=2000, required=False, widget=forms.Textarea,
        help_text="A phrase on each line. A figure beside all the words of one is held against this indicator.",
    )  # fmt: skip
    note = forms.CharField(
        label="What else should a reader know?", max_length=1000, required=False, widget=forms.Textarea
    )
    source = forms.CharField(
        label="Who says so?", max_length=500, required=False, help_text="The source of the definition."
    )

    @staticmethod
    def of(card: Card) -> dict[str, Any]:
        """What a card says now."""
        held = {name: getattr(card, name) for name in _PLAIN}
        return {**held, "signed": "yes" if card.signed else "", "words": "\n".join(card.words)}

    def told(self) -> dict[str, Any]:
        """What the form says, as a card's TOML table without variants and breaks."""
        data = self.cleaned_data
        said = {name: data[name].strip() for name in _PLAIN}
        words = [line.strip() for line in data["words"].splitlines() if line.strip()]
        return {**said, "signed": bool(data["signed"]), "words": words}


class AddOwn(Definition):
    """An indicator of a council's own."""

    title = "Add an indicator of the council’s own"
    button = "Add it"
    council = forms.ModelChoiceField(label="Council", queryset=Council.objects.none(), empty_label=None)
    field_order = ("council",)

    def __init__(self, data: Any = None, *, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class ChangeOwn(Definition):
    """What an indicator says otherwise than before."""

    title = "Change this indicator"
    since = forms.IntegerField(
        label="From which year does the changed definition hold?", required=False,
        help_text="The year in which its first period ends, such as 2025. Leave it empty where only the description "
        "changes. The definition before stays in sight.",
        error_messages={"invalid": "That is no year. Write it as 2025."},
    )  # fmt: skip
    why = forms.CharField(label="Why is it changed?", max_length=500)


class VariantForm(forms.Form):
    """One definition of an indicator."""

    key = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    name = forms.CharField(label="Definition", required=False, max_length=200)
    unit = forms.ChoiceField(label="Its unit", required=False, choices=[("", "The same as above"), *_UNITS])
    words = forms.CharField(
        label="Words by which minutes tell it from the others, with commas between", required=False, max_length=500
    )

    def told(self, card: Card | None) -> dict[str, Any] | None:
        """The variant as a TOML table; None where the form was left empty. What the form does not ask stays."""
        data = self.cleaned_data
        name = data.get("name", "").strip()
        if not name:
            return None
        held = next((each for each in card.variants if each.key == data["key"]), None) if card else None
        told: dict[str, Any] = {"key": held.key if held else slugify(name)[:60] or "all", "name": name}
        told["words"] = [word.strip() for word in data["words"].split(",") if word.strip()]
        if data["unit"]:
            told["unit"] = data["unit"]
        if held and held.note:
            told["note"] = held.note
        if held and held.place:
            told["place"] = {name: value for name, value in vars(held.place).items() if value}
        return told


class BreakForm(forms.Form):
    """A year from which on figures cannot be held against those before."""

    year = forms.IntegerField(
        label="From which year on?", required=False, min_value=1990, max_value=2100,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "That is no year. Write it as 2025."),
    )  # fmt: skip
    why = forms.CharField(label="Why can they not be compared?", required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if not self.errors and bool(data.get("year")) != bool(data.get("why", "").strip()):
            self.add_error("why" if data.get("year") else "year", "Give both the year and the reason, or neither.")
        return data


Variants = forms.formset_factory(VariantForm, extra=2, max_num=20)
Breaks = forms.formset_factory(BreakForm, extra=1, max_num=20)


def variants_of(card: Card) -> list[dict[str, Any]]:
    """The definitions of a card, for the form."""
    return [
        {"key": each.key, "name": each.name, "unit": each.unit or "", "words": ", ".join(each.words)}
        for each in card.variants
    ]  # fmt: skip


def breaks_of(card: Card) -> list[Mapping[str, Any]]:
    """The breaks of a card, for the form."""
    return [{"year": each.year, "why": each.why} for each in card.breaks]


class ImportCard(Writing):
    """An indicator as a file."""

    title = "Bring an indicator in from a file"
    button = "Bring it in"
    council = forms.ModelChoiceField(label="Council", queryset=Council.objects.none(), empty_label=None)
    file = forms.FileField(
        label="File", help_text="A TOML file, as the page of an indicator gives it.", validators=[not_too_large],
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Choose another one."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]
