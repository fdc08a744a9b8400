"""A survey of parents and carers that was put twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import Question, Survey, SurveyRound

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
LISTENED = "My child’s social worker listens to me"
BEST = "What helped you most?"


@pytest.fixture
def survey(council: Council) -> Survey:
    return operations.add_survey(council, "Your views", "parents", asked_by="The participation team", **TOLD)


@pytest.fixture
def question(survey: Survey) -> Question:
    return operations.add_question(survey, LISTENED, "yes_no", **TOLD)


@pytest.fixture
def choice(survey: Survey) -> Question:
    return operations.add_question(
        survey, BEST, "choice", choices=["A visit", "A call", "Neither"], together=["A visit", "A call"], **TOLD
    )


Put = Callable[..., SurveyRound]


@pytest.fixture
def put(survey: Survey) -> Put:
    """Put the survey once: its last day, and what was answered to each question, by group."""

    def add(
        ends_on: str, counts: Mapping[Question, Mapping[str, Mapping[str, int]]] | None = None, *,
        asked: int | None = 210, answered: int = 84, **told: Any,
    ) -> SurveyRound:  # fmt: skip
        last = date.fromisoformat(ends_on)
        row = operations.add_round(
            survey, last.replace(day=1), last, asked=asked, answered=answered, **{**TOLD, **told}
        )  # fmt: skip
        if counts:
            operations.set_counts(row, places(counts), **TOLD)
        row.refresh_from_db()
        return row

    return add


def places(counts: Mapping[Question, Mapping[str, Mapping[str, int]]]) -> dict[tuple[int, str, str], int | None]:
    return {
        (question.pk, group, answer): count
        for question, groups in counts.items()
        for group, answers in groups.items()
        for answer, count in answers.items()
    }


def everybody(yes: int, of: int) -> dict[str, dict[str, int]]:
    return {"": {"Yes": yes, "No": of - yes}}


@pytest.fixture
def twice(put: Put, question: Question) -> tuple[SurveyRound, SurveyRound]:
    """48% of 90 in March 2025, 61% of 84 in March 2026."""
    before = put("2025-03-28", {question: everybody(43, 90)}, answered=90, asked=180)
    return before, put("2026-03-27", {question: everybody(51, 84)})
