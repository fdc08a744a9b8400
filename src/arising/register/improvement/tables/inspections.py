"""An inspection that somebody typed in, as the register gives it out and takes it in again: a row for each thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError

from arising.measures.published import NotPublished
from arising.measures.published.records import Numbered
from arising.measures.published.sheets import book
from arising.reading.inspections.schemes import FRAMEWORKS
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.improvement.models.inspections import GRADED, TITLES
from arising.register.programme.tracker.cells import day_from, restored, whole_number

ONE = (
    "What", "About", "Number", "Grade", "Words", "Heading", "Who must see to it", "Page", "From", "To", "Answered by",
)  # fmt: skip
"""The columns: what a row tells of, and its parts."""
KNOWN, GAP, JUDGEMENT, DUE = "Known of it", "Could not be told", "Judgement", "Due"
MOST_ROWS = 2000
MOST_TROUBLES = 20

_KINDS = {str(label): Inspection.Kind(key) for key, label in Inspection.Kind.choices}
_FINDINGS = {str(label): InspectionFinding.Kind(key) for key, label in InspectionFinding.Kind.choices}
_AREAS = {title: area for area, title in TITLES.items()}
_GRADES = {words: grade for grade, words in GRADED.items()}
_DAYS = {
    "First day": "starts_on", "Last day": "ends_on", "Report received": "received_on",
    "Report published": "published_on", "Plan due": "plan_due_on",
}  # fmt: skip
_WORDS = {
    "Led by": "lead", "What it looks at": "about", "Authority judged": "judged", "Note": "note",
}  # fmt: skip
_LEFT = frozenset({"Council", "Follows", "Embargo", "SHA-256"})


@dataclass(frozen=True)
class FindingRow:
    """A point or a finding, in the words of the report."""

    kind: InspectionFinding.Kind
    words: str
    number: str = ""
    heading: str = ""
    area: str = ""
    responsible: str = ""
    page: int | None = None


@dataclass
class InspectionRows:
    """What a file tells of one inspection: its columns, the grade of each area, its findings in their order."""

    kind: Inspection.Kind = Inspection.Kind.OTHER
    columns: dict[str, str | int | date] = field(default_factory=dict)
    judgements: list[tuple[str, str]] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)


def read_inspection(content: bytes, name: str) -> InspectionRows:
    """What a CSV or Excel file tells of an inspection that was typed in.

    Raises ValidationError with a line for each thing that is wrong; then nothing of it is taken.
    """
    try:
        sheets = book(content, name).sheets
    except NotPublished as error:
        raise ValidationError({"file": str(error)}) from error
    for sheet in sheets:
        rows = list(sheet.rows)
        at = next((n for n, (_, cells) in enumerate(rows) if {"What", "About", "Words"} <= _titles(cells).keys()), None)
        if at is not None:
            return _Reader(_titles(rows[at][1])).read(rows[at + 1 :])
    says = "It has no sheet with the columns What, About and Words. Take the file from the page of an inspection."
    raise ValidationError({"file": says})


def _titles(cells: Sequence[str]) -> dict[str, int]:
    return {cell.strip(): at for at, cell in enumerate(cells) if cell.strip()}


class _Reader:
    """Takes rows one by one, and remembers what is wrong with them."""

    def __init__(self, titles: Mapping[str, int]) -> None:
        self.titles = titles
        self.found = InspectionRows()
        self.wrong: list[str] = []
        self.has_kind = False

    def read(self, rows: Sequence[Numbered]) -> InspectionRows:
        if len(rows) > MOST_ROWS:
            raise ValidationError({"file": f"It has more than {MOST_ROWS:,} rows. Keep only those of one inspection."})
        for number, cells in rows:
            told = {title: restored(cells[at].strip()) if at < len(cells) else "" for title, at in self.titles.items()}
            if any(told.values()):
                self._take(f"Row {number}", {**dict.fromkeys(ONE, ""), **told})
        if not self.has_kind:
            self.wrong.append(f"It does not say what it is: give a row {KNOWN}, Kind.")
        if self.wrong:
            more = len(self.wrong) - MOST_TROUBLES
            lines = [*self.wrong[:MOST_TROUBLES], *([f"There are {more} more lines like these."] if more > 0 else [])]
            raise ValidationError({"file": lines})
        return self.found

    def _take(self, where: str, told: Mapping[str, str]) -> None:
        what = told["What"]
        if what == KNOWN:
            self._known(where, told["About"], told["Words"])
        elif what == JUDGEMENT:
            area, grade = _AREAS.get(told["About"]), _GRADES.get(told["Grade"])
            if area is None or grade is None:
                self.wrong.append(
                    f"{where}: “{told['About'][:60]}: {told['Grade'][:40]}” is no judgement that is known."
                )
            else:
                self.found.judgements.append((area, grade))
        elif what in _FINDINGS:
            self._finding(where, told)
        elif what not in (GAP, DUE):
            self.wrong.append(f"{where}: “{what[:40]}” is not known. Write one of the words that the register gives.")

    def _known(self, where: str, about: str, words: str) -> None:
        if about == "Report":
            says = f"{where}: it was read from the report {words[:80]}. Bring that report in: it is read again."
            self.wrong.append(says)
        elif about == "Kind" and words in _KINDS:
            self.found.kind, self.has_kind = _KINDS[words], True
        elif about == "State":
            if words != Inspection.Status.HELD.label:
                self.wrong.append(f"{where}: only an inspection that was held comes in. Plan the visit on its page.")
        elif about == "Framework":
            key = next((str(key) for key, title in FRAMEWORKS.items() if title == words), None)
            self._put(where, "framework", key, f"“{words[:60]}” is no framework")
        elif about in _DAYS:
            try:
                self.found.columns[_DAYS[about]] = day_from(words)
            except ValueError as trouble:
                self.wrong.append(f"{where}: {trouble}.")
        elif about in _WORDS:
            self.found.columns[_WORDS[about]] = words
        elif about == "Visit":
            self._put(where, "visit", whole_number(words), f"“{words[:40]}” is no number of a visit")
        elif about not in _LEFT:
            self.wrong.append(f"{where}: “{about[:40]}: {words[:40]}” is not known.")

    def _put(self, where: str, column: str, value: str | int | None, trouble: str) -> None:
        if value is None:
            self.wrong.append(f"{where}: {trouble}.")
        else:
            self.found.columns[column] = value

    def _finding(self, where: str, told: Mapping[str, str]) -> None:
        page = whole_number(told["Page"]) if told["Page"] else None
        if not told["Words"]:
            self.wrong.append(f"{where}: it has no words.")
        elif told["Page"] and page is None:
            self.wrong.append(f"{where}: “{told['Page'][:20]}” is no number of a page.")
        elif told["About"] and told["About"] not in TITLES:
            self.wrong.append(f"{where}: “{told['About'][:60]}” is no area that is judged.")
        else:
            self.found.findings.append(
                FindingRow(
                    _FINDINGS[told["What"]], told["Words"], told["Number"], told["Heading"], told["About"],
                    told["Who must see to it"], page,
                )
            )  # fmt: skip
