"""Keeping quotes unbroken: none runs across words that stand in the source but were left out of the text.

In plain text a line between two halves of a sentence was dropped because it looks like a page number or a running
head. Nothing in the source proves it, so a quote stops there. In HTML, PDF and Word the page itself tells what is
furniture, and a sentence is quoted whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from arising.documents import Document
from arising.reading.record import Finding

_MARKUP = re.compile(r"[\s*_\\>|\u00ad\u200b-\u200f\ufeff]*$")
_FEWEST_WORDS = 3

AnyFinding = TypeVar("AnyFinding", bound=Finding)


class Breaks:
    """Where words of the source were left out of a document's text, as offsets into the text."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._at: list[int] = []
        if document.format not in ("text", "markdown"):
            return
        offsets = document.offsets
        ends = {block.end for block in document.blocks}
        for run in range(1, len(offsets.starts)):
            before = offsets.origins[run - 1] + offsets.lengths[run - 1]
            left_out = document.original[before : offsets.origins[run]]
            if offsets.starts[run - 1] + offsets.lengths[run - 1] not in ends and not _MARKUP.match(left_out):
                self._at.append(offsets.starts[run])

    def mend(self, findings: Iterable[AnyFinding]) -> tuple[AnyFinding, ...]:
        """The findings, each cut at a break to the part that says most."""
        return tuple(self._mended(finding) for finding in findings) if self._at else tuple(findings)

    def _mended(self, finding: AnyFinding) -> AnyFinding:
        start, end = finding.start, finding.end
        at = bisect_right(self._at, start)
        if at == len(self._at) or self._at[at] >= end:
            return finding
        first = self._text[start : self._at[at]].rstrip()
        if len(first.split()) >= _FEWEST_WORDS:
            return msgspec.structs.replace(finding, quote=first, end=start + len(first))
        return msgspec.structs.replace(finding, quote=self._text[self._at[at] : end], start=self._at[at])
