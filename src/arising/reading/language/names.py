"""The names of people as minutes write them: honorifics, initials, surnames, honours, posts in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from arising.reading.language.patterns import one_of
from arising.reading.language.vocabulary import ANSWERING_POSTS, HONORIFICS, HONOURS, MEMBER_POSTS, POST_WORDS

_TITLES = "|".join(sorted((re.escape(h) for h in HONORIFICS), key=len, reverse=True))
_PARTICLE = r"(?:(?:van|de|der|du|von|da|di|la|le|O|Ó|Mc|Mac|Ní|Nic)\s)?"
SURNAME = rf"{_PARTICLE}[A-ZÀ-Ý][\w’'‑-]*[a-zà-ÿ][\w’'‑-]*(?:-[A-Z][\w’'-]+)?"
_INITIALS = r"(?:[A-Z]\.?\s?){1,4}(?![a-z])"
HONORIFIC = rf"(?:{_TITLES})(?![a-z])\.?"
TITLED_NAME = rf"(?:{HONORIFIC}\s?)(?:{_INITIALS}\s?)?{SURNAME}(?:\s{SURNAME}){{0,2}}(?:\s\([A-Z]\))?"
"""A name with its honorific: "Cllr. J. Leddin", "Councillor Josie Iles", "Mr R W Gough", "Cllr. Sheahan (M)"."""

_POSTS = (*ANSWERING_POSTS, *MEMBER_POSTS)
_LAST_WORDS = frozenset(word.lower() for post in _POSTS for word in post.split())
_POST = re.compile(rf"\b{one_of((*_POSTS, *POST_WORDS))}\b")
_TITLED = re.compile(TITLED_NAME)
_GIVEN = re.compile(rf"\b[A-Z][a-z]+ {SURNAME}$")
_HONOURS = rf"(?:{'|'.join(sorted(HONOURS))})"
_HONOUR = re.compile(rf"{_HONOURS}(?:\s{_HONOURS})*\.?$")
_BARE_NAME = re.compile(
    rf"(?:{HONORIFIC}\s?)?(?:{_INITIALS}\s?)?{SURNAME}(?:\s{SURNAME}){{0,3}}(?:,?\s{_HONOURS})?(?:\s\([A-Z]\))?$"
)
_NAME_AND_POST = re.compile(rf"(.*?{SURNAME})\s+((?:[A-Z]/)?[A-Z]\w+\b.*)$")
_NEW_NAME = re.compile(rf"(?<=[a-z)]{{2}})\.\s(?={HONORIFIC}\s)")
_PREFIX = re.compile(rf"(?:{_TITLES})s?\.?:?\s+")
_SAME_POST = re.compile(r",\s|\sand\s|,\sand\s")
_HONOURED = re.compile(HONORIFIC)
_SHARED = re.compile(r"Councillors|Cllrs\.?")
_SHARED_LEAD = re.compile(r"(Councillors|Cllrs\.?|County Councillors)[:\s]\s*")
_SHARED_BEFORE = re.compile(r".*?(Councillors|Cllrs\.?):\s*$", re.DOTALL)
_SINGULAR = {"Councillors": "Councillor", "Cllrs.": "Cllr.", "Cllrs": "Cllr"}
_BRACKETED = re.compile(r"\([^)]*\)")
_BRACKET_AT_END = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?$")
_JOINED = re.compile(r"['’-]")
_CUT = re.compile(r"[(),;\t\n.]| a")
_AND = " and "
_AROUND = " .:-–\n\t"

_NEAR = 40
LONGEST_NAME = 80
"""No name of a person is longer, in characters."""


class Name(msgspec.Struct, frozen=True, gc=False):
    """A person named at ``start``..``end`` of the text, with the post or note that stood beside the name."""

    start: int
    end: int
    name: str
    role: str | None = None
    note: str | None = None


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The surname of a name as written, without honours: what later mentions are told by."""
    for word in reversed(_BRACKETED.sub("", name).split()):
        plain = word.strip(".,()")
        if plain and plain not in HONOURS and plain not in HONORIFICS:
            return plain
    return name


def is_name(words: str) -> bool:
    """Whether words are nothing but the name of a person."""
    return (
        len(words) <= LONGEST_NAME
        and bool(_BARE_NAME.match(words.strip()))
        and not is_post(words)
        and words.strip() not in HONORIFICS
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in _JOINED.sub("", name).split() if word not in HONORIFICS).upper()


def is_post(words: str) -> bool:
    """Whether words name a post and not a person."""
    if not words.strip():
        return False
    return _POST.search(words) is not None or words.split()[-1].strip(".,").lower() in _LAST_WORDS


def names_before(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The people named in ``text[start:end]``, and where the first of them stands.

    Where nobody has an honorific, the two words before ``end`` are taken for a name if they can be one.
    """
    titled = list(_TITLED.finditer(text, start, end))
    if titled:
        if _SHARED.match(titled[0].group()):
            return titled[0].start(), [name.name for name in split_names(text, titled[0].start(), end)]
        return titled[0].start(), [match.group() for match in titled]
    given = _GIVEN.search(text[start:end].rstrip())
    return (start + given.start(), [given.group()]) if given else (start, [])


def split_names(text: str, start: int, end: int) -> list[Name]:
    """The people in a list of names: parted by commas, semicolons and "and", each with what stands in brackets."""
    names: list[Name] = []
    for low, high in _pieces(text, start, end):
        if not (names and _adds_to_last(text, names, low, high)):
            name = _named(text, low, high)
            if name is not None:
                names.append(name)
    return _with_shared_honorific(text, start, names)


def _adds_to_last(text: str, names: list[Name], low: int, high: int) -> bool:
    """Give the last name what a piece says of it: an honour, initials, the rest of a post, or a post."""
    last, words = names[-1], text[low:high]
    if _HONOUR.match(words) and "\t" not in text[last.end : low]:
        names[-1] = replace(last, end=high, name=text[last.start : high])
        return True
    if len(words) > 1 and words.upper() == _initials(last.name)[: len(words)]:
        names[-1] = replace(last, note=words)
        return True
    core = _without_bracket(words)[0]
    if _goes_on_post(text, names, low, core):
        post_start = text.index(last.role or "", last.start)
        names[-1] = replace(last, end=high, role=text[post_start:high])
        return True
    if last.role is None and is_post(core):
        names[-1] = replace(last, end=high, role=words)
        return True
    return False


def _named(text: str, low: int, high: int) -> Name | None:
    """The person whom a piece of a list names."""
    words = text[low:high]
    core, role, note = _without_bracket(words)
    if is_name(core):
        keeps_note = note is not None and len(note) <= 4 and note.upper()[:2] != _initials(core)[:2]
        return Name(low, high, words if keeps_note else core, role, note)
    post = _NAME_AND_POST.match(core)
    if post and is_name(post.group(1)) and is_post(post.group(2)):
        return Name(low, high, post.group(1), post.group(2), note)
    return None


def _without_bracket(words: str) -> tuple[str, str | None, str | None]:
    """A piece of a list without the brackets at its end, and the post or the note that stood in them."""
    bracket = _BRACKET_AT_END.search(words)
    if bracket is None or len(bracket.group(1)) <= 1:
        return words, None, None
    core, inside = words[: bracket.start()], bracket.group(1)
    return (core, inside, None) if is_post(inside) else (core, None, inside)


def _goes_on_post(text: str, names: list[Name], low: int, words: str) -> bool:
    """Whether a piece goes on with the post before it: "Ms A Hythe, Assistant Director, Help and Protection"."""
    last = names[-1]
    between = text[last.end : low]
    if last.role is None or text[last.end - 1] == ")" or not _SAME_POST.fullmatch(between):
        return False
    return bool(_HONOURED.match(names[0].name)) and not _HONOURED.match(words) and not words[:1].islower()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at commas, semicolons, tabs, line ends and "and" that stand outside brackets."""
    for low, high in _cuts(text, start, end):
        while low < high and text[low] in _AROUND:
            low += 1
        while high > low and text[high - 1] in _AROUND:
            high -= 1
        prefix = _PREFIX.match(text, low, high)
        if prefix and ":" in prefix.group() and prefix.group().rstrip(" :").rstrip(".").endswith("s"):
            low = prefix.end()
        if low < high:
            yield low, high


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, low = 0, start
    for match in _CUT.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and at >= low:
            if mark in ",;\t\n" or (mark == "." and _NEW_NAME.match(text, at)):
                yield low, at
                low = at + 1
            elif mark == " a" and text.startswith(_AND, at):
                yield low, at
                low = at + len(_AND)
    yield low, end


def _with_shared_honorific(text: str, start: int, names: list[Name]) -> list[Name]:
    """ "Cllrs. Novak, Butler and Daly": the honorific that was written once is everyone's."""
    out: list[Name] = []
    shared: str | None = None
    for name in names:
        plural = _SHARED_LEAD.match(name.name)
        lead = plural or (
            _SHARED_BEFORE.match(text[max(start, name.start - _NEAR) : name.start]) if shared is None else None
        )
        if lead:
            shared = _SINGULAR.get(lead.group(1), "Councillor")
            skip = plural.end() if plural else 0
            out.append(replace(name, start=name.start + skip, name=f"{shared} {name.name[skip:]}"))
        elif _HONOURED.match(name.name):
            shared = None
            out.append(name)
        else:
            out.append(replace(name, name=f"{shared} {name.name}") if shared else name)
    return out
