"""Forms of the plan itself: its title, its phases, its priorities, the versions that are agreed."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council
from arising.register.bodies.writing import Writing
from arising.register.improvement.forms.common import ForWhom, choose, day, line, long
from arising.register.improvement.forms.papers import Held, held_initial
from arising.register.improvement.models import Direction, ImprovementPlan, Inspection, Phase, Priority

ANSWERED = {
    "inspections": "what was asked for by:", "directions": "what is required by:",
    "committees": "what was recommended by:",
}  # fmt: skip
"""How a person reads what a plan may answer. Without any it answers every inspection, and the directions in force."""


class AddPlan(ForWhom):
    """A plan to begin."""

    title = "Begin an improvement plan"
    button = "Begin it"
    name = line("What is the plan called?", "For example: Children’s services improvement plan", longest=300)
    body = forms.ChoiceField(label="Which board or committee does it answer to?", required=False)
    stale_after = forms.IntegerField(
        label="After how many days without an update is an entry stale?", initial=60, min_value=1, max_value=1000,
        widget=forms.TextInput, error_messages={"invalid": "Give a number of days, such as 60."},
    )  # fmt: skip
    called: ClassVar = {"title": "name"}

    def __init__(self, data: Any = None, *, user: Reader, council: Council, **kwargs: Any) -> None:
        super().__init__(data, user=user, council=council, **kwargs)
        self.bodies = {str(each.pk): each for each in bodies.bodies(user).filter(council=council, not_known=False)}
        choose(self.fields["body"], [("", "None"), *((pk, each.name) for pk, each in self.bodies.items())])

    def body_chosen(self) -> Body | None:
        """The board or committee."""
        return self.bodies.get(self.cleaned_data["body"])


class ChangePlan(AddPlan):
    """A plan to be changed, and what it answers."""

    title = "Change the plan"
    button = "Save"
    why = line("Why do you change it?")

    def __init__(self, data: Any = None, *, user: Reader, plan: ImprovementPlan, **kwargs: Any) -> None:
        kwargs.setdefault("initial", self.starts_with(plan))
        self.plan = plan
        super().__init__(data, user=user, council=plan.council, **kwargs)
        self.found: dict[str, dict[str, Any]] = {
            "inspections": _by_pk(Inspection.objects.visible_to(user).filter(council=plan.council)),
            "directions": _by_pk(Direction.objects.visible_to(user).filter(council=plan.council)),
            "committees": self.bodies,
        }
        for name, words in ANSWERED.items():
            held = {str(pk) for pk in getattr(plan, name).values_list("pk", flat=True)}
            for pk, one in self.found[name].items():
                label = f"It answers {words} {one}"
                self.fields[f"{name}-{pk}"] = forms.BooleanField(label=label, required=False, initial=pk in held)
        self.last_at_the_end()

    @classmethod
    def starts_with(cls, plan: ImprovementPlan) -> dict[str, Any]:
        """The values that the form opens with."""
        told = {"name": plan.title, "body": str(plan.body_id or ""), "stale_after": plan.stale_after}
        return {**told, **held_initial(plan.seen)}

    def answers(self) -> dict[str, list[Any]]:
        """What the plan answers. What its writer may not see stays as it is chosen."""
        told: dict[str, list[Any]] = {}
        for name, found in self.found.items():
            chosen = [one for pk, one in found.items() if self.cleaned_data[f"{name}-{pk}"]]
            hidden = getattr(self.plan, name).exclude(pk__in=list(found))
            told[name] = [*chosen, *hidden]
        return told


class WritePriority(Writing):
    """A priority and the outcome wanted."""

    title = "Add a priority"
    name = line("What is the priority?", longest=500)
    reference = line("Its reference", "For example, 3. Leave empty for the next number.", required=False, longest=20)
    outcome = long("Which outcome is wanted?", "What will be so for children and families.", required=False)
    called: ClassVar = {"title": "name"}

    @staticmethod
    def starts_with(priority: Priority) -> dict[str, Any]:
        """The values that the form opens with."""
        return {"name": priority.title, "reference": priority.reference, "outcome": priority.outcome}


class WritePhase(Writing):
    """A phase of the plan."""

    title = "Add a phase"
    name = line("What is the phase called?", "For example: The first hundred days", longest=200)
    starts_on = day("When does it start?")
    ends_on = day("When does it end?")
    called: ClassVar = {"title": "name"}

    @staticmethod
    def starts_with(phase: Phase) -> dict[str, Any]:
        """The values that the form opens with."""
        return {"name": phase.title, "starts_on": phase.starts_on, "ends_on": phase.ends_on}


class AgreeVersion(Held):
    """A version of the plan that was agreed."""

    title = "Keep the plan as a version"
    button = "Keep it"
    agreed_on = day("When was the plan agreed?", required=True)
    name = line("What is the version called?", "For example: After the six-month review", required=False, longest=300)
    reason = line("Why was the plan refreshed?", "The first version needs no reason.", required=False)
    called: ClassVar = {"title": "name"}


def _by_pk(rows: Any) -> dict[str, Any]:
    return {str(each.pk): each for each in rows}
