"""Telling an agenda from minutes where no committee system's page says which it is."""

from __future__ import annotations

import re
from dataclasses import replace

from arising.documents.document import Document, Part
from arising.documents.markup.published import AGENDA_ONLY

_TITLE = re.compile(
    r"(?:public |supplementary |draft )?agenda(?: frontsheet| pack| reports? pack)?(?: for .{1,120})?", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:draft |printed |confirmed )?(?:minutes|record of (?:decisions|the meeting))\b", re.IGNORECASE
)
# What only minutes say: somebody did something at the meeting.
_HELD = re.compile(
    r"\b(?:RESOLVED|Resolved|AGREED|NOTED|explained|confirmed|responded|undertook|thanked|introduced|commented|queried"
    r"|(?:Committee|Panel|Board|Cabinet|Council|Members?|Commission|Forum) (?:noted|agreed|asked|considered|heard"
    r"|resolved)"
    r"|was (?:noted|agreed|asked|resolved|proposed|seconded))\b"
)
_FIRST_BLOCKS = 12


def part_agenda(document: Document) -> Document:
    """The document, all of it parted as agenda and noted so where it is an agenda without minutes.

    It must be headed as an agenda, not as minutes, and nothing in it may have been said or done at a meeting.
    """
    first = [document.words(block) for block in document.blocks[:_FIRST_BLOCKS]]
    headed = any(_TITLE.fullmatch(words) for words in first) and not any(_MINUTES.match(words) for words in first)
    if AGENDA_ONLY in document.notes or not headed or _HELD.search(document.text):
        return document
    blocks = tuple(
        replace(block, part=Part.AGENDA) if block.part is Part.MINUTES else block for block in document.blocks
    )
    return replace(document, blocks=blocks, notes=(*document.notes, AGENDA_ONLY))
