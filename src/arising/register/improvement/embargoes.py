"""What is under embargo until a minute: who sees it before, and how that is said.

Beside the clerks, who see all of their council, the improvement officers of a council see its inspections and
directions before their minute, and so does whoever brought the report. Nobody else does, and nothing that follows from
them, such as what a body waits for, is opened by it.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model, Q
from django.utils import timezone

from arising.register.accounts.audiences import Visible
from arising.register.accounts.models import User
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import (
    Direction,
    Inspection,
    InspectionFinding,
    Judgement,
    Paper,
    Requirement,
    ReviewPoint,
)

_HELD: dict[type[Model], tuple[str, str]] = {
    Paper: ("", ""),
    Inspection: ("", "report__"),
    Judgement: ("inspection__", "inspection__report__"),
    InspectionFinding: ("inspection__", "inspection__report__"),
    Direction: ("", "paper__"),
    Requirement: ("direction__", "direction__paper__"),
    ReviewPoint: ("direction__", "direction__paper__"),
}
"""The way from each thing to what belongs to a council, and to the paper that somebody brought."""


def seen_early(user: User, model: type[Model]) -> Q | None:
    """The rows of ``model`` that ``user`` keeps or brought, and so sees before their minute."""
    if model not in _HELD:
        return None
    council, paper = _HELD[model]
    kept = user.keeps_improvement_of.order_by().values("council")
    return Q(**{f"{council}council__in": kept}) | Q(**{f"{paper}added_by": user.pk})


def until_in_words(row: Visible) -> str:
    """Until when something is under embargo, in words; "" where it is not."""
    if not row.under_embargo:
        return ""
    assert row.visible_from is not None
    return f"under embargo until {minute_in_words(row.visible_from)}"


def minute_in_words(moment: datetime) -> str:
    """A minute as it is said: 10 January 2030, 12:00."""
    local = timezone.localtime(moment)
    return f"{day_in_words(local.date())}, {local:%H:%M}"


def beside(row: Visible) -> str:
    """The same in brackets, to stand behind a name."""
    told = until_in_words(row)
    return f" ({told})" if told else ""
