from __future__ import annotations

import msgspec
import pytest

from arising.reading.brief import markdown
from arising.reading.record import Answer, Exchange
from reading.samples import BARE, FINDINGS, FULL, found, with_quote


def entry(heading: str) -> str:
    """The part of the full brief under a heading."""
    return markdown(FULL).split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_a_brief_opens_with_the_title_the_meeting_and_the_source() -> None:
    opening = markdown(FULL).split("\n## ", 1)[0]
    assert opening.startswith("# Street lighting\n\nRoads Committee, 2025-11-04\n")
    assert "The Committee asked when the lamps would be mended." in opening
    assert "Read from lighting.txt." in opening
    assert "- The date was taken from the file's name." in opening


def test_what_was_decided_comes_before_what_was_said() -> None:
    headings = [line[3:] for line in markdown(FULL).splitlines() if line.startswith("## ")]
    assert headings == [
        "Attendance",
        "Interests declared",
        "Taken as urgent",
        "Held back",
        "Decisions",
        "Votes",
        "Undertakings",
        "Expectations",
        "Questions and answers",
        "Figures",
        "Supporting documents",
    ]


def test_an_undertaking_says_who_owes_what_to_whom_and_by_when() -> None:
    assert entry("Undertakings").strip() == (
        "- **He (Head of Highways)**; timetable; to: the Committee;"
        " due: by the end of March 2026 (any time to 2026-03-31) (Mill Lane)\n\n"
        "  > undertook to circulate a timetable by the end of March 2026"
    )


def test_a_finding_that_is_not_sure_says_so() -> None:
    assert "- **Nobody named** (unsure: look at the minutes)" in entry("Expectations")


def test_an_exchange_gives_the_answers_and_who_a_pronoun_stands_for() -> None:
    said = entry("Questions and answers")
    assert "- **Question**; from: A Member; answered by: The Head of Highways; he (Mill Lane)" in said
    assert "  > Head of Highways: he said in March" in said
    assert "  > work had begun" in said
    assert "- **Said**" in said


def test_an_answer_that_is_the_whole_exchange_is_given_once() -> None:
    said = "The Head of Highways said that work had begun"
    answer = Answer(speaker="The Head of Highways", quote=said, start=10, end=10 + len(said))
    exchange = Exchange(**found(said), kind=None, responders=("The Head of Highways",), answers=(answer,))
    assert markdown(msgspec.structs.replace(BARE, exchanges=(exchange,))).count(said) == 1


def test_votes_give_names_and_counts() -> None:
    assert "- **Carried**; Moss for, Tan against" in entry("Votes")
    assert "- **Vote**; 8 for, 2 abstain" in entry("Votes")


def test_figures_are_written_as_people_write_them() -> None:
    figures = entry("Figures")
    assert "- **about £1,500,000 of 2,000,000**; budget" in figures
    assert "- **26 to 30%**; lamps out; national; period: 2024 (2024-01-01 to 2024-12-31)" in figures
    assert "- **10 lamps**; lamps mended" in figures


def test_attendance_names_whom_a_substitute_stood_in_for() -> None:
    assert entry("Attendance").strip() == "- Present: Moss; Tan\n- Substitutes: Vale for Ferrier; Lowe"


def test_only_a_web_address_becomes_a_link() -> None:
    papers = entry("Supporting documents")
    assert "[Lighting report](<https://council.example/report.pdf>)" in papers
    assert "javascript" not in papers
    assert "- Costs (restricted)" in papers


def test_every_quote_of_a_section_is_in_the_brief() -> None:
    brief = markdown(FULL)
    left_to_the_record = {"Street lighting", "Mill Lane", "highways", "Highways Act 1980", "Councillor Moss (Chair)"}
    assert [f.quote for f in FINDINGS if f"> {f.quote}" not in brief and f.quote not in left_to_the_record] == []


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[click](https://a.example)", r"\[click\](https://a.example)"),
        ("**bold** and `code`", r"\*\*bold\*\* and \`code\`"),
        ("1. First", r"1\. First"),
        ("- First", r"\- First"),
        ("# First", r"\# First"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_words_of_the_minutes_are_no_mark_up_of_the_brief(quote: str, written: str) -> None:
    assert f"  > {written}\n" in markdown(with_quote(quote))


def test_a_record_without_findings_says_so() -> None:
    brief = markdown(BARE)
    assert brief.startswith("# agenda.txt\n")
    assert "Nothing was found in it to take down." in brief
    assert "- This is an agenda without minutes." in brief
    assert "## " not in brief
