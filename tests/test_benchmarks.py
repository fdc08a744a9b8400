"""The invented minutes that speed is measured on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arising.measures.published import tidy
from benchmarks import forecast, forms, release
from benchmarks.corpus import Minutes, minutes
from benchmarks.memory import Memory


def test_the_same_seed_gives_the_same_minutes() -> None:
    assert minutes(7) == minutes(7)


def test_no_two_seeds_give_the_same_paragraphs() -> None:
    first, second = ({line for line in forms.as_text(minutes(seed)).splitlines() if len(line) > 200} for seed in (1, 2))
    assert first
    assert not first & second


def test_no_gap_is_left_open() -> None:
    assert not any(b"{" in forms.as_text(minutes(seed)) for seed in range(200))


@pytest.mark.parametrize(
    ("form", "opening"),
    [(forms.as_html, b"<!DOCTYPE html>"), (forms.as_pdf, b"%PDF-"), (forms.as_word, b"PK\x03\x04")],
)
def test_every_form_is_a_file_of_its_kind(form: Callable[[Minutes], bytes], opening: bytes) -> None:
    assert form(minutes(3)).startswith(opening)


@pytest.mark.parametrize(("last", "steady"), [(120.0, True), (100.5, True), (180.0, False)])
def test_memory_is_steady_where_it_does_not_grow_with_the_documents(last: float, steady: bool) -> None:
    assert Memory({1_000: 110.0, 10_000: last}, peak=200.0).steady is steady


def test_the_release_that_speed_is_measured_on_is_one_that_is_read_whole() -> None:
    content = release.release(1)
    table = tidy.read(content)
    assert len(table.rows) == content.count(b"\n") - 1
    assert table.symbols()
    assert table.dataset is not None


def test_the_plan_that_forecasts_are_measured_on_is_the_one_that_the_aim_is_for() -> None:
    told = forecast.plan()
    assert (told.years, len(told.cohorts), forecast.FULL) == (10, 60, 10_000)


def test_ten_thousand_draws_of_it_take_less_than_the_aim() -> None:
    assert forecast.measure(forecast.FULL).seconds < forecast.SECONDS
