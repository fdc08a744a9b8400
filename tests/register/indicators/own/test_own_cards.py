from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Indicator, StatisticalArea

CARD: dict[str, Any] = {
    "key": "early-help", "name": "Early help plans", "counts": "plans open", "over": "", "unit": "count",
    "polarity": "neutral", "year": "financial_year", "release": "The council's own",
    "variants": [{"key": "all", "name": "all plans"}],
}  # fmt: skip
TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def test_a_council_adds_an_indicator_of_its_own(council: Council) -> None:
    held = operations.add_card(council, CARD, **TOLD)
    assert (held.council, held.version, held.card.counts) == (council, 1, "plans open")


def test_another_definition_is_a_new_version_and_the_first_stays(council: Council) -> None:
    operations.add_card(council, CARD, **TOLD)
    held = operations.add_card(council, {**CARD, "counts": "plans begun"}, **TOLD)
    assert [one.card.counts for one in held.definitions.all()] == ["plans open", "plans begun"]


def test_a_later_version_is_a_break_on_the_chart(council: Council, medway: StatisticalArea) -> None:
    held = operations.add_card(council, {**CARD, "breaks": [{"year": 2026, "why": "A new system"}]}, **TOLD)
    for since, counts in ((2024, "plans begun"), (2025, "plans begun again")):
        operations.change_card(held, {**held.told, "counts": counts}, since=since, **TOLD)
        held.refresh_from_db()
    told = [(each.year, each.why) for each in queries.indicator_page(None, held.key, medway).card.breaks]
    assert told == [
        (2024, "Version 2 of the definition"), (2025, "Version 3 of the definition"), (2026, "A new system"),
    ]  # fmt: skip


def test_another_description_is_no_new_version(council: Council) -> None:
    operations.add_card(council, CARD, **TOLD)
    assert operations.add_card(council, {**CARD, "note": "Counted weekly"}, **TOLD).version == 1


@pytest.mark.parametrize(("card", "words"), [({"key": "x"}, "is wrong"), ({**CARD, "key": "neet"}, "already")])
def test_a_card_that_says_too_little_or_takes_a_key_is_refused(
    council: Council, card: dict[str, Any], words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        operations.add_card(council, card, **TOLD)
    assert not Indicator.objects.filter(council=council).exists()


def test_only_an_administrator_defines_indicators(council: Council, member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add_card(council, CARD, actor=member, why="x")
