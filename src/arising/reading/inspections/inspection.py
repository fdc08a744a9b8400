"""What an inspection report says, each part with its exact words and the page that they begin on."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

FrameworkKey = Literal[
    "ilacs", "focused_visit", "monitoring_visit", "jtai", "sif", "area_send", "area_send_monitoring", "local_area_send"
]
GradeKey = Literal["outstanding", "good", "requires_improvement", "inadequate"]
OutcomeKey = Literal["positive", "inconsistent", "widespread_failings", "monitoring", "written_statement", "revisit"]
PointKind = Literal["improve", "area_for_improvement", "priority_action", "significant_weakness"]
Published = Literal["report", "file name", "given"]


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the report: ``text[start:end]`` is ``quote``, and ``page`` the page that it begins on."""

    quote: str
    start: int
    end: int
    page: int | None = None


class Judgement(Quoted, frozen=True, kw_only=True):
    """The grade of one area. ``area`` is its key in ``schemes.AREAS``, ``name`` how the report calls it."""

    area: str
    name: str
    grade: GradeKey


class Outcome(Quoted, frozen=True, kw_only=True):
    """What an area SEND inspection comes to, which is no grade. ``next_inspection`` is what is said of the next."""

    outcome: OutcomeKey
    next_inspection: str = ""


class Point(Quoted, frozen=True, kw_only=True):
    """One thing that must get better, whole. ``heading`` is what it stands under, ``marker`` what led it."""

    kind: PointKind
    heading: str
    marker: str = ""
    responsible: str = ""


class InspectionFinding(Quoted, frozen=True, kw_only=True):
    """One paragraph of what was found. ``number`` is the one printed before it; ``theme`` a heading within ``heading``.

    ``area`` is the area judged that the heading names, where it names one.
    """

    heading: str
    number: int | None = None
    theme: str = ""
    area: str = ""


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the report should say and that was not found in it, or that does not fit: never guessed."""

    about: str
    says: str


class Inspection(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says.

    ``authority`` is its usual name where it is one that is known (``authority_code`` is then the code of the Office for
    National Statistics), else as written; ``authority_as_written`` is how the report has it. ``visit`` is the number of
    a monitoring visit. ``published_from`` says where the day of publication comes from: reports seldom print it.
    ``text`` is what ``start`` and ``end`` count in.
    """

    document: str
    sha256: str
    framework: FrameworkKey
    framework_name: str
    title: str
    authority: str | None = None
    authority_code: str = ""
    authority_as_written: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    published: date | None = None
    published_from: Published | None = None
    lead_inspector: str | None = None
    inspectors: tuple[str, ...] = ()
    visit: int | None = None
    previous: str = ""
    judgements: tuple[Judgement, ...] = ()
    outcome: Outcome | None = None
    summary: tuple[Quoted, ...] = ()
    findings: tuple[InspectionFinding, ...] = ()
    points: tuple[Point, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    text: str = ""

    def grade(self, area: str) -> GradeKey | None:
        """The grade of an area by its key, or None where the report gives none."""
        return next((judgement.grade for judgement in self.judgements if judgement.area == area), None)

    def quoted(self) -> list[Quoted]:
        """All that was taken down with its words."""
        outcome = [self.outcome] if self.outcome else []
        return [*self.judgements, *outcome, *self.summary, *self.findings, *self.points]

    def to_dict(self) -> dict[str, Any]:
        """As plain values, dates as ISO 8601."""
        builtins: dict[str, Any] = msgspec.to_builtins(self)
        return builtins

    def to_json(self) -> bytes:
        """As UTF-8 JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1)
