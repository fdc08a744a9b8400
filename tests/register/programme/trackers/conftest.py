"""An undertaking of the Director of People, the director, and what is owed to the committee as a tracker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from register.obligations.conftest import committee, director, owed, today
from register.programme.trackers.sheets import Sheet, read_csv

__all__ = ["committee", "director", "owed", "today"]

Taken = Callable[..., Sheet]


@pytest.fixture
def taken(client: Client, committee: Body) -> Taken:
    """The tracker of the committee as somebody takes it: ``taken(clerk, state="waiting")``."""

    def take(user: User | None = None, **narrowed: Any) -> Sheet:
        if user:
            client.force_login(user)
        return read_csv(client.get(f"/trackers/{committee.slug}.csv", narrowed).content)

    return take
