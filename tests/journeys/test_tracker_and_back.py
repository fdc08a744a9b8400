"""A clerk takes the tracker, fills it in, brings it back, looks at what it would change, and stores that."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from arising.register.obligations.models import Obligation
from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE

pytestmark = pytest.mark.browser
TRACKER = "/trackers/children-and-young-people-committee/"


@pytest.fixture
def clerk(site: str) -> User:
    user = add_user("clerk@wexcombe.example", Role.CLERK, name="Clerk", actor=None, why="For a test")
    set_clerkships(user, everything=True, actor=None, why="For a test")
    return user


def sign_in(page: Page, user: User, site: str) -> None:
    client = Client()
    client.force_login(user)
    cookie = client.cookies[django_settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


def sound(page: Page) -> None:
    """Nothing serious that axe can find, and no scrolling sideways at 320 pixels."""
    found = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == [], page.url
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert wide == 0, page.url


def fill_in(path: Path, reference: int, cells: dict[str, Any]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book["Tracker"]
    places = {cell.value: cell.column for cell in sheet[1]}
    row = next(cell.row for cell in sheet["A"] if cell.value == reference)
    for title, value in cells.items():
        sheet.cell(row, places[title]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_tracker_goes_out_is_filled_in_and_comes_back(
    open_page: Open, site: str, clerk: User, javascript: bool
) -> None:
    owed = Obligation.objects.get(commitment__quote=BRIEFING_NOTE)
    page = open_page("/", javascript=javascript)
    sign_in(page, clerk, site)
    page.goto(TRACKER)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Everything, for Excel").click()
    cells = {"New progress": "A draft is with the service.", "Due date": "1 May 2100", "Answered on": "32/1/2026"}
    wrong = fill_in(taken.value.path(), owed.pk, cells)
    right = fill_in(taken.value.path(), owed.pk, {**cells, "Answered on": None})
    page.get_by_role("link", name="Bring back a tracker").click()
    for content, told in ((b"nothing", "no column is called Reference"), (wrong, "“32/1/2026” is no day"), (right, "")):
        page.get_by_label("Tracker", exact=True).set_input_files(
            {"name": "tracker.xlsx", "mimeType": "application/octet-stream", "buffer": content}
        )
        page.get_by_role("button", name="Show what it would change").click()
        expect(page.get_by_role("main")).to_contain_text(told)
        if javascript:
            sound(page)
        if content == wrong:
            page.goto(f"{TRACKER}import/")
    expect(page.get_by_role("main")).to_contain_text("It would change 1 row and add no rows.")
    page.get_by_role("button", name="Store these changes").click()
    expect(page.get_by_role("main")).to_contain_text("1 row was stored")
    if javascript:
        sound(page)
        page.goto(TRACKER)
        sound(page)
    page.goto(f"/obligations/{owed.pk}/")
    expect(page.get_by_role("main")).to_contain_text("A draft is with the service.")
    expect(page.get_by_role("main")).to_contain_text("1 May 2100")
