"""One finding made two, two made one, and neither undone by a new reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from arising.reading import record as read
from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Commitment, Decision, Exchange, Mention, ReviewStep, State, Vote
from arising.register.record.operations import Outcome, amend, merge, reject, split, take_back
from arising.register.record.versions import ChangedSince, version
from register.invented import QUESTION, Add, ScriptedReader
from register.record.review.desk import BOTH, DESK, ONE, OTHER, address, promise, request, send, text_of

Minutes = Callable[..., Outcome]
AND = BOTH.split().index("and")
FIRST = "Officers undertook to circulate a note on waiting lists by March 2025"
SECOND = "and to report on the pilot in June 2025."


def other() -> Decision:
    return Decision.objects.get(quote=OTHER)


def quotes() -> list[str]:
    return [each.quote for each in Commitment.objects.standing().order_by("start")]


def test_a_finding_is_split_where_a_person_says(minutes: Minutes, clerk: User) -> None:
    minutes()
    parts = split(promise(), AND, actor=clerk)
    assert [(part.quote, part.state, part.owner) for part in parts] == [
        (FIRST, State.AMENDED, "Officers"), (SECOND, State.AMENDED, "Officers"),
    ]  # fmt: skip
    text = parts[0].reading.document.text
    assert [text[part.start : part.end] for part in parts] == [FIRST, SECOND]


@pytest.mark.parametrize("again", [DESK, "A word before.\n\n" + DESK], ids=["the same text", "a text that moved"])
def test_a_new_reading_leaves_the_parts_as_they_are(
    minutes: Minutes, clerk: User, reader: ScriptedReader, again: str
) -> None:
    minutes()
    _, second = split(promise(), AND, actor=clerk)
    amend(second, {"deliverable": "a report"}, actor=clerk, why="Checked")
    reader.becomes("test-2")
    minutes(again)
    assert quotes() == [FIRST, SECOND]
    second.refresh_from_db()
    assert (second.deliverable, second.reading.current) == ("a report", True)
    assert second.reading.document.text[second.start : second.end] == SECOND


def test_the_whole_in_slightly_other_words_is_not_proposed_again(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    split(promise(), AND, actor=clerk)
    reader.becomes("test-2", commitments=[BOTH.removeprefix("Officers ")])
    minutes()
    assert quotes() == [FIRST, SECOND]


def test_a_reader_that_finds_the_parts_by_itself_finds_them_there(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    split(promise(), AND, actor=clerk)
    reader.becomes("test-2", commitments=[FIRST, SECOND])
    minutes()
    assert quotes() == [FIRST, SECOND]


def test_a_split_taken_back_leaves_one(minutes: Minutes, clerk: User) -> None:
    minutes()
    before = version(promise())
    split(promise(), AND, actor=clerk)
    take_back(queries.last_steps(clerk)[0].step, actor=clerk)
    assert (quotes(), version(promise())) == ([BOTH], before)


def test_answers_go_with_the_part_that_they_stand_in(add: Add, clerk: User, reader: ScriptedReader) -> None:
    start = QUESTION.index("they were falling")
    answer = read.Answer(speaker="Director of People", quote="they were falling", start=start, end=start + 17)
    reader.finds = {"exchanges": [(QUESTION, {"answers": (answer,)})]}
    add(QUESTION)
    first, second = split(Exchange.objects.get(), 8, actor=clerk)
    assert (first.answers, [each["quote"] for each in second.answers]) == ([], ["they were falling"])
    take_back(queries.last_steps(clerk)[0].step, actor=clerk)
    assert [each["quote"] for each in Exchange.objects.get().answers] == ["they were falling"]


@pytest.mark.parametrize("word", [0, -1, 100])
def test_a_split_before_no_word_is_refused(minutes: Minutes, clerk: User, word: int) -> None:
    minutes()
    with pytest.raises(ValidationError, match="each part holds at least a word"):
        split(promise(), word, actor=clerk)
    assert quotes() == [BOTH]


def test_what_somebody_changed_is_not_split(minutes: Minutes, clerk: User) -> None:
    minutes()
    shown = version(promise())
    amend(promise(), {"to": "the Chair"}, actor=clerk, why="Checked")
    with pytest.raises(ChangedSince):
        split(promise(), AND, actor=clerk, shown=shown)


def test_neighbours_are_merged(minutes: Minutes, clerk: User) -> None:
    minutes()
    one = merge(other(), request(), actor=clerk)
    assert (one.quote, one.action, one.addressee) == (f"{ONE} {OTHER}", "request", "Cabinet")
    assert one.reading.document.text[one.start : one.end] == one.quote
    part = other()
    assert (part.state, part.merged_into) == (State.REJECTED, one)


@pytest.mark.parametrize("again", [DESK, "A word before.\n\n" + DESK], ids=["the same text", "a text that moved"])
def test_a_new_reading_brings_no_part_back(minutes: Minutes, clerk: User, reader: ScriptedReader, again: str) -> None:
    minutes()
    merge(request(), other(), actor=clerk)
    reader.becomes("test-2")
    minutes(again)
    assert [each.quote for each in Decision.objects.standing()] == [f"{ONE} {OTHER}"]
    reader.becomes("test-3", decisions=[f"{ONE} {OTHER}"])
    minutes(again)
    assert [each.quote for each in Decision.objects.standing()] == [f"{ONE} {OTHER}"]


def test_a_merging_taken_back_leaves_two(minutes: Minutes, clerk: User) -> None:
    minutes()
    before = version(request()), version(other())
    merge(request(), other(), actor=clerk)
    take_back(queries.last_steps(clerk)[0].step, actor=clerk)
    assert (version(request()), version(other())) == before


def test_a_time_is_taken_whole_from_the_second_or_not_at_all(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    when = read.When(words="June 2025", kind="date", edtf="2025-06", earliest="2025-06-01", latest="2025-06-30")
    told = {"due": "June 2025", "when": when}
    for due, kept in (("", "2025-06"), ("shortly", "")):
        reader.becomes(f"test {due}", commitments=[(FIRST, {"due": due}), (SECOND, told)])
        minutes(f"{DESK}\n{due}\n", f"minutes {due}.txt", body=f"{due} Committee")
        first, second = Commitment.objects.filter(source__name=f"minutes {due}.txt").order_by("start")
        merge(first, second, actor=clerk)
        assert Commitment.objects.get(pk=first.pk).due_edtf == kept


def test_those_far_apart_are_not_merged(minutes: Minutes, clerk: User, reader: ScriptedReader) -> None:
    text = DESK.replace(f"{ONE} {OTHER}", f"{ONE} {'A long debate followed on many things. ' * 3}{OTHER}")
    minutes(text)
    with pytest.raises(ValidationError, match="stand next to each other"):
        merge(request(), other(), actor=clerk)
    assert Decision.objects.standing().count() == 2


def test_what_was_rejected_is_not_merged(minutes: Minutes, clerk: User) -> None:
    minutes()
    reject(other(), actor=clerk, why="None")
    with pytest.raises(ValidationError):
        merge(request(), other(), actor=clerk)


def test_a_vote_is_neither_split_nor_offered_to_be(desk: Client, clerk: User, add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"votes": ["For: 7. Against: 2."]}
    add("Budget\n\nFor: 7. Against: 2.\n", "votes.txt")
    with pytest.raises(ValidationError, match="neither split nor merged"):
        split(Vote.objects.get(), 2, actor=clerk)
    assert "Split or merge" not in text_of(desk.get(address(Vote.objects.get())))
    assert not Mention.objects.exists()


def test_the_page_splits_and_shows_the_first_part(desk: Client) -> None:
    answer = send(desk, promise(), "split", before_word=AND)
    first = Commitment.objects.get(quote=FIRST)
    assert answer.headers["Location"] == address(first)
    page = text_of(desk.get(address(first)))
    assert SECOND in page
    assert "You did last: <strong>Split in two</strong>" in page


def test_undoing_a_split_on_the_page_leads_back_to_the_whole(desk: Client) -> None:
    send(desk, promise(), "split", before_word=AND)
    answer = desk.post(f"/review/undo/{ReviewStep.objects.get().pk}/")
    assert answer.headers["Location"] == f"{address(promise())}?undone"
    assert desk.get(answer.headers["Location"]).status_code == 200


def test_the_page_asks_where_to_split(desk: Client) -> None:
    answer = send(desk, promise(), "split")
    assert (answer.status_code, "Choose where the second begins" in text_of(answer)) == (200, True)


def test_the_page_merges_with_a_neighbour(desk: Client) -> None:
    gone = other().pk
    send(desk, request(), "merge", other=gone)
    assert request().quote == f"{ONE} {OTHER}"
    page = text_of(desk.get(f"/review/decision/{gone}/"))
    assert f'It was merged into <a class="govuk-link" href="{address(request())}">' in page
