"""Where minutes record a decision: for every rule sentences that yield one, and sentences that yield none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import pytest

from arising.documents import open_document
from arising.reading import read
from arising.reading.record import Action, Decision
from reading.minuted import minutes


@dataclass(frozen=True)
class Decided:
    """Minutes and the one decision in them. ``quote`` None says: the whole of the only block, without its full stop."""

    rule: str
    blocks: tuple[str, ...]
    action: Action
    quote: str | None = None
    addressee: str | None = None
    asks_for: str | None = None

    @property
    def words(self) -> str:
        return self.quote or self.blocks[0].removeprefix("[decision] ").rstrip(".")


def decided(
    rule: str, *blocks: str, action: Action, quote: str | None = None, to: str | None = None, asks: str | None = None
) -> Decided:
    return Decided(rule, blocks, action, quote, to, asks)


DECIDED = (
    decided("resolved", "RESOLVED: That the report be noted.", action="note", quote="That the report be noted"),
    decided("resolved", "Resolved that the scheme be endorsed.", action="endorse", quote="that the scheme be endorsed"),
    decided("resolved", "UNANIMOUSLY RESOLVED – that Cllr Boyce be elected Chair.",
            action="appoint", quote="that Cllr Boyce be elected Chair"),
    decided("resolved", "It was RESOLVED to approve the statement of accounts.",
            action="approve", quote="to approve the statement of accounts"),
    decided("resolved", "Agreed: to hold an extra meeting in May.", action="agree",
            quote="to hold an extra meeting in May"),
    decided("resolved", "RESOLVED: That the Director be requested to report on vacancies.",
            action="request", quote="That the Director be requested to report on vacancies",
            to="Director", asks="report on vacancies"),
    decided("resolved", "RESOLVED: That Council be recommended to adopt the code of conduct.",
            action="recommend", quote="That Council be recommended to adopt the code of conduct",
            to="Council", asks="adopt the code of conduct"),
    decided("resolved", "RESOLVED: That the petition be referred to the Highways Board.",
            action="refer", quote="That the petition be referred to the Highways Board", to="Highways Board"),
    decided("resolved", "RESOLVED: That the new trustee be welcomed.", action="welcome",
            quote="That the new trustee be welcomed"),
    decided("resolved", "RESOLVED: That planning permission be not granted.",
            action="reject", quote="That planning permission be not granted"),
    decided("resolved", "RESOLVED: That authority be delegated to the Director of Place to sign the lease.",
            action="other", quote="That authority be delegated to the Director of Place to sign the lease",
            to="Director of Place"),
    decided("resolved-list", "RESOLVED:", "(a) That the budget be approved.", action="approve",
            quote="That the budget be approved"),
    decided("resolved-list", "DECISIONS", "1. To note the forecast.", action="note", quote="To note the forecast"),
    decided("resolved-list", "RESOLVED to call on the Secretary of State to:", "(a) fund school crossing patrols.",
            action="request", quote="fund school crossing patrols", to="Secretary of State",
            asks="fund school crossing patrols"),
    decided("decision-heading", "[decision] The Cabinet agreed the lease of the old fire station.", action="agree"),
    decided("decision-heading", "[decision] That the petition be rejected.", action="reject"),
    decided("bare-that", "That the report be noted.", action="note"),
    decided("bare-that", "That Cabinet be requested to extend the pilot to Thornby.",
            action="request", to="Cabinet", asks="extend the pilot to Thornby"),
    decided("minutes-passed", "The minutes of 6 December 2023 were approved as a correct record and signed.",
            action="approve", quote="The minutes of 6 December 2023 were approved as a correct record"),
    decided("minutes-passed", "The minutes were proposed by Cllr Moss, seconded by Cllr Tan and adopted.",
            action="approve"),
    decided("it-was-agreed", "It was resolved to close the meeting to the public.", action="agree"),
    decided("it-was-agreed", "It was unanimously agreed that the hall be let to the Scouts.", action="agree"),
    decided("body-acted", "The Committee noted the report.", action="note"),
    decided("body-acted", "Cabinet approved the capital programme.", action="approve"),
    decided("body-acted", "The Board rejected the application.", action="reject"),
    decided("body-acted", "The Council appointed Mr Adeyemi as its trustee.", action="appoint"),
    decided("body-acted", "The Committee thanked the volunteers.", action="thank", to="volunteers"),
    decided("body-acted", "The Committee recommended that Cabinet keep the ferry free.",
            action="recommend", to="Cabinet", asks="keep the ferry free"),
    decided("elected", "Councillor Iris Vane was elected Chair for the year.", action="appoint"),
    decided("elected", "Cllr Moss was elected Chairman, proposed by Cllr Tan and seconded by Cllr Bly.",
            action="appoint"),
    decided("thanks-recorded", "Thanks were recorded to the volunteers of the food bank.", action="thank"),
    decided("thanks-recorded", "Thanks were given to the retiring caretaker.", action="thank"),
    decided("deferred", "The item on street trees was deferred to the next meeting.", action="agree"),
    decided("deferred", "The naming of the new road was deferred until March.", action="agree"),
    decided("passed-passive", "The recommendations were approved.", action="approve"),
    decided("passed-passive", "The application for a new licence was supported.", action="endorse"),
    decided("motion-carried",
            "Councillor Bly moved and Councillor Orr seconded the motion that a plaque be placed on the bridge.",
            "The motion was carried.", action="agree", quote="a plaque be placed on the bridge"),
    decided("motion-carried", "Councillor Vane moved and Councillor Tan seconded an amendment that the fee be halved.",
            "Carried.", action="agree", quote="the fee be halved"),
    decided("proposed-and-agreed", "It was proposed by Cllr Moss and seconded by Cllr Tan that the grant be raised.",
            "Carried.", action="agree"),
    decided("proposed-and-agreed", "Cllr Moss proposed and Cllr Tan seconded that the seat be mended.", "All agreed.",
            action="agree"),
)  # fmt: skip

NOTHING = (
    # what was written before the meeting
    "[agenda] Recommended: that the report be noted.",
    "[agenda] RESOLVED: that the report be noted.",
    "The Committee is asked to note the report.",
    "Members were invited to approve the plan.",
    # what is noted or agreed in discussion decides nothing
    "It was noted that the bridge was shut.",
    "Members noted that the roof leaked.",
    "Members agreed that more could be done.",
    "Officers noted the comments.",
    "The Chair agreed to the change.",
    "The Committee agreed with the Director.",
    # the words of a decision in another sense
    "The decision of the inspector was awaited.",
    "Agreed with comments made.",
    "Reason for decision: to meet the law.",
    "The deadline was not deferred.",
    "Members gave thanks.",
    "The recommendations were not approved.",
    "The minutes were long.",
    "That was the view of the school.",
    "He had been elected in 2019 and knew the ward.",
)

EVERY = pytest.mark.parametrize("decided", DECIDED, ids=lambda one: f"{one.rule}: {one.words}")


def only(blocks: tuple[str, ...]) -> Decision:
    (decision,) = minutes(*blocks).decisions
    return decision


@EVERY
def test_minutes_yield_one_decision_by_its_rule(decided: Decided) -> None:
    assert [found.rule for found in minutes(*decided.blocks).decisions] == [decided.rule]


@EVERY
def test_its_quote_is_the_operative_clause(decided: Decided) -> None:
    assert only(decided.blocks).quote == decided.words


@EVERY
def test_its_action_is_what_the_clause_does(decided: Decided) -> None:
    assert only(decided.blocks).action == decided.action


@pytest.mark.parametrize("decided", [one for one in DECIDED if one.addressee], ids=lambda one: one.words)
def test_its_addressee_is_who_must_act_or_receive(decided: Decided) -> None:
    assert only(decided.blocks).addressee == decided.addressee


@pytest.mark.parametrize("decided", [one for one in DECIDED if one.asks_for], ids=lambda one: one.words)
def test_what_it_asks_for_is_in_a_few_of_its_words(decided: Decided) -> None:
    assert only(decided.blocks).asks_for == decided.asks_for


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_decided_by(sentence: str) -> None:
    assert minutes(sentence).decisions == ()


def test_every_action_has_a_clause_that_does_it() -> None:
    assert {one.action for one in DECIDED} == set(get_args(Action))


def test_every_rule_has_two_examples() -> None:
    rules = [one.rule for one in DECIDED]
    assert {rule for rule in rules if rules.count(rule) < 2} == set()


def test_a_motion_that_was_lost_decides_nothing() -> None:
    record = minutes("Cllr Moss proposed and Cllr Tan seconded that the seat be mended.", "The motion was lost.")
    assert record.decisions == ()


def test_a_motion_that_nothing_came_of_decides_nothing() -> None:
    record = minutes("Cllr Moss proposed and Cllr Tan seconded that the seat be mended.", "Members moved on.")
    assert record.decisions == ()


def test_every_rule_that_labelled_minutes_need_is_among_the_examples(gold: tuple[Any, ...]) -> None:
    used = {found.rule for one in gold for found in read(open_document(one.path)).decisions}
    assert used <= {one.rule for one in DECIDED}
