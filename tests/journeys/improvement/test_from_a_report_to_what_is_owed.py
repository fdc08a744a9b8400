"""A clerk adds an inspection report under embargo and lets a committee wait for what is due."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.bodies.operations import set_clerkships
from arising.register.improvement.operations import appoint_improvement_officer
from journeys.conftest import Open
from journeys.invented import BODY
from journeys.walking import faults, sign_in, too_wide
from reading.inspections import reports
from reading.inspections.writing import Part, written

pytestmark = pytest.mark.browser


@pytest.fixture
def clerk(site: str) -> User:
    user = add_user("clerk@wexcombe.example", Role.CLERK, name="Clerk", actor=None, why="For a test")
    set_clerkships(user, everything=True, actor=None, why="For a test")
    return user


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "inspection-2023-03-10.pdf"
    path.write_bytes(written(reports.ILACS_2023, "pdf"))
    return path


def bullets(parts: tuple[Part, ...]) -> list[str]:
    return [part.words for part in parts if part.kind == "bullet"]


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
def test_a_clerk_adds_a_report_and_a_committee_waits_for_what_is_due(
    open_page: Open, site: str, clerk: User, report: Path, width: int, javascript: bool
) -> None:
    page = sign_in(open_page("/about/", width=width, javascript=javascript), clerk, site)
    page.goto("/improvement/wexcombe-council/")
    page.get_by_role("link", name="Inspections, visits and what they asked for").click()
    page.get_by_role("link", name="Add an inspection report").click()
    page.get_by_label("The report or letter").set_input_files(report)
    received = page.get_by_role("group", name="When did the council receive it?")
    held = page.get_by_role("group", name="Held back until which day?")
    for boxes, day in ((received, ("1", "3", "2023")), (held, ("10", "1", "2099"))):
        for label, value in zip(("Day", "Month", "Year"), day, strict=True):
            boxes.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Until what time of that day?").fill("12 noon")
    page.get_by_role("button", name="Read it and add it").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Wexcombe Council was judged good overall.")
    expect(main).to_contain_text("Under embargo until 10 January 2099, 12:00.")
    for words in bullets(reports.ILACS_2023):
        expect(main).to_contain_text(words)
    if javascript:
        assert (faults(page), too_wide(page)) == ([], 0)
    address = page.url
    page.get_by_role("link", name="Let a body wait for what is due").click()
    page.get_by_label("Which body?").select_option(BODY)
    page.get_by_role("button", name="Let it wait").click()
    page.get_by_role("link", name="Where it is owed").filter(has_text="Publish the inspection report").click()
    expect(main).to_contain_text("30 working days after the report was received on 1 March 2023")
    public = open_page("/about/", width=width, javascript=javascript)
    assert public.request.get(address).status == 404


@pytest.fixture
def officer(site: str) -> User:
    """An improvement officer who is no clerk."""
    user = add_user("officer@wexcombe.example", Role.OFFICER, name="Officer", actor=None, why="For a test")
    appoint_improvement_officer(user, Council.objects.get(slug="wexcombe-council"), actor=None, why="For a test")
    return user


@pytest.mark.parametrize("width", [1280, 320])
def test_an_improvement_officer_reads_what_they_brought_under_embargo(
    open_page: Open, site: str, officer: User, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "send.pdf"
    path.write_bytes(written(reports.SEND_2024, "pdf"))
    page = sign_in(open_page("/about/", width=width), officer, site)
    page.goto("/improvement/wexcombe-council/inspections/add/")
    page.get_by_label("The report or letter").set_input_files(path)
    received = page.get_by_role("group", name="When did the council receive it?")
    held = page.get_by_role("group", name="Held back until which day?")
    for boxes, day in ((received, ("2", "4", "2024")), (held, ("10", "1", "2099"))):
        for label, value in zip(("Day", "Month", "Year"), day, strict=True):
            boxes.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Read it and add it").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Under embargo until 10 January 2099, 00:00.")
    expect(main).to_contain_text("Monitoring inspection expected: about October 2025")
    assert (faults(page), too_wide(page)) == ([], 0)
    address = page.url
    page.get_by_role("link", name="Inspections").first.click()
    expect(main).to_contain_text("How did area SEND inspections of similar councils end?")
    expect(main).to_contain_text("Under embargo until 10 January 2099, 00:00")
    assert (faults(page), too_wide(page)) == ([], 0)
    with page.expect_download() as taken:
        page.get_by_role("link", name="These outcomes as CSV").click()
    assert "Kent,Arrangements lead to inconsistent" in taken.value.path().read_text()
    assert open_page("/about/").request.get(address).status == 404


def test_the_public_reads_what_was_judged_and_walks_to_the_direction(open_page: Open) -> None:
    page = open_page("/improvement/")
    page.get_by_role("link", name="Directions and their reviews").click()
    main = page.get_by_role("main")
    page.get_by_role("link", name="Direction of 2020").click()
    expect(main).to_contain_text("What does it require no more?")
    expect(main).to_contain_text("First set for 2 June 2020")
    page.get_by_role("link", name="Direction of 2019").click()
    expect(main).to_contain_text("It was revised on 2 March 2020")
