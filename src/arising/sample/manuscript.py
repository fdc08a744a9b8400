"""The form in which the sample minutes are authored: TOML between ``+++`` lines, then items in a small Markdown.

    # 5. Title of an item          ## Minutes (a part of it)
    - a bullet                     (1) or (a) an entry with its marker
    | a table | row |              **bold**

Anything else is a paragraph. A blank line, or a line that begins one of these, ends the block before it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

MANUSCRIPTS = Path(__file__).parent / "manuscripts"
REPORTS = Path(__file__).parent / "journey" / "reports"

_ITEM = re.compile(r"# (?:(?P<number>\d+)\. )?(?P<title>.+)")
_PART = re.compile(r"## (?P<label>.+)")
_ENTRY = re.compile(r"\((?P<marker>\d+|[a-z])\) (?P<words>.+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class LineKind(StrEnum):
    """What a line of a manuscript becomes."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ENTRY = "entry"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, bullet, marked entry or table row. ``marker`` is the "1" of "(1)"."""

    kind: LineKind
    words: str
    marker: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row."""
        return tuple(cell.strip() for cell in self.words.strip("|").split("|"))

    @property
    def runs(self) -> list[tuple[str, bool]]:
        """The words in runs, each with whether it is bold."""
        return [(run, at % 2 == 1) for at, run in enumerate(_BOLD.split(self.words)) if run]

    @property
    def plain(self) -> str:
        """The words without the marks of bold type."""
        return _BOLD.sub(r"\1", self.words)


@dataclass(slots=True)
class Part:
    """A part of an item: its agenda text, minutes, decision or papers. The label is empty where none is given."""

    label: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """One agenda item. ``number`` is empty for a closing section such as an action log."""

    number: str
    title: str
    parts: list[Part] = field(default_factory=list)

    def part(self, label: str) -> Part | None:
        """The part with this label, or None."""
        return next((part for part in self.parts if part.label == label), None)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One authored document. ``details`` is all that stands between the ``+++`` lines."""

    path: Path
    details: dict[str, Any]
    preamble: tuple[Line, ...]
    items: tuple[Item, ...]

    @property
    def file(self) -> str:
        """The name of the file that is made from it."""
        return str(self.details["file"])

    @property
    def layout(self) -> str:
        """Which layout sets it."""
        return str(self.details["layout"])

    @property
    def body(self) -> str:
        """The body whose meeting it records."""
        return str(self.details["body"])

    @property
    def date(self) -> date:
        """The day of the meeting."""
        day = self.details["date"]
        assert isinstance(day, date)
        return day

    @property
    def visible_from(self) -> datetime | None:
        """The moment before which nobody outside may see it, or None."""
        moment = self.details.get("visible_from")
        assert moment is None or isinstance(moment, datetime)
        return moment

    def text(self, key: str) -> str:
        """A detail that is one line of text, empty where it is not given."""
        return str(self.details.get(key, ""))

    def names(self, key: str) -> list[str]:
        """A detail that is a list of names."""
        return [str(name) for name in self.details.get(key, [])]


def manuscripts() -> list[Manuscript]:
    """Every manuscript, in order of date."""
    return [read_manuscript(path) for path in sorted(MANUSCRIPTS.glob("*.md"))]


def reports() -> list[Manuscript]:
    """Every manuscript of an inspection report, in order of date."""
    return [read_manuscript(path) for path in sorted(REPORTS.glob("*.md"))]


def read_manuscript(path: Path) -> Manuscript:
    """Read one manuscript.

    Raises ``ValueError`` where the ``+++`` lines are missing, and ``tomllib.TOMLDecodeError`` where what stands
    between them is no TOML.
    """
    _, mark, rest = path.read_text(encoding="utf-8").partition("+++\n")
    front, end, content = rest.partition("\n+++\n")
    if not mark or not end:
        raise ValueError(f"{path.name}: the details between two lines of +++ are missing")
    preamble, items = _items(content)
    return Manuscript(path, tomllib.loads(front), tuple(preamble), tuple(items))


def _items(content: str) -> tuple[list[Line], list[Item]]:
    preamble: list[Line] = []
    items: list[Item] = []
    for raw in filter(None, map(str.strip, content.splitlines())):
        if item := _ITEM.fullmatch(raw):
            items.append(Item(item["number"] or "", item["title"]))
        elif part := _PART.fullmatch(raw):
            items[-1].parts.append(Part(part["label"]))
        elif not items:
            preamble.append(_line(raw))
        else:
            if not items[-1].parts:
                items[-1].parts.append(Part(""))
            items[-1].parts[-1].lines.append(_line(raw))
    return preamble, items


def _line(raw: str) -> Line:
    if raw.startswith("- "):
        return Line(LineKind.BULLET, raw[2:])
    if raw.startswith("|"):
        return Line(LineKind.ROW, raw)
    if entry := _ENTRY.fullmatch(raw):
        return Line(LineKind.ENTRY, entry["words"], entry["marker"])
    return Line(LineKind.PARAGRAPH, raw)
