"""What holds of every chart: it is read out, it can be read, it fetches nothing, and it is the same each time."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.register.indicators.drawing import NARROW, WIDE, Spec, Words, png, rendering, svg
from arising.register.indicators.drawing import frame as framing
from register.indicators.drawing.pictures import EVERY, WORDS, comparison, texts

SVG = "{http://www.w3.org/2000/svg}"
LONGEST_MS = 60
Draw = Callable[..., Spec]

every_chart = pytest.mark.parametrize("draw", EVERY.values(), ids=EVERY)
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])
HOSTILE = Words("<script>\"&'</title>\x00", "a]]>b\ud800 <b>", "<!-- & -->")


def tree(spec: Spec) -> ElementTree.Element:
    return ElementTree.fromstring(svg(spec))


@every_chart
def test_a_chart_is_an_image_with_a_title_and_a_description(draw: Draw) -> None:
    root = tree(draw())
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Plans in time")
    assert (description.tag, description.text) == (f"{SVG}desc", "Line chart of plans in time, 2018 to 2023.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@every_chart
def test_names_with_marks_in_them_are_only_words(draw: Draw) -> None:
    root = tree(draw(HOSTILE))
    assert root[0].text == "<script>\"&'</title>"
    assert not [one for one in root.iter() if one.tag in (f"{SVG}script", f"{SVG}b")]
    assert "<script>\"&'</title>" in [one.text for one in root.iter(f"{SVG}text")]


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None, max_examples=15)
def test_any_words_make_a_picture(title: str, statement: str) -> None:
    assert tree(comparison(Words(title, statement, statement))).get("role") == "img"


@every_chart
def test_a_chart_fetches_nothing_and_runs_nothing(draw: Draw) -> None:
    drawn = svg(draw())
    addresses = set(re.findall(r'(?:https?:)?//[^\s"<]+', drawn))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r"<(?:script|image|foreignObject|style|a)\b|href=|\son\w+=", drawn)
    assert "url" not in json.dumps(draw()["layer"])


@every_chart
@every_width
def test_all_type_prints_as_12_points_or_larger(draw: Draw, width: int) -> None:
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg(draw(width=width)))}
    assert sizes
    assert min(sizes) >= 16


@every_chart
@every_width
def test_a_chart_is_as_wide_as_it_was_asked_to_be(draw: Draw, width: int) -> None:
    root = tree(draw(width=width))
    assert root.get("width") == str(width)
    assert root.get("viewBox") == f"0 0 {width} {root.get('height')}"


@every_chart
@every_width
def test_no_words_are_cut_off_at_the_sides(draw: Draw, width: int) -> None:
    """Arial's widest line of running text has 0.55 of its height a character."""
    spec = draw(width=width)
    found = [
        (row["left"] + spec["padding"]["left"], line, layer["mark"]["fontSize"])
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
        for line in row.get("lines", ())
    ]
    assert len(found) > 5
    assert [line for left, line, size in found if left < 0 or left + len(line) * size * 0.54 > width] == []


@every_chart
def test_the_statement_stands_on_the_chart(draw: Draw) -> None:
    assert "In 2022 Kesterby issued 67.7% in time." in texts(draw())


@every_chart
def test_the_same_chart_comes_out_the_same(draw: Draw) -> None:
    first = svg(draw())
    rendering._svg.cache_clear()
    assert svg(draw()) == first
    assert png(draw()) == png(draw())


@every_chart
def test_a_png_has_two_pixels_for_one(draw: Draw) -> None:
    spec = draw()
    width, height = struct.unpack(">II", png(spec)[16:24])
    padding = spec["padding"]
    assert width == 2 * WIDE
    assert height == 2 * (spec["height"] + padding["top"] + padding["bottom"])


def luminance(colour: str) -> float:
    """As WCAG 2.2 works it out."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@every_chart
@pytest.mark.parametrize("what", ["fill", "stroke"])
def test_whatever_is_drawn_stands_out_from_the_paper(draw: Draw, what: str) -> None:
    paper = {"#ffffff", "none", "transparent", "white"}
    allowed = paper | {framing.GRID, "#b1b4b6"}  # the lines behind, and bars that have an edge
    colours = set(re.findall(rf'\b{what}="([^"]+)"', svg(draw()))) - allowed
    assert colours
    assert [one for one in colours if contrast(one, framing.PAPER) < 3] == []


def test_words_stand_out_from_the_paper_as_words_must() -> None:
    for colour in (framing.INK, framing.QUIET, framing.OWN, framing.WORSE, framing.TARGET):
        assert contrast(colour, framing.PAPER) >= 4.5


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (24.8, "percent", "24.8%"),
        (25.0, "percent", "25%"),
        (1_234_567.0, "£", "£1.2m"),
        (-40_000.0, "£", "-£40k"),
        (61.42, "per 10,000", "61.4"),
        (1234.0, "children", "1,234"),
    ],
)
def test_a_value_is_said_in_few_characters(value: float, unit: str, words: str) -> None:
    assert framing.said(value, unit) == words


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=8), st.booleans())
def test_every_value_is_on_the_scale_and_so_are_the_ticks(values: list[float], zero: bool) -> None:
    scale = framing.scale_of(values, zero=zero)
    assert scale.low <= min(values)
    assert max(values) <= scale.high
    assert all(scale.low - 1e-6 <= tick <= scale.high + 1e-6 for tick in scale.ticks)
    assert 1 <= len(scale.ticks) <= 8


def test_different_charts_have_different_names_on_one_page() -> None:
    names = [tree(draw()).get("aria-labelledby") for draw in EVERY.values()]
    assert all(one != other for one, other in combinations(names, 2))


def test_the_description_may_be_longer_than_a_line() -> None:
    description = "Plans were late. " * 100
    root = tree(comparison(Words("Plans", "", description)))
    assert root[1].text == description.strip()
    assert WORDS.description not in str(root[1].text)
