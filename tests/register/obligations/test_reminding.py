"""Mails go out before and after the date, once for each occasion, to those who may see what they tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import body_named, set_clerkships
from arising.register.obligations import operations
from arising.register.obligations.models import Digest, Judgement, Obligation, Reminder
from arising.register.obligations.operations import MailGoesNowhere, remind

Today = Callable[[str], None]
Outbox = list[EmailMessage]
DUE = date(2024, 6, 28)


@pytest.fixture
def dated(owed: Obligation, director: User, settings: Settings) -> Obligation:
    """Due on 28 June 2024, with an officer who answers for it, and no digest."""
    settings.SITE_URL = "https://register.example"
    settings.DIGEST_DAY = None
    operations.amend(owed, {"due": DUE}, actor=None, why="For a test")
    owed.refresh_from_db()
    return owed


def said(mailoutbox: Outbox) -> list[str]:
    return [str(message.subject) for message in mailoutbox]


@pytest.mark.parametrize(
    ("day", "occasion"),
    [
        ("2024-06-13", None), ("2024-06-14", "before-14"), ("2024-06-24", "before-14"), ("2024-06-25", "before-3"),
        ("2024-06-28", "before-3"), ("2024-06-29", "after-1"), ("2024-07-11", "after-1"), ("2024-07-12", "after-14"),
        ("2025-06-01", "after-84"),
    ],
)  # fmt: skip
def test_a_reminder_is_due_at_the_last_threshold_that_has_passed(
    dated: Obligation, today: Today, day: str, occasion: str | None
) -> None:
    today(day)
    assert [one.occasion for one in remind(dry_run=True)] == ([occasion] if occasion else [])


def test_a_reminder_names_the_date_of_the_page_and_links_to_it(
    dated: Obligation, director: User, today: Today, mailoutbox: Outbox, client: Client
) -> None:
    today("2024-06-14")
    remind()
    (message,) = mailoutbox
    assert (message.to, message.subject) == ([director.email], "An answer is due soon")
    assert "Due: 28 June 2024. Due in 14 days." in message.body
    address = f"/obligations/{dated.pk}/"
    assert f"https://register.example{address}answer/" in message.body
    assert "https://register.example/my/obligations/" in message.body
    assert "28 June 2024" in client.get(address).content.decode()
    assert client.get(f"{address}answer/")["Location"].endswith(f"?next={address}answer/")
    client.force_login(director)
    assert client.get(f"{address}answer/")["Location"] == f"{address}#answer"


def test_no_reminder_goes_out_twice_for_one_occasion(dated: Obligation, today: Today, mailoutbox: Outbox) -> None:
    for day in ("2024-06-14", "2024-06-14", "2024-06-20", "2024-06-25", "2024-06-26", "2024-06-29", "2024-06-30"):
        today(day)
        remind()
    assert said(mailoutbox) == ["An answer is due soon", "An answer is due soon", "Overdue: an answer is owed"]


def test_after_an_extension_nothing_is_sent_until_the_new_date_is_over(
    dated: Obligation, clerk: User, today: Today, mailoutbox: Outbox
) -> None:
    operations.extend(dated, date(2024, 9, 2), reason="Holidays", actor=clerk)
    for day in ("2024-06-29", "2024-08-25", "2024-09-02"):
        today(day)
        remind()
    assert mailoutbox == []
    today("2024-09-03")
    remind()
    assert "Due: 2 September 2024. Overdue by 1 day." in mailoutbox[0].body


def test_what_was_answered_or_ended_is_not_asked_for(
    dated: Obligation, clerk: User, today: Today, mailoutbox: Outbox
) -> None:
    today("2024-06-29")
    given = operations.answer(dated, "Sent", "https://x.example/a", actor=clerk)
    remind()
    operations.judge(given, Judgement.NOT_ENOUGH, actor=clerk, why="Empty")
    operations.withdraw(dated, reason="Overtaken", actor=clerk)
    remind()
    assert mailoutbox == []


def test_who_may_not_see_it_is_not_written_to(
    dated: Obligation, director: User, today: Today, mailoutbox: Outbox
) -> None:
    source = dated.source
    assert source
    source.audience = Audience.CLERKS
    source.save()
    today("2024-06-29")
    assert remind() == []
    assert mailoutbox == []


def test_the_officer_it_was_given_to_is_written_to_in_place_of_the_posts(
    dated: Obligation, officer: User, today: Today, mailoutbox: Outbox
) -> None:
    operations.amend(dated, {"officer": officer}, actor=None, why="Works on it")
    today("2024-06-29")
    remind()
    assert [message.to for message in mailoutbox] == [[officer.email]]


def test_several_that_are_due_make_one_mail(
    dated: Obligation, director: User, today: Today, mailoutbox: Outbox
) -> None:
    assert dated.body
    operations.add(
        operations.adding.Origin.DUTY, "A report", dated.body, owner=dated.owner, due=date(2024, 7, 3), actor=None,
        why="Law",
    )  # fmt: skip
    today("2024-06-29")
    remind()
    (message,) = mailoutbox
    assert message.subject == "2 answers are owed, 1 overdue"
    assert message.body.index("Briefing note") < message.body.index("A report")


def test_a_dry_run_says_what_would_go_out_and_sends_and_stores_nothing(
    dated: Obligation, today: Today, mailoutbox: Outbox
) -> None:
    today("2024-06-29")
    out = StringIO()
    call_command("remind", "--dry-run", stdout=out)
    assert out.getvalue() == "director@kelderdale.example: after-1: Briefing note, due 28 June 2024\n"
    assert (mailoutbox, Reminder.objects.count()) == ([], 0)


def test_a_mail_that_could_not_leave_is_tried_again(
    dated: Obligation, today: Today, mailoutbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    today("2024-06-29")

    def broken(*args: Any, **kwargs: Any) -> None:
        raise OSError("The mail server does not answer.")

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", broken)
        remind()
    assert Reminder.objects.get().sent_at is None
    today("2024-06-30")
    remind()
    assert said(mailoutbox) == ["Overdue: an answer is owed"]
    assert Reminder.objects.get().sent_at is not None


def test_nothing_counts_as_sent_where_mail_goes_nowhere(dated: Obligation, today: Today, settings: Settings) -> None:
    today("2024-06-29")
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(MailGoesNowhere, match="Set EMAIL_BACKEND"):
        remind()
    assert len(remind(dry_run=True)) == 1
    assert not Reminder.objects.exists()


def test_the_digest_goes_to_clerks_once_a_week_from_its_day(
    dated: Obligation, clerk: User, today: Today, settings: Settings, mailoutbox: Outbox
) -> None:
    settings.DIGEST_DAY = 1
    settings.REMIND_AFTER = []
    for day in ("2024-07-01", "2024-07-02", "2024-07-02", "2024-07-05", "2024-07-08"):
        today(day)
        remind()
    assert [(message.to, message.subject) for message in mailoutbox] == [([clerk.email], "What is owed this week")]
    assert "1 is owed, 1 is overdue, by 4 days." in mailoutbox[0].body
    assert Digest.objects.get().week == date(2024, 7, 1)


def test_a_digest_tells_a_clerk_of_the_bodies_they_serve_alone(
    dated: Obligation, today: Today, settings: Settings, mailoutbox: Outbox
) -> None:
    settings.DIGEST_DAY, settings.REMIND_AFTER = 0, []
    own, other = (
        add_user(f"{name}@kelderdale.example", Role.CLERK, actor=None, why="For a test") for name in ("own", "other")
    )
    assert dated.body
    elsewhere = body_named(dated.body.council, "Roads Committee", actor=None, why="For a test")
    set_clerkships(own, bodies=[dated.body], actor=None, why="For a test")
    set_clerkships(other, bodies=[elsewhere], actor=None, why="For a test")
    today("2024-07-01")
    remind()
    assert [message.to for message in mailoutbox] == [[own.email]]


def test_no_digest_goes_out_where_nothing_is_owed(
    dated: Obligation, clerk: User, today: Today, settings: Settings, mailoutbox: Outbox
) -> None:
    settings.DIGEST_DAY = 0
    operations.withdraw(dated, reason="Overtaken", actor=clerk)
    remind()
    assert mail.outbox == []
