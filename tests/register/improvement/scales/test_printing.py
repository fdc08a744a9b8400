"""Distance travelled at two dates, on one page."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from django.test import Client

from arising.register.bodies.models import Council
from arising.register.improvement import operations, printing, queries
from arising.register.improvement.models import Scale, ScoringGroup
from arising.register.improvement.operations import Given
from arising.register.programme.printing import pango
from register.improvement.scales.conftest import SEEN, TOLD
from register.improvement.scales.conftest import Score as Scored
from register.indicators.test_dashboard import SMALLEST, sizes
from register.programme.forms import insides, language, needs_pango, tags, words_in

PDF = "/improvement/kelderdale/distance.pdf"


@pytest.fixture
def made(scored: Scored, council: Council, board: ScoringGroup, parents: ScoringGroup) -> bytes:
    scored(board=[3, 8], parents=[3, 4])
    return printing.as_pdf(queries.distance_at_two_dates(None, council))


@needs_pango
def test_it_is_one_tagged_page_with_its_language_and_title(made: bytes) -> None:
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert language(made) == "en-GB"
    assert document.get_metadata_value("Title") == "How far has Kelderdale come?"
    assert b'pdfuaid:part="1"' in insides(made)


@needs_pango
def test_nothing_on_it_is_smaller_than_12_points(made: bytes) -> None:
    found = sizes(made)
    assert len(found) > 200
    assert min(found) >= SMALLEST


@needs_pango
def test_both_dates_and_what_each_group_scored_stand_on_it(made: bytes) -> None:
    said = words_in("pdf", made)
    for words in ("18 February 2024", "20 May 2024", "Children are seen", "B: Board; P: Parents and carers."):
        assert words in said
    assert tags(made).count("Figure") == 1


@needs_pango
def test_it_stays_one_page_whatever_is_to_stand_on_it(council: Council, board: ScoringGroup) -> None:
    scales = [operations.add_scale(council, f"{number} {'a long title ' * 14}", SEEN, **TOLD) for number in range(14)]
    told = {"opens_on": date(2024, 5, 1), "closes_on": date(2024, 5, 20)}
    one = operations.add_scoring_round(council, scales, **told, **TOLD)  # type: ignore[arg-type]
    given = [Given(scale, 4) for scale in scales]
    operations.type_scores_in(one, board, given, people=6, met_on=date(2024, 5, 3), actor=None)
    made = printing.as_pdf(queries.distance_at_two_dates(None, council))
    assert len(pypdfium2.PdfDocument(made)) == 1
    assert min(sizes(made)) >= SMALLEST
    assert "more scales are not on this page" in words_in("pdf", made)


def test_each_scale_is_as_it_stood_on_each_day(scored: Scored, council: Council, board: ScoringGroup) -> None:
    first, second, third = scored(board=[3, 5, 8])
    it = queries.distance_at_two_dates(None, council, first=first.day, second=second.day)
    ((_, then, now),) = it.rows
    assert (then.groups[0].now.value, now.groups[0].now.value) == (3, 5)
    latest = queries.distance_at_two_dates(None, council)
    assert (latest.first, latest.second) == (second.day, third.day)
    assert latest.words == "1 moved up from 18 February 2024 to 20 May 2024."


@needs_pango
def test_the_dates_are_chosen_by_the_address(
    client: Client, scored: Scored, council: Council, board: ScoringGroup
) -> None:
    scored(board=[3, 5, 8])
    answer = client.get(f"{PDF}?from=2024-01-01&to=2024-05-20")
    assert answer["Content-Disposition"] == 'attachment; filename="kelderdale-distance.pdf"'
    assert "1 January 2024" in words_in("pdf", answer.content)


@pytest.mark.parametrize("asked", ["", "?from=x", "?from=2024-06-01&to=2024-05-01"])
def test_what_cannot_be_printed_is_not_found(client: Client, scale: Scale, asked: str) -> None:
    assert client.get(PDF + asked).status_code == 404


def test_without_what_makes_a_pdf_the_page_says_what_to_install(
    client: Client, scored: Scored, council: Council, board: ScoringGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored(board=[3])
    monkeypatch.setattr(pango, "is_here", lambda: False)
    answer = client.get(PDF)
    assert answer.status_code == 404
    assert pango.REMEDY in answer.content.decode()
