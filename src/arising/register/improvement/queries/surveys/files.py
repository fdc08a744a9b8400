"""The counts of surveys as files, and what a file would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings

from arising.register.accounts.audiences import Reader
from arising.register.improvement.models import Question, SurveyRound
from arising.register.improvement.queries.surveys.pages import SurveyPage, survey_round
from arising.register.improvement.queries.surveys.told import RoundTold, rounds_told
from arising.register.improvement.surveying import sheets
from arising.register.improvement.surveying.shown import EVERYBODY, Line
from arising.register.improvement.surveying.words import between

Cell = str | int


@dataclass(frozen=True)
class Change:
    """What a file would change of the counts of a round: how many would be new, other than before, taken away, and as
    they are. ``answers`` are the numbers of people that it holds for each question and group."""

    new: int
    changed: int
    gone: int
    same: int

    @property
    def words(self) -> str:
        """What would change, in a sentence."""
        parts = [
            f"{count:,} {what}"
            for count, what in (
                (self.new, "new"), (self.changed, "other than before"), (self.gone, "taken away"), (self.same, "as now")
            )
            if count
        ]  # fmt: skip
        return f"Counts: {', '.join(parts)}."


def asked_in(row: SurveyRound) -> list[Question]:
    """The questions that were asked in a round, in the words of its day."""
    questions = row.survey.questions.select_related("followed_by")
    return [each for each in questions if each.is_asked_on(row.ends_on)]


def read_file(row: SurveyRound, content: bytes, name: str) -> sheets.Read:
    """What a file of the counts of a round holds. Raises NotPublished."""
    return sheets.read(content, name, {each.words: each.answers for each in asked_in(row)})


def changes(row: SurveyRound, told: Mapping[tuple[int, str, str], int | None]) -> Change:
    """What would change if the counts of a round were those ``told``."""
    held = {(each.question_id, each.group, each.answer): each.count for each in row.counts.all()}
    same = [place for place, count in told.items() if place in held and count in (None, held[place])]
    changed = [place for place, count in told.items() if place in held and count not in (None, held[place])]
    return Change(
        len(set(told) - set(held)), len(changed), len(set(held) - set(told)), len(same)
    )  # fmt: skip


def file_rows(user: Reader, pk: int) -> list[tuple[str, str, str, Cell, Cell, Cell]]:
    """The counts of a round as they may be shown, a row for each question, group and answer; empty rows to fill in
    where there are none yet. Raises SurveyRound.DoesNotExist."""
    row = survey_round(user, pk)
    told = rounds_told([row])[0]
    shown = {each.question.pk: each.shown for each in told.questions}
    held = row.by_question
    rows: list[tuple[str, str, str, Cell, Cell, Cell]] = []
    for question in asked_in(row):
        groups = held.get(question.pk, {EVERYBODY: {}})
        for group in groups:
            line = shown[question.pk].group(group) if question.pk in shown else None
            counts = [_cell(line, answer) if question.pk in held else "" for answer in question.answers]
            answers = zip(question.answers, counts, strict=True)
            rows += [(question.words, group, answer, count, *_responses(told, group)) for answer, count in answers]
    return rows


def _responses(told: RoundTold, group: str) -> tuple[Cell, Cell]:
    """How many of a group answered, and of how many; empty where nobody said."""
    if group not in told.responses:
        return "", ""
    return told.responses[group] or (sheets.KEPT_BACK, sheets.KEPT_BACK)


def _cell(line: Line | None, answer: str) -> Cell:
    """A count, or the symbol for what is kept back."""
    return line.counts.get(answer, 0) if line is not None and line.is_shown else sheets.KEPT_BACK


def survey_rows(page: SurveyPage) -> Iterator[tuple[str | float, ...]]:
    """Everything on the page of a survey, a row for each round, question, group and answer."""
    for told in page.rounds:
        row = told.round
        shows = [(each, line) for each in told.questions for line in (each.everybody, *each.groups)]
        for question, one in shows:
            now = one.now
            for answer in question.question.answers:
                yield (
                    row.starts_on.isoformat(), row.ends_on.isoformat(), row.asked or "",
                    row.answered if row.answered >= settings.SMALLEST_GROUP else sheets.KEPT_BACK,
                    question.question.words,
                    one.line.group, answer, _cell(one.line, answer),
                    round(now.interval.estimate, 4) if now else "", between(now.interval) if now else "",
                    *_responses(told, one.line.group),
                )  # fmt: skip
