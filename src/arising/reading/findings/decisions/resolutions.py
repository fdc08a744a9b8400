"""Resolutions: a keyword ("RESOLVED"), what follows it, and the list under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from arising.documents import Block, BlockKind
from arising.reading.findings.decisions.clauses import Found, cut
from arising.reading.language.speakers import strip_article
from arising.reading.outline import READ, Outline
from arising.reading.record import Action

_KEYWORD = (
    r"(?:RESOLVED|Resolved|RESOLUTION|Resolution|AGREED|Agreed|DECIDED|Decided|DECISIONS?|Decisions?"
    r"|RECOMMENDED|ORDERED)"
)
_BEFORE_KEYWORD = r"(?:[Ii]t [Ww]as|IT WAS|The \w+(?:\s[\w-]+){0,3}|On being put to the vote,? it was)"
_RESOLVED = re.compile(
    rf"(?:(?:\(?\d{{1,2}}\)?\s+)?{_BEFORE_KEYWORD}\s+)?(?:UNANIMOUSLY\s+|[Uu]nanimously\s+)?{_KEYWORD}\b"
    r"(?:\s*\(?unanimously\)?)?(?P<mark>[\s:.,–—-]*)(?:to recommend\b)?"
)
_IDLE_LEAD = re.compile(r"(?i)^(?:that\s+)?(?:(?:the|this)\s+)?[\w\s’',&-]{0,60}?:?$")
_CALLS_ON = (
    r"(?P<verb>call(?:s|ed)? (?:on|upon)|ask(?:s|ed)?|request(?:s|ed)?|urge[sd]?|instruct(?:s|ed)?"
    r"|recommend(?:s|ed)?(?: to| that)?)"
)
_IS_CALLED_ON = r"(?:be|is|are) (?P<passive>recommended|requested|asked|urged|instructed|invited)"
_ADDRESSING = re.compile(
    rf"\b{_CALLS_ON}\s+(?P<who>(?:the\s+)?[A-Z][^:]*?)(?:\s+(?:to|that|should))?\s*:$"
    rf"|(?P<whom>(?:the\s+)?[A-Z][^:;]{{2,80}}?)\s+{_IS_CALLED_ON}(?:\s+(?:to|that))?\s*:?$"
)
_OTHER_MATTER = re.compile(
    r"(?i)reasons?\b|note:|in accordance with|the meeting\b|\(?(?:voting|vote)\b|for\b.{0,6}\(|councillor\b"
)
_DISCUSSION = re.compile(r"\b(?:said|asked|explained|advised|introduced|commented|left the meeting|reported)\b")
_LETTER = re.compile(r"(?<![a-z])[a-z](?![a-z])|[ivx]{1,5}")
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"\d{1,3}(?:\.\d+)?|[a-zA-Z]|[ivx]{1,5}")


class Told(msgspec.Struct, frozen=True, gc=False):
    """What the words before a list say of every point in it: the action, and whom it addresses."""

    action: Action
    addressee: str | None = None


def told_by(words: str) -> Told | None:
    """What the words that lead in to a list tell of its points; None where they tell nothing."""
    match = _ADDRESSING.search(words.strip(" -–—"))
    if match is None:
        return None
    verb = (match.group("verb") or match.group("passive")).lower()
    action: Action = "recommend" if verb.startswith("recommend") else "request"
    return Told(action, strip_article((match.group("who") or match.group("whom")).strip(" ,")))


def resolution_at(words: str) -> int | None:
    """Where the resolution begins whose keyword leads a block; None where none does.

    "Agreed" may lead a resolution or only say that one was carried; "Decision" may be any word of a sentence.
    """
    match = _RESOLVED.match(words)
    if match is None:
        return None
    lead, mark, rest = match.group(), match.group("mark"), words[match.end() :]
    if not rest:
        is_one = ":" in mark or lead.isupper()
    elif lead.split()[0].isupper() or ":" in mark or mark.strip() in ("-", "–", "—"):
        is_one = True
    else:
        is_one = rest.lower().startswith(("that ", "to ", "(")) and not lead.strip().lower().startswith("decision")
    return match.end() if is_one else None


def resolution(out: Outline, at: int, start: int, covered: set[int]) -> Iterator[Found]:
    """The clauses of a resolution: what follows the keyword in its block, and the list under it.

    Args:
        out: the outline of the minutes.
        at: the number of the block that the keyword leads.
        start: where in the text the words after the keyword begin.
        covered: the numbers of the blocks that are read; those of the resolution are added.
    """
    text = out.document.text
    block = out.blocks[at]
    covered.add(at)
    opening = text[start : block.end]
    lead = opening.rstrip(" -–—")
    open_list = lead.endswith((":", "that", "to")) or not lead or (lead.endswith(",") and len(lead.split()) < 8)
    told = told_by(opening)
    if told is None and "RECOMMEND" in out.words(at)[:40].upper():
        told = Told("recommend")
    if not (open_list and (told or _IDLE_LEAD.match(lead.strip(" ,")))):
        for clause in cut(text, start, block.end):
            yield Found(clause, "resolved", 0.95, at, told.action if told else "agree")
    if open_list:
        yield from list_under(out, at, told, covered)


def list_under(out: Outline, at: int, told: Told | None, covered: set[int]) -> Iterator[Found]:
    """The points of a list under a resolution; a point that ends in a colon leads in to those after it."""
    for number in range(at + 1, len(out.blocks)):
        block, words = out.blocks[number], out.words(number)
        if number in out.heading_of or number in out.labels or block.part not in READ:
            break
        if _ends_list(out.blocks[at], block, words):
            break
        covered.add(number)
        if words.rstrip().endswith(":"):
            told = told_by(words)
            continue
        default: Action = told.action if told else "agree"
        for clause in cut(out.document.text, block.start, block.end, label=label_of(block)):
            yield Found(clause, "resolved-list", 0.93, number, default, told.addressee if told else None)


def label_of(block: Block) -> str | None:
    """The letter or number that a block was given."""
    label = block.marker.strip("().: ")
    return label if _LABEL.fullmatch(label) else None


def _ends_list(lead: Block, block: Block, words: str) -> bool:
    """Whether a block under a resolution no longer belongs to it."""
    if lead.marker and block.marker and _style(block.marker) == _style(lead.marker) and block.level <= lead.level:
        return True
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW) or _RESOLVED.match(words) or _OTHER_MATTER.match(words):
        return True
    return not block.marker and _DISCUSSION.search(words) is not None


def _style(marker: str) -> str:
    """A marker without its own number or letter: "(a)" and "(b)" are one style."""
    return _DIGITS.sub("1", _LETTER.sub("a", marker))
