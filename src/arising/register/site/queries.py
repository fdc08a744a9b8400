"""What the home page shows."""

from __future__ import annotations

from dataclasses import dataclass

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council, Meeting
from arising.register.obligations import queries as obligations
from arising.register.programme import queries as programme
from arising.register.record import queries as record


@dataclass(frozen=True)
class Home:
    """The councils and bodies in the register, the latest meetings and those to come, what is owed, the most urgent
    first, and how much waits for the reader's review."""

    councils: list[Council]
    bodies: list[Body]
    meetings: list[Meeting]
    to_come: list[programme.PlannedMeeting]
    summary: obligations.Summary
    owed: list[obligations.Line]
    waiting: int


def home(user: Reader, *, meetings: int = 5, owed: int = 10) -> Home:
    """The home page, with at most so many meetings and obligations."""
    return Home(
        councils=list(bodies.councils()),
        bodies=list(bodies.bodies(user)),
        meetings=list(bodies.held(user)[:meetings]),
        to_come=programme.to_come(user, limit=meetings),
        summary=obligations.summary(user),
        owed=obligations.most_urgent(user, limit=owed),
        waiting=record.waiting(user),
    )
