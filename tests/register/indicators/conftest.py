from __future__ import annotations

from collections.abc import Callable

import pytest

from arising.register.bodies.models import Council
from arising.register.indicators import operations
from arising.register.indicators.models import Indicator, Release, StatisticalArea
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals

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
