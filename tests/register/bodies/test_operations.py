"""Councils, bodies, meetings, items and persons are each put in the register once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies import names
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body, BodyKind, Council, Meeting

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
JUNE = datetime(2024, 6, 1, tzinfo=UTC)
JULY = datetime(2024, 7, 1, tzinfo=UTC)


@pytest.fixture
def council(db: None) -> Council:
    return bodies.council_named("Kelderdale", **TOLD)


@pytest.fixture
def meeting(council: Council) -> Meeting:
    return bodies.place_meeting(bodies.body_named(council, "Children's Committee", **TOLD), "2024-03-05", **TOLD)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children and Young People Committee", "The Children & Young People Committee"),
        ("Children's Committee", "Children’s  committee"),
        ("Pwyllgor Tŷ", "PWYLLGOR TY"),
    ],
)
def test_two_spellings_are_one_body(council: Council, one: str, other: str) -> None:
    assert bodies.body_named(council, one, **TOLD) == bodies.body_named(council, other, **TOLD)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor Anwen Pryce", "Cllr. Anwen Pryce", True),
        ("Anwen Pryce MBE", "anwen pryce", True),
        ("Dr. A. Pryce", "A Pryce", True),
        ("Anwen Pryce", "Anwen Price", False),
        ("The Mayor", "The Leader", False),
        ("Mayor", "Mayor", True),
    ],
)
def test_styles_and_honours_make_no_other_person(one: str, other: str, same: bool) -> None:
    assert (names.person_key(one) == names.person_key(other)) is same
    assert names.person_key(one)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cabinet", BodyKind.CABINET),
        ("Executive", BodyKind.CABINET),
        ("Cabinet Scrutiny Committee", BodyKind.COMMITTEE),
        ("Improvement Board", BodyKind.BOARD),
        ("Corporate Parenting Panel", BodyKind.PANEL),
        ("County Council", BodyKind.COUNCIL),
        ("Annual Parish Assembly", BodyKind.OTHER),
    ],
)
def test_a_name_tells_what_a_body_is(council: Council, name: str, kind: BodyKind) -> None:
    assert bodies.body_named(council, name, **TOLD).kind == kind


def test_the_same_day_is_the_same_meeting_and_the_same_month_is_not(meeting: Meeting) -> None:
    body = meeting.body
    assert bodies.place_meeting(body, "2024-03-05", **TOLD) == meeting
    month, other = (bodies.place_meeting(body, "2024-03", **TOLD) for _ in range(2))
    assert [month.slug, other.slug] == ["2024-03", "2024-03-2"]
    undated, another = (bodies.place_meeting(body, None, **TOLD) for _ in range(2))
    assert [undated.slug, another.slug] == ["undated", "undated-2"]


def test_two_councils_may_have_a_body_of_one_name(council: Council) -> None:
    other = bodies.council_named("Ravensmoor", **TOLD)
    slugs = [bodies.body_named(each, "Cabinet", **TOLD).slug for each in (council, other)]
    assert slugs == ["cabinet", "cabinet-2"]


def test_a_council_gets_its_name_and_keeps_its_address(db: None, clerk: User, member: User) -> None:
    council = bodies.council_named(None, **TOLD)
    assert council.name == "Council not named"
    with pytest.raises(PermissionDenied):
        bodies.name_council(council, "Kelderdale", actor=member, why="It is ours.")
    bodies.name_council(council, "Kelderdale", actor=clerk, why="It is ours.")
    assert (council.name, council.slug) == ("Kelderdale", "council-not-named")
    assert changes(council)[0]["changed"]["name"] == ("Council not named", "Kelderdale")
    assert bodies.council_named("kelderdale", **TOLD) == council


@pytest.mark.parametrize("name", ["Cabinet", " cabinet ", "…"])
def test_a_body_does_not_take_a_name_that_is_taken_or_none(council: Council, meeting: Meeting, name: str) -> None:
    bodies.body_named(council, "Cabinet", **TOLD)
    with pytest.raises(ValueError, match=r"another|at least one letter"):
        bodies.rename_body(meeting.body, name, **TOLD)


def test_the_body_that_is_not_known_becomes_known_by_a_name(council: Council) -> None:
    unknown = bodies.body_named(council, None, **TOLD)
    assert bodies.body_named(council, None, **TOLD) == unknown
    bodies.rename_body(unknown, "Youth Board", **TOLD)
    assert bodies.body_named(council, "Youth Board", **TOLD) == unknown
    assert bodies.body_named(council, None, **TOLD) != unknown


@pytest.mark.parametrize(
    ("number", "title", "same"),
    [
        ("5", "OFSTED Update", True),
        ("5", "Ofsted Update - Children's Services", True),
        ("", "ofsted update", True),
        ("6", "Ofsted Update - Children's Services", False),
        ("5", "Budget", False),
    ],
)
def test_an_item_is_known_by_its_title_or_by_its_number_and_most_of_it(
    meeting: Meeting, number: str, title: str, same: bool
) -> None:
    first = bodies.place_item(meeting, "Ofsted Update", number="5", **TOLD)
    assert (bodies.place_item(meeting, title, number=number, **TOLD) == first) is same


def test_one_source_may_have_two_items_of_one_title(meeting: Meeting) -> None:
    first = bodies.place_item(meeting, "Questions", **TOLD)
    second = bodies.place_item(meeting, "Questions", apart_from={first.pk}, **TOLD)
    assert (first.slug, second.slug) == ("questions", "questions-2")


def test_the_title_that_members_had_does_not_become_everybody_s(meeting: Meeting) -> None:
    members = Seen(Audience.MEMBERS)
    bodies.place_item(meeting, "Contract with the Harrow family", number="5", seen=members, **TOLD)
    item = bodies.place_item(meeting, "Contract", number="5", **TOLD)
    assert (item.title, item.slug, item.audience) == ("Contract", "5-contract", Audience.PUBLIC)


def test_titles_without_letters_are_not_one_item(meeting: Meeting) -> None:
    first = bodies.place_item(meeting, "Ω", number="5", **TOLD)
    assert bodies.place_item(meeting, "…", number="5", **TOLD) != first


def test_an_item_once_exempt_stays_so(meeting: Meeting) -> None:
    item = bodies.place_item(meeting, "Contract", restricted=True, **TOLD)
    assert bodies.place_item(meeting, "Contract", **TOLD).audience == Audience.CLERKS
    item.refresh_from_db()
    assert item.restricted


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        (("members", None), ("public", None), ("public", None)),
        (("public", None), ("members", None), ("public", None)),
        (("public", JULY), ("public", JUNE), ("public", JUNE)),
        (("public", JUNE), ("public", JULY), ("public", JUNE)),
        (("public", JUNE), ("public", None), ("public", None)),
        (("clerks", None), ("public", JUNE), ("public", JUNE)),
    ],
)
def test_what_is_added_widens_and_never_narrows(meeting: Meeting, before: Any, added: Any, after: Any) -> None:
    meeting.audience, meeting.visible_from = before
    bodies.widen(meeting, Seen(Audience(added[0]), added[1]), **TOLD)
    assert (meeting.audience, meeting.visible_from) == after


def test_a_membership_is_bounded_by_its_dates(council: Council, meeting: Meeting) -> None:
    person = bodies.people_named(council, ["Anwen Pryce"], **TOLD)["Anwen Pryce"]
    held = bodies.record_membership(person, body=meeting.body, role="Chair", start="2023-05", end="2024-05-09", **TOLD)
    assert (held.start_earliest, held.start_latest) == (date(2023, 5, 1), date(2023, 5, 31))
    assert (held.end_earliest, held.end_latest) == (date(2024, 5, 9), date(2024, 5, 9))


@pytest.mark.parametrize(("start", "end"), [("May 2023", ""), ("2023-13", "")])
def test_a_membership_refuses_dates_that_are_none(council: Council, meeting: Meeting, start: str, end: str) -> None:
    person = bodies.people_named(council, ["Anwen Pryce"], **TOLD)["Anwen Pryce"]
    with pytest.raises(ValidationError):
        bodies.record_membership(person, body=meeting.body, start=start, end=end, **TOLD)


def test_a_membership_does_not_end_before_it_starts_and_is_of_something(council: Council, meeting: Meeting) -> None:
    person = bodies.people_named(council, ["Anwen Pryce"], **TOLD)["Anwen Pryce"]
    with pytest.raises(ValidationError, match="cannot end before it begins"):
        bodies.record_membership(person, body=meeting.body, start="2024", end="2023", **TOLD)
    with pytest.raises(IntegrityError), transaction.atomic():
        bodies.record_membership(person, **TOLD)


def test_an_audience_that_is_none_is_refused_by_the_database(meeting: Meeting) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.update(audience="friends")
