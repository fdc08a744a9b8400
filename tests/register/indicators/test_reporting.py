from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.measures.published import ChildLevel
from arising.measures.values import Symbol
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Brought, Indicator, Report, Reported, StatisticalArea
from register.indicators.conftest import Publish

FILE = b"indicator,variant,Jan 2025,Feb 2025,Mar 2025\nre-referrals,of referrals,20,c,22.5\n"
OVER = b"indicator,variant,period,value,numerator,denominator\nre-referrals,of referrals,Mar 2025,104,52,50\n"
CHILDREN = b"indicator,period,value,UPN,Date of birth\nre-referrals,Mar 2025,1,A123456789012,04/05/2011\n"


@pytest.fixture(autouse=True)
def is_the_area(council: Council, medway: StatisticalArea) -> None:
    medway.refresh_from_db()


def put(council: Council, clerk: User, content: bytes = FILE, **told: object) -> Report:
    one = operations.bring_own(council, "Mosaic", "own.csv", content, actor=clerk, **told)  # type: ignore[arg-type]
    done = operations.store_brought(one, actor=clerk)
    assert isinstance(done, Report)
    return done


def test_a_councils_own_months_are_taken_in(council: Council, clerk: User) -> None:
    report = put(council, clerk, on=date(2025, 4, 4))
    kept = Reported.objects.order_by("end").values_list("end", "value", "symbol", "column")
    assert list(kept) == [
        (date(2025, 1, 31), 20.0, "", "Jan 2025"),
        (date(2025, 2, 28), None, "c", "Feb 2025"),
        (date(2025, 3, 31), 22.5, "", "Mar 2025"),
    ]
    assert report.reported_on == date(2025, 4, 4)


def test_the_same_file_again_changes_nothing(council: Council, clerk: User) -> None:
    assert put(council, clerk) == put(council, clerk)
    assert Reported.objects.count() == 3


def test_what_cannot_be_right_is_told_and_kept(council: Council, clerk: User) -> None:
    report = put(council, clerk, OVER)
    assert any("its numerator is above its denominator: 52 of 50" in line for line in report.doubts)
    assert Reported.objects.get().value == 104


def test_a_file_about_single_children_is_refused_and_nothing_of_it_kept(council: Council, clerk: User) -> None:
    with pytest.raises(ChildLevel):
        operations.bring_own(council, "Mosaic", "list.csv", CHILDREN, actor=clerk)
    assert not Brought.objects.exists()


def test_a_system_that_is_written_otherwise_is_the_same(council: Council, clerk: User) -> None:
    put(council, clerk)
    again = operations.bring_own(council, " mosaic ", "later.csv", FILE.replace(b"22.5", b"23.5"), actor=clerk)
    operations.store_brought(again, actor=clerk)
    assert set(Report.objects.values_list("system", flat=True)) == {"Mosaic"}
    assert Report.objects.count() == 2


def test_figures_without_a_system_are_refused(council: Council, clerk: User) -> None:
    with pytest.raises(ValidationError, match="where the figures come from"):
        operations.bring_own(council, " ", "own.csv", FILE, actor=clerk)


def test_the_page_shows_what_each_system_says(
    council: Council, clerk: User, client: Client, publish: Publish
) -> None:  # fmt: skip
    publish()
    put(council, clerk)
    said = client.get("/indicators/re-referrals/", {"area": "E06000035", "system": "Mosaic"}).content.decode()
    assert "own.csv, row 2, Mar 2025" in said
    assert "kept back so that nobody can be recognised" in said


def test_a_later_report_of_the_same_period_counts(
    council: Council, clerk: User, medway: StatisticalArea, rereferrals: Indicator
) -> None:
    put(council, clerk, on=date(2025, 4, 4))
    put(council, clerk, FILE.replace(b"22.5", b"23.5"), on=date(2025, 5, 4))
    card = rereferrals.card
    (held,) = queries.from_council(None, card, card.variants[0].key, medway)
    assert [one.value for one in held.observations] == [20.0, Symbol.SUPPRESSED, 23.5]


def test_a_report_for_officers_is_not_there_for_the_public(
    council: Council, clerk: User, officer: User, client: Client, medway: StatisticalArea, rereferrals: Indicator
) -> None:
    report = put(council, clerk, audience=Audience.OFFICERS)
    card = rereferrals.card
    assert client.get(report.get_absolute_url()).status_code == 404
    assert queries.from_council(None, card, card.variants[0].key, medway) == []
    assert len(queries.from_council(officer, card, card.variants[0].key, medway)) == 1


def test_an_area_with_a_report_for_officers_alone_is_no_area_for_the_public(
    council: Council, clerk: User, officer: User, medway: StatisticalArea
) -> None:
    put(council, clerk, audience=Audience.OFFICERS)
    assert not queries.areas(None).filter(pk=medway.pk).exists()
    assert queries.areas(officer).filter(pk=medway.pk).exists()


def test_a_figure_can_be_typed_in(
    council: Council, medway: StatisticalArea, rereferrals: Indicator, clerk: User
) -> None:  # fmt: skip
    operations.type_in(
        council, medway, rereferrals, "referrals", "Mar 2025", "24.8%",
        system="Mosaic", on=date(2025, 4, 4), actor=clerk, why="For a test",
    )  # fmt: skip
    assert (Reported.objects.get().value, Reported.objects.get().end) == (24.8, date(2025, 3, 31))


@pytest.mark.parametrize(
    ("period", "value", "words"),
    [
        ("last spring", "24", "is no period"),
        ("Mar 2025", "many", "neither a number nor one of the symbols"),
        ("Mar 2025", "", "Give a number"),
        ("Mar 2025", "130", "over 100%"),
    ],
)
def test_what_cannot_be_typed_in_is_refused(
    council: Council, medway: StatisticalArea, rereferrals: Indicator, period: str, value: str, words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        operations.type_in(
            council, medway, rereferrals, "referrals", period, value, system="Mosaic", on=date(2025, 4, 4),
            seen=Seen(), actor=None, why="For a test",
        )  # fmt: skip
    assert not Report.objects.exists()


def test_a_member_reports_nothing(council: Council, member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.bring_own(council, "Mosaic", "own.csv", FILE, actor=member)


def test_a_clerk_looks_at_the_figures_before_they_are_stored(council: Council, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    sent = {"council": council.pk, "system": "Mosaic", "audience": "public", "file": SimpleUploadedFile("o.csv", OVER)}
    looked = client.post("/figures/own/add/", sent, follow=True)
    assert "its numerator is above its denominator" in looked.content.decode()
    assert not Report.objects.exists()
    stored = client.post(looked.redirect_chain[-1][0], follow=True).content.decode()
    assert "What Medway Council reported: Mosaic, o.csv" in stored


def test_the_empty_file_can_be_filled_in_and_brought_in(council: Council, clerk: User, client: Client) -> None:
    lines = client.get("/figures/own/template.csv").content.decode().splitlines()
    filled = [f"{line[: line.rindex(',')]},5" if "Re-referrals" in line else line for line in lines]
    report = put(council, clerk, "\r\n".join([*filled, ""]).encode())
    assert {one.indicator.key for one in Reported.objects.filter(report=report)} == {"re-referrals"}


def test_a_report_is_taken_away_with_its_figures_and_its_history_stays(
    council: Council, clerk: User, client: Client
) -> None:  # fmt: skip
    report = put(council, clerk)
    client.force_login(clerk)
    client.post(f"/reports/{report.pk}/drop/", {"why": "The wrong month"})
    assert not Reported.objects.exists()
    assert Report.history.filter(history_change_reason="The wrong month").exists()
