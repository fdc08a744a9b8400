"""Scales: worded before anybody scores, and never reworded after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import (
    ImprovementPlan,
    Priority,
    Scale,
    ScaleIndicator,
    ScoringGroup,
    ScoringRound,
)
from arising.register.indicators.models import Indicator
from register.improvement.scales.conftest import SEEN, TOLD, Score

OTHER = replace(SEEN, ten="Every child says that they were heard")


def reworded(scale: Scale) -> Scale:
    return operations.change_scale(scale, title=scale.title, wording=OTHER, audience=Audience.PUBLIC, **TOLD)


def test_a_scale_is_reworded_before_anybody_was_asked(scale: Scale) -> None:
    assert reworded(scale).ten == OTHER.ten


def test_a_reworded_anchor_is_refused_once_there_is_a_score(scale: Scale, board: ScoringGroup, scored: Score) -> None:
    scored(board=[4])
    with pytest.raises(ValidationError, match="Start a new scale that follows it"):
        reworded(scale)
    scale.refresh_from_db()
    assert scale.ten == SEEN.ten


def test_a_reworded_anchor_is_refused_once_a_scoring_is_open(scale: Scale, open_round: ScoringRound) -> None:
    with pytest.raises(ValidationError, match="asked already"):
        reworded(scale)


@pytest.mark.parametrize("wording", [replace(SEEN, baseline=2), replace(SEEN, goal=6)])
def test_a_goal_or_baseline_is_not_moved_after_a_score(
    scale: Scale, board: ScoringGroup, scored: Score, wording: operations.Wording
) -> None:
    scored(board=[4])
    with pytest.raises(ValidationError, match="fixed"):
        operations.change_scale(scale, title="x", wording=wording, audience=Audience.PUBLIC, **TOLD)


def test_a_title_and_an_audience_change_at_any_time(scale: Scale, board: ScoringGroup, scored: Score) -> None:
    scored(board=[4])
    changed = operations.change_scale(scale, title="Seen", wording=SEEN, audience=Audience.OFFICERS, **TOLD)
    assert (changed.title, changed.audience) == ("Seen", "officers")


def test_another_wording_is_a_new_scale_that_says_which_it_follows(
    scale: Scale, board: ScoringGroup, scored: Score
) -> None:
    scored(board=[4])
    new = operations.follow_scale(scale, "Children are heard", OTHER, **TOLD)
    assert (new.follows, new.scores.count(), scale.scores.count()) == (scale, 0, 1)


def test_the_indicators_beside_a_scale_go_with_the_one_that_follows(scale: Scale, open_round: ScoringRound) -> None:
    operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), **TOLD)
    new = operations.follow_scale(scale, "Children are heard", OTHER, **TOLD)
    assert [each.indicator.key for each in new.beside.all()] == ["re-referrals"]


def test_a_scale_that_nobody_was_asked_needs_no_other(scale: Scale) -> None:
    with pytest.raises(ValidationError, match="can be changed"):
        operations.follow_scale(scale, "Children are heard", OTHER, **TOLD)


def test_a_scale_is_followed_once(scale: Scale, open_round: ScoringRound) -> None:
    operations.follow_scale(scale, "Children are heard", OTHER, **TOLD)
    with pytest.raises(ValidationError, match="follows it already"):
        operations.follow_scale(scale, "Children are heard", OTHER, **TOLD)


@pytest.mark.parametrize(
    ("wording", "column"),
    [(replace(SEEN, five=" "), "five"), (replace(SEEN, goal=3), "goal"), (replace(SEEN, baseline=-1), "baseline")],
)
def test_what_is_wrong_with_a_scale_is_said_where_it_is(
    council: Council, wording: operations.Wording, column: str
) -> None:
    with pytest.raises(ValidationError) as trouble:
        operations.add_scale(council, "Children are seen", wording, **TOLD)
    assert list(trouble.value.message_dict) == [column]
    assert not Scale.objects.exists()


def test_a_scale_of_a_priority_is_of_its_plan(council: Council) -> None:
    plan = ImprovementPlan.objects.create(council=council, title="The plan")
    priority = Priority.objects.create(plan=plan, reference="1", title="Seeing children")
    assert operations.add_scale(council, "Children are seen", SEEN, priority=priority, **TOLD).plan == plan


def test_a_scale_is_of_no_other_councils_plan(council: Council) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    plan = ImprovementPlan.objects.create(council=other, title="The plan")
    with pytest.raises(ValidationError, match="not a plan of"):
        operations.add_scale(council, "Children are seen", SEEN, plan=plan, **TOLD)


def test_an_indicator_is_put_beside_a_scale_once(scale: Scale) -> None:
    for _ in range(2):
        operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), **TOLD)
    assert ScaleIndicator.objects.count() == 1


def test_a_definition_that_an_indicator_has_not_is_refused(scale: Scale) -> None:
    with pytest.raises(ValidationError, match="no definition"):
        operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), "no-such", **TOLD)


def test_whoever_does_not_keep_the_journey_words_no_scale(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add_scale(council, "Children are seen", SEEN, actor=officer, why="x")


def test_a_change_is_told_with_who_and_why(council: Council, keeper: User) -> None:
    scale = operations.add_scale(council, "Children are seen", SEEN, actor=keeper, why="The Board asked for it")
    entry = scale.history.get()
    assert (entry.history_user, entry.history_change_reason) == (keeper, "The Board asked for it")


def test_a_group_of_two_is_refused(council: Council) -> None:
    with pytest.raises(ValidationError, match="A group of 2 is too small"):
        operations.add_scoring_group(council, "young_people", 2, **TOLD)
    assert not ScoringGroup.objects.exists()


def test_a_group_does_not_shrink_to_two(board: ScoringGroup) -> None:
    with pytest.raises(ValidationError, match="A group of 2 is too small"):
        operations.resize_scoring_group(board, 2, **TOLD)


def test_a_group_without_a_name_is_called_by_its_kind(parents: ScoringGroup) -> None:
    assert parents.name == "Parents and carers"


def test_two_groups_have_two_names(board: ScoringGroup, council: Council) -> None:
    with pytest.raises(ValidationError, match="already"):
        operations.add_scoring_group(council, "other", 9, name="board", **TOLD)
