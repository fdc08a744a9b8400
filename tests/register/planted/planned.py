"""A register in which everything that is owed is also planned for."""

from __future__ import annotations

from datetime import date

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Body
from arising.register.obligations.models import Obligation, Origin
from arising.register.programme import operations
from arising.register.programme.models import Ended


def plan_for_everything(on: date) -> None:
    """Plan a meeting of every body on a day, and put what is owed to it on its programme, in every way there is.

    What was requested is left off, for the pages that ask for it.
    """
    for body in Body.objects.filter(not_known=False):
        planned = operations.plan(
            body, on, theme=body.name, seen=Seen(Audience(body.audience)), actor=None, why="For a test"
        )
        owed = Obligation.objects.filter(body=body).exclude(origin=Origin.REQUEST)
        for at, one in enumerate(owed.order_by("pk")):
            item = operations.add_item(
                body, one.title, purpose=one.title, obligation=one, decision_by=one.title[:300], decision_on=on,
                meeting=planned.meeting, actor=None, why=one.title,
            )  # fmt: skip
            if at % 3 == 1:
                operations.move_item(item, None, reason=one.title, actor=None)
            if at % 3 == 2:
                operations.end_item(item, Ended.WITHDRAWN, reason=one.title, actor=None)
