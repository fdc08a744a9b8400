"""An obligation, the officer who answers for it, and a clock that stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Post
from arising.register.obligations.models import Obligation
from arising.register.obligations.operations import appoint
from register.invented import NAMED, PROMISE, Add, ScriptedReader

DIRECTOR = "Director of People"


@pytest.fixture
def today(on_day: Callable[[str], None]) -> Callable[[str], None]:
    """Stop the clock; it stands at noon on 2 April 2024, four weeks after the meeting, until a test moves it."""
    on_day("2024-04-02T12:00")
    return lambda day: on_day(f"{day}T12:00")


@pytest.fixture
def owed(add: Add, reader: ScriptedReader, today: object) -> Obligation:
    """An undertaking of the Director of People, with no date given."""
    reader.finds = {
        **reader.finds,
        "commitments": [(PROMISE, {"owner": "the Director of People"})],
        "people": [(NAMED, {"name": NAMED, "role": DIRECTOR, "attending": "present"})],
    }
    add()
    return Obligation.objects.get()


@pytest.fixture
def director(owed: Obligation) -> User:
    """An officer who answers for the post that owes it."""
    user = add_user("director@kelderdale.example", Role.OFFICER, name="Dee Rector", actor=None, why="For a test")
    appoint(user, Post.objects.get(name=DIRECTOR), actor=None, why="For a test")
    return user


@pytest.fixture
def committee(owed: Obligation) -> Body:
    return Body.objects.get(name="Children's Committee")
