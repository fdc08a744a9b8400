"""Words that stand in every form of a pack."""

from __future__ import annotations

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.pack import Pack, Section

CHECK = "Quotes are word for word. What is said to seem so was found by a machine: check it against the minutes."


def opening(pack: Pack) -> str:
    """The line under the title: as of when, and since when."""
    since = f" The last meeting whose minutes are here was on {day_in_words(pack.since)}." if pack.since else ""
    return f"As of {day_in_words(pack.on)}.{since} {CHECK}"


def left_out(section: Section) -> str:
    """How many entries of a section do not stand in the pack; "" where all do."""
    return f"And {section.more:,} more." if section.more else ""
