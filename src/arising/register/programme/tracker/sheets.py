"""A tracker as an Excel workbook and as CSV, with the same cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.tracker.cells import FIRST_YEAR, LAST_YEAR, LONGEST, fitting, neutralised
from arising.register.programme.tracker.columns import COLUMNS, Column, Fills, Kind, Tracker, Value
from arising.register.programme.tracker.rows import TYPES

SHEET, GUIDE = "Tracker", "How to fill it in"
NEW_ROWS = 100
"""So many empty rows below the last are made ready for what a clerk adds."""
_DARK, _YELLOW, _GREY = "#173b4f", "#ffdd00", "#eceff1"


def comma_separated(tracker: Tracker) -> bytes:
    """The tracker as CSV in UTF-8, days as 2026-12-04."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.title for column in COLUMNS])
    for row in tracker.rows:
        writer.writerow([_written(row.get(column.name)) for column in COLUMNS])
    # the mark by which spreadsheets know that the text is UTF-8
    return out.getvalue().encode("utf-8-sig")


def left_out(rows: Iterable[tuple[Mapping[str, Any], str]]) -> bytes:
    """Rows that could not be taken in, as CSV with what is wrong with each. What is no column of a tracker is left."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["What is wrong", *(column.title for column in COLUMNS)])
    for cells, wrong in rows:
        writer.writerow([_written(wrong), *(_written(_as_value(cells.get(column.name))) for column in COLUMNS)])
    return out.getvalue().encode("utf-8-sig")


def _as_value(cell: Any) -> Value:
    if isinstance(cell, datetime):
        return cell.date()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _written(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else neutralised(fitting(str(value)))


def workbook(tracker: Tracker) -> bytes:
    """The tracker as a workbook: the sheet, and a second one that says how to fill it in."""
    import xlsxwriter

    out = io.BytesIO()
    told = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, told) as book:
        book.set_properties({"title": tracker.title, "author": "Matters Arising", "comments": _made(tracker)})
        looks = _looks(book)
        _sheet(book.add_worksheet(SHEET), tracker, looks)
        _guide(book.add_worksheet(GUIDE), tracker, looks)
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#b1b4b6"}
    day = {"num_format": "d mmmm yyyy", "align": "left"}
    head = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    return {
        "read": book.add_format({**cell, "bg_color": _GREY}),
        "read day": book.add_format({**cell, **day, "bg_color": _GREY}),
        "fill": book.add_format({**cell, "num_format": "@"}),
        "fill day": book.add_format({**cell, **day}),
        "read head": book.add_format({**head, "font_color": "#ffffff", "bg_color": _DARK}),
        "fill head": book.add_format({**head, "font_color": "#0b0c0c", "bg_color": _YELLOW}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _look(column: Column, looks: dict[str, Any]) -> Any:
    day = " day" if column.kind is Kind.DAY else ""
    return looks[("fill" if column.may_be_filled_in else "read") + day]


def _sheet(sheet: Any, tracker: Tracker, looks: dict[str, Any]) -> None:
    last = len(tracker.rows)
    for at, column in enumerate(COLUMNS):
        hidden = {"hidden": True} if column.name == "version" else {}
        sheet.set_column(at, at, column.width, None, hidden)
        sheet.write_string(0, at, column.title, looks["fill head" if column.may_be_filled_in else "read head"])
        _validate(sheet, at, column, last)
    for number, row in enumerate(tracker.rows, start=1):
        for at, column in enumerate(COLUMNS):
            _put(sheet, number, at, row.get(column.name), _look(column, looks))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{tracker.title.replace('&', '&&')}"[:250])
    sheet.set_footer("&LPage &P of &N")


def _put(sheet: Any, row: int, at: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, at, datetime.combine(value, time.min), look)
    elif isinstance(value, int):
        sheet.write_number(row, at, value, look)
    else:
        sheet.write_string(row, at, neutralised(fitting(value)), look)


def _validate(sheet: Any, at: int, column: Column, last: int) -> None:
    """Say at the cell what is asked, and warn of what will not be taken."""
    rows = (1, at, last + NEW_ROWS, at)
    told: dict[str, Any] = {"input_title": column.title[:32], "input_message": column.holds[:255], "ignore_blank": True}
    warn = {"error_type": "warning", "error_title": column.title[:32]}
    if column.name == "origin":
        sheet.data_validation(last + 1, at, last + NEW_ROWS, at, {"validate": "list", "source": list(TYPES), **told})
    elif column.kind is Kind.DAY and column.may_be_filled_in:
        span = {"minimum": date(FIRST_YEAR, 1, 1), "maximum": date(LAST_YEAR, 12, 31)}
        line = "Write a day, such as 4 December 2026."
        sheet.data_validation(
            *rows, {"validate": "date", "criteria": "between", **span, **told, **warn, "error_message": line}
        )
    elif column.may_be_filled_in:
        line = "That is too long for a cell."
        limit = {"criteria": "<=", "value": LONGEST}
        sheet.data_validation(*rows, {"validate": "length", **limit, **told, **warn, "error_message": line})


def _made(tracker: Tracker) -> str:
    return f"Made on {day_in_words(tracker.made_on)} for {tracker.reader}."


def guide(tracker: Tracker) -> Iterable[str]:
    """What the second sheet says before it names the columns."""
    yield _made(tracker) + (f" Narrowed to: {tracker.narrowed}." if tracker.narrowed else "")
    yield "It holds what that reader may see and nothing else. Pass it on only to those who may see the same."
    yield "Fill in the columns with a yellow heading and save the file. You or a clerk take it into the register again."
    yield "Before anything is stored, a page shows what would change, row by row."
    yield "An empty cell changes nothing. What stands in a grey column is not taken."
    yield "An answer needs evidence: the address of a page that shows it. It waits for a clerk to accept it."
    yield "What is under way and not done yet is progress."
    yield "A clerk adds what is owed in a new row below the last: the type and the action, with no reference."
    yield "An apostrophe at the start of a cell keeps it from being taken for a formula. It goes when it comes in."


def _guide(sheet: Any, tracker: Tracker, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 32, looks["text"])
    sheet.set_column(1, 1, 90, looks["text"])
    sheet.set_column(2, 2, 32, looks["text"])
    sheet.write_string(0, 0, neutralised(fitting(tracker.title)), looks["title"])
    at = 1
    for at, line in enumerate(guide(tracker), start=1):
        sheet.write_string(at, 1, neutralised(fitting(line)), looks["text"])
    for place, title in enumerate(("Column", "What it holds", "Who fills it in")):
        sheet.write_string(at + 2, place, title, looks["read head"])
    for number, column in enumerate(COLUMNS, start=at + 3):
        sheet.write_string(number, 0, column.title, looks["text"])
        sheet.write_string(number, 1, column.holds, looks["text"])
        filled = "nobody" if column.fills is Fills.NOBODY else column.fills.value
        sheet.write_string(number, 2, filled, looks["text"])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
