"""Forms about statutory directions."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council, Post
from arising.register.bodies.writing import DAY_HINT, DayField, Writing
from arising.register.improvement import queries
from arising.register.improvement.forms.inspections import own_bodies
from arising.register.improvement.forms.papers import FileField, Held
from arising.register.improvement.models import Direction, Inspection, Requirement, ReviewPoint
from arising.register.improvement.operations.directions import BASIS, REVIEWS
from arising.register.record import queries as record


class GiveDirection(Held):
    """A direction of the Secretary of State."""

    title = "Add a direction"
    called_on = forms.CharField(label="What is it called?", max_length=300)
    given_on = DayField(label="On which day was it given?", help_text=f"{DAY_HINT}.")
    basis = forms.CharField(label="Under which power?", max_length=300, initial=BASIS, required=False)
    commissioner = forms.CharField(
        label="Who is the commissioner or adviser?", max_length=300, required=False,
        help_text="The name or the post, as the direction has it.",
    )  # fmt: skip
    inspection = forms.ModelChoiceField(
        Inspection.objects.none(), label="Which inspection does it answer?", required=False
    )
    required_actions = forms.CharField(
        label="What does it require?", widget=forms.Textarea,
        help_text="One action a line, in the words of the direction, with its number or without.",
    )  # fmt: skip
    reviews = forms.CharField(
        label="After how many months is it reviewed?", required=False, initial=", ".join(map(str, REVIEWS)),
        help_text="Numbers with commas between them. Each day can be moved later.",
    )  # fmt: skip
    file = FileField(label="The direction itself", required=False, help_text="It is kept byte for byte.")
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea)
    field_order = (
        "called_on", "given_on", "basis", "commissioner", "inspection", "required_actions", "reviews", "file", "note",
    )  # fmt: skip
    called = {"title": "called_on"}  # noqa: RUF012

    def __init__(
        self, data: Any = None, *, user: User, council: Council, revises: Direction | None = None, **kwargs: Any
    ) -> None:
        initial = _revised(revises) if revises else {}
        super().__init__(data, initial=initial, **kwargs)
        if revises:
            self.title = "Revise the direction"
        held = queries.inspections(user).filter(council=council, status=Inspection.Status.HELD)
        self.fields["inspection"].queryset = held  # type: ignore[attr-defined]

    def clean_reviews(self) -> list[int]:
        told = [part for part in re.split(r"[,;\s]+", str(self.cleaned_data["reviews"])) if part]
        if not all(part.isdigit() and 0 < int(part) <= 120 for part in told):
            raise ValidationError("Write numbers of months with commas between them: 3, 6, 12.")
        return [int(part) for part in told]

    def clean_required_actions(self) -> list[str]:
        lines = [line.strip() for line in str(self.cleaned_data["required_actions"]).splitlines() if line.strip()]
        if len(lines) > 200:
            raise ValidationError(f"These are {len(lines)} actions. Give at most 200.")
        return lines


def _revised(direction: Direction) -> dict[str, Any]:
    """What a revision begins with: what the direction says now."""
    lines = [f"{each.number} {each.words}".strip() for each in direction.requirements.all()]
    return {
        "called_on": direction.title, "basis": direction.basis, "inspection": direction.inspection_id,
        "commissioner": str(direction.commissioner or direction.commissioner_words),
        "required_actions": "\n".join(lines),
    }  # fmt: skip


class LiftDirection(Writing):
    """That a direction was lifted."""

    title = "Say that it was lifted"
    on = DayField(label="On which day was it lifted?", help_text=f"{DAY_HINT}.")
    why = forms.CharField(label="How is that known?", max_length=300)


class ChangeRequirement(Writing):
    """By when an action is required, and who answers for it."""

    title = "Say by when, and who answers for it"
    due = DayField(label="By which day?", required=False, help_text=f"{DAY_HINT}. Leave empty where none is set.")
    owner = forms.ModelChoiceField(Post.objects.none(), label="Which post answers for it?", required=False)

    def __init__(self, data: Any = None, *, user: User, requirement: Requirement, **kwargs: Any) -> None:
        super().__init__(data, initial={"due": requirement.due, "owner": requirement.owner_id}, **kwargs)
        posts = record.posts(user).filter(council=requirement.direction.council_id)
        self.fields["owner"].queryset = posts  # type: ignore[attr-defined]


class MoveReview(Writing):
    """Another day for a review."""

    title = "Move the review"
    button = "Move it"
    due = DayField(label="To which day?", help_text=f"{DAY_HINT}.")
    why = forms.CharField(label="Why is it moved?", widget=forms.Textarea)

    def __init__(self, data: Any = None, *, point: ReviewPoint, **kwargs: Any) -> None:
        super().__init__(data, initial={"due": point.due}, **kwargs)


class AddReview(Writing):
    """A review beside the usual ones."""

    title = "Add a review"
    name = forms.CharField(label="What is it called?", max_length=300, initial="Review")
    due = DayField(label="On which day?", help_text=f"{DAY_HINT}.")


class OweReviews(Writing):
    """Which body waits for the reviews of a direction."""

    title = "Let a body wait for the reviews"
    button = "Let it wait"
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body?", help_text="It finds them among what is owed to it."
    )

    def __init__(self, data: Any = None, *, user: User, council: Council, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["body"].queryset = own_bodies(user, council)  # type: ignore[attr-defined]
