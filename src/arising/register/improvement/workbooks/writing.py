"""A plan as an Excel workbook, in a form that comes in again unchanged."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from arising.register.improvement.workbooks.columns import MEASURES, MILESTONES, ROLES
from arising.register.programme.tracker.cells import fitting, neutralised

Cell = str | float | date | None
TITLES = tuple(
    role.title for role in ROLES if role.key not in ("milestones", "measure", "baseline", "goal", "evidence")
)
"""The columns of the plan's own sheet that come in again."""
TOLD = ("Evidence attached", "Answers", "Page in the register")
"""The columns that only tell."""
_WIDTHS = {"Action": 60, "Priority": 34, "Outcome wanted": 34, "Latest update": 50, "Owner": 28, "Answers": 50}


@dataclass(frozen=True)
class Sheets:
    """What stands in the sheets of the workbook: a row each, in the order of the titles."""

    title: str
    made: str
    actions: Sequence[Sequence[Cell]]
    milestones: Sequence[Sequence[Cell]]
    measures: Sequence[Sequence[Cell]]


def workbook(plan: Sheets) -> bytes:
    """The plan as a workbook: its actions, milestones and measures, and how it comes in again."""
    import xlsxwriter

    out = io.BytesIO()
    told = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, told) as book:
        book.set_properties({"title": plan.title, "author": "Matters Arising", "comments": plan.made})
        looks = looks_of(book)
        put_sheet(book.add_worksheet("Plan"), (*TITLES, *TOLD), plan.actions, looks)
        put_sheet(book.add_worksheet("Milestones"), MILESTONES, plan.milestones, looks)
        put_sheet(book.add_worksheet("Measures"), MEASURES, plan.measures, looks)
        _about(book.add_worksheet("About this file"), plan, looks)
    return out.getvalue()


def looks_of(book: Any) -> dict[str, Any]:
    """How cells look, by what they hold."""
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#b1b4b6"}
    return {
        "text": book.add_format({**cell, "num_format": "@"}),
        "number": book.add_format(cell),
        "day": book.add_format({**cell, "num_format": "d mmmm yyyy", "align": "left"}),
        "head": book.add_format({**cell, "bold": True, "font_color": "#ffffff", "bg_color": "#173b4f"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def put_sheet(sheet: Any, titles: Sequence[str], rows: Sequence[Sequence[Cell]], looks: dict[str, Any]) -> None:
    """Put a table into a sheet, ready to sort, to filter and to print."""
    for at, title in enumerate(titles):
        sheet.set_column(at, at, _WIDTHS.get(title, 18))
        sheet.write_string(0, at, title, looks["head"])
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            _put(sheet, number, at, value, looks)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RPage &P of &N")


def _put(sheet: Any, row: int, at: int, value: Cell, looks: dict[str, Any]) -> None:
    if value is None or value == "":
        sheet.write_blank(row, at, None, looks["text"])
    elif isinstance(value, date):
        sheet.write_datetime(row, at, datetime.combine(value, time.min), looks["day"])
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value, looks["number"])
    else:
        sheet.write_string(row, at, neutralised(fitting(value)), looks["text"])


def _about(sheet: Any, plan: Sheets, looks: dict[str, Any]) -> None:
    lines = (
        plan.made,
        "It holds what its reader may see and nothing else. Pass it on only to those who may see the same.",
        "Change what stands in it and bring it in again on the page of the plan: a page shows what would change first.",
        "An action is known by its reference. Where you give it another, write the one before under Was.",
        "Milestones and measures stand in sheets of their own. None is taken away by leaving it out.",
        "A workbook never takes a state back, and never says that an action worked: that is said on its page, from the "
        "evidence attached.",
        f"These columns only tell, and are not taken in: {', '.join(TOLD)}.",
        "An apostrophe at the start of a cell keeps it from being taken for a formula. It goes when it comes in.",
    )
    put_lines(sheet, plan.title, lines, looks)


def put_lines(sheet: Any, title: str, lines: Sequence[str], looks: dict[str, Any]) -> None:
    """Put lines that only tell into a sheet, under a title."""
    sheet.set_column(0, 0, 110, looks["plain"])
    sheet.write_string(0, 0, neutralised(fitting(title)), looks["title"])
    for at, line in enumerate(lines, start=2):
        sheet.write_string(at, 0, neutralised(fitting(line)), looks["plain"])
