"""Votes by name, by count, and one member's vote at their own wish."""

from __future__ import annotations

import pytest

from arising.reading.record import Vote
from reading.minuted import minutes


def votes(*blocks: str) -> tuple[Vote, ...]:
    return minutes(*blocks).votes


def the_vote(*blocks: str) -> Vote:
    (vote,) = votes(*blocks)
    return vote


@pytest.mark.parametrize(
    "blocks",
    [
        ("For (2)", "Councillors Moss and Tan", "Against (1)", "Councillor Orr"),
        ("For (2) Councillors Moss and Tan", "Against (1) Councillor Orr", "Abstain (0)"),
        ("For: Councillors Moss and Tan", "Against: Councillor Orr", "Abstain: None"),
        ("In favour – Councillor Moss, Councillor Tan", "Against – Councillor Orr"),
        ("Those voting for: Councillors Moss and Tan", "Those voting against: Councillor Orr"),
    ],
)
def test_a_division_is_read_by_name(blocks: tuple[str, ...]) -> None:
    assert the_vote(*blocks).votes == {"Councillor Moss": "for", "Councillor Tan": "for", "Councillor Orr": "against"}


def test_its_rule_is_division_and_its_quote_runs_from_the_first_side_to_the_last() -> None:
    found = the_vote(
        "The roll was called.", "For (1)", "Councillor Moss", "Against (1)", "Councillor Orr", "It was late."
    )
    assert (found.rule, found.quote) == ("division", "For (1)\nCouncillor Moss\nAgainst (1)\nCouncillor Orr")


def test_the_counts_beside_the_names_are_kept() -> None:
    found = the_vote("For (2)", "Councillors Moss and Tan", "Against (0)", "Abstain (1)", "Councillor Orr")
    assert found.count == {"for": 2, "against": 0, "abstain": 1}


def test_counts_alone_each_on_a_line_of_its_own_are_one_vote_and_no_items() -> None:
    counted = ("The Committee voted as follows:", "8 For", "0 Against", "2 Abstentions", "CARRIED")
    read = minutes("1 Housing", *counted, "2 Roads", "The report was noted.")
    (vote,) = read.votes
    assert (vote.count, vote.votes, vote.outcome) == ({"for": 8, "against": 0, "abstain": 2}, {}, "carried")
    assert vote.quote == "8 For\n0 Against\n2 Abstentions"
    assert [item.quote for item in read.items] == ["Housing", "Roads"]


def test_who_abstains_is_neither_for_nor_against() -> None:
    found = the_vote("For: Councillor Moss", "Against: Councillor Tan", "Abstentions: Councillor Orr")
    assert found.votes["Councillor Orr"] == "abstain"


def test_honours_are_no_part_of_a_name() -> None:
    found = the_vote("For (3)", "Mr R Hill MBE, Mrs A Perrin OBE, Dr Lowe JP", "Against (1)", "Mr Dray, CBE")
    assert set(found.votes) == {"Mr R Hill", "Mrs A Perrin", "Dr Lowe", "Mr Dray"}


def test_names_over_several_lines_belong_to_their_side() -> None:
    found = the_vote("For (3)", "Councillors Moss, Tan", "Bly", "Against (1)", "Councillor Orr")
    assert sorted(found.votes.values()) == ["against", "for", "for", "for"]


def test_two_divisions_that_follow_each_other_are_two_votes() -> None:
    again = ("For: Councillor Moss", "Against: Councillor Orr")
    assert len(votes(*again, *again)) == 2


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("The motion was carried.", "carried"),
        ("Motion lost.", "lost"),
        ("The amendment fell.", "lost"),
        ("The meeting adjourned.", None),
    ],
)
def test_the_outcome_is_what_the_next_line_says(line: str, outcome: str | None) -> None:
    assert the_vote("For: Councillor Moss", "Against: Councillor Orr", line).outcome == outcome


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Voting: 8 for, 2 against and 1 abstention.", {"for": 8, "against": 2, "abstain": 1}),
        ("Four voted in favour and none against.", {"for": 4, "against": 0}),
        ("The motion fell with 5 votes for and 7 votes against.", {"for": 5, "against": 7}),
        ("There were 6 votes for and 2 abstainers.", {"for": 6, "abstain": 2}),
    ],
)
def test_a_vote_may_be_given_by_count_alone(sentence: str, count: dict[str, int]) -> None:
    found = the_vote(sentence)
    assert (found.rule, found.votes, found.count) == ("counted", {}, count)


@pytest.mark.parametrize(
    ("sentence", "ballots"),
    [
        ("Councillor Orr requested that his vote against be recorded.", {"Councillor Orr": "against"}),
        ("Councillor Bly asked that it be recorded that she abstained.", {"Councillor Bly": "abstain"}),
        (
            "Councillors Moss and Tan wished it to be recorded that they had voted against.",
            {"Councillor Moss": "against", "Councillor Tan": "against"},
        ),
        ("Mr Dray MBE requested that his vote in favour be recorded.", {"Mr Dray": "for"}),
    ],
)
def test_a_member_may_have_their_vote_recorded(sentence: str, ballots: dict[str, str]) -> None:
    found = the_vote(sentence)
    assert (found.rule, found.votes) == ("recorded-at-request", ballots)


@pytest.mark.parametrize(
    "blocks",
    [
        ("Members voted on the name of the park.",),
        ("He spoke for the motion and against the amendment.",),
        ("For: the new bridge", "Against: the old one"),
        ("For: Councillor Moss",),
        ("For sale: Councillors Row", "Against the wall: Orr Street"),
        ("There were 8 votes for.",),
        ("[agenda] For: Councillor Moss", "[agenda] Against: Councillor Orr"),
        ("The vote was to be taken in May.",),
    ],
    ids=" / ".join,
)
def test_no_vote_is_recorded_in(blocks: tuple[str, ...]) -> None:
    assert votes(*blocks) == ()


def test_a_vote_knows_its_topic() -> None:
    found = the_vote(
        "# 4. Lease", "For: Councillor Moss", "Against: Councillor Orr", "# 5. Rent", "The rent was noted."
    )
    assert found.topic == "Lease"
