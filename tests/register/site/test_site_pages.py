"""The home page, the pages about the register, and its faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.test import Client
from pytest_django import Settings

from arising.register.site import queries
from journeys import invented


@pytest.fixture
def site_of_two_meetings(db: None) -> None:
    invented.short(1, "2023-09-12")
    invented.placements()


def test_the_home_page_shows_what_is_owed_oldest_first(client: Client, site_of_two_meetings: None) -> None:
    words = client.get("/").content.decode()
    assert words.index("attendance figures of class 1.0") < words.index(invented.BRIEFING_NOTE)
    assert "12 September 2023" in words


def test_the_home_page_names_the_bodies_with_their_meetings(client: Client, site_of_two_meetings: None) -> None:
    words = client.get("/").content.decode()
    assert invented.BODY in words
    assert "2 meetings, the latest on 2 May 2024" in words


@pytest.mark.parametrize("path", ["/about/", "/accessibility/"])
def test_the_pages_about_the_register_need_nothing_in_it(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_fault_has_a_page_that_tells_nothing_of_its_cause(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(queries, "home", breaks)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_the_navigation_says_where_the_reader_is(client: Client, site_of_two_meetings: None) -> None:
    assert client.get("/figures/").content.decode().count('aria-current="page"') == 1
    assert client.get("/bodies/children-and-young-people-committee/").content.decode().count('aria-current="true"') == 1


def test_static_files_can_be_collected_under_names_of_their_content(settings: Settings, tmp_path: object) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert staticfiles_storage.url("site/site.css") != "/static/site/site.css"


def test_every_template_that_another_names_is_there() -> None:
    """What a template includes is looked for only when that part of it is shown."""
    folders = [Path(folder) for folder in get_app_template_dirs("templates") if "arising" in str(folder)]
    named: set[str] = set()
    for path in (path for folder in folders for path in folder.rglob("*.html")):
        named |= set(re.findall(r'{% (?:include|extends) "([^"]+)"', path.read_text("utf-8")))
    assert len(named) > 20
    for name in sorted(named):
        get_template(name)
