"""How far a plan has come, by scores that several groups gave apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.measures import spc
from arising.measures.distance import (
    Answer,
    Scale,
    Score,
    Signal,
    Sustaining,
    distance,
    held,
    remark,
    scored,
    signal_of,
    travelled,
)

MARCH, JUNE, SEPTEMBER, DECEMBER = (date(2024, month, 10) for month in (3, 6, 9, 12))
VISITS = Scale("visits", "Children are seen", "Nobody knows", "Most are seen", "Every child is seen", 3, 8)

values = st.integers(0, 10)
answers = st.lists(st.builds(Answer, values, st.integers(1, 9)), min_size=1, max_size=8)


def score(value: float, on: date = MARCH, group: str = "Board", people: int = 6) -> Score:
    return Score(group, on, value, people)


def every(*told: float, group: str = "Board", step: int = 92) -> list[Score]:
    """Scores of one group, a quarter apart."""
    return [score(value, MARCH + timedelta(days=step * at), group) for at, value in enumerate(told)]


@pytest.mark.parametrize(
    ("now", "baseline", "goal", "gone"),
    [(3, 3, 8, 0.0), (8, 3, 8, 1.0), (5, 3, 8, 0.4), (2, 3, 8, -0.2), (9, 2, 7, 1.4)],
)
def test_distance_is_the_share_of_the_way_that_was_gone(now: float, baseline: float, goal: float, gone: float) -> None:
    assert distance(now, baseline, goal) == pytest.approx(gone)


def test_there_is_no_way_from_a_baseline_to_itself() -> None:
    with pytest.raises(ValueError, match="no way to go"):
        distance(4, 3, 3)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"five": " "}, "Say what 5 means"),
        ({"goal": 3}, "not above the baseline"),
        ({"goal": 11}, "from 0 to 10"),
        ({"baseline": -1}, "from 0 to 10"),
    ],
)
def test_a_scale_that_cannot_be_scored_is_refused(told: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        replace(VISITS, **told)


def test_a_groups_score_is_the_middle_one_and_no_mean() -> None:
    given = [Answer(2), Answer(2), Answer(9), Answer(10), Answer(2)]
    assert (scored("Board", MARCH, given).value, scored("Board", MARCH, given).people) == (2, 5)


def test_between_two_middle_ones_it_is_half_way() -> None:
    assert scored("Board", MARCH, [Answer(4), Answer(7)]).value == 5.5


def test_an_answer_that_many_agreed_on_counts_as_many() -> None:
    assert scored("Parents", MARCH, [Answer(3, people=12), Answer(9, people=4)]).value == 3


@given(answers)
def test_a_score_lies_between_the_lowest_and_the_highest_answer(told: list[Answer]) -> None:
    found = scored("Board", MARCH, told)
    assert min(one.value for one in told) <= found.value <= max(one.value for one in told)
    assert found.people == sum(one.people for one in told)


@given(answers)
def test_ten_who_agree_are_as_ten_who_answer_alike(told: list[Answer]) -> None:
    alone = [Answer(one.value) for one in told for _ in range(one.people)]
    assert scored("Board", MARCH, told) == scored("Board", MARCH, alone)


def test_change_is_since_the_last_score_of_the_same_group() -> None:
    found = travelled(VISITS, [score(3), score(5, JUNE), score(4, MARCH, "Parents"), score(4, JUNE, "Parents")])
    assert [(one.group, one.change, one.moved) for one in found.groups] == [
        ("Board", 2, "up 2 since last time"), ("Parents", 0, "no change since last time"),
    ]  # fmt: skip


def test_the_first_score_has_no_change() -> None:
    (board,) = travelled(VISITS, [score(5)]).groups
    assert (board.change, board.moved, board.percent) == (None, "first score", "40%")


def test_the_answer_in_words_gives_the_span_and_never_a_mean() -> None:
    found = travelled(VISITS, [*every(3, 8), *every(3, 4, group="Parents"), *every(5, 5, group="Managers")])
    assert found.words == (
        "Scored 4 to 8. It began at 3 and is to reach 8. Since last time up for Board and Parents, the same for"
        " Managers."
    )


def test_the_spread_names_who_stands_where() -> None:
    found = travelled(VISITS, [score(8), score(4, group="Parents"), score(8, group="Managers")])
    assert str(found.spread) == (
        "From 4 (Parents) to 8 (Board and Managers): 4 apart. The groups do not see the same thing."
    )


def test_scores_of_different_days_make_no_spread() -> None:
    assert travelled(VISITS, [score(8), score(4, JUNE, "Parents")]).spread is None


def test_groups_that_agree_are_said_to() -> None:
    assert str(travelled(VISITS, [score(6), score(6, group="Parents")]).spread) == "All groups score 6."


@pytest.mark.parametrize(
    ("told", "step", "level"),
    [
        ((6, 7, 6), 92, 6),
        ((6, 7), 200, None),
        ((6, 7, 6), 80, None),
        ((3, 6, 7, 8), 92, 6),
        ((6, 7, 6, 6), 70, 6),
        ((7, 7, 7, 4), 92, 4),
    ],
)
def test_held_takes_three_scorings_and_six_months(told: tuple[float, ...], step: int, level: float | None) -> None:
    found = held(every(*told, step=step))
    assert (found[0] if found else None) == level


def test_a_level_is_held_from_the_first_score_that_reached_it() -> None:
    assert held(every(2, 6, 6, 7, 6)) == (6, every(2, 6)[1].on)


def test_when_something_counts_as_held_can_be_set() -> None:
    assert held(every(6, 7, step=40), Sustaining(scorings=2, months=1)) == (6, MARCH)


def test_a_new_high_is_not_yet_sustained() -> None:
    (board,) = travelled(VISITS, every(6, 6, 6, 8)).groups
    assert (board.is_sustained, board.sustained) == (False, "6 sustained, 8 not yet")


def test_what_was_held_is_sustained() -> None:
    (board,) = travelled(VISITS, every(8, 8, 8)).groups
    assert (board.is_sustained, board.sustained) == (True, "sustained at 8")


@given(st.lists(values, min_size=1, max_size=8), st.integers(20, 200))
def test_nothing_is_held_above_the_latest_score(told: list[int], step: int) -> None:
    found = held(every(*told, step=step))
    assert found is None or found[0] <= told[-1]


def test_a_group_of_two_is_not_shown() -> None:
    found = travelled(VISITS, [score(8), score(2, group="Young people", people=2)])
    assert ([one.group for one in found.groups], found.kept_back, found.spread) == (["Board"], ("Young people",), None)


def test_a_small_scoring_of_a_group_is_left_out_and_its_others_stay() -> None:
    (parents,) = travelled(VISITS, [score(4, MARCH, "Parents"), score(9, JUNE, "Parents", people=4)]).groups
    assert (parents.now.value, parents.now.on) == (4, MARCH)


@given(st.lists(st.tuples(st.sampled_from("ABCD"), values, st.integers(1, 9), values), max_size=12))
def test_what_is_kept_back_cannot_be_worked_out_from_the_rest(told: list[tuple[str, int, int, int]]) -> None:
    """Whatever a small group scored, everything else stays as it is."""
    days = [MARCH + timedelta(days=at) for at in range(len(told))]
    one = [Score(group, on, value, people) for on, (group, value, people, _) in zip(days, told, strict=True)]
    other = [
        Score(group, on, value if people >= 5 else another, people)
        for on, (group, value, people, another) in zip(days, told, strict=True)
    ]
    assert travelled(VISITS, one) == travelled(VISITS, other)


def test_two_scores_of_a_group_on_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="two scores of one day"):
        travelled(VISITS, [score(3), score(4)])


@pytest.mark.parametrize(
    ("told", "signal", "disagrees", "begins"),
    [
        ((8,), "unchanged", True, "Scored 8, re-referrals unchanged: they disagree."),
        ((8,), "worse", True, "Scored 8, re-referrals got worse: they disagree."),
        ((8,), "better", False, "Scored 8, re-referrals improved: they point the same way."),
        ((3,), "better", True, "Scored 3, re-referrals improved: they disagree."),
        ((3,), "unchanged", False, "Scored 3, re-referrals unchanged: they point the same way."),
        ((3,), "worse", True, "Scored 3, re-referrals got worse: they disagree."),
        ((2,), "worse", False, "Scored 2, re-referrals got worse: they point the same way."),
        ((2,), "unchanged", True, "Scored 2, re-referrals unchanged: they disagree."),
        ((8,), "unknown", None, "Scored 8, re-referrals cannot be told yet."),
        ((8,), "changed", None, "Scored 8, re-referrals changed."),
        ((), "better", None, "Nothing is scored yet; re-referrals improved."),
    ],
)
def test_a_plain_remark_says_whether_scores_and_figures_agree(
    told: tuple[float, ...], signal: Signal, disagrees: bool | None, begins: str
) -> None:
    found = remark(travelled(VISITS, every(*told)), "re-referrals", signal)
    assert found.disagrees is disagrees
    assert found.words.startswith(begins)


def test_one_group_that_sees_progress_is_held_against_the_figures() -> None:
    found = remark(travelled(VISITS, [score(3), score(7, group="Managers")]), "re-referrals", "unchanged")
    assert found.words.startswith("Scored 3 to 7, re-referrals unchanged: they disagree.")


@pytest.mark.parametrize(
    ("told", "signal"),
    [([20, 21] * 8, "unchanged"), ([20, 21] * 8 + [40], "worse"), ([20, 21] * 8 + [5], "better")],
)
def test_a_signal_is_that_of_the_latest_point(told: list[float], signal: Signal) -> None:
    assert signal_of(spc.chart(told, improvement="decrease")) == signal


def test_without_a_chart_nothing_can_be_told() -> None:
    assert signal_of(None) == "unknown"
