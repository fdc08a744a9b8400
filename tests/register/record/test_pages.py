"""The pages of the record: what they say, where they lead, what they refuse."""

from __future__ import annotations

import re
from collections import deque
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.record.operations import Outcome
from journeys import invented

ITEM = "/bodies/children-and-young-people-committee/2024-05-02/7-placements-for-children-in-care/"
MEETING = "/bodies/children-and-young-people-committee/2024-05-02/"


@pytest.fixture
def placements(db: None) -> Outcome:
    return invented.placements()


@pytest.fixture
def source(placements: Outcome) -> str:
    """The address of the source."""
    return placements.source.get_absolute_url()


FILES = re.compile(r"^/feeds/|\.(?:csv|toml|docx|ics|md|pdf|png|svg|xlsx)(?:$|\?)")
"""Links to files and feeds, which are no pages."""


def page(client: Client, path: str) -> lxml.html.HtmlElement:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return lxml.html.document_fromstring(answer.content.decode())


def text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def faults(tree: lxml.html.HtmlElement) -> list[str]:
    """What a page does that no page may do."""
    ids = tree.xpath("//@id")
    found = [f"the id {each} stands twice" for each in set(ids) if ids.count(each) > 1]
    within = [each[1:] for each in tree.xpath("//a/@href[starts-with(., '#')]")]
    found += [f"#{each} leads nowhere" for each in within if each not in ids]
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        found += [f"{attribute} names {each}" for each in tree.xpath(f"//@{attribute}") if each not in ids]
    for control in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        if not tree.xpath(f"//label[@for='{control.get('id')}']"):
            found.append(f"the field {control.get('name')} has no label")
    found += ["a style within the page"] * len(tree.xpath("//@style | //style"))
    found += ["a script within the page"] * len(tree.xpath("//script[not(@src)] | //@*[starts-with(name(), 'on')]"))
    found += ["a table without a caption"] * len(tree.xpath("//table[not(caption)]"))
    found += ["a heading without a scope"] * len(tree.xpath("//th[not(@scope)]"))
    found += ["no heading, or more than one, at the top"] * (len(tree.xpath("//h1")) != 1)
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    found += [f"h{one} is followed by h{two}" for one, two in pairwise(levels) if two > one + 1]
    found += ["no language"] * (tree.get("lang") != "en-GB")
    return found


def test_every_page_that_links_lead_to_is_there_and_well_made(client: Client, placements: Outcome) -> None:
    invented.short(1, "2023-09-12")
    invented.short(2, "2024-09-10", promises=30)
    waiting, seen, found = deque(["/"]), {"/"}, {}
    while waiting:
        path = waiting.popleft()
        tree = page(client, path)
        if wrong := faults(tree):
            found[path] = wrong
        for link in tree.xpath("//a/@href"):
            to = urldefrag(urljoin(path, link)).url
            if to.startswith("/") and "/original/" not in to and not FILES.search(to) and to not in seen:
                seen.add(to)
                waiting.append(to)
    assert found == {}
    assert "/commitments/?page=2" in seen
    assert len(seen) > 30


def test_every_finding_is_marked_and_listed_and_each_leads_to_the_other(client: Client, placements: Outcome) -> None:
    tree = page(client, ITEM)
    marked = set(tree.xpath("//mark/@id"))
    listed = {each.removeprefix("entry-") for each in tree.xpath("//li[contains(@class, 'finding')]/@id")}
    assert marked == listed
    assert len(marked) == sum(placements.counts.values()) == 19
    for each in marked:
        assert tree.xpath(f"//mark[@id='{each}']/a[@href='#entry-{each}']")
        assert tree.xpath(f"//li[@id='entry-{each}']//a[@href='#{each}']")


def test_the_minutes_on_the_page_are_the_words_of_the_source(client: Client, placements: Outcome) -> None:
    document = placements.source.readings.get().document.as_document
    shown = text(page(client, ITEM).xpath("//div[@class='minutes']")[0])
    for block in document.blocks:
        for start, end in block.cells or ((block.start, block.end),):
            assert document.text[start:end] in shown


def test_marks_that_cross_each_hold_all_their_words(client: Client, placements: Outcome) -> None:
    tree = page(client, ITEM)
    assert tree.xpath("string(//mark[a/@data-label='Expectation 1'])") == (
        "it was hoped that 12 new carers would be approved by March 2025"
    )
    pieces = tree.xpath("//mark[a/@data-label='Figure 2'] | //mark[contains(@class, 'mark--figure mark--continued')]")
    assert "".join(piece.text_content() for piece in pieces) == "12 new carers would be approved by March 2025;"


def test_an_entry_tells_who_what_to_whom_by_when_and_how_sure(client: Client, placements: Outcome) -> None:
    entry = text(page(client, ITEM).xpath("//li[h4/span='Undertaking 1']")[0])
    for words in (
        "Undertaking 1",
        "Who The Portfolio Holder and officers",
        "What briefing note",
        "To whom the Committee",
        "By when no date given",
        "rule invented",
        "very sure (92%)",
        "Proposed by the reader",
    ):
        assert words.replace(" ", "") in entry.replace(" ", "")


def test_the_words_of_the_agenda_stand_apart(client: Client, placements: Outcome) -> None:
    (agenda,) = page(client, ITEM).xpath("//section[contains(@class, 'minutes-part--agenda')]")
    assert text(agenda).startswith("Written before the meeting")
    assert "the Committee agrees the draft strategy" in text(agenda)
    assert not agenda.xpath(".//mark")


def test_lists_keep_their_markers_and_their_levels(client: Client, placements: Outcome) -> None:
    (outer,) = page(client, ITEM).xpath("//section[contains(@class, 'minutes-part')]/ul")
    assert outer.xpath("li/span[@class='marker']/text()") == ["(a)"]
    assert outer.xpath("li/ul/li/span[@class='marker']/text()") == ["(i)", "(ii)"]


def test_markup_in_a_source_is_shown_as_it_is_written(client: Client, placements: Outcome) -> None:
    assert "131 &lt;of&gt; 214" in client.get(ITEM).content.decode()


def test_only_the_kinds_asked_for_are_marked_and_their_numbers_stay(client: Client, placements: Outcome) -> None:
    tree = page(client, f"{ITEM}?kind=figure&kind=vote")
    assert {each.rsplit("-", 1)[0] for each in tree.xpath("//mark/@id")} == {"figure", "vote"}
    assert "131 <of> 214" in text(tree.xpath("//li[h4/span='Figure 4']")[0])


def test_a_kind_that_does_not_exist_marks_everything(client: Client, placements: Outcome) -> None:
    assert len(page(client, f"{ITEM}?kind=nonsense").xpath("//mark[@id]")) == 19


def test_a_list_begins_with_its_count_in_words(client: Client, placements: Outcome) -> None:
    assert "2 commitments, 1 of them an undertaking with no date." in text(page(client, "/commitments/"))
    assert "2 decisions, 1 of them asking or recommending something to somebody." in text(page(client, "/decisions/"))
    assert "4 figures, none of them about the whole country." in text(page(client, "/figures/"))
    assert "2 people." in text(page(client, "/people/"))


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/commitments/?kind=undertaking", 1),
        ("/commitments/?owner=portfolio", 1),
        ("/commitments/?owner=nobody", 0),
        ("/commitments/?text=carers", 1),
        ("/commitments/?body=children-and-young-people-committee", 2),
        ("/commitments/?meeting=children-and-young-people-committee/2024-05-02", 2),
        ("/decisions/?kind=recommend", 1),
        ("/decisions/?owner=cabinet", 1),
        ("/figures/?kind=national", 0),
        ("/figures/?text=cost", 1),
        ("/people/?text=okafor", 1),
        ("/people/?owner=director", 1),
        ("/people/?kind=present", 1),
    ],
)
def test_a_list_is_narrowed(client: Client, placements: Outcome, path: str, rows: int) -> None:
    assert len(page(client, path).xpath("//tbody/tr")) == rows


def test_a_filter_that_makes_no_sense_is_named_and_left_out(client: Client, placements: Outcome) -> None:
    tree = page(client, "/commitments/?body=atlantis&kind=undertaking")
    assert "There is no such body here" in text(tree.xpath("//div[@class='govuk-error-summary']")[0])
    assert len(tree.xpath("//tbody/tr")) == 1


ODD = ("text=%00", "owner=%00", "text=" + "x" * 5000, "page=-1", "page=x", "page=9999999999")


@pytest.mark.parametrize("query", ODD, ids=lambda query: query[:10])
def test_what_no_form_would_send_is_answered_all_the_same(client: Client, placements: Outcome, query: str) -> None:
    page(client, f"/commitments/?{query}")


@pytest.mark.parametrize(
    "path",
    [
        "/bodies/atlantis/",
        "/bodies/children-and-young-people-committee/1999-01-01/",
        f"{MEETING}nothing/",
        "/people/nobody/",
        "/sources/99/",
        "/sources/99999999999999999999999999/",
        "/sources/99/text/",
        "/sources/99/original/",
        "/nowhere/",
    ],
)
def test_what_is_not_there_is_said_kindly(client: Client, placements: Outcome, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    tree = lxml.html.document_fromstring(answer.content.decode())
    assert [text(heading) for heading in tree.iter("h1")] == ["Page not found"]
    assert faults(tree) == []


@pytest.mark.parametrize("sha256", ["abc", "0" * 64, "%00", "../../etc/passwd"])
def test_bytes_that_the_source_never_had_are_not_there(client: Client, source: str, sha256: str) -> None:
    assert client.get(f"{source}original/?sha256={sha256}").status_code == 404


def test_the_original_is_a_download_and_never_a_page(client: Client, placements: Outcome, source: str) -> None:
    answer = client.get(f"{source}original/")
    assert b"".join(answer) == placements.source.readings.get().document.original.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="placements.txt"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_page_of_a_source_says_what_proves_it(client: Client, placements: Outcome, source: str) -> None:
    words = text(page(client, source))
    assert placements.source.editions.get().sha256 in words
    assert "https://wexcombe.example/placements.txt" in words
    assert "Download placements.txt" in words


def test_the_plain_text_gives_the_place_of_every_block(client: Client, placements: Outcome, source: str) -> None:
    document = placements.source.readings.get().document.as_document
    tree = page(client, f"{source}text/")
    for block in document.blocks:
        row = tree.get_element_by_id(f"at-{block.start}")
        assert f"{block.start}–{block.end}" in text(row)
        assert row.xpath("string(td[1])") == document.words(block)


def test_the_meeting_says_what_was_decided_how_members_voted_and_who_was_there(
    client: Client, placements: Outcome
) -> None:
    words = text(page(client, MEETING))
    for told in (
        "Meeting of 2 May 2024",
        "“The Committee noted the report”",
        "For Bell, Rao",
        "Present Councillor Bell",
        "In attendance Amina Okafor, Director of Children’s Services",
    ):
        assert told.replace(" ", "") in words.replace(" ", "")


def test_the_page_of_a_body_counts_what_was_found_in_each_meeting(client: Client, placements: Outcome) -> None:
    invented.short(1, "2024-09-10", promises=3)
    tree = page(client, "/bodies/children-and-young-people-committee/")
    rows = [text(row) for row in tree.xpath("//table[caption[starts-with(., 'Meetings')]]/tbody/tr")]
    assert rows == ["10 September 2024 3 0 0 1", "2 May 2024 2 2 2 4"]


def test_marks_that_look_alike_have_one_place_in_the_key(client: Client, placements: Outcome) -> None:
    (key,) = page(client, ITEM).xpath("//p[contains(@class, 'key')]")
    assert [mark.text for mark in key.iter("span")][-2:] == ["Person or post", "Law, guidance, meeting or body"]


def test_what_is_for_clerks_is_nowhere_for_the_public(client: Client, db: None) -> None:
    outcome = invented.short(1, "2024-05-02", audience=Audience.CLERKS)
    for path in ("/", "/commitments/", "/figures/", "/sources/", "/search/?q=attendance"):
        assert "attendance figures" not in text(page(client, path).xpath("//main")[0])
    assert client.get(outcome.source.get_absolute_url()).status_code == 404
    assert client.get(outcome.items[0].get_absolute_url()).status_code == 404
    assert client.get(f"{outcome.source.get_absolute_url()}original/").status_code == 404


def test_a_register_without_minutes_says_what_to_do(client: Client, db: None) -> None:
    for path in ("/", "/commitments/", "/decisions/", "/figures/", "/people/", "/sources/"):
        tree = page(client, path)
        assert "arising add" in text(tree.xpath("//main")[0]), path
        assert faults(tree) == []


def test_a_narrowed_list_without_rows_says_how_to_widen_it(client: Client, placements: Outcome) -> None:
    assert "Nothing fits all of that." in text(page(client, "/commitments/?text=zebra"))


def test_the_policy_allows_no_script_or_style_but_our_own(client: Client, placements: Outcome) -> None:
    policy = client.get(ITEM)["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_what_is_vendored_bears_no_crest_and_no_foreign_typeface() -> None:
    folder = Path(__file__).parents[3] / "src/arising/register/site/static/site/govuk"
    style = (folder / "govuk-frontend.min.css").read_text("utf-8")
    assert not re.search(r"GDS Transport|@font-face|crest|/assets/|sourceMappingURL", style)
    assert "MIT" in (folder / "VERSION").read_text("utf-8")
    assert "Permission is hereby granted" in (folder / "LICENCE").read_text("utf-8")
