"""Surveys: what is asked of whom, when it was, and how many gave each answer."""

from arising.register.improvement.operations.surveys.asking import (
    add_question,
    add_survey,
    amend_survey,
    remove_question,
    remove_survey,
    reword_question,
)
from arising.register.improvement.operations.surveys.counts import set_counts
from arising.register.improvement.operations.surveys.evidence import make_evidence
from arising.register.improvement.operations.surveys.rounds import add_round, amend_round, remove_round

__all__ = [
    "add_question",
    "add_round",
    "add_survey",
    "amend_round",
    "amend_survey",
    "make_evidence",
    "remove_question",
    "remove_round",
    "remove_survey",
    "reword_question",
    "set_counts",
]
