"""The days of an inspection as reports write them: "15 July 2019 to 26 July 2019", "4 and 5 February 2020"."""

from __future__ import annotations

import re
from datetime import date

from arising.reading.language.vocabulary import DAYS, MONTHS

_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS), "Sept"))
_GAP = r"[ \t\n\u00a0]"
_DAY = (
    rf"(?:(?:{'|'.join(DAYS)}),?{_GAP}+)?(?:the{_GAP}+)?(?P<day>\d{_GAP}\d(?={_GAP}+(?:{_MONTH})\b)|\d{{1,2}})"
    rf"(?:st|nd|rd|th)?(?!\d)(?:{_GAP}+(?:of{_GAP}+)?(?P<month>{_MONTH})\b)?(?:,?{_GAP}+(?P<year>20{_GAP}?\d{_GAP}?\d))?"
)
_BETWEEN = rf"(?:{_GAP}|,|;|&|[-–—]|\bto\b|\band\b|\bthen\b|\bfrom\b|\buntil\b|\bon\b|\bagain\b)*"
_ONE = re.compile(_DAY, re.IGNORECASE)
_NEXT = re.compile(rf"{_BETWEEN}{_DAY}", re.IGNORECASE)
_NUMBERS = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
_NUMBERS |= {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](20\d\d)")
_WRITTEN = re.compile(
    rf"(?<!\d)(20\d\d)[-_](\d\d)[-_](\d\d)(?!\d)|(?<!\d)(\d{{1,2}})[ _-]({_MONTH})[ _-](20\d\d)(?!\d)", re.IGNORECASE
)
FARTHEST = 80
"""How many characters after a label the first day may stand."""


def days_after(text: str, start: int) -> list[date]:
    """The days of one run ("12 to 16 and 19 to 23 November 2018") that begins soon after ``start``, in their order.

    What a day leaves out is taken from the next one that says it, as it is read. None where there is no year to be had.
    """
    slashes = list(_SLASHES.finditer(text, start, start + FARTHEST))
    if slashes:
        made = [_made(int(found[3]), int(found[2]), int(found[1])) for found in slashes[:2]]
        return [day for day in made if day]
    first = next((m for m in _ONE.finditer(text, start, start + FARTHEST + 40) if m.start() < start + FARTHEST), None)
    if first is None:
        return []
    run = [first]
    while (following := _NEXT.match(text, run[-1].end())) is not None:
        run.append(following)
    while run and run[-1]["month"] is None:
        # a number that is no day: "17 to 28 July 2023 2"
        run.pop()
    return _completed(run)


def _completed(run: list[re.Match[str]]) -> list[date]:
    """The days of a run, months and years filled in from the right."""
    days: list[date] = []
    month: int | None = None
    year: int | None = None
    for match in reversed(run):
        if match["month"]:
            month = _NUMBERS[match["month"].lower()]
        if match["year"]:
            year = int(re.sub(r"\D", "", match["year"]))
        if month is None or year is None:
            return []
        day = _made(year, month, int(re.sub(r"\D", "", match["day"])))
        if day is None:
            return []
        if days and day > days[0]:
            # "12 December to 13 January 2023"
            year -= 1
            day = _made(year, month, day.day) or day
        days.insert(0, day)
    return days


def day_in_name(name: str) -> date | None:
    """The day that a file is named by: "report-2019-08-27.pdf", "inspection - 29 october 2018.pdf"."""
    found = _WRITTEN.search(name)
    if found is None:
        return None
    if found[1]:
        return _made(int(found[1]), int(found[2]), int(found[3]))
    return _made(int(found[6]), _NUMBERS[found[5].lower()], int(found[4]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
