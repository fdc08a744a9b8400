"""The cells of a workbook as they stand, bounded, and what each says; every cell that says nothing clear is named."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from arising.measures.forecast.plan import ONE
from arising.measures.forecast.years import Year, year_of
from arising.measures.published import packed

LARGEST = 2 * 1024 * 1024
"""The largest workbook of a plan that is taken, in bytes."""
UNPACKED, MOST_PARTS = 30 * 1024 * 1024, 300
MOST_ROWS, MOST_COLUMNS, MOST_TROUBLES = 500, 60, 50
LONGEST = 500

_UNFIT: dict[packed.Why, str] = {
    "unpacks": "it unpacks to more than a plan can be. Copy its sheets into a new workbook.",
    "no workbook": "it is no Excel workbook. Save it as .xlsx.",
    "entities": "it holds what no workbook holds. Save it anew as .xlsx.",
    "damaged": "it is damaged. Save it anew as .xlsx.",
}
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


@dataclass(frozen=True)
class Trouble:
    """One thing that cannot be read: the sheet, its row and column as a spreadsheet names them, and what to do."""

    what: str
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        place = ", ".join(part for part in (self.sheet and f"sheet {self.sheet}", row, column) if part)
        return f"{place}: {self.what}" if place else self.what


class NotRead(Exception):
    """A workbook is no plan. ``troubles`` has a line for each thing to put right."""

    def __init__(self, file: str, *troubles: Trouble) -> None:
        self.file, self.troubles = file, troubles
        super().__init__("\n".join(f"{file}: {trouble}" for trouble in troubles))


class Unclear(ValueError):
    """A cell cannot be read. Says what to do."""


@dataclass(frozen=True)
class Cell:
    """A cell with anything in it. ``shows_percent`` is so where Excel shows its number as a percentage."""

    row: int
    column: str
    value: Any
    shows_percent: bool = False
    lacks_result: bool = False


Rows = dict[str, list[list[Cell | None]]]
"""The rows of each sheet by its name in small letters, from the top, with None for an empty cell."""


def rows_of(content: bytes, file: str, wanted: Collection[str]) -> Rows:
    """What stands in the sheets of a workbook that are wanted. Raises NotRead for what is none or is too large."""
    if len(content) > LARGEST:
        what = f"it is larger than {LARGEST // 1024 // 1024} MB. Copy its sheets into a new workbook."
        raise NotRead(file, Trouble(what))
    if content.startswith(packed.OLD_EXCEL):
        raise NotRead(file, Trouble("it is an old Excel file, or has a password. Save it as .xlsx without one."))
    try:
        packed.sheets_of(content, unpacked=UNPACKED, most_parts=MOST_PARTS)
    except packed.Unfit as error:
        raise NotRead(file, Trouble(_UNFIT[error.why])) from error
    try:
        import openpyxl
    except ImportError as error:
        what = 'this machine reads no Excel files: pip install "arising[forecast]".'
        raise NotRead(file, Trouble(what)) from error
    try:
        with_results = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        as_written = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        return {
            shown.title.strip().casefold(): list(_sheet(shown, written))
            for shown, written in zip(with_results.worksheets, as_written.worksheets, strict=True)
            if shown.title.strip().casefold() in wanted
        }
    except Exception as error:  # openpyxl raises whatever a broken part leads to
        raise NotRead(file, Trouble("it cannot be read as Excel. Save it anew as .xlsx.")) from error


def _sheet(shown: Any, written: Any) -> Iterator[list[Cell | None]]:
    # what a sheet says of its own size need not be so
    shown.reset_dimensions()
    written.reset_dimensions()
    bounds = {"max_row": MOST_ROWS + 1, "max_col": MOST_COLUMNS}
    pairs = zip(shown.iter_rows(**bounds), written.iter_rows(**bounds), strict=False)
    for number, (results, formulas) in enumerate(pairs, start=1):
        row: list[Cell | None] = []
        for at, (result, formula) in enumerate(zip(results, formulas, strict=False)):
            lacks = result.value is None and isinstance(formula.value, str) and formula.value.startswith("=")
            if not lacks and result.value in (None, ""):
                row.append(None)
                continue
            percent = "%" in re.sub(r'\[[^]]*\]|"[^"]*"', "", str(result.number_format or ""))
            row.append(Cell(number, letters(at), result.value, percent, lacks))
        yield row


def letters(at: int) -> str:
    """The letters of a column by its place, from 0. A plan has fewer than 702."""
    first, second = divmod(at, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)


def words(cell: Cell) -> str:
    """Raises Unclear for more than a few lines."""
    text = cell.value.strftime("%d %B %Y") if isinstance(cell.value, date) else _plain(cell.value)
    if len(text) > LONGEST:
        raise Unclear(f"it holds more than {LONGEST} letters. Shorten it.")
    return " ".join(text.split())


def amount(cell: Cell) -> Decimal:
    """Pounds: a number, or words such as "£1,200" and "-£3,000" and "(3,000)"."""
    if isinstance(cell.value, str):
        text = cell.value.strip().replace("−", "-")
        minus = text.startswith("-") or (text.startswith("(") and text.endswith(")"))
        return (-1 if minus else 1) * _decimal(re.sub(r"[£,()\s-]", "", text) or "-", cell.value, "an amount in pounds")
    if cell.shows_percent:
        raise Unclear("a percentage stands where an amount in pounds is asked for.")
    return _number(cell, "an amount in pounds")


def number(cell: Cell) -> Decimal:
    """A number, or words such as "1,240"."""
    if isinstance(cell.value, str):
        return _decimal(cell.value.strip().replace(",", ""), cell.value, "a number")
    return _number(cell, "a number")


def rate(cell: Cell) -> Decimal:
    """A percentage: a cell that Excel shows as one, or words such as "5%". Of a bare number it cannot be told whether
    0.5 is half a percent or half of all, so it is refused; 0 is 0."""
    if isinstance(cell.value, str):
        text = cell.value.strip().replace("−", "-")
        if text.endswith("%"):
            return _decimal(text[:-1].strip(), cell.value, "a percentage") / 100
        if text in ("0", "0.0"):
            return Decimal(0)
        raise Unclear(f"“{_short(cell.value)}” is no percentage. Write 5%.")
    value = _number(cell, "a percentage")
    if value and not cell.shows_percent:
        raise Unclear(
            f"{value:f} may be {value:f}% or {(100 * value).normalize():f}%. Give the cell the format of a percentage."
        )
    return value


def year(cell: Cell) -> Year:
    """A financial year: "2024/25", or the number 2024."""
    try:
        return year_of(_plain(cell.value))
    except ValueError as error:
        raise Unclear(str(error)) from None


def day(cell: Cell) -> date:
    """A day: one of Excel's, or words such as "4 March 2024"."""
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    for form in _DAYS:
        try:
            return datetime.strptime(_plain(cell.value), form).date()
        except ValueError:
            continue
    raise Unclear(f"“{_short(cell.value)}” is no day. Write 4 March 2024.")


def ramp(cell: Cell) -> tuple[Decimal, ...]:
    """The shares of a saving that its years bring: of a whole number as many equal steps, of a list its shares."""
    if not isinstance(cell.value, str):
        value = _number(cell, "a number of years")
        if cell.shows_percent:
            return (value,)
        return steps(value)
    text = cell.value.strip()
    if "%" not in text:
        return steps(_decimal(text, text, "a number of years or a list of percentages"))
    shares = []
    for part in re.split(r"[,;]", text):
        if not part.strip().endswith("%"):
            raise Unclear(f"“{_short(part)}” is no percentage. Write the shares as 25%, 60%, 100%.")
        shares.append(_decimal(part.strip()[:-1].strip(), part, "a percentage") / 100)
    return tuple(shares)


def steps(years: Decimal) -> tuple[Decimal, ...]:
    """Equal steps up to all of it. Raises Unclear for what is no number of years."""
    if years != years.to_integral_value() or not 1 <= years <= 30:
        raise Unclear(f"{years:f} is no number of years. Write a whole number, or the shares as 25%, 60%, 100%.")
    return tuple(Decimal(step) / years for step in range(1, int(years) + 1))


def whole(amount: Decimal) -> int:
    """In whole pounds, half a pound upwards."""
    return int(amount.quantize(ONE, ROUND_HALF_UP))


def _number(cell: Cell, what: str) -> Decimal:
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        raise Unclear(f"“{_short(cell.value)}” is not {what}.")
    # fifteen digits are what Excel keeps; more are noise of its binary numbers
    value = Decimal(f"{cell.value:.15g}")
    if not value.is_finite() or abs(value) >= Decimal(10) ** 15:
        raise Unclear(f"“{_short(cell.value)}” is not {what}.")
    return value


def _decimal(text: str, told: object, what: str) -> Decimal:
    try:
        if not re.fullmatch(r"-?\d{1,15}(\.\d{1,30})?|-?\.\d{1,30}", text):
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        raise Unclear(f"“{_short(told)}” is not {what}.") from None


def _plain(value: object) -> str:
    return str(value).strip().removesuffix(".0")


def _short(value: object) -> str:
    return " ".join(str(value).split())[:40]
