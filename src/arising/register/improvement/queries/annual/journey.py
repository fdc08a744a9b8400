"""What the improvement journey tells of a time, by the areas of the lead member's role."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Body
from arising.register.improvement.annual import Between
from arising.register.improvement.duties import DUTIES
from arising.register.improvement.queries.changes import (
    Change,
    actions_changed,
    audits_changed,
    forecasts_changed,
    members_learned,
    people_heard,
    scales_changed,
    surveys_changed,
    workforce_changed,
)
from arising.register.programme.pack import Section

MOST = 12
"""So many entries of the journey stand in an area."""
_SUBJECTS = (
    actions_changed, forecasts_changed, scales_changed, surveys_changed, people_heard, audits_changed,
    workforce_changed,
)  # fmt: skip
_LEADERSHIP = DUTIES[0].key

ByDuty = dict[str, list[list[Change]]]
"""The changes that speak of each area, by their subjects."""


def journey_by_duty(user: Reader, body: Body, time: Between) -> ByDuty:
    """What a council's plan, forecasts, scales, surveys, log, audits and workforce tell of ``time``, and what the
    members of ``body`` learned. Each change stands in one area."""
    subjects = [find(user, body.council, time) for find in _SUBJECTS]
    subjects.append(members_learned(user, body, time))
    told: ByDuty = {duty.key: [] for duty in DUTIES}
    for those in subjects:
        for key in told:
            told[key].append([each for each in those if duty_of(each) == key])
    return told


def duty_of(change: Change) -> str:
    """The area that a change is of: as somebody said, else the first whose words it has. Leadership comes last, for it
    covers improvement as a whole."""
    if change.duty:
        return change.duty
    named = [duty.key for words in (change.about, change.within) for duty in DUTIES[1:] if duty.is_told_in(words)]
    return named[0] if named else _LEADERSHIP


def with_journey(section: Section, subjects: list[list[Change]], most: int = MOST) -> Section:
    """A section with what the journey tells of its area after what it holds, some of each subject where it is much."""
    count = counted(subjects)
    if not count:
        return section
    chosen = {id(each) for each in _some_of_each(subjects, most)}
    entries = [each.entry for those in subjects for each in those if id(each) in chosen]
    told = "1 entry" if count == 1 else f"{count} entries"
    answer = f"{section.answer} The improvement journey tells of it in {told}, worked out from the register."
    return Section(section.title, answer, (*section.entries, *entries), section.more + count - len(entries))


def counted(subjects: Iterable[list[Change]]) -> int:
    """How many changes there are."""
    return sum(map(len, subjects))


def _some_of_each(subjects: list[list[Change]], most: int) -> list[Change]:
    in_turn = [each for row in zip_longest(*subjects) for each in row if each is not None]
    return in_turn[:most]
