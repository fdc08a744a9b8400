"""Published files of other layouts: what somebody says of their columns, and what comes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.measures.periods import Kind
from arising.measures.published import ChildLevel, NotPublished
from arising.measures.values import Symbol
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Brought, Indicator, Layout, Place, Release, Row, StatisticalArea
from register.indicators.conftest import Publish
from register.indicators.own.test_own_cards import CARD

FILE = (
    b"Area Code,Area Name,Period,Sex,Rate,Count,All\n"
    b"E92000001,England,2022/23,All,21.5,600,3000\n"
    b"E06000035,Medway,2022/23,All,19.5,195,1000\n"
    b"E06000035,Medway,2023/24,All,c,c,1000\n"
    b"E06000035,Medway,2023/24,Boys,20.0,100,500\n"
)
COLUMNS = {
    "Area Code": "code", "Area Name": "name", "Period": "period", "Sex": "words",
    "Rate": "re-referrals referrals", "Count": "figures", "All": "figures",
}  # fmt: skip
TOLD: dict[str, Any] = {"name": "Rates of the region", "release": "The region", "years": Kind.FINANCIAL_YEAR}


def brought(clerk: User, content: bytes = FILE, name: str = "rates.csv") -> Brought:
    return operations.bring(name, content, published_on=None, actor=clerk)


def told(clerk: User, one: Brought, **changed: Any) -> Layout:
    return operations.add_layout(one, actor=clerk, **{**TOLD, "columns": COLUMNS, **changed})


def stored(clerk: User, content: bytes = FILE, name: str = "rates.csv") -> Release:
    done = operations.store_brought(brought(clerk, content, name), actor=clerk)
    assert isinstance(done, Release)
    return done


def medways(card: str, variant: str) -> list[Any]:
    area = StatisticalArea.objects.get(code="E06000035")
    return queries.published(Indicator.objects.get(key=card).card, variant, [area])[area.code]


def test_a_file_of_another_layout_waits_for_somebody_to_say_what_its_columns_are(clerk: User, client: Client) -> None:
    client.force_login(clerk)
    answer = client.post("/releases/add/", {"file": SimpleUploadedFile("rates.csv", FILE)}, follow=True)
    said = answer.content.decode()
    assert "Say what each of its 7 columns holds" in said
    assert answer.context["form"]["column-2"].initial == "period"
    assert not Release.objects.exists()


def test_from_the_columns_to_the_figures_in_the_browser(clerk: User, client: Client, council: Council) -> None:
    client.force_login(clerk)
    asked = client.post("/releases/add/", {"file": SimpleUploadedFile("rates.csv", FILE)}, follow=True)
    given = {f"column-{at}": role for at, role in enumerate(COLUMNS.values())}
    page = asked.redirect_chain[-1][0]
    looked = client.post(page, {**TOLD, "years": "financial_year", **given}, follow=True)
    said = looked.content.decode().replace("\xa0", " ")
    assert "4 rows of The region, 2023/24" in said
    assert "Re-referrals within 12 months, of referrals: 3 figures" in said
    client.post(looked.redirect_chain[-1][0])
    assert "rates.csv, row 3, Rate" in client.get("/indicators/re-referrals/?area=E06000035").content.decode()


def test_where_the_rows_of_an_indicator_cannot_be_told_that_is_said(clerk: User, client: Client) -> None:
    one = brought(clerk, FILE.replace(b",All,", b",Girls,"))
    told(clerk, one)
    boys = brought(clerk, b"".join(FILE.replace(b",All,", b",Girls,").splitlines(keepends=True)[i] for i in (0, 3, 4)))
    client.force_login(clerk)
    assert "say so on the page of its layout" in client.get(boys.get_absolute_url()).content.decode()


def test_every_row_is_kept_and_symbols_stay_symbols(clerk: User) -> None:
    told(clerk, brought(clerk))
    release = stored(clerk)
    assert (release.rows, Row.objects.filter(release=release).count()) == (4, 4)
    assert [one.value for one in medways("re-referrals", "referrals")] == [19.5, Symbol.SUPPRESSED]


def test_a_later_file_of_the_same_columns_is_read_by_itself_and_revises(clerk: User) -> None:
    told(clerk, brought(clerk))
    stored(clerk)
    later = stored(clerk, FILE.replace(b"19.5,195", b"19.9,199"), "later.csv")
    card, area = Indicator.objects.get(key="re-referrals").card, StatisticalArea.objects.get(code="E06000035")
    (revised,) = queries.revisions(card, "referrals", area)
    assert later.dataset == "rates-of-the-region"
    assert (revised.before.value, revised.after.value) == (19.5, 19.9)


def test_figures_of_its_own_release_count_before_those_of_another_layout(clerk: User, publish: Publish) -> None:
    told(clerk, brought(clerk))
    stored(clerk)
    publish(published_on=date(2020, 1, 1))
    held = {str(one.period): one.origin.file for one in medways("re-referrals", "referrals")}
    assert (held["2022/23"], len(held)) == ("referrals.csv", 13)


def test_months_of_another_layout_do_not_stand_between_the_years_of_a_release(clerk: User, publish: Publish) -> None:
    monthly = FILE.replace(b"2022/23", b"Mar 2023").replace(b"2023/24", b"Mar 2024")
    told(clerk, brought(clerk, monthly))
    stored(clerk, monthly)
    assert [str(one.period) for one in medways("re-referrals", "referrals")] == ["March 2023", "March 2024"]
    publish()
    assert {one.period.kind for one in medways("re-referrals", "referrals")} == {Kind.FINANCIAL_YEAR}


def test_a_layout_feeds_a_councils_own_indicator(clerk: User, council: Council) -> None:
    operations.add_card(council, CARD, actor=None, why="For a test")
    told(clerk, brought(clerk), columns={**COLUMNS, "Count": "early-help all"})
    stored(clerk)
    assert [one.value for one in medways("early-help", "all")] == [195.0, Symbol.SUPPRESSED]


def test_a_place_may_name_its_rows_and_what_it_was_worked_out_from(clerk: User) -> None:
    layout = told(clerk, brought(clerk))
    stored(clerk)
    operations.set_place(
        layout.key, Indicator.objects.get(key="re-referrals"), "referrals", "Rate", numerator="Count",
        denominator="All", where={"Sex": "Boys"}, actor=clerk, why="For a test",
    )  # fmt: skip
    (one,) = medways("re-referrals", "referrals")
    assert (one.value, one.numerator, one.denominator, one.origin.row) == (20.0, 100.0, 500.0, 5)


def test_what_is_said_of_a_layout_is_kept_with_who_said_it(clerk: User) -> None:
    layout = told(clerk, brought(clerk))
    operations.change_layout(layout, name="Other", release="The region", licence="", actor=clerk, why="Misspelt")
    assert [(one.name, one.history_user) for one in layout.history.all()] == [("Other", clerk), (TOLD["name"], clerk)]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"columns": {**COLUMNS, "Period": ""}}, "No column holds the period"),
        ({"columns": {**COLUMNS, "Area Code": "", "Area Name": ""}}, "No column holds the area"),
        ({"columns": {**COLUMNS, "Sex": "period"}}, "Period and Sex are both said to be the period"),
        ({"columns": {**COLUMNS, "Sex": "figures"}}, "Sex holds no number"),
        ({"columns": {**COLUMNS, "Count": "re-referrals referrals"}}, "Rate and Count are both said to be"),
        ({"columns": {**COLUMNS, "Count": "re-referrals weekly"}}, "has no such definition"),
        ({"name": " "}, "Give the layout a name"),
        ({"release": ""}, "Say where the file is published"),
    ],
)
def test_a_choice_that_cannot_be_is_told_and_nothing_is_kept(clerk: User, changed: dict[str, Any], words: str) -> None:
    one = brought(clerk)
    with pytest.raises(ValidationError, match=words):
        told(clerk, one, **changed)
    assert not Layout.objects.exists()
    assert not Place.objects.exists()


def test_a_file_that_cannot_be_read_by_what_was_said_leaves_no_layout(clerk: User) -> None:
    one = brought(clerk, FILE + b"E06000035,Medway,soon,All,1,1,1\n")
    with pytest.raises(NotPublished, match=r"rates.csv, row 6, column Period: “soon” is no period"):
        told(clerk, one)
    assert not Layout.objects.exists()


FRACTIONS = FILE.replace(b"19.5,195", b"0.195,195")


def of_count(clerk: User, variant: str = "children") -> None:
    """Say that the rates of the layout were worked out from counts."""
    operations.set_place(
        Layout.objects.get().key, Indicator.objects.get(key="re-referrals"), variant, "Rate", numerator="Count",
        denominator="All", actor=clerk, why="For a test",
    )  # fmt: skip


def test_a_fraction_where_an_indicator_has_percentages_is_told_in_a_new_file(clerk: User) -> None:
    told(clerk, brought(clerk), columns={**COLUMNS, "Rate": "figures"})
    of_count(clerk)
    with pytest.raises(NotPublished, match=r"0\.195 is a fraction"):
        brought(clerk, FRACTIONS)


def test_a_fraction_is_told_of_files_that_are_stored_when_it_is_said_what_they_are(clerk: User) -> None:
    told(clerk, brought(clerk), columns={**COLUMNS, "Rate": "figures"})
    stored(clerk, FRACTIONS)
    with pytest.raises(NotPublished, match=r"rates\.csv, row 3, column Rate: 0\.195 is a fraction"):
        of_count(clerk)
    assert not Place.objects.exists()


def test_fractions_in_many_rows_are_told_when_the_columns_are(clerk: User) -> None:
    rows = b"".join(b"E06000035,Medway,%d/%02d,All,0.2,2,10\n" % (year, year % 100 + 1) for year in range(2000, 2024))
    one = brought(clerk, FILE.split(b"\n")[0] + b"\n" + rows)
    with pytest.raises(NotPublished, match="is a fraction, and this column holds percentages"):
        told(clerk, one)
    assert not Layout.objects.exists()


def test_a_file_that_waited_while_it_became_wrong_says_so(clerk: User, client: Client) -> None:
    told(clerk, brought(clerk), columns={**COLUMNS, "Rate": "figures"})
    waits = brought(clerk, FRACTIONS, "later.csv")
    of_count(clerk)
    client.force_login(clerk)
    for answer in (client.get(waits.get_absolute_url()), client.post(waits.get_absolute_url())):
        assert "later.csv, row 3, column Rate: 0.195 is a fraction" in answer.content.decode()
    assert not Release.objects.exists()


def test_a_file_about_single_children_is_refused_whatever_its_layout(clerk: User) -> None:
    with pytest.raises(ChildLevel):
        brought(clerk, b"UPN,Area,Date of birth,Rate\nA123456789012,Medway,04/05/2011,1\n")
    assert not Brought.objects.exists()


def test_a_layout_by_which_files_were_stored_stays(clerk: User) -> None:
    layout = told(clerk, brought(clerk))
    stored(clerk)
    with pytest.raises(ValidationError, match="Files were stored by this layout"):
        operations.drop_layout(layout, actor=clerk, why="x")


def test_a_layout_that_nothing_rests_on_is_taken_away_with_its_places(clerk: User) -> None:
    operations.drop_layout(told(clerk, brought(clerk)), actor=clerk, why="x")
    assert not Place.objects.exists()


def test_a_place_that_a_card_names_cannot_be_said_otherwise(clerk: User) -> None:
    card = Indicator.objects.get(key="re-referrals")
    with pytest.raises(ValidationError, match="It is known where"):
        operations.set_place("cin-referrals", card, "referrals", "referral_count", actor=clerk, why="x")


def test_a_file_that_was_stored_before_its_layout_was_known_is_read_by_it_when_it_comes_again(clerk: User) -> None:
    head = b"time_period,time_identifier,geographic_level,country_code,country_name,Rate\n"
    content = head + b"2024,Financial year,National,E92000001,England,20\n"
    before = stored(clerk, content)
    one = brought(clerk, content)
    told(clerk, one, columns={"Rate": "re-referrals referrals"})
    after = operations.store_brought(one, actor=clerk)
    assert (before.dataset, after.dataset) == ("", "rates-of-the-region")  # type: ignore[union-attr]
    assert Release.objects.count() == 1


def test_only_who_may_publish_says_what_columns_are(member: User, clerk: User) -> None:
    one = brought(clerk)
    with pytest.raises(PermissionDenied):
        operations.add_layout(one, **{**TOLD, "columns": COLUMNS, "actor": member})


def test_everybody_may_read_how_files_are_read_and_only_a_clerk_may_change_it(
    clerk: User, member: User, client: Client
) -> None:  # fmt: skip
    layout = told(clerk, brought(clerk))
    stored(clerk)
    assert "Re-referrals within 12 months" in client.get(layout.get_absolute_url()).content.decode()
    client.force_login(member)
    assert client.get(f"{layout.get_absolute_url()}places/add/").status_code == 403
    assert client.get("/layouts/no-such-thing/").status_code == 404


def test_a_place_is_added_and_taken_away_on_its_pages(clerk: User, client: Client) -> None:
    layout = told(clerk, brought(clerk), columns={**COLUMNS, "Rate": "figures"})
    stored(clerk)
    client.force_login(clerk)
    page = layout.get_absolute_url()
    client.post(f"{page}places/add/", {"definition": "re-referrals referrals", "value": "Rate", "where-0": "Boys"})
    assert [one.value for one in medways("re-referrals", "referrals")] == [20.0]
    client.post(f"/layouts/places/{Place.objects.get().pk}/drop/", {"why": "Another definition"})
    assert medways("re-referrals", "referrals") == []


def test_layouts_that_came_with_the_register_are_told_too(client: Client, db: None) -> None:
    said = client.get("/layouts/cin-referrals/").content.decode()
    assert "By what came with the register." in said
    assert "rereferral_percent" in said
