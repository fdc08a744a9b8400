"""What is told in sections, as a page and as files."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.programme import printing
from arising.register.programme.pack import InSections
from arising.register.programme.views.files import attached, no_pdf


@dataclass(frozen=True)
class Above:
    """What a page stands under: the title and address of that page, and what this one is called beside it."""

    title: str
    address: str
    here: str


def as_page(
    request: HttpRequest, told: InSections, page: str, above: Above, form: forms.Form | None = None
) -> HttpResponse:
    """The page at the address ``page``; its files are at the same address with a dot and their form after it."""
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    files = [(f"{page.rstrip('/')}.{each.suffix}{asked}", each.words) for each in printing.forms_here()]
    return render(request, "improvement/told.html", {"told": told, "above": above, "form": form, "forms": files})


def as_file(request: HttpRequest, told: InSections, form: str, name: str, page: str) -> HttpResponse:
    """The same as a file of a form: docx, pdf, xlsx or md."""
    try:
        content = printing.make(told, form, site=request.build_absolute_uri("/").rstrip("/"))
    except printing.NoPdf as error:
        return no_pdf(request, error, page=page, title=told.title)
    return attached(content, printing.FORMS[form].media_type, f"{name}.{form}")
