"""Words that stand in every form of what is told in sections."""

from __future__ import annotations

from arising.register.programme.pack import Section


def left_out(section: Section) -> str:
    """How many entries of a section are left out; "" where all stand."""
    return f"And {section.more:,} more." if section.more else ""
