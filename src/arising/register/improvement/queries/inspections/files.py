"""What the pages of inspections, visits, directions and the national table show, as tables to take away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from arising.reading.inspections.schemes import FRAMEWORKS
from arising.register.accounts.audiences import Reader
from arising.register.improvement.embargoes import until_in_words
from arising.register.improvement.models import Inspection, InspectionFinding, Requirement
from arising.register.improvement.queries.councils import council as council_seen
from arising.register.improvement.queries.directions import DirectionPage, direction_page, directions_page
from arising.register.improvement.queries.inspections.pages import (
    Due,
    Graded,
    InspectionPage,
    inspection_page,
    inspections_page,
)
from arising.register.improvement.queries.inspections.send import SendOutcome, send_standing
from arising.register.improvement.queries.national import (
    SHORT,
    SHOWN,
    Told,
    national_page,
    national_table,
    standing,
)
from arising.register.improvement.tables.inspections import DUE, GAP, JUDGEMENT, KNOWN, ONE
from arising.register.improvement.workbooks.tables import Table
from arising.register.improvement.workbooks.writing import Cell

_INSPECTION = ("Inspection", "Kind", "Authority judged", "First day", "Last day", "Published")
JUDGEMENTS = (
    *_INSPECTION, "What was judged", "Grade", "Before", "Since then", "As printed", "Page", "From", "To", "Address",
)  # fmt: skip
VISITS = (
    "Visit", "Kind", "Number", "State", "First day", "Last day", "What it looks at", "Follows", "Led by", "Letter",
    "Note", "Address",
)  # fmt: skip
DIRECTIONS = (
    "Direction", "Given on", "State", "Commissioner", "What", "Number", "Words", "Due", "First set for",
    "Who answers for it", "Since the direction before", "Answered by", "Address",
)  # fmt: skip
OUTCOMES = ("Authority", "Outcome", "Last day", "From", "Report")
AUTHORITIES = (
    "Authority", "Code", "First day", "Last day", "Published", "Led by", "Outcome", *(SHORT[each] for each in SHOWN),
    "What could not be taken", "Report",
)  # fmt: skip


def inspection_tables(user: Reader, slug: str, site: str) -> list[Table]:
    """The inspections of a council with their judgements, its visits, and the latest grades of similar councils.

    ``site`` is put before each address. Raises Council.DoesNotExist.
    """
    page = inspections_page(user, slug)
    rows = [row for one, graded in page.history for row in _judged(one, graded, site)]
    tables = [Table("Judgements", JUDGEMENTS, rows), visits_table(user, slug, site)]
    if page.standing:
        tables.append(neighbour_table(user, slug))
    if page.send:
        tables.append(send_table(user, slug, site))
    return tables


def visits_table(user: Reader, slug: str, site: str) -> Table:
    """The visits of a council: held, planned and cancelled. Raises Council.DoesNotExist."""
    page = inspections_page(user, slug)
    known = {one.pk: str(one) for one, _ in page.history}
    visits = (*page.planned, *page.visits, *page.cancelled)
    return Table("Visits", VISITS, [_visit(one, known.get(one.follows_id or 0, ""), site) for one in visits])


def neighbour_table(user: Reader, slug: str) -> Table:
    """The latest grades of a council and of its statistical neighbours, the nearest first. Raises
    Council.DoesNotExist."""
    told = standing(user, council_seen(user, slug))
    rows = [told.own, *told.neighbours] if told else []
    return Table("Similar councils", AUTHORITIES, [_authority(each) for each in rows if each])


def send_table(user: Reader, slug: str, site: str) -> Table:
    """The outcomes of area SEND inspections of a council and of its statistical neighbours. Raises
    Council.DoesNotExist."""
    told = send_standing(user, council_seen(user, slug))
    rows = [told.own, *told.neighbours] if told else []
    return Table("SEND outcomes", OUTCOMES, [_outcome(each, site) for each in rows])


def inspection_table(user: Reader, pk: int) -> Table:
    """One inspection: what is known of it, its judgements, points and findings with their places, what is due. A row
    each, all in the same columns. Raises Inspection.DoesNotExist."""
    page = inspection_page(user, pk)
    rows = [*_facts(page), *_graded(page), *_asked(page), *_due(page)]
    return Table("Inspection", ONE, rows)


def directions_table(user: Reader, site: str, *, slug: str = "", pk: int = 0) -> Table:
    """What one direction, or every direction of a council, requires and when it is reviewed: a row each. Raises
    Direction.DoesNotExist, Council.DoesNotExist."""
    keys = [each.pk for each in directions_page(user, slug).directions] if slug else [pk]
    pages = [direction_page(user, each) for each in keys]
    return Table("Directions", DIRECTIONS, [row for page in pages for row in _direction(page, site)])


def authorities_table(user: Reader, kind: str, text: str) -> Table:
    """The authorities that the page of the national table shows, and the outcomes that were typed in."""
    page = national_page(user, kind, text)
    grades = [""] * len(SHOWN)
    typed: list[tuple[Cell, ...]] = [
        (
            each.authority, each.area_code, None, each.ends_on, None, "", each.outcome_in_words, *grades,
            "typed in by hand", each.source,
        )
        for each in page.typed
    ]  # fmt: skip
    return Table("Authorities", AUTHORITIES, [*(_authority(each) for each in page.rows), *typed])


def odd_table(user: Reader, pk: int) -> Table:
    """What of a national table could not be taken. Raises NationalTable.DoesNotExist."""
    table = national_table(user, pk)
    return Table("Odd values", ("What could not be taken",), [(said,) for said in table.odd])


def _named(one: Inspection) -> tuple[Cell, ...]:
    return (
        str(one),
        one.get_kind_display(),
        one.judged or one.council.name,
        one.starts_on,
        one.ends_on,
        one.published_on,
    )


def _judged(one: Inspection, graded: Sequence[Graded], site: str) -> Iterator[tuple[Cell, ...]]:
    address = f"{site}{one.get_absolute_url()}"
    for each in graded:
        row = each.judgement
        told = (each.title, each.grade, each.before, each.change, row.words, row.page, row.start, row.end)
        yield (*_named(one), *told, address)
    if not graded:
        yield (*_named(one), *[None] * 8, address)


def _visit(one: Inspection, follows: str, site: str) -> tuple[Cell, ...]:
    return (
        str(one), one.get_kind_display(), one.visit, one.get_status_display(), one.starts_on, one.ends_on, one.about,
        follows, one.lead, "here" if one.report_id else "not here", one.note, f"{site}{one.get_absolute_url()}",
    )  # fmt: skip


def _facts(page: InspectionPage) -> Iterator[tuple[Cell, ...]]:
    """What is known of an inspection: a row for each thing that is."""
    one = page.inspection
    framework = next((title for key, title in FRAMEWORKS.items() if key == one.framework), "")
    told: tuple[tuple[str, Any], ...] = (
        ("Council", one.council.name), ("Authority judged", one.judged),
        ("Kind", one.get_kind_display()), ("Framework", framework), ("State", one.get_status_display()),
        ("First day", one.starts_on), ("Last day", one.ends_on), ("Report received", one.received_on),
        ("Report published", one.published_on), ("Led by", one.lead), ("Visit", one.visit),
        ("What it looks at", one.about), ("Embargo", until_in_words(one)), ("Follows", page.follows),
        ("Plan due", one.plan_due_on), ("Note", one.note),
        ("Report", one.report.name if one.report else ""), ("SHA-256", one.report.sha256 if one.report else ""),
    )  # fmt: skip
    for about, value in told:
        if value:
            yield _row(KNOWN, about, words=_written(value))
    for gap in one.gaps:
        yield _row(GAP, str(gap["about"]).capitalize(), words=gap["says"])


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _graded(page: InspectionPage) -> Iterator[tuple[Cell, ...]]:
    for each in page.graded:
        row = each.judgement
        yield _row(JUDGEMENT, each.title, grade=each.grade, words=row.words, place=row)


def _asked(page: InspectionPage) -> Iterator[tuple[Cell, ...]]:
    found = (finding for _, findings in page.found for finding in findings)
    for each in (*page.priority, *page.points, *found):
        yield _row(
            each.get_kind_display(), each.area, number=each.number, words=each.words, heading=each.heading,
            who=each.responsible, place=each, answered=_answered(each),
        )  # fmt: skip


def _due(page: InspectionPage) -> Iterator[tuple[Cell, ...]]:
    for each in page.due:
        yield _row(DUE, each.deadline.title, words=f"{_day(each)}. {each.how}")


def _day(due: Due) -> str:
    told = due.deadline
    return told.due.isoformat() if told.owed else told.when.capitalize()


def _row(
    what: str, about: str = "", *, number: str = "", grade: str = "", words: str = "", heading: str = "",
    who: str = "", place: Any = None, answered: str = "",
) -> tuple[Cell, ...]:  # fmt: skip
    places = (place.page, place.start, place.end) if place else (None, None, None)
    return (what, about, number, grade, words, heading, who, *places, answered)


def _answered(point: InspectionFinding | Requirement) -> str:
    """The actions that answer a point, as they were fetched with it."""
    actions: list[Any] = getattr(point, "answered_by", [])
    return "; ".join(f"{each.reference} {each.title}: {each.get_state_display().lower()}" for each in actions)


def _direction(page: DirectionPage, site: str) -> Iterator[tuple[Cell, ...]]:
    one = page.direction
    state = "lifted" if one.lifted_on else "revised since" if page.revised_by else "stands"
    commissioner = str(one.commissioner or one.commissioner_words)
    named: tuple[Cell, ...] = (str(one), one.given_on, state, commissioner)
    address = f"{site}{one.get_absolute_url()}"
    for each in page.required:
        row = each.requirement
        since = f"changed; before: {each.before}" if each.change == "changed" else each.change
        told = ("Required action", row.number, row.words, row.due, None, str(row.owner or ""), since, _answered(row))
        yield (*named, *told, address)
    for row in page.dropped:
        yield (*named, "Required no more", row.number, row.words, None, None, "", "", "", address)
    for review in page.reviews:
        point = review.point
        owed = "owed to a body" if review.obligation else ""
        yield (*named, "Review", "", point.title, point.due, point.first_due, owed, "", "", address)
    if not page.required and not page.reviews:
        yield (*named, *[None] * 8, address)


def _outcome(each: SendOutcome, site: str) -> tuple[Cell, ...]:
    address = f"{site}{each.address}" if each.address.startswith("/") else each.address
    return (each.authority, each.in_words, each.ends_on, each.source, address)


def _authority(told: Told) -> tuple[Cell, ...]:
    row = told.row
    grades = [grade for _, grade in told.grades] if row.grades else [""] * len(told.grades)
    return (
        row.authority, row.area_code, row.starts_on, row.ends_on, row.published_on, row.lead, told.outcome, *grades,
        "; ".join(row.odd), row.link,
    )  # fmt: skip
