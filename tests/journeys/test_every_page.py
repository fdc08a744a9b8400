"""What holds of every page: nothing serious that axe can find, no scrolling sideways, all there without JavaScript."""

from __future__ import annotations

import pytest

from journeys.conftest import Open
from journeys.walking import faults, too_wide

pytestmark = pytest.mark.browser
BODY = "/bodies/children-and-young-people-committee/"
COUNCIL = "/improvement/wexcombe-council/"
PACK = BODY.replace("/bodies/", "/packs/")
COUNCIL, THE_PLAN = "/improvement/wexcombe-council/", "/improvement/plans/1/"
TOLD = (f"{COUNCIL}for/board/", f"{COUNCIL}for/commissioner/", f"{COUNCIL}for/member/")
PLAN = (
    f"{COUNCIL}plans/", f"{COUNCIL}evidence/", f"{COUNCIL}evidence/?kind=visit", THE_PLAN, f"{THE_PLAN}?state=moved",
    f"{THE_PLAN}chain/", f"{THE_PLAN}stale/", f"{THE_PLAN}versions/", f"{THE_PLAN}versions/compare/",
    "/improvement/actions/1/", "/improvement/actions/3/", "/improvement/evidence/1/",
)  # fmt: skip
PAGES = (
    "/", "/commitments/", "/commitments/?kind=undertaking", "/commitments/?text=nothing+like+this", "/decisions/",
    "/figures/", "/people/", "/people/amina-okafor/", "/search/",
    "/search/?q=carers", "/search/?q=briefing&since=soon&state=waiting",
    "/search/?said_by=director", "/sources/", BODY,
    f"{BODY}2024-05-02/", f"{BODY}2024-05-02/7-placements-for-children-in-care/",
    f"{BODY}2024-05-02/7-placements-for-children-in-care/?kind=figure", "/about/", "/accessibility/",
    "/obligations/", "/obligations/?state=nonsense", "/obligations/?text=nothing+like+this", "/obligations/1/",
    f"/programme/{BODY.split('/')[2]}/",
    f"/trackers/{BODY.split('/')[2]}/", f"/claims/{BODY.split('/')[2]}/",
    "/indicators/", "/indicators/re-referrals/", "/indicators/neet/", "/indicators/re-referrals/compare/",
    "/areas/E06000035/", "/areas/E06000035/quality/", "/areas/E06000035/dashboard/", "/releases/1/",
    "/layouts/cin-referrals/",
    "/areas/E06000035/systems/", "/areas/E06000035/systems/?status=resolved", "/indicators/caseload/",
    "/improvement/", COUNCIL, *TOLD, *PLAN, "/improvement/national/", "/improvement/national/1/",
    "/improvement/national/?kind=area_send", f"{COUNCIL}inspections/", f"{COUNCIL}directions/",
    "/improvement/inspections/1/", "/improvement/inspections/2/", "/improvement/inspections/3/",
    "/improvement/inspections/4/", "/improvement/directions/1/", "/improvement/directions/2/",
    f"{COUNCIL}distance/", f"{COUNCIL}audits/", f"{COUNCIL}workforce/", f"{COUNCIL}forecasts/",
    f"{COUNCIL}surveys/", "/surveys/1/", "/survey-rounds/2/", f"{COUNCIL}engagement/",
    f"{COUNCIL}engagement/?state=done",
    "/engagement/1/", f"/training/{BODY.split('/')[2]}/", f"/members/{BODY.split('/')[2]}/", "/occasions/1/",
    f"/annual/{BODY.split('/')[2]}/lead-member/", f"/annual/{BODY.split('/')[2]}/scrutiny/",
    "/expectations/", "/matters/", "/topics/1/", PACK, f"{PACK}2024-05-02/",
    "/commitments/?body=no-such-body", "/people/?kind=present",
    "/account/sign-in/", "/account/new/", "/account/password/forgotten/",
)  # fmt: skip


@pytest.fixture
def pages(open_page: Open) -> list[str]:
    """Every page, those of one source included."""
    page = open_page("/sources/")
    source = page.locator("tbody th a").filter(has_text="Placements").get_attribute("href")
    return [*PAGES, str(source), f"{source}text/"]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_serious_on_any_page_and_none_scrolls_sideways(
    open_page: Open, pages: list[str], width: int
) -> None:
    page = open_page("/", width=width)
    found, wide = [], {}
    for path in pages:
        page.goto(path)
        found += faults(page)
        if over := too_wide(page):
            wide[path] = over
    assert found == []
    assert wide == {}


def test_every_page_is_whole_without_javascript(open_page: Open, pages: list[str]) -> None:
    page, plain = open_page("/"), open_page("/", javascript=False)
    for path in pages:
        page.goto(path)
        plain.goto(path)
        assert plain.locator("main").inner_text() == page.locator("main").inner_text(), path
        assert plain.get_by_role("navigation", name="Main").get_by_role("link").count() == 10, path
