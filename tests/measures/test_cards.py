"""The cards that come with the project: each says what it counts, and every place of theirs is in a known dataset."""

from __future__ import annotations

import pytest

from arising.measures import areas
from arising.measures.cards import Card, Place, card_of, cards, datasets

CARDS = tuple(cards().values())
PLACED = tuple(
    (card.key, variant.key, variant.place) for card in CARDS for variant in card.variants if variant.place is not None
)


def test_there_is_a_card_for_each_indicator_that_minutes_speak_of() -> None:
    assert len(CARDS) >= 30
    assert {card.polarity for card in CARDS} == {"increase", "decrease", "neutral"}


@pytest.mark.parametrize("card", CARDS, ids=str)
def test_a_card_says_what_it_counts_by_which_words_and_where_that_is_from(card: Card) -> None:
    assert card.counts
    assert card.words
    assert card.source
    assert card.release
    assert card.variants


def test_no_two_variants_of_a_card_share_a_key() -> None:
    for card in CARDS:
        keys = [variant.key for variant in card.variants]
        assert len(set(keys)) == len(keys), card.key


def test_a_percentage_says_of_what() -> None:
    assert [card.key for card in CARDS if card.unit == "percent" and not card.over] == []


@pytest.mark.parametrize(("card", "variant", "place"), PLACED, ids=str)
def test_a_place_is_in_a_known_dataset_by_words_that_tell_its_rows_apart(card: str, variant: str, place: Place) -> None:
    assert place.dataset in datasets()
    assert set(place.where) <= set(datasets()[place.dataset].apart)


def test_every_dataset_has_a_card_that_reads_from_it() -> None:
    assert {place.dataset for _, _, place in PLACED} == set(datasets())


def test_the_series_of_refused_requests_has_a_break_with_the_collection_of_2023() -> None:
    (one,) = cards()["ehcp-refused"].breaks
    assert one.year == 2022
    assert "collection of 2023" in one.why


def test_no_control_chart_is_drawn_of_what_is_rolling_or_cumulative() -> None:
    assert {card.key for card in CARDS if not card.charted} == {"first-time-entrants", "schools-grant-balance"}


def test_a_variant_may_have_a_unit_of_its_own() -> None:
    card = cards()["looked-after"]
    assert (card.unit_of("per-10000"), card.unit_of("children")) == ("per 10,000", "children")


def test_a_card_with_a_word_that_no_card_has_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="The card 'made-up' is wrong"):
        card_of({"key": "made-up", "variants": [], "year": "financial_year", "colour": "green"})


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("E06000035", "Medway"),
        ("887", "Medway"),
        ("medway council", "Medway"),
        ("St Helens", "St. Helens"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("Bristol", "Bristol, City of"),
        ("Durham", "County Durham"),
        ("Yorkshire and the Humber", "Yorkshire and The Humber"),
        ("City of London", "City of London"),
        ("London", "London"),
    ],
)
def test_an_area_is_found_by_its_codes_and_however_its_name_is_written(told: str, name: str) -> None:
    area = areas.found(told)
    assert area is not None
    assert area.name == name


@pytest.mark.parametrize("told", ["", "Total", "999", "Nowhere"])
def test_no_area_is_guessed(told: str) -> None:
    assert areas.found(told) is None


def test_every_authority_is_in_a_region_that_is_known() -> None:
    authorities = [area for area in areas.known().values() if area.level == "authority"]
    assert len(authorities) > 150
    assert {area.region for area in authorities} <= {area.code for area in areas.known().values()}
    assert all(area.old_code for area in authorities)


def test_an_authority_is_known_by_the_codes_it_had() -> None:
    assert areas.other_codes("E06000065") == ("E10000023",)
    assert areas.other_codes("E10000023") == ("E06000065",)
    assert areas.other_codes("E06000035") == areas.other_codes("E99") == areas.other_codes("E92000001") == ()
    assert "E10000023" in areas.former()
    assert "E06000065" not in areas.former()


def test_an_authority_that_had_other_codes_is_found_by_its_present_one() -> None:
    for told in ("Northumberland", "929"):
        area = areas.found(told)
        assert area is not None
        assert area.code == "E06000057"
    assert areas.known()["E06000048"].name == "Northumberland"


def test_an_authority_has_ten_statistical_neighbours_that_are_known() -> None:
    neighbours = [areas.known()[code].name for code in areas.neighbours("E06000035")]
    assert neighbours == [
        "Swindon", "Dudley", "Kent", "Bexley", "Norfolk", "Suffolk", "Thurrock", "Nottinghamshire", "Bury", "Wakefield",
    ]  # fmt: skip
    assert areas.neighbours("E06000991") == ()
