"""The ends of a quote move word by word, and stay where a person put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record import queries, texts
from arising.register.record.ends import ends_of, nearest
from arising.register.record.models import Commitment, Finding, State
from arising.register.record.operations import Outcome, move_ends
from register.invented import ScriptedReader
from register.record.review.desk import BOTH, DESK, EARLIER, LATER, ONE, address, as_written, promise, send, text_of

Minutes = Callable[..., Outcome]


def holds(finding: Finding) -> bool:
    """Whether the quote stands where the finding says."""
    return bool(finding.reading.document.text[finding.start : finding.end] == finding.quote)


@pytest.mark.parametrize(
    ("start_by", "end_by", "quote"),
    [
        (1, 0, BOTH.removeprefix("Officers ")), (-2, 0, f"the team. {BOTH}"), (0, 1, f"{BOTH} Members"),
        (0, -3, BOTH.removesuffix(" in June 2025.")),
        (2, -3, BOTH[len("Officers undertook ") : -len(" in June 2025.")]),
    ],
)  # fmt: skip
def test_an_end_moves_by_words(minutes: Minutes, clerk: User, start_by: int, end_by: int, quote: str) -> None:
    minutes()
    moved = move_ends(promise(), start_by=start_by, end_by=end_by, actor=clerk)
    assert (moved.quote, moved.state, holds(promise())) == (quote, State.AMENDED, True)


def test_a_quote_reaches_one_sentence_further_at_most(minutes: Minutes, clerk: User) -> None:
    minutes()
    document = promise().reading.document
    ends = ends_of(promise(), document.text, texts.blocks(document))
    assert document.text[min(ends.starts) : max(ends.ends)] == f"{EARLIER} {BOTH} {LATER}"


@pytest.mark.parametrize(("start_by", "end_by"), [(-8, 0), (0, 5), (40, 0), (0, -40), (20, -1)])
def test_an_end_that_cannot_be_there_is_refused(minutes: Minutes, clerk: User, start_by: int, end_by: int) -> None:
    minutes()
    with pytest.raises(ValidationError, match="one sentence further at most"):
        move_ends(promise(), start_by=start_by, end_by=end_by, actor=clerk)
    assert (promise().quote, promise().state) == (BOTH, State.PROPOSED)


def test_moving_again_and_again_comes_no_further(minutes: Minutes, clerk: User) -> None:
    minutes()
    far = move_ends(promise(), start_by=-7, end_by=4, actor=clerk)
    assert far.quote == f"{EARLIER} {BOTH} {LATER}"
    for start_by, end_by in ((-1, 0), (0, 1)):
        with pytest.raises(ValidationError):
            move_ends(promise(), start_by=start_by, end_by=end_by, actor=clerk)


def test_a_quote_never_leaves_its_paragraph(minutes: Minutes, clerk: User) -> None:
    minutes()
    (moved, _) = (move_ends(queries.queue(clerk, queries.Desk(kind="decision")).findings[0], end_by=8, actor=clerk), 0)
    assert moved.quote.startswith(ONE)
    with pytest.raises(ValidationError):
        move_ends(moved, start_by=-1, actor=clerk)


def test_ends_that_a_person_set_stay_when_the_source_is_read_again(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    quote = move_ends(promise(), start_by=-2, end_by=-3, actor=clerk).quote
    reader.becomes("test-2")
    minutes("A word before.\n\n" + DESK)
    assert Commitment.objects.count() == 1
    assert (promise().quote, promise().as_read["quote"], holds(promise())) == (quote, BOTH, True)
    assert promise().reading.current


def test_of_the_same_words_twice_the_nearer_ones_are_kept(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    text = "Report\n\nIt was noted. Officers would report. It was noted. It was noted too.\n"
    reader.finds = {"commitments": ["Officers would report. It was noted."]}
    minutes(text)
    move_ends(promise(), start_by=3, actor=clerk)
    reader.becomes("test-2")
    minutes(text)
    assert (promise().quote, promise().start) == (
        "It was noted.", promise().reading.document.text.index("It was noted. It"),
    )  # fmt: skip


def test_words_that_a_person_chose_and_that_are_gone_stay_on_the_text_where_they_stood(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    quote = move_ends(promise(), start_by=-2, actor=clerk).quote
    reader.becomes("test-2")
    minutes(DESK.replace("thanked the team.", "thanked everybody."))
    assert Commitment.objects.count() == 1
    assert (promise().quote, promise().state, promise().superseded) == (quote, State.AMENDED, False)
    assert (promise().reading.current, holds(promise())) == (False, True)


def test_a_button_moves_an_end_by_a_word_and_stays_on_the_page(desk: Client) -> None:
    answer = send(desk, promise(), "ends", move="end-more")
    assert (answer.headers["Location"], promise().quote) == (address(promise()), f"{BOTH} Members")


def test_an_end_is_picked_from_the_list_of_words(desk: Client) -> None:
    page = text_of(desk.get(address(promise())))
    assert "The quote begins with" in page
    send(desk, promise(), "amend", **as_written(desk, promise()) | {"start_by": "1", "to": "the Chair"})
    assert (promise().quote, promise().to) == (BOTH.removeprefix("Officers "), "the Chair")


def test_a_button_that_can_move_nothing_is_not_there(desk: Client, clerk: User) -> None:
    move_ends(promise(), end_by=4, actor=clerk)
    page = text_of(desk.get(address(promise())))
    assert "One word less at the end" in page
    assert "One word more at the end" not in page


@pytest.mark.parametrize(("around", "at"), [(0, 0), (3, 0), (4, 7), (9, 7), (50, 7)])
def test_the_nearest_place_is_found(around: int, at: int) -> None:
    assert nearest("a word a word", "a word", around) == at


def test_words_that_stand_nowhere_are_not_found() -> None:
    assert nearest("a word", "two", 3) == -1
