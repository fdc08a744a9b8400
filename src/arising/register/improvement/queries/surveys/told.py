"""What a round of a survey shows: each question in words, held against the round before, small groups kept back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Audience
from arising.register.improvement.models import Question, SurveyRound
from arising.register.improvement.surveying import words
from arising.register.improvement.surveying.answers import answered
from arising.register.improvement.surveying.shown import Line, Response, Shown, responses_shown, shown
from arising.register.improvement.surveying.words import Told


@dataclass(frozen=True)
class GroupTold:
    """What a group answered: its share now and in the round before; None where nothing may be told."""

    line: Line
    now: Told | None
    before: Told | None

    @property
    def share(self) -> str:
        """The share with between what it lies; empty where nothing may be told."""
        return f"{words.percent(self.now.interval.estimate)} ({words.between(self.now.interval)})" if self.now else ""

    @property
    def change(self) -> str:
        """What changed since the round before, in words; empty where nothing can be held against it."""
        return words.change_in_words(self.before, self.now) if self.before and self.now else ""

    @property
    def is_changed(self) -> bool:
        """Whether its share changed since the round before by more than chance gives."""
        return bool(self.before and self.now and words.change_of(self.before, self.now).changed)


@dataclass(frozen=True)
class QuestionTold:
    """What was answered to a question in a round, held against the last round in which it was asked in the same words;
    ``is_new`` says that there is none."""

    question: Question
    people: str
    shown: Shown
    everybody: GroupTold
    groups: tuple[GroupTold, ...]
    is_new: bool

    @property
    def now(self) -> Told | None:
        """The share of everybody; None where nothing may be told."""
        return self.everybody.now

    @property
    def did(self) -> str:
        """What those whose answers are taken together did."""
        return answered(self.question.scale, self.question.together)

    @property
    def words(self) -> str:
        """The answer in a sentence or two."""
        if self.now is None:
            return f"So few answered “{self.question}” that nothing of it is shown."
        said = words.share_in_words(self.now, self.people, self.did, self.question.words)
        if self.everybody.change:
            return f"{said} {self.everybody.change}"
        if self.is_new and self.question.since:
            return f"{said} It was asked in other words before, so it is held against nothing earlier."
        return said

    @property
    def answers(self) -> list[tuple[str, int, str]]:
        """Every answer with its count and its share of those who answered; nothing where that is kept back."""
        line = self.everybody.line
        counted = [(answer, line.counts.get(answer, 0)) for answer in self.question.answers] if line.people else []
        return [(answer, count, words.percent(count / line.people)) for answer, count in counted]


@dataclass(frozen=True)
class RoundTold:
    """A round in words: each question that was asked, and how many answered."""

    round: SurveyRound
    when: str
    questions: tuple[QuestionTold, ...]
    response: str
    responses: Mapping[str, Response | None]

    @property
    def response_rows(self) -> list[tuple[str, Response | None, str]]:
        """Each group with how many of it answered, of how many, and the rate; None and "" where that is kept back."""
        return [(group, one, words.percent(one[0] / one[1]) if one else "") for group, one in self.responses.items()]

    @property
    def response_by_group(self) -> str:
        """Of which groups most and fewest answered, in a sentence; "" where fewer than two may be told."""
        return words.responses_in_words({group: one for group, one in self.responses.items() if one})

    @property
    def sentences(self) -> list[str]:
        """What it shows, a sentence for each question of which anything may be told."""
        return [each.words for each in self.questions if each.now]

    @property
    def words(self) -> str:
        """The first thing to say of it."""
        if self.questions:
            return self.questions[0].words
        return f"Nothing is known yet of what was answered in {self.when}."


def rounds_told(rounds: Sequence[SurveyRound]) -> list[RoundTold]:
    """Rounds of one survey in the order of their days, each held against those before it among them."""
    names = words.whens([each.ends_on for each in rounds])
    told: list[RoundTold] = []
    for at, row in enumerate(rounds):
        told.append(_told(row, names[at], told))
    return told


def round_told(row: SurveyRound) -> RoundTold:
    """A round held against those before it that whoever may see it may see too: for words that outlive the reader."""
    wide = [each.value for each in Audience if each.rank <= Audience(row.audience).rank]
    open_by = max(filter(None, [row.visible_from, timezone.now()]))
    earlier = SurveyRound.objects.filter(
        Q(visible_from=None) | Q(visible_from__lte=open_by), survey=row.survey_id, ends_on__lt=row.ends_on,
        audience__in=wide,
    )  # fmt: skip
    return rounds_told([*whole(earlier), *whole(SurveyRound.objects.filter(pk=row.pk))])[-1]


def whole(rounds: QuerySet[SurveyRound]) -> list[SurveyRound]:
    """Rounds with all that is told of them, in the order of their days."""
    together = rounds.select_related("survey__council").order_by("ends_on", "pk")
    return list(together.prefetch_related("counts", "responses", "survey__questions__followed_by"))


def _told(row: SurveyRound, when: str, earlier: Sequence[RoundTold]) -> RoundTold:
    counts = row.by_question
    questions = [
        _question(question, row, when, counts[question.pk], earlier)
        for question in row.survey.questions.all()
        if question.pk in counts
    ]
    return RoundTold(row, when, tuple(questions), _response(row, earlier), responses(row))


def responses(row: SurveyRound) -> dict[str, Response | None]:
    """How many of each group answered in a round, and of how many; None where that is kept back."""
    held = {each.group: each.response for each in row.responses.all()}
    return responses_shown(held, row.answered, smallest=settings.SMALLEST_GROUP)


def _question(
    question: Question, row: SurveyRound, when: str, counts: dict[str, dict[str, int]], earlier: Sequence[RoundTold]
) -> QuestionTold:
    may = shown(counts, smallest=settings.SMALLEST_GROUP)
    together = tuple(question.together)
    asked = [one for each in reversed(earlier) for one in each.questions if one.question.pk == question.pk]
    last = asked[0] if asked else None
    told = [
        GroupTold(line, words.told_of(line, together, when), _before(last, line.group))
        for line in (may.everybody, *may.groups)
    ]
    return QuestionTold(question, row.survey.people, may, told[0], tuple(told[1:]), is_new=last is None)


def _before(last: QuestionTold | None, group: str) -> Told | None:
    if last is None:
        return None
    return next((one.now for one in (last.everybody, *last.groups) if one.line.group == group), None)


def _response(row: SurveyRound, earlier: Sequence[RoundTold]) -> str:
    if row.answered < settings.SMALLEST_GROUP:
        return f"Fewer than {settings.SMALLEST_GROUP} answered, so nothing of it is shown."
    last = earlier[-1] if earlier else None
    before = (last.when, last.round.answered, last.round.asked or 0) if last else None
    if last and last.round.answered < settings.SMALLEST_GROUP:
        before = None
    return words.response_in_words(row.answered, row.asked, before)
