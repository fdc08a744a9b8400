"""The review desk: what waits for a decision, least sure first, and one finding with all that a person decides by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Count, Q, QuerySet

from arising.documents.document import Block, Part
from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.record import texts
from arising.register.record.ends import PARTED, Ends, beside, breaks, ends_of
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    Decision,
    DocumentText,
    Exchange,
    Figure,
    Finding,
    Passage,
    ReviewStep,
    State,
    Vote,
)
from arising.register.record.queries.lists import Filters, narrowed
from arising.register.record.versions import version

REVIEWED: tuple[type[Finding], ...] = (Commitment, Decision, Exchange, Figure, Vote)
"""The kinds that wait for review unless others are asked for."""
BY_KIND = {model.kind_name(): model for model in FINDINGS}
FIRST = 25
"""How many findings the page of the queue shows."""


@dataclass(frozen=True)
class Desk:
    """How the queue is narrowed: the slugs of a body and a meeting, a kind of finding, the name of a rule."""

    body: str = ""
    meeting: str = ""
    kind: str = ""
    rule: str = ""

    @property
    def models(self) -> tuple[type[Finding], ...]:
        """The kinds asked for; none for a kind that there is not."""
        if not self.kind:
            return REVIEWED
        return (BY_KIND[self.kind],) if self.kind in BY_KIND else ()


EVERYTHING = Desk()


@dataclass(frozen=True)
class Queue:
    """What waits: the first findings, least sure first, and how many of each kind."""

    findings: list[Finding]
    counts: Counter[str]

    @property
    def waiting(self) -> int:
        """How many wait in all."""
        return self.counts.total()


@dataclass(frozen=True)
class Step:
    """Something that a person did: to how many findings, and the first of them as it is now."""

    step: ReviewStep
    number: int
    finding: Finding | None


@dataclass(frozen=True)
class UnderReview:
    """One finding: its words with the paragraphs around them, its version, what can be done with it, what is next.

    ``split_at`` gives the words before which the quote can be split, by their number. ``neighbours`` are the findings
    that it can be merged with.
    """

    finding: Finding
    version: str
    text: str
    blocks: tuple[Block, ...]
    current: bool
    ends: Ends
    split_at: list[tuple[int, str]]
    neighbours: list[Finding]
    waiting: int
    next: Finding | None


def may_review(user: Reader) -> bool:
    """Whether ``user`` decides on findings at all."""
    return user is not None and user.has_perm("record.decide")


def waiting(user: Reader, desk: Desk = EVERYTHING) -> int:
    """How many findings wait for ``user`` to decide on them."""
    return sum(found.count() for _, found in _proposed(user, desk))


def queue(user: Reader, desk: Desk = EVERYTHING, *, limit: int = FIRST) -> Queue:
    """What waits for review, least sure first."""
    counts: Counter[str] = Counter()
    first: list[Finding] = []
    for model, found in _proposed(user, desk):
        number = found.count()
        if number:
            counts[model.kind_name()] = number
            first += found[:limit]
    return Queue(sorted(first, key=_place)[:limit], counts)


def under_review(user: Reader, kind: str, pk: int, desk: Desk = EVERYTHING) -> UnderReview:
    """One finding, whatever its state. Raises ``Finding.DoesNotExist`` of its kind where ``user`` may not decide on it.

    Raises ``Body.DoesNotExist`` for a kind that there is not.
    """
    model = BY_KIND.get(kind)
    if model is None:
        raise Body.DoesNotExist(f"There is no kind {kind!r}.")
    finding = _decidable(user, model).select_related(*_related(model)).get(pk=pk)
    if not may_review(user) or not user.has_perm("record.decide", finding):  # type: ignore[union-attr]
        raise model.DoesNotExist
    kept = DocumentText.objects.defer("original", "offsets").select_related("reading").defer("reading__record")
    document = kept.get(reading=finding.reading_id)
    blocks = texts.blocks(document)
    around = tuple(_around(finding, blocks))
    current = document.reading.current
    can_part = current and isinstance(finding, PARTED) and finding.state != State.REJECTED and not finding.superseded
    return UnderReview(
        finding=finding,
        version=version(finding),
        text=document.text,
        blocks=around,
        current=current,
        ends=ends_of(finding, document.text, blocks),
        split_at=_split_at(finding, document.text) if can_part else [],
        neighbours=_neighbours(user, finding, document.text) if can_part else [],
        waiting=waiting(user, desk),
        next=following(user, finding, desk),
    )


def following(user: Reader, finding: Finding, desk: Desk = EVERYTHING) -> Finding | None:
    """The finding after this one in the queue, or the first where this was the last; None where no other waits."""
    after: list[Finding] = []
    first: list[Finding] = []
    for model, found in _proposed(user, desk):
        found = found.exclude(pk=finding.pk) if model is type(finding) else found
        later = found.filter(_later(model, finding))
        after += later[:1]
        first += found[:1]
    return min(after or first, key=_place, default=None)


def own_step(user: Reader, pk: int) -> Step:
    """A thing that ``user`` did at the desk. Raises ``ReviewStep.DoesNotExist``."""
    if not may_review(user):
        raise ReviewStep.DoesNotExist
    step = ReviewStep.objects.get(pk=pk, actor=cast(User, user))
    return Step(step, step.changes.count(), _first_changed(user, step))


def last_steps(user: Reader, *, limit: int = 10) -> list[Step]:
    """The last things that ``user`` did at the desk and has not taken back, newest first."""
    if not may_review(user):
        return []
    steps = ReviewStep.objects.filter(actor=cast(User, user), taken_back_at=None).order_by("-pk")
    counted = steps.annotate(number=Count("changes"))[:limit]
    return [Step(step, step.number, _first_changed(user, step)) for step in counted]


def _first_changed(user: Reader, step: ReviewStep) -> Finding | None:
    change = step.changes.order_by("pk").first()
    if change is None:
        return None
    return (
        _decidable(user, BY_KIND[change.kind]).select_related("source__meeting__body").filter(pk=change.finding).first()
    )


def _proposed(user: Reader, desk: Desk) -> Iterator[tuple[type[Finding], QuerySet[Any]]]:
    """What waits of each kind, in the order of the queue."""
    if not may_review(user):
        return
    mine = _bodies(user)
    for model in desk.models:
        found = narrowed(model, user, Filters(body=desk.body, meeting=desk.meeting, state=State.PROPOSED))
        if mine is not None:
            found = found.filter(source__meeting__body__in=mine)
        if desk.rule:
            found = found.filter(rule=desk.rule)
        yield model, found.order_by("confidence", "source_id", "start", "pk")


def _decidable(user: Reader, model: type[Finding]) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.visible_to(user)
    mine = _bodies(user)
    return found if mine is None else found.filter(source__meeting__body__in=mine)


def _bodies(user: Reader) -> list[Body] | None:
    """The bodies on whose findings ``user`` decides; None for all."""
    seen = list(Body.objects.visible_to(user))
    mine = [body for body in seen if user is not None and user.has_perm("record.decide", body)]
    return None if len(mine) == len(seen) else mine


def _related(model: type[Finding]) -> list[str]:
    shared = ["source__meeting__body__council", "item__meeting__body", "decided_by", "merged_into"]
    return [*shared, *(["topic"] if "topic" in {field.name for field in model._meta.fields} else [])]


def _place(finding: Finding) -> tuple[float, int, int, int, int]:
    """Where a finding stands in the queue."""
    return finding.confidence, FINDINGS.index(type(finding)), finding.source_id, finding.start, finding.pk


def _later(model: type[Finding], finding: Finding) -> Q:
    """The condition that a finding of ``model`` stands after ``finding`` in the queue."""
    surer = Q(confidence__gt=finding.confidence)
    as_sure = Q(confidence=finding.confidence)
    theirs, its = FINDINGS.index(model), FINDINGS.index(type(finding))
    if theirs != its:
        return surer | as_sure if theirs > its else surer
    source, start = Q(source=finding.source_id), Q(start=finding.start)
    behind = Q(source__gt=finding.source_id) | source & Q(start__gt=finding.start) | source & start & Q(
        pk__gt=finding.pk
    )  # fmt: skip
    return surer | (as_sure & behind)


def _around(finding: Finding, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks that hold the words, with the one before and the one after in the same item."""
    passage = Passage.objects.filter(reading=finding.reading_id, start__lte=finding.start, end__gte=finding.end).first()
    low, high = (passage.start, passage.end) if passage else (0, blocks[-1].end if blocks else 0)
    own = [block for block in blocks if low <= block.start and block.end <= high and block.part is not Part.PAGE]
    own = own or list(blocks)
    holding = [n for n, block in enumerate(own) if block.start < finding.end and finding.start < block.end]
    if holding:
        yield from own[max(0, holding[0] - 1) : holding[-1] + 2]


def _split_at(finding: Finding, text: str) -> list[tuple[int, str]]:
    return [
        (number, " ".join(text[at : finding.end].split()[:6]))
        for number, at in enumerate(breaks(finding, text), start=1)
    ]


def _neighbours(user: Reader, finding: Finding, text: str) -> list[Finding]:
    near = _decidable(user, type(finding)).filter(
        reading=finding.reading_id, item=finding.item_id, superseded=False, start__gte=finding.start - 5_000,
        start__lte=finding.end + 5_000,
    )  # fmt: skip
    standing = near.exclude(state=State.REJECTED).exclude(pk=finding.pk).order_by("start", "pk")
    return [other for other in standing if beside(finding, other, text)]
