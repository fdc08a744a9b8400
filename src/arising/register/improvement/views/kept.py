"""What pages of those who keep a journey begin with, and where they lead."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest

from arising.register.bodies.models import Council
from arising.register.bodies.written import may
from arising.register.improvement import queries
from arising.register.record.views.pages import found


def council_kept(request: HttpRequest, council: str) -> Council:
    """A council whose journey the reader keeps. Raises Http404 where they may not see it, PermissionDenied where they
    may only read."""
    held = found(queries.council, request.user, council)
    must_keep(request, held)
    return held


def must_keep(request: HttpRequest, thing: Model) -> None:
    """Raises PermissionDenied unless the reader keeps the journey that ``thing`` belongs to."""
    may(request, "improvement.keep", thing)


def onward(request: HttpRequest, made: Any, back: str) -> str:
    """The address of what was made or changed; where its keeper may not see it now, that is said, and the way is
    ``back``."""
    if type(made).objects.visible_to(request.user).filter(pk=made.pk).exists():
        address: str = made.get_absolute_url()
        return address
    messages.info(request, "It is not shown to you now: it is held back until a time, or meant for others.")
    return back
