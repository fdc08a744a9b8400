"""What is planned for a body: its meetings to come with their items, what has no slot yet, what comes too late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.accounts.history import changes
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import day_in_words, in_words
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Origin
from arising.register.obligations.queries import Filters, Line
from arising.register.programme.asking import Decision, decision_of, is_for_a_report
from arising.register.programme.models import Move, Plan, ProgrammeItem
from arising.register.programme.notice import InTime, Reach, notice_by, reach


@dataclass(frozen=True)
class Planned:
    """An item of the programme, and whether what is said on it comes in time for the decision it is about.

    ``reach`` is None where it is about no dated decision, or has no slot.
    """

    item: ProgrammeItem
    reach: Reach | None


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting to come: its plan (None where nobody has written one), its items in order, when its agenda is due."""

    meeting: Meeting
    plan: Plan | None
    items: tuple[Planned, ...]
    notice_by: date
    today: date

    @property
    def over(self) -> tuple[int, str]:
        """By how many minutes too much is on, and of what; 0 where there is time for all."""
        given, themed = self._given, self._themed
        budget, for_theme = self._budget
        if budget and given > budget:
            return given - budget, ""
        if for_theme and themed > for_theme:
            return themed - for_theme, " for the theme"
        if budget and for_theme and given - themed > budget - for_theme:
            return given - themed - budget + for_theme, " beside the theme"
        return 0, ""

    @property
    def time(self) -> str:
        """How the time is spent, in words; "" where nobody has said how long anything takes."""
        budget, for_theme = self._budget
        if not self._given and not budget:
            return ""
        given = hours(self._given)
        said = f"{given} of {hours(budget)} are given to items" if budget else f"Its items take {given}"
        if for_theme:
            said += f", {hours(self._themed)} of {hours(for_theme)} to the theme"
        much, where = self.over
        return f"{said}. That is {hours(much)} too much{where}." if much else f"{said}."

    @property
    def is_over(self) -> bool:
        """Whether more time was given than there is."""
        return self.over[0] > 0

    @property
    def _given(self) -> int:
        return sum(one.item.minutes or 0 for one in self.items)

    @property
    def _themed(self) -> int:
        return sum(one.item.minutes or 0 for one in self.items if one.item.on_theme)

    @property
    def _budget(self) -> tuple[int | None, int | None]:
        """The time of the whole meeting and of its theme."""
        return (self.plan.minutes, self.plan.theme_minutes) if self.plan else (None, None)

    @property
    def notice(self) -> str:
        """When the agenda must be out, in words."""
        if self.notice_by < self.today:
            return f"The agenda was to be out by {day_in_words(self.notice_by)}, five clear days before."
        return f"The agenda must be out by {day_in_words(self.notice_by)}, five clear days before."


@dataclass(frozen=True)
class Asked:
    """What was asked for and is not on the programme. ``decision`` is the dated decision that waits for it, and
    ``reach`` whether the next meeting comes in time for that; None where there is none, or no meeting is planned."""

    line: Line
    decision: Decision | None = None
    reach: Reach | None = None

    @property
    def is_for_a_report(self) -> bool:
        """Whether a meeting should look at it: it asks for a report, or a decision waits for it."""
        one = self.line.obligation
        if self.decision is not None or one.origin == Origin.GATE:
            return True
        return is_for_a_report(one.title, one.finding.quote if one.finding else "")

    @property
    def says_more(self) -> bool:
        """Whether its quote says more than its title."""
        one = self.line.obligation
        return one.finding is not None and one.finding.quote.strip(" .").lower() not in one.title.lower()


@dataclass(frozen=True)
class Programme:
    """The work programme of a body on a day.

    ``requested`` are requests that wait and are not on it; ``waiting`` items without a slot; ``unsettled`` items of
    past meetings of which nobody has said whether they were taken; ``ended`` the latest that were taken or withdrawn.
    """

    body: Body
    today: date
    meetings: tuple[PlannedMeeting, ...]
    requested: tuple[Asked, ...]
    waiting: tuple[ProgrammeItem, ...]
    outside: tuple[ProgrammeItem, ...]
    unsettled: tuple[ProgrammeItem, ...]
    ended: tuple[ProgrammeItem, ...]

    @property
    def reports(self) -> list[Asked]:
        """Reports that were asked for, and what a decision waits for, without a slot."""
        return [asked for asked in self.requested if asked.is_for_a_report]

    @property
    def other_requests(self) -> list[Asked]:
        """What else was asked for."""
        return [asked for asked in self.requested if not asked.is_for_a_report]

    @property
    def lines(self) -> list[tuple[str, Planned]]:
        """Every item with the theme of its meeting: what is to come, what has no slot, what is past."""
        placed = [(one.plan.theme if one.plan else "", item) for one in self.meetings for item in one.items]
        rest = (*self.waiting, *self.outside, *self.unsettled, *self.ended)
        return [*placed, *(("", Planned(item, None)) for item in rest)]

    @property
    def words(self) -> str:
        """The answer in a few sentences."""
        said = [_meets(self.meetings)]
        missing = len(self.reports) + len(self.waiting)
        if missing:
            one, many = "1 report that was asked for or planned has", "reports that were asked for or planned have"
            said.append(f"{one if missing == 1 else f'{missing:,} {many}'} no slot.")
        reaches = [item.reach for meeting in self.meetings for item in meeting.items]
        reaches += [asked.reach for asked in self.requested]
        late = [reach for reach in reaches if reach and reach.in_time is InTime.TOO_LATE]
        if late:
            said.append(f"{_number(len(late), 'thing comes', 'things come')} too late for the decision.")
        over = sum(meeting.is_over for meeting in self.meetings)
        if over:
            said.append(f"{_number(over, 'meeting has', 'meetings have')} more on than there is time for.")
        return " ".join(said)


@dataclass(frozen=True)
class ItemPage:
    """An item of the programme: whether it comes in time, every move that the reader may see, and its history, which
    is for clerks."""

    planned: Planned
    obligation: Line | None
    moves: list[Move]
    history: list[dict[str, Any]]

    @property
    def item(self) -> ProgrammeItem:
        return self.planned.item


def programme(user: Reader, slug: str, *, ended: int = 20) -> Programme:
    """The work programme of a body. Raises ``Body.DoesNotExist``."""
    body = bodies.body(user, slug)
    today = timezone.localdate()
    items = list(programme_items(user).filter(body=body))
    open_items = [item for item in items if not item.ended]
    asked = {item.obligation_id for item in items if item.ended != "withdrawn"}
    requests = obligations.every_line(user, Filters(body=slug, origin=Origin.REQUEST, state="waiting"))
    gates = obligations.every_line(user, Filters(body=slug, origin=Origin.GATE, state="waiting"))
    planned = tuple(_with_plans(user, list(bodies.to_come(user, body=body)), open_items, today))
    closed = sorted((item for item in items if item.ended), key=lambda item: -item.pk)
    return Programme(
        body=body,
        today=today,
        meetings=planned,
        requested=tuple(
            _asked(line, planned, today)
            for line in [*gates, *requests]
            if line.obligation.pk not in asked and not line.seems_done
        ),
        waiting=tuple(item for item in open_items if item.meeting is None and not item.outside),
        outside=tuple(item for item in open_items if item.outside),
        unsettled=tuple(item for item in open_items if _is_past(item.meeting, today)),
        ended=tuple(closed[:ended]),
    )


def programme_items(user: Reader) -> QuerySet[ProgrammeItem]:
    """Every item of every programme that ``user`` may see, in the order of the agenda."""
    related = ("body", "meeting__body", "lead", "obligation", "taken_as__meeting__body")
    return ProgrammeItem.objects.visible_to(user).select_related(*related)


def programme_item(user: Reader, pk: int) -> ProgrammeItem:
    """One item. Raises ``ProgrammeItem.DoesNotExist``."""
    return programme_items(user).get(pk=pk)


def item_page(user: Reader, pk: int) -> ItemPage:
    """The page of an item. Raises ``ProgrammeItem.DoesNotExist``."""
    item = programme_item(user, pk)
    moves = Move.objects.visible_to(user).filter(item=item).select_related("before__body", "after__body", "moved_by")
    lines = obligations.lines(user, obligations.in_brief(user).filter(pk=item.obligation_id or 0))
    return ItemPage(
        _planned(item), lines[0] if lines else None, list(moves), changes(item) if is_clerk(user, item) else []
    )


def planned_meeting(user: Reader, body: str, slug: str) -> PlannedMeeting:
    """A meeting with what is planned for it. Raises ``Meeting.DoesNotExist``."""
    meeting = bodies.meeting(user, body, slug)
    items = programme_items(user).filter(meeting=meeting).exclude(ended="withdrawn")
    return _with_plans(user, [meeting], list(items), timezone.localdate())[0]


def to_come(user: Reader, *, body: Body | None = None, limit: int = 3) -> list[PlannedMeeting]:
    """The next meetings with what is planned for them."""
    meetings = list(bodies.to_come(user, body=body)[:limit])
    items = programme_items(user).filter(meeting__in=meetings, ended="")
    return _with_plans(user, meetings, list(items), timezone.localdate())


def cancelled(user: Reader, body: Body) -> QuerySet[Meeting]:
    """Meetings to come that were cancelled, so that calendars take them out."""
    gone = bodies.meetings(user, body=body).filter(status=MeetingStatus.CANCELLED, earliest__gte=timezone.localdate())
    return gone.order_by("earliest", "pk")


def plans(user: Reader, meetings: Iterable[Meeting]) -> dict[int, Plan]:
    """The plans of meetings, by the meeting's number."""
    return {plan.meeting_id: plan for plan in Plan.objects.visible_to(user).filter(meeting__in=list(meetings))}


def hours(minutes: int | None) -> str:
    """So many minutes in words: "2 h 30 min"."""
    whole, rest = divmod(minutes or 0, 60)
    parts = [f"{whole} h"] if whole else []
    return " ".join([*parts, f"{rest} min"] if rest or not whole else parts)


def _with_plans(user: Reader, meetings: list[Meeting], items: list[ProgrammeItem], today: date) -> list[PlannedMeeting]:
    """Each meeting with its plan and those of ``items`` that are on its agenda."""
    written = plans(user, meetings)
    found = []
    for meeting in meetings:
        own = tuple(_planned(item) for item in items if item.meeting_id == meeting.pk)
        notice = notice_by(meeting.earliest or today)
        found.append(PlannedMeeting(meeting, written.get(meeting.pk), own, notice, today))
    return found


def _planned(item: ProgrammeItem) -> Planned:
    day = item.meeting.latest if item.meeting else None
    if day is None or item.decision_on is None or item.ended:
        return Planned(item, None)
    return Planned(item, reach(day, item.decision_by, item.decision_on))


def _asked(line: Line, meetings: tuple[PlannedMeeting, ...], today: date) -> Asked:
    decision = decision_of(line.obligation)
    if decision is not None and decision.on < today:
        decision = None
    day = meetings[0].meeting.latest if meetings else None
    if decision is None or day is None:
        return Asked(line, decision)
    return Asked(line, decision, reach(day, decision.by, decision.on))


def _is_past(meeting: Meeting | None, today: date) -> bool:
    return meeting is not None and meeting.latest is not None and meeting.latest < today


def _meets(meetings: tuple[PlannedMeeting, ...]) -> str:
    if not meetings:
        return "No meeting is planned."
    next_day = in_words(meetings[0].meeting.date)
    if len(meetings) == 1:
        return f"One meeting is planned, on {next_day}."
    return f"{len(meetings)} meetings are planned, the next on {next_day}."


def _number(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
