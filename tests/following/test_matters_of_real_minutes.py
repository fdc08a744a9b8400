"""How well labelled matters are found: what the project promises, measured on real minutes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from arising.documents import open_document
from arising.following import Links, follow
from arising.reading import read
from arising.reading.record import Record

DAYS = {
    "medway-2020-01-09-commissioner-report": "2020-01-09",
    "medway-2020-03-lead-member": "2020-03-05",
    "medway-2020-06-ofsted-update": "2020-06-25",
    "medway-2023-03-02-lead-member": "2023-03-02",
    "medway-2023-autumn-social-care-theme": "2023-10-05",
}
"""When the meetings were, as the council's own pages say; the minutes themselves do not."""


@pytest.fixture(scope="module")
def records(shared: Path) -> dict[str, Record]:
    """The records of five meetings of one committee."""
    folder = shared / "gold" / "documents"
    if not (shared / "gold" / "matters.json").is_file():
        pytest.skip("there are no labelled matters in ../shared/gold")
    return {
        name: read(open_document(folder / f"{name}.txt"), body="Children and Young People", date=day)
        for name, day in DAYS.items()
    }


@pytest.fixture(scope="module")
def links(records: dict[str, Record]) -> Links:
    """What is proposed of them."""
    return follow(records)


@pytest.fixture(scope="module")
def scored(links: Links, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """What the scorer beside the labels says: by its words, the share found."""
    path = tmp_path_factory.mktemp("links") / "links.json"
    path.write_bytes(links.to_json())
    command = [sys.executable, str(shared / "gold" / "score_matters.py"), str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.rsplit(" ", 2) for line in said.splitlines()]
    shares = {words[0]: float(words[1]) for words in lines if len(words) == 3}
    found, of = said.rsplit(" ", 1)[1].split("/")
    return shares | {"closures": int(found) / int(of)}


def test_a_true_member_is_among_the_three_best_nine_times_in_ten(scored: dict[str, float]) -> None:
    assert scored["recall@3"] >= 0.90


def test_what_is_shown_unasked_is_right_more_often_than_not(scored: dict[str, float]) -> None:
    assert scored["likely suggestions labelled"] >= 0.60


def test_every_labelled_closure_is_proposed(scored: dict[str, float]) -> None:
    assert scored["closures"] == 1.0


def test_the_shares_of_plans_that_members_were_told_are_held_beside_each_other(links: Links) -> None:
    pairs = {(one.before.words, one.after.words) for one in links.disagreements}
    assert any("88%" in before and "66%" in after for before, after in pairs)


def test_the_briefing_notes_that_nobody_spoke_of_again_are_silent(links: Links) -> None:
    silent = {one.commitment.words: one.meetings for one in links.silences}
    assert [count for words, count in silent.items() if "briefing note" in words] == [3, 3]


def test_every_quote_stands_in_its_record(links: Links, records: dict[str, Record]) -> None:
    quotes = [quote for one in links.closures for quote in (one.commitment, one.evidence)]
    assert quotes
    assert all(records[quote.document].text[quote.start : quote.end] == quote.words for quote in quotes)
    assert msgspec.json.decode(links.to_json())["closures"]
