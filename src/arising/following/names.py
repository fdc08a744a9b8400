"""Names of things in a text: "Improvement Board", "Signs of Safety", and acronyms with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arising.following.words import STOP
from arising.reading.language.names import is_post
from arising.reading.language.vocabulary import BODY_WORDS, HONORIFICS

_CAP = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
_NAME = re.compile(rf"{_CAP}(?:\s(?:of|for|and|the|in|on|&)\s{_CAP}|\s{_CAP}|\s\d+\b)+")
_ACRONYM = re.compile(r"\b([A-Z]{3,8})s?\b")
_SPELT_OUT = re.compile(r"((?:[A-Z][\w’'-]*[ -](?:(?:and|of|for|the|in|on|with|to) )?){2,9})\(([A-Z]{2,8})s?\)")
_INITIAL = re.compile(r"\b[A-Z]")
_LEADING = re.compile(
    r"^(?:(?:The|A|An|This|That|These|In|At|On|For|As|It|If|When|Members|Officers|Following|After)\s)+"
)
_TITLED = tuple(f"{title} " for title in HONORIFICS)
_BODIES = tuple(BODY_WORDS)


def names_in(text: str) -> Iterator[str]:
    """The names of two words and more, as written, without posts and persons with a title."""
    for match in _NAME.finditer(text):
        name = _LEADING.sub("", match.group())
        if " " in name and not name.startswith(_TITLED) and not is_post(name):
            yield name


def acronyms_in(text: str) -> Iterator[str]:
    """Words in capitals: "EHCP" of "EHCPs"."""
    for match in _ACRONYM.finditer(text):
        if match.group(1).lower() not in STOP:
            yield match.group(1)


def spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms with the words they stand for, where a text gives both: ("EHCP", "Education Health Care Plan")."""
    for match in _SPELT_OUT.finditer(text):
        words, short = match.group(1).strip(), match.group(2)
        initials = [found.start() for found in _INITIAL.finditer(words)]
        if "".join(words[at] for at in initials).endswith(short):
            yield short, words[initials[-len(short)] :]


def initials_of(name: str) -> str:
    """The capitals that a name's words begin with: "Educational Health and Care Plans" gives "EHCP"."""
    return "".join(_INITIAL.findall(name))


def parts_of(name: str) -> list[str]:
    """A name, and what it ends with, by which it may be called later: "Children’s Improvement Plan"."""
    words = name.split()
    return [name, " ".join(words[-2:])] if len(words) > 2 and words[-2][:1].isupper() else [name]


def is_body(name: str) -> bool:
    """Whether a name is that of a board, a committee or the like."""
    return name.endswith(_BODIES)
