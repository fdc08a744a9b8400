"""Forms of an action: what it is, how it stands, what it answers, its milestones."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Writing
from arising.register.improvement import queries
from arising.register.improvement.forms.common import Owned, Saying, choose, day, line, long, refuse_both
from arising.register.improvement.links import LINKS, Point
from arising.register.improvement.models import Action, ImprovementPlan
from arising.register.improvement.states import SHOWN_TO_WORK, State

POINTS = {model._meta.model_name or "": model for model in LINKS}
"""What an action may be linked to, by the word for it in an address."""
GROUPS = {
    "findings": "What inspections found", "requirements": "What directions require",
    "obligations": "Recommendations and what else is owed", "items": "Agenda items at which it was scrutinised",
}  # fmt: skip


class AddAction(Writing, Owned):
    """An action to be added to a priority."""

    title = "Add an action"
    button = "Add it"
    name = long("What will be done?")
    reference = line("Its reference", "For example, 3.2. Leave empty for the next number.", required=False, longest=20)
    phase = forms.ChoiceField(label="In which phase?", required=False)
    starts_on = day("When does it start?")
    due = day("When is it due?")
    due_words = line("Or when, in words", "For example: each quarter", required=False, longest=200)
    called: ClassVar = {"title": "name"}
    field_order = (
        "version", "name", "reference", "owner", "new_post", "phase", "starts_on", "due", "due_words",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, user: Reader, plan: ImprovementPlan, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.posts_of(user, plan.council)
        self.phases = {str(each.pk): each for each in queries.phases(user, plan)}
        choose(self.fields["phase"], [("", "None"), *((pk, each.title) for pk, each in self.phases.items())])

    def clean(self) -> dict[str, Any]:
        refuse_both(self)
        return self.cleaned_data

    def told(self, council: Council, actor: Any) -> dict[str, Any]:
        """The columns of the action, but for its title."""
        told = self.cleaned_data
        return {
            "reference": told["reference"], "owner": self.post(council, actor), "starts_on": told["starts_on"],
            "phase": self.phases.get(told["phase"]), "due_words": told["due_words"],
        }  # fmt: skip


class ChangeAction(AddAction):
    """An action to be put right. Its due date is moved by an update."""

    title = "Put the action right"
    button = "Save"
    priority = forms.ChoiceField(label="Under which priority?")
    why = line("Why do you change it?")

    def __init__(self, data: Any = None, *, user: Reader, action: Action, **kwargs: Any) -> None:
        kwargs.setdefault("initial", self.starts_with(action))
        super().__init__(data, user=user, plan=action.plan, **kwargs)
        del self.fields["due"]
        self.fields["reference"].required = True
        self.fields["reference"].help_text = "A reference that it had before stays with it as an earlier one."
        self.priorities = {str(each.pk): each for each in queries.priorities(user, action.plan)}
        choose(self.fields["priority"], [(pk, str(each)) for pk, each in self.priorities.items()])

    @staticmethod
    def starts_with(action: Action) -> dict[str, Any]:
        """The values that the form opens with."""
        return {
            "name": action.title, "reference": action.reference, "owner": str(action.owner_id or ""),
            "phase": str(action.phase_id or ""), "starts_on": action.starts_on, "due_words": action.due_words,
            "priority": str(action.priority_id), "version": action.version,
        }  # fmt: skip


class SayUpdate(Writing):
    """How an action stands. Whoever only owns it does not say that it worked."""

    title = "Say how the action stands"
    button = "Save the update"
    text = long("How does it stand?", "Where you take a state back or move the date, say why.")
    state = forms.ChoiceField(
        label="How far is it?",
        help_text="Evidenced and embedded need evidence that is attached to the action first.",
    )
    due = day("When is it due?", "The first date stays in sight when this one is moved.")
    on = day("On which day did it stand so?", "Leave empty for today.")

    def __init__(self, data: Any = None, *, action: Action, keeps: bool, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"state": action.state, "due": action.due, "version": action.version})
        super().__init__(data, **kwargs)
        given = [each for each in State if keeps or each not in SHOWN_TO_WORK or each == action.state]
        choose(self.fields["state"], [(each.value, each.label) for each in given])
        if not keeps:
            self.fields["state"].help_text = "Whoever keeps the plan says, from the evidence, whether it worked."


class LinkAction(Writing):
    """What an action answers, or where it was scrutinised."""

    title = "Say what the action answers"
    button = "Link it"
    point = forms.ChoiceField(label="What does it answer, or at which item was it scrutinised?")

    def __init__(self, data: Any = None, *, user: Reader, action: Action, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.points: dict[str, Point] = {}
        groups = []
        for name, points in queries.may_be_answered(user, action).items():
            keyed = {f"{each._meta.model_name}-{each.pk}": each for each in points}
            self.points |= keyed
            if keyed:
                groups.append((GROUPS[name], [(key, _shortly(each)) for key, each in keyed.items()]))
        choose(self.fields["point"], [("", "Choose one"), *groups])

    def chosen(self) -> Point:
        """The point that was chosen."""
        return self.points[self.cleaned_data["point"]]


class ChoosesAction(Writing):
    """A form in which an action is chosen, of every plan that ``user`` may see."""

    action = forms.ChoiceField(label="Which action?")

    def __init__(self, data: Any = None, *, user: Reader, council: Council, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.actions: dict[str, Action] = {}
        groups = []
        for plan in queries.plans(user, council):
            keyed = {str(each.pk): each for each in queries.actions_of(user, plan)}
            self.actions |= keyed
            groups.append((plan.title, [(pk, _shortly(each)) for pk, each in keyed.items()]))
        choose(self.fields["action"], [("", "Choose one"), *groups])

    def chosen(self) -> Action:
        """The action that was chosen."""
        return self.actions[self.cleaned_data["action"]]


class AnswerPoint(ChoosesAction):
    """Which action answers a point."""

    title = "Say which action answers it"
    button = "Link it"


class DropAction(Writing):
    """Why an action is dropped."""

    title = "Drop the action from the plan"
    button = "Drop it"
    reason = line("Why is it dropped?", "Everybody who may see the plan reads this.")
    agreed_on = day("When was that agreed?", "Leave empty for today. It makes a new version of the plan.")


class TakeUp(Saying):
    """Why an action is taken up again."""

    title = "Take the action up again"
    button = "Take it up again"


class AddMilestone(Writing):
    """A step of an action."""

    title = "Add a milestone"
    button = "Add it"
    name = line("What is the milestone?", longest=500)
    due = day("When is it due?")
    called: ClassVar = {"title": "name"}


class ReachMilestone(Writing):
    """When a milestone was reached."""

    title = "Say that the milestone was reached"
    on = day("On which day was it reached?", "Leave empty where it was not reached after all.")
    why = line("How is that known?", required=False)


class MoveMilestone(Writing):
    """Another day for a milestone."""

    title = "Move the milestone"
    due = day("When is it due?", "The first date stays in sight.", required=True)
    reason = line("Why is it moved?")


def _shortly(thing: Point | Action) -> str:
    words = str(thing)
    return words if len(words) <= 110 else f"{words[:109].rstrip()}…"
