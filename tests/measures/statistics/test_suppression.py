from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.statistics import suppressed, suppressed_table
from arising.measures.statistics.suppression import HIDDEN, ShownTable
from arising.measures.values import Symbol

lines = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 12), min_size=1, max_size=6)
tables = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=3).map(
    lambda rows: {(f"row {i}", f"column {j}"): count for i, row in enumerate(rows) for j, count in enumerate(row)}
)


def test_a_small_count_is_kept_back_and_the_next_smallest_with_it() -> None:
    held = suppressed({"North": 3, "South": 20, "East": 9})
    assert held.counts == {"North": HIDDEN, "South": 20, "East": HIDDEN}
    assert held.total == 32


def test_small_counts_that_are_few_together_need_another() -> None:
    assert suppressed({"North": 1, "South": 1, "East": 9, "West": 30}).counts["East"] is HIDDEN


def test_the_total_is_kept_back_where_nothing_else_is_left() -> None:
    assert suppressed({"North": 3, "South": 0}).total is HIDDEN


def test_nobody_is_no_secret() -> None:
    assert suppressed({"North": 0, "South": 20}).counts == {"North": 0, "South": 20}


def test_all_is_shown_where_no_count_is_small() -> None:
    held = suppressed({"North": 5, "South": 6})
    assert (dict(held.counts), held.total, held.hidden) == ({"North": 5, "South": 6}, 11, 0)


@settings(deadline=None)
@given(lines)
def test_no_small_count_is_shown_and_no_hidden_one_becomes_a_number(counts: dict[str, int]) -> None:
    for key, count in suppressed(counts).counts.items():
        assert count is HIDDEN if 0 < counts[key] < 5 else count in (counts[key], HIDDEN)


@settings(deadline=None)
@given(lines)
def test_a_hidden_count_cannot_be_worked_out_from_the_total(counts: dict[str, int]) -> None:
    held = suppressed(counts)
    if held.total is not HIDDEN and held.hidden:
        assert held.hidden > 1
        assert sum(counts[key] for key, count in held.counts.items() if count is HIDDEN) >= 5


def test_a_table_keeps_back_a_rectangle_and_shows_its_totals() -> None:
    held = suppressed_table({("North", "good"): 3, ("North", "poor"): 20, ("South", "good"): 9, ("South", "poor"): 30})
    assert set(held.cells.values()) == {HIDDEN}
    assert (dict(held.rows), dict(held.columns)) == ({"North": 23, "South": 39}, {"good": 12, "poor": 50})


def table(*rows: str) -> dict[tuple[int, int], int]:
    return {(i, j): int(count) for i, row in enumerate(rows) for j, count in enumerate(row.split())}


def test_a_cell_that_rows_and_columns_tell_together_is_joined_by_a_0() -> None:
    # all but the cell in the middle of the left: 29 less the first row and the second column
    held = suppressed_table(table("1 0 8", "3 5 0", "0 12 0"))
    assert HIDDEN in {held.cells[1, 2], held.cells[2, 0]} or HIDDEN in {held.rows[0], held.columns[1]}


def test_cells_that_lines_leave_one_number_for_are_given_company() -> None:
    # 6 and 5 in two rows, 9 of them in one column: 1 and 1 are left for the other
    held = suppressed_table(table("20 1 0 5", "0 1 0 4", "0 3 8 20"))
    assert HIDDEN in {held.cells[0, 0], held.cells[0, 2], held.cells[1, 0], held.cells[1, 2]}


def test_a_table_shows_what_gives_nothing_away() -> None:
    cells = {(row, column): 10 for row in "abc" for column in "xyz"} | {("a", "x"): 2}
    held = suppressed_table(cells)
    assert sum(count is HIDDEN for count in held.cells.values()) == 4
    assert held.cells["c", "z"] == 10


@settings(deadline=None)
@given(tables)
def test_no_small_cell_or_total_of_a_table_is_shown(cells: dict[tuple[str, str], int]) -> None:
    held = suppressed_table(cells)
    shown = [*held.cells.values(), *held.rows.values(), *held.columns.values(), held.total]
    assert all(isinstance(count, Symbol) or count == 0 or count >= 5 for count in shown)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_no_hidden_cell_of_a_table_follows_from_the_rest(counts: list[int]) -> None:
    places = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    cells = dict(zip(places, counts, strict=True))
    held = suppressed_table(cells)
    hidden = [place for place in places if held.cells[place] is HIDDEN]
    guesses = [
        guess
        for guess in product(range(1, 13), repeat=len(hidden))
        if _agrees(cells | dict(zip(hidden, guess, strict=True)), held)
    ]
    for at in range(len(hidden)):
        assert len({guess[at] for guess in guesses}) > 1


def _agrees(cells: dict[tuple[str, str], int], held: ShownTable[str, str]) -> bool:
    """Whether a reader could take such a table for the one that is shown."""
    for kind, totals in enumerate((held.rows, held.columns)):
        for name, total in totals.items():
            if total is not HIDDEN and total != sum(count for place, count in cells.items() if place[kind] == name):
                return False
    return held.total is HIDDEN or held.total == sum(cells.values())


def test_a_count_below_0_is_refused() -> None:
    with pytest.raises(ValueError, match="below 0"):
        suppressed({"North": -1})
