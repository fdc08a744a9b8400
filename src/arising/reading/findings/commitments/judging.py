"""Telling a commitment from a question, a wish, a supposition or history, and judging what "would" promises."""

from __future__ import annotations

import re

from arising.reading.language.patterns import has_any, one_of
from arising.reading.language.speakers import INITIALS
from arising.reading.language.times import HAS_TIME
from arising.reading.language.vocabulary import ASKED_OF_OFFICERS, BROUGHT_ABOUT, DEEDS, EVENTS, HANDED_OVER, IDLE
from arising.reading.outline import Sentence
from arising.reading.record import CommitmentKind

Judgement = tuple[CommitmentKind, bool, float]
"""The kind, whether the subject is the thing and not who does it, and the confidence."""

_ASKED_TO_DO = rf"to (?:{'|'.join(ASKED_OF_OFFICERS)})\b"
_ASKING = re.compile(
    rf"\b(?:asked (?!{_ASKED_TO_DO})(?:if|whether|how|what|why|when|about|for|that|which|who)"
    r"|was asked|queried|enquired|questioned|challenged|wondered|sought|concern(?:s|ed)?|whether|suggested that"
    r"|felt that|hypothetical|considered that|requested that|urged)\b"
)
_ANSWERING = re.compile(
    r"\b(?:confirmed|explained|advised|said|stated|agreed|responded|replied|undertook|undertake|assured|informed"
    r"|noted|added|reported|commented)\b"
)
_SUPPOSING = re.compile(
    r"\b(?:if|unless|should (?:it|the|they|this)|in the event|otherwise|were to|without which|would have|could have"
    r"|may|might|can|in theory|potentially)\b"
)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless|in the event)\b")
_CONDITIONS = ("if", "If", "nless", "in the event")
"""Without one of these nothing hangs on a condition."""
_NEGATED = re.compile(r"\b(?:not|never)\s*$")
_RELATIVE = re.compile(r"\b(?:which|who|that|and)\s*$")
_ACTORS = (
    "he she they we officer officers official officials director directors holder holders member members leader chair"
    " chairman chairperson clerk manager managers commissioner team service department executive secretary treasurer"
    " coordinator lead head engineer councillor councillors police partners"
).split()
_NAMED_SO = "I Council Committee Cabinet Board Authority Cllr Cllrs KCC SBC NHS Trust staff Group".split()
_ACTOR = rf"\b{one_of((*_ACTORS, *(word.capitalize() for word in _ACTORS), *_NAMED_SO))}"
_NAMED = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s[A-Z][\w’'. -]*"
_BY_INITIALS = rf"^(?:In future, )?{INITIALS}(?:(?:/|\sand\s){INITIALS})?"
_FIRST_NAME = r"^[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?"
_POST_TAIL = r"(?:,?\s(?:and|of|for|with|–)\s[\w\s’,–-]{2,60}?|,\s[A-Z][\w\s’,–-]{2,60}?)?"
_PERSON = re.compile(rf"(?:{_ACTOR}|{_NAMED}|{_BY_INITIALS}|{_FIRST_NAME})(?:\s\([^)]*\))?{_POST_TAIL}\s*$")
_THING = re.compile(r"^(?:It|This|That|There|These|Those|Work|Which|What)$")
_MEMBERS = re.compile(r"(?i)^(?:the |all |many )?(?:members|councillors|residents|public)\b")
_HISTORY = re.compile(
    r"\b(?:years? ago|previously|had (?:said|stated|been told|assured)|at (?:the|its) (?:last|previous) meeting)\b"
)
_PAST = (" ago", "previous", "had ", "last meeting")
"""Without one of these nothing is history."""
_OPEN_STATE = frozenset("available place ready open operational live complete finished launched".split())
_ON_AGENDA = re.compile(r"\b(?:agenda item|item on the agenda|item for|topic of discussion|on the agenda)\b")
_BODY = r"(?:Committee|Committees|Members|members|Cabinet|Council|Board|Panel|Councillors|SPC|Scrutiny|[Mm]eeting)"
_TO_BODY = re.compile(
    rf"\bto (?:the |all |this |its |full )?(?:(?:[A-Z]\w+|and|of|&) ){{0,6}}?{_BODY}\b"
    r"|\bwith (?:the )?(?:Committee|Members|members)\b"
)
_PUT_TO_BODY = re.compile(
    r"\b(?:presented|reported|submitted|brought) (?:back )?to (?:the )?(?:Committee|Members|Panel|Board|Cabinet)\b"
)
_FIRST_SUBJECT = re.compile(r"(?P<who>.{2,70}?)\s(?:did|had|has|was|were|would|will|could|is|are|[a-z]+ed)\b.*\sand$")
_DONE_NO_LONGER = re.compile(r"no longer be \w+ed")
_PARTICIPLE = re.compile(r"\w+(?:ed|ought|ept|ent|own|uilt|ade|ut)")
_SKIPPED = frozenset("also further then fully formally shortly now".split())
_DOING = frozenset(
    "commencing carrying undertaking holding managing working making leading starting writing giving hosting".split()
)
_LATER = frozenset("in on at held by".split())
_BEGINNINGS = frozenset("start open launch arrive begin close move reopen resume see form address commence".split())
_OF_ANYTHING = frozenset("make take give create provide develop find get".split())
_WEAK_DEEDS = frozenset("make find get become".split())
_WITH_MORE = frozenset("be by no take continue see".split())


def is_asked(before: str) -> bool:
    """Whether what follows ``before`` is part of a question, a concern or a wish, and not of the answer."""
    asked = [match.end() for match in _ASKING.finditer(before)]
    return bool(asked) and not _ANSWERING.search(before, asked[-1])


def is_history(text: str) -> bool:
    """Whether a sentence tells of what was said before this meeting."""
    return has_any(text, _PAST) and _HISTORY.search(text) is not None


def is_supposed(sentence: Sentence, clause: int, verb: int) -> bool:
    """Whether the clause at ``clause``, whose verb is at ``verb``, hangs on a condition or says only what may be."""
    if _SUPPOSING.search(sentence.lowered, max(0, clause - 4), verb):
        return True
    text = sentence.text
    condition = _CONDITION.search(text, 0, verb) if has_any(text, _CONDITIONS) else None
    return condition is not None and not _ANSWERING.search(text, condition.end(), verb)


def is_put_to_body(clause: str) -> bool:
    """Whether a clause says that something goes to the body or its members."""
    return _TO_BODY.search(clause) is not None


def is_negated(before: str) -> bool:
    """Whether "not" or "never" stands right before the verb."""
    return _NEGATED.search(before) is not None


def first_subject(subject: str) -> str | None:
    """Who does what comes after "and": in "Officers had no figure and would provide it" the officers do."""
    match = _FIRST_SUBJECT.match(subject) if "and" in subject[-4:] else None
    return match.group("who") if match else None


def names_person(subject: str) -> bool:
    """Whether a subject is somebody who can act: a person, a post, a team, a body."""
    return _PERSON.search(subject) is not None and not _THING.match(subject)


def may_promise(match: re.Match[str]) -> bool:
    """Whether "would" or "will" with the verb that follows can promise at all, which is cheap to tell."""
    deed = match.group("deed")
    return not match.group().startswith("would") or deed in DEEDS or deed in EVENTS or deed in _WITH_MORE


def judge_would(match: re.Match[str], subject: str, clause: str, sentence: Sentence) -> Judgement | None:
    """What "would" or "will" promises: by the verb that follows it, and by who or what is to do it."""
    deed, after = match.group("deed"), (match.group("after") or "").split()
    subject = first_subject(subject) or subject
    person, timed = names_person(subject), not sentence.vocabulary.isdisjoint(HAS_TIME)
    if deed == "be" or (deed == "by" and after):
        return _judge_be(match, subject, clause, person=person, timed=timed)
    if deed == "no" and after[:1] == ["longer"]:
        return ("expectation", True, 0.65) if _DONE_NO_LONGER.search(match.string, match.start()) else None
    if deed == "take" and after[:1] == ["place"]:
        return "expectation", True, 0.75
    if deed == "continue":
        goes_on = person and after[:1] == ["to"] and not DEEDS.isdisjoint(after[1:2])
        return ("undertaking", False, 0.6) if goes_on else None
    if _RELATIVE.search(subject):
        if subject.endswith("who") and deed in DEEDS:
            return "undertaking", False, 0.65
        return ("expectation", False, 0.55) if deed == "see" and not person else None
    return _judge_deed(match, deed, subject, clause, person=person, timed=timed)


def _judge_deed(
    match: re.Match[str], deed: str, subject: str, clause: str, *, person: bool, timed: bool
) -> Judgement | None:
    """By the verb after "would": "would circulate", "would open"."""
    promised = match.group().startswith(("will", "shall"))
    if deed == "move" and subject.strip("“‘\"' ") in ("I", "We"):
        return None  # a motion: "I will move at the next meeting that …"
    if person and not _MEMBERS.match(subject):
        weak = deed in _WEAK_DEEDS and not promised
        if deed in DEEDS and not weak:
            return "undertaking", False, 0.8
        if promised and deed not in IDLE and not subject.startswith(("the Council", "The Council")):
            return "undertaking", False, 0.65
    if deed in EVENTS and (not person or timed):
        if _PUT_TO_BODY.search(clause):
            return "undertaking", False, 0.75
        return ("expectation", False, 0.7) if timed or deed in _BEGINNINGS else None
    if deed in DEEDS and timed and deed not in _OF_ANYTHING:
        return "expectation", False, 0.6
    return None


def _judge_be(match: re.Match[str], subject: str, clause: str, *, person: bool, timed: bool) -> Judgement | None:
    """By the participle after "would be": "would be circulated", "would be in place"."""
    promised = match.group().startswith(("will", "shall"))
    rest = [word for word in match.string[match.start("deed") :].split()[1:7] if word not in _SKIPPED]
    if not rest:
        return None
    word = rest[0].strip(".,;:")
    to_body = is_put_to_body(clause)
    if word in HANDED_OVER:
        if word == "reported" and not to_body:
            return "expectation", True, 0.7
        if _RELATIVE.search(subject) and not to_body:
            return None
        return "undertaking", True, 0.85 if to_body else 0.75
    if word in BROUGHT_ABOUT:
        return "expectation", True, 0.75
    if word.endswith("ing"):
        stem = word[:-3]
        doing = word in _DOING or bool({stem, stem + "e", stem[:-1]} & (DEEDS | EVENTS))
        return (("undertaking" if person and subject != "they" else "expectation"), False, 0.75) if doing else None
    if word in _OPEN_STATE or word == "part" or (word == "in" and rest[1:2] and rest[1].strip(".,") == "place"):
        return "expectation", True, 0.7
    if _ON_AGENDA.search(clause):
        return "undertaking", True, 0.7
    if word in _LATER and timed:
        return "expectation", True, 0.65
    if _PARTICIPLE.fullmatch(word) and (promised or timed or to_body):
        return "expectation", True, 0.55
    return None
