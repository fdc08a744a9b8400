"""A register that is filled once for all tests of a module.

Every test has a transaction of its own, inside the one that holds what was filled, and leaves that as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from register.invented import Add, ScriptedReader, putting, scripted


@contextmanager
def filled(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is written meanwhile stays until the end, and is gone then."""
    # a test that is done closes its connection, which would end the transaction around it too
    with blocker.unblock(), patch.object(connection, "close"), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def filling(sources: Path, *, at: str) -> Iterator[tuple[Add, ScriptedReader]]:
    """What puts minutes in the register and what reads them, with the clock stopped and bytes kept in ``sources``."""
    with (
        pytest.MonkeyPatch.context() as monkeypatch,
        time_machine.travel(at, tick=False),
        override_settings(SOURCES=sources),
    ):
        yield putting, scripted(monkeypatch)
