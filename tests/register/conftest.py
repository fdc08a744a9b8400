"""A small register to test with, and people to read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from arising.register.record.operations import Outcome, add_source, adding, storing
from register.invented import DECISION, FIGURE, MINUTES, NAMED, PROMISE, QUESTION, ScriptedReader


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ScriptedReader:
    """What the register reads with, during the test."""
    scripted = ScriptedReader(
        monkeypatch,
        finds={
            "commitments": [PROMISE],
            "figures": [FIGURE],
            "decisions": [DECISION],
            "people": [(NAMED, {"name": NAMED, "role": "Chair", "attending": "present"})],
            "exchanges": [QUESTION],
        },
    )
    monkeypatch.setattr(adding, "read", scripted)
    monkeypatch.setattr(storing, "READER", scripted.version)
    return scripted


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, settings: Settings) -> Path:
    """Where the bytes of sources lie, during the test."""
    settings.SOURCES = tmp_path / "sources"
    return tmp_path / "sources"


Add = Callable[..., Outcome]


@pytest.fixture
def add(db: None, reader: ScriptedReader) -> Add:
    """Put minutes in the register: the text, its name, and whatever else ``add_source`` takes."""

    def put(text: str = MINUTES, name: str = "minutes.txt", **told: Any) -> Outcome:
        given = {"council": "Kelderdale", "body": "Children's Committee", "date": "2024-03-05", **told}
        return add_source(text.encode(), name=name, **given)

    return put


def a_user(role: Role) -> User:
    return add_user(f"{role.value}@kelderdale.example", role, name=role.name.title(), actor=None, why="For a test")


@pytest.fixture
def clerk(db: None) -> User:
    """A clerk of every body."""
    user = a_user(Role.CLERK)
    set_clerkships(user, everything=True, actor=None, why="For a test")
    return user


@pytest.fixture
def officer(db: None) -> User:
    return a_user(Role.OFFICER)


@pytest.fixture
def member(db: None) -> User:
    return a_user(Role.MEMBER)


@pytest.fixture
def board_member(db: None) -> User:
    return a_user(Role.BOARD)


@pytest.fixture
def inspector(db: None) -> User:
    return a_user(Role.INSPECTOR)


@pytest.fixture
def administrator(db: None) -> User:
    return a_user(Role.ADMINISTRATOR)
