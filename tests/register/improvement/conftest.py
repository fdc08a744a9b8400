"""A council with an improvement journey, and who keeps it."""

from __future__ import annotations

import pytest

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.improvement.operations import appoint_improvement_officer
from register.invented import Add


@pytest.fixture
def council(add: Add) -> Council:
    """Kelderdale, whose Children's Committee has minutes that everybody may read."""
    add()
    return Body.objects.get().council


@pytest.fixture
def keeper(officer: User, council: Council) -> User:
    """An improvement officer of Kelderdale."""
    appoint_improvement_officer(officer, council, actor=None, why="For a test")
    return officer
