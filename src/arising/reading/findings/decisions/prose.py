"""Decisions told in a sentence: "It was agreed that …", "The Committee noted the report"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arising.documents import BlockKind
from arising.reading.findings.decisions.clauses import Clause, Found, cut
from arising.reading.language.names import TITLED_NAME
from arising.reading.language.patterns import has_any
from arising.reading.outline import READ, Outline, Sentence
from arising.reading.record import Action

_BODY_WORD = (
    r"(?:Committee|Sub-Committee|Cabinet|Council|Board|Panel|Executive|Forum|Commission|Assembly|Authority|[Mm]eeting"
    r"|Trustees|Working Group|Task Group)"
)
BODY = (
    rf"(?:[Tt]he |[Tt]his )?(?:[A-Z][\w&’',-]*\s+(?:and |of |for )?){{0,6}}?{_BODY_WORD}(?: Members)?"
    r"|Members|Councillors|The Chair(?:man|person)? and [Mm]embers|It was"
)
"""The body, or its members, as the subject of a sentence."""

_IT_WAS = (
    r"[Ii]t was(?: (?:also|then|further|unanimously|subsequently|therefore|suggested and|proposed and|moved and"
    r"|proposed, seconded and))*"
)
_IN_SENTENCE = re.compile(
    rf"(?:\b{_IT_WAS}\s+|\band(?: unanimously)?\s+)(?P<verb>resolved|agreed|RESOLVED|AGREED|recommended|decided)"
    r"(?: unanimously)?\s+(?=(?P<how>that|to|not to)\b)"
)
_WOULD = re.compile(r"\b(?:would|will)\b")
_ACTED = (
    r"noted|agreed|approved|endorsed|supported|welcomed|thanked|recommended|requested|adopted|accepted|confirmed"
    r"|referred|appointed|elected|rejected|resolved|NOTED|AGREED|APPROVED|ENDORSED|deferred"
    r"|expressed (?:its|their) thanks to"
)
_OPERATIVE = re.compile(
    rf"(?P<who>{BODY})\s+(?:(?:then|also|further|unanimously|formally|subsequently|therefore|duly)\s+)*"
    rf"(?:RESOLVED to\s+|resolved to\s+)?(?:noted and\s+)?(?P<verb>{_ACTED})\b(?P<rest>.*)",
    re.DOTALL,
)
_OPERATIVE_WORDS = frozenset(
    "noted agreed approved endorsed supported welcomed thanked recommended requested adopted accepted confirmed"
    " referred appointed elected rejected resolved thanks deferred".split()
)
_ASKED_OF_US = re.compile(
    r"^(?:Members|The \w+|Council|Cabinet) (?:is|are|was|were) (?:asked|invited|recommended|requested)\b"
)
_PAPER = (
    r"(?:reports?|updates?|contents?|presentation|minutes|position|information|programme|dates|recommendations?|plan)"
)
_PLAIN_OBJECT = re.compile(rf"\s+(?:the|its|these|this)\s+(?:\w+\s+){{0,3}}?{_PAPER}\b")
_MEMBERS = ("Members", "Councillors")
_SAID = ("noted", "accepted", "confirmed")
_OF_MEMBERS_ALONE = ("thanked", "welcomed", "supported", "requested", "confirmed", "accepted")

_FOUND_CORRECT = r"approved|agreed|confirmed|adopted|accepted|signed|passed|taken as read|a (?:true|correct|accurate)"
_WERE = r"(?:were|was|be|being|having been|are)"
_MINUTES_PASSED = re.compile(
    rf"[Mm]inutes\b.{{0,300}}?\b(?:{_WERE}\s+(?:\w+\s+){{0,2}}?(?:{_FOUND_CORRECT})"
    r"|(?:and|seconded[^.]*?)\s+(?:adopted|approved|agreed|carried))\b(?:[^.;]{0,90}?(?:record|copy))?",
    re.DOTALL,
)
_DEFERRED = re.compile(r"^[A-Z][^.;]{3,160}?\b(?:was|were|be) deferred (?:to|until|pending)\b[^.;]*")
_BUSINESS = (
    r"(?:applications?|motions?|reports?|recommendations?|items?|accounts|payments?|invoices|cheques|polic(?:y|ies)"
    r"|dates|budget|precept|update)"
)
_PASSED_PASSIVE = re.compile(
    rf"{_BUSINESS}\b[^.;]{{0,60}}?\b(?:was|were)\b[^.;]{{0,40}}?"
    r"\b(?P<verb>noted|approved|supported|endorsed|agreed|adopted|accepted|received)\b[^.;]*"
)
_PASSES = ("noted", "approved", "supported", "endorsed", "agreed", "adopted", "accepted", "received")
"""Without one of these no business was passed."""
_NOT = re.compile(r"\bno\b|\bnot\b")
_ELECTED = re.compile(
    rf"{TITLED_NAME}[^.;]{{0,120}}?\b(?:was|were) (?:duly |unanimously |then |subsequently )?(?:re-?)?"
    r"(?:elected|appointed|co-opted)\b[^.;]*"
)
_PROPOSED = re.compile(r"\bproposed\b[^.]*?\bseconded\b")
_PROPOSED_BY = re.compile(
    r"\bproposed (?:the )?(?:adoption|acceptance|approval) of\b[^.;]*?\bseconded\b"
    r"|\b(?:was|were)\s+(?:then\s+|duly\s+)?(?:proposed|moved)\s+by\b[^.;]*?\bseconded\s+by\b"
)
_ON_PROPOSAL = re.compile(
    rf"\s+on the proposal of {TITLED_NAME},?\s+(?:and )?seconded by {TITLED_NAME}"
    rf"|,?\s+(?:and )?proposed by [^.;]{{2,60}}? (?:and )?seconded by {TITLED_NAME}"
)
_ACCEPTANCE = re.compile(r"\b(?:accept|adopt|approv)\w*\b")
_THANKS = re.compile(
    r"(?:[\w’]+\s+)?[Tt]hanks (?:were|was) (?:recorded|expressed|extended|conveyed|given|noted|paid)\b[^.;]*"
)
_ASKS_US = r"“?(?:the )?(?:Council|Members|County Council|Committee|Cabinet) (?:is|are) asked"
_MOVED = re.compile(
    r"\b(?:proposed|moved)\b[^.:“]{0,80}?\b(?:seconded)\b(?:[^.:“]{0,60}?(?:motion|amendment))?"
    rf",?\s+that,?\s+(?!{_ASKS_US})"
)
_CARRIED = re.compile(
    r"(?i)^(?:(?:the )?(?:substantive )?motion (?:was )?(?:carried|agreed)|carried|agreed(?: unanimously)?|all agreed"
    r"|this was agreed|it was agreed)\b"
)
_APPROVED = re.compile(r"(?i)(?:approved|accepted|adopted|all in favour)\b")
_NUMBERED = re.compile(r"\(?\d")


def in_prose(out: Outline, sentence: Sentence) -> Iterator[Found]:
    """What a sentence says was decided."""
    passed = _MINUTES_PASSED.search(sentence.text) if "minutes" in sentence.vocabulary else None
    if passed:
        clause = Clause(sentence.start, sentence.start + _end_of_approval(sentence.text, passed.end()))
        yield Found(clause, "minutes-passed", 0.93, sentence.block, "approve")
        return
    agreed = _it_was_agreed(out, sentence)
    if agreed is not None:
        yield from agreed
        return
    is_point = _is_point(out, sentence)
    if sentence.first or not is_point:
        for clause in operative_clauses(out, sentence):
            yield Found(clause, "body-acted", 0.82, sentence.block)
    yield from _elected(sentence)
    if _is_proposed_and_agreed(out, sentence):
        action: Action = "approve" if _ACCEPTANCE.search(sentence.text) else "agree"
        yield Found(_whole(sentence, " ."), "proposed-and-agreed", 0.75, sentence.block, action)
    elif "seconded" in sentence.vocabulary and _PROPOSED_BY.search(sentence.text):
        passes = _ACCEPTANCE.search(sentence.text) or "minutes" in sentence.vocabulary
        adopted: Action = "approve" if passes else "agree"
        yield Found(_whole(sentence, " ."), "proposed-by", 0.7, sentence.block, adopted)
    yield from _thanked_or_deferred(sentence)
    if sentence.first and not is_point and _is_business_passed(sentence):
        yield Found(_whole(sentence, " .:;"), "passed-passive", 0.7, sentence.block)


def _end_of_approval(text: str, at: int) -> int:
    """Where the approval of the minutes ends: with who proposed and seconded it, but without what it is subject to."""
    proposed = _ON_PROPOSAL.match(text, at)
    return proposed.end() if proposed else at


def _it_was_agreed(out: Outline, sentence: Sentence) -> list[Found] | None:
    """ "It was resolved that …"; None where a sentence says no such thing."""
    if sentence.vocabulary.isdisjoint(("resolved", "agreed", "recommended", "decided")):
        return None
    for match in _IN_SENTENCE.finditer(sentence.text):
        joined = match.group().startswith("and")
        if match.group("verb") == "agreed" and (joined or _WOULD.search(sentence.text, match.end())):
            # what it was agreed that somebody would do is their undertaking
            continue
        default: Action = "recommend" if match.group("verb") == "recommended" else "agree"
        clauses = list(cut(out.document.text, sentence.start + match.end(), sentence.end))
        if clauses:
            clauses[0] = Clause(sentence.start + match.start(), clauses[0].end, clauses[0].label)
        return [Found(clause, "it-was-agreed", 0.85, sentence.block, default) for clause in clauses]
    return None


def _elected(sentence: Sentence) -> Iterator[Found]:
    if sentence.vocabulary.isdisjoint(("elected", "appointed", "co-opted")):
        return
    if match := _ELECTED.search(sentence.text):
        yield Found(_part(sentence, match), "elected", 0.8, sentence.block, "appoint")


def _thanked_or_deferred(sentence: Sentence) -> Iterator[Found]:
    if "thanks" in sentence.vocabulary and (match := _THANKS.search(sentence.text)):
        yield Found(_part(sentence, match), "thanks-recorded", 0.85, sentence.block, "thank")
    if "deferred" in sentence.vocabulary and (match := _DEFERRED.match(sentence.text)):
        yield Found(_part(sentence, match), "deferred", 0.75, sentence.block)


def _part(sentence: Sentence, match: re.Match[str]) -> Clause:
    return Clause(sentence.start + match.start(), sentence.start + match.end())


def _whole(sentence: Sentence, stops: str) -> Clause:
    return Clause(sentence.start, sentence.start + len(sentence.text.rstrip(stops)))


def _is_proposed_and_agreed(out: Outline, sentence: Sentence) -> bool:
    """Whether a sentence proposes and seconds what the words right after it say was carried."""
    if "seconded" not in sentence.vocabulary or len(sentence.text) >= 300 or not _PROPOSED.search(sentence.text):
        return False
    after = out.document.text[sentence.end : sentence.end + 40].lstrip(" .\n")
    return _CARRIED.match(after) is not None or _APPROVED.match(after) is not None


def _is_business_passed(sentence: Sentence) -> bool:
    """Whether a short sentence says that a report, a motion or the like was passed: "The accounts were approved"."""
    if len(sentence.text) > 200 or not has_any(sentence.text, _PASSES) or not _PASSED_PASSIVE.search(sentence.text):
        return False
    return not _NOT.search(sentence.text.lower())


def _is_point(out: Outline, sentence: Sentence) -> bool:
    """Whether a sentence is a point of discussion in a list, and not a paragraph of its own."""
    block = out.blocks[sentence.block]
    return block.kind is BlockKind.LIST_ITEM and not _NUMBERED.match(block.marker)


def operative_clauses(out: Outline, sentence: Sentence) -> list[Clause]:
    """ "The Committee thanked the Commissioner and noted the report": what the body itself did."""
    if sentence.vocabulary.isdisjoint(_OPERATIVE_WORDS):
        return []
    match = _OPERATIVE.match(sentence.text)
    if match is None or _ASKED_OF_US.match(sentence.text) or not _decides(match):
        return []
    return list(cut(out.document.text, sentence.start, sentence.end))


def _decides(match: re.Match[str]) -> bool:
    """Whether what a body or its members did decides anything; what they noted in discussion does not."""
    who, verb, rest = match.group("who"), match.group("verb").lower(), match.group("rest")
    said = rest.lstrip()
    if who == "It was" or not rest.strip(" .") or said.startswith(("with ", "and stated", "by ")):
        return False
    is_members = who in _MEMBERS
    if said.startswith(("that", "how", "there")) and (verb in _SAID or (verb == "agreed" and is_members)):
        return False
    if is_members and verb == "noted":
        return _PLAIN_OBJECT.match(rest) is not None
    return not (is_members and verb in _OF_MEMBERS_ALONE)


def motions(out: Outline, covered: set[int]) -> Iterator[Found]:
    """A motion in a sentence, proposed and seconded, that the next lines say was carried."""
    text = out.document.text
    if "seconded" not in text:
        return
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in covered:
            continue
        words = out.words(at)
        match = _MOVED.search(words) if "seconded" in words else None
        if match is None:
            continue
        if _CARRIED.search(words[match.end() :].rsplit(". ", 1)[-1]) or _is_carried(out, at, covered):
            start = block.start + match.end()
            stop = text.find(". Agreed", start, block.end)
            for clause in cut(text, start, stop if stop > 0 else block.end):
                yield Found(clause, "motion-carried", 0.85, at)


def _is_carried(out: Outline, at: int, covered: set[int]) -> bool:
    for number in range(at + 1, min(at + 12, len(out.blocks))):
        if number in out.heading_of or number in covered:
            return False
        words = out.words(number)
        if _CARRIED.match(words):
            return True
        if "seconded" in words or "amendment" in words.lower()[:20]:
            return False
    return False
