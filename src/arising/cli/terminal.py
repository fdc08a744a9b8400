"""What is said to the person at the keyboard: on standard error, so that results can be piped on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

FEW = 3
"""Up to so many files nobody needs a progress bar."""

T = TypeVar("T")

_console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def say(line: str) -> None:
    """One line, as it is: nothing in it is mark-up, and it is not wrapped."""
    _console.print(line)


def watched(things: Iterable[T], total: int, doing: str) -> Iterator[T]:
    """The things one by one, with a progress bar where there are more than a few and a terminal to draw it on."""
    if total <= FEW or not _console.is_terminal:
        yield from things
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console, transient=True) as progress:
        yield from progress.track(things, total=total, description=doing)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its word: "1 file", "2 files"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
