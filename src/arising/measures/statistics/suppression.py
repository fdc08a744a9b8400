"""Counts of groups that are too small to show, and of those that would give them away.

A count below the smallest that may be shown is kept back; so is one more where the total would tell it (secondary
suppression). A hidden count is a symbol and never a 0; a count of nobody is no secret, and stands unless it gives
others away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from arising.measures.values import Symbol

SMALLEST = 5
"""Groups of fewer people than this are not shown, unless a body says otherwise."""

HIDDEN = Symbol.SUPPRESSED

K = TypeVar("K")
R = TypeVar("R")
C = TypeVar("C")
Count = int | Symbol


@dataclass(frozen=True)
class Shown(Generic[K]):
    """Counts as they may be shown, each a number or the symbol for what is kept back; so is the total."""

    counts: Mapping[K, Count]
    total: Count

    @property
    def hidden(self) -> int:
        """How many counts are kept back."""
        return sum(count is HIDDEN for count in self.counts.values())


@dataclass(frozen=True)
class ShownTable(Generic[R, C]):
    """A table as it may be shown, with the totals of its rows and columns and of all."""

    cells: Mapping[tuple[R, C], Count]
    rows: Mapping[R, Count]
    columns: Mapping[C, Count]
    total: Count


def suppressed(counts: Mapping[K, int], *, smallest: int = SMALLEST) -> Shown[K]:
    """The counts of one line that may be shown, and their total.

    Where a count is kept back and the total would tell it, the next smallest is kept back too: at least two are, and
    together they are at least ``smallest``. Where there is no other to keep back, the total is.

    Raises:
        ValueError: a count is below 0.
    """
    _check(counts.values())
    total = sum(counts.values())
    hidden = {key for key, count in counts.items() if 0 < count < smallest}
    others = sorted((count, at) for at, count in enumerate(counts.values()) if count >= smallest)
    keys = list(counts)
    while hidden and not _is_safe([counts[key] for key in hidden], smallest) and others:
        hidden.add(keys[others.pop(0)[1]])
    safe = not hidden or _is_safe([counts[key] for key in hidden], smallest)
    shown: dict[K, Count] = {key: HIDDEN if key in hidden else count for key, count in counts.items()}
    return Shown(shown, total if safe and not 0 < total < smallest else HIDDEN)


def suppressed_table(cells: Mapping[tuple[R, C], int], *, smallest: int = SMALLEST) -> ShownTable[R, C]:
    """The cells of a table that may be shown, and the totals of its rows, of its columns and of all.

    Every row and column is a line of cells and their total; so are the totals themselves. A cell is told by the
    others where it is the only hidden one of a line, where the hidden ones of a line are too few people together,
    where it alone joins two parts of a net in which lines are the knots and hidden cells the strings, or where the
    lines one after the other leave one number for it. The smallest count beside such a cell is kept back, a 0 only
    where nothing else is left and a total only then, until no cell is told.

    What follows only from several lines taken together, by somebody who knows that no hidden count is 0, may remain: of
    hidden cells in small tables drawn at random that was one in 1,800.

    Raises:
        ValueError: a count is below 0.
    """
    _check(cells.values())
    counts = _with_totals(cells)
    hidden = {place for place, count in counts.items() if 0 < count < smallest}
    while (told := _told(counts, hidden, smallest)) is not None:
        hidden.add(told)
    shown: dict[_Place, Count] = {place: HIDDEN if place in hidden else count for place, count in counts.items()}
    return ShownTable(
        {(row, column): shown[row, column] for row, column in cells},
        {row: shown[row, _ALL] for row, _ in cells},
        {column: shown[_ALL, column] for _, column in cells},
        shown[_ALL, _ALL],
    )


def _check(counts: Iterable[int]) -> None:
    if any(count < 0 for count in counts):
        raise ValueError("A count cannot be below 0.")


def _is_safe(hidden: list[int], smallest: int) -> bool:
    """Whether the sum of hidden counts, which a total tells, tells none of them: each is at least 1."""
    return len(hidden) > 1 and sum(hidden) >= max(smallest, len(hidden) + 1)


class _All:
    """Stands for all rows, or all columns."""


_ALL = _All()
_Place = tuple[object, object]
_Line = tuple[int, object]
"""Whether it is a row (0) or a column (1), and its name."""


def _with_totals(cells: Mapping[tuple[R, C], int]) -> dict[_Place, int]:
    counts: dict[_Place, int] = dict(cells.items())
    for (row, column), count in cells.items():
        for total in ((row, _ALL), (_ALL, column), (_ALL, _ALL)):
            counts[total] = counts.get(total, 0) + count
    return counts


def _told(counts: Mapping[_Place, int], hidden: set[_Place], smallest: int) -> _Place | None:
    """What to keep back next so that a hidden cell is not told; None where none is, or nothing is left."""
    cells = [cell for cell in counts if cell in hidden]
    for cell in cells:
        for line in _lines(cell):
            if not _line_is_safe(counts, hidden, line, smallest) and (spare := _spare(counts, hidden, [line])):
                return spare
    for cell in cells:
        if not _is_joined(_lines(cell), hidden - {cell}) and (spare := _spare(counts, hidden, _lines(cell))):
            return spare
    between = _between(counts, hidden)
    for cell in cells:
        low, high = between[cell]
        if low == high and (spare := _spare(counts, hidden, _lines(cell))):
            return spare
    return None


def _between(counts: Mapping[_Place, int], hidden: set[_Place]) -> dict[_Place, tuple[int, int]]:
    """Between what a reader can tell each hidden count to lie, who knows that most of them are at least 1: what is
    left of the total of each line bounds its cells from both sides, again and again until nothing moves."""
    most = counts[_ALL, _ALL] * (10 if (_ALL, _ALL) in hidden else 1) + 1
    between = {place: (min(1, counts[place]), most) for place in hidden}
    lines = {line for place in hidden for line in _lines(place)}
    moved = True
    while moved:
        moved = False
        for line in lines:
            for place, bounds in _bounded_by(counts, between, line).items():
                low, high = max(bounds[0], between[place][0]), min(bounds[1], between[place][1])
                if (low, high) != between[place]:
                    between[place], moved = (low, high), True
    return between


def _bounded_by(
    counts: Mapping[_Place, int], between: Mapping[_Place, tuple[int, int]], line: _Line
) -> dict[_Place, tuple[int, int]]:
    """Between what the cells of a line and their total bound each of those that are hidden."""
    kind, name = line
    every = [place for place in counts if place[kind] == name]
    # what the cells add and the total takes away is nothing
    signs = {place: -1 if place[1 - kind] is _ALL else 1 for place in every}
    ends = {
        place: tuple(sorted(signs[place] * end for end in between.get(place, (counts[place], counts[place]))))
        for place in every
    }
    lowest, highest = sum(end[0] for end in ends.values()), sum(end[1] for end in ends.values())
    found = {}
    for place in every:
        if place in between:
            edges = (ends[place][0] - lowest, ends[place][1] - highest)
            low, high = sorted(signs[place] * edge for edge in edges)
            found[place] = (low, high)
    return found


def _lines(cell: _Place) -> tuple[_Line, _Line]:
    return (0, cell[0]), (1, cell[1])


def _line_is_safe(counts: Mapping[_Place, int], hidden: set[_Place], line: _Line, smallest: int) -> bool:
    of = [place for place in hidden if place[line[0]] == line[1]]
    if any(place[1 - line[0]] is _ALL for place in of):
        return len(of) > 1
    return _is_safe([counts[place] for place in of], smallest)


def _spare(counts: Mapping[_Place, int], hidden: set[_Place], lines: Iterable[_Line]) -> _Place | None:
    """The smallest count that is still shown in some lines; a 0 only where there is no other, and a total only then."""
    shown = [
        place
        for place, count in counts.items()
        if place not in hidden and any(place[kind] == name for kind, name in lines)
    ]

    def cost(place: _Place) -> tuple[int, bool, int]:
        return sum(name is _ALL for name in place), counts[place] == 0, counts[place]

    return min(shown, key=cost, default=None)


def _is_joined(lines: tuple[_Line, _Line], hidden: set[_Place]) -> bool:
    """Whether hidden cells lead from the first line to the other."""
    start, goal = lines
    seen, waiting = {start}, [start]
    while waiting:
        kind, name = waiting.pop()
        beyond = {(1 - kind, place[1 - kind]) for place in hidden if place[kind] == name} - seen
        seen |= beyond
        waiting += beyond
    return goal in seen
