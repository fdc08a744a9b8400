"""The whole chain of a plan: every point that asks for something, what answers it, and where the chain is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.improvement.embargoes import beside
from arising.register.improvement.links import Asking
from arising.register.improvement.models import (
    Attached,
    Evidence,
    ImprovementPlan,
    InspectionFinding,
    Measure,
    Requirement,
)
from arising.register.improvement.queries.directions import directions, in_force
from arising.register.improvement.queries.plans.lines import Line, actions_of, lines
from arising.register.improvement.queries.plans.measured import Figures, Moved
from arising.register.improvement.queries.plans.pages import plan
from arising.register.obligations.models import Obligation, Origin


@dataclass(frozen=True)
class Broken:
    """A place at which the chain is broken: which kind it is, of what, in words, and where that stands."""

    kind: str
    what: str
    words: str
    address: str


@dataclass(frozen=True)
class Answered:
    """A point that asks for something, with the actions that answer it."""

    point: Asking
    lines: tuple[Line, ...]

    @property
    def source(self) -> str:
        """Who asked: the inspection, the direction, or the committee."""
        point = self.point
        if isinstance(point, InspectionFinding):
            return f"{point.inspection}{beside(point.inspection)}"
        return str(point.direction if isinstance(point, Requirement) else point.body or "A recommendation")

    @property
    def kind(self) -> str:
        """What it is, in a word or two."""
        if isinstance(self.point, InspectionFinding):
            return str(self.point.get_kind_display())
        return "Requirement" if isinstance(self.point, Requirement) else str(self.point.get_origin_display())


KINDS = {
    "unanswered": "Points that no action answers",
    "answers nothing": "Actions that answer nothing",
    "no measure": "Actions without a measure",
    "measure": "Measures that lack a baseline, a goal or a figure",
    "no evidence": "Actions done three months ago or more, without evidence",
    "loose": "Evidence that is attached to nothing",
}
"""The kinds of broken links, each as a heading, in the order of the chain."""


@dataclass(frozen=True)
class ChainPage:
    """A plan from the judgements to the evidence, and every broken link of it."""

    plan: ImprovementPlan
    points: tuple[Answered, ...]
    measures: dict[int, Moved]
    broken: tuple[Broken, ...]

    @property
    def words(self) -> str:
        """The answer in a sentence or two."""
        answered = sum(bool(each.lines) for each in self.points)
        every = len(self.points)
        if not every:
            told = "Nothing is here that asks for something: no finding, no requirement, no recommendation."
        elif answered == every:
            told = "An action answers every point." if every > 1 else "An action answers the one point."
        else:
            told = f"Of {every} point{'' if every == 1 else 's'} that ask for something, {answered or 'none'} "
            told += f"{'is' if answered in (0, 1) else 'are'} answered by an action."
        count = len(self.broken)
        links = f"The chain is broken at {count} place{'' if count == 1 else 's'}." if count else "No link is missing."
        return f"{told} {links}"

    @property
    def by_kind(self) -> list[tuple[str, list[Broken]]]:
        """The broken links under their headings, in the order of the chain."""
        grouped = [(title, [each for each in self.broken if each.kind == kind]) for kind, title in KINDS.items()]
        return [(title, those) for title, those in grouped if those]

    def of(self, line: Line) -> list[Moved]:
        """How the measures of an action stand."""
        return [self.measures[each.pk] for each in line.measures]


def chain(user: Reader, pk: int) -> ChainPage:
    """The chain of a plan. Raises ImprovementPlan.DoesNotExist."""
    of = plan(user, pk)
    held = lines(user, actions_of(user, of))
    return chain_of(user, of, held, measures_of(user, of, held))


def chain_of(user: Reader, of: ImprovementPlan, held: Sequence[Line], moved: dict[int, Moved]) -> ChainPage:
    """The chain of a plan whose actions and measures were fetched already."""
    points = [_answered(each, held) for each in asking(user, of, held)]
    loose = Evidence.objects.visible_to(user).filter(council=of.council)
    attached = Attached.objects.visible_to(user).filter(action__plan__council=of.council).values("evidence")
    return ChainPage(
        plan=of, points=tuple(points), measures=moved,
        broken=tuple(_broken(points, held, moved.values(), loose.exclude(pk__in=attached))),
    )  # fmt: skip


def asking(user: Reader, of: ImprovementPlan, held: Iterable[Line] = ()) -> list[Asking]:
    """Every point that a plan should answer, as far as ``user`` may see it: what the inspections asked for, what the
    directions in force require, what the committees recommended; and whatever its actions say that they answer."""
    linked: dict[type[Asking], set[int]] = {}
    for line in held:
        for point in line.answers:
            linked.setdefault(type(point), set()).add(point.pk)
    inspections = of.inspections.values_list("pk", flat=True)
    answered = of.directions.all() or in_force(list(directions(user).filter(council=of.council)))
    findings = InspectionFinding.objects.visible_to(user).filter(inspection__council=of.council)
    wanted = ~Q(kind="found") & (Q(inspection__in=inspections) if inspections else Q())
    findings = findings.filter(wanted | Q(pk__in=linked.get(InspectionFinding, ())))
    requirements = Requirement.objects.visible_to(user).filter(direction__council=of.council)
    requirements = requirements.filter(Q(direction__in=answered) | Q(pk__in=linked.get(Requirement, ())))
    committees = [*of.committees.values_list("pk", flat=True), *([of.body_id] if of.body_id else [])]
    recommended = Q(body__in=committees, origin=Origin.RECOMMENDATION, ended="", gone=False)
    owed = Obligation.objects.visible_to(user).filter(recommended | Q(pk__in=linked.get(Obligation, ())))
    return [
        *findings.select_related("inspection"),
        *requirements.select_related("direction"),
        *owed.select_related("body"),
    ]


def measures_of(user: Reader, of: ImprovementPlan, held: Iterable[Line]) -> dict[int, Moved]:
    """How each measure of a plan stands, by its number. A measure of a whole priority is seen in the evidence of all
    its actions."""
    figures = Figures(user, of.council, timezone.localdate())
    attached: dict[int, list[Attached]] = {}
    for line in held:
        for key in (line.action.pk, -line.action.priority_id):
            attached.setdefault(key, []).extend(line.evidence)
    rows = Measure.objects.visible_to(user).filter(priority__plan=of, priority__dropped_in=None)
    rows = rows.filter(Q(action=None) | Q(action__dropped_in=None)).select_related("indicator", "priority", "action")
    found = {}
    for each in rows:
        those = attached.get(each.action_id or -each.priority_id, [])
        latest = sorted(those, key=lambda one: (one.evidence.on, one.evidence.pk), reverse=True)
        found[each.pk] = figures.moved(each, tuple(latest))
    return found


def _answered(point: Asking, held: Iterable[Line]) -> Answered:
    return Answered(point, tuple(each for each in held if point in each.answers))


def _broken(
    points: Iterable[Answered], held: Iterable[Line], measures: Iterable[Moved], loose: Iterable[Evidence]
) -> Iterator[Broken]:
    for each in points:
        if not each.lines:
            yield Broken("unanswered", str(each.point), f"{each.source} asks for it.", each.point.get_absolute_url())
    for line in held:
        address = line.action.get_absolute_url()
        if not line.answers:
            words = "It answers no finding, requirement or recommendation."
            yield Broken("answers nothing", str(line.action), words, address)
        if not line.measures:
            yield Broken("no measure", str(line.action), "Nothing says what will show that it worked.", address)
        if line.waits_for_evidence:
            yield Broken("no evidence", str(line.action), line.words, address)
    for moved in measures:
        if moved.missing:
            of = moved.measure.action or moved.measure.priority
            where = moved.measure.action or moved.measure.priority.plan
            words = f"It has no {' and no '.join(part.split(' ', 1)[1] for part in moved.missing)}. It is of {of}."
            yield Broken("measure", moved.measure.title, words, where.get_absolute_url())
    for piece in loose:
        yield Broken("loose", piece.title, "It is attached to no action.", piece.get_absolute_url())
