"""What a paragraph style means: a heading and its depth, bold type, a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from arising.documents.word.package import child, is_on, local, value

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes over from those it is based on."""

    name: str = ""
    heading: int = 0
    title: bool = False
    bold: bool = False
    list_id: str | None = None
    list_level: int = 0


PLAIN = Style()


class Styles:
    """The paragraph styles of a file, by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in root if root is not None else ():
            if local(element) == "w:style" and value(element, "type") == "paragraph":
                identity = value(element, "styleId") or ""
                self._elements[identity] = element
                if value(element, "default") in ("1", "true"):
                    self._default = identity

    def get(self, identity: str | None) -> Style:
        """The style of that id; the default style where it is None."""
        identity = self._default if identity is None else identity
        if identity not in self._known:
            self._known[identity] = self._work_out(identity)
        return self._known[identity]

    def _work_out(self, identity: str) -> Style:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        following: str | None = identity
        while following is not None and following not in seen and following in self._elements:
            seen.add(following)
            chain.append(self._elements[following])
            following = value(child(self._elements[following], "w:basedOn"))
        style = PLAIN
        for element in reversed(chain):
            style = _over(style, element)
        return style


def _over(base: Style, element: etree._Element) -> Style:
    name = value(child(element, "w:name")) or ""
    paragraph = child(element, "w:pPr")
    heading = heading_level(paragraph)
    named = _HEADING.fullmatch(name)
    bold = is_on(child(child(element, "w:rPr"), "w:b"))
    numbers = child(paragraph, "w:numPr")
    level = value(child(numbers, "w:ilvl"))
    return Style(
        name=name,
        heading=int(named[1]) if named else base.heading if heading is None else heading,
        title=name.lower() == "title" or base.title,
        bold=base.bold if bold is None else bold,
        list_id=value(child(numbers, "w:numId")) or base.list_id,
        list_level=int(level) if level and level.isdigit() else base.list_level,
    )


def heading_level(paragraph: etree._Element | None) -> int | None:
    """The depth of a heading from its outline level (1 highest, 0 body text), or None where none is given."""
    outline = value(child(paragraph, "w:outlineLvl"))
    if outline is None or not outline.isdigit():
        return None
    return int(outline) + 1 if int(outline) < 9 else 0
