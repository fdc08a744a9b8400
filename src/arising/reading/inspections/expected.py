"""When inspectors come again, as the report of an area SEND inspection says it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from arising.reading.inspections.days import days_after
from arising.reading.inspections.inspection import OutcomeKey

ExpectedKey = Literal["monitoring_inspection", "next_inspection"]

REACH = 9000
"""Within how many characters a report says it."""
USUAL: dict[OutcomeKey, tuple[tuple[ExpectedKey, int], ...]] = {
    "positive": (("next_inspection", 60),),
    "inconsistent": (("next_inspection", 36),),
    "widespread_failings": (("monitoring_inspection", 18), ("next_inspection", 36)),
}
"""After how many months inspectors come again, as the reports of each outcome have said since 2023."""

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"eighteen": 18}
_SENTENCE = re.compile(
    r"(?P<said>[A-Z][^.]{0,80}?\b(?P<what>monitoring\s+inspection|(?:next\s+)?full[^.]{0,40}?\b(?:re-?)?inspection)"
    r"[^.]{0,80}?\bwithin\s+(?:approximately|about|around)?\s*"
    rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>month|year)s?\b[^.]{{0,80}}\.)",
    re.IGNORECASE,
)
_PLAN_DAYS = re.compile(
    r"\bpriority\s+action\s+plan\b[^.]{0,160}?\bwithin\s+(?P<number>\d{1,3})\s+working\s+days\b", re.IGNORECASE
)

_STATEMENT = re.compile(
    r"\bwritten\s+statement\s+of\s+(?:proposed\s+)?action\b(?:[^.]|\.(?=\S)){0,200}?\bby\s+(?=\d{1,2}\s+[A-Z])"
)


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection that is to come, about so many months on. ``said`` are the words of the report, "" where it says
    nothing of it and it is what reports of that outcome say."""

    key: ExpectedKey
    months: int
    said: str = ""


def expected(text: str, outcome: OutcomeKey | None = None) -> list[Expected]:
    """When inspectors come again: in the words of ``text``, else as reports of that outcome say."""
    found: dict[ExpectedKey, Expected] = {}
    for match in _SENTENCE.finditer(text[:REACH]):
        key: ExpectedKey = "monitoring_inspection" if match["what"].casefold()[0] == "m" else "next_inspection"
        number = match["number"].casefold()
        count = _NUMBERS.get(number) or int(number)
        months = count * 12 if match["unit"].casefold() == "year" else count
        found.setdefault(key, Expected(key=key, months=months, said=" ".join(match["said"].split())))
    if found:
        return list(found.values())
    return [Expected(key=key, months=months) for key, months in USUAL.get(outcome, ())] if outcome else []


def statement_day(text: str) -> date | None:
    """The day by which a report wants the statement of action sent; None where it gives none."""
    match = _STATEMENT.search(text)
    return next(iter(days_after(text, match.end())), None) if match else None


def plan_days(text: str) -> int | None:
    """In how many working days a report asks for the priority action plan; None where it does not say."""
    match = _PLAN_DAYS.search(text)
    return int(match["number"]) if match else None
