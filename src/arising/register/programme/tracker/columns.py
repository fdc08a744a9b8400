"""The columns of a tracker, as councils call them, and who may fill in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

Value = str | int | date | None
Row = dict[str, Value]
"""The values of one row, by the names of the columns."""


class Fills(Enum):
    """Who may fill in a column of a row that is in the register."""

    NOBODY = "nobody"
    CLERK = "the clerk"
    OWING = "whoever owes it, and the clerk"


class Kind(Enum):
    """What stands in the cells of a column."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """A column: its title, what it holds, how wide it is in characters.

    ``for_new`` says that it is filled in for a row that a clerk adds. ``also`` are other titles that it is known
    by when a tracker comes in.
    """

    name: str
    title: str
    holds: str
    width: int
    fills: Fills = Fills.NOBODY
    kind: Kind = Kind.TEXT
    for_new: bool = False
    also: tuple[str, ...] = ()

    @property
    def may_be_filled_in(self) -> bool:
        """Whether somebody may fill it in for a row that is in the register."""
        return self.fills is not Fills.NOBODY


COLUMNS: tuple[Column, ...] = (
    Column(
        "reference", "Reference", "The number in the register, by which the row is found again. Leave it as it is.", 11,
        kind=Kind.NUMBER, also=("Ref", "Ref no", "Reference number", "Number"),
    ),
    Column("committee", "Committee", "The body that it is owed to.", 22, also=("Body", "Owed to")),
    Column("said_on", "Meeting date", "The day of the meeting at which it was said.", 18, kind=Kind.DAY),
    Column("minute", "Minute", "The number and title of the item in the minutes.", 26, also=("Minute number", "Item")),
    Column(
        "origin", "Type", "What it comes from: an undertaking, a request, a recommendation and so on.", 18,
        for_new=True,
    ),
    Column(
        "title", "Action or recommendation", "What is owed.", 44, for_new=True,
        also=("Action", "Recommendation", "What is owed"),
    ),
    Column("quote", "Exact words", "The words of the minutes that it rests on.", 50, also=("Words",)),
    Column(
        "owner", "Responsible officer", "The post that owes it. The clerk may write the name of another post.", 28,
        fills=Fills.CLERK, for_new=True, also=("Owner", "Lead officer", "Owed by", "Responsible"),
    ),
    Column("held_by", "Post held by", "Who holds that post now, as far as the register knows.", 22),
    Column("first_due", "First due date", "When it was first due.", 18, kind=Kind.DAY, also=("Original due date",)),
    Column(
        "due", "Due date", "When it is due now. Where the clerk writes a later day, more time is given.", 18,
        fills=Fills.CLERK, kind=Kind.DAY, for_new=True, also=("Revised due date", "Target date", "Deadline"),
    ),
    Column("due_how", "How the date was worked out", "What the first due date rests on.", 34),
    Column("status", "Status", "Where it stands on the day of this file.", 16),
    Column("days", "Days", "Days overdue, left, or since it was said where no date was given.", 8, kind=Kind.NUMBER),
    Column(
        "rag", "RAG", "Red: overdue. Amber: due soon, or no date was given. Green: not due yet. Blue: answered. Empty: "
        "owed no more.", 9,
    ),
    Column("progress", "Progress so far", "What was said of how far it has come, newest last.", 44),
    Column(
        "new_progress", "New progress", "Write how far it has come since. It is added to what was said before.", 44,
        fills=Fills.OWING, also=("Update", "Latest update", "Comment"),
    ),
    Column(
        "answer", "Answer", "Write what was done, when it was done. It waits for a clerk to accept it.", 44,
        fills=Fills.OWING, also=("Response", "Action taken"),
    ),
    Column(
        "answered_on", "Answered on", "The day on which it was done. Left empty, it is the day on which this file is "
        "taken in. Only a clerk may give an earlier day.", 18, fills=Fills.OWING, kind=Kind.DAY,
        also=("Date completed", "Completed on", "Date answered"),
    ),
    Column(
        "evidence", "Evidence", "The address of a page that shows it. Without one it is no answer.", 34,
        fills=Fills.OWING, also=("Evidence link", "Link to evidence", "Link"),
    ),
    Column(
        "judgement", "What the clerk says", "Whether a clerk has accepted the answer, and if not, what is missing.", 28
    ),
    Column("confirmed", "Confirmed by a clerk", "Whether a clerk has confirmed that the minutes say so.", 14),
    Column("address", "Page", "The address of its page in the register.", 34),
    Column(
        "version", "Version", "By this the register knows what was changed since. Leave it as it is.", 9,
        kind=Kind.NUMBER,
    ),
)  # fmt: skip
"""Every column, in the order of the sheet."""

BY_NAME = {column.name: column for column in COLUMNS}


@dataclass(frozen=True)
class Tracker:
    """What is owed as a sheet: for whom it was made, when, and what it holds.

    ``reader`` is whose eyes it is for, in words, ``narrowed`` how the list was narrowed.
    """

    title: str
    made_on: date
    reader: str
    rows: Sequence[Row]
    narrowed: str = ""
