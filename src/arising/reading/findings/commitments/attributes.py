"""Who owes what, to whom, by when."""

from __future__ import annotations

import re

from arising.reading.findings.commitments.judging import first_subject, names_person
from arising.reading.language.patterns import in_lower_case
from arising.reading.language.speakers import Speech, strip_article
from arising.reading.language.times import Time, find_times
from arising.reading.language.vocabulary import DAYS, MONTHS

_PAPER = (
    r"(?:briefing notes?|briefing papers?|briefings?|reports?|updates?|action plans?|strateg(?:y|ies)|presentations?"
    r"|letters?|information|details|figures|breakdowns?|data|responses?|reviews?|copy|copies|notes?"
    r"|training(?: package| session)?|sessions?|surveys?|proposals?|plans?|papers?|polic(?:y|ies)|feedback|workshops?"
    r"|consultations?|applications?|minutes|list|statistics|evidence|analysis)"
)
_SMALL_WORD = r"(?:an?|the|to|of|on|in|for|that|this|be|with|and|via|its|their|would|will|from|by|as|at)\b"
_NAMED_PAPER = re.compile(rf"\b(?P<what>(?:(?!{_SMALL_WORD})[\w’'&-]+\s){{0,3}}{_PAPER})\b", re.IGNORECASE)
_ANY_PAPER = re.compile(rf"\b{_PAPER}\b")
_WORDS_BEFORE_PAPER = 3
_LONGEST_PAPER = 100
_GIVING = r"(?:to|inform|update|provide|advise|notify|with|brief|remind|contact|ask|write to|email)"
_RECEIVERS = (
    r"(?:members of the \w+(?: \w+)?|(?:[A-Z][\w’'.&-]*\s?)+|members|residents|officers|parents|schools|councillors)"
)
_RECIPIENT = re.compile(rf"\b{_GIVING}\s+(?P<to>(?:all |the |that |full )?{_RECEIVERS})")
_WHEN = rf"(?:{'|'.join(MONTHS)}|{'|'.join(DAYS)}|Easter|Christmas|Spring|Summer|Autumn|Winter|Quarter|Q\d)\b"
_BY_AGENT = re.compile(rf"\bby (?!{_WHEN})(?P<who>(?:the )?(?:[A-Z][\w’'&-]*\s?)+)(?:$|[,.;]|\s(?:to|in|at|on)\b)")
CONDITIONS = frozenset("once until when as following before prior ahead after".split())
"""Words that may lead the condition on which something falls due."""
_ONCE = re.compile(
    r"\b(?:once|as soon as|as they|following the|until|when|(?:just )?before|prior to|ahead of)\s+(?:[\w’'-]+\s?){2,12}"
)
_HISTORIC_SHAPES = ("ago", "bare_span")
_BEFORE_YEAR = re.compile(r"\b(?:in|by|during|for|until|from|of)\s$")
_ARTICLE = re.compile(
    r"^(?:(?:an?|the|this|that|any|some|its|their|his|her|all|it was(?: also)? \w+ that|in future,)\s+)+", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)")
_REPORTING = re.compile(r"\b(?:that|confirmed|explained|added|stated|said|advised)\b")
_ACTS = re.compile(r"(?:[Tt]he|[Hh]e|[Ss]he|[Oo]fficers|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b")
_GOES_ON = re.compile(r"^.*\s(?:and|who)$")


def owner_of(
    subject: str, text: str, after: int, speech: Speech | None, *, passive: bool, asked: bool, explicit: bool
) -> tuple[str | None, str | None]:
    """Who must act, as written; and who a pronoun stands for, where that is certain.

    Args:
        subject: what stands before the verb.
        text: the sentence, read from ``after`` for "by the Director".
        speech: who reports it.
        passive: whether the subject is the thing and not who does it.
        asked: whether the subject was asked to do it.
        explicit: whether the verb is one of promising, whose subject always acts.
    """
    subject = without_article(subject)
    agent = _BY_AGENT.search(text, after)
    if passive and agent:
        return strip_article(agent.group("who").strip()), None
    if asked:
        return strip_article(subject), None
    who = speech.who if speech is not None else None
    if subject.endswith(" who"):
        return None, None  # whoever stands before "who", which a pattern cannot tell
    first = first_subject(subject)
    if first is not None and names_person(first) and not _PRONOUN.fullmatch(first):
        return strip_article(first), None
    if _PRONOUN.fullmatch(subject) or _GOES_ON.match(subject):
        return who or (subject if _PRONOUN.fullmatch(subject) else None), who
    if not passive and subject and (names_person(subject) or explicit):
        words = _nearest(_REPORTING.split(subject)[-1].strip(" ,") or subject)
        return (strip_article(words), None) if not _PRONOUN.fullmatch(words) else (who or words, who)
    if speech is not None and speech.side != "member":
        return speech.who, None
    return None, None


def _nearest(subject: str) -> str:
    """The part of a long subject that acts: "in response to a query, the Director" is the Director."""
    pieces = subject.split(", ")
    for at in range(len(pieces) - 1, 0, -1):
        tail = ", ".join(pieces[at:])
        if _ACTS.match(tail) and names_person(tail):
            return tail
    return subject


def due_in(text: str, start: int, end: int) -> Time | None:
    """The time by which it is due, as ``text[start:end]`` gives it; "once …" counts."""
    for time in find_times(text, start, end):
        if time.shape in _HISTORIC_SHAPES:
            continue
        if time.shape in ("year", "financial"):
            before = text[max(start, time.start - 8) : time.start]
            if not _BEFORE_YEAR.search(before):
                continue
        if time.shape == "span" and time.words.startswith("over"):
            continue
        return time
    once = _ONCE.search(text, start, end)
    return Time(once.start(), once.end(), "condition", once.group().strip()) if once else None


def recipient_in(clause: str) -> str | None:
    """Who receives it."""
    match = _RECIPIENT.search(clause)
    return strip_article(match.group("to").strip()) if match else None


def paper_in(words: str, *, within: int = 90) -> str | None:
    """The report, note or other paper that is named near the beginning of ``words``."""
    paper = _ANY_PAPER.search(in_lower_case(words), 0, within + _LONGEST_PAPER)
    if paper is None:
        return None
    before = words[: paper.start()].rsplit(None, _WORDS_BEFORE_PAPER)
    begin = len(before[0]) if len(before) > _WORDS_BEFORE_PAPER else 0
    match = _NAMED_PAPER.search(words, begin, within + _LONGEST_PAPER)
    return match.group("what").strip() if match and match.start() < within else None


def first_words(words: str, count: int = 8) -> str | None:
    """The first words, without article."""
    return " ".join(without_article(words.strip()).split()[:count]).strip(" ,.;:") or None


def without_article(words: str) -> str:
    """Words without the articles and the like that lead them."""
    return _ARTICLE.sub("", words)
