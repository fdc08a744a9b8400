"""The form of a measure: what it is counted by, where it began, what it is to reach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.writing import Writing
from arising.register.improvement.forms.common import choose, day, line, number
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import Action, Measure, Priority
from arising.register.improvement.workbooks.dates import when
from arising.register.indicators import queries as indicators
from arising.register.indicators.column_forms import definitions
from arising.register.indicators.models import Target

_STEP = re.compile(r"(?P<day>.+?)\s*[:;,\t]\s*£?(?P<value>[-−]?[\d,]+(?:\.\d+)?)\s*%?")
_EXAMPLE = "Write the day, a colon and the value: 31 March 2026: 85"
MOST_STEPS = 60


class TypeSteps(Held):
    """What a measure is to reach on the way."""

    title = "What is it to reach on the way?"
    steps = forms.CharField(
        label="Days and values, one in a line", required=False, widget=forms.Textarea, max_length=5000,
        help_text="For example, 31 March 2026: 85. A month is its last day. The value is in the unit of the indicator. "
        "A line that you take out is dropped, and stays in sight on the page of the indicator.",
    )  # fmt: skip
    set_by = line("Who set it?", "Leave empty for the plan.", required=False, longest=300)
    called: ClassVar = {"value": "steps"}

    def clean_steps(self) -> dict[date, float]:
        """The value of each day. Raises a line for each that cannot be read."""
        told: dict[date, float] = {}
        wrong = []
        lines = [" ".join(each.split()) for each in self.cleaned_data["steps"].splitlines()]
        for at, each in enumerate(lines, start=1):
            found = _STEP.fullmatch(each)
            day = when(found["day"]).day if found else None
            if not each:
                continue
            if found is None or day is None:
                wrong.append(f"Line {at}: “{each[:60]}” cannot be read. {_EXAMPLE}.")
            elif day in told:
                wrong.append(f"Line {at}: {day_in_words(day)} stands twice. Take one of them out.")
            else:
                told[day] = float(found["value"].replace(",", "").replace("−", "-"))
        if len(told) > MOST_STEPS:
            wrong.append(f"{len(told)} steps are too many: at most {MOST_STEPS} are taken.")
        if wrong:
            raise ValidationError(wrong)
        return told


def steps_as_typed(targets: Iterable[Target]) -> str:
    """Steps as the form takes them."""
    return "\n".join(f"{day_in_words(one.by)}: {one.value:.10g}" for one in targets if one.by)


class WriteMeasure(Writing):
    """A measure of a priority, or of one of its actions."""

    title = "Add a measure"
    kind = forms.ChoiceField(label="What is it counted by?", choices=Measure.Kind.choices)
    definition = forms.ChoiceField(label="Which indicator?", required=False, help_text="Where an indicator counts it.")
    name = line("What is measured?", "Leave empty for the name of the indicator.", required=False, longest=500)
    action = forms.ChoiceField(label="Of which action?", required=False)
    baseline = number("Where did it begin?", "The baseline, as a number in the unit of the indicator.")
    baseline_on = day("Of which day is that?")
    goal = number("What is it to reach?")
    goal_by = day("By when?")
    words = line("Baseline and goal in words", "Where they are no numbers.", required=False, longest=500)
    called: ClassVar = {"title": "name", "indicator": "definition", "variant": "definition"}

    def __init__(self, data: Any = None, *, priority: Priority, actions: list[Action], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.indicators = {each.key: each for each in indicators.indicators(priority.plan.council)}
        named = definitions(self.indicators.values())
        choose(self.fields["definition"], [("", "None"), *named])
        self.actions = {str(each.pk): each for each in actions}
        whole = f"Of the whole priority {priority.reference}"
        choose(self.fields["action"], [("", whole), *((pk, str(each)[:110]) for pk, each in self.actions.items())])

    def told(self) -> dict[str, Any]:
        """The columns of the measure."""
        told = self.cleaned_data
        key, _, variant = told["definition"].partition(" ")
        columns = {name: told[name] for name in ("kind", "baseline", "baseline_on", "goal", "goal_by", "words")}
        return columns | {
            "title": told["name"], "indicator": self.indicators.get(key), "variant": variant,
            "action": self.actions.get(told["action"]),
        }  # fmt: skip

    @staticmethod
    def starts_with(measure: Measure) -> dict[str, Any]:
        """The values that the form opens with."""
        names = ("kind", "baseline", "baseline_on", "goal", "goal_by", "words")
        definition = f"{measure.indicator.key} {measure.variant}" if measure.indicator else ""
        told = {name: getattr(measure, name) for name in names}
        return told | {"name": measure.title, "definition": definition, "action": str(measure.action_id or "")}
