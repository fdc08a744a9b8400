"""What the pages show of five real meetings, put in with their days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from arising.register.bodies.models import Council
from arising.register.matters import queries
from arising.register.matters.operations import propose
from arising.register.record.models import Commitment, Topic
from arising.register.record.operations import add_source

DAYS = {
    "medway-2020-01-09-commissioner-report": "2020-01-09",
    "medway-2020-03-lead-member": "2020-03-05",
    "medway-2020-06-ofsted-update": "2020-06-25",
    "medway-2023-03-02-lead-member": "2023-03-02",
    "medway-2023-autumn-social-care-theme": "2023-10-05",
}


@pytest.fixture
def medway(shared: Path, db: None) -> Council:
    """The register of five meetings, followed."""
    for name, day in DAYS.items():
        path = shared / "gold" / "documents" / f"{name}.txt"
        add_source(path, council="Medway Council", body="Children and Young People", date=day)
    held = Council.objects.get()
    propose(held)
    return held


def page_of(client: Client, heading: str) -> str:
    topic = Topic.objects.get(heading=heading)
    return " ".join(client.get(reverse("topic", args=[topic.pk])).content.decode().split())


def test_the_overseas_social_workers_from_next_week_through_the_delay_to_twelve_in_post(
    client: Client, medway: Council
) -> None:
    page = page_of(client, "Recruitment of ten overseas social workers")
    stages = ["would start next week", "a delay of their arrival", "12 social workers had been recruited"]
    assert [page.find(words) >= 0 for words in stages] == [True, True, True]
    assert "<strong>Slipped, it seems.</strong> 25 June 2020" in page
    assert "<strong>Answered, it seems.</strong> 2 March 2023" in page


def test_the_update_due_in_three_months_was_answered(client: Client, medway: Council) -> None:
    page = page_of(client, "Accountability")
    assert "<strong>Answered, it seems.</strong> 25 June 2020" in page
    assert "she had submitted an update report to the Minister" in page


def test_the_six_month_review_was_said_again(client: Client, medway: Council) -> None:
    page = page_of(client, "Process")
    assert "<strong>Said again, it seems.</strong> 25 June 2020" in page
    assert "formal 6 month review report" in page


def test_the_shares_of_plans_stand_beside_each_other(client: Client, medway: Council) -> None:
    page = page_of(client, "Educational Health and Care Plans")
    assert "88%" in page.split("We were told")[1].split("We were then told")[0]
    assert "66%" in page.split("We were then told")[1]


def test_the_two_briefing_notes_have_waited_to_this_day(
    client: Client, medway: Council, on_day: Callable[[str], None]
) -> None:
    on_day("2026-11-21")
    notes: list[Commitment] = list(Commitment.objects.filter(quote__contains="briefing note"))  # type: ignore[arg-type]
    assert len(notes) == 2
    assert all(one.silent for one in queries.tell(None, notes).values())
    page = page_of(client, "Provision of Speech and Language Therapy and Occupational Therapy Services")
    assert "Not spoken of again</strong> in 3 later meetings" in page
    assert "It has waited 2,452 days." in page
