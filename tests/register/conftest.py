"""A small register to test with, and people to read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from register.invented import Add, ScriptedReader, putting, scripted


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ScriptedReader:
    """What the register reads with, during the test."""
    return scripted(monkeypatch)


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, settings: Settings) -> Path:
    """Where the bytes of sources lie, during the test."""
    settings.SOURCES = tmp_path / "sources"
    return tmp_path / "sources"


@pytest.fixture(scope="module")
def kept_sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bytes of sources lie that all tests of a module use."""
    return tmp_path_factory.mktemp("sources")


@pytest.fixture
def add(db: None, reader: ScriptedReader) -> Add:
    """Put minutes in the register: the text, its name, and whatever else ``add_source`` takes."""
    return putting


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
