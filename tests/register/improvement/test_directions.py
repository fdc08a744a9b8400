"""Statutory directions: what they require, when they are reviewed, and what a revision changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council, Person, Post
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Direction, Paper, ReviewPoint
from arising.register.obligations.models import Obligation
from register.planted.inspected import WHY, inspected

REQUIRED = (
    "1. The Council must publish an improvement plan by 1 June.",
    "2. The Council must see every child with a plan within ten working days.",
    "3. The Council must report to the Commissioner every month.",
)


@pytest.fixture
def direction(council: Council) -> Direction:
    """A direction of 31 August 2023, reviewed after 3, 6 and 12 months."""
    return operations.give_direction(
        council, "Direction of August 2023", date(2023, 8, 31), required=REQUIRED,
        commissioner_words="The Commissioner for Kelderdale", actor=None, why=WHY,
    )  # fmt: skip


@pytest.fixture
def revised(direction: Direction) -> Direction:
    """Its revision: the first action worded anew, the second kept, the third dropped, another new."""
    required = (
        "1. The Council must publish its improvement plan by 1 July.",
        REQUIRED[1],
        "3. The Adviser must be given every audit.",
    )
    return operations.give_direction(
        direction.council, "Direction of January 2024", date(2024, 1, 29), required=required, supersedes=direction,
        actor=None, why=WHY,
    )  # fmt: skip


def test_each_line_is_an_action_with_the_number_that_leads_it(direction: Direction) -> None:
    told = [(each.number, each.words[:24]) for each in direction.requirements.all()]
    assert told[0] == ("1.", "The Council must publish")
    assert len(told) == 3


def test_reviews_are_set_after_3_6_and_12_months(direction: Direction) -> None:
    assert [point.due for point in direction.review_points.all()] == [
        date(2023, 11, 30), date(2024, 2, 29), date(2024, 8, 31),
    ]  # fmt: skip


def test_other_months_can_be_set(council: Council) -> None:
    made = operations.give_direction(council, "A direction", date(2024, 1, 1), reviews=(9,), actor=None, why=WHY)
    assert [point.due for point in made.review_points.all()] == [date(2024, 10, 1)]


def test_reviews_become_owed_to_a_body_with_how_their_days_came(direction: Direction) -> None:
    points = operations.owe_reviews(direction, Body.objects.get(), actor=None, why=WHY)
    owed = [point.obligation for point in points]
    assert owed[0] is not None
    assert (owed[0].origin, owed[0].due, owed[0].owner_words) == (
        "duty", date(2023, 11, 30), "The Commissioner for Kelderdale",
    )  # fmt: skip
    assert owed[0].due_how == "3 months after the direction of 31 August 2023."


def test_a_review_is_owed_by_the_post_that_the_direction_names(council: Council) -> None:
    post = Post.objects.create(council=council, name="Commissioner", key="commissioner")
    one = operations.give_direction(
        council, "A direction", date(2024, 1, 1), commissioner_words="The commissioner", actor=None, why=WHY
    )
    other = operations.give_direction(
        council, "Another", date(2024, 1, 1), commissioner_words="commissioner", actor=None, why=WHY
    )
    owed = [
        operations.owe_reviews(each, Body.objects.get(), actor=None, why=WHY)[0].obligation for each in (one, other)
    ]
    assert [(each.owner, each.owner_words) for each in owed if each] == [(None, "The commissioner"), (post, "")]


def test_a_commissioner_whom_the_register_knows_is_that_person(council: Council) -> None:
    person = Person.objects.create(council=council, name="Verity Ormathwaite", key="verity ormathwaite", slug="verity")
    made = operations.give_direction(
        council, "A direction", date(2024, 1, 1), commissioner_words="Verity Ormathwaite", actor=None, why=WHY
    )
    assert made.commissioner == person


def test_a_body_waits_for_no_review_twice(direction: Direction) -> None:
    operations.owe_reviews(direction, Body.objects.get(), actor=None, why=WHY)
    assert operations.owe_reviews(direction, Body.objects.get(), actor=None, why=WHY) == []


def test_a_review_that_is_moved_keeps_its_first_day_in_sight(client: Client, direction: Direction) -> None:
    point = direction.review_points.all()[0]
    operations.move_review(point, date(2023, 12, 14), actor=None, why="The Commissioner is ill.")
    page = client.get(direction.get_absolute_url()).content.decode()
    assert "14 December 2023" in page
    assert "First set for 30 November 2023" in page


def test_moving_a_review_gives_more_time_to_what_is_owed(direction: Direction) -> None:
    operations.owe_reviews(direction, Body.objects.get(), actor=None, why=WHY)
    point = ReviewPoint.objects.all()[0]
    operations.move_review(point, date(2023, 12, 14), actor=None, why="The Commissioner is ill.")
    owed = Obligation.objects.get(review_point=point)
    assert (owed.due, owed.extended_to) == (date(2023, 11, 30), date(2023, 12, 14))


def test_moving_a_review_needs_a_reason(direction: Direction) -> None:
    with pytest.raises(ValidationError, match="Say why it is moved"):
        operations.move_review(direction.review_points.all()[0], date(2023, 12, 14), actor=None, why=" ")


def test_a_revision_tells_what_it_kept_changed_and_added(revised: Direction) -> None:
    page = queries.direction_page(None, revised.pk)
    assert [each.change for each in page.required] == ["changed", "kept", "new"]
    assert page.required[0].before.endswith("by 1 June.")


def test_a_revision_tells_what_is_required_no_more(revised: Direction) -> None:
    page = queries.direction_page(None, revised.pk)
    assert [row.words for row in page.dropped] == ["The Council must report to the Commissioner every month."]


def test_a_revised_direction_stays_in_sight(client: Client, direction: Direction, revised: Direction) -> None:
    page = client.get(direction.get_absolute_url()).content.decode()
    assert "It was revised on 29 January 2024" in page
    assert "The Council must report to the Commissioner every month." in page


def test_the_direction_that_stands_is_the_last_that_was_not_lifted(revised: Direction) -> None:
    assert queries.directions_page(None, revised.council.slug).standing == revised
    operations.lift_direction(revised, date(2025, 1, 1), actor=None, why=WHY)
    assert queries.directions_page(None, revised.council.slug).standing is None


def test_nobody_waits_any_more_for_a_review_of_a_direction_that_was_revised(direction: Direction) -> None:
    operations.owe_reviews(direction, Body.objects.get(), actor=None, why=WHY)
    operations.give_direction(
        direction.council, "Revised", date(2024, 1, 29), supersedes=direction, actor=None, why=WHY
    )  # fmt: skip
    owed = Obligation.objects.filter(review_point__direction=direction).order_by("due")
    assert [one.ended for one in owed] == ["", "withdrawn", "withdrawn"]


def test_a_direction_is_revised_once(direction: Direction, revised: Direction) -> None:
    with pytest.raises(ValidationError, match="was revised before"):
        operations.give_direction(
            direction.council, "Again", date(2024, 3, 1), supersedes=direction, actor=None, why=WHY
        )


def test_a_revision_cannot_come_before_what_it_revises(direction: Direction) -> None:
    with pytest.raises(ValidationError, match="Give a later day"):
        operations.give_direction(
            direction.council, "Too soon", date(2023, 1, 1), supersedes=direction, actor=None, why=WHY
        )


def test_the_post_that_answers_for_an_action_is_carried_on(direction: Direction) -> None:
    post = Post.objects.create(council=direction.council, name="Director of People", key="director of people")
    second = direction.requirements.all()[1]
    operations.change_requirement(second, due=date(2024, 6, 1), owner=post, actor=None, why=WHY)
    made = operations.give_direction(
        direction.council, "Revised", date(2024, 1, 29), required=REQUIRED, supersedes=direction, actor=None, why=WHY
    )
    assert [each.owner for each in made.requirements.all()] == [None, post, None]


def test_a_direction_under_embargo_is_nowhere(client: Client, council: Council) -> None:
    seen = Seen(Audience.PUBLIC, timezone.now() + timedelta(minutes=1))
    one = operations.give_direction(council, "Sealed", date(2024, 1, 1), seen=seen, actor=None, why=WHY)
    assert client.get(one.get_absolute_url()).status_code == 404
    assert "Sealed" not in client.get(f"/improvement/{council.slug}/directions/").content.decode()


def test_an_inspection_that_few_may_see_is_not_named(client: Client, council: Council) -> None:
    closed = inspected(council, "Sealed", seen=Seen(Audience.OFFICERS))
    one = operations.give_direction(council, "Open", date(2024, 1, 1), inspection=closed, actor=None, why=WHY)
    assert closed.get_absolute_url() not in client.get(one.get_absolute_url()).content.decode()


def test_what_a_direction_said_that_few_may_see_is_not_compared_with(council: Council) -> None:
    closed = operations.give_direction(
        council, "First", date(2024, 1, 1), required=REQUIRED, seen=Seen(Audience.CLERKS), actor=None, why=WHY
    )
    made = operations.give_direction(
        council, "Second", date(2024, 2, 1), required=REQUIRED, supersedes=closed, actor=None, why=WHY
    )
    page = queries.direction_page(None, made.pk)
    assert (page.revises, {each.change for each in page.required}) == (None, {""})


def test_somebody_who_does_not_keep_the_journey_gives_no_direction(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.give_direction(council, "A direction", date(2024, 1, 1), actor=officer, why=WHY)


def sent(**more: object) -> dict[str, object]:
    return {
        "called_on": "Direction of August 2023", "given_on_day": "31", "given_on_month": "8", "given_on_year": "2023",
        "required_actions": "\n".join(REQUIRED), "reviews": "3, 6, 12", "audience": "public", "basis": "", **more,
    }  # fmt: skip


def test_a_clerk_adds_a_direction_with_its_file(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("direction.pdf", b"%PDF-1.4 the direction")
    answer = client.post(f"/improvement/{council.slug}/directions/add/", sent(file=file))
    one = Direction.objects.get()
    assert (answer["Location"], one.requirements.count(), one.paper) == (
        one.get_absolute_url(), 3, Paper.objects.get(),
    )  # fmt: skip


def test_months_that_are_none_stay_in_the_form(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    answer = client.post(f"/improvement/{council.slug}/directions/add/", sent(reviews="soon"))
    assert "Write numbers of months with commas between them" in answer.content.decode()
    assert not Direction.objects.exists()


def test_a_revision_begins_with_what_the_direction_says_now(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    page = client.get(f"/improvement/directions/{direction.pk}/revise/").content.decode()
    assert REQUIRED[2] in page


def test_a_clerk_revises_a_direction(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    answer = client.post(
        f"/improvement/directions/{direction.pk}/revise/", sent(called_on="Revised", given_on_year="2024")
    )
    made = Direction.objects.get(supersedes=direction)
    assert (answer["Location"], {each.carried_from_id is None for each in made.requirements.all()}) == (
        made.get_absolute_url(), {False},
    )  # fmt: skip


def test_a_clerk_says_by_when_an_action_is_required(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    row = direction.requirements.all()[0]
    client.post(f"/improvement/requirements/{row.pk}/", {"due_day": "1", "due_month": "6", "due_year": "2024"})
    row.refresh_from_db()
    assert row.due == date(2024, 6, 1)


def test_a_clerk_adds_and_moves_a_review(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    day = {"due_day": "1", "due_month": "5", "due_year": "2024"}
    client.post(f"/improvement/directions/{direction.pk}/reviews/add/", {"name": "A special review", **day})
    point = ReviewPoint.objects.get(title="A special review")
    client.post(f"/improvement/reviews/{point.pk}/", {**day, "due_month": "6", "why": "Elections"})
    point.refresh_from_db()
    assert (point.first_due, point.due) == (date(2024, 5, 1), date(2024, 6, 1))


def test_a_clerk_lets_a_body_wait_for_the_reviews(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    client.post(f"/improvement/directions/{direction.pk}/owe/", {"body": Body.objects.get().pk})
    assert client.get(direction.get_absolute_url()).content.decode().count("Where it is owed") == 3


def test_a_clerk_says_that_a_direction_was_lifted(client: Client, clerk: User, direction: Direction) -> None:
    client.force_login(clerk)
    told = {"on_day": "1", "on_month": "2", "on_year": "2025", "why": "The letter of 1 February 2025"}
    client.post(f"/improvement/directions/{direction.pk}/lift/", told)
    assert "It was lifted on 1 February 2025." in client.get(direction.get_absolute_url()).content.decode()
