"""A library answers from the tables it holds; of two releases the later counts, and both are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from arising.measures.observations import Published
from arising.measures.published import Library, NotPublished, library_of, tidy
from arising.measures.values import Symbol
from measures.published.invented import ENGLAND, FENWICK, MARSH, ORLEY, csv_of, referrals, row

MEDWAY = "E06000035"
PUBLISHED: dict[tuple[str, str], dict[int, float]] = {
    # Department for Education, Open Government Licence v3.0
    ("re-referrals", "referrals"): {2018: 17.0, 2019: 14.3, 2020: 24.9, 2021: 25.1, 2022: 20.6, 2023: 21.1, 2025: 24.8},
    ("protection-plans", "at-31-march"): {2018: 344, 2019: 355, 2020: 463, 2021: 134, 2022: 219, 2023: 288, 2025: 299},
    ("caseload", "average"): {2018: 18.9, 2019: 20.3, 2020: 13.3, 2021: 12.3, 2022: 15.8, 2023: 19.0, 2025: 15.7},
    ("vacancies", "rate"): {2018: 33.3, 2019: 20.4, 2020: 29.0, 2021: 21.5, 2022: 29.4, 2023: 29.3, 2025: 26.5},
    ("agency", "full-time-equivalent"): {2018: 38.1, 2019: 29.7, 2020: 35.6, 2021: 19.9, 2022: 26.2, 2025: 20.7},
    ("ehcp-20-weeks", "without-exceptions"): {2018: 26.3, 2019: 60.9, 2020: 68.0, 2021: 55.5, 2022: 67.669},
    ("ehcp-20-weeks", "with-exceptions"): {2018: 22.5, 2019: 57.0, 2020: 62.1, 2021: 48.4, 2022: 66.111},
    ("ehcp-refused", "refused"): {2019: 52.7426, 2020: 43.5768, 2021: 28.7744, 2022: 17.4757},
}


@pytest.mark.parametrize(("card", "variant"), PUBLISHED)
def test_a_series_is_the_one_that_was_published(card: str, variant: str, shared: Path) -> None:
    series = library_of(shared / "reference" / "dfe").series(card, variant, MEDWAY)
    found = {one.period.end.year: one.value for one in series}
    expected = PUBLISHED[card, variant]
    assert {year: found[year] for year in expected} == expected


def test_every_place_of_a_card_has_numbers_for_england(shared: Path) -> None:
    library = library_of(shared / "reference" / "dfe")
    empty = [
        (card.key, variant.key)
        for card in library.cards.values()
        for variant in card.variants
        if variant.place
        and not any(one.number is not None for one in library.series(card.key, variant.key, "E92000001"))
    ]
    assert empty == []


def test_the_series_of_an_authority_goes_on_where_its_code_changed() -> None:
    before = "Local authority,E92000001,England,E12000003,Yorkshire and The Humber,815,E10000023,North Yorkshire"
    since = before.replace("E10000023", "E06000065")
    rows = [*referrals("100,20,20", "100,21,21", area=before), *referrals("100,22,22", area=since, first=2022)]
    series = Library([tidy.read(csv_of(*rows))]).series("re-referrals", "referrals", "E06000065")
    assert [one.value for one in series] == [20.0, 21.0, 22.0]


def test_the_earliest_period_comes_first() -> None:
    library = Library([tidy.read(csv_of(*reversed(referrals("100,20,20", "100,25,25", "100,c,c"))))])
    series = library.series("re-referrals", "referrals", "E06000991")
    assert [one.period.label for one in series] == ["2019/20", "2020/21", "2021/22"]
    assert [one.value for one in series] == [20.0, 25.0, Symbol.SUPPRESSED]


def test_of_rows_for_several_groups_the_one_of_all_together_counts() -> None:
    titles = csv_of().decode().strip().replace("category", "category,age")
    rows = [
        row(word=f"Referrals,{age}", values=values) for age, values in (("Under 1", "9,9,9"), ("Total", "100,20,20"))
    ]
    library = Library([tidy.read(csv_of(*rows, titles=titles))])
    assert [one.value for one in library.series("re-referrals", "referrals", "E06000991")] == [20.0]


def test_where_it_cannot_be_told_which_group_is_meant_nothing_is_said() -> None:
    titles = csv_of().decode().strip().replace("category", "category,age")
    rows = [row(word=f"Referrals,{age}", values="9,9,9") for age in ("Under 1", "1 to 4")]
    library = Library([tidy.read(csv_of(*rows, titles=titles))])
    assert library.series("re-referrals", "referrals", "E06000991") == []


def test_an_area_or_a_variant_that_no_file_has_gives_nothing() -> None:
    library = Library([tidy.read(csv_of(row()))])
    assert library.series("re-referrals", "referrals", "E06000992") == []
    assert library.series("ehcp-20-weeks", "with-exceptions", "E06000991") == []


def test_a_library_answers_as_everything_does_that_holds_published_figures() -> None:
    held: Published = Library([tidy.read(csv_of(row()))])
    assert [one.number for one in held.series("re-referrals", "referrals", "E06000991")] == [20.0]


def test_an_indicator_that_there_is_not_is_a_mistake_of_whoever_asks() -> None:
    with pytest.raises(KeyError):
        Library().series("re-referrals", "made-up", "E06000991")


def test_the_areas_are_told_from_the_whole_to_the_part() -> None:
    library = Library([tidy.read(csv_of(row(ORLEY), row(FENWICK), row(MARSH), row(ENGLAND)))])
    assert [area.name for area in library.areas()] == ["England", "The Marsh", "Fenwick", "Orley"]


def test_a_later_release_counts_and_what_it_revised_is_told() -> None:
    old = tidy.read(csv_of(*referrals("100,20,20", "100,25,25")), file="2021.csv", published_on=date(2021, 10, 1))
    new = tidy.read(csv_of(*referrals("100,20,20", "100,26,26")), file="2022.csv", published_on=date(2022, 10, 1))
    library = Library([new, old])
    assert [one.value for one in library.series("re-referrals", "referrals", "E06000991")] == [20.0, 26.0]
    (revised,) = [
        one for one in library.revisions() if (one.new.card, one.new.variant) == ("re-referrals", "referrals")
    ]
    assert (revised.old.value, revised.new.value) == (25.0, 26.0)
    assert (revised.old.origin.file, revised.new.origin.file) == ("2021.csv", "2022.csv")


def test_the_same_file_twice_revises_nothing() -> None:
    table = tidy.read(csv_of(*referrals("100,20,20")))
    library = Library([table, table])
    assert library.revisions() == []
    assert len(library.series("re-referrals", "referrals", "E06000991")) == 1


def test_a_later_release_is_known_by_its_periods_where_no_day_is_given() -> None:
    old = tidy.read(csv_of(*referrals("100,20,20")), file="z.csv")
    new = tidy.read(csv_of(*referrals("100,30,30", "100,25,25")), file="a.csv")
    assert Library([new, old]).series("re-referrals", "referrals", "E06000991")[0].value == 30.0


def test_a_folder_with_a_file_that_cannot_be_read_says_which(tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_bytes(csv_of(row()))
    (tmp_path / "notes.csv").write_bytes(b"what we talked about\n")
    with pytest.raises(NotPublished, match=r"notes\.csv"):
        library_of(tmp_path)
