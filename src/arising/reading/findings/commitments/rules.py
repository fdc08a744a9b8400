"""The rules by which commitments are found: a name, a kind, trigger words and a pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from arising.reading.language.speakers import INITIALS
from arising.reading.language.vocabulary import ASKED_OF_OFFICERS, DAYS, DEEDS, MONTHS
from arising.reading.record import CommitmentKind

_ADVERB = (
    r"(?:(?:also|then|therefore|now|shortly|again|always|still|all|further|subsequently|kindly|both|in future"
    r"|be able to|seek to|look to|try to|aim to|need to be|go on to)\s+){0,3}"
)
_STILL = r"(?:(?:currently|now|also|still|already|therefore|actively|not)\s+){0,2}"
_IS = r"\b(?:was|were|is|are|being)\s+"
_HAS_BEEN = r"\b(?:had|has|have)\s+(?:also\s+|now\s+|already\s+)?been\s+"
_NOT_HAD = r"(?<!had )"
_DEED = rf"(?P<deed>(?:{'|'.join(sorted(DEEDS, key=lambda deed: (-len(deed), deed)))})(?:\s+(?:back|up|out|into))?)\b"
_PROMISED = r"(?:undertook|undertakes?|promised|pledged|volunteered)"
_GAVE = r"(?:gave|given|provided|confirmed)\s+(?:an?|the|his|her|their)?\s*"
_AGREED_SO = r"(?:(?:also|then|further|therefore|suggested and|proposed and)\s+)*(?i:agreed)"
_BODY = (
    r"(?:[Mm]embers|[Cc]ouncillors|(?:[Tt]he )?(?:Committee|Panel|Board|(?:Task |Working )?Group|Sub-Committee|Forum))"
)
_OFFICER = r"(?:[Cc]lerk|[Cc]hair(?:man|person)?|[Ss]ecretary|[Tt]reasurer|[Dd]irector|[Oo]fficers?)"
_TITLED = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s[A-Z][\w’'-]+"
_POST = (
    r"(?:[Tt]he\s+)?(?:(?:Assistant|Deputy|Corporate|Interim)\s)?(?:Director|Head) (?:of|for)"
    r"(?:\s(?:[A-Z][\w’'-]+|and|&)){1,6}"
)
_ACTOR = rf"(?:{INITIALS}|{_POST}|(?:[Tt]he\s+)?(?:[A-Z][a-z]+\s+)?{_OFFICER}|{_TITLED})"
_CLERK = r"(?:[A-Z][a-z]+\s+)?(?:Clerk|Secretary|Treasurer)"
_HOPED = r"(?:hoped|anticipated|expected|envisaged|intended|planned|estimated)"
_DUE = r"(?:due|expected|scheduled|anticipated|planned|programmed|intended|hoped|booked|arranged)"
_SEASON = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
_DATED = rf"(?:\d|Q\d|Quarter|{'|'.join(MONTHS)}|{'|'.join(DAYS)}|{_SEASON}|next|the|early|late|mid)"
_STARTS = (
    r"(?:open|start|commence|close|report|go|come|take place|begin|complete|launch|finish|expire|return|move|arrive"
    r"|meet|end|conclude)"
)
_UNDER_WAY = r"(?:underway|under way|ongoing|progressing|being undertaken)"
_BEING_MADE = r"being (?:developed|progressed|prepared|drafted|finalised|drawn up|established|arranged|reviewed)"
_PARTICIPLE = r"\w+(?:ed|ought|ld|en|wn|de)"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where one of ``triggers`` stands, ``pattern`` finds a commitment of ``kind``.

    ``group`` "deed" in the pattern is the verb that says what will be done. ``confidence`` is how often such a finding
    is right. ``passive`` says that what stands before the verb is the thing and not who does it; ``explicit`` that the
    verb is one of promising. ``needs`` are words that must all stand in the sentence, ``stretch`` is part of every
    match; ``at_start`` says that the sentence has to begin with what the pattern finds.
    """

    name: str
    kind: CommitmentKind
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    confidence: float
    passive: bool = False
    explicit: bool = False
    needs: frozenset[str] = frozenset()
    stretch: str = ""
    at_start: bool = False

    def matches(self, text: str) -> Iterable[re.Match[str]]:
        """Where the pattern stands in a sentence, in order."""
        if self.stretch not in text:
            return ()
        if self.at_start:
            match = self.pattern.match(text)
            return (match,) if match else ()
        return self.pattern.finditer(text)


def _rule(
    name: str,
    kind: CommitmentKind,
    triggers: str,
    pattern: str,
    confidence: float,
    *,
    passive: bool = False,
    explicit: bool = False,
    needs: str = "",
    stretch: str = "",
    at_start: bool = False,
) -> Rule:
    words = frozenset(triggers.split())
    needed = frozenset(needs.split())
    return Rule(name, kind, words, re.compile(pattern), confidence, passive, explicit, needed, stretch, at_start)


RULES = (
    _rule(
        "undertook",
        "undertaking",
        "undertook undertake undertaken undertakes promised pledged volunteered",
        rf"{_NOT_HAD}\b{_PROMISED}\s+to\s+(?P<deed>\w+)",
        0.97,
        explicit=True,
    ),
    _rule(
        "agreed-to-do",
        "undertaking",
        "agreed offered",
        rf"{_NOT_HAD}\b(?:agreed|offered)\s+(?:also\s+)?to\s+{_DEED}",
        0.93,
        explicit=True,
    ),
    _rule(
        "gave-assurance",
        "undertaking",
        "assurance assurances intention commitment undertaking",
        rf"\b{_GAVE}(?:assurances?|undertaking|commitment|intention)\s+(?:that|to)\b"
        r"|\bassurance (?:was )?given that\b",
        0.9,
        explicit=True,
    ),
    _rule(
        "agreed-in-discussion",
        "undertaking",
        "agreed",
        rf"\b[Ii]t was {_AGREED_SO} (?:that|to)\b",
        0.85,
        explicit=True,
        stretch="t was ",
    ),
    _rule(
        "agreed-should",
        "undertaking",
        "agreed",
        rf"\b{_BODY}\s+(?:also\s+|then\s+)?agreed that\b(?=.*\bshould\b)",
        0.75,
        explicit=True,
        stretch="agreed that",
    ),
    _rule(
        "actor-to-do",
        "undertaking",
        "to",
        rf"(?P<who>{_ACTOR})\s+(?:is |are )?to\s+{_DEED}",
        0.85,
        explicit=True,
        at_start=True,
    ),
    _rule(
        "clerk-asked-to",
        "expectation",
        "asked requested",
        rf"\b(?:asked|requested)\s+(?:that\s+)?(?:the\s+)?(?P<who>{_CLERK})\s+(?:to\s+)?(?P<deed>\w+)",
        0.75,
        explicit=True,
    ),
    _rule("committed-to", "undertaking", "committed", r"\bcommitted to (?P<deed>\w+ing)\b", 0.75),
    _rule(
        "hoped",
        "expectation",
        "hoped anticipated expected envisaged intended planned estimated",
        rf"\b(?:[Ii]t (?:was|is) (?:\w+\s+)?)?{_HOPED}\s+(?:that\s+)?(?:.{{2,90}}?\s)(?:would|will|could)\b",
        0.9,
    ),
    _rule(
        "hoped-to",
        "expectation",
        "hoped hopes hope hoping",
        r"\bhop(?:ed|es?|ing) to (?P<deed>\w+)",
        0.75,
        stretch=" to ",
    ),
    _rule(
        "intention",
        "expectation",
        "intention intended intends planned",
        r"\b(?:(?:the|their|his|her|its) )?intention\b[^.;]{0,60}?\b(?:was |is )?to (?P<deed>\w+)"
        r"|\b(?:intend(?:ed|s)|(?<!was )(?<!were )(?<!is )(?<!are )(?<!been )(?<!now )(?<!also )planned)"
        r" to (?P<deed2>\w+)",
        0.75,
        stretch="to ",
    ),
    _rule(
        "due-to",
        "expectation",
        "due expected scheduled anticipated planned programmed intended hoped booked arranged set",
        rf"(?:{_IS}(?:also |now |currently |still |therefore )?|{_HAS_BEEN}){_DUE}"
        rf"\s+(?:to\s+(?P<deed>be\s+\w+|{_STARTS})\b|(?:for|in|by|on|at|till|until)\s+(?=.{{0,30}}?\b{_DATED}))"
        rf"|{_IS}due (?:further )?review\b|{_IS}{_DUE} (?:shortly|soon|imminently)\b"
        rf"|{_IS}(?:now )?set to (?P<deed2>\w+)",
        0.88,
        passive=True,
    ),
    _rule(
        "now-anticipated",
        "expectation",
        "anticipated expected booked",
        rf"{_IS}(?:now|still)\s+(?:anticipated|expected)\b|\b(?:was|has been|had been) booked for\b",
        0.85,
        passive=True,
    ),
    _rule(
        "underway",
        "expectation",
        "work underway way progressing working developed progressed prepared drafted finalised made being reviewed",
        rf"\b[Ww]ork (?:was|is|had begun|has begun)\s+(?:also |still |now |currently |already )?{_UNDER_WAY}\b"
        rf"|{_IS}{_STILL}(?:working on (?:an?|the)\b|{_BEING_MADE}|in the process of \w+ing)"
        r"|\battempts (?:were|are) being made to\b",
        0.72,
    ),
    _rule(
        "had-been-asked",
        "expectation",
        "asked requested commissioned invited",
        rf"{_HAS_BEEN}(?:asked|requested|commissioned|invited|instructed) to\b",
        0.85,
        passive=True,
        stretch="been",
    ),
    _rule(
        "awaited",
        "expectation",
        "awaited awaiting await awaits",
        rf"{_IS}{_STILL}(?:awaited|awaiting)\b|\bawaits?\b|^(?:[Ss]till )?[Aa]waiting\b",
        0.78,
        passive=True,
    ),
    _rule(
        "is-to-do",
        "undertaking",
        "is are was were",
        rf"{_IS}(?:also |now |then )?to {_DEED}",
        0.75,
        needs="to",
        stretch="to ",
    ),
    _rule(
        "is-to-be",
        "expectation",
        "be",
        rf"\b(?:was|were|is|are) (?:now |also )?to be (?:\w+ly )?(?P<deed>{_PARTICIPLE})\b"
        r"|\bto be an (?P<deed2>agenda item)\b",
        0.75,
        needs="to",
        passive=True,
        stretch="to be ",
    ),
    _rule(
        "ongoing-commitment",
        "expectation",
        "commitment",
        r"\bthere (?:was|is) (?:an? )?(?:ongoing |clear |strong |continued )?commitment to\b",
        0.75,
        stretch="commitment to",
    ),
    _rule(
        "deferred",
        "undertaking",
        "deferred",
        r"\b(?:be|was|were|been) deferred (?:to|until)\b",
        0.8,
        passive=True,
        stretch=" deferred ",
    ),
    _rule(
        "is-asked-to",
        "undertaking",
        "asked requested",
        rf"\b(?:was|were) (?:asked|requested) to (?P<deed>{'|'.join(ASKED_OF_OFFICERS)})\b",
        0.6,
        explicit=True,
        stretch="ed to ",
    ),
    _rule(
        "would-do",
        "undertaking",
        "would will shall",
        rf"\b(?:would|will|shall)(?:,\s[^,]{{3,90}},)?\s+{_ADVERB}"
        r"(?P<deed>[a-z][a-z-]+)(?:\s+(?P<after>[a-z-]+(?:\s[a-z-]+)?))?",
        0.8,
    ),
)
"""In the order in which they are tried; of two that overlap the first is kept."""


_TELLING = frozenset().union(*(rule.triggers | rule.needs for rule in RULES))
"""The words that decide which rules are tried."""


def rules_for(vocabulary: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may find something in a sentence of these words, in the order in which they are tried."""
    return _rules_told_by(vocabulary & _TELLING)


@lru_cache(maxsize=4096)
def _rules_told_by(words: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if not rule.triggers.isdisjoint(words) and rule.needs <= words)
