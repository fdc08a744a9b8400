"""What people say of figures: targets, events, new parts of charts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import may, written
from arising.register.indicators import operations, queries
from arising.register.indicators.forms import AddEvent, BeginSegment, SetTarget
from arising.register.indicators.views.pages import page_of
from arising.register.record.views.pages import found


@login_required
def set_target(request: HttpRequest, key: str) -> HttpResponse:
    """Set what an indicator is to reach."""
    it, council = _about(request, key)

    def act(told: dict[str, Any]) -> object:
        told.pop("version")
        return operations.set_target(
            council,
            it.indicator,
            it.variant.key,
            told.pop("value"),
            **told,
            actor=signed_in(request),
            why="Set on its page",
        )

    return written(request, SetTarget(request.POST or None), act, it.address, about=it.name)


@login_required
def add_event(request: HttpRequest, key: str) -> HttpResponse:
    """Put something that happened on the charts."""
    it, council = _about(request, key)

    def act(told: dict[str, Any]) -> object:
        about = () if told["everywhere"] else (it.indicator,)
        return operations.add_event(
            council, told["on"], told["what"], told["kind"], note=told["note"], indicators=about,
            actor=signed_in(request), why="Added on the page of an indicator",
        )  # fmt: skip

    return written(request, AddEvent(request.POST or None), act, it.address, about=it.name)


@login_required
def begin_segment(request: HttpRequest, key: str) -> HttpResponse:
    """Let the limits of a chart be worked out anew from some period on."""
    it, council = _about(request, key)
    form = BeginSegment(request.POST or None)
    form.fields["end"].choices = [  # type: ignore[attr-defined]
        (period.end.isoformat(), period.label) for period in reversed(it.charted.periods[1:])
    ]

    def act(told: dict[str, Any]) -> object:
        return operations.begin_segment(
            council, it.indicator, it.variant.key, date.fromisoformat(told["end"]), name=told["name"],
            reason=told["reason"], actor=signed_in(request),
        )  # fmt: skip

    return written(request, form, act, it.address, about=it.name)


@login_required
def drop(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take a target, an event or a new part of a chart away. Its history stays."""
    one = found(queries.said, request.user, kind, pk)
    may(request, "indicators.report", one)
    form = Removing(request.POST or None)

    def act(told: dict[str, Any]) -> None:
        operations.drop(one, actor=signed_in(request), why=told["why"])

    return written(request, form, act, queries.address_of(one))


def _about(request: HttpRequest, key: str) -> tuple[queries.IndicatorPage, Council]:
    """The page that is added to, and its council. An area without a council in this register has nothing added."""
    it = page_of(request, key)
    council = it.area.council
    if council is None:
        raise PermissionDenied
    may(request, "indicators.report", council)
    return it, council
