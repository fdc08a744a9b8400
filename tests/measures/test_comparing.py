"""An area beside others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.measures.cards import Polarity, Unit
from arising.measures.charting import charted, is_stale, latest_stretch
from arising.measures.comparing import Average, Better, Rank, average, gap, is_comparable, latest_in_common, rank
from arising.measures.events import shift
from arising.measures.periods import Period, month, quarter
from arising.measures.values import Symbol, Value
from measures.invented import ENGLAND, C, at, card, one, others

numbers = st.floats(0, 100)


@pytest.mark.parametrize(
    ("by", "polarity", "is_"),
    [
        (2.0, "increase", "better"),
        (2.0, "decrease", "worse"),
        (-2.0, "increase", "worse"),
        (-2.0, "decrease", "better"),
        (0.0, "increase", "same"),
        (2.0, "neutral", "context"),
        (0.0, "neutral", "context"),
    ],
)
def test_a_gap_means_what_its_indicator_makes_of_it(by: float, polarity: Polarity, is_: Better) -> None:
    found = gap(one(50 + by), one(50.0, ENGLAND), polarity)
    assert found is not None
    assert (found.by, found.is_) == (by, is_)


def test_there_is_no_gap_to_a_symbol() -> None:
    assert gap(one(50.0), one(C, ENGLAND), "increase") is None
    assert gap(one(C), one(50.0, ENGLAND), "increase") is None


def test_two_periods_are_never_held_against_each_other() -> None:
    with pytest.raises(ValueError, match="not the same thing"):
        gap(one(50.0), one(50.0, ENGLAND, 2024), "increase")


@pytest.mark.parametrize(
    ("own", "beside", "polarity", "place", "quarter"),
    [
        (10.0, (20.0, 30.0, 40.0), "decrease", 1, 1),
        (10.0, (20.0, 30.0, 40.0), "increase", 4, 4),
        (20.0, (20.0, 30.0, 40.0), "decrease", 1, 1),
        (30.0, (20.0, 30.0, 40.0), "decrease", 2, 2),
        (30.0, (20.0, 30.0, 40.0), "neutral", 2, 2),
        (10.0, (20.0, *[30.0] * 9), "increase", 11, 4),
        (25.0, (20.0, *[30.0] * 9), "decrease", 2, 1),
    ],
)
def test_the_rank_counts_those_that_are_better(
    own: float, beside: tuple[float, ...], polarity: Polarity, place: int, quarter: int
) -> None:
    found = rank(one(own), others(*beside), polarity)
    assert found == Rank(place, len(beside) + 1)
    assert found.quarter == quarter


def test_an_area_without_a_number_is_left_out_of_the_rank_and_named() -> None:
    assert rank(one(10.0), others(20.0, C), "decrease") == Rank(1, 2, ("Area 1",))


def test_there_is_no_rank_of_a_symbol_nor_among_symbols() -> None:
    assert rank(one(C), others(20.0), "decrease") is None
    assert rank(one(20.0), others(C, C), "decrease") is None


@given(st.lists(numbers, min_size=1, max_size=20), numbers)
def test_best_and_worst_change_places_with_the_direction(values: list[float], own: float) -> None:
    up, down = (rank(one(own), others(*values), polarity) for polarity in ("increase", "decrease"))
    assert up is not None
    assert down is not None
    assert up.place + down.place == len(values) + 2 - values.count(own)


def test_the_average_counts_each_area_once() -> None:
    assert average(others(10.0, 20.0, 60.0), among=3) == Average(30.0, 3, 3)


def test_a_symbol_is_no_nought_in_an_average() -> None:
    assert average(others(10.0, 20.0, C), among=3) == Average(15.0, 2, 3)


def test_of_fewer_than_half_there_is_no_average() -> None:
    assert average(others(10.0, C), among=3) is None
    assert average([], among=0) is None


@pytest.mark.parametrize(("unit", "is_"), [("percent", True), ("per 10,000", True), ("children", False), ("£", False)])
def test_counts_are_not_held_against_areas_of_another_size(unit: Unit, is_: bool) -> None:
    assert is_comparable(unit) is is_


def test_the_latest_in_common_is_the_latest_with_two_numbers() -> None:
    own, england = [one(1.0, ending=2023), one(2.0, ending=2024), one(C)], [
        one(3.0, ENGLAND, 2023), one(4.0, ENGLAND, 2024), one(5.0, ENGLAND),
    ]  # fmt: skip
    assert latest_in_common(own, england) == (own[1], england[1])
    assert latest_in_common(own, england[2:]) is None


# Which series makes a chart


def test_a_yearly_series_of_a_few_points_makes_no_chart() -> None:
    held = charted(card(), [one(float(ending), ending=ending) for ending in range(2014, 2025)])
    assert (held.chart, held.why) == (None, "It has 11 yearly figures in a row, too few for limits.")


def test_twelve_yearly_figures_make_one() -> None:
    assert charted(card(), [one(float(ending % 3), ending=ending) for ending in range(2013, 2025)]).chart is not None


def test_a_series_begins_anew_after_a_symbol() -> None:
    values: list[Value] = [1.0, 2.0, C, 3.0, 4.0]
    held = [at(value, month(2025, number)) for number, value in enumerate(values, start=1)]
    assert [each.value for each in latest_stretch(held)] == [3.0, 4.0]


def test_a_symbol_at_the_end_leaves_the_figures_before_it() -> None:
    values: list[Value] = [1.0, 2.0, C]
    held = [at(value, month(2025, number)) for number, value in enumerate(values, start=1)]
    assert [each.value for each in latest_stretch(held)] == [1.0, 2.0]


def test_a_series_begins_anew_after_a_missing_period() -> None:
    held = [at(float(number), month(2025, number)) for number in (1, 2, 4, 5)]
    assert [each.value for each in latest_stretch(held)] == [4.0, 5.0]


def test_observations_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="not in order of time"):
        charted(card(), [one(1.0), one(2.0, ending=2024)])


def test_a_break_in_the_series_begins_a_new_segment_with_its_name() -> None:
    told = card("ehcp-refused")
    (broken,) = told.breaks
    values = [one(float(ending % 3), ending=ending, of="ehcp-refused") for ending in range(2012, 2027)]
    held = charted(told, values)
    assert held.segments == ("", broken.why)
    assert held.chart is not None
    first = next(number for number, each in enumerate(held.observations) if each.period.end.year == broken.year)
    assert [point.segment for point in held.chart.points].index(1) == first


@pytest.mark.parametrize(
    ("period", "today", "is_"),
    [
        (month(2025, 1), date(2025, 4, 30), False),
        (month(2025, 1), date(2025, 5, 15), True),
        (quarter(date(2025, 1, 1)), date(2025, 9, 1), False),
        (quarter(date(2025, 1, 1)), date(2025, 11, 1), True),
    ],
)
def test_a_figure_is_out_of_date_once_a_later_one_should_be_known(period: Period, today: date, is_: bool) -> None:
    assert is_stale(period, today) is is_


# Whether a step came before or after what happened


def series(*values: float) -> list[tuple[Period, float]]:
    return [(month(2025, number), value) for number, value in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("on", "came"), [(date(2025, 7, 1), "before"), (date(2025, 4, 30), "after"), (date(2025, 5, 10), "around")]
)
def test_a_step_is_put_before_or_after_an_event_only_where_that_is_certain(on: date, came: str) -> None:
    found = shift(series(10, 11, 10, 11, 30, 31), on)
    assert found is not None
    assert (found.by, found.came) == (19, came)
    assert (found.before, found.after) == (month(2025, 4), month(2025, 5))


def test_what_chance_gives_is_no_step() -> None:
    assert shift(series(10, 12, 10, 13, 10, 12), date(2025, 3, 1)) is None


def test_of_four_values_nothing_is_said() -> None:
    assert shift(series(10, 10, 10, 50), date(2025, 3, 1)) is None


def test_a_symbol_is_never_a_number() -> None:
    assert one(Symbol.ROUNDS_TO_ZERO).number is None
