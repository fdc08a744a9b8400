"""Ceilings worked out again from the children of an authority."""

from __future__ import annotations

from datetime import date

import pytest

from arising.measures.claims import Verdict, judge, judgements
from measures.claims.invented import CARDS, PUBLISHED, Published, observed, told

OF_63 = "There were 26 children that had been placed out of a possible 63 under the national transfer scheme."
AUTUMN = date(2023, 10, 5)


def ceiling(words: str, told_on: date | None = AUTUMN, published: Published = PUBLISHED) -> Verdict:
    (verdict,) = [one for one in judgements(told(words, told_on=told_on), published, CARDS) if one.ceiling]
    return verdict


def test_a_ceiling_that_is_the_share_of_the_children_reconciles() -> None:
    verdict = ceiling(OF_63)
    assert (verdict.outcome, verdict.number) == ("matches", 63)
    assert verdict.sentence.startswith("63 reconciles with the threshold of the National Transfer Scheme for Thornby")


def test_the_sum_is_shown() -> None:
    assert ceiling(OF_63).working == "0.1% of 63,817 children (2021/22) is 63.8."


def test_the_column_and_row_of_the_children_are_given() -> None:
    assert "plans.csv, row 2022, population_estimate" in [str(one.origin) for one in ceiling(OF_63).evidence]


def test_another_number_differs() -> None:
    verdict = ceiling(OF_63.replace("63", "90"))
    assert verdict.outcome == "differs"
    assert verdict.working == "0.1% of 65,046 children (2022/23) is 65.0."


def test_before_august_2022_the_share_was_smaller() -> None:
    assert ceiling(OF_63.replace("63", "44"), date(2022, 5, 1)).working == "0.07% of 63,817 children (2021/22) is 44.7."


def test_where_the_day_is_not_known_the_year_that_fits_is_named() -> None:
    assert ceiling(OF_63, None).outcome == "matches"


def test_children_are_worked_out_from_a_rate_where_they_are_not_published() -> None:
    only_rates = Published([observed("looked-after", "rate", 2022, 70.0, numerator=444.0)])
    assert (
        ceiling(OF_63, published=only_rates).working == "0.1% of 62,979 to 63,885 children (2021/22) is 63.0 to 63.9."
    )


def test_without_the_children_it_cannot_be_told() -> None:
    verdict = ceiling(OF_63, published=Published(()))
    assert (verdict.outcome, verdict.settle) == ("cannot tell", "The number of the council's children would settle it.")


def test_a_ceiling_that_is_the_figure_itself_is_worked_out_too() -> None:
    verdict = judge(told("The UASC threshold was 65 children.", told_on=AUTUMN), PUBLISHED, CARDS)
    assert (verdict.outcome, verdict.number, bool(verdict.ceiling)) == ("matches", 65, True)


@pytest.mark.parametrize(
    "words",
    ["There were 26 lamps lit out of a possible 63.", "26 children had come under the national transfer scheme."],
)
def test_what_is_no_ceiling_of_a_scheme_is_left_alone(words: str) -> None:
    assert not any(one.ceiling for one in judgements(told(words), PUBLISHED, CARDS))
