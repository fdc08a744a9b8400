"""Which bodies a clerk serves, who belongs to a body, and whether a name is withheld."""

from __future__ import annotations

from typing import Any

from django import forms

from arising.register.accounts.forms import Reason
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.bodies.writing import Writing

EVERYTHING = "everything"


class ServedBodies(Reason):
    """Every body, every body of a council, or some bodies."""

    field_order = ("bodies", "why")
    bodies = forms.MultipleChoiceField(label="Bodies", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, *, user: User) -> None:
        rows = user.clerkships.values_list("council_id", "body_id")
        held = [f"body-{body}" if body else f"council-{council}" if council else EVERYTHING for council, body in rows]
        super().__init__(data, initial={"bodies": held})
        self.councils = {f"council-{council.pk}": council for council in Council.objects.all()}
        self.each = {f"body-{body.pk}": body for body in Body.objects.select_related("council")}
        several = len(self.councils) > 1
        choices = [
            (EVERYTHING, "Every body in the register, now and later"),
            *((name, f"Every body of {council}, now and later") for name, council in self.councils.items()),
            *((name, f"{body}, {body.council}" if several else str(body)) for name, body in self.each.items()),
        ]
        self.fields["bodies"].choices = choices  # type: ignore[attr-defined]

    def served(self) -> dict[str, Any]:
        """What was chosen, as ``set_clerkships`` takes it."""
        chosen = self.cleaned_data["bodies"]
        return {
            "everything": EVERYTHING in chosen,
            "councils": [council for name, council in self.councils.items() if name in chosen],
            "bodies": [body for name, body in self.each.items() if name in chosen],
        }


class Withhold(Reason):
    """Why a name is withheld, and how else the person is named."""

    field_order = ("also", "why")
    also = forms.CharField(
        label="Other forms of the name",
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text="One on a line, such as a first name alone. The last name is withheld wherever it stands.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["why"].help_text = "It stands in the history of the person, which the public does not read."

    def forms_of_name(self) -> list[str]:
        """The other forms, one by one."""
        return str(self.cleaned_data["also"]).splitlines()


class Belonging(Writing):
    """As what somebody belongs to a body, and from when to when."""

    role = forms.CharField(
        label="As what?", max_length=100, required=False, help_text="For example: Member, Chair, Co-opted member"
    )
    start = forms.CharField(
        label="Since when?", max_length=40, required=False,
        help_text="As exact as is known: 2025-05-14, 2025-05 or 2025. Leave it empty where nobody knows.",
    )  # fmt: skip
    end = forms.CharField(
        label="Until when?", max_length=40, required=False, help_text="Leave it empty where they still belong to it."
    )


class AddMember(Belonging):
    """Somebody who belongs to a body."""

    title = "Add a member or a co-optee"
    name = forms.CharField(label="Name", max_length=200, help_text="As it stands in minutes.")
    field_order = ("name", "role", "start", "end")


class ChangeMembership(Belonging):
    """A membership to be put right, or ended."""

    title = "Change or end a membership"
    why = forms.CharField(label="Why?", max_length=300)
