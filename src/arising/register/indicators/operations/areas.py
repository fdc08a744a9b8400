"""Areas: those that come with the register, and which of them a council is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from arising.measures import areas as measured
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import StatisticalArea


def keep_areas(plan: Any = None, **_: Any) -> None:
    """Put in the areas that come with the register. Hears that migrations were run."""
    if StatisticalArea._meta.db_table not in connection.introspection.table_names():
        return
    held = set(StatisticalArea.objects.values_list("code", flat=True))
    missing = [_row(each) for code, each in measured.known().items() if code not in held]
    StatisticalArea.objects.bulk_create(missing, batch_size=200)
    if missing:
        for council in Council.objects.filter(area=None):
            link_council(council)


def link_council(instance: Council, **_: Any) -> None:
    """Say which area a council is, where its name leaves no doubt. Hears that a council was saved."""
    if StatisticalArea.objects.filter(council=instance).exists():
        return
    named = measured.found(instance.name)
    row = StatisticalArea.objects.filter(code=named.code, council=None).first() if named else None
    if row is not None:
        row.council = instance
        save(row, actor=None, why="It bears the council's name")


def set_area(council: Council, area: StatisticalArea, *, actor: Actor, why: str) -> None:
    """Say which area a council is. Raises ValidationError for an area that another council is."""
    require(actor, "indicators.report", council)
    if area.council_id not in (None, council.pk):
        raise ValidationError(f"{area} is {area.council} already. Choose another area.")
    with transaction.atomic():
        for before in StatisticalArea.objects.filter(council=council).exclude(pk=area.pk):
            before.council = None
            save(before, actor=actor, why=why)
        area.council = council
        save(area, actor=actor, why=why)


def rows_of(named: list[measured.Area]) -> dict[str, int]:
    """The keys of areas by their codes; those that are not known yet are put in."""
    held = dict(StatisticalArea.objects.values_list("code", "pk"))
    for each in named:
        if each.code not in held:
            held[each.code] = StatisticalArea.objects.create(**_fields(each)).pk
    return held


def _row(named: measured.Area) -> StatisticalArea:
    return StatisticalArea(**_fields(named))


def _fields(named: measured.Area) -> dict[str, Any]:
    return {
        "code": named.code, "old_code": named.old_code, "name": named.name, "level": named.level, "region": named.region
    }  # fmt: skip
