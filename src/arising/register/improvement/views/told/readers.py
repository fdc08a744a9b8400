"""The journey for the commissioner, the board and a member, as pages and as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.forms.told import Months
from arising.register.improvement.telling import Told
from arising.register.improvement.views.told.telling import Above, as_file, as_page
from arising.register.programme import printing
from arising.register.programme.printing import pango
from arising.register.record.views.pages import found


@dataclass(frozen=True)
class View:
    """A view: what it is called, what tells it, of how many months unless somebody asks for others."""

    title: str
    tell: Callable[[Reader, Council, int], Told]
    months: int


VIEWS = {
    "board": View("The board’s view", queries.board_view, 1),
    "commissioner": View("The commissioner’s view", queries.commissioner_view, 6),
    "member": View("The member’s view", queries.member_view, 6),
}


@require_safe
def view_for(request: HttpRequest, council: str, reader: str) -> HttpResponse:
    """What a council's journey is to one kind of reader."""
    held, told, form = _asked(request, council, reader)
    above = Above(str(held), reverse("journey", args=[held.slug]), VIEWS[reader].title)
    return as_page(request, told, _page(council, reader), above, form)


@require_safe
def view_file(request: HttpRequest, council: str, reader: str, form: str) -> HttpResponse:
    """The same as a file."""
    _, told, _ = _asked(request, council, reader)
    if form == "pdf" and pango.is_here():
        told = _on_one_page(told)
    return as_file(request, told, form, f"{council}-{reader}", _page(council, reader))


def _on_one_page(told: Told) -> Told:
    """As much of a view as a page holds, where it is printed on one."""
    for shorter in told.shorter() if told.shorter else ():
        if printing.pages_of(told) <= 1:
            break
        told = shorter
    return told


def _page(council: str, reader: str) -> str:
    return reverse("journey-for", args=[council, reader])


def _asked(request: HttpRequest, council: str, reader: str) -> tuple[Council, Told, Months]:
    held = found(queries.council, request.user, council)
    if reader not in VIEWS:
        raise Http404
    view = VIEWS[reader]
    form = Months(request.GET, view.months)
    return held, view.tell(request.user, held, form.chosen()), form
