"""How the actions of a plan are narrowed. Sent with GET, so that each list has an address."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.register.improvement.forms.common import choose
from arising.register.improvement.queries import Narrowed, PlanPage
from arising.register.improvement.states import State


class NarrowPlan(forms.Form):
    """The filters of the plan."""

    state = forms.ChoiceField(required=False, label="State")
    owner = forms.ChoiceField(required=False, label="Owner")
    priority = forms.ChoiceField(required=False, label="Priority")
    phase = forms.ChoiceField(required=False, label="Phase")

    def __init__(self, data: Any, *, page: PlanPage) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        states = [(each.value, each.label) for each in State]
        more = [("open", "All that are not done"), ("late", "All that are overdue"), ("moved", "All whose date moved")]
        choose(self.fields["state"], [("", "Every state"), *states, *more])
        owners = [(each, each) for each in page.owners]
        if any(not each.owner for each in page.tally.lines):
            owners.append(("nobody", "Nobody named"))
        choose(self.fields["owner"], [("", "Everybody"), *owners])
        parts = [(str(each.of.pk), str(each.of)) for each in page.priorities if each.of]
        choose(self.fields["priority"], [("", "Every priority"), *parts])
        phases = [(str(each.of.pk) if each.of else "none", str(each.of or "In no phase")) for each in page.phases]
        choose(self.fields["phase"], [("", "Every phase"), *phases])
        if not phases:
            del self.fields["phase"]

    def narrowed(self) -> Narrowed:
        """What was asked for; a choice that there is not asks for nothing."""
        self.full_clean()
        return Narrowed(**{name: self.cleaned_data.get(name, "") for name in self.fields})
