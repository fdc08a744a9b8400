"""The same words find the same things in both databases, and nothing that is typed is more than words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arising.register.accounts.models import User
from arising.register.record.models import Commitment
from arising.register.record.operations import amend, reject
from arising.register.search.models import Entry
from arising.register.search.operations import LONGEST_ENTRY, rebuild
from arising.register.search.queries import Hit, Narrowing, search
from arising.register.search.words import phrases
from register.invented import MINUTES, PROMISE, Add, ScriptedReader


def found(text: str, narrowing: Narrowing | None = None) -> list[Hit]:
    return list(search(None, text, narrowing or Narrowing()))


def kinds(text: str) -> set[str]:
    return {hit.kind for hit in found(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("briefing note", "commitment"),
        ("BRIEFING", "commitment"),
        ("notes briefings", "commitment"),
        ('"briefing note"', "commitment"),
        ("waiting-lists", "commitment"),
        ("the lists of waiting", "commitment"),
        ("plans", "figure"),
        ("66", "figure"),
        ("Anwen", "person"),
        ("pryce", "person"),
        ("checked", "item"),
        ("circulating", "commitment"),
    ],
)
def test_words_find_what_holds_them(add: Add, text: str, kind: str) -> None:
    add()
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text", ['"note briefing"', "briefing unicorn", "waiting-note", "brief1ng", '"plans were noted"']
)
def test_words_find_nothing_that_does_not_hold_them_all(add: Add, text: str) -> None:
    add()
    assert found(text) == []


@pytest.mark.parametrize("text", ["Siân Wyn-Jones", "sian", "SIÂN", "wyn jones", "ŵyn", "Tŷ", "ty"])
def test_accents_and_case_do_not_count(add: Add, reader: ScriptedReader, text: str) -> None:
    words = "Siân Wyn-Jones spoke of Tŷ Ŵyn."
    reader.finds = {"exchanges": [words]}
    add(words)
    assert "exchange" in kinds(text)


@pytest.mark.parametrize("text", ["children's", "childrens", "children’s services", "Children Services"])
def test_an_apostrophe_is_no_more_than_a_gap(add: Add, reader: ScriptedReader, text: str) -> None:
    reader.finds = {"exchanges": ["The children’s services were asked about."]}
    add("The children’s services were asked about.")
    assert "exchange" in kinds(text)


def test_the_words_looked_for_are_marked_and_all_else_is_escaped(add: Add, reader: ScriptedReader) -> None:
    words = "Officers promised <script>alert(1)</script> & a \ue000briefing\ue001 note"
    reader.finds = {"exchanges": [words]}
    add(words)
    hit = next(hit for hit in found("briefing") if hit.kind == "exchange")
    assert "<mark>briefing</mark>" in hit.passage
    assert "&lt;script&gt;" in hit.passage
    assert hit.passage.count("<") == hit.passage.count("<mark>") * 2


def test_a_finding_leads_to_its_words_in_the_item(add: Add) -> None:
    item = add().items[0]
    hit = next(hit for hit in found("briefing") if hit.kind == "commitment")
    assert hit.url == f"{item.get_absolute_url()}#{Commitment.objects.get().anchor}"
    assert (hit.title, hit.body, hit.meeting_date) == ("briefing note", "Children's Committee", "2024-03-05")


def test_a_person_is_one_hit_however_often_named(add: Add) -> None:
    add()
    add(MINUTES.replace("66%", "70%"), date="2024-06-04")
    assert [hit.kind for hit in found("anwen")].count("person") == 1


@pytest.mark.parametrize(
    ("narrowing", "left"),
    [
        (Narrowing(kinds=("commitment",)), {"commitment"}),
        (Narrowing(kinds=("obligation",)), {"obligation"}),
        (Narrowing(kinds=("commitment", "item")), {"commitment", "item"}),
        (Narrowing(body="children-s-committee"), {"commitment", "item", "obligation"}),
        (Narrowing(body="cabinet"), set()),
    ],
)
def test_a_search_is_narrowed(add: Add, narrowing: Narrowing, left: set[str]) -> None:
    body = add().meeting.body.slug
    if narrowing.body == "children-s-committee":
        narrowing = Narrowing(body=body)
    assert {hit.kind for hit in found("briefing", narrowing)} == left


HOSTILE = [
    "", " ", '"', '""', "'", "*", "note*", "NEAR(", "NEAR(note, 5)", "note NEAR briefing", "AND", "OR NOT", "(", ")",
    "note AND (", "text:note", "-note", "^note", "note:*", "a & b | !c", "<->", "\\", "%", "_", "\0", "note\0",
    "'; DROP TABLE", "{title}: note", "+", "\ud800", "🦊", "ﬁ", "x" * 10_000, "note " * 5_000, '"' * 999, "\u202e",
    "İ", "ß", "٣", "a\x1ab",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_only_words(add: Add, text: str) -> None:
    add()
    assert isinstance(found(text), list)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=40) | st.text(alphabet='"*()^:-+&|!<>~ aNORTD', max_size=30))
def test_no_text_breaks_a_search(db: None, text: str) -> None:
    assert found(text) == []


def test_an_amended_and_a_rejected_finding_are_found_as_they_stand(add: Add, clerk: User) -> None:
    add()
    amend(Commitment.objects.get(), {"deliverable": "dossier"}, actor=clerk, why="They call it so.")
    assert kinds("dossier") == {"commitment"}
    reject(Commitment.objects.get(), actor=clerk)
    assert kinds("dossier") == set()


def test_what_a_source_no_longer_says_is_found_no_more(add: Add) -> None:
    add()
    add(MINUTES.replace(PROMISE, "Nothing was promised."))
    assert found("briefing") == []


def test_long_minutes_are_found_to_their_end(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {}
    add("\n\n".join(["Members spoke at some length of many things."] * (2 * LONGEST_ENTRY // 45)) + "\n\nA walrus.\n")
    assert Entry.objects.filter(kind="item").count() > 1
    assert "walrus" in found("walrus")[0].passage


def test_hits_come_in_pages(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {}
    for number in range(28):
        add(f"Report {number}\n\nA walrus was seen.\n", name=f"{number}.txt")
    first, last = search(None, "walrus"), search(None, "walrus", page=2)
    assert (first.paginator.count, len(first), len(last)) == (28, 25, 3)
    assert len({hit.url for hit in [*first, *last]}) == 28


def test_a_rebuilt_index_is_the_index_that_was(add: Add) -> None:
    add()
    before = sorted(Entry.objects.values_list("kind", "title", "text", "anchor"))
    assert rebuild() == len(before)
    assert sorted(Entry.objects.values_list("kind", "title", "text", "anchor")) == before
    assert kinds("briefing") == {"item", "commitment", "obligation"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("briefing note", [("briefing",), ("note",)]),
        ('the "briefing note"', [("briefing", "note")]),
        ("Howcroft-Scott", [("howcroft", "scott")]),
        ("note note", [("note",)]),
        ("the of and", []),
        ('"unbalanced phrase', [("unbalanced",), ("phrase",)]),
    ],
)
def test_words_and_phrases_are_told_apart(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert phrases(text) == wanted
