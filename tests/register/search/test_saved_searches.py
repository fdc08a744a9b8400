"""What people keep of their searches, and what nobody else learns of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.obligations.models import Obligation
from arising.register.search.models import KnownHit, Often, SavedSearch
from arising.register.search.operations import amend_search, drop_search, save_search, saving
from register.invented import MINUTES, Add, ScriptedReader

ASKED = {"q": "briefing", "kind": "obligation"}


@pytest.fixture
def saved(owed: Obligation, member: User) -> SavedSearch:
    return save_search(member, "Notes on waiting", ASKED, often=Often.DAILY, note="For the chair")


@pytest.fixture
def signed_in(client: Client, member: User) -> Client:
    client.force_login(member)
    return client


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_search_is_saved_from_its_page(signed_in: Client, owed: Obligation) -> None:
    path = "/my/searches/add/?q=briefing&kind=obligation"
    assert path.replace("&", "&amp;") in words(signed_in, "/search/?q=briefing&kind=obligation")
    page = words(signed_in, path)
    assert "The search asks for words: briefing; kind: What is owed." in page
    assert "Minutes of the 1 meeting known to be held by 1 body are in." in page
    told = {"name": "Notes", "often": "daily", "note": "Mine"}
    assert signed_in.post(path, told)["Location"] == "/my/searches/"
    assert "Notes" in words(signed_in, "/my/searches/")
    kept = SavedSearch.objects.get()
    assert (kept.asks, kept.often, kept.note) == (ASKED, "daily", "Mine")


def test_who_is_not_signed_in_keeps_no_search(client: Client, owed: Obligation) -> None:
    assert "/account/sign-in/" in client.get("/my/searches/add/?q=briefing")["Location"]
    assert "my/searches" not in words(client, "/search/?q=briefing")


def test_somebody_elses_search_is_not_there(saved: SavedSearch, client: Client, administrator: User) -> None:
    client.force_login(administrator)
    path = saved.get_absolute_url()
    assert [client.get(path).status_code, client.post(path).status_code] == [404, 404]
    assert client.post(f"{path}delete/").status_code == 404
    assert "Notes on waiting" not in words(client, "/my/searches/")
    with pytest.raises(PermissionDenied):
        drop_search(saved, actor=administrator)
    assert SavedSearch.objects.exists()


def test_a_search_is_changed(saved: SavedSearch, signed_in: Client) -> None:
    signed_in.post(saved.get_absolute_url(), {"name": "Other", "often": "never", "note": ""})
    saved.refresh_from_db()
    assert (saved.name, saved.often, saved.note, saved.asks) == ("Other", "never", "", ASKED)


def test_a_search_that_is_deleted_leaves_nothing(saved: SavedSearch, signed_in: Client) -> None:
    signed_in.post(f"{saved.get_absolute_url()}delete/")
    assert not SavedSearch.objects.exists()
    assert not KnownHit.objects.exists()


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        ({"name": " ", "often": "daily"}, "Give the search a name."),
        ({"name": "Notes on waiting", "often": "daily"}, "You keep a search called “Notes on waiting” already."),
        ({"name": "Other", "often": "hourly"}, "Choose how often from the list."),
    ],
)
def test_what_cannot_be_saved_is_said_and_kept_on_the_page(
    saved: SavedSearch, signed_in: Client, told: dict[str, str], trouble: str
) -> None:
    answer = signed_in.post("/my/searches/add/?q=carers", {**told, "note": "Still here"}).content.decode()
    assert trouble in answer
    assert "Still here" in answer
    assert SavedSearch.objects.count() == 1


def test_a_search_for_nothing_is_not_saved(signed_in: Client, owed: Obligation) -> None:
    answer = signed_in.post("/my/searches/add/", {"name": "All", "often": "daily"}).content.decode()
    assert "Search for something first" in answer
    assert not SavedSearch.objects.exists()


def test_nobody_keeps_more_searches_than_one_may(
    saved: SavedSearch, member: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MOST_SEARCHES", 1)
    with pytest.raises(ValidationError, match="Delete one first"):
        save_search(member, "One more", ASKED, often=Often.DAILY)


def test_alerts_on_too_much_are_refused(owed: Obligation, member: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "MOST_KNOWN", 2)
    with pytest.raises(ValidationError, match="Narrow it first"):
        save_search(member, "All", {"q": "briefing"}, often=Often.DAILY)
    assert not SavedSearch.objects.exists()
    assert save_search(member, "All", {"q": "briefing"}, often=Often.NEVER)


def test_what_came_while_no_mail_was_wanted_is_not_told_of_later(
    saved: SavedSearch, member: User, add: Add, reader: ScriptedReader
) -> None:
    amend_search(saved, name="Notes", note="", often=Often.NEVER, actor=member)
    before = KnownHit.objects.count()
    add(MINUTES.replace("66%", "70%"), name="later.txt", date="2024-04-01")
    amend_search(saved, name="Notes", note="", often=Often.DAILY, actor=member)
    assert KnownHit.objects.count() == before + 1
