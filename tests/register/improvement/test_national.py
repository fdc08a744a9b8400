"""The national table of inspections: looked at, stored, and what a council is held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import NationalRow, NationalTable
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.operations.areas import set_area
from arising.register.record.operations import files
from register.planted.inspected import WHY, inspected

HEADER = (
    "la_code,local_authority,overall_effectiveness_grade,inspection_framework,inspection_start_date,"
    "inspection_end_date,publication_date,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,"
    "care_leavers_grade"
)
MEDWAY = "887,medway,good,standard,17/07/2023,28/07/2023,11/09/23,good,requires improvement,good,good"
YORK = "816,york,inadequate,short,07/03/2022,11/03/2022,04/05/22,good,good,good,inspection_pre_dates_judgement"
NEIGHBOURS = (
    "886,kent,outstanding,short,07/03/2023,11/03/2023,04/05/23,good,good,good,good",
    "866,swindon,inadequate,short,07/03/2023,11/03/2023,04/05/23,good,good,good,good",
)


def table(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows)).encode()


def stored(*rows: str, name: str = "overview.csv") -> NationalTable:
    return operations.store_national_table(operations.bring_national_table(table(*rows), name, actor=None), actor=None)


@pytest.fixture
def medway(council: Council) -> Council:
    """Kelderdale, as if it were the authority E06000035."""
    set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
    return Council.objects.get(pk=council.pk)


def test_a_table_counts_only_when_it_is_stored(db: None) -> None:
    waiting = operations.bring_national_table(table(YORK), "overview.csv", actor=None)
    assert (queries.national_page(None).table, NationalRow.objects.count()) == (None, 0)
    operations.store_national_table(waiting, actor=None)
    assert queries.national_page(None).rows[0].row.authority == "York"


def test_a_table_is_kept_byte_for_byte(db: None) -> None:
    kept = stored(YORK)
    assert files.path_of(kept.sha256).read_bytes() == table(YORK)
    files.forget_orphans(older_than=-60)
    assert files.path_of(kept.sha256).exists()


def test_the_same_table_is_kept_once(db: None) -> None:
    assert stored(YORK) == stored(YORK)
    assert NationalRow.objects.count() == 1


def test_the_table_that_was_stored_last_counts_and_the_others_stay(db: None) -> None:
    stored(YORK)
    newer = stored(YORK.replace("inadequate", "good"))
    assert queries.national_page(None).table == newer
    assert NationalTable.objects.count() == 2


def test_a_look_tells_what_would_change(db: None, clerk: User) -> None:
    stored(YORK)
    waiting = operations.bring_national_table(table(YORK.replace("inadequate", "good"), MEDWAY), "new.csv", actor=clerk)
    seen = queries.looked_at(clerk, waiting.pk)
    assert ([name for name, _, _ in seen.changed], seen.new) == (["York"], ["Medway"])


def test_a_look_tells_what_could_not_be_taken(db: None, clerk: User) -> None:
    waiting = operations.bring_national_table(table(YORK.replace("11/03/2022", "soon")), "new.csv", actor=clerk)
    assert "row 2, York: “soon” is no day, of inspection end" in queries.looked_at(clerk, waiting.pk).odd


def test_a_table_that_waits_is_not_there_for_readers(client: Client, db: None) -> None:
    waiting = operations.bring_national_table(table(YORK), "overview.csv", actor=None)
    assert client.get(waiting.get_absolute_url()).status_code == 404


def test_a_table_that_waits_can_be_thrown_away(db: None, clerk: User) -> None:
    operations.drop_national_table(operations.bring_national_table(table(YORK), "a.csv", actor=clerk), actor=clerk)
    assert not NationalTable.objects.exists()


def test_a_table_that_is_stored_cannot_be_thrown_away(db: None) -> None:
    with pytest.raises(ValidationError, match="It is stored"):
        operations.drop_national_table(stored(YORK), actor=None)


def test_a_file_that_is_no_table_is_one_clear_line(db: None) -> None:
    with pytest.raises(ValidationError, match=r"lamps\.csv: it has no sheet with the columns") as refused:
        operations.bring_national_table(b"lamp,street\n1,Mill Lane\n", "lamps.csv", actor=None)
    assert len(refused.value.messages) == 1


def test_an_officer_brings_in_no_table(officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.bring_national_table(table(YORK), "overview.csv", actor=officer)


def test_a_council_is_held_against_its_statistical_neighbours(medway: Council) -> None:
    stored(MEDWAY, YORK, *NEIGHBOURS)
    told = queries.standing(None, medway)
    assert told is not None
    assert told.words == (
        "Medway is good overall. Statistical neighbours with a better overall grade: 1; with the same: 0; with a worse"
        " one: 1."
    )


def test_a_council_whose_area_is_not_known_is_held_against_nobody(council: Council) -> None:
    stored(MEDWAY)
    assert queries.standing(None, council) is None


def test_an_inspection_that_the_table_does_not_know_yet_is_said(client: Client, medway: Council) -> None:
    stored(MEDWAY, *NEIGHBOURS)
    inspected(medway)
    page = client.get(f"/improvement/{medway.slug}/inspections/").content.decode()
    assert "The table does not know the inspection of 24 November 2023 yet." in page


def test_grades_judged_together_are_shown_so(client: Client, db: None) -> None:
    stored(YORK)
    page = client.get("/improvement/national/").content.decode()
    assert page.count("Good, judged together") == 2


def test_the_page_shows_the_authorities_whose_name_is_asked_for(client: Client, db: None) -> None:
    stored(YORK, MEDWAY)
    page = client.get("/improvement/national/", {"text": "med"}).content.decode()
    assert "Medway" in page
    assert "York" not in page


def test_a_clerk_looks_at_a_table_and_stores_it(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("overview.csv", table(YORK))
    answer = client.post("/improvement/national/add/", {"table": file})
    look = client.get(answer["Location"]).content.decode()
    assert "Nothing is stored yet." in look
    client.post(answer["Location"])
    assert NationalRow.objects.get().authority == "York"


def test_a_stored_table_is_given_out_as_it_came(client: Client, db: None) -> None:
    kept = stored(YORK)
    answer = client.get(f"/improvement/national/{kept.pk}/file/")
    assert b"".join(answer.streaming_content) == table(YORK)  # type: ignore[attr-defined]


def test_the_published_overview_is_stored_whole(db: None, shared: Path) -> None:
    path = shared / "reference" / "ofsted" / "ofsted-ilacs-overview.xlsx"
    kept = operations.store_national_table(
        operations.bring_national_table(path.read_bytes(), path.name, actor=None), actor=None
    )
    assert kept.authorities.count() == 153


def test_the_authorities_shown_are_given_as_csv_with_what_could_not_be_taken(client: Client, db: None) -> None:
    stored(YORK.replace("04/05/22", "soon"), MEDWAY)
    lines = client.get("/improvement/national/authorities.csv?text=york").content.decode().splitlines()
    assert (len(lines), lines[1][:14]) == (2, "York,E06000014")
    assert "“soon” is no day, of publication" in lines[1]


def test_the_odd_values_of_a_table_are_given_as_csv(client: Client, db: None) -> None:
    kept = stored(YORK.replace("04/05/22", "soon"))
    told = client.get(f"/improvement/national/{kept.pk}/odd.csv").content.decode()
    assert "row 2, York: “soon” is no day, of publication" in told


def test_similar_councils_are_given_as_csv_with_the_own_one_first(client: Client, medway: Council) -> None:
    stored(MEDWAY, *NEIGHBOURS)
    told = client.get(f"/improvement/{medway.slug}/inspections/similar.csv").content.decode().splitlines()
    assert [line.split(",")[0] for line in told] == ["Authority", "Medway", "Swindon", "Kent"]
