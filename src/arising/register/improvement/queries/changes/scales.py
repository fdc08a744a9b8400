"""Which scales were scored in a time, and how each group moved on them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from arising.measures.distance import Travelled
from arising.measures.distance.travelled import plain
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.scales import Line, distance_at_two_dates


def scales_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """The scales that were scored in ``time``: each group from what it scored before to what it scored last, with the
    spread where groups do not see the same thing, and the indicators beside it where they disagree."""
    try:
        told = distance_at_two_dates(
            user, council, first=time.since - timedelta(days=1), second=max(time.since, time.until)
        )  # fmt: skip
    except ValueError:  # nothing was scored yet
        return []
    lines = {line.scale.pk: line for line in told.page.lines}
    is_now = time.until >= timezone.localdate()
    rows = ((lines[scale.pk], then, now) for scale, then, now in told.rows)
    return [
        _change(line, then, now, is_now)
        for line, then, now in rows
        if any(one.now.on >= time.since for one in now.groups)
    ]  # fmt: skip


def _change(line: Line, then: Travelled, now: Travelled, is_now: bool) -> Change:
    stood = {one.group: one.now.value for one in then.groups}
    moved, same, first, steps = [], [], [], []
    for one in now.groups:
        # of a group that scored first in this time, the score before this one tells more than none
        before = stood.get(one.group, one.last.value if one.last else None)
        if before is None:
            first.append(f"{one.group} at {plain(one.now.value)}")
        elif one.now.value == before:
            same.append(f"{one.group} at {plain(before)}")
        else:
            moved.append(f"{one.group} from {plain(before)} to {plain(one.now.value)}")
            steps.append(one.now.value - before)
    parts = [", ".join(moved)] * bool(moved) + [f"unchanged: {', '.join(same)}"] * bool(same)
    parts += [f"scored for the first time: {', '.join(first)}"] * bool(first)
    on = max(one.now.on for one in now.groups)
    said = [f"{line.scale}, scored by {day_in_words(on)}: {'; '.join(parts)}."]
    said += [str(now.spread)] if now.spread and now.spread.is_wide else []
    # what a chart shows today is not held against scores of an earlier day
    remarks = [each.beside.words for each in line.figures if each.beside.disagrees] if is_now else []
    return Change(
        " ".join(said), on, line.scale.get_absolute_url(), str(line.scale),
        moved=any(step > 0 for step in steps) or not (steps or same),
        remark=" ".join(remarks),
    )  # fmt: skip
