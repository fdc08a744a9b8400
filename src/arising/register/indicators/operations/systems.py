"""What people say of two systems: by how much they may differ, and why they do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from arising.measures.agreement import USUAL
from arising.measures.periods import Period
from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import (
    PUBLISHED,
    Indicator,
    Remark,
    Report,
    Side,
    StatisticalArea,
    Tolerance,
)
from arising.register.indicators.operations.said import has_variant
from arising.register.record.texts import storable

Pair = tuple[Period, Side, Side]
"""Two figures of one period."""


def set_tolerance(
    council: Council, indicator: Indicator | None, value: float, of: str, *,
    set_by: str, reason: str, set_on: date | None = None, actor: Actor,
) -> Tolerance:  # fmt: skip
    """Say by how much two figures of an indicator may differ; without an indicator, of all that have none of their own.
    It takes the place of the one before, which stays as dropped.

    Raises ValidationError without a reason or somebody who set it, and for what no two figures could differ by.
    """
    require(actor, "indicators.report", council)
    set_by, reason = storable(set_by).strip(), storable(reason).strip()
    wrong = {
        field: line
        for field, is_wrong, line in (
            ("set_by", not set_by, "Say who set it: a post, a board."),
            ("reason", not reason, "Say why they may differ by so much."),
            ("of", of not in Tolerance.Of.values, "Choose what it is given in."),
            ("of", indicator is None and of == Tolerance.Of.UNIT, "Indicators have different units: give percent."),
            ("value", not math.isfinite(value) or value < 0, "Give 0 or more, such as 2.5."),
            ("value", math.isfinite(value) and round(value, 1) != value, "Give one decimal at most, such as 2.5."),
            ("value", of == Tolerance.Of.PERCENT and 100 < value < math.inf, "Give a percentage from 0 to 100."),
        )
        if is_wrong
    }
    if wrong:
        raise ValidationError(wrong)
    today = set_on or timezone.localdate()
    with transaction.atomic():
        for before in Tolerance.objects.select_for_update().filter(
            council=council, indicator=indicator, dropped_on=None
        ):
            before.dropped_on = today
            save(before, actor=actor, why=reason)
        told = Tolerance(
            council=council, indicator=indicator, value=value, of=of, set_by=set_by[:300], set_on=today,
            reason=reason[:1000],
        )  # fmt: skip
        return save(told, actor=actor, why=reason)


def drop_tolerance(tolerance: Tolerance, *, actor: Actor, why: str) -> None:
    """Say that a tolerance no longer holds. It stays in sight.

    Raises ValidationError for one that was dropped before.
    """
    require(actor, "indicators.report", tolerance.council)
    with transaction.atomic():
        row = Tolerance.objects.select_for_update().get(pk=tolerance.pk)
        if row.dropped_on is not None:
            raise ValidationError("It was dropped already.")
        row.dropped_on = timezone.localdate()
        save(row, actor=actor, why=why)


def add_remark(
    area: StatisticalArea, indicator: Indicator, variant: str, period: Period, one: Side, other: Side, *,
    text: str, status: str, said_by: str, after: int | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Remark:  # fmt: skip
    """Say something of two figures of one period, and how they stand since.

    ``after`` is the last remark that the writer read. It is seen by nobody who may not see both reports, whatever
    ``seen`` says. Raises ValidationError without words or somebody who says them; for figures that their reports do not
    give; where somebody wrote another remark meanwhile; for what is resolved while the figures still differ; and where
    those who read how it stood could not read how it stands. Raises PermissionDenied for a report that the writer may
    not see.
    """
    council = area.council
    if council is None:
        raise ValidationError("No council of this register is this area.")
    require(actor, "indicators.report", council)
    has_variant(indicator, variant)
    _sees(actor, council, one, other)
    text, said_by = storable(text).strip(), storable(said_by).strip()
    _say_enough(text, said_by, status)
    seen = _narrowest(seen, *(side.report.seen for side in (one, other) if side.report))
    with transaction.atomic():
        # of two who write at once the second waits, and then finds the first one's remark
        Council.objects.select_for_update().get(pk=council.pk)
        row = Remark(
            council=council, area=area, indicator=indicator, variant=variant, kind=period.kind, start=period.start,
            end=period.end, one_system=one.system, one_value=one.value, one_report=one.report,
            other_system=other.system, other_value=other.value, other_report=other.report, text=text, status=status,
            said_by=said_by[:300], added_by=actor, audience=seen.audience, visible_from=seen.visible_from,
        )  # fmt: skip
        _are_given(row)
        _may_stand(row, _before(row, actor), after)
        return save(row, actor=actor, why=why)


def add_remarks(
    area: StatisticalArea, indicator: Indicator, variant: str, pairs: Sequence[Pair], *,
    text: str, status: str, said_by: str, after: int | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> list[Remark]:  # fmt: skip
    """Say the same of several pairs of figures, each of its period, or of none. ``after`` is of the first of them.

    Raises what ``add_remark`` does.
    """
    told: dict[str, Any] = {"text": text, "status": status, "said_by": said_by, "seen": seen, "why": why}
    with transaction.atomic():
        return [
            add_remark(area, indicator, variant, *pair, after=None if at else after, actor=actor, **told)
            for at, pair in enumerate(pairs)
        ]


def _say_enough(text: str, said_by: str, status: str) -> None:
    wrong = {
        field: line
        for field, is_wrong, line in (
            ("text", not text, "Write what is to be said of them."),
            ("said_by", not said_by, "Say who says so: a post, a team."),
            ("status", status not in Remark.Status.values, "Choose how it stands."),
        )
        if is_wrong
    }
    if wrong:
        raise ValidationError(wrong)


def _are_given(row: Remark) -> None:
    """Raises ValidationError for figures that their reports do not give, and for systems that are not in order."""
    if not row.one_system < row.other_system:
        raise ValidationError("Two systems are held against one another in the order of their names.")
    of = {"indicator": row.indicator, "variant": row.variant, "area": row.area, "end": row.end}
    for system, value, report in (
        (row.one_system, row.one_value, row.one_report), (row.other_system, row.other_value, row.other_report),
    ):  # fmt: skip
        if system == PUBLISHED and report is None:
            continue
        if report is None or report.system != system or not report.figures.filter(**of, value=value).exists():
            name = system or "What was published"
            raise ValidationError(f"{name} does not give the figure {value:g}. Look at the page again.")


def _before(row: Remark, actor: Actor) -> list[Remark]:
    """The remarks about the same two systems there, as far as the writer may see them, the earliest first."""
    held = Remark.objects.all() if actor is None else Remark.objects.visible_to(actor)
    same = ("council", "area", "indicator", "variant", "kind", "start", "end", "one_system", "other_system")
    return list(held.filter(**{name: getattr(row, name) for name in same}).order_by("pk"))


def _may_stand(row: Remark, before: list[Remark], after: int | None) -> None:
    if after is not None and before and before[-1].pk != after:
        raise ValidationError(f"Somebody wrote meanwhile: “{before[-1].text[:200]}”. Read it, then save yours.")
    held = Tolerance.in_force(Tolerance.objects.filter(council=row.council), row.indicator)
    within = (held.allowed if held else USUAL).holds(row.one_value, row.other_value)
    if row.status == Remark.Status.RESOLVED and not within:
        raise ValidationError(
            {"status": "They still differ by more than they may. Bring in the figure that was put right first."}
        )
    about = [one for one in before if within or one.is_about(row.one_value, row.other_value)]
    # each of these is the last that some reader sees
    stand = [one for at, one in enumerate(about) if all(_is_narrower(each.seen, one.seen) for each in about[at + 1 :])]
    if any(one.status != row.status and _is_narrower(row.seen, one.seen) for one in stand):
        raise ValidationError(
            {"audience": "Whoever reads how it stands now must read this too. Choose a wider audience."}
        )


def _sees(actor: Actor, council: Council, *sides: Side) -> None:
    """Raises PermissionDenied for a report that the writer may not see, or of another council."""
    wanted = {side.report.pk for side in sides if side.report}
    held = Report.objects.all() if actor is None else Report.objects.visible_to(actor)
    if held.filter(pk__in=wanted, council=council).count() != len(wanted):
        raise PermissionDenied


def _narrowest(*seen: Seen) -> Seen:
    audience = max((Audience(one.audience) for one in seen), key=lambda each: each.rank)
    times: list[datetime] = [one.visible_from for one in seen if one.visible_from]
    return Seen(audience, max(times, default=None))


def _is_narrower(one: Seen, other: Seen) -> bool:
    """Whether somebody may see what is for ``other`` who may not see what is for ``one``."""
    return _narrowest(one, other) != other
