"""Words that stand in every form of a pack."""

from __future__ import annotations

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.pack import Pack, Section

CHECK = "Quotes are word for word. What is said to seem so was found by a machine: check it against the minutes."


def opening(pack: Pack) -> str:
    """The line under the title: as of when, and since when."""
    day = day_in_words(pack.on)
    stands = f"As it will stand on {day} if nothing changes before then." if pack.ahead else f"As of {day}."
    before = "The meeting before it" if pack.meeting else "The last meeting"
    since = f" {before} whose minutes are here was on {day_in_words(pack.since)}." if pack.since else ""
    return f"{stands}{since} {CHECK}"


def foot(pack: Pack) -> str:
    """What stands at the foot of every page: whose pack it is and of which day."""
    return pack.title if pack.ahead else f"{pack.title}, {day_in_words(pack.on)}"


def left_out(section: Section) -> str:
    """How many entries of a section do not stand in the pack; "" where all do."""
    return f"And {section.more:,} more." if section.more else ""
