"""Forms about inspections and visits."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.reading.inspections.schemes import AREAS, GRADES, OUTCOMES
from arising.register.accounts.models import User
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council, Post
from arising.register.bodies.writing import DAY_HINT, DayField, Writing
from arising.register.improvement import queries
from arising.register.improvement.forms.papers import FileField, Held, held_initial
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.improvement.operations.inspections.reports import OUTCOME
from arising.register.record import queries as record


class AddReport(Held):
    """The report of an inspection, as Ofsted publishes it."""

    title = "Add an inspection report"
    button = "Read it and add it"
    report = FileField(
        label="The report or letter",
        help_text="PDF with a text layer, Word, HTML or text. It is kept byte for byte.",
    )
    received = DayField(
        label="When did the council receive it?", required=False,
        help_text=f"{DAY_HINT}. The days on which the report and the statement of action are due count from then.",
    )  # fmt: skip
    published = DayField(
        label="When was it published?", required=False, help_text="Leave empty to take it from the report or its name."
    )
    origin = forms.URLField(
        label="Where was it published?", required=False, max_length=2000, assume_scheme="https",
        help_text="The address is kept beside it. It is not opened.",
    )  # fmt: skip
    despite = forms.BooleanField(
        label="It belongs here although it names another authority", required=False,
        help_text="For an authority that was merged or divided.",
    )  # fmt: skip
    field_order = ("report", "received", "published", "origin", "audience", "held_until", "held_at", "despite")


class BringInspection(Held):
    """An inspection that was typed in elsewhere."""

    title = "Bring in an inspection that was typed in"
    button = "Bring it in"
    file = FileField(
        label="The file",
        help_text="CSV or Excel, as the page of an inspection gives it. An inspection that was read from a report "
        "comes in again from the report.",
    )
    field_order = ("file", "audience", "held_until", "held_at")


class PlanVisit(Held):
    """A visit or an inspection that was announced."""

    title = "Plan a visit"
    kind = forms.ChoiceField(label="What is it?", choices=Inspection.Kind.choices, initial=Inspection.Kind.MONITORING)
    about = forms.CharField(label="What does it look at?", required=False, max_length=500)
    visit = forms.IntegerField(
        label="Which visit is it?", required=False, min_value=1, max_value=99,
        help_text="1 for the first monitoring visit, and so on.",
    )  # fmt: skip
    starts_on = DayField(label="On which day does it begin?", required=False, help_text=f"{DAY_HINT}. Leave empty where it is not known.")  # fmt: skip # noqa: E501
    ends_on = DayField(label="On which day does it end?", required=False)
    follows = forms.ModelChoiceField(
        Inspection.objects.none(), label="Which inspection does it follow?", required=False
    )
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea)
    field_order = ("kind", "about", "visit", "starts_on", "ends_on", "follows", "note")

    def __init__(self, data: Any = None, *, user: User, council: Council, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        full = (Inspection.Kind.ILACS, Inspection.Kind.SEND, Inspection.Kind.JTAI)
        held = queries.inspections(user).filter(council=council, kind__in=full, status=Inspection.Status.HELD)
        self.fields["follows"].queryset = held  # type: ignore[attr-defined]


class HoldVisit(Writing):
    """That a planned visit was held."""

    title = "Say that it was held"
    starts_on = DayField(label="On which day did it begin?", help_text=f"{DAY_HINT}.")
    ends_on = DayField(label="On which day did it end?", required=False, help_text="Leave empty for a visit of a day.")
    lead = forms.CharField(label="Who led it?", required=False, max_length=200)
    report = FileField(
        label="The letter", required=False,
        help_text="It can be added later. It is read, and kept byte for byte.",
    )  # fmt: skip


class AddLetter(Writing):
    """The letter of a visit that was held."""

    title = "Add the letter"
    report = FileField(label="The letter", help_text="PDF, Word, HTML or text. It is kept byte for byte.")
    published = DayField(
        label="When was it published?", required=False, help_text="Leave empty to take it from the letter."
    )


class CancelVisit(Writing):
    """That a planned visit will not be held."""

    title = "Cancel the visit"
    button = "Cancel it"
    why = forms.CharField(label="Why will it not be held?", widget=forms.Textarea)


class ChangeInspection(Held):
    """What is known of an inspection beside its report."""

    title = "Change what is known of it"
    starts_on = DayField(label="Its first day", required=False)
    ends_on = DayField(label="Its last day", required=False)
    received_on = DayField(
        label="When did the council receive the report?", required=False,
        help_text="What is due is worked out anew, and what a body waits for moves with it.",
    )  # fmt: skip
    published_on = DayField(label="When was it published?", required=False)
    lead = forms.CharField(label="Lead inspector", required=False, max_length=200)
    judged = forms.CharField(
        label="Which authority was judged, where it was another?", required=False, max_length=200,
        help_text="For one that the council came out of. Leave empty where the council itself was judged.",
    )  # fmt: skip
    plan_due_on = DayField(
        label="By when do the inspectors want the priority action plan?", required=False,
        help_text="The day that their letter gives. Without it, the longest that the law allows is shown.",
    )  # fmt: skip
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea)
    why = forms.CharField(label="Why do you change it?", max_length=300)
    field_order = (
        "starts_on", "ends_on", "received_on", "published_on", "lead", "judged", "plan_due_on", "note", "audience",
        "held_until", "held_at", "why",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, inspection: Inspection, **kwargs: Any) -> None:
        self.columns = ["starts_on", "ends_on", "received_on", "published_on", "lead", "judged", "plan_due_on", "note"]
        told = {name: getattr(inspection, name) for name in self.columns}
        super().__init__(data, initial={**told, **held_initial(inspection.seen)}, **kwargs)
        if inspection.framework != "area_send":
            # no other framework asks for such a plan
            self.columns.remove("plan_due_on")
            del self.fields["plan_due_on"]


class TypeJudgement(Writing):
    """A judgement that a person reads in the report."""

    title = "Type in a judgement"
    area = forms.ChoiceField(
        label="What was judged?", choices=[*AREAS.items(), (OUTCOME, "Outcome of an area SEND inspection")]
    )
    grade = forms.ChoiceField(label="How?", choices=[*GRADES.items(), *OUTCOMES.items()])


class TypeFinding(Writing):
    """A point or a finding that a person reads in the report."""

    title = "Type in a finding"
    kind = forms.ChoiceField(label="What is it?", choices=InspectionFinding.Kind.choices, initial="to_improve")
    words = forms.CharField(
        label="In the words of the report", widget=forms.Textarea, help_text="They cannot be changed later."
    )
    heading = forms.CharField(label="Under which heading?", required=False, max_length=300)
    number = forms.CharField(label="Its number, as printed", required=False, max_length=20)
    page = forms.IntegerField(label="On which page?", required=False, min_value=1, max_value=9999)


class OweDeadlines(Writing):
    """Which body waits for what is due after an inspection."""

    title = "Let a body wait for what is due"
    button = "Let it wait"
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body?", help_text="It finds them among what is owed to it."
    )
    owner = forms.ModelChoiceField(Post.objects.none(), label="Which post owes it?", required=False)

    def __init__(self, data: Any = None, *, user: User, council: Council, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["body"].queryset = own_bodies(user, council)  # type: ignore[attr-defined]
        self.fields["owner"].queryset = record.posts(user).filter(council=council)  # type: ignore[attr-defined]


def own_bodies(user: User, council: Council) -> Any:
    """The bodies of a council that ``user`` does a clerk's work for."""
    held = bodies.bodies(user).filter(council=council, not_known=False)
    return held.filter(pk__in=[body.pk for body in held if is_clerk(user, body)])
