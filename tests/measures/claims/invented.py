"""Invented figures, cards and published numbers to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from arising.measures.areas import ENGLAND, Area
from arising.measures.cards import Card, card_of
from arising.measures.claims import Figure
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, Period, year
from arising.measures.values import Value
from arising.reading.language.sentences import sentence_around
from reading.minuted import minutes

THORNBY = Area("E06999999", "Thornby", "authority", "999", "E12000008")
MARCH_2023 = date(2023, 3, 2)

PLANS = card_of({
    "key": "plans",
    "name": "Care plans finished within 20 weeks",
    "counts": "care plans finished within 20 weeks",
    "over": "care plans finished",
    "unit": "percent",
    "polarity": "increase",
    "year": "calendar_year",
    "release": "Care plans",
    "words": ["EHCP within 20 weeks", "care plans within 20 weeks"],
    "variants": [
        {"key": "without", "name": "without exceptional cases", "words": ["excluding exceptions"]},
        {"key": "with", "name": "with exceptional cases", "words": ["including exceptions"]},
    ],
    "breaks": [{"year": 2021, "why": "Since then every plan is counted by itself."}],
})  # fmt: skip
REFUSED = card_of({
    "key": "refused",
    "name": "Requests for an EHCP that were refused",
    "counts": "requests for a plan that were refused",
    "over": "requests",
    "unit": "percent",
    "polarity": "neutral",
    "year": "calendar_year",
    "release": "Care plans",
    "words": ["refusal rate", "EHCP requests refused"],
    "variants": [{"key": "refused", "name": "of requests", "place": {"dataset": "d", "value": "v", "numerator": "n"}}],
})  # fmt: skip
LOOKED_AFTER = card_of({
    "key": "looked-after",
    "name": "Children looked after",
    "counts": "children looked after on 31 March",
    "over": "10,000 children",
    "unit": "per 10,000",
    "polarity": "neutral",
    "year": "financial_year",
    "release": "Children looked after",
    "words": ["looked after children", "LAC"],
    "variants": [
        {
            "key": "rate",
            "name": "per 10,000 children",
            "place": {"dataset": "d", "value": "rate", "numerator": "n", "denominator": "population_estimate"},
        }
    ],
})  # fmt: skip
CARDS: dict[str, Card] = {card.key: card for card in (PLANS, REFUSED, LOOKED_AFTER)}


@dataclass(frozen=True)
class Published:
    """Observations in memory."""

    observations: Sequence[Observation]

    def series(self, card: str, variant: str, area: str) -> Sequence[Observation]:
        found = [one for one in self.observations if (one.card, one.variant, one.area.code) == (card, variant, area)]
        return sorted(found, key=lambda one: one.period)


def observed(card: str, variant: str, ending: int, value: Value, **more: Any) -> Observation:
    """What was published for the year that ends in ``ending``, in the row of that number."""
    period: Period = year(CARDS[card].year, ending)
    area = more.pop("area", THORNBY)
    return Observation(card, variant, area, period, value, Origin("plans.csv", ending, "rate", "Care plans"), **more)


NUMBERS = (
    observed("plans", "without", 2019, 60.9),
    observed("plans", "with", 2019, 57.0),
    observed("plans", "without", 2020, 68.0),
    observed("plans", "with", 2020, 62.1),
    observed("plans", "without", 2021, 55.5),
    observed("plans", "with", 2021, 48.4),
    observed("plans", "without", 2022, 67.669),
    observed("plans", "with", 2022, 66.111),
    observed("plans", "without", 2021, 59.9, area=ENGLAND),
    observed("plans", "without", 2022, 49.166, area=ENGLAND),
    observed("plans", "with", 2022, 47.665, area=ENGLAND),
    observed("refused", "refused", 2019, 52.7426, numerator=250.0, denominator=474.0),
    observed("refused", "refused", 2022, 17.4757, numerator=54.0, denominator=309.0),
    observed("looked-after", "rate", 2021, 69.0, numerator=440.0, denominator=63695.0),
    observed("looked-after", "rate", 2022, 70.0, numerator=444.0, denominator=63817.0),
    observed("looked-after", "rate", 2023, 72.0, numerator=466.0, denominator=65046.0),
)
PUBLISHED = Published(NUMBERS)


def told(sentence: str, **more: Any) -> Figure:
    """The first figure that the reader takes from a sentence, told of Thornby on 2 March 2023 unless said otherwise."""
    record = minutes(sentence)
    first = record.figures[0]
    given: dict[str, Any] = {
        key: getattr(first, key)
        for key in ("value", "high", "of", "unit", "measure", "scope", "approximate", "comparator", "period", "quote")
    }
    given |= {"sentence": sentence_around(record.text, first.start, first.end), "told_on": MARCH_2023, "area": THORNBY}
    return Figure(**given | more)


__all__ = ["CARDS", "ENGLAND", "MARCH_2023", "PUBLISHED", "THORNBY", "Kind", "Published", "observed", "told"]
