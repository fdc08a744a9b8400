from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.figures import HEAD, MEDWAY, STEADY, referrals

OWN = "indicator,variant,period,value\nre-referrals,of referrals,{},{}\n"


@pytest.fixture(autouse=True)
def ready(on_day: Callable[[str], None], council: Council, medway: StatisticalArea) -> None:
    on_day("2025-11-20T12:00+00:00")
    medway.refresh_from_db()


def reports(council: Council, clerk: User, period: str, value: object, system: str = "Mosaic", **told: object) -> None:
    content = OWN.format(period, value).encode()
    one = operations.bring_own(council, system, "own.csv", content, actor=clerk, **told)  # type: ignore[arg-type]
    operations.store_brought(one, actor=clerk)


def says(found: tuple[queries.Doubtful, ...]) -> list[str]:
    return [one.says for one in found if one.indicator is None or one.indicator.key == "re-referrals"]


def test_without_doubts_that_is_said(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: STEADY}))
    assert queries.quality(None, medway).words == "Nothing about the figures is doubtful."


def test_a_year_between_others_without_a_figure_is_missing(publish: Publish, medway: StatisticalArea) -> None:
    lines = referrals({MEDWAY: [20.0, 21.0, 20.0]}).decode().splitlines()
    publish("\n".join([HEAD, lines[1], lines[3], ""]).encode())
    assert "Nothing between 2012/13 and 2014/15" in says(queries.quality(None, medway).missing)


def test_a_figure_that_was_published_anew_is_revised(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0]}), published_on=date(2024, 10, 30))
    publish(referrals({MEDWAY: [20.0, 25.5]}), published_on=date(2025, 10, 30))
    (revised,) = says(queries.quality(None, medway).revised)
    assert revised.startswith("2013/14: 21% in ")


def test_a_leap_in_size_is_looked_at(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0, 2.0]}))
    assert "21% in 2013/14, 2% in 2014/15" in says(queries.quality(None, medway).impossible)


def test_what_two_systems_say_otherwise_of_one_period_contradicts(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 30, system="The inspection's tool")
    assert says(queries.quality(None, medway).contradicting) == [
        "March 2025: 24% (Mosaic), 30% (The inspection's tool)"
    ]


def test_what_the_council_reports_otherwise_than_was_published_contradicts(
    publish: Publish, council: Council, clerk: User, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [20.0]}, first=2025))
    reports(council, clerk, "2024/25", 30)
    assert says(queries.quality(None, medway).contradicting) == ["2024/25: 20% (What was published), 30% (Mosaic)"]


def test_systems_that_nearly_agree_do_not_contradict(council: Council, clerk: User, medway: StatisticalArea) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 24.5, system="The inspection's tool")
    assert queries.quality(None, medway).contradicting == ()


def test_what_somebody_may_not_see_contradicts_nothing_for_them(
    council: Council, clerk: User, officer: User, medway: StatisticalArea
) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 130, system="The inspection's tool", audience=Audience.OFFICERS)
    public, officers = queries.quality(None, medway), queries.quality(officer, medway)
    assert (public.contradicting, public.impossible) == ((), ())
    assert (len(officers.contradicting), len(officers.impossible)) == (1, 1)


def test_the_page_names_the_file_and_row(publish: Publish, client: Client) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0, 2.0]}))
    assert "referrals.csv, row 4" in client.get("/areas/E06000035/quality/").content.decode()


@pytest.mark.parametrize("values", [STEADY, STEADY[:3]])
def test_a_page_has_a_chart_that_can_be_read_out(publish: Publish, client: Client, values: list[float]) -> None:
    publish(referrals({MEDWAY: values}))
    answer = client.get("/indicators/re-referrals.svg", {"area": "E06000035"})
    assert "<title" in answer.content.decode()
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_chart_can_be_taken_away_as_a_picture(publish: Publish, client: Client) -> None:
    publish(referrals({MEDWAY: STEADY}))
    assert client.get("/indicators/re-referrals.png", {"area": "E06000035"}).content.startswith(b"\x89PNG")


def test_one_figure_makes_no_chart(publish: Publish, client: Client) -> None:
    publish(referrals({MEDWAY: [20.0, "c"]}))
    assert client.get("/indicators/re-referrals.svg", {"area": "E06000035"}).status_code == 404
    assert "<picture>" not in client.get("/indicators/re-referrals/", {"area": "E06000035"}).content.decode()
