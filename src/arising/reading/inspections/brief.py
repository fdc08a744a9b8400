"""An inspection in words for a person: what was judged first, then what must improve, then what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from arising.reading.inspections.deadlines import Deadline
from arising.reading.inspections.inspection import Inspection, Point, PointKind, Quoted
from arising.reading.inspections.national import NationalTable
from arising.reading.inspections.schemes import AREAS, GRADES, OUTCOMES

POINT_TITLES: dict[PointKind, str] = {
    "priority_action": "Areas for priority action",
    "significant_weakness": "Areas of significant weakness",
    "improve": "What needs to improve",
    "area_for_improvement": "Areas for improvement",
}
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def markdown(inspection: Inspection, due: Sequence[Deadline] = ()) -> str:
    """An inspection as a page of Markdown."""
    lines = [f"# {_text(_heading(inspection))}", "", *_facts(inspection)]
    if inspection.judgements:
        lines += ["", "## Judgements", ""]
        lines += [f"- {_text(AREAS[j.area])}: **{GRADES[j.grade].lower()}**{_at(j)}" for j in inspection.judgements]
    if inspection.outcome:
        lines += ["", "## Outcome", "", f"{OUTCOMES[inspection.outcome.outcome]}{_at(inspection.outcome)}.", ""]
        lines += [f"> {_text(inspection.outcome.quote)}"]
    if due:
        lines += ["", "## What is due", ""]
        lines += [f"- {deadline.title}: **{deadline.when}**. {deadline.how}." for deadline in due]
    for kind, title in POINT_TITLES.items():
        points = [point for point in inspection.points if point.kind == kind]
        if points:
            lines += ["", f"## {title}", "", *(_point(number, point) for number, point in enumerate(points, 1))]
    if inspection.gaps or inspection.notes:
        lines += ["", "## What could not be told", ""]
        lines += [f"- {_text(gap.about.capitalize())}: {_text(gap.says)}." for gap in inspection.gaps]
        lines += [f"- {_text(note)}." for note in inspection.notes]
    return "\n".join([*lines, *_findings(inspection)]) + "\n"


def table_in_words(table: NationalTable) -> str:
    """A national table as a page of Markdown: how many of each grade, what is odd, then a line for each authority."""
    lines = [f"# {_text(table.document)}: the latest inspection of {len(table.rows)} authorities", ""]
    if table.kind == "ilacs":
        counts = Counter(row.grades["overall"] for row in table.rows if "overall" in row.grades)
        lines += [f"- {GRADES[grade]}: {counts[grade]}" for grade in GRADES]
        lines += [f"- No overall judgement: {sum('overall' not in row.grades for row in table.rows)}"]
    else:
        outcomes = Counter(row.outcome for row in table.rows)
        lines += [f"- {OUTCOMES[outcome]}: {count}" for outcome, count in outcomes.items() if outcome]
    if table.odd:
        lines += ["", "## What is odd in it", "", *(f"- {_text(said)}" for said in table.odd)]
    lines += ["", "## Each authority", ""]
    for row in table.rows:
        told = [f"{AREAS[area].lower()} {GRADES[grade].lower()}" for area, grade in row.grades.items()]
        told += [OUTCOMES[row.outcome].lower()] if row.outcome else []
        on = f", {in_words(row.last_day)}" if row.last_day else ""
        lines.append(f"- {_text(row.authority)}{on}: {'; '.join(told) or 'nothing told'}")
    return "\n".join(lines) + "\n"


def _heading(inspection: Inspection) -> str:
    visit = f", visit {inspection.visit}" if inspection.visit else ""
    return f"{inspection.authority or 'Authority not told'}: {inspection.framework_name}{visit}"


def _facts(inspection: Inspection) -> Iterator[str]:
    first, last = inspection.first_day, inspection.last_day
    if first and last:
        yield f"Inspected {in_words(first)}{f' to {in_words(last)}' if last != first else ''}."
    if inspection.published:
        said = {"report": "", "given": "", "file name": " (from the name of the file)", None: ""}
        yield f"Published {in_words(inspection.published)}{said[inspection.published_from]}."
    if inspection.lead_inspector:
        yield f"Led by {_text(inspection.lead_inspector)}."


def _point(number: int, point: Point) -> str:
    who = f" ({_text(point.responsible)})" if point.responsible else ""
    return f"{number}. {_text(point.quote)}{who}{_at(point)}"


def _findings(inspection: Inspection) -> Iterator[str]:
    heading = None
    for finding in inspection.findings:
        under = f"{finding.heading}: {finding.theme}" if finding.theme else finding.heading
        if under != heading:
            heading = under
            yield from ("", f"## {_text(under)}")
        yield ""
        yield f"{f'{finding.number}. ' if finding.number else ''}{_text(finding.quote)}{_at(finding)}"


def _at(quoted: Quoted) -> str:
    return f" (page {quoted.page})" if quoted.page else ""


def in_words(day: date) -> str:
    """A day as it is said: 27 August 2019."""
    return f"{day.day} {day:%B %Y}"


def _text(text: str) -> str:
    """The words as Markdown that shows just them."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
