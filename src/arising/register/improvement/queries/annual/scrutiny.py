"""Scrutiny's own annual report: what it recommended, what was accepted and done, what changed."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.improvement.annual import AnnualAccount, Between
from arising.register.improvement.models import Action
from arising.register.improvement.queries.annual.held import Findings, findings, section
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Obligation, Origin, Reply, Response
from arising.register.obligations.queries import Filters, Line
from arising.register.obligations.states import Standing
from arising.register.programme.pack import Entry, Section
from arising.register.programme.queries.entries import entry_of, number_of, then_and_now, when

NAME = "Scrutiny’s annual report"
_DONE = (Standing.ANSWERED, Standing.ANSWERED_LATE)


def scrutiny_report(user: Reader, slug: str, time: Between) -> AnnualAccount:
    """What a body did in ``time``: its meetings and questions, what it recommended, what the executive said to that and
    what was done, what changed, what it was promised and whether it came.

    Raises Body.DoesNotExist.
    """
    body = bodies.body(user, slug)
    found = findings(user, body, time)
    lines = [
        line
        for line in obligations.every_line(user, Filters(body=slug))
        if line.obligation.said_on and time.since <= line.obligation.said_on <= time.until
    ]
    recommended = [line for line in lines if line.obligation.origin == Origin.RECOMMENDATION]
    others = [line for line in lines if line.obligation.origin != Origin.RECOMMENDATION]
    replies = _replies(user, recommended)
    sections = (
        _did(found, lines),
        _recommended(recommended, replies),
        _changed(user, recommended, replies),
        _came(others),
        _seems_done(others),
        _waits(others),
    )
    return AnnualAccount(NAME, body.name, time, timezone.localdate(), sections)


def _did(found: Findings, lines: list[Line]) -> Section:
    if not found.meetings:
        return Section("What did the committee do?", "The register holds no minutes of this time.")
    asked = sum(bool(one.kind) for one in found.exchanges)
    counts = [
        number_of(len(found.meetings), "meeting"),
        number_of(asked, "question") + " and comments noted",
        number_of(len(found.decisions), "decision"),
        number_of(sum(line.obligation.origin == Origin.RECOMMENDATION for line in lines), "recommendation"),
    ]
    entries = [
        Entry(f"{when(meeting)}{f': {meeting.title}' if meeting.title else ''}.", (), meeting.get_absolute_url())
        for meeting in found.meetings
    ]
    return section("What did the committee do?", f"{', '.join(counts)}.", entries, most=20)


def _replies(user: Reader, lines: list[Line]) -> dict[int, list[Reply]]:
    """The executive's replies to what ``user`` may see, by obligation."""
    told: dict[int, list[Reply]] = {}
    rows = Reply.objects.filter(obligation__in=[line.obligation.pk for line in lines]).order_by("replied_on", "pk")
    for reply in rows:
        told.setdefault(reply.obligation_id, []).append(reply)
    return told


def _recommended(lines: list[Line], replies: dict[int, list[Reply]]) -> Section:
    title = "What was recommended, and was it accepted?"
    if not lines:
        return Section(title, "No recommendation of this time is on record.")
    said = {key: sum(_response(replies, line) == key for line in lines) for key in (*Response.values, "")}
    words = {**{key: Response(key).label.lower() for key in Response.values}, "": "without a reply"}
    counts = ", ".join(f"{count} {words[key]}" for key, count in said.items() if count)
    answer = f"{number_of(len(lines), 'recommendation')}: {counts}."
    return section(title, answer, [_with_reply(line, replies) for line in lines])


def _response(replies: dict[int, list[Reply]], line: Line) -> str:
    told = replies.get(line.obligation.pk, [])
    return told[-1].response if told else ""


def _with_reply(line: Line, replies: dict[int, list[Reply]]) -> Entry:
    told = entry_of(line)
    for reply in replies.get(line.obligation.pk, []):
        parts = [
            f"{reply.get_response_display()}{f' ({reply.part})' if reply.part else ''}",
            reply.will_do,
            reply.reason,
        ]
        told = replace(told, words=f"{told.words} {'. '.join(part.rstrip('.') for part in parts if part)}.")
    return told


def _changed(user: Reader, lines: list[Line], replies: dict[int, list[Reply]]) -> Section:
    """What came of recommendations: as somebody found it, and by the actions of an improvement plan."""
    entries = []
    for line in lines:
        for reply in replies.get(line.obligation.pk, []):
            if reply.impact:
                told = entry_of(line)
                entries.append(replace(told, words=f"{line.obligation.title.rstrip('.')}: {reply.impact}"))
    actions = Action.objects.visible_to(user).filter(obligations__in=[line.obligation.pk for line in lines])
    entries.extend(
        Entry(f"{action}: {action.get_state_display().lower()}.", (), action.get_absolute_url())
        for action in actions.distinct().order_by("pk")
    )
    looked = sum(bool(reply.impact) for told in replies.values() for reply in told)
    accepted = sum(
        reply.response in (Response.ACCEPTED, Response.PARTLY) for told in replies.values() for reply in told
    )
    if not accepted and not entries:
        return Section("What changed because of it?", "Nothing is on record yet of what came of any recommendation.")
    answer = (
        f"Of {number_of(accepted, 'accepted recommendation')}, somebody has looked at what came of {looked}. "
        f"{number_of(len(entries), 'change or action')} on record."
    )
    return section("What changed because of it?", answer, entries)


def _came(lines: list[Line]) -> Section:
    done = [line for line in lines if line.state.standing in _DONE]
    title = "What was promised or asked for, and did it come?"
    if not lines:
        return Section(title, "Nothing of this time is on record as owed to the committee.")
    late = sum(line.state.standing is Standing.ANSWERED_LATE for line in done)
    answer = f"{number_of(len(lines), 'thing')} owed, {len(done)} answered{f', {late} of these late' if done else ''}."
    days = [took for line in done if (took := _took(line.obligation)) is not None]
    if days:
        answer += f" Half of the answers took {median(days):g} days or fewer."
    return section(title, answer, list(map(entry_of, done)))


def _took(obligation: Obligation) -> int | None:
    if obligation.said_on is None or obligation.answered_on is None:
        return None
    return (obligation.answered_on - obligation.said_on).days


def _seems_done(lines: list[Line]) -> Section:
    """What later minutes seem to answer: nobody is called late for it before a person has looked."""
    found = [line for line in lines if line.state.standing.is_waiting and line.seems_done]
    entries = [
        replace(told, words=f"{line.obligation.title.rstrip('.')}. {told.words}")
        for line in found
        if line.later and line.obligation.commitment and (told := then_and_now(line.obligation.commitment, line.later))
    ]
    answer = f"{number_of(len(found), 'thing')} that later minutes seem to answer, which nobody has confirmed."
    return section("What may have been answered already?", answer, entries)


def _waits(lines: list[Line]) -> Section:
    waiting = [line for line in lines if line.state.standing.is_waiting and not line.seems_done]
    waiting.sort(key=lambda line: -(line.state.days or 0) if line.state.standing is Standing.OVERDUE else 1)
    late = sum(line.state.standing is Standing.OVERDUE for line in waiting)
    answer = f"{number_of(len(waiting), 'thing')} still waited for, {late} of them overdue."
    return section("What did nobody answer?", answer, list(map(entry_of, waiting)))
