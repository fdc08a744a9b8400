"""Surveys as a reader may see them: in words first, small groups kept back.

``told.py`` says what a round shows, ``pages.py`` answers for lists and pages, ``files.py`` for files.
"""

from arising.register.improvement.queries.surveys.files import Change, changes, file_rows, read_file, survey_rows
from arising.register.improvement.queries.surveys.pages import (
    QuestionPage,
    SurveyLine,
    SurveyPage,
    question,
    question_page,
    round_page,
    rounds_of,
    survey,
    survey_page,
    survey_round,
    survey_summary,
    surveys,
)
from arising.register.improvement.queries.surveys.told import GroupTold, QuestionTold, RoundTold

__all__ = [
    "Change",
    "GroupTold",
    "QuestionPage",
    "QuestionTold",
    "RoundTold",
    "SurveyLine",
    "SurveyPage",
    "changes",
    "file_rows",
    "question",
    "question_page",
    "read_file",
    "round_page",
    "rounds_of",
    "survey",
    "survey_page",
    "survey_round",
    "survey_rows",
    "survey_summary",
    "surveys",
]
