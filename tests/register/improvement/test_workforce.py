"""Who was recruited and stayed, and what it cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.charts import cohorts_of, costs_of
from arising.register.improvement.models import CohortCount, RecruitmentCohort, WorkforceCost
from arising.register.indicators.drawing import NARROW, WIDE
from arising.register.indicators.drawing.frame import GRID, OWN
from register.improvement.forecasts.test_forecast_charts import words_of

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
PAGE = "/improvement/kelderdale/workforce/"
MARCH = date(2023, 3, 10)


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def cohort(council: Council) -> RecruitmentCohort:
    """Twelve from overseas who were offered a post in March 2023."""
    return operations.add_cohort(council, "Social workers from overseas", MARCH, 12, source="Report of HR", **TOLD)


def count(cohort: RecruitmentCohort, stage: str, many: int, on: date = date(2024, 5, 1)) -> CohortCount:
    return operations.count_cohort(cohort, stage, many, on, **TOLD)


def words(council: Council) -> str:
    return queries.workforce(None, council).words


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def test_a_cohort_is_told_in_one_sentence(cohort: RecruitmentCohort) -> None:
    count(cohort, "started", 9)
    count(cohort, "after_12", 6)
    assert words(cohort.council).startswith(
        "Of twelve offered in March 2023, nine started and six were in post after a year."
    )


def test_before_anybody_has_said_what_became_of_them_it_says_so(cohort: RecruitmentCohort) -> None:
    assert "nobody has said what became" in words(cohort.council)


def test_what_could_be_known_by_now_is_due(cohort: RecruitmentCohort) -> None:
    count(cohort, "after_6", 6)
    (one,) = queries.workforce(None, cohort.council).cohorts
    assert one.overdue == ["in post after 3 months", "in post after a year"]
    assert "Of 1 cohort a count is due that nobody has given." in words(cohort.council)


def test_one_who_stayed_is_told_as_one(cohort: RecruitmentCohort) -> None:
    count(cohort, "after_12", 1)
    assert "one was in post after a year" in words(cohort.council)


@pytest.mark.parametrize(("stage", "many"), [("accepted", 13), ("started", 11), ("after_3", 5)])
def test_nobody_comes_further_than_came_so_far(cohort: RecruitmentCohort, stage: str, many: int) -> None:
    count(cohort, "accepted", 10)
    count(cohort, "after_6", 6)
    with pytest.raises(ValidationError, match=f"It cannot be {many}"):
        count(cohort, stage, many)


@pytest.mark.parametrize(
    ("stage", "on", "says"),
    [("after_12", date(2024, 3, 9), "from 10 March 2024 on"), ("started", date(2024, 6, 2), "still to come")],
)
def test_nothing_is_counted_before_it_can_be_known(cohort: RecruitmentCohort, stage: str, on: date, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        count(cohort, stage, 5, on)


def test_a_count_said_again_takes_the_place_of_the_first_which_stays_in_the_history(
    cohort: RecruitmentCohort,
) -> None:
    for many in (9, 8):
        count(cohort, "started", many)
    one = CohortCount.objects.get()
    assert [each.count for each in one.history.all()] == [8, 9]


def test_a_cohort_of_which_it_could_be_told_who_left_is_refused(council: Council) -> None:
    with pytest.raises(ValidationError, match="A cohort of 2 is too small"):
        operations.add_cohort(council, "Managers", MARCH, 2, source="HR", **TOLD)


@pytest.mark.parametrize(("title", "source"), [("", "HR"), ("Managers", " ")])
def test_a_cohort_has_a_name_and_a_source(council: Council, title: str, source: str) -> None:
    with pytest.raises(ValidationError, match="Say"):
        operations.add_cohort(council, title, MARCH, 9, source=source, **TOLD)


def cost(council: Council, year: int, permanent: int, agency: int, **told: Any) -> WorkforceCost:
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    return operations.record_cost(council, first, last, permanent, agency, source="Outturn", **told, **TOLD)


def test_the_share_of_agency_staff_is_told_beside_that_of_before(council: Council) -> None:
    cost(council, 2022, 7_000_000, 3_000_000)
    cost(council, 2023, 8_000_000, 2_000_000)
    assert words(council) == (
        "From 1 April 2023 to 31 March 2024 agency staff took 20% of what staff cost."
        " From 1 April 2022 to 31 March 2023 it was 30%."
    )


def test_no_period_is_counted_twice(council: Council) -> None:
    cost(council, 2023, 8, 2)
    with pytest.raises(ValidationError, match="would count twice"):
        operations.record_cost(council, date(2023, 6, 1), date(2023, 6, 30), 1, 1, source="x", **TOLD)
    assert cost(council, 2023, 7, 3).permanent == 7
    assert WorkforceCost.objects.count() == 1


def test_whoever_does_not_keep_the_journey_records_nothing(cohort: RecruitmentCohort, member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.count_cohort(cohort, "started", 5, date(2024, 5, 1), actor=member, why="x")


def test_a_cohort_for_officers_is_not_there_for_the_public(council: Council, client: Client, officer: User) -> None:
    seen = Seen(Audience.OFFICERS)
    operations.add_cohort(council, "Managers", MARCH, 9, source="HR", seen=seen, **TOLD)
    cost(council, 2023, 8, 2, seen=seen)
    assert "No recruitment and no cost is recorded here yet." in text(client, PAGE)
    client.force_login(officer)
    assert "Managers" in text(client, PAGE)


def test_a_keeper_follows_a_recruitment_on_the_page(council: Council, client: Client, keeper: User) -> None:
    client.force_login(keeper)

    def day(name: str, on: date) -> dict[str, str]:
        return {f"{name}_{part}": str(getattr(on, part)) for part in ("day", "month", "year")}

    sent = {"name": "Managers", "offered": "9", "source": "HR", "audience": "public", **day("offered_on", MARCH)}
    client.post(f"{PAGE}cohorts/add/", sent)
    one = RecruitmentCohort.objects.get()
    client.post(f"/improvement/cohorts/{one.pk}/count/", {"stage": "started", "count": "7", **day("on", MARCH)})
    spent = {"permanent": "800", "agency": "200", "source": "Outturn", "audience": "public"}
    client.post(f"{PAGE}costs/add/", {**spent, **day("starts_on", MARCH), **day("ends_on", MARCH)})
    said = text(client, PAGE)
    assert "Of nine offered in March 2023, seven started." in said
    assert "£800" in said
    rows = client.get(f"{PAGE[:-1]}.csv").content.decode().splitlines()
    assert rows[1:] == [
        "Managers,2023-03-10,offered,9,2023-03-10,HR", "Managers,2023-03-10,Started,7,2023-03-10,",
        '"Cost of permanent staff, £",2023-03-10,,800,2023-03-10,Outturn',
        '"Cost of agency staff, £",2023-03-10,,200,2023-03-10,Outturn',
    ]  # fmt: skip
    client.post(f"/improvement/cohorts/{one.pk}/drop/", {"why": "Told twice"})
    assert not RecruitmentCohort.objects.exists()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_chart_tells_each_stage_that_was_counted_with_its_share(cohort: RecruitmentCohort, width: int) -> None:
    count(cohort, "started", 9)
    count(cohort, "after_12", 6)
    said = words_of(cohorts_of(queries.workforce(None, cohort.council), width))
    assert {"Offered a post: 12", "Started: 9 of 12 (75%)"} <= set(said)
    assert any(line.startswith("In post after a year: 6 of 12") for line in said)
    assert not any("2 years" in line for line in said)


def test_bars_are_as_long_as_their_share(cohort: RecruitmentCohort) -> None:
    count(cohort, "started", 9)
    spec = cohorts_of(queries.workforce(None, cohort.council), WIDE)
    (bars,) = (layer for layer in spec["layer"] if layer["mark"]["type"] == "rect")
    long = [row["to"] for row in bars["data"]["values"] if row["colour"] == OWN]
    assert long[1] == pytest.approx(0.75 * long[0])


def test_costs_are_two_bars_of_one_measure(council: Council) -> None:
    operations.record_cost(
        council, date(2023, 4, 1), date(2024, 3, 31), 6_000_000, 2_000_000, source="Accounts", **TOLD
    )  # fmt: skip
    spec = costs_of(queries.workforce(None, council), WIDE)
    (bars,) = (layer for layer in spec["layer"] if layer["mark"]["type"] == "rect")
    permanent, agency = (row["to"] for row in bars["data"]["values"] if row["colour"] != GRID)
    assert agency == pytest.approx(permanent / 3)
    assert "Agency staff: £2,000,000 (25% of both)" in words_of(spec)


def test_the_sentence_stands_over_the_chart_of_costs(client: Client, council: Council) -> None:
    operations.record_cost(
        council, date(2023, 4, 1), date(2024, 3, 31), 6_000_000, 2_000_000, source="Accounts", **TOLD
    )  # fmt: skip
    said = text(client, PAGE)
    line = "From 1 April 2023 to 31 March 2024 agency staff took 25% of what staff cost."
    assert said.index(f'<p class="govuk-body">{line}') < said.index("workforce/costs.svg")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_charts_of_the_workforce_are_pictures(client: Client, cohort: RecruitmentCohort, form: str) -> None:
    count(cohort, "started", 9)
    operations.record_cost(
        cohort.council, date(2023, 4, 1), date(2024, 3, 31), 6_000_000, 2_000_000, source="Accounts", **TOLD
    )  # fmt: skip
    for name in ("recruitment", "costs"):
        for narrow in ("", "?narrow=1"):
            assert len(client.get(f"{PAGE}{name}.{form}{narrow}").content) > 1000


def test_without_a_count_there_is_no_chart(client: Client, cohort: RecruitmentCohort) -> None:
    for name in ("recruitment", "costs"):
        assert client.get(f"{PAGE}{name}.svg").status_code == 404
    assert "recruitment.svg" not in text(client, PAGE)


def test_a_cohort_for_officers_is_on_no_chart_of_the_public(client: Client, council: Council, officer: User) -> None:
    one = operations.add_cohort(council, "Quillfeather", MARCH, 12, source="HR", seen=Seen(Audience.OFFICERS), **TOLD)
    count(one, "started", 9)
    assert client.get(f"{PAGE}recruitment.svg").status_code == 404
    client.force_login(officer)
    assert "Quillfeather" in client.get(f"{PAGE}recruitment.svg").content.decode()
