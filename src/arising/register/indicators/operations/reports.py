"""A council's own figures: files of them, and what somebody types in."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.measures import periods
from arising.measures.observations import Observation, Origin
from arising.measures.published.own import OwnFigures, doubts_about
from arising.measures.values import Symbol, Value, value_of
from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import Indicator, Report, Reported, StatisticalArea
from arising.register.indicators.operations.areas import rows_of
from arising.register.record.texts import storable


def store_own(
    council: Council, system: str, figures: OwnFigures, *,
    on: date, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Report:  # fmt: skip
    """Store a council's own figures. The same file from the same system again is the report that it became.

    Raises ValidationError where it is not said which system they are from.
    """
    require(actor, "indicators.report", council)
    system = storable(system).strip()
    if not system:
        raise ValidationError({"system": "Say where the figures come from: the name of the system."})
    with transaction.atomic():
        # "mosaic" is the system that was written "Mosaic" before
        named = Report.objects.filter(council=council, system__iexact=system[:100]).order_by("pk").first()
        system = named.system if named else system
        held = Report.objects.filter(council=council, system=system, sha256=figures.sha256).first()
        if held is not None and figures.sha256:
            return held
        report = Report(
            council=council, system=system[:100], file_name=storable(figures.file)[-200:], sha256=figures.sha256,
            reported_on=on, doubts=[storable(str(doubt)) for doubt in figures.doubts], added_by=actor,
            audience=seen.audience, visible_from=seen.visible_from,
        )  # fmt: skip
        save(report, actor=actor, why=why)
        areas = rows_of([one.area for one in figures.observations])
        indicators = dict(Indicator.objects.values_list("key", "pk"))
        Reported.objects.bulk_create(
            [_reported(one, report, areas[one.area.code], indicators[one.card]) for one in figures.observations],
            batch_size=500,
        )
    return report


def type_in(
    council: Council, area: StatisticalArea, indicator: Indicator, variant: str, period: str, value: str, *,
    system: str, on: date, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Report:  # fmt: skip
    """Store one figure that somebody typed in. Raises ValidationError for what is no period or no value."""
    require(actor, "indicators.report", council)
    card = indicator.card
    wrong: dict[str, str] = {}
    try:
        when = periods.told(period, years=card.year)
    except ValueError as error:
        wrong["period"] = f"{error}."
    try:
        told = _typed(value)
    except ValueError as error:
        wrong["value"] = f"{error}."
    if wrong:
        raise ValidationError(wrong)
    one = Observation(card.key, variant, area.named, when, told, Origin("", 0, ""))
    doubts = doubts_about([one], {card.key: card})
    if doubts:
        raise ValidationError({"value": f"{doubts[0].what.capitalize()}. Put it right."})
    return store_own(council, system, OwnFigures("", "", (one,)), on=on, seen=seen, actor=actor, why=why)


def take_back(report: Report, *, actor: Actor, why: str) -> None:
    """Take a report away with all its figures. Its history stays."""
    require(actor, "indicators.report", report.council)
    remove(report, actor=actor, why=why)


def _typed(value: str) -> Value:
    told = value_of(value.strip().removesuffix("%").strip())
    if told is None:
        raise ValueError("Give a number, or one of the symbols c, k, u, x, z and :")
    return told


def _reported(one: Observation, report: Report, area: int, indicator: int) -> Reported:
    number, symbol = (None, one.value.value) if isinstance(one.value, Symbol) else (one.value, "")
    return Reported(
        report=report, row=one.origin.row, column=one.origin.column[:100], indicator_id=indicator, variant=one.variant,
        area_id=area, kind=one.period.kind, start=one.period.start, end=one.period.end, value=number, symbol=symbol,
        numerator=_number(one.numerator), denominator=_number(one.denominator),
    )  # fmt: skip


def _number(value: Value | None) -> float | None:
    return value if isinstance(value, float) else None
