"""The words of a text that say what it is about: stems, without the words that every page of minutes has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from arising.reading.language.vocabulary import (
    ANSWERING_POSTS,
    BODY_WORDS,
    DAYS,
    MEMBERS,
    MONTHS,
    OFFICERS,
    SPOKE,
)

_COMMON = (
    "a about above across after again against all also although always am among an and any are around as at"
    " available be because become been before being below between both but by came can come could currently did"
    " different do does doing done down due during each either else enough etc even ever every few first following"
    " for from full further future gave general get given go going good got had has have having he held help her"
    " here hers high him his how however i if important in including increase increased indeed into is issue"
    " issues it its itself just keep key know known last later less like likely long look looking lot made main"
    " make making many may me meant might more most much must my need needed needs never new next no nor not now"
    " number of off often on once one only onto or other others our out over own part particular per place"
    " possible potential previous put quite rather recent recently regarding relation required result right s same"
    " second see seen several shall she should since small so some something soon still such taken taking than"
    " that the their them then there therefore these they thing things third this those though three through"
    " throughout time times to together too toward towards two under until up upon us use used using various very"
    " view want was way ways we well were what when where whether which while who whole whom whose why will with"
    " within without work worked working would year years yet you your"
)
_MINUTED = (
    "agenda answer answers apologies chair chairman comment comments concern concerns copy decision detail"
    " details discussion forward item items link matter matters meeting meetings minute minutes note point points"
    " present question questions query queries received recommendation recommendations relate request requests"
    " resolved response respond responding attend attendance attended consider consideration current set area"
    " areas cllr cllrs mr mrs ms local authority authorities county borough district town parish highlighted asked"
    " ensure ensured ensuring provide provided providing level levels continue continued continues improve"
    " improved improving improvement improvements service services support supported supporting process team teams"
    " progress department council councils"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]|\d[\d,.]*\d|\d")
_POSSESSIVE = re.compile(r"[’']s?$")


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # it loads thirty languages, so only where words are compared
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def _spread(*lists: object) -> set[str]:
    return {word.lower() for words in lists for phrase in words for word in str(phrase).split()}  # type: ignore[attr-defined]


STOP = (
    frozenset(_COMMON.split())
    | frozenset(_MINUTED.split())
    | frozenset(
        _spread(ANSWERING_POSTS, BODY_WORDS, DAYS, MEMBERS, MONTHS, OFFICERS, SPOKE) - {"independent", "development"}
    )
)
"""Words that tell nothing of what is spoken about."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in lower case: "recruitment" and "recruited" are both "recruit"."""
    return str(_stemmer().stemWord(_POSSESSIVE.sub("", word)))


def stems(text: str) -> list[str]:
    """The stems of the words of ``text`` that say something, in order. Numbers are left out."""
    return [stem for stem, _, _ in placed_stems(text)]


def placed_stems(text: str) -> list[tuple[str, int, int]]:
    """The stems of ``stems``, each with where its word begins and ends."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word not in STOP and len(word) > 1 and not word[0].isdigit():
            found.append((stem(word), match.start(), match.end()))
    return found


def word_with(text: str, wanted: str) -> str | None:
    """The first word of ``text`` with this stem, as written."""
    return next((word.group() for word in _WORD.finditer(text) if stem(word.group().lower()) == wanted), None)
