"""Telling a title from other words: by its length, its first letter, and the verbs that it has not."""

from __future__ import annotations

import re

from arising.documents import BlockKind
from arising.reading.language.vocabulary import FINITE_VERBS, HONORIFICS, OPENS_CLAUSE
from arising.reading.outline.structure import Outline

LONGEST_TITLE = 220
"""No title of an item is longer, in characters."""

_SHORT_TITLE = 110

_OPERATIVE = re.compile(rf"(?i:{'|'.join(OPENS_CLAUSE)})\b")
_FINITE = re.compile(rf"\b(?:{'|'.join(FINITE_VERBS)})\b")
_TITLED_SPEAKER = rf"(?:{'|'.join(re.escape(h) for h in HONORIFICS)})\s"
_NAME_AND_POST = r"[A-Z][\w’']+ [A-Z][\w’'.]+, [A-Z]"
_SPEAKER_TAIL = re.compile(rf"\s*[–—-]\s*(?:{_TITLED_SPEAKER}|{_NAME_AND_POST}).*$")
_FURNITURE = re.compile(
    r"(?i)(?:minutes|agenda|agenda items?|items?|actions?|action points?|present|apologies:|in attendance|in the chair"
    r"|also (?:present|in attendance)|(?:un)?restricted items|members present|officers present|officials present"
    r"|discussion|decisions?|resolved|recommendations?|reasons?|exempt items|part (?:one|two|i+|[12ab])|public|private"
    r"|reply|signed|chairman?|chairperson|date|note|notes|attendance|venue|time|matters for information)\s*:?$"
)
_BALLOT = re.compile(r"(?i)(?:votes? )?(?:for|against|in favour|abst(?:ained|ain|aining|entions?))\s*:?$")
_BODY_NAME = re.compile(r"(?i)\b(?:council|committee|cabinet|board|panel|sub-committee)$")


def opens_clause(words: str) -> bool:
    """Whether words open as the clause of a resolution does: "To note the report"."""
    return _OPERATIVE.match(words) is not None


def has_verb(words: str) -> bool:
    """Whether words say that something happens, which a title does not."""
    return _FINITE.search(words) is not None


def is_furniture(words: str) -> bool:
    """Whether words only label a part of the page: "Present:", "Agenda items", "Reasons"."""
    return _FURNITURE.match(words) is not None


def without_presenter(words: str) -> str:
    """A title without the person who presents it: "Budget monitoring – Mr Sonder, Cabinet Member"."""
    presenter = _SPEAKER_TAIL.search(words)
    return words[: presenter.start()] if presenter else words


def may_head(out: Outline, words: str) -> bool:
    """Whether a heading is more than furniture; on the page of a meeting "Minutes" is an item like any other."""
    return not is_furniture(words) or (words == "Minutes" and out.document.body is not None)


def is_title(out: Outline, at: int, words: str) -> bool:
    """Whether ``words``, the block numbered ``at`` without what leads it, can be the title of an item."""
    block = out.blocks[at]
    if not words or len(words) > _SHORT_TITLE or block.kind is BlockKind.TABLE_ROW:
        return False
    if block.kind is BlockKind.HEADING:
        return True
    if _BALLOT.match(words):
        return False  # "8 For": the count of a vote
    if block.level > 1 or not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'"):
        return False
    if words.endswith((".", ";", ",", " and", " or")) or opens_clause(words) or len(words.split()) > 16:
        return False
    return not has_verb(words) and at + 1 < len(out.blocks)


def leads_something(out: Outline, at: int) -> bool:
    """Whether a heading without a number has words of its own under it and is not the name of a body."""
    words = out.words(at)
    if _BODY_NAME.search(words) and words.isupper():
        return False
    return at + 1 < len(out.blocks) and out.blocks[at + 1].kind is not BlockKind.HEADING
