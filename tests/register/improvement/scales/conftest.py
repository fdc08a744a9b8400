"""A council with scales and groups, and scorings of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from arising.register.accounts.audiences import Seen
from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import Scale, ScoreSheet, ScoringGroup, ScoringRound
from arising.register.improvement.operations import Given, Wording

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
SEEN = Wording("Nobody knows whether children are seen", "Most are seen in time", "Every child is seen alone", 3, 8)
SHOWN: dict[str, Any] = {"evidence_text": "Nine of ten visits were in time", "evidence_source": "Audit of visits"}


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def scale(council: Council) -> Scale:
    """Children are seen: from 3 to 8."""
    return operations.add_scale(council, "Children are seen", SEEN, **TOLD)


@pytest.fixture
def board(council: Council) -> ScoringGroup:
    return operations.add_scoring_group(council, "board", 9, **TOLD)


@pytest.fixture
def parents(council: Council) -> ScoringGroup:
    return operations.add_scoring_group(council, "parents", 20, **TOLD)


def a_round(scale: Scale, opens: date, closes: date, seen: Seen = Seen()) -> ScoringRound:  # noqa: B008
    return operations.add_scoring_round(scale.council, [scale], opens_on=opens, closes_on=closes, seen=seen, **TOLD)


def met(one: ScoringRound, group: ScoringGroup, value: int, people: int = 6, **given: Any) -> ScoreSheet:
    """What a group that met agreed on one scale."""
    (scale,) = one.scales.all()
    return operations.type_scores_in(
        one, group, [Given(scale, value, **given)], people=people, met_on=one.opens_on, actor=None
    )


@pytest.fixture
def open_round(scale: Scale) -> ScoringRound:
    """A scoring that takes answers today."""
    today = timezone.localdate()
    return a_round(scale, today, today + timedelta(days=14))


Score = Callable[..., list[ScoringRound]]


@pytest.fixture
def scored(scale: Scale) -> Score:
    """Let groups score, a scoring for each place in what they gave, three months apart; the last in May 2024."""

    def score(**given: Sequence[int | None]) -> list[ScoringRound]:
        groups = {each.kind: each for each in ScoringGroup.objects.filter(council=scale.council)}
        many = max(len(values) for values in given.values())
        rounds = []
        for at in range(many):
            last = date(2024, 5, 20) - timedelta(days=92 * (many - 1 - at))
            one = a_round(scale, last - timedelta(days=10), last)
            rounds.append(one)
            for kind, values in given.items():
                if at < len(values) and (value := values[at]) is not None:
                    met(one, groups[kind], value, **SHOWN, evidence_on=last - timedelta(days=10))
        return rounds

    return score
