"""The pack as a page and as files, as of today or for a meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.register.bodies import queries as bodies
from arising.register.programme import printing, queries
from arising.register.programme.views.files import attached, no_pdf
from arising.register.record.views.pages import found


def pack(request: HttpRequest, body: str, meeting: str = "") -> HttpResponse:
    """What a committee needs before it meets. ``?meeting=`` leads to the pack for that meeting."""
    if chosen := request.GET.get("meeting"):
        return redirect("meeting-pack", body, found(bodies.meeting, request.user, body, chosen).slug)
    context = {
        "pack": found(queries.pack, request.user, body, meeting),
        "choices": queries.choices(request.user, body),
        "slug": body,
        "meeting": meeting,
        "forms": [(_address(body, meeting, form.suffix), form.words) for form in printing.forms_here()],
    }
    return render(request, "programme/pack.html", context)


def _address(body: str, meeting: str, form: str) -> str:
    return (
        reverse("meeting-pack-file", args=[body, meeting, form]) if meeting else reverse("pack-file", args=[body, form])
    )


@require_safe
def pack_file(request: HttpRequest, body: str, form: str, meeting: str = "") -> HttpResponse:
    """The pack as a file."""
    made = found(queries.pack, request.user, body, meeting)
    try:
        content = printing.make(made, form, site=request.build_absolute_uri("/").rstrip("/"))
    except printing.NoPdf as error:
        return no_pdf(request, error, page=reverse("pack", args=[body]), title=made.title)
    name = "-".join(part for part in (body, meeting, "pack") if part)
    return attached(content, printing.FORMS[form].media_type, f"{name}.{form}")
