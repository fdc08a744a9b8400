"""Saying why two systems differ, on a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from arising.measures.periods import month
from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations
from arising.register.indicators.models import Remark, Side, StatisticalArea
from register.indicators.systems.two_systems import ADD, ASKED, PAGE, TOOL, WHY, Reports, Say


@pytest.fixture(autouse=True)
def ready(on_day: Callable[[str], None], council: Council, medway: StatisticalArea) -> None:
    on_day("2025-11-20T12:00+00:00")
    medway.refresh_from_db()


def test_the_page_says_of_which_figures_an_earlier_remark_was(reports: Reports, say: Say, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    say()
    reports("Mar 2025", 24, 40)
    said = client.get(PAGE).content.decode()
    assert "1 earlier remark" in said
    assert "of 24% and 30%: explained" in said


def test_a_remark_is_offered_to_nobody_who_may_not_see_both_reports(
    reports: Reports, clerk: User, client: Client
) -> None:
    reports("Mar 2025", 24)
    reports("Mar 2025", 30, system=TOOL, audience=Audience.OFFICERS)
    client.force_login(clerk)
    offered = [value for value, _ in client.get(ADD).context["form"].fields["audience"].choices]
    assert offered == ["officers", "clerks"]


def test_a_clerk_says_why_on_the_page(reports: Reports, clerk: User, client: Client, medway: StatisticalArea) -> None:
    reports("Mar 2025", 24, 30)
    client.force_login(clerk)
    form = client.get(ADD)
    assert "resolved" not in [value for value, _ in form.context["form"].fields["status"].choices]
    sent = {
        "text": WHY, "status": "explained", "said_by": "The head of performance", "audience": "public",
        "version": "0", "figures": "24.0 30.0",
    }  # fmt: skip
    answer = client.post(ADD, sent, follow=True)
    assert answer.redirect_chain[0][0].startswith(f"{PAGE}?indicator=re-referrals#re-referrals-referrals-month_2025")
    assert WHY in answer.content.decode()
    assert "Written down by Clerk" in answer.content.decode()


def test_the_public_does_not_read_which_user_wrote_it_down(reports: Reports, say: Say, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    say()
    said = client.get(PAGE).content.decode()
    assert "The head of performance" in said
    assert "Written down by" not in said


def test_what_was_written_of_figures_that_changed_since_is_not_stored_before_it_was_looked_at_again(
    reports: Reports, clerk: User, client: Client
) -> None:
    reports("Mar 2025", 24, 30)
    client.force_login(clerk)
    sent = {
        "text": WHY, "status": "explained", "said_by": "The head of performance", "audience": "public",
        "version": "0", "figures": "24.0 30.0",
    }  # fmt: skip
    reports("Mar 2025", 24, 40)
    again = client.post(ADD, sent).content.decode()
    assert "The figures changed since you opened this page." in again
    assert 'value="24.0 40.0"' in again
    assert not Remark.objects.exists()
    client.post(ADD, {**sent, "figures": "24.0 40.0"})
    assert Remark.objects.get().other_value == 40


def test_one_remark_is_said_of_all_periods_in_which_nobody_has_said_why(
    reports: Reports, say: Say, clerk: User, client: Client
) -> None:
    reports("Mar 2025", 24, 30)
    earlier = say("It is looked into.", "open")
    for period in ("Apr 2025", "May 2025"):
        reports(period, 25, 31)
    reports("Jun 2025", 25, 25)
    reports("Apr 2025", 25, 31, indicator="caseload", variant="")
    client.force_login(clerk)
    add = ADD.replace("2025-03-01", "2025-04-01").replace("2025-03-31", "2025-04-30")
    assert "It holds in the other period in which these two differ" in client.get(add).content.decode()
    sent = {
        "text": WHY, "status": "explained", "said_by": "The team", "audience": "public", "version": "0",
        "figures": "25.0 31.0; 25.0 31.0", "everywhere": "true",
    }  # fmt: skip
    client.post(add, sent)
    said = Remark.objects.exclude(pk=earlier.pk).order_by("end")
    assert [(one.indicator.key, one.end.month) for one in said] == [("re-referrals", 4), ("re-referrals", 5)]


def test_one_remark_is_said_of_one_period_where_nobody_asks_for_more(
    reports: Reports, clerk: User, client: Client
) -> None:
    for period in ("Mar 2025", "Apr 2025"):
        reports(period, 24, 30)
    client.force_login(clerk)
    sent = {
        "text": WHY, "status": "explained", "said_by": "The team", "audience": "public", "version": "0",
        "figures": "24.0 30.0; 24.0 30.0",
    }  # fmt: skip
    client.post(ADD, sent)
    assert [one.end.month for one in Remark.objects.all()] == [3]


def test_who_speaks_of_all_periods_is_told_when_one_of_them_changed(
    reports: Reports, clerk: User, client: Client
) -> None:
    for period in ("Mar 2025", "Apr 2025"):
        reports(period, 24, 30)
    client.force_login(clerk)
    sent = {
        "text": WHY, "status": "explained", "said_by": "The team", "audience": "public", "version": "0",
        "figures": "24.0 30.0; 24.0 30.0", "everywhere": "true",
    }  # fmt: skip
    reports("Apr 2025", 24, 40)
    assert "The figures changed since you opened this page." in client.post(ADD, sent).content.decode()
    assert not Remark.objects.exists()
    del sent["everywhere"]
    client.post(ADD, sent)
    assert Remark.objects.count() == 1


def test_what_is_said_of_several_periods_is_said_of_all_or_of_none(reports: Reports, medway: StatisticalArea) -> None:
    one, other = reports("Mar 2025", 24, 30)
    good = month(2025, 3), Side("Mosaic", 24.0, one), Side(TOOL, 30.0, other)
    bad = month(2025, 4), *good[1:]
    with pytest.raises(ValidationError, match="Mosaic does not give the figure 24"):
        operations.add_remarks(
            medway, one.figures.get().indicator, "referrals", [good, bad], text=WHY, status="open", said_by="The team",
            actor=None, why="For a test",
        )  # fmt: skip
    assert not Remark.objects.exists()


def test_what_was_written_beside_another_remark_is_kept_in_the_form(
    reports: Reports, say: Say, clerk: User, client: Client
) -> None:
    reports("Mar 2025", 24, 30)
    client.force_login(clerk)
    kept = say()
    sent = {
        "text": "It is looked into.", "status": "open", "said_by": "The team", "audience": "public", "version": "0",
        "figures": "24.0 30.0",
    }  # fmt: skip
    again = client.post(ADD, sent).content.decode()
    assert "Somebody wrote meanwhile" in again
    assert "It is looked into." in again
    client.post(ADD, {**sent, "version": str(kept.pk)})
    assert Remark.objects.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"indicator": "no-such"}, {"period": "month_2025-04-01_2025-04-30"}, {"one": TOOL}, {"variant": ""}]
)
def test_a_place_that_there_is_not_is_not_found(
    reports: Reports, clerk: User, client: Client, wrong: dict[str, str]
) -> None:
    reports("Mar 2025", 24, 30)
    client.force_login(clerk)
    assert client.get(f"{PAGE}remarks/add/?{urlencode({**ASKED, **wrong})}").status_code == 404


def test_a_quote_mark_or_a_tag_in_a_remark_is_only_text(reports: Reports, say: Say, client: Client) -> None:
    reports("Mar 2025", 24, 30)
    say("<script>alert(1)</script>")
    assert "<script>alert" not in client.get(PAGE).content.decode()
