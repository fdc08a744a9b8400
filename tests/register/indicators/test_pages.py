from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Event, Indicator, Segment, StatisticalArea, Target
from register.conftest import a_user
from register.indicators.conftest import Publish
from register.indicators.figures import (
    ENGLAND,
    EVERYWHERE,
    KENT,
    MEDWAY,
    STEADY,
    WORSE,
    referrals,
)

PAGE = "/indicators/re-referrals/"
CANNOT_BE = [(120, "the Board", "0 to 100"), (50, " ", "who set the target")]
TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2025-11-20T12:00+00:00")


def page(area: StatisticalArea, user: User | None = None) -> queries.IndicatorPage:
    return queries.indicator_page(user, "re-referrals", area)


def test_the_answer_comes_first_and_in_words(publish: Publish, client: Client, council: Council) -> None:
    publish()
    said = client.get(PAGE).content.decode()
    assert "were 21% in 2024/25, the same as England (21%) and lower than South East (23%), which is better." in said
    assert "There is no signal of change since 2012/13." in said


def test_where_there_is_no_definition_to_choose_none_is_asked_for(publish: Publish, client: Client) -> None:
    publish()
    said = client.get("/indicators/").content.decode()
    assert 'name="area"' in said
    assert 'name="variant"' not in said
    assert 'name="system"' not in said


def test_a_leap_beyond_chance_is_said_to_be_one(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: WORSE, **EVERYWHERE}))
    assert "a concern beyond what chance gives: it is above the upper limit." in " ".join(page(medway).words)


def test_an_area_is_ranked_among_those_that_are_like_it(publish: Publish, medway: StatisticalArea) -> None:
    publish()
    held = page(medway).compared
    assert held is not None
    assert held.rank is not None
    assert (held.rank.place, held.rank.of) == (2, 3)


def test_a_reader_adds_authorities_to_a_comparison_and_leaves_them_out(
    publish: Publish, client: Client, council: Council
) -> None:
    bexley = "Local authority,E92000001,England,E12000007,London,303,E09000004,Bexley"
    leeds = "Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,E08000035,Leeds"
    publish(referrals({MEDWAY: STEADY, **EVERYWHERE, bexley: [22.0] * 13, leeds: [29.0] * 13}))
    page, alone = f"{PAGE}compare/", {"area": "E06000035"}
    assert '<th scope="row" class="govuk-table__header">Leeds</th>' not in client.get(page, alone).content.decode()
    said = client.get(page, {**alone, "with": ["E08000035", "E99", ""]}).content.decode()
    assert '<th scope="row" class="govuk-table__header">Leeds</th>' in said
    assert 'href="?area=E06000035&amp;with=E99"' in said
    nowhere = client.get(page, {**alone, "with": "E08000016"}).content.decode()
    assert "There is no figure of Barnsley for this period." in nowhere
    chart = client.get("/indicators/re-referrals.svg", {**alone, "with": "E08000035", "of": "areas"}).content.decode()
    assert "Leeds" in chart


def test_a_figure_that_is_kept_back_is_said_to_be(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [*STEADY[:12], "c"], ENGLAND: [21.0] * 13}))
    said = page(medway).words
    assert "for 2024/25 are kept back so that nobody can be recognised." in said[0]
    assert "of 2023/24: 22%, higher than England (21%), which is worse." in said[1]


def test_no_chart_is_drawn_across_a_figure_that_is_kept_back(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: [*STEADY[:6], "c", *STEADY[7:]]}))
    held = page(medway).charted
    assert held.chart is None
    assert held.why == "It has 6 yearly figures in a row, too few for limits."


def test_each_figure_of_the_table_names_its_file_and_row(publish: Publish, client: Client, council: Council) -> None:
    publish()
    assert "referrals.csv, row 14, rereferral_percent" in client.get(PAGE).content.decode()


def test_the_figures_come_as_csv_without_formulas(publish: Publish, client: Client, council: Council) -> None:
    publish(name="=cmd.csv")
    lines = client.get("/indicators/re-referrals.csv").content.decode().splitlines()
    assert len(lines) == 1 + 13 * 5
    assert "'=cmd.csv" in lines[1]


def test_another_area_is_asked_for_by_code_old_code_or_name(publish: Publish, client: Client) -> None:
    publish()
    for asked in ("E10000016", "886", "kent"):
        assert "Re-referrals within 12 months: Kent" in client.get(PAGE, {"area": asked}).content.decode()


def test_an_area_without_figures_is_not_found(publish: Publish, client: Client) -> None:
    publish()
    assert client.get(PAGE, {"area": "E06000001"}).status_code == 404
    assert client.get("/areas/E06000001/").status_code == 404


def test_a_definition_that_there_is_not_is_not_found(publish: Publish, client: Client) -> None:
    publish()
    assert client.get(PAGE, {"variant": "weekly"}).status_code == 404


def test_without_figures_it_is_said_what_to_do(client: Client, db: None) -> None:
    assert "arising publish" in client.get("/indicators/").content.decode()


def test_without_figures_an_indicator_still_says_what_it_counts(client: Client, db: None) -> None:
    said = client.get(PAGE).content.decode()
    assert "What it counts" in said
    assert client.get("/indicators/no-such-thing/").status_code == 404


def test_the_front_page_shows_what_stands_out_alone(publish: Publish, client: Client, council: Council) -> None:
    publish(referrals({MEDWAY: WORSE, **EVERYWHERE}))
    said = client.get("/indicators/").content.decode()
    assert "1 is a concern" in said
    assert "What do the published figures say of Medway?" in said


def test_a_figure_that_should_have_a_later_one_is_out_of_date(publish: Publish, medway: StatisticalArea) -> None:
    publish(referrals({MEDWAY: STEADY[:12], ENGLAND: [21.0] * 13}, first=2012))
    (line,) = [line for line in queries.area_page(None, medway).lines if line.card.key == "re-referrals"]
    assert line.why == "stale"


def test_counts_are_not_held_against_those_of_larger_areas(publish: Publish, medway: StatisticalArea) -> None:
    publish()
    assert queries.indicator_page(None, "referrals", medway).compared is None


def test_a_council_is_known_for_its_area_by_its_name(council: Council, medway: StatisticalArea) -> None:
    medway.refresh_from_db()
    assert medway.council == council


def test_a_page_asks_as_much_for_many_neighbours_as_for_one(
    publish: Publish, medway: StatisticalArea, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish()
    with django_assert_max_num_queries(14):
        page(medway)


def test_a_target_that_lies_outside_the_limits_is_missed_every_time(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish()
    variant = rereferrals.card.variants[0].key
    operations.set_target(council, rereferrals, variant, 5, set_by="the Improvement Plan", **TOLD)
    medway.refresh_from_db()
    assert "As things are, the target of 5% is missed every time." in page(medway).words


def test_a_yearly_series_without_a_chart_is_held_to_its_target(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: STEADY[:4]}, first=2022))
    variant = rereferrals.card.variants[0].key
    by = date(2026, 3, 31)
    operations.set_target(council, rereferrals, variant, 15, set_by="the Improvement Plan", by=by, **TOLD)
    medway.refresh_from_db()
    said = "The target is 15% by 31 March 2026. The figure of 2024/25 misses it by 7 percentage points."
    assert said in page(medway).words


def test_a_chart_shows_the_steps_of_a_trajectory_and_the_target_that_holds(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish()
    variant = rereferrals.card.variants[0].key
    for value, by in ((30, None), (20, date(2024, 3, 31)), (15, date(2026, 3, 31)), (10, date(2027, 3, 31))):
        operations.set_target(council, rereferrals, variant, value, set_by="the Board", by=by, **TOLD)
    medway.refresh_from_db()
    assert [one.value for one in page(medway).aims] == [20, 15, 10]


def test_a_new_target_for_the_same_day_leaves_the_first_in_sight(council: Council, rereferrals: Indicator) -> None:
    variant = rereferrals.card.variants[0].key
    for value in (10, 15):
        operations.set_target(council, rereferrals, variant, value, set_by="the Board", **TOLD)
    assert [(one.value, one.dropped_on) for one in Target.objects.order_by("pk")] == [
        (10, date(2025, 11, 20)),
        (15, None),
    ]


@pytest.mark.parametrize(("value", "set_by", "words"), CANNOT_BE)
def test_a_target_that_cannot_be_is_refused(
    council: Council, rereferrals: Indicator, value: float, set_by: str, words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        operations.set_target(council, rereferrals, rereferrals.card.variants[0].key, value, set_by=set_by, **TOLD)


def test_a_target_that_is_held_back_is_not_on_the_public_page(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish()
    operations.set_target(
        council, rereferrals, rereferrals.card.variants[0].key, 5, set_by="the Board",
        seen=Seen(Audience.OFFICERS), **TOLD,
    )  # fmt: skip
    medway.refresh_from_db()
    assert page(medway).targets == ()
    assert "missed" not in " ".join(page(medway).words)


def test_an_event_says_whether_the_shift_came_before_it(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [20.0, 21.0, 20.0, 21.0, 40.0, 41.0, 40.0], ENGLAND: [21.0] * 7}))
    for day in (date(2017, 6, 1), date(2016, 1, 1)):
        operations.add_event(council, day, f"New system {day.year}", Event.Kind.SYSTEM, **TOLD)
    medway.refresh_from_db()
    told = [each.words for each in page(medway).events]
    assert told == [
        "It rose most from 2015/16 to 2016/17, after this.",
        "It rose most from 2015/16 to 2016/17, before this.",
    ]


def test_an_event_of_one_indicator_is_on_no_other(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish()
    operations.add_event(
        council, date(2020, 3, 1), "New form", Event.Kind.PRACTICE, indicators=[rereferrals], **TOLD
    )  # fmt: skip
    medway.refresh_from_db()
    assert len(page(medway).events) == 1
    assert queries.indicator_page(None, "referrals-no-action", medway).events == ()


def test_a_chart_begins_anew_with_a_name_and_a_reason(
    publish: Publish, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    publish(referrals({MEDWAY: [*STEADY[:7], 50.0, 52.0, 50.0, 52.0, 50.0, 52.0]}))
    operations.begin_segment(
        council, rereferrals, rereferrals.card.variants[0].key, date(2020, 3, 31),
        name="New front door", reason="One team takes all calls", actor=None,
    )  # fmt: skip
    medway.refresh_from_db()
    held = page(medway).charted
    assert held.segments == ("", "New front door")
    assert held.chart is not None
    assert held.chart.rebase == (7,)


def test_no_chart_begins_anew_without_a_reason(council: Council, rereferrals: Indicator) -> None:
    with pytest.raises(ValidationError, match="the reason"):
        operations.begin_segment(
            council, rereferrals, rereferrals.card.variants[0].key, date(2020, 3, 31),
            name="New", reason=" ", actor=None,
        )  # fmt: skip
    assert not Segment.objects.exists()


def test_a_clerk_sets_a_target_on_the_page(
    publish: Publish, council: Council, clerk: User, client: Client, medway: StatisticalArea
) -> None:
    publish()
    client.force_login(clerk)
    sent = {"value": "18", "by_day": "31", "by_month": "3", "by_year": "2026", "set_by": "the Improvement Plan"}
    said = client.post(f"{PAGE}targets/add/?area=E06000035", sent, follow=True).content.decode()
    assert "18% by 31 March 2026, set by the Improvement Plan" in said


def test_a_clerk_takes_an_event_away_and_its_history_stays(
    publish: Publish, council: Council, clerk: User, client: Client
) -> None:
    publish()
    event = operations.add_event(council, date(2020, 3, 1), "New form", Event.Kind.PRACTICE, **TOLD)
    client.force_login(clerk)
    client.post(f"/figures/event/{event.pk}/drop/", {"why": "Never happened"})
    assert not Event.objects.exists()
    assert Event.history.filter(history_change_reason="Never happened").exists()


@pytest.mark.parametrize("place", ["targets", "events", "parts"])
def test_nobody_but_a_clerk_says_anything_of_figures(
    publish: Publish, council: Council, member: User, client: Client, place: str
) -> None:
    publish()
    client.force_login(member)
    assert client.get(f"{PAGE}{place}/add/?area=E06000035").status_code == 403


def test_nobody_says_anything_of_an_area_without_a_council(publish: Publish, clerk: User, client: Client) -> None:
    publish()
    client.force_login(clerk)
    assert client.get(f"{PAGE}targets/add/?area=E10000016").status_code == 403


def test_a_member_sets_no_target(council: Council, member: User, rereferrals: Indicator) -> None:
    with pytest.raises(PermissionDenied):
        operations.set_target(
            council, rereferrals, rereferrals.card.variants[0].key, 5, set_by="me", actor=member, why="x"
        )


def test_a_clerk_looks_at_a_published_file_before_it_is_stored(clerk: User, client: Client) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("referrals.csv", referrals({MEDWAY: [*STEADY[:12], "c"], KENT: STEADY}))
    looked = client.post("/releases/add/", {"file": file}, follow=True)
    said = looked.content.decode()
    assert "26 rows of Children in need, 2024/25" in said.replace("\xa0", " ")
    assert "c (kept back so that nobody can be recognised): 2" in said
    stored = client.post(looked.redirect_chain[-1][0], follow=True)
    assert "26 rows of referrals.csv" in stored.content.decode()


def test_what_is_wrong_with_a_file_is_said_beside_the_box(clerk: User, client: Client) -> None:
    client.force_login(clerk)
    answer = client.post("/releases/add/", {"file": SimpleUploadedFile("notes.csv", b"a,b\n1,2\n")})
    assert "notes.csv, row 1: no row has the titles time_period and geographic_level." in answer.content.decode()


def test_what_another_brought_in_is_not_there(clerk: User, client: Client, db: None) -> None:
    one = operations.bring("referrals.csv", referrals({MEDWAY: STEADY}), published_on=None, actor=clerk)
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get(one.get_absolute_url()).status_code == 404


def test_several_areas_stand_beside_one_another_the_best_first(publish: Publish, client: Client) -> None:
    publish()
    answer = client.get(f"{PAGE}compare/", {"area": "E06000035"})
    areas = [one.area.name for one, _ in answer.context["rows"]]
    assert areas == ["Swindon", "England", "Medway", "South East", "Kent"]
    assert client.get("/indicators/re-referrals.svg", {"area": "E06000035", "of": "areas"}).status_code == 200


def test_without_claims_there_is_no_chart_of_them(publish: Publish, client: Client) -> None:
    publish()
    assert client.get("/indicators/re-referrals.svg", {"area": "E06000035", "of": "claims"}).status_code == 404


def test_the_next_target_to_be_reached_is_the_one_that_holds(
    council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    variant = rereferrals.card.variants[0].key
    for value, by in ((10, date(2024, 3, 31)), (15, date(2026, 3, 31)), (12, date(2027, 3, 31)), (30, None)):
        operations.set_target(council, rereferrals, variant, value, set_by="the Board", by=by, **TOLD)
    held = list(Target.objects.order_by("pk"))
    assert [Target.in_force(held[:n], date(2025, 11, 20)).value for n in (1, 4)] == [10, 15]  # type: ignore[union-attr]
    assert Target.in_force([held[0], held[3]], date(2025, 11, 20)) == held[3]
