"""What following proposes is kept, and what people said of it is never lost."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.matters.models import LINKS, Closure, Disagreement, LinkState, Suggestion
from arising.register.matters.operations import confirm, propose, reject
from arising.register.record.models import Commitment, DocumentText, Topic
from arising.register.record.operations import reject as reject_finding
from following.invented import JUNE, MARCH, OCTOBER
from register.matters.conftest import Put

START = "would start work on the footbridge next week"


def closure(effect: str) -> Closure:
    return Closure.objects.filter(commitment__quote__contains=START, effect=effect).order_by("-score")[0]


def test_links_of_every_kind_are_proposed(council: Council) -> None:
    assert [model._default_manager.filter(state="proposed", likely=True).exists() for model in LINKS] == [
        True,
        True,
        True,
    ]


def test_a_link_says_why(bridges: Suggestion) -> None:
    assert "“stone masons”" in bridges.reasons[0]


def test_the_evidence_of_a_closure_stands_in_the_text_it_is_said_to_stand_in(council: Council) -> None:
    for one in Closure.objects.all():
        text = DocumentText.objects.get(reading=one.reading).text
        assert text[one.start : one.end] == one.quote


def test_what_slipped_and_what_was_answered_is_told_apart(council: Council) -> None:
    assert "a delay of their arrival" in closure("slipped").quote
    assert "were all at work on the footbridge" in closure("answered").quote


def test_following_again_changes_nothing(council: Council) -> None:
    before = {model: list(model._default_manager.order_by("pk").values()) for model in LINKS}
    propose(council)
    assert {model: list(model._default_manager.order_by("pk").values()) for model in LINKS} == before


def test_what_was_rejected_is_not_proposed_again(council: Council, bridges: Suggestion, clerk: User) -> None:
    reject(bridges, actor=clerk, why="Two bridges")
    propose(council)
    found = Suggestion.objects.get(a=bridges.a, b=bridges.b)
    assert (found.pk, found.state) == (bridges.pk, LinkState.REJECTED)


def test_a_proposal_that_is_found_no_more_goes(council: Council, clerk: User) -> None:
    commitment = Commitment.objects.get(quote__contains=START)
    reject_finding(commitment, actor=clerk, why="No promise")
    propose(council)
    assert not Closure.objects.filter(commitment=commitment).exists()


def test_what_a_person_confirmed_stays_though_it_is_found_no_more(council: Council, put: Put, clerk: User) -> None:
    kept = confirm(closure("slipped"), actor=clerk)
    put("The Committee met in private.\n", "2030-06-04")
    propose(council)
    kept.refresh_from_db()
    assert kept.state == LinkState.CONFIRMED
    assert kept.reading.document.text[kept.start : kept.end] == kept.quote


def test_confirmed_evidence_follows_its_words_into_a_new_reading(council: Council, put: Put, clerk: User) -> None:
    kept = confirm(closure("slipped"), actor=clerk)
    put("A line that was left out before.\n\n" + JUNE, "2030-06-04")
    propose(council)
    kept.refresh_from_db()
    assert kept.reading.current
    assert kept.reading.document.text[kept.start : kept.end] == kept.quote


def test_a_heading_that_a_person_amended_is_the_one_that_is_followed(council: Council, clerk: User) -> None:
    from arising.register.record.operations import amend

    topic = Topic.objects.get(heading="Masonry")
    amend(topic, {"heading": "Stone masons from Portugal"}, actor=clerk, why="Clearer")
    propose(council)
    assert Suggestion.objects.filter(b=topic, likely=True).exists() or Suggestion.objects.filter(a=topic).exists()


def test_the_history_of_a_link_begins_with_what_a_person_says(bridges: Suggestion, clerk: User) -> None:
    assert changes(bridges) == []
    told = changes(reject(bridges, actor=clerk, why="Two bridges"))
    assert [(one["who"], one["why"]) for one in told] == [(clerk, "Two bridges")]


def test_only_a_clerk_proposes(council: Council, member: User) -> None:
    with pytest.raises(PermissionDenied):
        propose(council, actor=member)


def test_councils_are_followed_each_by_itself(council: Council, put: Put) -> None:
    before = Suggestion.objects.count()
    put(OCTOBER, "2030-10-01", council="Another", name="other.txt")
    propose(Council.objects.get(name="Another"))
    assert Suggestion.objects.count() == before


def test_figures_that_differ_are_a_question(council: Council) -> None:
    question = Disagreement.objects.get(before__value=88)
    assert question.after.value == 66
    assert question.question.endswith("?")


def test_a_source_that_is_new_is_followed_alone_and_what_was_there_stays(put: Put, clerk: User) -> None:
    for text, day in ((MARCH, "2030-03-05"), (JUNE, "2030-06-04"), ("Nothing was said of it.\n", "2030-07-02")):
        put(text, day)
    council = Council.objects.get()
    propose(council)
    before = set(Suggestion.objects.values_list("pk", flat=True))
    late = put(OCTOBER, "2030-10-01")
    propose(council, new={late.pk})
    assert before
    assert before <= set(Suggestion.objects.values_list("pk", flat=True))
    assert "were all at work on the footbridge" in closure("answered").quote
    assert closure("slipped").source.meeting.date == "2030-06-04"


def test_what_is_followed_alone_is_what_is_found_of_it_among_all(put: Put) -> None:
    for text, day in ((MARCH, "2030-03-05"), (JUNE, "2030-06-04"), ("Nothing was said of it.\n", "2030-07-02")):
        put(text, day)
    council = Council.objects.get()
    propose(council)
    propose(council, new={put(OCTOBER, "2030-10-01").pk})
    alone = {(one.a_id, one.b_id) for one in Suggestion.objects.filter(likely=True)}
    propose(council)
    assert alone == {(one.a_id, one.b_id) for one in Suggestion.objects.filter(likely=True)}
