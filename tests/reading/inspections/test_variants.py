"""Ways in which reports differ from one another: titles, names, headings, bullets, and how a page is taken for text."""

from __future__ import annotations

import pytest

from arising.documents import open_document
from arising.reading.inspections import Inspection, inspect
from reading.inspections import reports

TABLE = """\
The impact of leaders on social work practice with children and families

Good

The experiences and progress of children who need help and protection

Requires improvement to be good

The experiences and progress of children in care and care leavers

Good

Overall effectiveness

Good
"""
REST = """\
What needs to improve

• The time that children wait before a social worker visits them.

The experiences and progress of children who need help and protection: requires improvement to be good

1. Too many children wait for a first visit, and nobody tells the family why.
"""


def report(
    title: str = "Inspection of Kesterby local authority children’s services",
    lead: str = "Lead inspector: Ada Lindqvist", table: str = TABLE, rest: str = REST,
) -> Inspection:  # fmt: skip
    text = "\n\n".join((title, "Inspection dates: 24 February to 6 March 2020", lead, "Ofsted", table, rest))
    return inspect(open_document(text.encode(), name="report.txt"))


@pytest.mark.parametrize(
    ("title", "authority"),
    [
        ("Inspection of Kesterby local authority children’s services", "Kesterby"),
        ("Inspection of Kesterby local authority children's services", "Kesterby"),
        ("Inspection of Kesterby local authority children‟s services", "Kesterby"),
        ("Inspection of St. Olave local authority children’s services", "St. Olave"),
        ("Inspection of Upper and\nLower Kesterby local authority children’s services", "Upper and Lower Kesterby"),
        ("Inspection of Kesterby children’s social care services", "Kesterby"),
        ("Kesterby Borough Council\n\nInspection of children’s social care services", "Kesterby Borough Council"),
        ("Inspection of children’s social care services\n\nKesterby City Council", "Kesterby City Council"),
        ("City of Kesterby\n\nInspection of local authority children’s services", "City of Kesterby"),
    ],
)
def test_the_authority_stands_in_the_title_or_beside_it(title: str, authority: str) -> None:
    assert report(title).authority == authority


@pytest.mark.parametrize(
    "line",
    [
        "Lead inspector: Ada Lindqvist",
        "Lead inspector: Ada Lindqvist HMI",
        "Lead inspector: Ada Lindqvist, Her Majesty’s Inspector",
        "Lead inspector: Ada Lindqvist, HMI Social Care",
        "Lead inspector\tAda Lindqvist",
        "Lead inspectors: Ada Lindqvist and Peter Quill",
        "Ada Lindqvist, His Majesty’s Inspector, Ofsted Lead inspector",
    ],
)
def test_the_lead_inspector_is_named_without_a_rank(line: str) -> None:
    assert report(lead=line).lead_inspector == "Ada Lindqvist"


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.replace("Requires improvement to be good", "Requires\n\nimprovement to be\n\ngood"),
        TABLE.replace("Requires improvement to be good", "Requires improvement"),
        TABLE.replace("need help and protection", "need help and\n\nprotection"),
        "\n\n".join([*TABLE.strip().split("\n\n")[::2], *TABLE.strip().split("\n\n")[1::2]]),
        TABLE.replace("Good", "good").replace("Requires improvement to be good", "requires improvement to be good"),
    ],
    ids=["by rows", "a grade in three lines", "the short grade", "an area in two lines", "by columns", "small letters"],
)
def test_a_table_is_read_however_it_was_taken_from_the_page(table: str) -> None:
    assert {judged.area: judged.grade for judged in report(table=table).judgements} == {
        "leaders": "good", "help_and_protection": "requires_improvement", "in_care_and_care_leavers": "good",
        "overall": "good",
    }  # fmt: skip


SINGLE = """\
Kesterby City Council

Re-inspection of services for children in need of help and

protection, children looked after and care leavers

Inspection dates: 9 October to 2 November 2017

Report published: 21 December 2017

Children’s services in Kesterby require improvement to be

good

1. Children who need help and protection Requires improvement

2. Children looked after and achieving

permanence Requires improvement

2.1 Adoption performance Good

2.2 Experiences and progress of care leavers Inadequate

3. Leadership, management and governance Good

Executive summary

Ofsted produces this report under its power to combine reports.
"""


def test_an_area_whose_grade_stands_on_its_second_line_is_told() -> None:
    page = "".join(f"<p>{line}</p>" for line in SINGLE.split("\n\n"))
    told = inspect(open_document(f"<!doctype html><html><body>{page}</body></html>".encode(), name="report.html"))
    assert {judged.area: judged.grade for judged in told.judgements} == {
        "overall": "requires_improvement", "help_and_protection": "requires_improvement",
        "looked_after": "requires_improvement", "adoption": "good", "care_leavers": "inadequate", "leaders": "good",
    }  # fmt: skip


def test_a_table_that_was_taken_as_one_paragraph_is_read_by_what_stands_behind_each_name() -> None:
    page = "".join(f"<p>{' '.join(part.split())}</p>" for part in (
        "Inspection of Kesterby local authority children’s services", "Inspection dates: 24 February to 6 March 2020",
        "Lead inspector: Ada Lindqvist, Ofsted", f"Judgement Grade {TABLE}", "What needs to improve", "The front door.",
    ))  # fmt: skip
    told = inspect(open_document(f"<!doctype html><html><body>{page}</body></html>".encode(), name="report.html"))
    assert {judged.area: judged.grade for judged in told.judgements} == {
        "leaders": "good", "help_and_protection": "requires_improvement", "in_care_and_care_leavers": "good",
        "overall": "good",
    }  # fmt: skip
    assert told.notes[0].startswith("no table of judgements was made out")


def test_a_grade_that_is_missing_in_the_table_stays_a_gap_that_tells_what_the_heading_says() -> None:
    told = report(table=TABLE.replace("Requires improvement to be good\n\n", "", 1))
    assert told.grade("help_and_protection") is None
    assert any(gap.says.endswith("the words beside its name say requires improvement to be good") for gap in told.gaps)


def test_a_sentence_about_an_area_gives_it_no_grade() -> None:
    said = (
        "The impact of leaders on social work practice with children and families is good in parts and poor in others."
    )
    assert report(table="Nothing is judged here yet.", rest=f"{REST}\n2. {said}").grade("leaders") is None


def test_a_summary_that_begins_like_an_area_is_no_judgement() -> None:
    begins = "Children who need help and protection in Kesterby are seen sooner than they were. " * 3
    assert report(rest=f"{begins.strip()}\n\n{REST}").gaps == report().gaps


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve", "What needs to improve?", "What needs to improve:",
        "What needs to improve in this area of social work practice", "What needs to improve in this area of practice?",
        "What need to improve",
    ],
)  # fmt: skip
def test_points_stand_under_their_heading_however_it_ends(heading: str) -> None:
    points = report(rest=REST.replace("What needs to improve", heading)).points
    assert [point.quote for point in points] == ["The time that children wait before a social worker visits them."]


@pytest.mark.parametrize("bullet", ["•", "◼", "■", "\uf0b7", "\uf0a7", "\uf06e", "-", "n", "§"])
def test_a_bullet_of_any_font_leads_a_point_and_is_not_in_it(bullet: str) -> None:
    rest = REST.replace("• The time", f"{bullet} The time")
    assert [point.quote[:8] for point in report(rest=rest).points] == ["The time"]


@pytest.mark.parametrize(
    "tail",
    [
        ": requires improvement to be good", " requires improvement to be good", " is inadequate", " are good",
        " is judged to be good", "",
    ],
)  # fmt: skip
def test_a_section_of_findings_is_known_with_its_grade_or_without(tail: str) -> None:
    rest = REST.replace(": requires improvement to be good", tail)
    assert [(found.number, found.area) for found in report(rest=rest).findings] == [(1, "help_and_protection")]


def test_a_heading_set_with_ligatures_is_known() -> None:
    text = (
        "Dear all\n\nMonitoring visit to Kesterby children’s services\n\nThis letter summarises the ﬁndings.\n\n"
        "Headline ﬁndings\n\nThe front door has got better since the summer.\n\nYours sincerely\n\nOfsted"
    )
    found = inspect(open_document(text.encode(), name="letter.txt")).findings
    assert [each.heading for each in found] == ["Headline findings"]


REVISIT = """\
14 June 2021

Dear Ms Harrow

Joint area SEND revisit in Kesterby

Between 24 May 2021 and 26 May 2021, Ofsted and the Care Quality Commission revisited the local area of Kesterby to
decide whether the local area has made sufficient progress in addressing the areas of significant weakness.

The local area has made sufficient progress in addressing one of the two significant weaknesses. The area has not made
sufficient progress in addressing the other.

Yours sincerely

Rosa Almeida
"""


def test_a_revisit_tells_what_it_found_and_not_what_it_asked() -> None:
    outcome = inspect(open_document(REVISIT.encode(), name="revisit.txt")).outcome
    assert outcome is not None
    assert outcome.outcome == "revisit"
    assert outcome.quote.startswith("The local area has made sufficient progress in addressing one of the two")


def test_the_outcome_that_is_told_first_counts() -> None:
    parts = "\n\n".join(part.words for part in reports.SEND_2024)
    told = parts.replace(
        "What is the area", "Partners know of inconsistent experiences and outcomes.\n\nWhat is the area"
    )
    outcome = inspect(open_document(told.encode(), name="send.txt")).outcome
    assert outcome is not None
    assert outcome.outcome == "widespread_failings"


# Letters and joint reports


def letter(title: str, body: str) -> Inspection:
    text = f"7 March 2017\n\nDear Ms Lindqvist\n\n{title}\n\n{body}\n\nYours sincerely\n\nTomás O’Hara\n\nOfsted"
    return inspect(open_document(text.encode(), name="letter.txt"))


JOINT = "Joint targeted area inspection of the multi-agency response to neglect in Kesterby"
ITS_POINTS = """\
Between 9 and 13 January 2017, Ofsted and others undertook a joint inspection in Kesterby.

Key strengths

• Partners meet every morning to share what came in at night.

Case study: highly effective practice

A midwife asked a mother about it when the two could talk, and passed on what she heard.

Areas for improvement

• Police officers do not always ask children what they saw when they are called to a house.

• The local safeguarding children board has not yet audited how its training changed what people do.

Practice study: area for improvement

A girl told her teacher about the nights at home. The school wrote it down and kept it."""


def test_an_item_that_begins_like_a_heading_is_still_a_point() -> None:
    points = [point.quote for point in letter(JOINT, ITS_POINTS).points]
    assert [point[:28] for point in points] == ["Police officers do not alway", "The local safeguarding child"]


def test_a_case_study_has_a_heading_of_its_own() -> None:
    headings = [finding.heading for finding in letter(JOINT, ITS_POINTS).findings]
    assert headings == [
        "Key strengths",
        "Case study: highly effective practice",
        "Practice study: area for improvement",
    ]


def test_a_joint_report_that_is_no_letter_is_read_by_its_dates_and_headings() -> None:
    text = (
        "Joint targeted area inspection of Kesterby\n\nInspection dates: 5 to 9 December 2022\n\nOfsted\n\n"
        "Headline findings\n\nSome children wait too long because nobody has said who leads.\n\n"
        "What needs to improve?\n\n• How the police share what they know with schools on the same day.\n"
    )
    told = inspect(open_document(text.encode(), name="report.txt"))
    assert (told.framework, told.authority, len(told.points)) == ("jtai", "Kesterby", 1)


FOCUSED = """\
This letter summarises the findings of a focused visit to Kesterby children’s services on 27 and 28 February 2018.

Findings

◼ Thresholds are understood by partners, and referrals are looked at on the day they come in.

Ofsted will take the findings from this focused visit into account when planning your next inspection or visit."""


def test_what_inspectors_do_with_a_visit_is_no_finding_and_its_bullets_are_no_words() -> None:
    told = letter("Focused visit to Kesterby children’s services", FOCUSED)
    assert [finding.quote for finding in told.findings] == [
        "Thresholds are understood by partners, and referrals are looked at on the day they come in."
    ]


def test_the_lead_inspector_of_an_area_is_the_one_named_before_the_rank() -> None:
    text = (
        "Area SEND inspection of Kesterby Local Area Partnership\n\nInspection dates: 5 to 9 February 2024\n\n"
        "Inspection team\n\nTomás O’Hara, Ofsted HMI Lead inspector\tIda Merrow, CQC Lead inspector\n"
    )
    assert inspect(open_document(text.encode(), name="send.txt")).lead_inspector == "Tomás O’Hara"


RUN_TOGETHER = (
    "Kesterby City Council Inspection of services for children in need of help and protection, children looked after"
    " and care leavers Inspection date: 20 January 2015 – 11 February 2015 Report published: 27 March 2015 The overall"
    " judgement is that children’s services are good 1. Children who need help and protection Good 2. Children looked"
    " after and achieving permanence Good 2.1 Adoption performance Good 2.2 Experiences and progress of care leavers"
    " Good 3. Leadership, management and governance 1 Outstanding Ofsted produces this report under its power to"
    " combine reports."
)


def test_a_first_page_run_together_gives_the_authority_before_its_title() -> None:
    assert inspect(open_document(RUN_TOGETHER.encode(), name="single.txt")).authority == "Kesterby City Council"


def test_the_mark_of_a_footnote_between_an_area_and_its_grade_is_passed_over() -> None:
    told = inspect(open_document(RUN_TOGETHER.encode(), name="single.txt"))
    assert (told.grade("leaders"), len(told.judgements)) == ("outstanding", 6)
