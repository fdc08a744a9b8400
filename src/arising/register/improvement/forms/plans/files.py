"""Forms of a workbook with a plan: choosing it, saying what its columns hold, what its words mean, storing it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from arising.register.bodies.writing import Writing, not_too_large
from arising.register.improvement.forms.common import choose, day, line
from arising.register.improvement.models import Action
from arising.register.improvement.queries import Look
from arising.register.improvement.queries.plans.files import NO_WORD
from arising.register.improvement.states import SHOWN_TO_WORK, State
from arising.register.improvement.workbooks.columns import ROLES
from arising.register.improvement.workbooks.reading import Table, Workbook
from arising.register.improvement.workbooks.rows import Layout
from arising.register.indicators.column_forms import Chosen


class BringPlan(Writing):
    """A workbook with a plan."""

    title = "Bring in a workbook with the plan"
    button = "Show what it holds"
    file = forms.FileField(
        label="Workbook", widget=forms.FileInput, max_length=200, validators=[not_too_large],
        help_text="An Excel workbook (.xlsx) or CSV, as the council keeps it. The titles of the columns need not be in "
        "the first row, and each priority may have a sheet of its own.",
    )  # fmt: skip


class PlanColumns(Writing):
    """What each column of each kind of table holds. Sheets with the same titles are asked about once."""

    title = "Which column is which?"
    button = "Read it by this"

    def __init__(self, data: Any = None, *, book: Workbook, layout: Layout, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.kinds: list[list[Table]] = []
        for table in book.tables:
            same = next((kind for kind in self.kinds if kind[0].like == table.like), None)
            if same is None:
                self.kinds.append([table])
            else:
                same.append(table)
        choices = [("", "Nothing that is wanted: leave it out"), *((role.key, role.words) for role in ROLES)]
        for at, kind in enumerate(self.kinds):
            roles = layout.get(kind[0].sheet, {}).get("roles", ())
            for number, table in enumerate(kind):
                taken = layout.get(table.sheet, {}).get("take", False)
                label = f"Read the sheet “{table.sheet}”"
                self.fields[f"take-{at}-{number}"] = forms.BooleanField(label=label, required=False, initial=taken)
            for place, title in enumerate(kind[0].titles):
                shown = title or f"Column {place + 1}"
                if title or kind[0].first_cells(place):
                    self.fields[f"column-{at}-{place}"] = forms.ChoiceField(
                        label=shown, choices=choices, required=False, widget=Chosen(f"What {shown} holds"),
                        initial=roles[place] if place < len(roles) else "",
                    )  # fmt: skip

    @property
    def tables(self) -> list[dict[str, Any]]:
        """Each kind of table: its sheets to be taken, and its columns with what stands in their first rows."""
        return [
            {
                "sheets": [self[f"take-{at}-{number}"] for number in range(len(kind))],
                "names": ", ".join(table.sheet for table in kind), "row": kind[0].row,
                "columns": [
                    (self[f"column-{at}-{place}"], kind[0].first_cells(place))
                    for place in range(len(kind[0].titles))
                    if f"column-{at}-{place}" in self.fields
                ],
            }
            for at, kind in enumerate(self.kinds)
        ]  # fmt: skip

    def told(self) -> Layout:
        """What was said of each sheet."""
        layout: Layout = {}
        for at, kind in enumerate(self.kinds):
            roles = [self.cleaned_data.get(f"column-{at}-{place}", "") for place in range(len(kind[0].titles))]
            for number, table in enumerate(kind):
                layout[table.sheet] = {"take": self.cleaned_data[f"take-{at}-{number}"], "roles": roles}
        return layout


class PlanWords(Writing):
    """What each word for how an action stands means. None means that an action worked."""

    title = "What do the words for how an action stands mean?"
    button = "Read them so"

    def __init__(self, data: Any = None, *, look: Look, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.words = [each.word for each in look.words_for_states]
        states = [(each.value, each.label) for each in State if each not in SHOWN_TO_WORK]
        for at, each in enumerate(look.words_for_states):
            state = State.DONE.value if each.state in SHOWN_TO_WORK else each.state
            field = self.fields[f"word-{at}"] = forms.ChoiceField(
                label=f"“{each.word}”", initial=state or NO_WORD, help_text=f"In {each.count} rows"
            )
            choose(field, [*states, (NO_WORD, "It says nothing of how far it is")])

    def told(self) -> dict[str, str]:
        """The state that each word was said to mean."""
        return {word: self.cleaned_data[f"word-{at}"] for at, word in enumerate(self.words)}


class PlanRenamed(Writing):
    """What actions are called now that the workbook does not name."""

    title = "Are some of them there under another reference?"
    button = "They are called so now"

    def __init__(self, data: Any = None, *, look: Look, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        new = [(each.reference, each.what[:110]) for each in look.new if each.reference]
        found = (each.action for each in look.fates if each.action is not None)
        self.actions = [*look.missing, *(one for one in found if str(one.pk) in look.file.renamed)]
        for one in self.actions:
            said = look.file.renamed.get(str(one.pk), "")
            own = [(said, f"{said} as said before")] if said else []
            field = self.fields[f"renamed-{one.pk}"] = forms.ChoiceField(
                label=f"{one.reference} {one.title[:110]}", required=False, initial=said
            )
            choose(field, [("", "It is not there: it is dropped"), *own, *new])

    def told(self) -> dict[int, str]:
        """The new reference of each action, "" for none."""
        return {one.pk: self.cleaned_data[f"renamed-{one.pk}"] for one in self.actions}


class StorePlan(Writing):
    """What is needed to store a workbook as the next version of the plan."""

    title = "Store it as the next version"
    button = "Store this version"
    agreed_on = day("When was this version of the plan agreed?", required=True)
    name = line("What is the version called?", required=False, longest=300)
    reason = line("Why was the plan refreshed?", "The first version needs no reason.", required=False)
    seen = forms.CharField(widget=forms.HiddenInput)
    called: ClassVar = {"title": "name"}

    def __init__(self, data: Any = None, *, look: Look, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"seen": look.seen, "agreed_on": timezone.localdate()})
        super().__init__(data, **kwargs)
        self.missing: Iterable[Action] = look.missing
        for one in self.missing:
            self.fields[f"dropped-{one.pk}"] = line(f"Why is {one.reference} dropped? {one.title[:110]}", longest=1000)
        self.order_fields(
            [*(name for name in self.fields if name.startswith("dropped")), "agreed_on", "name", "reason"]
        )

    def dropped(self) -> dict[int, str]:
        """The reason for each action that is not in the workbook."""
        return {one.pk: self.cleaned_data[f"dropped-{one.pk}"] for one in self.missing}
