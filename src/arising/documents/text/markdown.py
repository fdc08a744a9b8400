"""What Markdown adds to plain text: emphasis that is no part of the words, and headings set in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from arising.documents.text.lines import Line

_OPENS, _CLOSES = r"(?<![\w*])\*{1,3}_?(?=[^\s*])", r"(?<=[^\s*])_?\*{1,3}(?![\w*])"
_ESCAPE = r"\\(?=[-.\[\]_*()#!+])"
_ITALIC = r"(?<![\w_])_(?=[A-Z“\"‘'])|(?<=[.\w”’\"'!?:])_(?![\w_])"
_EMPHASIS = re.compile(f"{_OPENS}|{_CLOSES}|{_ESCAPE}|{_ITALIC}")
_BOLD_LEAD = re.compile(r"(?P<in>(?:\*{2,3}_?[^*]+?_?\*{2,3}\s*)+)(?P<gap>\s*[:.—–-]*\s*)(?P<rest>.*)$")
_NUMBER = re.compile(r"(?:\*{2,3}_?\s*)?(?:Item\s+)?(\d{1,3}(?:\.\d{1,2})?)\s*\\?[.):]?\s*(?:\*{2,3})?(?=\s)")
_ROLL = re.compile(
    r"(?i)(?:\w+ )?(?:present|in attendance|apologies|members of the public|also present|attendees|those attending"
    r"|date|venue|time|chair|clerk)\b[^*]{0,40}$"
)
_STARS = re.compile(r"[*_]")
_NO_WORDS = re.compile(r"[*_\s]*")
_LONGEST_LEAD = 100


@dataclass(frozen=True, slots=True)
class BoldLead:
    """A bold lead-in: the heading, the number in it, and what follows on the same line."""

    heading: Line
    rest: Line | None
    marker: str
    whole: bool


def bold_lead(line: Line, *, marker: str) -> BoldLead | None:
    """The heading that a line begins with, where it is set in bold: "**5\\. Trees**", "**Highways:** It was …"."""
    if not line.text.startswith("**"):
        return None
    match = _BOLD_LEAD.match(line.text)
    if match is None:
        return None
    inside, rest = match.group("in").rstrip(), match.group("rest")
    plain = _STARS.sub("", inside).strip(" :")
    if not plain or len(plain) > _LONGEST_LEAD or _ROLL.match(plain) or (marker and not marker[0].isdigit()):
        return None
    closed = ":" in match.group("gap") or "—" in match.group("gap") or inside.rstrip("*_ ").endswith((":", "."))
    if rest and not closed and not rest[0].isupper():
        return None
    number = _NUMBER.match(inside)
    skip = number.end() + len(inside[number.end() :]) - len(inside[number.end() :].lstrip()) if number else 0
    heading = replace(line, start=line.start + skip, end=line.start + len(inside), text=inside[skip:])
    if _NO_WORDS.fullmatch(heading.text):
        return None
    at = line.start + match.start("rest")
    return BoldLead(
        heading, replace(line, start=at, text=rest) if rest else None, f"{number.group(1)}." if number else "", not rest
    )


def spans_of(lines: Sequence[Line]) -> tuple[list[tuple[int, int]], set[int]]:
    """Where the words of lines stand, without the asterisks and backslashes of Markdown, and which gaps are none."""
    spans: list[tuple[int, int]] = []
    glued: set[int] = set()
    for line in lines:
        left = line.start
        if "*" in line.text or "\\" in line.text or "_" in line.text:
            for match in _EMPHASIS.finditer(line.text):
                at = line.start + match.start()
                if at > left:
                    spans.append((left, at))
                    glued.add(len(spans) - 1)
                left = line.start + match.end()
        if left < line.end:
            spans.append((left, line.end))
        elif spans:
            glued.discard(len(spans) - 1)
    return spans, glued
