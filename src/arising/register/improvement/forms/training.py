"""Forms of what members learn."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar
from urllib.parse import urlparse

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.urls import Resolver404, resolve

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Item, Person
from arising.register.bodies.writing import DayField, Writing
from arising.register.improvement.duties import DUTIES
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import Occasion
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator
from arising.register.matters import queries as matters
from arising.register.matters.models import Matter
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Obligation


class OccasionForm(Held):
    """A training session or a visit."""

    title = "Add a session or a visit"
    kind = forms.ChoiceField(label="What is it?", choices=Occasion.Kind.choices)
    name = forms.CharField(label="What is it called?", max_length=200)
    on = DayField(label="On which day?")
    given_by = forms.CharField(label="Who gives it, or where is it?", max_length=200, required=False)
    about = forms.CharField(label="What is it about?", max_length=300, required=False)
    indicator = forms.ModelChoiceField(
        label="Is it about an indicator?", queryset=Indicator.objects.none(), required=False, empty_label="None"
    )
    duty = forms.ChoiceField(
        label="Is it about a duty of the lead member?", required=False,
        choices=[("", "None"), *((duty.key, duty.title) for duty in DUTIES)],
    )  # fmt: skip
    note = forms.CharField(
        label="What was seen or learned?", required=False, max_length=4000, widget=forms.Textarea,
        help_text="Never anything about a child, nor the name of anybody who was met.",
    )  # fmt: skip
    called: ClassVar = {"title": "name"}

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offered = [each.pk for each in indicators.indicators(body.council_id)]
        self.fields["indicator"].queryset = Indicator.objects.filter(pk__in=offered)  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """The columns of the occasion."""
        told = self.cleaned_data
        names = ("kind", "on", "given_by", "about", "indicator", "duty", "note")
        return {"title": told["name"], **{each: told[each] for each in names}}


class TookPartForm(Writing):
    """Who took part."""

    title = "Who took part?"
    people = forms.ModelMultipleChoiceField(label="Who took part?", queryset=Person.objects.none(), required=False)

    def __init__(self, data: Any = None, *, people: Collection[tuple[Person, bool]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offered = people
        keys = [person.pk for person, _ in people]
        self.fields["people"].queryset = Person.objects.filter(pk__in=keys)  # type: ignore[attr-defined]


class LedToForm(Writing):
    """What a session or a visit led to."""

    title = "Say what it led to"
    words = forms.CharField(label="What did it lead to?", max_length=500)
    link = forms.CharField(
        label="Where did it go on?", required=False, max_length=500,
        help_text="The address here of an agenda item, of something owed, or of a matter. Leave it empty for none.",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, user: Reader, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.user = user

    def clean_link(self) -> Item | Obligation | Matter | None:
        """The thing of this register that the address is of."""
        address = urlparse(str(self.cleaned_data["link"]).strip()).path
        if not address:
            return None
        try:
            return self._thing(address)
        except (Resolver404, ObjectDoesNotExist):
            line = "There is no item, nothing owed and no matter at that address. Copy it from the top of its page."
            raise ValidationError(line) from None

    def _thing(self, address: str) -> Item | Obligation | Matter:
        at = resolve(address)
        told = at.kwargs
        match at.url_name:
            case "item":
                return bodies.item(self.user, told["body"], told["meeting"], told["item"])
            case "obligation":
                return obligations.obligation(self.user, told["pk"])
            case "matter":
                seen = Matter.objects.visible_to(self.user).filter(topics__in=matters.topics(self.user))
                return seen.distinct().get(slug=told["slug"])
        raise Resolver404
