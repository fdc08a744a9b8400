"""The form of a measure: what it is counted by, where it began, what it is to reach."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from arising.register.bodies.writing import Writing
from arising.register.improvement.forms.common import choose, day, line, number
from arising.register.improvement.models import Action, Measure, Priority
from arising.register.indicators import queries as indicators
from arising.register.indicators.column_forms import definitions


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
