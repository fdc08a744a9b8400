"""What a figure comes to: it matches, it differs, or it cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arising.measures import judge
from arising.measures.claims import Figure, Match, Verdict
from arising.measures.periods import Kind, year
from arising.measures.values import Symbol
from measures.claims.invented import CARDS, MARCH_2023, PUBLISHED, THORNBY, Published, observed, told


def judged(sentence: str, **more: object) -> Verdict:
    return judge(told(sentence, **more), PUBLISHED, CARDS)


def numbers(verdict: Verdict) -> list[float]:
    return [round(one.number, 1) for one in verdict.nearest]


def test_a_figure_that_was_published_matches_and_names_its_definition_and_period() -> None:
    verdict = judged("66% of children received their EHCP within 20 weeks.")
    assert verdict.outcome == "matches"
    assert verdict.sentence == ("66% matches what was published for Thornby: 66.1% (2022, with exceptional cases).")
    assert [str(one.origin) for one in verdict.evidence] == ["plans.csv, row 2022, rate"]


def test_a_figure_that_was_not_published_differs_from_the_nearest_of_each_period() -> None:
    verdict = judged("88% of EHCPs were completed within the statutory 20 weeks.", told_on=date(2020, 3, 12))
    assert verdict.outcome == "differs"
    assert numbers(verdict) == [68.0, 60.9]
    assert {one.observation.variant for one in verdict.nearest} == {"without"}
    assert "20.0 percentage points above the nearest" in verdict.sentence


def test_what_would_settle_a_difference_is_said() -> None:
    verdict = judged("88% of EHCPs were completed within 20 weeks.")
    assert verdict.settle == (
        "What would settle it: the period, the definition and the count that it was worked out from."
    )


def test_a_national_figure_is_held_against_england() -> None:
    verdict = judged("The national average for EHCPs within 20 weeks was 52%.")
    assert (verdict.outcome, numbers(verdict)) == ("differs", [49.2])
    assert verdict.held_against == "Care plans finished within 20 weeks, England"


def test_the_year_before_the_last_is_said_to_be_that() -> None:
    verdict = judged("The national average for EHCPs within 20 weeks was 60%.")
    assert (verdict.outcome, numbers(verdict)) == ("matches", [59.9])
    assert "the year before the last" in " ".join(verdict.notes)


def test_no_figure_is_held_against_a_rate_that_was_worked_out_here() -> None:
    worked_out = Published([replace(one, worked_out=True) for one in PUBLISHED.observations])
    verdict = judge(told("66% of children received their EHCP within 20 weeks."), worked_out, CARDS)
    assert (verdict.outcome, verdict.nearest) == ("cannot tell", ())


def test_where_nothing_is_at_hand_the_definition_that_is_meant_is_named() -> None:
    said = "66% of children received their EHCP within 20 weeks, excluding exceptions."
    verdict = judge(told(said), Published(()), CARDS)
    assert "No published figure of Care plans finished within 20 weeks, without exceptional cases, for Thornby" in (
        verdict.sentence
    )


def test_a_range_is_held_as_a_range() -> None:
    verdict = judged("EHCP refusal rates were around 50/60%.")
    assert verdict.outcome == "differs"
    assert numbers(verdict) == [17.5]
    assert "32.5 percentage points above it" in verdict.sentence


def test_a_period_that_was_not_told_but_would_fit_is_noted() -> None:
    assert "It last was 52.7% in 2019." in judged("EHCP refusal rates were around 50/60%.").notes


def test_a_published_number_within_a_range_matches_it() -> None:
    assert judged("Between 60 and 70% of EHCPs were issued within 20 weeks.").outcome == "matches"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("More than 60% of EHCPs were issued within 20 weeks.", "matches"),
        ("More than 70% of EHCPs were issued within 20 weeks.", "differs"),
        ("Fewer than 70% of EHCPs were issued within 20 weeks.", "matches"),
        ("Around 65% of EHCPs were issued within 20 weeks.", "matches"),
        ("Around 60% of EHCPs were issued within 20 weeks.", "differs"),
        ("66.1% of EHCPs were issued within 20 weeks.", "matches"),
        ("66.3% of EHCPs were issued within 20 weeks.", "differs"),
    ],
)
def test_the_words_say_how_near_is_near_enough(words: str, outcome: str) -> None:
    assert judged(words).outcome == outcome


def test_what_around_allows_is_said() -> None:
    assert "“Around” is taken as 2.5 points either way." in judged("Around 65% of EHCPs came within 20 weeks.").notes


def test_a_figure_told_the_other_way_round_is_turned() -> None:
    verdict = judged("34% of EHCPs were not issued within 20 weeks.")
    assert (verdict.outcome, numbers(verdict)) == ("matches", [66.1])
    assert "34% not so is 66% so" in " ".join(verdict.notes)


def test_a_count_is_held_against_what_a_share_was_worked_out_from() -> None:
    verdict = judged("54 EHCP requests were refused.")
    assert (verdict.outcome, numbers(verdict)) == ("matches", [54.0])


def test_so_many_out_of_so_many_are_held_as_a_share() -> None:
    verdict = judged("54 of 309 EHCP requests were refused.")
    assert verdict.outcome == "matches"
    assert "54 of 309 is 17.5%." in verdict.notes


def test_a_share_is_held_against_every_definition() -> None:
    assert numbers(judged("156 of 236 EHCPs were issued within 20 weeks.")) == [66.1]


@pytest.mark.parametrize(
    "words", ["34% of EHCPs took longer than 20 weeks.", "34% of EHCPs were issued outside the 20 week deadline."]
)
def test_what_took_too_long_is_turned_too(words: str) -> None:
    assert numbers(judged(words)) == [66.1]


def test_the_period_that_is_named_is_the_one_that_counts() -> None:
    verdict = judged("66% of EHCPs were issued within 20 weeks in 2021.")
    assert (verdict.outcome, numbers(verdict)) == ("differs", [55.5])


def test_a_break_between_the_periods_compared_is_named() -> None:
    verdict = judged("66% of EHCPs were issued within 20 weeks.", told_on=date(2021, 3, 1))
    assert any("The series breaks at 2021" in note for note in verdict.notes)


def test_a_break_far_from_them_is_not() -> None:
    verdict = judged("66% of EHCPs were issued within 20 weeks.", told_on=date(2019, 3, 1))
    assert not any("breaks" in note for note in verdict.notes)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("12 social workers had been recruited.", "No indicator is named"),
        ("The share of EHCPs issued within 20 weeks had risen by 12%.", "told as a change"),
        ("EHCPs issued within 20 weeks were 5% higher.", "told as a change"),
        ("EHCPs issued within 20 weeks had risen from 40% to 66%.", "where a change began"),
        ("EHCPs issued within 20 weeks were up 4%.", "told as a change"),
        ("The target for EHCPs within 20 weeks was 90%.", "“target” makes it what is wanted"),
        ("In the last quarter 66% of EHCPs were issued within 20 weeks.", "part of a year"),
        ("66% of EHCPs were issued within 20 weeks in 2015.", "is of 2019 to 2022"),
    ],
)
def test_what_cannot_be_told_says_why(words: str, why: str) -> None:
    verdict = judged(words)
    assert verdict.outcome == "cannot tell"
    assert why in verdict.sentence


def test_where_a_change_began_is_held_where_its_period_is_named() -> None:
    verdict = judged("EHCPs issued within 20 weeks had risen from 56% in 2021 to 66%.")
    assert (verdict.outcome, numbers(verdict)) == ("matches", [55.5])


def test_a_figure_held_to_a_target_is_what_was_reached() -> None:
    assert judged("Against a target of improvement 66% of EHCPs were issued within 20 weeks.").outcome == "matches"


def test_without_an_area_only_the_area_would_settle_it() -> None:
    verdict = judged("66% of EHCPs were issued within 20 weeks.", area=None)
    assert (verdict.outcome, verdict.settle) == ("cannot tell", "The council's area would settle it.")


def test_without_a_day_or_a_period_the_period_would_settle_it() -> None:
    verdict = judged("66% of EHCPs were issued within 20 weeks.", told_on=None)
    assert verdict.outcome == "cannot tell"
    assert "period" in verdict.settle


def test_without_published_figures_the_release_is_named() -> None:
    verdict = judge(told("66% of EHCPs were issued within 20 weeks."), Published(()), CARDS)
    assert verdict.outcome == "cannot tell"
    assert "“Care plans”" in verdict.settle


def test_a_symbol_is_no_number_to_hold_a_figure_against() -> None:
    kept_back = Published([observed("plans", key, 2022, Symbol.SUPPRESSED) for key in ("with", "without")])
    verdict = judge(told("66% of EHCPs were issued within 20 weeks."), kept_back, CARDS)
    assert verdict.outcome == "cannot tell"
    assert "kept back so that nobody can be recognised" in verdict.sentence


def test_a_match_that_a_person_set_is_what_counts() -> None:
    by_hand = Match(CARDS["plans"], ("without",), THORNBY, period=year(Kind.CALENDAR_YEAR, 2020))
    figure = Figure(value=68, unit="%", quote="it stood at 68%", told_on=date(2023, 3, 2), area=THORNBY)
    assert judge(figure, PUBLISHED, CARDS).outcome == "cannot tell"
    assert judge(figure, PUBLISHED, CARDS, by_hand=by_hand).outcome == "matches"
    assert judge(figure, PUBLISHED, CARDS, by_hand=replace(by_hand, variants=("with",))).outcome == "differs"


def test_no_figure_is_ever_called_false() -> None:
    for words in ("88% of EHCPs were issued within 20 weeks.", "12 social workers had been recruited."):
        assert "false" not in judged(words).sentence.casefold()


def test_a_count_of_another_size_seems_to_count_something_else() -> None:
    verdict = judged("3 EHCP requests were refused.")
    assert verdict.outcome == "cannot tell"
    assert "is of another size: 54 (2022)" in verdict.sentence


def test_a_rate_is_no_count() -> None:
    figure = Figure(
        value=70,
        unit="",
        quote="the rate of looked after children per 10,000 was 70",
        told_on=MARCH_2023,
        area=THORNBY,
    )
    assert judge(figure, PUBLISHED, CARDS).outcome == "matches"
