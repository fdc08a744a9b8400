"""The rows of a plan's workbook: actions with all that stands beside them, and what is wrong with a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from arising.register.improvement.workbooks.columns import BY_KEY, LINES, MILESTONES, NOTHING, key
from arising.register.improvement.workbooks.dates import NEVER, When, when
from arising.register.improvement.workbooks.reading import Cells, Table, Workbook
from arising.register.programme.tracker.uploaded import Formula, TooLong

Layout = dict[str, dict[str, Any]]
"""By the title of each sheet: ``take``, whether it is read, and ``roles``, what each column holds."""
_NAMED = re.compile(
    r"(?:(?:priority|theme|objective|area|workstream|section|outcome|strand)\s+)?"
    r"(?:(?P<reference>[A-Z]{0,3}\d{1,3}(?:\.\d{1,2})?)(?:\s*[:.)–—-]\s*|\s+)|(?P<letter>[A-Z])\s*[:.)–—-]\s*)"
    r"(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\s*£?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*%?\s*\Z")
_CALLED = re.compile(r"(?:priority|theme|objective|workstream|strand)\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-•*·▪]|\d{1,2}[.)]|\(?[a-z]\))\s+")


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone as a workbook has it."""

    title: str
    first_due: date | None = None
    due: date | None = None
    reached_on: date | None = None


@dataclass(frozen=True)
class MeasureRow:
    """A measure as a workbook has it; ``kind``, ``indicator`` and ``variant`` in one that the register gave out."""

    title: str
    baseline: str = ""
    goal: str = ""
    kind: str = ""
    indicator: str = ""
    variant: str = ""
    baseline_on: date | None = None
    goal_by: date | None = None
    words: str = ""

    @property
    def written(self) -> str:
        """Baseline and goal as a council's workbook has them, to be kept as words."""
        told = [f"baseline {self.baseline}" if self.baseline else "", f"goal {self.goal}" if self.goal else ""]
        return self.words or ("" if self.kind else ", ".join(filter(None, told)))


@dataclass(frozen=True)
class PlanRow:
    """An action as a workbook has it. ``sheet`` and ``number`` say where it stands."""

    sheet: str
    number: int
    title: str
    reference: str = ""
    was: str = ""
    priority_reference: str = ""
    priority: str = ""
    outcome: str = ""
    phase: str = ""
    owner: str = ""
    starts_on: date | None = None
    first_due: date | None = None
    due: When = NEVER
    state: str = ""
    done_on: date | None = None
    progress: str = ""
    updated_on: date | None = None
    milestones: tuple[MilestoneRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    evidence: str = ""

    @property
    def where(self) -> str:
        """ "Plan, row 7"."""
        return f"{self.sheet}, row {self.number}"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row, by row and column, and what to do. ``reference`` is its action's, if it has one."""

    sheet: str
    number: int
    column: str
    line: str
    reference: str = ""

    @property
    def words(self) -> str:
        """ "Plan, row 7, due: a formula stands there. Write what it comes to."."""
        return f"{self.sheet}, row {self.number}, {self.column.lower()}: {self.line.rstrip('.')}."


@dataclass(frozen=True)
class Read:
    """What a workbook holds. ``left`` are the titles of columns that are not taken, ``priority_measures`` the measures
    of whole priorities, by the reference of each."""

    rows: tuple[PlanRow, ...]
    faults: tuple[Fault, ...]
    words: Counter[str]
    left: tuple[str, ...]
    priority_measures: dict[str, tuple[MeasureRow, ...]] = field(default_factory=dict)


class _Wrong(Exception):
    def __init__(self, role: str, line: str) -> None:
        self.role, self.line = role, line


@dataclass
class _Under:
    """The priority that rows stand under, from a heading across the sheet, a merged cell, or the name of the sheet."""

    reference: str = ""
    title: str = ""
    outcome: str = ""


def layout_seems(book: Workbook) -> Layout:
    """What each column of each sheet seems to hold."""
    return {each.sheet: {"take": each.is_shown, "roles": list(each.seems)} for each in book.tables}


def rows(book: Workbook, layout: Layout) -> Read:
    """The rows of the sheets that are taken, by what their columns are said to hold."""
    found: list[PlanRow] = []
    faults: list[Fault] = []
    left: dict[str, None] = {}
    for table in book.tables:
        told = layout.get(table.sheet, {})
        if not told.get("take"):
            continue
        roles = [*told.get("roles", ()), *[NOTHING] * len(table.titles)][: len(table.titles)]
        left |= {title: None for title, role in zip(table.titles, roles, strict=True) if title and role == NOTHING}
        for one in _of_table(table, roles):
            (faults if isinstance(one, Fault) else found).append(one)  # type: ignore[arg-type]
    found, twice = _once(found)
    found, measures = _with_further(found, book, faults)
    words = Counter(row.state for row in found if row.state)
    return Read(tuple(found), (*faults, *twice), words, tuple(left), measures)


def named(words: str) -> tuple[str, str]:
    """The reference and the title of a priority: "Priority 2: A stable workforce" is 2 and A stable workforce."""
    found = _NAMED.fullmatch(" ".join(words.split()))
    return (found["reference"] or found["letter"], found["title"].strip()) if found else ("", " ".join(words.split()))


def _of_table(table: Table, roles: list[str]) -> Iterator[PlanRow | Fault]:
    under = _under(table)
    last: PlanRow | None = None
    for number, cells in table.rows:
        if tuple(map(key, cells)) == tuple(map(key, table.titles)):
            continue
        told = {role: cells[at] for at, role in enumerate(roles) if role != NOTHING and at < len(cells)}
        told = {role: cell for role, cell in told.items() if cell not in (None, "")}
        if heading := _heading(cells, told):
            _take_heading(under, heading)
            continue
        if not told:
            continue
        try:
            _of_values(told)
            _fill_down(under, told)
            if "title" not in told:
                if last is not None and set(told) <= LINES:
                    last = _goes_on(last, told)
                    continue
                if set(told) <= {"priority", "priority_reference", "outcome", "phase"}:
                    continue
                raise _Wrong("title", "No action stands there. Say what will be done, or take the row out")
            if last is not None:
                yield last
            last = _row(table.sheet, number, told, under)
        except _Wrong as wrong:
            if last is not None:
                yield last
            last = None
            cell = told.get("reference")
            reference = "" if isinstance(cell, Formula | TooLong) else _text(cell)
            yield Fault(table.sheet, number, BY_KEY[wrong.role].title, wrong.line, reference)
    if last is not None:
        yield last


def number_in(words: str) -> float | None:
    """The number that a baseline or a goal is; None where its words are more, or other, than a number."""
    found = _NUMBER.match(words)
    return float(found[1].replace(",", "")) if found else None


def _under(table: Table) -> _Under:
    """What stands above the titles, or the name of the sheet, where it names a priority."""
    for words in (*reversed(table.above), table.sheet):
        if _CALLED.match(words.strip()):
            reference, title = named(words)
            if not reference and (found := re.fullmatch(r"\w+\s+([A-Z]?\d{1,2})", words.strip())):
                return _Under(found[1], words.strip())
            return _Under(reference, title)
    return _Under()


def _heading(cells: Cells, told: Mapping[str, Any]) -> str:
    """The words of a heading that stands across the sheet and is all that its row says; "" for a row that is none."""
    texts = list(dict.fromkeys(str(cell).strip() for cell in cells if cell not in (None, "")))
    if len(texts) != 1 or not re.search(r"[^\W\d]", texts[0]):
        return ""
    if set(told) & (LINES | {"priority"}):
        return ""
    # under the title of the actions it may be an action of which nothing more is known
    return texts[0] if "title" not in told or _CALLED.match(texts[0]) else ""


def _take_heading(under: _Under, words: str) -> None:
    if found := re.match(r"(?:desired |intended )?outcomes?(?: wanted)?\s*:\s*(.+)", words, re.IGNORECASE | re.DOTALL):
        under.outcome = found[1].strip()
        return
    under.reference, under.title = named(words)
    under.outcome = ""


def _fill_down(under: _Under, told: Mapping[str, Any]) -> None:
    """A merged cell says something of every row beside it, and stands in the first."""
    before = (under.reference, under.title)
    if "priority" in told:
        whole = _text(told["priority"])
        under.reference, under.title = ("", whole) if "priority_reference" in told else named(whole)
    if "priority_reference" in told:
        under.reference = _text(told["priority_reference"])
    if (under.reference, under.title) != before:
        under.outcome = ""
    if "outcome" in told:
        under.outcome = _text(told["outcome"])


def _of_values(told: Mapping[str, Any]) -> None:
    for role, cell in told.items():
        if isinstance(cell, Formula):
            raise _Wrong(role, "A formula stands there. Write what it comes to")
        if isinstance(cell, TooLong):
            raise _Wrong(role, "It is longer than a cell can be. Shorten it")


def _row(sheet: str, number: int, told: Mapping[str, Any], under: _Under) -> PlanRow:
    reference = _text(told.get("reference", ""))
    for role, text in (("reference", reference), ("was", _text(told.get("was", "")))):
        if len(text) > 20:
            raise _Wrong(role, f"“{text[:40]}” is too long for a reference: at most 20 characters")
    if len(under.reference) > 20:
        raise _Wrong("priority_reference", f"“{under.reference[:40]}” is too long: at most 20 characters")
    return PlanRow(
        sheet=sheet, number=number, reference=reference, was=_text(told.get("was", "")),
        priority_reference=under.reference, priority=under.title[:500], outcome=under.outcome,
        phase=_text(told.get("phase", ""))[:200], title=_text(told["title"])[:5000],
        owner=_text(told.get("owner", ""))[:300],
        starts_on=when(told.get("starts_on"), ends=False).day, first_due=when(told.get("first_due")).day,
        due=when(told.get("due")), state=_text(told.get("state", ""))[:100], done_on=_day(told, "done_on"),
        progress=_text(told.get("progress", "")), updated_on=_day(told, "updated_on"),
        milestones=tuple(MilestoneRow(each) for each in _lines(told.get("milestones"))),
        measures=tuple(_measures(told)), evidence=_text(told.get("evidence", "")),
    )  # fmt: skip


def _goes_on(row: PlanRow, told: Mapping[str, Any]) -> PlanRow:
    """A row with what stands in the next one, where that names no action of its own."""
    return replace(
        row,
        milestones=(*row.milestones, *(MilestoneRow(each) for each in _lines(told.get("milestones")))),
        measures=(*row.measures, *_measures(told)),
        progress="\n".join(filter(None, (row.progress, _text(told.get("progress", ""))))),
        evidence="\n".join(filter(None, (row.evidence, _text(told.get("evidence", ""))))),
    )


def _measures(told: Mapping[str, Any]) -> Iterator[MeasureRow]:
    titles = _lines(told.get("measure"))
    baseline, goal = _text(told.get("baseline", "")), _text(told.get("goal", ""))
    if not titles and (baseline or goal) and "title" in told:
        titles = [_text(told["title"])[:120]]
    for title in titles:
        # baseline and goal stand once beside several measures: they are those of all only where there is one
        yield MeasureRow(title[:500], *((baseline[:200], goal[:200]) if len(titles) == 1 else ("", "")))


def _once(found: list[PlanRow]) -> tuple[list[PlanRow], list[Fault]]:
    """The rows, each reference once. The second of a reference is told of."""
    met: dict[str, PlanRow] = {}
    kept, faults = [], []
    for row in found:
        known = met.get(row.reference.casefold()) if row.reference else None
        if known is not None:
            line = f"{row.reference} stands in {known.where} already. Give one of the two another reference"
            faults.append(Fault(row.sheet, row.number, BY_KEY["reference"].title, line))
            continue
        met[row.reference.casefold()] = row
        kept.append(row)
    return kept, faults


def _with_further(
    found: list[PlanRow], book: Workbook, faults: list[Fault]
) -> tuple[list[PlanRow], dict[str, tuple[MeasureRow, ...]]]:
    """The rows with the milestones and measures that stand in sheets of their own."""
    milestones: dict[str, list[MilestoneRow]] = {}
    measures: dict[str, list[MeasureRow]] = {}
    whole: dict[str, list[MeasureRow]] = {}
    for title, table in book.further.items():
        for number, cells in table.rows:
            values = [*cells, *[None] * len(table.titles)]
            if any(isinstance(cell, Formula | TooLong) for cell in cells):
                faults.append(Fault(table.sheet, number, title, "A formula stands there. Write what it comes to"))
            elif table.titles == MILESTONES:
                reference, words = _text(values[0]), _text(values[1])[:500]
                days = (when(cell).day for cell in values[2:5])
                milestones.setdefault(reference, []).append(MilestoneRow(words, *days))
            else:
                one = _measure_row(values)
                into = measures if _text(values[1]) else whole
                into.setdefault(_text(values[1]) or _text(values[0]), []).append(one)
    rows = [
        replace(
            row,
            milestones=(*row.milestones, *milestones.get(row.reference, ())),
            measures=(*row.measures, *measures.get(row.reference, ())),
        )
        for row in found
    ]
    return rows, {reference: tuple(those) for reference, those in whole.items()}


def _measure_row(values: list[Any]) -> MeasureRow:
    _, _, title, kind, indicator, variant, baseline, since, goal, by, words = values[:11]
    return MeasureRow(
        _text(title)[:500], _text(baseline), _text(goal), _text(kind), _text(indicator), _text(variant),
        when(since).day, when(by).day, _text(words)[:500],
    )  # fmt: skip


def _day(told: Mapping[str, Any], role: str) -> date | None:
    return when(told.get(role)).day


def _lines(cell: object) -> list[str]:
    """The lines of a cell, without what numbers or bullets them."""
    lines = (_BULLET.sub("", line).strip() for line in _text(cell).split("\n"))
    return [line for line in lines if line]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return f"{day.day} {day:%B %Y}"
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return str(cell).strip()
