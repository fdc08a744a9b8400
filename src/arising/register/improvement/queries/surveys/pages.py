"""Surveys on lists and pages."""

from __future__ import annotations

from dataclasses import dataclass

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.models import Question, Survey, SurveyRound
from arising.register.improvement.queries.surveys.told import QuestionTold, RoundTold, rounds_told, whole


@dataclass(frozen=True)
class SurveyLine:
    """A survey in a list: what its last round shows."""

    survey: Survey
    last: RoundTold | None

    @property
    def words(self) -> str:
        """What is to be said of it."""
        return self.last.words if self.last else "It has no round yet."


@dataclass(frozen=True)
class QuestionPage:
    """A question over the rounds in which it was asked, the earliest first."""

    question: Question
    told: tuple[tuple[RoundTold, QuestionTold], ...]

    @property
    def last(self) -> QuestionTold:
        """What was answered last."""
        return self.told[-1][1]

    @property
    def has_chart(self) -> bool:
        """Whether there is anything to draw."""
        return any(each.now for _, each in self.told)


@dataclass(frozen=True)
class SurveyPage:
    """A survey: its rounds, the earliest first, and each question over them. ``unasked`` are the questions to which
    nothing was answered yet."""

    survey: Survey
    rounds: tuple[RoundTold, ...]
    questions: tuple[QuestionPage, ...]
    unasked: tuple[Question, ...]

    @property
    def last(self) -> RoundTold | None:
        """The last round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def latest_first(self) -> list[RoundTold]:
        """The rounds, the latest first."""
        return list(reversed(self.rounds))


def surveys(user: Reader, council: Council) -> list[SurveyLine]:
    """The surveys of a council, those with the latest round first."""
    last = {told[-1].round.survey_id: told[-1] for told in rounds_of(user, council)}
    lines = [SurveyLine(each, last.get(each.pk)) for each in Survey.objects.visible_to(user).filter(council=council)]
    return sorted(lines, key=lambda line: line.last.round.ends_on.toordinal() if line.last else 0, reverse=True)


def rounds_of(user: Reader, council: Council) -> list[list[RoundTold]]:
    """The rounds of each survey of a council that has any, the earliest first."""
    rounds: dict[int, list[SurveyRound]] = {}
    for row in whole(SurveyRound.objects.visible_to(user).filter(survey__council=council)):
        rounds.setdefault(row.survey_id, []).append(row)
    return [rounds_told(those) for those in rounds.values()]


def survey_summary(user: Reader, council: Council) -> str:
    """What surveys say of a council, in words: how many there are, and what the latest shows."""
    lines = surveys(user, council)
    if not lines:
        return "No survey is in the register yet."
    count = "One survey is" if len(lines) == 1 else f"{len(lines)} surveys are"
    return f"{count} in the register. {lines[0].words}"


def survey(user: Reader, pk: int) -> Survey:
    """One survey. Raises Survey.DoesNotExist."""
    return Survey.objects.visible_to(user).select_related("council").get(pk=pk)


def survey_round(user: Reader, pk: int) -> SurveyRound:
    """One round. Raises SurveyRound.DoesNotExist."""
    rounds = whole(SurveyRound.objects.visible_to(user).filter(pk=pk))
    if not rounds:
        raise SurveyRound.DoesNotExist
    return rounds[0]


def question(user: Reader, pk: int) -> Question:
    """One question. Raises Question.DoesNotExist."""
    return Question.objects.visible_to(user).select_related("survey__council", "follows", "followed_by").get(pk=pk)


def survey_page(user: Reader, pk: int) -> SurveyPage:
    """The page of a survey. Raises Survey.DoesNotExist."""
    held = survey(user, pk)
    rounds = tuple(rounds_told(whole(SurveyRound.objects.visible_to(user).filter(survey=held))))
    all_of_it = held.questions.select_related("follows", "followed_by")
    pages = {each.pk: _over(each, rounds) for each in all_of_it}
    asked = sorted(
        (page for page in pages.values() if page.told),
        key=lambda page: (hasattr(page.question, "followed_by"), page.question.order, page.question.pk),
    )
    return SurveyPage(held, rounds, tuple(asked), tuple(page.question for page in pages.values() if not page.told))


def round_page(user: Reader, pk: int) -> tuple[RoundTold, SurveyRound | None]:
    """A round, and the one before it. Raises SurveyRound.DoesNotExist."""
    row = survey_round(user, pk)
    told = rounds_told(whole(SurveyRound.objects.visible_to(user).filter(survey=row.survey_id)))
    at = next(at for at, each in enumerate(told) if each.round.pk == pk)
    return told[at], told[at - 1].round if at else None


def question_page(user: Reader, pk: int) -> QuestionPage:
    """A question over its rounds. Raises Question.DoesNotExist, also where nothing was answered to it."""
    held = question(user, pk)
    page = _over(held, tuple(rounds_told(whole(SurveyRound.objects.visible_to(user).filter(survey=held.survey_id)))))
    if not page.told:
        raise Question.DoesNotExist("Nothing was answered to it.")
    return page


def _over(question: Question, rounds: tuple[RoundTold, ...]) -> QuestionPage:
    told = [(each, one) for each in rounds for one in each.questions if one.question.pk == question.pk]
    return QuestionPage(question, tuple(told))
