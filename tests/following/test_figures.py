"""Figures that were told again and again, in series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from arising.following import Repetition, repeated, series


@dataclass(frozen=True)
class Told:
    meeting: int
    measure: str
    unit: str = "%"
    scope: str = "local"


def told(*figures: Told) -> list[list[int]]:
    """The series of figures, each figure by its place."""
    return [[figures.index(one) for one in found] for found in series(figures, lambda figure: figure.meeting)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("potholes were mended within 20 days", "of potholes mended within 20 days"),
        (
            "currently plans were completed within the statutory 20 weeks",
            "children received their plan within 20 weeks",
        ),
        ("social workers had been recruited", "Recruitment of overseas social workers"),
    ],
)
def test_the_same_in_other_words_is_one_series(one: str, other: str) -> None:
    assert told(Told(1, one), Told(2, other)) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("potholes were mended", "bus fares paid by card"),
        ("Ferry Account", "Harbour Account"),
        ("", ""),
        ("of them", "of those"),
    ],
)
def test_something_else_is_no_series(one: str, other: str) -> None:
    assert told(Told(1, one), Told(2, other)) == []


def test_other_units_are_other_series() -> None:
    assert told(Told(1, "potholes mended", "%"), Told(2, "potholes mended", "potholes")) == []


def test_a_national_figure_is_not_held_beside_a_local_one() -> None:
    assert told(Told(1, "potholes mended", scope="national"), Told(2, "potholes mended")) == []


def test_each_figure_goes_where_its_words_are_most_alike() -> None:
    found = told(
        Told(1, "Ferry Account stood at"),
        Told(1, "Harbour Account stood at"),
        Told(2, "Harbour Account stood at"),
        Told(2, "Ferry Account stood at"),
    )
    assert found == [[0, 3], [1, 2]]


def test_a_meeting_gives_one_figure_to_a_series() -> None:
    found = told(Told(1, "potholes mended"), Told(2, "potholes mended"), Told(2, "potholes mended last winter"))
    assert found == [[0, 1]]


def test_all_of_a_series_are_alike() -> None:
    chain = ("potholes mended", "potholes mended kerbs laid", "kerbs laid lamps lit")
    assert told(*(Told(meeting, words) for meeting, words in enumerate(chain))) == [[0, 1]]


@dataclass(frozen=True)
class Counted:
    """Social workers that were recruited, as told at a meeting."""

    day: date
    value: float
    words: str = "Officers said that so many social workers had been recruited."
    measure: str = "social workers had been recruited"
    unit: str = "people"
    scope: str = "local"
    high: float | None = None
    of: float | None = None


FIRST, SECOND, THIRD = date(2020, 3, 12), date(2020, 6, 9), date(2023, 3, 2)


def again(*figures: Counted) -> list[Repetition[Counted]]:
    return repeated(figures, lambda one: one.day, lambda one: one.words, lambda one: f"on {one.day}")


def test_ten_then_ten_then_twelve_without_a_remark_is_a_question() -> None:
    told = Counted(FIRST, 10), Counted(SECOND, 10), Counted(THIRD, 12)
    (one,) = again(*told)
    assert one.told == told
    assert one.question == (
        "The minutes say 10 people on 2020-03-12, 10 people again on 2020-06-09, then 12 people on 2023-03-02."
        " Nothing is said of the change. Is it the same count, and what happened between?"
    )


def test_a_figure_told_again_unchanged_is_a_question() -> None:
    (one,) = again(Counted(FIRST, 10), Counted(SECOND, 10))
    assert one.question.endswith("Was it counted anew, or told again?")


def test_the_order_in_which_figures_come_makes_no_difference() -> None:
    assert again(Counted(THIRD, 12), Counted(SECOND, 10), Counted(FIRST, 10)) == again(
        Counted(FIRST, 10), Counted(SECOND, 10), Counted(THIRD, 12)
    )


@pytest.mark.parametrize(
    "later",
    [
        Counted(SECOND, 10, words="The number had remained at ten."),
        Counted(SECOND, 12),
        Counted(SECOND, 10, unit="%"),
        Counted(SECOND, 10, scope="national"),
        Counted(SECOND, 10, measure="potholes mended"),
        Counted(FIRST, 10),
        Counted(SECOND, 10, of=12),
    ],
)
def test_a_figure_that_was_remarked_on_or_is_another_raises_no_question(later: Counted) -> None:
    assert again(Counted(FIRST, 10), later) == []


def test_what_follows_a_remark_is_not_asked_about() -> None:
    (one,) = again(
        Counted(FIRST, 10), Counted(SECOND, 10), Counted(THIRD, 12, words="It had risen to twelve social workers.")
    )
    assert [figure.value for figure in one.told] == [10, 10]
