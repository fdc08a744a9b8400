"""Figures that were told again and again, in series."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from arising.following import series


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
