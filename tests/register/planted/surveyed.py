"""A register in which people of every audience were asked, and what they said is evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council
from arising.register.improvement import operations

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def survey_for_everything(council: Council, marks: Mapping[str, Seen]) -> None:
    """Put a survey of each audience, and a round of each in a survey that everybody may see, with its mark in whatever
    is written."""
    shared = operations.add_survey(council, "Asked of everybody", "parents", **TOLD)
    asked = operations.add_question(shared, "Do they listen?", "yes_no", **TOLD)
    for number, (mark, seen) in enumerate(marks.items(), start=1):
        survey = operations.add_survey(
            council, mark, "other", of_words=mark, asked_by=mark, note=mark, seen=seen, **TOLD
        )  # fmt: skip
        question = operations.add_question(
            survey, f"{mark}?", "choice", choices=[mark, "None"], together=[mark], **TOLD
        )  # fmt: skip
        for row, to in ((survey, question), (shared, asked)):
            last = date(2024, 1, number)
            round = operations.add_round(row, last, last, answered=20, asked=40, note=mark, seen=seen, **TOLD)
            counts = {(to.pk, mark, answer): 10 for answer in to.answers}
            operations.set_counts(round, counts, **TOLD)
            if row is survey:
                operations.make_evidence(round, **TOLD)
        told = {"kind": "complaints", "on": date(2024, 1, number), "of": "parents", "done_on": date(2024, 2, 1)}
        words = dict.fromkeys(("source", "heard", "will_do", "done"), mark)
        operations.log_engagement(council, {**told, **words, "themes": [(mark, 9)]}, seen=seen, **TOLD)
    assert {each.audience for each in marks.values()} <= set(Audience.values)
