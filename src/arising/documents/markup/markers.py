"""The bullet, number or letter that leads a paragraph, where it was typed and not set by a list."""

from __future__ import annotations

import re

BULLETS = "•·∙⦁▪■◼◾●⚫◦○□▫❑‣⁃➢➤►▶➔✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf06f\uf06e\uf06c"
_ROMAN = r"[ivx]{1,6}"
_SPACE = r"[\s\u00a0\u200b]"
_MARKER = re.compile(
    rf"{_SPACE}*("
    rf"[{BULLETS}]"
    rf"|[-–—*](?={_SPACE})"
    rf"|\((?:\d{{1,3}}|[A-Za-z]{{1,2}}|{_ROMAN})\)"
    rf"|(?:\d{{1,3}}|[A-Za-z]|{_ROMAN})\)(?={_SPACE})"
    rf"|\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[.:](?={_SPACE})"
    rf"|\d{{1,3}}(?:\.\d{{1,2}}){{1,3}}(?={_SPACE}+(?![AP]M\b)[A-Z“‘\"'(])"
    rf"|(?:[a-z]|{_ROMAN})\.(?={_SPACE})"
    rf"){_SPACE}*"
)
# Word's bullets in a symbol font, and capitals before a full stop: markers only where the page says it is a list.
_LISTED = re.compile(rf"{_SPACE}*([o§Øüv]|[A-Z]\.|\d{{1,3}})(?={_SPACE}){_SPACE}*")
_LONE = re.compile(
    rf"(?:item{_SPACE}+)?\(?(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[A-Za-z]|{_ROMAN})\)?[.:)]?|[{BULLETS}*–-]",
    re.IGNORECASE,
)


def leading_marker(text: str, *, listed: bool = False) -> tuple[str, int] | None:
    """The marker that leads ``text`` and where the words after it begin, or None.

    ``listed`` says that the page sets the paragraph as a list item, so that a letter "o" can be a bullet.
    """
    match = _MARKER.match(text)
    if match is None and listed:
        match = _LISTED.match(text)
    if match is None or match.end() == len(text):
        return None
    return match.group(1), match.end()


def is_marker(text: str) -> bool:
    """Whether ``text`` is nothing but a marker, as in the first cell of a row: "76.", "(a)", "•"."""
    text = text.strip()
    return 0 < len(text) <= 12 and _LONE.fullmatch(text) is not None


_ROMAN_SIGNS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(number: int, style: str) -> str:
    """A list number in the style that HTML and Word name: 1, a, A, i or I."""
    if style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    if style in ("i", "I") and 0 < number < 90:
        letters = ""
        for value, sign in _ROMAN_SIGNS:
            while number >= value:
                letters += sign
                number -= value
        return letters.upper() if style == "I" else letters
    return str(number)
