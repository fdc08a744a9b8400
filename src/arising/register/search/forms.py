"""The search form: words, a kind and a body."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.record.side_by_side import GROUPS
from arising.register.search.queries import Narrowing

KINDS = {"": "Everything", "item": "Agenda items", "person": "People by name", **GROUPS}


class Search(forms.Form):
    """Sent with GET, so that a search has an address."""

    q = forms.CharField(required=False, max_length=200, label="Words to look for")
    kind = forms.ChoiceField(required=False, label="Kind", choices=list(KINDS.items()))
    body = forms.ChoiceField(required=False, label="Body")

    def __init__(self, data: Any, *, user: Reader) -> None:
        super().__init__(data, label_suffix="", auto_id="search-%s")
        body = self.fields["body"]
        body.choices = [("", "Every body"), *((each.slug, each.name) for each in bodies.bodies(user))]  # type: ignore[attr-defined]
        for field in (body, self.fields["kind"]):
            field.error_messages["invalid_choice"] = "That is not among the choices. Choose one from the list."
        self.full_clean()

    @property
    def words(self) -> str:
        """What was typed."""
        return str(self.cleaned_data.get("q", ""))

    def narrowing(self) -> Narrowing:
        """What the search is narrowed to, as far as it makes sense."""
        kind = self.cleaned_data.get("kind", "")
        return Narrowing(kinds=(kind,) if kind else (), body=self.cleaned_data.get("body", ""))
