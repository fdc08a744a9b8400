"""Where minutes record what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from arising.documents import Block, BlockKind, Part
from arising.reading.findings.decisions.actions import effect_of
from arising.reading.findings.decisions.clauses import Clause, cut
from arising.reading.language.names import TITLED_NAME
from arising.reading.language.speakers import strip_article
from arising.reading.outline import READ, Outline, Sentence
from arising.reading.record import Action, Decision

_KEYWORD = r"(?:RESOLVED|Resolved|RESOLUTION|Resolution|AGREED|Agreed|DECIDED|Decided|DECISIONS?|Decisions?|RECOMMENDED|ORDERED)"
_RESOLVED = re.compile(
    rf"(?:(?:\(?\d{{1,2}}\)?\s+)?(?:[Ii]t [Ww]as|IT WAS|The \w+(?:\s[\w-]+){{0,3}}|On being put to the vote,? it was)\s+)?"
    rf"(?:UNANIMOUSLY\s+|[Uu]nanimously\s+)?{_KEYWORD}\b(?:\s*\(?unanimously\)?)?(?P<mark>[\s:.,–—-]*)(?:to recommend\b)?"
)  # fmt: skip
_IN_SENTENCE = re.compile(
    r"(?:\b[Ii]t was(?: (?:also|then|further|unanimously|subsequently|therefore|suggested and|proposed and|moved and|proposed, seconded and))*\s+"
    r"|\band(?: unanimously)?\s+)(?P<verb>resolved|agreed|RESOLVED|AGREED|recommended|decided)(?: unanimously)?\s+(?=(?P<how>that|to|not to)\b)"
)
_BODY = (
    r"(?:[Tt]he |[Tt]his )?(?:[A-Z][\w&’',-]*\s+(?:and |of |for )?){0,6}?(?:Committee|Sub-Committee|Cabinet|Council|Board|Panel|Executive|Forum"
    r"|Commission|Assembly|Authority|[Mm]eeting|Trustees|Working Group|Task Group)(?: Members)?|Members|Councillors|The Chair(?:man|person)? and [Mm]embers|It was"
)
_OPERATIVE = re.compile(
    rf"(?P<who>{_BODY})\s+(?:(?:then|also|further|unanimously|formally|subsequently|therefore|duly)\s+)*(?:RESOLVED to\s+|resolved to\s+)?"
    r"(?:noted and\s+)?(?P<verb>noted|agreed|approved|endorsed|supported|welcomed|thanked|recommended|requested|adopted|accepted|confirmed|referred|appointed"
    r"|elected|rejected|resolved|NOTED|AGREED|APPROVED|ENDORSED|deferred|expressed (?:its|their) thanks to)\b(?P<rest>.*)",
    re.DOTALL,
)
_MINUTES_PASSED = re.compile(
    r"[Mm]inutes\b.{0,300}?\b(?:(?:were|was|be|being|having been|are)\s+(?:\w+\s+){0,2}?(?:approved|agreed|confirmed|adopted|accepted|signed|passed|taken as read"
    r"|a (?:true|correct|accurate))|(?:and|seconded[^.]*?)\s+(?:adopted|approved|agreed|carried))\b(?:[^.;]{0,90}?(?:record|copy))?",
    re.DOTALL,
)
_DEFERRED = re.compile(r"^[A-Z][^.;]{3,160}?\b(?:was|were|be) deferred (?:to|until|pending)\b[^.;]*")
_PASSED_PASSIVE = re.compile(
    r"(?:applications?|motions?|reports?|recommendations?|items?|accounts|payments?|invoices|cheques|polic(?:y|ies)|dates|budget|precept|update)\b[^.;]{0,60}?\b"
    r"(?:was|were)\b[^.;]{0,40}?\b(?P<verb>noted|approved|supported|endorsed|agreed|adopted|accepted|received)\b[^.;]*"
)
_ELECTED = re.compile(
    rf"{TITLED_NAME}[^.;]{{0,120}}?\b(?:was|were) (?:duly |unanimously |then |subsequently )?(?:re-?)?(?:elected|appointed|co-opted)\b[^.;]*"
)
_PROPOSED = re.compile(r"\bproposed\b[^.]*?\bseconded\b")
_ACCEPTANCE = re.compile(r"\b(?:accept|adopt|approv)\w*\b")
_THANKS = re.compile(
    r"(?:[\w’]+\s+)?[Tt]hanks (?:were|was) (?:recorded|expressed|extended|conveyed|given|noted|paid)\b[^.;]*"
)
_MOVED = re.compile(
    r"\b(?:proposed|moved)\b[^.:“]{0,80}?\b(?:seconded)\b(?:[^.:“]{0,60}?(?:motion|amendment))?,?\s+that,?\s+(?!“?(?:the )?(?:Council|Members|County Council|Committee|Cabinet) (?:is|are) asked)"
)
_CARRIED = re.compile(
    r"(?i)^(?:(?:the )?(?:substantive )?motion (?:was )?(?:carried|agreed)|carried|agreed(?: unanimously)?|all agreed|this was agreed|it was agreed)\b"
)
_ADDRESSING = re.compile(
    r"\b(?P<verb>call(?:s|ed)? (?:on|upon)|ask(?:s|ed)?|request(?:s|ed)?|urge[sd]?|instruct(?:s|ed)?|recommend(?:s|ed)?(?: to| that)?)"
    r"\s+(?P<who>(?:the\s+)?[A-Z][^:]*?)(?:\s+(?:to|that|should))?\s*:$"
    r"|(?P<whom>(?:the\s+)?[A-Z][^:;]{2,80}?)\s+(?:be|is|are) (?P<passive>recommended|requested|asked|urged|instructed|invited)(?:\s+(?:to|that))?\s*:?$"
)
_LEADS_LIST = re.compile(
    rf"(?:[Ii]t was (?:unanimously |further )?(?:agreed|resolved|recommended|decided)|(?:{_BODY})\s+(?:(?:then|also|further|unanimously)\s+)*"
    r"(?P<verb>agreed|resolved|noted|recommended|requested|endorsed|approved)|The following (?:was|were) (?:agreed|resolved|recommended))\b[^.;]{0,140}:\s*[-–]?$"
)
_IDLE_LEAD = re.compile(r"(?i)^(?:that\s+)?(?:(?:the|this)\s+)?[\w\s’',&-]{0,60}?:?$")
_ASKED_OF_US = re.compile(
    r"^(?:Members|The \w+|Council|Cabinet) (?:is|are|was|were) (?:asked|invited|recommended|requested)\b"
)


@dataclass(frozen=True, slots=True)
class _Found:
    clause: Clause
    rule: str
    confidence: float
    block: int
    default: Action = "agree"
    addressee: str | None = None


def decisions(out: Outline) -> Iterator[Decision]:
    """Every operative clause, in order; a resolution printed a second time in the same words is given once."""
    text = out.document.text
    found = sorted(_find(out), key=lambda f: (f.clause.start, -f.confidence))
    taken = -1
    seen: dict[tuple[int, str], Part] = {}
    for one in found:
        clause = one.clause
        words = text[clause.start : clause.end]
        topic = out.topic_at[one.block]
        item = max((i.start for i in out.items if i.start <= clause.start), default=-1)
        key = (item, re.sub(r"\W+", " ", words.lower()).strip().removeprefix("that "))
        part = out.blocks[one.block].part
        if clause.start < taken or seen.get(key, part) is not part:
            continue
        taken = clause.end
        seen[key] = part
        effect = effect_of(words, default=one.default, addressee=one.addressee)
        if one.rule in _ALWAYS:
            effect = replace(effect, action=_ALWAYS[one.rule])
        yield Decision(
            quote=words, start=clause.start, end=clause.end, rule=one.rule, confidence=one.confidence,
            topic=topic.words if topic else None, action=effect.action, addressee=effect.addressee,
            asks_for=effect.asks_for, label=clause.label,
        )  # fmt: skip


_ALWAYS: dict[str, Action] = {"minutes-passed": "approve", "elected": "appoint", "thanks-recorded": "thank"}
"""Rules that tell the action by themselves."""

RESOLUTION_RULES = frozenset(("resolved", "resolved-list", "bare-that", "decision-heading", "minutes-passed"))
"""The rules whose findings stand in a resolution and not in the discussion."""


def _find(out: Outline) -> Iterator[_Found]:
    covered: set[int] = set()
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in out.labels or at in covered:
            continue
        words = out.words(at)
        match = _RESOLVED.match(words)
        if match and _is_resolution(words, match):
            yield from _resolution(out, at, block.start + match.end(), covered)
        elif words.rstrip(" -–").endswith(":") and (lead := _LEADS_LIST.match(words)):
            verb = lead.group("verb") or "agreed"
            covered.add(at)
            yield from _list_under(out, at, _told(words) or (_Told("note") if verb == "noted" else None), covered)
    for at, block in enumerate(out.blocks):
        if block.part is Part.DECISION and at not in covered and at not in out.heading_of and at not in out.labels:
            covered.add(at)
            yield from _decision_part(out, at, block)
    for at, block in enumerate(out.blocks):
        if block.part is Part.MINUTES and at not in covered and at not in out.heading_of and _is_bare_that(out, at):
            covered.add(at)
            for clause in cut(out.document.text, block.start, block.end, label=_label(block)):
                yield _Found(clause, "bare-that", 0.8, at)
    for sentence in out.sentences:
        if sentence.block not in covered:
            yield from _in_prose(out, sentence)
    yield from _motions(out, covered)


def _is_resolution(words: str, match: re.Match[str]) -> bool:
    """ "Agreed" may lead a resolution or only say that one was carried; "Decision" may be any word of a sentence."""
    rest = words[match.end() :]
    if not rest:
        return ":" in match.group("mark") or match.group().isupper()
    if (
        match.group().split()[0].isupper()
        or ":" in match.group("mark")
        or match.group("mark").strip() in ("-", "–", "—")
    ):
        return True
    return rest.lower().startswith(("that ", "to ", "(")) and not match.group().strip().lower().startswith("decision")


def _resolution(out: Outline, at: int, start: int, covered: set[int]) -> Iterator[_Found]:
    """A resolution: what follows the keyword in its block, and the list under it."""
    text = out.document.text
    block = out.blocks[at]
    covered.add(at)
    opening = text[start : block.end]
    lead = opening.rstrip(" -–—")
    open_list = lead.endswith((":", "that", "to")) or not lead or (lead.endswith(",") and len(lead.split()) < 8)
    told = _told(opening)
    if told is None and "RECOMMEND" in out.words(at)[:40].upper():
        told = _Told("recommend")
    if not (open_list and (told or _IDLE_LEAD.match(lead.strip(" ,")))):
        for clause in cut(text, start, block.end):
            yield _Found(clause, "resolved", 0.95, at, told.action if told else "agree")
    if open_list:
        yield from _list_under(out, at, told, covered)


def _list_under(out: Outline, at: int, told: _Told | None, covered: set[int]) -> Iterator[_Found]:
    """The points of a list under a resolution; a point that ends in a colon leads in to those after it."""
    for number in range(at + 1, len(out.blocks)):
        block, words = out.blocks[number], out.words(number)
        if (
            number in out.heading_of
            or number in out.labels
            or block.part not in READ
            or _ends_list(out.blocks[at], block, words)
        ):
            break
        covered.add(number)
        if words.rstrip().endswith(":"):
            told = _told(words)
            continue
        default: Action = told.action if told else "agree"
        for clause in cut(out.document.text, block.start, block.end, label=_label(block), listed=True):
            yield _Found(clause, "resolved-list", 0.93, number, default, told.addressee if told else None)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words before a list say of every point in it: the action, and whom it addresses."""

    action: Action
    addressee: str | None = None


def _told(words: str) -> _Told | None:
    match = _ADDRESSING.search(words.strip(" -–—"))
    if match is None:
        return None
    verb = (match.group("verb") or match.group("passive")).lower()
    action: Action = "recommend" if verb.startswith("recommend") else "request"
    return _Told(action, strip_article((match.group("who") or match.group("whom")).strip(" ,")))


def _ends_list(lead: Block, block: Block, words: str) -> bool:
    """Whether a block under a resolution no longer belongs to it."""
    if lead.marker and block.marker and _style(block.marker) == _style(lead.marker) and block.level <= lead.level:
        return True
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW) or _RESOLVED.match(words):
        return True
    if re.match(
        r"(?i)reasons?\b|note:|in accordance with|the meeting\b|\(?(?:voting|vote)\b|for\b.{0,6}\(|councillor\b", words
    ):
        return True
    return not block.marker and bool(
        re.search(r"\b(?:said|asked|explained|advised|introduced|commented|left the meeting|reported)\b", words)
    )


def _style(marker: str) -> str:
    return re.sub(r"\d+", "1", re.sub(r"(?<![a-z])[a-z](?![a-z])|[ivx]{1,5}", "a", marker))


def _label(block: Block) -> str | None:
    label = block.marker.strip("().: ")
    return label if re.fullmatch(r"\d{1,3}(?:\.\d+)?|[a-zA-Z]|[ivx]{1,5}", label) else None


def _decision_part(out: Outline, at: int, block: Block) -> Iterator[_Found]:
    """What stands under a "Decision:" heading: every sentence is operative."""
    for sentence in (s for s in out.sentences if s.block == at):
        if sentence.text.rstrip().endswith(":") or re.match(r"(?i)reasons?\b", sentence.text):
            continue
        for clause in _operative_clauses(out, sentence) or list(
            cut(out.document.text, sentence.start, sentence.end, label=_label(block))
        ):
            yield _Found(clause, "decision-heading", 0.93, at)


def _is_bare_that(out: Outline, at: int) -> bool:
    """ "That the report be noted.": what is left of a resolution whose keyword was lost in copying."""
    words = out.words(at)
    return bool(re.match(r"That\s+(?:the|an?|it|this|members|Cabinet|Council|[A-Z])", words)) and bool(
        re.search(r"\b(?:be|is|are|note|notes|agree|agrees|approve|approves|should)\b", words)
    )


_WOULD = re.compile(r"\b(?:would|will)\b")


def _in_prose(out: Outline, sentence: Sentence) -> Iterator[_Found]:
    text = out.document.text
    vocabulary = sentence.vocabulary
    if "minutes" in vocabulary:
        match = _MINUTES_PASSED.search(sentence.text)
        if match:
            end = sentence.start + match.end()
            yield _Found(Clause(sentence.start, end), "minutes-passed", 0.93, sentence.block, "approve")
            return
    if vocabulary & {"resolved", "agreed", "recommended", "decided"}:
        for match in _IN_SENTENCE.finditer(sentence.text):
            if match.group("verb") == "agreed" and (
                match.group().startswith("and") or _WOULD.search(sentence.text, match.end())
            ):
                # what it was agreed that somebody would do is their undertaking
                continue
            start = sentence.start + match.start()
            default: Action = "recommend" if match.group("verb") == "recommended" else "agree"
            for number, clause in enumerate(cut(text, sentence.start + match.end(), sentence.end)):
                first = Clause(start, clause.end, clause.label) if number == 0 else clause
                yield _Found(first, "it-was-agreed", 0.85, sentence.block, default)
            return
    if sentence.first or not _listed(out, sentence):
        for clause in _operative_clauses(out, sentence):
            yield _Found(clause, "body-acted", 0.82, sentence.block)
    if vocabulary & {"elected", "appointed", "co-opted"} and (match := _ELECTED.search(sentence.text)):
        yield _Found(
            Clause(sentence.start + match.start(), sentence.start + match.end()),
            "elected",
            0.8,
            sentence.block,
            "appoint",
        )
    if (
        "seconded" in vocabulary
        and _PROPOSED.search(sentence.text)
        and len(sentence.text) < 300
        and _outcome_follows(out, sentence)
    ):
        end = sentence.start + len(sentence.text.rstrip(" ."))
        action: Action = "approve" if _ACCEPTANCE.search(sentence.text) else "agree"
        yield _Found(Clause(sentence.start, end), "proposed-and-agreed", 0.75, sentence.block, action)
    if "thanks" in vocabulary and (match := _THANKS.search(sentence.text)):
        yield _Found(
            Clause(sentence.start + match.start(), sentence.start + match.end()),
            "thanks-recorded",
            0.85,
            sentence.block,
            "thank",
        )
    if "deferred" in vocabulary and (match := _DEFERRED.match(sentence.text)):
        yield _Found(Clause(sentence.start, sentence.start + match.end()), "deferred", 0.75, sentence.block)
    if sentence.first and not _listed(out, sentence) and (match := _PASSED_PASSIVE.search(sentence.text)):
        if re.search(r"\bno\b|\bnot\b", sentence.text.lower()) or len(sentence.text) > 200:
            return
        yield _Found(
            Clause(sentence.start, sentence.start + len(sentence.text.rstrip(" .:;"))),
            "passed-passive",
            0.7,
            sentence.block,
        )


def _outcome_follows(out: Outline, sentence: Sentence) -> bool:
    """Whether what comes right after a sentence says that its motion was carried: "Agreed.", "Approved." """
    after = out.document.text[sentence.end : sentence.end + 40].lstrip(" .\n")
    return bool(_CARRIED.match(after) or re.match(r"(?i)(?:approved|accepted|adopted|all in favour)\b", after))


def _listed(out: Outline, sentence: Sentence) -> bool:
    """Whether a sentence is a point of discussion in a list, and not a paragraph of its own."""
    block = out.blocks[sentence.block]
    return block.kind is BlockKind.LIST_ITEM and not re.match(r"\(?\d", block.marker)


_OPERATIVE_WORDS = frozenset(
    "noted agreed approved endorsed supported welcomed thanked recommended requested adopted accepted confirmed referred appointed elected"
    " rejected resolved thanks deferred".split()
)
_PLAIN_OBJECT = re.compile(
    r"\s+(?:the|its|these|this)\s+(?:\w+\s+){0,3}?(?:reports?|updates?|contents?|presentation|minutes|position|information|programme|dates|recommendations?|plan)\b"
)
_WEAK = ("Members", "Councillors", "It was")


def _operative_clauses(out: Outline, sentence: Sentence) -> list[Clause]:
    """ "The Committee thanked the Commissioner and noted the report": what the body itself did."""
    if not sentence.vocabulary & _OPERATIVE_WORDS:
        return []
    match = _OPERATIVE.match(sentence.text)
    if match is None or _ASKED_OF_US.match(sentence.text):
        return []
    verb, rest, who = match.group("verb").lower(), match.group("rest"), match.group("who")
    if not rest.strip(" .") or rest.lstrip().startswith(("with ", "and stated", "by ")):
        return []
    if who == "It was":
        return []
    if verb in ("noted", "agreed", "accepted", "confirmed") and rest.lstrip().startswith(("that", "how", "there")):
        # what members noted or agreed in discussion decides nothing
        if who in _WEAK or verb in ("noted", "accepted", "confirmed"):
            return []
    if who in _WEAK and verb == "noted" and not _PLAIN_OBJECT.match(rest):
        return []
    if who in _WEAK and verb in ("thanked", "welcomed", "supported", "requested", "confirmed", "accepted"):
        return []
    return list(cut(out.document.text, sentence.start, sentence.end))


def _motions(out: Outline, covered: set[int]) -> Iterator[_Found]:
    """A motion in a sentence, proposed and seconded, that the next lines say was carried."""
    text = out.document.text
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in covered or "seconded" not in out.words(at):
            continue
        match = _MOVED.search(out.words(at))
        if match is None:
            continue
        words = out.words(at)
        if _CARRIED.search(words[match.end() :].rsplit(". ", 1)[-1]) or _is_carried(out, at, covered):
            stop = text.find(". Agreed", block.start + match.end(), block.end)
            end = stop if stop > 0 else block.end
            for clause in cut(text, block.start + match.end(), end):
                yield _Found(clause, "motion-carried", 0.85, at)


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
