"""A plan as it is given out: the rows of its workbook and of its CSV, as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Measure
from arising.register.improvement.queries.plans.lines import Line, actions_of, lines
from arising.register.improvement.queries.plans.pages import plan
from arising.register.improvement.workbooks.writing import Cell, Sheets

CSV_TITLES = (
    "Reference", "Was", "Priority", "Phase", "Action", "Owner", "Starts", "First due", "Due", "When, as written",
    "State", "In this state since", "Done on", "Days overdue", "How it stands", "Latest update", "Updated on",
    "Measures", "Evidence", "Answers", "Page",
)  # fmt: skip


def sheets(user: Reader, pk: int, site: str = "") -> Sheets:
    """A plan as the sheets of a workbook; ``site`` is put before addresses. Raises ImprovementPlan.DoesNotExist."""
    of = plan(user, pk)
    held = lines(user, actions_of(user, of))
    measures = Measure.objects.visible_to(user).filter(priority__plan=of, priority__dropped_in=None)
    measures = measures.select_related("priority", "action", "indicator").order_by("priority__order", "order", "pk")
    shown = {line.action.pk for line in held}
    return Sheets(
        title=of.title,
        made=f"{of.title}, taken out of the register on {day_in_words(held[0].today)}." if held else of.title,
        actions=[_row(line, site) for line in held],
        milestones=[
            (line.action.reference, each.title, each.first_due, each.due, each.reached_on)
            for line in held
            for each in line.milestones
        ],
        measures=[_measure(each) for each in measures if each.action_id is None or each.action_id in shown],
    )


def csv_rows(shown: Sequence[Line], site: str = "") -> list[tuple[Cell, ...]]:
    """Actions as rows of a CSV file (``CSV_TITLES``)."""
    return [
        (
            line.action.reference, ", ".join(line.action.was), str(line.action.priority), str(line.action.phase or ""),
            line.action.title, line.owner, *map(_iso, (line.action.starts_on, line.action.first_due, line.action.due)),
            line.action.due_words, line.action.get_state_display(), _iso(line.action.state_on),
            _iso(line.action.done_on), line.days_late, line.words, line.updates[0].text if line.updates else "",
            _iso(line.updates[0].on if line.updates else None), "; ".join(each.title for each in line.measures),
            "; ".join(f"{each.evidence.on:%d/%m/%Y} {each.evidence.title}" for each in line.evidence),
            "; ".join(map(str, line.answers)), f"{site}{reverse('action', args=[line.action.pk])}",
        )
        for line in shown
    ]  # fmt: skip


def _row(line: Line, site: str) -> tuple[Cell, ...]:
    action = line.action
    last = line.updates[0] if line.updates else None
    return (
        action.reference, action.was[-1] if action.was else "", action.priority.reference, action.priority.title,
        action.priority.outcome, str(action.phase or ""), action.title, line.owner, action.starts_on, action.first_due,
        action.due or action.due_words, action.get_state_display(), action.done_on, last.text if last else "",
        last.on if last else None,
        "; ".join(f"{each.evidence.on:%d/%m/%Y} {each.evidence.title}" for each in line.evidence),
        "; ".join(map(str, line.answers)), f"{site}{action.get_absolute_url()}",
    )  # fmt: skip


def _measure(each: Measure) -> tuple[Cell, ...]:
    return (
        each.priority.reference, each.action.reference if each.action else "", each.title, each.get_kind_display(),
        each.indicator.key if each.indicator else "", each.variant, each.baseline, each.baseline_on, each.goal,
        each.goal_by, each.words,
    )  # fmt: skip


def _iso(day: object) -> str:
    return str(day) if day else ""
