"""A register with three meetings of an invented committee, followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from arising.register.bodies.models import Council
from arising.register.matters.models import Suggestion
from arising.register.matters.operations import propose
from arising.register.record.models import Source
from arising.register.record.operations import add_source
from following.invented import BODY, JUNE, MARCH, OCTOBER

Put = Callable[..., Source]


@pytest.fixture
def put(db: None) -> Put:
    """Put minutes in the register, as they are read."""

    def added(text: str, date: str, **told: Any) -> Source:
        given: dict[str, Any] = {"name": f"{date}.txt", "council": "Kelderdale", "body": BODY, "date": date, **told}
        return add_source(text.encode(), **given).source

    return added


@pytest.fixture
def council(put: Put) -> Council:
    """Three meetings, followed."""
    put(MARCH, "2030-03-05")
    put(JUNE, "2030-06-04")
    put(OCTOBER, "2030-10-01")
    held = Council.objects.get()
    propose(held)
    return held


@pytest.fixture
def bridges(council: Council) -> Suggestion:
    """The suggestion that two topics about the footbridge are one matter."""
    return Suggestion.objects.get(a__heading="Footbridge in Mill Lane", b__heading="Bridges")
