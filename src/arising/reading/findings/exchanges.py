"""Exchanges: a question, concern, request, challenge or comment, who put it, and who answered.

Sentences are taken in order as events, somebody asks or somebody answers. Asks that follow one another without an
answer are one exchange when minutes keep the asker out of sight ("it was asked"), and one for each member and kind
when they name members. An answer goes to all that waits for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from arising.documents import BlockKind
from arising.reading.findings.floor import Floor
from arising.reading.language.names import surname
from arising.reading.language.speakers import Speech, strip_article
from arising.reading.language.vocabulary import INTRODUCED
from arising.reading.outline import Heading, Outline, Sentence
from arising.reading.record import Answer, Exchange, ExchangeKind

_MANY = r"(?:(?:an?|the|several|some|further|various|another|additional|Members?[’']s?|members?[’']s?|a number of|his|her|their|supplementary|specific|earlier|two|Committee)\s+)*"
_TO = r"(?:[Ii]n (?:response|reply|answer|answering|responding) to|[Ff]ollowing|[Rr]esponding to|[Aa]nswering|[Rr]eplying to|[Ww]hen asked|[Rr]egarding|[Rr]eferring to)\s+"
_WAS = r"(?:was|were)\s+(?:(?:also|then|further|again)\s+)?"
_IMPERSONAL: tuple[tuple[ExchangeKind, re.Pattern[str]], ...] = (
    ("challenge", re.compile(rf"\b(?:it {_WAS}challenged|{_TO}{_MANY}challenges?\b)", re.IGNORECASE)),
    ("concern", re.compile(rf"\bconcerns?\b[^.;]{{0,60}}?\b{_WAS}(?:raised|expressed|voiced|highlighted|noted)|{_TO}{_MANY}concerns?\b"
                           rf"|\bthere (?:was|were|had been) (?:\w+ )?concerns?\b|\ba concern {_WAS}", re.IGNORECASE)),
    ("request", re.compile(rf"{_TO}{_MANY}requests?\b|\b(?:it|an? \w+|further \w+) {_WAS}requested\b|\ba request (?:was made|for)\b", re.IGNORECASE)),
    ("question", re.compile(rf"{_TO}{_MANY}(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|questioning)\b|\bit {_WAS}(?:asked|queried|questioned)\b"
                            rf"|\b(?:questions?|quer(?:y|ies)) {_WAS}(?:asked|raised|put|posed)|\b(?:clarification|assurances?|reassurance) {_WAS}(?:sought|requested)"
                            rf"|\b{_WAS}asked (?:how|what|why|whether|if|about|when|for|to)\b|[Ww]hen asked\b|[Aa]sked (?:about|whether|if|how|what|why)[^.]*?, (?:the|it)\b", re.IGNORECASE)),
    ("comment", re.compile(rf"\bcomments? {_WAS}(?:also )?made|\breference {_WAS}made|\bit {_WAS}(?:highlighted|suggested|commented|felt|observed|remarked)"
                           rf"|{_TO}{_MANY}(?:comments?|suggestions?|observations?|points?)\b|\b(?:point|suggestion|observation) {_WAS}made", re.IGNORECASE)),
)  # fmt: skip
_IMPERSONAL_TRIGGERS: dict[ExchangeKind, frozenset[str]] = {
    "challenge": frozenset("challenged challenge challenges".split()),
    "concern": frozenset("concern concerns".split()),
    "request": frozenset("request requests requested".split()),
    "question": frozenset(
        "question questions query queries queried enquiry enquiries inquiry inquiries questioning questioned asked clarification"
        " assurance assurances reassurance".split()
    ),
    "comment": frozenset(
        "comment comments reference highlighted suggested commented felt observed remarked suggestion suggestions observation"
        " observations point points".split()
    ),
}
_IMPERSONAL_WORDS = frozenset().union(*_IMPERSONAL_TRIGGERS.values())
_REQUESTED = re.compile(
    r"\brequest(?:ed|s)\b|\basked (?:for (?!clarification|confirmation|assurance|further clar)|that\b|to (?:be|see|receive)\b)"
)
_QUESTIONED = re.compile(
    r"^(?:asks|asked|queried|enquired|inquired|questioned|wondered|sought|wished to (?:know|ask)|raised (?:an? |several |some )?(?:questions?|query|queries))\b"
)
_ASKS_IN_WORDS = re.compile(r"\b(?:asked|queried|enquired|questioned|clarification|(?:a |the )?question)\b")
_AND_ASKED = re.compile(
    r"(?:\band|,)\s+(?:also\s+|further\s+|therefore\s+)?(?P<verb>requested|asked|queried|enquired|questioned)\b"
)
_ASKS = frozenset("asked asks queried enquired inquired questioned requested challenged wondered sought".split())
_CONCERNED = re.compile(
    r"\b(?:concern(?:s|ed)?|worr(?:y|ied|ies)|disappoint(?:ed|ment|ing)|frustrat(?:ed|ion)|dissatisf\w+|anxiet(?:y|ies)|alarm(?:ed)?)\b",
    re.IGNORECASE,
)
_CHALLENGED = re.compile(r"\bchallenged\b")
_PROPOSED = re.compile(r"\b(?:[Ii]n proposing the [Mm]otion|proposing the [Mm]otion|moved the [Mm]otion)\b")
_COURTESY = re.compile(
    r"^(?:thanked|praised|commended|congratulated|wished|proposed|seconded|moved|introduced|presented|opened|agreed to|advised that the next meeting)\b"
)
_MINUTED = frozenset("noted reported considered provided gave circulated updated".split())
_DIGITS = re.compile(r"\d+")
_PRESENTS = re.compile(r"[^.]{0,60}?\b(?:introduced|presented|outlined|delivered|gave|provided|summarised|tabled)\b")
_TO_ALL = re.compile(
    r"\b[Ii]n (?:response|reply) to (?:the )?(?:[Mm]embers|[Cc]ouncillors|questions|comments|queries|the Committee|all)\b|\bthanked the (?:[Mm]embers|[Cc]ouncillors) for (?:their|the) (?:questions|comments)\b|responded to (?:the |some of the |Members[’'] )?(?:points|questions|queries|comments)"
)
_TO_ONE = re.compile(
    r"\b[Ii]n (?:response|reply) to (?P<who>(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)\s[^,.]{2,40}?)(?:[’']s? [^,]{2,40})?,"
)
_RAISED_BY_MEMBERS = re.compile(
    r"(?i)\b(?:questions?|comments?|queries|points|issues|concerns|observations|themes)\b.*?(?::\s*-?|following|included)\s*$"
    r"|\bdiscussion\b.*:\s*-?$|put forward by.*:\s*-?$"
)
_REPORTED_LIST = re.compile(r"(?i)\b(?:reported|presented|considered|supported|advised|outlined|circulated)\b")
_ASKED_IN_LIST = re.compile(
    r"(?i)^(?:what|why|how|when|who|where|whether|should|could|would|can|will|is|are|does|do|did|has|have|if|clarification|asked)\b"
)


_COLLECTIVE = re.compile(
    r"(?i)(?:a |one |another )?(?:committee |cabinet |panel |board )?(?:members?|councillors|committee|panel|board)\b"
)


@dataclass
class _Open:
    """An exchange in the making."""

    kind: ExchangeKind | None
    start: int
    end: int
    sentence: Sentence
    rule: str
    askers: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    named: bool = False

    @property
    def answered(self) -> bool:
        return bool(self.answers)


def exchanges(out: Outline, floor: Floor, decided: frozenset[int] = frozenset()) -> Iterator[Exchange]:
    """Every exchange, topic by topic, in order; ``decided`` are the numbers of blocks that hold a resolution."""
    groups: list[tuple[Heading | None, list[Sentence]]] = []
    for sentence in out.sentences:
        if sentence.block in decided:
            continue
        if not groups or groups[-1][0] is not sentence.topic:
            groups.append((sentence.topic, []))
        groups[-1][1].append(sentence)
    for topic, sentences in groups:
        yield from _Discussion(out, floor, topic, sentences).exchanges()


class _Discussion:
    """What was said under one topic."""

    def __init__(self, out: Outline, floor: Floor, topic: Heading | None, sentences: Sequence[Sentence]) -> None:
        self.out = out
        self.floor = floor
        self.table = floor.table
        self.topic = topic
        self.sentences = sentences
        self.open: list[_Open] = []
        self.waiting: list[_Open] = []
        self.turn: str | None = None
        self.last_answer: Speech | None = None
        self.presenters: set[str] = set()
        self.listing = False
        self.impersonal = topic is not None and topic.listed

    def exchanges(self) -> Iterator[Exchange]:
        block = -1
        for sentence in self.sentences:
            if sentence.block != block:
                block = sentence.block
                self._new_block(sentence)
            self._take(sentence)
        for one in self._without_idle_comments():
            yield self._close(one)

    def _new_block(self, sentence: Sentence) -> None:
        """A point in a list that members raised is an exchange of its own."""
        words = self.out.words(sentence.block)
        kind = self.out.blocks[sentence.block].kind
        bullet = kind is BlockKind.LIST_ITEM and sentence.block not in self.out.heading_of
        if self.listing and _DIGITS.sub("1", self.out.blocks[sentence.block].marker) == self.lead_marker != "":
            bullet = False
        if not bullet:
            self.listing = False
        if self.listing and bullet:
            self.turn = None if self.turn is None or not self.listing_by_name else self.turn
            self.waiting = [one for one in self.waiting if one.named] if self.listing_by_name else []
            self._ask(self._kind_in_list(words), sentence, (sentence.start, sentence.end), "listed-point", self.lister)
        if _RAISED_BY_MEMBERS.search(words[-160:]) and not _REPORTED_LIST.search(words):
            self.listing = True
            self.lead = sentence.block
            self.lead_marker = _DIGITS.sub("1", self.out.blocks[sentence.block].marker)
            opening = next(iter(self.floor.speeches(sentence)), None)
            self.lister = opening.who if opening and opening.side == "member" else None
            self.listing_by_name = bool(self.lister and re.match(r"Cllr|Councillor|Mr|Ms|Mrs|Dr|Miss", self.lister))
            if opening and opening.side == "answerer":
                self.listing = False

    lister: str | None = None
    lead = -1
    lead_marker = ""
    listing_by_name = False

    def _kind_in_list(self, words: str) -> ExchangeKind | None:
        if _REQUESTED.search(words[:200]):
            return "request"
        for kind, pattern in _IMPERSONAL:
            if kind != "comment" and pattern.search(words[:160]):
                return kind
        if _CONCERNED.search(words[:120]):
            return "concern"
        if _ASKS_IN_WORDS.search(words[:120]) or _ASKED_IN_LIST.match(words) or words.rstrip().endswith("?"):
            return "question"
        return "comment"

    def _take(self, sentence: Sentence) -> None:
        if sentence.block == self.lead and sentence.text.rstrip(" -").endswith(":"):
            return
        if sentence.first and sentence.last and sentence.text.endswith("?"):
            # a question in its own words, as some minutes give it
            self._ask("question", sentence, (sentence.start, sentence.end), "literal-question", None)
            return
        said = self.floor.speeches(sentence)
        impersonal = self._impersonal(sentence, said)
        if impersonal:
            kind, low = impersonal
            # what follows the question in the same sentence is its answer
            self._ask(kind, sentence, (sentence.start, sentence.end), "impersonal", None)
            for speech in said:
                if speech.side in ("answerer", "unknown") and speech.start >= low:
                    self._answer(speech, sentence)
            return
        if not said and _MENTIONS_ASKING.isdisjoint(sentence.vocabulary):
            return
        for speech in said:
            self._hear(speech, sentence)

    def _impersonal(self, sentence: Sentence, said: Sequence[Speech]) -> tuple[ExchangeKind, int] | None:
        """The kind of a question put by nobody in particular, and where its words end."""
        if sentence.vocabulary.isdisjoint(_IMPERSONAL_WORDS):
            return None
        best: tuple[int, ExchangeKind, int] | None = None
        for kind, pattern in _IMPERSONAL:
            if sentence.vocabulary.isdisjoint(_IMPERSONAL_TRIGGERS[kind]):
                continue
            match = pattern.search(sentence.text)
            if match and (best is None or (match.start(), kind == "comment") < (best[0], best[1] == "comment")):
                best = (match.start(), kind, match.end())
        if best is None:
            return None
        at, kind, end = best
        if _TO_ALL.search(sentence.text) or _TO_ONE.search(sentence.text):
            return None
        first = said[0] if said else None
        if kind == "comment" and re.search(r"\bwas asked\b", sentence.text):
            kind = "question"
        if first is not None and first.start - sentence.start < at and first.side in ("member", "pronoun"):
            return None
        if kind == "comment" and not self.impersonal:
            return None
        if first is not None and first.side == "answerer" and first.start - sentence.start < at and kind != "question":
            return None
        return kind, sentence.start + end

    def _hear(self, speech: Speech, sentence: Sentence) -> None:
        text = sentence.text[speech.start - sentence.start :]
        if (
            speech.verb in INTRODUCED
            and not self.open
            and speech.side != "pronoun"
            and _PRESENTS.match(text[speech.end - speech.start :])
        ):
            self.presenters.add(surname(speech.who))
            return
        side = "answerer" if surname(speech.who) in self.presenters else speech.side
        if side == "unknown":
            side = (
                "answerer"
                if surname(speech.who) in self.presenters
                else "member"
                if not self.impersonal
                else "answerer"
            )
        if side == "pronoun":
            if self.last_answer is not None and self.turn is None:
                self._answer(replace(speech, who=self.last_answer.who), sentence, pronoun=speech.who)
            elif self.turn is not None:
                self._member_speaks(self.turn, text, speech, sentence, goes_on=True)
            return
        if side == "answerer":
            if _TO_ALL.search(sentence.text):
                self.waiting = [
                    one for one in self.open if not one.answered and one.kind in ("question", "concern", "challenge")
                ] or self.waiting
            self.turn = None
            self._answer(speech, sentence)
            return
        if self.impersonal and not self.table.has_councillors and speech.verb in ("thanked", "welcomed"):
            return
        self._member_speaks(speech.who, text, speech, sentence, goes_on=speech.who == self.turn)

    def _member_speaks(self, who: str, text: str, speech: Speech, sentence: Sentence, *, goes_on: bool) -> None:
        if self.table.initials and re.fullmatch(r"[A-Z]{2,3}[a-z]?(?: and [A-Z]{2,3})?", who):
            return
        clause = text[speech.end - speech.start :].lstrip(" ,")
        kind = self._kind_of(clause, text, speech)
        if kind is None:
            return
        if kind == "comment" and self.topic is None and self.out.whole_meeting:
            return
        self.turn = who
        self._ask(kind, sentence, (sentence.start, sentence.end), "member-spoke", who, named=True)

    def _kind_of(self, clause: str, text: str, speech: Speech) -> ExchangeKind | None:
        verb = speech.verb
        second = _AND_ASKED.search(text)
        if second and verb not in _ASKS:
            verb = second.group("verb")
            text = text[second.start("verb") :]
            clause = text[len(verb) :].lstrip()
        if _CHALLENGED.match(verb):
            return "challenge"
        if _COURTESY.match(verb):
            return "comment" if verb == "seconded" and "otion" in text and "adding" in text else None
        if verb in _MINUTED:
            return None
        if verb in ("requested",) or (verb in ("asked", "asks") and _REQUESTED.search(text)):
            return "request"
        if verb in ("asked", "asks", "queried", "enquired", "inquired", "questioned", "wondered") or _QUESTIONED.search(
            clause[:70]
        ):
            return "question"
        if _PROPOSED.search(text) or (
            verb in ("stated", "said") and _PROPOSED.search(self.out.document.text[speech.start - 60 : speech.start])
        ):
            return "request"
        if _CONCERNED.search(text[:160]):
            return "concern"
        return "comment"

    def _ask(
        self,
        kind: ExchangeKind | None,
        sentence: Sentence,
        span: tuple[int, int],
        rule: str,
        who: str | None,
        *,
        named: bool = False,
    ) -> None:
        if self.open:
            last = self.open[-1]
            goes_on = self.impersonal or (last.sentence.block == sentence.block and kind in (last.kind, "comment"))
            if not named and not last.named and not last.answered and rule == last.rule == "impersonal" and goes_on:
                if last.kind in (None, "comment") and kind not in (None, "comment"):
                    last.kind = kind
                return
            if (
                not named
                and rule == "impersonal"
                and last.rule == "listed-point"
                and last.sentence.block == sentence.block
                and not last.answered
            ):
                last.kind = kind if last.kind == "comment" else last.kind
                return
            if named and last.rule == "listed-point" and last.sentence.block == sentence.block:
                if last.kind == "comment" and kind != "comment":
                    last.kind = kind
                return
            same = [
                one for one in self.waiting
                if one.named and one.askers == [who] and one.kind == kind
                and (one.sentence.block == sentence.block or not _COLLECTIVE.match(who or ""))
            ]  # fmt: skip
            if named and same:
                return
        one = _Open(kind, *span, sentence, rule, [who] if who else [], named=named)
        if self.open and self.open[-1].answered and (not named or not self.waiting):
            self.waiting = []
        self.waiting = [w for w in self.waiting if not w.answered]
        self.open.append(one)
        self.waiting.append(one)
        self.last_answer = None

    def _answer(self, speech: Speech, sentence: Sentence, *, pronoun: str | None = None) -> None:
        answer = Answer(
            speaker=pronoun or speech.who, resolved=speech.who if pronoun else None,
            quote=self.out.document.text[speech.start : sentence.end], start=speech.start, end=sentence.end,
        )  # fmt: skip
        self.last_answer = speech
        one_of = _TO_ONE.search(sentence.text)
        targets = self.waiting or self.open[-1:]
        if one_of:
            family = surname(one_of.group("who").rstrip("’'s"))
            targets = [o for o in self.open if o.askers and surname(o.askers[0]) == family] + [
                w for w in self.waiting if not w.answered
            ]
            targets = list({id(t): t for t in targets}.values()) or self.open[-1:]
        if not targets:
            if self.topic is not None and self.topic.listed and not _only_initials(speech.who):
                one = _Open(None, sentence.start, sentence.end, sentence, "spoke-to-topic")
                self.open.append(one)
                self.waiting.append(one)
                targets = [one]
            else:
                return
        for one in targets:
            one.answers.append(answer)

    def _without_idle_comments(self) -> list[_Open]:
        """A member's remark is left out where the same turn also asks something."""
        kept: list[_Open] = []
        for at, one in enumerate(self.open):
            if one.rule == "impersonal" and one.kind == "comment" and not one.answered:
                continue
            if one.named and one.kind == "comment":
                block = one.sentence.block
                other = [o for k, o in enumerate(self.open) if k != at and o.named and o.askers == one.askers and o.kind != "comment"
                         and o.sentence.block == block]  # fmt: skip
                if other:
                    continue
            kept.append(one)
        return kept

    def _close(self, one: _Open) -> Exchange:
        responders = list(dict.fromkeys(
            part for answer in one.answers for part in _responders(answer.resolved or answer.speaker or "")
        ))  # fmt: skip
        return Exchange(
            quote=self.out.document.text[one.start : one.end], start=one.start, end=one.end, rule=one.rule,
            confidence={"impersonal": 0.9, "member-spoke": 0.8, "listed-point": 0.75}.get(one.rule, 0.7),
            topic=self.topic.words if self.topic else None, kind=one.kind, askers=tuple(one.askers),
            responders=tuple(responders), answers=tuple(one.answers),
        )  # fmt: skip


_MENTIONS_ASKING = frozenset("asked queried questioned concern concerns".split())


def _only_initials(who: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,3}[a-z]?(?: and [A-Z]{2,3})?", who))


def _responders(who: str) -> list[str]:
    """ "Portfolio Holder and officers" answered as two."""
    parts = re.split(r"\s+and\s+(?=officers\b|Officers\b|the\b)", who)
    return [strip_article(part) for part in parts if part]
