"""Megabytes and documents a second, on one core: reading alone, from bytes to record, and a yardstick beside them.

The yardstick is eyecite, a rule-based extractor of legal citations, over the same texts with its default tokenizer.
Where real minutes are at hand beside the repository, both read those too: once, for they are few.
Every repeat has minutes of its own, so that nothing kept from the last one helps; the median of the repeats counts.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from eyecite import get_citations

from arising.documents import Document, open_document
from arising.reading import read
from benchmarks import forms
from benchmarks.corpus import Minutes, minutes

MEGABYTE = 1_000_000
REAL = Path(__file__).resolve().parents[2] / "shared/gold/documents"
Source = TypeVar("Source")


@dataclass(frozen=True)
class Speed:
    """What was measured of one way in. Megabytes are of what goes in: text for reading, the file's bytes otherwise."""

    name: str
    documents: int
    megabytes: float
    seconds: float

    @property
    def megabytes_a_second(self) -> float:
        return self.megabytes / self.seconds

    @property
    def documents_a_second(self) -> float:
        return self.documents / self.seconds


@dataclass(frozen=True)
class Size:
    """How much is measured: documents a repeat, for the quick ways in and for the slow to make, and repeats."""

    documents: int
    printed: int
    repeats: int


FULL = Size(documents=200, printed=40, repeats=5)
SHORT = Size(documents=30, printed=6, repeats=3)


def measure(size: Size) -> Iterator[Speed]:
    """Measure every way in, the yardstick last."""
    batches = [[minutes(seed) for seed in _seeds(repeat, size.documents)] for repeat in range(size.repeats + 1)]
    texts = [[forms.as_text(one) for one in batch] for batch in batches]
    opened = [[open_document(text, name="minutes.txt") for text in batch] for batch in texts]

    yield _timed("reading text", opened, read, _text_size)
    yield _timed("from plain text", texts, _from_bytes("minutes.txt"), len)
    yield _timed("from HTML", _laid_out(batches, forms.as_html, size.documents), _from_bytes("minutes.html"), len)
    yield _timed("from PDF", _laid_out(batches, forms.as_pdf, size.printed), _from_bytes("minutes.pdf"), len)
    yield _timed("from Word", _laid_out(batches, forms.as_word, size.printed), _from_bytes("minutes.docx"), len)
    yield _timed("eyecite, same text", opened, _citations, _text_size)
    if REAL.is_dir():
        real = [opened[0], [open_document(path) for path in sorted(REAL.glob("*.txt"))]]
        yield _timed("reading real minutes", real, read, _text_size)
        yield _timed("eyecite, real minutes", real, _citations, _text_size)


def _text_size(document: Document) -> int:
    return len(document.text.encode())


def _seeds(repeat: int, documents: int) -> range:
    return range(repeat * documents, (repeat + 1) * documents)


def _laid_out(batches: list[list[Minutes]], form: Callable[[Minutes], bytes], documents: int) -> list[list[bytes]]:
    return [[form(one) for one in batch[:documents]] for batch in batches]


def _from_bytes(name: str) -> Callable[[bytes], object]:
    return lambda source: read(open_document(source, name=name))


def _citations(document: Document) -> object:
    return get_citations(document.text)


def _timed(
    name: str, batches: list[list[Source]], work: Callable[[Source], object], size: Callable[[Source], int]
) -> Speed:
    warming, *measured = batches
    for source in warming:
        work(source)
    paces = []
    for batch in measured:
        began = time.perf_counter()
        for source in batch:
            work(source)
        paces.append((time.perf_counter() - began) / sum(map(size, batch)))
    middle = measured[len(measured) // 2]
    total = sum(map(size, middle))
    return Speed(name, len(middle), total / MEGABYTE, statistics.median(paces) * total)
