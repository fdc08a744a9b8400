"""Which findings are obligations, and what they say of one: who owes what, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from arising.reading.language.times import find_times, work_out
from arising.register.obligations import due
from arising.register.obligations.due import Due, Said
from arising.register.obligations.models import Obligation, Origin
from arising.register.record.models import Commitment, Decision, Exchange, Finding

_DECISIONS = {
    "request": Origin.REQUEST,
    "recommend": Origin.RECOMMENDATION,
    "refer": Origin.BETWEEN_BODIES,
}
_BEFORE_A_DECISION = re.compile(
    r"\b(?:before|prior to|in advance of)\b[^.;]{0,80}?\b(?:Cabinet|Executive|Portfolio Holder)\b[^.;]{0,40}"
    r"|\bnot\b[^.;]{0,60}?\b(?:Cabinet|Executive)\b[^.;]{0,40}?\buntil\b[^.;]{0,60}"
)
_EXECUTIVE = re.compile(r"\b(?:cabinet|executive|council|leader|portfolio|lead member|mayor)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|before|within|no later than|to|at|for|on)\s+(?:the\s+end\s+of\s+)?(?:the\s+)?\Z", re.IGNORECASE
)

_WITHIN = re.compile(r"(?:within|in|after)\b", re.IGNORECASE)
_TELLS_LITTLE = re.compile(r"(?:it|they|this|that|these|those|each|first|had|be)\b", re.IGNORECASE)


def origin_of(finding: Finding) -> Origin | None:
    """What kind of obligation a finding makes; None where it makes none.

    A person's word on the finding, where its table has a column for it, comes before the kind of the finding.
    """
    told = getattr(finding, "is_obligation", None)
    if told is False:
        return None
    match finding:
        case Commitment() if finding.kind == "undertaking" or told:
            return _gate(finding) or Origin.UNDERTAKING
        case Commitment():
            return Origin.EXPECTATION
        case Decision() if finding.action in _DECISIONS:
            return _gate(finding) or _DECISIONS[finding.action]
        case Exchange(kind="request"):
            return _gate(finding) or Origin.REQUEST
    return Origin.REQUEST if told else None


def _gate(finding: Finding) -> Origin | None:
    return Origin.GATE if held_up_by(finding) else None


def held_up_by(finding: Finding) -> str:
    """The words that say which decision waits for the committee ("before it is considered by Cabinet")."""
    found = _BEFORE_A_DECISION.search(finding.quote)
    return found[0].strip()[:500] if found else ""


def title_of(finding: Finding) -> str:
    """What is owed, in the words of the finding."""
    words = ""
    match finding:
        case Commitment():
            words = finding.deliverable
        case Decision():
            words = finding.asks_for
    # a single noun ("Report") or a pronoun does not tell one obligation from another
    if len(words.split()) < 2 or _TELLS_LITTLE.match(words):
        words = finding.quote
    words = words if len(words) <= 1000 else words[:999].rstrip() + "…"
    return words[:1].upper() + words[1:]


def owner_of(finding: Finding) -> str:
    """Who owes it, as written; empty where nobody is named, and for an expectation, which nobody owes."""
    if origin_of(finding) is Origin.EXPECTATION:
        return ""
    match finding:
        case Commitment():
            return finding.owed_by
        case Decision():
            return finding.addressee
        case Exchange():
            return ", ".join(finding.responders)[:500]
    return ""


def said_of(finding: Finding, on: date | None) -> Said:
    """When it is due, as said: as the reader took it down, or the first time in the quote that something is due by."""
    if isinstance(finding, Commitment):
        return Said(finding.due, finding.due_event, finding.due_earliest, finding.due_latest)
    for time in find_times(finding.quote, 0, len(finding.quote)):
        own = time.shape == "meeting" or (time.shape == "span" and _WITHIN.match(time.words))
        if not own and not _BY.search(finding.quote[: time.start]):
            continue
        when = work_out(time, on)
        latest = date.fromisoformat(when.latest) if when.latest else None
        if latest and on and latest < on:
            continue
        return Said(when.words, when.event or "", date.fromisoformat(when.earliest) if when.earliest else None, latest)
    return Said()


def due_of(obligation: Obligation, meetings: Sequence[date]) -> tuple[Due, str]:
    """When an obligation is due, with the words of the time, from its finding or from what was set by hand."""
    finding, on = obligation.finding, obligation.said_on
    received = obligation.received_on or on
    if obligation.origin == Origin.DOCUMENT_REQUEST and received:
        return due.document_request(received), ""
    if obligation.origin == Origin.RECOMMENDATION and received and _EXECUTIVE.search(obligation.owed_by or "executive"):
        assumed = obligation.received_on is None
        return due.response_to_recommendation(received, obligation.notice_on, assumed=assumed), ""
    if obligation.origin == Origin.GATE and obligation.holds_up_on:
        return due.before_decision(obligation.holds_up_on), obligation.due_words
    if finding is None:
        return Due(None, due.Basis.NONE, "No date was given."), ""
    said = said_of(finding, on)
    return due.work_out(said, on, meetings), said.words[:300]
