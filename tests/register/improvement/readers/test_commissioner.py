"""The commissioner's view."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.models import Direction, Requirement
from arising.register.improvement.telling import Told
from arising.register.programme.pack import Section
from register.improvement.invented import AUDIT, FRONT_DOOR, a_direction, a_plan, an_action, an_inspection, evidence_for

REQUIRED = "What was required, and what has been shown?"


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-03-01T12:00+00:00")


@pytest.fixture
def direction(council: Council) -> Direction:
    return a_direction(council)


def told(council: Council, months: int = 6) -> Told:
    return queries.commissioner_view(None, council, months)


def section(view: Told, title: str) -> Section:
    return next(one for one in view.sections if one.title == title)


def answered(council: Council) -> Requirement:
    """The first required action, with an action of the plan that is done."""
    requirement = Requirement.objects.get(words=FRONT_DOOR)
    requirement.actions.add(an_action(a_plan(council), state="done"))
    return requirement


def test_without_a_direction_it_says_so(council: Council) -> None:
    assert told(council).sections[0].answer == f"No direction to {council} is on record."


def test_each_required_action_stands_with_its_exact_words(council: Council, direction: Direction) -> None:
    quotes = [entry.quotes[0].words for entry in section(told(council), REQUIRED).entries]
    assert quotes == [FRONT_DOOR, AUDIT]


def test_a_required_action_that_no_action_answers_is_named_as_such(council: Council, direction: Direction) -> None:
    entry = section(told(council), REQUIRED).entries[1]
    assert entry.words == "Required action 2: no action of the plan answers it. No evidence is attached."


def test_that_an_action_was_done_is_not_called_evidence(council: Council, direction: Direction) -> None:
    answered(council)
    shown = section(told(council), REQUIRED)
    assert (
        shown.entries[0].words == "Required action 1: 1 action of the plan answers it, 1 done. No evidence is attached."
    )
    assert "0 have evidence that something changed" in shown.answer


def test_new_evidence_stands_with_its_day(council: Council, direction: Direction) -> None:
    evidence_for(answered(council).actions.get(), date(2024, 2, 1))
    shown = section(told(council), REQUIRED)
    assert "Shown since 1 September 2023: Decided in a day: 97% (1 February 2024)." in shown.entries[0].words
    assert "1 has evidence that something changed" in shown.answer


def test_evidence_from_before_the_months_asked_for_is_not_new(council: Council, direction: Direction) -> None:
    evidence_for(answered(council).actions.get(), date(2023, 10, 1))
    assert "No new evidence since 1 October 2023." in section(told(council, 3), REQUIRED).entries[0].words


def test_a_document_is_no_evidence_that_something_changed(council: Council, direction: Direction) -> None:
    evidence_for(answered(council).actions.get(), date(2024, 2, 1), kind="document")
    assert "0 have evidence that something changed" in section(told(council), REQUIRED).answer


def test_evidence_for_officers_is_not_told_to_the_public(council: Council, direction: Direction) -> None:
    evidence_for(answered(council).actions.get(), date(2024, 2, 1), audience="officers")
    assert "No evidence is attached." in section(told(council), REQUIRED).entries[0].words


def test_the_next_review_is_named(council: Council, direction: Direction) -> None:
    assert section(told(council), "Which review is due?").answer == "The next is on 18 March 2024: Review at 6 months."


def test_the_direction_that_supersedes_another_is_the_one_in_force(council: Council, direction: Direction) -> None:
    later = a_direction(council, title="Revised", given_on=date(2024, 1, 5), supersedes=direction)
    answer = section(told(council), REQUIRED).answer
    assert f"direction of {later.given_on.day} January 2024" in answer


def test_a_direction_under_embargo_is_not_there_for_the_public(council: Council) -> None:
    a_direction(council, visible_from="2024-03-02T12:00+00:00")
    assert "No direction" in told(council).sections[0].answer


def test_the_judgements_stand_last_first(council: Council, direction: Direction) -> None:
    an_inspection(council, date(2023, 3, 24), "inadequate")
    an_inspection(council, date(2024, 2, 9), "good")
    words = [entry.words for entry in section(told(council), "What did inspectors judge?").entries]
    assert [("good" in said, "inadequate" in said) for said in words] == [(True, False), (False, True)]


def test_the_page_and_its_file_are_there(client: Client, council: Council, direction: Direction) -> None:
    page = client.get(f"/improvement/{council.slug}/for/commissioner/?months=3").content.decode()
    file = client.get(f"/improvement/{council.slug}/for/commissioner.md").content.decode()
    assert (FRONT_DOOR in page, FRONT_DOOR in file) == (True, True)


def test_a_view_for_nobody_is_not_there(client: Client, council: Council) -> None:
    assert client.get(f"/improvement/{council.slug}/for/nobody/").status_code == 404
