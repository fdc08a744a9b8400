"""From a meeting to its pack, and the chart of what was told in figures."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from arising.register.bodies.models import Council
from arising.register.matters.operations import propose
from arising.register.record.models import Topic
from arising.register.record.operations import add_source
from following.invented import BODY, JUNE, MARCH, OCTOBER
from journeys.conftest import Open

pytestmark = pytest.mark.browser


@pytest.fixture
def potholes(site: str) -> str:
    """The page of a topic whose figures were told at two meetings."""
    for text, day in ((MARCH, "2030-03-05"), (JUNE, "2030-06-04"), (OCTOBER, "2030-10-01")):
        add_source(text.encode(), name=f"{day}.txt", council="Kelderdale", body=BODY, date=day)
    propose(Council.objects.get(name="Kelderdale"))
    return f"/topics/{Topic.objects.get(heading='Potholes').pk}/"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_chart_is_drawn_where_the_page_allows_no_style_of_its_own(
    potholes: str, open_page: Open, width: int
) -> None:
    page = open_page(potholes, width=width)
    chart = page.get_by_role("img", name="Line chart: 88% on 5 March 2030, then 66% on 1 October 2030.")
    expect(chart).to_be_visible()
    assert chart.evaluate("picture => picture.complete && picture.naturalWidth") == 300
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    found = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_a_meeting_leads_to_its_pack_and_from_there_to_another_meetings(potholes: str, open_page: Open) -> None:
    page = open_page("/bodies/roads-committee/2030-10-01/")
    page.get_by_role("link", name="Matters arising: the pack for this meeting").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Matters arising: Roads Committee, meeting of 1 October 2030"
    )
    page.get_by_label("For which meeting?").select_option("4 June 2030")
    page.get_by_role("button", name="Show the pack").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Matters arising: Roads Committee, meeting of 4 June 2030"
    )
    page.get_by_label("For which meeting?").select_option("As of today")
    page.get_by_role("button", name="Show the pack").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Matters arising: Roads Committee")
