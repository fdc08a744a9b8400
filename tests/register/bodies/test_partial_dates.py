"""EDTF, as far as minutes need it, and the days it can mean."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from arising.register.bodies.partial_dates import bounds, end_of, validate_edtf


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020-01-09", "2020-01-09", "2020-01-09"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-03~", "2020-03-01", "2020-03-31"),
        ("2020?", "2020-01-01", "2020-12-31"),
        ("2020-XX", "2020-01-01", "2020-12-31"),
        ("2020-03-XX", "2020-03-01", "2020-03-31"),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2020-01/2020-03", "2020-01-01", "2020-03-31"),
        ("2020-01/..", "2020-01-01", None),
        ("../2020-03-12", None, "2020-03-12"),
        ("/2020", None, "2020-12-31"),
        ("", None, None),
    ],
)
def test_the_days_that_a_date_can_mean(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(edtf) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    "text", ["9 January 2020", "2020-13", "2020-02-30", "2020-00", "20", "2020-1-9", "next", "0000", "2020-01-09T10:00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_edtf(text)


def test_a_day_ends_when_it_ends_in_london() -> None:
    assert end_of(date(2024, 8, 31)) == datetime(2024, 8, 31, 23, tzinfo=UTC)
    assert end_of(date(2024, 1, 9)) == datetime(2024, 1, 10, tzinfo=UTC)
