"""What members learn, who took it up, and what it led to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Council, Item, Membership, Person
from arising.register.bodies.operations import people_named, record_membership, set_clerkships, withhold
from arising.register.improvement import operations, queries
from arising.register.improvement.models import LedTo, Occasion
from register.invented import Add

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


@pytest.fixture
def body(council: Council) -> Body:
    return Body.objects.get()


@pytest.fixture
def people(body: Body) -> dict[str, Person]:
    """Three members and a co-optee; Ines left in April 2025."""
    named = people_named(body.council, ["Ada Lowe", "Ben Marsh", "Cora Nye", "Ines Oakes"], **TOLD)
    for name, role, end in (
        ("Ada Lowe", "Chair", ""), ("Ben Marsh", "Member", ""), ("Cora Nye", "Co-opted member", ""),
        ("Ines Oakes", "Member", "2025-04-30"),
    ):  # fmt: skip
        record_membership(named[name], body=body, role=role, start="2023-05", end=end, **TOLD)
    return named


def session(body: Body, on: str, title: str = "Reading a scorecard", kind: str = "training", **told: Any) -> Occasion:
    seen = told.pop("seen", Seen())
    return operations.add_occasion(
        body, {"kind": kind, "on": date.fromisoformat(on), "title": title, **told}, seen=seen, **TOLD
    )


@pytest.fixture
def year(body: Body, people: dict[str, Person]) -> tuple[Occasion, Occasion, Occasion]:
    """Two sessions and a visit in 2025/26."""
    first = session(body, "2025-06-10", given_by="The county’s scrutiny network")
    second = session(body, "2025-11-04", "Asking about workforce")
    visit = session(body, "2026-02-02", "Elm House", "home")
    operations.set_took_part(first, [people["Ada Lowe"], people["Ben Marsh"]], **TOLD)
    operations.set_took_part(second, [people["Ada Lowe"]], **TOLD)
    operations.set_took_part(visit, [people["Cora Nye"]], **TOLD)
    return first, second, visit


Year = tuple[Occasion, Occasion, Occasion]


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_year_is_told_in_words(body: Body, year: Year) -> None:
    assert queries.training(None, body).words == (
        "Of 3 members, 1 of them co-opted, 2 took up at least one of 2 training sessions; 1 took up none. Members made "
        "1 visit. None is known to have led to anything."
    )


def test_who_left_before_a_session_was_not_offered_it(body: Body, year: Year) -> None:
    assert "Ines Oakes" not in {line.name for line in queries.training(None, body).members}


def test_who_joined_later_is_not_said_to_have_missed_a_session(body: Body, year: Year) -> None:
    new = people_named(body.council, ["Dev Price"], **TOLD)["Dev Price"]
    record_membership(new, body=body, start="2025-09", **TOLD)
    line = next(each for each in queries.training(None, body).members if each.name == "Dev Price")
    assert [cell for _, cell in line.cells] == ["", "no"]


def test_nobody_has_missed_a_session_that_is_still_to_come(
    body: Body, year: Year, on_day: Callable[[str], None]
) -> None:
    on_day("2025-08-01T12:00+00:00")
    page = queries.training(None, body)
    assert page.words.startswith(
        "Of 3 members, 1 of them co-opted, 2 took up the one training session; 1 took up none."
    )
    assert page.sessions[1].words == "It is still to come."
    assert "to come" in {cell for line in page.members for _, cell in line.cells}


def test_each_member_has_a_line(body: Body, year: Year) -> None:
    told = {line.name: ([cell for _, cell in line.cells], line.visits) for line in queries.training(None, body).members}
    assert told == {
        "Ada Lowe": (["yes", "yes"], 0), "Ben Marsh": (["yes", "no"], 0), "Cora Nye": (["no", "no"], 1)
    }  # fmt: skip


def test_a_year_before_has_a_page_of_its_own(client: Client, body: Body, year: Year) -> None:
    session(body, "2024-06-10", "How budgets work")
    told = page(client, f"/training/{body.slug}/?year=2024-05-01")
    assert "How budgets work" in told
    assert "Asking about workforce" not in told


def test_without_memberships_nobody_is_said_to_have_missed_anything(client: Client, body: Body) -> None:
    session(body, "2025-06-10")
    told = page(client, f"/training/{body.slug}/")
    assert "1 training session offered; who took them up is not known." in told
    assert "does not hold who belonged to" in told


def test_a_session_for_officers_is_not_counted_for_the_public(body: Body, year: Year) -> None:
    session(body, "2025-12-01", "In confidence", seen=Seen(Audience.OFFICERS))
    assert "at least one of 2 training sessions" in queries.training(None, body).words


def test_a_membership_for_officers_is_not_counted_for_the_public(body: Body, year: Year) -> None:
    Membership.objects.filter(person__name="Ben Marsh").update(audience=Audience.OFFICERS)
    line = queries.training(None, body).sessions[0]
    assert line.members == 2


def test_a_name_that_is_withheld_stays_withheld(
    client: Client, body: Body, year: Year, people: dict[str, Person]
) -> None:
    withhold(people["Ben Marsh"], "He asked for it.", actor=None)
    for path in (f"/training/{body.slug}/", f"/training/{body.slug}/training.csv", f"/occasions/{year[0].pk}/"):
        told = page(client, path)
        assert "Marsh" not in told
        assert "Name withheld" in told


def test_a_withheld_name_is_still_counted(body: Body, year: Year, people: dict[str, Person]) -> None:
    withhold(people["Ben Marsh"], "He asked for it.", actor=None)
    assert queries.training(None, body).words.startswith("Of 3 members, 1 of them co-opted, 2 took up")


def test_what_it_led_to_is_told_where_it_may_be_seen(client: Client, body: Body, year: Year, officer: User) -> None:
    item = Item.objects.all()[0]
    operations.add_led_to(year[2], "A question on placements", item, **TOLD)
    Item.objects.update(audience=Audience.OFFICERS)
    assert "A question on placements" not in page(client, f"/occasions/{year[2].pk}/")
    client.force_login(officer)
    assert item.get_absolute_url() in page(client, f"/occasions/{year[2].pk}/")


def test_a_clerk_of_one_body_does_not_see_where_it_went_on_in_another(body: Body, year: Year, add: Add) -> None:
    add(name="other.txt", body="Other Committee", audience=Audience.OFFICERS)
    other = Item.objects.get(meeting__body__name="Other Committee")
    operations.add_led_to(year[2], "A question elsewhere", other, **TOLD)
    clerk = add_user("one@kelderdale.example", Role.CLERK, **TOLD)
    set_clerkships(clerk, bodies=[body], **TOLD)
    assert queries.occasion_line(clerk, year[2].pk).led_to == ()


def test_what_it_led_to_counts(body: Body, year: Year) -> None:
    operations.add_led_to(year[2], "A question on placements", **TOLD)
    assert queries.training(None, body).words.endswith("1 of 3 led to something on record.")


def test_nobody_took_part_in_what_is_still_to_come(body: Body, people: dict[str, Person]) -> None:
    with pytest.raises(ValidationError, match="still to come"):
        operations.set_took_part(session(body, "2190-01-01"), [people["Ada Lowe"]], **TOLD)


def test_somebody_who_does_not_keep_the_journey_adds_no_session(body: Body, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add_occasion(
            body, {"kind": "training", "on": date(2025, 6, 1), "title": "X"}, actor=officer, why="Try"
        )


def test_a_session_is_added_and_taken_up_on_pages(
    client: Client, body: Body, people: dict[str, Person], keeper: User
) -> None:
    client.force_login(keeper)
    told = {"kind": "training", "name": "Data", "on_day": 3, "on_month": 6, "on_year": 2025, "audience": "public"}
    assert client.post(f"/training/{body.slug}/add/", told).status_code == 302
    one = Occasion.objects.get()
    assert "Ines Oakes" not in page(client, f"/occasions/{one.pk}/people/")
    client.post(f"/occasions/{one.pk}/people/", {"people": [people["Ada Lowe"].pk]})
    assert "Ada Lowe." in page(client, f"/occasions/{one.pk}/")


def test_what_it_led_to_is_linked_by_the_address_of_its_page(client: Client, year: Year, keeper: User) -> None:
    client.force_login(keeper)
    item = Item.objects.all()[0]
    link = f"https://scrutiny.example{item.get_absolute_url()}?kind=figure"
    client.post(f"/occasions/{year[0].pk}/led-to/", {"words": "A question", "link": link})
    assert LedTo.objects.get().item == item


def test_an_address_of_nothing_is_refused(client: Client, year: Year, keeper: User) -> None:
    client.force_login(keeper)
    answer = client.post(f"/occasions/{year[0].pk}/led-to/", {"words": "A question", "link": "/obligations/999/"})
    assert "There is no item, nothing owed and no matter at that address." in answer.content.decode()


def test_a_clerk_adds_a_co_optee(client: Client, body: Body, clerk: User) -> None:
    client.force_login(clerk)
    told = {"name": "Cora Nye", "role": "Co-opted member", "start": "2025-05"}
    assert client.post(f"/members/{body.slug}/add/", told).status_code == 302
    assert str(Membership.objects.get()) == "Cora Nye, Co-opted member"


def test_a_member_who_left_before_joining_is_refused(client: Client, body: Body, clerk: User) -> None:
    client.force_login(clerk)
    told = {"name": "Cora Nye", "start": "2025-05", "end": "2024-05"}
    assert "It cannot end before it begins." in client.post(f"/members/{body.slug}/add/", told).content.decode()
    assert not Membership.objects.exists()


def test_the_page_of_a_body_says_what_its_members_learned(client: Client, body: Body, year: Year) -> None:
    assert "In 2025/26: Of 3 members" in page(client, f"/bodies/{body.slug}/")


def test_a_session_is_taken_away_with_what_hangs_on_it(client: Client, year: Year, keeper: User) -> None:
    operations.add_led_to(year[0], "A question", **TOLD)
    client.force_login(keeper)
    assert client.post(f"/occasions/{year[0].pk}/remove/", {"why": "Twice"}).status_code == 302
    assert set(Occasion.objects.all()) == {year[1], year[2]}
