"""What the improvement journey tells in the lead member's annual account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from arising.measures.forecast.workbook import written
from arising.register.accounts.audiences import Audience, Reader, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.annual import AnnualAccount, Between
from arising.register.improvement.duties import DUTIES
from arising.register.improvement.models import Action, ImprovementPlan
from arising.register.improvement.operations.plans import agree_version, say_update
from arising.register.improvement.queries.annual.journey import duty_of
from arising.register.improvement.queries.changes import Change
from arising.register.programme.pack import Entry, Section
from measures.forecast.plans import cohort
from measures.forecast.plans import plan as a_high_needs_plan
from register.improvement.invented import a_plan, an_action, evidence_for

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
YEAR = Between(date(2023, 5, 1), date(2024, 4, 30))
LEADERSHIP, SAFEGUARDING, VULNERABLE = (duty.title for duty in DUTIES[:3])
COVERS = "What does the role cover, and what was reported on?"


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    return a_plan(council)


@pytest.fixture
def body(council: Council) -> Body:
    return council.bodies.get()


def account(user: Reader = None, time: Between = YEAR) -> AnnualAccount:
    return queries.lead_member_account(user, Body.objects.get().slug, time)


def section(title: str, user: Reader = None, time: Between = YEAR) -> Section:
    return next(one for one in account(user, time).sections if one.title == title)


def entries(title: str, about: str, user: Reader = None, time: Between = YEAR) -> list[Entry]:
    return [entry for entry in section(title, user, time).entries if about in entry.words]


def done(
    plan: ImprovementPlan, on: date, title: str = "Decide contacts at the front door in a day", **told: Any
) -> Action:
    action = an_action(plan, title=title, **told)
    say_update(action, "Every contact is decided in a day.", state="done", on=on, actor=None)
    action.refresh_from_db()
    return action


def test_an_action_that_was_done_stands_in_its_area_with_the_words_of_its_update(plan: ImprovementPlan) -> None:
    done(plan, date(2024, 2, 1))
    (entry,) = entries(SAFEGUARDING, "front door")
    assert entry.words == "Action 1.1 Decide contacts at the front door in a day: called done on 1 February 2024."
    assert [(quote.words, quote.when) for quote in entry.quotes] == [
        ("Every contact is decided in a day.", "Update of 1 February 2024")
    ]


def test_what_was_shown_to_have_worked_rests_on_evidence_with_its_source(plan: ImprovementPlan) -> None:
    action = done(plan, date(2023, 6, 1))
    evidence_for(action, date(2024, 1, 31), audience="public")
    say_update(action, "It works.", state="evidenced", on=date(2024, 2, 1), actor=None)
    (entry,) = entries(SAFEGUARDING, "front door")
    assert entry.words.endswith(
        "called evidenced on 1 February 2024. It rests on evidence of 31 January 2024: Decided in a day: 97% "
        "(The audit team)."
    )


def test_done_and_shown_to_have_worked_are_two_statements(plan: ImprovementPlan) -> None:
    done(plan, date(2024, 2, 1))
    (entry,) = entries(LEADERSHIP, "The plan")
    assert entry.words == (
        "The plan: 1 action was done in this time. No actions were shown by evidence to have worked."
    )


def test_what_was_done_before_the_year_or_after_it_is_not_told(plan: ImprovementPlan) -> None:
    agree_version(plan, date(2023, 4, 1), reason="The first", actor=None)
    done(plan, date(2023, 4, 30), "Front door one", reference="1.1")
    done(plan, date(2024, 5, 1), "Front door two", reference="1.2")
    assert entries(SAFEGUARDING, "Front door") == []
    assert entries(LEADERSHIP, "The plan")[0].words.startswith("The plan: No actions were done in this time.")


def test_of_a_plan_that_was_agreed_after_the_year_nothing_is_told(plan: ImprovementPlan) -> None:
    agree_version(plan, date(2024, 5, 20), reason="The first", actor=None)
    assert entries(LEADERSHIP, "The plan") == []


def test_an_action_that_is_done_no_longer_is_told(plan: ImprovementPlan) -> None:
    action = done(plan, date(2023, 6, 1))
    say_update(action, "Contacts wait again.", state="under_way", on=date(2024, 1, 9), actor=None)
    (entry,) = entries(SAFEGUARDING, "front door")
    assert entry.words.endswith("no longer called done since 9 January 2024, but under way.")


def test_how_far_groups_see_it_come_is_told(council: Council) -> None:
    scale = operations.add_scale(
        council, "Care leavers know where they will live", operations.Wording("None", "Half", "All", 3, 8), **TOLD
    )
    board = operations.add_scoring_group(council, "board", 9, **TOLD)
    for on, value in ((date(2023, 4, 1), 4), (date(2024, 4, 1), 6)):
        one = operations.add_scoring_round(council, [scale], opens_on=on, closes_on=on, **TOLD)
        given = operations.Given(scale, value, evidence_text="Seen", evidence_on=on, evidence_source="Audit")
        operations.type_scores_in(one, board, [given], people=6, met_on=on, actor=None)
    (entry,) = entries(VULNERABLE, "scored by")
    assert entry.words == "Care leavers know where they will live, scored by 1 April 2024: Board from 4 to 6."


def test_the_forecast_of_the_deficit_stands_beside_the_one_before_and_how_the_year_ended(council: Council) -> None:
    for day, plans in ((date(2023, 3, 1), 1_050), (date(2024, 3, 1), 1_100)):
        told = a_high_needs_plan(cohort(plans=plans), opening=-1_000_000, title="Recovery plan", made_on=day)
        operations.keep_forecast(council, written(told), f"{day}.xlsx", **TOLD)
    operations.add_outturn(council, 2023, -1_200_000, source="Accounts", **TOLD)
    words = [entry.words for entry in (*entries(LEADERSHIP, "Recovery plan"), *entries(LEADERSHIP, "ended with"))]
    assert words == [
        "Recovery plan, 1 March 2024. With nothing done, a deficit of £11.0 million stands on 31 March 2029. For 31 "
        "March 2029 it tells a deficit of £11.0 million; the one of 1 March 2023 told a deficit of £6.0 million. It is "
        "worse than was told then.",
        "2023/24 ended with a deficit of £1.2 million (Accounts).",
    ]


def test_what_parents_answered_is_the_voice_that_the_role_covers(council: Council) -> None:
    survey = operations.add_survey(council, "Your views", "parents", **TOLD)
    question = operations.add_question(survey, "Are you heard?", "yes_no", **TOLD)
    one = operations.add_round(survey, date(2024, 3, 1), date(2024, 3, 31), answered=50, **TOLD)
    operations.set_counts(one, {(question.pk, "", "Yes"): 30, (question.pk, "", "No"): 20}, **TOLD)
    (entry,) = entries(LEADERSHIP, "Your views")
    assert "In March 2024, 60% of 50 parents and carers said yes to “Are you heard?”" in entry.words


def test_what_was_heard_stands_word_for_word_with_what_was_done_about_it(council: Council) -> None:
    heard = "We tell our story again each time the worker changes."
    operations.log_engagement(council, {
        "kind": "forum", "on": date(2024, 2, 8), "of": "young", "source": "Youth forum", "heard": heard,
        "done": "Handovers are made together.", "done_on": date(2024, 4, 2),
    }, **TOLD)  # fmt: skip
    (entry,) = entries(LEADERSHIP, "were heard")
    assert entry.words == (
        "Children and young people were heard on 8 February 2024. Done on 2 April 2024: Handovers are made together."
    )
    assert [(quote.words, quote.when) for quote in entry.quotes] == [(heard, "Youth forum, 8 February 2024")]


def test_what_was_done_after_the_year_is_not_told_as_done_in_it(council: Council) -> None:
    operations.log_engagement(council, {
        "kind": "forum", "on": date(2024, 2, 8), "of": "young", "source": "Youth forum", "heard": "We wait.",
        "done": "Nobody waits.", "done_on": date(2024, 5, 2),
    }, **TOLD)  # fmt: skip
    (entry,) = entries(LEADERSHIP, "were heard")
    assert entry.words.endswith("Nothing was said of what will be done.")


def test_training_stands_in_the_area_that_somebody_gave(body: Body) -> None:
    told = {"kind": "training", "on": date(2024, 1, 9), "title": "How a plan is read", "duty": "vulnerable"}
    occasion = operations.add_occasion(body, told, **TOLD)
    operations.add_led_to(occasion, "Questions at the next meeting", **TOLD)
    (entry,) = entries(VULNERABLE, "How a plan is read")
    assert entry.words == (
        "Training session, 9 January 2024: How a plan is read. 0 took part. It led to: Questions at the next meeting."
    )


def test_an_area_that_nobody_spoke_of_is_named_as_such_whatever_the_journey_tells(plan: ImprovementPlan) -> None:
    done(plan, date(2024, 2, 1), "Phonics in every school")
    covers = section(COVERS)
    told = next(entry.words for entry in covers.entries if entry.words.startswith("Educational excellence"))
    assert "educational excellence" in covers.answer.partition("Nothing was said of: ")[2]
    assert told.startswith("Educational excellence: not spoken of, told of by 1 line of the improvement journey.")


def test_what_the_journey_tells_is_said_to_be_worked_out(plan: ImprovementPlan) -> None:
    done(plan, date(2024, 2, 1))
    assert section(SAFEGUARDING).answer.endswith(
        "The improvement journey tells of it in 1 entry, worked out from the register."
    )


def test_of_much_some_of_each_subject_stands(council: Council, plan: ImprovementPlan) -> None:
    plan.priorities.update(title="Leadership")
    for at in range(30):
        done(plan, date(2024, 2, 1), f"Workshop {at}", reference=f"1.{at}")
    cohort = operations.add_cohort(
        council, title="First cohort", offered_on=date(2023, 5, 1), offered=22, source="HR", **TOLD
    )
    operations.count_cohort(cohort, "started", 19, date(2023, 9, 1), **TOLD)
    told = section(LEADERSHIP)
    assert (len(told.entries), told.more, "First cohort" in told.entries[-1].words) == (12, 20, True)


def test_what_is_for_officers_is_not_told_to_the_public(council: Council, officer: User) -> None:
    survey = operations.add_survey(council, "Your views", "parents", seen=Seen(Audience.OFFICERS), **TOLD)
    question = operations.add_question(survey, "Are you heard?", "yes_no", **TOLD)
    one = operations.add_round(survey, date(2024, 3, 1), date(2024, 3, 31), answered=50, **TOLD)
    operations.set_counts(one, {(question.pk, "", "Yes"): 30, (question.pk, "", "No"): 20}, **TOLD)
    assert (entries(LEADERSHIP, "Your views"), len(entries(LEADERSHIP, "Your views", officer))) == ([], 1)


@pytest.mark.parametrize(
    ("about", "area"),
    [
        ("Front door", "safeguarding"), ("Leaving care and the front desk", "vulnerable"),
        ("improvement plan", "leadership"), ("Chairs and tables", "leadership"),
        ("Recruitment of social workers for children in care", "vulnerable"),
    ],
)  # fmt: skip
def test_a_change_stands_in_the_area_whose_words_it_has(about: str, area: str) -> None:
    assert duty_of(Change("", date(2024, 1, 1), "", about)) == area
