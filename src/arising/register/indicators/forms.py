"""Forms of figures: which area a page is about, and files that are brought in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from arising.register.accounts.audiences import Audience, Reader
from arising.register.bodies.models import Council
from arising.register.bodies.writing import DayField, Writing, not_too_large
from arising.register.indicators import queries
from arising.register.indicators.models import Event, Indicator, Tolerance


class About(forms.Form):
    """Which area, definition and system a page is about. Sent with GET, so that each has an address."""

    area = forms.ChoiceField(required=False, label="Area")
    variant = forms.ChoiceField(required=False, label="Definition")
    system = forms.ChoiceField(required=False, label="Where the figures come from")

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, label_suffix="", auto_id="about-%s")
        areas = [(each.code, each.name) for each in queries.areas(user)]
        self.fields["area"].choices = areas  # type: ignore[attr-defined]

    def offer(self, variants: list[tuple[str, str]], systems: list[tuple[str, str]]) -> None:
        """Offer what an indicator has; a choice among one is none."""
        for name, choices in (("variant", variants), ("system", systems)):
            if len(choices) < 2:
                del self.fields[name]
            else:
                self.fields[name].choices = choices  # type: ignore[attr-defined]


class SetTarget(Writing):
    """What an indicator is to reach."""

    title = "Set a target"
    value = forms.FloatField(
        label="Target", help_text="In the unit of the indicator: 90 for 90%.",
        error_messages={"invalid": "Give a number, such as 90 or 12.5."},
    )  # fmt: skip
    by = DayField(required=False, label="By when?", help_text="Leave it empty where it always holds.")
    set_by = forms.CharField(label="Who set it?", max_length=300, help_text="A plan, a board, a statute.")
    set_on = DayField(required=False, label="When was it set?")


class AddEvent(Writing):
    """Something that happened, to be seen on charts."""

    title = "Put an event on the charts"
    what = forms.CharField(label="What happened?", max_length=200)
    on = DayField(label="When?")
    kind = forms.ChoiceField(label="What kind of change was it?", choices=Event.Kind.choices)
    note = forms.CharField(label="Note", required=False, max_length=2000, widget=forms.Textarea)
    everywhere = forms.BooleanField(
        required=False, initial=True, label="It concerns every indicator, not this one alone"
    )  # fmt: skip
    called: ClassVar = {"title": "what"}


class BeginSegment(Writing):
    """Where the limits of a chart are worked out anew."""

    title = "Begin a new part of the chart"
    end = forms.ChoiceField(label="From which period on?")
    name = forms.CharField(label="What is it called?", max_length=100, help_text="For example: new front door")
    reason = forms.CharField(label="Why?", max_length=1000, widget=forms.Textarea)


class SystemsFilter(forms.Form):
    """Which indicator, and how two systems stand to one another. Sent with GET, so that each has an address."""

    indicator = forms.ChoiceField(required=False, label="Indicator")
    status = forms.ChoiceField(required=False, label="How they stand")

    def __init__(self, data: Any, *, indicators: list[Indicator]) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        named = [("", "Every indicator"), *((each.key, each.name) for each in indicators)]
        self.fields["indicator"].choices = named  # type: ignore[attr-defined]
        self.fields["status"].choices = [("", "All"), *queries.STANDINGS.items()]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was asked for; a choice that there is not asks for nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class SetTolerance(Writing):
    """By how much two figures may differ."""

    title = "Say by how much two figures may differ"
    indicator = forms.ChoiceField(label="Of which indicator?", required=False)
    value = forms.FloatField(
        label="By how much?", help_text="One decimal at most, such as 5 or 2.5.",
        error_messages={"invalid": "Give a number, such as 5 or 2.5."},
    )  # fmt: skip
    of = forms.ChoiceField(label="In what?", choices=Tolerance.Of.choices)
    set_by = forms.CharField(label="Who set it?", max_length=300, help_text="A post, a board. Everybody reads it.")
    reason = forms.CharField(label="Why?", max_length=1000, widget=forms.Textarea, help_text="Everybody reads it.")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        named = [("", "Every indicator without one of its own")]
        named += [(each.key, each.name) for each in queries.indicators()]
        self.fields["indicator"].choices = named  # type: ignore[attr-defined]


class AddRemark(Writing):
    """Why two systems differ, and how that stands. ``figures`` are those that the writer looked at, ``others`` the same
    two systems in other periods in which nobody has said anything of them."""

    title = "Say why they differ"
    text = forms.CharField(label="What is to be said of them?", max_length=4000, widget=forms.Textarea)
    status = forms.ChoiceField(label="How does it stand?")
    said_by = forms.CharField(
        label="Who says so?", max_length=300, help_text="A post, a team. Whoever reads the remark reads it."
    )  # fmt: skip
    audience = forms.ChoiceField(
        label="Who may see it?", choices=Audience.choices, help_text="Nobody sees it who may not see both reports."
    )  # fmt: skip
    everywhere = forms.BooleanField(required=False)
    figures = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, between: queries.Variance, others: Sequence[queries.Variance] = (), **kwargs: Any
    ) -> None:  # fmt: skip
        remark, last = between.standing_remark, between.remarks[-1].pk if between.remarks else 0
        self.seen = "; ".join(each.seen for each in (between, *others))
        initial = {"version": last, "figures": self.seen, "status": remark.status if remark else "open"}
        super().__init__(data, initial=initial, **kwargs)
        choices = [("open", "Open: not known yet why"), ("explained", "Explained: both are right")]
        means = "Explained: both are right, and differ for a reason. Resolved: one was wrong and has been put right."
        if between.is_within:
            choices.append(("resolved", "Resolved: put right"))
        else:
            means += " Two figures that still differ by more than they may are not resolved."
        self.fields["status"].help_text = means
        self.fields["status"].choices = choices  # type: ignore[attr-defined]
        self._offer_others(len(others))
        narrowest = max(Audience(side.report.audience).rank if side.report else 0 for side in between.sides)
        wide = [(value, label) for value, label in Audience.choices if Audience(value).rank >= narrowest]
        self.fields["audience"].choices = wide  # type: ignore[attr-defined]
        if between.is_within:
            self.title = "Say how they stand"

    def _offer_others(self, count: int) -> None:
        if not count:
            del self.fields["everywhere"]
            return
        periods = "the other period" if count == 1 else f"all {count} other periods"
        self.fields["everywhere"].label = f"It holds in {periods} in which these two differ and nobody has said why"

    def clean(self) -> dict[str, Any]:
        """Refuse what was written of figures that have changed since."""
        told: dict[str, Any] = super().clean() or {}
        sent = told.get("figures", "")
        # other periods matter to who speaks of them
        same = sent == self.seen if told.get("everywhere") else sent.split("; ")[0] == self.seen.split("; ")[0]
        if not same:
            self.add_error(None, "The figures changed since you opened this page. Read them, then save yours.")
            self.stand_on_what_is()
        return told

    def stand_on_what_is(self) -> None:
        """Let what is sent next be of the figures and remarks that now stand on the page."""
        self.data = {**self.data, "figures": self.seen, "version": str(self.initial["version"])}


class SetMatch(Writing):
    """What a quoted figure is about."""

    title = "What is this figure about?"
    indicator = forms.ChoiceField(label="Indicator and definition", required=False)
    area = forms.ChoiceField(label="Area", required=False)
    year = forms.IntegerField(
        label="In which year does its period end?", required=False,
        help_text="For example: 2022. Leave it empty where the minutes do not say.",
        error_messages={"invalid": "That is no year. Write it as 2022."},
    )  # fmt: skip
    why = forms.CharField(label="Why?", max_length=1000, required=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, *, user: Reader, council: int | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = [("", "None that the register knows")]
        for each in queries.indicators(council):
            named = [(f"{each.key} {one.key}", f"{each.name}: {one.name}") for one in each.card.variants]
            several = [(f"{each.key} ", f"{each.name}, by any definition")] if len(named) > 1 else []
            choices += [*several, *named]
        areas = [("", "The council's own"), *((each.code, each.name) for each in queries.areas(user))]
        self.fields["indicator"].choices = choices  # type: ignore[attr-defined]
        self.fields["area"].choices = areas  # type: ignore[attr-defined]


class OwnFigures(Writing):
    """What is said of a council's own figures, however they come."""

    system = forms.CharField(
        label="Where do the figures come from?", max_length=100,
        help_text="The name of the system, such as the council's own, or the inspection's data tool.",
    )  # fmt: skip
    day = DayField(required=False, label="When were they reported?", help_text="Leave it empty for today.")
    audience = forms.ChoiceField(label="Who may see them?", choices=Audience.choices, initial=Audience.PUBLIC)


class BringOwn(OwnFigures):
    """A file of a council's own figures."""

    title = "Add the council's own figures"
    button = "Look at it"
    council = forms.ModelChoiceField(label="Council", queryset=Council.objects.none(), empty_label=None)
    file = forms.FileField(
        label="File",
        help_text="CSV or Excel, as the template has it. Never a file about single children: it is refused.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Choose another one."},
        validators=[not_too_large],
    )
    field_order = ("council", "file", "system", "day", "audience")

    def __init__(self, data: Any = None, *, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class TypeIn(OwnFigures):
    """One figure."""

    title = "Type a figure in"
    period = forms.CharField(
        label="Which period?", max_length=40, help_text="For example: Mar 2023, 2022/23, Q1 2023/24"
    )
    value = forms.CharField(
        label="Figure", max_length=40,
        help_text="A number in the unit of the indicator, or c where it is kept back.",
    )  # fmt: skip
    field_order = ("period", "value", "system", "day", "audience")


class Bring(Writing):
    """A published file, and the day on which it was published."""

    title = "Add a published file"
    button = "Look at it"
    file = forms.FileField(
        label="File",
        help_text="CSV or Excel.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Choose another one."},
        validators=[not_too_large],
    )
    published_on = DayField(required=False, label="When was it published?")
