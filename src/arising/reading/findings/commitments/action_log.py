"""A log of actions that the minutes print as a table: what, who, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from arising.documents import BlockKind
from arising.reading.findings.commitments.attributes import due_in, first_words, paper_in, recipient_in
from arising.reading.language.times import work_out
from arising.reading.outline import READ, Outline
from arising.reading.record import Commitment

_WHAT = re.compile(r"(?i)(?:agreed )?actions?(?: required| point| agreed)?$|what$|task$")
_WHO = re.compile(
    r"(?i)(?:action )?(?:owner|lead|lead officer|responsible|responsibility|by whom|who|officer|action by|assigned to)$"
)
_WHEN = re.compile(r"(?i)(?:due|by when|when|deadline|target|timescale|date due|due date|target date|date)$")


class Columns(NamedTuple):
    """The numbers of the columns of a log of actions that say what, who and when."""

    what: int
    who: int
    when: int | None


def action_rows(out: Outline) -> Iterator[tuple[int, Columns]]:
    """The numbers of the blocks that are rows of a log of actions, without its head, each with the log's columns."""
    columns: Columns | None = None
    for at, block in enumerate(out.blocks):
        if block.kind is not BlockKind.TABLE_ROW or block.part not in READ:
            columns = None
            continue
        head = _columns(out, at)
        if head is not None:
            columns = head
        elif columns is not None:
            yield at, columns


def read_action_row(out: Outline, at: int, columns: Columns, meeting: date | None) -> Commitment | None:
    """What a row of the log says is owed; None where its cell is empty."""
    text, cells = out.document.text, out.blocks[at].cells
    what, who, when = columns
    if what >= len(cells) or cells[what][0] == cells[what][1]:
        return None
    start, end = cells[what]
    end = start + len(text[start:end].rstrip(" .;"))
    owner = text[slice(*cells[who])].strip() if who < len(cells) else ""
    due = due_in(text, *cells[when]) if when is not None and when < len(cells) else None
    topic = out.topic_at[at]
    words = text[start:end]
    return Commitment(
        quote=words,
        start=start,
        end=end,
        rule="action-row",
        confidence=0.93,
        topic=topic.words if topic else None,
        kind="undertaking",
        owner=owner or None,
        deliverable=paper_in(words, within=400) or first_words(words),
        to=recipient_in(words),
        due=due.words if due else None,
        when=work_out(due, meeting) if due else None,
    )


def _columns(out: Outline, at: int) -> Columns | None:
    """The columns, where a row is the head of a log of actions."""
    names = [out.document.text[start:end].strip() for start, end in out.blocks[at].cells]

    def column(pattern: re.Pattern[str]) -> int | None:
        return next((number for number, name in enumerate(names) if pattern.match(name)), None)

    what, who = column(_WHAT), column(_WHO)
    return Columns(what, who, column(_WHEN)) if what is not None and who is not None else None
