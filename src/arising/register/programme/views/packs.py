"""The pack as a page and as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.programme import printing, queries
from arising.register.record.views.pages import found

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pack(request: HttpRequest, body: str) -> HttpResponse:
    """What a committee needs before it meets."""
    made = found(queries.pack, request.user, body)
    return render(request, "programme/pack.html", {"pack": made, "slug": body})


def pack_markdown(request: HttpRequest, body: str) -> HttpResponse:
    """The pack as Markdown."""
    made = found(queries.pack, request.user, body)
    text = printing.markdown(made, site=request.build_absolute_uri("/").rstrip("/"))
    return _file(text.encode(), "text/markdown; charset=utf-8", f"{body}-pack.md")


def pack_word(request: HttpRequest, body: str) -> HttpResponse:
    """The pack as a Word document."""
    made = found(queries.pack, request.user, body)
    return _file(printing.word(made, site=request.build_absolute_uri("/").rstrip("/")), WORD, f"{body}-pack.docx")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
