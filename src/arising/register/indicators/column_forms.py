"""Forms in which somebody says what the columns of a published file hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from arising.measures.periods import Kind
from arising.measures.published.looking import CODE, FIGURES, NAME, NOTHING, PERIOD, WORDS, Look
from arising.register.bodies.writing import Writing
from arising.register.indicators.models import Indicator, Layout

Choices = list[tuple[str, Any]]
YEARS = [
    (Kind.FINANCIAL_YEAR.value, "Financial years, from April to March"),
    (Kind.CALENDAR_YEAR.value, "Calendar years"),
    (Kind.ACADEMIC_YEAR.value, "School years, from September to August"),
    (Kind.YEAR_TO_SEPTEMBER.value, "Years to September"),
]
_ROLES = [
    (NOTHING, "Nothing that is wanted: leave it out"),
    (PERIOD, "The period"),
    (CODE, "The code of the area"),
    (NAME, "The name of the area"),
    (WORDS, "Words that tell rows apart"),
    (FIGURES, "Figures of no indicator"),
]


def definitions(indicators: Iterable[Indicator]) -> Choices:
    """Every definition of every indicator, by the keys of both, as a list to choose from."""
    return [
        (f"{each.key} {one.key}", f"{each.name}: {one.name}") for each in indicators for one in each.card.variants
    ]  # fmt: skip


class Chosen(forms.Select):
    """A list to choose from, as every page shows one."""

    def __init__(self, label: str) -> None:
        super().__init__(attrs={"class": "govuk-select", "aria-label": label})


class Columns(Writing):
    """What each column of a file holds. The column ``n`` is the field ``column-n``."""

    title = "Which column is which?"
    button = "Read it by this"
    name = forms.CharField(
        label="What is this layout called?", max_length=200,
        help_text="Later files with the same columns are read by it. For example: The region's rates of referral",
    )  # fmt: skip
    release = forms.CharField(
        label="Where is the file published?", max_length=200, help_text="The release, or the organisation.",
    )  # fmt: skip
    years = forms.ChoiceField(
        label="Which kind of year are its years?", choices=YEARS,
        help_text="Months, quarters and days are known by how they are written: Mar 2024, Q1 2023/24, 31/03/2024.",
    )  # fmt: skip
    licence = forms.CharField(
        label="Under which licence?", max_length=200, required=False,
        help_text="For example: Open Government Licence v3.0",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, look: Look, indicators: Iterable[Indicator], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.look = look
        choices = [("About the row", _ROLES[1:5]), ("Figures", [*_ROLES[5:], *definitions(indicators)])]
        for at, title in enumerate(look.titles):
            if title in look.to_tell:
                self.fields[f"column-{at}"] = forms.ChoiceField(
                    choices=[_ROLES[0], *choices], required=False, label=title, initial=look.seems(title),
                    widget=Chosen(f"What {title} holds"),
                )  # fmt: skip

    @property
    def rest(self) -> list[Any]:
        """The fields that are of no column."""
        return [self[name] for name in ("name", "release", "years", "licence")]

    @property
    def columns(self) -> list[tuple[str, Sequence[str], Any]]:
        """Each column: its title, what stands in its first rows, and the field where somebody has to say what it is."""
        return [
            (
                title,
                self.look.shown(title),
                self[name] if (name := f"column-{at}") in self.fields else None,
            )
            for at, title in enumerate(self.look.titles)
            if title
        ]

    def told(self) -> dict[str, str]:
        """What each column was said to hold."""
        told = {title: self.cleaned_data.get(f"column-{at}") for at, title in enumerate(self.look.titles)}
        return {title: role for title, role in told.items() if role is not None}


class Measures(Writing):
    """Which indicator each measure of the Local Authority Interactive Tool is. The measure ``n`` is ``measure-n``."""

    title = "Which indicator is each measure?"
    button = "Keep this"

    def __init__(
        self, data: Any = None, *, measures: Sequence[str], indicators: Iterable[Indicator], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.measures = measures
        choices = [("", "None that the register follows"), *definitions(indicators)]
        for at, measure in enumerate(measures):
            label = measure or "The measure without a name"
            self.fields[f"measure-{at}"] = forms.ChoiceField(
                choices=choices, required=False, label=label, widget=Chosen(f"Which indicator {label} is")
            )

    @property
    def columns(self) -> list[Any]:
        """The field of each measure."""
        return [self[f"measure-{at}"] for at in range(len(self.measures))]

    def told(self) -> dict[str, str]:
        """The definition that each measure was said to be, "" for none."""
        return {measure: self.cleaned_data.get(f"measure-{at}", "") for at, measure in enumerate(self.measures)}


class AddPlace(Writing):
    """Where a definition of an indicator stands in files of a layout."""

    title = "Which column is which indicator?"
    definition = forms.ChoiceField(label="Indicator and definition")
    value = forms.ChoiceField(label="Column with its figures")
    numerator = forms.ChoiceField(label="Column with what was counted", required=False)
    denominator = forms.ChoiceField(label="Column with what it was counted over", required=False)

    def __init__(
        self, data: Any = None, *, indicators: Iterable[Indicator], titles: Sequence[str],
        words: dict[str, list[str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        named = [(title, title) for title in titles]
        self.fields["definition"].choices = [("", "Choose one"), *definitions(indicators)]  # type: ignore[attr-defined]
        self.fields["value"].choices = [("", "Choose one"), *named]  # type: ignore[attr-defined]
        for name in ("numerator", "denominator"):
            self.fields[name].choices = [("", "None"), *named]  # type: ignore[attr-defined]
        self.titles = list(words)
        for at, title in enumerate(self.titles):
            self.fields[f"where-{at}"] = forms.ChoiceField(
                label=f"Rows where {title} is", required=False,
                choices=[("", "whatever: the row of all together counts"), *((word, word) for word in words[title])],
            )  # fmt: skip

    def where(self) -> dict[str, str]:
        """The words that the rows have."""
        told = {title: self.cleaned_data.get(f"where-{at}", "") for at, title in enumerate(self.titles)}
        return {title: word for title, word in told.items() if word}


class ChangeLayout(Writing):
    """How a layout is called, and where its files are published."""

    title = "Change what is said of this layout"
    name = forms.CharField(label="What is it called?", max_length=200)
    release = forms.CharField(label="Where are its files published?", max_length=200)
    licence = forms.CharField(label="Under which licence?", max_length=200, required=False)
    why = forms.CharField(label="Why is it changed?", max_length=500)

    @staticmethod
    def of(layout: Layout) -> dict[str, str]:
        """What it says now."""
        return {"name": layout.name, "release": layout.release, "licence": layout.licence}
