"""Forms of surveys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from arising.register.bodies.writing import DayField, Writing, not_too_large
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import People, Question
from arising.register.improvement.surveying.answers import AnswerScale
from arising.register.improvement.surveying.sheets import KEPT_BACK, LARGEST
from arising.register.improvement.surveying.shown import Response

_RESPONSE = re.compile(
    r"(?P<group>.+?)\s*:\s*(?:c|(?P<answered>\d[\d,]{0,8}) (?:of|/) (?P<asked>\d[\d,]{0,8}))", re.IGNORECASE
)
WHOLE = "Give a whole number, such as 84."


class SurveyForm(Held):
    """What a survey is called, and of whom it is."""

    title = "Add a survey"
    name = forms.CharField(label="What is the survey called?", max_length=200)
    of = forms.ChoiceField(label="Who is asked?", choices=People.choices)
    of_words = forms.CharField(
        label="Who is asked, in words", max_length=100, required=False,
        help_text="Only where the list does not say it. It stands in a sentence: 61% of 84 kinship carers.",
    )  # fmt: skip
    asked_by = forms.CharField(
        label="Who asks?", max_length=200, required=False, help_text="A team, a forum, a firm. Never a person’s name."
    )
    note = forms.CharField(
        label="How is it asked?", required=False, max_length=2000, widget=forms.Textarea,
        help_text="By post, on the telephone, at a forum; everybody or some of them.",
    )  # fmt: skip
    called: ClassVar = {"title": "name"}

    def chosen(self) -> dict[str, Any]:
        """The columns of the survey."""
        told = self.cleaned_data
        return {"title": told["name"], **{each: told[each] for each in ("of", "of_words", "asked_by", "note")}}


class QuestionForm(Writing):
    """A question and how it is answered."""

    title = "Add a question"
    words = forms.CharField(label="The question, as it is asked", max_length=500, widget=forms.Textarea)
    scale = forms.ChoiceField(label="How is it answered?", choices=AnswerScale.choices)
    choices = forms.CharField(
        label="The answers, one in a line", required=False, widget=forms.Textarea, help_text="Only for a choice."
    )
    together = forms.CharField(
        label="Which answers are taken together in a sentence, one in a line?", required=False, widget=forms.Textarea,
        help_text="Left empty: Yes; Agree and Strongly agree; 7 to 10. A choice needs them.",
    )  # fmt: skip

    def chosen(self) -> dict[str, Any]:
        """What the operations take."""
        told = self.cleaned_data
        lines = {each: told[each].splitlines() for each in ("choices", "together")}
        return {"words": told["words"], "scale": told["scale"], **lines}


class RewordForm(QuestionForm):
    """A question in other words."""

    title = "Ask it in other words"
    since = DayField(
        required=False, label="From which day is it asked in these words?",
        help_text="Needed once it was answered. What was answered before stays with the old words.",
    )  # fmt: skip

    def chosen(self) -> dict[str, Any]:
        return {**super().chosen(), "since": self.cleaned_data["since"]}


class RoundForm(Held):
    """When a survey was put, and how many answered."""

    title = "Add a round"
    starts_on = DayField(label="On which day did it begin?")
    ends_on = DayField(label="On which day did it end?")
    asked = forms.IntegerField(
        label="How many were asked?", required=False, min_value=1, max_value=LARGEST,
        help_text="Leave it empty where nobody knows.", error_messages={"invalid": WHOLE},
    )  # fmt: skip
    answered = forms.IntegerField(
        label="How many answered?", min_value=0, max_value=LARGEST, error_messages={"invalid": WHOLE}
    )
    by_group = forms.CharField(
        label="How many answered, by group, one in a line", required=False, widget=forms.Textarea, max_length=10_000,
        help_text="Where it is known how many of a group were asked. For example, Foster carers: 18 of 60. "
        "A group with “c” is kept back here and stays as it is.",
    )  # fmt: skip
    note = forms.CharField(label="Note", required=False, max_length=2000, widget=forms.Textarea)

    def clean_by_group(self) -> dict[str, Response | None]:
        """How many of each group answered, and of how many. Raises a line for each that cannot be read."""
        told: dict[str, Response | None] = {}
        wrong = []
        for at, line in enumerate(self.cleaned_data["by_group"].splitlines(), start=1):
            found = _RESPONSE.fullmatch(" ".join(line.split()))
            if not line.strip():
                continue
            if found is None:
                what = "Write the group, a colon, and how many of how many: Foster carers: 18 of 60"
                wrong.append(f"Line {at}: “{line.strip()[:60]}” cannot be read. {what}.")
            elif found["group"] in told:
                wrong.append(f"Line {at}: “{found['group'][:60]}” stands twice. Take one of them out.")
            else:
                numbers = [int(found[each].replace(",", "")) for each in ("answered", "asked") if found[each]]
                told[found["group"]] = (numbers[0], numbers[1]) if numbers else None
        if wrong:
            raise ValidationError(wrong)
        return told

    def chosen(self) -> dict[str, Any]:
        """The columns of the round."""
        names = ("starts_on", "ends_on", "asked", "answered", "note", "by_group")
        return {each: self.cleaned_data[each] for each in names}


def responses_as_typed(shown: Mapping[str, Response | None]) -> str:
    """How many of each group answered, as the form takes it; "c" for what is kept back."""
    return "\n".join(
        f"{group}: {f'{response[0]} of {response[1]}' if response else KEPT_BACK}" for group, response in shown.items()
    )


class CountsForm(Writing):
    """How many of one group gave each answer. A question that is left empty stays as it is."""

    title = "Type the counts in"
    group = forms.CharField(
        label="Which group?", max_length=100, required=False, help_text="Leave it empty for everybody together."
    )

    def __init__(self, data: Any = None, *, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.places: dict[str, tuple[int, str]] = {}
        self.questions = list(questions)
        for question in questions:
            for at, answer in enumerate(question.answers):
                name = f"answer-{question.pk}-{at}"
                self.places[name] = (question.pk, answer)
                self.fields[name] = forms.IntegerField(
                    label=answer, required=False, min_value=0, max_value=LARGEST, error_messages={"invalid": WHOLE}
                )

    def asked(self) -> Iterator[tuple[Question, list[forms.BoundField]]]:
        """Each question with the fields of its answers."""
        for question in self.questions:
            yield question, [self[f"answer-{question.pk}-{at}"] for at in range(len(question.answers))]

    def counts(self) -> dict[tuple[int, str, str], int | None]:
        """The counts of the questions of which any was given; an empty one beside it leaves what is held."""
        told = self.cleaned_data
        given = {pk for name, (pk, _) in self.places.items() if told.get(name) is not None}
        return {
            (pk, told["group"], answer): told.get(name) for name, (pk, answer) in self.places.items() if pk in given
        }


class BringCounts(Writing):
    """A file of the counts of a round."""

    title = "Bring the counts in"
    button = "Look at it"
    file = forms.FileField(
        label="File",
        help_text="CSV or Excel with the columns question, group, answer and count. Never single answers.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Choose another one."},
        validators=[not_too_large],
    )  # fmt: skip
