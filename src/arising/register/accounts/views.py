"""One's own account, and the accounts of others for those who manage them."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from arising.register.accounts import forms, operations, queries
from arising.register.accounts.middleware import must_have_second_step
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.accounts.rules import is_administrator

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who the reader is here, and how they sign in."""
    user = request.user
    assert isinstance(user, User)
    context = {"person": user, "second_step": is_mfa_enabled(user), "missing": must_have_second_step(user)}
    return render(request, "accounts/account.html", context)


def users(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account."""
    _only_administrators(request)
    return render(request, "accounts/users.html", {"users": list(queries.users(request.user))})


def add_user(request: HttpRequest) -> HttpResponse:
    """Make an account and invite its holder to set a password."""
    actor = _only_administrators(request)
    form = forms.AddUser(request.POST or None)
    if form.is_valid():
        told_of = form.cleaned_data
        added = operations.add_user(
            told_of["email"], form.chosen_role, name=told_of["name"], actor=actor, why=told_of["why"]
        )
        _invite(request, added, actor)
        wants_bodies = form.chosen_role is Role.CLERK
        return redirect("user-bodies" if wants_bodies else "user", added.pk)
    context = {"form": form, "title": "Add a user", "button": "Add the user", "back": reverse("users")}
    return render(request, "accounts/change.html", context)


def user(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its role, the bodies a clerk serves, its history."""
    _only_administrators(request)
    person = _user(request, pk)
    context = {
        "person": person,
        "second_step": is_mfa_enabled(person),
        "serves": [str(clerkship) for clerkship in person.clerkships.select_related("council", "body")],
        "is_clerk": Role.CLERK.value in person.roles,
        "history": queries.told(person, request.user),
    }
    return render(request, "accounts/user.html", context)


def user_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a user another role."""
    actor, person = _only_administrators(request), _user(request, pk)
    role = next((role.value for role in Role if role.value in person.roles), "")
    form = forms.ChangeRole(request.POST or None, initial={"role": role})
    if form.is_valid():
        operations.give_role(person, form.chosen_role, actor=actor, why=form.cleaned_data["why"])
        return redirect("user", pk)
    return _change(request, person, form, f"What is the role of {person}?", "Change the role")


def user_name(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how a user is named."""
    actor, person = _only_administrators(request), _user(request, pk)
    form = forms.ChangeName(request.POST or None, initial={"name": person.name})
    if form.is_valid():
        operations.rename_user(person, form.cleaned_data["name"], actor=actor, why=form.cleaned_data["why"])
        return redirect("user", pk)
    return _change(request, person, form, f"How is {person} named?", "Change the name")


def user_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account, or open one again that was closed."""
    actor, person = _only_administrators(request), _user(request, pk)
    form = forms.Reason(request.POST or None)
    change = operations.close_account if person.is_active else operations.reopen_account
    if form.is_valid():
        try:
            change(person, actor=actor, why=form.cleaned_data["why"])
        except ValueError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("user", pk)
    done = "Close the account" if person.is_active else "Open the account again"
    return _change(request, person, form, f"{done} of {person}?", done)


@require_POST
def user_invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a user the link to set a password, once more."""
    actor, person = _only_administrators(request), _user(request, pk)
    _invite(request, person, actor)
    return redirect("user", pk)


def _invite(request: HttpRequest, person: User, actor: User) -> None:
    address = request.build_absolute_uri(operations.invitation(person, actor=actor))
    if settings.EMAIL_BACKEND == NO_MAIL:
        messages.success(request, f"This register sends no mail. Give {person} this address, on which a password is "
                                  f"set within three days: {address}")  # fmt: skip
        return
    context = {"person": person, "address": address, "actor": actor}
    get_adapter().send_mail("accounts/email/invitation", person.email, context)
    messages.success(request, f"A link to set a password has been sent to {person.email}.")


def _only_administrators(request: HttpRequest) -> User:
    """The administrator who asks. For everybody else there is no such page."""
    if not is_administrator(request.user):
        raise Http404
    assert isinstance(request.user, User)
    return request.user


def _user(request: HttpRequest, pk: int) -> User:
    try:
        return queries.user(request.user, pk)
    except User.DoesNotExist as missing:
        raise Http404 from missing


def _change(request: HttpRequest, person: User, form: Any, title: str, button: str) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, "back": reverse("user", args=[person.pk])}
    return render(request, "accounts/change.html", context)
