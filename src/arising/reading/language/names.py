"""The names of people as minutes write them: honorifics, initials, surnames, honours, posts in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from arising.reading.language.vocabulary import ANSWERING_POSTS, HONORIFICS, HONOURS, MEMBER_POSTS

_TITLES = "|".join(sorted((re.escape(h) for h in HONORIFICS), key=len, reverse=True))
_PARTICLE = r"(?:(?:van|de|der|du|von|da|di|la|le|O|Ó|Mc|Mac|Ní|Nic)\s)?"
SURNAME = rf"{_PARTICLE}[A-ZÀ-Ý][\w’'‑-]*[a-zà-ÿ][\w’'‑-]*(?:-[A-Z][\w’'-]+)?"
_INITIALS = r"(?:[A-Z]\.?\s?){1,4}(?![a-z])"
HONORIFIC = rf"(?:{_TITLES})(?![a-z])\.?"
TITLED_NAME = rf"(?:{HONORIFIC}\s?)(?:{_INITIALS}\s?)?{SURNAME}(?:\s{SURNAME}){{0,2}}(?:\s\([A-Z]\))?"
"""A name with its honorific: "Cllr. J. Leddin", "Councillor Josie Iles", "Mr R W Gough", "Cllr. Sheahan (M)"."""

_POST_WORDS = frozenset(word.lower() for post in (*ANSWERING_POSTS, *MEMBER_POSTS) for word in post.split())
_POST = re.compile(
    rf"\b(?:{'|'.join(re.escape(p) for p in (*ANSWERING_POSTS, *MEMBER_POSTS))}|Governor|Representative|Observer|DoS|Co-opted"
    r"|Substitute|Co-optee|Clerical|Partner|Analyst|Specialist|Practitioner|Nurse|Teacher|Senior|Executive|Planning|Development|Services?|Support|Arts)\b"
)
_HONOUR = re.compile(rf"(?:{'|'.join(HONOURS)})(?:\s(?:{'|'.join(HONOURS)}))*\.?$")
_BARE_NAME = re.compile(
    rf"(?:{HONORIFIC}\s?)?(?:{_INITIALS}\s?)?{SURNAME}(?:\s{SURNAME}){{0,3}}(?:,?\s(?:{'|'.join(HONOURS)}))?(?:\s\([A-Z]\))?$"
)
_NEW_NAME = re.compile(rf"(?<=[a-z)]{{2}})\.\s(?={HONORIFIC}\s)")
_PREFIX = re.compile(rf"(?:{_TITLES})s?\.?:?\s+")


_SAME_POST = re.compile(r",\s|\sand\s|,\sand\s")
_HONOURED = re.compile(HONORIFIC)
LONGEST_NAME = 80
"""No name of a person is longer, in characters."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person named at ``start``..``end`` of the text, with the post or note that stood beside the name."""

    start: int
    end: int
    name: str
    role: str | None = None
    note: str | None = None


def surname(name: str) -> str:
    """The surname of a name as written, without honours: what later mentions are told by."""
    words = [w.strip(".,()") for w in re.sub(r"\([^)]*\)", "", name).split()]
    words = [w for w in words if w and w not in HONOURS and w not in HONORIFICS]
    return words[-1] if words else name


def is_name(words: str) -> bool:
    """Whether words are nothing but the name of a person."""
    return (
        len(words) <= LONGEST_NAME
        and bool(_BARE_NAME.match(words.strip()))
        and not is_post(words)
        and words.strip() not in HONORIFICS
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.sub(r"['’-]", "", name).split() if word not in HONORIFICS).upper()


def is_post(words: str) -> bool:
    """Whether words name a post and not a person."""
    return bool(_POST.search(words)) or words.split()[-1].strip(".,").lower() in _POST_WORDS if words.strip() else False


_TITLED = re.compile(TITLED_NAME)
_GIVEN = re.compile(rf"\b[A-Z][a-z]+ {SURNAME}$")


def names_before(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The people named in ``text[start:end]``, and where the first of them stands.

    Where nobody has an honorific, the two words before ``end`` are taken for a name if they can be one.
    """
    titled = list(_TITLED.finditer(text, start, end))
    if titled:
        shared = re.match(r"Councillors|Cllrs\.?", titled[0].group())
        if shared:
            return titled[0].start(), [name.name for name in split_names(text, titled[0].start(), end)]
        return titled[0].start(), [match.group() for match in titled]
    given = _GIVEN.search(text[start:end].rstrip())
    return (start + given.start(), [given.group()]) if given else (start, [])


def split_names(text: str, start: int, end: int) -> list[Name]:
    """The people in a list of names: parted by commas, semicolons and "and", each with what stands in brackets."""
    pieces = _pieces(text, start, end)
    names: list[Name] = []
    for low, high in pieces:
        words = text[low:high]
        if names and _HONOUR.match(words) and "\t" not in text[names[-1].end : low]:
            last = names[-1]
            names[-1] = Name(last.start, high, text[last.start : high], last.role, last.note)
            continue
        if names and words.upper() == _initials(names[-1].name)[: len(words)] and len(words) > 1:
            names[-1] = replace(names[-1], note=words)
            continue
        bracket = re.search(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?$", words)
        role = note = None
        core = words
        if bracket and len(bracket.group(1)) > 1:
            core = words[: bracket.start()]
            if is_post(bracket.group(1)):
                role = bracket.group(1)
            else:
                note = bracket.group(1)
        if names and _goes_on_post(text, names, low, core):
            last = names[-1]
            post_start = text.index(last.role or "", last.start)
            names[-1] = replace(last, end=high, role=text[post_start:high])
            continue
        if is_name(core):
            keeps_note = note is not None and len(note) <= 4 and note.upper()[:2] != _initials(core)[:2]
            names.append(Name(low, high, words if keeps_note else core, role, note))
        elif names and is_post(core) and names[-1].role is None:
            last = names[-1]
            names[-1] = Name(last.start, high, last.name, core if not bracket else words, last.note)
        else:
            post = re.match(rf"(.*?{SURNAME})\s+((?:[A-Z]/)?[A-Z]\w+\b.*)$", core)
            if post and is_name(post.group(1)) and is_post(post.group(2)):
                names.append(Name(low, high, post.group(1), post.group(2), note))
    return _with_shared_honorific(text, start, names)


def _goes_on_post(text: str, names: list[Name], low: int, words: str) -> bool:
    """Whether a piece goes on with the post before it: "Ms A Hythe, Assistant Director, Help and Protection"."""
    last = names[-1]
    between = text[last.end : low]
    if last.role is None or text[last.end - 1] == ")" or not _SAME_POST.fullmatch(between):
        return False
    return bool(_HONOURED.match(names[0].name)) and not _HONOURED.match(words) and not words[:1].islower()


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas, semicolons, tabs, line ends and "and" that stand outside brackets."""
    cuts: list[tuple[int, int]] = []
    depth, low = 0, start
    at = start
    while at < end:
        char = text[at]
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        step = 1
        cut = depth == 0 and (char in ",;\t\n" or (char == "." and _NEW_NAME.match(text, at) is not None))
        if depth == 0 and text.startswith(" and ", at):
            cut, step = True, 5
        if cut:
            cuts.append((low, at))
            low = at + step
        at += step
    cuts.append((low, end))
    out = []
    for left, right in cuts:
        while left < right and text[left] in " .:-–\n\t":
            left += 1
        while right > left and text[right - 1] in " .:-–\n\t":
            right -= 1
        prefix = _PREFIX.match(text, left, right)
        if prefix and prefix.group().rstrip(" :").rstrip(".").endswith("s") and ":" in prefix.group():
            left = prefix.end()
        if left < right:
            out.append((left, right))
    return out


def _with_shared_honorific(text: str, start: int, names: list[Name]) -> list[Name]:
    """ "Cllrs. Novak, Butler and Daly": the honorific that was written once is everyone's."""
    out: list[Name] = []
    shared: str | None = None
    for name in names:
        plural = re.match(r"(Councillors|Cllrs\.?|County Councillors)[:\s]\s*", name.name)
        lead = re.match(r".*?(Councillors|Cllrs\.?):\s*$", text[start : name.start], re.DOTALL)
        own = re.match(rf"{HONORIFIC}", name.name)
        if plural or (lead and shared is None):
            word = (plural or lead).group(1)  # type: ignore[union-attr]
            shared = {"Councillors": "Councillor", "Cllrs.": "Cllr.", "Cllrs": "Cllr"}.get(word, "Councillor")
            bare = name.name[plural.end() :] if plural else name.name
            out.append(
                Name(name.start + (plural.end() if plural else 0), name.end, f"{shared} {bare}", name.role, name.note)
            )
        elif own:
            shared = None
            out.append(name)
        elif shared:
            out.append(Name(name.start, name.end, f"{shared} {name.name}", name.role, name.note))
        else:
            out.append(name)
    return out
