"""A plan as a workbook that ``read`` takes in again as it was, and an empty one to fill in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from arising.measures.forecast.plan import Plan
from arising.measures.forecast.workbook.cells import steps
from arising.measures.forecast.workbook.layout import ABOUT, SHEETS, Column, Kind
from arising.measures.forecast.years import Year, told

_GIVEN_ROWS = 60
"""So many rows of an empty sheet are made ready."""
_FORMATS = {Kind.PERCENT: "0.00%", Kind.POUNDS: "#,##0;-#,##0", Kind.DAY: "d mmmm yyyy", Kind.NUMBER: "General"}

Row = dict[str, Any]


def template(*, first: Year = 2024, years: int = 5) -> bytes:
    """An empty workbook with its titles, and a line at each that says what it holds."""
    return _workbook({}, {name: [] for name in SHEETS if name != "about"}, list(range(first, first + years)), "")


def written(plan: Plan) -> bytes:
    """A plan as a workbook."""
    stated = plan.uncertainty
    about: Row = {
        "council": plan.council,
        "title": plan.title,
        "made_on": plan.made_on,
        "made_by": plan.made_by,
        "first": told(plan.first),
        "years": plan.years,
        "opening": plan.opening,
        "funding_growth": plan.funding_growth,
        "growth": stated.growth,
        "inflation": stated.inflation,
        "funding": stated.funding,
    }
    rows: dict[str, list[Row]] = {
        "cohorts": [vars(one) | {"growth_in": dict(one.growth_in)} for one in plan.cohorts],
        "funding": [vars(one) | {"year": told(one.year)} for one in plan.funding],
        "mitigations": [
            vars(one)
            | {
                "starts": told(one.starts),
                "ends": None if one.ends is None else told(one.ends),
                "ramp": _ramp(one.ramp),
                "delivered": dict(one.delivered),
            }
            for one in plan.mitigations
        ],
        "outturn": [vars(one) | {"year": told(one.year)} for one in plan.outturns],
    }
    return _workbook(about, rows, [], plan.title or plan.council)


def _ramp(shares: Sequence[Decimal]) -> int | str:
    if tuple(shares) == steps(Decimal(len(shares))):
        return len(shares)
    return ", ".join(f"{(100 * share).normalize():f}%" for share in shares)


def _workbook(about: Row, rows: dict[str, list[Row]], years: Sequence[Year], title: str) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title or "High-needs plan", "author": "Matters Arising"})
        looks = {kind: book.add_format({"num_format": form, "valign": "top"}) for kind, form in _FORMATS.items()}
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        note = book.add_format({"font_color": "#505a5f", "text_wrap": True, "valign": "top"})
        _about(book.add_worksheet("about"), about, looks, head, note)
        for name, of in rows.items():
            _table(book.add_worksheet(name), _columns(SHEETS[name], of, years), of, looks, head)
    return out.getvalue()


def _about(sheet: Any, about: Row, looks: dict[Kind, Any], head: Any, note: Any) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 70)
    for at, column in enumerate(ABOUT):
        sheet.write_string(at, 0, column.title, head)
        _put(sheet, at, 1, about.get(column.name), looks.get(column.kind))
        sheet.write_string(at, 2, f"{column.holds}{'' if column.needed else ' (may be empty)'}", note)


def _columns(columns: Iterable[Column], rows: Sequence[Row], years: Sequence[Year]) -> list[tuple[Column, Year | None]]:
    """The columns that are written: one told by the year once for each year that has anything."""
    found: list[tuple[Column, Year | None]] = []
    for column in columns:
        if not column.by_year:
            found.append((column, None))
            continue
        of = sorted({year for row in rows for year in row.get(column.name, {})}) or list(years[1:])
        found += [(column, year) for year in of]
    return found


def _table(
    sheet: Any, columns: Sequence[tuple[Column, Year | None]], rows: Sequence[Row], looks: dict[Kind, Any], head: Any
) -> None:
    sheet.freeze_panes(1, 0)
    for at, (column, year) in enumerate(columns):
        sheet.set_column(at, at, 30 if column.kind is Kind.WORDS else 16, looks.get(column.kind))
        sheet.write_string(0, at, column.title if year is None else f"{column.title} {told(year)}", head)
        told_at_cell = {"input_title": column.title[:32], "input_message": column.holds[:255], "ignore_blank": True}
        sheet.data_validation(1, at, max(len(rows), _GIVEN_ROWS), at, {"validate": "any", **told_at_cell})
    for number, row in enumerate(rows, start=1):
        for at, (column, year) in enumerate(columns):
            value = row[column.name] if year is None else row[column.name].get(year)
            _put(sheet, number, at, value, looks.get(column.kind))


def _put(sheet: Any, row: int, at: int, value: Any, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, at, value, look)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, at, float(value), look)
    else:
        sheet.write_string(row, at, str(value), look)
