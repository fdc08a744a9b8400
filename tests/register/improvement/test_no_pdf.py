"""Where this machine makes no PDF, each address says so, and where the same can be read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.operations import Given, Wording
from arising.register.programme.printing import pango
from register.improvement.invented import a_plan

WHY = "For a test"


@pytest.mark.parametrize("what", ["plan", "distance", "view", "pack"])
def test_an_address_of_a_pdf_says_why_there_is_none(
    council: Council, client: Client, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    plan = a_plan(council)
    _score(council)
    of = f"/improvement/{council.slug}"
    pages = {
        "plan": (f"{plan.get_absolute_url()}plan.pdf", plan.get_absolute_url()),
        "distance": (f"{of}/distance.pdf", f"{of}/distance/"),
        "view": (f"{of}/for/member.pdf", f"{of}/for/member/"),
        "pack": ("/packs/childrens-committee.pdf", "/packs/childrens-committee/"),
    }
    monkeypatch.setattr(pango, "is_here", lambda: False)
    file, page = pages[what]
    answer = client.get(file)
    said = answer.content.decode()
    assert answer.status_code == 404
    assert "No PDF can be made here" in said
    assert f'href="{page}' in said


def _score(council: Council) -> None:
    """A scoring that is over, so that there is something to print."""
    day = timezone.localdate() - timedelta(days=30)
    scale = operations.add_scale(council, "Seen", Wording("None", "Half", "All", 2, 8), actor=None, why=WHY)
    group = operations.add_scoring_group(council, "board", 9, actor=None, why=WHY)
    one = operations.add_scoring_round(
        council, [scale], opens_on=day, closes_on=day + timedelta(days=5), actor=None, why=WHY
    )
    operations.type_scores_in(one, group, [Given(scale, 4)], people=6, met_on=day, actor=None)
