"""A report in, an inspection out: its opening, its judgements, its sections, and what is missing in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from arising.documents import Block, Document, SourceError
from arising.reading.inspections.days import day_in_name
from arising.reading.inspections.expected import expected
from arising.reading.inspections.inspection import (
    Gap,
    Inspection,
    InspectionFinding,
    Judgement,
    Outcome,
    OutcomeKey,
    Point,
    Published,
    Quoted,
)
from arising.reading.inspections.judgements import beside_its_name, overall_in_words, table_of_judgements
from arising.reading.inspections.opening import Opening, lead_inspector, opening, something_else
from arising.reading.inspections.points import points_of
from arising.reading.inspections.schemes import AREAS, FRAMEWORKS, GRADES, areas_judged, grade_named
from arising.reading.inspections.sections import Paragraph, Section, is_footnote, sections

_OUTCOMES: tuple[tuple[OutcomeKey, str], ...] = (
    ("widespread_failings", r"widespread and/?\s?(?:or )?systemic failings"),
    ("inconsistent", r"inconsistent experiences and outcomes"),
    ("positive", r"typically lead to positive experiences and outcomes"),
    ("revisit", r"(?:sufficient|insufficient) progress in (?:addressing|improving)"),
    (
        "written_statement",
        r"written statement of action \(?(?:WSOA\)? )?is required"
        r"|required to (?:produce|submit|prepare)[^.]{0,40}written",
    ),
    ("monitoring", r"effective action|sufficient progress"),
)
_ASKED = re.compile(r"to (?:decide|judge|determine|evaluate) whether", re.IGNORECASE)
_SUMMARY_FROM = 90
_SHORTEST = 40


class NotAnInspection(SourceError):
    """A document that is no report of an inspection."""


def inspect(document: Document, *, published: date | None = None) -> Inspection:
    """Read the report of an inspection of children's services or of an area's SEND arrangements.

    Args:
        document: the report, as ``open_document`` gives it.
        published: the day it was published, where it is known. Else the report's own, else one in the file's name.

    Raises:
        NotAnInspection: it is not such a report; the text is one line that says so.
    """
    told = opening(document)
    if told is None:
        trouble = "this is no report of an Ofsted inspection of children’s services or SEND that is known here"
        other = something_else(document)
        reads = f"; it reads like {other}" if other else ""
        remedy = "Give the report or letter itself, as Ofsted publishes it"
        raise NotAnInspection(document.name, f"{trouble}{reads}", remedy)
    parts = sections(document)
    judgements, untold = table_of_judgements(document) if told.framework in ("ilacs", "sif") else ([], [])
    if not judgements:
        judgements = _without_a_table(document, told)
    if told.framework == "sif" and not any(judged.area == "overall" for judged in judgements):
        overall = overall_in_words(document)
        judgements = [overall, *judgements] if overall else judgements
    points, findings = _points_and_findings(document, told, parts)
    lead, team = lead_inspector(document.text, told.framework)
    day, source = _published(document, told, published)
    outcome = _outcome(document, told) if told.framework.endswith(("send", "monitoring")) else None
    gaps = [*_gaps(document, told, judgements, untold, day, lead), *_gaps_within(told, outcome, findings, points)]
    return Inspection(
        document=document.name, sha256=document.sha256, framework=told.framework,
        framework_name=FRAMEWORKS[told.framework], title=told.title, authority=told.authority,
        authority_code=told.code, authority_as_written=told.written, first_day=told.first_day,
        last_day=told.last_day, published=day, published_from=source, lead_inspector=lead, inspectors=team,
        visit=told.visit, previous=told.previous, judgements=tuple(judgements), outcome=outcome,
        summary=tuple(_summary(document, parts[0])), findings=tuple(findings), points=tuple(points), gaps=tuple(gaps),
        notes=(*document.notes, *told.notes, *_notes(parts, judgements)), text=document.text,
    )  # fmt: skip


def _without_a_table(document: Document, told: Opening) -> list[Judgement]:
    """The judgements of a report in which no table could be made out, from the words behind each area's name."""
    expected = areas_judged(told.framework, told.first_day)
    found = [judged for area in expected if (judged := beside_its_name(document, area))]
    if found:
        told.notes.append(
            "no table of judgements was made out: each grade is the one right behind the name of its area"
        )
    return found


def _published(document: Document, told: Opening, given: date | None) -> tuple[date | None, Published | None]:
    if given is not None:
        return given, "given"
    if told.published is not None:
        return told.published, "report"
    named = day_in_name(document.name)
    return (named, "file name") if named else (None, None)


def _points_and_findings(
    document: Document, told: Opening, parts: Sequence[Section]
) -> tuple[list[Point], list[InspectionFinding]]:
    points: list[Point] = []
    findings: list[InspectionFinding] = []
    for section in parts:
        if section.points:
            more, left = points_of(document, told.framework, section)
            points += more
            findings += [_finding(document, section, paragraph) for paragraph in left if _says_something(paragraph)]
        elif section.kind == "findings":
            findings += [_finding(document, section, p) for p in section.paragraphs if _says_something(p)]
    if told.framework == "local_area_send" and not any(p.kind == "significant_weakness" for p in points):
        weaknesses = _weaknesses(document, parts)
        told_apart = {point.start for point in weaknesses}
        findings = [finding for finding in findings if finding.start not in told_apart]
        points += weaknesses
    return points, findings


_WEAKNESSES = re.compile(
    r"(?:following )?(?:areas?|points?) of significant (?:weakness|concern)(?:es)?:?$", re.IGNORECASE
)


def _weaknesses(document: Document, parts: Sequence[Section]) -> list[Point]:
    """The list that a sentence of the letter leads: what the written statement of action has to answer."""
    found: list[Point] = []
    for section in parts:
        led = False
        for paragraph in section.paragraphs:
            if led and paragraph.marker:
                found.append(
                    Point(
                        quote=document.text[paragraph.start : paragraph.end], start=paragraph.start, end=paragraph.end,
                        page=paragraph.page, kind="significant_weakness", heading="", marker=paragraph.marker,
                    )
                )  # fmt: skip
                continue
            led = _WEAKNESSES.search(paragraph.words) is not None
    return found


def _says_something(paragraph: Paragraph) -> bool:
    if is_footnote(paragraph) or grade_named(paragraph.words):
        return False
    return len(paragraph.words) >= _SHORTEST or paragraph.number is not None


def _finding(document: Document, section: Section, paragraph: Paragraph) -> InspectionFinding:
    start, end = paragraph.start, paragraph.end
    return InspectionFinding(
        quote=document.text[start:end], start=start, end=end, page=paragraph.page, number=paragraph.number,
        heading=section.heading, theme=section.theme, area=section.area,
    )  # fmt: skip


def _summary(document: Document, first: Section) -> list[Quoted]:
    """The paragraphs before the first section: what the report comes to, in its own words."""
    return [
        Quoted(quote=document.text[p.start : p.end], start=p.start, end=p.end, page=p.page)
        for p in first.paragraphs
        if len(p.words) > _SUMMARY_FROM and p.ended and not p.row and not re.search(r"telephone|0300|Dear ", p.words)
    ]


def _outcome(document: Document, told: Opening) -> Outcome | None:
    """The outcome of an area SEND inspection, with the paragraph that says it."""
    text = document.text[:9000]
    found: list[tuple[int, OutcomeKey, Block]] = []
    for key, words in _OUTCOMES:
        if (key == "monitoring") != (told.framework == "area_send_monitoring"):
            continue
        for match in re.finditer(words.replace(" ", r"\s+"), text, re.IGNORECASE):
            block = document.block_at(match.start())
            if block is not None and not _ASKED.search(document.words(block)):
                found.append((match.start(), key, block))
                break
    if not found:
        return None
    _, outcome, block = min(found, key=lambda each: each[0])
    said = " ".join(each.said for each in expected(document.text[block.start :]))
    return Outcome(
        quote=document.words(block), start=block.start, end=block.end, page=block.place.page, outcome=outcome,
        next_inspection=said,
    )  # fmt: skip


def _gaps(
    document: Document,
    told: Opening,
    judgements: Sequence[Judgement],
    untold: Sequence[str],
    published: date | None,
    lead: str | None,
) -> list[Gap]:
    gaps = []
    if told.authority is None:
        gaps.append(
            Gap(about="authority", says="the report does not say on its first page which authority it is about")
        )
    elif not told.code:
        says = f"“{told.authority}” is not the name of an authority that is known here"
        gaps.append(Gap(about="authority", says=says))
    if told.first_day is None:
        gaps.append(Gap(about="dates", says="no days of the inspection with a year were found"))
    if published is None:
        gaps.append(Gap(about="publication", says="the report does not say when it was published"))
    if lead is None:
        gaps.append(Gap(about="lead inspector", says="no lead inspector is named"))
    gaps += [Gap(about="judgements", says=says) for says in untold]
    judged = [judgement.area for judgement in judgements]
    expected = areas_judged(told.framework, told.first_day)
    for area in expected:
        if area not in judged:
            gaps.append(Gap(about="judgements", says=_not_judged(document, area)))
    for area in dict.fromkeys(judged):
        if expected and area not in expected and not _fits(told, area):
            says = f"“{AREAS[area]}” is judged, which the framework does not do on inspections of that date"
            gaps.append(Gap(about="judgements", says=says))
        if judged.count(area) > 1:
            gaps.append(Gap(about="judgements", says=f"“{AREAS[area]}” has more than one judgement"))
    return gaps


def _not_judged(document: Document, area: str) -> str:
    """That an area has no grade in the table, and what the heading of its section says."""
    headed = beside_its_name(document, area)
    says = f"no judgement of “{AREAS[area]}” was found"
    return f"{says} in the table; the words beside its name say {GRADES[headed.grade].lower()}" if headed else says


def _fits(told: Opening, area: str) -> bool:
    """An overall judgement may still be given after it need not be, and a board was judged beside the authority."""
    return area in ("overall", "safeguarding_board") or told.framework == "sif"


def _gaps_within(
    told: Opening, outcome: Outcome | None, findings: Sequence[InspectionFinding], points: Sequence[Point]
) -> list[Gap]:
    gaps = []
    if told.framework in ("area_send", "area_send_monitoring", "local_area_send") and outcome is None:
        gaps.append(Gap(about="outcome", says="none of the outcomes of the framework was found in its words"))
    if not points and told.framework not in ("monitoring_visit", "local_area_send", "area_send_monitoring"):
        gaps.append(Gap(about="points", says="nothing was found under a heading of what needs to improve"))
    if not findings:
        gaps.append(Gap(about="findings", says="no findings were found under a heading that is known"))
    if told.framework == "ilacs":
        numbers = [finding.number for finding in findings if finding.number is not None]
        missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
        if missing:
            listed = ", ".join(map(str, missing[:12]))
            gaps.append(Gap(about="findings", says=f"paragraphs that the numbering skips: {listed}"))
    return gaps


def _notes(parts: Sequence[Section], judgements: Sequence[Judgement]) -> list[str]:
    """Where the heading of a section gives another grade than the table."""
    told = {judgement.area: judgement.grade for judgement in judgements}
    notes = []
    for section in parts:
        grade = grade_named(re.split(r"[:–—]|\b(?:is|are)\b", section.heading)[-1]) if section.area else None
        if grade and section.area in told and told[section.area] != grade:
            notes.append(
                f"the table judges “{AREAS[section.area]}” {GRADES[told[section.area]].lower()}, the heading of its"
                f" section {GRADES[grade].lower()}"
            )
    return notes
