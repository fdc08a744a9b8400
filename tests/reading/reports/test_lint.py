"""What holds of every report, whatever is in it, and what is said of whole reports."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.documents import SourceError, open_document
from arising.reading.reports import Lint, lint
from arising.reading.reports.asking import asks
from arising.reading.reports.brief import markdown
from arising.reading.reports.linting import FEW_SENTENCES, MORE_PLANS, NO_RESULTS, ONLY_NOTES
from arising.reading.reports.statements import statements

WHOLE = (
    "# Street lighting\n\n## Position\n\n"
    "At the end of March 2024 312 lamps were dark, which is 4.1% of all. In England 3.2% were. The share has risen from"
    " 2.8% in 2021 to 4.1%. This means that residents of Mill Lane walk home in the dark. The service will replace 40"
    " lamps by June.\n\n"
    "## Recommendations\n\nThat the Committee refers the backlog to Cabinet.\n"
)
PIECES = (
    *WHOLE.splitlines(),
    "Recommendation: That the Committee notes the report.",
    "• The team plans to replace lamps.",
    "Lamps    2022    2023    2024",
    "Dark     312     280     264",
    "İstanbul Road: 12% ǅ of 40 lamps.",
    "Nationally, 52%… of plans",
    "Next steps",
)


def text(words: str) -> Lint:
    return lint(open_document(words.encode(), name="report.txt"))


def pdf(*pages: str) -> Lint:
    """A PDF report of a paragraph a page."""
    made = FPDF()
    made.set_font("Helvetica", size=11)
    for words in pages:
        made.add_page()
        made.multi_cell(0, 6, words)
    return lint(open_document(bytes(made.output()), name="report.pdf"))


def word(*parts: str | list[list[str]]) -> Lint:
    """A Word report of paragraphs and tables; a part that begins with # is a heading."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_heading(part[2:], 1) if part.startswith("# ") else document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=len(part[0]))
        for row in part:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return lint(open_document(out.getvalue(), name="report.docx"))


def told(found: Lint, key: str) -> list[tuple[str, str]]:
    """The rules and words by which something is told."""
    (element,) = [one for one in found.elements if one.key == key]
    return [(one.rule, one.quote) for one in element.told]


def missing(found: Lint) -> set[str]:
    return {element.key for element in found.missing}


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["\n", "\n\n", " "]))
@settings(deadline=None, max_examples=150)
def test_every_quote_stands_in_the_report_word_for_word_and_in_one_block(pieces: list[str], between: str) -> None:
    document = open_document(("Lamps\n\n" + between.join(pieces)).encode(), name="report.txt")
    for one in lint(document).findings():
        assert document.text[one.start : one.end] == one.quote
        block = document.block_at(one.start)
        assert block is not None
        assert one.end <= block.end
        assert one.place == str(block.place)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=100)
def test_no_text_stops_it(words: str) -> None:
    try:
        document = open_document(f"Lamps\n\n{words}\n".encode(errors="replace"), name="report.txt")
    except SourceError:
        return
    for one in lint(document).findings():
        assert document.text[one.start : one.end] == one.quote


def test_a_report_that_tells_everything_lacks_nothing() -> None:
    found = text(WHOLE)
    assert missing(found) == set()
    assert [one.quote for one in found.plans] == ["The service will replace 40 lamps by June."]
    assert len(found.results) == 3


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("comparator", "In England 3.2% were."),
        ("so_what", "This means that residents of Mill Lane walk home in the dark."),
        ("ask", "That the Committee refers the backlog to Cabinet."),
    ],
)
def test_what_is_taken_out_is_missing_and_has_a_remedy(key: str, words: str) -> None:
    assert words in WHOLE
    found = text(WHOLE.replace(words, ""))
    (element,) = found.missing
    assert element.key == key
    assert element.remedy


def test_a_report_of_plans_alone_tells_nothing_else() -> None:
    found = text("# Lighting\n\nThe service will cut the share of dark lamps from 4% to 2% by 2025, below England.\n")
    assert missing(found) == {"position", "comparator", "trend", "so_what", "ask"}
    assert (len(found.plans), len(found.results), found.remedy) == (1, 0, NO_RESULTS)


def test_a_plan_beside_a_change_that_has_come_is_both() -> None:
    found = text("# Lighting\n\nDark lamps have fallen by 48 lamps and the service will replace 40 more.\n")
    assert (len(found.plans), len(found.results)) == (1, 1)
    assert [rule for rule, _ in told(found, "trend")] == ["has-moved"]


def test_more_plans_than_results_is_said() -> None:
    found = text("# Lighting\n\nDark lamps fell by 12%. We will buy lamps. We plan to hire staff.\n")
    assert found.remedy == MORE_PLANS


def test_a_report_that_is_only_to_be_noted_is_told_so() -> None:
    (ask,) = [one for one in text("# Recommendations\n\nThat the Committee notes the report.\n").elements if one.told]
    assert (ask.key, ask.remedy) == ("ask", ONLY_NOTES)


def test_noting_beside_another_ask_is_no_trouble() -> None:
    words = "# Recommendations\n\n- That the Committee notes the report.\n- That it refers the backlog to Cabinet.\n"
    (ask,) = [one for one in text(words).elements if one.told]
    assert (len(ask.told), ask.remedy) == (2, None)


@pytest.mark.parametrize("none", ["None.", "Not applicable", "There are none."])
def test_a_heading_over_no_recommendation_asks_nothing(none: str) -> None:
    assert "ask" in missing(text(f"# Recommendations\n\n{none}\n\n# Position\n\nThe lamps are lit by night.\n"))


def test_recommendations_of_others_are_no_ask() -> None:
    assert "ask" in missing(text("# Recommendations of the inspectors\n\nLeaders should act on dark lamps.\n"))


def test_what_stands_under_next_steps_is_a_plan() -> None:
    found = text("# Next steps\n\n- Replace lamps in Mill Lane\n- Train the whole team\n")
    assert [one.rule for one in found.plans] == ["listed-as-plan", "listed-as-plan"]


def test_a_few_sentences_are_remarked_on() -> None:
    assert FEW_SENTENCES in text("# Lighting\n\nThe lamps are dark.\n").notes
    assert FEW_SENTENCES not in text(WHOLE).notes


# Tables

TABLE = [["Measure", "2021/22", "2022/23", "2023/24", "England"], ["Dark lamps %", "2.8", "3.4", "4.1", "3.2"]]


def test_a_table_with_a_column_for_england_gives_a_comparator() -> None:
    assert told(word("# Lighting", TABLE), "comparator") == [("comparator-column", "England")]


def test_a_table_of_three_periods_gives_a_trend_and_a_position() -> None:
    found = word("# Lighting", TABLE)
    assert [rule for rule, _ in told(found, "trend")] == ["periods-side-by-side"]
    ((rule, words),) = told(found, "position")
    assert rule == "position-in-a-table"
    assert words.split() == ["Dark", "lamps", "%", "2.8", "3.4", "4.1", "3.2"]


def test_a_row_for_similar_councils_gives_a_comparator() -> None:
    rows = [["Area", "Latest"], ["Kesterby", "4.1%"], ["Statistical neighbours", "3.3%"]]
    assert [rule for rule, _ in told(word("# Lighting", rows), "comparator")] == ["comparator-row"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Officer", "England", "Tel"], ["A Moss", "no", "call"]],
        [["Measure", "Target"], ["Dark lamps", "3%"]],
        [["Task", "By"], ["Replace the lamps in the whole of Mill Lane", "2025"]],
    ],
)
def test_a_table_without_measured_figures_tells_nothing(rows: list[list[str]]) -> None:
    assert missing(word("# Lighting", rows)) >= {"position", "comparator", "trend"}


def test_sentences_in_the_cells_of_a_table_are_read() -> None:
    rows = [["Action", "Progress"], ["Lamps", "Dark lamps have fallen by 12%. We will go on to replace 40 lamps."]]
    found = word("# Lighting", rows)
    assert [one.quote for one in found.results] == ["Dark lamps have fallen by 12%."]
    assert [one.place for one in found.results] == ["table 1 row 2"]


def test_every_quote_of_a_word_report_stands_in_it_word_for_word() -> None:
    found = word("# Lighting", "Dark lamps are 4.1% of all, above England.", TABLE, "Residents wait 12 weeks.", TABLE)
    assert len(found.findings()) > 8
    assert [one for one in found.findings() if found.text[one.start : one.end] != one.quote] == []


def test_in_a_pdf_the_place_is_the_page() -> None:
    found = pdf(
        "The lamps of the town are old and many of them stand on side roads.", "In all 4.1% of lamps are dark now."
    )
    ((rule, words),) = told(found, "position")
    assert (rule, words) == ("position-now", "In all 4.1% of lamps are dark now.")
    assert "on page 2" in markdown(found)


# In words


def test_the_brief_says_what_is_there_with_its_place_and_what_is_missing_with_its_remedy() -> None:
    brief = markdown(text(WHOLE.replace("In England 3.2% were.", "")))
    said = " ".join(brief.split())
    assert "Four of the five things that a report to scrutiny should tell are there. Missing: comparator." in said
    assert "**So what**: once, at line 5. > This means that residents of Mill Lane walk home in the dark." in said
    assert "**Comparator.** Put beside each main figure" in said
    assert "Of 5 sentences, 1 (20%) tell what is planned and 2 (40%) tell results." in said


def test_the_brief_of_an_empty_report_breaks_off_nowhere() -> None:
    brief = markdown(text("Lighting\n"))
    assert "None of the five things" in brief
    assert "Of 0 sentences, none tell what is planned and none tell results." in " ".join(brief.split())


def test_nothing_in_a_report_is_taken_for_mark_up() -> None:
    brief = markdown(text("# Lighting\n\nThere are 12% <b>dark</b> lamps in [the](http://town) streets.\n"))
    assert r"\<b\>dark\</b\> lamps in \[the\](http://town)" in brief


def test_json_proves_its_own_quotes() -> None:
    import msgspec

    data: Any = msgspec.json.decode(text(WHOLE).to_json())
    quotes = [one for element in data["elements"] for one in element["told"]] + data["plans"] + data["results"]
    assert quotes
    assert all(data["text"][one["start"] : one["end"]] == one["quote"] for one in quotes)


def test_asks_come_in_the_order_of_the_report() -> None:
    document = open_document(b"# Ask\n\nMembers are asked to comment. The Panel is invited to agree.\n", name="a.md")
    assert [one.verb for one in asks(list(statements(document)))] == ["comment", "agree"]
