"""An improvement officer brings a forecast in and says how a year ended; a councillor sees what was told and came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from arising.measures.forecast.workbook import written
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body
from arising.register.improvement.operations import appoint_improvement_officer
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide
from register.planted.foretold import PLAN, foretell

pytestmark = pytest.mark.browser


@pytest.fixture
def keeper(site: str) -> User:
    user = add_user("keeper@kelderdale.example", Role.OFFICER, actor=None, why="For a test")
    appoint_improvement_officer(user, Body.objects.all()[0].council, actor=None, why="For a test")
    return user


def is_sound(page: Page) -> None:
    assert faults(page) == []
    assert too_wide(page) == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_an_officer_brings_a_forecast_in_and_a_councillor_sees_what_came(
    open_page: Open, site: str, keeper: User, tmp_path: Path, width: int
) -> None:
    council = Body.objects.all()[0].council
    foretell(council, replace(PLAN, title="The first plan", opening=5_000_000, made_on=date(2023, 3, 6)))
    workbook = tmp_path / "plan.xlsx"
    workbook.write_bytes(written(PLAN))

    page = sign_in(open_page("/", width=width), keeper, site)
    page.goto(f"/improvement/{council.slug}/")
    page.get_by_role("link", name="Forecasts, and how the years ended").click()
    page.get_by_role("link", name="Add a forecast").click()
    is_sound(page)
    page.get_by_label("Workbook").set_input_files(workbook)
    page.get_by_label("Who else was told it?").fill("Schools Forum")
    page.get_by_label("Who may see it?").select_option("public")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"High-needs recovery plan: {council}")
    page.get_by_label("By when?").select_option("2029/30")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("To clear the debt by the end of 2029/30 with nothing done")).to_be_visible()
    is_sound(page)

    page.get_by_role("link", name="High-needs deficit").click()
    page.get_by_role("link", name="Say how a year ended").click()
    page.get_by_label("Financial year").fill("2024/25")
    page.get_by_label("Balance at its end").fill("-4000000")
    page.get_by_label("Where does that stand?").fill("Statement of accounts 2024/25")
    is_sound(page)
    page.get_by_role("button", name="Save").click()

    reader = open_page(f"/improvement/{council.slug}/forecasts/", width=width, javascript=False)
    expect(reader.get_by_text("£4.0 million worse than told in the last year that has ended")).to_be_visible()
    picture = reader.get_by_role("img", name="Line chart of what each forecast told")
    assert picture.evaluate("image => image.complete && image.naturalWidth") in (320, 640)
    is_sound(open_page(f"/improvement/{council.slug}/forecasts/", width=width))
