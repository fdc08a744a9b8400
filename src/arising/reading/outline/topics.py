"""The topics of a discussion: what a lead-in before a dash or a colon sets off, and titles led by a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from arising.documents import BlockKind
from arising.reading.language.names import is_post
from arising.reading.language.patterns import has_any
from arising.reading.outline.structure import READ, Heading, Outline
from arising.reading.outline.titles import has_verb, opens_clause

_LETTER = re.compile(r"\(?[a-zA-Z][.)]")
_DISCUSSED = re.compile(
    r"(?i)\b(?:questions?|comments?|points?|issues|concerns?|matters|discuss(?:ion|ed)|queries|observations|themes"
    r"|raised|clarification|debate|noted|highlighted|updates?|responded)\b"
)
_DASH = r"(?:\s+[–—-]+\s*|[–—]\s+|-\s+(?=[a-z]))(?=\S)"
_DASHES = ("–", "—", "-")
_DASH_HEAD = re.compile(rf"(?P<head>[A-Z0-9‘’“\"'(][^.;:!?]{{1,120}}?){_DASH}")
_COLON_HEAD = re.compile(r"(?P<head>[A-Z][^.;:!?]{2,80}?):\s+(?=\S)")
# "Progress so farthe Commissioner assured": the dash and the bold type were lost in copying.
_SAYS = r"(?:the|it|in response|concern|comment|reference|members|officers)\s(?:[A-Z][\w’]+|was|were|to|raised)\b"
_GLUED_HEAD = re.compile(rf"(?P<head>[A-Z][\w’' ,&()/-]{{3,90}}?[a-z])(?={_SAYS})")
_RULES = {_DASH_HEAD: "dash-topic", _COLON_HEAD: "colon-topic", _GLUED_HEAD: "glued-topic"}
_HAPPENS = re.compile(
    r"\b(?:was|were|had|has|have|is|are|be|been|would|will|could|should|may|no|nothing|none"
    r"|[a-z]{3,}(?:ed|ought|old|aid|ent|ook|ave))\b"
)
_HEAD_TALKS = re.compile(
    r"\b(?:was|were|had|has|asked|said|stated|that|confirmed|explained|advised|would|noted|responded|added|welcomed)\b"
)
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_NOT_A_TOPIC = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr", "Councillor", "For", "Against"))
_LONGEST_HEAD = 130
_FEWEST_CHARACTERS = 80
"""What follows "Cllr Penn – " or "For – " is a list or a vote where it is shorter, and no discussion."""


def find_topics(out: Outline) -> None:
    """Topics that a lead-in before a dash sets off, in lists and in paragraphs that stand among them."""
    _find_lettered(out)
    lead_in = ""
    run: list[int] = []
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in out.heading_of:
            _take_run(out, run, lead_in)
            run, lead_in = [], ""
            continue
        words = out.words(at)
        if block.kind is BlockKind.LIST_ITEM or (run and _dash_head(words) and _heads(out, run, lead_in)):
            run.append(at)
            continue
        if not run or words.rstrip().endswith(":") or not _heads(out, run, lead_in):
            _take_run(out, run, lead_in)
            run, lead_in = [], words
        may_open = not run and block.kind is BlockKind.PARAGRAPH and _has_head(words)
        if may_open and _opens_discussion(lead_in) and _topic(out, at, lead_in):
            run = [at]
    _take_run(out, run, lead_in)


def _find_lettered(out: Outline) -> None:
    """Short lines led by a letter, with a paragraph of their own under them: "b) Forward work programme"."""
    for at, block in enumerate(out.blocks[:-1]):
        if block.kind is not BlockKind.LIST_ITEM or block.part not in READ or not _LETTER.fullmatch(block.marker):
            continue
        words, below = out.words(at), out.blocks[at + 1]
        if len(words) > 90 or not words[0].isupper() or words.endswith((".", ";", ",", ":")) or has_verb(words):
            continue
        if not opens_clause(words) and below.kind is BlockKind.PARAGRAPH and below.end - below.start > 50:
            heading = Heading(block.start, block.end, words, block.end, level=2, block=at, rule="lettered-title")
            out.heading_of.setdefault(at, heading)


def _heads(out: Outline, run: Sequence[int], lead_in: str) -> bool:
    return any(_topic(out, at, lead_in) for at in run)


def _take_run(out: Outline, run: Sequence[int], lead_in: str) -> None:
    """Make headings of the lead-ins of a run of blocks, unless too few of them have one."""
    headed = [(at, match) for at in run if (match := _topic(out, at, lead_in))]
    if not headed:
        return
    if len(run) > 2 and len(headed) * 3 < len(run) and not any(out.blocks[at].margin for at, _ in headed):
        return
    if len(headed) > 1:
        heads = {at for at, _ in headed}
        headed += [(at, match) for at in run if at not in heads and (match := _GLUED_HEAD.match(out.words(at)))]
    for at, match in headed:
        block = out.blocks[at]
        start = block.start + match.start("head")
        words = match.group("head").rstrip(" –—-:")
        out.heading_of[at] = Heading(
            start,
            start + len(words),
            words,
            block.start + match.end(),
            level=2,
            block=at,
            listed=True,
            rule=_RULES[match.re],
        )


def _dash_head(words: str) -> re.Match[str] | None:
    opening = words[:_LONGEST_HEAD]
    return _DASH_HEAD.match(words) if has_any(opening, _DASHES) else None


def _has_head(words: str) -> bool:
    return _dash_head(words) is not None or _COLON_HEAD.match(words) is not None


@lru_cache(maxsize=64)
def _opens_discussion(lead_in: str) -> bool:
    """Whether a paragraph leads in to what members raised; asked again for every point under it."""
    return _DISCUSSED.search(lead_in) is not None


def _topic(out: Outline, at: int, lead_in: str) -> re.Match[str] | None:
    """The lead-in of a block that sets off a topic."""
    words = out.words(at)
    match = _dash_head(words)
    if match is None:
        match = _COLON_HEAD.match(words)
        if match is None or not _opens_discussion(lead_in):
            return None
    head, rest = match.group("head"), words[match.end() :]
    if len(head.split()) > 16 or _HEAD_TALKS.search(head) or opens_clause(head) or len(rest.split()) < 3:
        return None
    if _ACRONYM.fullmatch(head) and match.re is not _COLON_HEAD:
        return None
    if head.endswith("Vice") and rest.startswith("Chair"):
        return None
    if head.startswith("The ") and rest[:1].isupper() and is_post(head):
        return None  # "The Director of People – Children and Adults Services introduced": who speaks
    if head.split()[0] in _NOT_A_TOPIC and len(rest) < _FEWEST_CHARACTERS:
        return None
    if lead_in.rstrip().endswith(":"):
        # a list of facts or of names is led in to as well; its points say nothing that was discussed
        tells_facts = not _opens_discussion(lead_in) and not has_verb(rest)
        if tells_facts or "supported" in lead_in:
            return None
    return match if _HAPPENS.search(rest) else None
