"""From a file of minutes, through the reader, to the marked words in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from arising.register.record.operations import add_source
from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE

pytestmark = pytest.mark.browser
MINUTES = f"""
Wexcombe Council

Children and Young People Committee

Minutes of the meeting held on Tuesday 14 January 2025

7. Elective home education

The Assistant Director introduced the report. The following points were raised:

- Numbers – in response to a question on why the number of children educated at home had risen to 312, the Portfolio
  Holder said that families gave many reasons. {BRIEFING_NOTE}.

- Visits – it was asked how often families were visited. The Assistant Director said that 64% had been visited within
  the year.

The Committee noted the report.
"""


def test_a_file_of_minutes_becomes_a_page_on_which_its_promise_is_marked(open_page: Open) -> None:
    added = add_source(MINUTES.encode(), name="home-education.txt", body="Children and Young People Committee",
                       date="2025-01-14", council="Wexcombe Council")  # fmt: skip
    page = open_page("/commitments/")
    row = page.get_by_role("row").filter(has_text=BRIEFING_NOTE).filter(has_text="14 January 2025")
    row.get_by_role("link", name="Read it in the minutes").click()

    assert added.items[0].title in page.get_by_role("heading", level=1).inner_text()
    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text(BRIEFING_NOTE)

    entry = page.locator(".finding").filter(has_text=BRIEFING_NOTE).first
    entry.get_by_role("link", name="In the list of commitments").click()
    expect(page.locator("tr:target")).to_contain_text(BRIEFING_NOTE)
