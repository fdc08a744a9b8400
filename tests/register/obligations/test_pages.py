"""The pages of what is owed: the answer in words first, the forms, and rights in all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.bodies.operations import people_named, record_membership
from arising.register.obligations import operations, queries
from arising.register.obligations.models import Judgement, Obligation, Origin
from arising.register.obligations.queries import Filters
from arising.register.obligations.queries.lists import in_state, state_today
from arising.register.obligations.states import Standing
from register.invented import PROMISE, Add, ScriptedReader

LINK = "https://kelderdale.example/briefing-note"


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


def parsed(page: bytes | str) -> Any:
    return html.fromstring(page)


def text(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, response.content
    main = parsed(response.content.decode()).xpath("//main")[0]
    return " ".join(main.text_content().split())


def due(owed: Obligation, day: date) -> None:
    operations.amend(owed, {"due": day}, actor=None, why="For a test")
    owed.refresh_from_db()


def page_of(owed: Obligation) -> str:
    return f"/obligations/{owed.pk}/"


def test_the_list_answers_in_words_first(owed: Obligation, committee: Body, client: Client) -> None:
    due(owed, date(2023, 9, 7))
    operations.add(Origin.DUTY, "A report", committee, due=date(2024, 3, 1), actor=None, why="Law")
    operations.add(Origin.DUTY, "A plan", committee, actor=None, why="Law")
    words = text(client, "/obligations/")
    assert "3 are owed, 2 are overdue, the longest by 208 days, 1 without a date." in words
    assert words.index("Overdue by 208 days") < words.index("Overdue by 32 days") < words.index("A plan")


def test_what_has_no_date_ages_in_sight(owed: Obligation, client: Client) -> None:
    assert "No date given, said 28 days ago" in text(client, "/obligations/")


def test_an_obligation_shows_the_words_the_date_and_how_it_was_worked_out(owed: Obligation, client: Client) -> None:
    due(owed, date(2024, 6, 30))
    words = text(client, page_of(owed))
    assert f"“{PROMISE}”" in words
    assert "A clerk set the date: 30 June 2024." in words
    assert "No clerk has confirmed it yet" in words
    (link,) = parsed(client.get(page_of(owed)).content).xpath("//a[contains(., 'Read it in the minutes')]/@href")
    assert link.endswith(f"#commitment-{owed.commitment_id}")
    assert client.get(link.partition("#")[0]).status_code == 200


def test_whoever_holds_the_post_now_is_named(owed: Obligation, client: Client) -> None:
    post = owed.owner
    assert post
    for name, start, end in (("Ann Old", "2019", "2023-12-31"), ("Bea New", "2024-01-01", "")):
        person = people_named(post.council, [name], actor=None, why="For a test")[name]
        record_membership(person, post=post, start=start, end=end, actor=None, why="For a test")
    words = text(client, page_of(owed))
    assert "Director of People, now Bea New" in words
    assert "Ann Old" not in words


def test_what_a_reader_may_not_see_is_not_found_nor_counted(owed: Obligation, client: Client, member: User) -> None:
    source = owed.source
    assert source
    source.audience = Audience.MEMBERS
    source.save()
    assert client.get(page_of(owed)).status_code == 404
    assert "Nothing is owed." in text(client, "/obligations/")
    assert "Briefing" not in client.get("/obligations.csv").content.decode()
    client.force_login(member)
    assert "1 is owed" in text(client, "/obligations/")


def test_expectations_stand_apart_and_are_owed_by_nobody(add: Add, reader: ScriptedReader, client: Client) -> None:
    reader.finds = {"commitments": [(PROMISE, {"kind": "expectation"})]}
    add()
    assert "Nothing is owed." in text(client, "/obligations/")
    words = text(client, "/expectations/")
    assert "1 is still to come" in words
    assert "Owed by" not in words


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", 2), ("state=overdue", 1), ("state=no_date", 1), ("state=waiting", 2), ("state=answered", 0),
        ("origin=duty", 1), ("owner=director", 1), ("text=waiting+lists", 1), ("text=nothing+like+this", 0),
        ("body=childrens-committee", 2), ("body=no-such-body", 2), ("state=nonsense", 2), ("page=99", 2),
    ],
)  # fmt: skip
def test_the_list_is_narrowed(owed: Obligation, committee: Body, client: Client, query: str, rows: int) -> None:
    operations.add(Origin.DUTY, "A report", committee, due=date(2024, 3, 1), actor=None, why="Law")
    tree = parsed(client.get(f"/obligations/?{query}").content)
    assert len(tree.xpath("//tbody/tr")) == rows


def test_the_list_and_one_state_say_the_same_of_everything(owed: Obligation, committee: Body) -> None:
    days = (None, date(2024, 3, 1), date(2024, 4, 2), date(2024, 4, 10), date(2024, 9, 1))
    for first in days:
        for later in days:
            for answered in (None, date(2024, 3, 15)):
                for ended in ("", "withdrawn"):
                    Obligation.objects.create(
                        origin=Origin.DUTY, title="A duty", body=committee, said_on=date(2024, 3, 5), due=first,
                        extended_to=later, answered_on=answered, ended=ended,
                    )  # fmt: skip
    today = date(2024, 4, 2)
    told = {one.pk: state_today(one).standing for one in queries.in_brief(None)}
    listed = {
        pk: standing
        for standing in Standing
        for pk in queries.in_brief(None).filter(in_state(standing, today)).values_list("pk", flat=True)
    }
    assert len(set(told.values())) > 6
    assert listed == told


def test_more_rows_ask_no_more_of_the_database(
    owed: Obligation, committee: Body, client: Client, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(20):
        operations.add(Origin.DUTY, f"Report {number}", committee, actor=None, why="Law")
    with django_assert_max_num_queries(12):
        client.get("/obligations/")


def test_my_page_needs_sign_in_and_shows_what_i_owe(owed: Obligation, director: User, client: Client) -> None:
    refused = client.get("/my/obligations/")
    assert (refused.status_code, "next=/my/obligations/" in refused["Location"]) == (302, True)
    client.force_login(director)
    words = text(client, "/my/obligations/")
    assert "1 answer is owed." in words
    assert "You answer for: Director of People." in words


def test_an_officer_who_owes_nothing_is_told_so(owed: Obligation, officer: User, signed_in: Any) -> None:
    words = text(signed_in(officer), "/my/obligations/")
    assert "You owe no answer." in words
    assert "Briefing note" not in words


def test_an_officer_answers_on_the_page_and_the_public_sees_it_once_accepted(
    owed: Obligation, director: User, clerk: User, signed_in: Any
) -> None:
    client = signed_in(director)
    sent = client.post(
        f"{page_of(owed)}answer/", {"text": "The note was sent.", "evidence": LINK, "version": owed.version}
    )
    assert (sent.status_code, sent["Location"]) == (302, page_of(owed))
    client.logout()
    before = text(client, page_of(owed))
    assert ("Answered" in before, "The note was sent." in before) == (True, False)
    operations.judge(owed.answers.get(), Judgement.ACCEPTED, actor=clerk)
    assert "The note was sent." in text(client, page_of(owed))


def test_an_answer_whose_evidence_is_not_for_the_reader_is_not_shown(
    owed: Obligation, clerk: User, add: Add, client: Client
) -> None:
    secret = add(text="Something else altogether.\n", name="secret.txt", audience=Audience.CLERKS, date="2024-04-01")
    given = operations.answer(owed, "It says so.", secret.source.get_absolute_url(), actor=clerk)
    operations.judge(given, Judgement.ACCEPTED, actor=clerk)
    assert "It says so." not in text(client, page_of(owed))
    client.force_login(clerk)
    assert "It says so." in text(client, page_of(owed))


def test_a_refused_answer_comes_back_as_it_was_written_with_one_line(
    owed: Obligation, director: User, signed_in: Any
) -> None:
    response = signed_in(director).post(
        f"{page_of(owed)}answer/", {"text": "The note was sent.", "evidence": "by e-mail", "version": owed.version}
    )
    tree = parsed(response.content)
    assert response.status_code == 200
    assert len(tree.xpath("//div[@role='alert']//li")) == 1
    assert tree.xpath("//textarea[@name='text']/text()") == ["The note was sent."]


def test_the_second_of_two_keeps_what_they_wrote_and_may_send_it_again(
    owed: Obligation, clerk: User, director: User, signed_in: Any
) -> None:
    version = owed.version
    due(owed, date(2024, 6, 30))
    client = signed_in(clerk)
    written = {"until_day": "1", "until_month": "9", "until_year": "2024", "reason": "Holidays", "version": version}
    response = client.post(f"{page_of(owed)}extend/", written)
    tree = parsed(response.content)
    assert response.status_code == 200
    told = " ".join(tree.xpath("//div[@role='alert']")[0].text_content().split())
    assert "The register itself changed this while you were writing: first due date. Nothing of yours is lost" in told
    assert tree.xpath("//input[@name='reason']/@value") == ["Holidays"]
    again = {**written, "version": tree.xpath("//input[@name='version']/@value")[0]}
    assert client.post(f"{page_of(owed)}extend/", again).status_code == 302
    owed.refresh_from_db()
    assert (owed.due, owed.extended_to) == (date(2024, 6, 30), date(2024, 9, 1))


@pytest.mark.parametrize("path", ["change", "extend", "end", "restore"])
def test_the_clerks_forms_are_for_clerks(
    owed: Obligation, director: User, clerk: User, client: Client, path: str
) -> None:
    address = f"{page_of(owed)}{path}/"
    assert client.get(address).status_code == 302
    client.force_login(director)
    assert client.get(address).status_code == 403
    assert client.post(address, {"reason": "Mine"}).status_code == 403
    client.force_login(clerk)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("day", [("31", "2", "2024"), ("x", "2", "2024"), ("1", "", "2024"), ("1", "1", "24")])
def test_what_is_no_day_is_refused_in_one_line(
    owed: Obligation, clerk: User, signed_in: Any, day: tuple[str, str, str]
) -> None:
    given_day = dict(zip(("until_day", "until_month", "until_year"), day, strict=True))
    response = signed_in(clerk).post(f"{page_of(owed)}extend/", {**given_day, "reason": "Late"})
    told = parsed(response.content).xpath("//div[@role='alert']//li")
    expected = f"Until when?: “{' '.join(day)}” is no day. For example, 27 3 2026."
    assert [line.text_content() for line in told] == [expected]


def test_a_clerk_sets_owner_and_date_right(owed: Obligation, clerk: User, signed_in: Any) -> None:
    client = signed_in(clerk)
    form = {
        "owed": "A note", "owner": owed.owner_id, "due_day": "30", "due_month": "6", "due_year": "2024",
        "why": "Agreed", "version": owed.version,
    }  # fmt: skip
    assert client.post(f"{page_of(owed)}change/", form).status_code == 302
    owed.refresh_from_db()
    assert (owed.title, owed.due, owed.set_by_person) == ("A note", date(2024, 6, 30), ["due", "title"])


def test_a_clerk_adds_a_document_request(committee: Body, clerk: User, signed_in: Any) -> None:
    form = {
        "origin": "document_request", "owed": "The contract", "body": committee.pk, "received_on_day": "20",
        "received_on_month": "3", "received_on_year": "2024", "why": "Councillor Pryce asked",
    }  # fmt: skip
    sent = signed_in(clerk).post("/obligations/add/", form)
    assert sent.status_code == 302, sent.content.decode()
    assert "8 April 2024" in text(signed_in(clerk), sent["Location"])


def test_a_clerk_records_a_reply_and_what_came_of_it(
    owed: Obligation, add: Add, reader: ScriptedReader, clerk: User, signed_in: Any
) -> None:
    reader.becomes("test-2", decisions=[("The Committee noted the report.", {"action": "recommend"})])
    add()
    one = Obligation.objects.get(origin=Origin.RECOMMENDATION)
    client = signed_in(clerk)
    told = {"response": "accepted", "will_do": "Start a campaign", "evidence": LINK, "version": one.version}
    assert client.post(f"{page_of(one)}reply/", told).status_code == 302
    words = text(client, page_of(one))
    assert "The executive replied on 2 April 2024: accepted." in words
    assert "What will be done: Start a campaign, no date given." in words
    assert client.post(f"{page_of(one)}replies/{one.replies.get().pk}/", {"impact": "Twelve came."}).status_code == 302
    assert "Twelve came." in text(client, page_of(one))


def test_supersession_names_the_other_one(owed: Obligation, committee: Body, clerk: User, signed_in: Any) -> None:
    other = operations.add(Origin.DUTY, "A report", committee, actor=None, why="Law")
    client = signed_in(clerk)
    missing = client.post(f"{page_of(owed)}end/", {"by": "99999", "reason": "Replaced"})
    assert "There is no obligation number 99999 here" in missing.content.decode()
    assert client.post(f"{page_of(owed)}end/", {"by": other.pk, "reason": "Replaced"}).status_code == 302
    assert f"Superseded by number {other.pk}" in text(client, page_of(owed))


def test_the_pages_of_a_body_and_a_meeting_say_what_is_owed(owed: Obligation, client: Client) -> None:
    assert "1 is owed" in text(client, "/")
    assert "1 is owed" in text(client, "/bodies/childrens-committee/")
    assert "1 is owed" in text(client, "/bodies/childrens-committee/2024-03-05/")


def test_what_was_said_to_be_gone_is_listed_nowhere(owed: Obligation, client: Client) -> None:
    Obligation.objects.update(gone=True)
    assert queries.summary(None, Filters()).total == 0
    assert client.get(page_of(owed)).status_code == 404


def test_the_history_is_for_clerks(owed: Obligation, clerk: User, client: Client) -> None:
    assert "Taken from the minutes" not in text(client, page_of(owed))
    client.force_login(clerk)
    assert "Taken from the minutes" in text(client, page_of(owed))


def test_a_clerk_says_who_answers_for_a_post_and_takes_it_back(
    owed: Obligation, officer: User, clerk: User, signed_in: Any
) -> None:
    client = signed_in(officer)
    assert client.get("/obligations/officers/").status_code == 403
    client = signed_in(clerk)
    assert client.post("/obligations/officers/", {"user": officer.pk, "post": owed.owner_id}).status_code == 302
    assert "Director of People" in text(client, "/obligations/officers/")
    assert "1 answer is owed." in text(signed_in(officer), "/my/obligations/")
    signed_in(clerk).post(f"/obligations/officers/{officer.answers_for.get().pk}/end/")
    assert "You answer for no post here." in text(signed_in(officer), "/my/obligations/")


def test_no_form_is_taken_by_following_a_link(owed: Obligation, director: User, clerk: User, signed_in: Any) -> None:
    responsible = director.answers_for.get()
    assert signed_in(clerk).get(f"/obligations/officers/{responsible.pk}/end/").status_code == 405
    answered = signed_in(director).get(f"{page_of(owed)}answer/?text=Sent&evidence={LINK}")
    assert (answered.status_code, owed.answers.count()) == (302, 0)


def test_what_took_its_place_is_not_named_to_who_may_not_see_it(
    owed: Obligation, committee: Body, clerk: User, client: Client
) -> None:
    secret = operations.add(Origin.DUTY, "Hush", committee, actor=None, why="Law", seen=Seen(Audience.CLERKS))
    operations.supersede(owed, secret, reason="Replaced", actor=clerk)
    assert f"number {secret.pk}" not in text(client, page_of(owed))
    client.force_login(clerk)
    assert f"Superseded by number {secret.pk}" in text(client, page_of(owed))
