"""A register in which a council reported figures for every audience, and people said things of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from arising.measures.areas import ENGLAND
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, month
from arising.measures.published.own import OwnFigures
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations
from arising.register.indicators.models import Event, Indicator, Remark, Report, Side, StatisticalArea
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals

OTHER = b"Area,When,Rate\nMedway,2023/24,20\n"
OTHER_COLUMNS = {"Area": "name", "When": "period", "Rate": "re-referrals children"}
LAIT = b"LA Number,LA and Regions,2022/23,2023/24\n887,Medway,20,21\n"
TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def report_for_everything(
    council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime], clerk: User
) -> None:
    """Publish a file, and report, set and tell something of each audience, with its mark in whatever is written."""
    operations.take_in(referrals({MEDWAY: STEADY, **EVERYWHERE}), "referrals.csv", actor=None)
    area = StatisticalArea.objects.get(code="E06000035")
    operations.set_area(council, area, **TOLD)
    indicator = Indicator.objects.get(key="re-referrals")
    variant = indicator.card.variants[0].key
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    for number, (mark, each) in enumerate(seen.items(), start=1):
        one = Observation(
            "re-referrals", variant, area.named, month(2024, number), float(number), Origin(mark, 2, mark)
        )
        other = Observation("re-referrals", variant, ENGLAND, month(2024, number), 99.0, Origin(mark, 3, mark))
        figures = OwnFigures(f"{mark}.csv", mark, (one, other))
        report = operations.store_own(council, mark, figures, on=date(2024, 5, 1), seen=each, **TOLD)
        _differ(council, area, indicator, mark, report, one, seen=each)
        operations.set_target(
            council, indicator, variant, number, set_by=mark, by=date(2025, number, 1), seen=each, **TOLD
        )
        operations.add_event(council, date(2020, 1, number), mark, Event.Kind.OTHER, note=mark, seen=each, **TOLD)
    operations.set_tolerance(council, indicator, 1, "percent", set_by="The Board", reason="One truth", actor=None)
    operations.begin_segment(
        council, indicator, variant, date(2020, 3, 31), name="New front door", reason="One team", actor=None
    )
    operations.bring("clerks.csv", referrals({MEDWAY: [1.0, 2.0]}), published_on=None, actor=clerk)
    waiting = operations.bring("rates.csv", OTHER, published_on=None, actor=clerk)
    operations.add_layout(
        waiting, name="Rates", release="The region", columns=OTHER_COLUMNS, years=Kind.FINANCIAL_YEAR, actor=clerk
    )
    operations.bring("lait.csv", LAIT, published_on=None, actor=clerk)


def _differ(
    council: Council, area: StatisticalArea, indicator: Indicator, mark: str, report: Report, one: Observation, *,
    seen: Seen,
) -> None:  # fmt: skip
    """Let another system tell another figure, and somebody say why."""
    system, value = f"{mark} tool", 50.0
    figures = OwnFigures(f"{mark}-tool.csv", f"{mark}tool", (replace(one, value=value),))
    other = operations.store_own(council, system, figures, on=date(2024, 5, 1), seen=seen, **TOLD)
    area.refresh_from_db()
    assert isinstance(one.value, float)
    operations.add_remark(
        area, indicator, one.variant, one.period, Side(mark, one.value, report), Side(system, value, other), text=mark,
        status=Remark.Status.EXPLAINED, said_by=mark, seen=seen, **TOLD,
    )  # fmt: skip
