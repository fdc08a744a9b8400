"""Who asked, of what kind, and who answered: minutes that yield an exchange for every rule, and some with none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest

from arising.reading.record import Exchange, ExchangeKind
from reading.minuted import minutes

RULES = ("impersonal", "member-spoke", "listed-point", "literal-question", "spoke-to-topic")
DISCUSSED = "Discussion included the following:"


@dataclass(frozen=True)
class Asked:
    """Minutes and the one exchange in them: where its quote begins, who asked and who answered."""

    rule: str
    kind: ExchangeKind | None
    blocks: tuple[str, ...]
    quote: str
    askers: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()


def asked(
    rule: str,
    kind: ExchangeKind | None,
    *blocks: str,
    quote: str,
    askers: tuple[str, ...] = (),
    answer: tuple[str, ...] = (),
) -> Asked:
    return Asked(rule, kind, blocks, quote, askers, answer)


ASKED = (
    asked("impersonal", "question",
          "It was asked why the bus had been withdrawn. Officers said that it carried nobody.",
          quote="It was asked why the bus had been withdrawn.", answer=("Officers",)),
    asked("impersonal", "question",
          "In response to a question about the delay, the Director of Place explained that the contractor had failed.",
          quote="In response to a question about the delay", answer=("Director of Place",)),
    asked("impersonal", "question",
          "In response to a question, the Portfolio Holder and officers explained that the lease had ended.",
          quote="In response to a question", answer=("Portfolio Holder", "officers")),
    asked("impersonal", "concern",
          "Concern was raised about speeding. The Head of Roads explained that a survey was planned.",
          quote="Concern was raised about speeding.", answer=("Head of Roads",)),
    asked("impersonal", "challenge",
          "It was challenged that the plan had no targets. The Portfolio Holder said they would follow.",
          quote="It was challenged that the plan had no targets.", answer=("Portfolio Holder",)),
    asked("impersonal", "request",
          "Following a request for data by ward, the Director confirmed that it could be supplied.",
          quote="Following a request for data by ward", answer=("Director",)),
    asked("impersonal", "comment", DISCUSSED,
          "• Signs – comments were made on the size of the signs and the Head of Parks said that they would shrink.",
          quote="comments were made on the size of the signs", answer=("Head of Parks",)),
    asked("member-spoke", "question",
          "Councillor Orr asked how many lamps were out. The Head of Roads replied that ten were.",
          quote="Councillor Orr asked how many lamps were out.", askers=("Councillor Orr",), answer=("Head of Roads",)),
    asked("member-spoke", "question",
          "Members queried the cost of the scheme. Officers confirmed that it was within budget.",
          quote="Members queried the cost of the scheme.", askers=("Members",), answer=("Officers",)),
    asked("member-spoke", "concern",
          "Councillor Orr expressed concern about litter. The Head of Parks acknowledged this.",
          quote="Councillor Orr expressed concern about litter.", askers=("Councillor Orr",),
          answer=("Head of Parks",)),
    asked("member-spoke", "request", "Councillor Orr requested a map of the ditches.",
          quote="Councillor Orr requested a map of the ditches.", askers=("Councillor Orr",)),
    asked("member-spoke", "challenge",
          "Councillor Orr challenged the forecast. The Treasurer stated that it was prudent.",
          quote="Councillor Orr challenged the forecast.", askers=("Councillor Orr",), answer=("Treasurer",)),
    asked("member-spoke", "comment", "Councillor Orr welcomed the new crossing.",
          quote="Councillor Orr welcomed the new crossing.", askers=("Councillor Orr",)),
    asked("listed-point", "comment", "Members raised the following points:", "• The lift was still broken.",
          quote="The lift was still broken.", askers=("Members",)),
    asked("listed-point", "concern", "Members raised the following points:", "• Concern that the doors were too heavy.",
          quote="Concern that the doors were too heavy.", askers=("Members",)),
    asked("listed-point", "question", "Questions were put on the following:", "• How long the lease would run.",
          quote="How long the lease would run."),
    asked("literal-question", "question", "Why was the library shut on Monday?",
          "The Head of Culture said that the roof leaked.",
          quote="Why was the library shut on Monday?", answer=("Head of Culture",)),
    asked("literal-question", "question", "Will the ferry run in the winter?",
          quote="Will the ferry run in the winter?"),
    asked("spoke-to-topic", None, DISCUSSED,
          "• Library hours – the Head of Culture explained that the hours had been cut.",
          quote="the Head of Culture explained", answer=("Head of Culture",)),
    asked("spoke-to-topic", None, DISCUSSED, "• Roof – officers confirmed that the roof had been mended.",
          quote="officers confirmed", answer=("officers",)),
)  # fmt: skip

NOTHING = (
    ("Councillor Orr thanked the officers.",),
    ("Councillor Orr proposed and Councillor Tan seconded the motion.",),
    ("The Director of Place introduced the report.",),
    ("The Head of Roads gave a presentation on lamps. She said that ten were out.",),
    ("The Director said that the roof leaked.",),
    ("In response to questions, the Director said that the roof leaked.",),
    ("The report answered many questions.",),
    ("A questionnaire had been sent to every household.",),
    ("RESOLVED: that the Director be asked to report on the roof.",),
    ("[agenda] Members asked at the last meeting why the roof leaked.", "The roof was dry."),
    ("Councillor Orr presented the report.",),
    ("# Questions from the public", "There were none."),
)

EVERY = pytest.mark.parametrize("asked", ASKED, ids=lambda one: f"{one.rule}: {one.quote}")


def exchanges(*blocks: str) -> tuple[Exchange, ...]:
    return minutes(*blocks).exchanges


def only(blocks: tuple[str, ...]) -> Exchange:
    (exchange,) = exchanges(*blocks)
    return exchange


@EVERY
def test_minutes_yield_one_exchange_by_its_rule(asked: Asked) -> None:
    assert [found.rule for found in exchanges(*asked.blocks)] == [asked.rule]


@EVERY
def test_its_quote_begins_with_what_was_asked(asked: Asked) -> None:
    assert only(asked.blocks).quote.startswith(asked.quote)


@EVERY
def test_it_is_of_the_kind_that_its_words_say(asked: Asked) -> None:
    assert only(asked.blocks).kind == asked.kind


@EVERY
def test_who_asked_is_named_as_written(asked: Asked) -> None:
    assert only(asked.blocks).askers == asked.askers


@EVERY
def test_who_answered_is_named_as_written_and_nobody_else(asked: Asked) -> None:
    assert only(asked.blocks).responders == asked.responders


@pytest.mark.parametrize("blocks", NOTHING, ids=" / ".join)
def test_nothing_is_asked_in(blocks: tuple[str, ...]) -> None:
    assert exchanges(*blocks) == ()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_two_examples(rule: str) -> None:
    assert sum(one.rule == rule for one in ASKED) >= 2


def test_every_kind_has_an_example() -> None:
    assert {one.kind for one in ASKED} == {*get_args(ExchangeKind), None}
