"""Forms of scales and scorings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.conf import settings

from arising.register.accounts.audiences import Audience
from arising.register.bodies.writing import DayField, Removing, Writing
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import Evidence, ImprovementPlan, Scale, ScoringGroup
from arising.register.improvement.operations import Given, Wording
from arising.register.indicators.models import Indicator

FROM_0_TO_10 = [(number, str(number)) for number in range(11)]
TEXT = forms.Textarea


class ScaleForm(Writing):
    """What a scale is about, what its numbers mean, and who may see it."""

    title = "Add a scale"
    about = forms.CharField(label="What is it about?", max_length=200, help_text="For example: Children are seen.")
    zero = forms.CharField(label="What does 0 mean?", max_length=2000, widget=TEXT, help_text="The worst it could be.")
    five = forms.CharField(label="What does 5 mean?", max_length=2000, widget=TEXT, help_text="Half way.")
    ten = forms.CharField(label="What does 10 mean?", max_length=2000, widget=TEXT, help_text="The best it could be.")
    baseline = forms.TypedChoiceField(
        label="Where did it begin?", choices=FROM_0_TO_10, coerce=int, help_text="The baseline."
    )
    baseline_on = DayField(required=False, label="When was that?")
    goal = forms.TypedChoiceField(label="Where is it to be?", choices=FROM_0_TO_10, coerce=int, initial=8)
    audience = forms.ChoiceField(label="Who may see it?", choices=Audience.choices)
    called: ClassVar[dict[str, str]] = {"title": "about"}

    @property
    def wording(self) -> Wording:
        """What was said that its numbers mean."""
        told = self.cleaned_data
        return Wording(*(told[name] for name in ("zero", "five", "ten", "baseline", "goal")))


class AddScale(ScaleForm, Held):
    """A new scale, of the whole council or of a plan."""

    of = forms.ChoiceField(label="What is it a scale of?", required=False)

    def __init__(self, data: Any = None, *, plans: Iterable[ImprovementPlan], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.plans = {plan.pk: plan for plan in plans}
        self.priorities = {each.pk: each for plan in self.plans.values() for each in plan.priorities.all()}
        choices = [("", "The council as a whole")]
        for plan in self.plans.values():
            choices.append((f"plan-{plan.pk}", str(plan)))
            choices += [(f"priority-{each.pk}", f"{plan}: {each}") for each in plan.priorities.all()]
        self.fields["of"].choices = choices  # type: ignore[attr-defined]

    @property
    def held_by(self) -> dict[str, Any]:
        """The plan and the priority that were chosen."""
        kind, _, key = self.cleaned_data["of"].partition("-")
        if kind == "priority":
            return {"priority": self.priorities[int(key)]}
        return {"plan": self.plans[int(key)]} if kind == "plan" else {}


class ChangeScale(ScaleForm):
    """Another title or audience; another wording only before anybody was asked."""

    title = "Change this scale"


class FollowScale(ScaleForm):
    """A scale with another wording, which follows the one before."""

    title = "Start a new scale that follows this one"

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["baseline_on"], self.fields["audience"]


class PutBeside(Writing):
    """An indicator that should move when the scale does."""

    title = "Put an indicator beside this scale"
    which = forms.ChoiceField(label="Which indicator should move when the scale does?")

    def __init__(self, data: Any = None, *, indicators: Iterable[Indicator], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.known = {each.key: each for each in indicators}
        self.fields["which"].choices = [  # type: ignore[attr-defined]
            (f"{each.key}/{variant.key}", f"{each.name}: {variant.name}" if len(each.card.variants) > 1 else each.name)
            for each in self.known.values()
            for variant in each.card.variants
        ]

    @property
    def chosen(self) -> tuple[Indicator, str]:
        """The indicator and its definition."""
        key, _, variant = self.cleaned_data["which"].partition("/")
        return self.known[key], variant


class AddGroup(Writing):
    """A group that scores apart."""

    title = "Add a group that scores"
    kind = forms.ChoiceField(label="Which group?", choices=ScoringGroup.Kind.choices)
    name = forms.CharField(label="What is it called?", max_length=100, required=False, help_text="Empty: as above.")
    size = forms.IntegerField(label="How many belong to it?", min_value=1)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["size"].help_text = f"{settings.SMALLEST_GROUP} or more, or nothing of it could ever be shown."


class ResizeGroup(Writing):
    """How many belong to a group now."""

    title = "How many belong to this group?"
    size = forms.IntegerField(label="How many belong to it?", min_value=1)


class AddRound(Held):
    """A scoring, with the scales that it asks."""

    title = "Open a scoring"
    name = forms.CharField(label="What is it called?", max_length=200, required=False, help_text="Empty: by its date.")
    opens_on = DayField(label="From which day may people answer?")
    closes_on = DayField(label="Which is the last day for answers?")
    called: ClassVar[dict[str, str]] = {"title": "name", "scales": ""}

    def __init__(self, data: Any = None, *, scales: Iterable[Scale], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["audience"].label = "Who may see what was scored?"
        self.scales = {f"scale-{scale.pk}": scale for scale in scales}
        for name, scale in self.scales.items():
            self.fields[name] = forms.BooleanField(label=f"Ask “{scale}”", required=False, initial=True)

    @property
    def chosen(self) -> list[Scale]:
        """The scales that are asked."""
        return [scale for name, scale in self.scales.items() if self.cleaned_data[name]]


class ExtendRound(Writing):
    """Another last day for answers."""

    title = "Let answers come in until another day"
    closes_on = DayField(label="Which is the last day for answers?")
    why = forms.CharField(label="Why?", max_length=500)


class CloseRound(Writing):
    """No more answers from now on."""

    title = "Close this scoring now"
    button = "Close it"
    why = forms.CharField(label="Why?", max_length=500)


class MakeLinks(Writing):
    """Links to hand out."""

    title = "Make links to hand out"
    button = "Make them"
    many = forms.IntegerField(label="How many links?", min_value=1, max_value=500)
    for_group = forms.BooleanField(
        label="They are for a group that meets and answers together", required=False,
        help_text="Whoever answers says how many took part.",
    )  # fmt: skip


class SendLinks(Writing):
    """Links that go out by mail."""

    title = "Send links by mail"
    button = "Send them"
    addresses = forms.CharField(
        label="E-mail addresses, one on each line", widget=TEXT,
        help_text="Each gets a link of their own. No address is kept.",
    )  # fmt: skip


class ScoreForm(Writing):
    """A score on one scale, and what it rests on."""

    value = forms.ChoiceField(label="Your score, from 0 to 10", required=False)
    why_not_lower = forms.CharField(label="Why not lower?", max_length=4000, required=False, widget=TEXT)
    evidence = forms.ModelChoiceField(
        Evidence.objects.none(), label="Evidence in the register", required=False, empty_label="None of these"
    )
    evidence_text = forms.CharField(
        label="What shows it?", max_length=4000, required=False, widget=TEXT,
        help_text="Name nobody, and write nothing by which a child or family could be known.",
    )  # fmt: skip
    evidence_on = DayField(required=False, label="Which day is that of?")
    evidence_source = forms.CharField(
        label="Where does it come from?", max_length=500, required=False, help_text="An audit, a report, a visit."
    )

    def __init__(self, data: Any, scale: Scale, evidence: Any) -> None:
        super().__init__(data, prefix=f"scale-{scale.pk}")
        self.scale = scale
        own = [("", "No score on this"), *((str(number), str(number)) for number in range(11))]
        self.fields["value"].choices = own  # type: ignore[attr-defined]
        self.fields["evidence"].queryset = evidence  # type: ignore[attr-defined]
        if not evidence.exists():
            del self.fields["evidence"]

    @property
    def given(self) -> Given | None:
        """The score; None where there is none."""
        told = self.cleaned_data
        if not told["value"]:
            return None
        return Given(
            self.scale, int(told["value"]), told["why_not_lower"], told.get("evidence"), told["evidence_text"],
            told["evidence_on"], told["evidence_source"],
        )  # fmt: skip


class People(Writing):
    """How many took part."""

    people = forms.IntegerField(label="How many of you took part?", min_value=1)


class MetAndScored(Writing):
    """A group that met."""

    people = forms.IntegerField(label="How many took part?", min_value=1)
    met_on = DayField(label="When did they meet?")


class TakeBack(Removing):
    """Scores that are to count no more."""

    title = "Take these scores back"
    button = "Take them back"


class ShowEvidence(Held):
    """What was written with a score, as evidence of the register."""

    title = "Add this to the evidence"
    button = "Add it"
    kind = forms.ChoiceField(label="What kind of evidence is it?", choices=Evidence.Kind.choices)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["audience"].help_text = "Read it first: it must name nobody, and no child or family may be known."
