"""What a secret link asks. Whoever holds it reads the scales that it asks, and their own group's last scores."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from arising.measures import distance
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Scale, ScoringGroup, ScoringLink, ScoringRound
from arising.register.improvement.queries.scales.scored import last_shown
from arising.register.improvement.secret_links import digest_in


@dataclass(frozen=True)
class Asked:
    """A scoring as it is asked of somebody: each scale with what their group scored last.

    ``closed`` says in one line why no answer is taken; "" where one is.
    """

    round: ScoringRound
    group: ScoringGroup
    for_group: bool
    scales: tuple[tuple[Scale, distance.Score | None], ...]
    closed: str


def asked_by(token: str) -> Asked:
    """What a link asks. Raises ScoringLink.DoesNotExist for one that was not made here."""
    link = ScoringLink.objects.select_related("round__council", "group").get(digest=digest_in(token))
    one, today = link.round, timezone.localdate()
    closed = ""
    if link.answered:
        closed = "This link was used, and what was answered is stored. Each link takes one answer."
    elif one.is_over(today):
        closed = f"This scoring was closed on {day_in_words(one.day)}, so no answer is taken any more."
    elif not one.has_opened(today):
        closed = f"This scoring opens on {day_in_words(one.opens_on)}."
    return Asked(one, link.group, link.for_group, asked_of(one, link.group) if not closed else (), closed)


def asked_of(one: ScoringRound, group: ScoringGroup) -> tuple[tuple[Scale, distance.Score | None], ...]:
    """The scales of a scoring, each with what a group scored on it last."""
    return tuple((scale, last_shown(group, scale, one)) for scale in one.scales.all())
