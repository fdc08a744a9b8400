"""A report under embargo: those who keep the journey and whoever brought it see it before its minute, nobody else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Inspection, InspectionFinding, Judgement, Paper
from register.addresses import ARGUMENTS, addresses, words_of
from register.conftest import a_user
from register.improvement.invented import a_direction
from register.planted.inspected import WHY, report

MARK = "Zelkova"
TELLING = ("/improvement", "/annual", "/obligations", "/packs", "/programme", "/search", "/feeds", "/bodies")
"""Where something of an inspection, or of what is owed because of it, could be told."""


def until(minutes: int = 90, audience: Audience = Audience.PUBLIC) -> Seen:
    return Seen(audience, timezone.now() + timedelta(minutes=minutes))


@pytest.fixture
def sealed(keeper: User, council: Council) -> Inspection:
    """A report that an improvement officer brought, with what is owed because of it, all under embargo."""
    one = operations.add_report(
        council, report(MARK), f"{MARK}.html", received=timezone.localdate(), seen=until(), actor=keeper, why=WHY
    )
    operations.owe_deadlines(one, Body.objects.get(), actor=None, why=WHY)
    operations.plan_visit(
        council, Inspection.Kind.MONITORING, about=MARK, follows=one, seen=until(), actor=None, why=WHY
    )
    return one


def another_officer() -> User:
    return add_user("another@kelderdale.example", Role.OFFICER, actor=None, why=WHY)


def every_path() -> list[str]:
    """Every path that there is something at in this small register, or could be."""
    found = []
    for name, takes in addresses().items():
        with suppress(IndexError):
            found += [reverse(name, kwargs=given) for given in (list(ARGUMENTS[name]()) if takes else [{}])]
    return [path for path in found if path.startswith(TELLING) or path == "/"] + [f"/search/?q={MARK}"]


READERS: dict[str, Callable[[], User | None]] = {
    "nobody": lambda: None,
    "another officer": another_officer,
    "member": lambda: a_user(Role.MEMBER),
    "board": lambda: a_user(Role.BOARD),
    "inspector": lambda: a_user(Role.INSPECTOR),
}


@pytest.mark.parametrize("who", READERS)
def test_no_other_reader_is_told_anything_of_it_anywhere(client: Client, sealed: Inspection, who: str) -> None:
    reader = READERS[who]()
    if reader:
        client.force_login(reader)
    leaks = [path for path in every_path() if told(client, path)]
    assert leaks == []


def told(client: Client, path: str) -> bool:
    """Whether a page says a word of the report, or tells that it is there."""
    answer = client.get(path)
    asked = f"?q={MARK}" in path
    words = words_of(answer)
    return (MARK in words and not asked) or (answer.status_code == 200 and "November 2023" in words)


def test_the_same_pages_tell_a_clerk_of_it(client: Client, sealed: Inspection, clerk: User) -> None:
    client.force_login(clerk)
    assert [path for path in every_path() if told(client, path)] != []


def test_the_officer_who_brought_it_reads_it_marked(client: Client, sealed: Inspection, keeper: User) -> None:
    client.force_login(keeper)
    page = client.get(sealed.get_absolute_url()).content.decode()
    assert MARK in page
    assert "Under embargo until" in page


def test_the_file_of_the_report_is_given_to_its_keeper_alone(sealed: Inspection, keeper: User) -> None:
    assert sealed.report_id is not None
    assert queries.paper_file(keeper, sealed.report_id).name == f"{MARK}.html"
    with pytest.raises(Paper.DoesNotExist):
        queries.paper_file(None, sealed.report_id)


def test_it_is_marked_in_every_list_that_its_keeper_reads(client: Client, sealed: Inspection, keeper: User) -> None:
    client.force_login(keeper)
    slug = sealed.council.slug
    for path in (f"/improvement/{slug}/inspections/", f"/improvement/{slug}/", f"/improvement/{slug}/for/member/"):
        assert "nder embargo until" in client.get(path).content.decode(), path


def test_its_file_says_that_it_is_under_embargo(client: Client, sealed: Inspection, keeper: User) -> None:
    client.force_login(keeper)
    told = client.get(f"/improvement/inspections/{sealed.pk}/inspection.csv").content.decode()
    assert "under embargo until" in told


def test_another_officer_who_keeps_the_same_journey_reads_it(sealed: Inspection, council: Council) -> None:
    other = another_officer()
    operations.appoint_improvement_officer(other, council, actor=None, why=WHY)
    assert queries.inspection_page(other, sealed.pk).points


def test_an_officer_who_keeps_the_journey_of_another_council_does_not(sealed: Inspection) -> None:
    other = another_officer()
    elsewhere = Council.objects.create(name="Elsewhere", slug="elsewhere")
    operations.appoint_improvement_officer(other, elsewhere, actor=None, why=WHY)
    assert not queries.inspections(other).exists()


def test_whoever_brought_it_reads_it_when_they_keep_the_journey_no_more(sealed: Inspection, keeper: User) -> None:
    keeper.keeps_improvement_of.all().delete()
    assert queries.inspections(keeper).get().report == sealed.report


def test_what_is_owed_because_of_it_stays_closed_to_its_keeper(
    client: Client, sealed: Inspection, keeper: User
) -> None:
    client.force_login(keeper)
    assert "November 2023" not in client.get("/obligations/").content.decode()


def test_a_keeper_outside_the_audience_does_not_read_it(council: Council, keeper: User) -> None:
    operations.add_report(council, report(MARK), "a.html", seen=until(audience=Audience.CLERKS), actor=keeper, why=WHY)
    seen = [model.objects.visible_to(keeper).count() for model in (Inspection, Judgement, InspectionFinding, Paper)]
    assert seen == [0, 0, 0, 0]


def test_somebody_who_may_not_sign_in_any_more_reads_nothing(sealed: Inspection, keeper: User) -> None:
    keeper.is_active = False
    keeper.save()
    assert not queries.inspections(keeper).exists()


def test_from_its_minute_everybody_reads_it_and_the_mark_is_gone(
    client: Client, sealed: Inspection, on_day: Callable[[str], None]
) -> None:
    on_day((timezone.now() + timedelta(days=2)).isoformat())
    page = client.get(sealed.get_absolute_url()).content.decode()
    assert MARK in page
    assert "mbargo" not in page


def test_a_direction_under_embargo_is_read_by_its_keeper(keeper: User, council: Council) -> None:
    held = until()
    one = a_direction(council, audience=held.audience, visible_from=held.visible_from)
    assert len(queries.direction_page(keeper, one.pk).required) == 2
    assert not queries.directions(another_officer()).exists()
