"""The pages of a body, a meeting, an item, a person and a source."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from itertools import groupby
from typing import Any, ParamSpec, TypeVar

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Item, Meeting, Person
from arising.register.bodies.written import found as found
from arising.register.record import queries
from arising.register.record.models.findings import Attending
from arising.register.record.side_by_side import GROUPS, side_by_side

logger = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

SHA256_OR_NEWEST = re.compile(r"([0-9a-f]{64})?")
KEEPS_ITS_TYPE = frozenset({"application/pdf"})
"""Media types that a download names; every other goes out as bytes without a meaning."""


def body(request: HttpRequest, body: str) -> HttpResponse:
    """A body: what is owed to it, what it holds, its meetings."""
    page = found(queries.body_page, request.user, body, page=request.GET.get("page", "1"))
    tally = _tally(request, queries.Filters(body=body))
    context = {
        "it": page,
        "body": page.body,
        "page": page.meetings,
        "tally": tally,
        "waiting": queries.waiting(request.user, queries.Desk(body=body)),
    }
    return render(request, "record/body.html", context | _history(request, page.body))


def meeting(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """A meeting: its items, what was decided, how members voted, who was there."""
    page = found(queries.meeting_page, request.user, body, meeting)
    filters = queries.Filters(body=body, meeting=meeting)
    order = list(Attending.values)
    there = sorted(page.attendance, key=lambda mention: order.index(mention.attending))
    context = {
        "it": page,
        "meeting": page.meeting,
        "tally": _tally(request, filters),
        "decisions": queries.decisions(request.user, filters),
        "votes": queries.votes(request.user, filters),
        "waiting": queries.waiting(request.user, queries.Desk(body=body, meeting=meeting)),
        "attendance": [
            (Attending(attending).label, list(mentions))
            for attending, mentions in groupby(there, key=lambda mention: mention.attending)
        ],
    }
    return render(request, "record/meeting.html", context | _history(request, page.meeting))


def _history(request: HttpRequest, thing: Body | Meeting | Item | Person) -> dict[str, Any]:
    return {"history": bodies.history(request.user, thing)}


def _tally(request: HttpRequest, filters: queries.Filters) -> dict[str, int]:
    asks: dict[str, Callable[..., Any]] = {
        "commitments": queries.commitments,
        "decisions": queries.decisions,
        "figures": queries.figures,
    }
    return {name: ask(request.user, filters).paginator.count for name, ask in asks.items()}


def item(request: HttpRequest, body: str, meeting: str, item: str) -> HttpResponse:
    """An item: its minutes as published, and every finding beside the words it rests on."""
    page = found(queries.item_page, request.user, body, meeting, item)
    wanted = [kind for kind in request.GET.getlist("kind") if kind in GROUPS]
    reading = side_by_side(page.stretches, wanted)
    context = {"it": page, "item": page.item, "meeting": page.meeting, "reading": reading, "wanted": wanted}
    context["may_review"] = queries.may_review(request.user)
    return render(request, "record/item.html", context | _history(request, page.item))


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """A person: as what they are named, and where."""
    page = found(queries.person_page, request.user, slug, page=request.GET.get("page", "1"))
    context = {"it": page, "person": page.person, "page": page.mentions}
    context["may_withhold"] = request.user.has_perm("bodies.change", page.person)
    return render(request, "record/person.html", context | _history(request, page.person))


def sources(request: HttpRequest) -> HttpResponse:
    """The files and pages that the register was read from."""
    page = queries.sources(request.user, page=request.GET.get("page", "1"))
    return render(request, "record/sources.html", {"page": page, "count": page.paginator.count})


def source(request: HttpRequest, pk: int) -> HttpResponse:
    """A source: where it came from, its bytes, and all of its text with the findings marked."""
    page = found(queries.source_page, request.user, pk)
    wanted = [kind for kind in request.GET.getlist("kind") if kind in GROUPS]
    reading = side_by_side([page.stretch], wanted, leave_out=frozenset())
    context = {"it": page, "source": page.source, "reading": reading, "wanted": wanted}
    context["may_review"] = queries.may_review(request.user)
    return render(request, "record/source.html", context)


def source_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The plain text of a source, each block with its offsets and its place."""
    page = found(queries.source_page, request.user, pk)
    lines = [(block, page.stretch.words(block)) for block in page.stretch.blocks]
    return render(request, "record/source_text.html", {"it": page, "source": page.source, "lines": lines})


def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes of a source as they were added, as a download: never shown as a page of this site."""
    sha256 = request.GET.get("sha256", "")
    if not SHA256_OR_NEWEST.fullmatch(sha256):
        raise Http404
    file = found(queries.source_file, request.user, pk, sha256)
    return download(file)


def download(file: queries.SourceFile) -> HttpResponseBase:
    """A file as a download, under its name. What a browser could take for a page is given out as bytes."""
    try:
        content = file.path.open("rb")
    except FileNotFoundError as missing:
        logger.exception("The file %s is not at %s", file.name, file.path)
        raise Http404 from missing
    media_type = file.media_type if file.media_type in KEEPS_ITS_TYPE else "application/octet-stream"
    response = FileResponse(content, as_attachment=True, filename=file.name, content_type=media_type)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
