"""The pack as a page and as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.programme import printing, queries
from arising.register.record.views.pages import found


def pack(request: HttpRequest, body: str) -> HttpResponse:
    """What a committee needs before it meets."""
    made = found(queries.pack, request.user, body)
    return render(request, "programme/pack.html", {"pack": made, "slug": body, "forms": printing.forms_here()})


def pack_file(request: HttpRequest, body: str, form: str) -> HttpResponse:
    """The pack as a file."""
    made = found(queries.pack, request.user, body)
    try:
        content = printing.make(made, form, site=request.build_absolute_uri("/").rstrip("/"))
    except printing.NoPdf as error:
        return render(request, "programme/no_pdf.html", {"pack": made, "slug": body, "why": error}, status=404)
    response = HttpResponse(content, content_type=printing.FORMS[form].media_type)
    response["Content-Disposition"] = f'attachment; filename="{body}-pack.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
