"""Invented series to draw, and what can be read from a drawing."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.measures import spc
from arising.measures.periods import Kind, Period, month, year
from arising.measures.values import Symbol, Value
from arising.register.indicators.drawing import (
    WIDE,
    Dot,
    Line,
    Mark,
    Row,
    Spec,
    Words,
    claims_chart,
    comparator_chart,
    comparison_chart,
    control_chart,
)

WORDS = Words("Plans in time", "In 2022 Kesterby issued 67.7% in time.", "Line chart of plans in time, 2018 to 2023.")
YEARS = [year(Kind.CALENDAR_YEAR, ending) for ending in range(2018, 2024)]
MONTHS = [month(2022 + at // 12, at % 12 + 1) for at in range(24)]
VALUES = [22.0, 23, 21, 24, 22, 20, 23, 25, 24, 22, 21, 23, 30, 31, 30, 32, 31, 29, 30, 31, 33, 18]


def told(*values: Value, periods: list[Period] = YEARS) -> list[tuple[Period, Value]]:
    """A series."""
    return [
        (period, value if isinstance(value, Symbol) else float(value))
        for period, value in zip(periods, values, strict=False)
    ]


def control(words: Words = WORDS, width: int = WIDE, **more: Any) -> Spec:
    """A control chart of two years of months, the first two of them without limits and one of those a symbol."""
    series = told(24.0, Symbol.SUPPRESSED, *VALUES, periods=MONTHS)
    chart = spc.chart(VALUES, improvement="decrease", target=20.0, rebase=(12,))
    more = {
        "events": [Mark(date(2023, 6, 1), "Front door moved"), Mark(date(2023, 1, 15), "New case system")],
        "width": width,
        **more,
    }
    return control_chart(words, series, chart, MONTHS[2:], **more)


def comparator(words: Words = WORDS, width: int = WIDE, **more: Any) -> Spec:
    """A council beside England, a region and ten others."""
    lines = [
        Line("Kesterby", "own", told(26.3, 60.9, 68.0, 55.5, 67.7, Symbol.SUPPRESSED)),
        Line("England", "england", told(60.1, 60.4, 58.0, 59.9, 49.2, 50.3)),
        Line("Yorkshire and The Humber", "region", told(55, 58, 61, 57, 52, 48)),
        *(
            Line(f"Council {at}", "neighbour", told(*(40 + at * 4 + (at * 7 + of * 5) % 13 for of in range(6))))
            for at in range(10)
        ),
    ]
    return comparator_chart(words, lines, width=width, **more)


def comparison(words: Words = WORDS, width: int = WIDE, **more: Any) -> Spec:
    """Six areas in one period, one of them a symbol."""
    rows = [
        Row("Kesterby", 67.7, "own"),
        Row("England", 49.2, "average"),
        Row("Thornby, Wold and Long Aldmoor Waters", 55.0),
        Row("Aldmoor", Symbol.SUPPRESSED),
        Row("Bly", 80.1),
        Row("Wold", 12.0),
    ]
    return comparison_chart(words, rows, width=width, **more)


def claims(words: Words = WORDS, width: int = WIDE, **more: Any) -> Spec:
    """Two variants that were published and three figures that were told."""
    published = [
        ("without exceptions", told(26.3, 60.9, 68.0, 55.5, 67.7)),
        ("with exceptions", told(22.5, 57.0, 62.1, 48.4, 66.1)),
    ]
    dots = [
        Dot(date(2023, 3, 2), 66.0, "b", "matches"),
        Dot(date(2020, 3, 12), 88.0, "a", "differs"),
        Dot(date(2023, 3, 2), 52.0, "c"),
    ]
    return claims_chart(words, published, dots, width=width, **more)


EVERY = {"control": control, "comparator": comparator, "comparison": comparison, "claims": claims}


def layers(spec: Spec, kind: str, **having: Any) -> list[dict[str, Any]]:
    """The layers of a kind of mark whose marks have just these properties."""
    return [
        layer
        for layer in spec["layer"]
        if layer["mark"]["type"] == kind and having.items() <= layer["mark"].items()
    ]  # fmt: skip


def rows(layer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = layer["data"]["values"]
    return found


def points(spec: Spec, **having: str) -> list[float]:
    """The values of the points that look so."""
    every = [row for layer in layers(spec, "point") for row in rows(layer)]
    return [row["y"] for row in every if having.items() <= row.items()]


def text_rows(spec: Spec) -> list[dict[str, Any]]:
    """Every block of text on a chart with its place."""
    return [row for layer in layers(spec, "text") for row in rows(layer) if "lines" in row]


def texts(spec: Spec) -> list[str]:
    """Every block of text on a chart, its lines joined."""
    return [" ".join(row["lines"]) for row in text_rows(spec)]


def stretches(layer: dict[str, Any], name: str = "stretch") -> list[list[float]]:
    """The values of a layer of lines, line by line."""
    lines: dict[Any, list[float]] = {}
    for row in rows(layer):
        lines.setdefault(row[name], []).append(row["y"])
    return list(lines.values())
