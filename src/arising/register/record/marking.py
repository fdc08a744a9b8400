"""Marks in a text: every finding's words wrapped where they stand, and not a character lost or doubled.

Findings nest and overlap. ``pieces`` turns them into properly nested openings and closings; a mark that crosses
another is closed and opened again. ``MarkedText.words`` writes them as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from arising.register.bodies.withheld import shown


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as the text shows it.

    ``key`` is its fragment on the page, ``kind`` gives its look, ``label`` names it in words ("Undertaking 2").
    """

    key: str
    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Opens:
    """A mark begins here, or goes on here after another had to end first."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Closes:
    """A mark ends here, or stops here to go on in the next piece."""

    mark: Mark
    at: int


Piece = Opens | Closes | str


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """``text[start:end]`` cut at every edge of every mark, with openings and closings that nest."""
    waiting = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (max(mark.start, start), -mark.end, mark.key),
        reverse=True,
    )
    open_now: list[Mark] = []
    at = start
    while at < end:
        interrupted: list[Mark] = []
        while any(mark.end <= at for mark in open_now):
            mark = open_now.pop()
            yield Closes(mark, at)
            if mark.end > at:
                interrupted.append(mark)
        while waiting and waiting[-1].start <= at:
            interrupted.append(waiting.pop())
        for mark in sorted(interrupted, key=lambda mark: (-mark.end, mark.key)):
            open_now.append(mark)
            yield Opens(mark)
        edges = [mark.end for mark in open_now] + ([waiting[-1].start] if waiting else [])
        until = min([end, *edges])
        yield text[at:until]
        at = until
    for mark in reversed(open_now):
        yield Closes(mark, end)


class MarkedText:
    """One document's text with its marks.

    Ask for stretches in reading order: the first piece of a mark is the target of links to it. ``shown`` holds
    the keys of the marks that have been written.
    """

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=attrgetter("start"))
        self.shown: set[str] = set()

    def words(self, start: int, end: int) -> SafeString:
        """``text[start:end]`` as HTML. Without its tags it is the text again, character by character."""
        inside = [mark for mark in self._marks if mark.start < end and mark.end > start]
        return mark_safe("".join(self._html(piece) for piece in pieces(self._text, start, end, inside)))  # noqa: S308

    def _html(self, piece: Piece) -> str:
        match piece:
            case Opens(mark):
                return self._opening(mark)
            case Closes(mark, at):
                # read out, not shown: where the words of a finding end
                last = at >= mark.end
                return format_html('<i class="mark-end" data-label="{}"></i></mark>', mark.label) if last else "</mark>"
            case words:
                return escape(shown(words))

    def _opening(self, mark: Mark) -> str:
        if mark.key in self.shown:
            return format_html('<mark class="mark mark--{} mark--continued">', mark.kind)
        self.shown.add(mark.key)
        return format_html(
            '<mark class="mark mark--{}" id="{}">'
            '<a class="mark-label" href="#entry-{}" aria-label="{}: see its entry" data-label="{}"></a>',
            mark.kind, mark.key, mark.key, mark.label, mark.label,
        )  # fmt: skip
