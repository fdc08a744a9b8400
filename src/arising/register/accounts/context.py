"""What every page knows of its reader."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from arising.register.accounts.rules import is_administrator, knows_staff


def reader(request: HttpRequest) -> dict[str, Any]:
    """``knows_staff``: whether the reader may read which user did something; ``manages_users``: whether they may."""
    user = getattr(request, "user", None)
    return {"knows_staff": knows_staff(user), "manages_users": is_administrator(user)}
