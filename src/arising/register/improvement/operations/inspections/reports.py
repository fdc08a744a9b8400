"""Taking a report in: kept byte for byte, read, and stored with every judgement, finding and point, or not at all."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from arising.documents import SourceError, open_document
from arising.measures import areas
from arising.reading.inspections import Inspection as Report
from arising.reading.inspections import inspect
from arising.reading.inspections.inspection import FrameworkKey, PointKind, Quoted
from arising.reading.inspections.inspection import Judgement as ReadJudgement
from arising.reading.inspections.opening import usual_name
from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save, save_new
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.authorities import authority_codes, codes_before
from arising.register.improvement.models import Inspection, InspectionFinding, Judgement, Paper
from arising.register.improvement.operations.papers import keep_paper
from arising.register.record.texts import storable, storable_json

KINDS: dict[FrameworkKey, Inspection.Kind] = {
    "ilacs": Inspection.Kind.ILACS,
    "sif": Inspection.Kind.ILACS,
    "focused_visit": Inspection.Kind.FOCUSED,
    "monitoring_visit": Inspection.Kind.MONITORING,
    "jtai": Inspection.Kind.JTAI,
    "area_send": Inspection.Kind.SEND,
    "area_send_monitoring": Inspection.Kind.SEND,
    "local_area_send": Inspection.Kind.SEND,
}
ASKS: dict[PointKind, InspectionFinding.Kind] = {
    "improve": InspectionFinding.Kind.TO_IMPROVE,
    "area_for_improvement": InspectionFinding.Kind.TO_IMPROVE,
    "priority_action": InspectionFinding.Kind.PRIORITY_ACTION,
    "significant_weakness": InspectionFinding.Kind.PRIORITY_ACTION,
}
OUTCOME = "outcome"
"""The area under which the outcome of an area SEND inspection, which is no grade, is kept as a judgement."""


def add_report(
    council: Council, content: bytes, name: str, *,
    title: str = "", published: date | None = None, received: date | None = None, origin: str = "",
    despite: bool = False, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Inspection:  # fmt: skip
    """Add the inspection that a report tells of. The same report again changes nothing.

    Args:
        council: who was inspected.
        content: the report, byte for byte.
        name: the name of its file.
        title: what to call it, where that is not its own title.
        published: the day it was published, where it does not say.
        received: the day the council received it: deadlines count from then.
        origin: where it came from.
        despite: take it although it is about an authority of another name.
        seen: who may see the report and all that was read in it, and from which minute.

    Raises ValidationError, whose text is one line, for a file that is no such report or is about another authority.
    """
    require(actor, "improvement.keep", council)
    report = read_report(content, name, published)
    judged = _judged(report, council, despite=despite)
    with transaction.atomic():
        paper = _paper(council, content, name, report, title=title, origin=origin, seen=seen, actor=actor, why=why)
        known = Inspection.objects.filter(report=paper).first()
        if known is not None:
            return known
        inspection = _expected(council, report, seen) or Inspection(
            council=council, audience=paper.audience, visible_from=paper.visible_from
        )
        inspection.judged = inspection.judged or judged
        inspection.received_on = inspection.received_on or received
        return _tell(inspection, report, paper, actor=actor, why=why)


def add_letter(
    inspection: Inspection, content: bytes, name: str, *, published: date | None = None, actor: Actor, why: str
) -> Inspection:
    """Add the letter that tells of a visit which is in the register already, and what is read in it.

    A letter without text that can be read is kept all the same, and the visit says so. Raises ValidationError where
    the visit has another letter.
    """
    require(actor, "improvement.keep", inspection)
    with transaction.atomic():
        row = Inspection.objects.select_for_update(of=("self",)).select_related("council").get(pk=inspection.pk)
        if row.report_id is not None:
            raise ValidationError({"report": "It has a letter already. Add another letter as a report of its own."})
        try:
            report = read_report(content, name, published)
        except ValidationError as trouble:
            row.gaps = [{"about": "letter", "says": " ".join(trouble.messages)}]
            row.report = keep_paper(row.council, content, name, dated=published, seen=row.seen, actor=actor, why=why)
            row.published_on = row.published_on or published
            return save(row, actor=actor, why=why)
        paper = _paper(row.council, content, name, report, seen=row.seen, actor=actor, why=why)
        if Inspection.objects.filter(report=paper).exists():
            raise ValidationError({"report": "This letter is in the register already, as that of another inspection."})
        return _tell(row, report, paper, actor=actor, why=why)


def read_report(content: bytes, name: str, published: date | None = None) -> Report:
    """What a report says. Raises ValidationError where it is none or cannot be read."""
    try:
        document = open_document(content, name=name, limit=settings.LARGEST_UPLOAD)
        return inspect(document, published=published)
    except SourceError as error:
        raise ValidationError({"report": f"“{name[:80]}”: {error.trouble}. {error.remedy}."}) from error


def _expected(council: Council, report: Report, seen: Seen) -> Inspection | None:
    """The visit that waits for this very letter: of the same kind, for the same readers, begun on the same day."""
    waiting = Inspection.objects.filter(council=council, kind=KINDS[report.framework], report=None)
    waiting = waiting.filter(audience=seen.audience, visible_from=seen.visible_from)
    begun = waiting.filter(starts_on=report.first_day) if report.first_day else waiting.none()
    return begun.exclude(status=Inspection.Status.CANCELLED).first()


def _judged(report: Report, council: Council, *, despite: bool) -> str:
    """The authority that a report is about where it is not the council itself: one that it came out of, or another
    where ``despite`` takes it all the same. Raises ValidationError otherwise."""
    code = report.authority_code
    if not code or code in authority_codes(council):
        return ""
    about = usual_name(areas.known()[code])
    if despite or code in codes_before(council):
        return about
    says = f"This report is about {about}, not {council}. Choose its council, or say that it belongs here."
    raise ValidationError({"despite": says})


def _paper(
    council: Council, content: bytes, name: str, report: Report, *,
    title: str = "", origin: str = "", seen: Seen, actor: Actor, why: str,
) -> Paper:  # fmt: skip
    return keep_paper(
        council, content, name, title=title or report.title, text=storable(report.text), dated=report.published,
        origin=origin, seen=seen, actor=actor, why=why,
    )  # fmt: skip


def _tell(inspection: Inspection, report: Report, paper: Paper, *, actor: Actor, why: str) -> Inspection:
    """Put what a report says into its inspection. What a person set there stays."""
    inspection.kind = inspection.kind or KINDS[report.framework]
    inspection.framework = report.framework
    inspection.status = Inspection.Status.HELD
    inspection.starts_on = inspection.starts_on or report.first_day
    inspection.ends_on = inspection.ends_on or report.last_day
    inspection.published_on = inspection.published_on or report.published
    inspection.lead = inspection.lead or storable(report.lead_inspector or "")[:200]
    inspection.visit = inspection.visit or report.visit
    inspection.report = paper
    inspection.gaps = storable_json([{"about": gap.about, "says": gap.says} for gap in report.gaps])
    if inspection.follows is None and report.framework == "monitoring_visit":
        inspection.follows = _followed(inspection)
    save(inspection, actor=actor, why=why)
    save_new(Judgement, _judgements(inspection, report), actor=actor, why=why)
    save_new(InspectionFinding, _findings(inspection, report), actor=actor, why=why)
    return inspection


def _followed(visit: Inspection) -> Inspection | None:
    """The inspection that a monitoring visit belongs to: the last one of children's services before it."""
    held = Inspection.objects.filter(
        council=visit.council, kind=Inspection.Kind.ILACS, status=Inspection.Status.HELD
    ).exclude(pk=visit.pk)
    return held.filter(ends_on__lt=visit.starts_on).order_by("-ends_on").first() if visit.starts_on else None


def _place(quoted: Quoted) -> dict[str, int | None]:
    return {"start": quoted.start, "end": quoted.end, "page": quoted.page}


def _judgements(inspection: Inspection, report: Report) -> list[Judgement]:
    first: dict[str, ReadJudgement] = {}
    for each in report.judgements:
        first.setdefault(each.area, each)
    rows = [
        Judgement(
            inspection=inspection, area=each.area, grade=each.grade, words=_one_line(each.quote)[:300], order=order,
            **_place(each),
        )
        for order, each in enumerate(first.values())
    ]  # fmt: skip
    if report.outcome:
        words = _one_line(report.outcome.quote)[:300]
        rows.append(
            Judgement(
                inspection=inspection, area=OUTCOME, grade=report.outcome.outcome, words=words, **_place(report.outcome)
            )
        )
    return rows


def _findings(inspection: Inspection, report: Report) -> list[InspectionFinding]:
    points = [
        InspectionFinding(
            inspection=inspection, kind=ASKS[point.kind], heading=storable(point.heading)[:300], number="",
            responsible=storable(point.responsible)[:300], words=storable(point.quote), **_place(point),
        )
        for point in report.points
    ]  # fmt: skip
    found = [
        InspectionFinding(
            inspection=inspection, kind=InspectionFinding.Kind.FOUND,
            heading=storable(each.heading if not each.theme else f"{each.heading}: {each.theme}")[:300],
            number=str(each.number or ""), area=each.area, words=storable(each.quote), **_place(each),
        )
        for each in report.findings
    ]  # fmt: skip
    rows = [*points, *found]
    for order, row in enumerate(rows):
        row.order = order
    return rows


def _one_line(words: str) -> str:
    return storable(" ".join(words.split()))
