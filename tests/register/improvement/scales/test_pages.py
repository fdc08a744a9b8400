"""How far a council has come, as its pages tell it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import (
    ImprovementPlan,
    Scale,
    ScoreSheet,
    ScoringGroup,
    ScoringRound,
)
from arising.register.improvement.operations import Given
from arising.register.indicators import operations as figures
from arising.register.indicators.models import Indicator, StatisticalArea
from register.improvement.scales.conftest import SEEN, TOLD, a_round
from register.improvement.scales.conftest import Score as Scored
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals

PAGE = "/improvement/kelderdale/distance/"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def test_without_a_scale_the_page_says_what_one_is(client: Client, council: Council) -> None:
    assert "There is no scale yet." in text(client, PAGE)


def test_the_answer_stands_first_in_words(
    client: Client, scored: Scored, board: ScoringGroup, parents: ScoringGroup
) -> None:
    scored(board=[4, 8], parents=[4, 4])
    said = text(client, PAGE)
    assert (
        "Of 1 scale, 1 has scores. 1 moved up since last time. On 1 the groups do not see the same thing."
        " None is sustained as every group sees it." in said
    )
    assert "From 4 (Parents and carers) to 8 (Board): 4 apart. The groups do not see the same thing." in said
    assert "<strong>8</strong>, 20 May 2024, 6 people" in said
    assert "Up 4 since last time (4 on 18 February 2024)" in said
    assert "100% of the way" in said


def test_what_was_held_is_said_to_be(client: Client, scored: Scored, board: ScoringGroup) -> None:
    scored(board=[6, 6, 6])
    assert "Sustained at 6" in text(client, PAGE)
    assert "1 is sustained as every group sees it." in text(client, PAGE)


def test_nothing_is_shown_before_a_scoring_is_over(
    client: Client, scale: Scale, board: ScoringGroup, open_round: ScoringRound
) -> None:
    operations.type_scores_in(
        open_round, board, [Given(scale, 7)], people=6, met_on=timezone.localdate(), actor=None
    )  # fmt: skip
    assert "none has a score to show yet" in text(client, PAGE)


def test_a_group_of_which_two_answered_is_not_on_the_chart(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, parents: ScoringGroup
) -> None:
    (one,) = scored(board=[4], parents=[None])
    for value in (9, 9):
        ScoreSheet.objects.create(round=one, group=parents).scores.create(
            scale=scale, value=value, why_not_lower="We know better"
        )
    board_alone = "Board: 4, first score"
    for path in (PAGE, f"{PAGE[:-1]}.svg", f"{PAGE[:-1]}.csv", f"/improvement/scales/{scale.pk}/"):
        said = text(client, path)
        assert "Parents and carers" not in said, path
        assert "We know better" not in said
    assert board_alone in text(client, f"{PAGE[:-1]}.svg")


def test_five_who_answered_alone_are_shown_together(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, parents: ScoringGroup
) -> None:
    (one,) = scored(board=[4], parents=[None])
    for value in (1, 2, 6, 9, 9):
        ScoreSheet.objects.create(round=one, group=parents).scores.create(scale=scale, value=value)
    (line,) = queries.distance_page(None, scale.council).lines
    assert [(each.group, each.now.value, each.now.people) for each in line.travelled.groups] == [
        ("Board", 4, 6), ("Parents and carers", 6, 5),
    ]  # fmt: skip


def test_the_smallest_group_is_a_setting(client: Client, scored: Scored, board: ScoringGroup, settings: object) -> None:
    scored(board=[4])
    settings.SMALLEST_GROUP = 7  # type: ignore[attr-defined]
    assert "Too few people scored it to show anything." in text(client, PAGE)


@pytest.fixture
def published(council: Council) -> None:
    figures.take_in(referrals({MEDWAY: STEADY, **EVERYWHERE}), "referrals.csv", actor=None)
    figures.set_area(council, StatisticalArea.objects.get(code="E06000035"), **TOLD)


def test_each_scale_stands_beside_its_indicators_with_a_plain_remark(
    client: Client, published: None, scale: Scale, scored: Scored, board: ScoringGroup
) -> None:
    operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), **TOLD)
    scored(board=[8])
    remark = "Scored 8, Re-referrals within 12 months unchanged: they disagree."
    for path in (PAGE, f"/improvement/scales/{scale.pk}/"):
        assert remark in text(client, path)
    assert "On 1 scores and figures disagree." in text(client, PAGE)


def test_a_scale_without_an_indicator_says_that_nothing_holds_it_to_figures(client: Client, scale: Scale) -> None:
    assert "nothing holds it to figures" in text(client, f"/improvement/scales/{scale.pk}/")


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("narrow", ["", "?narrow=1"])
def test_the_charts_are_pictures(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, form: str, narrow: str
) -> None:
    scored(board=[4, 5])
    for path in (f"{PAGE[:-1]}.{form}", f"/improvement/scales/{scale.pk}.{form}"):
        answer = client.get(path + narrow)
        assert answer["Content-Type"] == {"svg": "image/svg+xml", "png": "image/png"}[form]
        assert len(answer.content) > 1000


def test_there_is_no_chart_of_nothing(client: Client, scale: Scale) -> None:
    assert client.get(f"{PAGE[:-1]}.svg").status_code == 404
    assert client.get(f"/improvement/scales/{scale.pk}.svg").status_code == 404


def test_the_scores_are_taken_away_as_csv(client: Client, scored: Scored, board: ScoringGroup) -> None:
    scored(board=[4, 8])
    titles, row = client.get(f"{PAGE[:-1]}.csv").content.decode().splitlines()
    assert titles.startswith("Scale,Baseline,Goal,Group,Scored on,Score,People,")
    assert row == "Children are seen,3,8,Board,2024-05-20,8.0,6,4.0,2024-02-18,4.0,1.0,not yet told: too few scorings"


def test_a_plan_has_its_own_scales(client: Client, council: Council, scale: Scale) -> None:
    plan = ImprovementPlan.objects.create(council=council, title="The plan")
    operations.add_scale(council, "Staff stay", SEEN, plan=plan, **TOLD)
    said = text(client, f"{PAGE}?plan={plan.pk}")
    assert "Staff stay" in said
    assert "Children are seen" not in said


@pytest.mark.parametrize("asked", ["?plan=x", "?plan=999", "?plan=²", "?plan=99999999999999999999"])
def test_a_plan_that_is_not_there_is_not_found(client: Client, council: Council, asked: str) -> None:
    assert client.get(PAGE + asked).status_code == 404


def test_an_earlier_wording_stays_in_sight_with_its_scores(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup
) -> None:
    scored(board=[4])
    operations.follow_scale(scale, "Children are heard", SEEN, **TOLD)
    assert "Scales with an earlier wording" in text(client, PAGE)
    assert "Children are heard</a> has another wording and follows it" in text(
        client, f"/improvement/scales/{scale.pk}/"
    )


def test_a_scale_for_officers_is_not_there_for_the_public(client: Client, council: Council, officer: User) -> None:
    one = operations.add_scale(council, "Staff stay", SEEN, seen=Seen(Audience.OFFICERS), **TOLD)
    assert client.get(f"/improvement/scales/{one.pk}/").status_code == 404
    assert "Staff stay" not in text(client, PAGE)
    client.force_login(officer)
    assert "Staff stay" in text(client, PAGE)


def test_what_was_scored_for_officers_is_not_counted_for_the_public(
    client: Client, scale: Scale, board: ScoringGroup
) -> None:
    last = date(2024, 5, 20)
    one = a_round(scale, last - timedelta(days=5), last, Seen(Audience.OFFICERS))
    operations.type_scores_in(one, board, [Given(scale, 7)], people=6, met_on=last, actor=None)
    assert "none has a score to show yet" in text(client, PAGE)


def test_what_people_wrote_is_for_officers_alone(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, officer: User
) -> None:
    scored(board=[4])
    path = f"/improvement/scales/{scale.pk}/"
    assert "Nine of ten visits" not in text(client, path)
    client.force_login(officer)
    assert "Nine of ten visits were in time (Audit of visits, 10 May 2024)" in text(client, path)


def test_a_summary_stands_ready_for_the_front_page(scored: Scored, council: Council, board: ScoringGroup) -> None:
    scored(board=[4])
    assert queries.distance_summary(None, council).startswith("Of 1 scale, 1 has scores.")


def test_a_council_without_scales_has_no_summary(council: Council) -> None:
    assert queries.distance_summary(None, council) == ""
