"""What the reader does to save time changes no finding: each shortcut is held against reading without it.

A shortcut asks something cheap before a pattern is tried. Here every one of them always lets the pattern be tried.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arising.documents import Document, open_document
from arising.documents.text import read_text
from arising.reading import Record, read
from arising.reading.findings.commitments.rules import RULES, Rule, rules_for
from arising.reading.language import speakers, times
from reading.minuted import minutes
from reading.test_read import HEADS, SAID, WHAT, WHO

MORE = """\
, more than 40 of whom were aged under 5, waited
at least a further 12% nationally, compared with 9% across England in Q3
around an estimated £1.2m, against some £900,000 in 2019/20
the number of children in care stood at 444, of the 1,200 known
61.4 per 10,000, up from 58.2 in March 2019 and 12 out of a possible 63
of those aged 16 to 18, 24 were in section 4 of the U.K. report, i.e. that of Easter
if the budget allowed and he might come back within three months
unless it was agreed at the last meeting, the Clerk would write, and that members be told
two years ago the Head of Place, Mrs. A. Hill (Chair), had said so
they undertook to bring a further report to the Committee by the end of September
the Children Act 1989 and Statutory Guidance on Care, as the Planning Committee held on 4 May 2023 heard
Mr J. Orr OBE was elected Chair; and, subject to costs, that the Board should decide
6 voted for, 2 against and one abstained
the accounts were approved. it closed at 7.30 p.m. The Chair said "yes." and left
was due to open in late January at a cost of approx. £3m.The Director of Place explained that it was so
In reply to a question, the Officers (both) explained; concerns were raised about the A1288 – a danger
it was hoped that pupils’ places would be available to the Panel for 2024-25
apologies were received from Cllr. Moss, for whom Cllr. Tan attended
ACTION: the Treasurer to pay
Nº 7 and £ 5, “100%”, (12), 3rd, 4pm, 1990, 20 years old
urgent business: the report was embargoed until noon on 3 March 2024""".splitlines()
SENTENCES = st.builds(
    "{} {} {}{} ".format,
    st.sampled_from([*WHO, *MORE, "Officers", "the"]),
    st.sampled_from([*SAID, "", "explained", "and", "who"]),
    st.sampled_from([*WHAT, *MORE]),
    st.sampled_from([".", ";", "?", ":", ",", "", "…", ".)", '."']),
)
LINES = st.one_of(st.sampled_from(HEADS), st.lists(SENTENCES, min_size=1, max_size=4).map("".join))
MEETINGS = st.lists(LINES, max_size=12).map("\n\n".join)
CUT = st.tuples(MEETINGS, st.integers(0, 40)).map(lambda both: both[0][both[1] :])
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

EVERYTHING: Any = re.compile("")
"""A pattern that finds something everywhere."""


class Whatever:
    """A set of words that has every word."""

    def __contains__(self, word: object) -> bool:
        return True


LET_THROUGH = {
    "language.sentences._STOP": EVERYTHING,
    "language.sentences._STOP_TO_WEIGH": EVERYTHING,
    "language.sentences._MAYBE_GLUED": EVERYTHING,
    "language.sentences._ENDS_OF_ABBREVIATIONS": Whatever(),
    "language.sentences._runs_into": lambda piece, speaker: True,
    "findings.numbers._SIGN": 10**6,
    "findings.figures._ENDS_QUALIFIED": ("",),
    "findings.figures._ENDS_ABOUT": ("",),
    "findings.figures._ENDS_MORE": ("",),
    "findings.figures._ENDS_LESS": ("",),
    "findings.figures._LOOSE_ENDS": ("",),
    "findings.figures._DATED": EVERYTHING,
    "findings.figures.may_hold_time": lambda text, vocabulary: True,
    "findings.votes._SIDE_OPENS": Whatever(),
    "outline.items._LABELS": ("",),
    "findings.commitments.attributes._ANY_PAPER": re.compile(r"\Z"),
    "findings.commitments.attributes._WORDS_BEFORE_PAPER": 10**6,
}
"""Each shortcut by the name of what decides it, and what makes it let everything through."""


@contextmanager
def without_shortcuts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LET_THROUGH.items():
            patch.setattr(f"arising.reading.{name}", value)
        for name, module in list(sys.modules.items()):
            if name.startswith("arising.reading.") and hasattr(module, "has_any"):
                patch.setattr(module, "has_any", lambda text, stretches: True)
        yield


def read_without_shortcuts(document: Document) -> Record:
    with without_shortcuts():
        return read(document)


def invented(text: str) -> Document:
    return read_text(text, name="invented.txt", sha256="0" * 64)


@OFTEN
@given(st.one_of(MEETINGS, CUT))
def test_generated_minutes_are_read_as_they_are_without_shortcuts(text: str) -> None:
    assert read(invented(text)) == read_without_shortcuts(invented(text))


@pytest.mark.parametrize("words", [*MORE, *WHAT])
def test_a_sentence_is_read_as_it_is_without_shortcuts(words: str) -> None:
    text = "\n\n".join(f"{who} {said} {words}." for who in WHO for said in SAID)
    assert read(invented(text)) == read_without_shortcuts(invented(text))


def test_labelled_minutes_are_read_as_they_are_without_shortcuts(gold: tuple[Any, ...]) -> None:
    for labelled in gold:
        document = open_document(labelled.path)
        assert read(document) == read_without_shortcuts(document)


def test_without_shortcuts_more_is_tried() -> None:
    """What the other tests compare with is another way of reading, and not the same twice."""
    asked: list[str] = []

    class Asked:
        def search(self, text: str, *where: int) -> None:
            asked.append(text)

    def read_with_a_witness() -> int:
        asked.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("arising.reading.findings.figures._ABOUT", Asked())
            minutes("The Director said that 40 lamps in Mill Lane were out.")
        return len(asked)

    tried = read_with_a_witness()
    with without_shortcuts():
        assert read_with_a_witness() > tried


@OFTEN
@given(st.one_of(MEETINGS, CUT))
def test_speakers_are_found_where_their_pattern_alone_finds_them(text: str) -> None:
    alone = re.compile(speakers._SPEECH.pattern.replace(speakers._BEGINS, "", 1))
    assert alone.pattern != speakers._SPEECH.pattern
    assert spans(speakers._SPEECH, text) == spans(alone, text)


@OFTEN
@given(st.one_of(MEETINGS, CUT))
def test_times_are_found_where_their_patterns_alone_find_them(text: str) -> None:
    alone = re.compile(rf"(?<![\w/£€$])(?:{times._ANY_SHAPE})")
    assert spans(times._TIME, text) == spans(alone, text)


@OFTEN
@given(SENTENCES)
def test_a_rule_that_is_not_tried_finds_no_commitment(text: str) -> None:
    words = frozenset(re.findall(r"[a-z][a-z’'-]*", text.lower()))
    left_out = set(RULES) - set(rules_for(words))
    assert not [rule.name for rule in left_out for match in rule.matches(text) if match]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.stretch], ids=lambda rule: rule.name)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_match_of_a_rule_holds_the_stretch_without_which_it_is_not_tried(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(rule.pattern))
    assert all(rule.stretch in match.group() for match in rule.pattern.finditer(text))


@OFTEN
@given(SENTENCES)
def test_a_rule_finds_what_its_pattern_finds(text: str) -> None:
    for rule in RULES:
        found = [match.span() for match in rule.matches(text)]
        assert found == [span for span in spans(rule.pattern, text) if not rule.at_start or span[0] == 0]


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]
