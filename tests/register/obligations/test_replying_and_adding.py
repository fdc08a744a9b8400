"""The executive's reply to a recommendation, and what is added by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Post
from arising.register.obligations import operations, queries
from arising.register.obligations.models import Obligation, Origin, Reply, Response
from arising.register.obligations.queries.lists import state_today
from arising.register.obligations.states import Standing
from register.invented import DECISION, Add, ScriptedReader
from register.obligations.conftest import DIRECTOR

LINK = "https://kelderdale.example/cabinet/reply"


@pytest.fixture
def recommended(owed: Obligation, add: Add, reader: ScriptedReader) -> Obligation:
    """A recommendation to the Cabinet of 5 March 2024, due on 4 May 2024."""
    reader.becomes("test-2", decisions=[(DECISION, {"action": "recommend", "addressee": "the Cabinet"})])
    add()
    return Obligation.objects.get(origin=Origin.RECOMMENDATION)


def standing(owed: Obligation) -> Standing:
    return state_today(Obligation.objects.get(pk=owed.pk)).standing


def test_an_accepted_recommendation_is_answered_and_what_will_be_done_is_owed(
    recommended: Obligation, clerk: User
) -> None:
    given = operations.reply(
        recommended, Response.ACCEPTED, evidence=LINK, will_do="Start a campaign", by_whom=DIRECTOR,
        by_when=date(2024, 9, 30), actor=clerk,
    )  # fmt: skip
    assert standing(recommended) is Standing.ANSWERED
    follow_up = given.follow_up
    assert follow_up
    assert (follow_up.title, follow_up.due) == ("Start a campaign", date(2024, 9, 30))
    assert follow_up.owner == Post.objects.get(name=DIRECTOR)
    assert standing(follow_up) is Standing.OPEN


def test_what_follows_from_a_reply_is_seen_by_whoever_may_see_the_recommendation(
    recommended: Obligation, clerk: User
) -> None:
    source = recommended.source
    assert source
    source.audience = Audience.MEMBERS
    source.save()
    given = operations.reply(recommended, Response.PARTLY, evidence=LINK, will_do="Half of it", actor=clerk)
    seen = {audience: Obligation.objects.visible_to(audience) for audience in (None, clerk)}
    assert not seen[None].filter(follows=given).exists()
    assert seen[clerk].filter(follows=given).exists()


def test_the_impact_of_what_was_accepted_is_checked_six_months_later(recommended: Obligation, clerk: User) -> None:
    given = operations.reply(recommended, Response.ACCEPTED, evidence=LINK, will_do="A campaign", actor=clerk)
    assert given.impact_due == date(2024, 10, 2)
    operations.record_impact(given, "Twelve new carers came.", actor=clerk)
    assert Reply.objects.get().impact == "Twelve new carers came."


def test_a_deferred_recommendation_stays_open(recommended: Obligation, clerk: User) -> None:
    operations.reply(recommended, Response.DEFERRED, evidence=LINK, reason="After the budget", actor=clerk)
    assert standing(recommended) is Standing.OPEN


@pytest.mark.parametrize(
    ("response", "told"),
    [
        (Response.ACCEPTED, {}),
        (Response.PARTLY, {"reason": "Some of it"}),
        (Response.REJECTED, {"will_do": "Nothing"}),
        (Response.DEFERRED, {}),
        (Response.REJECTED, {"reason": "No money", "on": date(2024, 4, 3)}),
    ],
)
def test_a_reply_that_lacks_what_its_kind_needs_is_refused(
    recommended: Obligation, clerk: User, response: Response, told: dict[str, str]
) -> None:
    with pytest.raises(ValidationError):
        operations.reply(recommended, response, evidence=LINK, actor=clerk, **told)  # type: ignore[arg-type]
    assert not Reply.objects.exists()
    assert Obligation.objects.filter(origin=Origin.UNDERTAKING).count() == 1


def test_an_undertaking_has_no_reply(owed: Obligation, clerk: User) -> None:
    with pytest.raises(ValidationError, match="Answer this one instead"):
        operations.reply(owed, Response.REJECTED, evidence=LINK, reason="No", actor=clerk)


def test_a_members_document_request_is_due_after_ten_clear_working_days(committee: Body, clerk: User) -> None:
    one = operations.add(
        Origin.DOCUMENT_REQUEST, "The contract", committee, received_on=date(2024, 3, 20), actor=clerk, why="Asked"
    )
    assert one.due == date(2024, 4, 8)
    assert "regulation 17" in one.due_how


def test_a_gate_is_due_the_day_before_the_decision_that_it_holds_up(committee: Body, clerk: User) -> None:
    one = operations.add(
        Origin.GATE, "The Committee sees the plan", committee, holds_up="The plan, at Cabinet",
        holds_up_on=date(2024, 6, 11), actor=clerk, why="Agreed",
    )  # fmt: skip
    assert one.due == date(2024, 6, 10)


def test_what_is_added_by_hand_is_confirmed_and_stands_in_the_list(committee: Body, clerk: User) -> None:
    one = operations.add(Origin.DUTY, "Annual report", committee, due=date(2024, 7, 1), actor=clerk, why="The law")
    assert one.is_confirmed
    assert one in [line.obligation for line in queries.every_line(None)]


def test_what_is_added_for_clerks_is_seen_by_clerks_alone(committee: Body, clerk: User, member: User) -> None:
    one = operations.add(Origin.DUTY, "Hush", committee, actor=clerk, why="The law", seen=Seen(Audience.CLERKS))
    assert one in Obligation.objects.visible_to(clerk)
    assert one not in Obligation.objects.visible_to(member)


@pytest.mark.parametrize(
    ("origin", "title"),
    [(Origin.DUTY, " "), (Origin.GATE, "A plan"), (Origin.BETWEEN_BODIES, "It"), (Origin.DOCUMENT_REQUEST, "It")],
)
def test_what_lacks_what_its_kind_needs_is_not_added(committee: Body, clerk: User, origin: Origin, title: str) -> None:
    before = Obligation.objects.count()
    with pytest.raises(ValidationError):
        operations.add(origin, title, committee, actor=clerk, why="Law")
    assert Obligation.objects.count() == before


def test_only_a_clerk_adds_by_hand_and_says_who_answers_for_a_post(committee: Body, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add(Origin.DUTY, "Report", committee, actor=officer, why="Law")
    with pytest.raises(PermissionDenied):
        operations.appoint(officer, Post.objects.get(name=DIRECTOR), actor=officer, why="Me")


def test_an_impact_is_asked_for_from_its_day_until_it_was_found(
    recommended: Obligation, clerk: User, today: Callable[[str], None], client: Client
) -> None:
    given = operations.reply(recommended, Response.ACCEPTED, evidence=LINK, will_do="A campaign", actor=clerk)
    today("2024-10-01")
    assert queries.impact_to_check(None) == []
    today("2024-10-02")
    assert queries.impact_to_check(None) == [given]
    assert "to be checked since 2 October 2024" in client.get("/obligations/").content.decode()
    operations.record_impact(given, "Twelve new carers came.", actor=clerk)
    assert queries.impact_to_check(None) == []


def test_an_impact_is_not_asked_of_who_may_not_see_the_recommendation(
    recommended: Obligation, clerk: User, today: Callable[[str], None]
) -> None:
    operations.reply(recommended, Response.ACCEPTED, evidence=LINK, will_do="A campaign", actor=clerk)
    source = recommended.source
    assert source
    source.audience = Audience.CLERKS
    source.save()
    today("2024-10-02")
    assert (len(queries.impact_to_check(None)), len(queries.impact_to_check(clerk))) == (0, 1)
