"""Who speaks in a sentence, with which verb, and on which side of the table they sit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from arising.reading.language.names import SURNAME, TITLED_NAME, surname
from arising.reading.language.patterns import one_of
from arising.reading.language.vocabulary import ANSWERING_POSTS, MEMBER_POSTS, MEMBERS, OFFICERS, SPOKE

Side = Literal["member", "answerer", "pronoun", "unknown"]

_CAP = r"[A-Z][\w’'/&-]*"
_WHAT_FOR = rf"(?:the\s+)?(?:{_CAP})(?:,?\s+(?:(?:and|&|of|for|–|-)\s+)?(?:the\s+)?{_CAP})*"
_POST_TAIL = rf"(?:\s*(?:of|for|–|-|,|:)?\s*{_WHAT_FOR})?(?:\s\([^)]{{1,60}}\))?"
_POST_LEAD = rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:{_CAP})\s+(?:(?:and|of|for|&)\s+)?){{0,5}}?"
POST = rf"{_POST_LEAD}{one_of(ANSWERING_POSTS)}(?![\w-]){_POST_TAIL}"
"""A post that answers to the body, with what it is for: "the Director of People – Children and Adults Services"."""

_CHAIR = rf"(?:[Tt]he\s+)?{one_of(MEMBER_POSTS)}(?![\w-])"
_LEADER_OF_GROUP = r"(?:[Tt]he\s+)?(?:Deputy )?Leader of (?:the )?(?:[A-Z]\w+ ){1,4}(?:and \w+ )?Group"
_OTHERS = one_of((*MEMBERS, *OFFICERS))
_APPOSITION = r"(?:\s*\([^)]{1,90}\))?(?:,\s(?:[^,.;]{2,110}),)?"
_ADVERBS = (
    r"(?:(?:also|then|further|additionally|therefore|again|subsequently|briefly|both|in response|in reply|in turn"
    r"|clearly|finally|kindly|had|has|have|responded and|replied and|welcomed the report and"
    r"|thanked \w+ for \w+ \w+ and)\s+){0,3}"
)
_SAYS = rf"{_ADVERBS}(?P<verb>{one_of(SPOKE)})(?![\w-])"
_KINDS = ("group", "name", "chair", "post", "others", "pronoun")
_WHO = (
    rf"(?P<group>{_LEADER_OF_GROUP})|(?P<name>{TITLED_NAME})|(?P<chair>{_CHAIR})|(?P<post>{POST})"
    rf"|(?P<others>{_OTHERS})|(?P<pronoun>\b(?:[Ss]he|[Hh]e|[Tt]hey)\b)"
)
_WITH = rf"\s+and\s+(?:[Oo]fficers|(?:the\s+)?{_CAP}(?:\s{_CAP}){{0,4}})"
_SMALL = {words.split()[0] for words in (*MEMBERS, *OFFICERS) if words[0].islower()}
_BEGINS = rf"(?=[A-Z]|{one_of({*_SMALL, 'the', 'a', 'an', 'he', 'she', 'they'})}\b)"
"""How the words for who speaks begin, told before they are looked at one kind after the other."""
_SPEECH = re.compile(rf"(?<![\w’']){_BEGINS}(?P<who>{_WHO})(?P<with>{_WITH})?{_APPOSITION},?\s+{_SAYS}")
_OPENING = re.compile(rf"(?P<who>(?:[A-Z]\.\s?{SURNAME}|[A-Z][a-z’]+\s{SURNAME}))\s+{_SAYS}")
_INITIALS = re.compile(rf"(?<![\w/])(?P<who>[A-Z]{{2,3}}[a-z]?(?:\s+and\s+[A-Z]{{2,3}})?)\s+{_SAYS}")
INITIALS = r"[A-Z]{2,3}[a-z]?(?![\w])"
"""Initials by which minutes call people, as the source of a regular expression."""

_MEMBER_WORDS = re.compile(
    r"^(?:the |a |one |another )?(?:committee |cabinet |panel |board )?"
    r"(?:member|councillor|committee|panel|board|sub-committee)",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(r"(?:County |Borough |District )?(?:Councillor|Cllr|Cmhlr|Alderman)")
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s+(?=\S)")
_EXECUTIVE = re.compile(
    r"Portfolio Holder|Cabinet Member|Lead Member|Executive Member|Leader|Director|Commissioner|Deputy Leader"
)


class Speech(msgspec.Struct, frozen=True, gc=False):
    """Somebody says something: ``text[start:end]`` are the words for who; ``said`` is where the verb ends."""

    start: int
    end: int
    who: str
    verb: str
    said: int
    side: Side


@dataclass
class Table:
    """Which side of the table people sit on, by surname, as the roll and the minutes themselves tell."""

    members: set[str] = field(default_factory=set)
    answerers: set[str] = field(default_factory=set)
    initials: frozenset[str] = frozenset()
    has_councillors: bool = False

    def side_of(self, name: str) -> Side:
        """The side of a person named with an honorific."""
        family = surname(name)
        if family in self.answerers:
            return "answerer"
        if family in self.members or _COUNCILLOR.match(name):
            return "member"
        return "answerer" if self.has_councillors else "unknown"


def verbs_of_speech(vocabulary: frozenset[str]) -> frozenset[str]:
    """The verbs of speech among the words of a sentence."""
    return SPOKE & vocabulary


def speeches(text: str, start: int, end: int, table: Table, verbs: frozenset[str] = SPOKE) -> list[Speech]:
    """Who speaks in ``text[start:end]``, in order; ``table`` learns who answers from the posts named beside people.

    Args:
        text: the text of the document.
        start: where the sentence begins.
        end: where it ends.
        table: who sits where.
        verbs: the verbs of speech that may stand in it; beyond the last of them nobody is looked for.
    """
    last = start
    for verb in verbs:
        at = text.rfind(verb, start, end)
        if at >= 0 and at + len(verb) > last:
            last = at + len(verb)
    if last == start:
        return []
    end = min(end, last + 1)  # one more, to see whether the word ends there
    found = [_speech(match, table) for match in _SPEECH.finditer(text, start, end)]
    if found:
        return found
    opening = _OPENING.match(text, start, end)
    if opening:
        return [_said(opening, "member" if surname(opening.group("who")) in table.members else "answerer")]
    if not table.initials:
        return []
    by_initials = _INITIALS.finditer(text, start, end)
    return [_said(match, "member") for match in by_initials if match.group("who").split()[0] in table.initials]


def _speech(match: re.Match[str], table: Table) -> Speech:
    kind = next(kind for kind, words in zip(_KINDS, match.group(*_KINDS), strict=True) if words)
    start = match.start("who")
    stop = match.end("with") if kind == "post" and match.group("with") else match.end("who")
    who = match.string[start:stop]
    side = _side(kind, who, match, table)
    return Speech(start, stop, strip_article(who), match.group("verb"), match.end("verb"), side)


def _said(match: re.Match[str], side: Side) -> Speech:
    who = match.group("who")
    return Speech(match.start("who"), match.end("who"), who, match.group("verb"), match.end("verb"), side)


def strip_article(who: str) -> str:
    """A speaker's words without the article: "the Portfolio Holder" is "Portfolio Holder"."""
    words = " ".join(who.split())
    article = _ARTICLE.match(words)
    return (words[article.end() :] if article else words).rstrip(" ,")


def _side(kind: str, who: str, match: re.Match[str], table: Table) -> Side:
    if kind == "pronoun":
        return "pronoun"
    if kind in ("chair", "group"):
        return "member"
    if kind == "post":
        return "answerer"
    if kind == "others":
        return "member" if _MEMBER_WORDS.match(who) else "answerer"
    after = match.string[match.end("who") : match.end()]
    if _EXECUTIVE.search(after):
        table.answerers.add(surname(who))
        return "answerer"
    return table.side_of(who)
