"""Charts as answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse

from arising.register.indicators import drawing
from arising.register.indicators.views.pages import picture as drawn

T = TypeVar("T")


def picture(request: HttpRequest, draw: Callable[[T, int], drawing.Spec], it: T, form: str, name: str) -> HttpResponse:
    """A chart, for a wide page or, with ``narrow=1``, for a telephone. Raises Http404 where there is nothing to
    draw."""
    try:
        spec = draw(it, drawing.NARROW if request.GET.get("narrow") == "1" else drawing.WIDE)
    except ValueError:
        raise Http404 from None
    return drawn(spec, form, name)
