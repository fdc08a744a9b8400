"""What a person types in from a report that holds no text, or that the reader did not make out."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.reading.inspections.schemes import AREAS, GRADES, OUTCOMES
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.improvement.models import Inspection, InspectionFinding, Judgement
from arising.register.improvement.operations.inspections.reports import OUTCOME

Kind = InspectionFinding.Kind


def type_judgement(inspection: Inspection, area: str, grade: str, *, actor: Actor, why: str) -> Judgement:
    """Type in the grade of an area, or the outcome of an area SEND inspection. What was read or typed before stays.

    Raises ValidationError for an area that has its judgement, or a grade that its scheme does not have.
    """
    require(actor, "improvement.keep", inspection)
    known = OUTCOMES if area == OUTCOME else GRADES if area in AREAS else {}
    if grade not in known:
        raise ValidationError({"grade": "Choose a grade for an area, and an outcome for an area SEND inspection."})
    with transaction.atomic():
        held = list(Judgement.objects.select_for_update(of=("self",)).filter(inspection=inspection))
        if any(each.area == area for each in held):
            raise ValidationError({"area": "This was judged already, as it stands on the page."})
        order = max((each.order for each in held), default=-1) + 1
        return save(Judgement(inspection=inspection, area=area, grade=grade, order=order), actor=actor, why=why)


def type_finding(
    inspection: Inspection, kind: Kind, words: str, *,
    number: str = "", heading: str = "", page: int | None = None, area: str = "", responsible: str = "",
    actor: Actor, why: str,
) -> InspectionFinding:  # fmt: skip
    """Type in a point or a finding in the words of the report. Once it is there its words are never changed."""
    require(actor, "improvement.keep", inspection)
    words = words.strip()
    if not words:
        raise ValidationError({"words": "Write it as the report has it."})
    held = InspectionFinding.objects.filter(inspection=inspection)
    if held.filter(kind=kind, words=words).exists():
        raise ValidationError({"words": "These words are there already."})
    order = (held.order_by("-order").values_list("order", flat=True).first() or 0) + 1
    row = InspectionFinding(
        inspection=inspection, kind=kind, number=number.strip()[:20], heading=heading.strip()[:300], words=words,
        page=page, order=order, area=area, responsible=responsible.strip()[:300],
    )  # fmt: skip
    return save(row, actor=actor, why=why)
