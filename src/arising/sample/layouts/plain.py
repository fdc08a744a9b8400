"""Minutes in plain text, set by hand for a screen of 78 columns."""

from __future__ import annotations

from textwrap import fill

from arising.sample.council import COUNCIL
from arising.sample.layouts.dates import long_date
from arising.sample.manuscript import Line, LineKind, Manuscript

WIDTH = 78

ROLL = (
    ("present", "Present"),
    ("co_opted", "Co-opted members"),
    ("in_attendance", "In attendance"),
)


def text_minutes(manuscript: Manuscript) -> bytes:
    """A manuscript as plain text in UTF-8."""
    blocks = [_heading(manuscript), *_roll(manuscript), *map(_block, manuscript.preamble)]
    for item in manuscript.items:
        blocks.append(fill(f"{item.number}. {item.title}", WIDTH, subsequent_indent="   "))
        blocks += [_block(line) for part in item.parts for line in part.lines]
    if ended := manuscript.text("ended"):
        blocks.append(f"The meeting ended at {ended}.")
    return ("\n\n".join(blocks) + "\n").encode()


def _heading(manuscript: Manuscript) -> str:
    return "\n".join(
        (
            COUNCIL.upper(),
            "",
            manuscript.body,
            "",
            f"{manuscript.text('heading')} of the meeting held on {long_date(manuscript.date)}",
            f"at {manuscript.text('time')} at {manuscript.text('venue')}",
        )
    )


def _roll(manuscript: Manuscript) -> list[str]:
    return [
        fill(f"{title}: {manuscript.text(key)}", WIDTH, break_on_hyphens=False)
        for key, title in ROLL
        if manuscript.text(key)
    ]


def _block(line: Line) -> str:
    if line.kind is LineKind.ENTRY:
        lead = f"({line.marker}) "
        return fill(line.plain, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
    return fill(line.plain, WIDTH, break_on_hyphens=False)
