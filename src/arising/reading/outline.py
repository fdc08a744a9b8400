"""The outline of minutes: their items and topics, and every sentence with the topic it stands under.

Built once for a document; every finding is made from it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from arising.documents import Block, BlockKind, Document, Part
from arising.reading.language.names import is_name
from arising.reading.language.sentences import sentences
from arising.reading.language.vocabulary import HONORIFICS

READ = (Part.MINUTES, Part.DECISION)
"""The parts of a document in which findings are looked for."""

LONGEST_TITLE = 220
_SHORT_TITLE = 110

_WORD = re.compile(r"[a-z][a-z’'-]*|%|£|€")
_ITEM_LABEL = re.compile(r"(?:Agenda\s+)?(?:Item|ITEM)\s*(?:No\.?\s*)?(\d{1,3}[A-Za-z]?)\s*[.:–-]?\s*$")
_ITEM_LEAD = re.compile(r"(?:Agenda\s+)?(?:Item|ITEM)\s*(?:No\.?\s*)?(\d{1,3}[A-Za-z]?)\s*[.:–-]+\s*(?=\S)")
_ITEM_TAIL = re.compile(r"\((?:Agenda )?Item\s+(?:No\.?\s*)?(\d{1,3}[A-Za-z]?)\.?\)$")
_NUMBERED = re.compile(r"(\d{1,3}[A-Za-z]?)[.)]?:?$")
_LEADING_NUMBER = re.compile(r"(\d{1,3})\s{1,4}(?=[A-Z])")
_OPERATIVE = re.compile(
    r"(?i:that|to|note|notes|noted|agree|agrees|agreed|approve|approves|approved|endorse|endorses|delegate|delegates"
    r"|recommend|recommends|receive|adopt|adopts|support|confirm|request|requests|resolved?|authorise|whether)\b"
)
_FINITE = re.compile(
    r"\b(?:was|were|had|has|is|are|will|would|should|must|may|asked|noted|advised|stated|said|explained|reported|agreed"
    r"|resolved|confirmed|received|thanked|introduced|presented|proposed|seconded|informed|considered|declared)\b"
)
_SPEAKER_TAIL = re.compile(
    rf"\s*[–—-]\s*(?:(?:{'|'.join(re.escape(h) for h in HONORIFICS)})\s|[A-Z][\w’']+ [A-Z][\w’'.]+, [A-Z]).*$"
)
_FURNITURE = re.compile(
    r"(?i)(?:minutes|agenda|agenda items?|items?|actions?|action points?|present|apologies:|in attendance|in the chair"
    r"|also (?:present|in attendance)|(?:un)?restricted items|members present|officers present|officials present"
    r"|discussion|decisions?|resolved|recommendations?|reasons?|exempt items|part (?:one|two|i+|[12ab])|public|private"
    r"|reply|signed|chairman?|chairperson|date|note|notes|attendance|venue|time|matters for information)\s*:?$"
)
_LETTER = re.compile(r"\(?[a-zA-Z][.)]")
_LONE_WORDS = re.compile(
    r"(?i)(?:\W*\d|page\b|signed|chair(?:man|person)?\b$|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|action\b|proposed|seconded|for\b|against\b|abstain|motion\b|amendment\b|reply\b|planning application\b)"
)
_BODY_NAME = re.compile(r"(?i)\b(?:council|committee|cabinet|board|panel|sub-committee)$")
_DISCUSSED = re.compile(
    r"(?i)\b(?:questions?|comments?|points?|issues|concerns?|matters|discuss(?:ion|ed)|queries|observations|themes"
    r"|raised|clarification|debate|noted|highlighted|updates?|responded)\b"
)
_DASH_HEAD = re.compile(r"(?P<head>[A-Z0-9‘’“\"'(][^.;:!?]{1,120}?)(?:\s+[–—-]+\s*|[–—]\s+|-\s+(?=[a-z]))(?=\S)")
_COLON_HEAD = re.compile(r"(?P<head>[A-Z][^.;:!?]{2,80}?):\s+(?=\S)")
# "Progress so farthe Commissioner assured": the dash and the bold type were lost in copying.
_GLUED_HEAD = re.compile(
    r"(?P<head>[A-Z][\w’' ,&()/-]{3,90}?[a-z])(?=(?:the|it|in response|concern|comment|reference|members|officers)\s"
    r"(?:[A-Z][\w’]+|was|were|to|raised)\b)"
)
_HAPPENS = re.compile(
    r"\b(?:was|were|had|has|have|is|are|be|been|would|will|could|should|may|no|nothing|none|[a-z]{3,}(?:ed|ought|old"
    r"|aid|ent))\b"
)
_HEAD_TALKS = re.compile(
    r"\b(?:was|were|had|has|asked|said|stated|that|confirmed|explained|advised|would|noted|responded|added|welcomed)\b"
)


@dataclass(slots=True)
class Heading:
    """An item or a topic: its words ``text[start:end]``, and where what is said under it begins and ends."""

    start: int
    end: int
    words: str
    body_start: int
    body_end: int = 0
    number: str | None = None
    level: int = 1
    rule: str = ""
    block: int = 0
    is_item: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the minutes. ``vocabulary`` are its words in lower case; ``last`` says that it ends its block."""

    start: int
    end: int
    text: str
    block: int
    topic: Heading | None
    vocabulary: frozenset[str]
    first: bool
    last: bool


@dataclass
class Outline:
    """A document laid out for reading."""

    document: Document
    blocks: tuple[Block, ...]
    items: list[Heading] = field(default_factory=list)
    topics: list[Heading] = field(default_factory=list)
    heading_of: dict[int, Heading] = field(default_factory=dict)
    labels: set[int] = field(default_factory=set)

    @property
    def whole_meeting(self) -> bool:
        """Whether the document is the minutes of a meeting and not of one of its items."""
        return len(self.items) > 1

    def words(self, block: int) -> str:
        """The text of a block by its number."""
        return self.document.words(self.blocks[block])

    def block_at(self, offset: int) -> int:
        """The number of the block that holds the character at ``offset``."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def topic_at(self) -> list[Heading | None]:
        """The topic that each block stands under."""
        at: list[Heading | None] = []
        current: Heading | None = None
        for number in range(len(self.blocks)):
            current = self.heading_of.get(number, current)
            at.append(current)
        return at

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of all that is read, in order, without headings and labels."""
        return list(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        text = self.document.text
        for number, block in enumerate(self.blocks):
            if block.part not in READ or number in self.labels:
                continue
            heading = self.heading_of.get(number)
            start = block.start
            if heading is not None:
                if heading.body_start >= block.end:
                    continue
                start = heading.body_start
            spans = sentences(text, start, block.end)
            for at, (low, high) in enumerate(spans):
                words = text[low:high]
                yield Sentence(
                    low, high, words, number, self.topic_at[number], frozenset(_WORD.findall(words.lower())),
                    at == 0, at + 1 == len(spans),
                )  # fmt: skip


def outline(document: Document) -> Outline:
    """Find the items and topics of a document."""
    out = Outline(document, document.blocks)
    _find_items(out)
    if len(out.items) == 1 and out.items[0].rule != "item-lead":
        _forget_items(out)
    _find_topics(out)
    _close(out)
    return out


def _find_items(out: Outline) -> None:
    """Agenda items by the label before them, the label after them, or the number that leads a short title."""
    taken = -1
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at <= taken:
            continue
        words = out.words(at)
        label = _ITEM_LABEL.match(words) if len(words) < 40 else None
        if label and at + 1 < len(out.blocks) and len(out.words(at + 1)) <= LONGEST_TITLE:
            out.labels.add(at)
            _add_item(out, at + 1, label.group(1), "item-label")
            taken = at + 1
            continue
        tail = _ITEM_TAIL.match(words) if len(words) < 40 else None
        if tail and at > 0 and len(out.words(at - 1)) <= LONGEST_TITLE and out.blocks[at - 1].part in READ:
            out.labels.add(at)
            number = _NUMBERED.match(out.blocks[at - 1].marker)
            _add_item(out, at - 1, number.group(1) if number else tail.group(1), "item-tail")
            continue
        lead = _ITEM_LEAD.match(words)
        if lead and len(words) <= LONGEST_TITLE:
            _add_item(out, at, lead.group(1), "item-lead", skip=lead.end())
    tailed = [item for item in out.items if item.rule in ("item-tail", "item-label", "item-lead")]
    if len(tailed) >= 2:
        return
    _find_numbered(out)


def _find_numbered(out: Outline) -> None:
    """Short titles led by a number that rises, or headings of the page's own."""
    found: list[tuple[int, str | None, str, int]] = []
    last = 0
    for at, block in enumerate(out.blocks):
        if block.part not in READ:
            continue
        words = out.words(at)
        number = _NUMBERED.match(block.marker)
        skip = 0
        if number is None and block.kind is not BlockKind.TABLE_ROW:
            leading = _LEADING_NUMBER.match(words)
            if leading and _is_title(out, at, words[leading.end() :], block):
                number, skip = leading, leading.end()
        if number is not None and (skip or _is_title(out, at, words, block)):
            value = int(re.sub(r"\D", "", number.group(1)))
            if value > last or block.kind is BlockKind.HEADING:
                found.append((at, number.group(1), "numbered-title", skip))
                last = value
        elif block.kind is BlockKind.HEADING and not number and _may_head(out, words):
            found.append((at, None, "heading", 0))
    numbered = [entry for entry in found if entry[1] is not None]
    if len(numbered) >= 2:
        first = numbered[0][0]
        levels = [out.blocks[at].level for at, *_ in numbered if out.blocks[at].kind is BlockKind.HEADING]
        deepest = max([1, *levels])
        found = [
            entry for entry in found
            if entry[1] is not None or (entry[0] > first and out.blocks[entry[0]].level <= deepest and _leads_something(out, entry[0]))
        ]  # fmt: skip
    else:
        found = [entry for entry in found if _leads_something(out, entry[0])]
    plain = _plain_titles(out, {at for at, *_ in found}, after=found[0][0] if found else -1)
    for at, printed, rule, skip in sorted([*found, *plain]) if len(found) + len(plain) > 1 else found:
        _add_item(out, at, printed, rule, skip=skip)


def _lettered_titles(out: Outline) -> list[int]:
    """Short lines led by a letter, with a paragraph of their own under them: "b) Forward work programme"."""
    found = []
    for at, block in enumerate(out.blocks[:-1]):
        if block.kind is not BlockKind.LIST_ITEM or block.part not in READ or not _LETTER.fullmatch(block.marker):
            continue
        words, below = out.words(at), out.blocks[at + 1]
        if len(words) > 90 or not words[0].isupper() or words.endswith((".", ";", ",", ":")) or _FINITE.search(words):
            continue
        if not _OPERATIVE.match(words) and below.kind is BlockKind.PARAGRAPH and below.end - below.start > 50:
            found.append(at)
    return found


def _plain_titles(out: Outline, known: set[int], *, after: int) -> list[tuple[int, str | None, str, int]]:
    """Short lines that stand alone above a paragraph, without number or mark, as a title does."""
    found: list[tuple[int, str | None, str, int]] = []
    blocks = out.blocks
    for at in range(max(after, 0) + 1, len(blocks) - 1):
        block, below = blocks[at], blocks[at + 1]
        if at in known or block.kind is not BlockKind.PARAGRAPH or block.marker or block.part not in READ:
            continue
        words, under = out.words(at), out.words(at + 1)
        if (
            len(words) > 70
            or _FURNITURE.match(words)
            or not words[0].isupper()
            or is_name(words)
            or _LONE_WORDS.match(words)
        ):
            continue
        if words.endswith((".", ",", ";", ":", "?", "!", "-")) or _FINITE.search(words) or _OPERATIVE.match(words):
            continue
        if (
            below.kind is BlockKind.HEADING
            or len(under) < 60
            or not under.rstrip("”’\"' ").endswith((".", ":"))
            or len(words.split()) > 10
        ):
            continue
        before = out.words(at - 1).rstrip("”’\"' )") if at else "."
        if (
            not before.endswith((".", "!", "?"))
            and at - 1 not in known
            and len(before) < 60
            and blocks[at - 1].part in READ
        ):
            if not (before.endswith(":") and len(before) < 40):
                continue
        found.append((at, None, "plain-title", 0))
    return found


def _may_head(out: Outline, words: str) -> bool:
    """Whether a heading is more than furniture; on the page of a meeting "Minutes" is an item like any other."""
    return not _FURNITURE.match(words) or (words == "Minutes" and out.document.body is not None)


def _is_title(out: Outline, at: int, words: str, block: Block) -> bool:
    if not words or len(words) > _SHORT_TITLE or block.kind is BlockKind.TABLE_ROW:
        return False
    if block.kind is BlockKind.HEADING:
        return True
    if block.level > 1 or not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'"):
        return False
    if words.endswith((".", ";", ",", " and", " or")) or _OPERATIVE.match(words) or len(words.split()) > 16:
        return False
    return not _FINITE.search(words) and at + 1 < len(out.blocks)


def _leads_something(out: Outline, at: int) -> bool:
    """Whether a heading without a number has words of its own under it and is not the name of a body."""
    words = out.words(at)
    if _BODY_NAME.search(words) and words.isupper():
        return False
    return at + 1 < len(out.blocks) and out.blocks[at + 1].kind is not BlockKind.HEADING


def _add_item(out: Outline, at: int, number: str | None, rule: str, *, skip: int = 0) -> None:
    block = out.blocks[at]
    start, end = block.start + skip, block.end
    words = out.document.text[start:end]
    presenter = _SPEAKER_TAIL.search(words)
    if presenter:
        words = words[: presenter.start()]
    words = words.rstrip(" .:;-–")
    heading = Heading(
        start, start + len(words), words, block.end, number=number, rule=rule, block=at, is_item=True
    )  # fmt: skip
    previous = out.heading_of.get(at)
    if previous is not None:
        out.items.remove(previous)
    out.items.append(heading)
    out.heading_of[at] = heading


def _forget_items(out: Outline) -> None:
    for item in out.items:
        del out.heading_of[item.block]
        out.labels.add(item.block)
    out.items.clear()


def _find_topics(out: Outline) -> None:
    """Topics that a lead-in before a dash sets off, in lists and in paragraphs that stand among them."""
    for at in _lettered_titles(out):
        block = out.blocks[at]
        out.heading_of.setdefault(
            at, Heading(block.start, block.end, out.words(at), block.end, level=2, block=at, rule="lettered-title")
        )
    lead_in = ""
    run: list[int] = []
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in out.heading_of:
            _take_run(out, run, lead_in)
            run, lead_in = [], ""
            continue
        if block.kind is BlockKind.LIST_ITEM:
            run.append(at)
        elif run and _DASH_HEAD.match(out.words(at)) and _heads(out, run, lead_in):
            run.append(at)
        else:
            words = out.words(at)
            if not run or words.rstrip().endswith(":") or not _heads(out, run, lead_in):
                _take_run(out, run, lead_in)
                run, lead_in = [], words
            if (
                not run
                and block.kind is BlockKind.PARAGRAPH
                and _opens_discussion(lead_in)
                and _topic(out, at, lead_in)
            ):
                run = [at]
    _take_run(out, run, lead_in)


def _heads(out: Outline, run: Sequence[int], lead_in: str) -> bool:
    return any(_topic(out, at, lead_in) for at in run)


def _take_run(out: Outline, run: Sequence[int], lead_in: str) -> None:
    headed = [(at, match) for at in run if (match := _topic(out, at, lead_in))]
    if not headed:
        return
    if len(run) > 2 and len(headed) * 3 < len(run) and not any(out.blocks[at].margin for at, _ in headed):
        return
    heads = {at for at, _ in headed}
    for at in run:
        if at not in heads and len(headed) > 1:
            glued = _GLUED_HEAD.match(out.words(at))
            if glued:
                headed.append((at, glued))
    for at, match in sorted(headed):
        block = out.blocks[at]
        start = block.start + match.start("head")
        words = match.group("head").rstrip(" –—-:")
        out.heading_of[at] = Heading(
            start, start + len(words), words, block.start + match.end(), level=2, block=at, listed=True,
            rule="dash-topic" if match.re is _DASH_HEAD else "colon-topic" if match.re is _COLON_HEAD else "glued-topic",
        )  # fmt: skip


@lru_cache(maxsize=64)
def _opens_discussion(lead_in: str) -> bool:
    """Whether a paragraph leads in to what members raised; asked again for every point under it."""
    return _DISCUSSED.search(lead_in) is not None


def _topic(out: Outline, at: int, lead_in: str) -> re.Match[str] | None:
    """The lead-in of a block that sets off a topic."""
    words = out.words(at)
    match = _DASH_HEAD.match(words)
    if match is None and _opens_discussion(lead_in):
        match = _COLON_HEAD.match(words)
    if match is None:
        return None
    head, rest = match.group("head"), words[match.end() :]
    if len(head.split()) > 16 or _HEAD_TALKS.search(head) or _OPERATIVE.match(head) or len(rest.split()) < 3:
        return None
    if re.fullmatch(r"[A-Z]{2,4}", head) and match.re is not _COLON_HEAD:
        return None
    if head.endswith("Vice") and rest.startswith("Chair"):
        return None
    if head.split()[0] in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr", "Councillor", "For", "Against") and len(rest) < 80:
        return None
    if lead_in.rstrip().endswith(":") and not _opens_discussion(lead_in) and not _FINITE.search(rest):
        return None
    if lead_in.rstrip().endswith(":") and "supported" in lead_in:
        return None
    return match if _HAPPENS.search(rest) else None


def _close(out: Outline) -> None:
    """Work out where what is said under each heading ends."""
    headings = [out.heading_of[at] for at in sorted(out.heading_of)]
    end = out.blocks[-1].end if out.blocks else 0
    read = [block for block in out.blocks if block.part in READ]
    if read:
        end = read[-1].end
    for at, heading in enumerate(headings):
        following = headings[at + 1 :] if not heading.is_item else [h for h in headings[at + 1 :] if h.is_item]
        heading.body_end = max(following[0].start - 1, heading.end) if following else max(end, heading.end)
    out.items.sort(key=lambda item: item.start)
    if out.whole_meeting or not any(not h.is_item for h in headings):
        out.topics = headings
    else:
        out.topics = [h for h in headings if not h.is_item] or headings
