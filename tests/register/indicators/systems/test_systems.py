"""Two systems, one truth: what each tells, by how much they differ and may differ."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Event, Indicator, StatisticalArea, Tolerance
from arising.register.indicators.views import systems as views
from register.indicators.conftest import Publish
from register.indicators.figures import MEDWAY, referrals
from register.indicators.systems.two_systems import TOOL, Reports

PAGE = "/areas/E06000035/systems/"
SET: dict[str, Any] = {"set_by": "The Improvement Board", "reason": "The tool is asked a week later.", "actor": None}


@pytest.fixture(autouse=True)
def ready(on_day: Callable[[str], None], council: Council, medway: StatisticalArea) -> None:
    on_day("2025-11-20T12:00+00:00")
    medway.refresh_from_db()


def only(area: StatisticalArea, user: User | None = None) -> queries.Place:
    (place,) = queries.systems(user, area).places
    return place


def test_what_two_systems_give_of_one_period_stands_side_by_side(reports: Reports, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    place = only(medway)
    assert [(told.name, told.observation.value) for told in place.told] == [("Mosaic", 24.0), (TOOL, 30.0)]
    assert (place.label, place.status) == ("March 2025", "open")
    assert place.variances[0].words == (
        "They differ by 6 percentage points (20% of the larger), more than the 5% that they may."
    )


def test_what_was_published_counts_as_a_system(publish: Publish, reports: Reports, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [20.0]}, first=2025))
    reports("2024/25", 30)
    assert [told.name for told in only(medway).told] == ["What was published", "Mosaic"]


def test_every_two_of_three_systems_are_held_against_one_another(
    publish: Publish, reports: Reports, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [20.0]}, first=2025))
    reports("2024/25", 20, 30)
    assert [each.is_within for each in only(medway).variances] == [True, False, False]
    assert only(medway).status == "open"


def test_what_one_system_alone_gives_is_held_against_nothing(reports: Reports, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24)
    found = queries.systems(None, medway)
    assert found.places == ()
    assert found.words.startswith("No two systems give a figure of Medway")


def test_a_symbol_is_held_against_nothing(reports: Reports, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, "c")
    assert queries.systems(None, medway).places == ()


def test_a_figure_that_a_later_report_keeps_back_no_longer_differs(reports: Reports, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    reports("Mar 2025", "c")
    assert queries.systems(None, medway).places == ()


def test_what_is_counted_on_a_day_meets_whether_told_of_the_month_or_the_day(
    reports: Reports, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 300, indicator="protection-plans", variant="on 31 March")
    reports("31/03/2025", 200, system=TOOL, indicator="protection-plans", variant="on 31 March")
    assert only(medway).label == "31 March 2025"


def test_the_answer_counts_what_differs_and_how_it_stands(reports: Reports, medway: StatisticalArea) -> None:
    reports("Jan 2025", 24, 24)
    reports("Feb 2025", 24, 30)
    reports("Mar 2025", 24, 40)
    assert queries.systems(None, medway).words == (
        "In 2 of 3 places two systems differ by more than they may; 2 are open."
    )


def test_where_all_agree_that_is_said(reports: Reports, medway: StatisticalArea) -> None:
    reports("Jan 2025", 24, 24)
    assert queries.systems(None, medway).words == (
        "In none of 1 place do two systems differ by more than they may."
    )  # fmt: skip


def test_what_has_been_open_for_longest_comes_first_and_what_agrees_last(
    reports: Reports, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 24, on=date(2025, 4, 1))
    reports("Feb 2025", 24, 30, on=date(2025, 6, 1))
    reports("Jan 2025", 24, 30, on=date(2025, 7, 1))
    assert [each.label for each in queries.systems(None, medway).places] == [
        "February 2025", "January 2025", "March 2025"
    ]  # fmt: skip


def test_a_figure_that_is_reported_again_unchanged_is_no_newer_for_it(
    reports: Reports, medway: StatisticalArea
) -> None:
    reports("Feb 2025", 24, 30, on=date(2025, 4, 1))
    reports("Feb 2025", 24, 30, on=date(2025, 7, 1), name="again.csv")
    assert only(medway).since == date(2025, 4, 1)


def test_each_figure_leads_to_its_report_or_its_release(publish: Publish, reports: Reports, client: Client) -> None:
    release = publish(referrals({MEDWAY: [20.0]}, first=2025))
    (report,) = reports("2024/25", 30)
    said = client.get(PAGE).content.decode()
    assert f'href="{release.get_absolute_url()}">20%</a>' in said
    assert f'href="{report.get_absolute_url()}">30%</a>' in said


def test_a_figure_that_somebody_may_not_see_differs_from_nothing_for_them(
    reports: Reports, officer: User, client: Client, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24)
    reports("Mar 2025", 30, system=TOOL, audience=Audience.OFFICERS)
    assert queries.systems(None, medway).places == ()
    assert only(medway, officer).status == "open"
    assert "inspection" not in client.get(PAGE).content.decode()


def test_figures_that_another_council_reported_are_not_among_them(
    reports: Reports, clerk: User, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24)
    other = Council.objects.create(name="Fenwick", key="fenwick", slug="fenwick")
    content = b"indicator,variant,area,period,value\nre-referrals,of referrals,Medway,Mar 2025,30\n"
    operations.store_brought(operations.bring_own(other, "Liquid", "f.csv", content, actor=clerk), actor=clerk)
    assert queries.systems(clerk, medway).places == ()


def test_an_area_without_a_council_says_so(publish: Publish, client: Client) -> None:
    publish()
    assert "No council in this register is this area" in client.get("/areas/E92000001/systems/").content.decode()


def test_the_list_is_narrowed_by_indicator_and_by_how_they_stand(reports: Reports, client: Client) -> None:
    reports("Jan 2025", 24, 24)
    reports("Feb 2025", 24, 30)
    reports("Feb 2025", 50, 80, indicator="caseload", variant="")
    answers: list[tuple[dict[str, str], str]] = [
        ({"status": "open"}, "2 places"), ({"status": "agree"}, "1 place"), ({"indicator": "caseload"}, "1 place"),
        ({"indicator": "caseload", "status": "agree"}, "None of these"), ({"status": "nonsense"}, "3 places"),
    ]  # fmt: skip
    for asked, shown in answers:
        assert shown in client.get(PAGE, asked).content.decode()


def test_a_long_list_has_pages(reports: Reports, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PER_PAGE", 2)
    for month in ("Jan", "Feb", "Mar"):
        reports(f"{month} 2025", 24, 30)
    said = client.get(PAGE, {"page": "2", "status": "open"}).content.decode()
    assert "page 2 of 2" in said
    assert said.count('scope="row"') == 1


def test_the_list_comes_as_csv_without_formulas_and_without_pages(
    reports: Reports, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PER_PAGE", 1)
    reports("Jan 2025", 24, 24)
    reports("Feb 2025", 24)
    reports("Feb 2025", 30, system="=cmd()")
    lines = list(csv.reader(io.StringIO(client.get("/areas/E06000035/systems.csv").content.decode())))
    assert len(lines) == 3
    told = dict(zip(range(len(lines[0])), lines[1], strict=True))
    assert lines[1][2:5] == ["February 2025", "2025-02-01", "2025-02-28"]
    assert "'=cmd()" in told.values()
    assert (lines[1][12:17]) == ["6.0", "20.0", "5% of the larger figure", "no", "open"]


def test_the_list_as_csv_is_narrowed_as_the_page_is(reports: Reports, client: Client) -> None:
    reports("Jan 2025", 24, 24)
    reports("Feb 2025", 24, 30)
    assert len(client.get("/areas/E06000035/systems.csv", {"status": "open"}).content.decode().splitlines()) == 2


def test_the_usual_tolerance_is_said(reports: Reports, client: Client) -> None:
    reports("Jan 2025", 24, 24)
    assert "Where the council has set nothing: by 5% of the larger figure." in client.get(PAGE).content.decode()


@pytest.mark.parametrize(("value", "of"), [(25, "percent"), (6, "unit")])
def test_a_council_sets_by_how_much_an_indicator_may_differ(
    reports: Reports, council: Council, rereferrals: Indicator, medway: StatisticalArea, value: float, of: str
) -> None:
    reports("Mar 2025", 24, 30)
    operations.set_tolerance(council, rereferrals, value, of, **SET)
    assert only(medway).status == "agree"


def test_what_holds_for_all_indicators_gives_way_to_what_holds_for_one(
    reports: Reports, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    operations.set_tolerance(council, None, 50, "percent", **SET)
    assert only(medway).status == "agree"
    operations.set_tolerance(council, rereferrals, 1, "percent", **SET)
    assert only(medway).status == "open"


def test_a_tolerance_takes_the_place_of_the_one_before_which_stays_in_sight(
    reports: Reports, council: Council, rereferrals: Indicator, client: Client
) -> None:
    reports("Mar 2025", 24, 30)
    operations.set_tolerance(council, rereferrals, 10, "percent", **SET)
    operations.set_tolerance(council, rereferrals, 30, "percent", **SET)
    said = client.get(PAGE).content.decode()
    assert "by 30% of the larger figure, set by The Improvement Board on 20 November 2025. The tool is" in said
    assert "by 10% of the larger figure, set by The Improvement Board on 20 November 2025; dropped on" in said


def test_a_tolerance_that_is_dropped_leaves_what_holds_for_all(
    reports: Reports, council: Council, rereferrals: Indicator, clerk: User, client: Client, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    one = operations.set_tolerance(council, rereferrals, 25, "percent", **SET)
    client.force_login(clerk)
    client.post(f"/tolerances/{one.pk}/drop/", {"why": "It hid a fault"})
    assert only(medway).status == "open"
    assert Tolerance.history.filter(history_change_reason="It hid a fault", history_user=clerk).exists()
    with pytest.raises(ValidationError, match="dropped already"):
        operations.drop_tolerance(one, actor=clerk, why="Again")
    assert client.get(f"/tolerances/{one.pk}/drop/").status_code == 404


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"value": -1}, "0 or more"),
        ({"value": float("nan")}, "0 or more"),
        ({"value": float("inf")}, "0 or more"),
        ({"value": 101}, "0 to 100"),
        ({"value": 2.25}, "one decimal"),
        ({"of": "children"}, "what it is given in"),
        ({"of": "unit", "indicator": None}, "different units"),
        ({"reason": " "}, "why they may differ"),
        ({"set_by": " "}, "who set it"),
    ],
)
def test_what_is_no_tolerance_is_refused(
    council: Council, rereferrals: Indicator, told: dict[str, Any], words: str
) -> None:
    given = {"indicator": rereferrals, "value": 5, "of": "percent", **SET, **told}
    with pytest.raises(ValidationError, match=words):
        operations.set_tolerance(council, **given)
    assert not Tolerance.objects.exists()


def test_a_clerk_sets_a_tolerance_on_its_page(reports: Reports, clerk: User, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    client.force_login(clerk)
    sent = {"indicator": "re-referrals", "value": "2.25", "of": "unit", "set_by": "The Board", "reason": "Asked later"}
    assert "one decimal at most" in client.post(f"{PAGE}tolerances/add/", sent).content.decode()
    said = client.post(f"{PAGE}tolerances/add/", {**sent, "value": "2.5"}, follow=True).content.decode()
    assert "Re-referrals within 12 months: by 2.5 percentage points, set by The Board" in said


def test_a_member_sets_no_tolerance(reports: Reports, council: Council, member: User, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    with pytest.raises(PermissionDenied):
        operations.set_tolerance(council, None, 5, "percent", **{**SET, "actor": member})
    client.force_login(member)
    assert client.get(f"{PAGE}tolerances/add/").status_code == 403
    assert "Set by how much" not in client.get(PAGE).content.decode()


def test_a_tolerance_of_an_indicator_that_a_reader_sees_no_two_figures_of_is_not_shown(
    reports: Reports, council: Council, clerk: User, client: Client
) -> None:
    reports("Mar 2025", 24, 30)
    about = Indicator.objects.get(key="caseload")
    operations.set_tolerance(council, about, 9, "percent", **SET)
    assert "Caseload" not in client.get(PAGE).content.decode()
    client.force_login(clerk)
    assert "Caseload of social workers: by 9%" in client.get(PAGE).content.decode()


def test_a_change_of_system_stands_beside_what_came_after_it(
    reports: Reports, council: Council, medway: StatisticalArea, client: Client
) -> None:
    for month in ("Mar", "Apr", "May"):
        reports(f"{month} 2025", 24, 30)
    told: dict[str, Any] = {"actor": None, "why": "For a test"}
    operations.add_event(council, date(2025, 4, 14), "New case system", Event.Kind.SYSTEM, **told)
    operations.add_event(council, date(2025, 1, 1), "New practice", Event.Kind.PRACTICE, **told)
    held = {each.label: each.after_change for each in queries.systems(None, medway).places}
    assert held == {
        "March 2025": "",
        "April 2025": "The system changed in this period, on 14 April 2025: New case system",
        "May 2025": "After the change of system on 14 April 2025: New case system",
    }
    assert "14 April 2025: New case system" in client.get(PAGE).content.decode()


def test_a_change_of_system_of_another_indicator_stands_beside_that_alone(
    reports: Reports, council: Council, medway: StatisticalArea
) -> None:
    reports("May 2025", 24, 30)
    about = [Indicator.objects.get(key="caseload")]
    operations.add_event(
        council, date(2025, 4, 14), "New payroll", Event.Kind.SYSTEM, indicators=about, actor=None, why="For a test"
    )
    assert only(medway).after_change == ""


def test_the_page_of_an_indicator_says_where_two_systems_differ(reports: Reports, client: Client) -> None:
    reports("Jan 2025", 24, 24)
    reports("Feb 2025", 24, 30)
    said = client.get("/indicators/re-referrals/", {"area": "E06000035"}).content.decode()
    assert "In 1 of 2 periods two systems differ by more than they may; 1 is open." in said
    assert "/areas/E06000035/systems/?indicator=re-referrals" in said


def test_the_page_of_an_indicator_says_nothing_where_two_systems_agree(reports: Reports, client: Client) -> None:
    reports("Jan 2025", 24, 24)
    assert "two systems" not in client.get("/indicators/re-referrals/", {"area": "E06000035"}).content.decode()


def test_the_page_of_a_report_says_in_how_many_places_it_differs(reports: Reports, client: Client) -> None:
    (one,) = reports("Mar 2025", 24)
    (other,) = reports("Mar 2025", 30, system=TOOL)
    (alike,) = reports("Apr 2025", 30, system=TOOL)
    for report in (one, other):
        assert "In 1 place it differs by more than it may" in client.get(report.get_absolute_url()).content.decode()
    assert "it differs by more" not in client.get(alike.get_absolute_url()).content.decode()


def test_the_page_asks_as_much_for_many_places_as_for_one(
    publish: Publish, reports: Reports, medway: StatisticalArea
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as taken:
            queries.systems(None, StatisticalArea.objects.get(pk=medway.pk))
        return len(taken)

    publish(referrals({MEDWAY: [20.0]}, first=2025))
    reports("2024/25", 24, 30)
    few = asked()
    for month in ("Feb", "Mar", "Apr"):
        reports(f"{month} 2025", 24, 30)
        reports(f"{month} 2025", 24, 30, indicator="caseload", variant="")
    assert asked() == few
