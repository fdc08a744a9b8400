"""Two meetings of one committee: what was promised at the first, and one matter over both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arising.register.matters.models import Matter, Suggestion
from arising.register.matters.operations import confirm_suggestion
from arising.register.obligations.models import Obligation
from arising.register.record.models import Topic
from register.invented import MINUTES, NAMED, PROMISE, Add, ScriptedReader

DIRECTOR = "Director of People"


@pytest.fixture
def today(on_day: Callable[[str], None]) -> Callable[[str], None]:
    """Stop the clock; it stands at noon on 2 April 2024 until a test moves it."""
    on_day("2024-04-02T12:00")
    return lambda day: on_day(f"{day}T12:00")


@pytest.fixture
def owed(add: Add, reader: ScriptedReader, today: object) -> Obligation:
    """An undertaking of the Director of People, with no date given."""
    reader.finds = {
        **reader.finds,
        "topics": ["Ofsted update"],
        "commitments": [(PROMISE, {"owner": DIRECTOR})],
        "people": [(NAMED, {"name": NAMED, "role": DIRECTOR, "attending": "present"})],
    }
    add()
    return Obligation.objects.get()


@pytest.fixture
def matter(owed: Obligation, add: Add) -> Matter:
    """The topic of the promise and that of an earlier meeting, in one matter."""
    add(MINUTES.replace(PROMISE, "Nothing was promised."), date="2023-11-07")
    first, second = Topic.objects.order_by("pk").values_list("pk", flat=True)
    suggestion = Suggestion.objects.create(a_id=first, b_id=second, score=0.9, likely=True)
    return confirm_suggestion(suggestion, actor=None)
