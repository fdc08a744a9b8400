"""What pages ask of matters and links. A link is seen by whoever may see both of its ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Item, Meeting
from arising.register.matters.models import Closure, Disagreement, LinkState, Matter, Suggestion
from arising.register.matters.series import Series, series_of
from arising.register.record.models import Commitment, Exchange, Figure, Source, Topic
from arising.register.record.queries.lists import paged


@dataclass(frozen=True)
class Told:
    """A commitment with what later meetings say about it, the likeliest of each meeting first."""

    commitment: Commitment
    closures: list[Closure]
    later_meetings: int

    @property
    def silent(self) -> bool:
        """Whether no later meeting says anything of it, as far as the minutes held here tell."""
        return not self.closures and self.later_meetings > 0


@dataclass(frozen=True)
class Moment:
    """What one topic said at one meeting: who spoke, what was promised, what was said in numbers."""

    topic: Topic
    exchanges: list[Exchange]
    told: list[Told]
    figures: list[Figure]
    confirmed: bool
    suggestion: Suggestion | None = None

    @property
    def meeting(self) -> Meeting:
        """When it was said."""
        return self.topic.source.meeting


@dataclass(frozen=True)
class Timeline:
    """Topics through the years, with the questions that their figures raise and what is due next."""

    moments: list[Moment]
    disagreements: list[Disagreement]
    matter: Matter | None = None
    topic: Topic | None = None
    next_due: list[Commitment] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The matter's title, or the heading of the topic that it starts from."""
        return str(self.matter or (self.topic.heading if self.topic else ""))

    @cached_property
    def series(self) -> list[Series]:
        """The figures that were told at several meetings, by what they measure."""
        return series_of(figure for moment in self.moments for figure in moment.figures)

    @property
    def silent(self) -> int:
        """How many promises nobody spoke of again."""
        return sum(told.silent for moment in self.moments for told in moment.told)


def topics(user: Reader) -> QuerySet[Any]:
    """The topics that stand and that ``user`` may see."""
    return Topic.objects.visible_to(user).standing()


def suggestions(user: Reader, *, state: str = LinkState.PROPOSED, likely: bool = True) -> QuerySet[Suggestion]:
    """Suggestions, surest first; only likely ones unless all are asked for."""
    seen = topics(user)
    found = Suggestion.objects.visible_to(user).filter(a__in=seen, b__in=seen, state=state)
    found = found.filter(likely=True) if likely else found
    return found.select_related("a__source__meeting__body", "a__item", "b__source__meeting__body", "b__item")


def closures(user: Reader, commitments: Iterable[Commitment] | None = None) -> QuerySet[Closure]:
    """What later meetings say, rejected and unlikely proposals left out."""
    found = (
        Closure.objects.visible_to(user)
        .filter(
            Q(item=None) | Q(item__in=Item.objects.visible_to(user)),
            commitment__in=Commitment.objects.visible_to(user).standing(),
            source__in=Source.objects.visible_to(user),
        )
        .filter(Q(state=LinkState.CONFIRMED) | Q(state=LinkState.PROPOSED, likely=True))
    )
    if commitments is not None:
        found = found.filter(commitment__in=[commitment.pk for commitment in commitments])
    return found.select_related(
        "commitment__source__meeting__body", "source__meeting__body", "item__meeting__body", "decided_by"
    )


def disagreements(user: Reader) -> QuerySet[Disagreement]:
    """Figures of one measure that differ, rejected questions left out."""
    seen = Figure.objects.visible_to(user).standing()
    found = (
        Disagreement.objects.visible_to(user).filter(before__in=seen, after__in=seen).exclude(state=LinkState.REJECTED)
    )
    return found.select_related(
        "before__source__meeting__body", "before__item__meeting__body", "after__source__meeting__body",
        "after__item__meeting__body",
    )  # fmt: skip


def matters(user: Reader, *, page: int | str = 1) -> Page[Matter]:
    """Matters by title, those of which ``user`` may see a topic, each with ``topic_count`` of those."""
    counted = Q(topics__in=topics(user))
    found = (
        Matter.objects.visible_to(user)
        .filter(counted)
        .annotate(topic_count=Count("topics", filter=counted, distinct=True))
    )
    return paged(found.order_by("title"), page)


def matter(user: Reader, slug: str) -> Timeline:
    """A matter through the years. Raises ``Matter.DoesNotExist`` where ``user`` may see none of its topics."""
    found = Matter.objects.visible_to(user).filter(topics__in=topics(user)).distinct().get(slug=slug)
    members = topics(user).filter(membership__matter=found)
    return _timeline(user, {topic.pk: None for topic in members}, matter=found)


def topic(user: Reader, pk: int) -> Timeline:
    """A topic with those of other meetings that may be the same matter. Raises ``Topic.DoesNotExist``."""
    found = topics(user).get(pk=pk)
    linked: dict[int, Suggestion | None] = {found.pk: None}
    near = Suggestion.objects.visible_to(user).filter(Q(a=found) | Q(b=found)).exclude(state=LinkState.REJECTED)
    near = near.filter(Q(state=LinkState.CONFIRMED) | Q(likely=True), a__in=topics(user), b__in=topics(user))
    for suggestion in near:
        linked[suggestion.b_id if suggestion.a_id == found.pk else suggestion.a_id] = suggestion
    return _timeline(user, linked, topic=found, matter=Matter.objects.visible_to(user).filter(topics=found).first())


def _timeline(
    user: Reader, linked: dict[int, Suggestion | None], *, matter: Matter | None = None, topic: Topic | None = None
) -> Timeline:
    held = list(
        topics(user).filter(pk__in=linked).select_related("source__meeting__body", "item__meeting__body", "membership")
    )
    held.sort(key=lambda one: (one.source.meeting.latest or date.max, one.source_id, one.start))
    by_topic = {model: _under(user, model, held) for model in (Exchange, Commitment, Figure)}
    promised = [commitment for found in by_topic[Commitment].values() for commitment in found]
    told = tell(user, promised)
    moments = [
        Moment(
            topic=one,
            exchanges=by_topic[Exchange][one.pk],
            told=[told[commitment.pk] for commitment in by_topic[Commitment][one.pk]],
            figures=by_topic[Figure][one.pk],
            confirmed=linked[one.pk] is None or linked[one.pk].state == LinkState.CONFIRMED,  # type: ignore[union-attr]
            suggestion=linked[one.pk],
        )
        for one in held
    ]
    figures = [figure.pk for found in by_topic[Figure].values() for figure in found]
    asked = disagreements(user).filter(before__in=figures, after__in=figures)
    today = timezone.localdate()
    due = [one for one in promised if one.due_latest and one.due_latest >= today]
    return Timeline(moments, list(asked), matter, topic, sorted(due, key=lambda one: one.due_latest or today))


def _under(user: Reader, model: Any, held: list[Topic]) -> dict[int, list[Any]]:
    """The findings of a kind under each topic, in the order of the minutes."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = model.objects.visible_to(user).standing().filter(topic__in=held)
    for row in rows.select_related("source__meeting__body", "item__meeting__body", "topic").order_by("start"):
        found[row.topic_id].append(row)
    return found


def tell(user: Reader, commitments: list[Commitment]) -> dict[int, Told]:
    """What later meetings say about each of these commitments, the best of each meeting, by the commitment's number."""
    by_commitment: dict[int, dict[int, Closure]] = defaultdict(dict)
    best = sorted(
        closures(user, commitments), key=lambda one: (one.state != LinkState.CONFIRMED, -one.score, one.start)
    )
    for closure in best:
        by_commitment[closure.commitment_id].setdefault(closure.source.meeting_id, closure)
    days: dict[int, list[date]] = {}
    for commitment in commitments:
        body = commitment.source.meeting.body_id
        if body not in days:
            held = Meeting.objects.visible_to(user).filter(
                body=body, sources__readings__current=True, latest__isnull=False
            )
            days[body] = sorted({day for day in held.values_list("latest", flat=True) if day})
    found = {}
    for commitment in commitments:
        when = commitment.source.meeting.latest
        later = [day for day in days[commitment.source.meeting.body_id] if when and day > when]
        said = sorted(
            by_commitment[commitment.pk].values(), key=lambda one: (one.source.meeting.latest or date.max, one.start)
        )
        found[commitment.pk] = Told(commitment, said, len(later))
    return found
