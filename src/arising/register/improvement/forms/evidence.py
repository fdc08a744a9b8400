"""Forms of evidence: recording it, attaching it, putting it right."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Writing, not_too_large
from arising.register.improvement import queries
from arising.register.improvement.forms.common import ForWhom, Saying, choose, day, line, long
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.forms.plans.actions import ChoosesAction
from arising.register.improvement.models import Action, Evidence
from arising.register.indicators import queries as indicators
from arising.register.indicators.column_forms import definitions

NOTE = "It stands beside the words that were worked out, and stays when those change. Leave empty for none."


class RecordEvidence(ForWhom):
    """A piece of evidence, of any kind but an indicator's."""

    title = "Record evidence"
    button = "Record it"
    kind = forms.ChoiceField(
        label="What kind of evidence is it?",
        help_text="A document shows that something was done. The other kinds can show that it worked.",
    )
    name = line("What does it show?", "In one sentence.", longest=500)
    on = day("Of which day is it?", required=True)
    source = line("Where does it come from?", "For example: Practice audit, second quarter", longest=500)
    text = long("More about it", required=False)
    item = forms.ChoiceField(label="At which agenda item was it told?", required=False)
    link = line("The address of a page that shows it", required=False, longest=2000)
    file = forms.FileField(
        label="Or the file that shows it", required=False, widget=forms.FileInput, max_length=200,
        validators=[not_too_large], help_text="It is seen by whoever may see the evidence.",
    )  # fmt: skip
    called: ClassVar = {"title": "name", "paper": "file"}

    def __init__(self, data: Any = None, *, user: Reader, council: Council, **kwargs: Any) -> None:
        super().__init__(data, user=user, council=council, **kwargs)
        kinds = [(each.value, each.label) for each in Evidence.Kind if each != Evidence.Kind.INDICATOR]
        choose(self.fields["kind"], kinds)
        self.items = {str(each.pk): each for each in queries.recent_items(user, council.pk)}
        named = [(pk, f"{each.meeting}: {each}"[:110]) for pk, each in self.items.items()]
        choose(self.fields["item"], [("", "None"), *named])

    def told(self) -> dict[str, Any]:
        """The columns of the evidence, but for its file."""
        told = self.cleaned_data
        columns = {name: told[name] for name in ("on", "source", "text", "link")}
        return {"title": told["name"], "item": self.items.get(told["item"]), **columns}


class AmendEvidence(RecordEvidence):
    """Evidence to be put right."""

    title = "Put the evidence right"
    button = "Save"
    note = long("A note", NOTE, required=False)
    why = line("Why do you change it?")

    def __init__(self, data: Any = None, *, user: Reader, evidence: Evidence, **kwargs: Any) -> None:
        kwargs.setdefault("initial", self.starts_with(evidence))
        super().__init__(data, user=user, council=evidence.council, **kwargs)
        if evidence.item is not None and str(evidence.item_id) not in self.items:
            # an item of an earlier meeting stays to be chosen
            self.items[str(evidence.item_id)] = evidence.item
            self.fields["item"].choices = [*self.fields["item"].choices, (str(evidence.item_id), str(evidence.item))]  # type: ignore[attr-defined]
        of_chart = evidence.kind == Evidence.Kind.INDICATOR
        for name in ("kind", "file", *(("name", "text") if of_chart else ("note",))):
            del self.fields[name]

    @classmethod
    def starts_with(cls, evidence: Evidence) -> dict[str, Any]:
        """The values that the form opens with."""
        told = {name: getattr(evidence, name) for name in ("on", "source", "text", "note", "link")}
        item = str(evidence.item_id or "")
        return {"name": evidence.title, "item": item, **told, **held_initial(evidence.seen)}

    def told(self) -> dict[str, Any]:
        told = self.cleaned_data
        columns: dict[str, Any] = {
            name: told[name] for name in ("on", "source", "text", "note", "link") if name in told
        }  # fmt: skip
        columns["item"] = self.items.get(told["item"])
        return columns | ({"title": told["name"]} if "name" in told else {})


class NoteEvidence(Saying):
    """A note beside evidence whose words follow counts."""

    title = "Write a note beside it"
    note = long("A note", NOTE, required=False)
    why = line("Why do you change it?")


class RecordSignal(ForWhom):
    """What the chart of an indicator showed on a day."""

    title = "Record what an indicator shows"
    button = "Record it"
    definition = forms.ChoiceField(label="Which indicator?")
    on = day("Of which day?", "Figures of periods that were over by then count.", required=True)
    source = line("Where do the figures come from?", "Leave empty for the release.", required=False, longest=500)
    called: ClassVar = {"indicator": "definition", "variant": "definition"}

    def __init__(self, data: Any = None, *, user: Reader, council: Council, **kwargs: Any) -> None:
        super().__init__(data, user=user, council=council, **kwargs)
        self.indicators = {each.key: each for each in indicators.indicators(council)}
        choose(self.fields["definition"], [("", "Choose one"), *definitions(self.indicators.values())])

    def told(self) -> dict[str, Any]:
        """The columns of the evidence. What it shows, the chart says."""
        key, _, variant = self.cleaned_data["definition"].partition(" ")
        told = {name: self.cleaned_data[name] for name in ("on", "source")}
        return told | {"indicator": self.indicators.get(key), "variant": variant}


class AttachToAction(Writing):
    """Which evidence shows something of an action."""

    title = "Attach evidence"
    button = "Attach it"
    evidence = forms.ChoiceField(label="Which evidence?")
    why = line("What does it show of the action?")

    def __init__(self, data: Any = None, *, user: Reader, action: Action, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        held = queries.all_evidence(user, action.plan.council)
        self.found = {str(each.pk): each for each in held.exclude(attached__action=action)[:500]}
        named = [
            (pk, f"{each.on:%d/%m/%Y} {each.get_kind_display()}: {each.title[:90]}") for pk, each in self.found.items()
        ]
        choose(self.fields["evidence"], [("", "Choose one"), *named])

    def chosen(self) -> Evidence:
        """The evidence that was chosen."""
        return self.found[self.cleaned_data["evidence"]]


class AttachEvidence(ChoosesAction):
    """Which action a piece of evidence shows something of."""

    title = "Attach it to an action"
    button = "Attach it"
    why = line("What does it show of the action?")
