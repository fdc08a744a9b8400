"""Saved pages of committee systems, in the flavours that councils' pages come in."""

from __future__ import annotations

import pytest

from arising.documents import BlockKind, Document, Part, open_document
from arising.documents.errors import EmptySource, NotMinutes, UnsafeSource
from arising.documents.markup.published import AGENDA_ONLY
from documents.shown import assert_well_formed, led, words_of

DECISION = '<h3 class="mgSubSubTitleTxt">Decision:</h3>'
MINUTES = '<h3 class="mgSubSubTitleTxt">Minutes:</h3>'
ITEM = """<!DOCTYPE html><html><head><title>Agenda item - Foster carers | Ayton Council</title>
<link rel="canonical" href="https://democracy.ayton.example/mgAi.aspx?ID=991"><script>var minutes = 1;</script></head>
<body><ul class="nav"><li>Home</li></ul><form><ol id="mgBreadcrumb"><li>Modern.gov</li></ol>
<h1 class="mgMainTitleTxt">Agenda item</h1>
<div id="modgov"><div class="mgSubTitle"><h2 class="mgSubTitleTxt">Foster carers&#8217; allowances</h2></div>
<div class="mgLinks"><ul class="mgActionList"><li><a href="x">
Meeting of Children's Scrutiny Committee, Thursday, 9 January 2020 6.30 pm (Item 5.)</a></li>
<li>View the <a href="y">background to item 5.</a></li></ul></div>
<div class="mgContent"><div class="mgWordPara"><p class="MsoNormal">This report provides
an account of allowances. Recommended: that the Committee approve the report.</p></div>
{decision}<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal">That the report be noted.</p></div></div>
{minutes}<div class="mgWordPara"><div class="WordSection1">
<p class="MsoNormal">The Director introduced the
report.&nbsp; Members raised the following:</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoListParagraph"><span style="font-family:Symbol">·<span>&nbsp;&nbsp;&nbsp; </span></span><b>Early
help</b> – in response to a question the Director undertook to write to all Members.</p></div></div>
<h3 class="mgSubSubTitleTxt">Supporting documents:</h3><ul class="mgBulletList">
<li><a href="documents/s12/Report.pdf">Report, item 5.</a> <img alt="pdf icon"> PDF 135 KB</li>
<li>Appendix B (restricted)</li></ul></div></div></form><div class="footer">Contact us</div></body></html>"""


def read(page: str) -> Document:
    document = open_document(page.encode(), name="page.html")
    assert document.format == "html"
    assert_well_formed(document)
    return document


def item_row(number: str, title: str, rest: str) -> str:
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>{number}</p></td>'
        f'<td><p class="mgAiTitleTxt">{title}</p>{rest}</td></tr>'
    )


def meeting_page(*rows: str, title: str = "Agenda and minutes") -> str:
    return (
        f'<html><body><h1 class="mgMainTitleTxt">{title}</h1><div id="modgov"><h2 class="mgSubTitleTxt">Cabinet -'
        ' Tuesday, 24th May, 2022 2.00 pm</h2><div class="mgContent">'
        '<p><span class="mgLabel">Venue:</span> Town Hall</p>'
        f'<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{"".join(rows)}</table></div></div></body>'
    )


def box(words: str) -> str:
    return f'<div class="mgWordPara"><p>{words}</p></div>'


LABELLED = '<p class="mgSubItemTitleTxt">Minutes:</p>'
BUDGET_TALK = ("To consider it.", "Members asked why.", "That the budget be noted.")
BUDGET = '<a href="a.pdf">Budget PDF 135 KB</a>'


@pytest.mark.parametrize("labels", [(DECISION, MINUTES), ("", "")], ids=["labels kept", "labels dropped"])
def test_an_item_page_is_parted(labels: tuple[str, str]) -> None:
    document = read(ITEM.format(decision=labels[0], minutes=labels[1]))
    assert words_of(document, Part.AGENDA) == [
        "This report provides an account of allowances. Recommended: that the Committee approve the report."
    ]
    assert words_of(document, Part.DECISION) == ["That the report be noted."]
    assert led(document, Part.MINUTES) == [
        ("paragraph", "", "The Director introduced the report. Members raised the following:"),
        (
            "list_item",
            "·",
            "Early help – in response to a question the Director undertook to write to all Members.",
        ),
    ]


def test_an_item_page_names_its_meeting_and_papers() -> None:
    document = read(ITEM.format(decision=DECISION, minutes=MINUTES))
    assert document.title == "Foster carers’ allowances"
    assert document.body == "Children's Scrutiny Committee"
    assert document.date == "2020-01-09"
    assert document.url == "https://democracy.ayton.example/mgAi.aspx?ID=991"
    assert [(paper.title, paper.url, paper.restricted) for paper in document.supporting] == [
        ("Report, item 5.", "https://democracy.ayton.example/documents/s12/Report.pdf", False),
        ("Appendix B (restricted)", None, True),
    ]


def test_menus_scripts_and_footers_are_left_out() -> None:
    text = read(ITEM.format(decision=DECISION, minutes=MINUTES)).text
    assert not any(word in text for word in ("Home", "Modern.gov", "Contact us", "var minutes"))


def test_every_block_of_a_page_knows_its_element_and_line() -> None:
    document = read(ITEM.format(decision=DECISION, minutes=MINUTES))
    block = next(document.parts(Part.DECISION))
    assert block.place.line == 12
    assert (block.place.path or "").endswith("div[2]/div[1]/p[1]")


def test_a_meeting_page_has_a_heading_for_each_item() -> None:
    document = read(
        meeting_page(
            item_row("1.", "Apologies", LABELLED + box("There were none.")),
            item_row("2.", BUDGET, box("To consider it.") + LABELLED + box("It was noted.")),
            item_row("", "Urgent business", LABELLED + box("There was none.")),
        )
    )
    assert (document.body, document.date) == ("Cabinet", "2022-05-24")
    assert led(document, Part.MINUTES) == [
        ("heading", "1.", "Apologies"),
        ("paragraph", "", "There were none."),
        ("heading", "2.", "Budget"),
        ("paragraph", "", "It was noted."),
        ("heading", "", "Urgent business"),
        ("paragraph", "", "There was none."),
    ]
    assert words_of(document, Part.AGENDA) == ["To consider it."]
    assert [(paper.title, paper.url) for paper in document.supporting] == [("Budget", "a.pdf")]


def test_a_meeting_page_that_lost_its_labels_is_parted_by_its_boxes() -> None:
    document = read(
        meeting_page(
            item_row("1.", "Minutes", box("To approve the minutes.") + box("The minutes were approved.")),
            item_row("2.", "Budget", "".join(map(box, BUDGET_TALK))),
            item_row("3.", "Apologies", box("Councillor Vane sent apologies.")),
            item_row("4.", "Next year", box("To consider next year.")),
        )
    )
    assert words_of(document, Part.AGENDA) == [
        "To approve the minutes.",
        "To consider it.",
        "Next year",
        "To consider next year.",
    ]
    assert words_of(document, Part.DECISION) == ["That the budget be noted."]
    assert words_of(document, Part.MINUTES) == [
        "Minutes",
        "The minutes were approved.",
        "Budget",
        "Members asked why.",
        "Apologies",
        "Councillor Vane sent apologies.",
    ]


def test_a_recommendation_in_agenda_text_is_never_a_decision() -> None:
    recommended = box("RECOMMENDED: That the Committee approve the plan.")
    document = read(meeting_page(item_row("1.", "Plan", recommended + LABELLED + box("The plan was deferred."))))
    assert words_of(document, Part.AGENDA) == ["RECOMMENDED: That the Committee approve the plan."]
    assert words_of(document, Part.DECISION) == []


def test_the_same_resolution_under_decision_and_minutes_is_told_apart_by_part() -> None:
    rest = f'<p class="mgSubItemTitleTxt">Decision:</p>{box("RESOLVED: That it be noted.")}{LABELLED}' + box(
        "RESOLVED: That it be noted."
    )
    document = read(meeting_page(item_row("1.", "Plan", rest)))
    assert words_of(document, Part.DECISION) == ["RESOLVED: That it be noted."]
    assert words_of(document, Part.MINUTES) == ["Plan", "RESOLVED: That it be noted."]


def test_a_flattened_table_is_parted_by_the_labels_within_its_cells() -> None:
    document = read(
        "<html><body><h1>Agenda and minutes</h1><p>Scrutiny Committee - Tuesday, 24th May, 2022 2.00 pm</p><table>"
        "<tr><td>No.</td><td>Item</td></tr>"
        "<tr><td></td><td>Apologies for Absence Minutes: Apologies came from Councillor Vane.</td></tr>"
        "<tr><td></td><td>Declarations of Interest To receive declarations. Minutes: None.</td></tr>"
        "<tr><td></td><td>Leader<br>To hear the Leader.<br><br>Minutes:<br>Members were advised that –"
        "<table><tr><td>·</td><td>the climate plan was late</td></tr></table></td></tr></table></body></html>"
    )
    assert led(document, Part.MINUTES) == [
        ("heading", "", "Apologies for Absence"),
        ("paragraph", "", "Apologies came from Councillor Vane."),
        ("heading", "", "Declarations of Interest"),
        ("paragraph", "", "None."),
        ("heading", "", "Leader"),
        ("paragraph", "", "Members were advised that –"),
        ("list_item", "·", "the climate plan was late"),
    ]
    assert words_of(document, Part.AGENDA) == ["To receive declarations.", "To hear the Leader."]


def test_an_issue_page_gives_each_meeting_its_agenda_and_minutes() -> None:
    document = read(
        '<html><body><h1 class="mgMainTitleTxt">Issue - meetings</h1><div id="modgov">'
        '<h2 class="mgSubTitleTxt">Annual report</h2>'
        '<h3 class="mgSubSubTitleTxt">Meeting: 14/07/2016 - Growth Commission (Item 9)</h3><table class="mgItemTable">'
        + item_row("9", "Annual report", box("To elect a Chair.") + LABELLED + box("The Chair was elected."))
        + "</table></div></body></html>"
    )
    assert (document.title, document.body, document.date) == ("Annual report", "Growth Commission", "2016-07-14")
    assert words_of(document, Part.MINUTES) == ["Annual report", "The Chair was elected."]
    assert words_of(document, Part.AGENDA) == ["To elect a Chair."]


def test_a_decision_page_keeps_the_decision_apart_from_its_particulars() -> None:
    document = read(
        '<div id="modgov"><div class="mgSubTitle"><h2 class="mgSubTitleTxt">Sale of the depot</h2></div>'
        '<div class="mgContent"><p><span class="mgLabel">Decision Maker: </span>Director of Places</p>'
        '<p><span class="mgLabel">Is Key decision?: </span>No</p>'
        f"{DECISION}{box('The sale of the depot was approved.')}"
        f'<h3 class="mgSubSubTitleTxt">Reasons for the decision:</h3>{box("It was empty.")}'
        '<p><span class="mgLabel">Date of decision: </span>27&#47;07&#47;2021</p></div></div>'
    )
    assert words_of(document, Part.DECISION) == ["The sale of the depot was approved."]
    assert (document.title, document.body, document.date) == ("Sale of the depot", "Director of Places", "2021-07-27")
    assert "It was empty." in words_of(document, Part.PAGE)


def test_an_agenda_without_minutes_says_so() -> None:
    document = read(meeting_page(item_row("1.", "Budget", box("To consider the budget.")), title="Agenda"))
    assert document.notes == (AGENDA_ONLY,)
    assert words_of(document, Part.MINUTES, Part.DECISION) == []


def test_an_attendance_page_is_a_roll() -> None:
    document = read(
        '<html><body><h1 class="mgMainTitleTxt">Meeting attendance</h1><div id="modgov"><h2 class="mgSubTitleTxt">'
        'Cabinet - Tuesday, 24th May, 2022 2.00 pm</h2><table summary="Table of meeting attendance">'
        "<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>"
        "<tr><td>Councillor Vane</td><td>Chair</td><td>Present</td></tr></table></div></body></html>"
    )
    assert words_of(document, Part.ATTENDANCE) == ["Councillor Vane\tChair\tPresent"]
    assert document.notes == ()


def test_any_other_page_of_minutes_is_read() -> None:
    document = read(
        "<html><head><title>Minutes</title></head><body><nav><a href=x>Home</a></nav><main><h1>Ayton Parish</h1>"
        "<p><b>1. Apologies</b></p><p>There were none.</p><p><b>2. Planning</b><p>Council agreed to object.<ol type=a>"
        "<li>The clerk to write.<li>The chair to attend.</ol></main></body></html>"
    )
    assert led(document, Part.MINUTES) == [
        ("heading", "", "Ayton Parish"),
        ("heading", "1.", "Apologies"),
        ("paragraph", "", "There were none."),
        ("heading", "2.", "Planning"),
        ("paragraph", "", "Council agreed to object."),
        ("list_item", "a.", "The clerk to write."),
        ("list_item", "b.", "The chair to attend."),
    ]


def test_lists_within_lists_keep_their_level() -> None:
    document = read("<ul><li>one<ul><li>two<ol start=3><li>three</li></ol></li></ul></li><li>four</li></ul>")
    assert [(block.level, block.marker, document.words(block)) for block in document.blocks] == [
        (0, "•", "one"),
        (1, "•", "two"),
        (2, "3.", "three"),
        (0, "•", "four"),
    ]


def test_a_table_of_data_is_read_row_by_row() -> None:
    document = read(
        "<p>The Committee saw these figures.</p><table><tr><th>Measure</th><th>2019</th><th>2020</th></tr>"
        "<tr><td>Referrals</td><td></td><td>512</td></tr></table>"
    )
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [[document.text[low:high] for low, high in row.cells] for row in rows] == [
        ["Measure", "2019", "2020"],
        ["Referrals", "", "512"],
    ]


def test_the_action_column_of_minutes_laid_out_as_a_table_is_the_margin() -> None:
    document = read(
        "<table><tr><th>Item</th><th>Minute</th><th>Action</th></tr>"
        "<tr><td>4.1</td><td>The clerk was asked to write to the county about the bus shelter.</td><td>Clerk</td></tr>"
        "<tr><td>4.2</td><td>The path had been mended by the volunteers.</td><td></td></tr></table>"
    )
    assert [(block.marker, block.margin) for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == [
        ("4.1", "Clerk"),
        ("4.2", ""),
    ]


def test_line_breaks_part_a_roll_of_names_and_wrap_a_sentence() -> None:
    document = read(
        "<p>Councillor Vane (Chair)<br>Councillor Oke<br>Mr Marsh</p>"
        "<p>The Director said that the plan had been agreed with all of the schools in<br>the area.</p>"
        "<p>It was asked:<br>• why it was late<br>• what it cost</p><p>One.<br><br>Two.</p>"
    )
    assert led(document) == [
        ("paragraph", "", "Councillor Vane (Chair)"),
        ("paragraph", "", "Councillor Oke"),
        ("paragraph", "", "Mr Marsh"),
        ("paragraph", "", "The Director said that the plan had been agreed with all of the schools in the area."),
        ("paragraph", "", "It was asked:"),
        ("list_item", "•", "why it was late"),
        ("list_item", "•", "what it cost"),
        ("paragraph", "", "One."),
        ("paragraph", "", "Two."),
    ]  # fmt: skip


def test_words_set_in_several_elements_stay_one_word() -> None:
    document = read("<p>The Com<b>mit</b>tee<!-- x --> no<span>ted</span> it.</p>")
    assert document.text == "The Committee noted it."
    assert document.in_original(4, 13) == "Committee"


def test_hidden_words_are_not_read() -> None:
    document = read('<p>Shown words. <b style="display: none">Hidden</b><span class="mgHide">ref: 7</span></p>')
    assert document.text == "Shown words."


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>404 - Page not found</title></head><body><h1>Page not found</h1><p>Sorry.</p></body>",
        "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1></body></html>",
        "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>",
        "<html><body><h1>403 Forbidden</h1><hr>nginx</body></html>",
        "<html><body>The page you requested could not be found.</body></html>",
    ],
)
def test_an_error_page_is_refused(page: str) -> None:
    with pytest.raises(NotMinutes, match=r"page\.html: this is an error page, not minutes\. Fetch the minutes again"):
        read(page)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Sign in</title></head><body><form><label>User</label><input></form></body></html>",
        "<html><body><h1>Councillors' area</h1><form>Name <input> Word <input type=password></form></body></html>",
    ],
)
def test_a_login_page_is_refused(page: str) -> None:
    with pytest.raises(NotMinutes, match="login page"):
        read(page)


def test_minutes_about_what_was_not_found_are_not_refused() -> None:
    said = "<p>Members asked why the gate was shut and the officer said that it was not found open.</p>"
    document = read(f"<html><head><title>Minutes</title></head><body><h1>Access denied to the park</h1>{said * 20}")
    assert len(document.blocks) == 21


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(UnsafeSource, match="nested without end"):
        read("<div>" * 100_000 + "minutes" + "</div>" * 100_000)


@pytest.mark.parametrize(
    "page",
    ["<html><body><table><tr><td>a<td>b</table><li>c", "<td>loose cell</td><p>words", "<p>a</div></b></p>b",
     "<ul><p>x<li>y</ul>", "<table>loose<tr>row<td>cell<table><td>inner"],
)  # fmt: skip
def test_broken_markup_is_read(page: str) -> None:
    document = read(page)
    assert document.blocks


def test_markup_without_words_is_refused() -> None:
    with pytest.raises(EmptySource):
        read("<p" * 2000)
