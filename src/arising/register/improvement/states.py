"""How far an action is, and what each state needs before anybody may say it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, Evidence
from arising.register.obligations.due import months_after

State = Action.State
ORDER: tuple[str, ...] = tuple(State.values)
SHOWN_TO_WORK = frozenset({State.EVIDENCED.value, State.EMBEDDED.value})
"""The states that say of an action that it worked, and not only that it was done."""
DONE = frozenset({State.DONE.value, *SHOWN_TO_WORK})
HOLDS_AFTER = 3
"""So many months lie between the first and the last evidence of an action that is called embedded."""


def rank(state: str) -> int:
    """How far a state is, from 0."""
    return ORDER.index(state)


def lacking(state: str, evidence: Iterable[Evidence], starts_on: date | None = None) -> str:
    """What is missing before an action may be called ``state``, in a sentence; "" where nothing is.

    ``evidence`` is what is attached to it. Evidence of a day before the action began shows nothing of it.
    """
    if state not in SHOWN_TO_WORK:
        return ""
    days = sorted(each.on for each in evidence if each.shows_impact and (starts_on is None or each.on >= starts_on))
    if not days:
        return (
            "Attach evidence that it worked first: an indicator that improved beyond noise, an audit, a survey, "
            "feedback, a visit or an inspection, of a day since the action began."
        )
    if state == State.EMBEDDED and months_after(days[0], HOLDS_AFTER) > days[-1]:
        return (
            "Embedded needs evidence of two days at least three months apart. The first is of "
            f"{day_in_words(days[0])}, the last of {day_in_words(days[-1])}."
        )
    return ""
