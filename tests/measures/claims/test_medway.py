"""The figures of real minutes, held against what was published of the same council.

Source of the figures: Department for Education, Education, health and care plans; Children looked after in England.
Open Government Licence v3.0.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from arising.cli.claims.figures import figures_of
from arising.documents import open_document
from arising.measures.areas import found
from arising.measures.claims import Verdict, judgements
from arising.measures.published import library_of
from arising.reading import read

MET = {
    "medway-2020-01-09-commissioner-report": "2020-01-09",
    "medway-2020-03-lead-member": "2020-03",
    "medway-2020-06-ofsted-update": "2020-06",
    "medway-2023-03-02-lead-member": "2023-03-02",
    "medway-2023-autumn-social-care-theme": "2023-10",
}


@pytest.fixture(scope="module")
def verdicts(shared: Path) -> list[Verdict]:
    """What each figure of the five documents comes to, where an indicator fits it."""
    library = library_of(shared / "reference" / "dfe")
    held: list[Verdict] = []
    for name, met in MET.items():
        record = read(open_document(shared / "gold" / "documents" / f"{name}.txt"), date=met)
        for one in figures_of(name, record, found("887")):
            held += judgements(one.figure, library, library.cards)
    assert len(held) > len(MET)
    return [one for one in held if one.match or one.between or one.ceiling]


def of(verdicts: list[Verdict], number: float) -> Verdict:
    (one,) = [each for each in verdicts if each.number == number]
    return one


def published(verdict: Verdict) -> list[tuple[float, str, str]]:
    return [(round(one.number, 1), str(one.observation.period), one.observation.variant) for one in verdict.nearest]


def test_these_figures_and_no_others_are_of_an_indicator(verdicts: list[Verdict]) -> None:
    assert [(one.number, one.outcome) for one in verdicts] == [
        (88, "differs"),
        (66, "matches"),
        (52, "differs"),
        (50, "differs"),
        (63, "matches"),
    ]


def test_of_88_percent_the_nearest_are_those_of_2019_and_2020_without_exceptions(verdicts: list[Verdict]) -> None:
    without = "without-exceptions"
    assert published(of(verdicts, 88)) == [(68.0, "2020", without), (60.9, "2019", without)]


def test_66_percent_is_that_of_2022_with_exceptions(verdicts: list[Verdict]) -> None:
    assert published(of(verdicts, 66)) == [(66.1, "2022", "with-exceptions")]


def test_a_national_52_percent_is_not_that_of_england(verdicts: list[Verdict]) -> None:
    one = of(verdicts, 52)
    assert one.match is not None
    assert str(one.match.area) == "England"
    assert published(one) == [(49.2, "2022", "without-exceptions")]


def test_refusals_of_50_to_60_percent_are_not_those_of_2022_and_the_break_is_named(verdicts: list[Verdict]) -> None:
    one = of(verdicts, 50)
    assert one.told.high == 60
    assert published(one) == [(17.5, "2022", "refused")]
    assert any("The series breaks" in note for note in one.notes)


def test_63_reconciles_with_the_share_of_the_children(verdicts: list[Verdict]) -> None:
    one = of(verdicts, 63)
    assert date(2022, 3, 31) in {each.period.end for each in one.evidence}
    assert one.working == "0.1% of 63,817 children (2021/22) is 63.8."


def test_each_has_its_quote_file_and_row(verdicts: list[Verdict]) -> None:
    for one in verdicts:
        assert one.told.quote
        assert one.evidence
        assert all(each.origin.file.endswith(".csv") and each.origin.row > 1 for each in one.evidence)
