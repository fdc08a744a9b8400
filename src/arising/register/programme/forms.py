"""Forms of the work programme: a meeting to come, an item, where it goes, what became of it."""

from __future__ import annotations

import re
from datetime import time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from arising.register.accounts.audiences import Audience, Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Item, Meeting, Post
from arising.register.bodies.writing import DAY_HINT, DayField, Writing
from arising.register.programme.models import LONGEST, Ended, Plan, ProgrammeItem
from arising.register.programme.operations.meetings import PLANNED
from arising.register.record import queries as record

YES_OR_NO = [("", "No"), ("yes", "Yes")]
NO_SLOT, OUTSIDE = "", "outside"


class MinutesField(forms.Field):
    """A time as people write it: "2 h 30", "90", "90 minutes", "3 hours". Comes back in minutes."""

    _HOURS = re.compile(
        r"(\d{1,2})(?:[.,](5|25|75))?\s*h(?:ours?|rs?)?\s*(?:(\d{1,2})\s*(?:m(?:in(?:utes?)?)?)?)?\Z", re.I
    )
    _MINUTES = re.compile(r"(\d{1,4})\s*(?:m(?:in(?:utes?)?)?)?\Z", re.IGNORECASE)

    def clean(self, value: Any) -> int | None:
        words = str(value or "").strip()
        if not words:
            return None
        hours, minutes = self._HOURS.match(words), self._MINUTES.match(words)
        if hours:
            part = {"5": 30, "25": 15, "75": 45}.get(hours[2] or "", 0)
            total = int(hours[1]) * 60 + part + int(hours[3] or 0)
        elif minutes:
            total = int(minutes[1])
        else:
            raise ValidationError(f"“{words[:40]}” is no time. Write it as 90 minutes or 2 h 30 min.")
        if not 0 < total <= LONGEST:
            raise ValidationError("Give a time of at least a minute and at most a day.")
        return total

    def prepare_value(self, value: Any) -> Any:
        return f"{value} minutes" if isinstance(value, int) else value


class ClockField(forms.Field):
    """A time of day: "18:30", "6.30 pm", "6pm"."""

    _TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?\Z", re.IGNORECASE)

    def clean(self, value: Any) -> time | None:
        words = str(value or "").strip()
        if not words:
            return None
        found = self._TIME.match(words.replace("a.m.", "am").replace("p.m.", "pm"))
        try:
            if not found:
                raise ValueError
            hour, half = int(found[1]), (found[3] or "").lower()
            if half and not 1 <= hour <= 12:
                raise ValueError
            return time(hour % 12 + 12 * (half == "pm") if half else hour, int(found[2] or 0))
        except ValueError:
            raise ValidationError(f"“{words[:40]}” is no time of day. Write it as 18:30 or 6.30 pm.") from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


def _line(label: str, hint: str = "", *, required: bool = True, longest: int = 1000) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, max_length=longest)


def _audience() -> forms.ChoiceField:
    return forms.ChoiceField(label="Who may see it?", choices=Audience.choices, initial=Audience.PUBLIC)


class PlanForm(Writing):
    """A meeting to come."""

    title = "Plan a meeting"
    button = "Plan it"
    on = DayField(label="On which day?", help_text=DAY_HINT)
    starts = ClockField(label="When does it begin?", help_text="For example, 18:30", required=False)
    place = _line("Where?", required=False, longest=300)
    minutes = MinutesField(label="How long is it?", help_text="For example, 3 hours", required=False)
    theme = _line("Does it have a theme?", required=False, longest=300)
    theme_minutes = MinutesField(
        label="How much of it is for the theme?", help_text="For example, 2 hours", required=False
    )
    note = _line("Anything else", required=False)
    audience = _audience()

    def planned(self) -> dict[str, Any]:
        """What was written of the plan, by column."""
        return {name: self.cleaned_data[name] for name in PLANNED}


class ChangePlanForm(PlanForm):
    title = "Change what is planned"
    button = "Save"
    why = _line("Why do you change it?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["audience"]

    @classmethod
    def starts_with(cls, meeting: Meeting, plan: Plan | None) -> dict[str, Any]:
        """The values that the form opens with."""
        known = {name: getattr(plan, name) for name in (*PLANNED, "version")} if plan else {}
        return known | {"on": meeting.earliest}


class CancelForm(Writing):
    title = "Cancel the meeting"
    button = "Cancel it"
    reason = _line("Why is it cancelled?", "Its items go back to those without a slot.")


class ItemForm(Writing):
    """An item of the work programme."""

    called: ClassVar[dict[str, str]] = {"title": "about"}
    title = "Put an item on the work programme"
    button = "Put it on"
    about = _line("What is it about?", longest=500)
    purpose = _line("What is to be found out?", required=False)
    place = forms.ChoiceField(label="When is it taken?", required=False)
    minutes = MinutesField(label="How much time does it get?", help_text="For example, 30 minutes", required=False)
    on_theme = forms.ChoiceField(label="Is it part of the theme?", choices=YES_OR_NO, required=False)
    lead = forms.ModelChoiceField(
        Post.objects.none(), label="Post that leads on it", required=False, empty_label="Not said"
    )
    decision_by = _line(
        "Does somebody decide on it, who should hear the comments first?", "For example, Cabinet", required=False,
        longest=300,
    )  # fmt: skip
    decision_on = DayField(label="When is it decided?", help_text=DAY_HINT, required=False)
    audience = _audience()

    def __init__(self, data: Any = None, *, user: Reader, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.meetings = {meeting.slug: meeting for meeting in bodies.to_come(user, body=body)}
        self.fields["place"].choices = places(self.meetings)  # type: ignore[attr-defined]
        self.fields["lead"].queryset = record.posts(user).filter(council=body.council)  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """What was written of the item itself, by column."""
        given = self.cleaned_data
        same = ("purpose", "minutes", "lead", "decision_by", "decision_on")
        return {name: given[name] for name in same} | {"title": given["about"], "on_theme": bool(given["on_theme"])}

    def slot(self) -> dict[str, Any]:
        """Where it goes: ``meeting`` and ``outside``."""
        return slot(self.cleaned_data["place"], self.meetings)


class ChangeItemForm(ItemForm):
    title = "Change the item"
    button = "Save"
    order = forms.IntegerField(label="Place on the agenda", min_value=0, max_value=999, required=False)
    why = _line("Why do you change it?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["place"], self.fields["audience"]

    @classmethod
    def starts_with(cls, item: ProgrammeItem) -> dict[str, Any]:
        """The values that the form opens with."""
        same = ("purpose", "minutes", "lead", "decision_by", "decision_on", "order", "version")
        return {name: getattr(item, name) for name in same} | {
            "about": item.title, "on_theme": "yes" if item.on_theme else "",
        }  # fmt: skip

    def told(self) -> dict[str, Any]:
        return super().told() | {"order": self.cleaned_data["order"] or 0}


class MoveForm(Writing):
    title = "Move the item"
    button = "Move it"
    place = forms.ChoiceField(label="Where to?", required=False)
    reason = _line("Why?", "It stands on the page of the item.")

    def __init__(self, data: Any = None, *, user: Reader, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.meetings = {meeting.slug: meeting for meeting in bodies.to_come(user, body=body)}
        self.fields["place"].choices = places(self.meetings)  # type: ignore[attr-defined]

    def slot(self) -> dict[str, Any]:
        """Where it goes: ``meeting`` and ``outside``."""
        return slot(self.cleaned_data["place"], self.meetings)


class EndItemForm(Writing):
    title = "What became of it?"
    button = "Save"
    how = forms.ChoiceField(label="What became of it?", choices=Ended.choices)
    taken_as = forms.ModelChoiceField(
        Item.objects.none(), label="Under which item of the minutes?", required=False, empty_label="Not said",
        help_text="Where it was taken and the minutes are in.",
    )  # fmt: skip
    reason = _line("Why?", "Needed where it is withdrawn.", required=False)

    def __init__(self, data: Any = None, *, user: Reader, item: ProgrammeItem, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        items = bodies.items(user, item.meeting) if item.meeting else Item.objects.none()
        self.fields["taken_as"].queryset = items  # type: ignore[attr-defined]


class RestoreItemForm(Writing):
    title = "Put it on the programme again"
    button = "Put it on again"
    reason = _line("Why?")


def places(meetings: dict[str, Meeting]) -> list[tuple[str, str]]:
    """Where an item can go, as choices."""
    own = [(slug, f"At the meeting of {in_words(meeting.date)}") for slug, meeting in meetings.items()]
    return [(NO_SLOT, "Not said yet"), *own, (OUTSIDE, "Outside a meeting, as a briefing note")]


def slot(place: str, meetings: dict[str, Meeting]) -> dict[str, Any]:
    """``meeting`` and ``outside`` for a choice of ``places``."""
    return {"meeting": meetings.get(place), "outside": place == OUTSIDE}
