"""What a record becomes in the register: persons, items, findings, times and answers."""

from __future__ import annotations

from datetime import date

from arising.reading import record as read
from arising.register.bodies.models import Item, Person, Post
from arising.register.record.models import (
    Commitment,
    Decision,
    Exchange,
    Mention,
    Passage,
    Topic,
)
from register.invented import DECISION, MINUTES, PROMISE, QUESTION, Add, ScriptedReader

CHANGED = MINUTES.replace("The Director of People introduced the report.", "The Director introduced her report.")


def test_persons_and_posts_are_known_again_by_name(add: Add, reader: ScriptedReader) -> None:
    again = "Cllr Pryce spoke of it. Councillor Anwen Pryce agreed. CLLR ANWEN PRYCE thanked the Chair."
    reader.finds = {
        "people": [
            ("Councillor Anwen Pryce", {"name": "Councillor Anwen Pryce", "role": "Chair"}),
            ("CLLR ANWEN PRYCE", {"name": "CLLR ANWEN PRYCE"}),
            ("Cllr Pryce", {"name": "Cllr Pryce"}),
        ]
    }
    add(again)
    assert sorted(Person.objects.values_list("key", flat=True)) == ["anwen pryce", "pryce"]
    assert Mention.objects.filter(person__key="anwen pryce").count() == 2
    assert Post.objects.get().name == "Chair"


def test_items_get_the_stretches_in_which_they_are_minuted(add: Add, reader: ScriptedReader) -> None:
    text = "1 Minutes\n\nThe minutes were agreed.\n\n2 Budget\n\nThe Committee noted the report.\n"
    reader.finds = {"items": [("Minutes", {"number": "1"}), ("Budget", {"number": "2"})], "decisions": [DECISION]}
    outcome = add(text)
    assert [str(item) for item in outcome.items] == ["1 Minutes", "2 Budget"]
    stretches = [(p.start, p.end) for p in Passage.objects.order_by("start")]
    assert stretches[0][1] <= stretches[1][0]
    assert Decision.objects.get().item == outcome.items[1]


def test_an_item_that_a_new_version_has_not_leaves_the_agenda(add: Add, reader: ScriptedReader) -> None:
    text = "1 Minutes\n\nThe minutes were agreed.\n\n2 Budget\n\nThe Committee noted the report.\n"
    reader.finds = {"items": [("Minutes", {"number": "1"}), ("Budget", {"number": "2"})]}
    add(text)
    reader.becomes("test-2", items=[("Minutes", {"number": "1"})])
    add(text)
    assert list(Item.objects.order_by("order").values_list("title", "gone")) == [("Minutes", False), ("Budget", True)]


def test_findings_stand_under_the_topic_before_them(add: Add, reader: ScriptedReader) -> None:
    text = "Plans – all is well.\n\nOfficers would report back.\n\nPlans – they were late. Officers would write.\n"
    reader.finds = {
        "topics": ["Plans"],
        "commitments": [("Officers would write", {"topic": "Plans"})],
    }
    add(text)
    assert Commitment.objects.get().topic == Topic.objects.get()


def test_a_table_takes_what_is_longer_than_its_columns(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"commitments": [(PROMISE, {"owner": "x" * 2000, "deliverable": "a\0b"})]}
    add()
    commitment = Commitment.objects.get()
    assert len(commitment.owner) == 500
    assert commitment.owner.endswith("…")
    assert commitment.deliverable == "a\N{REPLACEMENT CHARACTER}b"


def test_times_keep_their_words_and_their_bounds(add: Add, reader: ScriptedReader) -> None:
    march = read.When(words="in March", kind="date", edtf="2024-03", earliest="2024-03-01", latest="2024-03-31")
    reader.finds = {"commitments": [(PROMISE, {"due": "in March", "when": march})]}
    add()
    commitment = Commitment.objects.get()
    assert (commitment.due, commitment.due_edtf, commitment.due_latest) == ("in March", "2024-03", date(2024, 3, 31))


def test_answers_keep_their_places(add: Add, reader: ScriptedReader) -> None:
    start = MINUTES.index("they were falling")
    answer = read.Answer(speaker="Director of People", quote="they were falling", start=start, end=start + 17)
    reader.finds = {"exchanges": [(QUESTION, {"answers": (answer,), "responders": ("Director of People",)})]}
    add()
    kept = Exchange.objects.get().answers[0]
    assert (kept["speaker"], kept["quote"]) == ("Director of People", "they were falling")
