"""A person's way: from a promise in a list to the words in the minutes, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE

pytestmark = pytest.mark.browser
ITEM = "/bodies/children-and-young-people-committee/2024-05-02/7-placements-for-children-in-care/"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_briefing_note_leads_from_the_list_to_the_marked_words_and_back(open_page: Open, javascript: bool) -> None:
    page = open_page("/", javascript=javascript, width=1280)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Commitments").click()
    row = page.get_by_role("row").filter(has_text=BRIEFING_NOTE)
    row.get_by_role("link", name="Read it in the minutes").click()

    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    assert marked.inner_text() == BRIEFING_NOTE
    marked.get_by_role("link", name="Undertaking 1").click()

    entry = page.locator(".finding:target")
    expect(entry).to_contain_text("The Portfolio Holder and officers")
    expect(entry).to_contain_text("no date given")
    entry.get_by_role("link", name="In the list of commitments").click()

    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text(BRIEFING_NOTE)


def test_marked_words_and_their_entry_are_in_view_together(open_page: Open) -> None:
    page = open_page(ITEM)
    page.locator("#entry-area-1").get_by_role("link", name="Show in the minutes").click()
    expect(page.locator("mark#area-1")).to_be_in_viewport()
    expect(page.locator("#entry-area-1")).to_be_in_viewport()
    page.locator("mark#vote-1").get_by_role("link").first.click()
    expect(page.locator("#entry-vote-1")).to_be_in_viewport()
    expect(page.locator("mark#vote-1")).to_have_class("mark mark--vote other-half")
    expect(page.locator("mark#area-1")).to_have_class("mark mark--area")


def test_the_keyboard_alone_leads_from_an_entry_to_its_words_and_back(open_page: Open) -> None:
    page = open_page(ITEM)
    page.locator(".finding").filter(has_text=BRIEFING_NOTE).get_by_role("link", name="Show in the minutes").focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Undertaking 1: see its entry")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".finding:target")).to_contain_text(BRIEFING_NOTE)


def test_the_first_tab_offers_to_skip_to_the_content(open_page: Open) -> None:
    page = open_page(ITEM)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()


def test_marks_are_told_apart_without_their_colour(open_page: Open) -> None:
    page = open_page(ITEM)
    kinds = ("undertaking", "expectation", "decision", "vote", "question", "figure")
    lines = {
        page.locator(f".minutes .mark--{kind}").first.evaluate(
            "mark => [getComputedStyle(mark).borderBottomStyle, getComputedStyle(mark).borderBottomWidth].join(' ')"
        )
        for kind in kinds
    }
    assert len(lines) == len(kinds)
    name = page.locator(".minutes .mark-label").first.bounding_box()
    assert name
    assert name["width"] > 30


def test_copying_the_minutes_copies_the_minutes(open_page: Open) -> None:
    page = open_page(ITEM)
    page.locator("mark#decision-1").evaluate("mark => getSelection().selectAllChildren(mark)")
    assert page.evaluate("getSelection().toString()") == "The Committee noted the report"


def test_only_the_kinds_that_are_chosen_are_marked(open_page: Open) -> None:
    page = open_page(ITEM, javascript=False)
    page.get_by_text("Choose what is marked").click()
    for kind in page.get_by_role("checkbox").all():
        kind.uncheck()
    page.get_by_label("Decisions (2)").check()
    page.get_by_role("button", name="Mark these").click()
    expect(page.locator(".minutes mark")).to_have_count(2)
    expect(page.locator(".finding")).to_have_count(2)
    page.get_by_role("link", name="Mark everything").click()
    expect(page.locator("#entry-commitment-1")).to_be_visible()


def test_on_a_phone_the_findings_follow_the_minutes_with_links_both_ways(open_page: Open) -> None:
    page = open_page(ITEM, width=375)
    minutes, findings = page.locator(".minutes").bounding_box(), page.locator(".beside").bounding_box()
    assert minutes
    assert findings
    assert findings["y"] >= minutes["y"] + minutes["height"]
    page.get_by_role("link", name="Go to the 19 findings below").click()
    expect(page.get_by_role("heading", name="19 findings")).to_be_in_viewport()
    page.get_by_role("link", name="Back to the minutes above").click()
    expect(page.get_by_role("heading", name="The minutes", exact=True)).to_be_in_viewport()


def test_on_a_phone_the_menu_opens_the_navigation(open_page: Open) -> None:
    page = open_page("/", width=375)
    figures = page.get_by_role("navigation", name="Main").get_by_role("link", name="Figures")
    expect(figures).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    figures.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which figures were given?")


def test_a_list_is_narrowed_and_widened_again(open_page: Open) -> None:
    page = open_page("/commitments/", javascript=False)
    page.get_by_text("Narrow this list").click()
    page.get_by_label("Kind").select_option("Expectation")
    page.get_by_role("button", name="Narrow the list").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.get_by_label("Kind")).to_have_value("expectation")
    page.get_by_role("link", name="Show everything").click()
    expect(page.locator("tbody tr")).to_have_count(4)


def test_a_search_leads_to_the_marked_words(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_label("Search the minutes").last.fill('"briefing note"')
    page.get_by_role("button", name="Search").click()
    page.locator(".hit").filter(has_text="Commitments").get_by_role("heading").get_by_role("link").click()
    assert page.locator("mark:target").inner_text() == BRIEFING_NOTE


def test_a_source_can_be_downloaded_as_it_was(open_page: Open) -> None:
    page = open_page("/sources/")
    page.get_by_role("link", name="Placements for children in care").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download placements.txt").click()
    assert BRIEFING_NOTE in download.value.path().read_text("utf-8")


def test_on_paper_the_navigation_is_left_out_and_the_marks_stay(open_page: Open) -> None:
    page = open_page(ITEM)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.locator("mark#commitment-1")).to_be_visible()
    expect(page.locator("#entry-area-1")).to_be_visible()
