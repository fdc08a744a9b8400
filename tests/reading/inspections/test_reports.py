"""Invented reports in the layouts of different years and frameworks, in every format that they may come in."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from arising.documents import Document, open_document
from arising.reading.inspections import Inspection, inspect
from reading.inspections import reports
from reading.inspections.writing import FORMATS, written

ILACS = ("ilacs-2018", "ilacs-2020", "ilacs-2023", "ilacs-2025")
EVERY = [(name, form) for name in reports.ALL for form in FORMATS]


@cache
def document(name: str, form: str, align: str = "top") -> Document:
    wide = name.startswith("send-2024")
    return open_document(written(reports.ALL[name], form, align=align, wide=wide), name=f"{name}.{form}")


@cache
def read(name: str, form: str, align: str = "top") -> Inspection:
    return inspect(document(name, form, align))


def words(*quotes: str) -> list[str]:
    """Quotes without the line breaks of their page."""
    return [" ".join(quote.split()) for quote in quotes]


def told(name: str, kind: str) -> list[str]:
    return [part.words for part in reports.ALL[name] if part.kind == kind]


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_every_quote_is_the_text_where_it_is_said_to_stand(name: str, form: str) -> None:
    quoted = read(name, form).quoted()

    assert len(quoted) >= 4
    assert all(document(name, form).text[each.start : each.end] == each.quote for each in quoted)


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_the_authority_is_the_one_of_the_title(name: str, form: str) -> None:
    assert (read(name, form).authority or "").removesuffix(" Council") == "Kesterby"


FRAMEWORKS = {
    "ilacs-2018": "ilacs", "ilacs-2020": "ilacs", "ilacs-2023": "ilacs", "ilacs-2025": "ilacs",
    "send-2024": "area_send",
    "send-2019": "local_area_send", "focused-2019": "focused_visit", "monitoring-2021": "monitoring_visit",
    "jtai-2022": "jtai", "sif-2015": "sif",
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_the_framework_is_told(name: str, form: str) -> None:
    assert read(name, form).framework == FRAMEWORKS[name]


DAYS = {
    "ilacs-2018": (date(2018, 11, 12), date(2018, 11, 23)),
    "ilacs-2020": (date(2020, 2, 24), date(2020, 3, 6)),
    "ilacs-2023": (date(2023, 1, 16), date(2023, 2, 3)),
    "ilacs-2025": (date(2025, 5, 12), date(2025, 5, 16)),
    "send-2024": (date(2024, 2, 5), date(2024, 2, 9)),
    "send-2019": (date(2019, 4, 29), date(2019, 5, 3)),
    "focused-2019": (date(2019, 2, 12), date(2019, 2, 13)),
    "monitoring-2021": (date(2021, 11, 2), date(2021, 11, 3)),
    "jtai-2022": (date(2022, 1, 31), date(2022, 2, 4)),
    "sif-2015": (date(2015, 2, 24), date(2015, 3, 18)),
}


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_the_first_and_the_last_day_are_told(name: str, form: str) -> None:
    assert (read(name, form).first_day, read(name, form).last_day) == DAYS[name]


LEADS = {
    "ilacs-2018": "Ada Lindqvist", "ilacs-2020": "Tomás O’Hara", "ilacs-2023": "Ada Lindqvist",
    "ilacs-2025": "Ifor Pritchard-Jones", "send-2024": "Rosa Almeida", "send-2019": "Rosa Almeida",
    "focused-2019": "Ada Lindqvist", "monitoring-2021": "Peter Quill", "jtai-2022": "Rosa Almeida",
    "sif-2015": "Ada Lindqvist",
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_the_inspector_who_led_or_signed_is_named(name: str, form: str) -> None:
    assert read(name, form).lead_inspector == LEADS[name]


PUBLISHED = {
    "send-2019": date(2019, 6, 14), "focused-2019": date(2019, 3, 14), "monitoring-2021": date(2021, 12, 2),
    "jtai-2022": date(2022, 3, 21), "sif-2015": date(2015, 5, 12),
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_the_day_of_publication_is_told_where_it_is_printed(name: str, form: str) -> None:
    assert read(name, form).published == PUBLISHED.get(name)


GRADES = {
    "ilacs-2018": {
        "leaders": "requires_improvement", "help_and_protection": "inadequate",
        "in_care_and_care_leavers": "requires_improvement", "overall": "inadequate",
    },
    "ilacs-2020": {
        "leaders": "good", "help_and_protection": "requires_improvement", "in_care_and_care_leavers": "good",
        "overall": "good",
    },
    "ilacs-2023": {
        "leaders": "outstanding", "help_and_protection": "good", "in_care": "good",
        "care_leavers": "requires_improvement", "overall": "good",
    },
    "ilacs-2025": {
        "leaders": "good", "help_and_protection": "good", "in_care": "outstanding", "care_leavers": "good",
        "overall": "good",
    },
    "sif-2015": {
        "overall": "requires_improvement", "help_and_protection": "requires_improvement", "looked_after": "good",
        "adoption": "good", "care_leavers": "inadequate", "leaders": "requires_improvement",
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", GRADES)
def test_every_judgement_is_told_under_the_scheme_of_its_date(name: str, form: str) -> None:
    assert {judged.area: judged.grade for judged in read(name, form).judgements} == GRADES[name]


@pytest.mark.parametrize("align", ["middle", "bottom"])
@pytest.mark.parametrize("name", ILACS)
def test_grades_set_in_the_middle_or_at_the_foot_of_their_row_are_told(name: str, align: str) -> None:
    assert {judged.area: judged.grade for judged in read(name, "pdf", align).judgements} == GRADES[name]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["ilacs-2018", "ilacs-2023", "ilacs-2025", "jtai-2022"])
def test_every_point_is_whole(name: str, form: str) -> None:
    assert words(*(point.quote for point in read(name, form).points)) == told(name, "bullet")


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_listed_within_a_point_belongs_to_it(form: str) -> None:
    last = read("ilacs-2020", form).points[-1]

    assert last.quote.startswith("How often")
    assert last.quote.endswith("whether what was said was written down.")


@pytest.mark.parametrize("form", FORMATS)
def test_an_area_for_priority_action_is_told_apart_from_what_needs_to_improve(form: str) -> None:
    points = read("focused-2019", form).points

    assert [point.kind for point in points] == ["priority_action", "improve", "improve"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_weaknesses_that_a_statement_of_action_must_answer_are_told(form: str) -> None:
    points = read("send-2019", form).points

    assert {point.kind for point in points} == {"significant_weakness"}
    assert words(*(point.quote for point in points)) == told("send-2019", "bullet")[-2:]


@pytest.mark.parametrize("form", FORMATS)
def test_priority_actions_and_areas_for_improvement_of_an_area_are_told_from_their_tables(form: str) -> None:
    points = read("send-2024", form).points

    assert [p.kind for p in points] == ["priority_action"] * 2 + ["area_for_improvement"] * 2
    assert words(*(p.quote for p in points))[2:] == [p.words for p in reports.SEND_2024 if p.kind == "row"][3:5]


@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
def test_the_body_that_answers_for_a_priority_action_is_told_from_its_column(form: str) -> None:
    bodies = [point.responsible for point in read("send-2024", form).points if point.kind == "priority_action"]

    assert bodies == ["Kesterby Council and NHS Kesterby ICB", "Kesterby Council"]


OUTCOMES = {"send-2024": "widespread_failings", "send-2019": "written_statement"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", OUTCOMES)
def test_the_outcome_of_an_area_is_told(name: str, form: str) -> None:
    outcome = read(name, form).outcome

    assert outcome is not None
    assert outcome.outcome == OUTCOMES[name]


@pytest.mark.parametrize("form", FORMATS)
def test_what_an_area_report_says_of_the_next_inspection_is_told(form: str) -> None:
    outcome = read("send-2024", form).outcome

    assert outcome is not None
    assert "within approximately 18 months" in outcome.next_inspection


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ILACS)
def test_numbered_paragraphs_are_findings_with_their_number(name: str, form: str) -> None:
    numbered = [(part.beside, part.words) for part in reports.ALL[name] if part.kind == "number"]

    found = [(str(finding.number), *words(finding.quote)) for finding in read(name, form).findings]

    assert found == numbered


@pytest.mark.parametrize("form", FORMATS)
def test_a_finding_knows_the_area_that_it_stands_under(form: str) -> None:
    areas = [finding.area for finding in read("ilacs-2023", form).findings]

    assert areas == ["help_and_protection", "in_care", "care_leavers", "leaders"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_paragraphs_of_a_letter_are_findings_under_their_heading(form: str) -> None:
    headings = [finding.heading for finding in read("monitoring-2021", form).findings]

    assert headings == [
        "Areas covered by the visit", "Headline findings",
        "Findings and evaluation of progress", "Findings and evaluation of progress",
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_a_monitoring_visit_knows_its_number_and_its_inspectors(form: str) -> None:
    visit = read("monitoring-2021", form)

    assert (visit.visit, visit.inspectors) == (3, ("Ada Lindqvist", "Peter Quill"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ILACS)
def test_a_summary_is_what_stands_before_the_first_heading(name: str, form: str) -> None:
    first = next(part.words for part in reports.ALL[name] if part.kind == "paragraph")

    assert words(*(quoted.quote for quoted in read(name, form).summary)) == [first]


@pytest.mark.parametrize("name", reports.ALL)
def test_a_point_of_a_pdf_knows_its_page(name: str) -> None:
    quoted = read(name, "pdf").quoted()

    assert all(each.page for each in quoted)
