"""Calendars for other programs."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from arising.register.accounts.models import User
from arising.register.programme import queries
from arising.register.programme.calendars import Entry, calendar
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found


def body_calendar(request: HttpRequest, body: str) -> HttpResponse:
    """The calendar of a body: when it meets, and what is due to it."""
    of, entries = found(queries.body_calendar, request.user, body)
    return _file(request, f"{of.name}: meetings and due dates", entries, body)


@login_required
def own_calendar(request: HttpRequest) -> HttpResponse:
    """What the reader owes, as a calendar."""
    assert isinstance(request.user, User)
    return _file(request, "What I owe", queries.own_calendar(request.user), "what-i-owe")


def _file(request: HttpRequest, name: str, entries: list[Entry], file: str) -> HttpResponse:
    whole = [replace(entry, address=request.build_absolute_uri(entry.address)) for entry in entries]
    content = calendar(name, whole, host=request.get_host().partition(":")[0])
    return attached(content, "text/calendar; charset=utf-8", f"{file}.ics")
