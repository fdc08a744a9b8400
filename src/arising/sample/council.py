"""Kesterby's name, its published files and its figures."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from arising.sample.manuscript import manuscripts

COUNCIL = "Kesterby Council"
AREA = "E06999001"
"""A code that no authority has."""
MINUTES = Path(__file__).parent / "minutes"
PAPERS = Path(__file__).parent / "journey" / "papers"
_FIGURES = Path(__file__).parent / "figures"


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


def inspection_reports() -> list[Path]:
    """The reports and letters of Kesterby's inspections, earliest first. All invented."""
    return sorted(PAPERS.glob("*.pdf"))


def journey() -> dict[str, Any]:
    """The improvement journey of Kesterby: its direction, its plan with what was said of it, its evidence, its scores.
    All invented."""
    return tomllib.loads((PAPERS.parent / "journey.toml").read_text("utf-8"))


def published_figures() -> list[Path]:
    """Files in the layout of Explore Education Statistics. The figures of England in them are those that the Department
    for Education published (Open Government Licence v3.0), those of Kesterby are invented."""
    return sorted((_FIGURES / "published").glob("*.csv"))


def own_figures() -> dict[str, Path]:
    """Files of Kesterby's own figures, by the system that they come from. All invented."""
    return {
        "The case system": _FIGURES / "own" / "case-system.csv",
        "The inspection's data tool": _FIGURES / "own" / "inspection-tool.csv",
    }
