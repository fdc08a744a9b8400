"""Minutes that a clerk sends to the register."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.accounts.rules import serves
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council
from arising.register.bodies.writing import DAY_HINT, DayField, FilesField, Writing

MOST_FILES = 20
AS_THE_MINUTES_SAY = ""


class AddSources(Writing):
    """Files of minutes, and what is known of them."""

    title = "Add minutes"
    button = "Add them"
    minutes = FilesField(
        label="Which files?", most=MOST_FILES,
        help_text=f"Word, PDF, HTML or text, at most {MOST_FILES} at once. What was added before is not added twice.",
    )  # fmt: skip
    body = forms.ChoiceField(label="Whose minutes are they?", required=False)
    new_body = forms.CharField(label="Or the name of a body that is new here", required=False, max_length=200)
    council = forms.CharField(label="Which council?", required=False, max_length=200)
    date = DayField(
        label="On which day was the meeting?", required=False,
        help_text=f"{DAY_HINT}. Leave empty to take it from the minutes.",
    )  # fmt: skip
    audience = forms.ChoiceField(label="Who may see them?", choices=Audience.choices, initial=Audience.PUBLIC)
    held_until = DayField(
        label="Held back until which day?", required=False, help_text="Leave empty where they may be seen at once."
    )
    origin = forms.URLField(
        label="Where were they published?", required=False, max_length=2000, assume_scheme="https",
        help_text="The address is kept beside them. It is not opened.",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, user: User, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        del self.fields["version"]
        served = [body for body in bodies.bodies(user).filter(not_known=False) if serves(user, body)]
        self.served: dict[str, Body] = {body.slug: body for body in served}
        councils = list(bodies.councils())
        several = len(councils) > 1
        own = [(slug, f"{body}, {body.council}" if several else str(body)) for slug, body in self.served.items()]
        self.fields["body"].choices = [(AS_THE_MINUTES_SAY, "As the minutes say"), *own]  # type: ignore[attr-defined]
        if len(councils) == 1:
            del self.fields["council"]
        self.only: Council | None = councils[0] if len(councils) == 1 else None

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        many = len(told.get("minutes") or []) > 1
        if many and told.get("date"):
            self.add_error("date", ValidationError("Give a day for one file at a time, or let the minutes say it."))
        if many and told.get("origin"):
            self.add_error("origin", ValidationError("Give an address for one file at a time."))
        if told.get("body") and told.get("new_body"):
            self.add_error("new_body", ValidationError("Choose a body or name a new one, not both."))
        return told

    def place(self) -> dict[str, Any]:
        """Where they belong and who may see them, as ``add_source`` takes it."""
        told = self.cleaned_data
        body = self.served.get(told["body"])
        day, held = told["date"], told["held_until"]
        return {
            "council": body.council if body else self.only or told.get("council") or None,
            "body": body.name if body else told["new_body"].strip() or None,
            "date": day.isoformat() if day else None,
            "origin": told["origin"],
            "audience": told["audience"],
            "visible_from": timezone.make_aware(datetime.combine(held, time())) if held else None,
        }
