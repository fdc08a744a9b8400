"""What is held back until a time, or meant for fewer: set on forms, and not there for anybody else before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from arising.measures.forecast.workbook import written
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Writing
from arising.register.improvement import operations
from arising.register.improvement.forms.audits import AddAudits
from arising.register.improvement.forms.engagement import EngagementForm
from arising.register.improvement.forms.forecasts import AddOutturn, KeepForecast
from arising.register.improvement.forms.plans.making import AddPlan, AgreeVersion
from arising.register.improvement.forms.scales import AddRound, AddScale, ShowEvidence
from arising.register.improvement.forms.surveys import RoundForm, SurveyForm
from arising.register.improvement.forms.training import OccasionForm
from arising.register.improvement.forms.workforce import AddCohort, RecordCost
from arising.register.improvement.models import (
    Forecast,
    ImprovementPlan,
    Outturn,
    PlanVersion,
    Scale,
    ScoringRound,
    Survey,
    SurveyRound,
)
from register.improvement.invented import a_plan, an_action
from register.planted.foretold import PLAN

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
BEFORE, AFTER = "2029-12-31T12:00", "2030-01-10T12:01"
HELD = {
    "audience": "public", "held_until_day": "10", "held_until_month": "1", "held_until_year": "2030",
    "held_at": "12:00",
}  # fmt: skip
MOMENT = timezone.make_aware(datetime(2030, 1, 10, 12))
OnDay = Callable[[str], None]


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


@pytest.fixture
def survey(council: Council) -> Survey:
    return operations.add_survey(council, "Your views", "parents", **TOLD)


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    return a_plan(council)


@pytest.fixture
def as_clerk(client: Client, clerk: User, council: Council, on_day: OnDay) -> Client:
    """A clerk on a day before what is held back may be seen."""
    on_day(BEFORE)
    client.force_login(clerk)
    return client


@pytest.mark.parametrize(
    "form",
    [
        AddAudits, EngagementForm, KeepForecast, AddOutturn, AddPlan, AgreeVersion, SurveyForm, RoundForm,
        OccasionForm, AddCohort, RecordCost, AddScale, AddRound, ShowEvidence,
    ],
)  # fmt: skip
def test_a_form_asks_who_may_see_it_and_from_when(form: type[Writing]) -> None:
    assert {"audience", "held_until", "held_at"} <= set(form.base_fields)


def test_a_round_that_is_held_back_is_not_there_before_its_minute(
    as_clerk: Client, survey: Survey, on_day: OnDay
) -> None:
    days = {**day("starts_on", date(2029, 11, 1)), **day("ends_on", date(2029, 11, 30))}
    as_clerk.post(f"/surveys/{survey.pk}/rounds/add/", {**days, **HELD, "answered": "20", "note": "Quillfeather"})
    row = SurveyRound.objects.get()
    assert row.visible_from == MOMENT
    assert "Quillfeather" in text(as_clerk, f"/survey-rounds/{row.pk}/")
    public = Client()
    assert public.get(f"/survey-rounds/{row.pk}/").status_code == 404
    assert "November 2029" not in text(public, f"/surveys/{survey.pk}/")
    on_day(AFTER)
    assert "Quillfeather" in text(public, f"/survey-rounds/{row.pk}/")


def test_a_round_opens_with_until_when_it_is_held_back(as_clerk: Client, survey: Survey) -> None:
    row = operations.add_round(
        survey, date(2026, 3, 1), date(2026, 3, 31), answered=20, seen=Seen(Audience.OFFICERS, MOMENT), **TOLD
    )  # fmt: skip
    said = text(as_clerk, f"/survey-rounds/{row.pk}/change/")
    assert 'value="2030"' in said
    assert 'value="12:00"' in said
    assert '<option value="officers" selected>' in said


def test_a_time_without_a_day_is_asked_for(as_clerk: Client, survey: Survey) -> None:
    days = {**day("starts_on", date(2025, 11, 1)), **day("ends_on", date(2025, 11, 30))}
    told = {**days, "answered": "20", "audience": "public", "held_at": "12:00"}
    assert (
        "Give the day as well as the time." in as_clerk.post(f"/surveys/{survey.pk}/rounds/add/", told).content.decode()
    )
    assert not SurveyRound.objects.exists()


def test_a_survey_that_is_held_back_is_counted_for_nobody_else(as_clerk: Client, council: Council) -> None:
    told = {"name": "Quillfeather", "of": "foster", **HELD}
    as_clerk.post(f"/improvement/{council.slug}/surveys/add/", told)
    assert Survey.objects.get().visible_from == MOMENT
    said = text(Client(), f"/improvement/{council.slug}/surveys/")
    assert "Quillfeather" not in said
    assert "No survey" in said


def test_whoever_holds_a_round_back_from_themselves_is_told_so(client: Client, keeper: User, survey: Survey) -> None:
    row = operations.add_round(survey, date(2026, 3, 1), date(2026, 3, 31), answered=20, **TOLD)
    days = {**day("starts_on", row.starts_on), **day("ends_on", row.ends_on)}
    client.force_login(keeper)
    answer = client.post(f"/survey-rounds/{row.pk}/change/", {**days, **HELD, "answered": "21"}, follow=True)
    assert answer.status_code == 200
    row.refresh_from_db()
    assert (row.answered, row.visible_from) == (21, MOMENT)


def test_a_scale_that_is_held_back_is_not_there_before_its_minute(
    as_clerk: Client, council: Council, on_day: OnDay
) -> None:
    told = {"about": "Quillfeather", "zero": "None", "five": "Half", "ten": "All", "baseline": "2", "goal": "8", **HELD}
    as_clerk.post(f"/improvement/{council.slug}/scales/add/", told)
    assert Scale.objects.get().visible_from == MOMENT
    public = Client()
    assert "Quillfeather" not in text(public, f"/improvement/{council.slug}/distance/")
    on_day(AFTER)
    assert "Quillfeather" in text(public, f"/improvement/{council.slug}/distance/")


def test_a_scoring_that_is_held_back_is_not_told_of_before_its_minute(as_clerk: Client, council: Council) -> None:
    scale = operations.add_scale(council, "Seen", operations.Wording("None", "Half", "All", 2, 8), **TOLD)
    days = {**day("opens_on", date(2029, 12, 1)), **day("closes_on", date(2029, 12, 31))}
    as_clerk.post(f"/improvement/{council.slug}/scorings/add/", {**days, **HELD, f"scale-{scale.pk}": "on"})
    assert ScoringRound.objects.get().visible_from == MOMENT


def test_a_forecast_that_is_held_back_is_not_there_before_its_minute(as_clerk: Client, council: Council) -> None:
    told = {"file": SimpleUploadedFile("plan.xlsx", written(PLAN)), "name": "Quillfeather", **HELD}
    told["audience"] = "members"
    as_clerk.post(f"/improvement/{council.slug}/forecasts/add/", told)
    one = Forecast.objects.get()
    assert (one.visible_from, one.audience) == (MOMENT, "members")
    public = Client()
    assert public.get(f"/improvement/forecasts/{one.pk}/").status_code == 404
    for path in (f"/improvement/{council.slug}/forecasts/", f"/improvement/{council.slug}/forecasts/told.csv"):
        assert "Quillfeather" not in text(public, path)


def test_an_outturn_that_is_held_back_is_not_told_before(as_clerk: Client, council: Council) -> None:
    told = {"year": "2022/23", "cumulative": "-1234567", "source": "Accounts", **HELD}
    as_clerk.post(f"/improvement/{council.slug}/outturns/add/", told)
    assert Outturn.objects.get().visible_from == MOMENT
    assert "1,234,567" not in text(Client(), f"/improvement/{council.slug}/forecasts/")


def test_a_version_that_is_held_back_is_not_there_before_its_minute(
    as_clerk: Client, plan: ImprovementPlan, on_day: OnDay
) -> None:
    told = {**day("agreed_on", date(2029, 12, 1)), "name": "Quillfeather", **HELD}
    as_clerk.post(f"/improvement/plans/{plan.pk}/versions/agree/", told)
    path = f"/improvement/plans/{plan.pk}/versions/"
    assert PlanVersion.objects.get().visible_from == MOMENT
    assert "Quillfeather" in text(as_clerk, path)
    assert "No version of it was agreed yet." in text(Client(), path)
    on_day(AFTER)
    assert "Quillfeather" in text(Client(), path)


def test_a_version_of_a_plan_for_officers_stays_for_them_when_the_plan_is_opened(
    client: Client, plan: ImprovementPlan, officer: User
) -> None:
    operations.change_plan(plan, {}, seen=Seen(Audience.OFFICERS), **TOLD)
    operations.agree_version(plan, date(2024, 5, 1), title="Quillfeather", actor=None)
    operations.change_plan(plan, {}, seen=Seen(Audience.PUBLIC), **TOLD)
    path = f"/improvement/plans/{plan.pk}/versions/"
    assert "Quillfeather" not in text(client, path)
    assert client.get(f"{path}compare/?from=1&to=now").status_code == 404
    client.force_login(officer)
    assert "Quillfeather" in text(client, path)


def test_why_an_action_was_dropped_is_told_to_those_who_see_that_version(client: Client, plan: ImprovementPlan) -> None:
    action = an_action(plan)
    operations.agree_version(
        plan, date(2024, 5, 1), drop={action.pk: "Quillfeather"}, seen=Seen(Audience.OFFICERS), actor=None
    )
    said = text(client, f"/improvement/plans/{plan.pk}/versions/")
    assert "Quillfeather" not in said
    assert "What was dropped?" not in said
    action_said = text(client, f"/improvement/actions/{action.pk}/")
    assert "It was dropped from the plan." in action_said
    assert "version 2" not in action_said
