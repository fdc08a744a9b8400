"""Kesterby's name and its published files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from arising.sample.manuscript import manuscripts

COUNCIL = "Kesterby Council"
MINUTES = Path(__file__).parent / "minutes"


class Audience(StrEnum):
    """Who may see a document."""

    PUBLIC = "public"
    MEMBERS = "members"
    OFFICERS = "officers"
    CLERKS = "clerks"


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A published file: the body and day of its meeting, who may see it and from when.

    ``visible_from`` is None where it may be seen as soon as it is published.
    """

    path: Path
    body: str
    date: date
    audience: Audience
    visible_from: datetime | None


def documents() -> list[SampleDocument]:
    """Every file of the sample council, earliest meeting first."""
    return [
        SampleDocument(
            path=MINUTES / manuscript.file,
            body=manuscript.body,
            date=manuscript.date,
            audience=Audience(manuscript.text("audience") or "public"),
            visible_from=manuscript.visible_from,
        )
        for manuscript in manuscripts()
    ]
