from datetime import date

import pytest

from arising.sample.build import build, build_papers
from arising.sample.council import MINUTES, PAPERS
from arising.sample.layouts.dates import long_date, moderngov_date


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return build()


def test_the_files_kept_are_those_that_the_manuscripts_give(built: dict[str, bytes]) -> None:
    assert {path.name for path in MINUTES.iterdir()} == set(built)


def test_every_file_kept_is_what_its_manuscript_gives_today(built: dict[str, bytes]) -> None:
    stale = [name for name, content in built.items() if (MINUTES / name).read_bytes() != content]
    assert not stale, f"run python -m arising.sample.build: {stale}"


def test_the_inspection_reports_kept_are_what_their_manuscripts_give_today() -> None:
    assert {path.name: path.read_bytes() for path in PAPERS.iterdir()} == build_papers()


def test_building_twice_gives_the_same_bytes(built: dict[str, bytes]) -> None:
    assert build() == built


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 2, 1), "Thursday, 1st February, 2024"),
        (date(2024, 2, 2), "Friday, 2nd February, 2024"),
        (date(2024, 2, 3), "Saturday, 3rd February, 2024"),
        (date(2024, 2, 11), "Sunday, 11th February, 2024"),
        (date(2024, 2, 22), "Thursday, 22nd February, 2024"),
    ],
)
def test_moderngov_writes_the_day_with_its_ending(day: date, words: str) -> None:
    assert moderngov_date(day) == words


def test_printed_minutes_write_the_day_without_one() -> None:
    assert long_date(date(2024, 2, 1)) == "Thursday 1 February 2024"
