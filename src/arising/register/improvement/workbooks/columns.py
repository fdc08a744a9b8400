"""What the columns of a plan hold, and what councils call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NOTHING = ""


@dataclass(frozen=True)
class Role:
    """What a column may hold: its key, what a person reads, its title in our own workbook, and other titles."""

    key: str
    words: str
    title: str
    also: tuple[str, ...] = ()


ROLES = (
    Role("reference", "The reference of the action", "Reference", (
        "ref", "ref no", "reference number", "action ref", "action no", "action number", "action id",
        "action reference", "no", "nos", "number", "id", "item",
    )),
    Role("was", "The reference that it had before", "Was", ("earlier reference", "previous ref", "old ref")),
    Role("priority_reference", "The reference of the priority", "Priority reference", (
        "priority ref", "priority no", "priority number", "theme no",
    )),
    Role("priority", "The priority", "Priority", (
        "theme", "priority area", "workstream", "work stream", "improvement priority", "strategic priority",
        "objective",
        "improvement theme", "area for improvement", "improvement area", "priority theme",
    )),
    Role("outcome", "The outcome wanted", "Outcome wanted", (
        "outcome", "outcomes", "desired outcome", "intended outcome", "expected outcome", "what will be different",
        "what good looks like", "aim", "intended impact",
    )),
    Role("phase", "The phase", "Phase", ("stage",)),
    Role("title", "What will be done", "Action", (
        "actions", "key action", "key actions", "action required", "improvement action", "activity", "key activity",
        "task", "what", "what will we do", "what we will do", "what will be done", "what needs to be done",
        "description", "action description", "improvement activity",
    )),
    Role("owner", "Who owns it", "Owner", (
        "lead", "lead officer", "action owner", "responsible", "responsible officer", "responsibility", "who",
        "by whom",
        "accountable", "accountable officer", "sro", "lead owner", "owner lead", "named lead", "action lead",
        "responsible lead", "strategic lead",
    )),
    Role("starts_on", "When it starts", "Starts", ("start", "start date", "begins", "from")),
    Role("first_due", "When it was first due", "First due", (
        "first due date", "original date", "original due date", "original deadline", "original timescale",
        "baseline date",
    )),
    Role("due", "When it is due", "Due", (
        "due date", "timescale", "timescales", "by when", "when", "deadline", "target date", "completion date",
        "end date", "timeframe", "time frame", "revised date", "revised due date", "date for completion", "date due",
        "target completion date", "delivery date", "finish", "date",
    )),
    Role("state", "How it stands, in a word or a colour", "State", (
        "status", "rag", "brag", "rag status", "brag status", "rag rating", "brag rating", "rag rate", "rating",
        "current status", "action status", "progress status", "delivery rag", "rag delivery", "progress rag",
    )),
    Role("done_on", "When it was done", "Done on", (
        "date completed", "completed on", "completed date", "actual completion date", "date closed", "actual end date",
    )),
    Role("progress", "How it stands, in words", "Latest update", (
        "progress", "update", "progress update", "latest progress", "progress to date", "commentary", "comments",
        "narrative", "current position", "position", "position statement", "what have we done", "status update",
        "progress comments", "status corrective action", "monthly update",
    )),
    Role("updated_on", "Of which day that is", "Updated on", (
        "updated", "last updated", "date of update", "update date",
    )),
    Role("milestones", "Milestones, one a line", "Milestones", (
        "milestone", "key milestones", "steps", "sub actions", "key steps", "how", "how will we do it",
    )),
    Role("measure", "What will show that it worked", "Measure", (
        "measures", "success measure", "success measures", "success criteria", "measure of success",
        "measures of success", "kpi", "kpis", "performance indicator", "performance measure", "impact measure",
        "how will we know", "how we will know", "indicator", "outcome measure", "how will we measure success",
    )),
    Role("baseline", "Where the measure began", "Baseline", (
        "starting point", "baseline position", "current performance",
    )),
    Role("goal", "What the measure is to reach", "Goal", ("target", "targets", "ambition", "target performance")),
    Role("evidence", "Evidence or impact, in words", "Evidence", (
        "evidence of impact", "impact", "impact evidence", "evidence impact", "impact so far", "what difference",
        "evidence of completion", "difference made", "what impact has it had", "assurance",
    )),
)  # fmt: skip
"""What a column may hold, in the order in which people are asked."""
BY_KEY = {role.key: role for role in ROLES}
MILESTONES = ("Action reference", "Milestone", "First due", "Due", "Reached on")
MEASURES = (
    "Priority reference", "Action reference", "Measure", "Counted by", "Indicator", "Definition", "Baseline",
    "Baseline of", "Goal", "Goal by", "In words",
)  # fmt: skip
"""The titles of the two further sheets of our own workbook."""
LINES = frozenset({"milestones", "measure", "progress", "evidence"})
"""Columns that go on in the next row where an action takes several."""


def key(title: object) -> str:
    """A title with case, punctuation and white space made alike."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", str(title if title is not None else "").casefold()).split())


_KNOWN = {key(other): role.key for role in ROLES for other in role.also} | {key(role.title): role.key for role in ROLES}
_ANY = sorted(_KNOWN, key=len, reverse=True)


def seems(title: object) -> str:
    """What a column of that title seems to hold; "" where nothing is known of it.

    The whole title counts first, then its beginning: "Lead officer (post)", "RAG Sept 24".
    """
    bare = key(title)
    if bare in _KNOWN:
        return _KNOWN[bare]
    if len(bare) > 60:
        return NOTHING
    return next((_KNOWN[known] for known in _ANY if len(known) > 2 and bare.startswith(f"{known} ")), NOTHING)


def guess(titles: Sequence[object]) -> list[str]:
    """What each column of a table seems to hold. Of two that seem to hold the same, the exact title is meant, else the
    later for what is told anew each time (status, progress, due), else the first."""
    told = [seems(title) for title in titles]
    for role in set(told) - {NOTHING}:
        places = [at for at, each in enumerate(told) if each == role]
        exact = [at for at in places if _KNOWN.get(key(titles[at])) == role]
        later = role in ("state", "progress", "due", "updated_on")
        kept = (exact or places)[-1 if later else 0]
        for at in places:
            if at != kept:
                told[at] = NOTHING
    return told
