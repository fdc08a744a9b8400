"""A saved page in, a document out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind, Document, Part
from arising.documents.errors import NotMinutes
from arising.documents.html.page import Page, Walk, parse
from arising.documents.html.parts import Parted, is_committee_page, part_committee_page
from arising.documents.markup.headings import find_headings
from arising.documents.markup.published import AGENDA_ONLY, meeting_in, meeting_of_opening
from arising.documents.markup.stretch import Stretch

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")
_MAIN_IDS = frozenset(["modgov", "main", "main-content", "maincontent", "content", "page-content", "primary-content"])
_ERROR = re.compile(
    r"\b(?:page cannot be found|not found|(?:error|http|status)[ :-]*[45]\d\d|[45]\d\d (?:error|forbidden|bad gateway"
    r"|service unavailable|internal server error)|access (?:is )?denied|forbidden|server error|runtime error"
    r"|bad gateway|service unavailable|just a moment|attention required|request rejected|under maintenance"
    r"|something went wrong|site (?:is )?(?:down|unavailable)|cannot be displayed|no longer (?:exists|available)"
    r"|are you (?:a )?human|page you (?:requested|are looking for) .{0,40}(?:not|removed|moved))\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"\b(?:log ?in|sign ?in|log on|sign on|session (?:has )?(?:expired|timed out))\b", re.IGNORECASE)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_FEW_WORDS = 60
_SMALL_PAGE = 250


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    url: str | None


def read_html(text: str, *, name: str, sha256: str) -> Document:
    """Read a saved page: ModernGov's agenda item, meeting, issue and decision pages, or any other page of minutes.

    ``Document.original`` is the page's text: every text node that a reader is shown, as parsed, with a line feed
    where an element breaks the line. ``Place.path`` names the element, ``Place.line`` its line in the page.

    Raises:
        NotMinutes: the page is an error page or a login page.
        UnsafeSource: the page is nested without end.
        BrokenSource: nothing could be parsed.
    """
    root = parse(text, name)
    head = _head_of(root, text)
    page = _walk(root)
    _refuse_other_pages(page, head, name)
    committee = is_committee_page(page.stretches)
    parted = part_committee_page(page.stretches, page.text, head.url) if committee else _part_other_page(page)
    find_headings(parted.stretches, level=2 if committee else 1)
    builder = DocumentBuilder(page.text)
    for stretch in parted.stretches:
        stretch.lay(builder)
    body, day = meeting_in(head.title) if parted.body is None or parted.date is None else (None, None)
    notes = () if _has_record(parted.stretches) else (AGENDA_ONLY,)
    return builder.build(
        name=name,
        format="html",
        sha256=sha256,
        title=parted.title or head.title or None,
        body=parted.body or body,
        date=parted.date or day,
        url=head.url,
        supporting=tuple(dict.fromkeys(parted.supporting)),
        restricted=parted.restricted,
        notes=notes,
    )


def _head_of(root: etree._Element, text: str) -> _Head:
    """Title and address, as the head of the page gives them."""
    title = ""
    urls: list[str] = []
    for element in root.iter("title", "link", "meta", "body"):
        if element.tag == "body":
            break
        if element.tag == "title":
            title = title or " ".join((element.text or "").split())
        elif element.get("rel") == "canonical":
            urls.insert(0, element.get("href", "").strip())
        elif element.get("property") == "og:url":
            urls.append(element.get("content", "").strip())
    urls = [url for url in urls if url.startswith(("http://", "https://"))]
    saved = _SAVED_FROM.search(text, 0, 4096)
    return _Head(title, urls[0] if urls else saved[1] if saved else None)


def _walk(root: etree._Element) -> Page:
    """Walk the region that holds the minutes; all of the page where that region is too small to be it."""
    body = root.find("body")
    whole = root if body is None else body
    main = _main_region(whole)
    if main is not None:
        page = Walk(main).page()
        if _count(page) >= _FEW_WORDS:
            return page
    page = Walk(whole).page()
    if _count(page) >= _FEW_WORDS:
        return page
    everything = Walk(whole, whole=True).page()
    return everything if _count(everything) >= _FEW_WORDS else page


def _main_region(body: etree._Element) -> etree._Element | None:
    mains: list[etree._Element] = []
    for element in body.iter("main", "div", "section", "article", "td"):
        if element.get("id") == "modgov":
            return element
        if element.tag == "main" or element.get("role") == "main" or (element.get("id") or "").lower() in _MAIN_IDS:
            mains.append(element)
    return mains[0] if mains else None


def _count(page: Page) -> int:
    return sum(stretch.words.count(" ") + 1 for stretch in page.stretches)


def _refuse_other_pages(page: Page, head: _Head, name: str) -> None:
    """Refuse an error page or a login page: little text, and a title or heading that says what it is."""
    if _count(page) > _SMALL_PAGE or any(stretch.box for stretch in page.stretches):
        return
    titles = [head.title, *(stretch.words for stretch in page.stretches if stretch.kind is BlockKind.HEADING)][:4]
    said = " | ".join(titles)
    if page.passwords or (_LOGIN.search(said) and not _MINUTES.search(said)):
        raise NotMinutes(name, "this is a login page, not minutes", "Sign in and save the page of the minutes itself")
    if not any(titles):
        said = " ".join(stretch.words for stretch in page.stretches[:2])
    if _ERROR.search(said):
        raise NotMinutes(name, "this is an error page, not minutes", "Fetch the minutes again")


def _part_other_page(page: Page) -> Parted:
    """A page that no committee system made: all of it is taken for minutes, save the title that names them."""
    parted = Parted(page.stretches)
    parted.body, parted.date = meeting_of_opening([stretch.words for stretch in page.stretches[:12]])
    first = next((stretch for stretch in page.stretches if stretch.kind is BlockKind.HEADING), None)
    if first is not None:
        parted.title = first.words
        if first.level == 1 and (meeting_in(first.words)[1] or _MINUTES.search(first.words)):
            first.part = Part.PAGE
    return parted


def _has_record(stretches: Sequence[Stretch]) -> bool:
    return any(
        stretch.part in (Part.DECISION, Part.ATTENDANCE)
        or (stretch.part is Part.MINUTES and stretch.kind is not BlockKind.HEADING)
        for stretch in stretches
    )
