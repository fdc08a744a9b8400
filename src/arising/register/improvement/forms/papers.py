"""What forms that take something in share: who may see it, until which minute it is held back, and what
somebody looked at before it is stored."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.writing import DayField, Writing, not_too_large

WAITS = 24 * 60 * 60
"""So many seconds it may wait to be stored."""
_SALT = "improvement.looked-at"
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|noon)?", re.IGNORECASE)


class FileField(forms.FileField):
    """One file, neither empty nor larger than ``settings.LARGEST_UPLOAD``."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data:
            not_too_large(data)
        return super().clean(data, initial)


class MinuteField(forms.CharField):
    """A time of day as it is written: 12:00, 9.30, 12 noon. Raises one line for what is none."""

    def clean(self, value: Any) -> time | None:
        told = str(value or "").strip()
        if not told:
            return None
        match = _TIME.fullmatch(told.replace("midday", "12 noon"))
        try:
            if match is None:
                raise ValueError
            hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
            if half in ("am", "pm"):
                hour = hour % 12 + 12 * (half == "pm")
            return time(hour, minute)
        except ValueError:
            raise ValidationError(f"“{told}” is no time of day. For example, 12:00 or 9.30.") from None


LAST = ("audience", "held_until", "held_at", "why")
"""The boxes that stand under all others."""


class Held(Writing):
    """A form that says who may see something, and from which minute."""

    audience = forms.ChoiceField(label="Who may see it?", choices=Audience.choices, initial=Audience.PUBLIC)
    held_until = DayField(
        label="Held back until which day?", required=False, help_text="Leave empty where it may be seen at once."
    )
    held_at = MinuteField(
        label="Until what time of that day?", required=False,
        help_text="For example, 12:00. Until then only clerks and those who keep the improvement journey see it. Leave "
        "empty for the beginning of the day.",
    )  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if self.field_order is None:
            self.last_at_the_end()

    def last_at_the_end(self) -> None:
        """Put who may see it, and why, under all that is asked of the thing itself."""
        self.order_fields([name for name in self.fields if name not in LAST])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("held_at") and not told.get("held_until"):
            self.add_error("held_until", "Give the day as well as the time.")
        return told

    def seen(self) -> Seen:
        """Who may see it, and from which minute."""
        told = self.cleaned_data
        day, at = told.get("held_until"), told.get("held_at") or time()
        moment = timezone.make_aware(datetime.combine(day, at)) if day else None
        return Seen(Audience(told["audience"]), moment)


def held_initial(seen: Seen) -> dict[str, Any]:
    """What the boxes of ``Held`` say of something that is there."""
    moment = timezone.localtime(seen.visible_from) if seen.visible_from else None
    return {
        "audience": seen.audience,
        "held_until": moment.date() if moment else None,
        "held_at": f"{moment:%H:%M}" if moment else "",
    }


def sealed(thing: Model, user: User, what: Any) -> str:
    """What ``user`` looked at about a thing, signed, so that it comes back unchanged, to the same thing and from the
    same user."""
    return signing.dumps([*_whose(thing, user), what], salt=_SALT, compress=True)


def unsealed(thing: Model, user: User, held: str) -> Any:
    """What ``sealed`` gave. Raises ValidationError for anything else, and for what was looked at longer than a day
    ago."""
    try:
        *whose, what = signing.loads(held, salt=_SALT, max_age=WAITS)
    except (signing.BadSignature, ValueError, TypeError):
        whose, what = [], None
    if whose != _whose(thing, user):
        raise ValidationError("What was looked at is no longer here. Choose the file again.")
    return what


def _whose(thing: Model, user: User) -> list[Any]:
    return [thing._meta.label_lower, thing.pk, user.pk]
