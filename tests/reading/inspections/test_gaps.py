"""What a report does not say, or says otherwise than its framework knows, and what is no report at all."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from arising.documents import open_document
from arising.reading.inspections import Inspection, NotAnInspection, inspect
from arising.reading.inspections.brief import markdown
from reading.inspections import reports
from reading.inspections.writing import Part, line, row, written


def read(parts: tuple[Part, ...], name: str = "report.html", **given: date) -> Inspection:
    return inspect(open_document(written(parts, "html"), name=name), **given)


def without(parts: tuple[Part, ...], words: str) -> tuple[Part, ...]:
    left = tuple(part for part in parts if words not in part.words)
    assert len(left) < len(parts)
    return left


def changed(parts: tuple[Part, ...], kind: str, words: str, new: Part) -> tuple[Part, ...]:
    made = tuple(new if part.kind == kind and part.words == words else part for part in parts)
    assert made != parts
    return made


def says(inspection: Inspection, about: str) -> str:
    return "; ".join(gap.says for gap in inspection.gaps if gap.about == about)


def test_a_judgement_that_is_missing_is_a_gap_and_no_guess() -> None:
    parts = tuple(part for part in reports.ILACS_2018 if not (part.kind == "row" and part.words == reports.HELP))

    inspection = read(parts)

    assert inspection.grade("help_and_protection") is None
    assert f"no judgement of “{reports.HELP}” was found" in says(inspection, "judgements")


def test_an_area_with_something_else_for_a_grade_is_a_gap() -> None:
    inspection = read(changed(reports.ILACS_2018, "row", reports.HELP, row(reports.HELP, "See below")))

    assert inspection.grade("help_and_protection") is None
    assert inspection.grade("overall") == "inadequate"


def test_care_leavers_judged_together_after_2022_do_not_fit_the_scheme() -> None:
    dates = line("Inspection dates: 12 February 2024 to 23 February 2024")
    parts = changed(reports.ILACS_2018, "line", "Inspection dates: 12 November 2018 to 23 November 2018", dates)

    told = says(read(parts), "judgements")

    assert "does not do on inspections of that date" in told
    assert "no judgement of “The experiences and progress of care leavers” was found" in told


def test_no_overall_judgement_is_missed_since_april_2026() -> None:
    dates = line("Inspection dates: 27 April to 1 May 2026")
    parts = changed(reports.ILACS_2025, "line", "Inspection dates: 12 to 16 May 2025", dates)
    parts = tuple(part for part in parts if part.words != reports.OVERALL)

    assert says(read(parts), "judgements") == ""


def test_a_heading_that_gives_another_grade_than_the_table_is_told() -> None:
    parts = changed(reports.ILACS_2025, "row", reports.CARE, row(reports.CARE, "Good"))

    inspection = read(parts)

    assert inspection.grade("in_care") == "good"
    assert any("the heading of its section outstanding" in note for note in inspection.notes)


def test_a_report_without_dates_says_so() -> None:
    parts = changed(reports.ILACS_2025, "line", "Inspection dates: 12 to 16 May 2025", line("Inspection dates: in May"))

    inspection = read(parts)

    assert inspection.first_day is None
    assert "no days" in says(inspection, "dates")


def test_a_number_that_the_paragraphs_skip_is_told() -> None:
    inspection = read(without(reports.ILACS_2018, "the far side before the evening"))

    assert says(inspection, "findings") == "paragraphs that the numbering skips: 2"


def test_a_report_that_asks_for_nothing_says_so() -> None:
    parts = tuple(part for part in reports.ILACS_2025 if part.kind != "bullet" and "improve?" not in part.words)

    assert "what needs to improve" in says(read(parts), "points")


def test_an_authority_that_is_not_known_keeps_the_name_as_written() -> None:
    inspection = read(reports.ILACS_2025)

    assert (inspection.authority, inspection.authority_code) == ("Kesterby", "")
    assert "not the name of an authority" in says(inspection, "authority")


def test_the_day_in_the_name_of_the_file_is_said_to_come_from_there() -> None:
    inspection = read(reports.ILACS_2025, "children's services inspection - 29 july 2025.html")

    assert (inspection.published, inspection.published_from) == (date(2025, 7, 29), "file name")


def test_a_day_that_is_given_goes_before_the_one_in_the_report() -> None:
    inspection = read(reports.SIF_2015, published=date(2015, 5, 13))

    assert (inspection.published, inspection.published_from) == (date(2015, 5, 13), "given")


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the Children’s Services Committee\n\n1. The Director said that Ofsted would come in May 2024.",
        "Dear all\n\nThe lamps in Mill Lane are dark. Yours sincerely, Ada Lindqvist",
        "Agenda\n\n4. Ofsted focused visit to Kesterby children’s services\n\nThe Committee notes the letter.",
    ],
)  # fmt: skip
def test_what_is_no_report_of_an_inspection_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(NotAnInspection) as refused:
        inspect(open_document(text.encode(), name="minutes.txt"))

    assert str(refused.value).startswith("minutes.txt: this is no report of an Ofsted inspection")
    assert "\n" not in str(refused.value)


def test_minutes_are_never_taken_for_a_report(gold: tuple[Any, ...]) -> None:
    taken = []
    for minutes in gold:
        with suppress(NotAnInspection):
            taken.append(inspect(open_document(minutes.path)).document)

    assert gold
    assert taken == []


def test_the_page_of_markdown_tells_the_judgements_before_the_findings() -> None:
    page = markdown(read(reports.ILACS_2023))

    assert 0 < page.index("## Judgements") < page.index("## What needs to improve") < page.index(f"## {reports.HELP}")


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Inspection report for independent fostering agency: Kesterby Fostering", "a fostering agency"),
        ("Inspection report children’s home: The Lamps", "a children’s home"),
        ("Inspection of a good school: Hollin Lane Primary School", "a school or college"),
        ("Arolygiad o wasanaethau addysg yng Nghyngor Cwm Isaf gan Estyn", "an inspectorate in Wales"),
        ("Inspection report for voluntary adoption agency", "an adoption agency"),
    ],
)
def test_the_report_of_another_kind_of_service_is_refused_by_what_it_is(title: str, what: str) -> None:
    text = f"{title}\n\nInspection dates: 4 to 8 March 2024\n\nOverall: good\n\nOfsted regulates and inspects."
    with pytest.raises(NotAnInspection) as refused:
        inspect(open_document(text.encode(), name="report.txt"))

    assert f"it reads like the report of {what}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_minutes_that_speak_of_a_school_are_not_called_its_report() -> None:
    text = "Minutes of the Schools Forum\n\n1. The primary school in Mill Lane has a new roof."
    with pytest.raises(NotAnInspection) as refused:
        inspect(open_document(text.encode(), name="minutes.txt"))

    assert "reads like" not in str(refused.value)
