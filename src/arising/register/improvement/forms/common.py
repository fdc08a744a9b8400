"""What forms of the improvement journey share: who may see a thing, posts, lines and long texts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.rules import is_clerk
from arising.register.bodies.models import Council, Post
from arising.register.bodies.operations import posts_named
from arising.register.bodies.writing import DAY_HINT, DayField, Writing
from arising.register.improvement.forms.papers import Held
from arising.register.improvement.models import Action
from arising.register.record import queries as record

Choices = list[tuple[str, Any]]
NOBODY = ""


def line(label: str, hint: str = "", *, required: bool = True, longest: int = 1000) -> forms.CharField:
    """A box for one line."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=longest)


def long(label: str, hint: str = "", *, required: bool = True) -> forms.CharField:
    """A box for several lines."""
    return forms.CharField(label=label, help_text=hint, required=required, widget=forms.Textarea, max_length=20_000)


def day(label: str, hint: str = "", *, required: bool = False) -> DayField:
    """Three boxes for a day."""
    return DayField(label=label, help_text=f"{DAY_HINT}.{f' {hint}' if hint else ''}", required=required)


def number(label: str, hint: str = "") -> forms.FloatField:
    """A box for a number."""
    return forms.FloatField(
        label=label, help_text=hint, required=False, widget=forms.TextInput,
        error_messages={"invalid": "Give a number, such as 85 or 12.5."},
    )  # fmt: skip


def choose(field: forms.Field, choices: Choices) -> None:
    """Give a select its choices."""
    field.choices = choices  # type: ignore[attr-defined]
    field.error_messages["invalid_choice"] = f"{field.label}: choose one from the list."


class Saying(Writing):
    """A form that asks why."""

    button = "Save"
    why = line("Why?")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.order_fields([name for name in self.fields if name != "why"])


class ForWhom(Held):
    """A form about a thing that has an audience. ``user`` may choose the audiences that they are in."""

    def __init__(self, data: Any = None, *, user: Reader, council: Council, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        allowed = Audience.CLERKS.up_to_here() if is_clerk(user, council) else audiences_for(user)
        choose(self.fields["audience"], [(each.value, each.label) for each in Audience if each in allowed])


class Owned(forms.Form):
    """A form in which a post is chosen as the owner, or named anew."""

    owner = forms.ChoiceField(label="Which post owns it?", required=False)
    new_post = line(
        "Or name a post that is not in the list", "For example: Head of the Front Door. A post, not a person.",
        required=False, longest=200,
    )  # fmt: skip

    def posts_of(self, user: Reader, council: Council) -> None:
        """Let the posts of a council be chosen that ``user`` knows of, from minutes or from a plan."""
        own = Action.objects.visible_to(user).filter(plan__council=council).exclude(owner=None)
        known = Q(pk__in=record.posts(user).order_by().values("pk")) | Q(pk__in=own.order_by().values("owner"))
        self.posts = {str(each.pk): each for each in Post.objects.filter(known, council=council)}
        choose(self.fields["owner"], [(NOBODY, "Nobody named"), *((pk, each.name) for pk, each in self.posts.items())])

    def post(self, council: Council, actor: Any) -> Post | None:
        """The post that was chosen, or the one that was named, which is put into the register."""
        if named := self.cleaned_data["new_post"].strip():
            return posts_named(council, [named], actor=actor, why="Named as the owner of an action").get(named)
        return self.posts.get(self.cleaned_data["owner"])


def refuse_both(form: forms.Form) -> None:
    """Raises ValidationError where a post was chosen and another named."""
    told = form.cleaned_data
    if told.get("owner") and (told.get("new_post") or "").strip():
        raise ValidationError({"new_post": "Choose a post or name one, not both."})
