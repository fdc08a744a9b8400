"""Which indicator a figure is of, where its words allow it to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from arising.measures import areas
from arising.measures.areas import ENGLAND, Area
from arising.measures.cards import Card, Unit, Variant
from arising.measures.claims.stated import clause_of, counted_in, only_compares_with_national
from arising.measures.claims.told import Told
from arising.measures.claims.words import Word, names, stems_of, stop, telling, words_of
from arising.measures.periods import Period

AT_LEAST_HALF = 0.5
"""At least this share of a card's words stands in the clause of the number itself."""
_SPARE = 1
"""So many words of the clause that neither the card nor the common words know leave a percentage still likely."""
_TURNED = re.compile(
    r"\bnot\b(?! only\b| in (?:education|employment)\b)|\boutside\b|\bfail\w* to\b|\blate\b|n['’]t\b"
    r"|\b(?:longer|later|more) than (?:the )?(?:statutory )?\d+ (?:working )?(?:week|day|month)"
    r"|\b(?:over|beyond|after|exceed\w*) (?:the )?(?:statutory )?\d+ (?:working )?(?:week|day|month)"
)
_NAME = r"[A-Z][\w’'-]+(?:(?: (?:and|of|upon|on|in|the))* [A-Z][\w’'-]+)*"
_PLACE = re.compile(
    rf"\b(?i:in|for|by|across) (?P<after>{_NAME})"
    rf"|\b(?P<before>{_NAME})(?:['’]s)?,? (?:had|has|was|reported|achieved|stood)\b"
)
_REGION = frozenset(("the-region",))
_OPPOSITES = frozenset(("not-in-work-or-learning",))
"""Names of what an indicator leaves out: whoever is not known to be in work or learning is not in either."""
_CLOCK = frozenset(("week", "day", "month", "year"))
_IN_TIME = re.compile(r"\bwithin\b|\bin time\b|\bon time\b|\btimel", re.IGNORECASE)
COUNTED = frozenset(("children", "count", "cases", "score"))
"""Units of cards that are told by a number alone."""


@dataclass(frozen=True)
class Match:
    """The indicator that a figure is of.

    ``variants`` are the keys of the definitions that its words allow. ``area`` is None where the council's is not
    known. ``turned`` says that the figure counts the others: those not done in time. ``period`` is set by a person
    alone; the words tell it otherwise. ``reasons`` are sentences.
    """

    card: Card
    variants: tuple[str, ...]
    area: Area | None
    reasons: tuple[str, ...] = ()
    likely: bool = True
    turned: bool = False
    period: Period | None = None


@dataclass(frozen=True)
class Unmatched:
    """Why no indicator was matched; ``between`` are cards that are as likely."""

    why: str
    between: tuple[Card, ...] = ()


@dataclass(frozen=True)
class _Heard:
    """The words of a figure: those of its clause, those around it and those it stands under."""

    clause: tuple[Word, ...]
    near: frozenset[str]
    area: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.clause)


@dataclass(frozen=True)
class _Found:
    card: Card
    phrase: str
    wanted: frozenset[str]
    in_clause: frozenset[str]
    beside: frozenset[str]
    spare: tuple[str, ...]

    @property
    def score(self) -> tuple[float, int]:
        return len(self.in_clause) + 0.5 * len(self.wanted - self.in_clause), -len(self.spare)


def may_be_of(words: str, card: Card) -> bool:
    """Whether ``words``, those around a number, name anything of a card at all: what they do not name is never matched
    to it. Costs far less than matching."""
    return not stems_of(words).isdisjoint(_anything(card.words))


@lru_cache(maxsize=512)
def _anything(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(stems_of, phrases)) - _CLOCK


def match(told: Told, cards: Mapping[str, Card]) -> Match | Unmatched:
    """The card, its variants and the area that a figure is of, with the reasons; or why none can be told."""
    heard = _heard(told)
    found, ruled_out = [], []
    for card in cards.values():
        one = _best(card, heard) if fitting_variants(told, card) else None
        if one is None or len(one.spare) > _SPARE + 1:
            continue
        why = _otherwise(one, heard)
        if why or len(one.spare) > (0 if unit_of(told) == "count" else _SPARE):
            ruled_out.append(why or f"{_quoted(one.spare)} may make it something else than {one.card.name}.")
        else:
            found.append(one)
    if not found:
        return Unmatched(ruled_out[0] if ruled_out else "No indicator is named by these words.")
    best, *others = sorted(found, key=lambda one: one.score, reverse=True)
    if rivals := [one for one in others if one.score[0] == best.score[0] and not one.wanted < best.wanted]:
        as_likely = (best.card, *(one.card for one in rivals))
        return Unmatched(f"The words fit {' and '.join(card.name for card in as_likely)} as well.", as_likely)
    return _matched(told, best, heard)


def fitting_variants(told: Told, card: Card) -> tuple[str, ...]:
    """The definitions of a card that a number in the unit told can be of, or be what they are worked out from.

    A count is of those that count; of those worked out from one only where no other is.
    """
    unit = unit_of(told)
    units = {variant.key: card.unit_of(variant.key) for variant in card.variants}
    if unit != "count":
        return tuple(key for key, each in units.items() if each == unit)
    if told.of and "percent" in units.values():
        return tuple(key for key, each in units.items() if each == "percent")
    counting = tuple(key for key, each in units.items() if each in COUNTED)
    return counting or tuple(v.key for v in card.variants if v.place is None or v.place.numerator)


def unit_of(told: Told) -> Unit | str:
    """The unit told in the words of cards; what is counted is a "count"."""
    unit = counted_in(told)
    return "percent" if unit == "%" else unit


def area_of(told: Told) -> tuple[Area | None, str]:
    """The area that a figure is of, and why."""
    if told.scope == "national" and not only_compares_with_national(told):
        return ENGLAND, "It was given as national, so it is held against England."
    clause = clause_of(told)
    if other := _named_in(clause, told.area):
        return other, f"It was given for {other.name}."
    if "the-region" in stems_of(clause) and told.area is not None and told.area.region:
        region = areas.known().get(told.area.region)
        return region, f"It was given for the region, {region.name}." if region else ""
    if told.area is None:
        return None, "The council is not known."
    return told.area, f"It was told of {told.area.name}."


def _named_in(clause: str, own: Area | None) -> Area | None:
    """Another authority that the clause names as the one its figure is of: "in Kent", "Kent had"."""
    for found in _PLACE.finditer(clause):
        area = areas.found(found["after"] or found["before"])
        if area and area != own and area.level == "authority":
            return area
    return None


def _heard(told: Told) -> _Heard:
    clause = words_of(clause_of(told))
    near = stems_of(f"{told.sentence} . {told.heading} . {told.quote}")
    area, _ = area_of(told)
    return _Heard(clause, near, stems_of(area.name) if area else frozenset())


def _best(card: Card, heard: _Heard) -> _Found | None:
    """The phrase of a card that fits best; None where none does."""
    fitting = []
    for phrase in (*card.words, card.name):
        wanted = stems_of(phrase)
        in_clause = wanted & heard.stems
        named = {word for word in in_clause - telling()["neutral"] if not word[0].isdigit()}
        if not wanted <= heard.near or len(in_clause) < AT_LEAST_HALF * len(wanted) or not (named or _clock(in_clause)):
            continue
        beside = (_subject(card) & heard.near & names()) - wanted
        spare = _spare(card, wanted, heard)
        if not wanted & names() and not beside and (spare or len(wanted - _plain()) == 1):
            continue
        fitting.append(_Found(card, phrase, wanted, in_clause, beside, spare))
    return max(fitting, key=lambda one: one.score, default=None)


def _clock(stems: frozenset[str]) -> bool:
    """Whether there is a time such as "20 weeks" among the words."""
    return bool(stems & _CLOCK) and any(word[0].isdigit() for word in stems)


def _subject(card: Card) -> frozenset[str]:
    """The words that say what a card is about."""
    return stems_of(" . ".join((*card.words, card.name, card.counts, card.over))) - _plain()


def _plain() -> frozenset[str]:
    return stop() | telling()["neutral"]


def _spare(card: Card, wanted: frozenset[str], heard: _Heard) -> tuple[str, ...]:
    """The words of the clause that neither the card nor the common words account for."""
    known = wanted | _subject(card) | _plain() | heard.area | _REGION
    known |= stems_of(" . ".join(each for variant in card.variants for each in (*variant.words, variant.name)))
    spare = {word.stem: word.said for word in heard.clause if word.stem not in known and len(word.stem) > 2}
    return tuple(said for stem, said in spare.items() if not stem[0].isdigit())


_AVERAGES = "average caseload caseloads mean"
"""Words of which one makes a number of cases an average."""


def _otherwise(one: _Found, heard: _Heard) -> str:
    """Why the clause measures something else than the card does; empty where it does not."""
    of_itself = stems_of(f"{one.card.name} . {one.card.counts}")
    known = (one.wanted | _subject(one.card)) - (_OPPOSITES - of_itself)
    if one.card.unit == "cases" and one.card.over and not heard.stems & stems_of(_AVERAGES):
        return f"It is not told as an average, which {one.card.name} is."
    for word in heard.clause:
        if word.stem == "similar-authorities":
            return "What similar authorities come to is not published as one figure."
        if word.stem not in known and (word.stem in telling()["other"] or word.stem in names() - _REGION):
            return f"“{word.said}” makes it something else than {one.card.name}."
    return ""


def _matched(told: Told, one: _Found, heard: _Heard) -> Match:
    said = [word.said for word in _each_once(heard.clause, one.in_clause - (telling()["neutral"] - _CLOCK))]
    reasons = [f"{_quoted(said)} in the words of the figure {'names' if len(said) == 1 else 'name'} {one.card.name}."]
    if around := (one.wanted - one.in_clause) or (one.beside if len(said) == 1 else frozenset()):
        words = [w.said for w in _each_once(words_of(f"{told.sentence} . {told.heading}"), around)]
        reasons.append(f"{_quoted(words)} {'stands' if len(words) == 1 else 'stand'} around it.")
    if one.spare:
        reasons.append(f"{_quoted(one.spare)} may make it something else.")
    variants, why = _variants(one.card, told)
    area, where = area_of(told)
    turned = _is_turned(told, one)
    if turned:
        reasons.append("It counts the others: those that were not.")
    reasons += [each for each in (why, where) if each]
    return Match(one.card, variants, area, tuple(reasons), likely=not one.spare, turned=turned)


def _variants(card: Card, told: Told) -> tuple[tuple[str, ...], str]:
    """The definitions that the words allow: those they name, or else all; of what counts, the first."""
    keys = fitting_variants(told, card)
    named, most = {}, 0
    # what the words of the figure itself name counts before what stands around it
    for words in (told.quote, f"{told.quote} . {told.sentence}"):
        if not most:
            named = {key: _most_said(card.variant(key), stems_of(words)) for key in keys}
            most = max(named.values(), default=0)
    if most:
        said = tuple(key for key, words in named.items() if words == most)
        names_ = " and ".join(card.variant(key).name for key in said)
        return said, "" if len(keys) == 1 else f"The words say {names_}."
    if unit_of(told) == "count" and not told.of:
        return keys[:1], ""
    return keys, "" if len(keys) == 1 else "The words do not say by which definition."


def _most_said(variant: Variant, heard: frozenset[str]) -> int:
    """How many words the longest of a variant's phrases has that is said."""
    return max((len(words) for each in variant.words if (words := stems_of(each)) and words <= heard), default=0)


def _is_turned(told: Told, one: _Found) -> bool:
    return (
        told.unit == "%"
        and _TURNED.search(clause_of(told).casefold()) is not None
        and not _TURNED.search(one.phrase.casefold())
        and _IN_TIME.search(f"{one.card.name} {one.phrase}") is not None
    )


def _each_once(words: Iterable[Word], stems: frozenset[str]) -> list[Word]:
    return list({word.stem: word for word in words if word.stem in stems}.values())


def _quoted(words: Iterable[str]) -> str:
    shown = [f"“{word}”" for word in words]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
