"""A figure held against what the council reported itself."""

from __future__ import annotations

from datetime import date

import pytest

from arising.measures import judge
from arising.measures.areas import ENGLAND, Area
from arising.measures.claims import Reported, beside_reported
from arising.measures.observations import Observation, Origin
from arising.measures.periods import month
from arising.measures.values import Symbol, Value
from measures.claims.invented import CARDS, PUBLISHED, THORNBY, told

SAID = "66% of children received their EHCP within 20 weeks."


def own(value: Value, number: int, *, of: int = 2023, variant: str = "with", area: Area = THORNBY) -> Observation:
    """What Thornby reported of a month, in the row of that number."""
    origin = Origin("own.csv", number, "value", "Mosaic")
    return Observation("plans", variant, area, month(of, number), value, origin)


def held(sentence: str, *observations: Observation, **more: object) -> Reported | None:
    verdict = judge(told(sentence, **more), PUBLISHED, CARDS)
    assert verdict.match is not None
    return beside_reported(verdict, "Mosaic", observations)


def test_a_figure_that_the_council_reported_matches_and_names_system_and_period() -> None:
    found = held(SAID, own(61.0, 1), own(66.2, 2))
    assert found is not None
    assert found.outcome == "matches"
    assert found.sentence == (
        "It matches what the council reported itself (Mosaic): 66.2% (February 2023, with exceptional cases)."
    )
    assert [str(one.origin) for one in found.evidence] == ["own.csv, row 2, value"]


def test_of_several_that_fit_the_latest_is_named() -> None:
    found = held(SAID, own(66.0, 1), own(66.2, 2))
    assert found is not None
    assert [one.number for one in found.nearest] == [66.2]


def test_a_figure_that_the_council_did_not_report_differs_from_the_nearest() -> None:
    found = held(SAID, own(50.0, 1), own(61.0, 2))
    assert found is not None
    assert (found.outcome, [one.number for one in found.nearest]) == ("differs", [61.0, 50.0])


def test_what_the_council_reported_of_later_months_is_not_meant() -> None:
    assert held(SAID, own(66.0, 3)) is None


def test_what_it_reported_long_before_is_not_meant() -> None:
    assert held(SAID, own(66.0, 1, of=2021)) is None


def test_a_period_that_is_named_is_the_one_that_counts() -> None:
    sentence = "In 2021, 66% of children received their EHCP within 20 weeks."
    assert held(sentence, own(66.0, 1)) is None
    found = held(sentence, own(66.0, 1, of=2021), own(66.0, 1))
    assert found is not None
    assert [one.observation.period for one in found.nearest] == [month(2021, 1)]


@pytest.mark.parametrize(
    "other", [own(66.0, 2, area=ENGLAND), own(Symbol.SUPPRESSED, 2)], ids=["another area", "a symbol"]
)
def test_what_is_of_another_area_or_no_number_is_passed_over(other: Observation) -> None:
    assert held(SAID, other) is None


def test_a_national_figure_is_not_held_against_the_councils_own() -> None:
    assert held("The national average for EHCPs within 20 weeks was 52%.", own(52.0, 2)) is None


def test_an_aim_is_not_held_against_what_was() -> None:
    assert held("The target for EHCPs within 20 weeks was 66%.", own(66.0, 2)) is None


def test_a_figure_of_no_known_day_is_held_against_nothing() -> None:
    assert held(SAID, own(66.0, 2), told_on=None) is None
    assert held(SAID, own(66.0, 2), told_on=date(2023, 3, 2)) is not None
