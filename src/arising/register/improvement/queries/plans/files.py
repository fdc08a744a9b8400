"""A workbook that waits: what it would change in its plan, row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, ImprovementPlan, Measure, Milestone, PlanFile, Priority, Update
from arising.register.improvement.queries.plans.differing import (
    OTHER,
    SAME,
    likeness,
    measure_changes,
    milestone_shown,
    said_of,
    shown,
)
from arising.register.improvement.states import SHOWN_TO_WORK, State, rank
from arising.register.improvement.versions import Difference
from arising.register.improvement.workbooks import states
from arising.register.improvement.workbooks.reading import Workbook, workbook
from arising.register.improvement.workbooks.rows import (
    Fault,
    Layout,
    MeasureRow,
    MilestoneRow,
    PlanRow,
    Read,
    layout_seems,
    rows,
)
from arising.register.programme.tracker.cells import alike
from arising.register.record.operations import files as kept_files

NO_WORD = "leave"
"""What is said of a word for how an action stands that says nothing of it."""


@dataclass(frozen=True)
class RowFate:
    """What would become of a row: ``new``, ``changed`` or ``kept``, with each change before and after.

    ``action`` is the one that it is about; ``notes`` say what of it is not taken, and why.
    """

    kind: str
    row: PlanRow
    reference: str
    action: Action | None
    changes: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    state: str = ""

    @property
    def what(self) -> str:
        """The row in a few words."""
        return f"{self.reference} {self.row.title}".strip()

    @property
    def state_in_words(self) -> str:
        """The state that it would bring its action to; "" where it says nothing of it."""
        return str(State(self.state).label) if self.state else ""


@dataclass(frozen=True)
class Word:
    """A word for how an action stands, how often it is there, what it is read as, and whether a person said so."""

    word: str
    count: int
    state: str
    is_said: bool

    @property
    def label(self) -> str:
        """The state in words."""
        return str(State(self.state).label) if self.state in State.values else "not read as anything"


@dataclass(frozen=True)
class Look:
    """What a workbook would change in its plan."""

    file: PlanFile
    fates: tuple[RowFate, ...]
    missing: tuple[Action, ...]
    faults: tuple[Fault, ...]
    words_for_states: tuple[Word, ...]
    left: tuple[str, ...]
    others: tuple[str, ...]
    read: Read
    priorities: tuple[Difference, ...] = field(default=())

    def of_kind(self, kind: str) -> list[RowFate]:
        return [each for each in self.fates if each.kind == kind]

    @property
    def new(self) -> list[RowFate]:
        return self.of_kind("new")

    @property
    def changed(self) -> list[RowFate]:
        return self.of_kind("changed")

    @property
    def kept(self) -> list[RowFate]:
        return self.of_kind("kept")

    @property
    def words(self) -> str:
        """The answer in a sentence or two."""
        told = (
            (len(self.new), "is new", "are new"), (len(self.changed), "would change", "would change"),
            (len(self.kept), "stays as it is", "stay as they are"),
        )  # fmt: skip
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in told if count]
        said = f"Of the actions in the file, {', '.join(parts)}." if parts else "The file holds no action."
        if count := len(self.missing):
            said += f" {count} of the plan {'is' if count == 1 else 'are'} not in the file."
        if count := len(self.faults):
            said += f" {count} row{' has' if count == 1 else 's have'} something wrong and would stay out."
        return said

    @property
    def seen(self) -> str:
        """A short name for what would be stored, by which it is known again."""
        told = [
            (each.kind, each.row, each.reference, each.action and each.action.pk, each.changes, each.state)
            for each in self.fates
        ]
        told_of = (told, [each.pk for each in self.missing], self.priorities, self.read.priority_measures)
        return hashlib.sha256(repr(told_of).encode()).hexdigest()


def plan_file(user: Reader, pk: int) -> PlanFile:
    """A workbook that was brought in. Raises PlanFile.DoesNotExist for whoever does not keep its plan."""
    found = PlanFile.objects.select_related("plan__council", "paper", "version", "brought_by").get(pk=pk)
    seen = ImprovementPlan.objects.visible_to(user).filter(pk=found.plan_id).exists()
    if user is None or not seen or not user.has_perm("improvement.keep", found.plan.council):
        raise PlanFile.DoesNotExist
    return found


def plan_files(user: Reader, of: ImprovementPlan) -> QuerySet[PlanFile]:
    """The workbooks that wait to be stored, for those who keep the plan."""
    keeps = user is not None and user.has_perm("improvement.keep", of.council)
    waiting = PlanFile.objects.filter(plan=of, version=None).select_related("paper")
    return waiting if keeps else waiting.none()


def book_of(file: PlanFile) -> Workbook:
    """The tables of a workbook. Raises NotAPlan."""
    return workbook(kept_files.path_of(file.paper.sha256).read_bytes(), file.paper.name)


def layout_of(file: PlanFile, book: Workbook) -> Layout:
    """What the columns of a workbook are said to hold, or seem to."""
    return {**layout_seems(book), **file.columns}


def look(user: Reader, pk: int) -> Look:
    """What a workbook would change. Raises PlanFile.DoesNotExist and NotAPlan."""
    file = plan_file(user, pk)
    book = book_of(file)
    return Looking(file, rows(book, layout_of(file, book)), book.others).look()


class Looking:
    """Holds the rows of a workbook against the plan as it stands."""

    def __init__(self, file: PlanFile, read: Read, others: tuple[str, ...]) -> None:
        self.file, self.read, self.others = file, read, others
        self.actions = list(
            Action.objects.filter(plan=file.plan).select_related("priority", "phase", "owner", "plan").order_by("order")
        )
        self.by_reference = {each.reference.casefold(): each for each in self.actions}
        self.faults = list(read.faults)

    def look(self) -> Look:
        matched = self._matched()
        taken = {each.pk for each in matched.values()}
        # a row with something wrong in it stays out, and its action in the plan
        wrong = (self.by_reference.get(each.reference.casefold()) for each in self.read.faults if each.reference)
        taken |= {each.pk for each in wrong if each is not None}
        fates = tuple(
            fate for at, row in enumerate(self.read.rows) if (fate := self._fate(row, matched.get(at))) is not None
        )
        missing = tuple(each for each in self.actions if each.dropped_in_id is None and each.pk not in taken)
        return Look(
            self.file, fates, missing, tuple(self.faults), tuple(self._words()), self.read.left, self.others, self.read,
            tuple(self._priorities()),
        )  # fmt: skip

    def _matched(self) -> dict[int, Action]:
        """The action that each row is about, by the place of the row. What is said to have been called otherwise comes
        first, then the references as they are, then what has no reference and says the same."""
        found: dict[int, Action] = {}
        renamed = {new.casefold(): int(number) for number, new in self.file.renamed.items()}
        by_pk = {each.pk: each for each in self.actions}
        for at, row in enumerate(self.read.rows):
            own = self.by_reference.get(row.reference.casefold())
            said = by_pk.get(renamed.get(row.reference.casefold(), 0))
            was = self.by_reference.get(row.was.casefold()) if row.was else None
            if said is None and was is not None and not (own is not None and own.was[-1:] == [row.was]):
                said = was
            if said is not None and said not in found.values():
                found[at] = said
        for at, row in enumerate(self.read.rows):
            own = self.by_reference.get(row.reference.casefold()) if row.reference else None
            if own is not None and own.dropped_in_id is not None and likeness(own.title, row.title) < SAME:
                # a reference of an action that was dropped is given to another one
                own = None
            if at not in found and own is not None and own not in found.values():
                found[at] = own
        free = {names.key(each.title): each for each in self.actions if each not in found.values()}
        for at, row in enumerate(self.read.rows):
            if at not in found and not row.reference and (one := free.pop(names.key(row.title), None)):
                found[at] = one
        return found

    def _fate(self, row: PlanRow, action: Action | None) -> RowFate | None:
        starts = row.starts_on or (action.starts_on if action else None)
        due = row.due.day or (action.due if action else None)
        if starts and due and due < starts:
            line = f"It is due on {day_in_words(due)}, before it starts on {day_in_words(starts)}. Put a day right"
            self.faults.append(Fault(row.sheet, row.number, "Due", line))
            return None
        state, notes = self._state(row, action)
        if action is None:
            return RowFate("new", row, row.reference, None, (), tuple(notes), state)
        changes = tuple(self._changes(row, action, state))
        if row.first_due and action.first_due and row.first_due != action.first_due:
            notes.append(f"It was first due on {day_in_words(action.first_due)}. That stays.")
        if likeness(action.title, row.title) < OTHER:
            notes.append("It says something quite different than before. Is it the same action?")
        if action.dropped_in_id is not None:
            notes.append("It was dropped from the plan before, and is taken up again.")
        kind = "changed" if changes or action.dropped_in_id is not None else "kept"
        return RowFate(kind, row, row.reference or action.reference, action, changes, tuple(notes), state)

    def _state(self, row: PlanRow, action: Action | None) -> tuple[str, list[str]]:
        """The state that a row brings its action to, "" for none, and what of its word is not taken."""
        if not row.state:
            return "", []
        told = self.state_of(row.state)
        before = action.state if action else State.NOT_STARTED.value
        if not told:
            return "", [f"“{row.state}” is not read as anything. How it stands is not changed."]
        notes = []
        if told in SHOWN_TO_WORK and rank(told) > rank(before):
            notes.append(f"“{row.state}” is taken as done: that it worked is said on its page, from evidence.")
            told = State.DONE.value
        if rank(told) < rank(before):
            label = State(before).label.lower()
            notes.append(f"“{row.state}”, but here it is {label}. That is taken back on its page, with the reason.")
            return "", notes
        return (told if told != before else ""), notes

    def state_of(self, word: str) -> str:
        """The state that a word is read as; "" for none."""
        said = self.file.states.get(states.bare(word))
        return "" if said == NO_WORD else said or states.seems(word)

    def _words(self) -> Iterator[Word]:
        counts: dict[str, tuple[str, int]] = {}
        for word, count in self.read.words.items():
            shown, before = counts.get(states.bare(word), (word, 0))
            counts[states.bare(word)] = (shown, before + count)
        for bare, (word, count) in counts.items():
            yield Word(word, count, self.state_of(word), bare in self.file.states)

    def _changes(self, row: PlanRow, action: Action, state: str) -> Iterator[Difference]:
        if row.reference and row.reference != action.reference:
            yield Difference("Reference", action.reference, row.reference)
        if not alike(row.title, action.title):
            yield Difference("What will be done", action.title, row.title)
        if (row.priority or row.priority_reference) and self.priority_of(row) != action.priority:
            yield Difference("Priority", str(action.priority), f"{row.priority_reference} {row.priority}".strip())
        if row.phase and names.key(row.phase) != names.key(str(action.phase or "")):
            yield Difference("Phase", str(action.phase or "none"), row.phase)
        owner = str(action.owner or action.owner_words)
        if row.owner and names.key(row.owner) != names.key(owner):
            yield Difference("Owner", owner or "nobody", row.owner)
        if row.starts_on and row.starts_on != action.starts_on:
            yield Difference("Starts", shown(action.starts_on), shown(row.starts_on))
        if row.due.day and row.due.day != action.due:
            yield Difference("Due", shown(action.due), shown(row.due.day))
        if row.due.words and not alike(row.due.words, action.due_words):
            yield Difference("When, as written", action.due_words or "nothing", row.due.words)
        if state:
            yield Difference("State", State(action.state).label, State(state).label)
        if (said := said_of(row)) and not any(alike(said, each) for each in self.updates.get(action.pk, ())):
            yield Difference("Update", "nothing", said)
        yield from self._milestones(row, action)
        yield from self._measures(row.measures, action=action)

    def _milestones(self, row: PlanRow, action: Action) -> Iterator[Difference]:
        for told, known in self.milestone_pairs(row, action):
            if known is None:
                yield Difference("Milestones", "nothing", told.title)
            elif (told.due and told.due != known.due) or (told.reached_on and told.reached_on != known.reached_on):
                yield Difference(f"Milestone “{known.title}”", milestone_shown(known), milestone_shown(told))

    def milestone_pairs(self, row: PlanRow, action: Action) -> list[tuple[MilestoneRow, Milestone | None]]:
        """Each milestone of a row, with the one of the action that says the same."""
        known = {names.key(each.title): each for each in self.milestones.get(action.pk, ())}
        return [(each, known.get(names.key(each.title))) for each in row.milestones]

    def measure_pairs(
        self, told: Iterable[MeasureRow], *, action: Action | None = None, priority: Priority | None = None
    ) -> list[tuple[MeasureRow, Measure | None]]:
        """Each measure of a row, or of a whole priority, with the one of the plan of the same name."""
        held = self.measures.get(action.pk if action else -(priority.pk if priority else 0), [])
        known = {names.key(each.title): each for each in held}
        return [(each, known.get(names.key(each.title))) for each in told]

    def _measures(
        self, told: Iterable[MeasureRow], *, action: Action | None = None, priority: Priority | None = None
    ) -> Iterator[Difference]:
        for one, known in self.measure_pairs(told, action=action, priority=priority):
            if known is None:
                yield Difference("Measures", "nothing", one.title)
            for name, value in (measure_changes(one, known) if known else {}).items():
                before = getattr(known, name)
                yield Difference(f"Measure “{one.title}”, {name.replace('_', ' ')}", shown(before), shown(value))

    def priority_of(self, row: PlanRow) -> Priority | None:
        """The priority of the plan that a row stands under; None for one that is new, or where none is named."""
        if row.priority_reference:
            return self.priorities.get(row.priority_reference.casefold())
        title = names.key(row.priority)
        return next((each for each in self.priorities.values() if names.key(each.title) == title), None)

    def _priorities(self) -> Iterator[Difference]:
        met: set[int] = set()
        for row in self.read.rows:
            one = self.priority_of(row)
            if one is None or one.pk in met:
                continue
            met.add(one.pk)
            if row.priority and not alike(row.priority, one.title):
                yield Difference(f"Priority {one.reference}", one.title, row.priority)
            if row.outcome and not alike(row.outcome, one.outcome):
                yield Difference(f"Outcome wanted of priority {one.reference}", one.outcome or "nothing", row.outcome)

    @cached_property
    def priorities(self) -> dict[str, Priority]:
        return {each.reference.casefold(): each for each in Priority.objects.filter(plan=self.file.plan)}

    @cached_property
    def updates(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for pk, text in Update.objects.filter(action__plan=self.file.plan).values_list("action_id", "text"):
            found.setdefault(pk, []).append(text)
        return found

    @cached_property
    def milestones(self) -> dict[int, list[Milestone]]:
        found: dict[int, list[Milestone]] = {}
        for each in Milestone.objects.filter(action__plan=self.file.plan):
            found.setdefault(each.action_id, []).append(each)
        return found

    @cached_property
    def measures(self) -> dict[int, list[Measure]]:
        found: dict[int, list[Measure]] = {}
        for each in Measure.objects.filter(priority__plan=self.file.plan):
            found.setdefault(each.action_id or -each.priority_id, []).append(each)
        return found


def looking(file: PlanFile) -> tuple[Looking, Look]:
    """What a workbook would change, and what it was held against. Whoever may store it asks. Raises NotAPlan."""
    book = book_of(file)
    held = Looking(file, rows(book, layout_of(file, book)), book.others)
    return held, held.look()
