"""The numbers, letters and bullets of lists, counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from arising.documents.markup.markers import numeral
from arising.documents.word.package import child, local, value

_PLACEHOLDER = re.compile(r"%(\d)")
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """The lists of a file. ``marker`` is called for every list paragraph in order, and counts."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root if root is not None else ():
            if local(element) == "w:abstractNum":
                identity = value(element, "abstractNumId") or ""
                self._abstract[identity] = _levels(element)
                if style := value(child(element, "w:styleLink")):
                    linked[style] = identity
                if style := value(child(element, "w:numStyleLink")):
                    links[identity] = style
            elif local(element) == "w:num":
                self._add_list(element)
        for identity, style in links.items():
            if style in linked:
                self._abstract[identity] = self._abstract[linked[style]]

    def marker(self, list_id: str, level: int) -> str:
        """The marker of the next paragraph of a list at a level, "" where it has none."""
        abstract = self._lists.get(list_id)
        levels = self._abstract.get(abstract or "", {})
        if abstract is None or level not in levels:
            return ""
        self._count(list_id, abstract, levels, level)
        here = levels[level]
        if here.form == "bullet":
            return here.text if here.text.strip() and not "\ue000" <= here.text[0] <= "\uf8ff" else "•"
        if here.form == "none":
            return ""
        counts = self._counts[abstract]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, here)
            return numeral(counts.get(at, other.start), _STYLES.get(other.form, "1"))

        return _PLACEHOLDER.sub(number, here.text).strip()

    def _count(self, list_id: str, abstract: str, levels: dict[int, _Level], level: int) -> None:
        counts = self._counts.setdefault(abstract, {})
        restart = self._overrides.get(list_id, {}).get(level)
        if restart is not None and (list_id, level) not in self._begun:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self._begun.add((list_id, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _add_list(self, element: etree._Element) -> None:
        identity = value(element, "numId") or ""
        self._lists[identity] = value(child(element, "w:abstractNumId")) or ""
        for override in element:
            start = value(child(override, "w:startOverride"))
            level = value(override, "ilvl") or ""
            if start and level.isdigit() and start.isdigit():
                self._overrides.setdefault(identity, {})[int(level)] = int(start)


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in abstract:
        number = value(element, "ilvl") or ""
        if local(element) != "w:lvl" or not number.isdigit():
            continue
        start = value(child(element, "w:start")) or "1"
        levels[int(number)] = _Level(
            form=value(child(element, "w:numFmt")) or "decimal",
            text=value(child(element, "w:lvlText")) or "",
            start=int(start) if start.isdigit() else 1,
        )
    return levels
