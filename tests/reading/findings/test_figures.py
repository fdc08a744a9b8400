"""What is a figure, its value, unit and bounds; and which numbers measure nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from arising.reading.record import Figure
from reading.minuted import minutes

RULES = ("money", "percentage", "rate", "counted", "counted-again", "number-of")


@dataclass(frozen=True)
class Measured:
    """A sentence and the one figure in it."""

    rule: str
    sentence: str
    value: float
    unit: str


MEASURED = (
    Measured("money", "The budget was overspent by £2.153m.", 2_153_000, "£"),
    Measured("money", "The grant of £1,250 had been paid.", 1_250, "£"),
    Measured("money", "The bypass would cost £1.2 billion.", 1_200_000_000, "£"),
    Measured("money", "Savings of £12k were found.", 12_000, "£"),
    Measured("money", "Spending on agency staff rose by +£172,000.", 172_000, "£"),
    Measured("money", "The levy was €12 a tonne.", 12, "€"),
    Measured("money", "The pool had lost half a million, of which £0.4m was for heating.", 400_000, "£"),
    Measured("percentage", "Only 66% of residents were satisfied.", 66, "%"),
    Measured("percentage", "Attendance at the hall was 94.7 per cent.", 94.7, "%"),
    Measured("percentage", "Ten per cent of homes were empty.", 10, "%"),
    Measured("percentage", "Absence fell by 3 percentage points.", 3, "percentage points"),
    Measured("rate", "The rate of children in care was 61.4 per 10,000.", 61.4, "per 10,000"),
    Measured("rate", "Referrals rose to 512 per 10k children.", 512, "per 10,000"),
    Measured("rate", "Births stood at 9.8 per 1,000 people in the town.", 9.8, "per 1,000"),
    Measured("counted", "Ten social workers had been recruited.", 10, "people"),
    Measured("counted", "There were 8,501 children on the roll.", 8_501, "children"),
    Measured("counted", "Three thousand trees were planted.", 3_000, "trees"),
    Measured("counted", "Twenty lamps were out.", 20, "lamps"),
    Measured("counted", "The library lent 1.5 million books.", 1_500_000, "books"),
    Measured("counted", "There were 14 pupils in the unit.", 14, "children"),
    Measured("counted", "In 2018/19, 25 children were adopted.", 25, "children"),
    Measured("counted", "There were 614 Looked After Children.", 614, "children"),
    Measured("number-of", "The number of looked after children stood at 444.", 444, "children"),
    Measured("number-of", "The number of lamps in Mill Lane had risen to 40.", 40, "lamps"),
    Measured("number-of", "In 2019 the number of referrals was 1,200.", 1_200, "referrals"),
)

NONE = (
    "The meeting began at 7.30 pm on 10 January 2024.",
    "The meeting of 4 May 2023 was long.",
    "The review began on 10/01/2024.",
    "In 2019 the school opened.",
    "The 2023/24 accounts were published.",
    "Ten-year plans were out of fashion.",
    "The service was for those aged 0-25.",
    "Children aged 16 to 18 could attend.",
    "The play area serves 3 to 7 year olds.",
    "The club was for under 12s.",
    "Section 20 of the Act and paragraph 3.4 applied.",
    "Report reference PL/2023/0456 was noted.",
    "Item 7 was taken before item 5.",
    "Page 14 was blank.",
    "Phase 2 was complete.",
    "Motion 14 fell.",
    "The A38 was closed.",
    "Ward 7 was large.",
    "Bus route 42 was cut.",
    "A 20mph zone was planned.",
    "The 1st and 2nd floors were shut.",
    "COVID-19 had delayed the work.",
    "Call 01632 960123.",
    "There were 8 votes for and 2 against.",
    "Councillor Orr left.",
    "One councillor left.",
    "Two further points were made.",
    "The number of meetings was changed at 7.30 pm.",
    "The number of the house was 12.",
    "Members asked what the number of lamps was; item 7 was next.",
    "Some residents left.",
)

EVERY = pytest.mark.parametrize("measured", MEASURED, ids=lambda one: one.sentence)


def figures(sentence: str) -> tuple[Figure, ...]:
    return minutes(sentence).figures


def only(sentence: str) -> Figure:
    (figure,) = figures(sentence)
    return figure


@EVERY
def test_a_sentence_yields_one_figure_by_its_rule(measured: Measured) -> None:
    assert [found.rule for found in figures(measured.sentence)] == [measured.rule]


@EVERY
def test_its_value_is_the_number_in_whole_units(measured: Measured) -> None:
    assert only(measured.sentence).value == measured.value


@EVERY
def test_its_unit_is_what_is_counted(measured: Measured) -> None:
    assert only(measured.sentence).unit == measured.unit


@pytest.mark.parametrize("sentence", NONE)
def test_nothing_is_measured_by(sentence: str) -> None:
    assert figures(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "value", "high"),
    [
        ("The scheme would cost between £3m and £4m.", 3_000_000, 4_000_000),
        ("Savings of £12k to £15k were found.", 12_000, 15_000),
        ("The kiosk cost £5,000 - £6,000.", 5_000, 6_000),
        ("Between 50 and 60 per cent of lamps were lit.", 50, 60),
        ("Some 50/60% of homes were damp.", 50, 60),
        ("There were 3 to 5 staff in each home.", 3, 5),
    ],
)
def test_a_range_has_a_value_and_a_higher_one(sentence: str, value: float, high: float) -> None:
    assert (only(sentence).value, only(sentence).high) == (value, high)


@pytest.mark.parametrize(
    ("sentence", "value", "of"),
    [
        ("26 out of 63 applications were refused.", 26, 63),
        ("14 of the 20 lamps were lit.", 14, 20),
        ("There were 26 of 63 posts vacant.", 26, 63),
        ("Eleven of the twelve schools were good.", 11, 12),
        ("There were 26 children who had been placed with carers out of a possible 63 under the scheme.", 26, 63),
        ("We had welcomed 14 families of a maximum of 40.", 14, 40),
        ("Nine flats in the old mill had been let out of a total of 21 this spring.", 9, 21),
    ],
)
def test_a_share_has_the_whole_it_is_of(sentence: str, value: float, of: float) -> None:
    assert (only(sentence).value, only(sentence).of) == (value, of)


def test_the_quote_of_a_share_reaches_to_its_whole() -> None:
    told = only("The officer said that there were 26 children that had been placed out of a possible 63 in the scheme.")
    assert told.quote == "there were 26 children that had been placed out of a possible 63 in the scheme"
    assert told.measure == "children that had been placed in the scheme"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten homes were inspected out of hours.",
        "The 26 children had made the most of a possible day out.",
        "Some 30 carers came; there was a maximum of 40 chairs.",
    ],
)
def test_what_is_no_whole_is_not_taken_for_one(sentence: str) -> None:
    assert figures(sentence)[0].of is None


def test_a_whole_that_was_named_first_is_what_the_next_number_is_of() -> None:
    assert [(one.value, one.of) for one in figures("Of the 63 applications, 26 were refused.")] == [
        (63, None),
        (26, 63),
    ]


@pytest.mark.parametrize(
    ("sentence", "values", "unit"),
    [
        ("Twelve homes were inspected and nine were rated good.", [12, 9], "homes"),
        ("A total of 1,200 bins were emptied; 15 were missed.", [1_200, 15], "bins"),
    ],
)
def test_a_number_without_a_noun_counts_what_the_one_before_counted(
    sentence: str, values: list[float], unit: str
) -> None:
    assert [(one.value, one.unit) for one in figures(sentence)] == [(value, unit) for value in values]


@pytest.mark.parametrize(
    "sentence",
    ["Approximately 400 visitors came each day.", "Almost £2m was spent.", "Around 60% of homes were damp."],
)
def test_about_makes_a_figure_approximate(sentence: str) -> None:
    assert only(sentence).approximate


@pytest.mark.parametrize(
    "sentence", ["Exactly 400 visitors came.", "In all £2m was spent.", "Only 60% of homes were dry."]
)
def test_a_plain_number_is_exact(sentence: str) -> None:
    assert not only(sentence).approximate


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("More than 30 families were waiting.", "more than"),
        ("At least 90% of calls were answered.", "more than"),
        ("Fewer than twelve vacancies remained.", "less than"),
        ("Up to 50 allotments would be let.", "less than"),
        ("Some 30 families were waiting.", None),
    ],
)
def test_a_bound_is_told_from_a_value(sentence: str, comparator: str | None) -> None:
    assert only(sentence).comparator == comparator


@pytest.mark.parametrize(
    "sentence", ["The national rate was 52%.", "In England 52% of pupils met the standard.", "The UK average was £412."]
)
def test_a_figure_is_national_where_its_words_say_so(sentence: str) -> None:
    assert only(sentence).scope == "national"


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 26 children had come under the national transfer scheme.",
        "The national living wage cost £2m.",
        "£3m was for the national concessionary travel scheme.",
    ],
)
def test_a_scheme_that_is_national_makes_no_figure_national(sentence: str) -> None:
    assert only(sentence).scope == "local"


def test_a_local_figure_and_its_comparison_have_their_own_scopes() -> None:
    found = figures("66% of pupils met the standard, compared with 52% in England.")
    assert [(one.value, one.scope) for one in found] == [(66, "local"), (52, "national")]


def test_the_quote_is_the_part_of_the_sentence_that_the_number_belongs_to() -> None:
    found = figures("Twelve homes in Thornby were inspected in the spring; £4,000 was then spent on the new roof.")
    assert [one.quote for one in found] == [
        "Twelve homes in Thornby were inspected in the spring",
        "£4,000 was then spent on the new roof",
    ]


def test_the_measure_is_the_words_around_the_number() -> None:
    assert only("Ten per cent of homes were empty.").measure == "homes were empty"


def test_the_period_that_a_figure_is_of_is_worked_out() -> None:
    period = only("Attendance was 94.7% in 2022/23.").period
    assert period is not None
    assert (period.earliest, period.latest) == ("2022-04-01", "2023-03-31")


def test_a_month_beside_a_figure_lies_behind() -> None:
    period = only("In September there were 45 nurses in post.").period
    assert period is not None
    assert period.edtf == "2023-09"


def test_the_names_and_numbers_of_a_division_are_no_figures() -> None:
    record = minutes("For (2)", "Councillors Moss and Tan", "Against (1)", "Councillor Orr")
    assert record.figures == ()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_an_example(rule: str) -> None:
    again = figures("Twelve homes were inspected and nine were rated good.")
    assert rule in {one.rule for one in MEASURED} | {one.rule for one in again}
