from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.measures import spc
from arising.measures.spc import COMMON_CAUSE, Chart, Rules, chart

UP_AND_DOWN = [1.0, 2.0] * 6
WIDE = [4.0, 1.0, 1.0, 4.0] * 3
WIDER = [-9.0, 9.0, 9.0, -9.0] * 3
ENDS_LOW = [1.0, 4.0, 4.0, 1.0] * 3
ONE_OUTLIER = [1.0, 2.0, 1.0, 2.0, 10.0, *[1.0, 2.0] * 6, 1.0]


def signals(held: Chart) -> list[str]:
    return [point.signal for point in held.points]


def cases(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "reference/spc/plot-the-dots.json").read_text("utf-8"))["cases"]
    return found


def drawn(case: dict[str, Any]) -> Chart:
    told = case["options"]
    return chart(
        case["y"],
        improvement=told["improvement_direction"],
        screen_outliers=told["screen_outliers"],
        rebase=[told["rebase_at"] - 1] if told["rebase_at"] else [],
        fix_after=told["fix_after_n_points"],
        target=told["target"],
    )


def test_every_recorded_chart_has_the_same_limits(shared: Path) -> None:
    for case in cases(shared):
        points = drawn(case).points
        assert [point.mean for point in points] == pytest.approx(case["mean"], abs=1e-6), case["name"]
        assert [point.lower for point in points] == pytest.approx(case["lpl"], abs=1e-6), case["name"]
        assert [point.upper for point in points] == pytest.approx(case["upl"], abs=1e-6), case["name"]


def test_every_recorded_chart_has_the_same_signals(shared: Path) -> None:
    for case in cases(shared):
        assert signals(drawn(case)) == case["special_cause"], case["name"]
        assert [point.reading for point in drawn(case).points] == case["point_type"], case["name"]


def test_ranges_beyond_their_own_limit_are_screened_out() -> None:
    point = chart(ONE_OUTLIER).points[0]
    assert (point.upper, point.mean, point.lower) == pytest.approx((4.6044, 1.9444, -0.7156), abs=1e-4)


def test_unscreened_an_outlier_widens_the_limits() -> None:
    point = chart(ONE_OUTLIER, screen_outliers=False).points[0]
    assert (point.upper, point.mean, point.lower) == pytest.approx((6.9516, 1.9444, -3.0627), abs=1e-4)


@pytest.mark.parametrize(
    ("values", "signal", "places"),
    [
        ([*UP_AND_DOWN, 20.0], "Above UCL", [12]),
        ([*UP_AND_DOWN, -20.0], "Below LCL", [12]),
        ([*WIDE, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7], "7 Point Trend (Increasing)", list(range(12, 19))),
        ([*ENDS_LOW, 2.7, 2.6, 2.5, 2.4, 2.3, 2.2, 2.1], "7 Point Trend (Decreasing)", list(range(12, 19))),
        ([*ENDS_LOW, 3.5, 3.4, 3.5, 3.4, 3.5, 3.4, 3.5, 0.0], "7 Points Above CL", list(range(12, 19))),
        ([*WIDE, 1.5, 1.6, 1.5, 1.6, 1.5, 1.6, 1.5, 4.0], "7 Points Below CL", list(range(12, 19))),
    ],
)
def test_a_rule_marks_the_points_that_it_is_about(values: list[float], signal: str, places: list[int]) -> None:
    assert [at for at, told in enumerate(signals(chart(values))) if told == signal] == places


def test_six_points_in_a_row_are_no_trend() -> None:
    assert "7 Point Trend (Increasing)" not in signals(chart([1, 2, 3, 4, 5, 6]))


def test_two_of_three_points_near_a_limit_are_a_signal() -> None:
    values = [*[10.0, 12.0] * 8, 15.9, 13.0, 15.9]
    assert [at for at, told in enumerate(signals(chart(values))) if told == "2 in 3 Above CL"] == [16, 18]


def test_a_point_on_the_mean_breaks_a_run() -> None:
    broken = chart([*WIDER, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, -6.0])
    whole = chart([*WIDER, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -7.0])
    assert broken.points[0].mean == whole.points[0].mean == 0
    assert "7 Points Above CL" not in signals(broken)
    assert "7 Points Above CL" in signals(whole)


def test_the_turn_of_two_trends_belongs_to_the_second() -> None:
    held = chart([*WIDE, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.6, 2.5, 2.4, 2.3, 2.2, 2.1])
    assert signals(held)[17:20] == ["7 Point Trend (Increasing)", *["7 Point Trend (Decreasing)"] * 2]


@pytest.mark.parametrize(
    ("improvement", "reading"),
    [
        ("increase", "special_cause_improvement"),
        ("decrease", "special_cause_concern"),
        ("neutral", "special_cause_neutral_high"),
    ],
)
def test_what_a_signal_means_depends_on_what_is_wanted(improvement: spc.Improvement, reading: str) -> None:
    assert chart([*UP_AND_DOWN, 20.0], improvement=improvement).points[-1].reading == reading


@pytest.mark.parametrize(
    ("target", "improvement", "assurance"),
    [
        (50, "increase", "consistent_fail"),
        (50, "decrease", "consistent_pass"),
        (-50, "increase", "consistent_pass"),
        (-50, "decrease", "consistent_fail"),
        (1.5, "increase", "inconsistent"),
        (50, "neutral", None),
        (None, "increase", None),
    ],
)
def test_a_target_is_met_missed_or_left_to_chance(
    target: float | None, improvement: spc.Improvement, assurance: str | None
) -> None:
    assert chart(UP_AND_DOWN, improvement=improvement, target=target).assurance == assurance


def test_the_latest_segment_decides_whether_a_target_is_met() -> None:
    values = [*UP_AND_DOWN, *[value + 100 for value in UP_AND_DOWN]]
    assert chart(values, rebase=[12], target=50).assurance == "consistent_pass"


def test_each_segment_has_limits_of_its_own() -> None:
    values = [*UP_AND_DOWN, *[value + 100 for value in UP_AND_DOWN]]
    held = chart(values, rebase=[12])
    assert {point.mean for point in held.points} == {1.5, 101.5}
    assert held.signals == ()


def test_limits_can_be_fixed_from_the_first_points_of_a_segment() -> None:
    held = chart([*UP_AND_DOWN, 9.0, 9.0], fix_after=12)
    assert held.points[-1].mean == 1.5
    assert held.points[-1].signal == "Above UCL"


def test_one_point_has_no_limits_and_is_no_signal() -> None:
    (point,) = chart([5.0]).points
    assert (point.lower, point.upper, point.signal) == (None, None, COMMON_CAUSE)


def test_values_that_never_change_have_no_limits_where_outliers_are_screened() -> None:
    assert {(point.lower, point.upper) for point in chart([5.0] * 10).points} == {(None, None)}


def test_limits_from_fewer_than_twelve_points_are_a_trial() -> None:
    assert chart(UP_AND_DOWN[:11]).is_trial
    assert not chart(UP_AND_DOWN).is_trial


def test_the_lengths_of_runs_are_settings_and_are_printed() -> None:
    rules = Rules(run=8, trend=6)
    held = chart([*WIDE, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 1.0], rules=rules)
    assert signals(held)[12:18] == ["6 Point Trend (Increasing)"] * 6
    assert "8 points on one side" in str(held.rules)


@pytest.mark.parametrize(
    ("values", "told", "words"),
    [
        ([], {}, "no values"),
        ([1, float("nan")], {}, "Value 2 is nan"),
        ([1, None], {}, "Value 2 is None"),
        ([1, 2], {"improvement": "up"}, "no direction"),
        ([1, 2], {"rebase": [2]}, "from 0 to 1"),
        ([1, 2], {"fix_after": 0}, "at least 1 point"),
    ],
)
def test_what_makes_no_chart_is_refused(values: Any, told: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        chart(values, **told)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.data())
def test_turned_upside_down_a_chart_says_the_opposite(values: list[float], data: st.DataObject) -> None:
    rounded: Sequence[float] = [round(value, 2) for value in values]
    up, down = chart(rounded, improvement="increase"), chart([-value for value in rounded], improvement="decrease")
    swap = {"Above": "Below", "Below": "Above", "Increasing": "Decreasing", "Decreasing": "Increasing", "UCL": "LCL"}
    assert [point.reading for point in up.points] == [point.reading for point in down.points]
    assert [word for signal in signals(up) for word in signal.split()[:1]] == [
        swap.get(word, word) for signal in signals(down) for word in signal.split()[:1]
    ]
