"""Ceilings worked out again: "a possible 63" is 0.1% of an authority's children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from math import floor

from arising.measures.areas import Area
from arising.measures.cards import Card, Variant
from arising.measures.cards import cards as shipped
from arising.measures.claims.matching import area_of
from arising.measures.claims.rounding import Bounds
from arising.measures.claims.stated import clause_of
from arising.measures.claims.told import Told
from arising.measures.claims.verdicts import Candidate, Outcome, Verdict
from arising.measures.claims.words import stems_of, table, telling, words_of
from arising.measures.observations import Observation, Published

_YEARS = 3
"""The children counted are those of one of so many years before: population estimates come late."""


@dataclass(frozen=True)
class Share:
    """A percentage of the children, and from when until when it holds."""

    percent: float
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether it is the one that held on a day; on one that is not known it may be."""
        return day is None or ((self.since is None or day >= self.since) and (self.until is None or day < self.until))


@dataclass(frozen=True)
class Scheme:
    """A most that is a share of an authority's children; ``children`` is the column that counts them."""

    name: str
    words: frozenset[str]
    children: str
    shares: tuple[Share, ...]
    source: str


@dataclass(frozen=True)
class _Sum:
    observation: Observation
    share: Share
    children: Bounds

    @property
    def most(self) -> Bounds:
        return Bounds(self.children.low * self.share.percent / 100, self.children.high * self.share.percent / 100)

    def gives(self, number: float) -> bool:
        """Whether the share is that number of whole children, cut off or rounded."""
        low, high = self.most.low, self.most.high
        return floor(low) <= number <= floor(high) or round(low) <= number <= round(high)

    @property
    def words(self) -> str:
        low, high = self.children.low, self.children.high
        children = f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
        most = f"{self.most.low:.1f}" if low == high else f"{self.most.low:.1f} to {self.most.high:.1f}"
        return f"{self.share.percent:g}% of {children} children ({self.observation.period}) is {most}"


def ceiling(
    told: Told, published: Published, cards: Mapping[str, Card] | None = None, *, of: bool = True
) -> Verdict | None:
    """The verdict on a ceiling that minutes tell, worked out again; None where none is told.

    Args:
        told: the figure with its words.
        published: the observations that the children are counted in.
        cards: the indicators that these are of.
        of: whether the ceiling is what the figure is out of, and not the figure itself.
    """
    number = told.of if of else told.value
    scheme = _scheme(told)
    if scheme is None or number is None or not (of or _is_ceiling(told)):
        return None
    area, _ = area_of(told)
    if area is None:
        return _cannot(told, number, scheme, "The council is not known.")
    sums = list(_sums(scheme, area, told, published, shipped() if cards is None else cards))
    if not sums:
        return _cannot(told, number, scheme, f"How many children {area.name} has is not among the published figures.")
    giving = [one for one in sums if one.gives(number)]
    near = giving or sorted(sums, key=lambda one: abs(one.most.by(number)))[:1]
    best = near[-1]
    nearest = tuple(
        Candidate(_counting(one, scheme), one.most.low, number - one.most.low, bool(giving)) for one in near
    )
    if giving:
        sentence = f"{number:,.0f} reconciles with {scheme.name} for {area.name}."
    else:
        sentence = f"{number:,.0f} differs from {scheme.name} for {area.name}."
    outcome: Outcome = "matches" if giving else "differs"
    notes = (f"{scheme.source}.",)
    return Verdict(
        outcome, told, number, sentence, nearest=nearest, notes=notes, working=f"{best.words}.",
        ceiling=f"{scheme.name[0].upper()}{scheme.name[1:]}, {area.name}",
    )  # fmt: skip


def _scheme(told: Told) -> Scheme | None:
    heard = stems_of(told.quote) | stems_of(told.sentence) | stems_of(told.heading)
    return next((scheme for scheme in schemes() if scheme.words & heard), None)


def _is_ceiling(told: Told) -> bool:
    stems = frozenset(word.stem for word in words_of(clause_of(told)))
    return told.of is None and bool(stems & telling()["ceiling"])


def _cannot(told: Told, number: float, scheme: Scheme, why: str) -> Verdict:
    settle = "The number of the council's children would settle it."
    sentence = f"It cannot be told whether {number:,.0f} reconciles with {scheme.name}. {why}"
    return Verdict("cannot tell", told, number, sentence, settle=settle, ceiling=scheme.name)


def _sums(scheme: Scheme, area: Area, told: Told, published: Published, cards: Mapping[str, Card]) -> Iterator[_Sum]:
    """The shares of the children of each year that may be meant, the earliest first."""
    for card, variant in _counted_in(scheme, cards):
        series = [one for one in published.series(card.key, variant.key, area.code) if _may_be(one, told.told_on)]
        found = [
            _Sum(one, share, children)
            for one in series
            if (children := _children(one)) is not None
            for share in scheme.shares
            if share.holds(told.told_on)
        ]
        if found:
            yield from found
            return


def _counted_in(scheme: Scheme, cards: Mapping[str, Card]) -> Iterator[tuple[Card, Variant]]:
    for card in cards.values():
        for variant in card.variants:
            if variant.place and variant.place.denominator == scheme.children:
                yield card, variant


def _children(one: Observation) -> Bounds | None:
    """How many children there are: as published, or from a count and its rate per 10,000."""
    if isinstance(one.denominator, float):
        return Bounds(one.denominator, one.denominator)
    if isinstance(one.numerator, float) and one.number:
        return Bounds(1e4 * one.numerator / (one.number + 0.5), 1e4 * one.numerator / (one.number - 0.5))
    return None


def _may_be(one: Observation, told_on: date | None) -> bool:
    return told_on is None or told_on - timedelta(days=366 * _YEARS) <= one.period.end <= told_on


def _counting(one: _Sum, scheme: Scheme) -> Observation:
    """The observation with the column of the children as its origin."""
    if not isinstance(one.observation.denominator, float):
        return one.observation
    return replace(one.observation, origin=replace(one.observation.origin, column=scheme.children))


@cache
def schemes() -> tuple[Scheme, ...]:
    """The ceilings of ``data/ceilings.toml``."""
    return tuple(
        Scheme(
            told["name"],
            stems_of(" . ".join(told["words"])) | frozenset(told["words"]),
            told["children"],
            tuple(Share(**share) for share in told["shares"]),
            told["source"],
        )
        for told in table("ceilings").values()
    )
