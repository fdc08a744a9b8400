"""What each kind of chart shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.measures import spc
from arising.measures.periods import Kind, month, quarter, year
from arising.measures.values import Symbol
from arising.register.indicators.drawing import (
    NARROW,
    WIDE,
    Aim,
    Dot,
    Line,
    Mark,
    Row,
    Words,
    claims_chart,
    comparator_chart,
    comparison_chart,
    control_chart,
    svg,
)
from arising.register.indicators.drawing.control import SHAPES
from arising.register.indicators.drawing.frame import LINE, TARGET, Frame, scale_of
from arising.register.indicators.drawing.labels import Label, label
from arising.register.indicators.drawing.timeline import label as period_label
from arising.register.indicators.drawing.timeline import rows as line_rows
from register.indicators.drawing.pictures import (
    MONTHS,
    VALUES,
    WORDS,
    YEARS,
    claims,
    comparator,
    comparison,
    control,
    layers,
    points,
    rows,
    stretches,
    text_rows,
    texts,
    told,
)

# Gaps


@given(st.lists(st.one_of(st.floats(0, 100), st.sampled_from(Symbol)), min_size=1, max_size=24))
def test_no_line_is_ever_drawn_across_a_symbol(values: list[float | Symbol]) -> None:
    found = line_rows(told(*values, periods=MONTHS))
    assert [row["y"] for row in found] == [value for value in values if not isinstance(value, Symbol)]
    pieces: list[list[float]] = [[]]
    for value in values:
        if isinstance(value, Symbol):
            pieces.append([])
        else:
            pieces[-1].append(value)
    assert stretches({"data": {"values": found}}) == [piece for piece in pieces if piece]


def test_no_line_is_drawn_over_a_period_that_is_not_there() -> None:
    series = [(MONTHS[at], float(at)) for at in (0, 1, 4, 5)]
    assert stretches({"data": {"values": line_rows(series)}}) == [[0, 1], [4, 5]]


def test_no_line_is_drawn_across_a_break_in_the_series() -> None:
    found = line_rows(told(1, 2, 3, 4), [Mark(date(2020, 1, 1), "counted by child")])
    assert stretches({"data": {"values": found}}) == [[1, 2], [3, 4]]


def test_a_symbol_is_shown_as_itself_and_explained() -> None:
    spec = control()
    assert ["c"] in [[row["says"] for row in rows(layer) if "says" in row] for layer in layers(spec, "text")]
    assert "“c” means: kept back so that nobody can be recognised." in texts(spec)


# The control chart


def test_each_segment_has_its_own_mean_and_limits() -> None:
    chart = spc.chart(VALUES, improvement="decrease", target=20.0, rebase=(12,))
    ends = [chart.points[0], chart.points[-1]]
    drawn = [[row["y"] for row in rows(layer)] for layer in layers(control(), "rule") if "x2" in layer["encoding"]]
    wanted = [[getattr(end, name) for end in ends] for name in ("mean", "lower", "upper")]
    assert drawn == [wanted[0], wanted[1] + wanted[2]]


def test_the_lines_at_the_right_are_named_with_what_holds_now() -> None:
    assert {"Mean 29.5%", "Upper trial limit 33.2%", "Lower trial limit 25.8%", "Target 20%"} <= set(texts(control()))


def test_limits_from_enough_points_are_not_called_trial() -> None:
    series = told(*VALUES, periods=MONTHS)
    words = texts(control_chart(WORDS, series, spc.chart(VALUES), MONTHS[:22]))
    assert not [one for one in words if "trial" in one]
    assert [one for one in words if one.startswith("Upper limit")]


def test_a_signal_is_told_by_shape_and_not_by_colour_alone() -> None:
    assert len({look.shape for look, _ in SHAPES.values()}) == len(SHAPES)
    assert points(control(), shape="square") == [18.0]
    assert "Square: a signal of getting better." in texts(control())


def test_shapes_that_are_not_on_the_chart_are_not_explained() -> None:
    assert not [words for words in texts(control()) if words.startswith(("Diamond", "Triangle"))]


def test_the_rules_of_signals_are_printed_with_the_chart() -> None:
    assert f"A signal is: {spc.PLOT_THE_DOTS}." in texts(control())


def test_points_without_limits_are_hollow() -> None:
    assert points(control(), fill="#ffffff") == [24.0]


def test_events_and_breaks_are_lettered_in_order_of_time() -> None:
    spec = control(breaks=[Mark(date(2022, 9, 1), "definition 2 counts repeat contacts")])
    letters = [row["letter"] for layer in layers(spec, "text") for row in rows(layer) if "letter" in row]
    assert letters == ["A", "B", "C"]
    assert [words for words in texts(spec) if re.match(r"[A-C]: ", words)] == [
        "A: break in the series: definition 2 counts repeat contacts, 1 September 2022.",
        "B: New case system, 15 January 2023.",
        "C: Front door moved, 1 June 2023.",
    ]


@pytest.mark.parametrize("draw", [control, comparator, claims])
def test_an_event_stands_on_every_chart_over_time(draw: Callable[..., dict[str, Any]]) -> None:
    assert "A: New case system, 15 January 2021." in texts(draw(events=[Mark(date(2021, 1, 15), "New case system")]))


def test_events_too_near_for_two_letters_share_a_flag() -> None:
    near = [Mark(date(2023, 6, day), f"Step {day}") for day in (1, 2, 3)] + [Mark(date(2022, 6, 1), "Before")]
    spec = control(events=near)
    flags = [row["letter"] for layer in layers(spec, "text") for row in rows(layer) if "letter" in row]
    assert flags == ["A", "BCD"]
    assert "D: Step 3, 3 June 2023." in texts(spec)


def test_a_break_looks_different_from_an_event() -> None:
    spec = control(breaks=[Mark(date(2022, 9, 1), "definition 2")])
    rules = [layer for layer in layers(spec, "rule") if "letter" in rows(layer)[0]]
    assert len({tuple(layer["mark"]["strokeDash"]) for layer in rules}) == 2


def test_a_scale_that_does_not_begin_at_zero_says_so() -> None:
    assert [one for one in texts(control()) if one.startswith("The scale does not begin at zero")]
    from_zero = control_chart(WORDS, told(0, 5, 9, 2, 4), spc.chart([0, 5, 9, 2, 4]), YEARS[:5])
    assert not [one for one in texts(from_zero) if one.startswith("The scale")]


def test_one_point_makes_a_chart_without_limits() -> None:
    spec = control_chart(WORDS, told(5.0), spc.chart([5.0]), YEARS[:1])
    assert "Mean 5%" in texts(spec)
    assert not [one for one in texts(spec) if "limit 5" in one]


AIMS = [Aim(70.0, date(2021, 3, 31)), Aim(90.0, date(2026, 3, 31)), Aim(80.0, date(2023, 3, 31))]


@pytest.mark.parametrize("draw", [control, comparator])
def test_the_steps_of_a_trajectory_are_joined_in_order_of_time(draw: Callable[..., dict[str, Any]]) -> None:
    spec = draw(aims=AIMS)
    (line,) = layers(spec, "line", color=TARGET)
    assert [row["y"] for row in rows(line)] == [70, 80, 90]
    assert points(spec, shape="cross") == [70, 80, 90]
    assert not layers(spec, "rule", color=TARGET)


@pytest.mark.parametrize("draw", [control, comparator])
def test_the_day_of_the_last_step_has_a_place_on_the_chart(draw: Callable[..., dict[str, Any]]) -> None:
    (line,) = layers(draw(aims=AIMS), "line", color=TARGET)
    low, high = line["encoding"]["x"]["scale"]["domain"]
    assert low <= rows(line)[0]["x"] < rows(line)[-1]["x"] <= high


@pytest.mark.parametrize("draw", [control, comparator])
def test_what_holds_always_is_a_rule_across_the_chart(draw: Callable[..., dict[str, Any]]) -> None:
    spec = draw(aims=[Aim(60.0)])
    (rule,) = layers(spec, "rule", color=TARGET)
    assert [row["y"] for row in rows(rule)] == [60]
    assert not points(spec, shape="cross")
    assert "Target 60%" in texts(spec)


def test_each_step_is_told_with_its_day() -> None:
    words = " ".join(texts(comparator(aims=AIMS)))
    assert "Target 90% by Mar 2026" in words
    assert "to be reached, 70% by 31 March 2021, 80% by 31 March 2023, 90% by 31 March 2026." in words


def test_a_chart_needs_a_period_for_each_point() -> None:
    with pytest.raises(ValueError, match="give a period for each point"):
        control_chart(WORDS, told(1, 2), spc.chart([1.0, 2.0]), YEARS[:1])


def test_a_unit_that_the_figures_do_not_carry_stands_over_the_axis() -> None:
    assert "Per 10,000" in texts(control(Words("Rate", "", "", "per 10,000")))
    assert "Percent" not in texts(control())


# The comparator chart


def test_the_own_line_is_the_thickest_and_each_kind_of_line_is_drawn_otherwise() -> None:
    drawn = [layer["mark"] for layer in layers(comparator(), "line")]
    assert len({(mark["strokeWidth"], tuple(mark.get("strokeDash", ()))) for mark in drawn}) == 4
    assert drawn[-1]["strokeWidth"] == max(mark["strokeWidth"] for mark in drawn)


def test_england_and_the_region_are_named_beside_their_lines_and_similar_councils_are_not() -> None:
    words = texts(comparator())
    assert {"England 50.3%", "Yorkshire and The Humber 48%"} <= set(words)
    assert not [one for one in words if "Council" in one]
    assert "Thin grey lines: similar councils." in words


def test_a_line_that_ends_early_says_of_when_its_value_is() -> None:
    assert "Kesterby 67.7% (2022)" in texts(comparator())


def test_only_symbols_make_no_chart() -> None:
    with pytest.raises(ValueError, match="only symbols"):
        comparator_chart(WORDS, [Line("Kesterby", "own", told(Symbol.SUPPRESSED))])


# The comparison of several


def order(*, highest_first: bool = True) -> list[str]:
    """The names from the top."""
    named = [
        (row["foot"], row["lines"][0])
        for layer in layers(comparison(highest_first=highest_first), "text")
        for row in rows(layer)
        if row["left"] == 0
    ]
    names = {"Kesterby", "England", "Thornby, Wold and Long Aldmoor Waters", "Aldmoor", "Bly", "Wold"}
    return [name for _, name in sorted(named) if name in names]


def test_areas_stand_in_order_of_their_values_and_symbols_last() -> None:
    highest = ["Bly", "Kesterby", "Thornby, Wold and Long Aldmoor Waters", "England", "Wold"]
    assert order() == [*highest, "Aldmoor"]
    assert order(highest_first=False) == [*reversed(highest), "Aldmoor"]


def test_a_symbol_is_words_and_never_a_bar() -> None:
    spec = comparison()
    assert sum(len(rows(layer)) for layer in layers(spec, "rect")) == 5
    assert "c: kept back so that nobody can be recognised" in texts(spec)


def test_a_symbol_on_a_narrow_chart_is_explained_beneath() -> None:
    words = texts(comparison(width=NARROW))
    assert "c, no number" in words
    assert "“c” means: kept back so that nobody can be recognised." in words


def test_bars_begin_at_zero_and_negative_ones_go_the_other_way() -> None:
    spec = comparison_chart(Words("Reserves", "", "", "£"), [Row("Wold", -2e6), Row("Bly", 1e6)])
    bars = [row for layer in layers(spec, "rect") for row in rows(layer)]
    assert len({row["from"] for row in bars}) == 1
    assert sorted(row["to"] > row["from"] for row in bars) == [False, True]
    assert {"-£2m", "£1m"} <= set(texts(spec))


def test_the_councils_own_bar_is_marked_in_words_too() -> None:
    assert "Dark bar and bold: Kesterby." in texts(comparison())


def test_no_areas_make_no_chart() -> None:
    with pytest.raises(ValueError, match="no areas"):
        comparison_chart(WORDS, [])


# The claims


def test_each_figure_told_is_a_dot_with_its_key_on_its_day() -> None:
    spec = claims()
    keys = [row["key"] for layer in layers(spec, "text") for row in rows(layer) if "key" in row]
    assert set(keys) == {"a", "b", "c"}
    assert [one for one in texts(spec) if re.match(r"[a-c]: ", one)] == [
        "a: 88%, told on 12 March 2020.",
        "b: 66%, told on 2 March 2023.",
        "c: 52%, told on 2 March 2023.",
    ]


def test_figures_told_at_one_place_share_their_keys() -> None:
    dots = [Dot(date(2020, 3, 12), 88.0, "a", "differs"), Dot(date(2020, 3, 12), 88.0, "b", "differs")]
    spec = claims_chart(WORDS, [("", told(60, 61, 68))], dots)
    keys = {row["key"] for layer in layers(spec, "text") for row in rows(layer) if "key" in row}
    assert keys == {"a, b"}


def test_the_verdict_is_told_by_the_shape_of_the_dot() -> None:
    spec = claims()
    assert (points(spec, shape="diamond"), points(spec, shape="square")) == ([88.0], [52.0])
    assert "Diamond: told, and it differs from what was published." in texts(spec)


def test_each_variant_published_is_a_line_of_its_own_with_its_name() -> None:
    spec = claims()
    assert len({tuple(layer["mark"]["strokeDash"]) for layer in layers(spec, "line")}) == 2
    assert {"Without exceptions 67.7%", "With exceptions 66.1%", "Lines: what was published."} <= set(texts(spec))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_labels_of_four_variants_have_room(width: int) -> None:
    published = [(f"without exceptions of kind {at}", told(60 + at, 61 + at)) for at in range(4)]
    spec = claims_chart(WORDS, published, [], width=width)
    beside = [row["foot"] for row in text_rows(spec) if "exceptions" in " ".join(row["lines"])]
    assert len(beside) == 4
    assert min(beside) > -LINE


def test_what_happened_stands_on_the_chart_of_what_was_told() -> None:
    dots = [Dot(date(2020, 3, 12), 88.0, "a", "differs")]
    spec = claims_chart(WORDS, [("", told(60, 61, 68))], dots, events=[Mark(date(2020, 6, 1), "New case system")])
    assert "A: New case system, 1 June 2020." in texts(spec)


def test_nothing_published_makes_no_chart() -> None:
    with pytest.raises(ValueError, match="nothing published"):
        claims_chart(WORDS, [], [])


def test_more_variants_than_dashes_are_refused() -> None:
    with pytest.raises(ValueError, match="5 variants are too many"):
        claims_chart(WORDS, [(str(at), told(1, 2)) for at in range(5)], [])


# Labels


@given(st.lists(st.floats(0, 100), min_size=1, max_size=5))
def test_labels_never_lie_on_each_other_nor_below_the_plot(values: list[float]) -> None:
    frame = Frame(WORDS, 640, right=176)
    label(frame, scale_of([0, 100]), [Label(value, f"Line {at} and words to wrap") for at, value in enumerate(values)])
    placed = sorted((text.y, len(text.lines)) for text in frame.texts)
    assert len(placed) == len(values)
    for (upper, lines), (lower, _) in pairwise(placed):
        assert lower - upper >= LINE * lines - 0.01
    assert placed[-1][0] + LINE * (placed[-1][1] - 1) <= frame.height + LINE


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (year(Kind.CALENDAR_YEAR, 2022), "2022"),
        (year(Kind.FINANCIAL_YEAR, 2023), ["2022", "/23"]),
        (month(2023, 3), ["Mar", "2023"]),
        (quarter(date(2025, 4, 1)), ["Apr–Jun", "2025"]),
    ],
)
def test_a_period_is_labelled_in_few_characters(period: object, words: object) -> None:
    assert period_label(period) == words  # type: ignore[arg-type]


def test_school_years_are_said_to_be_school_years() -> None:
    years = [year(Kind.ACADEMIC_YEAR, ending) for ending in (2021, 2022, 2023)]
    spec = control_chart(WORDS, told(1, 2, 3, periods=years), spc.chart([1.0, 2.0, 3.0]), years)
    assert "Years are school years." in texts(spec)
    assert ">2022<" in svg(spec)
    assert ">/23<" in svg(spec)
