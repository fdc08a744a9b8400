"""Files that a page gives to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.programme.printing import NoPdf
from arising.register.programme.tracker.cells import neutralised


def attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file as a download under its name."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def attached_csv(titles: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    """A table as CSV under its name. No text in it is a formula to a spreadsheet."""
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow(titles)
    for row in rows:
        written.writerow([neutralised(cell) if isinstance(cell, str) else cell for cell in row])
    return attached(out.getvalue().encode(), "text/csv; charset=utf-8", name)


def no_pdf(request: HttpRequest, why: NoPdf, *, page: str, title: str) -> HttpResponse:
    """What is answered where this machine makes no PDF: why, and the page on which the same can be read."""
    return render(request, "programme/no_pdf.html", {"why": why, "page": page, "title": title}, status=404)
