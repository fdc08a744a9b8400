"""Feeds are valid Atom, tell what is new and which minutes are in, and show no more than a page would."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from lxml import etree
from pytest_django import Settings

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Person
from arising.register.bodies.operations import people_named, withhold
from arising.register.matters.models import Closure, Matter
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Judgement, Obligation
from arising.register.record import operations as record
from arising.register.record.models import Commitment, Source, Topic
from register.invented import PROMISE, Add, ScriptedReader

ATOM = "{http://www.w3.org/2005/Atom}"
LINK = "https://x.example/note"
FEEDS = ("body", "matter", "owner", "search")


@pytest.fixture(autouse=True)
def address(settings: Settings) -> None:
    settings.SITE_URL = "https://minutes.example"


@pytest.fixture
def path(matter: Matter, owed: Obligation) -> Callable[[str], str]:
    """The address of each kind of feed."""
    assert owed.body
    found = {
        "body": f"/feeds/bodies/{owed.body.slug}/",
        "matter": f"/feeds/matters/{matter.slug}/",
        "owner": f"/feeds/owners/{owed.owner_id}/",
        "search": "/feeds/search/?q=briefing",
    }
    return found.__getitem__


def feed(client: Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def entries(feed: Any) -> dict[str, Any]:
    """The entries by their titles."""
    return {entry.findtext(f"{ATOM}title"): entry for entry in feed.iter(f"{ATOM}entry")}


@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_is_valid_atom(path: Callable[[str], str], client: Client, kind: str) -> None:
    root = feed(client, path(kind))
    held = [root, *root.iter(f"{ATOM}entry")]
    assert len(held) > 1
    names = [one.findtext(f"{ATOM}id") for one in held]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"tag:minutes\.example,2026:\S+", name) for name in names)
    for one in held:
        assert one.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo
        assert one.find(f"{ATOM}link[@rel='alternate']").get("href").startswith("http://testserver/")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Matters Arising"
    assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith(path(kind).split("?")[0]) or kind == "search"
    assert root.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated") for one in held[1:])


@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_says_which_minutes_are_in(path: Callable[[str], str], client: Client, kind: str) -> None:
    assert feed(client, path(kind)).findtext(f"{ATOM}subtitle").startswith("Minutes of all 2 meetings")


def test_the_feed_of_a_body_tells_of_minutes_and_promises(path: Callable[[str], str], client: Client) -> None:
    told = entries(feed(client, path("body")))
    assert {"Minutes of 5 March 2024", "Minutes of 7 November 2023", "Undertaking: Briefing note"} == set(told)
    assert f"“{PROMISE}”" in told["Undertaking: Briefing note"].findtext(f"{ATOM}summary")


def test_the_feed_of_a_matter_tells_where_it_was_spoken_of_and_what_was_promised(
    path: Callable[[str], str], owed: Obligation, client: Client
) -> None:
    spoken = {"Spoken of on 5 March 2024: Ofsted update", "Spoken of on 7 November 2023: Ofsted update"}
    assert set(entries(feed(client, path("matter")))) == spoken
    Commitment.objects.update(topic=Topic.objects.get(source=owed.source))
    assert set(entries(feed(client, path("matter")))) == {*spoken, "Undertaking: Briefing note"}


def test_the_feed_of_a_post_tells_what_became_of_what_it_owes(
    path: Callable[[str], str], owed: Obligation, clerk: User, client: Client
) -> None:
    obligations.extend(owed, date(2024, 9, 2), reason="Holidays", actor=clerk)
    given = obligations.answer(owed, "Sent to all", LINK, actor=clerk)
    obligations.judge(given, Judgement.ACCEPTED, actor=clerk, why="")
    told = entries(feed(client, path("owner")))
    assert set(told) == {"Undertaking: Briefing note", "Extended: Briefing note", "Answered: Briefing note"}
    assert "Sent to all" in told["Answered: Briefing note"].findtext(f"{ATOM}summary")


def test_an_answer_that_no_clerk_accepted_is_for_members(
    path: Callable[[str], str],
    owed: Obligation,
    officer: User,
    clerk: User,
    client: Client,
    today: Callable[[str], None],
) -> None:
    obligations.amend(owed, {"officer": officer}, actor=None, why="Works on it")
    owed.refresh_from_db()
    given = obligations.answer(owed, "Sent", LINK, actor=officer)
    assert "Answered: Briefing note" not in entries(feed(client, path("owner")))
    today("2024-04-09")
    obligations.judge(given, Judgement.ACCEPTED, actor=clerk, why="")
    entry = entries(feed(client, path("owner")))["Answered: Briefing note"]
    assert entry.findtext(f"{ATOM}updated").startswith("2024-04-09")


def test_what_later_minutes_say_is_told_with_their_words(
    path: Callable[[str], str], owed: Obligation, client: Client
) -> None:
    later = Source.objects.get(meeting__date="2023-11-07")
    promise: Any = owed.commitment_id
    Closure.objects.create(
        commitment_id=promise, effect="answered", source=later, reading=later.readings.get(), quote="It was sent.",
        start=0, end=12, said="x", score=0.9, likely=True,
    )  # fmt: skip
    told = entries(feed(client, path("body")))["Answered, it seems: Briefing note"]
    assert "“It was sent.”" in told.findtext(f"{ATOM}summary")


@pytest.mark.parametrize("kind", ["body", "owner", "search"])
def test_what_is_closed_is_not_told(
    path: Callable[[str], str], owed: Obligation, clerk: User, client: Client, kind: str
) -> None:
    assert owed.source
    record.set_visibility(owed.source, Audience.CLERKS, actor=clerk, why="By mistake")
    answer = client.get(path(kind))
    assert "riefing" not in answer.content.decode().replace("q=briefing", "").replace("words: briefing", "")
    client.force_login(clerk)
    assert "riefing note" in client.get(path(kind)).content.decode()


def test_the_feed_of_a_post_or_matter_that_is_not_seen_is_not_there(
    path: Callable[[str], str], clerk: User, client: Client
) -> None:
    for source in Source.objects.all():
        record.set_visibility(source, Audience.CLERKS, actor=clerk, why="By mistake")
    assert [client.get(path(kind)).status_code for kind in ("owner", "matter", "body")] == [404, 404, 404]


@pytest.mark.parametrize("kind", ["body", "owner", "search"])
def test_a_withheld_name_is_in_no_feed(
    path: Callable[[str], str], owed: Obligation, clerk: User, client: Client, kind: str
) -> None:
    assert owed.body
    people_named(owed.body.council, ["Gwenda Quill"], actor=None, why="For a test")
    obligations.amend(owed, {"title": "A briefing for Gwenda Quill"}, actor=clerk, why="So it is")
    obligations.extend(owed, date(2024, 9, 2), reason="Gwenda Quill is away", actor=clerk)
    withhold(Person.objects.get(name="Gwenda Quill"), "She is a witness.", actor=clerk)
    told = client.get(path(kind)).content.decode()
    assert "A briefing for Name withheld" in told
    assert "Quill" not in told
    assert "Quill" not in client.get(owed.get_absolute_url()).content.decode()


def test_markup_and_control_characters_are_only_words(
    path: Callable[[str], str], owed: Obligation, clerk: User, client: Client
) -> None:
    obligations.amend(owed, {"title": "Notes \x0b\ufffe <b>here</b>"}, actor=clerk, why="So it is")
    obligations.extend(owed, date(2024, 9, 2), reason="<i>\x01Away</i> & late", actor=clerk)
    told = entries(feed(client, path("owner")))
    assert "Undertaking: Notes    <b>here</b>" in told
    summary = told["Extended: Notes    <b>here</b>"].findtext(f"{ATOM}summary")
    assert "&lt;i&gt; Away&lt;/i&gt; &amp; late" in summary


def test_a_name_of_an_entry_stays_when_the_minutes_are_read_anew(
    path: Callable[[str], str], add: Add, reader: ScriptedReader, client: Client
) -> None:
    before = {one.findtext(f"{ATOM}id") for one in feed(client, path("search")).iter(f"{ATOM}entry")}
    reader.becomes("test-2")
    add(name="minutes.txt")
    assert before == {one.findtext(f"{ATOM}id") for one in feed(client, path("search")).iter(f"{ATOM}entry")}


def test_a_feed_that_has_not_changed_is_not_sent_again(
    path: Callable[[str], str], owed: Obligation, clerk: User, client: Client, today: Callable[[str], None]
) -> None:
    first = client.get(path("body"))
    assert first["Last-Modified"]
    today("2024-04-05")
    again = {"If-None-Match": first["ETag"]}
    assert client.get(path("body"), headers=again).status_code == 304
    obligations.extend(owed, date(2024, 9, 2), reason="Holidays", actor=clerk)
    assert client.get(path("body"), headers=again).status_code == 200


def test_nobody_else_is_given_what_was_kept_for_one_reader(
    path: Callable[[str], str], member: User, client: Client
) -> None:
    answer = client.get(path("body"))
    assert (answer["Cache-Control"], "Cookie" in answer["Vary"]) == ("no-cache", True)
    client.force_login(member)
    assert client.get(path("body"))["Cache-Control"] == "private, no-cache"


def test_an_empty_feed_is_a_feed_and_stays_the_same(path: Callable[[str], str], client: Client) -> None:
    first = client.get("/feeds/search/?q=walrus")
    assert entries(etree.fromstring(first.content)) == {}
    assert client.get("/feeds/search/?q=walrus", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_filter_that_cannot_be_used_is_no_feed(path: Callable[[str], str], client: Client) -> None:
    assert client.get("/feeds/search/?q=briefing&body=atlantis").status_code == 404


def test_the_pages_lead_to_their_feeds(
    path: Callable[[str], str], owed: Obligation, matter: Matter, client: Client
) -> None:
    assert owed.body
    pages = {
        "body": owed.body.get_absolute_url(),
        "matter": matter.get_absolute_url(),
        "owner": owed.get_absolute_url(),
        "search": "/search/?q=briefing",
    }
    for kind, page in pages.items():
        answer = client.get(page).content.decode()
        assert 'type="application/atom+xml" title=' in answer, kind
        assert answer.count(f'href="{path(kind)}"') == 2, kind
