"""Who was there, who was not, who stood in for whom, and what interests they declared."""

from __future__ import annotations

import pytest

from arising.reading.record import Attendance, Declaration, Substitute
from reading.minuted import minutes

ITEMS = ("# 1. Minutes", "# 2. Bins", "The bins were full.")


def attendance(*blocks: str) -> Attendance:
    """The attendance of minutes whose roll stands above the first of two items."""
    found = minutes(*blocks, *ITEMS).attendance
    return found or Attendance()


def declaration(sentence: str) -> Declaration:
    (found,) = minutes(sentence).declarations
    return found


@pytest.mark.parametrize(
    "blocks",
    [
        ("Present: Councillors Moss and Tan",),
        ("PRESENT: Councillor Moss, Councillor Tan",),
        ("Members present: Councillors Moss and Tan",),
        ("Present", "Councillor Moss", "Councillor Tan"),
        ("Members Present | Councillor Moss | Councillor Tan",),
        ("Committee members present:", "• Councillor Moss", "• Councillor Tan"),
        ("Present: Councillor Moss (Chair); Councillor Tan",),
    ],
    ids=" / ".join,
)
def test_members_are_present_under_a_label(blocks: tuple[str, ...]) -> None:
    assert attendance(*blocks).present == ("Councillor Moss", "Councillor Tan")


@pytest.mark.parametrize(
    "label", ["In attendance:", "Also in attendance:", "Officers present:", "Officers:", "IN ATTENDANCE:"]
)
def test_officers_are_in_attendance_under_another(label: str) -> None:
    found = attendance("Present: Councillor Moss", f"{label} Ms A Perrin")
    assert (found.present, found.in_attendance) == (("Councillor Moss",), ("Ms A Perrin",))


@pytest.mark.parametrize(
    "person", ["Ms A Perrin (Director of Place)", "Ms A Perrin, Director of Place", "Ms A Perrin | Director of Place"]
)
def test_a_post_beside_a_name_is_its_role(person: str) -> None:
    (found,) = minutes(f"In attendance: {person}", *ITEMS).people
    assert (found.name, found.role) == ("Ms A Perrin", "Director of Place")


def test_honours_stay_with_a_name_in_the_roll() -> None:
    assert attendance("Present: Mr R Hill, MBE, Mrs Vane").present == ("Mr R Hill, MBE", "Mrs Vane")


def test_an_honorific_written_once_is_everybody_s() -> None:
    assert attendance("Present: Cllrs. Novak, Butler and Daly").present == ("Cllr. Novak", "Cllr. Butler", "Cllr. Daly")


def test_the_roll_ends_where_the_minutes_begin() -> None:
    found = attendance("Present:", "Councillor Moss", "The Chair was held up by floods.", "Councillor Tan")
    assert found.present == ("Councillor Moss",)


def test_a_name_in_the_minutes_was_not_in_the_roll() -> None:
    assert minutes("# 1. Minutes", "# 2. Bins", "Present", "Councillor Moss spoke.").attendance is None


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Apologies for absence were received from Councillors Bly and Vane.", ("Councillor Bly", "Councillor Vane")),
        ("Apologies had been received from Mr Dray (Head of Roads).", ("Mr Dray",)),
        ("An apology was received from Councillor Bly.", ("Councillor Bly",)),
        ("Apologies were submitted by Cllr P Bly.", ("Cllr P Bly",)),
        ("There were no apologies.", ()),
        ("An apology from the bus company was read out.", ()),
    ],
)
def test_apologies_are_taken_from_a_sentence(sentence: str, names: tuple[str, ...]) -> None:
    assert attendance(sentence).apologies == names


def test_apologies_are_taken_from_a_roll() -> None:
    assert attendance("Apologies: Councillor Bly").apologies == ("Councillor Bly",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Vane attended as substitute for Councillor Bly.",
        "Councillor Vane substituting for Councillor Bly.",
        "Councillor Bly (Substitute: Councillor Vane)",
        "Councillor Bly was replaced by Councillor Vane for this meeting only.",
        "Councillor Vane (as substitute for Councillor Bly)",
    ],
)
def test_a_substitute_is_named_with_whom_they_stood_in_for(sentence: str) -> None:
    assert attendance(sentence).substitutes == (Substitute(name="Councillor Vane", replaces="Councillor Bly"),)


def test_a_roll_as_the_web_service_gives_it_is_read_line_by_line() -> None:
    found = attendance(
        "[attendance] Councillor Moss, Chair: Present", "[attendance] Councillor Bly: Apologies",
        "[attendance] Ms Perrin, Director of Place: In attendance",
    )  # fmt: skip
    assert (found.present, found.apologies, found.in_attendance) == (
        ("Councillor Moss",),
        ("Councillor Bly",),
        ("Ms Perrin",),
    )


def test_each_person_is_quoted_from_the_roll() -> None:
    record = minutes("Present: Councillor Moss (Chair), Mrs Tan", *ITEMS)
    assert [one.quote for one in record.people] == ["Councillor Moss (Chair)", "Mrs Tan"]


def test_minutes_without_a_roll_have_no_attendance() -> None:
    assert minutes("The bins were full.").attendance is None


@pytest.mark.parametrize(
    ("sentence", "name", "interest"),
    [
        ("Councillor Moss declared a disclosable pecuniary interest in item 5.", "Councillor Moss",
         "disclosable pecuniary interest"),
        ("Councillor Tan declared an other significant interest in the lease.", "Councillor Tan",
         "other significant interest"),
        ("Mr Dray declared an interest as owner of the mill.", "Mr Dray", "interest"),
    ],
)  # fmt: skip
def test_an_interest_is_declared_by_somebody_and_of_a_kind(sentence: str, name: str, interest: str) -> None:
    assert (declaration(sentence).name, declaration(sentence).interest) == (name, interest)


def test_what_the_interest_lies_in_is_kept() -> None:
    assert declaration("Mr Dray declared an interest as owner of the mill.").matter == "owner of the mill"


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no declarations of interest.",
        "Members were reminded to declare any interest.",
        "The pool was declared open.",
        "Interest in the pool was high.",
    ],
)
def test_nobody_declares_an_interest_in(sentence: str) -> None:
    assert minutes(sentence).declarations == ()
