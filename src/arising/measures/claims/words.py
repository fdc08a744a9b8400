"""Words as claims are matched by: stems, with all names of one thing under one name."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[a-z]+(?:['’](?!s\b)[a-z]+)?|\d+(?:\.\d+)?")
_POSSESSIVE = re.compile(r"['’]s\b")
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        2,
    )
}
_STOP = (
    "a an the of in on at to for by from as and or with were was is are be been being had have has that which who whom"
    " there these those their its it they he she his her our we you within than all per each any so out up into if when"
    " where while whilst also only just do does did will would could may been percent cent own per under between both"
    " such through no own not"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a name: the ``stem`` that it is known by, and as it was ``said``."""

    stem: str
    said: str


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a name of several words is one."""
    plain = _POSSESSIVE.sub("", text.casefold())
    found = [(stem(match.group()), *match.span()) for match in _WORD.finditer(plain)]
    kept = _POSSESSIVE.sub("", text) if len(text) == len(text.casefold()) else plain
    words, at = [], 0
    while at < len(found):
        length, name = _name_at([one[0] for one in found[at : at + _longest()]])
        words.append(Word(name or found[at][0], kept[found[at][1] : found[at + length - 1][2]]))
        at += length
    return tuple(words)


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text that say something."""
    return frozenset(word.stem for word in words_of(text)) - stop()


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of a word in small letters; a number in words becomes digits."""
    return _SPELT.get(word) or str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    # it loads thirty languages, so only where words are compared
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@cache
def stop() -> frozenset[str]:
    """Stems that say nothing."""
    return frozenset(map(stem, _STOP.split()))


@cache
def telling() -> Mapping[str, frozenset[str]]:
    """The lists of ``data/telling.toml``, as stems."""
    return {key: stems_of(words) for key, words in table("telling").items()}


def listed(key: str) -> tuple[str, ...]:
    """A list of ``data/telling.toml`` as it is written."""
    return tuple(table("telling")[key].split())


@cache
def names() -> frozenset[str]:
    """The names that need nothing beside them to say what they are."""
    return frozenset(table("terms")["names"])


@cache
def _terms() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The names of each thing as stems, by their first stem, the longest first."""
    by_first: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for name, ways in (table("terms")["names"] | table("terms")["words"]).items():
        for way in ways:
            stems = tuple(stem(match.group()) for match in _WORD.finditer(_POSSESSIVE.sub("", way.casefold())))
            by_first[stems[0]].add((stems, name))
    return {first: tuple(sorted(ways, key=lambda way: (-len(way[0]), way))) for first, ways in by_first.items()}


@cache
def _longest() -> int:
    return max(len(way) for ways in _terms().values() for way, _ in ways)


def _name_at(stems: list[str]) -> tuple[int, str | None]:
    """How many words the thing has that is named here, and its name; one word without a name where none is."""
    for way, name in _terms().get(stems[0], ()):
        if tuple(stems[: len(way)]) == way:
            return len(way), name
    return 1, None


@cache
def table(name: str) -> Mapping[str, Any]:
    """A file of the project's data."""
    return tomllib.loads((files("arising.measures") / "data" / f"{name}.toml").read_text("utf-8"))
