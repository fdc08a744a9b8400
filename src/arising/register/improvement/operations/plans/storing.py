"""Doing what a workbook says, row by row."""

from __future__ import annotations

import re
from datetime import date

from django.db import transaction

from arising.register.accounts.history import Actor, save
from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Post
from arising.register.improvement.models import Action, Measure, Phase, Priority
from arising.register.improvement.operations.plans.actions import add_action, change_action, keep, locked
from arising.register.improvement.operations.plans.making import (
    add_phase,
    add_priority,
    change_priority,
    free_number,
)
from arising.register.improvement.operations.plans.measures import add_measure, change_measure
from arising.register.improvement.operations.plans.updates import (
    add_milestone,
    move_milestone,
    reach_milestone,
    say_update,
)
from arising.register.improvement.operations.plans.versions import take_up_again
from arising.register.improvement.queries.plans.differing import measure_changes, said_of
from arising.register.improvement.queries.plans.files import Look, Looking, RowFate
from arising.register.improvement.states import DONE
from arising.register.improvement.workbooks.rows import MeasureRow, PlanRow, number_in
from arising.register.indicators.models import Indicator

_KINDS = {str(kind.label): kind.value for kind in Measure.Kind}


class Storing:
    """Puts the rows of a workbook into its plan. ``held`` is what they were held against, ``on`` when the plan was
    agreed."""

    def __init__(self, held: Looking, on: date, actor: Actor) -> None:
        self.held, self.on, self.actor = held, on, actor
        self.plan = held.file.plan
        self.why = f"From {held.file.paper.name}"[:100]

    @transaction.atomic
    def store(self, look: Look) -> None:
        """Do what every row says."""
        self._make_way(look)
        self._priorities()
        for order, fate in enumerate(look.fates):
            action = self._action(fate)
            if action.order != order:
                action.order = order
                save(action, actor=self.actor, why=self.why)
            self._update(fate, action)
            self._milestones(fate.row, action)
            for told, known in self.held.measure_pairs(fate.row.measures, action=fate.action):
                self._measure(told, known, action.priority, action)
        for reference, measures in look.read.priority_measures.items():
            if (priority := self.held.priorities.get(reference.casefold())) is not None:
                for told, known in self.held.measure_pairs(measures, priority=priority):
                    self._measure(told, known, priority, None)

    def _make_way(self, look: Look) -> None:
        """Free the references that others will have: 3.2 may become 3.3 while 3.3 becomes 3.4."""
        becoming = {fate.action.pk: fate.reference for fate in look.fates if fate.action}
        for fate in look.fates:
            if fate.action is None or fate.action.reference == fate.reference:
                continue
            row = locked(fate.action, None)
            row.was = [*(each for each in row.was if each != row.reference), row.reference]
            row.reference = f"~{row.pk}"
            keep(row, actor=self.actor, why=f"{self.why}: it is {fate.reference} now"[:100])
        taken = {fate.reference.casefold() for fate in look.fates if fate.reference}
        for other in Action.objects.filter(plan=self.plan).exclude(pk__in=becoming):
            if other.reference.casefold() in taken:
                row = locked(other, None)
                row.was = [*row.was, row.reference]
                row.reference = self._free(f"{row.reference[:12]} (old)")
                keep(row, actor=self.actor, why=f"{self.why}: its reference is another’s now"[:100])

    def _free(self, reference: str) -> str:
        held = set(Action.objects.filter(plan=self.plan).values_list("reference", flat=True))
        perhaps = (reference, *(f"{reference[:17]} {at}" for at in range(2, 100)))
        return next(each for each in perhaps if each not in held)

    def _priorities(self) -> None:
        for row in self.held.read.rows:
            known = self.held.priority_of(row)
            title, outcome = row.priority, row.outcome
            if known is None:
                if row.priority or row.priority_reference:
                    self._new_priority(row.priority_reference, title or f"Priority {row.priority_reference}", outcome)
                continue
            if known.dropped_in_id is not None:
                known.dropped_in = None
                save(known, actor=self.actor, why=self.why)
            told = (title or known.title, outcome or known.outcome)
            if told != (known.title, known.outcome):
                changed = change_priority(
                    known, told[0], reference=known.reference, outcome=told[1], actor=self.actor, why=self.why
                )
                self.held.priorities[changed.reference.casefold()] = changed

    def _new_priority(self, reference: str, title: str, outcome: str) -> Priority:
        reference = reference or free_number(self.plan.priorities.all())
        made = add_priority(self.plan, title, reference=reference, outcome=outcome, actor=self.actor, why=self.why)
        self.held.priorities[reference.casefold()] = made
        return made

    def _priority(self, row: PlanRow) -> Priority:
        """The priority of a row; where none is named, one that is called like its sheet."""
        if known := self.held.priority_of(row):
            return known
        title = names.key(row.sheet)
        known = next((each for each in self.held.priorities.values() if names.key(each.title) == title), None)
        return known or self._new_priority("", row.sheet, "")

    def _action(self, fate: RowFate) -> Action:
        row, owner = fate.row, self._owner(fate.row.owner)
        if fate.action is None:
            return add_action(
                self._priority(row), row.title, reference=row.reference, phase=self._phase(row.phase), owner=owner,
                owner_words=row.owner if owner is None else "", starts_on=row.starts_on, due=row.due.day,
                first_due=row.first_due, due_words=row.due.words, actor=self.actor, why=self.why,
            )  # fmt: skip
        action = fate.action
        if action.dropped_in_id is not None:
            take_up_again(action, actor=self.actor, why=self.why)
        changed: dict[str, object] = {"title": row.title, "reference": fate.reference}
        if row.priority or row.priority_reference:
            changed["priority"] = self._priority(row)
        if row.phase:
            changed["phase"] = self._phase(row.phase)
        if row.owner and names.key(row.owner) != names.key(str(action.owner or action.owner_words)):
            changed |= {"owner": owner, "owner_words": row.owner if owner is None else ""}
        if row.starts_on:
            changed["starts_on"] = row.starts_on
        if row.due.words:
            changed["due_words"] = row.due.words
        row_now = locked(action, None)
        was = [each for each in row_now.was if not each.startswith("~")]
        told = {change.name for change in fate.changes}
        if "What will be done" not in told:
            changed["title"] = row_now.title
        done = change_action(action, changed, actor=self.actor, why=self.why)
        if done.was != was:
            done.was = was
            save(done, actor=self.actor, why=self.why)
        return done

    def _update(self, fate: RowFate, action: Action) -> None:
        """Say of an action what its row says anew: how it stands, its date, or only words."""
        row, told = fate.row, {change.name for change in fate.changes}
        due = row.due.day if fate.action is not None and "Due" in told else None
        is_said = bool(said_of(row)) and (fate.action is None or "Update" in told)
        if not (is_said or due or fate.state):
            return
        text = said_of(row) if is_said else f"As the plan that was agreed on {day_in_words(self.on)} has it."
        on = row.done_on if fate.state in DONE and row.done_on else row.updated_on or self.on
        on = min(on, self.on)
        if action.state_on and on < action.state_on and fate.state:
            on = action.state_on
        say_update(action, text, state=fate.state, due=due, on=on, actor=self.actor)

    def _milestones(self, row: PlanRow, action: Action) -> None:
        for told, known in self.held.milestone_pairs(row, action):
            one = known
            if one is None:
                one = add_milestone(action, told.title, due=told.first_due or told.due, actor=self.actor, why=self.why)
            if told.due and told.due != one.due:
                one = move_milestone(one, told.due, reason=self.why, actor=self.actor)
            if told.reached_on and told.reached_on != one.reached_on and told.reached_on <= self.on:
                reach_milestone(one, told.reached_on, actor=self.actor, why=self.why)

    def _measure(
        self, told: MeasureRow, known: Measure | None, priority: Priority, action: Action | None
    ) -> None:  # fmt: skip
        if known is not None:
            if changed := measure_changes(told, known):
                change_measure(known, changed, actor=self.actor, why=self.why)
            return
        kind = _KINDS.get(told.kind, Measure.Kind.WORDS.value)
        indicator = Indicator.objects.filter(key=told.indicator, council__in=[self.plan.council_id]).first()
        indicator = indicator or Indicator.objects.filter(key=told.indicator, council=None).first()
        if kind == Measure.Kind.INDICATOR and indicator is None:
            kind = Measure.Kind.WORDS.value
        elif not told.kind:
            kind = _kind_of(told.title)
        columns: dict[str, object] = {
            "action": action, "kind": kind, "title": told.title, "words": told.written,
            "baseline": number_in(told.baseline), "goal": number_in(told.goal), "baseline_on": told.baseline_on,
            "goal_by": told.goal_by,
        }  # fmt: skip
        if kind == Measure.Kind.INDICATOR:
            columns |= {"indicator": indicator, "variant": told.variant}
        add_measure(priority, columns, actor=self.actor, why=self.why)

    def _owner(self, words: str) -> Post | None:
        return Post.objects.filter(council=self.plan.council, key=names.key(words)).first() if words else None

    def _phase(self, title: str) -> Phase | None:
        if not title:
            return None
        known = next((each for each in self.plan.phases.all() if names.key(each.title) == names.key(title)), None)
        return known or add_phase(self.plan, title, actor=self.actor, why=self.why)


def _kind_of(title: str) -> str:
    """By what a measure of a council's workbook is counted, as far as its words say so."""
    words = names.key(title)
    if re.search(r"\baudit(?:s|ed)?\b|\bdip sample", words):
        return Measure.Kind.AUDIT.value
    if re.search(r"\bfeedback\b|\bsurveys?\b|\bvoice\b|\btell us\b|\breport that\b", words):
        return Measure.Kind.FEEDBACK.value
    return Measure.Kind.WORDS.value
