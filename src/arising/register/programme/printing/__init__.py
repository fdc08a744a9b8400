"""What is told in sections, in the forms it is taken away in, with the same words as its page.

In goes what is told ``InSections``, such as a ``Pack``; out come the bytes of a file. ``FORMS`` names each form by its
suffix; ``forms_here`` leaves out what this machine cannot make. ``wording.py`` holds the words they share; begin with
``markdown.py``, the shortest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arising.register.programme.pack import InSections
from arising.register.programme.printing import pango
from arising.register.programme.printing.markdown import as_markdown
from arising.register.programme.printing.pdf import NoPdf, as_pdf, pages_of
from arising.register.programme.printing.sheets import as_sheets
from arising.register.programme.printing.word import as_word

__all__ = ["FORMS", "Form", "NoPdf", "as_markdown", "as_pdf", "as_sheets", "as_word", "forms_here", "make", "pages_of"]


@dataclass(frozen=True)
class Form:
    """A form of the pack: how its file names end, what browsers call it, and what people do."""

    suffix: str
    media_type: str
    words: str
    make: Callable[..., bytes]


def _encoded(pack: InSections, *, site: str = "") -> bytes:
    return as_markdown(pack, site=site).encode()


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS = {
    form.suffix: form
    for form in (
        Form("docx", f"{_OFFICE}.wordprocessingml.document", "as a Word document", as_word),
        Form("pdf", "application/pdf", "as a PDF", as_pdf),
        Form("xlsx", f"{_OFFICE}.spreadsheetml.sheet", "as an Excel workbook", as_sheets),
        Form("md", "text/markdown; charset=utf-8", "as Markdown", _encoded),
    )
}


def forms_here() -> list[Form]:
    """The forms that this machine can make."""
    return [form for form in FORMS.values() if form.suffix != "pdf" or pango.is_here()]


def make(pack: InSections, suffix: str, *, site: str = "") -> bytes:
    """The pack as a file of the form ``suffix``; ``site`` is put before each address. Raises ``NoPdf``."""
    return FORMS[suffix].make(pack, site=site)
