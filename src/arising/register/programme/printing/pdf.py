"""A pack as a tagged PDF, which a screen reader can walk: headings, lists, quotes, links and a table of contents.

WeasyPrint calls its PDF/UA experimental. What is asked of ours stands in the tests; no certificate is claimed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from arising.register.programme.pack import InSections
from arising.register.programme.printing import pango

STYLE = Path(__file__).with_name("pack.css")


class NoPdf(Exception):
    """This machine lacks what a PDF is made with. Says what to install."""

    def __init__(self) -> None:
        super().__init__(f"This machine cannot make PDFs: {pango.REMEDY}.")


class Printed:
    """A page that is laid out to be printed. Raises ``NoPdf``."""

    def __init__(self, page: str, style: Path) -> None:
        if not pango.is_here():
            raise NoPdf
        # takes more than a second to import, and cannot be imported everywhere
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher

        # it holds all that it shows: no address is ever fetched for it
        refuse = URLFetcher(allowed_protocols=())
        look = CSS(string=style.read_text("utf-8"), url_fetcher=refuse)
        # what the file is to be says which tags the layout keeps
        self._laid_out: Any = HTML(string=page, url_fetcher=refuse).render(stylesheets=[look], pdf_variant="pdf/ua-1")

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self._laid_out.pages)

    def as_pdf(self) -> bytes:
        """The file, as PDF/UA-1."""
        made: bytes = self._laid_out.write_pdf(pdf_variant="pdf/ua-1")
        return made


def as_pdf(pack: InSections, *, site: str = "") -> bytes:
    """The pack as PDF/UA-1; ``site`` is put before each address. Raises ``NoPdf``."""
    return _laid_out(pack, site).as_pdf()


def pages_of(pack: InSections) -> int:
    """How many pages it takes. Raises ``NoPdf``."""
    return _laid_out(pack, "").pages


def _laid_out(pack: InSections, site: str) -> Printed:
    return Printed(render_to_string("programme/printed.html", {"pack": pack, "site": site}), STYLE)
