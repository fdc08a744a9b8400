"""Which answer belongs to which question, who gave it, and where minutes record none."""

from __future__ import annotations

from arising.reading.record import Exchange
from reading.minuted import minutes

DISCUSSED = "Discussion included the following:"


def exchanges(*blocks: str) -> tuple[Exchange, ...]:
    return minutes(*blocks).exchanges


def the_exchange(*blocks: str) -> Exchange:
    (exchange,) = exchanges(*blocks)
    return exchange


def test_an_answer_in_the_same_sentence_is_quoted_from_its_speaker_on() -> None:
    found = the_exchange("In response to a question about bins, the Head of Parks said that they were on order.")
    assert [answer.quote for answer in found.answers] == ["the Head of Parks said that they were on order."]


def test_she_is_who_answered_last() -> None:
    found = the_exchange(
        "Councillor Orr raised concern about litter. The Head of Parks acknowledged this. "
        "She added that new bins were on order."
    )
    assert [(answer.speaker, answer.resolved) for answer in found.answers] == [
        ("Head of Parks", None),
        ("She", "Head of Parks"),
    ]


def test_who_answers_twice_is_named_once() -> None:
    found = the_exchange(
        "Councillor Orr asked about litter. The Head of Parks said it was worse. She added that bins were on order."
    )
    assert found.responders == ("Head of Parks",)


def test_he_stands_for_nobody_where_nobody_has_answered() -> None:
    found = the_exchange("It was asked why the gate was shut. He said that it was unsafe.")
    assert found.responders == ()


def test_a_second_speaker_joins_the_answer() -> None:
    found = the_exchange(
        "It was asked why the gate was shut. The Head of Parks said that it was unsafe. "
        "The Director added that a new one was on order."
    )
    assert found.responders == ("Head of Parks", "Director")


def test_each_member_who_asks_has_an_exchange_of_their_own() -> None:
    found = exchanges("Councillor Orr asked about bins. Councillor Tan asked about drains.")
    assert [one.askers for one in found] == [("Councillor Orr",), ("Councillor Tan",)]


def test_one_answer_goes_to_all_who_wait_for_one() -> None:
    found = exchanges(
        "Councillor Orr asked about bins. Councillor Tan asked about drains. The Director said that both were in hand."
    )
    assert [one.responders for one in found] == [("Director",), ("Director",)]


def test_a_question_after_an_answer_begins_another_exchange() -> None:
    found = exchanges(
        "It was asked why the gate was shut. Officers said that it was unsafe. "
        "It was asked when it would open. The Director said in May."
    )
    assert [one.responders for one in found] == [("Officers",), ("Director",)]


def test_questions_under_one_listed_topic_without_an_answer_between_are_one_exchange() -> None:
    found = exchanges(
        DISCUSSED,
        "• Gates – it was asked why the gate was shut. It was asked when it would open. Officers said in May.",
    )
    assert [one.kind for one in found] == ["question"]


def test_an_exchange_knows_its_topic() -> None:
    found = exchanges(
        DISCUSSED,
        "• Library hours – it was asked why the hours had been cut. Officers said to save money.",
        "• Roof – concern was raised about the roof. The Director said that it had been mended.",
    )
    assert [(one.topic, one.kind, one.responders) for one in found] == [
        ("Library hours", "question", ("Officers",)),
        ("Roof", "concern", ("Director",)),
    ]


def test_an_answer_does_not_reach_back_into_another_topic() -> None:
    found = exchanges(
        "# 4. Bins", "Councillor Orr asked about bins.", "# 5. Drains", "The Director said that all was well."
    )
    assert [one.responders for one in found] == [()]


def test_questions_that_nobody_is_said_to_have_answered_have_no_answers() -> None:
    found = exchanges("Members raised the following questions:", "• How long the lease ran.", "• What it would cost.")
    assert [(one.kind, one.answers) for one in found] == [("question", ()), ("question", ())]


def test_the_second_question_is_not_answered_by_what_came_before_it() -> None:
    found = exchanges("Councillor Orr asked about bins. The Director said May. Councillor Tan asked about drains.")
    assert [one.responders for one in found] == [("Director",), ()]


def test_answers_without_a_question_under_a_topic_are_somebody_speaking_to_it() -> None:
    found = the_exchange(
        DISCUSSED, "• Roof – the Director explained that it leaked. He added that slates were on order."
    )
    assert (found.kind, found.askers, found.responders) == (None, (), ("Director",))


def test_a_member_who_holds_a_portfolio_answers() -> None:
    found = the_exchange(
        "Members asked about the ferry. Councillor Vane, Portfolio Holder for Travel, said that it would run."
    )
    assert found.responders == ("Councillor Vane",)


def test_who_outlined_the_report_answers_on_it() -> None:
    found = the_exchange(
        "Councillor Vane outlined the report on the ferry.",
        "Councillor Orr asked about fares. Councillor Vane said that they were frozen.",
    )
    assert (found.askers, found.responders) == (("Councillor Orr",), ("Councillor Vane",))


def test_who_was_in_attendance_answers_and_members_present_ask() -> None:
    found = the_exchange(
        "Present: Mrs A Perrin, Mr B Hill", "In attendance: Mr C Dray", "# 1. Bins", "# 2. Rats",
        "Mrs Perrin asked about bins. Mr Dray said that they were on order.",
    )  # fmt: skip
    assert (found.askers, found.responders) == (("Mrs Perrin",), ("Mr Dray",))


def test_a_remark_is_left_out_where_the_same_turn_also_asks() -> None:
    found = exchanges("Councillor Orr welcomed the bins. Councillor Orr asked how many there were.")
    assert [one.kind for one in found] == ["question"]


def test_a_sentence_that_welcomes_and_asks_is_a_question() -> None:
    assert the_exchange("Councillor Orr welcomed the bins and asked how many there were.").kind == "question"
