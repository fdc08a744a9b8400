"""Whose a commitment is, to whom, by when, and where in the minutes none is looked for."""

from __future__ import annotations

import pytest

from arising.reading.record import Commitment
from reading.minuted import minutes


def commitments(*blocks: str) -> tuple[Commitment, ...]:
    return minutes(*blocks).commitments


def the_commitment(*blocks: str) -> Commitment:
    (commitment,) = commitments(*blocks)
    return commitment


def test_one_sentence_may_hold_two_commitments() -> None:
    first, second = commitments(
        "It was hoped that the library would open in March and that the museum would reopen in June."
    )
    assert first.quote == "It was hoped that the library would open in March"
    assert second.quote == "the museum would reopen in June"


def test_each_of_two_clauses_has_its_own_due_date() -> None:
    found = commitments("The Director would send the map in March; the Clerk would send the minutes in April.")
    assert [one.due for one in found] == ["March", "April"]


def test_the_quote_of_one_clause_leaves_out_what_was_said_before_it() -> None:
    found = the_commitment("The Director explained the delay and said that she would write to the school.")
    assert found.quote == "she would write to the school"


def test_a_pronoun_stands_for_who_spoke_in_the_same_sentence() -> None:
    found = the_commitment("The Director of Roads explained the delay and said that she would write to the school.")
    assert found.owner_resolved == "Director of Roads"


def test_a_pronoun_stands_for_who_promised_in_the_sentence_before() -> None:
    found = commitments(
        "Councillor Webb, Cabinet Member for Roads, agreed to write to the Minister. "
        "He would also send the reply to Members."
    )
    assert found[1].owner_resolved == "Councillor Webb"


def test_a_pronoun_is_left_open_where_nobody_was_named() -> None:
    found = the_commitment("She undertook to share the rota with the Panel.")
    assert (found.owner, found.owner_resolved) == ("She", None)


def test_a_pronoun_is_left_open_where_the_topic_has_changed() -> None:
    found = commitments(
        "# Roads", "The Director of Roads agreed to send the map to Members.",
        "# Parks", "He would arrange a visit to the park for Members.",
    )  # fmt: skip
    assert [one.owner_resolved for one in found] == [None, None]


def test_who_is_owed_it_is_named() -> None:
    assert the_commitment("The minutes would be shared with the Planning Panel.").to == "Planning Panel"


def test_a_thing_that_nobody_is_named_for_has_no_owner() -> None:
    assert the_commitment("A report would be presented to the Committee in June.").owner is None


@pytest.mark.parametrize(
    ("sentence", "due", "edtf", "earliest", "latest"),
    [
        ("The bins would be installed in April.", "April", "2024-04", "2024-04-01", "2024-04-30"),
        ("A map would be published in late March 2024.", "late March 2024", "2024-03~", "2024-03-21", "2024-03-31"),
        ("Officers would contact residents within 14 days.",
         "within 14 days", "2024-01-10/2024-01-24", "2024-01-10", "2024-01-24"),
        ("The timetable would be published on 3 February.", "3 February", "2024-02-03", "2024-02-03", "2024-02-03"),
        ("The Director would report back at the next meeting.", "the next meeting", None, None, None),
        ("The Director would report back in due course.", "in due course", None, None, None),
        ("The Director would report back once the consultation had closed.",
         "once the consultation had closed", None, None, None),
    ],
)  # fmt: skip
def test_what_it_falls_due_on_is_worked_out_from_the_meeting(
    sentence: str, due: str, edtf: str | None, earliest: str | None, latest: str | None
) -> None:
    found = the_commitment(sentence)
    assert found.when is not None
    assert (found.due, found.when.edtf, found.when.earliest, found.when.latest) == (due, edtf, earliest, latest)


def test_a_next_meeting_stays_an_event_until_a_calendar_is_known() -> None:
    when = the_commitment("The Director would report back at the next meeting.").when
    assert when is not None
    assert (when.kind, when.event) == ("event", "next meeting")


def test_the_month_of_a_meeting_whose_day_is_unknown_is_left_without_a_year() -> None:
    (found,) = minutes("The new bins would be installed in April.", date=None).commitments
    assert found.when is not None
    assert (found.due, found.when.edtf) == ("April", None)


def test_initials_in_the_action_column_are_the_owner() -> None:
    assert the_commitment("The Clerk is to contact the highways team. || JB").owner == "JB"


def test_work_beside_initials_is_owed_and_not_only_expected() -> None:
    assert the_commitment("A cycling strategy was being developed with schools. || RT").kind == "undertaking"


def test_a_commitment_knows_its_topic() -> None:
    found = the_commitment("# Highways", "The Director undertook to mend the kerb.", "# Parks", "The swings were new.")
    assert found.topic == "Highways"


def test_what_is_resolved_is_a_decision_and_no_commitment() -> None:
    assert commitments("RESOLVED: that a report be presented to the Committee in June.") == ()


def test_a_list_of_resolutions_holds_no_commitments() -> None:
    assert commitments("RESOLVED:", "(a) That the report be noted;", "(b) That a map would be sent to Members.") == ()


def test_what_was_written_before_the_meeting_promises_nothing() -> None:
    assert commitments("[agenda] The Director will present a report to the next meeting.", "The item was noted.") == ()


def test_two_promises_of_the_same_words_are_both_kept() -> None:
    sentence = "The Head of Parks undertook to circulate the map."
    assert len(commitments(sentence, "Members moved on.", sentence)) == 2


def test_a_question_in_its_own_words_promises_nothing() -> None:
    assert commitments("When will the Director publish the report to Members?") == ()
