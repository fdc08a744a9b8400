"""Series that are joined, averaged and worked out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from arising.register.bodies.models import Council
from arising.register.indicators import queries
from arising.register.indicators.models import StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.figures import (
    ENGLAND,
    EVERYWHERE,
    MEDWAY,
    NORFOLK,
    STEADY,
    SUFFOLK,
    THURROCK,
    children,
    referrals,
)

PAGE = "/indicators/re-referrals/"


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2025-11-20T12:00+00:00")


def page(area: StatisticalArea) -> queries.IndicatorPage:
    return queries.indicator_page(None, "re-referrals", area)


def test_the_average_of_those_that_are_like_it_is_said_and_stands_in_the_table(
    publish: Publish, medway: StatisticalArea, client: Client, council: Council
) -> None:
    others = {area: [30.0] * 13 for area in (SUFFOLK, NORFOLK, THURROCK)}
    publish(referrals({MEDWAY: STEADY, **EVERYWHERE, **others}))
    held = page(medway).average_of_neighbours(page(medway).observations[-1].period)
    assert held is not None
    assert (held.of, held.among) == (5, 10)
    assert f"; their average is {held.value:.1f}% (5 of 10)." in " ".join(page(medway).words)
    assert f"{held.value:.1f}% (5 of 10)" in client.get(PAGE).content.decode()


def test_how_long_a_run_must_be_is_set_for_a_register_and_told_with_the_chart(
    publish: Publish, client: Client, council: Council, settings: Settings
) -> None:
    publish(referrals({MEDWAY: [20.0, 24.0] * 5 + [20.0, 20.5, 20.0]}))
    assert "no signal of change since 2012/13" in client.get(PAGE).content.decode()
    settings.SPC_RUN = 3
    said = client.get(PAGE).content.decode()
    assert "an improvement beyond what chance gives: 3 points in a row are below the mean." in said
    assert "3 points on one side of the mean" in said


def test_a_rate_is_worked_out_over_the_children_of_the_area(publish: Publish, client: Client, council: Council) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0], ENGLAND: [20.0, 20.0]}, first=2024))
    publish(children({MEDWAY: 50_000, ENGLAND: 40_000}, (2024, 2025)), "children.csv")
    said = client.get("/indicators/referrals/?variant=per-10000").content.decode()
    assert "were 200 per 10,000 in 2024/25, lower than England (250 per 10,000)." in said
    assert "referrals.csv, row 3, referral_count" in said
    assert said.count("; worked out here") == 2
    area = StatisticalArea.objects.get(code="E06000035")
    held = queries.indicator_page(None, "referrals", area, "per-10000")
    every = queries.published(held.card, "per-10000", [area])
    assert [one.value for one in every["E06000035"]] == [200.0, 200.0]


def test_without_the_children_there_is_a_count_and_no_rate(publish: Publish, medway: StatisticalArea) -> None:
    publish()
    assert queries.indicator_page(None, "referrals", medway, "per-10000").observations == []
    assert queries.indicator_page(None, "referrals", medway, "referrals").observations != []


BEFORE = "Local authority,E92000001,England,E12000003,Yorkshire and The Humber,815,E10000023,North Yorkshire"
SINCE = BEFORE.replace("E10000023", "E06000065")


def test_the_series_of_an_authority_goes_on_where_its_code_changed(publish: Publish) -> None:
    publish(referrals({BEFORE: [20.0, 21.0]}, first=2022), "before.csv")
    publish(referrals({SINCE: [22.0]}, first=2024), "since.csv")
    (area,) = queries.areas(None)
    assert area.code == "E06000065"
    assert [one.value for one in page(area).series[area.code]] == [20.0, 21.0, 22.0]
    assert {one.area.code for one in page(area).series[area.code]} == {"E06000065"}


def test_an_authority_is_found_under_the_code_it_had(publish: Publish) -> None:
    publish(referrals({BEFORE: [20.0]}, first=2022))
    assert queries.area(None, "E10000023") == queries.area(None, "E06000065") == queries.areas(None).get()
