"""The lead member's annual account and scrutiny's annual report."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from arising.measures.cards import cards
from arising.register.bodies.models import Body
from arising.register.improvement import queries
from arising.register.improvement.annual import AnnualAccount, Between, municipal_year
from arising.register.improvement.duties import DUTIES
from arising.register.obligations.models import Obligation, Response
from arising.register.obligations.operations import derive_all, record_impact, reply
from arising.register.programme.pack import Section
from arising.register.record.models import Decision
from arising.register.record.operations import add_source

YEAR = Between(date(2023, 5, 1), date(2024, 4, 30))
CARE_LEAVERS = (
    "The Portfolio Holder for Children’s Services undertook to send a list of homes for care leavers by 31 May 2024."
)
MINUTES = f"""Children's Committee

5 March 2024

5 Apologies for absence

Apologies were received from Councillor Pryce.

6 Library opening hours

A member asked when the library would open. Officers said that it would open in June.

7 Care leavers

A member asked how many care leavers had no home of their own. The Director of People said that there were nine.

{CARE_LEAVERS}

Decision:

The Committee recommended the Cabinet to extend relief from council tax to care leavers.
"""


@pytest.fixture
def body(db: None) -> Body:
    add_source(
        MINUTES.encode(), name="minutes.txt", council="Kelderdale", body="Children's Committee", date="2024-03-05"
    )
    derive_all()
    return Body.objects.get()


@pytest.fixture
def account(body: Body) -> AnnualAccount:
    return queries.lead_member_account(None, body.slug, YEAR)


@pytest.fixture
def recommendation(body: Body) -> Obligation:
    return Obligation.objects.get(decision=Decision.objects.get(action="recommend"))


def section(told: AnnualAccount, title: str) -> Section:
    return next(one for one in told.sections if one.title == title)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Safeguarding partnership", "safeguarding"),
        ("Re-referrals to children’s social care", "safeguarding"),
        ("EHCP waits", "vulnerable"),
        ("Children in care placements", "vulnerable"),
        ("Permanent exclusions", "access"),
        ("Home to school transport", "access"),
        ("Key Stage 2 attainment", "education"),
        ("Recruitment of social workers", "leadership"),
    ],
)
def test_a_heading_is_known_to_be_of_an_area_of_the_role(heading: str, key: str) -> None:
    assert key in {duty.key for duty in DUTIES if duty.is_told_in(heading)}


@pytest.mark.parametrize("heading", ["Library opening hours", "Apologies for absence", "Fly-tipping", "Sent papers"])
def test_other_headings_are_of_no_area(heading: str) -> None:
    assert [duty.key for duty in DUTIES if duty.is_told_in(heading)] == []


def test_every_area_names_indicators_that_there_are() -> None:
    assert {key for duty in DUTIES for key in duty.indicators} - set(cards()) == set()


def test_the_municipal_year_begins_on_the_first_of_may() -> None:
    assert (municipal_year(date(2024, 4, 30)), municipal_year(date(2024, 5, 1)).since) == (YEAR, date(2024, 5, 1))


def test_the_account_names_the_areas_that_nobody_spoke_of(account: AnnualAccount) -> None:
    told = section(account, "What does the role cover, and what was reported on?")
    assert "Nothing was said of: leadership and partnership, safeguarding" in told.answer


def test_an_area_tells_what_was_said_with_exact_words(account: AnnualAccount) -> None:
    told = section(account, "Vulnerable children and young people")
    assert CARE_LEAVERS.rstrip(".") in [quote.words for entry in told.entries for quote in entry.quotes]


def test_every_quote_of_the_account_stands_in_the_minutes(account: AnnualAccount) -> None:
    quotes = [quote.words for one in account.sections for entry in one.entries for quote in entry.quotes]
    assert len(quotes) > 1
    assert [words for words in quotes if words not in MINUTES] == []


def test_what_the_lead_member_promised_stands_with_what_became_of_it(account: AnnualAccount) -> None:
    told = section(account, "What did the lead member promise, and what became of it?")
    assert told.answer == "1 promise of the lead member is on record. 0 answered, 1 still waited for."


def test_a_topic_of_no_area_is_not_lost(account: AnnualAccount) -> None:
    told = section(account, "What else was spoken of?")
    assert [entry.words for entry in told.entries] == ["Library opening hours, 5 March 2024."]


def test_apologies_are_no_topic(account: AnnualAccount) -> None:
    assert "Apologies" not in str(account.sections)


def test_a_time_without_minutes_says_so(body: Body) -> None:
    told = queries.lead_member_account(None, body.slug, Between(date(2001, 5, 1), date(2002, 4, 30)))
    assert "holds no minutes" in told.sections[0].answer


def test_a_recommendation_without_a_reply_is_counted_as_such(recommendation: Obligation, body: Body) -> None:
    told = section(queries.scrutiny_report(None, body.slug, YEAR), "What was recommended, and was it accepted?")
    assert told.answer == "1 recommendation: 1 without a reply."


def test_what_came_of_a_recommendation_is_told(recommendation: Obligation, body: Body) -> None:
    given = reply(
        recommendation, Response.REJECTED, on=date(2024, 4, 2), reason="There is no money.",
        evidence="https://kelderdale.example/reply", actor=None,
    )  # fmt: skip
    record_impact(given, "Relief came in a year later all the same.", actor=None)
    report = queries.scrutiny_report(None, body.slug, YEAR)
    assert section(report, "What was recommended, and was it accepted?").answer == "1 recommendation: 1 rejected."
    assert [entry.words for entry in section(report, "What changed because of it?").entries] == [
        f"{recommendation.title.rstrip('.')}: Relief came in a year later all the same."
    ]


@pytest.mark.parametrize("kind", ["lead-member", "scrutiny"])
def test_the_page_and_the_file_say_the_same(client: Client, body: Body, kind: str) -> None:
    page = client.get(f"/annual/{body.slug}/{kind}/").content.decode()
    file = client.get(f"/annual/{body.slug}/{kind}.md").content.decode()
    for title in [line[3:] for line in file.splitlines() if line.startswith("## ")]:
        assert title in page


def test_the_last_year_in_which_it_met_is_told_unless_another_is_asked_for(client: Client, body: Body) -> None:
    assert "from 1 May 2023 to 30 April 2024" in client.get(f"/annual/{body.slug}/lead-member/").content.decode()
    asked = {
        f"{end}_{part}": value
        for end, day in (("since", (1, 2, 2024)), ("until", (1, 4, 2024)))
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    page = client.get(f"/annual/{body.slug}/lead-member/", asked).content.decode()
    assert "from 1 February 2024 to 1 April 2024" in page


def test_a_day_that_is_none_is_one_clear_line(client: Client, body: Body) -> None:
    page = client.get(f"/annual/{body.slug}/scrutiny/", {"since_day": "31", "since_month": "2", "since_year": "2024"})
    assert "is no day" in page.content.decode()


def test_an_account_of_another_kind_is_not_there(client: Client, body: Body) -> None:
    assert client.get(f"/annual/{body.slug}/leader/").status_code == 404
