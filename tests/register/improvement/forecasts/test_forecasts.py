"""High-needs forecasts in the register: kept as they were made, held against what came."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import lxml.html
import openpyxl
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from arising.measures.forecast import dates, run
from arising.measures.forecast.workbook import read, template, written
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council, Item
from arising.register.improvement import queries
from arising.register.improvement.charts import forecast_chart_of
from arising.register.improvement.models import Forecast, Outturn, Paper
from arising.register.improvement.operations import (
    add_outturn,
    drop_outturn,
    keep_forecast,
    withdraw_forecast,
)
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.operations import set_area
from arising.register.record.operations import files
from measures.forecast.plans import cohort
from register.planted.foretold import PLAN, TOLD, foretell

WHY = "For a test"
OFFICERS = Seen(Audience.OFFICERS)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    tree: lxml.html.HtmlElement = lxml.html.document_fromstring(answer.content.decode())
    return " ".join(tree.get_element_by_id("main-content").text_content().split())


@pytest.fixture
def kept(council: Council) -> Forecast:
    return foretell(council)


def test_a_forecast_is_kept_with_its_workbook_byte_for_byte(council: Council) -> None:
    content = written(PLAN)
    one = keep_forecast(council, content, "plan.xlsx", actor=None, why=WHY)
    assert files.path_of(one.paper.sha256).read_bytes() == content


def test_a_forecast_holds_its_plan_and_what_it_came_to(kept: Forecast) -> None:
    held = Forecast.objects.get()
    assert held.plan == PLAN
    assert held.came_to.positions == run(PLAN)
    assert held.came_to.drawn is not None


def test_title_day_and_maker_are_those_of_the_workbook(kept: Forecast) -> None:
    assert (kept.title, kept.made_on, kept.made_by) == (
        "High-needs recovery plan", date(2024, 3, 4), "Director of Education",
    )  # fmt: skip


def test_the_same_workbook_again_is_the_same_forecast(council: Council) -> None:
    content = written(PLAN)
    first, again = (keep_forecast(council, content, "plan.xlsx", actor=None, why=WHY) for _ in range(2))
    assert first == again
    assert Forecast.objects.count() == 1


def test_an_earlier_forecast_stays_when_another_is_made(council: Council, kept: Forecast) -> None:
    foretell(council, replace(PLAN, opening=-9_000_000, made_on=date(2025, 3, 3)))
    assert Forecast.objects.get(pk=kept.pk).plan == PLAN


def test_a_workbook_that_is_no_plan_is_refused_with_a_line_for_each_cell(council: Council) -> None:
    with pytest.raises(ValidationError) as raised:
        keep_forecast(council, template(), "empty.xlsx", actor=None, why=WHY)
    lines = raised.value.message_dict["file"]
    assert lines[0].startswith("sheet about, row 1, column B: Council is missing.")
    assert len(lines) == 4
    assert (Forecast.objects.count(), Paper.objects.count()) == (0, 0)


def test_a_forecast_without_a_day_is_asked_for_one(council: Council) -> None:
    with pytest.raises(ValidationError, match="Say on what day it was made"):
        foretell(council, replace(PLAN, made_on=None))


def test_a_forecast_of_a_day_to_come_is_refused(council: Council) -> None:
    with pytest.raises(ValidationError, match="has not come yet"):
        foretell(council, made_on=timezone.localdate() + timedelta(days=1))


def test_cohorts_in_which_a_child_might_be_recognised_are_not_for_everybody(council: Council) -> None:
    small = replace(PLAN, cohorts=(*PLAN.cohorts, cohort(3, placement="independent"), cohort(0, placement="unit")))
    with pytest.raises(ValidationError, match="1 cohort has fewer than 5 plans, and a child might be recognised"):
        foretell(council, small)
    assert foretell(council, small, seen=OFFICERS).plan == small


def test_the_page_leads_to_what_was_published(client: Client, council: Council) -> None:
    set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
    answer = client.get(f"/improvement/{council.slug}/forecasts/").content.decode()
    assert "/indicators/schools-grant-balance/?area=E06000035" in answer


def test_an_officer_who_keeps_nothing_may_add_no_forecast(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        foretell(council, actor=officer)


def test_outturns_of_the_workbook_are_taken_over_where_there_are_none(kept: Forecast) -> None:
    one = Outturn.objects.get()
    assert (one.year, one.cumulative, one.source) == (2022, 3_000_000, "Statement of accounts")


def test_an_outturn_that_is_there_is_not_taken_over(council: Council) -> None:
    add_outturn(council, 2022, -1, source="The auditor", **TOLD)
    foretell(council)
    assert [one.source for one in Outturn.objects.all()] == ["The auditor"]


def test_outturns_for_officers_do_not_keep_the_public_from_those_of_a_workbook(council: Council) -> None:
    add_outturn(council, 2022, -1, source="Draft", seen=OFFICERS, **TOLD)
    foretell(council)
    assert [one.source for one in queries.outturns(None, council)] == ["Statement of accounts"]


def test_of_several_outturns_of_a_year_the_last_counts(council: Council, clerk: User) -> None:
    for amount in (-5, -7):
        add_outturn(council, 2022, amount, source="Accounts", **TOLD)
    assert [one.cumulative for one in queries.outturns(None, council)] == [-7]
    drop_outturn(Outturn.objects.get(cumulative=-7), actor=clerk, why=WHY)
    assert [one.cumulative for one in queries.outturns(None, council)] == [-5]


def test_a_year_that_has_not_ended_has_no_outturn(council: Council, on_day: Callable[[str], None]) -> None:
    on_day("2025-03-31")
    with pytest.raises(ValidationError, match="2024/25 has not ended"):
        add_outturn(council, 2024, -1, source="Accounts", **TOLD)


def test_an_outturn_needs_a_source(council: Council) -> None:
    with pytest.raises(ValidationError, match="Say where that stands"):
        add_outturn(council, 2022, -1, source=" ", **TOLD)


def test_a_withdrawn_forecast_stays_and_is_held_against_nothing(council: Council, kept: Forecast, clerk: User) -> None:
    withdraw_forecast(kept, actor=clerk, why="The wrong file")
    page = queries.forecasts_page(None, council)
    assert page.forecasts == (kept,)
    assert page.vintages == ()


def test_a_forecast_is_withdrawn_with_a_reason_alone(kept: Forecast, clerk: User) -> None:
    with pytest.raises(ValidationError, match="Say why it is withdrawn"):
        withdraw_forecast(kept, actor=clerk, why=" ")


def test_a_forecast_for_officers_is_not_there_for_the_public(client: Client, council: Council) -> None:
    one = foretell(council, seen=OFFICERS)
    for path in ("", "forecast.csv", "forecast.xlsx", "chart.svg"):
        assert client.get(f"/improvement/forecasts/{one.pk}/{path}").status_code == 404
    assert "There is no forecast in the register yet." in text(client, f"/improvement/{council.slug}/forecasts/")


def test_a_forecast_told_to_an_exempt_item_is_not_there_for_the_public(council: Council) -> None:
    item = Item.objects.filter(meeting__body__council=council)[0]
    Item.objects.filter(pk=item.pk).update(audience=Audience.CLERKS)
    assert not queries.forecasts(None, council).filter(pk=foretell(council, item=item).pk).exists()


def test_the_page_answers_in_words_before_its_tables(client: Client, kept: Forecast) -> None:
    said = text(client, kept.get_absolute_url())
    answer, table = said.split("What does each year come to?")
    assert "the debt is cleared by the end of 2027/28, by the time the statutory override ends" in answer
    assert "In 8 of 10 draws" in answer
    assert "To clear the debt by the end of 2027/28 with nothing done" in answer
    assert "£22,000,000" in table
    assert "Of the savings reported on, £750,000 of £1.0 million claimed was delivered (75%)." in table


def test_what_it_takes_is_asked_for_another_year(client: Client, kept: Forecast) -> None:
    said = text(client, f"{kept.get_absolute_url()}?by=2029")
    assert "To clear the debt by the end of 2029/30" in said


def test_what_it_takes_is_worked_out_once_for_the_usual_year(kept: Forecast, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        pytest.fail("It was worked out again.")

    monkeypatch.setattr(sys.modules[queries.forecast_page.__module__], "takes", refuse)
    assert queries.forecast_page(None, kept).solved == kept.came_to.solved


@pytest.mark.parametrize("by", ["2040", "soon", ""])
def test_a_year_that_there_is_not_asks_for_none(client: Client, kept: Forecast, by: str) -> None:
    assert "by the end of 2027/28" in text(client, f"{kept.get_absolute_url()}?by={by}")


def test_the_end_of_the_override_is_a_setting(client: Client, kept: Forecast, settings: Settings) -> None:
    settings.OVERRIDE_ENDS = date(2026, 3, 31)
    said = text(client, kept.get_absolute_url())
    assert "after the statutory override ends" in said
    assert "The statutory override ends on 31 March 2026" in said
    # these shares were counted for another day
    assert "of the draws, and nothing is owed" not in said


def test_the_setting_is_the_day_that_has_its_source(settings: Settings) -> None:
    assert settings.OVERRIDE_ENDS == dates.OVERRIDE_ENDS


def test_every_forecast_of_a_year_stands_beside_how_it_ended(client: Client, council: Council, kept: Forecast) -> None:
    foretell(council, replace(PLAN, title="Second plan", opening=-1_000_000, made_on=date(2025, 3, 3)))
    add_outturn(council, 2024, -4_000_000, source="Accounts", **TOLD)
    said = text(client, f"/improvement/{council.slug}/forecasts/")
    # 2,000,000 − 2,000,000 was told, and then −1,000,000 − 2,000,000
    assert "£0 (came £4.0 million worse)" in said
    assert "−£3,000,000 (came £1.0 million worse)" in said
    assert (
        "High-needs recovery plan, 4 March 2024: £4.0 million worse than told in the last year that has ended." in said
    )


def test_what_was_told_is_taken_away_as_csv(client: Client, council: Council, kept: Forecast) -> None:
    add_outturn(council, 2024, -4_000_000, source="=Accounts", **TOLD)
    rows = client.get(f"/improvement/{council.slug}/forecasts/told.csv").content.decode().splitlines()
    assert rows[0].startswith("year,ended on,forecast,made on,told,outturn")
    assert any("2024/25,2025-03-31" in row and ",0,-4000000,-4000000,'=Accounts" in row for row in rows)


def test_the_years_of_a_forecast_are_taken_away_as_csv(client: Client, kept: Forecast) -> None:
    rows = client.get(f"{kept.get_absolute_url()}forecast.csv").content.decode().splitlines()
    assert rows[1].startswith("2024/25,1100.0,22000000,20000000,0,0,0,-2000000,0")
    assert len(rows) == 7


def test_the_workbook_that_is_taken_away_can_be_brought_in_again(client: Client, kept: Forecast) -> None:
    assert read(client.get(f"{kept.get_absolute_url()}forecast.xlsx").content) == PLAN


def test_an_empty_workbook_can_be_taken(client: Client, db: None) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/improvement/forecast.xlsx").content))
    assert book.sheetnames[0] == "about"


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_charts_are_pictures(client: Client, council: Council, kept: Forecast, form: str, begins: bytes) -> None:
    for path in (f"{kept.get_absolute_url()}chart", f"/improvement/{council.slug}/forecasts/told"):
        assert client.get(f"{path}.{form}").content.startswith(begins)


def test_a_narrow_chart_says_the_same(client: Client, kept: Forecast) -> None:
    drawn = client.get(f"{kept.get_absolute_url()}chart.svg?narrow=1").content.decode()
    assert 'width="320"' in drawn
    assert "the statutory override ends" in drawn


def test_the_chart_has_the_band_of_the_draws(kept: Forecast) -> None:
    spec = forecast_chart_of(queries.forecast_page(None, kept), 640)
    areas = [layer for layer in spec["layer"] if layer["mark"]["type"] == "area"]
    drawn = kept.came_to.drawn
    assert drawn is not None
    assert [row["low"] for row in areas[0]["data"]["values"]] == [one.low for one in drawn.mitigated]


def test_there_is_no_chart_where_there_is_nothing_to_draw(client: Client, council: Council) -> None:
    assert client.get(f"/improvement/{council.slug}/forecasts/told.svg").status_code == 404


def send(client: Client, council: Council, content: bytes, **given: object) -> lxml.html.HtmlElement | str:
    file = SimpleUploadedFile("plan.xlsx", content)
    answer = client.post(
        f"/improvement/{council.slug}/forecasts/add/", {"file": file, "audience": "public", **given}
    )  # fmt: skip
    return (
        str(answer["Location"]) if answer.status_code == 302 else lxml.html.document_fromstring(answer.content.decode())
    )


def test_an_improvement_officer_brings_a_forecast_in(client: Client, keeper: User, council: Council) -> None:
    client.force_login(keeper)
    item = Item.objects.filter(meeting__body__council=council)[0]
    where = send(client, council, written(PLAN), item=item.pk, told_to="Schools Forum")
    one = Forecast.objects.get()
    assert where == one.get_absolute_url()
    said = text(client, one.get_absolute_url())
    assert f"Told to {item.meeting}: {item}. Told to Schools Forum." in said


def test_a_bad_cell_is_shown_beside_the_file(client: Client, keeper: User, council: Council) -> None:
    client.force_login(keeper)
    page = send(client, council, template())
    assert not isinstance(page, str)
    assert "sheet about, row 1, column B: Council is missing." in page.text_content()


def test_an_outturn_is_added_on_the_councils_page(client: Client, keeper: User, council: Council) -> None:
    client.force_login(keeper)
    given = {"year": "2022/23", "cumulative": "-1234567", "source": "Accounts", "audience": "public"}
    assert client.post(f"/improvement/{council.slug}/outturns/add/", given).status_code == 302
    assert "−£1,234,567" in text(client, f"/improvement/{council.slug}/forecasts/")


def test_an_outturn_of_no_year_is_one_clear_line(client: Client, keeper: User, council: Council) -> None:
    client.force_login(keeper)
    given = {"year": "2022/24", "cumulative": "much", "source": "Accounts", "audience": "public"}
    answer = client.post(f"/improvement/{council.slug}/outturns/add/", given).content.decode()
    assert "“2022/24” is no financial year. Write 2024/25." in answer
    assert "Give whole pounds, such as -20812345." in answer


def test_a_forecast_is_withdrawn_on_its_page(client: Client, keeper: User, kept: Forecast) -> None:
    client.force_login(keeper)
    client.post(f"{kept.get_absolute_url()}withdraw/", {"why": "The wrong file"})
    assert "The wrong file" in text(client, kept.get_absolute_url())


@pytest.mark.parametrize("path", ["forecasts/add/", "outturns/add/"])
def test_somebody_who_does_not_keep_the_journey_is_refused(
    client: Client, officer: User, council: Council, path: str
) -> None:
    client.force_login(officer)
    assert client.get(f"/improvement/{council.slug}/{path}").status_code == 403


def test_a_clerk_of_another_body_sees_no_forecast_for_clerks(client: Client, council: Council) -> None:
    one = foretell(council, seen=Seen(Audience.CLERKS))
    other = User.objects.create_user("clerk@elsewhere.example")
    client.force_login(other)
    assert client.get(one.get_absolute_url()).status_code == 404
