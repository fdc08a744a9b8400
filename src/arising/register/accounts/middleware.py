"""Whoever must sign in with a second step sets it up before anything else."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role

STRICT = frozenset({Role.CLERK.value, Role.ADMINISTRATOR.value})
"""The roles that a password alone is not enough for."""
ON_THE_WAY = frozenset(
    {
        "account_logout", "account_login", "account_reauthenticate", "account_change_password", "mfa_activate_totp",
        "mfa_index", "mfa_reauthenticate", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "accessibility",
    }
)  # fmt: skip
"""What may be opened before the second step is set up."""

Answer = Callable[[HttpRequest], HttpResponseBase]


def second_step(get_response: Answer) -> Answer:
    """Send a clerk or administrator without a second step to the page that sets it up, where it is required."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not settings.MFA_REQUIRED or not must_have_second_step(request.user) or _on_the_way(request):
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return redirect("mfa_activate_totp")

    return answer


def must_have_second_step(user: Reader) -> bool:
    """Whether ``user`` is of a role that needs a second step and has none yet."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return (user.is_superuser or not STRICT.isdisjoint(user.roles)) and not is_mfa_enabled(user)


def _on_the_way(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name in ON_THE_WAY
    except Resolver404:
        return False
