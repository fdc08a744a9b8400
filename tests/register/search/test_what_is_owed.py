"""What is owed and matters are found, as they now stand, by those who may see them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Q

from arising.register.accounts.audiences import Audience, Reader, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Person
from arising.register.bodies.operations import people_named, withhold
from arising.register.matters import operations as matters
from arising.register.matters.models import Matter
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation, Origin
from arising.register.record import operations as record
from arising.register.record.models import Commitment, Source
from arising.register.search.models import Entry
from arising.register.search.operations import index_if_changed
from arising.register.search.queries import Hit, Narrowing, kinds_counted, search
from register.invented import PROMISE, Add, ScriptedReader

DIRECTOR = -1
"""Stands for the number of the post, which is not known before the test."""
OWED = Narrowing(kinds=("obligation",))
LINK = "https://kelderdale.example/note"


def one(text: str, kind: str, user: Reader = None) -> Hit:
    (hit,) = search(user, text, Narrowing(kinds=(kind,)))
    return hit


ALL = Narrowing()


def count(text: str, narrowing: Narrowing = ALL, user: Reader = None) -> int:
    return search(user, text, narrowing).paginator.count


def test_what_is_owed_is_found_by_the_words_it_rests_on(owed: Obligation) -> None:
    hit = one("circulate briefing", "obligation")
    assert hit.url == owed.get_absolute_url()
    assert (hit.title, hit.body, hit.meeting_date) == ("Briefing note", "Children's Committee", "2024-03-05")
    assert "<mark>circulate</mark>" in hit.passage


def test_an_expectation_is_no_obligation(add: Add, reader: ScriptedReader) -> None:
    reader.finds["commitments"] = [(PROMISE, {"kind": "expectation"})]
    add()
    assert one("briefing", "expectation").title == "Briefing note"
    assert count("briefing", OWED) == 0


def test_a_hit_says_what_became_of_it(owed: Obligation, clerk: User) -> None:
    assert one("briefing", "obligation").fate == "No date given, said 28 days ago."
    obligations.amend(owed, {"due": date(2024, 3, 20)}, actor=clerk, why="As agreed")
    assert one("briefing", "obligation").fate == "Overdue by 13 days."
    obligations.answer(owed, "Sent", LINK, actor=clerk)
    assert one("briefing", "obligation").fate == "Answered 13 days late, on 2 April 2024."


def test_a_promise_in_the_minutes_leads_on_to_what_became_of_it(owed: Obligation) -> None:
    hit = one("briefing", "commitment")
    assert (hit.fate, hit.leads_on) == ("No date given, said 28 days ago.", owed.get_absolute_url())
    assert hit.url.endswith(f"#commitment-{owed.commitment_id}")


@pytest.mark.parametrize("narrowing", [ALL, OWED, Narrowing(kinds=("item", "commitment")), Narrowing(kinds=("vote",))])
@pytest.mark.parametrize("text", ["briefing", "unicorn", ""])
def test_what_was_counted_by_kind_is_what_is_found(owed: Obligation, text: str, narrowing: Narrowing) -> None:
    counted = kinds_counted(None, text, narrowing)
    page = search(None, text, narrowing, counted=counted)
    assert page.paginator.count == count(text, narrowing)
    assert list(page) == list(search(None, text, narrowing))


def test_what_a_clerk_amends_is_found_by_its_new_words(owed: Obligation, clerk: User) -> None:
    obligations.amend(owed, {"title": "A dossier on queues"}, actor=clerk, why="They call it so")
    assert one("dossier", "obligation").url == owed.get_absolute_url()


def test_what_was_rejected_is_owed_no_more_and_not_found(owed: Obligation, clerk: User) -> None:
    record.reject(Commitment.objects.get(), actor=clerk)
    assert count("briefing", OWED) == 0


def test_what_was_added_by_hand_is_found_by_those_it_is_for(owed: Obligation, clerk: User, officer: User) -> None:
    assert owed.body
    obligations.add(
        Origin.DUTY, "Walrus return", owed.body, due=date(2024, 5, 1), seen=Seen(Audience.OFFICERS), actor=None,
        why="Law",
    )  # fmt: skip
    assert [count("walrus", OWED, user) for user in (None, officer, clerk)] == [0, 1, 1]


def test_what_is_owed_by_a_closed_source_is_neither_found_nor_counted(owed: Obligation, clerk: User) -> None:
    record.set_visibility(Source.objects.get(), Audience.CLERKS, actor=clerk, why="By mistake")
    assert kinds_counted(None, "briefing") == {}
    assert kinds_counted(clerk, "briefing") == {"commitment": 1, "item": 1, "obligation": 1}


def test_a_matter_is_found_by_its_title_and_says_how_far_it_goes(matter: Matter, clerk: User) -> None:
    matters.rename(matter, "A walrus in the pond", actor=clerk)
    hit = one("walrus", "matter")
    assert hit.url == matter.get_absolute_url()
    assert hit.fate == "Spoken of at 2 meetings, the last on 5 March 2024."


def test_a_topic_leads_on_to_its_matter(matter: Matter) -> None:
    hit = next(iter(search(None, "Ofsted", Narrowing(kinds=("topic",)))))
    assert (hit.fate, hit.leads_on) == ("Part of the matter “Ofsted update”.", matter.get_absolute_url())


def test_a_matter_is_as_closed_as_its_topics(matter: Matter, clerk: User) -> None:
    first, second = Source.objects.order_by("pk")
    record.set_visibility(first, Audience.CLERKS, actor=clerk, why="By mistake")
    assert one("Ofsted", "matter").fate == "Spoken of at 1 meeting, the last on 7 November 2023."
    record.set_visibility(second, Audience.CLERKS, actor=clerk, why="By mistake")
    assert count("Ofsted", Narrowing(kinds=("matter",))) == 0
    assert count("Ofsted", Narrowing(kinds=("matter",)), clerk) == 1


def test_a_matter_that_is_gone_is_not_found(matter: Matter, clerk: User) -> None:
    for member in matter.members.select_related("topic"):
        matters.leave(matter, member.topic, actor=clerk)
    assert count("Ofsted", Narrowing(kinds=("matter",))) == 0


@pytest.mark.parametrize("kind", ["obligation", "matter"])
def test_a_withheld_name_is_neither_shown_nor_found(matter: Matter, owed: Obligation, clerk: User, kind: str) -> None:
    people_named(matter.council, ["Gwenda Quill"], actor=None, why="For a test")
    obligations.amend(owed, {"title": "A letter to Gwenda Quill"}, actor=clerk, why="So it is")
    matters.rename(matter, "The letter of Gwenda Quill", actor=clerk)
    withhold(Person.objects.get(name="Gwenda Quill"), "She is a witness.", actor=clerk)
    wanted = Narrowing(kinds=(kind,))
    assert [count("Gwenda", wanted, user) for user in (None, clerk)] == [0, 1]
    assert one("letter", kind).title.endswith("Name withheld")
    assert one("letter", kind, clerk).title.endswith("Gwenda Quill")


@pytest.mark.parametrize(
    ("narrowing", "left"),
    [
        (Narrowing(state="no_date"), {"obligation"}),
        (Narrowing(state="waiting"), {"obligation"}),
        (Narrowing(state="overdue"), set()),
        (Narrowing(owner=DIRECTOR), {"obligation"}),
        (Narrowing(owner=999_999), set()),
        (Narrowing(said_by="director"), {"commitment", "obligation"}),
        (Narrowing(said_by="walrus"), set()),
        (Narrowing(council="kelderdale", kinds=("obligation", "item")), {"obligation", "item"}),
        (Narrowing(council="atlantis"), set()),
        (Narrowing(since=date(2024, 3, 5)), {"commitment", "item", "obligation"}),
        (Narrowing(since=date(2024, 3, 6)), set()),
        (Narrowing(until=date(2024, 3, 4)), set()),
    ],
)
def test_a_search_is_narrowed_to_what_is_owed(owed: Obligation, narrowing: Narrowing, left: set[str]) -> None:
    if narrowing.owner == DIRECTOR:
        narrowing = Narrowing(owner=owed.owner_id or 0)
    page = search(None, "briefing", narrowing)
    assert {hit.kind for hit in page} == left
    assert page.paginator.count == len(left)


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [(Narrowing(since=date(2023, 12, 1)), 1), (Narrowing(until=date(2023, 11, 6)), 0), (Narrowing(body="x"), 0)],
)
def test_a_matter_is_of_the_meetings_that_spoke_of_it(matter: Matter, narrowing: Narrowing, found: int) -> None:
    assert kinds_counted(None, "Ofsted", narrowing).get("matter", 0) == found


def test_without_words_a_narrowed_search_finds_the_latest_first(matter: Matter) -> None:
    days = [hit.meeting_date for hit in search(None, "", Narrowing(kinds=("figure",)))]
    assert days == ["2024-03-05", "2023-11-07"]


def test_words_that_say_nothing_find_nothing(owed: Obligation) -> None:
    assert count("the of", OWED) == 0


def test_the_kinds_are_counted_whichever_is_chosen(owed: Obligation) -> None:
    assert kinds_counted(None, "briefing", OWED) == {"commitment": 1, "item": 1, "obligation": 1}


def test_the_index_is_made_anew_after_its_tables_were_changed(matter: Matter) -> None:
    of_both = Entry.objects.filter(Q(obligation__isnull=False) | Q(matter__isnull=False))
    assert of_both.count() == 2
    Entry.objects.all().delete()
    migration = type("Migration", (), {"app_label": "search"})
    index_if_changed(plan=[(migration, False)])
    assert of_both.count() == 2
