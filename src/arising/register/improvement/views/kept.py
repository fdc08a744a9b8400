"""What pages of those who keep a journey begin with."""

from __future__ import annotations

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
