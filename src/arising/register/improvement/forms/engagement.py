"""Forms of the engagement log."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from arising.register.bodies.writing import DayField
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.forms.surveys import WHOLE
from arising.register.improvement.models import Engagement, People
from arising.register.improvement.queries.engagement import STATES
from arising.register.improvement.surveying.sheets import LARGEST

_THEME = re.compile(r"(?P<theme>.+?)\s*:\s*(?P<count>\d{1,6})\s*\Z")


class EngagementForm(Held):
    """What was heard, and what came of it."""

    title = "Log what was heard"
    kind = forms.ChoiceField(label="How was it heard?", choices=Engagement.Kind.choices)
    on = DayField(label="On which day?")
    of = forms.ChoiceField(label="Who was heard?", choices=People.choices)
    source = forms.CharField(
        label="Where does it come from?", max_length=300, help_text="A forum, a team, a report. Never a person’s name."
    )
    count = forms.IntegerField(
        label="How many people, complaints or compliments?", required=False, min_value=0, max_value=LARGEST,
        error_messages={"invalid": WHOLE},
    )  # fmt: skip
    themes = forms.CharField(
        label="Themes, one in a line", required=False, widget=forms.Textarea,
        help_text="With how many it is of after a colon, where that is known. For example: Waiting for a visit: 6",
    )  # fmt: skip
    heard = forms.CharField(
        label="What was heard?", max_length=4000, widget=forms.Textarea,
        help_text="In general terms. No names, and nothing about a child.",
    )  # fmt: skip
    will_do = forms.CharField(
        label="What will be done about it?", required=False, max_length=4000, widget=forms.Textarea
    )
    will_do_by = DayField(required=False, label="By when?")
    done = forms.CharField(label="What was done?", required=False, max_length=4000, widget=forms.Textarea)
    done_on = DayField(required=False, label="When was it done?")
    columns = (
        "kind", "on", "of", "source", "count", "themes", "heard", "will_do", "will_do_by", "done", "done_on",
    )  # fmt: skip

    def clean_themes(self) -> list[tuple[str, int | None]]:
        """Each theme with how many it is of; None where nobody said."""
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["themes"]).splitlines() if line.strip()]
        if long := [line for line in lines if len(line) > 100]:
            raise ValidationError(f"“{long[0][:40]}…” is longer than 100 characters. Shorten it.")
        found = [(_THEME.match(line), line) for line in lines]
        return [(told["theme"], int(told["count"])) if told else (line, None) for told, line in found]

    def chosen(self) -> dict[str, Any]:
        """The columns of the entry."""
        return {name: self.cleaned_data[name] for name in self.columns}


def themes_as_typed(themes: list[list[Any]]) -> str:
    """Themes as the form takes them."""
    return "\n".join(f"{theme}: {count}" if count is not None else theme for theme, count in themes)


class LogFilter(forms.Form):
    """Which entries of the log. Sent with GET, so that each has an address."""

    kind = forms.ChoiceField(
        required=False, label="How it was heard", choices=[("", "Every way"), *Engagement.Kind.choices]
    )
    theme = forms.ChoiceField(required=False, label="Theme")
    state = forms.ChoiceField(required=False, label="What came of it", choices=[("", "All"), *STATES.items()])

    def __init__(self, data: Any, *, themes: list[str]) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        self.fields["theme"].choices = [("", "Every theme"), *((each, each) for each in themes)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was asked for; a choice that there is not asks for nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
