"""Whether a person's name is withheld."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from arising.register.accounts.models import User
from arising.register.bodies import forms, operations
from arising.register.record import queries
from arising.register.record.views.pages import found

WHAT_WITHHOLDING_DOES = (
    "The public and members will read “Name withheld” instead, on every page, also inside quotes and the text of the "
    "minutes. Files that hold the name can then be downloaded by clerks and officers only. The record stays whole."
)


def person_name(request: HttpRequest, slug: str) -> HttpResponse:
    """Withhold a person's name from the public, or let it be read again. There is no such page but for clerks."""
    person, actor = found(queries.person_page, request.user, slug).person, request.user
    if not isinstance(actor, User) or not actor.has_perm("bodies.change", person):
        raise Http404
    form = forms.Reason(request.POST or None) if person.withheld else forms.Withhold(request.POST or None)
    if form.is_valid():
        if isinstance(form, forms.Withhold):
            operations.withhold(person, form.cleaned_data["why"], also=form.forms_of_name(), actor=actor)
        else:
            operations.stop_withholding(person, form.cleaned_data["why"], actor=actor)
        return redirect(person)
    context = {"form": form, "back": person.get_absolute_url()} | (
        {
            "title": f"Let the public read the name of {person}?",
            "hint": f"It is withheld because: {person.withheld_why}",
            "button": "Let it be read",
        }
        if person.withheld
        else {
            "title": f"Withhold the name of {person}?",
            "hint": WHAT_WITHHOLDING_DOES,
            "button": "Withhold the name",
        }
    )
    return render(request, "accounts/change.html", context)
