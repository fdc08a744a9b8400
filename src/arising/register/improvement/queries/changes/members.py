"""What members of a body learned in a time."""

from __future__ import annotations

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body
from arising.register.improvement.annual import Between
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.training import OccasionLine, occasions_between


def members_learned(user: Reader, body: Body, time: Between) -> list[Change]:
    """The training sessions and visits of members of a body in ``time`` that are over: who took part, and what each led
    to."""
    return [_change(each) for each in occasions_between(user, body, time) if not each.occasion.is_to_come]


def _change(line: OccasionLine) -> Change:
    row = line.occasion
    said = [f"{row.get_kind_display()}, {day_in_words(row.on)}: {row.title}. {line.words}"]
    said += [f"It led to: {each.words.rstrip('.')}." for each in line.led_to]
    return Change(
        " ".join(said), row.on, row.get_absolute_url(), f"{row.title} {row.about}", bool(line.led_to), duty=row.duty
    )  # fmt: skip
