"""Dates and spans of time as minutes write them, read at a meeting on 9 January 2020."""

from __future__ import annotations

from datetime import date

import pytest

from arising.reading.language.times import day_of, find_times, may_hold_time, work_out
from arising.reading.record import When

MET = date(2020, 1, 9)


def when(words: str, *, meeting: date | None = MET, future: bool = True) -> When:
    """What the one time in ``words`` means."""
    (time,) = find_times(words, 0, len(words))
    return work_out(time, meeting, future=future)


@pytest.mark.parametrize(
    ("text", "words", "edtf", "earliest", "latest"),
    [
        ("at noon on Friday 10 January 2020", "noon on Friday 10 January 2020",
         "2020-01-10T12:00", "2020-01-10", "2020-01-10"),
        ("at 10.30 am on 5 May 2020", "10.30 am on 5 May 2020", "2020-05-05T10:30", "2020-05-05", "2020-05-05"),
        ("at midnight on 5 May", "midnight on 5 May", "2020-05-05T00:00", "2020-05-05", "2020-05-05"),
        ("on Friday 7 February", "Friday 7 February", "2020-02-07", "2020-02-07", "2020-02-07"),
        ("on the 21st of May", "the 21st of May", "2020-05-21", "2020-05-21", "2020-05-21"),
        ("on 10/01/2020", "10/01/2020", "2020-01-10", "2020-01-10", "2020-01-10"),
        ("in September 2019", "September 2019", "2019-09", "2019-09-01", "2019-09-30"),
        ("since Sept 2021", "Sept 2021", "2021-09", "2021-09-01", "2021-09-30"),
        ("around late January", "late January", "2020-01~", "2020-01-21", "2020-01-31"),
        ("by mid-June", "mid-June", "2020-06~", "2020-06-11", "2020-06-20"),
        ("in early June", "early June", "2020-06~", "2020-06-01", "2020-06-10"),
        ("late March/early April 2020", "late March/early April 2020", "2020-03~/2020-04~", "2020-03-21", "2020-04-10"),
        ("July to September 2019", "July to September 2019", "2019-07/2019-09", "2019-07-01", "2019-09-30"),
        ("the summer of 2019", "the summer of 2019", "2019-22", "2019-06-01", "2019-08-31"),
        ("in winter 2020", "winter 2020", "2020-24", "2020-12-01", "2021-02-28"),
        ("in Q3 2023", "Q3 2023", "2023-35", "2023-07-01", "2023-09-30"),
        ("the second quarter of 2023", "second quarter of 2023", "2023-34", "2023-04-01", "2023-06-30"),
        ("in 2023/24", "2023/24", "2023-04/2024-03", "2023-04-01", "2024-03-31"),
        ("in 2024", "2024", "2024", "2024-01-01", "2024-12-31"),
        ("in 3 months time", "in 3 months time", "2020-04-09~", "2020-04-09", "2020-04-09"),
        ("within two weeks", "within two weeks", "2020-01-09/2020-01-23", "2020-01-09", "2020-01-23"),
        ("over the next three months", "over the next three months", "2020-01-09/2020-04-09", "2020-01-09",
         "2020-04-09"),
        ("after six weeks", "after six weeks", "2020-02-20~", "2020-02-20", "2020-02-20"),
        ("six months ago", "six months ago", "2019-07-09~", "2019-07-09", "2019-07-09"),
        ("a year ago", "a year ago", "2019-01-09~", "2019-01-09", "2019-01-09"),
        ("next week", "next week", "2020-01-13/2020-01-19", "2020-01-13", "2020-01-19"),
        ("next month", "next month", "2020-02", "2020-02-01", "2020-02-29"),
        ("next year", "next year", "2021", "2021-01-01", "2021-12-31"),
        ("next financial year", "next financial year", "2020-04/2021-03", "2020-04-01", "2021-03-31"),
    ],
)  # fmt: skip
def test_a_time_is_found_and_worked_out(text: str, words: str, edtf: str, earliest: str, latest: str) -> None:
    found = when(text)
    assert (found.words, found.edtf, found.earliest, found.latest) == (words, edtf, earliest, latest)


@pytest.mark.parametrize(
    ("words", "ahead", "behind"),
    [
        ("in July", "2020-07", "2019-07"),
        ("in December", "2020-12", "2019-12"),
        ("in January", "2020-01", "2020-01"),
        ("on 5th November", "2020-11-05", "2019-11-05"),
        ("on 8 January", "2021-01-08", "2020-01-08"),
        ("in spring", "2020-21", "2019-21"),
    ],
)
def test_a_bare_month_lies_ahead_or_behind_by_the_tense(words: str, ahead: str, behind: str) -> None:
    assert (when(words).edtf, when(words, future=False).edtf) == (ahead, behind)


@pytest.mark.parametrize(
    "words", ["in July", "on 5 November", "in spring", "within two weeks", "six months ago", "next month"]
)
def test_what_needs_the_day_of_the_meeting_stays_open_without_it(words: str) -> None:
    found = when(words, meeting=None)
    assert (found.edtf, found.earliest, found.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("at its next meeting", "next meeting"),
        ("to the next full Council meeting", "next meeting"),
        ("at a future meeting", "meeting"),
        ("in due course", "in due course"),
        ("as soon as possible", "as soon as possible"),
        ("by Easter", "easter"),
        ("before the New Year", "the new year"),
    ],
)
def test_an_event_stays_an_event(words: str, event: str) -> None:
    found = when(words)
    assert (found.kind, found.event, found.edtf) == ("event", event, None)


@pytest.mark.parametrize("words", ["20 weeks", "six and twelve months", "twenty-one days", "within 10 working days"])
def test_a_length_of_time_is_no_date(words: str) -> None:
    found = when(words)
    assert (found.kind, found.edtf) == ("duration", None)


@pytest.mark.parametrize(
    "words",
    [
        "31 February 2020",
        "31/13/2020",
        "Q1 2023/24",
        "March 0000",
        "spring 0000",
        "winter 9999",
        "in nine hundred billion years",
        "in two thousand million weeks",
    ],
)
def test_a_date_that_cannot_be_is_found_and_left_open(words: str) -> None:
    found = when(words)
    assert (found.words, found.edtf) == (words, None)


@pytest.mark.parametrize(
    "words",
    [
        "Ten-year",
        "88% of",
        "it may rain",
        "now",
        "£2024",
        "shortly after the war",
        "march on",
        "Christmas lights",
        "section 20",
        "0-25",
    ],
)
def test_no_time_is_found_in(words: str) -> None:
    assert list(find_times(words, 0, len(words))) == []


@pytest.mark.parametrize(
    ("words", "approximate"),
    [
        ("late January", True),
        ("in January", False),
        ("in 3 months time", True),
        ("10 May", False),
        ("spring 2020", True),
    ],
)
def test_a_time_is_approximate_where_its_words_are(words: str, approximate: bool) -> None:
    assert when(words).approximate is approximate


def test_the_times_of_a_sentence_are_found_in_order_with_their_places() -> None:
    text = "In May the pool shut, and by 3 June 2020 it was to open."
    assert [text[time.start : time.end] for time in find_times(text, 0, len(text))] == ["May", "3 June 2020"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "In May the pool shut; in June it opened."
    assert [time.words for time in find_times(text, 20, len(text))] == ["June"]


@pytest.mark.parametrize(
    "text",
    ["in May", "within two weeks", "at its next meeting", "in 2023/24", "on 10/01/2020", "in Q3 2023", "in due course"],
)
def test_a_sentence_that_holds_a_time_is_never_passed_over(text: str) -> None:
    assert may_hold_time(text, frozenset(text.lower().split()))


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2020-03-12", date(2020, 3, 12)),
        ("2020-03", date(2020, 3, 1)),
        ("2020", date(2020, 1, 1)),
        ("2020-02-31", None),
        ("2020-22", None),
        ("spring", None),
        (None, None),
    ],
)
def test_a_day_to_reckon_from_is_the_first_that_is_known(edtf: str | None, day: date | None) -> None:
    assert day_of(edtf) == day
