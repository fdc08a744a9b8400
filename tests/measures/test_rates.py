"""Rates that are worked out from two releases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arising.measures.areas import ENGLAND
from arising.measures.cards import cards
from arising.measures.observations import Observation
from arising.measures.published import library_of
from arising.measures.rates import worked_out
from arising.measures.values import Symbol, Value
from measures.invented import C, card, one

REFERRALS = card("referrals")
RATE = REFERRALS.variant("per-10000")


def counts(*values: Value) -> list[Observation]:
    return [one(value, ending=ending, of="referrals") for ending, value in enumerate(values, start=2023)]


def children(*values: Value) -> list[Observation]:
    return [one(value, ending=ending, of="child-population") for ending, value in enumerate(values, start=2023)]


def test_a_rate_is_its_count_over_the_children_of_the_same_year() -> None:
    found = worked_out(REFERRALS, RATE, counts(500.0, 600.0), children(10_000.0, 20_000.0))
    assert [(each.value, each.variant, each.period.label) for each in found] == [
        (500.0, "per-10000", "2022/23"),
        (300.0, "per-10000", "2023/24"),
    ]
    assert [(each.numerator, each.denominator) for each in found] == [(500.0, 10_000.0), (600.0, 20_000.0)]


def test_a_rate_stands_where_its_count_stands() -> None:
    (found,) = worked_out(REFERRALS, RATE, counts(500.0), children(10_000.0))
    assert found.origin == counts(500.0)[0].origin


def test_a_count_that_is_kept_back_gives_no_number() -> None:
    assert [each.value for each in worked_out(REFERRALS, RATE, counts(C), children(10_000.0))] == [Symbol.SUPPRESSED]


@pytest.mark.parametrize("population", [(), (C,), (0.0,)])
def test_without_children_to_work_it_out_over_there_is_no_rate(population: tuple[Value, ...]) -> None:
    assert worked_out(REFERRALS, RATE, counts(500.0), children(*population)) == []


def test_the_children_of_another_area_are_not_those() -> None:
    elsewhere = [replace(each, area=ENGLAND) for each in children(10_000.0)]
    assert worked_out(REFERRALS, RATE, counts(500.0), elsewhere) == []


def test_what_is_published_is_not_worked_out() -> None:
    with pytest.raises(ValueError, match="is not worked out"):
        worked_out(REFERRALS, REFERRALS.variants[0], counts(500.0), children(10_000.0))


def test_every_rate_is_of_a_variant_and_over_a_card_that_there_is() -> None:
    rates = [(each, variant.rate) for each in cards().values() for variant in each.variants if variant.rate]
    assert rates
    for each, rate in rates:
        assert each.variant(rate.of).place
        assert cards()[rate.over].variants[0].place


def test_the_rates_of_the_published_files_come_out_near_those_published(shared: Path) -> None:
    """Of looked-after children count and rate are both published: the same sum gives the published rate."""
    library = library_of(shared / "reference/dfe")
    for area in ("E92000001", "E06000035"):
        for each in library.series("looked-after", library.cards["looked-after"].variants[0].key, area):
            assert isinstance(each.numerator, float)
            assert isinstance(each.denominator, float)
            assert each.number == pytest.approx(10_000 * each.numerator / each.denominator, abs=0.51)
    assert library.series("referrals", "per-10000", "E06000035")
