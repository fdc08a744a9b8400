"""Finding commitments in the sentences of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

import msgspec

from arising.reading.findings.commitments.action_log import action_rows, read_action_row
from arising.reading.findings.commitments.attributes import (
    CONDITIONS,
    due_in,
    first_words,
    owner_of,
    paper_in,
    recipient_in,
    without_article,
)
from arising.reading.findings.commitments.judging import (
    is_asked,
    is_history,
    is_negated,
    is_put_to_body,
    is_supposed,
    judge_would,
    may_promise,
)
from arising.reading.findings.commitments.rules import Rule, rules_for
from arising.reading.findings.floor import Floor
from arising.reading.language.speakers import strip_article
from arising.reading.language.times import may_hold_time, work_out
from arising.reading.outline import Outline, Sentence
from arising.reading.record import Commitment, CommitmentKind

_NEW_SUBJECT = (
    r"(?:he|she|it|they|there|this|an?|then|once|[A-Z]{2,3}|officers|members|redundant"
    r"|the\s[\w\s’-]{2,40}?\s(?:would|will|was|were)|[\w-]+(?:\s[\w-]+)?\s(?:would|will))"
)
# It begins with a character of a few, which is what a search is quick to look for.
_START = re.compile(
    r"[;:,\st](?:(?<=[;:])\s+|(?<=t)(?<!\w.)hat\s+(?!would|will|was|were|is|are)"
    r"|(?<=,)\s(?:and|but|however|although|while|whilst|so|with the|subject to)\s+|(?<=\s)[–—-]\s+"
    r"|(?<=,)\s(?=(?:he|she|it|they|this|there|most notably)\b)"
    rf"|(?<=\s)(?:and|but)\s+(?={_NEW_SUBJECT}\b))"
)
_NEXT_SUBJECT = r"(?:he|she|it|they|[A-Z]{2,3}|(?:[\w’'-]+\s){1,3}?(?=(?:would|will|were|was)\s))"
_END = re.compile(
    r";|,\s(?:which|although|however|but|whereas|while|whilst"
    r"|and (?:he|she|it|they|this|that|the)\b|as (?:this|it|they))"
    rf"|\s(?:and|but)\s(?={_NEXT_SUBJECT}(?:\s?)(?:would|will|was|were|had)\b)"
)
_HAS_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|should|could|[a-z]{3,}ed)\b")
_ACTION_LINE = re.compile(
    r"\(?\b(?:ACTION(?:S)?|Action(?: point)?s?)\b\s*(?:\d+|No\.?\s*\d+|\(\d+\))?\s*[:–—-]+\s*(?P<what>.{6,400})",
    re.DOTALL,
)
_OWNER = r"(?P<who>(?:the )?[A-Z][\w’'&./-]*(?:\s(?:[A-Z][\w’'&.-]*|of|and|for|the|&|to the))*?)"
_ACTION_OWNER = re.compile(rf"{_OWNER}(?:\s+to\s+|\s+will\s+|\s*[:–-]\s+)(?P<deed>[a-z].*)", re.DOTALL)
_OWNER_AFTER = re.compile(
    r"\((?:Owner|Lead|Action(?: by)?|By)\s*:?\s*(?P<who>[^)]+)\)|\b(?:Owner|Lead|Action by)\s*:\s*(?P<who2>[^.;,]+)"
)
_PUT_BEFORE_BODY = re.compile(r"present|report|consider|submit|taken|brought")
_ACTED_BY_BODY = re.compile(r"\b(?:Committee|Cabinet|Council|Members|Board|Panel)\s*$")
_WHOLE_CLAUSE = frozenset(("hoped", "agreed-in-discussion", "agreed-should"))
_TURNED_BY_MARGIN = frozenset(("awaited", "underway"))

_MOST_IN_SENTENCE = 20
"""No sentence that a clerk writes promises more by one rule; what seems to is rubbish."""

_ASKED_OF_ANOTHER = "had-been-asked"


class _Hit(msgspec.Struct, frozen=True, gc=False):
    """What a rule found at ``start``..``end`` of a sentence; ``subject`` is what stands before the verb."""

    rule: Rule
    kind: CommitmentKind
    match: re.Match[str]
    start: int
    end: int
    subject: str
    passive: bool
    confidence: float


def commitments(
    out: Outline, floor: Floor, meeting: date | None, decided: frozenset[int] = frozenset()
) -> Iterator[Commitment]:
    """Every commitment: those in a log of actions, then those in sentences, in order.

    Args:
        out: the outline of the minutes.
        floor: who speaks in each sentence.
        meeting: the day of the meeting, where it is known.
        decided: the numbers of the blocks that hold a resolution; what they say is decided, not promised.
    """
    rows = dict(action_rows(out))
    for at, columns in rows.items():
        row = read_action_row(out, at, columns, meeting)
        if row is not None:
            yield row
    found_in: set[int] = set()
    for sentence in out.sentences:
        if sentence.block in decided or sentence.block in rows:
            continue
        margin = out.blocks[sentence.block].margin
        action = _action_line(sentence)
        if action:
            yield _marked(out, sentence, action, meeting)
            found_in.add(sentence.block)
            continue
        for hit in _hits(sentence):
            found_in.add(sentence.block)
            yield _commitment(out, floor, sentence, hit, margin, meeting)
        if margin and sentence.last and sentence.block not in found_in:
            yield _beside_initials(out, sentence, margin, meeting)


def _action_line(sentence: Sentence) -> re.Match[str] | None:
    """The mark of an action: at the start of a sentence, or anywhere in it where it is in capitals."""
    if "ACTION" in sentence.text:
        return _ACTION_LINE.search(sentence.text)
    return _ACTION_LINE.match(sentence.text) if sentence.text.startswith(("Action", "(Action")) else None


def _hits(sentence: Sentence) -> Iterator[_Hit]:
    taken: list[tuple[int, int]] = []
    for rule in rules_for(sentence.vocabulary):
        for match in islice(rule.matches(sentence.text), _MOST_IN_SENTENCE):
            hit = _judge(rule, match, sentence)
            if hit is None or any(hit.start < high and low < hit.end for low, high in taken):
                continue
            taken.append((hit.start, hit.end))
            yield hit


def _judge(rule: Rule, match: re.Match[str], sentence: Sentence) -> _Hit | None:
    if rule.name == "would-do" and not may_promise(match):
        return None
    text = sentence.text
    before = text[: match.start()]
    start = _clause_start(before)
    if is_asked(before) or is_history(text[start : match.end()]) or text.endswith("?"):
        return None
    subject = text[start : match.start()].strip(" ,(") or (match.groupdict().get("who") or "")
    ending = _END.search(text, match.end())
    end = ending.start() if ending and ending.start() - start > 20 else len(text)
    if not rule.explicit and is_supposed(sentence, start, match.start()):
        return None
    if rule.name in _WHOLE_CLAUSE:
        start = match.start()
    judged = _judged(rule, match, subject, text[start:end], sentence)
    if judged is None or len(text[start:end].split()) < 4:
        return None
    kind, passive, confidence = judged
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return _Hit(rule, kind, match, start, end, subject, passive, confidence)


def _judged(
    rule: Rule, match: re.Match[str], subject: str, clause: str, sentence: Sentence
) -> tuple[CommitmentKind, bool, float] | None:
    if rule.name == "would-do":
        return judge_would(match, subject, clause, sentence)
    if rule.passive and is_negated(sentence.text[: match.start()]):
        return None
    if rule.name == "due-to" and is_put_to_body(clause) and _PUT_BEFORE_BODY.search(match.group()):
        return "undertaking", True, rule.confidence
    if rule.name == "agreed-to-do" and _ACTED_BY_BODY.search(subject):
        return rule.kind, False, 0.7
    return rule.kind, rule.passive, rule.confidence


def _clause_start(before: str) -> int:
    """Where the clause of the verb that follows ``before`` begins; "and" starts one only after a verb of its own."""
    at = 0
    for match in _START.finditer(before):
        joins = match.group().strip() == "and" and not _HAS_VERB.search(before, at, match.start())
        if match.end() < len(before) and not joins:
            at = match.end()
    return at


def _commitment(
    out: Outline, floor: Floor, sentence: Sentence, hit: _Hit, margin: str, meeting: date | None
) -> Commitment:
    text = out.document.text
    start, end = sentence.start + hit.start, sentence.start + hit.end
    kind: CommitmentKind = "undertaking" if margin and hit.rule.name in _TURNED_BY_MARGIN else hit.kind
    owner, resolved = (margin, None) if margin else _owner(floor, sentence, hit)
    if hit.rule.name == "clerk-asked-to":
        owner, resolved = strip_article(hit.match.group("who")), None
    timed = may_hold_time(sentence.text, sentence.vocabulary) or not sentence.vocabulary.isdisjoint(CONDITIONS)
    due = due_in(text, start, end) if timed else None
    return Commitment(
        quote=text[start:end],
        start=start,
        end=end,
        rule=hit.rule.name,
        confidence=hit.confidence,
        topic=sentence.topic.words if sentence.topic else None,
        kind=kind,
        owner=owner,
        owner_resolved=resolved,
        deliverable=_deliverable(sentence.text, hit),
        to=recipient_in(text[start:end]),
        due=due.words if due else None,
        when=work_out(due, meeting) if due else None,
    )


def _owner(floor: Floor, sentence: Sentence, hit: _Hit) -> tuple[str | None, str | None]:
    return owner_of(
        hit.subject,
        sentence.text,
        hit.match.end(),
        floor.answering(sentence, sentence.start + hit.match.start()),
        passive=hit.passive,
        asked=hit.rule.name == _ASKED_OF_ANOTHER,
        explicit=hit.rule.explicit,
    )


def _deliverable(text: str, hit: _Hit) -> str | None:
    """What is owed: a paper that is named, the thing that is to be done to, or the deed itself."""
    if hit.passive and hit.rule.name != _ASKED_OF_ANOTHER:
        subject = without_article(hit.subject)
        words = (paper_in(subject, within=400) if len(subject.split()) > 6 else subject) or subject
        return " ".join((words or text[hit.match.end() : hit.end]).split()[-7:]).strip(" ,") or None
    groups = hit.match.groupdict()
    deed = next((name for name in ("deed", "deed2") if groups.get(name)), None)
    words = text[hit.match.start(deed) if deed else hit.match.end() : hit.end]
    return paper_in(words) or first_words(words)


def _marked(out: Outline, sentence: Sentence, match: re.Match[str], meeting: date | None) -> Commitment:
    """ "ACTION: Mr Smith to advise the Committee": what the minutes themselves mark as owed."""
    text = out.document.text
    start = sentence.start + match.start("what")
    end = sentence.start + len(sentence.text[: match.end("what")].rstrip(" .)"))
    words = text[start:end]
    named = _ACTION_OWNER.match(words)
    after = _OWNER_AFTER.search(words)
    who = named.group("who") if named else (after.group("who") or after.group("who2")) if after else None
    due = due_in(text, start, end)
    deed = named.group("deed") if named else words
    return Commitment(
        quote=words,
        start=start,
        end=end,
        rule="marked-action",
        confidence=0.97,
        topic=sentence.topic.words if sentence.topic else None,
        kind="undertaking",
        owner=who.strip() if who else None,
        deliverable=paper_in(deed, within=400) or first_words(deed),
        to=recipient_in(deed),
        due=due.words if due else None,
        when=work_out(due, meeting) if due else None,
    )


def _beside_initials(out: Outline, sentence: Sentence, margin: str, meeting: date | None) -> Commitment:
    """A sentence with initials in the action column beside it is owed, whatever its words."""
    text = out.document.text
    end = sentence.start + len(sentence.text.rstrip(" .;"))
    due = due_in(text, sentence.start, end)
    return Commitment(
        quote=text[sentence.start : end],
        start=sentence.start,
        end=end,
        rule="action-column",
        confidence=0.85,
        topic=sentence.topic.words if sentence.topic else None,
        kind="undertaking",
        owner=margin,
        deliverable=first_words(sentence.text),
        to=recipient_in(sentence.text),
        due=due.words if due else None,
        when=work_out(due, meeting) if due else None,
    )
