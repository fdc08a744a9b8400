"""What minutes say of themselves: body, date, urgency, embargo, period, areas, law, other meetings."""

from __future__ import annotations

import pytest

from arising.reading.record import Embargo, Meeting, Record, Urgency
from reading.minuted import minutes

ITEMS = ("# 1. Minutes", "The minutes were read.", "# 2. Bins", "The bins were full.")


def urgency(sentence: str) -> Urgency:
    (found,) = minutes(sentence).urgency
    return found


def embargo(sentence: str) -> Embargo:
    (found,) = minutes(sentence).embargoes
    return found


def whole(*opening: str) -> Record:
    """Minutes of two items under an opening, of which nothing else is known."""
    return minutes(*opening, *ITEMS, date=None)


def references(kind: str, sentence: str) -> list[str]:
    return [found.name for found in minutes(sentence).references if found.kind == kind]


URGENT = (
    "The Chairman was of the opinion that the item should be considered as a matter of urgency, in accordance with"
    " Section 100B(4)(b) of the Local Government Act 1972, because the grant had to be claimed by Friday."
)


def test_an_urgent_item_has_its_reason() -> None:
    assert urgency(URGENT).reason == "the grant had to be claimed by Friday"


def test_an_urgent_item_cites_the_law_in_full() -> None:
    assert urgency(URGENT).law == "Local Government Act 1972, section 100B(4)(b)"


def test_the_law_is_named_in_full_where_the_act_is_left_to_be_understood() -> None:
    found = urgency(
        "The Chair agreed that the report be taken as urgent under s100B(4)(b) because the lease had lapsed."
    )
    assert found.law == "Local Government Act 1972, section 100B(4)(b)"


def test_an_urgent_item_may_cite_no_law() -> None:
    found = urgency("The Chair agreed to take the item as urgent business to enable the tender to be let.")
    assert (found.reason, found.law) == ("the tender to be let", None)


@pytest.mark.parametrize(
    "sentence",
    ["The urgent treatment centre had reopened.", "Repairs were urgently needed.", "Members asked about urgent care."],
)
def test_nothing_was_taken_without_notice_in(sentence: str) -> None:
    assert minutes(sentence).urgency == ()


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The report was embargoed until noon on Friday 10 January 2024.", "2024-01-10T12:00"),
        ("The report is under embargo until 9.30am on 12 March 2024.", "2024-03-12T09:30"),
        ("This report is embargoed and must not be released before 12 March 2024.", "2024-03-12"),
    ],
)
def test_an_embargo_ends_to_the_minute_where_one_is_given(sentence: str, edtf: str) -> None:
    until = embargo(sentence).until
    assert until is not None
    assert until.edtf == edtf


def test_an_embargo_without_an_end_is_still_one() -> None:
    assert embargo("The inspectorate’s letter was under embargo.").until is None


def test_no_embargo_is_found_where_none_is_named() -> None:
    assert minutes("The report was held until noon on 10 January 2024.").embargoes == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "This report covers the period April 2023 to September 2023.",
        "The performance report for the period April 2023 – September 2023 was attached.",
        "The report covered activity during the period April 2023 and September 2023.",
    ],
)
def test_the_period_of_a_report_is_read_before_the_minutes(sentence: str) -> None:
    assert minutes(f"[agenda] {sentence}", "The report was noted.").period == ("2023-04", "2023-09")


def test_minutes_without_a_period_have_none() -> None:
    assert minutes("The museum was shut from April 2023 to September 2023.").period is None


def test_the_areas_of_a_report_are_the_list_under_its_lead() -> None:
    found = minutes(
        "[agenda] The report covers the following areas:", "[agenda] • Fostering", "[agenda] • Kinship care",
        "The report was noted.",
    )  # fmt: skip
    assert [one.name for one in found.areas] == ["Fostering", "Kinship care"]


def test_a_list_under_other_words_names_no_areas() -> None:
    assert minutes("The following attended:", "• Fostering", "• Adoption").areas == ()


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        ("The duty came from the Care Act 2014.", "Care Act 2014"),
        ("It applied section 17 of the Children Act 1989.", "section 17 of the Children Act 1989"),
        ("The Food Hygiene Regulations 2006 applied.", "Food Hygiene Regulations 2006"),
        (
            "The item was urgent under Section 100B of the Local Government Act 1972.",
            "Section 100B of the Local Government Act 1972",
        ),
    ],
)
def test_law_is_cited_with_its_section(sentence: str, law: str) -> None:
    assert law in references("law", sentence)


@pytest.mark.parametrize("sentence", ["They would act in 2024.", "The order of 40 lamps came.", "Section 3 was long."])
def test_no_law_is_cited_in(sentence: str) -> None:
    assert references("law", sentence) == []


def test_guidance_is_cited_by_its_name() -> None:
    assert references("guidance", "Statutory guidance on Home to School Travel (DfE 2023) applied.")


def test_another_meeting_is_referred_to_with_its_day() -> None:
    found = references("meeting", "It had been put to the meeting of the Planning Committee on 6 June 2023.")
    assert found == ["meeting of the Planning Committee on 6 June 2023"]


def test_another_body_is_referred_to_by_name() -> None:
    assert references("body", "The matter was put to the Local Safeguarding Partnership.") == [
        "Local Safeguarding Partnership"
    ]


def test_what_is_named_twice_is_referred_to_once() -> None:
    assert references("law", "The Care Act 2014 applied. The Care Act 2014 was new.") == ["Care Act 2014"]


@pytest.mark.parametrize(
    ("opening", "body", "day"),
    [
        (
            ("Minutes of a meeting of the Thornby Parish Council held on Tuesday 9 January 2024 at 7.30pm",),
            "Thornby Parish Council",
            "2024-01-09",
        ),
        (
            ("THORNBY BOROUGH COUNCIL", "HOUSING COMMITTEE", "MINUTES of the meeting held on 9 January 2024"),
            "Thornby Borough Council, Housing Committee",
            "2024-01-09",
        ),
        (("Housing Committee", "Tuesday, 9 January 2024"), "Housing Committee", "2024-01-09"),
        (("Notes",), None, None),
    ],
)
def test_the_opening_gives_the_body_and_the_day(opening: tuple[str, ...], body: str | None, day: str | None) -> None:
    assert whole(*opening).meeting == Meeting(body=body, date=day)


def test_what_is_known_from_elsewhere_goes_before_the_opening() -> None:
    record = minutes("Housing Committee", "Tuesday, 9 January 2024", *ITEMS, date="2024-01-16")
    assert record.meeting.date == "2024-01-16"


def test_a_page_of_one_item_names_its_meeting_in_a_line() -> None:
    record = minutes("Meeting of Housing Committee, Tuesday, 9 January 2024", "The report was noted.", date=None)
    assert record.meeting == Meeting(body="Housing Committee", date="2024-01-09")


def test_dates_in_the_discussion_of_one_item_are_not_the_day_of_the_meeting() -> None:
    assert minutes("The roof was mended on 9 January 2023.", date=None).meeting == Meeting()


def test_the_summary_is_what_was_written_before_the_meeting() -> None:
    summary = "This report sets out how the bins of the borough were emptied over the last year."
    assert minutes(f"[agenda] {summary}", "The report was noted.").summary == summary


def test_the_title_says_whose_minutes_these_are() -> None:
    assert whole("Minutes of the Thornby Parish Council held on 9 January 2024").title == (
        "Minutes of the Thornby Parish Council"
    )


def test_minutes_with_a_single_item_still_say_whose_they_are_and_of_when() -> None:
    opening = "Roads Committee", "Minutes of the meeting held on 5 March 2024"
    record = minutes(*opening, "1. Street lighting", "All was well.", date=None)
    assert record.meeting == Meeting(body="Roads Committee", date="2024-03-05")
