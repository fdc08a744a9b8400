"""Many findings of one rule confirmed together, and what rejections teach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.obligations.models import Obligation
from arising.register.record import queries
from arising.register.record.models import Commitment, Decision, Figure, ReviewStep, State
from arising.register.record.operations import Outcome, amend, confirm, confirm_many, merge, reject, reopen, take_back
from arising.register.record.versions import version
from register.invented import ScriptedReader
from register.record.review.desk import DESK, ONE, OTHER, promise, request, text_of

Minutes = Callable[..., Outcome]
TOGETHER = "/review/rules/together/?kind=decision&rule=test-decisions"


def shown() -> dict[int, str]:
    return {each.pk: version(each) for each in Decision.objects.all()}


def line(user: User, kind: str) -> queries.RuleLine:
    return next(each for each in queries.review_rules(user) if each.kind == kind)


def test_a_rule_is_told_with_what_became_of_its_findings(minutes: Minutes, clerk: User) -> None:
    minutes()
    minutes(DESK.replace("Ofsted", "Transport"), "second.txt", date="2024-04-05")
    first, second, third, _ = Decision.objects.order_by("pk")
    confirm(first, actor=clerk)
    amend(second, {"addressee": "the Board"}, actor=clerk, why="Checked")
    reject(third, actor=clerk, why="None")
    told = line(clerk, "decision")
    assert (told.rule, told.proposed, told.confirmed, told.amended, told.rejected) == ("test-decisions", 1, 1, 1, 1)
    assert (told.decided, round(told.right, 2), round(told.wrong, 2)) == (3, 0.33, 0.33)


def test_a_part_that_was_merged_is_no_rejection(minutes: Minutes, clerk: User) -> None:
    minutes()
    merge(request(), Decision.objects.get(quote=OTHER), actor=clerk)
    assert (line(clerk, "decision").rejected, line(clerk, "decision").amended) == (0, 1)


def test_many_are_confirmed_in_one_step_and_taken_back_in_one(minutes: Minutes, clerk: User) -> None:
    minutes()
    before = shown()
    done = confirm_many(Decision, before, actor=clerk)
    assert (done.confirmed, done.left, ReviewStep.objects.count()) == (2, 0, 1)
    assert set(Decision.objects.values_list("state", "decided_by")) == {(State.CONFIRMED, clerk.pk)}
    assert request().history.latest().history_user == clerk
    take_back(queries.last_steps(clerk)[0].step, actor=clerk)
    assert shown() == before


def test_what_was_changed_since_it_was_shown_is_left(minutes: Minutes, clerk: User) -> None:
    minutes()
    before = shown()
    reopen(amend(request(), {"addressee": "the Board"}, actor=None, why="Checked"), actor=None)
    done = confirm_many(Decision, before, actor=clerk)
    assert (done.confirmed, done.left, request().state) == (1, 1, State.PROPOSED)


def test_a_batch_of_which_one_was_changed_since_is_not_taken_back_in_part(
    minutes: Minutes, clerk: User, client: Client
) -> None:
    minutes()
    confirm_many(Decision, shown(), actor=clerk)
    amend(Decision.objects.get(quote=OTHER), {"addressee": "the Board"}, actor=None, why="Checked")
    client.force_login(clerk)
    assert client.post(f"/review/undo/{ReviewStep.objects.get().pk}/").status_code == 409
    assert request().state == State.CONFIRMED


def test_the_page_shows_every_quote_before_it_is_confirmed(desk: Client) -> None:
    page = text_of(desk.get(TOGETHER))
    assert ONE in page
    assert OTHER in page
    assert "Nobody has decided on any finding of this rule yet" in page


def test_only_those_are_shown_of_which_the_reader_was_sure_enough(desk: Client) -> None:
    Decision.objects.filter(action="request").update(confidence=0.6)
    page = text_of(desk.get(f"{TOGETHER}&at_least=80"))
    assert ONE not in page
    assert OTHER in page


def test_what_is_unticked_is_not_confirmed(desk: Client) -> None:
    answer = desk.post(TOGETHER, {"finding": f"{request().pk}:{version(request())}"})
    assert answer.headers["Location"] == "/review/rules/"
    assert sorted(Decision.objects.values_list("state", flat=True)) == ["confirmed", "proposed"]


def test_the_page_says_how_many_were_left(desk: Client) -> None:
    told = [f"{pk}:{each}" for pk, each in shown().items()]
    amend(request(), {"addressee": "the Board"}, actor=None, why="Checked")
    answer = desk.post(TOGETHER, {"finding": told})
    assert "1 finding left as they are" in text_of(desk.get(answer.headers["Location"]))


@pytest.mark.parametrize("told", [{}, {"finding": "nothing"}, {"finding": "9" * 30 + ":x"}])
def test_confirming_nothing_is_refused_in_words(desk: Client, told: dict[str, str]) -> None:
    answer = desk.post(TOGETHER, told)
    assert (answer.status_code, "Leave at least one finding ticked" in text_of(answer)) == (200, True)


def test_a_finding_of_another_kind_or_rule_is_not_confirmed_with_them(desk: Client) -> None:
    figure = Figure.objects.get(value=66)
    Obligation.objects.all().delete()
    Decision.objects.all().delete()
    desk.post(TOGETHER, {"finding": f"{figure.pk}:{version(figure)}"})
    assert not Figure.objects.exclude(state=State.PROPOSED).exists()


def test_a_rule_that_found_nothing_has_no_page(desk: Client) -> None:
    assert desk.get("/review/rules/together/?kind=decision&rule=no-such").status_code == 404
    assert desk.get("/review/rules/together/").status_code == 404


def test_the_rules_of_one_meeting_are_told_by_themselves(desk: Client, minutes: Minutes) -> None:
    minutes(DESK.replace("Ofsted", "Transport"), "second.txt", date="2024-04-05")
    told = queries.review_rules(
        desk.get("/review/").wsgi_request.user, queries.Desk("childrens-committee", "2024-04-05")
    )
    assert {each.kind: each.proposed for each in told} == {"commitment": 1, "decision": 2, "exchange": 1, "figure": 2}


def test_what_was_rejected_is_not_proposed_from_another_source_of_the_item(minutes: Minutes, clerk: User) -> None:
    minutes()
    reject(promise(), actor=clerk, why="Nobody is bound by it")
    minutes(DESK + "\nApproved as a true record.\n", "approved.txt")
    assert list(Commitment.objects.values_list("state", "decided_by")) == [(State.REJECTED, clerk.pk)] * 2
    second = Commitment.objects.get(source__name="approved.txt")
    assert second.history.latest().history_change_reason == "Rejected before, in minutes.txt"


def test_the_same_words_in_another_item_are_proposed(minutes: Minutes, clerk: User) -> None:
    minutes()
    reject(promise(), actor=clerk, why="Nobody is bound by it")
    minutes(DESK.replace("Ofsted", "Transport"), "second.txt", date="2024-04-05")
    assert Commitment.objects.get(source__name="second.txt").state == State.PROPOSED


def test_rejecting_rejects_the_same_words_in_the_other_sources_of_the_item(minutes: Minutes, clerk: User) -> None:
    minutes()
    minutes(DESK + "\nApproved as a true record.\n", "approved.txt")
    first, _ = Commitment.objects.order_by("pk")
    reject(first, actor=clerk, why="Nobody is bound by it")
    assert not Commitment.objects.standing().exists()
    take_back(queries.last_steps(clerk)[0].step, actor=clerk)
    assert Commitment.objects.filter(state=State.PROPOSED).count() == 2


def test_what_a_person_confirmed_elsewhere_is_not_rejected_with_it(minutes: Minutes, clerk: User) -> None:
    minutes()
    minutes(DESK + "\nApproved as a true record.\n", "approved.txt")
    first, second = Commitment.objects.order_by("pk")
    confirm(second, actor=clerk)
    reject(first, actor=clerk, why="Nobody is bound by it")
    second.refresh_from_db()
    assert second.state == State.CONFIRMED


def test_what_is_an_obligation_stays_when_the_source_is_read_again(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    confirm(promise(), actor=clerk, is_obligation=True)
    reader.becomes("test-2", commitments=[(promise().quote, {"owner": "Nobody"})])
    minutes()
    assert (promise().is_obligation, promise().owner) == (True, "Officers")
