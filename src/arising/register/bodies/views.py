"""Which bodies a clerk serves."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.register.accounts import queries as accounts
from arising.register.accounts.models import User
from arising.register.bodies import forms, operations


def user_bodies(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which bodies a clerk serves. For whoever manages no users there is no such page."""
    actor = request.user
    try:
        person = accounts.user(actor, pk)
    except User.DoesNotExist as missing:
        raise Http404 from missing
    assert isinstance(actor, User)
    form = forms.ServedBodies(request.POST or None, user=person)
    if form.is_valid():
        operations.set_clerkships(person, **form.served(), actor=actor, why=form.cleaned_data["why"])
        return redirect("user", pk)
    context = {
        "form": form,
        "title": f"Which bodies does {person} serve?",
        "hint": "A clerk sees and does everything in the bodies they serve, and reads what is public of the others.",
        "button": "Change the bodies",
        "back": reverse("user", args=[pk]),
    }
    return render(request, "accounts/change.html", context)
