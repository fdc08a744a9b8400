"""What councils call how an action stands, in words and colours, and which state of the register that is."""

from __future__ import annotations

import re

NOT_STARTED, UNDER_WAY, DONE, EVIDENCED, EMBEDDED = "not_started", "under_way", "done", "evidenced", "embedded"
_WORDS = {
    NOT_STARTED: (
        "not started", "not yet started", "yet to start", "not begun", "to start", "not due", "not yet due", "white",
        "grey", "gray", "pending", "scheduled", "planned", "future",
    ),
    UNDER_WAY: (
        "under way", "underway", "in progress", "progressing", "ongoing", "on going", "started", "on track",
        "on target", "on schedule", "green", "amber", "red", "yellow", "amber green", "amber red", "at risk", "delayed",
        "off track", "slippage", "behind", "behind schedule", "overdue", "some concerns", "open", "active", "g", "a",
        "r", "r a g", "partially complete", "partly complete", "minor delay", "major delay",
    ),
    DONE: (
        "done", "complete", "completed", "closed", "achieved", "delivered", "finished", "blue", "b", "implemented",
        "complete and embedded", "completed and embedded", "blue complete", "business as usual", "bau", "purple",
    ),
    EVIDENCED: ("evidenced",),
    EMBEDDED: ("embedded",),
}  # fmt: skip
_KNOWN = {word: state for state, words in _WORDS.items() for word in words}
_FIRST = re.compile(r"(?:rag |brag )?(?:status )?(.*)")


def bare(word: object) -> str:
    """A word for how an action stands, with case and punctuation made alike."""
    return " ".join(re.sub(r"[^a-z]+", " ", str(word).casefold()).split())


def seems(word: object) -> str:
    """Which state a word or a colour seems to mean; "" where that cannot be told.

    A colour or "complete" says at most that something was done: no workbook says that it worked.
    """
    told = bare(word)
    found = _FIRST.fullmatch(told)
    told = found[1] if found and found[1] else told
    if told in _KNOWN:
        return _KNOWN[told]
    # "Green - on track", "Blue (complete)": the words after the colour must not say otherwise
    parts = [bare(part) for part in re.split(r"[-–—:/(),]+", str(word)) if bare(part)]
    states = {_KNOWN.get(part, "") for part in parts}
    return states.pop() if len(states) == 1 else ""
