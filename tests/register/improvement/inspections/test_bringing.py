"""An inspection that was typed in goes out as a file and comes in again unchanged."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Inspection, InspectionFinding
from register.planted.inspected import WHY, inspected

HEAD = "What,About,Number,Grade,Words,Heading,Who must see to it,Page\n"
KIND = "Known of it,Kind,,,Focused visit,,,\n"


@pytest.fixture
def typed(council: Council) -> Inspection:
    """An inspection whose report holds no text: somebody typed in what it says."""
    one = operations.plan_visit(council, Inspection.Kind.ILACS, note="=Seen on paper", actor=None, why=WHY)
    operations.hold_visit(one, date(2024, 3, 4), date(2024, 3, 8), lead="Ada Lindqvist", actor=None, why=WHY)
    operations.type_judgement(one, "overall", "good", actor=None, why=WHY)
    operations.type_judgement(one, "in_care", "requires_improvement", actor=None, why=WHY)
    kinds = InspectionFinding.Kind
    operations.type_finding(
        one, kinds.PRIORITY_ACTION, "-Every child must be seen.", responsible="The council", page=3, actor=None, why=WHY
    )
    operations.type_finding(
        one, kinds.FOUND, "Children are “heard”, and\nwritten to.", number="7", heading="Children in care",
        area="in_care", actor=None, why=WHY,
    )  # fmt: skip
    return one


@pytest.fixture
def elsewhere(council: Council) -> Council:
    """Another council with a body that everybody sees."""
    held = Council.objects.create(name="Elsewhere", slug="elsewhere")
    Body.objects.create(council=held, name="Children’s Committee", slug="elsewhere-children")
    return held


def given_out(client: Client, one: Inspection, form: str = "csv") -> bytes:
    content: bytes = client.get(f"/improvement/inspections/{one.pk}/inspection.{form}").content
    return content


def bring(council: Council, content: bytes | str, name: str = "inspection.csv") -> Inspection:
    raw = content.encode() if isinstance(content, str) else content
    return operations.bring_inspection(council, raw, name, actor=None, why=WHY)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_comes_in_unchanged(client: Client, typed: Inspection, elsewhere: Council, form: str) -> None:
    made = bring(elsewhere, given_out(client, typed, form), f"inspection.{form}")
    before, after = (list(csv.reader(io.StringIO(given_out(client, one).decode()))) for one in (typed, made))
    assert [row for row in after if row[1] != "Council"] == [row for row in before if row[1] != "Council"]
    assert made.note == "=Seen on paper"


def test_the_same_inspection_is_not_brought_in_twice(client: Client, typed: Inspection) -> None:
    with pytest.raises(ValidationError, match="is in the register already"):
        bring(typed.council, given_out(client, typed))
    assert Inspection.objects.count() == 1


def test_an_inspection_that_was_read_comes_in_from_its_report(
    client: Client, council: Council, elsewhere: Council
) -> None:
    content = given_out(client, inspected(council))
    with pytest.raises(ValidationError, match="it was read from the report Kelderdale report") as refused:
        bring(elsewhere, content)
    assert len(refused.value.messages) == 1


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("", "It does not say what it is"),
        (KIND + "Judgement,Roads,,Good,,,,\n", "Row 3: “Roads: Good” is no judgement"),
        (KIND + "Known of it,First day,,,soon,,,\n", "Row 3: “soon” is no day"),
        (KIND + "Known of it,Colour,,,blue,,,\n", "Row 3: “Colour: blue” is not known"),
        (KIND + "Known of it,State,,,Planned,,,\n", "Row 3: only an inspection that was held"),
        (KIND + "Heard,,,,Words,,,\n", "Row 3: “Heard” is not known"),
        (KIND + "Found,,,,,,,\n", "Row 3: it has no words"),
        (KIND + "Found,,,,Words,,,first\n", "Row 3: “first” is no number of a page"),
        (
            KIND + "Known of it,First day,,,2024-03-08,,,\nKnown of it,Last day,,,2024-03-04,,,\n",
            "It ends before it begins",
        ),
        (KIND + "Judgement,Overall effectiveness,,Good,,,,\n" * 2, "This was judged already"),
    ],
)
def test_what_is_wrong_is_told_by_its_row_and_nothing_is_stored(council: Council, rows: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        bring(council, HEAD + rows)
    assert not Inspection.objects.exists()


def test_a_file_of_something_else_is_one_clear_line(council: Council) -> None:
    with pytest.raises(ValidationError, match="no sheet with the columns What, About and Words") as refused:
        bring(council, "Team,Good,Poor\nNorth,3,4\n")
    assert len(refused.value.messages) == 1


def test_somebody_who_keeps_no_journey_brings_nothing_in(council: Council, member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.bring_inspection(council, b"x", "x.csv", actor=member, why=WHY)


def test_a_keeper_brings_one_in_on_the_page(client: Client, keeper: User, typed: Inspection, council: Council) -> None:
    content = given_out(client, typed).replace(b"2024-03-0", b"2024-04-0")
    client.force_login(keeper)
    sent = {"file": SimpleUploadedFile("inspection.csv", content), "audience": "public"}
    answer = client.post(f"/improvement/{council.slug}/inspections/bring/", sent)
    made = Inspection.objects.exclude(pk=typed.pk).get()
    assert (answer.status_code, made.starts_on) == (302, date(2024, 4, 4))
    assert queries.inspection_page(None, made.pk).priority[0].responsible == "The council"
