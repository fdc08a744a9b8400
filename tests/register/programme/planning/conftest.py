"""A committee that met once, and a meeting of it to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Meeting
from arising.register.programme import operations
from register.invented import Add


@pytest.fixture
def body(add: Add, on_day: Callable[[str], None]) -> Body:
    """A committee that met on 5 March 2024; it is the second of April."""
    on_day("2024-04-02T12:00")
    add()
    return Body.objects.get()


@pytest.fixture
def june(body: Body, clerk: User) -> Meeting:
    """A meeting of three hours with a theme of two."""
    return operations.plan(
        body, date(2024, 6, 4), theme="Children in care", starts=time(18, 30), place="Guildhall", minutes=180,
        theme_minutes=120, actor=clerk, why="For a test",
    ).meeting  # fmt: skip
