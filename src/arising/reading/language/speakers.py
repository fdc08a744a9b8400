"""Who speaks in a sentence, with which verb, and on which side of the table they sit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from arising.reading.language.names import SURNAME, TITLED_NAME, surname
from arising.reading.language.vocabulary import ANSWERING_POSTS, MEMBER_POSTS, MEMBERS, OFFICERS, SPOKE

Side = Literal["member", "answerer", "pronoun", "unknown"]


def _alternatives(words: tuple[str, ...] | frozenset[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_CAP = r"[A-Z][\w’'/&-]*"
_POST_TAIL = rf"(?:\s*(?:of|for|–|-|,|:)?\s*(?:the\s+)?(?:{_CAP})(?:,?\s+(?:(?:and|&|of|for|–|-)\s+)?(?:the\s+)?{_CAP})*)?(?:\s\([^)]{{1,60}}\))?"
POST = rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:{_CAP})\s+(?:(?:and|of|for|&)\s+)?){{0,5}}?(?:{_alternatives(ANSWERING_POSTS)})(?![\w-]){_POST_TAIL}"
"""A post that answers to the body, with what it is for: "the Director of People – Children and Adults Services"."""

CHAIR = rf"(?:[Tt]he\s+)?(?:{_alternatives(MEMBER_POSTS)})(?![\w-])"
_LEADER_OF_GROUP = r"(?:[Tt]he\s+)?(?:Deputy )?Leader of (?:the )?(?:[A-Z]\w+ ){1,4}(?:and \w+ )?Group"
_OTHERS = _alternatives((*MEMBERS, *OFFICERS))
_APPOSITION = r"(?:\s*\([^)]{1,90}\))?(?:,\s(?:[^,.;]{2,110}),)?"
_ADVERBS = (
    r"(?:(?:also|then|further|additionally|therefore|again|subsequently|briefly|both|in response|in reply|in turn|clearly|finally|kindly|"
    r"had|has|have|responded and|replied and|welcomed the report and|thanked \w+ for \w+ \w+ and)\s+){0,3}"
)
_WHO = rf"(?P<group>{_LEADER_OF_GROUP})|(?P<name>{TITLED_NAME})|(?P<chair>{CHAIR})|(?P<post>{POST})|(?P<others>{_OTHERS})|(?P<pronoun>\b(?:[SshH]he|[Hh]e|[Tt]hey)\b)"
_VERB = rf"(?P<verb>{_alternatives(SPOKE)})"
_SPEECH = re.compile(
    rf"(?<![\w’'])(?P<who>{_WHO})(?P<with>\s+and\s+(?:[Oo]fficers|(?:the\s+)?{_CAP}(?:\s{_CAP}){{0,4}}))?{_APPOSITION},?\s+{_ADVERBS}{_VERB}(?![\w-])"
)
_OPENING = re.compile(rf"(?P<who>(?:[A-Z]\.\s?{SURNAME}|[A-Z][a-z’]+\s{SURNAME}))\s+{_ADVERBS}{_VERB}(?![\w-])")
_INITIALS = re.compile(rf"(?<![\w/])(?P<who>[A-Z]{{2,3}}[a-z]?(?:\s+and\s+[A-Z]{{2,3}})?)\s+{_ADVERBS}{_VERB}(?![\w-])")
_MEMBER_WORDS = re.compile(
    r"^(?:the |a |one |another )?(?:committee |cabinet |panel |board )?(?:member|councillor|committee|panel|board|sub-committee)",
    re.IGNORECASE,
)
_EXECUTIVE = re.compile(
    r"Portfolio Holder|Cabinet Member|Lead Member|Executive Member|Leader|Director|Commissioner|Deputy Leader"
)


@dataclass(frozen=True, slots=True)
class Speech:
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
        if (
            re.match(r"(?:County |Borough |District )?(?:Councillor|Cllr|Cmhlr|Alderman)", name)
            or family in self.members
        ):
            return "member"
        return "answerer" if self.has_councillors else "unknown"


INITIALS = r"[A-Z]{2,3}[a-z]?(?![\w])"
"""Initials by which minutes call people."""


def may_speak(vocabulary: frozenset[str]) -> bool:
    """Whether any verb of speech is among the words of a sentence."""
    return not vocabulary.isdisjoint(SPOKE)


def speeches(text: str, start: int, end: int, table: Table) -> Iterator[Speech]:
    """Who speaks in ``text[start:end]``, in order."""
    found: list[Speech] = []
    for match in _SPEECH.finditer(text, start, end):
        kind = match.lastgroup if match.lastgroup in ("group", "name", "chair", "post", "others", "pronoun") else None
        kind = kind or next(k for k in ("group", "name", "chair", "post", "others", "pronoun") if match.group(k))
        stop = match.end("with") if match.group("with") and kind == "post" else match.end("who")
        who = text[match.start("who") : stop]
        found.append(
            Speech(match.start("who"), stop, strip_article(who), match.group("verb"), match.end("verb"),
                   _side(kind, who, match, table))
        )  # fmt: skip
    if not found:
        opening = _OPENING.match(text, start, end)
        if opening:
            who = opening.group("who")
            side: Side = "member" if surname(who) in table.members else "answerer"
            found.append(
                Speech(opening.start(), opening.end("who"), who, opening.group("verb"), opening.end("verb"), side)
            )
        elif table.initials:
            for match in _INITIALS.finditer(text, start, end):
                if match.group("who").split()[0] in table.initials:
                    found.append(
                        Speech(match.start(), match.end("who"), match.group("who"), match.group("verb"), match.end("verb"), "member")
                    )  # fmt: skip
    yield from found


def strip_article(who: str) -> str:
    """A speaker's words without the article: "the Portfolio Holder" is "Portfolio Holder"."""
    return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+(?=\S)", "", " ".join(who.split())).rstrip(" ,")


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
