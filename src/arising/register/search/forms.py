"""The search form: words, and what the search is narrowed to."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import MONTHS
from arising.register.bodies.models import Body
from arising.register.bodies.partial_dates import bounds
from arising.register.obligations.states import Standing
from arising.register.search.models import Often
from arising.register.search.queries import Narrowing, owing_posts
from arising.register.search.queries.finding import WAITING
from arising.register.search.queries.saved import KINDS, Asks, narrowing_of

_NUMBERS = re.compile(r"(?:(?:(\d{1,2})[/. -])?(\d{1,2})[/. -])?(\d{4})\Z")


class WhenField(forms.CharField):
    """A day, a month or a year, as people write them; its value is the first day of it, or the last."""

    def __init__(self, *, last: bool = False, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, **kwargs)
        self.last = last

    def clean(self, value: Any) -> date | None:
        written = super().clean(value).strip()
        if not written:
            return None
        try:
            found = bounds(_edtf(written))[1 if self.last else 0]
        except ValueError:
            found = None
        if found is None:
            raise ValidationError(f"“{written}” is no date. Write it as 5/3/2023, 3/2023 or 2023.")
        return found


def _edtf(written: str) -> str:
    for number, month in enumerate(MONTHS, start=1):
        written = re.sub(rf"\b{month[:3]}\w*", str(number), written, flags=re.IGNORECASE)
    numbers = _NUMBERS.match(written)
    if not numbers:
        return written
    day, month, year = numbers.groups()
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


class Search(forms.Form):
    """Sent with GET, so that a search has an address."""

    q = forms.CharField(required=False, max_length=200, label="Words to look for")
    kind = forms.ChoiceField(required=False, label="Kind", choices=[("", "Everything"), *KINDS.items()])
    council = forms.ChoiceField(required=False, label="Council")
    body = forms.ChoiceField(required=False, label="Body")
    since = WhenField(label="Meetings from, such as 5/3/2023")
    until = WhenField(label="Meetings to, such as 2023", last=True)
    said_by = forms.CharField(required=False, max_length=100, label="Who said or promised it")
    owner = forms.ChoiceField(required=False, label="Owed by")
    state = forms.ChoiceField(required=False, label="State of what is owed")

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, label_suffix="", auto_id="search-%s")
        self.bodies = {each.slug: each for each in bodies.bodies(user)}
        councils = list(bodies.councils())
        standings = [(standing.value, standing.label) for standing in Standing]
        self._choices("body", [("", "Every body"), *((slug, each.name) for slug, each in self.bodies.items())])
        self._choices("owner", [("", "Anybody"), *((str(post.pk), post.name) for post in owing_posts(user))])
        self._choices("state", [("", "Every state"), (WAITING, "All that waits"), *standings])
        self._choices("council", [("", "Every council"), *((each.slug, each.name) for each in councils)])
        self._choices("kind", [("", "Everything"), *KINDS.items()])
        if len(councils) < 2:
            del self.fields["council"]
        self.full_clean()

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]
        field.error_messages["invalid_choice"] = "That is not among the choices. Choose one from the list."

    @property
    def words(self) -> str:
        """What was typed."""
        return str(self.cleaned_data.get("q", ""))

    @property
    def chosen_body(self) -> Body | None:
        """The body that was chosen."""
        return self.bodies.get(self.cleaned_data.get("body", ""))

    @property
    def asks(self) -> Asks:
        """What was asked, as far as it makes sense, as it stands in the address."""
        told = {name: self.cleaned_data.get(name) for name in self.fields}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items() if value}

    @property
    def narrower(self) -> list[Any]:
        """The fields beside the words."""
        return [field for field in self if field.name != "q"]

    def narrowing(self) -> Narrowing:
        """What the search is narrowed to, as far as it makes sense."""
        return narrowing_of(self.asks)


class Save(forms.Form):
    """What somebody says of a search that they keep."""

    name = forms.CharField(label="Name", max_length=100, help_text="It is the subject of the mails.")
    often = forms.ChoiceField(label="How often do you want a mail?", choices=Often.choices, initial=Often.WEEKLY)
    note = forms.CharField(
        label="Note to yourself", max_length=1000, required=False, widget=forms.Textarea,
        help_text="It stands in each mail. Nobody else sees it.",
    )  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self.fields["name"].error_messages["required"] = "Give the search a name."
        self.fields["often"].error_messages["invalid_choice"] = "Choose how often from the list."

    def take(self, trouble: ValidationError) -> None:
        """Show what an operation refused."""
        self.add_error(None, trouble)
