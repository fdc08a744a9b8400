"""When two spellings are one name."""

from __future__ import annotations

import re
import unicodedata

from django.utils.text import slugify

_STYLES = re.compile(
    r"^(?:(?:the\s+)?(?:councillors?|cllrs?|alderman|mayor|lord|lady|baroness|sir|dame|mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|canon)\b\.?\s*)+",
    re.IGNORECASE,
)
_HONOURS = re.compile(r"(?:,?\s+(?:obe|mbe|cbe|jp|qc|kc|mp|dl)\b\.?)+$", re.IGNORECASE)


def key(name: str) -> str:
    """``name`` with case, accents, punctuation, "and" for "&" and a leading "the" made alike."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().replace("&", " and ")
    words = re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", plain)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)[:200]


def person_key(name: str) -> str:
    """``key`` of a person's name without style ("Councillor", "Dr") and honours ("MBE")."""
    return key(bare(name)) or key(name)


def bare(name: str) -> str:
    """A person's name without style and honours, in its own letters."""
    return _HONOURS.sub("", _STYLES.sub("", name.strip())).strip() or name.strip()


def slug(name: str, otherwise: str) -> str:
    """An address made of ``name``, at most 80 characters, or ``otherwise`` where nothing of it remains."""
    return slugify(name)[:80].strip("-") or otherwise
