"""An answer comes from who owes it or from a clerk, with evidence, and a clerk judges it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body
from arising.register.bodies.operations import set_clerkships
from arising.register.obligations import operations
from arising.register.obligations.models import Judgement, Obligation, Origin, Progress
from arising.register.obligations.queries.lists import state_today
from arising.register.obligations.states import Standing
from arising.register.record.models import Commitment, Figure, Source
from register.invented import PROMISE, Add

LINK = "https://kelderdale.example/briefing-note"
Today = Callable[[str], None]


def standing(owed: Obligation) -> Standing:
    return state_today(Obligation.objects.get(pk=owed.pk)).standing


def place(finding: Figure | Commitment) -> str:
    assert finding.item
    return f"{finding.item.get_absolute_url()}#{finding.anchor}"


def test_the_officer_who_owes_it_answers_with_a_link(owed: Obligation, director: User) -> None:
    given = operations.answer(owed, "The note was sent.", LINK, actor=director)
    assert (given.link, given.given_by, given.answered_on) == (LINK, director, date(2024, 4, 2))
    assert standing(owed) is Standing.ANSWERED


def test_an_answer_after_its_day_is_late(owed: Obligation, clerk: User) -> None:
    operations.amend(owed, {"due": date(2024, 4, 1)}, actor=clerk, why="Agreed")
    operations.answer(owed, "The note was sent.", LINK, actor=clerk)
    assert standing(owed) is Standing.ANSWERED_LATE


def test_an_officer_who_does_not_owe_it_may_not_answer(owed: Obligation, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.answer(owed, "The note was sent.", LINK, actor=officer)


def test_an_officer_to_whom_it_was_given_may_answer(owed: Obligation, officer: User, clerk: User) -> None:
    operations.amend(owed, {"officer": officer}, actor=clerk, why="Works on it")
    operations.answer(Obligation.objects.get(), "The note was sent.", LINK, actor=officer)
    assert standing(owed) is Standing.ANSWERED


def test_an_officer_who_answers_for_the_post_no_longer_may_not_answer(owed: Obligation, director: User) -> None:
    operations.dismiss(director.answers_for.get(), actor=None, why="Left")
    with pytest.raises(PermissionDenied):
        operations.answer(owed, "The note was sent.", LINK, actor=director)


@pytest.mark.parametrize(
    ("text", "evidence", "field"),
    [
        ("Sent", "", "evidence"),
        ("Sent", "see my e-mail", "evidence"),
        ("Sent", "javascript:alert(1)", "evidence"),
        ("Sent", "/sources/999/", "evidence"),
        ("Sent", "/nowhere/at/all/", "evidence"),
        ("Sent", "/figures/", "evidence"),
        ("Sent", "http://[half", "evidence"),
        (" ", LINK, "text"),
    ],
)
def test_an_answer_without_words_or_evidence_is_refused_in_one_line(
    owed: Obligation, director: User, text: str, evidence: str, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        operations.answer(owed, text, evidence, actor=director)
    assert list(refused.value.message_dict) == [field]
    assert len(refused.value.messages) == 1
    assert not owed.answers.exists()


def test_a_source_in_the_register_is_evidence(owed: Obligation, director: User) -> None:
    source = Source.objects.get()
    given = operations.answer(owed, "See the minutes.", source.get_absolute_url(), actor=director)
    assert (given.source, given.quote) == (source, "")


def test_the_words_of_a_minute_are_evidence_word_for_word(owed: Obligation, director: User) -> None:
    figure = Figure.objects.get()
    given = operations.answer(owed, "It was given.", f"http://testserver{place(figure)}", actor=director)
    assert (given.quote, given.source, given.item) == (figure.quote, figure.source, figure.item)
    assert given.anchor == figure.anchor


def test_the_words_of_the_promise_do_not_show_that_it_was_kept(owed: Obligation, director: User) -> None:
    with pytest.raises(ValidationError, match="obligation itself"):
        operations.answer(owed, "It was given.", place(Commitment.objects.get(quote=PROMISE)), actor=director)


def test_what_an_officer_may_not_see_is_no_evidence_of_theirs(owed: Obligation, director: User, add: Add) -> None:
    secret = add(text="Something else altogether.\n", name="secret.txt", audience=Audience.CLERKS, date="2024-04-01")
    with pytest.raises(ValidationError, match="Nothing in this register"):
        operations.answer(owed, "It was given.", secret.source.get_absolute_url(), actor=director)


def test_only_a_clerk_gives_an_answer_another_day_and_none_gives_one_to_come(
    owed: Obligation, director: User, clerk: User
) -> None:
    with pytest.raises(PermissionDenied):
        operations.answer(owed, "Sent", LINK, actor=director, on=date(2024, 3, 20))
    with pytest.raises(ValidationError, match="still to come"):
        operations.answer(owed, "Sent", LINK, actor=clerk, on=date(2024, 4, 3))
    assert operations.answer(owed, "Sent", LINK, actor=clerk, on=date(2024, 3, 20)).answered_on == date(2024, 3, 20)


def test_an_answer_that_is_not_enough_leaves_it_owed(owed: Obligation, director: User, clerk: User) -> None:
    given = operations.answer(owed, "Sent", LINK, actor=director)
    operations.judge(given, Judgement.NOT_ENOUGH, actor=clerk, why="The note says nothing of waiting lists.")
    assert standing(owed) is Standing.NO_DATE
    operations.judge(given, Judgement.ACCEPTED, actor=clerk)
    assert standing(owed) is Standing.ANSWERED


def test_the_earliest_answer_that_stands_tells_whether_it_was_late(
    owed: Obligation, director: User, clerk: User, today: Today
) -> None:
    first = operations.answer(owed, "Sent", LINK, actor=director)
    today("2024-05-01")
    operations.answer(owed, "Sent again", LINK, actor=director)
    operations.judge(first, Judgement.NOT_ENOUGH, actor=clerk, why="Empty")
    owed.refresh_from_db()
    assert owed.answered_on == date(2024, 5, 1)


def test_saying_that_an_answer_is_not_enough_needs_a_reason_and_a_clerk(
    owed: Obligation, director: User, clerk: User
) -> None:
    given = operations.answer(owed, "Sent", LINK, actor=director)
    with pytest.raises(ValidationError, match="still missing"):
        operations.judge(given, Judgement.NOT_ENOUGH, actor=clerk)
    with pytest.raises(PermissionDenied):
        operations.judge(given, Judgement.ACCEPTED, actor=director)


def test_what_was_withdrawn_is_not_answered(owed: Obligation, director: User, clerk: User) -> None:
    operations.withdraw(owed, reason="Overtaken", actor=clerk)
    with pytest.raises(ValidationError, match="owed no more"):
        operations.answer(owed, "Sent", LINK, actor=director)


def test_progress_stands_on_the_page_and_answers_nothing(owed: Obligation, director: User, client: Client) -> None:
    operations.say_progress(owed, "A draft is with the service.", actor=director)
    assert standing(owed) is Standing.NO_DATE
    client.force_login(director)
    page = " ".join(client.get(owed.get_absolute_url()).content.decode().split())
    assert "<strong>Progress</strong> on 2 April 2024: A draft is with the service." in page


def test_the_public_reads_no_progress(owed: Obligation, director: User, client: Client) -> None:
    operations.say_progress(owed, "A draft is with the service.", actor=director)
    assert "A draft" not in client.get(owed.get_absolute_url()).content.decode()


def test_an_officer_who_does_not_owe_it_may_not_say_how_far_it_has_come(owed: Obligation, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.say_progress(owed, "A draft is with the service.", actor=officer)


def test_progress_is_written_on_its_page(owed: Obligation, director: User, client: Client) -> None:
    client.force_login(director)
    path = f"{owed.get_absolute_url()}progress/"
    assert client.post(path, {"text": "A draft.", "version": owed.version}).status_code == 302
    assert client.post(path, {"text": "", "version": owed.version + 1}).status_code == 200
    assert [said.text for said in Progress.objects.all()] == ["A draft."]


def test_nothing_is_said_of_how_far_something_has_come_that_is_owed_no_more(owed: Obligation, clerk: User) -> None:
    operations.withdraw(owed, reason="A mistake", actor=clerk)
    with pytest.raises(ValidationError, match="owed no more"):
        operations.say_progress(owed, "A draft.", actor=clerk)


def test_who_writes_on_an_older_version_than_the_progress_is_told(owed: Obligation, director: User) -> None:
    before = owed.version
    operations.say_progress(owed, "A draft.", actor=director)
    with pytest.raises(operations.Changed, match="Dee Rector changed this"):
        operations.answer(owed, "It was sent.", LINK, actor=director, version=before)


@pytest.fixture
def clerk_of_one(committee: Body) -> User:
    user = add_user("one@kelderdale.example", Role.CLERK, actor=None, why="For a test")
    set_clerkships(user, bodies=[committee], actor=None, why="For a test")
    return user


def test_a_clerk_of_one_body_extends_what_was_added_to_it_by_hand(committee: Body, clerk_of_one: User) -> None:
    duty = operations.add(Origin.DUTY, "A report", committee, due=date(2024, 5, 1), actor=clerk_of_one, why="Law")
    operations.extend(duty, date(2024, 6, 1), reason="Agreed", actor=clerk_of_one)
    assert Obligation.objects.get(pk=duty.pk).extended_to == date(2024, 6, 1)


def test_a_clerk_of_one_body_reads_the_answers_that_wait_for_them(
    owed: Obligation, director: User, clerk_of_one: User, client: Client
) -> None:
    operations.answer(owed, "The note was sent.", LINK, actor=director)
    client.force_login(clerk_of_one)
    assert "The note was sent." in client.get(owed.get_absolute_url()).content.decode()
