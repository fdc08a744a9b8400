"""How lists are narrowed: forms that are sent with GET, so that every list has an address."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Meeting
from arising.register.record.models import CommitmentKind, DecisionAction
from arising.register.record.models.findings import Attending, Scope
from arising.register.record.queries import Filters

MEETINGS_OFFERED = 200


class Narrow(forms.Form):
    """The filters that every list has. ``offers_kinds`` are the kinds of one list, with ``everything`` for all."""

    kind_label = "Kind"
    owner_label = "Who"
    text_label = "Words in it"
    everything = "Every kind"
    offers_kinds: tuple[tuple[str, Any], ...] = ()

    body = forms.ChoiceField(required=False, label="Body")
    meeting = forms.ChoiceField(required=False, label="Meeting")
    item = forms.CharField(required=False, max_length=90, widget=forms.HiddenInput)
    kind = forms.ChoiceField(required=False)
    owner = forms.CharField(required=False, max_length=200)
    text = forms.CharField(required=False, max_length=200)

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        chosen = self._body_asked_for()
        offered = list(bodies.bodies(user))
        body = next((each for each in offered if each.slug == chosen), None)
        found = bodies.meetings(user, body=body)
        meetings = list(found if body else found[:MEETINGS_OFFERED])
        self._choices("body", [("", "Every body"), *((each.slug, each.name) for each in offered)])
        named = [(f"{each.body.slug}/{each.slug}", _name(each, body)) for each in meetings]
        self._choices("meeting", [("", "Every meeting"), *named])
        self._choices("kind", [("", self.everything), *self.offers_kinds])
        for name, label in (("kind", self.kind_label), ("owner", self.owner_label), ("text", self.text_label)):
            self.fields[name].label = label

    def _body_asked_for(self) -> str:
        return self.data.get("meeting", "").partition("/")[0] or self.data.get("body", "")

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]
        field.error_messages["invalid_choice"] = f"There is no such {name} here. Choose one from the list."

    def filters(self) -> Filters:
        """What was asked for, as far as it makes sense."""
        self.full_clean()
        asked = self.cleaned_data
        body, _, meeting = asked.get("meeting", "").partition("/")
        return Filters(
            body=body or asked.get("body", ""),
            meeting=meeting,
            item=asked.get("item", ""),
            owner=asked.get("owner", ""),
            kind=asked.get("kind", ""),
            text=asked.get("text", ""),
        )


def _name(meeting: Meeting, body: Body | None) -> str:
    when = in_words(meeting.date) if meeting.date else meeting.title or "Date not known"
    return when if body else f"{when}, {meeting.body.name}"


class NarrowCommitments(Narrow):
    owner_label = "Who owes it"
    text_label = "Words in what was promised"
    everything = "Undertakings and expectations"
    offers_kinds = tuple(CommitmentKind.choices)


class NarrowDecisions(Narrow):
    kind_label = "What was done"
    owner_label = "Who must act or receive"
    text_label = "Words in the decision"
    everything = "Everything"
    offers_kinds = tuple(DecisionAction.choices)


class NarrowFigures(Narrow):
    kind_label = "Where"
    text_label = "Words in what is measured"
    everything = "Local and national"
    offers_kinds = tuple(Scope.choices)

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, user=user)
        del self.fields["owner"]


class NarrowPeople(Narrow):
    kind_label = "There as"
    owner_label = "Words in their post"
    text_label = "Name"
    everything = "However they are named"
    offers_kinds = tuple(Attending.choices)
