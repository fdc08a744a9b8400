"""Marks stand where the words stand, however they nest and overlap."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from arising.register.record.marking import Closes, Mark, MarkedText, Opens, pieces

TEXT = "Officers undertook to send 12 reports to the Committee by March."


def mark(words: str, key: int = 1, kind: str = "figure", text: str = TEXT) -> Mark:
    start = text.index(words)
    return Mark(str(key), start, start + len(words), kind, f"{kind.title()} {key}")


def without_tags(marked: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", marked))


def shape(text: str, *marks: Mark) -> str:
    written = ""
    for piece in pieces(text, 0, len(text), marks):
        match piece:
            case Opens(opened):
                written += f"[{opened.key}:"
            case Closes(closed, _):
                written += f":{closed.key}]"
            case words:
                written += words
    return written


def test_a_mark_inside_another_is_nested() -> None:
    assert shape("one two three", mark("one two", 1, text="one two three"), mark("two", 2, text="one two three")) == (
        "[1:one [2:two:2]:1] three"
    )


def test_a_mark_that_crosses_another_is_closed_and_opened_again() -> None:
    text = "one two three"
    assert (
        shape(text, mark("one two", 1, text=text), mark("two three", 2, text=text)) == "[1:one [2:two:2]:1][2: three:2]"
    )


def test_two_marks_of_the_same_words_both_stand() -> None:
    text = "one two"
    assert shape(text, mark("two", 1, text=text), mark("two", 2, text=text)) == "one [1:[2:two:2]:1]"


def test_marks_that_touch_do_not_nest() -> None:
    text = "one two"
    assert shape(text, mark("one", 1, text=text), mark(" two", 2, text=text)) == "[1:one:1][2: two:2]"


def test_a_mark_of_no_words_is_left_out() -> None:
    assert shape("one", Mark("1", 1, 1, "figure", "Figure 1")) == "one"


def test_only_the_first_piece_of_a_mark_is_its_target() -> None:
    marked = MarkedText(TEXT, [mark("undertook to send 12 reports"), mark("12 reports to the Committee", 2)])
    assert marked.words(0, len(TEXT)).count('id="2"') == 1


def test_a_mark_that_runs_over_two_blocks_has_one_target_and_two_pieces() -> None:
    marked = MarkedText(TEXT, [mark("send 12 reports")])
    cut = TEXT.index("12")
    both = marked.words(0, cut) + marked.words(cut, len(TEXT))
    assert both.count('id="1"') == 1
    assert both.count("<mark ") == both.count("</mark>") == 2
    assert both.count("mark-end") == 1


def test_a_mark_leads_to_its_entry_in_words() -> None:
    words = MarkedText(TEXT, [mark("12 reports", 7)]).words(0, len(TEXT))
    assert 'href="#entry-7"' in words
    assert 'aria-label="Figure 7: see its entry"' in words


def test_markup_in_the_minutes_is_shown_and_never_run() -> None:
    text = "<script>alert('x')</script> & more"
    marked = MarkedText(text, [Mark("1", 3, 20, "figure", "Figure 1")]).words(0, len(text))
    assert "<script" not in marked
    assert without_tags(marked) == text


def test_the_marks_that_were_shown_are_known() -> None:
    marked = MarkedText(TEXT, [mark("12", 1), mark("March", 2)])
    marked.words(0, TEXT.index("March"))
    assert marked.shown == {"1"}


spans = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=12)


@given(st.text(max_size=50), spans, st.integers(0, 50))
def test_without_its_tags_a_marked_text_is_the_text(text: str, edges: list[tuple[int, int]], cut: int) -> None:
    marks = [Mark(str(key), start, end, "figure", f"Figure {key}") for key, (start, end) in enumerate(edges)]
    marked = MarkedText(text, marks)
    cut = min(cut, len(text))
    assert without_tags(marked.words(0, cut)) + without_tags(marked.words(cut, len(text))) == text


@given(st.text(min_size=1, max_size=50), spans)
def test_every_character_of_a_mark_is_inside_it_and_tags_nest(text: str, edges: list[tuple[int, int]]) -> None:
    marks = [Mark(str(key), start, end, "figure", "Figure") for key, (start, end) in enumerate(edges)]
    stack: list[str] = []
    covered: dict[str, list[int]] = {}
    at = 0
    for piece in pieces(text, 0, len(text), marks):
        match piece:
            case Opens(opened):
                stack.append(opened.key)
            case Closes(closed, _):
                assert stack.pop() == closed.key
            case words:
                for key in stack:
                    covered.setdefault(key, []).extend(range(at, at + len(words)))
                at += len(words)
    assert not stack
    for each in marks:
        expected = list(range(max(each.start, 0), min(each.end, len(text))))
        assert covered.get(each.key, []) == expected
