"""What committee systems print around minutes."""

from __future__ import annotations

import pytest

from arising.documents.document import Part
from arising.documents.markup.published import (
    date_in,
    is_agenda_text,
    is_decision_text,
    is_restricted,
    label_part,
    meeting_in,
    meeting_of_opening,
    without_file_size,
)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Minutes:", Part.MINUTES),
        ("Draft minutes", Part.MINUTES),
        ("Decision:", Part.DECISION),
        ("Decisions", Part.DECISION),
        ("Supporting documents:", Part.DOCUMENTS),
        ("Additional documents:", Part.DOCUMENTS),
        ("Reasons for the decision:", Part.PAGE),
        ("Alternative options considered and rejected:", Part.PAGE),
    ],
)
def test_a_label_opens_its_part(words: str, part: Part) -> None:
    assert label_part(words) is part


@pytest.mark.parametrize(
    "words", ["", "The minutes were agreed.", "Minutes of the Cabinet", "Early help", "Decision on fees"]
)
def test_other_words_are_no_label(words: str) -> None:
    assert label_part(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "To consider the attached report.",
        "To receive apologies for absence.",
        "This report provides an update on the improvement plan.",
        "The attached report sets out the budget.",
        "Report of the Director of People.",
        "Members are asked to declare any interest.",
        "Recommended: that the Committee note the report.",
        "The Committee is asked to note the report.",
    ],
)
def test_what_was_written_before_the_meeting_is_known(words: str) -> None:
    assert is_agenda_text(words)


@pytest.mark.parametrize(
    "words",
    [
        "The Committee noted the report.",
        "There were none.",
        "The Director introduced the report.",
        "Members received a report on fostering.",
        "In response to a question the Director said no.",
    ],
)
def test_minutes_are_not_taken_for_agenda_text(words: str) -> None:
    assert not is_agenda_text(words)


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("That the report be noted.", True),
        ("RESOLVED that it be noted", True),
        ("It was resolved to note it", True),
        ("The report was noted.", False),
    ],
)
def test_a_decision_without_its_label_is_known(words: str, is_one: bool) -> None:
    assert is_decision_text(words) is is_one


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday, 9 January 2020 6.30 pm", "2020-01-09"),
        ("Tuesday, 24th May, 2022 2.00 pm", "2022-05-24"),
        ("27/07/2021", "2021-07-27"),
        ("published 2023-03-02", "2023-03-02"),
        ("3 Sept 2019", "2019-09-03"),
        ("31 February 2020", None),
        ("no day at all", None),
        ("12 of 45", None),
    ],
)
def test_a_day_is_found(words: str, day: str | None) -> None:
    assert date_in(words) == day


@pytest.mark.parametrize(
    ("words", "body", "day"),
    [
        ("Meeting of Children's Scrutiny Committee, Thursday, 9 January 2020 6.30 pm (Item 5.)",
         "Children's Scrutiny Committee", "2020-01-09"),
        ("Cabinet - Tuesday, 24th May, 2022 2.00 pm", "Cabinet", "2022-05-24"),
        ("Agenda for Planning Committee on Wednesday 3 April 2019, 7.00 pm", "Planning Committee", "2019-04-03"),
        ("Meeting: 14/08/2023 - Overview and Scrutiny Committee (Item 2)",
         "Overview and Scrutiny Committee", "2023-08-14"),
        ("27/07/2021 - Cabinet", "Cabinet", "2021-07-27"),
        ("Children's update", None, None),
        ("MINUTES of a meeting of the Harbour Board held in the Long Room, Quay Street, on Monday 4 March 2024",
         "Harbour Board", "2024-03-04"),
        ("in the Long Room, Quay Street, on Monday 4 March 2024", None, "2024-03-04"),
        ("meeting held on Monday 4 March 2024", None, "2024-03-04"),
    ],
)  # fmt: skip
def test_body_and_day_are_read_from_the_line_that_names_a_meeting(
    words: str, body: str | None, day: str | None
) -> None:
    assert meeting_in(words) == (body, day)


def test_the_opening_sentence_of_printed_minutes_names_body_and_day_below_a_title() -> None:
    opening = "EASTHAVEN COUNCIL\nMINUTES of a meeting of the Harbour Board held in Quay Street on 4 March 2024"
    assert meeting_of_opening(opening.splitlines()) == ("Harbour Board", "2024-03-04")
    assert meeting_of_opening(["PRESENT: Councillor Tern"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("Minutes pdf icon PDF 135 KB", "Minutes"),
        ("MinutesPDF 135 KB", "Minutes"),
        ("Budget report PDF 1.2 MB", "Budget report"),
        ("Saving as PDF", "Saving as PDF"),
        ("PDF 135 KB", "PDF 135 KB"),
    ],
)
def test_the_size_of_a_file_is_no_part_of_a_title(words: str, bare: str) -> None:
    assert without_file_size(words) == bare


def test_a_paper_that_is_not_public_is_known() -> None:
    assert is_restricted("Appendix B (restricted)")
    assert is_restricted("Fully exempt – View reasons")
    assert not is_restricted("Appendix A")


@pytest.mark.parametrize(
    ("lines", "body", "day"),
    [
        (["Ayton Council", "Minutes of a meeting of the Scrutiny", "Committee held on Thursday, 9 January", "2020"],
         "Scrutiny Committee", "2020-01-09"),
        (["MINUTES", "Planning Committee, 9 January 2020"], "Planning Committee", "2020-01-09"),
        (["Minutes of the meeting held on Thursday 9 January 2020"], None, None),
        (["Members of the Committee agreed, on 3 April 2019, to go"], None, None),
        (["Present: Councillors of the Board, on 3 April 2019"], None, None),
        (["6.30 pm in the Council Chamber, Thursday 3 April 2019"], None, None),
        ([], None, None),
    ],
)  # fmt: skip
def test_the_opening_lines_of_printed_minutes_name_the_meeting(
    lines: list[str], body: str | None, day: str | None
) -> None:
    assert meeting_of_opening(lines) == (body, day)
