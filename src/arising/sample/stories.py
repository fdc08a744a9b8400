"""What is planted in the sample minutes: each story with its moments, and the exact words of each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

STORIES = Path(__file__).parent / "stories.toml"


class Outcome(StrEnum):
    """What became of a story."""

    KEPT = "kept"
    KEPT_LATE = "kept late"
    KEPT_IN_PART = "kept in part"
    SLIPPED = "slipped"
    FORGOTTEN = "forgotten"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"
    OPEN = "open"
    NEVER_ACCEPTED = "never accepted"
    ACCEPTED_IN_PART = "accepted in part"
    CHANGED_WITHOUT_REMARK = "changed without remark"
    NOT_BORNE_OUT = "not borne out"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Moment:
    """One appearance of a story: what happens, in which file, in which words."""

    document: str
    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Story:
    """A thread through the minutes. ``words`` tell it in full; ``outcome`` says what became of it."""

    id: str
    title: str
    outcome: Outcome
    words: str
    moments: tuple[Moment, ...]


def stories(path: Path = STORIES) -> list[Story]:
    """Every story, in the order in which ``stories.toml`` tells them.

    Raises ``ValueError`` where a story has an outcome that is not an ``Outcome``.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))["story"]
    return [
        Story(
            id=story["id"],
            title=story["title"],
            outcome=Outcome(story["outcome"]),
            words=story["words"],
            moments=tuple(Moment(**moment) for moment in story["moment"]),
        )
        for story in told
    ]
