from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Indicator, Release, Remark, Report, StatisticalArea
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals
from register.indicators.systems.two_systems import TOOL, WHY, Reports, Say

Publish = Callable[..., Release]


@pytest.fixture
def publish(db: None) -> Publish:
    """Take an invented file of re-referrals in."""

    def take(content: bytes = b"", name: str = "referrals.csv", **told: object) -> Release:
        content = content or referrals({MEDWAY: STEADY, **EVERYWHERE})
        return operations.take_in(content, name, actor=None, **told).release  # type: ignore[arg-type]

    return take


@pytest.fixture
def council(db: None) -> Council:
    """A council that is the area Medway."""
    return Council.objects.create(name="Medway Council", key="medway", slug="medway")


@pytest.fixture
def medway(db: None) -> StatisticalArea:
    return StatisticalArea.objects.get(code="E06000035")


@pytest.fixture
def rereferrals(db: None) -> Indicator:
    return Indicator.objects.get(key="re-referrals")


@pytest.fixture
def reports(council: Council, clerk: User) -> Reports:
    """Report one figure from the council's own system, and another of the same from the inspection's tool."""

    def put(
        period: str, *values: object, system: str = "", name: str = "own.csv", indicator: str = "re-referrals",
        variant: str = "of referrals", **told: object,
    ) -> list[Report]:  # fmt: skip
        stored = []
        for value, of in zip(values, [system] if system else ["Mosaic", TOOL], strict=False):
            content = f"indicator,variant,period,value\n{indicator},{variant},{period},{value}\n".encode()
            content += b"\n" * len(name)
            one = operations.bring_own(council, of, name, content, actor=clerk, **told)  # type: ignore[arg-type]
            done = operations.store_brought(one, actor=clerk)
            assert isinstance(done, Report)
            stored.append(done)
        return stored

    return put


@pytest.fixture
def say(medway: StatisticalArea, clerk: User) -> Say:
    """Say something of the two figures of March 2025 as they stand."""

    def put(text: str = WHY, status: str = "explained", **told: Any) -> Remark:
        (place,) = queries.systems(clerk, medway).places
        given = {"said_by": "The head of performance", "actor": clerk, "why": "For a test", **told}
        return operations.add_remark(
            medway, place.indicator, place.variant.key, place.period, *place.variances[0].sides, text=text,
            status=status, **given,
        )  # fmt: skip

    return put
