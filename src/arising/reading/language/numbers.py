"""Numbers as minutes write them: "ten", "twenty-one", "8,501", "£2.153m"."""

from __future__ import annotations

from arising.reading.language.patterns import one_of

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

WORD_VALUES: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
WORD_VALUES |= {word: 20 + 10 * at for at, word in enumerate(_TENS)}

_SIMPLE = one_of(word for word in WORD_VALUES if word != "zero")
_PAIR = rf"{_SIMPLE}(?:[- ](?:{'|'.join(_UNITS[1:10])})(?![\w-]))?"
_SCALE = r"(?:hundred|thousand|million|billion)"
NUMBER_WORD = rf"(?:{_PAIR}(?:[- ]{_SCALE}\b(?: and {_PAIR})?)*|an? {_SCALE})"
"""A cardinal in words, as the source of a regular expression (to be used without regard to case)."""

MULTIPLIERS = {
    "k": 1_000.0,
    "m": 1_000_000.0,
    "mn": 1_000_000.0,
    "million": 1_000_000.0,
    "bn": 1_000_000_000.0,
    "billion": 1_000_000_000.0,
    "thousand": 1_000.0,
    "hundred": 100.0,
}
"""What the word or letter after a number multiplies it by."""


def value_of(words: str) -> float | None:
    """The value of digits ("8,501", "1.64") or of a cardinal in words; None where it is no number."""
    plain = words.strip().lower().replace(",", "")
    try:
        return float(plain)
    except ValueError:
        pass
    total = current = 0
    for word in plain.replace("-", " ").split():
        if word in ("and", "a", "an"):
            continue
        if word in WORD_VALUES:
            current += WORD_VALUES[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        else:
            return None
    return float(total + current)
