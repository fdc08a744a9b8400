"""What somebody typed, as words and phrases. Nothing they type is ever syntax to the database."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 300
"""How many characters of a search are read."""
MOST = 20
"""How many words and phrases are looked for."""

# the stop words of PostgreSQL's English dictionary, which it leaves out of its index
STOP = frozenset(
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
    it its itself they them their theirs themselves what which who whom this that these those am is are was were be been
    being have has had having do does did doing a an the and but if or because as until while of at by for with about
    against between into through during before after above below to from up down in out on off over under again further
    then once here there when where why how all any both each few more most other some such no nor not only own same so
    than too very s t can will just don should now""".split()
)

Phrase = tuple[str, ...]


def phrases(text: str) -> list[Phrase]:
    """The phrases that ``text`` asks for, each of one word or more; all of them must be found.

    Words in double quotes are a phrase, and so are the parts of a word with a hyphen or an apostrophe. Case,
    accents and punctuation do not count, nor do phrases of stop words alone.
    """
    found: list[Phrase] = []
    for quoted, word in re.findall(r'"([^"]*)"|([^\s"]+)', text[:LONGEST]):
        phrase = tuple(folded(quoted or word).split())
        if phrase and not STOP.issuperset(phrase) and phrase not in found:
            found.append(phrase)
    return found[:MOST]


def folded(text: str) -> str:
    """``text`` in lower case, without accents, with a space for whatever is neither letter nor digit."""
    letters = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in plain)
