"""Cutting a resolution into its operative clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from arising.reading.findings.decisions.actions import OPERATIVE_VERB
from arising.reading.language.patterns import has_any
from arising.reading.language.sentences import sentences
from arising.reading.record import Action

_INLINE_LABEL = re.compile(
    r"(?:^|(?<=[;:,.])\s+|\s(?=\())(?:and\s+|or\s+)?\(?(?P<label>[a-h]|[ivx]{1,4}|\d{1,2})[).]\s+(?=[A-Za-z“])"
)
_MAY_LABEL = re.compile(r"[).]\s")
# Each begins with a character of a few, which is what a search is quick to look for.
_AND_THAT = re.compile(r"[,;\s](?:(?:(?<!\s)\s*)?and\s+(?=that\b)|(?<=;)\s*(?:and\s+)?(?=[A-Za-z]))")
_ALSO_ACTS = rf"(?:also\s+|further\s+|to\s+)?(?:{OPERATIVE_VERB}|extends?)\s+(?!by\b|in\b|as\b|at\b|on behalf\b)\S"
_AND_VERB = re.compile(
    rf"[,\s](?:(?:(?<=,)\s*)?(?:and|also)\s+(?={_ALSO_ACTS})"
    rf"|(?<=,)\s+(?=(?:{OPERATIVE_VERB})\s+(?:the|that|to|its|all|staff|officers|[A-Z])\b))"
)
_AND_SHOULD = re.compile(r",?\s+and,?\s+(?:subject to [^,]{1,120}, )?(?=(?:the|that|The)\s[^,;]{1,80}?\sshould\b)")
_CUTS = ((_AND_THAT, ("and", ";")), (_AND_SHOULD, ("should",)), (_AND_VERB, ("and", "also", ",")))
"""Where one clause ends and the next begins, and words without one of which none does."""

_ASKING = re.compile(
    r"\b(?:asked|asks?|requested|requests?|delegate[sd]?|authorise[sd]?|urges?|should|recommends?|call on)\b"
)
_BEING_DONE = re.compile(
    r"\b(?:be|been|being|to be)\s+\w+(?:\W+\w+){0,8}$|\b(?:is|are|was|were)\s+\w+ed\b(?:\W+\w+){0,6}$"
)
_OWN_ACTIONS = frozenset("notes note agrees agree welcomes asks requests endorses endorse".split())
_TRIM = " \t\n;:,.–—-"


class Clause(msgspec.Struct, frozen=True, gc=False):
    """One operative clause, ``text[start:end]``, with the letter or number it was given."""

    start: int
    end: int
    label: str | None = None


class Found(msgspec.Struct, frozen=True, gc=False):
    """A clause that a rule found in a block; ``default`` is what it does where it names no action.

    ``addressee`` is whom the words before its list address.
    """

    clause: Clause
    rule: str
    confidence: float
    block: int
    default: Action = "agree"
    addressee: str | None = None


LONGEST_RESOLUTION = 6_000
"""What is longer, in characters, is cut sentence by sentence."""


def cut(text: str, start: int, end: int, *, label: str | None = None) -> Iterator[Clause]:
    """The clauses of ``text[start:end]``, each with its own letter or number, or else ``label``."""
    if end - start > LONGEST_RESOLUTION:
        for low, high in sentences(text, start, end):
            yield from cut(text, low, high, label=label)
        return
    labels = list(_INLINE_LABEL.finditer(text, start, end)) if _MAY_LABEL.search(text, start, end) else []
    if len(labels) >= 2 and _in_order([m.group("label") for m in labels]):
        head = text[start : labels[0].start()].strip(_TRIM)
        if len(head.split()) > 5 and not text[start : labels[0].start()].rstrip().endswith(":"):
            yield from cut(text, start, labels[0].start(), label=label)
        bounds = [*[m.start() for m in labels[1:]], end]
        for match, stop in zip(labels, bounds, strict=True):
            yield from cut(text, match.end(), stop, label=match.group("label"))
        return
    at = start
    for stop, resume in _cuts(text, start, end):
        yield from _clause(text, at, stop, label)
        at = resume
    yield from _clause(text, at, end, label)


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    words = text[start:end]
    for pattern, needed in _CUTS:
        if not has_any(words, needed):
            continue
        for match in pattern.finditer(text, start, end):
            before, after = text[start : match.start()], text[match.end() : end]
            if len(before.split()) < 3 or len(after.split()) < 3:
                continue
            if pattern is _AND_VERB and not _adds_action(before, after):
                continue
            if pattern is _AND_SHOULD and "should" not in before:
                continue
            found.append(match.span())
    found.sort()
    kept: list[tuple[int, int]] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _adds_action(before: str, after: str) -> bool:
    """Whether a verb after "and" is a new action of the body, not the second of a pair ("accepted and confirmed")."""
    word = after.split()[0].lower()
    if word in ("to", "also", "further"):
        word = after.split()[1].lower()
    last = before.split()[-1].lower().strip(",")
    if last.endswith("ed") and word.endswith("ed"):
        return False
    if word.endswith("ed"):
        return not _BEING_DONE.search(before)
    return word in _OWN_ACTIONS or not _ASKING.search(before)


def _clause(text: str, start: int, end: int, label: str | None) -> Iterator[Clause]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    words = text[start:end]
    if words.endswith((" and", " or")):
        end -= len(words) - len(words.rsplit(None, 1)[0])
    if end - start >= 8 and len(text[start:end].split()) >= 3:
        yield Clause(start, end, label)


def _in_order(labels: list[str]) -> bool:
    """Whether labels are the beginning of a list."""
    return labels[0].lower() in ("a", "i", "1") and len(set(labels)) == len(labels)
