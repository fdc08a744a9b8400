"""The lead member's annual account: what the role must cover, what was reported on, what not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body
from arising.register.improvement.annual import AnnualAccount, Between
from arising.register.improvement.duties import DUTIES, GUIDANCE, Duty
from arising.register.improvement.queries.annual.held import Findings, findings, section
from arising.register.improvement.queries.annual.journey import ByDuty, counted, journey_by_duty, with_journey
from arising.register.improvement.queries.changes import Change
from arising.register.indicators import queries as indicators
from arising.register.obligations import queries as obligations
from arising.register.obligations.queries import Filters, Line
from arising.register.programme.pack import Entry, Quote, Section
from arising.register.programme.queries.entries import entry_of, number_of, place_of, quote_of, when
from arising.register.record.models import Commitment, Exchange, Figure, Finding, Topic

NAME = "The lead member’s annual account"
_LEAD_MEMBER = re.compile(r"(?i)\b(lead|portfolio holder|cabinet member|executive member)\b.*\bchild|\bLMCS\b")


def lead_member_account(user: Reader, slug: str, time: Between) -> AnnualAccount:
    """What the minutes of a body, the figures and the improvement journey say, in ``time``, of each area that the role
    of the lead member for children's services covers; which areas nobody spoke of; what the lead member promised and
    what became of it.

    Raises Body.DoesNotExist.
    """
    body = bodies.body(user, slug)
    found = findings(user, body, time)
    told = {duty.key: _topics_of(duty, found) for duty in DUTIES}
    journey = journey_by_duty(user, body, time)
    sections = (
        _covers(body, found, told, time, journey),
        *(with_journey(_area(user, body, duty, found, told[duty.key]), journey[duty.key]) for duty in DUTIES),
        _promised(user, slug, time),
        _elsewhere(found, told),
    )
    return AnnualAccount(NAME, body.name, time, timezone.localdate(), sections)


def is_lead_member(words: str) -> bool:
    """Whether a post or speaker, as written, is the lead member for children's services."""
    return bool(_LEAD_MEMBER.search(words))


def _topics_of(duty: Duty, found: Findings) -> list[Topic]:
    """The topics that speak of an area: by their headings, else by what was said under them."""
    told = [topic for topic in found.topics if duty.is_told_in(topic.heading)]
    named = {topic.pk for each in DUTIES for topic in found.topics if each.is_told_in(topic.heading)}
    others = (topic for topic in found.topics if topic.pk not in named)
    told.extend(topic for topic in others if duty.is_told_in(*(one.quote for one in _under(topic, found))))
    return sorted(told, key=lambda topic: (topic.source.meeting.latest or topic.pk, topic.pk), reverse=True)


def _under(topic: Topic, found: Findings) -> list[Finding]:
    rows: Iterable[Finding] = (*found.exchanges, *found.commitments, *found.decisions, *found.figures)
    return [row for row in rows if row.topic_id == topic.pk]


def _covers(
    body: Body, found: Findings, told: dict[str, list[Topic]], time: Between, journey: ByDuty
) -> Section:  # fmt: skip
    spoken = [duty for duty in DUTIES if told[duty.key]]
    silent = [duty for duty in DUTIES if not told[duty.key]]
    meetings = number_of(len(found.meetings), "meeting")
    if not found.meetings:
        answer = f"The register holds no minutes of {body.name} {time.words}, so nothing can be told of what was said."
    elif silent:
        missed = ", ".join(duty.title.lower() for duty in silent)
        answer = f"{meetings}. Of {len(DUTIES)} areas, {len(spoken)} were spoken of. Nothing was said of: {missed}."
    else:
        answer = f"{meetings}. All {len(DUTIES)} areas were spoken of."
    entries = [
        Entry(f"{duty.title}: {_counted(told[duty.key])}{_also(journey[duty.key])}. {duty.asks}") for duty in DUTIES
    ]
    told_of = f"{answer} The areas are those of: {GUIDANCE}."
    return Section("What does the role cover, and what was reported on?", told_of, tuple(entries))


def _counted(topics: Sequence[Topic]) -> str:
    meetings = {topic.source.meeting_id for topic in topics}
    return f"spoken of at {number_of(len(meetings), 'meeting')}" if topics else "not spoken of"


def _also(subjects: list[list[Change]]) -> str:
    count = counted(subjects)
    return f", told of by {number_of(count, 'line')} of the improvement journey" if count else ""


def _area(user: Reader, body: Body, duty: Duty, found: Findings, topics: list[Topic]) -> Section:
    figures = _standing_out(user, body, duty)
    entries = [_topic(topic, duty, _under(topic, found)) for topic in topics]
    if topics:
        rows = [row for topic in topics for row in _under(topic, found)]
        counts = (
            ("question", sum(isinstance(row, Exchange) for row in rows)),
            ("promise", sum(isinstance(row, Commitment) for row in rows)),
            ("figure", sum(isinstance(row, Figure) for row in rows)),
        )
        told = ", ".join(number_of(count, one) for one, count in counts if count) or "nothing more is noted"
        answer = f"{_counted(topics).capitalize()}: {told}."
    else:
        answer = f"Nothing in the minutes speaks of it. The guidance covers here: {duty.asks}"
    if figures:
        answer += f" {number_of(len(figures), 'published figure')} of it stand{'s' if len(figures) == 1 else ''} out."
    held = section(duty.title, answer, entries)
    return Section(held.title, held.answer, (*held.entries, *figures), held.more)


def _topic(topic: Topic, duty: Duty, rows: list[Finding]) -> Entry:
    quotes = [quote for quote in _best(rows, duty) if quote is not None][:2]
    return Entry(f"{topic.heading}, {when(topic.source.meeting)}.", tuple(quotes), place_of(topic))


def _best(rows: list[Finding], duty: Duty) -> list[Quote | None]:
    """Words that tell most: what the lead member said, then promises, then figures, then other answers; those that
    speak of the area before those that do not."""

    def weight(row: Finding) -> tuple[int, int, int]:
        kinds = (Commitment, Exchange, Figure)
        kind = next((at for at, one in enumerate(kinds) if isinstance(row, one)), len(kinds))
        return (not _by_lead_member(row), not duty.is_told_in(row.quote), kind)

    ordered = sorted((row for row in rows if isinstance(row, Commitment | Exchange | Figure)), key=weight)
    chosen: list[Quote | None] = []
    taken: list[tuple[int, int, int]] = []
    for row in ordered:
        start, end, quote = _words(row)
        # words that another quote holds already are not told twice
        if any(row.source_id == source and start < last and first < end for source, first, last in taken):
            continue
        taken.append((row.source_id, start, end))
        chosen.append(quote)
    return chosen


def _words(row: Finding) -> tuple[int, int, Quote]:
    """The words of a finding and where they stand; of a question, those of its first answer where it has one."""
    if isinstance(row, Exchange) and row.answers and row.answers[0].get("quote"):
        answer = row.answers[0]
        told = quote_of(row)
        return answer["start"], answer["end"], Quote(answer["quote"], told.when, told.day)
    return row.start, row.end, quote_of(row)


def _by_lead_member(row: Finding) -> bool:
    if isinstance(row, Commitment):
        return is_lead_member(row.owed_by)
    if isinstance(row, Exchange):
        return any(is_lead_member(str(who)) for who in row.responders)
    return False


def _standing_out(user: Reader, body: Body, duty: Duty) -> list[Entry]:
    """The published figures of the area that stand out, with what they say."""
    area = indicators.area_of(body.council)
    if area is None:
        return []
    lines = [line for line in indicators.area_page(user, area).standing_out if line.card.key in duty.indicators]
    address = "{}?area={}"
    return [
        Entry(
            f"{line.card.name}, {line.value}: {line.words}",
            (),
            address.format(line.indicator.get_absolute_url(), area.code),
        )
        for line in lines
    ]


def _promised(user: Reader, slug: str, time: Between) -> Section:
    lines = [
        line
        for line in obligations.every_line(user, Filters(body=slug))
        if _owed_by_lead_member(line)
        and line.obligation.said_on
        and time.since <= line.obligation.said_on <= time.until
    ]
    waiting = [line for line in lines if line.state.standing.is_waiting]
    answer = f"{number_of(len(lines), 'promise')} of the lead member {'is' if len(lines) == 1 else 'are'} on record."
    if lines:
        answer += f" {len(lines) - len(waiting)} answered, {len(waiting)} still waited for."
    return section("What did the lead member promise, and what became of it?", answer, list(map(entry_of, lines)))


def _owed_by_lead_member(line: Line) -> bool:
    return is_lead_member(str(line.obligation.owner or line.obligation.owner_words))


def _elsewhere(found: Findings, told: dict[str, list[Topic]]) -> Section:
    """Topics that are of no area: so that nothing is lost because of a list of words."""
    named = {topic.pk for topics in told.values() for topic in topics}
    others = [topic for topic in found.topics if topic.pk not in named and _under(topic, found)]
    entries = [Entry(f"{topic.heading}, {when(topic.source.meeting)}.", (), place_of(topic)) for topic in others]
    answer = (
        f"{number_of(len(entries), 'topic')} that no area’s words were found in. They may belong to one all the same."
    )
    return section("What else was spoken of?", answer, entries)
