"""The figures of the sample council: published files that are read whole, its own from two systems, England's as they
were published."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from arising.measures.areas import ENGLAND_CODE, Area, known
from arising.measures.cards import cards
from arising.measures.published import Library, library_of, own, read
from arising.sample import AREA, own_figures, published_figures

PUBLISHED = published_figures()
KESTERBY = Area(AREA, "Kesterby", "authority")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(map(read, PUBLISHED))


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_every_row_of_a_file_is_read_as_of_a_release_that_is_known(path: Path) -> None:
    table = read(path)
    assert table.dataset is not None
    assert len(table.rows) == len(path.read_text("utf-8").splitlines()) - 1
    assert {area.code for area in table.areas()} == {ENGLAND_CODE, AREA}


def test_no_real_authority_has_its_code() -> None:
    assert AREA not in known()
    assert "999" not in {area.old_code for area in known().values()}


def test_the_figures_of_england_are_those_that_were_published(library: Library, shared: Path) -> None:
    real = library_of(shared / "reference/dfe")
    compared = 0
    for card in cards().values():
        for variant in card.variants:
            ours = {one.period: one.number for one in library.series(card.key, variant.key, ENGLAND_CODE)}
            theirs = {one.period: one.number for one in real.series(card.key, variant.key, ENGLAND_CODE)}
            for period, number in ours.items():
                if number is not None:
                    assert theirs[period] == pytest.approx(number, abs=0.001), (card.key, variant.key, period)
                    compared += 1
    assert compared > 60


def test_two_systems_tell_of_the_same_months_and_differ_in_some() -> None:
    told = []
    for path in own_figures().values():
        figures = own.read(path, area=KESTERBY)
        assert figures.doubts == ()
        told.append({(one.card, one.variant, one.period): one.number for one in figures.observations})
    one, other = told
    assert one.keys() == other.keys()
    assert 0 < sum(one[key] != other[key] for key in one) < len(one)


def test_every_cell_of_a_published_file_is_a_number_a_symbol_or_a_name() -> None:
    for path in PUBLISHED:
        rows = list(csv.reader(path.read_text("utf-8").splitlines()))
        assert {len(row) for row in rows} == {len(rows[0])}
