"""Plans: how much is done, and apart from that how much is shown to have worked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementPlan, Phase, PlanVersion, Priority
from arising.register.improvement.queries.plans.lines import Line, actions_of, lines
from arising.register.improvement.states import State


@dataclass(frozen=True)
class Narrowed:
    """Which actions of a plan are asked for. Empty: all of them. ``state`` may also be ``late`` or ``moved``."""

    state: str = ""
    owner: str = ""
    priority: str = ""
    phase: str = ""

    def __bool__(self) -> bool:
        return any((self.state, self.owner, self.priority, self.phase))

    def takes(self, line: Line) -> bool:
        """Whether an action is among those asked for."""
        action = line.action
        states = {"late": line.days_late > 0, "moved": line.is_moved, "open": not line.is_done}
        return (
            (not self.state or states.get(self.state, action.state == self.state))
            and (not self.owner or line.owner == self.owner or (self.owner == "nobody" and not line.owner))
            and (not self.priority or str(action.priority_id) == self.priority)
            and (not self.phase or str(action.phase_id or "none") == self.phase)
        )


@dataclass(frozen=True)
class Tally:
    """How far some actions are. What is done and what is shown to have worked are told apart, and never added up."""

    lines: tuple[Line, ...]

    @property
    def done(self) -> str:
        """How much is done, in a sentence."""
        return _of(len(self.lines), sum(each.is_done for each in self.lines), "done", self._late())

    @property
    def worked(self) -> str:
        """How much is shown to have worked, in a sentence."""
        embedded = sum(each.action.state == State.EMBEDDED for each in self.lines)
        count = sum(each.is_shown_to_work for each in self.lines)
        more = f" Of those, {_number(embedded)} {'is' if embedded == 1 else 'are'} embedded." if embedded else ""
        return _of(len(self.lines), count, "shown by evidence to have worked", more)

    @property
    def by_state(self) -> list[tuple[State, int]]:
        """How many actions are in each state, in its order."""
        return [(state, sum(each.action.state == state for each in self.lines)) for state in State]

    def _late(self) -> str:
        late = sum(each.days_late > 0 for each in self.lines)
        moved = sum(each.is_moved for each in self.lines)
        told = f" {_number(late).capitalize()} {'is' if late == 1 else 'are'} overdue." if late else ""
        if moved:
            told += f" The date of {_number(moved)} was moved."
        return told


@dataclass(frozen=True)
class Part:
    """A priority, or a phase, with its actions and how far they are."""

    of: Priority | Phase | None
    tally: Tally


@dataclass(frozen=True)
class PlanPage:
    """A plan: all of its actions, those that were asked for, and the last version that was agreed."""

    plan: ImprovementPlan
    tally: Tally
    shown: tuple[Line, ...]
    priorities: tuple[Part, ...]
    phases: tuple[Part, ...]
    version: PlanVersion | None
    empty: tuple[Priority, ...]

    @property
    def words(self) -> list[str]:
        """The answer: how much is done, and how much is shown to have worked. Two statements, never one number."""
        if not self.tally.lines:
            return ["The plan holds no action yet."]
        return [self.tally.done, self.tally.worked]

    @property
    def owners(self) -> list[str]:
        """Everybody who owns an action of it."""
        return sorted({each.owner for each in self.tally.lines if each.owner})


@dataclass(frozen=True)
class PlanSummary:
    """The plan of a council in words, for its front page."""

    plan: ImprovementPlan
    words: tuple[str, ...]
    tally: Tally


def plans(user: Reader, council: Council | None = None) -> QuerySet[ImprovementPlan]:
    """The plans that ``user`` may see, of a council, the newest first."""
    found = ImprovementPlan.objects.visible_to(user).select_related("council", "body")
    return found.filter(council=council) if council else found


def plan(user: Reader, pk: int) -> ImprovementPlan:
    """A plan that ``user`` may see. Raises ImprovementPlan.DoesNotExist."""
    return plans(user).get(pk=pk)


def plan_page(user: Reader, pk: int, narrowed: Narrowed = Narrowed()) -> PlanPage:
    """A plan with its actions. Raises ImprovementPlan.DoesNotExist."""
    of = plan(user, pk)
    held = tuple(lines(user, actions_of(user, of)))
    by_phase = sorted(held, key=lambda each: _place(each.action.phase))
    version = PlanVersion.objects.visible_to(user).filter(plan=of).first()
    filled = {each.action.priority_id for each in held}
    return PlanPage(
        plan=of,
        tally=Tally(held),
        shown=tuple(each for each in held if narrowed.takes(each)),
        priorities=tuple(_parts(held, "priority")),
        phases=tuple(_parts(by_phase, "phase")) if any(each.action.phase for each in held) else (),
        version=version,
        empty=tuple(each for each in priorities(user, of) if each.pk not in filled),
    )


def plan_summary(user: Reader, council: Council) -> PlanSummary | None:
    """What there is to say of the newest plan of a council that ``user`` may see; None where there is none."""
    of = plans(user, council).first()
    if of is None:
        return None
    page = plan_page(user, of.pk)
    agreed = f"{of.title} was last agreed on {day_in_words(page.version.agreed_on)}." if page.version else ""
    return PlanSummary(of, tuple(each for each in (*page.words, agreed) if each), page.tally)


def priorities(user: Reader, of: ImprovementPlan) -> QuerySet[Priority]:
    """The priorities that are in a plan."""
    return Priority.objects.visible_to(user).filter(plan=of, dropped_in=None).select_related("plan")


def priority(user: Reader, pk: int) -> Priority:
    """A priority that ``user`` may see. Raises Priority.DoesNotExist."""
    return Priority.objects.visible_to(user).select_related("plan__council").get(pk=pk)


def phases(user: Reader, of: ImprovementPlan) -> QuerySet[Phase]:
    """The phases of a plan."""
    return Phase.objects.visible_to(user).filter(plan=of).select_related("plan__council")


def phase(user: Reader, pk: int) -> Phase:
    """A phase that ``user`` may see. Raises Phase.DoesNotExist."""
    return Phase.objects.visible_to(user).select_related("plan__council").get(pk=pk)


def _parts(held: Sequence[Line], name: str) -> list[Part]:
    return [
        Part(group[0], Tally(tuple(group[1])))
        for group in groupby(held, key=lambda each: getattr(each.action, name))
    ]  # fmt: skip


def _place(phase: Phase | None) -> tuple[int, int]:
    return (phase.order, phase.pk) if phase else (1_000_000, 0)


def _of(every: int, count: int, what: str, more: str = "") -> str:
    """ "Of 12 actions, 5 are done."."""
    if every == 0:
        return "There is no action."
    if every == 1:
        return f"Its one action is {'' if count else 'not '}{what}.{more}"
    if count == 0:
        return f"Of {every} actions, none is {what}.{more}"
    if count == every:
        return f"All {every} actions are {what}.{more}"
    return f"Of {every} actions, {count} {'is' if count == 1 else 'are'} {what}.{more}"


def _number(count: int) -> str:
    return {1: "one"}.get(count, str(count))
