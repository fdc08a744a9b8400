"""The files of real published figures load whole: no row is lost, and no symbol becomes a number."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from arising.measures.published import Library, library_of, tidy
from arising.measures.values import Symbol, value_of

SYMBOLS = {symbol.value for symbol in Symbol}
MEDWAY, ENGLAND = "E06000035", "E92000001"


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "reference" / "dfe"


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return library_of(folder)


def files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.csv"))
    assert len(found) == 10
    return found


def test_no_row_is_lost(folder: Path) -> None:
    for path in files(folder):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            expected = sum(1 for _ in csv.DictReader(handle))
        assert len(tidy.read(path).rows) == expected, path.name


def test_as_many_symbols_of_each_kind_come_out_as_went_in(folder: Path) -> None:
    for path in files(folder):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            went_in = Counter(cell.strip() for cells in csv.reader(handle) for cell in cells if cell.strip() in SYMBOLS)
        came_out = {symbol.value: count for symbol, count in tidy.read(path).symbols().items()}
        assert came_out == dict(went_in), path.name


def test_every_cell_of_a_value_comes_out_as_it_went_in(folder: Path) -> None:
    for path in files(folder):
        table = tidy.read(path)
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
        for row in table.rows:
            told = rows[row.number - 2]
            assert row.cells == [told[title] for title in table.values]
            assert row.words == tuple(told[title] for title in table.apart)


def test_no_number_is_made_of_a_symbol(folder: Path) -> None:
    for path in files(folder):
        table = tidy.read(path)
        for row in table.rows:
            for cell in row.cells:
                assert isinstance(value_of(cell), Symbol) == (cell.strip() in SYMBOLS)


def test_every_file_is_known_by_its_columns(folder: Path) -> None:
    known = [tidy.read(path).dataset for path in files(folder)]
    assert None not in known
    assert len({one.key for one in known if one}) == 10


def test_the_plans_in_time_are_those_that_were_published(library: Library) -> None:
    found = {
        (variant, one.period.label): one.value
        for variant in ("without-exceptions", "with-exceptions")
        for one in library.series("ehcp-20-weeks", variant, MEDWAY)
    }
    assert found["without-exceptions", "2019"] == 60.9
    assert found["with-exceptions", "2020"] == 62.1
    assert found["with-exceptions", "2022"] == 66.111


def test_a_value_knows_its_file_row_and_column(library: Library) -> None:
    last = library.series("ehcp-20-weeks", "with-exceptions", MEDWAY)[-1]
    assert str(last.origin) == "sen2_mi.csv, row 110, inc_exc_20week_rate"
    assert (last.numerator, last.denominator) == (119.0, 180.0)
    assert len(last.origin.sha256) == 64
