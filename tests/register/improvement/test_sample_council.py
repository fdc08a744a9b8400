"""The sample council's chain, from judgement to evidence and back, and where it is broken."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client

from arising.cli.of_register.kesterby import add_journey
from arising.register.bodies.models import Body, Council
from arising.register.improvement.models import Evidence, ImprovementPlan, Inspection, InspectionFinding, Paper
from arising.sample import COUNCIL, inspection_reports


@pytest.fixture
def council(db: None) -> Council:
    made = Council.objects.create(name=COUNCIL, key="kesterby council", slug="kesterby-council")
    Body.objects.create(
        council=made, name="Children's Committee", key="childrens committee", slug="childrens-committee"
    )
    add_journey()
    return made


def links(client: Client, path: str) -> dict[str, str]:
    """The links of a page, by their words."""
    page = lxml.html.fromstring(client.get(path).content.decode())
    return {
        " ".join(str(link.xpath("string()")).split()): str(link.get("href")) for link in page.iterfind(".//main//a")
    }


def led(client: Client, path: str, words: str) -> str:
    """Where the first link leads whose words begin so."""
    return next(to for told, to in links(client, path).items() if told.startswith(words))


def test_the_chain_leads_from_a_judgement_to_evidence_and_back(client: Client, council: Council) -> None:
    inspection = Inspection.objects.earliest("ends_on")
    action = led(client, inspection.get_absolute_url(), "1.1 Fill the five vacant posts")
    evidence = led(client, action, "Inspectors found that decisions at the front door")
    assert Evidence.objects.get(kind="inspection", on="2024-07-17").get_absolute_url() == evidence
    back = led(client, evidence, "1.1 Fill the five vacant posts")
    finding = led(client, back, "The timeliness of decisions at the front door")
    assert finding.startswith(inspection.get_absolute_url())


def test_the_page_that_looks_for_broken_links_finds_those_that_are_planted(client: Client, council: Council) -> None:
    page = client.get(f"/improvement/plans/{ImprovementPlan.objects.get().pk}/chain/").content.decode()
    for words in (
        "The quality of supervision, and how it is recorded.", "1.3 Write a note on thresholds for schools",
        "Members saw the front door at work and spoke with four social workers",
    ):  # fmt: skip
        assert words in page.partition("What was asked for, and what answers it?")[0]


def test_every_finding_of_its_reports_stands_word_for_word_in_them(council: Council) -> None:
    findings = InspectionFinding.objects.select_related("inspection__report")
    assert findings.count() > 25
    texts = {paper.pk: paper.text for paper in Paper.objects.all()}
    misquoted = [one for one in findings if texts[one.inspection.report_id or 0][one.start : one.end] != one.words]
    assert misquoted == []


def test_the_journey_is_added_once(council: Council) -> None:
    add_journey()
    assert Inspection.objects.count() == len(inspection_reports())


def test_the_front_page_tells_every_part_of_it(client: Client, council: Council) -> None:
    page = client.get("/improvement/kesterby-council/").content.decode()
    assert "inadequate in March 2023, requires improvement to be good in November 2025" in page
    assert "Of 12 actions, 9 are done." in page
    assert "Nothing of this is on record." not in page
