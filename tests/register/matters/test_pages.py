"""The pages of matters: what they say, to whom, and what a clerk can do on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.matters import queries
from arising.register.matters.models import Closure, LinkState, Suggestion
from arising.register.matters.operations import confirm_suggestion, propose
from arising.register.record.models import Topic
from arising.register.record.operations import set_visibility
from following.invented import JUNE
from register.matters.conftest import Put


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def as_clerk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def test_the_list_tells_what_is_proposed_and_why(client: Client, bridges: Suggestion) -> None:
    page = read(client, "/matters/")
    assert "No matters confirmed" in page
    assert "Footbridge in Mill Lane" in page
    assert "Both speak of" in page


def test_the_page_of_a_topic_tells_what_was_said_then_and_now(
    client: Client, bridges: Suggestion, on_day: Callable[[str], None]
) -> None:
    on_day("2030-10-02")
    page = read(client, reverse("topic", args=[bridges.a.pk]))
    assert "they would start work on the footbridge next week" in page
    assert "<strong>Answered, it seems.</strong> 1 October 2030" in page
    assert "Proposed, not confirmed." in page


def test_a_promise_of_which_nobody_spoke_again_has_waited_so_many_days(
    client: Client, council: Council, on_day: Callable[[str], None]
) -> None:
    on_day("2030-10-05")
    page = read(client, reverse("topic", args=[Topic.objects.get(heading="Street lighting").pk]))
    assert "<strong>Not spoken of again</strong> in 2 later meetings" in page
    assert "It has waited 214 days." in page


def test_two_figures_that_differ_stand_beside_each_other(client: Client, council: Council) -> None:
    page = read(client, reverse("topic", args=[Topic.objects.get(heading="Potholes").pk]))
    assert "<strong>We were told</strong> (5 March 2030)" in page
    assert "<strong>We were then told</strong> (1 October 2030)" in page


def test_a_confirmed_matter_has_a_page(client: Client, bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    page = read(client, matter.get_absolute_url())
    assert "2 topics at 2 meetings, from 5 March 2030 to 1 October 2030" in page


def test_a_clerk_confirms_a_suggestion_where_it_stands(as_clerk: Client, bridges: Suggestion) -> None:
    address = reverse("decide-link", args=["suggestion", bridges.pk])
    response = as_clerk.post(address, {"say": "confirm", "next": "/matters/?waiting=1"}, follow=True)
    assert response.redirect_chain == [("/matters/?waiting=1", 302)]
    assert "Put into the matter “Bridges”." in response.content.decode()
    bridges.refresh_from_db()
    assert bridges.state == LinkState.CONFIRMED


def test_a_clerk_rejects_a_later_statement(as_clerk: Client, council: Council) -> None:
    closure = Closure.objects.filter(likely=True)[0]
    as_clerk.post(reverse("decide-link", args=["closure", closure.pk]), {"say": "reject"})
    closure.refresh_from_db()
    assert closure.state == LinkState.REJECTED
    assert closure not in queries.closures(None)


def test_a_word_that_is_no_decision_changes_nothing(as_clerk: Client, bridges: Suggestion) -> None:
    address = reverse("decide-link", args=["suggestion", bridges.pk])
    response = as_clerk.post(address, {"say": "destroy"}, follow=True)
    assert "Nothing was changed" in response.content.decode()


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/", "matters/", ""])
def test_a_decision_leads_back_to_this_site_alone(as_clerk: Client, bridges: Suggestion, wanted: str) -> None:
    address = reverse("decide-link", args=["suggestion", bridges.pk])
    assert as_clerk.post(address, {"say": "reject", "next": wanted}).headers["Location"] == "/matters/"


def test_nobody_who_is_not_signed_in_decides(client: Client, bridges: Suggestion) -> None:
    response = client.post(reverse("decide-link", args=["suggestion", bridges.pk]), {"say": "confirm"})
    assert response.status_code in (302, 403)
    bridges.refresh_from_db()
    assert bridges.state == LinkState.PROPOSED


def test_a_member_is_shown_no_buttons_and_may_not_decide(client: Client, member: User, bridges: Suggestion) -> None:
    client.force_login(member)
    assert "Confirm" not in read(client, "/matters/").split("<main")[1].split("</main>")[0].replace("confirmed", "")
    assert client.post(reverse("decide-link", args=["suggestion", bridges.pk]), {"say": "confirm"}).status_code == 403


def test_a_clerk_follows_everything_anew(as_clerk: Client, council: Council, put: Put) -> None:
    Suggestion.objects.all().delete()
    as_clerk.post("/matters/follow/")
    assert Suggestion.objects.exists()


def test_a_link_with_an_end_that_may_not_be_seen_does_not_exist(
    client: Client, bridges: Suggestion, clerk: User
) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    set_visibility(bridges.b.source, Audience.MEMBERS, actor=clerk, why="Not yet public")
    assert not queries.suggestions(None, state="confirmed").exists()
    assert not queries.closures(None).filter(source=bridges.b.source).exists()
    page = read(client, matter.get_absolute_url())
    assert "1 topic at 1 meeting" in page
    assert "all at work" not in page
    assert client.get(reverse("topic", args=[bridges.b.pk])).status_code == 404


def test_a_matter_of_which_no_topic_may_be_seen_is_not_found(client: Client, bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    for topic in (bridges.a, bridges.b):
        set_visibility(topic.source, Audience.CLERKS, actor=clerk, why="Exempt")
    assert client.get(matter.get_absolute_url()).status_code == 404
    assert "Bridges" not in read(client, "/matters/")


def test_what_is_held_back_is_seen_from_its_minute_on(
    client: Client, put: Put, council: Council, on_day: Callable[[str], None]
) -> None:
    on_day("2030-11-01T11:59+00:00")
    put(f"{JUNE}\n", "2030-11-05", name="held.txt", visible_from=datetime(2030, 11, 1, 12, tzinfo=UTC))
    propose(council)
    held = Topic.objects.get(heading="Masonry", source__name="held.txt")
    assert client.get(reverse("topic", args=[held.pk])).status_code == 404
    on_day("2030-11-01T12:00+00:00")
    assert client.get(reverse("topic", args=[held.pk])).status_code == 200
