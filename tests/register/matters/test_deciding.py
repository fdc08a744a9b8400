"""What a clerk says of links, and the matters that come of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.matters.models import LinkState, Matter, MatterTopic, Suggestion
from arising.register.matters.operations import (
    InTwoMatters,
    confirm_suggestion,
    join,
    leave,
    rename,
    reopen,
)
from arising.register.record.models import Topic


def test_a_confirmed_suggestion_makes_a_matter_of_its_two_topics(bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    assert set(matter.topics.all()) == {bridges.a, bridges.b}
    assert matter.title == "Bridges"


def test_a_third_topic_joins_the_matter_that_the_second_is_in(bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    other = Suggestion.objects.get(a__heading="Masonry", b__heading="Bridges")
    assert confirm_suggestion(other, actor=clerk) == matter
    assert matter.topics.count() == 3


def test_two_matters_do_not_merge_by_themselves(bridges: Suggestion, clerk: User) -> None:
    confirm_suggestion(bridges, actor=clerk)
    masonry = Topic.objects.get(heading="Masonry")
    other = Matter.objects.create(council=Council.objects.get(), title="Masons", slug="masons")
    join(other, masonry, actor=clerk)
    suggestion = Suggestion.objects.get(a=masonry, b=bridges.b)
    with pytest.raises(InTwoMatters, match="belong to two matters already"):
        confirm_suggestion(suggestion, actor=clerk)
    suggestion.refresh_from_db()
    assert suggestion.state == LinkState.PROPOSED
    assert MatterTopic.objects.get(topic=masonry).matter == other


def test_a_decision_can_be_taken_back(bridges: Suggestion, clerk: User) -> None:
    confirm_suggestion(bridges, actor=clerk)
    again = reopen(bridges, actor=clerk)
    assert (again.state, again.decided_by, again.decided_at) == (LinkState.PROPOSED, None, None)


def test_a_matter_without_topics_goes(bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    leave(matter, bridges.a, actor=clerk)
    assert Matter.objects.count() == 1
    leave(matter, bridges.b, actor=clerk)
    assert Matter.objects.count() == 0


def test_a_matter_gets_another_title_and_keeps_its_address(bridges: Suggestion, clerk: User) -> None:
    matter = confirm_suggestion(bridges, actor=clerk)
    address = matter.get_absolute_url()
    assert rename(matter, "The footbridge", actor=clerk).get_absolute_url() == address
    assert changes(matter)[0]["changed"] == {"title": ("Bridges", "The footbridge")}


def test_a_title_without_a_letter_is_refused(bridges: Suggestion, clerk: User) -> None:
    with pytest.raises(ValueError, match="at least one letter or number"):
        rename(confirm_suggestion(bridges, actor=clerk), " – ", actor=clerk)


def test_matters_of_one_title_have_addresses_of_their_own(bridges: Suggestion, clerk: User) -> None:
    Matter.objects.create(council=Council.objects.get(), title="Bridges", slug="bridges")
    assert confirm_suggestion(bridges, actor=clerk).slug == "bridges-2"


@pytest.mark.parametrize("operation", [confirm_suggestion, reopen])
def test_only_a_clerk_decides(operation: object, bridges: Suggestion, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operation(bridges, actor=officer)  # type: ignore[operator]
    bridges.refresh_from_db()
    assert bridges.state == LinkState.PROPOSED
