"""A resolution is cut into its operative clauses, each with its label, and no clause is given twice."""

from __future__ import annotations

import pytest

from arising.reading.record import Decision
from reading.minuted import minutes


def decisions(*blocks: str) -> tuple[Decision, ...]:
    return minutes(*blocks).decisions


def quotes(*blocks: str) -> list[str]:
    return [found.quote for found in decisions(*blocks)]


@pytest.mark.parametrize(
    ("resolution", "clauses"),
    [
        (
            "RESOLVED that the report be noted and that the Director be asked to provide a breakdown of costs by ward.",
            ["that the report be noted", "that the Director be asked to provide a breakdown of costs by ward"],
        ),
        (
            "The Committee noted the report, welcomed the new playground and thanked the volunteers.",
            ["The Committee noted the report", "welcomed the new playground", "thanked the volunteers"],
        ),
        (
            "RESOLVED: That the report be noted; that the budget be approved.",
            ["That the report be noted", "that the budget be approved"],
        ),
        (
            "RESOLVED that: (a) the report be noted; (b) the budget be approved; and (c) the fees be frozen.",
            ["the report be noted", "the budget be approved", "the fees be frozen"],
        ),
    ],
)
def test_a_sentence_is_cut_where_another_action_begins(resolution: str, clauses: list[str]) -> None:
    assert quotes(resolution) == clauses


@pytest.mark.parametrize(
    "clause",
    [
        "That the strategy be adopted and implemented",
        "That the minutes be confirmed and signed",
        "That the Director be asked to review and approve the rota",
        "That the bridge and the towpath be repaired",
    ],
)
def test_two_verbs_of_one_action_stay_together(clause: str) -> None:
    assert quotes(f"RESOLVED: {clause}.") == [clause]


def test_each_clause_of_a_list_has_its_label() -> None:
    found = decisions("RESOLVED:", "(a) That the budget be approved.", "(b) That parking charges be frozen.")
    assert [(one.label, one.quote) for one in found] == [
        ("a", "That the budget be approved"),
        ("b", "That parking charges be frozen"),
    ]


def test_numbers_and_roman_numerals_are_labels_too() -> None:
    assert [one.label for one in decisions("Resolved:-", "1. That the plan be agreed.", "2. That the fee be cut.")] == [
        "1",
        "2",
    ]
    assert [one.label for one in decisions("RESOLVED", "i) To note the plan.", "ii) To note the fee.")] == ["i", "ii"]


def test_a_list_ends_where_its_reason_begins() -> None:
    assert quotes("RESOLVED:", "1. That the plan be agreed.", "REASON: To comply with the law.") == [
        "That the plan be agreed"
    ]


def test_a_list_ends_where_the_discussion_goes_on() -> None:
    assert quotes("RESOLVED:", "That the plan be agreed.", "Councillor Orr asked about the cost.") == [
        "That the plan be agreed"
    ]


def test_a_list_ends_at_the_next_item() -> None:
    assert quotes("# 4. Roads", "RESOLVED:", "(a) That the plan be agreed.", "# 5. Parks", "The swings were new.") == [
        "That the plan be agreed"
    ]


def test_a_list_ends_at_the_next_resolution() -> None:
    found = decisions("RESOLVED:", "(a) That the plan be agreed.", "RESOLVED: That the fee be cut.")
    assert [(one.rule, one.quote) for one in found] == [
        ("resolved-list", "That the plan be agreed"),
        ("resolved", "That the fee be cut"),
    ]


def test_who_is_called_on_above_a_list_is_the_addressee_of_every_clause() -> None:
    found = decisions(
        "RESOLVED to call on the Secretary of State to:", "(a) publish the review;", "(b) fund crossing patrols."
    )
    assert {(one.action, one.addressee) for one in found} == {("request", "Secretary of State")}


def test_the_words_above_a_list_are_no_decision() -> None:
    assert quotes("RESOLVED that the Committee:", "(a) notes the report;", "(b) thanks the officers.") == [
        "notes the report",
        "thanks the officers",
    ]


def test_a_decision_printed_under_decision_and_again_under_minutes_is_given_once() -> None:
    found = decisions(
        "[decision] To approve the lease.",
        "[minutes] The Cabinet considered the lease.",
        "[minutes] To approve the lease.",
    )
    assert [one.rule for one in found] == ["decision-heading"]


def test_the_resolution_is_given_once_whatever_its_keyword() -> None:
    assert quotes("[decision] That the lease be approved.", "[minutes] RESOLVED: that the lease be approved.") == [
        "That the lease be approved"
    ]


def test_the_same_resolution_under_two_items_is_two_decisions() -> None:
    found = decisions(
        "# 5. Lease", "RESOLVED: that the report be noted.", "# 6. Rent", "RESOLVED: that the report be noted."
    )
    assert [one.topic for one in found] == ["Lease", "Rent"]


def test_the_same_words_twice_in_the_minutes_are_two_decisions() -> None:
    again = "RESOLVED: that the fee be cut."
    assert len(decisions(again, "The meeting was adjourned and resumed.", again)) == 2
