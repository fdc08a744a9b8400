"""Files about single children are refused, by their titles or by what stands in them; figures are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from arising.measures.published import ChildLevel, children, tidy
from measures.published.invented import csv_of, row


@pytest.mark.parametrize(
    "title",
    [
        "Child", "Child ID", "child_id", "LAchildID", "PupilID", "Person ID", "Client number", "Case number",
        "UPN", "FormerUPN", "Unique Pupil Number", "ULN", "NHS number", "NHSNumber", "nhs_no",
        "DOB", "D.O.B.", "Date of birth", "PersonBirthDate", "MC_DOB", "Child's date of birth", "birth_date",
        "Forename", "Surname", "First name", "PupilForename", "Child's name", "Name of child", "Full name", "Initials",
        "Postcode", "HOME_POST", "PL_POST", "Home address", "Placement postcode",
    ],
)  # fmt: skip
def test_a_column_about_single_children_is_known_by_its_title(title: str) -> None:
    assert children.by_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "old_la_code", "new_la_code", "time_period", "la_name", "region_name", "country_name", "release_date",
        "Published on", "date of release", "Anypoint_child", "Started_child", "referral_child_count", "children_count",
        "number of children", "population_estimate", "school_name", "provider_name", "case_holders_fte", "cases",
        "pupil_count", "child_percent", "Name", "indicator", "urn", "characteristic", "CLA on 31 March",
    ],
)  # fmt: skip
def test_a_column_of_figures_is_not(title: str) -> None:
    assert children.by_title(title) is None


def births(count: int = 30) -> list[str]:
    random = Random(3)
    return [f"{date(2008, 1, 1) + timedelta(days=random.randrange(4000)):%d/%m/%Y}" for _ in range(count)]


def pupil_numbers(count: int = 20) -> list[str]:
    random = Random(5)
    return [f"{random.choice('ABCDEFGH')}{random.randrange(10**12):012}" for _ in range(count)]


@pytest.mark.parametrize(
    ("values", "what"),
    [
        (births(), "dates of birth"),
        (pupil_numbers(), "unique pupil numbers"),
        (["943 476 5919", "9434765870", "450 557 7104", "401 023 2137", "987-654-4321"], "NHS numbers"),
        (["1000000001", "1000000002", "1000000003", "1000000005", "1000000007"], "numbers of learners or patients"),
        (["ZZ1 1AA", "ZZ2 2BB", "ZZ11 3CC", "Z4 4DD", "ZZ55EE"], "postcodes"),
    ],
)
def test_a_column_about_single_children_is_known_by_what_stands_in_it(values: Sequence[str], what: str) -> None:
    assert children.by_shape(values, "Column 3") == what


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([f"{date(2023, month, 28):%d/%m/%Y}" for month in range(1, 13)], "period"),
        ([f"{date(2020 + year, month, 1)}" for year in range(4) for month in range(1, 13)], "Taken on"),
        ([str(date(2020, 1, 6) + timedelta(days=7 * week)) for week in range(200)], "Monday"),
        ([f"{date(year, 6, year % 28 + 1):%d/%m/%Y}" for year in range(2001, 2025)], "release date"),
        ([str(number) for number in range(1000, 1100)], "children"),
        (["E06000035", "E06000034", "E10000016", "E08000002", "E09000004"], "new_la_code"),
        (["ZZ1 1AA", "ZZ2 2BB", "ZZ11 3CC", "Z4 4DD", "ZZ55EE"], "school_postcode"),
        (births(4), "a few days"),
    ],
)
def test_days_codes_and_counts_are_no_children(values: Sequence[str], title: str) -> None:
    assert children.by_shape(values, title) is None


def test_a_file_about_children_is_refused_in_one_line_that_names_the_column() -> None:
    content = "\n".join(["Team,UPN,Started", *(f"North,{upn},2024" for upn in pupil_numbers())]).encode()
    with pytest.raises(ChildLevel) as told:
        tidy.read(content, file="cases.csv")
    line = str(told.value)
    assert line.startswith("cases.csv, row 1, column UPN: it looks like unique pupil numbers.")
    assert "nothing of this one was kept" in line
    assert "\n" not in line


def test_it_is_refused_with_other_titles_too_and_says_nothing_of_what_stands_in_it() -> None:
    told = births()
    content = "\n".join(["Column A,Column B", *(f"{number},{born}" for number, born in enumerate(told))]).encode()
    with pytest.raises(ChildLevel) as refused:
        tidy.read(content, file="list.csv")
    assert not any(born in str(refused.value) for born in told)


def test_it_is_refused_however_its_cells_are_parted() -> None:
    with pytest.raises(ChildLevel):
        tidy.read(b"Forename;Surname;DOB\nA;B;01/02/2012\n", file="list.csv")


def test_it_is_refused_in_the_layout_of_published_files_too() -> None:
    titles = csv_of().decode().strip() + ",child_id"
    with pytest.raises(ChildLevel, match="column child_id"):
        tidy.read(csv_of(row() + ",12", titles=titles))


def test_the_files_of_published_figures_are_no_files_about_children(shared: Path) -> None:
    found = sorted((shared / "reference" / "dfe").glob("*.csv"))
    assert found
    for path in found:
        assert tidy.read(path).rows
