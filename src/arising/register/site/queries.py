"""What the home page shows."""

from __future__ import annotations

from dataclasses import dataclass

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council, Meeting
from arising.register.record import queries as record
from arising.register.record.models import Commitment


@dataclass(frozen=True)
class Home:
    """The councils and bodies in the register, the latest meetings, what is owed, oldest first, and how much
    waits for the reader's review."""

    councils: list[Council]
    bodies: list[Body]
    meetings: list[Meeting]
    owed: list[Commitment]
    waiting: int


def home(user: Reader, *, meetings: int = 5, owed: int = 10) -> Home:
    """The home page, with at most so many meetings and commitments."""
    return Home(
        councils=list(bodies.councils()),
        bodies=list(bodies.bodies(user)),
        meetings=list(bodies.meetings(user)[:meetings]),
        owed=record.owed(user, limit=owed),
        waiting=record.waiting(user),
    )
