"""A log of actions that minutes print as a table."""

from __future__ import annotations

import pytest

from arising.reading.record import Commitment
from reading.minuted import minutes

HEAD = "Action | Owner | Deadline"


def owed(*rows: str) -> tuple[Commitment, ...]:
    return minutes(*rows).commitments


@pytest.mark.parametrize(
    "head",
    [HEAD, "Action required | Lead officer | Due date", "What | Who | When", "Agreed action | By whom | By when"],
)
def test_each_row_under_its_head_is_owed(head: str) -> None:
    (found,) = owed(head, "Mend the kerb in Mill Lane | JB | 1 March 2024")
    assert (found.rule, found.kind, found.quote) == ("action-row", "undertaking", "Mend the kerb in Mill Lane")


def test_its_owner_and_due_date_stand_in_their_columns() -> None:
    (found,) = owed(HEAD, "Mend the kerb in Mill Lane | JB | 1 March 2024")
    assert (found.owner, found.due) == ("JB", "1 March 2024")


def test_columns_may_stand_in_another_order() -> None:
    (found,) = owed("Owner | Deadline | Action", "JB | 1 March 2024 | Mend the kerb in Mill Lane")
    assert (found.quote, found.owner, found.due) == ("Mend the kerb in Mill Lane", "JB", "1 March 2024")


def test_a_row_without_owner_or_date_is_owed_by_nobody_named() -> None:
    (found,) = owed(HEAD, "Write to the county |  | ")
    assert (found.owner, found.due) == (None, None)


def test_a_row_without_an_action_is_none() -> None:
    assert owed(HEAD, " | JB | 1 March 2024") == ()


def test_every_row_of_the_log_is_read() -> None:
    assert [one.owner for one in owed(HEAD, "Mend the kerb | JB | May", "Paint the gate | RT | June")] == ["JB", "RT"]


@pytest.mark.parametrize("head", ["Name | Role | Ward", "Item | Page | Time", "Site | Owner | Area"])
def test_another_table_is_no_log(head: str) -> None:
    assert owed(head, "Mend the kerb in Mill Lane | JB | 1 March 2024") == ()


def test_the_log_ends_where_the_table_does() -> None:
    assert len(owed(HEAD, "Mend the kerb | JB | May", "The meeting closed.", "Paint the gate | RT | June")) == 1


def test_a_log_that_was_written_before_the_meeting_is_not_read() -> None:
    assert owed(f"[agenda] {HEAD}", "[agenda] Mend the kerb | JB | May", "The log was noted.") == ()
