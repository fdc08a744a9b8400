"""A clerk at the desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record.operations import Outcome
from register.invented import Add, ScriptedReader
from register.record.review.desk import DESK, FINDS


@pytest.fixture
def minutes(add: Add, reader: ScriptedReader) -> Callable[..., Outcome]:
    """Put the minutes of the desk in the register; told a text, that text instead, with its title in a line."""
    reader.finds = dict(FINDS)

    def put(text: str = DESK, name: str = "minutes.txt", **told: str) -> Outcome:
        reader.says = {
            "title": next(line for line in text.splitlines() if line.endswith((" update", "Accounts", "Report")))
        }
        return add(text, name, **told)

    return put


@pytest.fixture
def desk(client: Client, clerk: User, minutes: Callable[..., Outcome]) -> Client:
    """The browser of a clerk, with the minutes in the register."""
    minutes()
    client.force_login(clerk)
    return client
