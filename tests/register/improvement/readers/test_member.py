"""The member's view: one page, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
from django.test import Client

from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.models import ImprovementPlan
from arising.register.improvement.telling import Told
from arising.register.programme.pack import Section
from arising.register.programme.printing import pango
from register.improvement.invented import a_plan, an_action, an_inspection, evidence_for


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    return a_plan(council)


def told(council: Council) -> Told:
    return queries.member_view(None, council)


def section(view: Told, title: str) -> Section:
    return next(one for one in view.sections if one.title == title)


def test_it_begins_with_the_first_and_the_latest_judgement(council: Council) -> None:
    for year, grade in ((2019, "inadequate"), (2021, "inadequate"), (2022, "requires_improvement"), (2023, "good")):
        an_inspection(council, date(year, 7, 1), grade)
    judged = section(told(council), "What did inspectors judge?")
    assert [entry.words.rsplit(": ")[1] for entry in judged.entries] == [
        "inadequate.",
        "requires improvement to be good.",
        "good.",
    ]
    assert judged.more == 1


def test_without_anything_it_says_so(council: Council) -> None:
    assert [one.answer for one in told(council).sections] == [
        "No inspection with judgements is on record.",
        "No improvement plan is on record.",
    ]


def test_a_member_is_given_questions_to_ask(council: Council, plan: ImprovementPlan) -> None:
    an_action(plan, due=date(2024, 5, 1), first_due=date(2024, 1, 5))
    asked = [entry.words for entry in section(told(council), "What might a member ask?").entries]
    assert asked == [
        "1.1 Fill five posts was first due on 5 January 2024. When will it be done, and what has stood in the way?"
    ]


def test_no_section_holds_more_than_a_page_can(council: Council, plan: ImprovementPlan) -> None:
    for at in range(30):
        an_action(plan, f"1.{at}", due=date(2024, 5, 1), first_due=date(2024, 1, 5))
    assert max(len(one.entries) for one in told(council).sections) <= 5


def test_what_is_left_out_is_counted(council: Council, plan: ImprovementPlan) -> None:
    for at in range(4):
        an_action(plan, f"1.{at}", state="done", done_on=date(2024, 1, 1))
    assert section(told(council), "What might a member ask?").answer == "4 questions."
    for at in range(4, 9):
        an_action(plan, f"1.{at}", state="done", done_on=date(2024, 1, 1))
    assert section(told(council), "What might a member ask?").answer == "5 of 9 questions."


def test_laid_out_shorter_no_section_is_lost(council: Council, plan: ImprovementPlan) -> None:
    for at in range(30):
        an_action(plan, f"1.{at}", due=date(2024, 5, 1), first_due=date(2024, 1, 5))
    view = told(council)
    assert view.shorter is not None
    laid_out = [view, *view.shorter()]
    assert {tuple(one.title for one in each.sections) for each in laid_out} == {
        tuple(one.title for one in view.sections)
    }
    sizes = [sum(len(one.entries) for one in each.sections) for each in laid_out]
    assert sizes[-1] < sizes[0]


@pytest.mark.skipif(not pango.is_here(), reason="This machine has no Pango to make a PDF with")
def test_the_pdf_is_one_page_however_much_there_is(client: Client, council: Council, plan: ImprovementPlan) -> None:
    for at in range(30):
        action = an_action(
            plan, f"1.{at}", title="A long title of an action that goes on " * 5, due=date(2024, 5, 1),
            first_due=date(2024, 1, 5), state="done" if at % 2 else "under_way", done_on=date(2024, 1, 1),
        )  # fmt: skip
        evidence_for(action, date(2024, 5, 2), title="What was seen by those who looked at it closely " * 4)
    made = client.get(f"/improvement/{council.slug}/for/member.pdf").content
    assert len(pypdfium2.PdfDocument(made)) == 1
