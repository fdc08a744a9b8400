"""What pages ask of bodies, meetings and items. Every answer holds only what the reader may see."""

from __future__ import annotations

from django.db.models import Count, Max, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from arising.register.accounts.audiences import Reader, council_path
from arising.register.accounts.queries import Change, told
from arising.register.accounts.rules import follow_path
from arising.register.bodies.models import Body, Council, Item, Meeting, MeetingStatus, Membership, Person
from arising.register.bodies.withheld import mask_for


def councils() -> QuerySet[Council]:
    """Every council in this register."""
    return Council.objects.all()


def bodies(user: Reader) -> QuerySet[Body]:
    """Bodies by name, each with ``meeting_count`` and ``latest_meeting`` (a date) of the meetings held that may be
    seen."""
    seen = held(user).filter(body=OuterRef("pk")).order_by().values("body")
    return (
        Body.objects.visible_to(user)
        .select_related("council")
        .annotate(
            meeting_count=Coalesce(Subquery(seen.annotate(n=Count("pk")).values("n")), 0),
            latest_meeting=Subquery(seen.annotate(last=Max("latest")).values("last")),
        )
    )


def body(user: Reader, slug: str) -> Body:
    """One body. Raises ``Body.DoesNotExist`` where there is none that ``user`` may see."""
    return bodies(user).get(slug=slug)


def meetings(user: Reader, *, body: Body | None = None) -> QuerySet[Meeting]:
    """Meetings, latest first, those without a date last."""
    found = Meeting.objects.visible_to(user).select_related("body", "body__council")
    return found.filter(body=body) if body else found


def held(user: Reader, *, body: Body | None = None) -> QuerySet[Meeting]:
    """Meetings that were held, latest first, those without a date last."""
    return meetings(user, body=body).filter(status=MeetingStatus.HELD)


def to_come(user: Reader, *, body: Body | None = None) -> QuerySet[Meeting]:
    """Meetings planned for today or later, the next first."""
    planned = meetings(user, body=body).filter(status=MeetingStatus.PLANNED, earliest__gte=timezone.localdate())
    return planned.order_by("earliest", "pk")


def meeting(user: Reader, body_slug: str, slug: str) -> Meeting:
    """One meeting. Raises ``Meeting.DoesNotExist``."""
    return meetings(user).get(body__slug=body_slug, slug=slug)


def items(user: Reader, meeting: Meeting) -> QuerySet[Item]:
    """The items of a meeting in their order, those that a source still has."""
    found = Item.objects.visible_to(user).filter(meeting=meeting, gone=False)
    return found.select_related("meeting", "meeting__body")


def item(user: Reader, body_slug: str, meeting_slug: str, slug: str) -> Item:
    """One item. Raises ``Item.DoesNotExist``."""
    found = Item.objects.visible_to(user).select_related("meeting", "meeting__body", "meeting__body__council")
    return found.get(meeting__body__slug=body_slug, meeting__slug=meeting_slug, slug=slug)


def history(user: Reader, thing: Model) -> list[Change]:
    """Every change to a thing that ``user`` may see, as far as they may know it."""
    council = follow_path(thing, council_path(type(thing)))
    mask = mask_for(user, council.pk) if council else None
    return told(thing, user, shown=mask.text if mask else str)


def memberships(user: Reader, person: Person) -> QuerySet[Membership]:
    """What a person belongs to and holds, as far as somebody has said so."""
    return Membership.objects.visible_to(user).filter(person=person).select_related("body", "post")
