"""What every journey needs: to be signed in as somebody, and to know what axe finds."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from arising.register.accounts.models import User


def sign_in(page: Page, user: User, site: str) -> Page:
    """Let ``page`` be that of ``user``, whoever was signed in before."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.clear_cookies()
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
    return page


def faults(page: Page) -> list[tuple[str, str, list[str]]]:
    """What axe finds serious or critical on a page: where, which rule, and the mark-up."""
    found = Axe().run(page).response["violations"]
    return [
        (page.url, fault["id"], [node["html"][:200] for node in fault["nodes"]])
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]


def too_wide(page: Page) -> int:
    """By how many pixels a page scrolls sideways, once its styles are there."""
    page.wait_for_load_state("load")
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
