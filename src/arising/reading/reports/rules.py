"""The rules over sentences: each has a name, what it tells, a pattern, and what must or must not stand beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from arising.reading.language.patterns import one_of
from arising.reading.reports import vocabulary as words
from arising.reading.reports.statements import Statement
from arising.reading.reports.told import Key

Tells = Key | Literal["plan", "result"]
Also = Callable[[Statement, re.Match[str]], bool]


def _any(those: Iterable[str]) -> str:
    return rf"(?<![\w-]){one_of(those)}(?![\w-])"


_FOLK = rf"{_any(words.FOLK)}(?!(?:'s|s')?\s+{one_of(words.NOT_FOLK_BEFORE)}\b)"
_ADVERBS = r"(?:(?:\w+ly|also|now|then|still|already|not|currently|therefore|all|both|be|to)\s+){0,3}"
_IN_FACT = "".join(f"(?<!{word} )" for word in ("to", "not", "will", "would", "should", "could", "may", "might"))
_FEW = r"(?:[\w'-]+\s+){0,4}?"
_SPAN = (
    r"(?!year\b|quarter\b|month\b)(?:number of\s+|few\s+|couple of\s+|several\s+|[\w-]+\s+)?"
    r"(?:years?|quarters?|months?|weeks?|terms?)"
)
_TO_NUMBER = r"[^\d.;]{1,30}(?!(?:19|20)\d\d\b)\d"
"""As far as a number that is no year."""
_COMPARES = re.compile(_any(words.COMPARES))
_MOVED = _any((*words.CHANGES, *words.HAS_CHANGED, *words.CHANGED))
_CHANGES = re.compile(_MOVED)
_SHOULD_BE = re.compile(
    rf"{_any(words.TARGETS)}\s+(?:\w+\s+){{0,4}}?(?:is|of|was|are|remains|at|to)\b|\b(?:should|must)\b"
)
_YEARS = re.compile(r"\b20\d\d(?:\s?[/-]\s?(?:20)?\d\d)?\b|\bq[1-4]\b|\bquarter (?:[1-4]|one|two|three|four)\b")
_STATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|remained|stands?|stood|achieved|received|completed|recorded|showed|shows"
    r"|\w{3,}ed)\b"
)
_IN_ENGLAND = re.compile(rf"{_any(words.NOT_NATIONAL_BEFORE)}\s+$")
_ENDS = (".", ";", "!", "?", "”", ")")
_BY_BODY = re.compile(rf"{_any(words.BODIES)}\s+$")
_NO_IMPACT = re.compile(
    r"\bno\s+(?:\w+\s+){0,3}$|\bequality\s+$"
    r"|\b(?:assess|measur|evaluat|understand|scrutin|monitor|evidenc|demonstrat|consider)\w*\s+(?:\w+\s+){0,3}$"
)
_NOT_YET = re.compile(r"\b(?:to|will|would|could|should|may|might|can|must|aims?|seeks?)\s+(?:[\w'-]+\s+){0,4}$")


@dataclass(frozen=True, slots=True)
class Rule:
    """Where ``pattern`` stands in a sentence that passes ``also``, the sentence tells ``tells``.

    The pattern is looked for in lower case. ``confidence`` is how often such a finding is right.
    """

    name: str
    tells: Tells
    pattern: re.Pattern[str]
    confidence: float
    also: Also = lambda statement, match: True

    def finds(self, statement: Statement) -> re.Match[str] | None:
        """The first place in the sentence where the rule holds."""
        return next((one for one in self.pattern.finditer(statement.lowered) if self.also(statement, one)), None)


def _rule(name: str, tells: Tells, pattern: str, confidence: float, also: Also = lambda _, __: True) -> Rule:
    return Rule(name, tells, re.compile(pattern), confidence, also)


def _has_figure(statement: Statement, match: re.Match[str]) -> bool:
    return bool(statement.figures)


def _is_measured(statement: Statement, match: re.Match[str]) -> bool:
    """Whether a figure stands in it that is one, and not what it should be."""
    if not statement.figures or _STATE.search(statement.lowered) is None:
        return False
    return len(statement.figures) > 1 or _SHOULD_BE.search(statement.lowered) is None


def _is_held_against(statement: Statement, match: re.Match[str]) -> bool:
    """Whether something is held against what was matched: by a figure or by a word of comparing."""
    return bool(statement.figures) or _COMPARES.search(statement.lowered) is not None


def _is_nation(statement: Statement, match: re.Match[str]) -> bool:
    named = _IN_ENGLAND.search(statement.lowered[: match.start()]) is not None
    return not named and _is_held_against(statement, match)


def _compares(statement: Statement, match: re.Match[str]) -> bool:
    return _COMPARES.search(statement.lowered) is not None or len(statement.figures) > 1


def _says_so(statement: Statement, match: re.Match[str]) -> bool:
    return _COMPARES.search(statement.lowered) is not None


def _changes(statement: Statement, match: re.Match[str]) -> bool:
    return _CHANGES.search(statement.lowered) is not None or len(statement.figures) > 1


def _says_how_much(statement: Statement, match: re.Match[str]) -> bool:
    return bool(statement.figures) or _CHANGES.search(statement.lowered) is not None


def _several_years(statement: Statement, match: re.Match[str]) -> bool:
    return len(statement.figures) >= 3 and len(set(_YEARS.findall(statement.lowered))) >= 3


def _is_real(statement: Statement, match: re.Match[str]) -> bool:
    """Whether an effect is told, and not that there is none, that it will be looked at, or that it is wished for."""
    if not statement.text.endswith(_ENDS) and _STATE.search(statement.lowered) is None:
        return False
    before = statement.lowered[: match.start()]
    return _NO_IMPACT.search(before) is None and _NOT_YET.search(before) is None


def _is_by_the_service(statement: Statement, match: re.Match[str]) -> bool:
    """Whether it is not the committee itself that does it."""
    return _BY_BODY.search(statement.lowered[: match.start()]) is None


def _is_no_courtesy(statement: Statement, match: re.Match[str]) -> bool:
    return match["deed"] not in words.COURTESIES


PLANS = (
    _rule(
        "will",
        "plan",
        rf"(?<!good )(?<!free )(?<!ill )\b(?:will|shall|won't|we'll)\s+"
        rf"{_ADVERBS}(?P<deed>{_any(words.COURTESIES)}|[a-z-]+)",
        0.85,
        _is_no_courtesy,
    ),
    _rule(
        "plans-to", "plan", rf"{_any(words.INTENDS)}\s+(?:is\s+)?to\s+(?!date\b|the\b|a\b|an\b|be seen\b)[a-z]+", 0.8
    ),
    _rule(
        "continues-to",
        "plan",
        rf"(?<!\bto )(?:\bcontinues?|\b(?:is|are) continuing) to (?!{one_of((*words.CHANGE, *words.GOES_ON))}\b)[a-z]+",
        0.7,
    ),
    _rule(
        "is-doing",
        "plan",
        rf"(?:\b(?:is|are|am|been)|\w'(?:re|s))\s+{_ADVERBS}{_any(words.DOING)}",
        0.75,
        _is_by_the_service,
    ),
    _rule("being-done", "plan", rf"\bbeing\s+{_ADVERBS}{_any(words.BEING_DONE)}", 0.8),
    _rule(
        "is-due",
        "plan",
        rf"\b(?:is|are)\s+{_ADVERBS}(?:{_any(words.DUE)}\s+(?:to|for|in|by)\b(?! date)"
        rf"|due (?:in|for|by|on|to {one_of(words.BEGINS)})\b)",
        0.8,
    ),
    _rule(
        "to-be-done",
        "plan",
        r"\b(?:is|are|remains?|has|have|needs?)\s+(?:yet |still )?to be [a-z]+(?:ed|en|t|ne)\b",
        0.7,
    ),
    _rule(
        "under-way",
        "plan",
        r"\b(?:(?:is|are) (?:\w+ )?(?:under ?way|in progress|in development|in train|ongoing)"
        r"|in the process of \w+ing|(?:is|are) going to \w+|work continues to)\b",
        0.75,
    ),
)
"""Sentences that tell what is intended or in hand."""

RESULTS = (
    _rule(
        "has-changed",
        "result",
        rf"{_IN_FACT}\b(?:has|have|had)\s+(?:(?:\w+ly|also|now|all|both|since|again|been|continued to)\s+){{0,2}}"
        rf"{_any(words.HAS_CHANGED)}",
        0.8,
    ),
    _rule(
        "changed",
        "result",
        rf"(?<!\ban )(?<!\ba )(?<!\bthe )(?<!\bbe )(?<!\bis )(?<!\bare ){_any(words.CHANGED)}\s+(?:\w+ly\s+)?"
        r"(?:by|from|to|in|since|over|during|between|again|for|compared|year)\b",
        0.7,
    ),
    _rule("measured", "result", r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half)\b", 0.75, _is_measured),
)
"""Sentences that tell what was measured, or what has changed."""

POSITIONS = (
    _rule("position-now", "position", _any(words.NOW), 0.9, _is_measured),
    _rule(
        "position-is",
        "position",
        r"\b(?:is|are|has|have|remains?|stands?)\b(?! (?:expected|projected|planned|due|been asked))",
        0.75,
        _is_measured,
    ),
    _rule("position-in-a-period", "position", _YEARS.pattern, 0.65, _is_measured),
    _rule("position-measured", "position", r"%|\bper ?cent\b|\bper \d", 0.5, _is_measured),
)
COMPARATORS = (
    _rule(
        "against-england",
        "comparator",
        rf"{_any(words.NATIONAL)}(?!\s+{one_of(words.NOT_NATIONAL_AFTER)}\b)(?!'s)",
        0.85,
        _is_nation,
    ),
    _rule("against-neighbours", "comparator", _any(words.NEIGHBOURS), 0.9, _is_held_against),
    _rule(
        "against-region",
        "comparator",
        rf"{_any(words.REGIONAL)}(?!\s+{one_of(words.NOT_REGIONAL_AFTER)})",
        0.8,
        _compares,
    ),
    _rule("against-earlier", "comparator", _any(words.EARLIER), 0.75, _says_so),
    _rule(
        "against-earlier-figure",
        "comparator",
        r"\b(?:compared (?:to|with)|in comparison (?:to|with)|up from|down from|than)\b[^;]{1,60}?"
        r"\b(?:q[1-4]|quarter|20\d\d)\b",
        0.75,
        _says_how_much,
    ),
)
TRENDS = (
    _rule(
        "moved-from-to",
        "trend",
        rf"(?:{_MOVED}|\bwent|\bmoved)\b.{{0,60}}?\bfrom\b{_TO_NUMBER}.{{0,60}}?\bto\b{_TO_NUMBER}",
        0.85,
    ),
    _rule(
        "over-time",
        "trend",
        rf"\b(?:over|in|during|across|for|throughout) the (?:past|last|previous|preceding) {_SPAN}"
        r"|\byear[- ]on[- ]year\b|\bmonth[- ]on[- ]month\b|\bquarter[- ]on[- ]quarter\b|\beach (?:year|quarter) since\b"
        r"|\bsince (?:\w+ )?20\d\d\b|\bfrom 20\d\d(?:/\d\d)? to 20\d\d|\bon (?:previous|earlier|recent) years\b"
        r"|\b(?:consecutive|successive) (?:year|quarter|month|week)"
        r"|\b(?:years?|quarters?|months?) (?:in a row|running)\b|\bover time\b",
        0.8,
        _changes,
    ),
    _rule(
        "still-moving",
        "trend",
        rf"(?<!\bto )\b(?:continue[sd]?|continuing) to (?:\w+ly )?{_any(words.CHANGE)}"
        rf"|\b(?:has|have) (?:also |now )?been (?:\w+ly )?{_any(words.CHANGING)}"
        rf"|\b(?:is|are) (?:now |also |still |\w+ly ){{0,2}}{_any(words.CHANGING)}"
        rf"|{_any(words.CHANGING)} (?:numbers?|rates?|proportion|share|volumes?|demand)\b",
        0.8,
    ),
    _rule(
        "trend-named",
        "trend",
        r"\b(?:upward|downward|rising|falling|improving|declining|increasing|decreasing|stable|positive|negative"
        r"|long[- ]term|similar|same|worsening|clear|steady|general) (?:trend|trajectory)\b"
        r"|\b(?:trend|trajectory) (?:is|was|has|shows?|continues|remains|over|in|of|for|since)\b",
        0.75,
    ),
    _rule(
        "has-moved",
        "trend",
        rf"{_IN_FACT}\b(?:has|have) (?:\w+ly |also |now |all |both |since |again ){{0,2}}{_any(words.HAS_CHANGED)}",
        0.65,
    ),
    _rule("several-periods", "trend", r"^", 0.8, _several_years),
)
_EFFECT = r"(?:impact(?:s|ed|ing)?|effects?|differences?|consequences?|benefits?|risks?|harm|disruption)"
SO_WHATS = (
    _rule(
        "means-for",
        "so_what",
        rf"(?<!all )(?<!any )(?<!no )\b(?:means|meant|meaning)\b(?! tested)(?! of\b).{{0,80}}?{_FOLK}",
        0.85,
        _is_real,
    ),
    _rule(
        "impact-on",
        "so_what",
        rf"\b{_EFFECT}\s+(?:\w+\s+){{0,4}}?(?:on|for|to|upon)\s+{_FEW}{_FOLK}",
        0.75,
        _is_real,
    ),
    _rule(
        "as-a-result",
        "so_what",
        rf"\b(?:as a result|consequently|so that|resulting in|resulted in"
        rf"|prevented|leading to|led to|leaves|leaving|has enabled"
        rf"|have enabled|enabling|has helped|have helped|has allowed|allowing)\b.{{0,60}}?{_FOLK}",
        0.7,
        _is_real,
    ),
    _rule(
        "what-folk-live",
        "so_what",
        rf"{_FOLK}\s+(?:(?!to\b)[\w'-]+\s+){{0,3}}?(?:wait(?:ed|ing)?|feel|felt|told us|tell us|said|say"
        r""
        r"|are (?:now )?(?:safer|safe|waiting|missing|unable|able to)|benefit(?:ed|ted)?|struggled?"
        r"|miss(?:ed)? out|suffer(?:ed)?|lose|lost"
        r"|experienc(?:e|ed|ing) (?:\w+ ){0,2}(?:delays?|moves?|changes?|instability|difficult\w*|better|fewer))\b",
        0.75,
        _is_real,
    ),
    _rule(
        "outcomes-are",
        "so_what",
        rf"\boutcomes (?:\w+ )?(?:for|of) {_FEW}{_FOLK}\s+(?:\w+\s+){{0,3}}?(?:is|are|have|has|remain|were|improved)\b",
        0.75,
        _is_real,
    ),
)

RULES = (*POSITIONS, *COMPARATORS, *TRENDS, *SO_WHATS, *PLANS, *RESULTS)
"""All, in the order in which they are tried: of those that tell the same the first to find names the sentence."""
