"""Hand-worked plans, to the pound, and what must hold of every plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.forecast import Cohort, FundingYear, Mitigation, Plan, Unplanned, run
from arising.measures.forecast.running import Shift, own_growth
from measures.forecast.plans import D, cohort, mitigation, plan, thirds

rates = st.decimals("-0.15", "0.15", places=3)
pounds = st.integers(0, 50_000_000)
cohorts = st.builds(
    Cohort,
    st.just("all"),
    st.just(""),
    st.sampled_from(["mainstream", "special", "independent"]),
    st.integers(0, 3_000).map(Decimal),
    st.integers(0, 60_000).map(Decimal),
    rates,
    rates,
)
mitigations = st.builds(
    Mitigation,
    st.just("a measure"),
    st.integers(2023, 2032),
    pounds.map(Decimal),
    st.lists(st.decimals(0, 1, places=2), min_size=1, max_size=4).map(tuple),
    st.decimals(0, 1, places=2),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return Plan(
        "Kesterby",
        2024,
        draw(st.integers(1, 10)),
        draw(st.integers(-30_000_000, 5_000_000)),
        tuple(draw(st.lists(cohorts, min_size=1, max_size=4))),
        (FundingYear(2024, D(draw(pounds)), D(0), D(draw(pounds)), D("0.005")),),
        draw(rates),
        tuple(draw(st.lists(mitigations, max_size=3))),
    )


def test_constant_growth_to_the_pound() -> None:
    # 1,000 plans at £20,000, 5% more each year: 1,000, 1,050, 1,102.5. Funding of £20,000,000, 3% more each year.
    held = run(plan(cohort(growth="0.05"), years=3, opening=-5_000_000, funding_growth=D("0.03")))
    assert [one.spending for one in held] == [20_000_000, 21_000_000, 22_050_000]
    assert [one.funding for one in held] == [20_000_000, 20_600_000, 21_218_000]
    # 20,000,000 − 20,000,000; 20,600,000 − 21,000,000; 21,218,000 − 22,050,000
    assert [one.unmitigated.in_year for one in held] == [0, -400_000, -832_000]
    # −5,000,000 + 0; − 400,000; − 832,000
    assert [one.unmitigated.cumulative for one in held] == [-5_000_000, -5_400_000, -6_232_000]


def test_growth_and_inflation_together_to_the_pound() -> None:
    # unit costs £20,000, × 1.02 = £20,400, × 1.02 = £20,808; 1,050 × 20,400 and 1,102.5 × 20,808
    held = run(plan(cohort(growth="0.05", inflation=D("0.02")), years=3))
    assert [one.spending for one in held] == [20_000_000, 21_420_000, 22_940_820]


def test_a_mitigation_that_ramps_over_three_years_to_the_pound() -> None:
    # £22,000,000 is spent and £20,000,000 comes in each year. £3,000,000 a year is saved in thirds from 2025/26 on:
    # 1,000,000, 2,000,000, 3,000,000, 3,000,000.
    held = run(plan(cohort(plans=1_100), opening=-1_000_000, mitigations=(mitigation(ramp=thirds()),)))
    assert [one.claimed for one in held] == [0, 1_000_000, 2_000_000, 3_000_000, 3_000_000]
    assert [one.unmitigated.cumulative for one in held] == [-(10**6) * owed for owed in (3, 5, 7, 9, 11)]
    # −2,000,000 a year, and what is saved, from −1,000,000
    assert [one.mitigated.in_year for one in held] == [-2_000_000, -1_000_000, 0, 1_000_000, 1_000_000]
    assert [one.mitigated.cumulative for one in held] == [-3_000_000, -4_000_000, -4_000_000, -3_000_000, -2_000_000]


def test_thirds_of_a_million_are_rounded_once_each_year() -> None:
    held = run(plan(mitigations=(mitigation(1_000_000, ramp=thirds()),)))
    assert [one.claimed for one in held] == [0, 333_333, 666_667, 1_000_000, 1_000_000]


def test_half_a_pound_goes_upwards() -> None:
    # 1 plan at £3, 50% more: £4.50
    assert run(plan(cohort(1, 3, "0.5"), years=2))[1].spending == 5


def test_what_is_likely_of_a_mitigation_is_its_confidence() -> None:
    # 60% of 1,000,000, 2,000,000 and 3,000,000
    held = run(plan(mitigations=(mitigation(ramp=thirds(), confidence=D("0.6")),)))
    assert [one.likely for one in held] == [0, 600_000, 1_200_000, 1_800_000, 1_800_000]
    assert held[-1].expected.in_year == 1_800_000


def test_a_mitigation_stops_where_it_ends() -> None:
    held = run(plan(mitigations=(mitigation(ends=2026),)))
    assert [one.claimed for one in held] == [0, 3_000_000, 3_000_000, 0, 0]


def test_a_transfer_counts_in_the_years_it_is_told_for_alone() -> None:
    # half a percent of £200,000,000 in the first year
    told = (FundingYear(2024, D(20_000_000), D(0), D(200_000_000), D("0.005")),)
    assert [one.transfer for one in run(plan(told=told, years=3))] == [1_000_000, 0, 0]


def test_funding_that_is_told_for_a_year_counts_before_its_growth() -> None:
    told = (FundingYear(2024, D(20_000_000)), FundingYear(2025, D(21_500_000), D(500_000)))
    # 21,500,000 + 500,000; × 1.1
    held = run(plan(told=told, years=3, funding_growth=D("0.1")))
    assert [one.funding for one in held] == [20_000_000, 22_000_000, 24_200_000]


def test_growth_that_is_told_for_a_year_counts_in_it_alone() -> None:
    held = run(plan(cohort(growth="0.1", growth_in=((2026, D(0)),)), years=4))
    assert [int(one.plans) for one in held] == [1_000, 1_100, 1_100, 1_210]


def test_a_point_more_funding_is_added_to_the_growth_of_each_year() -> None:
    held = run(plan(years=3, funding_growth=D("0.03")), Shift(funding=D("0.01")))
    assert [one.funding for one in held] == [20_000_000, 20_800_000, 21_632_000]


def test_all_plans_together_grow_by_what_is_told() -> None:
    # 400 plans and 600 become 484 and 726 in two years
    held = own_growth(plan(cohort(400, growth="0.1"), cohort(600, growth="0.1"), years=3))
    assert held is not None
    assert held.quantize(D("0.000001")) == D("0.1")


@settings(deadline=None)
@given(plans())
def test_without_growth_and_inflation_every_year_is_the_same(told: Plan) -> None:
    still = tuple(replace(one, growth=D(0), inflation=D(0)) for one in told.cohorts)
    funding = (replace(told.funding[0], transfer=D(0)),)
    held = run(replace(told, cohorts=still, funding=funding, funding_growth=D(0)))
    assert len({one.unmitigated.in_year for one in held}) == 1
    assert len({one.plans for one in held}) == 1


@settings(deadline=None)
@given(plans(), mitigations)
def test_more_mitigation_never_raises_the_deficit(told: Plan, more: Mitigation) -> None:
    before, after = run(told), run(replace(told, mitigations=(*told.mitigations, more)))
    for one, other in zip(before, after, strict=True):
        assert other.mitigated.cumulative >= one.mitigated.cumulative
        assert other.expected.cumulative >= one.expected.cumulative


@settings(deadline=None)
@given(plans(), st.randoms())
def test_the_order_of_cohorts_makes_no_difference(told: Plan, random: Random) -> None:
    mixed = random.sample(told.cohorts, len(told.cohorts))
    assert run(replace(told, cohorts=tuple(mixed))) == run(told)


@settings(deadline=None)
@given(plans())
def test_what_is_likely_lies_between_nothing_and_all(told: Plan) -> None:
    for one in run(told):
        assert one.unmitigated.cumulative <= one.expected.cumulative <= one.mitigated.cumulative


@settings(deadline=None)
@given(plans())
def test_every_table_adds_up(told: Plan) -> None:
    carried = told.opening
    for one in run(told):
        assert one.mitigated.in_year == one.funding + one.transfer - one.spending + one.claimed
        carried += one.mitigated.in_year
        assert one.mitigated.cumulative == carried


@settings(deadline=None)
@given(plans(), st.decimals(0, "0.1", places=3))
def test_more_growth_never_costs_less(told: Plan, more: Decimal) -> None:
    for one, other in zip(run(told), run(told, Shift(growth=more)), strict=True):
        assert other.unmitigated.cumulative <= one.unmitigated.cumulative


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"years": 0}, "1 to 30 years"),
        ({"cohorts": ()}, "no cohorts"),
        ({"funding": (FundingYear(2025, D(1)),)}, "no funding for 2024/25"),
        ({"funding": (FundingYear(2024, D(1)), FundingYear(2026, D(1)))}, "Give a row for each year"),
        ({"funding_growth": D(7)}, "must lie between -1 and 1"),
    ],
)
def test_a_plan_that_does_not_hold_together_says_what_to_do(change: dict[str, object], says: str) -> None:
    with pytest.raises(Unplanned, match=says):
        replace(plan(), **change)  # type: ignore[arg-type]


def test_a_cohort_of_fewer_than_none_is_refused() -> None:
    with pytest.raises(Unplanned, match="number of plans must lie between"):
        cohort(-1)
