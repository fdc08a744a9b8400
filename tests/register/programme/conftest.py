"""A committee with three meetings, and what is owed to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arising.register.bodies.models import Body, Council
from arising.register.matters.operations import propose
from arising.register.obligations.models import Obligation
from arising.register.record.operations import add_source
from following.invented import BODY, JUNE, MARCH, OCTOBER


@pytest.fixture
def body(db: None, on_day: Callable[[str], None]) -> Body:
    """A committee with three meetings, in the autumn after the last."""
    on_day("2030-10-15")
    for text, day in ((MARCH, "2030-03-05"), (JUNE, "2030-06-04"), (OCTOBER, "2030-10-01")):
        add_source(text.encode(), name=f"{day}.txt", council="Kelderdale", body=BODY, date=day)
    propose(Council.objects.get())
    return Body.objects.get()


@pytest.fixture
def note(body: Body) -> Obligation:
    """The briefing note on lantern prices."""
    return Obligation.objects.get(commitment__quote__contains="briefing note")
