from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from arising.measures.cards import Card
from arising.measures.published import NotPublished
from arising.measures.values import Symbol
from arising.register.accounts.models import User
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Brought, Release, Row, StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, referrals


def test_a_published_file_is_taken_in_with_every_row(publish: Publish) -> None:
    release = publish(published_on=date(2025, 10, 30))
    assert (release.rows, Row.objects.filter(release=release).count()) == (65, 65)
    assert (release.dataset, release.published_on) == ("cin-referrals", date(2025, 10, 30))


def test_the_same_file_again_changes_nothing(publish: Publish) -> None:
    first = publish()
    again = operations.take_in(referrals({MEDWAY: STEADY, **EVERYWHERE}), "other.csv", actor=None)
    assert (again.again, again.release) == (True, first)
    assert Row.objects.count() == 65


def test_a_file_with_one_wrong_row_leaves_nothing_behind(db: None) -> None:
    with pytest.raises(NotPublished, match=r"wrong\.csv, row 4, column rereferral_count"):
        operations.take_in(referrals({MEDWAY: [20.0, 21.0, "12%"]}), "wrong.csv", actor=None)
    assert not Release.objects.exists()


def test_an_area_that_is_not_known_is_taken_in_only_where_that_is_asked_for(publish: Publish) -> None:
    new = MEDWAY.replace("887,E06000035,Medway", "999,E06999999,Wold")
    with pytest.raises(NotPublished, match="no area that is known"):
        publish(referrals({new: [20.0]}))
    publish(referrals({new: [20.0]}), new_areas=True)
    assert StatisticalArea.objects.get(code="E06999999").name == "Wold"
    assert publish(referrals({new: [20.0, 21.0]})).rows == 2


def test_a_symbol_stays_a_symbol(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [20.0, "c", 22.0]}))
    card = _card("re-referrals")
    values = [one.value for one in queries.published(card, card.variants[0].key, [medway])["E06000035"]]
    assert values == [20.0, Symbol.SUPPRESSED, 22.0]


def test_a_later_release_counts_and_what_it_changed_is_told(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0]}), published_on=date(2024, 10, 30))
    publish(referrals({MEDWAY: [20.0, 25.5, 22.0]}), published_on=date(2025, 10, 30))
    card = _card("re-referrals")
    held = queries.published(card, card.variants[0].key, [medway])["E06000035"]
    (revised,) = queries.revisions(card, card.variants[0].key, medway)
    assert [one.value for one in held] == [20.0, 25.5, 22.0]
    assert (revised.before.value, revised.after.value) == (21.0, 25.5)


def test_every_number_knows_its_file_row_release_and_day(publish: Publish, medway: StatisticalArea) -> None:
    release = publish(published_on=date(2025, 10, 30))
    card = _card("re-referrals")
    one = queries.published(card, card.variants[0].key, [medway])["E06000035"][0]
    assert (one.origin.file, one.origin.row, one.origin.column) == ("referrals.csv", 2, "rereferral_percent")
    assert (one.origin.release, one.origin.published_on) == (release.name, date(2025, 10, 30))
    assert (one.numerator, one.denominator) == (200.0, 1000.0)


def test_a_file_waits_until_somebody_has_looked_at_it(clerk: User) -> None:
    one = operations.bring("referrals.csv", referrals({MEDWAY: STEADY}), published_on=None, actor=clerk)
    assert not Release.objects.exists()
    done = operations.store_brought(one, actor=clerk)
    assert isinstance(done, Release)
    assert done.rows == 13


def test_a_file_is_stored_once_however_often_it_is_asked_for(clerk: User) -> None:
    one = operations.bring("referrals.csv", referrals({MEDWAY: STEADY}), published_on=None, actor=clerk)
    first = operations.store_brought(one, actor=clerk)
    assert operations.store_brought(one, actor=clerk) == first
    assert Release.objects.count() == 1


def test_the_bytes_of_a_stored_file_are_dropped(clerk: User) -> None:
    one = operations.bring("referrals.csv", referrals({MEDWAY: STEADY}), published_on=None, actor=clerk)
    operations.store_brought(one, actor=clerk)
    assert bytes(Brought.objects.get().content) == b""


def test_what_cannot_be_read_is_not_kept(clerk: User) -> None:
    with pytest.raises(NotPublished):
        operations.bring("notes.csv", b"name,age\nA,1\n", published_on=None, actor=clerk)
    assert not Brought.objects.exists()


def test_only_a_clerk_takes_published_files_in(member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.take_in(referrals({MEDWAY: STEADY}), "referrals.csv", actor=member)


def test_every_published_file_is_taken_in_whole_and_symbol_for_symbol(db: None, shared: Path) -> None:
    for path in sorted((shared / "reference/dfe").glob("*.csv")):
        release = operations.take_in(path, path.name, actor=None).release
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
        held = Row.objects.filter(release=release).values_list("cells", flat=True)
        symbols = {symbol.value for symbol in Symbol}
        given = Counter(row[title].strip() for row in rows for title in release.titles)
        kept = Counter(cell.strip() for cells in held for cell in cells.split("\x1f"))
        assert release.rows == len(rows) == len(held), path.name
        assert {name: kept[name] for name in symbols} == {name: given[name] for name in symbols}, path.name


def _card(key: str) -> Card:
    return next(each.card for each in queries.indicators() if each.key == key)
