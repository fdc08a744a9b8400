"""Small groups are not shown, nor what they could be worked out from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.register.improvement.surveying.shown import EVERYBODY, NO_GROUP, Shown, shown


def counts(**of: int) -> dict[str, dict[str, int]]:
    """Groups of so many people, who all said yes but one."""
    return {name if name != "everybody" else "": {"Yes": size - 1, "No": 1} for name, size in of.items()}


def groups_shown(told: Shown) -> set[str]:
    return {line.group for line in told.groups if line.is_shown}


def test_everybody_is_shown_with_every_answer() -> None:
    told = shown(counts(everybody=9))
    assert (told.everybody.of, dict(told.everybody.counts)) == (9, {"Yes": 8, "No": 1})


def test_fewer_than_five_are_not_shown_at_all() -> None:
    told = shown(counts(everybody=4))
    assert not told.everybody.is_shown
    assert dict(told.everybody.counts) == {}


def test_a_small_group_is_not_shown() -> None:
    assert "North" not in groups_shown(shown(counts(everybody=60, North=4, South=30, East=26)))


def test_the_next_smallest_group_is_kept_back_where_the_total_would_tell() -> None:
    told = shown(counts(everybody=60, North=4, South=30, East=26))
    assert groups_shown(told) == {"South"}
    assert told.everybody.of == 60


def test_those_in_no_group_are_a_group_of_their_own() -> None:
    told = shown(counts(everybody=60, North=30, South=20))
    assert groups_shown(told) == {"North", "South", NO_GROUP}


def test_few_in_no_group_keep_another_group_back() -> None:
    answers = {"": {"Yes": 48, "No": 4}, "North": {"Yes": 29, "No": 1}, "South": {"Yes": 19, "No": 1}}
    told = shown(answers)
    assert groups_shown(told) == {"North"}
    assert told.kept_back == 1


def test_groups_alone_make_the_total() -> None:
    told = shown(counts(North=30, South=20))
    assert (told.everybody.of, dict(told.everybody.counts)) == (50, {"Yes": 48, "No": 2})


def test_another_smallest_size_is_heeded() -> None:
    assert groups_shown(shown(counts(North=9, South=30, East=40), smallest=10)) == {"East"}


answers = st.fixed_dictionaries({"Yes": st.integers(0, 30), "No": st.integers(0, 30)})


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from("ABCDE"), answers, min_size=1), answers)
def test_what_is_kept_back_can_be_worked_out_for_no_fewer_than_five(
    groups: dict[str, dict[str, int]], rest: dict[str, int]
) -> None:
    total = {answer: sum(each[answer] for each in groups.values()) + rest[answer] for answer in ("Yes", "No")}
    told = shown({**groups, EVERYBODY: total})
    if not told.everybody.is_shown:
        return
    left = told.everybody.people - sum(line.people for line in told.groups)
    assert left == 0 or left >= 5
    assert all(line.people == 0 or line.people >= 5 for line in told.groups)


def test_groups_that_hold_more_than_everybody_are_refused() -> None:
    with pytest.raises(ValueError, match="below 0"):
        shown(counts(everybody=10, North=30))
