"""What a person says of a link: that it holds, or that it does not; and the matters that come of it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Visible
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.matters.models import Link, LinkState, Matter, MatterTopic, Suggestion
from arising.register.record.models import Topic

L = TypeVar("L", bound=Link)


class InTwoMatters(Exception):
    """Two topics belong to two matters already; nothing merges by itself."""


def confirm(link: L, *, actor: Actor, why: str = "") -> L:
    """Say that a link holds. For a suggestion use ``confirm_suggestion``, which makes the matter."""
    return _decide(link, LinkState.CONFIRMED, actor, why)


def reject(link: L, *, actor: Actor, why: str = "") -> L:
    """Say that a link does not hold. It is kept, so that it is not proposed again."""
    return _decide(link, LinkState.REJECTED, actor, why)


def reopen(link: L, *, actor: Actor, why: str = "") -> L:
    """Take a decision back. Topics stay in the matter that they were put into: ``leave`` takes them out."""
    return _decide(link, LinkState.PROPOSED, actor, why)


def confirm_suggestion(suggestion: Suggestion, *, actor: Actor, why: str = "") -> Matter:
    """Say that two topics are one matter, and put both in it: the one that either is in, or a new one.

    Raises InTwoMatters where each is in a matter of its own.
    """
    require(actor, "record.decide", suggestion.b)
    with transaction.atomic():
        suggestion = _decide(suggestion, LinkState.CONFIRMED, actor, why)
        memberships = MatterTopic.objects.select_related("matter").filter(topic__in=(suggestion.a, suggestion.b))
        matters = {membership.matter for membership in memberships}
        if len(matters) > 1:
            first, second = sorted(matters, key=lambda matter: matter.pk)
            raise InTwoMatters(
                f"“{suggestion.a.heading}” and “{suggestion.b.heading}” belong to two matters already: “{first}” and"
                f" “{second}”. Take one of them out of its matter first."
            )
        matter = matters.pop() if matters else _new(suggestion, actor, why)
        for topic in (suggestion.a, suggestion.b):
            join(matter, topic, actor=actor, why=why)
    return matter


def join(matter: Matter, topic: Topic, *, actor: Actor, why: str = "") -> MatterTopic:
    """Put a topic into a matter. Raises InTwoMatters where it is in another."""
    require(actor, "matters.decide", matter)
    found = MatterTopic.objects.select_related("matter").filter(topic=topic).first()
    if found and found.matter_id != matter.pk:
        raise InTwoMatters(f"“{topic.heading}” belongs to “{found.matter}”. Take it out of that matter first.")
    return found or save(MatterTopic(matter=matter, topic=topic), actor=actor, why=why or f"Part of {matter}")


def leave(matter: Matter, topic: Topic, *, actor: Actor, why: str = "") -> None:
    """Take a topic out of a matter; a matter without topics goes."""
    require(actor, "matters.decide", matter)
    with transaction.atomic():
        for member in MatterTopic.objects.filter(matter=matter, topic=topic):
            member._change_reason = why or f"No part of {matter}"  # type: ignore[attr-defined]
            member._history_user = actor  # type: ignore[attr-defined]
            member.delete()
        if not matter.members.exists():
            matter._change_reason = why or "No topic is left in it"  # type: ignore[attr-defined]
            matter._history_user = actor  # type: ignore[attr-defined]
            matter.delete()


def rename(matter: Matter, title: str, *, actor: Actor, why: str = "") -> Matter:
    """Give a matter another title. Its address stays. Raises ValueError for a title without a letter or number."""
    require(actor, "matters.decide", matter)
    if not names.key(title):
        raise ValueError("A title needs at least one letter or number.")
    row = Matter.objects.get(pk=matter.pk)
    row.title = title.strip()[:300]
    return save(row, actor=actor, why=why or "Renamed")


def _new(suggestion: Suggestion, actor: Actor, why: str) -> Matter:
    """A matter called by the heading that more may read, or else by the shorter: whoever sees one topic reads it."""
    title = min((suggestion.a, suggestion.b), key=lambda topic: (*_narrowness(topic), len(topic.heading))).heading[:300]
    slug = names.slug(title, "matter")
    taken = set(Matter.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    free = next(one for one in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    council = suggestion.a.source.meeting.body.council
    return save(Matter(council=council, title=title, slug=free), actor=actor, why=why or "Two topics are one matter")


def _narrowness(topic: Topic) -> tuple[int, bool]:
    """How few may see a topic: the rank of the narrowest audience on the way to it, and whether it is held back."""
    ways: list[Visible | None] = [topic.source, topic.source.meeting, topic.source.meeting.body, topic.item]
    return (
        max(Audience(way.audience).rank for way in ways if way),
        any(way.visible_from is not None for way in ways if way),
    )


def _decide(link: L, state: LinkState, actor: Actor, why: str) -> L:
    require(actor, "matters.decide", link)
    with transaction.atomic():
        row: Any = type(link)._default_manager.select_for_update().get(pk=link.pk)
        row.state = state
        decided = state != LinkState.PROPOSED
        row.decided_by, row.decided_at = (actor, timezone.now()) if decided else (None, None)
        save(row, actor=actor, why=why or state.label)
    result: L = row
    return result
