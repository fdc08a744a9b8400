"""Mails tell of what is new in a saved search: once, and only what their reader may see when they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Person
from arising.register.bodies.operations import people_named, withhold
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation
from arising.register.obligations.operations import MailGoesNowhere, remind
from arising.register.record import operations as record
from arising.register.record.models import Source
from arising.register.search import tasks
from arising.register.search.models import Alert, KnownHit, Often, SavedSearch
from arising.register.search.operations import rebuild, save_search, send_alerts
from register.invented import MINUTES, Add

Today = Callable[[str], None]
Outbox = list[EmailMessage]
SITE = "https://register.example"


@pytest.fixture
def saved(owed: Obligation, member: User, settings: Settings) -> SavedSearch:
    """A search that a member saved on 2 April 2024, with a mail every day."""
    settings.SITE_URL = SITE
    settings.DIGEST_DAY = None
    return save_search(
        member, "Notes", {"q": "briefing", "kind": "obligation"}, often=Often.DAILY, note="For the chair"
    )


@pytest.fixture
def more(add: Add, owed: Obligation) -> Callable[..., Obligation]:
    """Add minutes with one more promise of a briefing note."""

    def put(day: str = "2024-04-02", **told: Any) -> Obligation:
        outcome = add(MINUTES.replace("66%", f"{day[-2:]}%"), name=f"{day}.txt", date=day, **told)
        return Obligation.objects.get(source=outcome.source)

    return put


def broken(*args: Any, **kwargs: Any) -> None:
    raise OSError("The mail server does not answer.")


def test_what_was_there_when_it_was_saved_is_not_new(saved: SavedSearch, today: Today, mailoutbox: Outbox) -> None:
    today("2024-04-03")
    assert remind() == []
    assert mailoutbox == []


def test_what_is_new_is_told_with_its_words_and_its_place(
    saved: SavedSearch, more: Callable[..., Obligation], member: User, today: Today, mailoutbox: Outbox
) -> None:
    one = more()
    today("2024-04-03")
    remind()
    (message,) = mailoutbox
    assert (message.to, message.subject) == ([member.email], "1 new: Notes")
    assert "Your note: For the chair" in message.body
    assert "“Officers undertook to circulate a briefing note on waiting lists before the next meeting.”" in message.body
    assert "No date given, said 1 day ago." in message.body
    assert f"{SITE}{one.get_absolute_url()}" in message.body
    assert f"{SITE}/search/?q=briefing&kind=obligation" in message.body
    assert "Minutes of all 2 meetings known to be held by 1 body are in." in message.body


def test_nothing_is_told_twice(
    saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox
) -> None:
    more()
    for day in ("2024-04-03", "2024-04-03", "2024-04-04"):
        today(day)
        remind()
    rebuild()
    today("2024-04-05")
    remind()
    assert len(mailoutbox) == 1


def test_an_answer_is_news(saved: SavedSearch, owed: Obligation, clerk: User, today: Today, mailoutbox: Outbox) -> None:
    obligations.answer(owed, "Sent", "https://x.example/note", actor=clerk)
    for day in ("2024-04-03", "2024-04-04"):
        today(day)
        remind()
    (message,) = mailoutbox
    assert "Answered, on 2 April 2024." in message.body


def test_a_weekly_mail_comes_after_a_week(
    saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox
) -> None:
    SavedSearch.objects.update(often=Often.WEEKLY)
    more()
    for day, mails in (("2024-04-08", 0), ("2024-04-09", 1), ("2024-04-15", 1), ("2024-04-16", 1)):
        today(day)
        remind()
        assert len(mailoutbox) == mails, day


def test_what_opens_later_is_new_when_it_opens(
    saved: SavedSearch, more: Callable[..., Obligation], clerk: User, today: Today, mailoutbox: Outbox
) -> None:
    one = more(audience=Audience.CLERKS)
    today("2024-04-03")
    assert remind() == []
    assert one.source
    record.set_visibility(one.source, Audience.PUBLIC, actor=clerk, why="It was public all along")
    today("2024-04-04")
    remind()
    assert len(mailoutbox) == 1


def test_what_closed_before_the_mail_left_is_not_told(
    saved: SavedSearch,
    more: Callable[..., Obligation],
    clerk: User,
    today: Today,
    mailoutbox: Outbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = more()
    today("2024-04-03")
    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", broken)
        remind()
    assert one.source
    record.set_visibility(one.source, Audience.CLERKS, actor=clerk, why="By mistake")
    remind()
    assert mailoutbox == []
    assert Alert.objects.get().sent_at is not None


def test_a_withheld_name_is_not_in_a_mail(
    saved: SavedSearch, more: Callable[..., Obligation], clerk: User, today: Today, mailoutbox: Outbox
) -> None:
    one = more()
    people_named(one.body.council, ["Gwenda Quill"], actor=None, why="For a test") if one.body else None
    obligations.amend(one, {"title": "A briefing for Gwenda Quill"}, actor=clerk, why="So it is")
    withhold(Person.objects.get(name="Gwenda Quill"), "She is a witness.", actor=clerk)
    today("2024-04-03")
    remind()
    (message,) = mailoutbox
    assert "A briefing for Name withheld" in message.body
    assert "Quill" not in message.body


def test_a_long_mail_names_the_latest_and_counts_the_rest(
    saved: SavedSearch,
    more: Callable[..., Obligation],
    today: Today,
    mailoutbox: Outbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "MOST_IN_A_MAIL", 1)
    more("2024-03-20"), more("2024-03-21")
    today("2024-04-03")
    remind()
    (message,) = mailoutbox
    assert message.subject == "2 new: Notes"
    assert "21 March 2024" in message.body
    assert "20 March 2024\n" not in message.body
    assert "And 1 more." in message.body


def test_a_dry_run_says_what_would_go_out_and_stores_nothing(
    saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox
) -> None:
    more()
    known = KnownHit.objects.count()
    today("2024-04-03")
    assert [str(one) for one in remind(dry_run=True)] == ["members@kelderdale.example: alert: Notes, 1 new"]
    assert (mailoutbox, Alert.objects.count(), KnownHit.objects.count()) == ([], 0, known)
    saved.refresh_from_db()
    assert saved.checked_on == date(2024, 4, 2)


def test_nothing_counts_as_told_where_mail_goes_nowhere(
    saved: SavedSearch, more: Callable[..., Obligation], today: Today, settings: Settings
) -> None:
    more()
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    today("2024-04-03")
    with pytest.raises(MailGoesNowhere):
        remind()
    assert not Alert.objects.exists()


def test_a_mail_that_could_not_leave_is_tried_again(
    saved: SavedSearch,
    more: Callable[..., Obligation],
    today: Today,
    mailoutbox: Outbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more()
    today("2024-04-03")

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", broken)
        remind()
    assert Alert.objects.get().sent_at is None
    today("2024-04-04")
    remind()
    assert [message.subject for message in mailoutbox] == ["1 new: Notes"]


def test_who_may_no_longer_sign_in_gets_no_mail(
    saved: SavedSearch, more: Callable[..., Obligation], member: User, today: Today, mailoutbox: Outbox
) -> None:
    more()
    User.objects.filter(pk=member.pk).update(is_active=False)
    today("2024-04-03")
    assert send_alerts() == []
    assert mailoutbox == []


def test_a_body_that_is_no_longer_seen_does_not_widen_the_search(
    saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox, clerk: User
) -> None:
    SavedSearch.objects.update(asks={"q": "briefing", "body": "no-such-body"})
    more()
    today("2024-04-03")
    assert remind() == []


def stop_link(message: EmailMessage) -> str:
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in message.body
    return link.removeprefix(SITE)


@pytest.fixture
def link(saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox) -> str:
    """The link to stop, from a mail."""
    more()
    today("2024-04-03")
    remind()
    return stop_link(mailoutbox[0])


def test_the_link_to_stop_asks_first(link: str, saved: SavedSearch, client: Client) -> None:
    assert "Stop these mails" in client.get(link).content.decode()
    saved.refresh_from_db()
    assert saved.often == Often.DAILY


def test_one_click_stops_the_mails_without_sign_in(
    link: str, saved: SavedSearch, more: Callable[..., Obligation], today: Today, mailoutbox: Outbox
) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    more("2024-03-22")
    today("2024-04-05")
    remind()
    assert len(mailoutbox) == 1
    assert SavedSearch.objects.get().often == Often.NEVER


def test_a_link_that_was_made_up_stops_nothing(link: str, saved: SavedSearch, client: Client) -> None:
    forged = link.replace(f"/{saved.pk}~", f"/{saved.pk + 1}~")
    assert forged != link
    for path in (forged, "/alerts/stop/1/", "/alerts/stop/~/"):
        assert [client.get(path).status_code, client.post(path).status_code] == [404, 404]


def test_a_source_read_anew_is_no_news(
    saved: SavedSearch, add: Add, today: Today, mailoutbox: Outbox, reader: Any
) -> None:
    reader.becomes("test-2")
    add()
    assert Source.objects.count() == 1
    today("2024-04-03")
    assert remind() == []
