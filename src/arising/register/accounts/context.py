"""What every page knows of its reader."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from arising.register.accounts.roles import Role
from arising.register.accounts.rules import has_role, is_administrator, is_clerk, knows_staff


def reader(request: HttpRequest) -> dict[str, Any]:
    """Whether the reader may read which user did something, may manage users, does a clerk's work, is an officer."""
    user = getattr(request, "user", None)
    return {
        "knows_staff": knows_staff(user),
        "manages_users": is_administrator(user),
        "is_a_clerk": is_clerk(user),
        "is_an_officer": has_role(user, Role.OFFICER),
    }
