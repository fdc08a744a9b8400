"""The rules of the reader as people found them: how many of their findings wait, and what became of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.record.models import Finding, State
from arising.register.record.queries.review import BY_KIND, EVERYTHING, REVIEWED, Desk, _bodies, _proposed, may_review
from arising.register.record.versions import version

TOGETHER = 100
"""How many findings are confirmed together at most: as many as a person can look over on one page."""


@dataclass(frozen=True)
class RuleLine:
    """One rule for one kind of finding: how many wait, and how many were confirmed, amended and rejected."""

    model: type[Finding]
    rule: str
    proposed: int
    confirmed: int
    amended: int
    rejected: int

    @property
    def kind(self) -> str:
        """The name of the kind."""
        return self.model.kind_name()

    @property
    def decided(self) -> int:
        """How many a person decided on."""
        return self.confirmed + self.amended + self.rejected

    def share(self, number: int) -> float:
        """A part of those decided on, from 0 to 1; 0 where nobody decided on any."""
        return number / self.decided if self.decided else 0.0

    @property
    def right(self) -> float:
        """The share that was confirmed as it stood."""
        return self.share(self.confirmed)

    @property
    def changed(self) -> float:
        """The share that was amended."""
        return self.share(self.amended)

    @property
    def wrong(self) -> float:
        """The share that was rejected."""
        return self.share(self.rejected)


@dataclass(frozen=True)
class RuleBatch:
    """The findings of one rule that wait and are at least so sure, surest first, each with its version."""

    line: RuleLine
    at_least: float
    findings: list[tuple[Finding, str]]
    more: int
    """How many more there are than can be confirmed together."""


def review_rules(user: Reader, desk: Desk = EVERYTHING) -> list[RuleLine]:
    """Every rule that found something, with what became of it: those with most waiting first."""
    lines = [_line(model, counted) for model in desk.models for counted in _counted(user, model, desk)]
    return sorted(lines, key=lambda line: (-line.proposed, line.kind, line.rule))


def review_batch(user: Reader, kind: str, rule: str, desk: Desk = EVERYTHING, *, at_least: float = 0.0) -> RuleBatch:
    """What waits of one rule. Raises ``DoesNotExist`` where the rule found nothing that ``user`` may decide on."""
    model = BY_KIND.get(kind, REVIEWED[0])
    narrow = Desk(body=desk.body, meeting=desk.meeting, kind=kind, rule=rule)
    counted = list(_counted(user, model, narrow)) if kind in BY_KIND else []
    if not counted:
        raise model.DoesNotExist
    ((_, found),) = _proposed(user, narrow)
    found = found.filter(confidence__gte=at_least).order_by("-confidence", "source_id", "start", "pk")
    shown = [(finding, version(finding)) for finding in found[:TOGETHER]]
    return RuleBatch(_line(model, counted[0]), at_least, shown, max(0, found.count() - TOGETHER))


def _counted(user: Reader, model: type[Finding], desk: Desk) -> QuerySet[Any, Any]:
    """The states of the findings by rule. A part that was merged is no rejection, and what is gone is not counted."""
    found: QuerySet[Any] = model.objects.visible_to(user) if may_review(user) else model.objects.none()
    mine = _bodies(user)
    if mine is not None:
        found = found.filter(source__meeting__body__in=mine)
    if desk.body:
        found = found.filter(source__meeting__body__slug=desk.body)
    if desk.meeting:
        found = found.filter(source__meeting__slug=desk.meeting)
    if desk.rule:
        found = found.filter(rule=desk.rule)
    standing = found.filter(merged_into=None).exclude(state=State.PROPOSED, superseded=True)
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in State}
    return standing.order_by().values("rule").annotate(**counts)


def _line(model: type[Finding], counted: dict[str, Any]) -> RuleLine:
    return RuleLine(model, **counted)
