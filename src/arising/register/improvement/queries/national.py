"""The latest grades of every authority, from the national table that was stored last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from arising.measures import areas
from arising.reading.inspections.national import NationalRow as RowRead
from arising.reading.inspections.schemes import AREAS, GRADES, OUTCOMES
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.models import AreaOutcome, Inspection, NationalRow, NationalTable
from arising.register.improvement.national import read_table
from arising.register.indicators import queries as indicators
from arising.register.record.operations import files
from arising.register.record.queries import SourceFile

RANKS = {"inadequate": 0, "requires_improvement": 1, "good": 2, "outstanding": 3}
SHOWN = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers")
TOGETHER = "in_care_and_care_leavers"
SHORT = {
    "overall": "Overall", "leaders": "Leaders", "help_and_protection": "Help and protection",
    "in_care": "Children in care", "care_leavers": "Care leavers",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A row of the table with its grades in words, in the order of ``SHOWN``."""

    row: NationalRow
    grades: list[tuple[str, str]]
    outcome: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a council stands among its statistical neighbours. ``later`` is one that the table does not know."""

    table: NationalTable
    own: Told | None
    neighbours: list[Told]
    words: str
    later: Inspection | None = None


@dataclass(frozen=True)
class NationalPage:
    """Every authority of the table, with how many have each grade."""

    table: NationalTable | None
    rows: list[Told]
    counts: list[tuple[str, int]]
    kind: str
    text: str = ""
    waiting: list[NationalTable] = field(default_factory=list)
    typed: list[AreaOutcome] = field(default_factory=list)
    may_bring: bool = False


@dataclass(frozen=True)
class LookedAt:
    """What a table that waits would change: authorities that are new in it, and those with another inspection or other
    grades than the table that counts now."""

    table: NationalTable
    rows: int
    odd: list[str]
    counts: list[tuple[str, int]]
    new: list[str]
    changed: list[tuple[str, str, str]]
    against: NationalTable | None


def national_table(user: Reader, pk: int) -> NationalTable:
    """A table. One that waits is there for those who may store it. Raises NationalTable.DoesNotExist."""
    held = NationalTable.objects.all()
    return (held if _may_bring(user) else held.filter(state=NationalTable.State.STORED)).get(pk=pk)


def national_table_file(user: Reader, pk: int) -> SourceFile:
    """The bytes of a table. Raises NationalTable.DoesNotExist."""
    table = national_table(user, pk)
    path = files.path_of(table.sha256)
    return SourceFile(path, table.name, "application/octet-stream", path.stat().st_size)


def national_page(user: Reader, kind: str = "ilacs", text: str = "") -> NationalPage:
    """Every authority of the table that counts, those whose name holds ``text``."""
    kind = kind if kind in NationalTable.Kind.values else NationalTable.Kind.ILACS.value
    table = counting(kind)
    rows = list(table.authorities.all()) if table else []
    shown = [row for row in rows if text.strip().casefold() in row.authority.casefold()]
    waiting = NationalTable.objects.filter(state=NationalTable.State.WAITING) if _may_bring(user) else []
    return NationalPage(
        table=table, rows=[_told(row) for row in shown], counts=_counts(rows), kind=kind, text=text.strip(),
        waiting=list(waiting), typed=_typed(kind, text), may_bring=_may_bring(user),
    )  # fmt: skip


def _typed(kind: str, text: str) -> list[AreaOutcome]:
    """The outcomes that were typed in, of authorities whose name holds ``text``."""
    if kind != NationalTable.Kind.AREA_SEND:
        return []
    return list(AreaOutcome.objects.filter(authority__icontains=text.strip()))


def looked_at(user: Reader, pk: int) -> LookedAt:
    """What a table would change. Raises NationalTable.DoesNotExist, ValidationError where it is no table any more."""
    table = national_table(user, pk)
    told = read_table(files.path_of(table.sha256).read_bytes(), table.name)
    against = counting(table.kind)
    before = {row.area_code: row for row in against.authorities.all()} if against else {}
    made = [_row(table, each) for each in told.rows]
    changed = [
        (row.authority, _said(before[row.area_code]), _said(row))
        for row in made
        if row.area_code in before and _said(before[row.area_code]) != _said(row)
    ]
    new = [row.authority for row in made if row.area_code not in before] if against else []
    return LookedAt(table, len(made), told.odd, _counts(made), new, changed, against)


def standing(user: Reader, council: Council) -> Standing | None:
    """Where a council stands among its statistical neighbours; None where its area or the table is not known."""
    area, table = indicators.area_of(council), counting(NationalTable.Kind.ILACS.value)
    if area is None or table is None:
        return None
    codes = (area.code, *areas.other_codes(area.code))
    near = next((found for code in codes if (found := areas.neighbours(code))), ())
    rows = {row.area_code: row for row in table.authorities.filter(area_code__in=[*codes, *near])}
    own = next((_told(rows[code]) for code in codes if code in rows), None)
    others = [_told(rows[code]) for code in near if code in rows]
    last = (
        Inspection.objects.visible_to(user)
        .filter(council=council, kind=Inspection.Kind.ILACS, judged="", status="held")
        .first()
    )
    later = last if last and own and _day(last) > str(own.row.ends_on or own.row.published_on or "") else None
    return Standing(table, own, others, _compared(str(area), own, others), later)


def counting(kind: str) -> NationalTable | None:
    """The table that counts: the one of its kind that was stored last."""
    return NationalTable.objects.filter(kind=kind, state=NationalTable.State.STORED).order_by("-stored_at").first()


def _may_bring(user: Reader) -> bool:
    return user is not None and user.has_perm("improvement.keep")


def _day(one: Inspection) -> str:
    return str(one.ends_on or one.published_on or "")


def _row(table: NationalTable, each: RowRead) -> NationalRow:
    return NationalRow(
        table=table, row=each.row, area_code=each.code, authority=each.authority, starts_on=each.first_day,
        ends_on=each.last_day, published_on=each.published, grades=dict(each.grades), outcome=each.outcome or "",
    )  # fmt: skip


def _told(row: NationalRow) -> Told:
    grades = []
    for area in SHOWN:
        grade = row.grades.get(area)
        if grade is None and area in ("in_care", "care_leavers") and TOGETHER in row.grades:
            grades.append((SHORT[area], f"{GRADES[row.grades[TOGETHER]]}, judged together"))
        else:
            grades.append((SHORT[area], GRADES.get(grade, "not given")))
    return Told(row, grades, OUTCOMES.get(row.outcome, ""))  # type: ignore[call-overload]


def _said(row: NationalRow) -> str:
    """A row in words, to see whether two tell the same."""
    told = [f"{AREAS[area].lower()} {GRADES[grade].lower()}" for area, grade in sorted(row.grades.items())]
    told += [OUTCOMES[row.outcome].lower()] if row.outcome in OUTCOMES else []
    on = f"{row.ends_on:%B %Y}" if row.ends_on else "no day known"
    return f"{on}: {'; '.join(told) or 'nothing told'}"


def _counts(rows: list[NationalRow]) -> list[tuple[str, int]]:
    if any(row.outcome for row in rows):
        outcomes = Counter(row.outcome for row in rows)
        return [(words, outcomes[key]) for key, words in OUTCOMES.items() if outcomes[key]]
    grades = Counter(row.grades.get("overall", "") for row in rows)
    told = [(words, grades[key]) for key, words in GRADES.items()]
    return [*told, ("No overall grade", grades[""])] if grades[""] else told


def _compared(name: str, own: Told | None, others: list[Told]) -> str:
    """How the overall grade of an authority stands among its neighbours', in a sentence."""
    mine = own.row.grades.get("overall") if own else None
    theirs = [other.row.grades["overall"] for other in others if "overall" in other.row.grades]
    if mine is None or not theirs:
        return f"The overall grade of {name} cannot be held against that of its statistical neighbours."
    better, same = sum(RANKS[each] > RANKS[mine] for each in theirs), sum(each == mine for each in theirs)
    worse = len(theirs) - better - same
    return (
        f"{name} is {GRADES[mine].lower()} overall. Statistical neighbours with a better overall grade: {better}; with"
        f" the same: {same}; with a worse one: {worse}."
    )
