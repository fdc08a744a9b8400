"""The inspections of a council: what they judged, and how that compares with before and with others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from arising.reading.inspections.deadlines import Deadline
from arising.reading.inspections.schemes import GRADES
from arising.register.accounts.audiences import Reader
from arising.register.accounts.rules import is_clerk
from arising.register.bodies.models import Council
from arising.register.improvement.authorities import authority_codes, codes_before
from arising.register.improvement.deadlines import due_after_inspection, sentence
from arising.register.improvement.embargoes import beside
from arising.register.improvement.models import Inspection, InspectionDeadline, InspectionFinding, Judgement
from arising.register.improvement.models.inspections import GRADED
from arising.register.improvement.queries.answered import has_plan, with_actions
from arising.register.improvement.queries.councils import council as council_seen
from arising.register.improvement.queries.councils import councils
from arising.register.improvement.queries.inspections.send import SendStanding, send_standing
from arising.register.improvement.queries.national import Standing, standing
from arising.register.obligations.models import Obligation

RANKS = {"inadequate": 0, "requires_improvement": 1, "good": 2, "outstanding": 3}
TOGETHER = "in_care_and_care_leavers"
_STATUS = Inspection.Status


@dataclass(frozen=True)
class Graded:
    """One judgement, with what the same area was judged before. ``change`` is better, same or worse, or "" where there
    is nothing to compare with."""

    judgement: Judgement
    title: str
    grade: str
    before: str = ""
    change: str = ""


@dataclass(frozen=True)
class Due:
    """Something that is due after an inspection, and what is owed where a body waits for it."""

    deadline: Deadline
    how: str
    obligation: Obligation | None


@dataclass(frozen=True)
class InspectionPage:
    """All that the page of an inspection shows. ``points`` and ``priority`` ask for something, ``found`` does not."""

    inspection: Inspection
    lead: str
    graded: list[Graded]
    before: Inspection | None
    follows: Inspection | None
    priority: list[InspectionFinding]
    points: list[InspectionFinding]
    found: list[tuple[str, list[InspectionFinding]]]
    due: list[Due]
    visits: list[Inspection]
    may_keep: bool
    is_clerk: bool
    has_plan: bool

    @property
    def may_owe(self) -> bool:
        """Whether its reader may let a body wait for something that none waits for yet."""
        return self.is_clerk and any(each.obligation is None and each.deadline.owed for each in self.due)


@dataclass(frozen=True)
class InspectionsPage:
    """The inspections of a council, the latest first, and where it stands among others."""

    council: Council
    lead: str
    history: list[tuple[Inspection, list[Graded]]]
    visits: list[Inspection]
    planned: list[Inspection]
    cancelled: list[Inspection]
    standing: Standing | None
    send: SendStanding | None
    may_keep: bool


def inspections(user: Reader) -> QuerySet[Inspection]:
    """The inspections and visits that ``user`` may see, the latest first."""
    judged = Prefetch("judgements", Judgement.objects.visible_to(user))
    return Inspection.objects.visible_to(user).select_related("council", "report").prefetch_related(judged)


def inspection(user: Reader, pk: int) -> Inspection:
    """An inspection that ``user`` may see. Raises Inspection.DoesNotExist."""
    return inspections(user).get(pk=pk)


def inspection_page(user: Reader, pk: int) -> InspectionPage:
    """The page of an inspection. Raises Inspection.DoesNotExist."""
    one = inspections(user).get(pk=pk)
    before = _before(user, one)
    graded = _graded(one, before)
    found_in = InspectionFinding.objects.visible_to(user).filter(inspection=one)
    findings = list(found_in.prefetch_related(with_actions(user)))
    kinds = InspectionFinding.Kind
    found = [each for each in findings if each.kind == kinds.FOUND]
    return InspectionPage(
        inspection=one, lead=_lead(one, graded, before), graded=graded, before=before,
        follows=inspections(user).filter(pk=one.follows_id).first() if one.follows_id else None,
        priority=[each for each in findings if each.kind == kinds.PRIORITY_ACTION],
        points=[each for each in findings if each.kind == kinds.TO_IMPROVE],
        found=[(heading, list(under)) for heading, under in groupby(found, key=lambda each: each.heading)],
        due=_due(user, one), visits=list(inspections(user).filter(follows=one).order_by("starts_on", "pk")),
        may_keep=_keeps(user, one.council), is_clerk=is_clerk(user, one),
        has_plan=has_plan(user, one.council),
    )  # fmt: skip


def inspections_page(user: Reader, slug: str) -> InspectionsPage:
    """The inspections of a council. Raises Council.DoesNotExist."""
    council = council_seen(user, slug)
    every = list(inspections(user).filter(council=council))
    full = [one for one in every if one.status == _STATUS.HELD and one.kind not in _VISITS]
    full = _with_those_before(user, council, full)
    history = [(one, _graded(one, _earlier(full[at + 1 :], one))) for at, one in enumerate(full)]
    held = [one for one in every if one.status == _STATUS.HELD and one.kind in _VISITS]
    return InspectionsPage(
        council=council, lead=_history_lead(council, full), history=history, visits=held,
        planned=sorted((one for one in every if one.status == _STATUS.PLANNED), key=_first_day),
        cancelled=[one for one in every if one.status == _STATUS.CANCELLED],
        standing=standing(user, council), send=send_standing(user, council), may_keep=_keeps(user, council),
    )  # fmt: skip


_VISITS = (Inspection.Kind.FOCUSED, Inspection.Kind.MONITORING)


def _with_those_before(user: Reader, council: Council, full: Sequence[Inspection]) -> list[Inspection]:
    """The inspections of a council, then those of the councils in the register that it came out of, the latest
    first. A report that was brought in for both stands once."""
    codes = set(codes_before(council))
    before = [one for one in councils(user) if codes.intersection(authority_codes(one))] if codes else []
    known = {one.report.sha256 for one in full if one.report}
    held = inspections(user).filter(council__in=before, status=_STATUS.HELD).exclude(kind__in=_VISITS)
    more = [one for one in held if one.report is None or one.report.sha256 not in known] if before else []
    return sorted([*full, *more], key=lambda one: (one.ends_on is not None, str(one.ends_on)), reverse=True)


def _authority_before(council: Council, one: Inspection) -> str:
    """The authority that was judged, where it was not the council itself."""
    return one.judged or ("" if one.council_id == council.pk else one.council.name)


def _first_day(one: Inspection) -> tuple[bool, str]:
    return one.starts_on is None, str(one.starts_on)


def _keeps(user: Reader, council: Council) -> bool:
    return user is not None and user.has_perm("improvement.keep", council)


def _before(user: Reader, one: Inspection) -> Inspection | None:
    """The last inspection of the same kind before this, as far as ``user`` may see it."""
    if not one.ends_on or one.kind in _VISITS:
        return None
    held = inspections(user).filter(council=one.council_id, kind=one.kind, judged=one.judged, status=_STATUS.HELD)
    return held.filter(ends_on__lt=one.ends_on).first()


def _earlier(others: Sequence[Inspection], one: Inspection) -> Inspection | None:
    """The last inspection before of the same kind and of the same authority: grades of another are not compared."""
    return next((other for other in others if _alike(other) == _alike(one) and other.ends_on), None)


def _alike(one: Inspection) -> tuple[str, int, str]:
    return one.kind, one.council_id, one.judged


def _graded(one: Inspection, before: Inspection | None) -> list[Graded]:
    """The judgements of an inspection, the overall one first, each beside the one before."""
    known = {each.area: each.grade for each in before.judgements.all()} if before else {}
    rows = sorted(one.judgements.all(), key=lambda each: (each.area != "overall", each.order))
    return [_beside(each, known) for each in rows]


def _beside(judgement: Judgement, known: dict[str, str]) -> Graded:
    title, grade = judgement.area_in_words, judgement.grade_in_words
    told = known.get(judgement.area)
    together = told is None and judgement.area in ("in_care", "care_leavers") and TOGETHER in known
    if together:
        told = known[TOGETHER]
    if told is None:
        return Graded(judgement, title, grade)
    before = GRADED.get(told, told)
    if together:
        before += ", children in care and care leavers together"
    return Graded(judgement, title, grade, before, _change(told, judgement.grade))


def _change(before: str, now: str) -> str:
    if before not in RANKS or now not in RANKS:
        return ""
    moved = RANKS[now] - RANKS[before]
    return "better" if moved > 0 else "worse" if moved < 0 else "same"


def _lead(one: Inspection, graded: Sequence[Graded], before: Inspection | None) -> str:
    """What an inspection comes to, in a sentence or two."""
    if one.status != _STATUS.HELD:
        return f"It is {one.get_status_display().lower()}."
    if one.kind in _VISITS:
        return "A visit gives no grade. It tells how far the council has come with what it looks at."
    outcome = next((each for each in graded if each.judgement.area == "outcome"), None)
    if outcome:
        return f"{outcome.grade}."
    overall = next((each for each in graded if each.judgement.area == "overall"), None)
    first = f"{one.judged or one.council} was judged {overall.grade.lower()} overall." if overall else _by_area(graded)
    if before is None:
        return first
    return f"{first} {_moved(graded, before)}".strip()


def _by_area(graded: Sequence[Graded]) -> str:
    return "There is no overall grade: each area is judged by itself." if graded else "No grades are known here."


def _moved(graded: Sequence[Graded], before: Inspection) -> str:
    counts = {how: sum(each.change == how for each in graded) for how in ("better", "same", "worse")}
    if not any(counts.values()):
        return ""
    told = [f"{number} {'is' if number == 1 else 'are'} {how}" for how, number in counts.items() if number]
    since = f"{before.ends_on:%B %Y}" if before.ends_on else "the last inspection"
    return f"Of the grades, {listed(told)} than in {since}.".replace("same than", "the same as")


def _history_lead(council: Council, full: Sequence[Inspection]) -> str:
    told = []
    for one in full:
        overall = next((each.grade for each in one.judgements.all() if each.area == "overall"), None)
        if overall in GRADES and one.ends_on:
            whose = _authority_before(council, one)
            of = f" (as {whose})" if whose else ""
            told.append(f"{GRADES[overall].lower()} in {one.ends_on:%B %Y}{of}{beside(one)}")
    if not told:
        return f"No overall judgement of {council} is in the register."
    return f"{council} was judged overall: {', '.join(reversed(told))}."


def _due(user: Reader, one: Inspection) -> list[Due]:
    numbers = dict(InspectionDeadline.objects.visible_to(user).filter(inspection=one).values_list("obligation", "key"))
    owed = {numbers[each.pk]: each for each in Obligation.objects.visible_to(user).filter(pk__in=numbers)}
    return [Due(each, sentence(each), owed.get(each.key)) for each in due_after_inspection(one)]


def listed(parts: Iterable[str]) -> str:
    """Parts as a list in words: "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
