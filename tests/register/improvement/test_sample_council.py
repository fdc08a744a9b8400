"""The sample council's chain, from judgement to evidence and back, and where it is broken."""

from __future__ import annotations

from datetime import date

import lxml.html
import pytest
from django.test import Client

from arising.cli.of_register.kesterby import add_journey
from arising.register.bodies.models import Body, Council, Membership
from arising.register.improvement import queries
from arising.register.improvement.models import (
    Attached,
    Engagement,
    Evidence,
    ImprovementPlan,
    Inspection,
    InspectionFinding,
    LedTo,
    Occasion,
    Paper,
    Survey,
)
from arising.sample import COUNCIL, documents, inspection_reports

COMMITTEE = "Children and Young People Overview and Scrutiny Committee"


@pytest.fixture
def council(db: None) -> Council:
    made = Council.objects.create(name=COUNCIL, key="kesterby council", slug="kesterby-council")
    Body.objects.create(
        council=made, name=COMMITTEE, key="children and young people overview and scrutiny committee", slug="committee"
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


def test_each_survey_was_put_twice_and_tells_what_changed_and_what_may_be_chance(council: Council) -> None:
    for survey in Survey.objects.all():
        first, last = queries.survey_page(None, survey.pk).rounds
        assert {each.everybody.is_changed for each in last.questions} == {True, False}
        assert len(first.questions) == len(last.questions) == 3
    assert Survey.objects.count() == 2


def test_a_group_too_small_is_kept_back_with_the_one_that_would_tell_it(council: Council) -> None:
    first, last = queries.survey_page(None, Survey.objects.get(of="social_workers").pk).rounds
    kept = [{group.line.group for group in each.groups if not group.line.is_shown} for each in first.questions]
    assert kept == [{"Children in care", "Leaving care"}] * 3
    assert [group.line.is_shown for each in last.questions for group in each.groups] == [True] * 12


def test_what_was_heard_is_told_with_what_was_done_what_will_be_and_what_nobody_said(council: Council) -> None:
    log = queries.engagement_log(None, council)
    assert {each.state for each in log.entries} == {"done", "to_do", "nothing"}
    assert Attached.objects.filter(evidence__engagement__in=[each.row for each in log.entries]).count() == 4


def test_what_young_people_said_at_the_committee_stands_word_for_word_in_its_minutes(council: Council) -> None:
    (minutes,) = [each for each in documents() if each.date == date(2025, 1, 23)]
    said = Engagement.objects.get(of="care_leavers").heard
    assert said[:1].lower() + said[1:] in " ".join(minutes.path.read_text("utf-8").split())


def test_members_and_co_optees_were_offered_training_and_what_it_led_to_is_told(council: Council) -> None:
    body = Body.objects.get()
    early = queries.training(None, body, "2023-05-01")
    (session,), (visit,) = early.sessions, early.visits
    assert (len(session.took_part), len(visit.took_part), session.members) == (12, 9, 16)
    assert queries.training(None, body).words.startswith("Of 16 members, 5 of them co-opted, 13 took up")
    assert LedTo.objects.count() == 5


def test_those_who_took_part_belonged_to_the_committee_on_the_day(council: Council) -> None:
    body = Body.objects.get()
    for since in ("2023-05-01", "2024-05-01", "2025-05-01"):
        for member in queries.training(None, body, since).members:
            assert member.role, member.name


def test_without_the_committee_no_training_is_added(db: None) -> None:
    Council.objects.create(name=COUNCIL, key="kesterby council", slug="kesterby-council")
    add_journey()
    assert (Occasion.objects.count(), Membership.objects.count(), Survey.objects.count()) == (0, 0, 2)
