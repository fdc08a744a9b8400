"""Dates as far as they are known: EDTF text with the earliest and latest day it can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?\Z")
# EDTF level 1 seasons; winter is taken to begin in December, as the Met Office counts
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
Bounds = tuple[date | None, date | None]


def bounds(edtf: str) -> Bounds:
    """The earliest and latest day of an EDTF date or interval; None on a side that is open or unknown.

    Reads what minutes need of ISO 8601-2 levels 0 and 1: days, months, years, seasons, ``X`` for what is not
    known, ``~`` and ``?``, and intervals with ``/``. Raises ValueError on anything else.
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return _side(first)[0], _side(last)[1]
    return _single(edtf)


def _side(part: str) -> Bounds:
    return (None, None) if part in ("", "..") else _single(part)


def _single(part: str) -> tuple[date, date]:
    found = _PART.match(part)
    if not found:
        raise ValueError(f"{part!r} is no date: write 2020-01-09, 2020-01 or 2020")
    year, month, day = int(found["year"]), found["month"], found["day"]
    if month in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    if int(month) in _SEASONS:
        first, last = _SEASONS[int(month)]
        ends = year + (last < first)
        return date(year, first, 1), date(ends, last, monthrange(ends, last)[1])
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{part!r} has no such month")
    if day in (None, "XX"):
        return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
    whole = date(year, int(month), int(day))
    return whole, whole


def end_of(day: date) -> datetime:
    """The moment at which ``day`` is over, where the register is."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def validate_edtf(value: str) -> None:
    """Raise ValidationError where ``value`` is no EDTF that can be read."""
    try:
        bounds(value)
    except ValueError as trouble:
        raise ValidationError(str(trouble)) from trouble


class EdtfField(models.CharField):
    """EDTF text, such as ``2020-03`` or ``2020-03-12``."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


def in_order(earliest: str, latest: str, name: str) -> models.CheckConstraint:
    """A constraint that ``earliest`` is not after ``latest``."""
    unknown = Q(**{f"{earliest}__isnull": True}) | Q(**{f"{latest}__isnull": True})
    return models.CheckConstraint(condition=unknown | Q(**{f"{earliest}__lte": F(latest)}), name=name)
