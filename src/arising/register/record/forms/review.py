"""What a person writes at the review desk: how a finding should read, why it is none, where it is split."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from arising.register.accounts.audiences import Reader
from arising.register.record.forms.lists import Narrow
from arising.register.record.models import (
    Area,
    Commitment,
    Decision,
    Declaration,
    Embargo,
    Exchange,
    Figure,
    Finding,
    Mention,
    Reference,
    Topic,
    Urgency,
    Vote,
)
from arising.register.record.operations import worked_out
from arising.register.record.operations.timing import AHEAD
from arising.register.record.queries import Desk, UnderReview
from arising.register.record.side_by_side import GROUPS

WRITTEN: dict[type[Finding], dict[str, str]] = {
    Topic: {"heading": "Title"},
    Exchange: {
        "kind": "Kind", "askers": "Who asked (more than one: put ; between)",
        "responders": "Who answered (more than one: put ; between)",
    },
    Commitment: {
        "kind": "Kind", "owner": "Who owes it", "deliverable": "What is owed", "to": "To whom",
        "due": "By when, in words",
    },
    Decision: {"action": "What was done", "addressee": "Who must act or receive", "asks_for": "What is asked"},
    Vote: {
        "outcome": "Outcome", "count": "Counts, as in “for: 7; against: 2”",
        "votes": "Names, as in “Councillor Bell: for; Councillor Rao: against”",
    },
    Figure: {
        "value": "Number", "high": "Upper end of a range", "of": "Out of", "unit": "Unit", "measure": "Of what",
        "scope": "Where", "approximate": "Is it rough?", "comparator": "Beside what", "period": "When, in words",
    },
    Mention: {"name": "Name", "role": "Post", "attending": "There as", "substitute_for": "In place of"},
    Declaration: {"name": "Who", "interest": "Interest", "matter": "In what"},
    Reference: {"kind": "Kind", "name": "Name"},
    Urgency: {"reason": "Reason", "law": "Law"},
    Embargo: {"until": "Until when, in words"},
    Area: {"name": "Name"},
}  # fmt: skip
"""What a person may write of each kind, and what it is called on the page."""

NOT_SAID, YES, NO = "", "yes", "no"
OBLIGATION = [(NOT_SAID, "Not said yet"), (YES, "Yes"), (NO, "No")]
BALLOTS = ("for", "against", "abstain")
REASONS = {
    "none": "It is nothing of the kind",
    "done": "It tells of something already done",
    "nobody": "Nobody is bound by it",
    "twice": "It is here already",
    "cut": "The words are cut off or run together",
}


def said(value: bool | None) -> str:
    """Whether something is an obligation, as the form gives it."""
    return NOT_SAID if value is None else YES if value else NO


def meant(value: str) -> bool | None:
    """What the form's answer stands for."""
    return None if value == NOT_SAID else value == YES


class Confirm(forms.Form):
    """Confirming, and whether it is an obligation."""

    is_obligation = forms.ChoiceField(
        label="Is it an obligation?", choices=OBLIGATION, required=False, widget=forms.RadioSelect
    )


class Reject(forms.Form):
    """Why a finding is none: a reason from the list, or a person's own words."""

    reason = forms.ChoiceField(
        label="Why is it none?", choices=list(REASONS.items()), required=False, widget=forms.RadioSelect
    )
    words = forms.CharField(label="Or in your own words", max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        given = cast("dict[str, Any]", super().clean())
        if not given.get("reason") and not given.get("words") and not self.errors:
            raise ValidationError({"reason": "Choose a reason, or write your own."})
        return given

    @property
    def why(self) -> str:
        """The reason in words."""
        words = [REASONS.get(self.cleaned_data["reason"], ""), self.cleaned_data["words"]]
        return ". ".join(word.rstrip(".") for word in words if word)


MOVES = (
    ("start-more", "One word more at the beginning", (-1, 0)),
    ("start-less", "One word less at the beginning", (1, 0)),
    ("end-less", "One word less at the end", (0, -1)),
    ("end-more", "One word more at the end", (0, 1)),
)
"""The buttons that move the ends of a quote by a word: their value, their words, and by how much either end moves."""


class MoveEnds(forms.Form):
    """One end of the quote moves by a word."""

    move = forms.ChoiceField(
        label="Which end", choices=[(value, words) for value, words, _ in MOVES], widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        given = cast("dict[str, Any]", super().clean())
        moved = {value: by for value, _, by in MOVES}.get(given.get("move", ""), (0, 0))
        return {"start_by": moved[0], "end_by": moved[1]}


class Reopen(forms.Form):
    """Putting a finding back in the queue; nothing is to be written."""


class Split(forms.Form):
    """Before which word of the quote a finding is split."""

    before_word = forms.TypedChoiceField(
        label="The second begins with", coerce=int, error_messages={"required": "Choose where the second begins."}
    )

    def __init__(self, data: Any, it: UnderReview) -> None:
        super().__init__(data, auto_id="split-%s", label_suffix="")
        choices = [("", "Choose a word"), *((str(number), words) for number, words in it.split_at)]
        self.fields["before_word"].choices = choices  # type: ignore[attr-defined]


class Merge(forms.Form):
    """With which of its neighbours a finding is merged."""

    other = forms.TypedChoiceField(
        label="Merge with", coerce=int, error_messages={"required": "Choose what to merge it with."}
    )

    def __init__(self, data: Any, it: UnderReview) -> None:
        super().__init__(data, auto_id="merge-%s", label_suffix="")
        choices = [(str(other.pk), other.quote[:100]) for other in it.neighbours]
        self.fields["other"].choices = choices  # type: ignore[attr-defined]


class Amend(forms.Form):
    """How a finding should read. ``changes`` holds what differs from what the register says."""

    start_by = forms.TypedChoiceField(label="The quote begins with", coerce=int)
    end_by = forms.TypedChoiceField(label="The quote ends with", coerce=int)

    def __init__(self, data: Any, it: UnderReview) -> None:
        super().__init__(data, auto_id="amend-%s", label_suffix="")
        self.finding = cast(Any, it.finding)
        ends = {name: self.fields.pop(name) for name in ("start_by", "end_by")}
        for name, label in WRITTEN[type(it.finding)].items():
            self.fields[name] = _field(self.finding, name, label)
        if self.finding.may_oblige:
            self.fields["is_obligation"] = forms.ChoiceField(
                label="Is it an obligation?", choices=OBLIGATION, required=False,
                initial=said(self.finding.is_obligation),
            )  # fmt: skip
        for (name, field), choices in zip(ends.items(), it.ends.choices(), strict=True):
            field.choices = [(str(by), words) for by, words in choices]  # type: ignore[attr-defined]
            field.initial = "0"
            self.fields[name] = field

    @property
    def ends(self) -> dict[str, int]:
        """By how many words the ends of the quote move."""
        return {name: self.cleaned_data[name] for name in ("start_by", "end_by")}

    def changes(self) -> dict[str, Any]:
        """The columns that change, a time worked out again where its words changed."""
        changes: dict[str, Any] = {}
        for name in self.changed_data:
            value = self.cleaned_data[name]
            if name in ("start_by", "end_by"):
                continue
            if name in AHEAD:
                changes |= worked_out(self.finding, name, value)
            elif name == "owner":
                changes |= _owner(self.finding, value)
            else:
                changes[name] = meant(value) if name in ("is_obligation", "approximate") else value
        return changes

    def clean(self) -> dict[str, Any]:
        given = cast("dict[str, Any]", super().clean())
        if not self.errors and not self.changes() and not any(self.ends.values()):
            raise ValidationError("Nothing was changed. Change something, or confirm it as it is.")
        return given


def _owner(finding: Commitment, name: str) -> dict[str, str]:
    """Who owes it: the words of the minutes stay beside whom they stand for."""
    return {"owner_resolved": name} if name and finding.owner else {"owner": name, "owner_resolved": ""}


def _field(finding: Any, name: str, label: str) -> forms.Field:
    """The field for a column, with what the register says in it."""
    column = finding._meta.get_field(name)
    value = finding.owed_by if name == "owner" else getattr(finding, name)
    if name in ("askers", "responders"):
        return Listed(label=label, required=False, initial="; ".join(value))
    if name in ("count", "votes"):
        told = "; ".join(f"{key}: {each}" for key, each in value.items())
        return Mapped(label=label, required=False, initial=told, counts=name == "count")
    if isinstance(column, models.BooleanField):
        return forms.ChoiceField(label=label, choices=[(NO, "No"), (YES, "Yes")], initial=said(value))
    if column.choices:
        choices = [*([("", "None of these")] if column.blank else []), *column.choices]
        return forms.ChoiceField(label=label, choices=choices, required=not column.blank, initial=value)
    if isinstance(column, models.FloatField):
        field = forms.FloatField(
            label=label,
            required=not column.null,
            initial=int(value) if value is not None and value == int(value) else value,
        )
        field.error_messages["invalid"] = f"{label}: write a number, such as 66 or 4.5."
        return field
    return forms.CharField(label=label, required=not column.blank, initial=value, max_length=column.max_length)


class Listed(forms.CharField):
    """Names with ; between them."""

    def to_python(self, value: Any) -> Any:
        return [name.strip() for name in (super().to_python(value) or "").split(";") if name.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class Mapped(forms.CharField):
    """Pairs as in "for: 7; against: 2" (``counts``), or "Councillor Bell: for"."""

    def __init__(self, *, counts: bool, **about: Any) -> None:
        self.counts = counts
        super().__init__(**about)

    def to_python(self, value: Any) -> Any:
        pairs: dict[str, Any] = {}
        for part in filter(None, (part.strip() for part in (super().to_python(value) or "").split(";"))):
            name, colon, ballot = (piece.strip() for piece in part.rpartition(":"))
            fits = (name in BALLOTS and ballot.isdecimal()) if self.counts else (name and ballot in BALLOTS)
            if not colon or not fits:
                example = "for: 7" if self.counts else "Councillor Bell: for"
                raise ValidationError(f"“{part}” cannot be used. Write it as in “{example}”, with ; between.")
            pairs[name] = int(ballot) if self.counts else ballot
        return pairs

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class NarrowReview(Narrow):
    """How the queue is narrowed. The rule comes with a link from the page of the rules."""

    everything = "Commitments, decisions, exchanges, figures and votes"
    offers_kinds = tuple(GROUPS.items())

    rule = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, user=user)
        for name in ("owner", "text", "item"):
            del self.fields[name]

    def desk(self) -> Desk:
        """What was asked for, as far as it makes sense."""
        filters = self.filters()
        return Desk(filters.body, filters.meeting, filters.kind, self.cleaned_data.get("rule", ""))


class TogetherFrom(forms.Form):
    """How sure the reader must have been of what is confirmed together, in hundredths."""

    at_least = forms.IntegerField(
        label="The reader was at least this sure, in %", min_value=0, max_value=100, required=False,
        error_messages={"invalid": "Write a whole number from 0 to 100.", "min_value": "Write a number from 0 to 100.",
                        "max_value": "Write a number from 0 to 100."},
    )  # fmt: skip

    @property
    def least(self) -> float:
        """The confidence, from 0 to 1; 0 where nothing fitting was written."""
        return (self.cleaned_data.get("at_least") or 0) / 100 if self.is_valid() else 0.0
