"""How far two graders agree beyond what chance would give: Cohen's kappa.

Kappa of a table of counts (Cohen 1960), weighted for ordered grades (Cohen 1968), with the standard error of Fleiss,
Cohen and Everitt (Psychological Bulletin 72, 323–327, 1969). The words for it follow Landis and Koch (Biometrics 33,
159–174, 1977). It depends on how common the grades are: where nearly all files have one grade it is low though the
graders nearly always agree, so the share of agreement always stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from arising.measures.statistics.intervals import LEVEL, deviate

Weights = Literal["none", "linear", "quadratic"]
"""What a disagreement counts: all alike, by how many grades it is apart, or by the square of that."""

COMMON = 0.7
"""From this share of one grade on, kappa is told with a warning of its own."""
FEW = 30
"""With fewer files than this the interval is rough."""

_WORDS = (
    (0.80, "almost complete agreement"),
    (0.60, "substantial agreement"),
    (0.40, "moderate agreement"),
    (0.20, "fair agreement"),
    (0.00, "slight agreement"),
)


@dataclass(frozen=True)
class Kappa:
    """How far two graders agree.

    ``value`` is None where it is not defined, and ``why`` says the reason. ``lower`` and ``upper`` are None where no
    interval can be worked out. ``agreed`` of ``files`` had the same grade from both; ``commonest`` is the share of the
    grade that was given most.
    """

    value: float | None
    why: str
    error: float | None
    lower: float | None
    upper: float | None
    agreed: int
    files: int
    commonest: float
    weights: Weights = "none"
    level: float = LEVEL

    @property
    def words(self) -> str:
        """What the figure is called; empty where there is none."""
        if self.value is None:
            return ""
        return next((words for over, words in _WORDS if self.value > over), "no more agreement than chance gives")

    @property
    def cautions(self) -> tuple[str, ...]:
        """What a reader must know before the figure is believed."""
        found = []
        if self.value is not None and self.commonest >= COMMON:
            found.append(
                f"One grade makes up {self.commonest:.0%} of all that were given. Kappa is then low even where graders"
                " nearly always agree: look at the share of agreement too."
            )
        if 0 < self.files < FEW:
            found.append(f"It rests on {self.files} files, so it is a rough guide.")
        return tuple(found)

    def __str__(self) -> str:
        """What to say of it, in one or two sentences."""
        if not self.files:
            return self.why
        same = f"Both gave the same grade to {self.agreed} of {self.files} files ({self.agreed / self.files:.0%})."
        if self.value is None:
            return f"{same} {self.why}"
        between = ""
        if self.lower is not None and self.upper is not None:
            between = f" ({self.level:.0%} interval {_plain(self.lower)} to {_plain(self.upper)})"
        return f"{same} Kappa is {_plain(self.value)}{between}: {self.words}."


def kappa(table: Sequence[Sequence[int]], *, weights: Weights = "none", level: float = LEVEL) -> Kappa:
    """Cohen's kappa of a square table of counts: a row for each grade of the one, a column for each of the other.

    Args:
        table: counts of files, the grades of rows and columns in the same order; for weights in their own order.
        weights: what a disagreement counts.
        level: of the interval.

    Raises:
        ValueError: the table is not square, has less than two grades, or holds a count below 0.
    """
    size = len(table)
    if size < 2 or any(len(row) != size for row in table):
        raise ValueError("Agreement needs a square table of two grades at least.")
    if any(count < 0 for row in table for count in row):
        raise ValueError("A count cannot be below 0.")
    files = sum(map(sum, table))
    agreed = sum(table[at][at] for at in range(size))
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    commonest = max(map(sum, zip(rows, columns, strict=True))) / (2 * files) if files else 0.0

    def undefined(why: str) -> Kappa:
        return Kappa(None, why, None, None, None, agreed, files, commonest, weights, level)

    if not files:
        return undefined("No file was graded twice, so nothing can be said of agreement.")
    weight = _weights(size, weights)
    observed = sum(weight[i][j] * table[i][j] for i in range(size) for j in range(size)) / files
    expected = sum(weight[i][j] * rows[i] * columns[j] for i in range(size) for j in range(size)) / files**2
    if max(map(max, rows, columns)) == files and agreed == files:
        return undefined("All files had one and the same grade, so kappa is not defined: chance alone would give that.")
    value = (observed - expected) / (1 - expected)
    error = _error(table, weight, observed, expected)
    if not error:
        return Kappa(value, "", None, None, None, agreed, files, commonest, weights, level)
    half = deviate(level) * error
    return Kappa(
        value, "", error, max(-1.0, value - half), min(1.0, value + half), agreed, files, commonest, weights, level
    )


def kappa_of_pairs(
    pairs: Iterable[tuple[str, str]], grades: Sequence[str], *, weights: Weights = "none", level: float = LEVEL
) -> Kappa:
    """The same from pairs, the grades of one file each. ``grades`` are all there are, in their order.

    Raises:
        ValueError: a pair holds what is none of the grades; or as ``kappa``.
    """
    places = {grade: at for at, grade in enumerate(grades)}
    table = [[0] * len(places) for _ in places]
    for one, other in pairs:
        for grade in (one, other):
            if grade not in places:
                raise ValueError(f"“{grade}” is none of the grades: {', '.join(grades)}.")
        table[places[one]][places[other]] += 1
    return kappa(table, weights=weights, level=level)


def _weights(size: int, weights: Weights) -> list[list[float]]:
    """What each cell counts as agreement, from 0 to 1."""
    power = {"none": 0, "linear": 1, "quadratic": 2}[weights]
    return [
        [1.0 if i == j else 1 - (abs(i - j) / (size - 1)) ** power for j in range(size)] for i in range(size)
    ]  # fmt: skip


def _error(table: Sequence[Sequence[int]], weight: list[list[float]], observed: float, expected: float) -> float:
    """The standard error of kappa where agreement is not by chance (Fleiss, Cohen and Everitt 1969, formula 8)."""
    size, files = len(table), sum(map(sum, table))
    rows = [sum(row) / files for row in table]
    columns = [sum(column) / files for column in zip(*table, strict=True)]
    of_row = [sum(columns[j] * weight[i][j] for j in range(size)) for i in range(size)]
    of_column = [sum(rows[i] * weight[i][j] for i in range(size)) for j in range(size)]
    spread = sum(
        table[i][j] / files * (weight[i][j] * (1 - expected) - (of_row[i] + of_column[j]) * (1 - observed)) ** 2
        for i in range(size)
        for j in range(size)
    )
    variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (files * (1 - expected) ** 4)
    return sqrt(variance) if variance > 1e-15 else 0.0


def _plain(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")
