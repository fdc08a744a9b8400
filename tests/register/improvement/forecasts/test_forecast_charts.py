"""The charts of high-needs forecasts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from arising.register.improvement.drawing.forecasts import Between, Role, Told, balances_chart
from arising.register.indicators.drawing import NARROW, WIDE, Spec, Words, svg

WORDS = Words("The plan", "Nothing is owed from 2028 on.", "A line chart.", unit="£")
FALLING = [(2024 + at, -2_000_000 * at) for at in range(6)]


def chart(*lines: Told, **more: object) -> Spec:
    return balances_chart(WORDS, lines or (Told("All that is claimed", "mitigated", FALLING),), **more)  # type: ignore[arg-type]


def words_of(spec: Spec) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg(spec)) + re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg(spec))


def drawn(spec: Spec, kind: str) -> list[Spec]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_owed_has_its_figures_up_the_chart(width: int) -> None:
    assert {"£0", "-£5m", "-£10m"} <= set(words_of(chart(width=width)))


def test_every_line_differs_from_the_others_in_more_than_its_colour() -> None:
    roles: tuple[Role, ...] = ("unmitigated", "expected", "mitigated", "earlier", "outturn")
    lines = drawn(chart(*(Told(role, role, FALLING) for role in roles)), "line")
    assert len({(one["mark"]["strokeWidth"], str(one["mark"].get("strokeDash"))) for one in lines}) == len(roles)


def test_no_line_is_drawn_across_a_year_that_has_no_outturn() -> None:
    (line,) = drawn(chart(Told("Outturn", "outturn", [(2019, -1), (2020, -2), (2022, -3)])), "line")
    stretches = [row["stretch"] for row in line["data"]["values"]]
    assert stretches[0] == stretches[1] != stretches[2]


def test_the_end_of_the_override_is_marked_where_it_is_on_the_chart() -> None:
    assert "the statutory override ends" in " ".join(words_of(chart(ends=date(2028, 3, 31))))
    assert "override" not in " ".join(words_of(chart(ends=date(2035, 3, 31))))


def test_a_band_is_on_the_scale_and_says_what_it_is() -> None:
    band = [Between(year, low - 9_000_000, low + 9_000_000) for year, low in FALLING]
    spec = chart(band=band, band_says="Shaded: 8 of 10 draws.")
    (area,) = drawn(spec, "area")
    low, high = area["encoding"]["y"]["scale"]["domain"]
    assert low <= -19_000_000
    assert high >= 9_000_000
    assert "Shaded: 8 of 10 draws." in words_of(spec)


def test_of_many_earlier_forecasts_the_first_and_the_last_are_named() -> None:
    lines = [Told(f"Mar {year}", "earlier", FALLING) for year in range(2018, 2024)]
    said = " ".join(words_of(chart(*lines)))
    assert ("Mar 2018" in said, "Mar 2020" in said, "Mar 2023" in said) == (True, False, True)


def test_a_chart_without_a_balance_is_refused() -> None:
    with pytest.raises(ValueError, match="no balance"):
        chart(Told("Outturn", "outturn", []))
