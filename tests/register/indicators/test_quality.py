from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Event, Indicator, StatisticalArea
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
    assert "21% in 2013/14, 2% in 2014/15" in says(queries.quality(None, medway).leaping)


def test_what_two_systems_say_otherwise_of_one_period_contradicts(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 30, system="The inspection's tool")
    assert says(queries.quality(None, medway).contradicting) == [
        "March 2025: 24% (Mosaic), 30% (The inspection's tool): open"
    ]


def test_what_the_council_reports_otherwise_than_was_published_contradicts(
    publish: Publish, council: Council, clerk: User, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [20.0]}, first=2025))
    reports(council, clerk, "2024/25", 30)
    assert says(queries.quality(None, medway).contradicting) == [
        "2024/25: 20% (What was published), 30% (Mosaic): open"
    ]


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


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("104,52,50", "March 2025 (Mosaic): it is over 100%: 104"),
        ("90,52,50", "March 2025 (Mosaic): its numerator is above its denominator: 52 of 50"),
        ("-5,,", "March 2025 (Mosaic): it is below 0: -5"),
        ("80,20,50", "March 2025 (Mosaic): 20 of 50 is 40.0%, and it says 80%"),
    ],
)
def test_what_cannot_be_in_a_councils_own_figures_is_on_the_page(
    council: Council, clerk: User, client: Client, told: str, line: str
) -> None:
    content = f"indicator,variant,period,value,numerator,denominator\nre-referrals,of referrals,Mar 2025,{told}\n"
    one = operations.bring_own(council, "Mosaic", "own.csv", content.encode(), actor=clerk)
    report = operations.store_brought(one, actor=clerk)
    said = client.get("/areas/E06000035/quality/").content.decode()
    assert line in said
    assert f'href="{report.get_absolute_url()}">own.csv, row 2' in said


def test_what_cannot_be_in_what_was_published_is_on_the_page(publish: Publish, client: Client) -> None:
    publish(referrals({MEDWAY: [20.0]}).replace(b",1000,200,20.0", b",1000,1200,120.0"))
    said = client.get("/areas/E06000035/quality/").content.decode()
    assert "2012/13: it is over 100%: 120" in said
    assert "2012/13: its numerator is above its denominator: 1200 of 1000" in said


def test_what_was_put_right_by_a_later_report_is_no_longer_impossible(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    reports(council, clerk, "Mar 2025", 130)
    reports(council, clerk, "Mar 2025", 30)
    assert queries.quality(None, medway).impossible == ()


def test_a_leap_in_a_councils_own_figures_is_looked_at(council: Council, clerk: User, client: Client) -> None:
    reports(council, clerk, "Feb 2025", 20)
    reports(council, clerk, "Mar 2025", 90)
    assert (
        "20% in February 2025, 90% in March 2025 (Mosaic)" in client.get("/areas/E06000035/quality/").content.decode()
    )


def test_a_month_between_others_that_a_council_did_not_report_is_missing(
    council: Council, clerk: User, client: Client
) -> None:
    reports(council, clerk, "Jan 2025", 20)
    reports(council, clerk, "Mar 2025", 21)
    said = client.get("/areas/E06000035/quality/").content.decode()
    assert "Nothing between January 2025 and March 2025 (Mosaic)" in said


def test_a_gap_of_one_system_is_no_gap_of_another(council: Council, clerk: User, medway: StatisticalArea) -> None:
    for period, system in (("Jan 2025", "Mosaic"), ("Feb 2025", "The inspection's tool"), ("Mar 2025", "Mosaic")):
        reports(council, clerk, period, 20, system=system)
    assert says(queries.quality(None, medway).missing) == ["Nothing between January 2025 and March 2025 (Mosaic)"]


def test_a_month_that_was_due_and_has_not_come_is_late(council: Council, clerk: User, client: Client) -> None:
    reports(council, clerk, "Jul 2025", 20)
    reports(council, clerk, "Aug 2025", 21)
    said = client.get("/areas/E06000035/quality/").content.decode()
    assert "Nothing after August 2025 (Mosaic): September 2025 was due by 14 November 2025" in said
    assert "1 is late" in said


def test_a_month_that_is_not_due_yet_is_not_late(
    council: Council, clerk: User, medway: StatisticalArea, on_day: Callable[[str], None]
) -> None:
    reports(council, clerk, "Jul 2025", 20)
    reports(council, clerk, "Aug 2025", 21)
    on_day("2025-11-14T12:00+00:00")
    assert queries.quality(None, medway).late == ()


def test_what_ended_with_the_same_month_is_late_in_one_line(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    content = b"indicator,variant,Jul 2025,Aug 2025\nre-referrals,of referrals,20,21\ncaseload,,15,16\n"
    operations.store_brought(operations.bring_own(council, "Mosaic", "own.csv", content, actor=clerk), actor=clerk)
    found = queries.quality(None, medway)
    (late,) = found.late
    assert late.more == 1
    assert "2 are late" in found.words


def test_a_month_that_officers_alone_may_see_has_not_come_for_the_public(
    council: Council, clerk: User, officer: User, medway: StatisticalArea
) -> None:
    reports(council, clerk, "Jul 2025", 20)
    reports(council, clerk, "Aug 2025", 21)
    reports(council, clerk, "Sep 2025", 22, audience=Audience.OFFICERS)
    assert len(queries.quality(None, medway).late) == 1
    assert queries.quality(officer, medway).late == ()


def test_a_system_that_another_took_the_place_of_is_waited_for_no_longer(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    for period in ("Jul 2025", "Aug 2025"):
        reports(council, clerk, period, 20, system="The old system")
    reports(council, clerk, "Sep 2025", 20)
    assert len(queries.quality(None, medway).late) == 1
    operations.add_event(council, date(2025, 9, 1), "Mosaic", Event.Kind.SYSTEM, actor=None, why="For a test")
    assert queries.quality(None, medway).late == ()


def test_a_change_of_system_excuses_nobody_before_the_new_one_has_reported(
    council: Council, clerk: User, medway: StatisticalArea
) -> None:
    for period in ("Jul 2025", "Aug 2025"):
        reports(council, clerk, period, 20, system="The old system")
    operations.add_event(council, date(2025, 9, 1), "Mosaic", Event.Kind.SYSTEM, actor=None, why="For a test")
    assert len(queries.quality(None, medway).late) == 1


def test_of_many_alike_the_page_shows_the_first_and_says_so(
    council: Council, clerk: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[queries.Quality.__module__], "MOST", 2)
    for period in ("Jan 2025", "Mar 2025", "May 2025", "Jul 2025"):
        reports(council, clerk, period, 20)
    said = client.get("/areas/E06000035/quality/").content.decode()
    assert "These are the first 2 of 3." in said
    assert said.count("Nothing between") == 2


def test_what_contradicts_leads_to_the_page_of_two_systems(council: Council, clerk: User, client: Client) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 30, system="The inspection's tool")
    assert "/areas/E06000035/systems/?indicator=re-referrals#re-referrals" in client.get(
        "/areas/E06000035/quality/"
    ).content.decode()  # fmt: skip


def test_what_a_council_lets_differ_does_not_contradict(council: Council, clerk: User, medway: StatisticalArea) -> None:
    reports(council, clerk, "Mar 2025", 24)
    reports(council, clerk, "Mar 2025", 30, system="The inspection's tool")
    operations.set_tolerance(council, None, 20, "percent", set_by="The Board", reason="Asked later", actor=None)
    assert queries.quality(None, medway).contradicting == ()


def test_the_page_asks_as_much_for_many_cards_as_for_one(
    publish: Publish, council: Council, clerk: User, medway: StatisticalArea
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as taken:
            queries.quality(None, StatisticalArea.objects.get(pk=medway.pk))
        return len(taken)

    publish(referrals({MEDWAY: [20.0, 25.0]}, first=2024))
    reports(council, clerk, "2024/25", 30)
    few = asked()
    for number in range(12):
        told = {**operations.cards.as_told(Indicator.objects.get(key="re-referrals").card), "key": f"own-{number}"}
        operations.add_card(council, {**told, "name": f"Own card {number}"}, actor=None, why="For a test")
    for system in ("Mosaic", "The inspection's tool"):
        content = "indicator,variant,period,value\n"
        content += "".join(f"own-{number},of referrals,2024/25,{number + 30}\n" for number in range(12))
        one = operations.bring_own(council, system, "many.csv", content.encode(), actor=clerk)
        operations.store_brought(one, actor=clerk)
    assert len(queries.quality(None, medway).contradicting) > 12
    assert asked() == few


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
