"""The discussion of a topic: asks and answers in the order in which they were minuted, put together to exchanges.

Asks that follow one another without an answer are one exchange when minutes keep the asker out of sight ("it was
asked"), and one for each member and kind when they name members. An answer goes to all that waits for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from arising.documents import BlockKind
from arising.reading.findings.exchanges.asking import (
    answers_all,
    answers_one,
    kind_of_point,
    kind_of_speech,
    leads_to_points,
    unattributed_ask,
)
from arising.reading.findings.floor import Floor
from arising.reading.language.names import surname
from arising.reading.language.speakers import Side, Speech, strip_article
from arising.reading.language.vocabulary import INTRODUCED
from arising.reading.outline import Heading, Outline, Sentence
from arising.reading.record import Answer, Exchange, ExchangeKind

Rule = Literal["impersonal", "member-spoke", "listed-point", "literal-question", "spoke-to-topic"]

_CONFIDENCE: dict[Rule, float] = {
    "impersonal": 0.9,
    "member-spoke": 0.8,
    "listed-point": 0.75,
    "literal-question": 0.7,
    "spoke-to-topic": 0.7,
}
_DIGITS = re.compile(r"\d+")
_PRESENTS = re.compile(r"[^.]{0,60}?\b(?:introduced|presented|outlined|delivered|gave|provided|summarised|tabled)\b")
_INITIALS = re.compile(r"[A-Z]{2,3}[a-z]?(?: and [A-Z]{2,3})?")
_HONORIFICS = ("Cllr", "Councillor", "Mr", "Ms", "Dr", "Miss")
_COLLECTIVE = re.compile(
    r"(?i)(?:a |one |another )?(?:committee |cabinet |panel |board )?(?:members?|councillors|committee|panel|board)\b"
)
_AND_OTHERS = re.compile(r"\s+and\s+(?=officers\b|Officers\b|the\b)")


@dataclass(slots=True, eq=False)
class _Open:
    """An exchange in the making: ``sentence`` is the one that opened it."""

    kind: ExchangeKind | None
    sentence: Sentence
    rule: Rule
    askers: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    @property
    def named(self) -> bool:
        return self.rule == "member-spoke"


@dataclass(frozen=True, slots=True)
class _Points:
    """A list of points under a lead-in: the style of the lead-in's own marker, and who raised the points."""

    lead_style: str
    raised_by: str | None

    @property
    def by_name(self) -> bool:
        return self.raised_by is not None and self.raised_by.startswith(_HONORIFICS)


class Discussion:
    """What was said under one topic.

    ``_turn`` is the member who has the floor, ``_waiting`` are the exchanges that wait for an answer,
    ``_last_answer`` who gave the last one. ``_unnamed`` says that minutes of this kind keep askers out of sight.
    """

    def __init__(self, out: Outline, floor: Floor, topic: Heading | None) -> None:
        self._out = out
        self._floor = floor
        self._table = floor.table
        self._topic = topic
        self._unnamed = topic is not None and topic.listed
        self._open: list[_Open] = []
        self._waiting: list[_Open] = []
        self._turn: str | None = None
        self._last_answer: Speech | None = None
        self._presenters: set[str] = set()
        self._points: _Points | None = None
        self._lead_in = -1

    def exchanges(self, sentences: Iterable[Sentence]) -> Iterator[Exchange]:
        """The exchanges in the sentences of the topic, in order."""
        block = -1
        for sentence in sentences:
            if sentence.block != block:
                block = sentence.block
                self._begin_block(sentence)
            self._take(sentence)
        for one in self._without_idle_comments():
            yield self._close(one)

    def _begin_block(self, sentence: Sentence) -> None:
        """A point in a list that members raised is an exchange of its own."""
        block = self._out.blocks[sentence.block]
        is_point = block.kind is BlockKind.LIST_ITEM and sentence.block not in self._out.heading_of
        points = self._points if is_point else None
        if points is not None and _style(block.marker) == points.lead_style != "":
            points = None
        self._points = points
        words = self._out.words(sentence.block)
        if points is not None:
            self._waiting = [one for one in self._waiting if one.named] if points.by_name else []
            self._turn = self._turn if points.by_name else None
            self._ask(kind_of_point(words), sentence, "listed-point", points.raised_by)
        if leads_to_points(words):
            self._lead_in = sentence.block
            opening = next(iter(self._floor.speeches(sentence)), None)
            side = opening.side if opening else None
            raised_by = opening.who if opening and side == "member" else None
            self._points = _Points(_style(block.marker), raised_by) if side != "answerer" else None

    def _take(self, sentence: Sentence) -> None:
        if sentence.block == self._lead_in and sentence.text.rstrip(" -").endswith(":"):
            return
        if sentence.first and sentence.last and sentence.text.endswith("?"):
            # a question in its own words, as some minutes give it
            self._ask("question", sentence, "literal-question", None)
            return
        said = self._floor.speeches(sentence)
        asked = unattributed_ask(sentence)
        if asked is not None:
            kind, at, end = asked
            if self._is_put_by_nobody(kind, at, said):
                # what follows the question in the same sentence is its answer
                self._ask(kind, sentence, "impersonal", None)
                for speech in said:
                    if speech.side in ("answerer", "unknown") and speech.start >= end:
                        self._answer(speech, sentence)
                return
        for speech in said:
            self._hear(speech, sentence)

    def _is_put_by_nobody(self, kind: ExchangeKind, at: int, said: Sequence[Speech]) -> bool:
        """Whether an ask at ``at`` is no part of what somebody named before it says."""
        if kind == "comment" and not self._unnamed:
            return False
        if not said or said[0].start >= at:
            return True
        return said[0].side == "unknown" or (said[0].side == "answerer" and kind == "question")

    def _hear(self, speech: Speech, sentence: Sentence) -> None:
        text = sentence.text[speech.start - sentence.start :]
        if self._opens_by_presenting(speech, text):
            self._presenters.add(surname(speech.who))
            return
        side = self._side_of(speech)
        if side == "pronoun":
            if self._turn is not None:
                self._member_speaks(self._turn, speech, sentence, text)
            elif self._last_answer is not None:
                self._answer(replace(speech, who=self._last_answer.who), sentence, pronoun=speech.who)
        elif side == "answerer":
            if answers_all(sentence):
                self._waiting = [one for one in self._open if _wants_answer(one)] or self._waiting
            self._turn = None
            self._answer(speech, sentence)
        elif not (self._unnamed and not self._table.has_councillors and speech.verb in ("thanked", "welcomed")):
            self._member_speaks(speech.who, speech, sentence, text)

    def _opens_by_presenting(self, speech: Speech, text: str) -> bool:
        """Whether somebody presents the item before anything was asked: what they say later answers."""
        if self._open or speech.side == "pronoun" or speech.verb not in INTRODUCED:
            return False
        return _PRESENTS.match(text, speech.end - speech.start) is not None

    def _side_of(self, speech: Speech) -> Side:
        if self._presenters and surname(speech.who) in self._presenters:
            return "answerer"
        if speech.side == "unknown":
            return "answerer" if self._unnamed else "member"
        return speech.side

    def _member_speaks(self, who: str, speech: Speech, sentence: Sentence, text: str) -> None:
        if self._table.initials and _INITIALS.fullmatch(who):
            return
        before = self._out.document.text[max(0, speech.start - 60) : speech.start]
        kind = kind_of_speech(speech, text, before)
        if kind is None or (kind == "comment" and self._topic is None and self._out.whole_meeting):
            return
        self._turn = who
        self._ask(kind, sentence, "member-spoke", who)

    def _ask(self, kind: ExchangeKind, sentence: Sentence, rule: Rule, who: str | None) -> None:
        last = self._open[-1] if self._open else None
        if last is not None and self._goes_on(last, kind, sentence, rule):
            if last.kind == "comment":
                last.kind = kind
            return
        if rule == "member-spoke" and any(_is_same(one, kind, sentence, who) for one in self._waiting):
            return
        if last is not None and last.answers and rule != "member-spoke":
            self._waiting = []
        one = _Open(kind, sentence, rule, [who] if who else [])
        self._open.append(one)
        self._waiting = [*(waiting for waiting in self._waiting if not waiting.answers), one]
        self._last_answer = None

    def _goes_on(self, last: _Open, kind: ExchangeKind, sentence: Sentence, rule: Rule) -> bool:
        """Whether an ask goes on with the last exchange and opens none of its own."""
        same_block = last.sentence.block == sentence.block
        if last.rule == "impersonal" and rule == "impersonal":
            return not last.answers and (self._unnamed or (same_block and kind in (last.kind, "comment")))
        if last.rule == "listed-point" and same_block:
            return rule == "member-spoke" or (rule == "impersonal" and not last.answers)
        return False

    def _answer(self, speech: Speech, sentence: Sentence, *, pronoun: str | None = None) -> None:
        answer = Answer(
            speaker=pronoun or speech.who,
            resolved=speech.who if pronoun else None,
            quote=self._out.document.text[speech.start : sentence.end],
            start=speech.start,
            end=sentence.end,
        )
        self._last_answer = speech
        answered = self._answered_by(sentence)
        if not answered and self._unnamed and not _INITIALS.fullmatch(speech.who):
            one = _Open(None, sentence, "spoke-to-topic")
            self._open.append(one)
            self._waiting.append(one)
            answered = [one]
        for one in answered:
            one.answers.append(answer)

    def _answered_by(self, sentence: Sentence) -> list[_Open]:
        """The exchanges that an answer in a sentence goes to."""
        asker = answers_one(sentence)
        if asker is None:
            return self._waiting or self._open[-1:]
        theirs = [one for one in self._open if one.askers and surname(one.askers[0]) == asker]
        waiting = [one for one in self._waiting if not one.answers and one not in theirs]
        return [*theirs, *waiting] or self._open[-1:]

    def _without_idle_comments(self) -> Iterator[_Open]:
        """A member's remark is left out where the same turn also asks something."""
        turns = {(*one.askers, one.sentence.block) for one in self._open if one.named and one.kind != "comment"}
        for one in self._open:
            if one.kind == "comment" and one.rule == "impersonal" and not one.answers:
                continue
            if one.kind == "comment" and one.named and (*one.askers, one.sentence.block) in turns:
                continue
            yield one

    def _close(self, one: _Open) -> Exchange:
        speakers = [answer.resolved or answer.speaker or "" for answer in one.answers]
        return Exchange(
            quote=one.sentence.text,
            start=one.sentence.start,
            end=one.sentence.end,
            rule=one.rule,
            confidence=_CONFIDENCE[one.rule],
            topic=self._topic.words if self._topic else None,
            kind=one.kind,
            askers=tuple(one.askers),
            responders=tuple(dict.fromkeys(part for who in speakers for part in _responders(who))),
            answers=tuple(one.answers),
        )


def _style(marker: str) -> str:
    """A marker without its number: "3.1" and "3.2" are one style."""
    return _DIGITS.sub("1", marker)


def _wants_answer(one: _Open) -> bool:
    return not one.answers and one.kind in ("question", "concern", "challenge")


def _is_same(one: _Open, kind: ExchangeKind, sentence: Sentence, who: str | None) -> bool:
    """Whether a member goes on with an exchange that waits: "Members" of another paragraph may be other members."""
    if not one.named or one.kind != kind or one.askers != [who]:
        return False
    return one.sentence.block == sentence.block or not _COLLECTIVE.match(who or "")


def _responders(who: str) -> list[str]:
    """ "Portfolio Holder and officers" answered as two."""
    return [strip_article(part) for part in _AND_OTHERS.split(who) if part]
