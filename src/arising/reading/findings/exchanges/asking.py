"""What kind of ask a sentence is: by the verb of who asks, or by words that keep the asker out of sight."""

from __future__ import annotations

import re

from arising.reading.language.names import surname
from arising.reading.language.patterns import has_any
from arising.reading.language.speakers import Speech
from arising.reading.outline import Sentence
from arising.reading.record import ExchangeKind

_MANY = (
    r"(?:(?:an?|the|several|some|further|various|another|additional|members?[’']s?|a number of|his|her"
    r"|their|supplementary|specific|earlier|two|committee)\s+)*"
)
_TO = (
    r"(?:in (?:response|reply|answer|answering|responding) to|following|responding to|answering"
    r"|replying to|when asked|regarding|referring to)\s+"
)
_WAS = r"(?:was|were)\s+(?:(?:also|then|further|again)\s+)?"
_QUESTIONS = r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|questioning)"
_HOW = r"(?:how|what|why|whether|if|about|when|for)"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_UNATTRIBUTED: tuple[tuple[ExchangeKind, frozenset[str], re.Pattern[str]], ...] = (
    (
        "challenge",
        frozenset("challenged challenge challenges".split()),
        _any_of(rf"\b(?:it {_WAS}challenged|{_TO}{_MANY}challenges?\b)"),
    ),
    (
        "concern",
        frozenset("concern concerns".split()),
        _any_of(
            rf"\bconcerns?\b[^.;]{{0,60}}?\b{_WAS}(?:raised|expressed|voiced|highlighted|noted)",
            rf"{_TO}{_MANY}concerns?\b",
            r"\bthere (?:was|were|had been) (?:\w+ )?concerns?\b",
            rf"\ba concern {_WAS}",
        ),
    ),
    (
        "request",
        frozenset("request requests requested".split()),
        _any_of(
            rf"{_TO}{_MANY}requests?\b",
            rf"\b(?:it|an? \w+|further \w+) {_WAS}requested\b",
            r"\ba request (?:was made|for)\b",
        ),
    ),
    (
        "question",
        frozenset(
            "question questions query queries queried enquiry enquiries inquiry inquiries questioning questioned asked"
            " clarification assurance assurances reassurance".split()
        ),
        _any_of(
            rf"{_TO}{_MANY}{_QUESTIONS}\b",
            rf"\bit {_WAS}(?:asked|queried|questioned)\b",
            rf"\b(?:questions?|quer(?:y|ies)) {_WAS}(?:asked|raised|put|posed)",
            rf"\b(?:clarification|assurances?|reassurance) {_WAS}(?:sought|requested)",
            rf"\b{_WAS}asked {_HOW}\b",
            r"when asked\b",
            r"asked (?:about|whether|if|how|what|why)[^.]*?, (?:the|it)\b",
        ),
    ),
    (
        "comment",
        frozenset(
            "comment comments reference highlighted suggested commented felt observed remarked suggestion suggestions"
            " observation observations point points".split()
        ),
        _any_of(
            rf"\bcomments? {_WAS}(?:also )?made",
            rf"\breference {_WAS}made",
            rf"\bit {_WAS}(?:highlighted|suggested|commented|felt|observed|remarked)",
            rf"{_TO}{_MANY}(?:comments?|suggestions?|observations?|points?)\b",
            rf"\b(?:point|suggestion|observation) {_WAS}made",
        ),
    ),
)
"""For each kind of ask that minutes attribute to nobody: the words without which it cannot stand, and how it is put, in
lower case."""

_UNATTRIBUTED_WORDS = frozenset().union(*(words for _, words, _ in _UNATTRIBUTED))

_STEMS = ("challenge", "concern", "request", "quest", "quer", "quir", "asked", "clarification", "assurance")
"""Without one of these no words ask anything without an asker, but for comments."""

_REQUESTED = re.compile(
    r"\brequest(?:ed|s)\b"
    r"|\basked (?:for (?!clarification|confirmation|assurance|further clar)|that\b|to (?:be|see|receive)\b)"
)
_QUESTIONED = re.compile(
    r"^(?:asks|asked|queried|enquired|inquired|questioned|wondered|sought|wished to (?:know|ask)"
    r"|raised (?:an? |several |some )?(?:questions?|query|queries))\b"
)
_ASKS_IN_WORDS = re.compile(r"\b(?:asked|queried|enquired|questioned|clarification|(?:a |the )?question)\b")
_AND_ASKED = re.compile(
    r"(?:\band|,)\s+(?:also\s+|further\s+|therefore\s+)?(?P<verb>requested|asked|queried|enquired|questioned)\b"
)
_WAS_ASKED = re.compile(r"\bwas asked\b")
_CONCERNED = re.compile(
    r"\b(?:concern(?:s|ed)?|worr(?:y|ied|ies)|disappoint(?:ed|ment|ing)|frustrat(?:ed|ion)|dissatisf\w+"
    r"|anxiet(?:y|ies)|alarm(?:ed)?)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:[Ii]n proposing the [Mm]otion|proposing the [Mm]otion|moved the [Mm]otion)\b")
_QUESTION_WORD = re.compile(
    r"(?i)^(?:what|why|how|when|who|where|whether|should|could|would|can|will|is|are|does|do|did|has|have|if"
    r"|clarification|asked)\b"
)
_ASKS = frozenset("asked asks queried enquired inquired questioned requested challenged wondered sought".split())
_QUESTIONS_VERB = frozenset("asked asks queried enquired inquired questioned wondered".split())
_COURTESIES = frozenset(
    "thanked praised commended congratulated wished proposed seconded moved introduced presented opened".split()
)
_ACTS = re.compile(
    r"\s+(?:agreed to\b|accepted (?:the|this|his|her)\b"
    r"|welcomed (?:everyone|them|all\b|those|members|the (?:members|public|meeting|new (?:chair|member|director))))"
)
_WHOLE_BODY = r"(?:The |the )?(?:\w+ ){0,4}?(?:Committee|Board|Panel|Council|Cabinet|Sub-Committee)|Members|Councillors"
_DECIDES = re.compile(rf"(?:{_WHOLE_BODY})\s+(?:\w+ly )?(?:agreed|accepted|approved|resolved|adopted)\b")
_MINUTED = frozenset("noted reported considered provided gave circulated updated".split())

_QUESTIONS_OF_ALL = r"(?:[Mm]embers|[Cc]ouncillors|questions|comments|queries|the Committee|all)"
_TO_ALL = re.compile(
    rf"\b[Ii]n (?:response|reply) to (?:the )?{_QUESTIONS_OF_ALL}\b"
    r"|\bthanked the (?:[Mm]embers|[Cc]ouncillors) for (?:their|the) (?:questions|comments)\b"
    r"|responded to (?:the |some of the |Members[’'] )?(?:points|questions|queries|comments)"
)
_REPLYING = frozenset("response reply thanked responded".split())
_HONORIFIC = r"(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)"
_TO_ONE = re.compile(rf"\b[Ii]n (?:response|reply) to (?P<who>{_HONORIFIC}\s[^,.]{{2,40}}?)(?:[’']s? [^,]{{2,40}})?,")
_RAISED_BY_MEMBERS = re.compile(
    r"(?i)\b(?:questions?|comments?|queries|points|issues|concerns|observations|themes)\b"
    r".*?(?::\s*-?|following|included)\s*$"
    r"|\bdiscussion\b.*:\s*-?$|put forward by.*:\s*-?$"
)
_REPORTED_LIST = re.compile(r"(?i)\b(?:reported|presented|considered|supported|advised|outlined|circulated)\b")


def unattributed_ask(sentence: Sentence) -> tuple[ExchangeKind, int, int] | None:
    """The first ask of a sentence that is put by nobody in particular: its kind, and where its words start and end.

    Words that tell whom an answer goes to ("in reply to Councillor Penn") put no new question.
    """
    if sentence.vocabulary.isdisjoint(_UNATTRIBUTED_WORDS):
        return None
    first: tuple[int, bool, ExchangeKind, int] | None = None
    for kind, words, pattern in _UNATTRIBUTED:
        if sentence.vocabulary.isdisjoint(words):
            continue
        match = pattern.search(sentence.lowered)
        if match and (first is None or (match.start(), kind == "comment") < first[:2]):
            first = match.start(), kind == "comment", kind, match.end()
    if first is None or answers_all(sentence) or _to_one(sentence):
        return None
    start, _, kind, end = first
    if kind == "comment" and _WAS_ASKED.search(sentence.text):
        kind = "question"
    return kind, sentence.start + start, sentence.start + end


def kind_of_point(words: str) -> ExchangeKind:
    """What kind of ask a point in a list of what members raised is."""
    if _REQUESTED.search(words[:200]):
        return "request"
    opening = words[:160]
    lowered = opening.lower()
    if has_any(lowered, _STEMS):
        for kind, _, pattern in _UNATTRIBUTED:
            if kind != "comment" and pattern.search(lowered):
                return kind
    opening = words[:120]
    if _CONCERNED.search(opening):
        return "concern"
    if _ASKS_IN_WORDS.search(opening) or _QUESTION_WORD.match(words) or words.rstrip().endswith("?"):
        return "question"
    return "comment"


def kind_of_speech(speech: Speech, text: str, before: str) -> ExchangeKind | None:
    """What a member does who speaks; None where nothing is put to anybody.

    Args:
        speech: who speaks, and the verb.
        text: the sentence from the speaker on.
        before: what stands right before the speaker.
    """
    verb, clause = speech.verb, text[speech.end - speech.start :].lstrip(" ,")
    second = None if verb in _ASKS else _AND_ASKED.search(text)
    if second:
        verb, text = second.group("verb"), text[second.start("verb") :]
        clause = text[len(verb) :].lstrip()
    if verb == "challenged":
        return "challenge"
    if verb in _COURTESIES:
        return "comment" if verb == "seconded" and "otion" in text and "adding" in text else None
    if verb in _MINUTED or _ACTS.match(text[speech.end - speech.start :]) or _DECIDES.match(text):
        return None
    if verb == "requested" or (verb in ("asked", "asks") and _REQUESTED.search(text)):
        return "request"
    if verb in _QUESTIONS_VERB or _QUESTIONED.search(clause[:70]):
        return "question"
    if _PROPOSED.search(text) or (verb in ("stated", "said") and _PROPOSED.search(before)):
        return "request"
    return "concern" if _CONCERNED.search(text[:160]) else "comment"


def answers_all(sentence: Sentence) -> bool:
    """Whether a sentence says that it answers all who asked: "In response to Members' questions, …"."""
    return not sentence.vocabulary.isdisjoint(_REPLYING) and _TO_ALL.search(sentence.text) is not None


def answers_one(sentence: Sentence) -> str | None:
    """The surname of the one member to whom a sentence says that it replies."""
    match = _to_one(sentence)
    return surname(match.group("who").rstrip("’'s")) if match else None


def _to_one(sentence: Sentence) -> re.Match[str] | None:
    return None if sentence.vocabulary.isdisjoint(_REPLYING) else _TO_ONE.search(sentence.text)


def leads_to_points(words: str) -> bool:
    """Whether a block leads in to a list of points that members raised."""
    end = words[-160:].rstrip(" -")
    if not end.endswith((":", "following", "included")):
        return False
    return _RAISED_BY_MEMBERS.search(words[-160:]) is not None and not _REPORTED_LIST.search(words)
