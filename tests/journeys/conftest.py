"""A register served on this machine, and a browser to open it with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from journeys import invented
from journeys.improvement.plan import planned

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Debian's Chromium, or the one that ``ARISING_CHROMIUM`` names, for the whole run."""
    # root, as in a container, may not use Chromium's sandbox
    args = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else list(QUIET)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=args)
        yield browser
        browser.close()


@pytest.fixture
def site(live_server: LiveServer, django_db_reset_sequences: None, settings: Settings, tmp_path: Path) -> str:
    """The address of a register with invented minutes in it. Findings are numbered from 1."""
    settings.SOURCES = tmp_path / "sources"
    invented.placements()
    invented.short(1, "2023-09-12")
    invented.short(2, "2024-09-10")
    invented.published()
    invented.judged()
    planned()
    invented.heard()
    return str(live_server.url)


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Open an address of the register: ``open_page("/figures/", width=320, javascript=False)``.

    The page may reach nothing but the register, and the test fails on any error of its scripts or its policy.
    """
    troubles: list[str] = []

    def only_the_register(route: Route) -> None:
        if route.request.url.startswith((site, "data:")):
            route.continue_()
        else:
            troubles.append(f"the page asked for {route.request.url}")
            route.abort()

    with ExitStack() as contexts:

        def opened(path: str, *, width: int = 1280, javascript: bool = True) -> Page:
            context = contexts.enter_context(
                browser.new_context(
                    base_url=site, viewport={"width": width, "height": 900}, java_script_enabled=javascript
                )
            )
            context.route("**/*", only_the_register)
            page = context.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
            page.goto(path)
            return page

        yield opened
    assert not troubles
