"""Three meetings of an invented committee: what was promised, what came of it, what nobody spoke of again."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from arising.following import Index, Links, follow, follow_on
from arising.following.brief import markdown
from arising.reading.record import Record
from following.invented import BODY, JUNE, MARCH, OCTOBER, record, year


@pytest.fixture(scope="module")
def links() -> Links:
    return follow(year())


def pairs(links: Links) -> set[frozenset[str]]:
    return {frozenset((one.a.words, one.b.words)) for one in links.suggestions if one.likely}


def effects(links: Links, words: str) -> dict[str, str]:
    """By document, the best effect proposed for the commitment with these words."""
    found: dict[str, str] = {}
    for one in links.closures:
        if words in one.commitment.words:
            found.setdefault(one.evidence.document, one.effect)
    return found


def test_topics_of_different_meetings_that_speak_of_the_same_thing_are_suggested(links: Links) -> None:
    assert frozenset(("Footbridge in Mill Lane", "Bridges")) in pairs(links)
    assert frozenset(("Potholes", "Potholes and kerbs")) in pairs(links)


def test_the_first_suggestion_towards_a_meeting_may_have_another_heading(links: Links) -> None:
    towards_march = [one.a.words for one in links.suggestions if one.b.words == "Masonry" and one.a.document == "march"]
    assert towards_march[0] == "Footbridge in Mill Lane"


def test_topics_that_share_nothing_are_not(links: Links) -> None:
    assert not any("Buses" in pair and "Allotments" in pair for pair in pairs(links))


def test_two_topics_of_one_meeting_are_no_suggestion(links: Links) -> None:
    assert all(one.a.document != one.b.document for one in links.suggestions)


def test_two_documents_of_one_meeting_are_one_meeting() -> None:
    records = {"first": record(MARCH, "2030-03-05"), "second": record(JUNE, "2030-03-05")}
    assert follow(records).suggestions == ()


def test_reasons_name_the_phrase_that_both_speak_of(links: Links) -> None:
    (one,) = (one for one in links.suggestions if {one.a.words, one.b.words} == {"Footbridge in Mill Lane", "Masonry"})
    assert "“stone masons”" in one.reasons[0]


def test_a_report_that_was_asked_for_is_a_reason() -> None:
    winter = "Discussion:\n\n· Lantern prices – Members considered what lanterns cost in Mill Lane.\n"
    links = follow({"march": record(MARCH, "2030-03-05"), "winter": record(winter, "2030-12-03")})
    told = {one.a.words: one.reasons for one in links.suggestions}
    assert [reason for reason in told["Street lighting"] if "briefing note on" in reason] == [
        "A report was asked for or promised, and the later may be it: “The Head of Lighting undertook to provide a "
        "briefing note on lantern prices”."
    ]
    assert not any("A report was" in reason for words in told for reason in told[words] if words != "Street lighting")


def test_a_report_is_not_one_that_was_asked_for_later() -> None:
    winter = "Discussion:\n\n· Lantern prices – Members considered what lanterns cost in Mill Lane.\n"
    links = follow({"march": record(MARCH, "2030-03-05"), "winter": record(winter, "2029-12-03")})
    assert not any("A report was" in reason for one in links.suggestions for reason in one.reasons)


def test_a_delay_of_what_was_promised_has_slipped(links: Links) -> None:
    assert effects(links, "would start work on the footbridge next week")["june"] == "slipped"


def test_what_was_promised_and_has_happened_is_answered(links: Links) -> None:
    assert effects(links, "would start work on the footbridge next week")["october"] == "answered"


def test_a_question_alone_answers_nothing(links: Links) -> None:
    assert not any("it was asked" in one.evidence.words and "said" not in one.evidence.words for one in links.closures)


def test_a_promise_of_which_no_later_meeting_speaks_is_silent(links: Links) -> None:
    silent = {one.commitment.words: one for one in links.silences}
    (note,) = (one for words, one in silent.items() if "briefing note" in words)
    assert (note.meetings, note.until) == (2, "2030-10-01")


def test_figures_of_one_measure_that_differ_are_put_as_a_question(links: Links) -> None:
    asked = {one.question for one in links.disagreements}
    assert any("88%" in question and "66%" in question and question.endswith("?") for question in asked)


def test_figures_that_agree_are_no_question(links: Links) -> None:
    assert not any({one.before.document, one.after.document} == {"march", "june"} for one in links.disagreements)


def test_every_quote_stands_in_its_record(links: Links) -> None:
    records = year()
    quotes = [quote for one in links.suggestions for quote in (one.a, one.b)]
    quotes += [quote for one in links.closures for quote in (one.commitment, one.evidence)]
    quotes += [one.commitment for one in links.silences]
    quotes += [quote for one in links.disagreements for quote in (one.before, one.after)]
    assert quotes
    for quote in quotes:
        assert records[quote.document].text[quote.start : quote.end] == quote.words


def test_evidence_is_always_later_than_the_promise(links: Links) -> None:
    days = {name: one.meeting.date or "" for name, one in year().items()}
    assert all(days[one.commitment.document] < days[one.evidence.document] for one in links.closures)


def test_another_body_does_not_answer() -> None:
    records = {"march": record(MARCH, "2030-03-05"), "june": record(JUNE, "2030-06-04", body="Parks Committee")}
    found = follow(records)
    assert (found.closures, found.silences) == ((), ())


def test_without_a_day_topics_are_still_suggested_and_a_note_says_that_nothing_was_followed() -> None:
    found = follow({"march": record(MARCH), "june": record(JUNE)})
    assert pairs(found)
    assert (found.closures, len(found.notes)) == ((), 2)
    assert "the day of its meeting is not known" in found.notes[0]


def test_a_calendar_tells_whose_minutes_are_missing() -> None:
    found = follow(year(), {BODY: [date(2030, 3, 5), date(2030, 9, 10)]})
    assert found.notes == (f"{BODY}: the minutes of 10 September 2030 are not there.",)


def test_nothing_in_nothing_out() -> None:
    assert follow({}) == Links()


def test_what_is_added_later_gets_the_links_that_it_has_a_part_in() -> None:
    records = year()
    index = Index()
    index.add({name: records[name] for name in ("march", "june")})
    found = follow_on(index, {"october": records["october"]})
    assert effects(found, "would start work on the footbridge next week") == {"october": "answered"}
    assert found.suggestions
    assert all("october" in (one.a.document, one.b.document) for one in found.suggestions)


def test_a_name_that_is_in_the_index_is_refused() -> None:
    index = Index()
    index.add({"march": record(MARCH)})
    with pytest.raises(ValueError, match="two records called march"):
        index.add({"march": record(OCTOBER)})


def test_links_come_back_from_json_as_they_were(links: Links) -> None:
    assert Links.from_json(links.to_json()) == links


def test_a_quote_in_json_is_a_list_that_begins_with_its_document_and_words(links: Links) -> None:
    first = msgspec.json.decode(links.to_json())["suggestions"][0]["a"]
    assert first[:2] == [links.suggestions[0].a.document, links.suggestions[0].a.words]


def test_the_same_records_in_another_order_give_the_same_links() -> None:
    records = year()
    backwards: dict[str, Record] = {name: records[name] for name in reversed(records)}
    found, again = follow(records), follow(backwards)
    assert {(one.commitment, one.evidence, one.effect) for one in found.closures} == {
        (one.commitment, one.evidence, one.effect) for one in again.closures
    }


def test_the_brief_tells_what_was_said_then_and_now(links: Links) -> None:
    brief = markdown(links, year())
    assert "## What later meetings say" in brief
    assert "**Slipped, it seems.** “they would start work on the footbridge next week” (2030-03-05)" in brief
    assert "We were told: “88% of potholes were mended within 20 days” (2030-03-05)" in brief
    assert "No word of it in 2 later meetings, the last of 2030-10-01." in brief
