"""The outcomes of area SEND inspections: a council beside its statistical neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from arising.measures import areas
from arising.reading.inspections.opening import usual_name
from arising.reading.inspections.schemes import OUTCOMES
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.authorities import authority_codes
from arising.register.improvement.embargoes import beside
from arising.register.improvement.models import AreaOutcome, Inspection, Judgement, NationalTable
from arising.register.improvement.queries.national import counting

RANKS = {"widespread_failings": 0, "inconsistent": 1, "positive": 2}


@dataclass(frozen=True)
class SendOutcome:
    """The latest outcome that is known of an authority, and where it is from; without an outcome none is known.
    ``typed`` is the row that somebody typed in, where that is the latest."""

    authority: str
    outcome: str = ""
    ends_on: date | None = None
    source: str = ""
    address: str = ""
    typed: AreaOutcome | None = None

    @property
    def in_words(self) -> str:
        """What the inspection came to."""
        return OUTCOMES[self.outcome] if self.outcome else "not known here"  # type: ignore[index]


@dataclass(frozen=True)
class SendStanding:
    """Where a council stands among its statistical neighbours. ``from_table`` says that there is a table of outcomes
    of every authority; without one, what is known was typed in."""

    own: SendOutcome
    neighbours: list[SendOutcome]
    words: str
    from_table: bool


def area_outcomes(user: Reader) -> QuerySet[AreaOutcome]:
    """The outcomes that were typed in, the same for every reader."""
    return AreaOutcome.objects.all()


def area_outcome(user: Reader, pk: int) -> AreaOutcome:
    """An outcome that was typed in. Raises AreaOutcome.DoesNotExist."""
    return area_outcomes(user).get(pk=pk)


def send_standing(user: Reader, council: Council) -> SendStanding | None:
    """Where a council stands; None where it is not known which authority it is."""
    codes = authority_codes(council)
    if not codes:
        return None
    table = counting(NationalTable.Kind.AREA_SEND.value)
    near = next((found for code in codes if (found := areas.neighbours(code))), ())
    told = _latest(table, [*codes, *near])
    # of a council that has had several codes the table may know another than the first
    own = max([_of_register(user, council), *(told[code] for code in codes if code in told)], key=_newest)
    others = [told[code] for code in near]
    return SendStanding(own, others, _compared(str(council), own, others), table is not None)


def _latest(table: NationalTable | None, codes: Sequence[str]) -> dict[str, SendOutcome]:
    """The latest outcome of each authority: of the table that counts, or typed in."""
    known = areas.known()
    found = {code: SendOutcome(usual_name(known[code])) for code in codes if code in known}
    rows = table.authorities.filter(area_code__in=codes).exclude(outcome="") if table else ()
    for row in rows:
        found[row.area_code] = SendOutcome(row.authority, row.outcome, row.ends_on, str(table), row.link)
    for typed in AreaOutcome.objects.filter(area_code__in=codes).order_by("ends_on"):
        one = SendOutcome(
            typed.authority, typed.outcome, typed.ends_on, "typed in", address=typed.source, typed=typed
        )  # fmt: skip
        found[typed.area_code] = max(found[typed.area_code], one, key=_newest)
    return found


def _newest(one: SendOutcome) -> tuple[bool, date]:
    return bool(one.outcome), one.ends_on or date.min


def _of_register(user: Reader, council: Council) -> SendOutcome:
    """The outcome of the last inspection in the register that ``user`` may see."""
    held = Inspection.objects.visible_to(user).filter(
        council=council, kind=Inspection.Kind.SEND, judged="", status=Inspection.Status.HELD
    )
    for one in held:
        judged = Judgement.objects.visible_to(user).filter(inspection=one, grade__in=RANKS).first()
        if judged:
            source = f"its report{beside(one)}"
            return SendOutcome(council.name, judged.grade, one.ends_on, source, one.get_absolute_url())
    return SendOutcome(council.name)


def _compared(name: str, own: SendOutcome, others: Sequence[SendOutcome]) -> str:
    """How an outcome stands among those of the neighbours, in a sentence or two."""
    theirs = [RANKS[each.outcome] for each in others if each.outcome]
    if not own.outcome and not theirs:
        return f"No outcome of an area SEND inspection of {name} or of its statistical neighbours is in the register."
    if not others:
        return f"{name}: {own.in_words.lower()}. Its statistical neighbours are not known here."
    missing = len(others) - len(theirs)
    unknown = f" Of {missing} of {len(others)} the outcome is not known here." if missing else ""
    if not own.outcome:
        return f"The outcome of {name} is not known here; that of {len(theirs)} statistical neighbours is.{unknown}"
    mine = RANKS[own.outcome]
    better, same = sum(each > mine for each in theirs), theirs.count(mine)
    counts = f"with a better outcome: {better}; with the same: {same}; with a worse one: {len(theirs) - better - same}"
    return f"{name}: {own.in_words.lower()}. Statistical neighbours {counts}.{unknown}"
