"""The history of a council that came out of others: it runs through them, and says which authority was judged."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from arising.measures import areas
from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Inspection
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.operations.areas import set_area
from reading.inspections import reports
from reading.inspections.writing import written
from register.planted.inspected import WHY

CUMBERLAND, CUMBRIA = "E06000063", "E10000006"


def about(authority: str, parts: str = "ILACS_2020") -> bytes:
    return written(tuple(getattr(reports, parts)), "html").replace(b"Kesterby", authority.encode())


def is_area(council: Council, code: str) -> Council:
    set_area(council, StatisticalArea.objects.get(code=code), actor=None, why=WHY)
    return Council.objects.get(pk=council.pk)


@pytest.fixture
def cumberland(council: Council) -> Council:
    """Kelderdale, as if it were Cumberland, which came out of Cumbria in April 2023."""
    return is_area(council, CUMBERLAND)


@pytest.fixture
def own(cumberland: Council) -> Inspection:
    return operations.add_report(cumberland, about("Cumberland", "ILACS_2025"), "2025.html", actor=None, why=WHY)


@pytest.fixture
def before(cumberland: Council) -> Inspection:
    """A report on Cumbria, brought in for the council that came out of it."""
    return operations.add_report(cumberland, about("Cumbria"), "2020.html", actor=None, why=WHY)


def test_every_authority_that_came_out_of_others_and_these_are_known() -> None:
    for code in (CUMBERLAND, "E06000058", "E06000059", "E06000061", "E06000062", "E06000064"):
        told = areas.predecessors(code)
        assert told is not None
        assert all(each in areas.known() and each != code for each in told.codes)
    assert areas.predecessors("E06000014") is None


def test_a_report_on_an_authority_that_the_council_came_out_of_is_taken(before: Inspection) -> None:
    assert (before.judged, str(before)) == ("Cumbria", "Inspection of children’s services of Cumbria, March 2020")


def test_a_report_on_another_authority_is_still_refused(cumberland: Council) -> None:
    with pytest.raises(ValidationError, match="about York, not Kelderdale"):
        operations.add_report(cumberland, about("City of York"), "york.html", actor=None, why=WHY)


def test_a_report_that_is_taken_all_the_same_says_who_was_judged(council: Council) -> None:
    made = operations.add_report(council, about("City of York"), "york.html", despite=True, actor=None, why=WHY)
    assert made.judged == "York"


def test_the_history_runs_through_the_authority_before(own: Inspection, before: Inspection) -> None:
    lead = queries.inspections_page(None, own.council.slug).lead
    assert lead == "Kelderdale was judged overall: good in March 2020 (as Cumbria), good in May 2025."


def test_grades_of_another_authority_are_not_compared_with(own: Inspection, before: Inspection) -> None:
    page = queries.inspection_page(None, own.pk)
    assert (page.before, {each.before for each in page.graded}) == (None, {""})
    assert {
        each.before for _, graded in queries.inspections_page(None, own.council.slug).history for each in graded
    } == {""}


def test_the_pages_say_which_authority_was_judged(client: Client, before: Inspection) -> None:
    page = client.get(before.get_absolute_url()).content.decode()
    assert "Cumbria, not Kelderdale" in page
    assert "Cumbria was judged good overall" in page
    listed = client.get(f"/improvement/{before.council.slug}/inspections/").content.decode()
    assert "Cumbria was judged, not Kelderdale" in listed


@pytest.fixture
def cumbria(cumberland: Council) -> Council:
    """The council before, in the same register, with a body that everybody sees."""
    held = Council.objects.create(name="Cumbria County Council", slug="cumbria")
    Body.objects.create(council=held, name="Children’s Committee", slug="cumbria-children")
    return is_area(held, CUMBRIA)


def test_what_the_council_before_was_judged_stands_in_the_history_too(own: Inspection, cumbria: Council) -> None:
    operations.add_report(cumbria, about("Cumbria"), "2020.html", actor=None, why=WHY)
    lead = queries.inspections_page(None, own.council.slug).lead
    assert "good in March 2020 (as Cumbria County Council)" in lead


def test_a_report_that_both_councils_brought_stands_once(before: Inspection, cumbria: Council) -> None:
    operations.add_report(cumbria, about("Cumbria"), "2020.html", actor=None, why=WHY)
    assert [one for one, _ in queries.inspections_page(None, before.council.slug).history] == [before]


def test_what_may_not_be_seen_of_the_council_before_is_in_no_history(own: Inspection, cumbria: Council) -> None:
    closed = Seen(Audience.CLERKS)
    operations.add_report(cumbria, about("Cumbria"), "2020.html", seen=closed, actor=None, why=WHY)
    assert [one for one, _ in queries.inspections_page(None, own.council.slug).history] == [own]


def test_the_history_of_the_council_before_does_not_run_on(own: Inspection, cumbria: Council) -> None:
    made = operations.add_report(cumbria, about("Cumbria"), "2020.html", actor=None, why=WHY)
    assert [one for one, _ in queries.inspections_page(None, "cumbria").history] == [made]


def test_the_file_names_the_authority_that_was_judged(client: Client, before: Inspection) -> None:
    told = client.get(f"/improvement/{before.council.slug}/inspections/inspections.csv").content.decode()
    assert "Authority judged" in told
    assert ",Cumbria,2020-02-24," in told
