"""Files about single children are refused: nothing of them is kept, and the column is named, never what stands in it.

A column is known by its title, or by the shape of what stands in it: numbers that look like those of pupils or
patients, or days of birth. One look at the titles and the first rows is enough, for a file is the same all through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from arising.measures.published.records import Numbered
from arising.measures.published.troubles import ChildLevel

FEWEST = 5
"""From fewer different values than this nothing is told by their shape."""
_FEWEST_DAYS = 10
_TITLES_HIGH = 5
"""In so many rows from the top titles are looked for where none are known: further down a word may be of a group."""
_LONGEST = 200
"""So much of a title is looked at."""
_MOST = 0.8
"""So large a part of a column's values has to have the shape."""

_PERSON = r"(child|pupil|person|client|patient|student|learner|young person|case|family|individual|mother|father|carer)"
_TITLES = {
    "names of people": re.compile(
        rf"(({_PERSON}|parent|first|fore|sur|last|middle|given|full|preferred|legal)( s)? ?)+names?\Z"
        rf"|names? of (the )?{_PERSON}\Z|initials\Z"
    ),
    "dates of birth": re.compile(rf"({_PERSON}( s)? |mc )?(dob|d o b|date of birth|birth ?dates?|birthday|born on)\b"),
    "unique pupil numbers": re.compile(
        r"(former |unique )?(upn|uln|unique (pupil|learner) (number|no|id|identifier))(unknown)?\b"
    ),
    "numbers of single people": re.compile(
        rf"child\Z|(la ?|ssda ?903 |cin |cla |legacy |mosaic |liquid ?logic |system )?{_PERSON}"
        r"( s)? ?(unique )?(ids?|identifiers?|numbers?|no|ref|reference|urn|key)\Z"
        r"|(nhs|national insurance|ni|unique person) ?(number|no|id)\Z"
    ),
    "postcodes or addresses": re.compile(
        r"((home|child|placement|pl|pupil) )*(post ?codes?|address(es)?|address line \d|house number|uprn)\Z"
        r"|(home|pl) post\Z"
    ),
}
_NOT = re.compile(r"number of |count|percent|\bpct\b")
_OF_PLACES = re.compile(r"school|provider|establishment|office|site")
_OF_TIMES = re.compile(r"period|release|publish|month|week|quarter|updated")


def _upn(value: str) -> bool:
    return bool(re.fullmatch(r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]", value.upper()))


def _nhs_number(value: str) -> bool:
    """Ten digits whose last checks the others (NHS Data Dictionary, modulus 11)."""
    digits = value.replace(" ", "").replace("-", "")
    if not re.fullmatch(r"\d{10}", digits):
        return False
    check = 11 - sum(int(digit) * (10 - at) for at, digit in enumerate(digits[:9])) % 11
    return check % 11 == int(digits[9]) and check != 10


def _ten_digits(value: str) -> bool:
    return bool(re.fullmatch(r"\d{10}", value))


def _postcode(value: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", value.upper()))


def _day(value: str) -> date | None:
    """The day that a value names, where somebody born on it could be a child or a young adult now."""
    told = re.match(r"(\d{4})-(\d\d?)-(\d\d?)\b|(\d\d?)[/.-](\d\d?)[/.-](\d{4})\b", value)
    if not told:
        return None
    year, month, day = (told[1], told[2], told[3]) if told[1] else (told[6], told[5], told[4])
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if date.today().year - 27 <= on.year <= date.today().year else None


def _are_birthdays(values: Collection[str]) -> bool:
    """Whether days come as births do, on every day of the week and of the month, over several years: not as the ends of
    months or the days of releases."""
    days = [on for on in map(_day, values) if on]
    return (
        len(days) >= max(_FEWEST_DAYS, _MOST * len(values))
        and len({on.year for on in days}) >= 3
        and len({on.weekday() for on in days}) >= 5
        and len({on.day for on in days}) >= 7
    )


_SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("unique pupil numbers", _upn),
    ("NHS numbers", _nhs_number),
    ("numbers of learners or patients", _ten_digits),
    ("postcodes", _postcode),
)


def refuse(titles: Sequence[object], rows: Iterable[Sequence[object]], *, file: str, row: int = 1) -> None:
    """Raises ChildLevel where a column is about single children, by its title in that ``row`` or by the ``rows``."""
    refuse_titles(titles, file=file, row=row)
    kept = [tuple(map(str, cells)) for cells in rows]
    for at, title in enumerate(titles):
        values = {cells[at].strip() for cells in kept if at < len(cells)} - {"", "None"}
        if what := by_shape(values, str(title or "")):
            raise _refusal(file, row, str(title or f"number {at + 1}"), what)


def refuse_rows(rows: Sequence[Numbered], *, file: str) -> None:
    """Raises ChildLevel where rows whose titles are not known are about single children, however they are parted."""
    parted = [(number, [part for cell in cells for part in re.split(r"[;\t|]", cell)]) for number, cells in rows]
    for number, cells in parted[:_TITLES_HIGH]:
        refuse_titles(cells, file=file, row=number)
    width = max((len(cells) for _, cells in parted), default=0)
    refuse([""] * width, [cells for _, cells in parted], file=file)


def refuse_titles(titles: Sequence[object], *, file: str, row: int) -> None:
    """Raises ChildLevel where the title of a column, in that ``row``, is of something about single children."""
    for title in titles:
        if what := by_title(str(title or "")):
            raise _refusal(file, row, str(title), what)


def by_title(title: str) -> str | None:
    """What a column with that title would say of single children; None where it says nothing of them."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title.strip()[:_LONGEST])
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", spaced.casefold()).split())
    if _NOT.search(plain):
        return None
    return next((what for what, pattern in _TITLES.items() if pattern.match(plain)), None)


def by_shape(values: Collection[str], title: str = "") -> str | None:
    """What the different values of a column look like, where most of them look like it."""
    if len(values) < FEWEST or _OF_PLACES.search(title.casefold()):
        return None
    for what, fits in _SHAPES:
        if sum(map(fits, values)) >= _MOST * len(values):
            return what
    return "dates of birth" if _are_birthdays(values) and not _OF_TIMES.search(title.casefold()) else None


def _refusal(file: str, row: int, title: str, what: str) -> ChildLevel:
    return ChildLevel(
        file,
        f"it looks like {what}. Files about single children are not taken in, and nothing of this one was kept. Bring "
        "counts and percentages.",
        row=row,
        column=title.strip()[:60],
    )
