"""What groups scored, audits graded, people answered and the workforce counted, in the views of the journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from arising.register.accounts.audiences import Audience, Reader, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import ImprovementPlan, Scale, ScoreSheet, ScoringGroup, ScoringRound, Survey
from arising.register.improvement.operations import Given, Wording
from arising.register.improvement.tables import AuditTable, TeamRow
from arising.register.improvement.telling import Told
from register.improvement.invented import a_plan
from register.planted.foretold import PLAN, foretell

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
MOVED, STAYED, COMES = (
    "What moved?", "What did not move, or went the wrong way?", "What comes in the next sixty days?"
)  # fmt: skip

OFFICERS = Seen(Audience.OFFICERS)


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture(autouse=True)
def plan(council: Council) -> ImprovementPlan:
    return a_plan(council)


@pytest.fixture
def scale(council: Council) -> Scale:
    wording = Wording("Nobody knows", "Most are seen in time", "Every child is seen", 3, 8)
    return operations.add_scale(council, "Children are seen", wording, **TOLD)


@pytest.fixture
def board(council: Council) -> ScoringGroup:
    return operations.add_scoring_group(council, "board", 9, **TOLD)


@pytest.fixture
def parents(council: Council) -> ScoringGroup:
    return operations.add_scoring_group(council, "parents", 20, **TOLD)


@pytest.fixture
def survey(council: Council) -> Survey:
    return operations.add_survey(council, "Your views", "parents", **TOLD)


def a_scoring(scale: Scale, opens: date, closes: date, seen: Seen = Seen()) -> ScoringRound:  # noqa: B008
    return operations.add_scoring_round(scale.council, [scale], opens_on=opens, closes_on=closes, seen=seen, **TOLD)


def scored(scale: Scale, on: date, **values: int) -> None:
    """What groups agreed on in a scoring of one day, by their kind."""
    one = a_scoring(scale, on, on)
    for kind, value in values.items():
        group = ScoringGroup.objects.get(council=scale.council, kind=kind)
        given = Given(scale, value, evidence_text="Seen", evidence_on=on, evidence_source="Audit")
        operations.type_scores_in(one, group, [given], people=6, met_on=on, actor=None)


def audited(council: Council, ends_on: date, counts: tuple[int, int], seen: Seen = Seen()) -> None:  # noqa: B008
    title = f"audits of {ends_on:%B %Y}"
    one = operations.add_audits(council, title, ends_on.replace(day=1), ends_on, seen=seen, **TOLD)
    operations.record_audits(one, AuditTable(("Good", "Poor"), (TeamRow("North", None, counts),), ()), good=1, **TOLD)


def answered(survey: Survey, ends_on: date, yes: int, no: int, seen: Seen = Seen()) -> None:  # noqa: B008
    question = survey.questions.first() or operations.add_question(survey, "Are you heard?", "yes_no", **TOLD)
    one = operations.add_round(survey, ends_on, ends_on, answered=yes + no, seen=seen, **TOLD)
    operations.set_counts(one, {(question.pk, "", "Yes"): yes, (question.pk, "", "No"): no}, **TOLD)


def words(view: Told, title: str) -> list[str]:
    return [entry.words for entry in next(one for one in view.sections if one.title == title).entries]


def told(council: Council, title: str, user: Reader = None, months: int = 1) -> list[str]:
    return words(queries.board_view(user, council, months), title)


def test_a_scale_stands_with_each_group_from_what_to_what(
    council: Council, scale: Scale, board: ScoringGroup, parents: ScoringGroup
) -> None:
    scored(scale, date(2024, 2, 1), board=5, parents=4)
    scored(scale, date(2024, 5, 20), board=6, parents=4)
    assert told(council, MOVED) == [
        "Children are seen, scored by 20 May 2024: Board from 5 to 6; unchanged: Parents and carers at 4."
    ]


def test_groups_that_do_not_see_the_same_thing_are_named(
    council: Council, scale: Scale, board: ScoringGroup, parents: ScoringGroup
) -> None:
    scored(scale, date(2024, 2, 1), board=5, parents=3)
    scored(scale, date(2024, 5, 20), board=8, parents=3)
    (said,) = told(council, MOVED)
    assert said.endswith("From 3 (Parents and carers) to 8 (Board): 5 apart. The groups do not see the same thing.")


def test_a_scale_on_which_every_group_stands_still_did_not_move(
    council: Council, scale: Scale, board: ScoringGroup
) -> None:
    scored(scale, date(2024, 2, 1), board=5)
    scored(scale, date(2024, 5, 20), board=5)
    assert (told(council, MOVED), told(council, STAYED)) == (
        [], ["Children are seen, scored by 20 May 2024: unchanged: Board at 5."]
    )  # fmt: skip


def test_a_scale_that_fell_went_the_wrong_way(council: Council, scale: Scale, board: ScoringGroup) -> None:
    scored(scale, date(2024, 2, 1), board=5)
    scored(scale, date(2024, 5, 20), board=4)
    assert (told(council, MOVED), told(council, STAYED)) == (
        [], ["Children are seen, scored by 20 May 2024: Board from 5 to 4."]
    )  # fmt: skip


def test_a_first_score_is_told_as_one(council: Council, scale: Scale, board: ScoringGroup) -> None:
    scored(scale, date(2024, 5, 20), board=5)
    assert told(council, MOVED) == ["Children are seen, scored by 20 May 2024: scored for the first time: Board at 5."]


def test_scores_from_before_the_time_asked_for_are_not_told(
    council: Council, scale: Scale, board: ScoringGroup
) -> None:
    scored(scale, date(2024, 2, 1), board=5)
    scored(scale, date(2024, 3, 1), board=6)
    assert (told(council, MOVED, months=1), len(told(council, MOVED, months=4))) == ([], 1)


def test_what_too_few_scored_is_not_told(council: Council, scale: Scale, board: ScoringGroup) -> None:
    scored(scale, date(2024, 2, 1), board=5)
    scored(scale, date(2024, 5, 20), board=7)
    ScoreSheet.objects.filter(round__closes_on=date(2024, 5, 20)).update(people=4)
    assert (told(council, MOVED), told(council, STAYED)) == ([], [])


def test_audits_that_are_better_by_more_than_chance_moved(council: Council) -> None:
    audited(council, date(2024, 2, 28), (10, 40))
    audited(council, date(2024, 5, 31), (40, 10))
    assert told(council, MOVED) == [
        "Audits of May 2024: 40 of 50 (80%) were good. Audits of February 2024: 20%, a difference beyond what chance "
        "explains."
    ]


@pytest.mark.parametrize("counts", [(22, 28), (2, 48)])
def test_audits_that_may_differ_by_chance_or_are_worse_did_not_move(council: Council, counts: tuple[int, int]) -> None:
    audited(council, date(2024, 2, 28), (20, 30))
    audited(council, date(2024, 5, 31), counts)
    assert (told(council, MOVED), len(told(council, STAYED))) == ([], 1)


def test_audits_of_too_few_files_are_not_told(council: Council) -> None:
    audited(council, date(2024, 5, 31), (2, 1))
    assert (told(council, MOVED), told(council, STAYED)) == ([], [])


def test_a_question_whose_answers_changed_by_more_than_chance_moved(council: Council, survey: Survey) -> None:
    answered(survey, date(2023, 5, 20), 40, 60)
    answered(survey, date(2024, 5, 20), 70, 30)
    (said,) = told(council, MOVED)
    assert said.startswith("Your views. In May 2024, 70% of 100 parents and carers said yes to “Are you heard?”")
    assert "more than chance gives" in said


def test_answers_that_may_differ_by_chance_did_not_move(council: Council, survey: Survey) -> None:
    answered(survey, date(2023, 5, 20), 40, 60)
    answered(survey, date(2024, 5, 20), 42, 58)
    assert (told(council, MOVED), told(council, STAYED)) == (
        [], ["Your views, May 2024: the answers to its one question did not change by more than chance gives."]
    )  # fmt: skip


def test_what_too_few_answered_is_not_told(council: Council, survey: Survey) -> None:
    answered(survey, date(2023, 5, 20), 40, 60)
    answered(survey, date(2024, 5, 20), 4, 0)
    assert (told(council, MOVED), told(council, STAYED)) == ([], [])


def test_a_cohort_that_was_counted_is_told(council: Council) -> None:
    cohort = operations.add_cohort(
        council, title="First cohort", offered_on=date(2023, 5, 1), offered=22, source="HR", **TOLD
    )
    operations.count_cohort(cohort, "started", 19, date(2023, 9, 1), **TOLD)
    operations.count_cohort(cohort, "after_12", 17, date(2024, 5, 10), **TOLD)
    assert told(council, MOVED) == [
        "First cohort. Of 22 offered in May 2023, 19 started and 17 were in post after a year."
    ]


def test_a_larger_share_for_agency_staff_went_the_wrong_way(council: Council) -> None:
    for starts, ends, agency in ((date(2022, 6, 1), date(2023, 5, 31), 10), (date(2023, 6, 1), date(2024, 5, 31), 50)):
        operations.record_cost(
            council, starts_on=starts, ends_on=ends, permanent=90, agency=agency, source="Outturn", **TOLD
        )
    assert (told(council, MOVED), told(council, STAYED)) == ([], [
        "From 1 June 2023 to 31 May 2024 agency staff took 36% of what staff cost. From 1 June 2022 to 31 May 2023 it "
        "was 10%."
    ])  # fmt: skip


def test_what_is_for_officers_is_not_told_to_the_public_whatever_it_is(
    council: Council, scale: Scale, board: ScoringGroup, survey: Survey, officer: User
) -> None:
    on = date(2024, 5, 20)
    audited(council, on, (10, 40), OFFICERS)
    answered(survey, on, 40, 60, OFFICERS)
    one = a_scoring(scale, on, on, OFFICERS)
    given = Given(scale, 7, evidence_text="Seen", evidence_on=on, evidence_source="Audit")
    operations.type_scores_in(one, board, [given], people=6, met_on=on, actor=None)
    assert (told(council, MOVED), len(told(council, MOVED, officer))) == ([], 3)


def test_a_forecast_that_tells_worse_than_the_one_before_went_the_wrong_way(council: Council) -> None:
    foretell(council, replace(PLAN, opening=-1_000_000, made_on=date(2024, 1, 8), title="First"))
    foretell(council, replace(PLAN, opening=-9_000_000, made_on=date(2024, 5, 20), title="Second"))
    assert [said[:6] for said in told(council, STAYED)] == ["Second"]
    assert told(council, MOVED) == []


def test_a_forecast_that_tells_better_than_the_one_before_moved(council: Council) -> None:
    foretell(council, replace(PLAN, opening=-9_000_000, made_on=date(2024, 1, 8), title="First"))
    foretell(council, replace(PLAN, opening=-1_000_000, made_on=date(2024, 5, 20), title="Second"))
    assert [said[:6] for said in told(council, MOVED)] == ["Second"]


def test_a_scoring_that_is_open_is_due_on_its_last_day(council: Council, scale: Scale) -> None:
    a_scoring(scale, date(2024, 5, 28), date(2024, 6, 14))
    assert told(council, COMES) == ["Scores for “Scoring of 14 June 2024” are taken until 14 June 2024."]


def test_a_scoring_that_opens_soon_is_told(council: Council, scale: Scale) -> None:
    a_scoring(scale, date(2024, 7, 1), date(2024, 7, 14))
    assert told(council, COMES) == [
        "Scores for “Scoring of 14 July 2024” are taken from 1 July 2024 until 14 July 2024."
    ]


@pytest.mark.parametrize(
    ("opens", "closes"), [(date(2024, 5, 1), date(2024, 5, 31)), (date(2024, 9, 1), date(2024, 9, 30))]
)
def test_a_scoring_that_is_over_or_far_ahead_is_not_told(
    council: Council, scale: Scale, opens: date, closes: date
) -> None:
    a_scoring(scale, opens, closes)
    assert told(council, COMES) == []


def test_a_scoring_for_officers_is_not_told_to_the_public(council: Council, scale: Scale, officer: User) -> None:
    a_scoring(scale, date(2024, 5, 28), date(2024, 6, 14), OFFICERS)
    assert (told(council, COMES), len(told(council, COMES, officer))) == ([], 1)


def test_a_scoring_leads_to_its_page_for_who_keeps_it_alone(council: Council, scale: Scale, keeper: User) -> None:
    one = a_scoring(scale, date(2024, 5, 28), date(2024, 6, 14))
    views = [queries.board_view(user, council, 1) for user in (keeper, None)]
    comes = [next(each for each in view.sections if each.title == COMES).entries for view in views]
    assert [[entry.address for entry in entries] for entries in comes] == [
        [one.get_absolute_url()], [f"/improvement/{council.slug}/distance/"]
    ]  # fmt: skip


def test_the_member_reads_of_each_kind_of_move_and_of_what_comes(
    council: Council, scale: Scale, board: ScoringGroup, survey: Survey
) -> None:
    scored(scale, date(2024, 5, 20), board=5)
    audited(council, date(2024, 5, 31), (40, 10))
    answered(survey, date(2023, 5, 20), 40, 60)
    answered(survey, date(2024, 5, 20), 70, 30)
    a_scoring(scale, date(2024, 5, 28), date(2024, 6, 14))
    view = queries.member_view(None, council)
    assert [said.split(",")[0].split(".")[0].split(":")[0] for said in words(view, MOVED)] == [
        "Children are seen", "Audits of May 2024", "Your views"
    ]  # fmt: skip
    assert len(words(view, COMES)) == 1


def test_the_commissioner_reads_of_a_scoring_that_is_open(council: Council, scale: Scale) -> None:
    a_scoring(scale, date(2024, 5, 28), date(2024, 6, 14))
    view = queries.commissioner_view(None, council)
    assert len(words(view, "What else comes in the next sixty days?")) == 1
