"""What is doubtful about the figures of an area: out of date, missing, revised, contradicting, impossible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils import timezone

from arising.measures import words
from arising.measures.cards import Card, Variant
from arising.measures.charting import is_stale
from arising.measures.observations import Observation
from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import Indicator, Report, StatisticalArea
from arising.register.indicators.queries.pages import indicators as indicators_for
from arising.register.indicators.queries.series import FromCouncil, Sources, from_council, published_all, revisions

TOLERANCE = 0.05
"""Two systems that differ by no more than this share of the larger figure agree: they were asked on other days."""
LEAP = 4.0
"""A figure so many times the one before, or so small a part of it, is a change of order to be looked at."""


@dataclass(frozen=True)
class Doubtful:
    """Something to look at: which indicator it is about, in words, and where it stands."""

    indicator: Indicator | None
    variant: Variant | None
    says: str
    stands_in: str


@dataclass(frozen=True)
class Quality:
    """What is doubtful about the figures of an area, by what is wrong with it."""

    area: StatisticalArea
    stale: tuple[Doubtful, ...]
    missing: tuple[Doubtful, ...]
    revised: tuple[Doubtful, ...]
    contradicting: tuple[Doubtful, ...]
    impossible: tuple[Doubtful, ...]

    @property
    def parts(self) -> list[tuple[str, str, tuple[Doubtful, ...]]]:
        """Each part with its heading and what it means."""
        return [
            (
                "What cannot be right?",
                "A part above its whole, a percentage over 100, a leap in size.",
                self.impossible,
            ),
            (
                "What contradicts?",
                "Two systems that give one period otherwise, or the council and what was published.",
                self.contradicting,
            ),
            ("What is missing?", "Periods between others for which there is no figure.", self.missing),
            ("What is out of date?", "A later figure should be published by now.", self.stale),
            ("What was revised?", "A later release gave another figure. The later one counts.", self.revised),
        ]  # fmt: skip

    @property
    def words(self) -> str:
        """The answer in a sentence."""
        counts = [
            (len(self.impossible), "cannot be right"), (len(self.contradicting), "contradict others"),
            (len(self.missing), "are missing"), (len(self.stale), "are out of date"),
            (len(self.revised), "were revised"),
        ]  # fmt: skip
        told = [f"{count} {what}" for count, what in counts if count]
        return f"Of the figures, {', '.join(told)}." if told else "Nothing about the figures is doubtful."


def quality(user: Reader, area: StatisticalArea) -> Quality:
    """What is doubtful about the figures of an area, as far as ``user`` may see them."""
    indicators = indicators_for(area.council_id)
    cards = {each.key: each.card for each in indicators}
    sources = Sources([area])
    series = published_all(list(cards.values()), [area], sources)
    today = timezone.localdate()
    stale: list[Doubtful] = []
    missing: list[Doubtful] = []
    revised: list[Doubtful] = []
    contradicting: list[Doubtful] = []
    impossible = list(_doubts(user, area))
    for indicator in indicators:
        card = cards[indicator.key]
        for variant in card.variants:
            held = series[card.key, variant.key][area.code]
            systems = from_council(user, card, variant.key, area)
            of_first = variant == card.variants[0]
            stale += _stale(indicator, variant, held, today) if of_first else ()
            missing += _missing(indicator, variant, held)
            impossible += _leaps(indicator, variant, card, held)
            contradicting += _contradicting(indicator, variant, card, held, systems)
            if len(held):
                revised += _revised(indicator, variant, card, area, sources)
    return Quality(area, tuple(stale), tuple(missing), tuple(revised), tuple(contradicting), tuple(impossible))


def _stale(indicator: Indicator, variant: Variant, held: list[Observation], today: date) -> Iterator[Doubtful]:
    if held and is_stale(held[-1].period, today):
        yield Doubtful(indicator, variant, f"The latest is of {held[-1].period.words}", str(held[-1].origin))


def _missing(indicator: Indicator, variant: Variant, held: list[Observation]) -> Iterator[Doubtful]:
    for before, after in pairwise(held):
        if before.period.kind == after.period.kind and not after.period.follows(before.period):
            says = f"Nothing between {before.period.words} and {after.period.words}"
            yield Doubtful(indicator, variant, says, str(after.origin))


def _revised(
    indicator: Indicator, variant: Variant, card: Card, area: StatisticalArea, sources: Sources
) -> Iterator[Doubtful]:  # fmt: skip
    unit = card.unit_of(variant.key)
    for each in revisions(card, variant.key, area, sources):
        before, after = words.shown(each.before.value, unit), words.shown(each.after.value, unit)
        says = f"{each.after.period}: {before} in {each.before.origin.release}, {after} in {each.after.origin.release}"
        yield Doubtful(indicator, variant, says, str(each.after.origin))


def _leaps(
    indicator: Indicator, variant: Variant, card: Card, held: list[Observation]
) -> Iterator[Doubtful]:  # fmt: skip
    unit = card.unit_of(variant.key)
    for before, after in pairwise(held):
        one, other = before.number, after.number
        if one is None or other is None or min(one, other) <= 0 or max(one, other) / min(one, other) < LEAP:
            continue
        says = f"{words.shown(one, unit)} in {before.period.words}, {words.shown(other, unit)} in {after.period.words}"
        yield Doubtful(indicator, variant, says, str(after.origin))


def _contradicting(
    indicator: Indicator, variant: Variant, card: Card, held: list[Observation], systems: list[FromCouncil]
) -> Iterator[Doubtful]:
    """What two systems, or a system and the published file, say otherwise of one period."""
    unit = card.unit_of(variant.key)
    told = [("What was published", held), *((each.system, list(each.observations)) for each in systems)]
    for at, (name, one) in enumerate(told):
        by_period = {each.period: each for each in one if each.number is not None}
        for other_name, other in told[at + 1 :]:
            for each in other:
                first = by_period.get(each.period)
                if first is None or not _differ(first.number, each.number):
                    continue
                here, there = words.shown(first.value, unit), words.shown(each.value, unit)
                says = f"{each.period}: {here} ({name}), {there} ({other_name})"
                yield Doubtful(indicator, variant, says, f"{first.origin}; {each.origin}")


def _differ(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return False
    return abs(one - other) > TOLERANCE * max(abs(one), abs(other))


def _doubts(user: Reader, area: StatisticalArea) -> Iterator[Doubtful]:
    """What was told to be impossible in a council's own files when they were stored."""
    if area.council_id is None:
        return
    for report in Report.objects.visible_to(user).filter(council=area.council_id):
        yield from (Doubtful(None, None, line, str(report)) for line in report.doubts)
