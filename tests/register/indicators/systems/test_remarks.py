"""What people say of two systems that differ, and how it stands since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.measures.periods import Kind, Period, month
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Council
from arising.register.bodies.operations import set_clerkships
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Remark, Report, Side, StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.figures import MEDWAY, referrals
from register.indicators.systems.two_systems import ADD, PAGE, TOOL, WHY, Reports, Say

OFFICERS = Seen(Audience.OFFICERS)


@pytest.fixture(autouse=True)
def ready(on_day: Callable[[str], None], council: Council, medway: StatisticalArea) -> None:
    on_day("2025-11-20T12:00+00:00")
    medway.refresh_from_db()


def variance(area: StatisticalArea, user: User | None = None) -> queries.Variance:
    """The one pair that ``user`` sees."""
    (place,) = queries.systems(user, area).places
    return place.variances[0]


def test_a_remark_says_how_two_figures_stand(reports: Reports, say: Say, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    say()
    assert variance(medway).status == "explained"
    assert queries.systems(None, medway).words == (
        "In 1 of 1 place two systems differ by more than they may; 1 is explained."
    )


def test_a_remark_keeps_the_two_figures_that_it_is_about_and_who_said_it(
    reports: Reports, say: Say, clerk: User
) -> None:
    one, other = reports("Mar 2025", 24, 30)
    kept = say()
    assert (kept.one_system, kept.one_value, kept.one_report) == ("Mosaic", 24.0, one)
    assert (kept.other_system, kept.other_value, kept.other_report) == (TOOL, 30.0, other)
    assert (kept.said_by, kept.added_by) == ("The head of performance", clerk)


def test_it_is_open_again_when_a_figure_changes(reports: Reports, say: Say, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    say()
    reports("Mar 2025", 24, 40)
    held = variance(medway)
    assert (held.status, held.standing_remark) == ("open", None)
    assert [one.text for one in held.earlier_remarks] == [WHY]


def test_what_was_said_holds_again_when_the_same_figures_come_back(
    reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    say()
    reports("Mar 2025", 24, 40)
    reports("Mar 2025", 24, 30, name="back.csv")
    assert variance(medway).status == "explained"


def test_it_is_open_again_when_a_later_release_revises_what_was_published(
    publish: Publish, reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [20.0]}, first=2025), published_on=date(2025, 10, 1))
    reports("2024/25", 30)
    assert say().one_report is None
    assert variance(medway).status == "explained"
    publish(referrals({MEDWAY: [21.0]}, first=2025), published_on=date(2025, 11, 1))
    assert variance(medway).status == "open"


def test_a_remark_on_what_is_counted_on_a_day_stands_however_its_period_is_told(
    reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 300, indicator="protection-plans", variant="on 31 March")
    reports("31/03/2025", 200, system=TOOL, indicator="protection-plans", variant="on 31 March")
    say()
    reports("2024/25", 300, indicator="protection-plans", variant="on 31 March")
    assert variance(medway).status == "explained"


def test_the_same_figures_in_a_later_report_leave_it_explained(
    reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    say()
    reports("Mar 2025", 24, 30, name="again.csv")
    assert variance(medway).status == "explained"


@pytest.mark.parametrize("status", ["open", "explained"])
def test_when_they_agree_it_stays_as_it_was_left_until_somebody_says_so(
    reports: Reports, say: Say, medway: StatisticalArea, client: Client, status: str
) -> None:
    reports("Mar 2025", 24, 30)
    say(status=status)
    reports("Mar 2025", 30, 30, name="right.csv")
    assert (variance(medway).status, variance(medway).agrees_now) == (status, True)
    assert "They agree now, and nobody has said yet that it is resolved." in client.get(PAGE).content.decode()
    assert queries.systems(None, medway).words.endswith("1 agrees now, and nobody has said yet that it is resolved.")


def test_what_agrees_is_resolved_when_somebody_says_so(reports: Reports, say: Say, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    say(status="open")
    reports("Mar 2025", 30, 30, name="right.csv")
    say("Mosaic was wrong.", "resolved")
    assert (variance(medway).status, variance(medway).agrees_now) == ("resolved", False)


def test_what_was_resolved_is_open_again_when_they_differ(reports: Reports, say: Say, medway: StatisticalArea) -> None:
    reports("Mar 2025", 30, 30)
    say("Mosaic was wrong.", "resolved")
    reports("Mar 2025", 24, 30, name="wrong.csv")
    assert variance(medway).status == "open"


def test_what_was_resolved_is_open_again_when_less_may_differ(
    reports: Reports, say: Say, council: Council, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 29, 30)
    say("Rounded otherwise.", "resolved")
    operations.set_tolerance(council, None, 1, "percent", set_by="The Board", reason="Too wide", actor=None)
    assert variance(medway).status == "open"


def test_nothing_is_resolved_while_they_differ(reports: Reports, say: Say) -> None:
    reports("Mar 2025", 24, 30)
    with pytest.raises(ValidationError, match="still differ"):
        say(status="resolved")


def test_several_remarks_stand_in_the_order_in_which_they_were_made(
    reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    say("It is looked into.", "open")
    say(WHY, "explained")
    say("That does not hold.", "open")
    held = variance(medway)
    assert held.standing_remark is not None
    assert [held.standing_remark.text, *(one.text for one in held.earlier_remarks)] == [
        "That does not hold.", WHY, "It is looked into."
    ]  # fmt: skip
    assert held.status == "open"


@pytest.mark.parametrize(
    ("told", "words"),
    [({"text": " "}, "what is to be said"), ({"said_by": ""}, "who says so"), ({"status": "closed"}, "how it stands")],
)
def test_a_remark_that_says_too_little_is_refused(
    reports: Reports, say: Say, told: dict[str, str], words: str
) -> None:  # fmt: skip
    reports("Mar 2025", 24, 30)
    with pytest.raises(ValidationError, match=words):
        say(**told)
    assert not Remark.objects.exists()


def test_a_remark_is_seen_by_nobody_who_may_not_see_both_reports(
    reports: Reports, say: Say, officer: User, client: Client, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24)
    reports("Mar 2025", 30, system=TOOL, audience=Audience.OFFICERS)
    kept = say(seen=Seen(Audience.PUBLIC))
    assert kept.audience == Audience.OFFICERS
    assert variance(medway, officer).status == "explained"
    assert WHY not in client.get(PAGE).content.decode()


def test_a_remark_of_a_report_that_is_taken_away_stays_with_those_who_could_see_it(
    reports: Reports, say: Say, clerk: User, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24)
    (report,) = reports("Mar 2025", 30, system=TOOL, audience=Audience.OFFICERS)
    say()
    operations.take_back(report, actor=clerk, why="The wrong month")
    reports("Mar 2025", 30, system=TOOL, name="public.csv")
    assert variance(medway).status == "open"
    assert variance(medway, clerk).status == "explained"


def test_a_remark_follows_its_report_when_that_closes(
    reports: Reports, say: Say, clerk: User, medway: StatisticalArea
) -> None:
    _, other = reports("Mar 2025", 24, 30)
    say()
    reports("Mar 2025", 30, system=TOOL, name="again.csv")
    Report.objects.filter(pk=other.pk).update(audience=Audience.CLERKS)
    assert variance(medway).status == "open"
    assert variance(medway, clerk).status == "explained"


def test_a_remark_for_officers_is_not_there_for_the_public(
    reports: Reports, say: Say, officer: User, client: Client, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    say(seen=OFFICERS)
    assert variance(medway).status == "open"
    assert variance(medway, officer).status == "explained"
    assert WHY not in client.get(PAGE).content.decode() + client.get("/areas/E06000035/systems.csv").content.decode()
    client.force_login(officer)
    assert WHY in client.get(PAGE).content.decode()
    assert WHY in client.get("/areas/E06000035/systems.csv").content.decode()


def test_a_remark_that_is_held_back_opens_at_its_time(
    reports: Reports, say: Say, medway: StatisticalArea, on_day: Callable[[str], None]
) -> None:
    reports("Mar 2025", 24, 30)
    say(seen=Seen(visible_from=datetime(2025, 12, 1, tzinfo=UTC)))
    assert variance(medway).status == "open"
    on_day("2025-12-01T00:00+00:00")
    assert variance(medway).status == "explained"


def test_whoever_reads_how_it_stands_reads_that_it_no_longer_does(reports: Reports, say: Say) -> None:
    reports("Mar 2025", 24, 30)
    say()
    with pytest.raises(ValidationError, match="must read this too"):
        say("That does not hold.", "open", seen=OFFICERS)
    assert say("More of it.", "explained", seen=OFFICERS).pk
    assert say("That does not hold.", "open").pk


def test_what_everybody_reads_is_not_overtaken_behind_a_remark_for_officers(reports: Reports, say: Say) -> None:
    reports("Mar 2025", 24, 30)
    say()
    say("More of it.", "explained", seen=OFFICERS)
    with pytest.raises(ValidationError, match="must read this too"):
        say("That does not hold.", "open", seen=OFFICERS)


def test_a_remark_about_a_figure_that_nobody_gave_is_refused(reports: Reports, medway: StatisticalArea) -> None:
    one, other = reports("Mar 2025", 24, 30)
    indicator = one.figures.get().indicator
    told: dict[str, Any] = {"text": WHY, "status": "open", "said_by": "One", "actor": None, "why": "For a test"}
    for sides in (
        (Side("Mosaic", 25.0, one), Side(TOOL, 30.0, other)), (Side("Mosaic", 24.0), Side(TOOL, 30.0, other)),
        (Side("Liquid", 24.0, one), Side(TOOL, 30.0, other)), (Side(TOOL, 30.0, other), Side("Mosaic", 24.0, one)),
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            operations.add_remark(medway, indicator, "referrals", month(2025, 3), *sides, **told)
    assert not Remark.objects.exists()


def test_what_officers_alone_were_told_may_be_overtaken_for_everybody(
    reports: Reports, say: Say, medway: StatisticalArea
) -> None:
    reports("Mar 2025", 24, 30)
    say("It is looked into.", "open", seen=OFFICERS)
    say()
    assert variance(medway).status == "explained"


def test_of_two_who_write_at_once_the_second_is_told(reports: Reports, say: Say) -> None:
    reports("Mar 2025", 24, 30)
    say(after=0)
    with pytest.raises(ValidationError, match="Somebody wrote meanwhile: “The tool leaves out"):
        say("It is looked into.", "open", after=0)


def test_a_member_writes_no_remark(reports: Reports, say: Say, member: User, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    with pytest.raises(PermissionDenied):
        say(actor=member)
    client.force_login(member)
    assert client.get(ADD).status_code == 403
    assert "remarks/add" not in client.get(PAGE).content.decode()


def test_a_clerk_writes_nothing_of_a_report_that_they_may_not_see(
    reports: Reports, council: Council, medway: StatisticalArea, client: Client
) -> None:
    body = Body.objects.create(council=council, name="Panel", slug="panel", key="panel")
    one = add_user("one@kelderdale.example", Role.CLERK, name="One", actor=None, why="For a test")
    set_clerkships(one, bodies=[body], actor=None, why="For a test")
    reports("Mar 2025", 24)
    (closed,) = reports("Mar 2025", 30, system=TOOL, audience=Audience.OFFICERS)
    client.force_login(one)
    assert client.get(ADD).status_code == 404
    told = closed.figures.get()
    period = Period(told.end, told.start, Kind(told.kind))
    with pytest.raises(PermissionDenied):
        operations.add_remark(
            medway, told.indicator, told.variant, period, Side("Mosaic", 24.0), Side(TOOL, 30.0, closed), text=WHY,
            status="open", said_by="One", actor=one, why="For a test",
        )  # fmt: skip
