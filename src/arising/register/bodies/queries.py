"""What pages ask of bodies, meetings and items. Every answer holds only what the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from arising.register.accounts.audiences import Reader, council_path
from arising.register.accounts.queries import Change, told
from arising.register.accounts.rules import follow_path
from arising.register.bodies.models import Body, Council, Item, Meeting, MeetingStatus, Membership, Person
from arising.register.bodies.withheld import WITHHELD, mask_for


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


@dataclass(frozen=True)
class Member:
    """Somebody who belongs to a body, as far as the reader may know it. A name that is withheld is told as that, and as
    what they belong is not."""

    membership: Membership
    name: str
    role: str

    def on(self, day: date) -> bool:
        """Whether they may belong to it on a day."""
        row = self.membership
        since, until = row.start_earliest, row.end_latest
        return (since is None or since <= day) and (until is None or day <= until)

    @property
    def has_ended(self) -> bool:
        """Whether they belong to it no more."""
        until = self.membership.end_latest
        return until is not None and until < timezone.localdate()


@dataclass(frozen=True)
class Members:
    """Who belongs to a body, and who did, each by name."""

    body: Body
    now: tuple[Member, ...]
    others: tuple[Member, ...]

    @property
    def words(self) -> str:
        """The answer in words."""
        if not self.now and not self.others:
            return "The register does not hold who belongs to it."
        now = f"{len(self.now)} {'belongs' if len(self.now) == 1 else 'belong'} to it now" if self.now else (
            "Nobody is known to belong to it now"
        )  # fmt: skip
        ended = sum(each.has_ended for each in self.others)
        coming = len(self.others) - ended
        before = f"{ended} did before" if ended else ""
        later = f"{coming} will" if coming else ""
        return f"{', '.join(each for each in (now, before, later) if each)}."


def members(user: Reader, slug: str) -> Members:
    """Who belongs to a body. Raises ``Body.DoesNotExist``."""
    of = body(user, slug)
    rows = Membership.objects.visible_to(user).filter(body=of)
    names = dict(Person.objects.filter(memberships__in=rows.order_by().values("pk")).values_list("pk", "name"))
    # of somebody whose name is withheld the reader is given no person
    told = [
        Member(row, names[row.person_id], row.role) if row.person_id in names else Member(row, WITHHELD, "")
        for row in rows
    ]
    told.sort(key=lambda each: (each.name == WITHHELD, each.name, each.membership.pk))
    today = timezone.localdate()
    return Members(
        of, tuple(each for each in told if each.on(today)), tuple(each for each in told if not each.on(today))
    )


def membership(user: Reader, pk: int) -> Membership:
    """What somebody belongs to or holds. Raises ``Membership.DoesNotExist``."""
    return Membership.objects.visible_to(user).select_related("person__council", "body__council", "post").get(pk=pk)


def memberships(user: Reader, person: Person) -> QuerySet[Membership]:
    """What a person belongs to and holds, as far as somebody has said so."""
    return Membership.objects.visible_to(user).filter(person=person).select_related("body", "post")
