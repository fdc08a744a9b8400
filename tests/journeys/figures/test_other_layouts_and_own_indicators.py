"""From a file that nobody knew to a figure on its page, and from a definition to its second version."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.indicators import operations
from arising.register.indicators.models import Brought, Indicator
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
RATES = b"Area,Period,Rate\nMedway,2023/24,17.5\nEngland,2023/24,21.0\n"
LAIT = b"LA Number,LA and Regions,2022/23,2023/24\n887,Medway,20,21\n"


@pytest.fixture
def administrator(site: str) -> User:
    told = {"name": "Ada Min", "actor": None, "why": "For a test"}
    return add_user("administrator@wexcombe.example", Role.ADMINISTRATOR, **told)  # type: ignore[arg-type]


def choose(page: Page, path: str, name: str, content: bytes, folder: Path) -> None:
    """Choose a file on a page for adding and ask to look at it."""
    file = folder / name
    file.write_bytes(content)
    page.goto(path)
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, False)])
def test_a_file_that_nobody_knew_comes_to_stand_on_an_indicators_page(
    open_page: Open, site: str, administrator: User, tmp_path: Path, width: int, javascript: bool
) -> None:
    page = sign_in(open_page("/about/", width=width, javascript=javascript), administrator, site)
    choose(page, "/releases/add/", "rates.csv", RATES, tmp_path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Which column is which?")
    page.get_by_label("What Rate holds").select_option(label="Re-referrals within 12 months: of children referred")
    page.get_by_label("What is this layout called?").fill("Rates of the region")
    page.get_by_role("button", name="Read it by this").click()
    expect(page.get_by_role("alert")).to_contain_text("Where is the file published?")
    assert not javascript or faults(page) == []
    page.get_by_label("Where is the file published?").fill("The region")
    page.get_by_role("button", name="Read it by this").click()
    expect(page.get_by_role("main")).to_contain_text("2 rows of The region, 2023/24")
    page.get_by_role("button", name="Store it").click()
    page.get_by_role("link", name="How its columns are read").click()
    page.get_by_role("link", name="Re-referrals within 12 months", exact=True).click()
    page.goto("/indicators/re-referrals/?area=E06000035&variant=children")
    expect(page.get_by_role("main")).to_contain_text("rates.csv, row 2, Rate")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_serious_on_these_pages_and_none_scrolls_sideways(
    open_page: Open, site: str, administrator: User, width: int
) -> None:
    for name, content in (("rates.csv", RATES), ("lait.csv", LAIT)):
        operations.bring(name, content, published_on=None, actor=administrator)
    rates, lait = Brought.objects.order_by("pk")
    page = sign_in(open_page("/about/", width=width), administrator, site)
    found, wide = [], {}
    for path in (
        "/releases/add/", f"{rates.get_absolute_url()}columns/", lait.get_absolute_url(),
        f"{lait.get_absolute_url()}measures/", "/layouts/cin-referrals/", "/layouts/cin-referrals/places/add/",
        "/indicators/own/add/", "/indicators/own/import/", "/figures/own/add/",
    ):  # fmt: skip
        page.goto(path)
        found += faults(page)
        if over := too_wide(page):
            wide[path] = over
    assert (found, wide) == ([], {})


def test_an_indicator_is_defined_changed_and_its_first_version_stays(
    open_page: Open, site: str, administrator: User
) -> None:  # fmt: skip
    page = sign_in(open_page("/indicators/"), administrator, site)
    page.goto("/indicators/own/add/")
    page.get_by_label("What is it called?").fill("Plans reviewed in time")
    page.get_by_label("What does it count?").fill("plans reviewed within 6 weeks")
    page.get_by_label("Where is it published or reported?").fill("The monthly report")
    page.get_by_role("button", name="Add it").click()
    page.goto(f"{Indicator.objects.get(key='plans-reviewed-in-time').get_absolute_url()}change/")
    page.get_by_label("What does it count?").fill("plans reviewed within 4 weeks")
    page.get_by_label("Why is it changed?").fill("Another policy")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("say from which year it holds")
    page.get_by_label("From which year does the changed definition hold?").fill("2025")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("What version 1 counted").click()
    expect(page.get_by_role("main")).to_contain_text("Plans reviewed within 6 weeks")
    assert faults(page) == []
