"""Answers of a ModernGov web service."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from arising.documents import Document, Part, open_document
from arising.documents.errors import BrokenSource, NotMinutes, UnsafeSource
from arising.documents.markup.published import AGENDA_ONLY
from documents.shown import assert_well_formed, led, words_of

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "moderngov"
recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers of a web service are not at hand")


def item(number: str, title: str, agenda: str = "", decision: str = "", minutes: str = "", more: str = "") -> str:
    return (
        f"<agendaitem><agendaitemtitle>{escape(title)}</agendaitemtitle><agendatext>{escape(agenda)}</agendatext>"
        f"<fulldisplaynumberformat>{number}</fulldisplaynumberformat><refertocommittee>Cabinet</refertocommittee>"
        f"<decisionnonemptyhtmlbody>{escape(decision)}</decisionnonemptyhtmlbody>"
        f"<minutesnonemptyhtmlbody>{escape(minutes)}</minutesnonemptyhtmlbody>{more}</agendaitem>"
    )


def meeting(*items: str, more: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><meeting><meetingid>1</meetingid><meetingdate>10/02/2026</meetingdate>'
        f"<agendaitems>{''.join(items)}</agendaitems>{more}</meeting>"
    )


def read(answer: str) -> Document:
    document = open_document(answer.encode(), name="answer.xml")
    assert document.format == "moderngov"
    assert_well_formed(document)
    return document


def test_a_meeting_is_one_document_of_parted_items() -> None:
    document = read(
        meeting(
            item("1.", "Minutes", "<p>To approve the minutes.</p>", "", "<p>They were\napproved.</p>"),
            item("2.", "Budget", "<p>Recommended: that it be agreed.</p>", "<p>That it be noted.</p>", "<p>Noted.</p>"),
            item("3.", "Work programme", "<p>To agree it.</p>"),
        )
    )
    assert (document.body, document.date, document.title) == ("Cabinet", "2026-02-10", "Cabinet, 2026-02-10")
    assert led(document, Part.MINUTES) == [
        ("heading", "1.", "Minutes"),
        ("paragraph", "", "They were approved."),
        ("heading", "2.", "Budget"),
        ("paragraph", "", "Noted."),
    ]
    assert words_of(document, Part.DECISION) == ["That it be noted."]
    assert words_of(document, Part.AGENDA) == [
        "To approve the minutes.", "Recommended: that it be agreed.", "Work programme", "To agree it.",
    ]  # fmt: skip
    assert document.notes == ()


def test_text_that_was_escaped_twice_is_unescaped_twice() -> None:
    minutes = escape("<p>Children&#8217;s <b>Services</b> &amp; schools</p>")
    document = read(meeting(item("1.", "Children&#39;s Services", minutes=minutes)))
    assert words_of(document) == ["Children's Services", "Children’s Services & schools"]


def test_lists_within_minutes_are_read() -> None:
    document = read(meeting(item("1.", "A", minutes="<p>Members asked:</p><ul><li>why</li><li>when</li></ul>")))
    assert led(document)[2:] == [("list_item", "•", "why"), ("list_item", "•", "when")]


def test_attendees_are_a_roll_of_their_own() -> None:
    roll = (
        '<attendees><attendee name="Councillor Vane" roledescription="Chair" attendance="Present"/>'
        '<attendee name="Mr Oke" roledescription="" attendance="Apologies"/></attendees>'
    )
    document = read(meeting(item("1.", "A", minutes="<p>Noted.</p>"), more=roll))
    assert words_of(document, Part.ATTENDANCE) == ["Councillor Vane, Chair: Present", "Mr Oke: Apologies"]


def test_papers_are_listed_with_what_is_restricted() -> None:
    papers = (
        "<linkeddocuments><linkeddoc><title>Report</title><url>http://x.example/1</url><isrestricted>False"
        "</isrestricted></linkeddoc><linkeddoc><title>Appendix</title><url>javascript:alert(1)</url>"
        "<isrestricted>True</isrestricted></linkeddoc></linkeddocuments>"
    )
    document = read(meeting(item("1.", "A", minutes="<p>Noted.</p>", more=papers)))
    assert [(paper.title, paper.url, paper.restricted) for paper in document.supporting] == [
        ("Report", "http://x.example/1", False),
        ("Appendix", None, True),
    ]


def test_an_actions_field_is_part_of_what_was_minuted_and_others_are_not() -> None:
    fields = (
        "<commentlabel1>Presented By</commentlabel1><commenttext1>The Director</commenttext1>"
        "<commentlabel2>Actions</commentlabel2><commenttext2>Officers to write to Members.</commenttext2>"
    )
    document = read(meeting(item("1.", "A", minutes="<p>Noted.</p>", more=fields)))
    assert words_of(document, Part.MINUTES) == ["A", "Noted.", "Officers to write to Members."]
    assert words_of(document, Part.PAGE) == ["The Director"]


def test_a_meeting_without_minutes_says_so() -> None:
    document = read(meeting(item("1.", "Budget", "<p>To consider the budget.</p>")))
    assert document.notes == (AGENDA_ONLY,)
    assert words_of(document, Part.MINUTES) == []


def test_a_soap_envelope_is_opened() -> None:
    inner = meeting(item("1.", "A", minutes="<p>Noted.</p>")).partition("?>")[2]
    envelope = (
        '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        f'<GetMeetingResponse xmlns="http://moderngov.co.uk/namespaces"><GetMeetingResult>{inner}</GetMeetingResult>'
        "</GetMeetingResponse></soap:Body></soap:Envelope>"
    )
    assert words_of(read(envelope)) == ["A", "Noted."]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("<getmeetings><meetingscount>1</meetingscount></getmeetings>", "holds a list of meetings, not minutes"),
        ("<committees><committee/></committees>", "holds a list of committees, not minutes"),
        ("<meeting><meetingid>words</meetingid></meeting>", "holds no agenda items"),
    ],
)
def test_an_answer_without_minutes_is_refused(answer: str, what: str) -> None:
    with pytest.raises(NotMinutes, match=rf"^answer\.xml: this answer {what}\. "):
        read(answer)


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE meeting [<!ENTITY a "aaaa">]>'
    with pytest.raises(UnsafeSource, match="document type"):
        read(meeting(item("1.", "A")).replace("?>", f"?><!-- x -->{bomb}"))


def test_an_answer_that_was_cut_off_is_refused() -> None:
    with pytest.raises(BrokenSource, match="damaged at line 1"):
        read(meeting(item("1.", "A"))[:-40])


@recorded
def test_a_recorded_meeting_is_read() -> None:
    document = open_document(RECORDED / "meeting_with_minutes.xml")
    assert_well_formed(document)
    assert (document.body, document.date) == ("Audit Committee", "2026-02-10")
    headings = [row for row in led(document, Part.MINUTES) if row[0] == "heading"]
    assert [marker for _, marker, _ in headings] == ["1.", "9."]
    assert len(document.supporting) == 2
    assert words_of(document, Part.ATTENDANCE)[0].endswith("Committee Member: Expected")


@recorded
def test_a_recorded_list_of_meetings_is_refused() -> None:
    with pytest.raises(NotMinutes, match="list of meetings"):
        open_document(RECORDED / "meetings.xml")
