"""Megabytes and documents a second, on one core: reading alone, from bytes to record, and a yardstick beside them.

The yardstick is eyecite, a rule-based extractor of legal citations, over the same texts with its default tokenizer.
Where real minutes are at hand beside the repository, both read those too: once, for they are few.
Every repeat has minutes of its own, so that nothing kept from the last one helps; the median of the repeats counts.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import truediv
from pathlib import Path
from typing import Any

from eyecite import get_citations

from arising.documents import Document, open_document
from arising.reading import read
from benchmarks import forms
from benchmarks.corpus import Minutes, minutes

MEGABYTE = 1_000_000
REAL = Path(__file__).resolve().parents[2] / "shared/gold/documents"


@dataclass(frozen=True)
class Speed:
    """What was measured of one way in: bytes, documents and seconds of each repeat.

    The bytes are of what goes in: text for reading, the file's bytes otherwise.
    """

    name: str
    sizes: tuple[int, ...]
    documents: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def megabytes_a_second(self) -> float:
        return statistics.median(map(truediv, self.sizes, self.seconds)) / MEGABYTE

    @property
    def documents_a_second(self) -> float:
        return statistics.median(map(truediv, self.documents, self.seconds))

    def times(self, other: Speed) -> float:
        """How many times faster than another way that read the same, repeat by repeat."""
        return statistics.median(map(truediv, other.seconds, self.seconds))


@dataclass(frozen=True)
class Size:
    """How much is measured: documents a repeat, for the quick ways in and for the slow to make, and repeats."""

    documents: int
    printed: int
    repeats: int


FULL = Size(documents=200, printed=40, repeats=5)
SHORT = Size(documents=30, printed=6, repeats=3)


@dataclass(frozen=True)
class Way:
    """One way in: what goes in, one batch to warm up and one a repeat, and what is done with it."""

    name: str
    batches: Sequence[Sequence[Any]]
    work: Callable[[Any], object]
    size: Callable[[Any], int]


def measure(size: Size) -> list[Speed]:
    """Measure every way in. They take turns, so that a busy machine is as unkind to one as to another."""
    seconds: dict[str, list[float]] = {}
    ways = list(_ways(size))
    for repeat in range(size.repeats + 1):
        for way in ways:
            if repeat < len(way.batches):
                began = time.perf_counter()
                for source in way.batches[repeat]:
                    way.work(source)
                seconds.setdefault(way.name, []).append(time.perf_counter() - began)
    return [
        Speed(
            way.name,
            tuple(sum(map(way.size, batch)) for batch in way.batches[1:]),
            tuple(len(batch) for batch in way.batches[1:]),
            tuple(seconds[way.name][1:]),
        )
        for way in ways
    ]


def _ways(size: Size) -> Iterator[Way]:
    batches = [[minutes(seed) for seed in _seeds(repeat, size.documents)] for repeat in range(size.repeats + 1)]
    texts = [[forms.as_text(one) for one in batch] for batch in batches]
    opened = [[open_document(text, name="minutes.txt") for text in batch] for batch in texts]

    yield Way("reading text", opened, read, _text_size)
    yield Way("eyecite, same text", opened, _citations, _text_size)
    if REAL.is_dir():
        real = [opened[0], [open_document(path) for path in sorted(REAL.glob("*.txt"))]]
        yield Way("reading real minutes", real, read, _text_size)
        yield Way("eyecite, real minutes", real, _citations, _text_size)
    yield Way("from plain text", texts, _from_bytes("minutes.txt"), len)
    yield Way("from HTML", _laid_out(batches, forms.as_html, size.documents), _from_bytes("minutes.html"), len)
    yield Way("from PDF", _laid_out(batches, forms.as_pdf, size.printed), _from_bytes("minutes.pdf"), len)
    yield Way("from Word", _laid_out(batches, forms.as_word, size.printed), _from_bytes("minutes.docx"), len)


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
