"""What every test has: no network, no unexpected mail, a clock that can be set, and the labelled minutes."""

from __future__ import annotations

import json
import os
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import django
import pytest
from django.conf import settings
from django.core import mail
from time_machine import TimeMachineFixture

from tools import chromium as machine

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
# The browser keeps an event loop in the tests' own thread, where Django would refuse to touch the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def _own_data() -> TemporaryDirectory[str] | None:
    """A data directory for the register, shared by the workers of one run, which its first process makes."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return None
    directory = TemporaryDirectory(prefix="arising-tests-")
    os.environ["ARISING_DATA"] = directory.name
    return directory


# Now, and not when pytest is configured: the conftest files below this one import the register's models.
DATA = _own_data()
os.environ["DJANGO_SETTINGS_MODULE"] = "arising.register.settings"
settings.STATIC_ROOT.mkdir(exist_ok=True)
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
django.setup()


@dataclass(frozen=True)
class Labelled:
    """Minutes and what a careful clerk would take from them (``gold/GUIDE.md``)."""

    name: str
    path: Path
    labels: dict[str, Any]


ONCE = ("browser", "first_database")
"""Marks of tests that a second database could not fail where the first passes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database", action="store_true", help="run only the tests that a second database could fail"
    )


def pytest_unconfigure(config: pytest.Config) -> None:
    if DATA:
        DATA.cleanup()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--only-database"):
        return
    kept = [item for item in items if _uses_database(item) and not any(map(item.get_closest_marker, ONCE))]
    held = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in held])
    items[:] = kept


def _uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server", "django_db_setup"}
    return item.get_closest_marker("django_db") is not None or bool(fixtures & set(getattr(item, "fixturenames", ())))


@pytest.fixture(autouse=True)
def no_unexpected_mail(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mail leaves for nowhere, and fails the test unless the test asked for ``mailoutbox``."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        pytest.fail("A test tried to reach a mail server.")

    monkeypatch.setattr(smtplib.SMTP, "connect", refuse)
    yield
    if "mailoutbox" not in request.fixturenames:
        unexpected = [message.subject for message in mail.outbox]
        assert not unexpected, f"Mail that no test expected: {unexpected}"


@pytest.fixture
def on_day(time_machine: TimeMachineFixture) -> Callable[[str], None]:
    """Stop the clock: ``on_day("2024-03-05")``, or with a time, ``on_day("2024-03-05T14:30")``."""

    def stop(moment: str) -> None:
        time_machine.move_to(moment, tick=False)

    return stop


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real minutes and published figures beside the repository, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def gold(shared: Path) -> tuple[Labelled, ...]:
    """Every labelled set of minutes."""
    found = sorted((shared / "gold" / "documents").glob("*.txt"))
    if not found:
        pytest.skip("there are no labelled minutes in ../shared/gold")
    labels = shared / "gold" / "labels"
    return tuple(
        Labelled(path.stem, path, json.loads((labels / f"{path.stem}.json").read_text("utf-8"))) for path in found
    )


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The path of a Chromium for the tests that drive a browser."""
    if path := machine.find():
        return path
    pytest.skip(machine.ADVICE)
