"""The days of an inspection as reports write them, and the authorities that they are about."""

from __future__ import annotations

from datetime import date

import pytest

from arising.reading.inspections.days import day_in_name, days_after
from arising.reading.inspections.opening import known_authority, usual_name


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("15 July 2019 to 26 July 2019", (2019, 7, 15), (2019, 7, 26)),
        ("17 to 28 July 2023 2", (2023, 7, 17), (2023, 7, 28)),
        ("28 February to 4 March 2022", (2022, 2, 28), (2022, 3, 4)),
        ("19 November–30 November 2018", (2018, 11, 19), (2018, 11, 30)),
        ("24 February – 18 March 2015", (2015, 2, 24), (2015, 3, 18)),
        ("4 and 5 February 2020", (2020, 2, 4), (2020, 2, 5)),
        ("12 to 16 and 19 to 23 November 2018", (2018, 11, 12), (2018, 11, 23)),
        ("8 July to 12 July and 7 August to 9 August 2019", (2019, 7, 8), (2019, 8, 9)),
        ("12 December to 13 January 2023", (2022, 12, 12), (2023, 1, 13)),
        ("28 November 2022 to 9 December 2022", (2022, 11, 28), (2022, 12, 9)),
        ("Monday 5th to Friday 9th February 2024", (2024, 2, 5), (2024, 2, 9)),
        ("1 9 June to 30 June 2019", (2019, 6, 19), (2019, 6, 30)),
        ("12 to 16 May 20 25", (2025, 5, 12), (2025, 5, 16)),
        ("05/12/2022 to 16/12/2022", (2022, 12, 5), (2022, 12, 16)),
        ("20 February 2024", (2024, 2, 20), (2024, 2, 20)),
    ],
)  # fmt: skip
def test_days_are_completed_from_the_right(words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    days = days_after(f"Inspection dates: {words}\nLead inspector", 17)

    assert (min(days), max(days)) == (date(*first), date(*last))


@pytest.mark.parametrize("words", ["in May", "12 to 16 May", "31 June 2019", "the last 12 months"])
def test_days_that_are_not_whole_are_none(words: str) -> None:
    assert days_after(f"Inspection dates: {words}", 17) == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("report-2019-08-27.pdf", date(2019, 8, 27)),
        ("children's services inspection - 29 october 2018.pdf", date(2018, 10, 29)),
        ("2024_03_12 letter.docx", date(2024, 3, 12)),
        ("50227723.pdf", None),
        ("report-2019-13-40.pdf", None),
    ],
)
def test_a_file_may_be_named_by_a_day(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Bradford Metropolitan District Council", "Bradford"),
        ("Kent County Council", "Kent"),
        ("London Borough of Bexley", "Bexley"),
        ("Royal Borough of Windsor and Maidenhead", "Windsor and Maidenhead"),
        ("Hull City Council", "Kingston upon Hull"),
        ("Bristol City Council", "Bristol"),
        ("Herefordshire Council", "Herefordshire"),
        ("St Helens Borough Council", "St Helens"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("City of York Council", "York"),
        ("Durham", "County Durham"),
        ("Kesterby Council", None),
        ("South East", None),
    ],
)
def test_an_authority_is_known_however_its_council_is_styled(written: str, usual: str | None) -> None:
    area = known_authority(written)

    assert (usual_name(area) if area else None) == usual
