"""A register in which high-needs forecasts were made for every audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from arising.measures.forecast import Outturn, Plan, Uncertainty
from arising.measures.forecast.workbook import written
from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council
from arising.register.improvement.models import Forecast
from arising.register.improvement.operations import add_outturn, keep_forecast, withdraw_forecast
from measures.forecast.plans import D, cohort, mitigation, plan, thirds

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}

PLAN = plan(
    cohort(plans=1_100, growth="0.01"),
    years=6,
    opening=2_000_000,
    funding_growth=D("0.012"),
    mitigations=(mitigation(ramp=thirds(), confidence=D("0.5"), delivered=((2025, 750_000),)),),
    uncertainty=Uncertainty(growth=D("0.02")),
    outturns=(Outturn(2022, 3_000_000, None, "Statement of accounts"),),
    title="High-needs recovery plan",
    made_on=date(2024, 3, 4),
    made_by="Director of Education",
)
"""A plan whose year balances before its debt is cleared."""


def foretell(council: Council, told: Plan = PLAN, **given: Any) -> Forecast:
    """Keep a forecast of a plan."""
    return keep_forecast(council, written(told), "plan.xlsx", **{**TOLD, **given})


def foretell_for_everything(council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime]) -> None:
    """A forecast and an outturn for each audience, with its mark in whatever is written."""
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    for number, (mark, each) in enumerate(seen.items()):
        told = replace(
            PLAN, council=mark, title=mark, made_by=mark, made_on=date(2024, 3, 4 + number),
            mitigations=(replace(PLAN.mitigations[0], name=mark),), outturns=(Outturn(2010 + number, -1, None, mark),),
        )  # fmt: skip
        one = keep_forecast(council, written(told), f"{mark}.xlsx", told_to=mark, seen=each, **TOLD)
        add_outturn(council, 2022, -number, source=mark, seen=each, **TOLD)
        if number % 2:
            withdraw_forecast(one, actor=None, why=mark)
