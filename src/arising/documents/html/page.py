"""A page walked from top to bottom, without recursion: its text, and the stretches that stand in it.

The text (``Page.text``, which becomes ``Document.original``) is every text node that a reader is shown, one after
the other as parsed, with a line feed where an element breaks the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from arising.documents.document import BlockKind
from arising.documents.errors import BrokenSource, UnsafeSource
from arising.documents.markup.breaks import broken_lines
from arising.documents.markup.markers import leading_marker, numeral
from arising.documents.markup.stretch import Link, Stretch
from arising.documents.markup.tables import Table

_HIDDEN = frozenset(
    "script style noscript template head select option button input textarea svg math iframe object canvas audio video"
    " nav map datalist".split(" ")
)
_BREAKS = frozenset(
    "html body p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th caption blockquote section"
    " article header footer main aside address pre center fieldset legend figure figcaption hr form details summary"
    " menu dir".split(" ")
)
_BOLD = frozenset(["b", "strong"])
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_FURNITURE = re.compile(
    r"(?:mg)?bread-?crumbs?|cookies?|cookie[-_]\w+|skip(?:[-_]\w+)*|nav|nav-?bar|navigation|menu|footer|share|social"
    r"|pagination|sidebar|mghide\w*|hidden|visually-hidden|sr-only"
    r"|(?:site|page|global|main|top|left|right|primary|secondary|local|mobile)[-_]?(?:nav|navigation|menu|footer|sidebar)"
    r"|(?:site)?[-_]?search(?:[-_]?(?:box|form|bar))?",
    re.IGNORECASE,
)
_FURNITURE_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog"])
_WORD_LIST = re.compile(r"\bMsoList|\bListParagraph")
_WORD_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d)")
_LANDMARKS = frozenset(
    "mgMainTitleTxt mgSubTitleTxt mgSubSubTitleTxt mgAiTitleTxt mgSubItemTitleTxt mgWordPara mgBulletList mgActionList"
    " mgLabel mgItemNumberCell mgLinks mgContact mgNotes".split(" ")
)
_DEEPEST_PATH = 40
ATTENDANCE_TABLE = "attendance table"
"""The landmark of a table whose summary says that it is of attendance."""


@dataclass(slots=True)
class Page:
    """The text of a page and what stands in it, in reading order."""

    text: str
    stretches: list[Stretch]
    passwords: int = 0


@dataclass(slots=True)
class _Open:
    """An element that is open: what has to be undone when it closes, and its children counted by tag."""

    tag: str
    step: str
    element: etree._Element | None = None
    counts: dict[str, int] = field(default_factory=dict)
    bold: bool = False
    landmark: str | None = None
    box: int | None = None
    listed: bool | None = None


@dataclass(slots=True)
class _Item:
    """A list item that is open: its marker, until a stretch takes it."""

    marker: str
    taken: bool = False


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int
    style: str


def parse(text: str, name: str) -> etree._Element:
    """The tree of a page. Raises UnsafeSource where it is nested without end."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenSource(name, "the page could not be parsed", "Save it again from the browser") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise UnsafeSource(name, "the page is nested without end", "Save the minutes as plain text")
    if root is None:
        raise BrokenSource(name, "the page holds no elements", "Save it again from the browser")
    return cast(etree._Element, root)


class Walk:
    """One walk over a tree: ``Walk(root).page()``. Menus, footers and the like are left out unless ``whole``."""

    def __init__(self, root: etree._Element, *, whole: bool = False) -> None:
        self._root = root
        self._whole = whole
        self._parts: list[str] = []
        self._length = 0
        self._start = 0
        self._words = False
        self._letters = self._bold_letters = 0
        self._breaks: list[int] = []
        self._links: list[Link] = []
        self._link: tuple[str, int] | None = None
        self._first = 0
        self._blanks = 0
        self._boxes = 0
        self._rows = 0
        self._item = 0
        self._open: list[_Open] = []
        self._lists: list[_List] = []
        self._items: list[_Item] = []
        self._tables: list[Table] = []
        self._sinks: list[list[Stretch]] = [[]]
        self._bold = 0
        self._heading = 0
        self._landmark = ""
        self._box = 0
        self._listed = False
        self._list_level: int | None = None
        self._passwords = 0

    def page(self) -> Page:
        """Walk the tree and return the page."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                tag = element.tag
                if tag in _HIDDEN or (element.attrib and self._is_hidden(tag, element)):
                    self._passwords += tag == "input" and element.get("type") == "password"
                    walk.skip_subtree()
                    self._open.append(_Open("", ""))
                    continue
                self._enter(tag, element)
                if element.text:
                    self._take(element.text)
            else:
                self._leave(element)
                if element.tail and self._open:
                    self._take(element.tail)
        self._flush()
        self._sinks[0].extend(stretch for sink in self._sinks[1:] for stretch in sink)
        return Page("".join(self._parts), self._sinks[0], passwords=self._passwords)

    def _is_hidden(self, tag: str, element: etree._Element) -> bool:
        attributes = element.attrib
        if attributes.get("hidden", "until-found") != "until-found":
            return True
        style = attributes.get("style")
        if style and _HIDDEN_STYLE.search(style):
            return True
        if self._whole or tag in ("body", "form", "main"):
            return False
        if attributes.get("role") in _FURNITURE_ROLES:
            return True
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        return any(_FURNITURE.fullmatch(name) for name in names.split())

    def _take(self, text: str) -> None:
        """Add a text node to the page's text."""
        self._parts.append(text)
        self._length += len(text)
        letters = len(text.strip())
        if letters:
            self._words = True
            self._letters += letters
            if self._bold:
                self._bold_letters += letters

    def _enter(self, tag: str, element: etree._Element) -> None:
        if self._open:
            counts = self._open[-1].counts
            number = counts[tag] = counts.get(tag, 0) + 1
            opened = _Open(tag, f"{tag}[{number}]", element)
        else:
            opened = _Open(tag, element.getroottree().getpath(element).removeprefix("/html/"), element)
        if tag == "br":
            self._open.append(opened)
            self._breaks.append(self._length)
            self._parts.append("\n")
            self._length += 1
            return
        if tag in _BREAKS:
            self._flush()
        self._open.append(opened)
        attributes = element.attrib
        if attributes:
            self._read_attributes(opened, tag, attributes)
        if tag in _BOLD or opened.bold:
            opened.bold = True
            self._bold += 1
        elif tag in _BREAKS:
            self._enter_block(tag, element)
        elif tag == "a":
            href = attributes.get("href")
            if href:
                self._link = (href, len(self._parts))

    def _read_attributes(self, opened: _Open, tag: str, attributes: etree._Attrib) -> None:
        names = attributes.get("class")
        if names:
            if names in _LANDMARKS or (found := next((one for one in names.split() if one in _LANDMARKS), None)):
                opened.landmark, self._landmark = self._landmark, names if names in _LANDMARKS else cast(str, found)
                if self._landmark == "mgWordPara":
                    self._boxes += 1
                    opened.box, self._box = self._box, self._boxes
            elif tag == "p" and _WORD_LIST.search(names):
                opened.listed, self._listed = self._listed, True
        if tag == "table" and "attendance" in attributes.get("summary", "").lower():
            opened.landmark, self._landmark = self._landmark, ATTENDANCE_TABLE
        style = attributes.get("style")
        if style:
            opened.bold = tag not in _BREAKS and _BOLD_STYLE.search(style) is not None
            level = _WORD_LEVEL.search(style)
            if level and tag in _BREAKS:
                self._list_level = int(level[1]) - 1

    def _enter_block(self, tag: str, element: etree._Element) -> None:
        if tag[0] == "h" and tag[1:] in "123456" and len(tag) == 2:
            self._heading = int(tag[1])
        elif tag in ("ul", "ol", "menu", "dir"):
            start = element.get("start", "1")
            number = int(start) if re.fullmatch(r"-?\d{1,4}", start) else 1
            self._lists.append(_List(tag == "ol", number, element.get("type", "1")))
        elif tag == "li":
            self._items.append(_Item(self._next_marker(element)))
        elif tag == "table":
            names = element.get("class", "") + " " + element.get("id", "")
            self._tables.append(Table(item_table="mgItemTable" in names))
        elif self._tables:
            if tag == "tr":
                self._close_row()
                if self._tables[-1].item_table:
                    self._rows += 1
                    self._item = self._rows
                self._tables[-1].open_row(self._path(), line_of(element))
            elif tag in ("td", "th"):
                self._close_cell()
                if self._tables[-1].row is None:
                    self._tables[-1].open_row(self._path(), line_of(element))
                self._sinks.append([])
                self._tables[-1].in_cell = True

    def _next_marker(self, element: etree._Element) -> str:
        if not self._lists or not self._lists[-1].ordered:
            return "•"
        current = self._lists[-1]
        value = element.get("value", "")
        if re.fullmatch(r"\d{1,4}", value):
            current.number = int(value)
        marker = numeral(current.number, current.style) + "."
        current.number += 1
        return marker

    def _leave(self, element: etree._Element) -> None:
        opened = self._open[-1]
        tag = opened.tag
        if tag in _BREAKS:
            self._flush()
            self._leave_block(tag)
        elif tag == "a" and self._link is not None:
            href, first = self._link
            self._links.append(Link(href, " ".join("".join(self._parts[first:]).split())))
            self._link = None
        if opened.bold:
            self._bold -= 1
        if opened.landmark is not None:
            self._landmark = opened.landmark
        if opened.box is not None:
            self._box = opened.box
        if opened.listed is not None:
            self._listed = opened.listed
        self._open.pop()

    def _leave_block(self, tag: str) -> None:
        if tag[0] == "h" and len(tag) == 2 and tag[1] in "123456":
            self._heading = 0
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists.pop()
        elif tag == "li":
            self._items.pop()
        elif tag == "table":
            self._close_row()
            self._tables.pop()
            if not any(table.item_table for table in self._tables):
                self._item = 0
        elif self._tables:
            if tag in ("td", "th"):
                self._close_cell()
            elif tag == "tr":
                self._close_row()

    def _close_cell(self) -> None:
        table = self._tables[-1]
        if table.in_cell and table.row is not None:
            table.row.cells.append(self._sinks.pop())
            table.in_cell = False

    def _close_row(self) -> None:
        self._close_cell()
        table = self._tables[-1]
        if table.row is not None:
            self._sinks[-1].extend(table.close_row())

    def _flush(self) -> None:
        """End the stretch that is open, if it has words."""
        start, end = self._start, self._length
        if end > start:
            if self._words:
                self._emit(start, end)
            elif self._open and self._open[-1].tag in ("p", "div"):
                self._blanks += 1
            self._blanks += 0 if self._words else len(self._breaks)
            self._parts.append("\n")
            self._length += 1
        self._start = self._length
        self._first = len(self._parts)
        self._words = False
        self._letters = self._bold_letters = 0
        self._breaks = []
        self._links = []
        self._list_level = None

    def _emit(self, start: int, end: int) -> None:
        raw = "".join(self._parts[self._first :])
        bold = self._bold_letters >= self._letters - 1
        path = self._path()
        element = self._open[-1].element if self._open else None
        line = line_of(element) if element is not None else None
        if not self._breaks:
            self._emit_line(raw, start, end, bold, path, line)
            return
        for low, high, blanks in broken_lines(raw, [at - start for at in self._breaks]):
            self._blanks += blanks
            self._emit_line(raw[low:high], start + low, start + high, bold, path, line)

    def _emit_line(self, raw: str, start: int, end: int, bold: bool, path: str, line: int | None) -> None:
        item = self._items[-1] if self._items else None
        marker, level = "", 0
        kind = BlockKind.PARAGRAPH
        typed = leading_marker(raw, listed=self._listed or item is not None)
        if typed:
            marker, start = typed[0], start + typed[1]
            raw = raw[typed[1] :]
        elif item is not None and not item.taken:
            marker = item.marker
        if item is not None:
            level = max(len(self._items) - 1, 0)
            item.taken = True
        if self._list_level is not None:
            level = self._list_level
        if marker or self._listed:
            kind = BlockKind.LIST_ITEM
        if self._heading:
            kind, level = BlockKind.HEADING, self._heading
        stretch = Stretch(
            kind, start, end, " ".join(raw.split()), path, line, level, marker,
            landmark=self._landmark, bold=bold, blanks=self._blanks, box=self._box, item=self._item, links=self._links,
        )  # fmt: skip
        self._sinks[-1].append(stretch)
        self._blanks = 0

    def _path(self) -> str:
        steps = [opened.step for opened in self._open[-_DEEPEST_PATH:]]
        return "/".join(steps)


def line_of(element: etree._Element) -> int | None:
    """The line of the page that an element begins in."""
    return cast("int | None", element.sourceline)
