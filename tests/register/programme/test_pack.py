"""The pack of a committee: what it says, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.matters.operations import propose
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.programme import printing, queries
from arising.register.programme.operations import add_item, plan
from arising.register.programme.pack import Pack, Section
from arising.register.record.operations import add_source, set_visibility
from following.invented import BODY, JUNE, MARCH, OCTOBER

QUESTIONS = "What might a member ask?"


def section(pack: Pack, title: str) -> Section:
    return next(one for one in pack.sections if one.title == title)


def quotes(part: Section) -> str:
    return " ".join(quote.words for entry in part.entries for quote in entry.quotes)


def test_what_was_promised_without_a_date_stands_in_it(body: Body) -> None:
    assert "briefing note on lantern prices" in quotes(
        section(queries.pack(None, body.slug), "What was promised without a date?")
    )


def test_what_is_overdue_says_by_how_many_days(body: Body, note: Obligation, clerk: User) -> None:
    due = note.said_on.replace(month=9) if note.said_on else None
    operations.amend(note, {"due": due}, actor=clerk, why="Agreed", version=note.version)
    late = section(queries.pack(None, body.slug), "What is overdue?")
    assert late.answer == "1 thing is overdue, the longest by 40 days."
    assert "briefing note" in quotes(late)


def test_what_was_answered_since_the_last_meeting_stands_in_it(body: Body, note: Obligation, clerk: User) -> None:
    operations.answer(note, "It was sent.", "https://example.gov.uk/note", actor=clerk)
    pack = queries.pack(clerk, body.slug)
    assert section(pack, "What was answered?").answer == "1 thing was answered since 1 October 2030."


def test_what_later_minutes_seem_to_answer_is_called_neither_overdue_nor_undated(
    body: Body, clerk: User, on_day: Callable[[str], None]
) -> None:
    letter = f"{OCTOBER}\n· Allotments – the Clerk had written to the water company about the allotment taps.\n"
    add_source(letter.encode(), name="late.txt", council="Kelderdale", body=BODY, date="2030-10-08")
    propose(Council.objects.get())
    pack = queries.pack(None, body.slug)
    assert "write to the water company" in quotes(section(pack, "What may have been answered already?"))
    assert "write to the water company" not in quotes(section(pack, "What was promised without a date?"))


def test_what_nobody_spoke_of_again_is_silent(body: Body) -> None:
    silent = section(queries.pack(None, body.slug), "What went silent?")
    assert "briefing note on lantern prices" in quotes(silent)
    assert "would start work on the footbridge" not in quotes(silent)


def test_figures_that_do_not_agree_stand_beside_each_other(body: Body) -> None:
    asked = quotes(section(queries.pack(None, body.slug), "Which figures do not agree?"))
    assert "88% of potholes" in asked
    assert "66% of potholes" in asked


def test_no_words_are_asked_about_twice(body: Body) -> None:
    asked = [entry.quotes[0].words for entry in section(queries.pack(None, body.slug), QUESTIONS).entries]
    assert len(asked) == len(set(asked)) > 1


def test_what_is_planned_for_the_meeting_stands_in_its_pack(body: Body, clerk: User) -> None:
    planned = plan(body, date(2030, 12, 3), actor=clerk, why="For a test")
    add_item(
        body, "Lanterns", purpose="Are there enough?", meeting=planned.meeting, decision_by="Cabinet",
        decision_on=date(2030, 12, 2), actor=clerk, why="For a test",
    )  # fmt: skip
    agenda = section(queries.pack(None, body.slug, planned.meeting.slug), "What is on the agenda?")
    assert agenda.entries[0].words == "Lanterns. Are there enough? Too late: Cabinet decides on 2 December 2030."


def test_every_question_rests_on_words_of_the_minutes(body: Body) -> None:
    questions = section(queries.pack(None, body.slug), "What might a member ask?").entries
    assert questions
    texts = MARCH + JUNE + OCTOBER
    plain = " ".join(texts.split())
    assert all(entry.quotes for entry in questions)
    assert all(" ".join(quote.words.split()) in plain for entry in questions for quote in entry.quotes)


def test_what_a_reader_may_not_see_is_in_no_section(body: Body, note: Obligation, clerk: User) -> None:
    source = note.source
    assert source
    set_visibility(source, Audience.CLERKS, actor=clerk, why="Exempt")
    assert "briefing note" not in printing.as_markdown(queries.pack(None, body.slug))
    assert "briefing note" in printing.as_markdown(queries.pack(clerk, body.slug))


def test_a_long_section_says_how_many_are_left_out(body: Body) -> None:
    short = section(queries.pack(None, body.slug, most=1), "What went silent?")
    assert (len(short.entries), short.more) == (1, len(section(queries.pack(None, body.slug), short.title).entries) - 1)


def test_the_page_of_a_body_leads_to_its_pack(client: Client, body: Body) -> None:
    assert f'href="/packs/{body.slug}/"' in client.get(body.get_absolute_url()).content.decode()


def test_what_is_owed_says_what_later_minutes_seem_to_say_of_it(client: Client, body: Body) -> None:
    letter = f"{OCTOBER}\n· Allotments – the Clerk had written to the water company about the allotment taps.\n"
    add_source(letter.encode(), name="late.txt", council="Kelderdale", body=BODY, date="2030-10-08")
    propose(Council.objects.get())
    owed = Obligation.objects.get(commitment__quote__contains="write to the water company")
    for address in ("/obligations/", owed.get_absolute_url()):
        page = " ".join(client.get(address).content.decode().split())
        assert "Minutes of 8 October 2030 seem to say: answered" in page
    assert "“– the Clerk had written to the water company" in page
