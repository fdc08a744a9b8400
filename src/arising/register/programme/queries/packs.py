"""What goes into a pack. Every line holds only what its reader may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from django.db.models import Q, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.matters import queries as matters
from arising.register.matters.models import Effect
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Origin
from arising.register.obligations.queries import Filters, Line
from arising.register.obligations.states import Standing
from arising.register.programme.pack import Entry, Pack, Section
from arising.register.programme.queries.entries import (
    address_of,
    due_of,
    entry_of,
    number_of,
    owed_of,
    place_of,
    quote_of,
    then_and_now,
    things,
    when,
)
from arising.register.programme.queries.planning import planned_meeting
from arising.register.record.models import Commitment

Later: TypeAlias = tuple[Commitment, matters.Told]
"""A commitment with what later minutes say of it."""

MOST = 12
"""So many entries stand in a section."""

AHEAD = timedelta(days=60)
"""How far ahead a pack looks."""

_NO_WORD = "No word of it in the minutes of {count} since."


def pack(user: Reader, slug: str, meeting: str = "", *, most: int = MOST) -> Pack:
    """The pack of a body for ``user``: today's, or that for one of its meetings.

    For a meeting to come, all stands as it will on its day if nothing changes before. For one that was held it stands
    as today: what was known then is not kept. Raises ``Body.DoesNotExist`` or ``Meeting.DoesNotExist``.
    """
    body = bodies.body(user, slug)
    made_for = bodies.meeting(user, slug, meeting) if meeting else None
    today = timezone.localdate()
    day = made_for.latest if made_for else None
    on = max(today, day or today)
    before = (made_for and made_for.earliest) or today
    held = bodies.meetings(user, body=body).filter(latest__lt=before, sources__readings__current=True)
    last = held.order_by("-latest").first()
    since = last.latest if last else None
    lines = obligations.every_line(user, Filters(body=slug), on=on)
    told = obligations.every_line(user, Filters(body=slug, expectations=True), on=on)
    waiting = [line for line in lines if line.state.standing.is_waiting and not line.seems_done]
    told = [line for line in told if not line.seems_done]
    later = _told(user, [*waiting, *told])
    sections = (
        _answered(lines, since, most),
        _seems_done(lines, most),
        _overdue(waiting, most),
        _soon(waiting, most),
        _undated(waiting, most),
        _replies(waiting, most),
        _slipped(later, most),
        _silent(later, most),
        _figures(user, body, most),
        _coming(bodies.meetings(user, body=body).exclude(slug=meeting), [*lines, *told], on, most),
    )
    agenda = _agenda(user, made_for)
    questions = _questions(sections)
    named = _named(made_for) if made_for else ""
    return Pack(body.name, on, since, (*agenda, *sections, questions), named, ahead=on > today)


def choices(user: Reader, slug: str, *, held: int = MOST) -> list[Meeting]:
    """The meetings of a body that a pack is offered for: all to come and the last ``held`` before today, latest first.

    Raises ``Body.DoesNotExist``.
    """
    meetings = bodies.meetings(user, body=bodies.body(user, slug)).exclude(status=MeetingStatus.CANCELLED)
    today = timezone.localdate()
    return [*meetings.filter(latest__gte=today), *meetings.filter(latest__lt=today)[:held]]


def _named(meeting: Meeting) -> str:
    return f"meeting of {when(meeting)}" if meeting.date else meeting.title or "a meeting whose date is not known"


def _section(title: str, answer: str, entries: Iterable[Entry], most: int) -> Section:
    found = list(entries)
    return Section(title, answer, tuple(found[:most]), max(0, len(found) - most))


def _agenda(user: Reader, meeting: Meeting | None) -> tuple[Section, ...]:
    """What is planned for the meeting, and what of it comes too late; nothing where nobody has planned it."""
    if meeting is None:
        return ()
    planned = planned_meeting(user, meeting.body.slug, meeting.slug)
    if not planned.items:
        return ()
    entries = [
        Entry(
            " ".join(filter(None, (f"{one.item.title}.", one.item.purpose, one.reach.words if one.reach else ""))),
            (),
            one.item.get_absolute_url(),
        )
        for one in planned.items
    ]
    said = " ".join(filter(None, (f"{things(len(entries))} on it.", planned.time)))
    return (Section("What is on the agenda?", said, tuple(entries)),)


def _answered(lines: list[Line], since: date | None, most: int) -> Section:
    done = (Standing.ANSWERED, Standing.ANSWERED_LATE)
    new = [
        line
        for line in lines
        if line.state.standing in done
        and since
        and line.obligation.answered_on
        and line.obligation.answered_on >= since
    ]
    said = f"since {day_in_words(since)}" if since else "since the last meeting"
    return _section(
        "What was answered?", f"{things(len(new), 'was', 'were')} answered {said}.", map(entry_of, new), most
    )


def _seems_done(lines: list[Line], most: int) -> Section:
    """What later minutes seem to answer: nobody should be called late for it before a person has looked."""
    entries = []
    for line in lines:
        if line.seems_done and line.obligation.commitment and line.later:
            entry = then_and_now(line.obligation.commitment, line.later)
            owed = replace(owed_of(line), state=entry.words.rstrip("."), days=None)
            entries.append(replace(entry, address=address_of(line), owed=owed))
    said = f"{things(len(entries), 'was', 'were')} done, as later minutes seem to say."
    return _section("What may have been answered already?", said, entries, most)


def _overdue(waiting: list[Line], most: int) -> Section:
    late = [line for line in waiting if line.state.standing is Standing.OVERDUE]
    late.sort(key=lambda line: -(line.state.days or 0))
    longest = f", the longest by {late[0].state.days:,} days" if late else ""
    return _section("What is overdue?", f"{things(len(late))} overdue{longest}.", map(entry_of, late), most)


def _soon(waiting: list[Line], most: int) -> Section:
    soon = [line for line in waiting if line.state.standing in (Standing.DUE_SOON, Standing.EXTENDED)]
    return _section(
        "What is due soon, or was given more time?",
        f"{things(len(soon), 'falls', 'fall')} due soon, or had more time given.",
        map(entry_of, soon),
        most,
    )


def _undated(waiting: list[Line], most: int) -> Section:
    undated = [line for line in waiting if line.state.standing is Standing.NO_DATE]
    undated.sort(key=lambda line: -(line.state.days or 0))
    said = f"{things(len(undated))} owed without a date."
    return _section("What was promised without a date?", said, map(entry_of, undated), most)


def _replies(waiting: list[Line], most: int) -> Section:
    awaited = [line for line in waiting if line.obligation.origin == Origin.RECOMMENDATION]
    said = f"{number_of(len(awaited), 'recommendation')} without a reply."
    return _section("Which recommendations wait for a reply?", said, map(entry_of, awaited), most)


def _slipped(later: list[Later], most: int) -> Section:
    """What later meetings say has slipped, changed or been dropped, where that is the last word on it."""
    entries = []
    for commitment, told in later:
        last = told.closures[-1] if told.closures else None
        if last is not None and last.effect in (Effect.SLIPPED, Effect.CHANGED, Effect.DROPPED):
            entries.append(then_and_now(commitment, last))
    said = f"{things(len(entries), 'seems', 'seem')} to be late, changed or dropped."
    return _section("What were we told, and what were we then told?", said, entries, most)


def _silent(later: list[Later], most: int) -> Section:
    found = [(commitment, told) for commitment, told in later if told.silent]
    found.sort(key=lambda one: (-one[1].later_meetings, one[0].pk))
    entries = [
        Entry(
            _NO_WORD.format(count=number_of(told.later_meetings, "meeting")),
            (quote_of(commitment),),
            place_of(commitment),
        )
        for commitment, told in found
    ]
    said = f"{things(len(entries), 'goes', 'go')} unmentioned in the later minutes held here."
    return _section("What went silent?", said, entries, most)


def _figures(user: Reader, body: Body, most: int) -> Section:
    asked = matters.disagreements(user).filter(
        Q(before__source__meeting__body=body) & Q(after__source__meeting__body=body)
    )
    entries = [
        Entry(
            one.question,
            (quote_of(one.before), quote_of(one.after)),
            place_of(one.after),
        )
        for one in asked.order_by("-after__source__meeting__latest", "-score")
    ]
    return _section(
        "Which figures do not agree?",
        f"{number_of(len(entries), 'pair')} of figures to ask about.",
        entries,
        most,
    )


def _coming(meetings: QuerySet[Meeting], lines: list[Line], today: date, most: int) -> Section:
    meetings = meetings.filter(earliest__gte=today, earliest__lte=today + AHEAD)
    meetings = meetings.exclude(status=MeetingStatus.CANCELLED)
    entries = [
        Entry(f"The committee meets on {when(meeting)}.", (), meeting.get_absolute_url())
        for meeting in meetings.order_by("earliest")
    ]
    due = [
        line
        for line in lines
        if line.state.standing.is_waiting and (at := due_of(line)) is not None and today <= at <= today + AHEAD
    ]
    due.sort(key=lambda line: due_of(line) or today)
    entries += [entry_of(line) for line in due]
    return _section(
        "What comes up in the next sixty days?", f"{things(len(entries), 'comes', 'come')} up.", entries, most
    )


_ASKS = {
    "What were we told, and what were we then told?": "What is the date now, and what has changed since?",
    "Which figures do not agree?": "",
    "What is overdue?": "It is overdue. When will the Committee have it?",
    "Which recommendations wait for a reply?": "What is the reply, what will be done, by whom and by when?",
    "What went silent?": "What became of it?",
    "What was promised without a date?": "No date was given. By when will it be done?",
}
"""What a member might ask of the first entries of a section; "" where the entry is a question itself."""


def _questions(sections: Iterable[Section]) -> Section:
    """Questions that a member might ask, each resting on the words behind it, and on no words twice."""
    by_title = {section.title: section for section in sections}
    entries: list[Entry] = []
    asked: set[str] = set()
    for title, question in _ASKS.items():
        fresh = [entry for entry in by_title[title].entries if entry.quotes and entry.quotes[0].words not in asked]
        for entry in fresh[:3]:
            asked.add(entry.quotes[0].words)
            entries.append(Entry(question or entry.words, entry.quotes, entry.address))
    said = f"{number_of(len(entries), 'question')}, each with the words it rests on." if entries else "None."
    return Section("What might a member ask?", said, tuple(entries))


def _told(user: Reader, lines: list[Line]) -> list[Later]:
    found = [line.obligation.commitment for line in lines if line.obligation.commitment is not None]
    told = matters.tell(user, found)
    return [(commitment, told[commitment.pk]) for commitment in found]
