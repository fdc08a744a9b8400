"""A council's own indicators on their pages: adding, changing, taking away as a file, and who sees them where."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.measures.cards import cards, faults
from arising.measures.writing import toml_of
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Indicator, StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.own.test_own_cards import CARD

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
FILLED_IN = {
    "name": "Plans reviewed in time", "counts": "plans reviewed within 6 weeks", "over": "plans due for review",
    "clock": "From the plan to its review.", "unit": "percent", "polarity": "increase", "year": "financial_year",
    "taken": "period", "signed": "", "limit": "6 weeks (local policy)", "release": "The monthly report",
    "words": "plans reviewed in time\nplan reviews in time", "source": "The council",
    "variant-TOTAL_FORMS": "2", "variant-INITIAL_FORMS": "0", "variant-0-name": "all plans",
    "variant-1-name": "first plans", "variant-1-unit": "count", "variant-1-words": "first plans, new plans",
    "break-TOTAL_FORMS": "1", "break-INITIAL_FORMS": "0", "break-0-year": "2024", "break-0-why": "A new system",
}  # fmt: skip


@pytest.fixture
def other(db: None) -> Council:
    return Council.objects.create(name="Kelderdale", key="kelderdale", slug="kelderdale")


@pytest.fixture
def held(council: Council) -> Indicator:
    return operations.add_card(council, CARD, **TOLD)


def test_an_administrator_adds_an_indicator_with_all_that_can_be_said(
    administrator: User, client: Client, council: Council
) -> None:  # fmt: skip
    client.force_login(administrator)
    client.post("/indicators/own/add/", {**FILLED_IN, "council": council.pk})
    card = Indicator.objects.get(key="plans-reviewed-in-time").card
    assert (card.counts, card.over, card.polarity, card.limit, card.words) == (
        "plans reviewed within 6 weeks", "plans due for review", "increase", "6 weeks (local policy)",
        ("plans reviewed in time", "plan reviews in time"),
    )  # fmt: skip
    assert [(one.key, one.name, one.unit, one.words) for one in card.variants] == [
        ("all-plans", "all plans", None, ()), ("first-plans", "first plans", "count", ("first plans", "new plans"))
    ]  # fmt: skip
    assert [(one.year, one.why) for one in card.breaks] == [(2024, "A new system")]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"counts": ""}, "What does it count?: write something here."),
        ({"name": "Re-referrals within 12 months"}, "There is an indicator called"),
        ({"variant-1-name": "all plans"}, "variants: two have the same key"),
        ({"break-0-why": ""}, "Give both the year and the reason, or neither."),
        ({"break-0-year": "soon"}, "That is no year. Write it as 2025."),
    ],
)
def test_what_is_wrong_with_an_indicator_is_said_and_nothing_is_stored(
    administrator: User, client: Client, council: Council, changed: dict[str, str], words: str
) -> None:
    client.force_login(administrator)
    answer = client.post("/indicators/own/add/", {**FILLED_IN, "council": council.pk, **changed})
    assert words in answer.content.decode()
    assert not Indicator.objects.filter(council=council).exists()


def change(client: Client, held: Indicator, **changed: Any) -> str:
    page = f"/indicators/{held.key}/change/"
    form = client.get(page).context
    given = {name: form["form"][name].value() or "" for name in form["form"].fields}
    for part in (form["variants"], form["breaks"]):
        given |= {
            f"{part.prefix}-{name}": part.management_form[name].value() for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        }
        given |= {field.html_name: field.value() or "" for one in part for field in one}
    return client.post(page, {**given, "why": "For a test", **changed}, follow=True).content.decode()


def test_another_definition_asks_from_which_year_it_holds(
    administrator: User, client: Client, held: Indicator
) -> None:  # fmt: skip
    client.force_login(administrator)
    said = change(client, held, counts="plans begun")
    assert "The definition is another one: say from which year it holds, such as 2025." in said
    held.refresh_from_db()
    assert held.version == 1


def test_the_definitions_before_stay_in_sight(administrator: User, client: Client, held: Indicator) -> None:
    client.force_login(administrator)
    said = change(client, held, counts="plans begun", since="2025")
    assert "1; 2, from 2025" in " ".join(said.split())
    assert "What version 1 counted" in said
    assert "Plans open" in said


def test_another_description_is_no_new_version_and_asks_no_year(
    administrator: User, client: Client, held: Indicator
) -> None:  # fmt: skip
    client.force_login(administrator)
    change(client, held, note="Counted weekly")
    held.refresh_from_db()
    assert (held.version, held.card.note) == (1, "Counted weekly")
    assert held.history.first().history_user == administrator


def test_what_somebody_else_changed_meanwhile_is_not_written_over(
    administrator: User, client: Client, held: Indicator
) -> None:  # fmt: skip
    client.force_login(administrator)
    seen = held.history.count()
    operations.change_card(held, {**CARD, "note": "Counted weekly"}, **TOLD)
    said = change(client, held, note="Counted daily", version=seen)
    assert "Somebody else changed it meanwhile." in said
    held.refresh_from_db()
    assert held.card.note == "Counted weekly"


def test_the_chart_shows_where_a_version_begins(held: Indicator, publish: Publish, client: Client) -> None:
    publish()
    operations.set_place("cin-referrals", held, "all", "rereferral_count", **TOLD)
    operations.change_card(held, {**CARD, "counts": "plans begun"}, since=2020, **TOLD)
    drawn = client.get(f"/indicators/{held.key}.svg", {"area": "E06000035"}).content.decode()
    assert "Version 2 of the definition" in drawn


def test_a_new_version_holds_from_after_the_last(held: Indicator) -> None:
    operations.change_card(held, {**CARD, "counts": "plans begun"}, since=2024, **TOLD)
    held.refresh_from_db()
    with pytest.raises(ValidationError, match="from which year after 2024"):
        operations.change_card(held, {**CARD, "counts": "plans ended"}, since=2024, **TOLD)


def test_a_definition_that_figures_rest_on_is_not_left_out(held: Indicator, council: Council) -> None:
    operations.set_target(council, held, "all", 10, set_by="the Board", **TOLD)
    told = {**CARD, "variants": [{"key": "new", "name": "new plans"}]}
    with pytest.raises(ValidationError, match="rest on the definition “all plans”"):
        operations.change_card(held, told, since=2025, **TOLD)


def test_an_indicator_that_came_with_the_register_is_not_changed(administrator: User, client: Client) -> None:
    client.force_login(administrator)
    assert client.get("/indicators/neet/change/").status_code == 403
    with pytest.raises(PermissionDenied):
        operations.change_card(Indicator.objects.get(key="neet"), CARD, since=2025, **TOLD)


@pytest.mark.parametrize(
    "address", ["/indicators/own/add/", "/indicators/own/import/", "/indicators/early-help/change/"]
)
def test_a_clerk_defines_no_indicator(clerk: User, client: Client, held: Indicator, address: str) -> None:
    client.force_login(clerk)
    assert client.get(address).status_code == 403


def test_what_is_taken_away_can_be_brought_in_again_and_changes_nothing(
    administrator: User, client: Client, held: Indicator, council: Council
) -> None:
    client.force_login(administrator)
    operations.change_card(held, {**CARD, "counts": "plans “begun”, 10% of\tall"}, since=2025, **TOLD)
    taken = client.get("/indicators/early-help.toml").content
    before = list(Indicator.objects.values())
    client.post("/indicators/own/import/", {"council": council.pk, "file": SimpleUploadedFile("card.toml", taken)})
    assert list(Indicator.objects.values()) == before


def test_a_file_makes_the_same_indicator_in_another_register(held: Indicator, council: Council) -> None:
    taken = toml_of(held.told).encode()
    Indicator.objects.get(pk=held.pk).definitions.all().delete()
    told = held.told
    held.delete()
    again = operations.import_card(council, taken, **TOLD)
    assert (again.told, again.version) == (told, 1)


def test_a_changed_file_is_a_new_version_from_its_year(held: Indicator, council: Council) -> None:
    text = toml_of({**held.told, "counts": "plans begun"})
    with pytest.raises(ValidationError, match="say from which year"):
        operations.import_card(council, text.encode(), **TOLD)
    again = operations.import_card(council, f"since = 2025\n{text}".encode(), **TOLD)
    assert (again.version, again.card.since) == (2, 2025)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("key = early", "is no TOML"), ("\xff", "is no TOML"), ('key = "x"', "is wrong"),
        (toml_of({**CARD, "unit": "apples"}), "“apples” is none. Write one of percent"),
        (toml_of({**CARD, "name": 5}), "name: write it in quotation marks"),
        (toml_of({**CARD, "key": "neet"}), "already. Choose another key"),
        (toml_of({**CARD, "key": "Early Help"}), "other signs than small letters"),
        (toml_of({**CARD, "variants": []}), "give one definition at least"),
        (toml_of({**CARD, "words": "plans"}), "words: write them in square brackets"),
        (toml_of({**CARD, "note": "a\x00b"}), "a sign that cannot be stored"),
        (toml_of({**CARD, "breaks": [{"year": 2020, "why": 3}]}), "breaks: give each its reason"),
        (
            toml_of({**CARD, "variants": [{"key": "all", "name": "all", "place": {"dataset": "x", "value": 3}}]}),
            "place: give a dataset and a column",
        ),
        ("# " + "x" * 200_001, "larger than 200 kB"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_indicator_is_refused(council: Council, text: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        operations.import_card(council, text.encode("latin-1" if "\xff" in text else "utf-8"), **TOLD)
    assert not Indicator.objects.filter(council=council).exists()


@pytest.mark.parametrize("key", sorted(cards()))
def test_every_card_of_the_project_is_written_down_and_read_back_the_same(key: str, db: None) -> None:
    import tomllib

    told = Indicator.objects.get(key=key).told
    assert tomllib.loads(toml_of(told)) == told
    assert faults(cards()[key]) == []


def test_another_councils_indicator_stands_in_no_list(
    held: Indicator, other: Council, council: Council, clerk: User, client: Client, publish: Publish
) -> None:
    publish()
    area = StatisticalArea.objects.get(code="E10000016")
    operations.set_area(other, area, **TOLD)
    kent = client.get("/indicators/", {"area": area.code}).content.decode()
    assert held.name not in kent
    assert held.name in client.get("/indicators/", {"area": "E06000035"}).content.decode()
    assert held.key not in {each.key for each in queries.indicators(other)}
    client.force_login(clerk)
    assert held.name not in client.get("/figures/own/template.csv", {"council": other.pk}).content.decode()
    assert held.name in client.get("/figures/own/template.csv", {"council": council.pk}).content.decode()


def test_another_councils_definition_can_be_read_by_everybody(held: Indicator, client: Client) -> None:
    assert "Plans open" in client.get(held.get_absolute_url()).content.decode()


def test_a_councils_file_names_its_own_indicators_alone(held: Indicator, council: Council, other: Council) -> None:
    from arising.measures.published import NotPublished

    file = b"indicator,area,period,value\nEarly help plans,Medway,Mar 2025,12\n"
    assert operations.own_figures(council, "own.csv", file).observations[0].card == held.key
    with pytest.raises(NotPublished, match="is no indicator here"):
        operations.own_figures(other, "own.csv", file)
