"""A name can be withheld from the public, while the record stays whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from arising.register.accounts.history import changes, save
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Item, Person
from arising.register.bodies.withheld import Mask, shown
from arising.register.record import queries as record
from arising.register.record.models import DocumentText, Mention, Source, Vote
from arising.register.record.operations import add_source
from arising.register.search import queries as search
from register.addresses import words_of
from register.invented import Add, ScriptedReader

NAME = "Anwen Pryce"
WHY = "She was threatened."
TEXT = """Thanks to Anwen Pryce

Councillor Anwen Pryce asked for the figure to be checked.

Officers undertook to write to Ms Pryce at anwen.pryce@mail.example before the next meeting.

Voting: for, Councillors Bell and PRYCE.
"""


@pytest.fixture
def source(add: Add, reader: ScriptedReader) -> Source:
    """Minutes that name her in the title, in every kind of finding, and in the name of the file."""
    reader.finds = {
        "people": [("Councillor Anwen Pryce", {"name": "Councillor Anwen Pryce", "attending": "present"})],
        "commitments": [
            (
                "Officers undertook to write to Ms Pryce at anwen.pryce@mail.example before the next meeting.",
                {"to": "Ms Pryce", "owner": "Officers"},
            )
        ],
        "exchanges": [
            ("Councillor Anwen Pryce asked for the figure to be checked.", {"askers": ("Councillor Anwen Pryce",)})
        ],
        "votes": [("Voting: for, Councillors Bell and PRYCE.", {"votes": {"Bell": "for", "PRYCE": "for"}})],
    }
    reader.says = {"title": f"Thanks to {NAME}"}
    return add(TEXT, name="letter-of-pryce.txt").source


@pytest.fixture
def person(source: Source) -> Person:
    return Person.objects.get(name=f"Councillor {NAME}")


@pytest.fixture
def withheld(person: Person) -> Person:
    return bodies.withhold(person, WHY, actor=None)


@pytest.fixture
def mask(person: Person) -> Mask:
    person.withheld_also = ["Annie P."]
    return Mask([person])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Councillor Anwen Pryce asked", "Councillor Name withheld asked"),
        ("ANWEN PRYCE spoke", "Name withheld spoke"),
        ("Cllr A. Pryce's question", "Cllr Name withheld's question"),
        ("Bell, Pryce and Rao", "Bell, Name withheld and Rao"),
        ("Anwen\n  Pryce spoke", "Name withheld spoke"),
        ("write to anwen.pryce@mail.example today", "write to Name withheld today"),
        ("letter_of_pryce.pdf", "Name withheld"),
        ("Annie P. was thanked", "Name withheld was thanked"),
    ],
)
def test_a_name_is_taken_out_in_every_form(mask: Mask, words: str, told: str) -> None:
    assert mask.text(words) == told
    assert len(mask.in_place(words)) == len(words)
    assert shown(mask.in_place(words)) == told


@pytest.mark.parametrize(
    "words", ["the price of pryces", "Prycewell Road", "a pryce", "Anwen Price spoke", "well-kept"]
)
def test_other_words_stay(mask: Mask, words: str) -> None:
    assert mask.text(words) == words == mask.in_place(words)


def test_two_names_in_one_vote_stay_two(mask: Mask) -> None:
    assert mask.value({"Pryce": "for", "Anwen Pryce": "against", "Bell": "for"}) == {
        "Name withheld": "for",
        "Name withheld (2)": "against",
        "Bell": "for",
    }


def pages(client: Client, source: Source) -> dict[str, str]:
    item = Item.objects.get(meeting=source.meeting)
    addresses = (
        "/", "/commitments/", "/people/", "/sources/", "/search/?q=checked", source.get_absolute_url(),
        f"{source.get_absolute_url()}text/", item.get_absolute_url(), source.meeting.get_absolute_url(),
    )  # fmt: skip
    return {address: client.get(address).content.decode() for address in addresses}


@pytest.mark.parametrize("name", [None, "member"])
def test_the_public_and_members_read_name_withheld_everywhere(
    client: Client, withheld: Person, source: Source, request: pytest.FixtureRequest, name: str | None
) -> None:
    if name:
        client.force_login(request.getfixturevalue(name))
    found = pages(client, source)
    assert {address for address, words in found.items() if "pryce" in words.lower()} == set()
    assert "Name withheld" in found[source.get_absolute_url()]
    assert client.get(withheld.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["officer", "board_member", "inspector", "clerk", "administrator"])
def test_clerks_and_officers_read_the_name(
    client: Client, withheld: Person, source: Source, request: pytest.FixtureRequest, name: str
) -> None:
    client.force_login(request.getfixturevalue(name))
    assert {address for address, words in pages(client, source).items() if "Pryce" not in words} == set()
    assert client.get(withheld.get_absolute_url()).status_code == 200


def test_the_record_stays_whole(withheld: Person, source: Source) -> None:
    assert DocumentText.objects.get(reading__source=source).text.count("Anwen Pryce") == 2
    assert Vote.objects.get().votes == {"Bell": "for", "PRYCE": "for"}
    assert Mention.objects.get().person == withheld


def test_the_marks_stand_where_they_stood(client: Client, withheld: Person, source: Source) -> None:
    page = client.get(source.get_absolute_url()).content.decode()
    assert "Officers undertook to write to Ms Name withheld at Name withheld before the next meeting." in page


def test_the_file_is_for_clerks_and_officers(client: Client, withheld: Person, source: Source, clerk: User) -> None:
    address = f"{source.get_absolute_url()}original/"
    assert client.get(address).status_code == 404
    client.force_login(clerk)
    assert "Pryce" in words_of(client.get(address))


def test_nobody_finds_a_withheld_name_by_looking_for_it(withheld: Person, source: Source, officer: User) -> None:
    for asked in (NAME, "pryce", "PRYCE"):
        assert search.search(None, asked).paginator.count == 0
        assert search.search(officer, asked).paginator.count
        assert record.commitments(None, record.Filters(text=asked)).paginator.count == 0
        assert record.people(None, record.Filters(text=asked)).paginator.count == 0
    assert record.commitments(officer, record.Filters(text="pryce")).paginator.count == 1
    assert record.commitments(None, record.Filters(text="undertook")).paginator.count == 1


def test_what_is_around_the_name_is_found_once(withheld: Person, source: Source, officer: User) -> None:
    for reader in (None, officer):
        kinds = sorted(hit.kind for hit in search.search(reader, "figure checked"))
        assert kinds == ["exchange", "item"]


def test_the_address_of_an_item_holds_no_name(withheld: Person, source: Source) -> None:
    assert Item.objects.get(meeting=source.meeting).slug == "thanks-to-name-withheld"


def test_minutes_that_come_later_are_covered_too(withheld: Person, add: Add) -> None:
    add("Budget\n\nCouncillor Pryce spoke of lanterns.\n", name="budget.txt")
    assert search.search(None, "lanterns").paginator.count == 1
    assert search.search(None, "pryce").paginator.count == 0


def test_another_council_s_person_of_that_name_is_still_named(
    withheld: Person, reader: ScriptedReader, client: Client
) -> None:
    other = add_source(
        TEXT.encode() + b"\nIt rained.\n", name="o.txt", council="Ravensmoor", body="Cabinet", date="2024-01-09"
    )
    assert "Anwen Pryce" in client.get(other.source.get_absolute_url()).content.decode()


def test_a_name_is_read_again_when_it_is_no_longer_withheld(withheld: Person, source: Source, clerk: User) -> None:
    bodies.stop_withholding(withheld, "She asked for it.", actor=clerk)
    assert search.search(None, "pryce").paginator.count
    assert changes(withheld)[0]["why"] == "Name no longer withheld: She asked for it."


def test_a_name_is_withheld_with_a_reason_that_the_public_does_not_read(
    client: Client, person: Person, clerk: User
) -> None:
    client.force_login(clerk)
    address = f"{person.get_absolute_url()}name/"
    assert "Say why." in client.post(address, {"why": ""}).content.decode()
    assert WHY in client.post(address, {"why": WHY, "also": "Annie\nMrs P."}, follow=True).content.decode()
    person.refresh_from_db()
    assert (person.withheld, person.withheld_also) == (True, ["Annie", "Mrs P."])
    assert WHY in client.get(address).content.decode()


@pytest.mark.parametrize("name", ["member", "officer", "board_member", "inspector"])
def test_only_a_clerk_withholds_a_name(
    client: Client, person: Person, request: pytest.FixtureRequest, name: str
) -> None:
    user = request.getfixturevalue(name)
    with pytest.raises(PermissionDenied):
        bodies.withhold(person, WHY, actor=user)
    client.force_login(user)
    assert client.get(f"{person.get_absolute_url()}name/").status_code == 404


@pytest.mark.parametrize("change", [bodies.withhold, bodies.stop_withholding])
def test_a_reason_is_needed(person: Person, change: Any) -> None:
    with pytest.raises(ValueError, match="Say why"):
        change(person, "  ", actor=None)


def test_what_was_fetched_without_a_name_is_never_saved(withheld: Person) -> None:
    mention: Any = Mention.objects.visible_to(None).get()
    assert mention.name == "Councillor Name withheld"
    with pytest.raises(ValueError, match="cannot be saved"):
        save(mention, actor=None, why="By mistake")


def test_rows_of_values_are_covered_too(withheld: Person) -> None:
    found: Any = Mention.objects.visible_to(None)
    assert list(found.values_list("name", flat=True)) == ["Councillor Name withheld"]
    assert list(found.values("name")) == [{"name": "Councillor Name withheld"}]
    assert [mention.person for mention in found.iterator()] == [None]
