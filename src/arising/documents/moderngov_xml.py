"""An answer of a ModernGov web service in, a document out: GetMeeting, with its items, minutes and attendees."""

from __future__ import annotations

import html
import re
from collections import Counter

from lxml import etree

from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind, Document, Part, Supporting
from arising.documents.errors import BrokenSource, NotMinutes, SourceError, UnsafeSource
from arising.documents.html.page import Walk, line_of, parse
from arising.documents.markup.headings import find_headings
from arising.documents.markup.published import AGENDA_ONLY, date_in
from arising.documents.markup.stretch import Stretch

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?\w")
_LISTS = {
    "getmeetings": "a list of meetings",
    "getmeetingsbydate": "a list of meetings",
    "committees": "a list of committees",
    "councillorsbyward": "a list of councillors",
    "attachment": "one attachment",
}
_ACTIONS = re.compile(r"actions?\b", re.IGNORECASE)


def read_moderngov_xml(text: str, *, name: str, sha256: str) -> Document:
    """Read what GetMeeting answers.

    ``Document.original`` is the text of its fields, unescaped, in the order of the blocks. ``Place.path`` names the
    field ("agendaitem[3]/minutesnonemptyhtmlbody"), ``Place.line`` its line in the answer.

    Raises:
        NotMinutes: the answer of another operation, or a meeting without items.
        UnsafeSource: it declares a document type, which no such answer does.
        BrokenSource: it does not parse.
    """
    root = _parse(text, name)
    meeting = next((element for element in root.iter() if _tag(element) == "meeting" and _has_items(element)), None)
    if meeting is None:
        raise _no_meeting(root, name)
    return _Meeting(meeting, name).document(sha256)


def _parse(text: str, name: str) -> etree._Element:
    bare = _DECLARATION.sub("", text, count=1)
    if "<!DOCTYPE" in bare or "<!ENTITY" in bare:
        trouble = "this XML declares a document type, which an answer of ModernGov never does"
        raise UnsafeSource(name, trouble, "Fetch it again from the web service")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(bare.encode(), parser)
    except etree.XMLSyntaxError as error:
        trouble = f"the XML is damaged at line {error.lineno}"
        raise BrokenSource(name, trouble, "Fetch it again from the web service") from error


def _no_meeting(root: etree._Element, name: str) -> SourceError:
    for element in root.iter():
        what = _LISTS.get(_tag(element))
        if what:
            return NotMinutes(name, f"this answer holds {what}, not minutes", "Ask GetMeeting for each meeting")
    return NotMinutes(name, "this answer holds no agenda items", "Ask GetMeeting for a meeting that has minutes")


def _tag(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _has_items(element: etree._Element) -> bool:
    return any(_tag(child) == "agendaitems" and len(child) for child in element)


def _fields(element: etree._Element) -> dict[str, etree._Element]:
    return {_tag(child): child for child in element}


def _text(fields: dict[str, etree._Element], field: str) -> str:
    """The text of a field on one line, unescaped until nothing is left to unescape."""
    element = fields.get(field)
    return "" if element is None else " ".join(_unescaped(element.text or "").split())


def _unescaped(text: str) -> str:
    for _ in range(3):
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return text


class _Meeting:
    """One meeting while it is laid out: the text so far, and the blocks that stand in it."""

    def __init__(self, meeting: etree._Element, name: str) -> None:
        self._meeting = meeting
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._stretches: list[Stretch] = []
        self._supporting: list[Supporting] = []
        self._bodies: Counter[str] = Counter()
        self._open_items = 0

    def document(self, sha256: str) -> Document:
        """Lay the meeting out and build the document."""
        fields = _fields(self._meeting)
        self._add_attendees(fields.get("attendees"))
        for number, item in enumerate(fields["agendaitems"], start=1):
            self._add_item(_fields(item), number)
        builder = DocumentBuilder("".join(self._pieces))
        for stretch in self._stretches:
            stretch.lay(builder)
        body = self._bodies.most_common(1)[0][0] if self._bodies else None
        day = date_in(_text(fields, "meetingdate"))
        minuted = any(one.part in (Part.MINUTES, Part.DECISION) for one in self._stretches)
        return builder.build(
            name=self._name,
            format="moderngov",
            sha256=sha256,
            title=f"{body}, {day}" if body and day else body,
            body=body,
            date=day,
            supporting=tuple(dict.fromkeys(self._supporting)),
            restricted=not self._open_items,
            notes=() if minuted else (AGENDA_ONLY,),
        )

    def _add_attendees(self, attendees: etree._Element | None) -> None:
        for number, attendee in enumerate(attendees if attendees is not None else (), start=1):
            given = {key: " ".join(_unescaped(str(value)).split()) for key, value in attendee.attrib.items()}
            who = ", ".join(filter(None, (given.get("name"), given.get("roledescription"))))
            line = f"{who}: {given['attendance']}" if given.get("attendance") else who
            self._add_line(line, BlockKind.PARAGRAPH, Part.ATTENDANCE, f"attendee[{number}]", attendee)

    def _add_item(self, fields: dict[str, etree._Element], number: int) -> None:
        path = f"agendaitem[{number}]"
        first = len(self._stretches)
        printed = _text(fields, "fulldisplaynumberformat") or _text(fields, "minutesitemnumber")
        title = fields.get("agendaitemtitle")
        if title is not None:
            words = _text(fields, "agendaitemtitle")
            self._add_line(words, BlockKind.HEADING, Part.MINUTES, f"{path}/agendaitemtitle", title, printed)
        for field, part in (
            ("agendatext", Part.AGENDA),
            ("decisionnonemptyhtmlbody", Part.DECISION),
            ("minutesnonemptyhtmlbody", Part.MINUTES),
        ):
            if field in fields:
                self._add_html(fields[field], part, f"{path}/{field}")
        for one in ("1", "2"):
            self._add_comment(fields, one, path)
        added = self._stretches[first:]
        minuted = any(one.part in (Part.MINUTES, Part.DECISION) for one in added[1:])
        if added and added[0].kind is BlockKind.HEADING and not minuted:
            added[0].part = Part.AGENDA
        self._open_items += _text(fields, "isrestricted") != "True"
        self._add_papers(fields.get("linkeddocuments"))
        if body := _text(fields, "refertocommittee"):
            self._bodies[body] += 1

    def _add_comment(self, fields: dict[str, etree._Element], one: str, path: str) -> None:
        """A field whose label the council chose: "Actions" is part of what was minuted, "Presented By" is not."""
        element = fields.get(f"commenttext{one}")
        label = _text(fields, f"commentlabel{one}")
        if element is not None and _text(fields, f"commenttext{one}"):
            part = Part.MINUTES if _ACTIONS.match(label) else Part.PAGE
            first = len(self._stretches)
            self._add_html(element, part, f"{path}/commenttext{one}")
            if len(self._stretches) > first:
                self._stretches[first].margin = label

    def _add_papers(self, linked: etree._Element | None) -> None:
        for paper in linked if linked is not None else ():
            fields = _fields(paper)
            url = _text(fields, "url")
            restricted = _text(fields, "isrestricted") == "True"
            shown = url if url.startswith(("http://", "https://")) else None
            self._supporting.append(Supporting(_text(fields, "title"), shown, restricted))
            if body := _text(fields, "committeetitle"):
                self._bodies[body] += 1

    def _add_line(
        self, words: str, kind: BlockKind, part: Part, path: str, element: etree._Element, marker: str = ""
    ) -> None:
        if not words:
            return
        start, end = self._length, self._length + len(words)
        level = 1 if kind is BlockKind.HEADING else 0
        self._stretches.append(Stretch(kind, start, end, words, path, line_of(element), level, marker, part=part))
        self._append(words + "\n")

    def _add_html(self, element: etree._Element, part: Part, path: str) -> None:
        """The stretches of a field that holds escaped HTML, or plain text."""
        text = element.text or ""
        if _ESCAPED_TAG.search(text) and "<" not in text:
            text = _unescaped(text)
        if not text.strip():
            return
        root = parse(text, self._name)
        body = root.find("body")
        page = Walk(root if body is None else body, whole=True).page()
        first_line = line_of(element)
        for stretch in page.stretches:
            stretch.shift(self._length)
            stretch.part = part
            stretch.path = path + stretch.path.removeprefix("body")
            stretch.line = first_line + (stretch.line or 1) - 1 if first_line else None
        find_headings(page.stretches, level=2)
        self._stretches.extend(page.stretches)
        self._append(page.text + "\n")

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
