"""From a scale to a board member's score by a link, and to how far the council has come."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import ScoringGroup, ScoringRound
from arising.register.improvement.operations import Given, Wording
from arising.register.indicators.models import Indicator
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
SEEN = Wording("Nobody knows whether children are seen", "Most are seen in time", "Every child is seen alone", 3, 8)


@pytest.fixture
def keeper(site: str) -> User:
    user = add_user("improvement@wexcombe.example", Role.OFFICER, name="Imogen Prove", **TOLD)
    operations.appoint_improvement_officer(user, Council.objects.get(), **TOLD)
    return user


@pytest.fixture
def scoring(keeper: User) -> ScoringRound:
    """A scoring that is open, after two by the board and parents."""
    council, today = Council.objects.get(), timezone.localdate()
    scale = operations.add_scale(council, "Children are seen", SEEN, **TOLD)
    operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), **TOLD)
    groups = [operations.add_scoring_group(council, kind, 9, **TOLD) for kind in ("board", "parents")]
    for days, values in ((200, (3, 3)), (100, (6, 3))):
        last = today - timedelta(days=days)
        one = operations.add_scoring_round(
            council, [scale], opens_on=last - timedelta(days=5), closes_on=last, **TOLD
        )  # fmt: skip
        for group, value in zip(groups, values, strict=True):
            given = Given(scale, value, "", None, "An audit of visits", last, "Audit")
            operations.type_scores_in(one, group, [given], people=6, met_on=last, actor=None)
    return operations.add_scoring_round(council, [scale], opens_on=today, closes_on=today + timedelta(days=9), **TOLD)


def fill_day(page: Page, legend: str, day: date) -> None:
    box = page.get_by_role("group", name=legend)
    for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        box.get_by_label(label).fill(str(number))


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, False)])
def test_a_board_member_scores_by_a_link_and_a_raised_score_needs_evidence(
    open_page: Open, site: str, scoring: ScoringRound, keeper: User, width: int, javascript: bool
) -> None:
    page = sign_in(open_page("/about/", width=width, javascript=javascript), keeper, site)
    page.goto(scoring.get_absolute_url())
    page.get_by_role("link", name="Make links for Board").click()
    page.get_by_label("How many links?").fill("1")
    page.get_by_role("button", name="Make them").click()
    link = page.locator("code").inner_text()
    board = open_page("/score/" + link.rstrip("/").rpartition("/")[2] + "/", width=width, javascript=javascript)
    expect(board.get_by_text("Last time Board scored 6")).to_be_visible()
    assert not javascript or faults(board) == []
    assert not javascript or too_wide(board) == 0
    board.get_by_label("Your score, from 0 to 10").select_option("8")
    board.get_by_role("button", name="Send my scores").click()
    expect(board.get_by_role("alert")).to_contain_text("8 is above the group’s last score, 6")
    assert not javascript or faults(board) == []
    board.get_by_label("What shows it?").fill("Nine of ten visits were in time")
    board.get_by_label("Where does it come from?").fill("Audit of visits")
    fill_day(board, "Which day is that of?", timezone.localdate())
    board.get_by_role("button", name="Send my scores").click()
    expect(board.get_by_role("heading", level=1)).to_have_text("Your scores are stored")
    board.goto("/score/" + link.rstrip("/").rpartition("/")[2] + "/")
    expect(board.get_by_text("This link was used")).to_be_visible()
    page.goto(scoring.get_absolute_url())
    expect(page.get_by_role("main")).to_contain_text("1 person has answered, of 1 group.")


def test_a_councillor_reads_how_far_the_council_has_come(open_page: Open, scoring: ScoringRound) -> None:
    page = open_page(f"/improvement/{scoring.council.slug}/distance/")
    expect(page.get_by_role("main")).to_contain_text("1 moved up since last time.")
    expect(page.get_by_role("main")).to_contain_text("From 3 (Parents and carers) to 6 (Board): 3 apart.")
    chart = page.get_by_role("img", name="Where each group puts each scale now")
    assert chart.evaluate("picture => picture.complete && picture.naturalWidth > 300")
    page.get_by_role("link", name="Children are seen").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Children are seen")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_serious_on_these_pages_and_none_scrolls_sideways(
    open_page: Open, site: str, scoring: ScoringRound, keeper: User, width: int, tmp_path: Path
) -> None:
    page = sign_in(open_page("/about/", width=width), keeper, site)
    front = f"/improvement/{scoring.council.slug}/"
    scale, group = scoring.scales.get(), ScoringGroup.objects.first()
    assert group
    own, asked = f"/improvement/scales/{scale.pk}/", scoring.get_absolute_url()
    found, wide = [], {}
    for path in (
        f"{front}distance/", f"{front}scales/add/", f"{front}scoring-groups/", f"{front}scoring-groups/add/",
        f"{front}scorings/add/", own, f"{own}change/", f"{own}follow/", f"{own}beside/add/", asked, f"{asked}extend/",
        f"{asked}close/", f"{asked}links/{group.pk}/", f"{asked}mail/{group.pk}/", f"{asked}type-in/{group.pk}/",
    ):  # fmt: skip
        page.goto(path)
        found += faults(page)
        if over := too_wide(page):
            wide[path] = over
    page.goto(f"{asked}links/{group.pk}/")
    page.get_by_label("How many links?").fill("2")
    page.get_by_role("button", name="Make them").click()
    found += faults(page)
    wide |= {"the links": over} if (over := too_wide(page)) else {}
    assert (found, wide) == ([], {})
