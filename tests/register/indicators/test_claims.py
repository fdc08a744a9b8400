from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.measures.observations import Observation, Origin
from arising.measures.periods import month
from arising.measures.published.own import OwnFigures
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Indicator, Match, StatisticalArea
from arising.register.record.models import Figure
from arising.register.record.operations import add_source
from register.indicators.conftest import Publish
from register.indicators.figures import ENGLAND, MEDWAY, SOUTH_EAST, referrals
from register.invented import Add, ScriptedReader

TOLD = "Officers said that 20.9% of referrals were re-referrals within 12 months."
NATIONAL = "Nationally 30% of referrals were re-referrals within 12 months."
LAMPS = "Twenty lamps were out in Mill Lane."
TEXT = f"{TOLD}\n\n{NATIONAL}\n\n{LAMPS}\n"
ABOUT = {"unit": "%", "measure": "referrals were re-referrals within 12 months"}


@pytest.fixture
def told(add: Add, reader: ScriptedReader, publish: Publish) -> Body:
    """A body of Medway that was told three figures, of which two can be held against what was published."""
    publish(referrals({MEDWAY: [19.0, 20.9], ENGLAND: [21.0, 21.5], SOUTH_EAST: [23.0, 23.0]}, first=2022))
    reader.finds = {
        "figures": [
            (TOLD, {**ABOUT, "value": 20.9}),
            (NATIONAL, {**ABOUT, "value": 30.0, "scope": "national"}),
            (LAMPS, {"value": 20.0, "unit": "lamps", "measure": "lamps were out"}),
        ]
    }
    source = add(TEXT, council="Medway Council", body="Children's Committee", date="2024-03-05").source
    body: Body = source.meeting.body
    return body


def held(body: Body, user: User | None = None) -> dict[str, queries.Claim]:
    return {one.figure.quote: one for one in queries.claims(user, body.slug).claims}


def test_a_figure_that_was_published_so_matches_with_its_file_and_row(told: Body) -> None:
    one = held(told)[TOLD]
    assert one.outcome == "matches"
    assert [str(each.origin) for each in one.verdict.evidence] == ["referrals.csv, row 3, rereferral_percent"]


def test_a_figure_given_as_national_is_held_against_england(told: Body) -> None:
    one = held(told)[NATIONAL]
    assert (one.outcome, one.verdict.evidence[0].area.name) == ("differs", "England")


def reported(body: Body, value: float, audience: Audience = Audience.PUBLIC) -> None:
    """What the council of a body says itself of February 2024."""
    area = StatisticalArea.objects.get(code="E06000035")
    one = Observation("re-referrals", "referrals", area.named, month(2024, 2), value, Origin("own.csv", 4, "Feb 2024"))
    operations.store_own(
        body.council, "Mosaic", OwnFigures("own.csv", "0" * 64, (one,)), on=date(2024, 3, 1), seen=Seen(audience),
        actor=None, why="For a test",
    )  # fmt: skip


def test_a_figure_is_held_against_what_the_council_reported_too(told: Body, client: Client) -> None:
    reported(told, 25.0)
    one = held(told)[TOLD]
    assert one.beside_reported == (
        "It differs from what the council reported itself (Mosaic): the nearest is 25.0% (February 2024, of referrals)."
    )
    said = client.get(f"/claims/{told.slug}/").content.decode()
    assert one.beside_reported in said
    assert "own.csv, row 4, Feb 2024" in said
    assert one.beside_reported in client.get(f"/claims/{told.slug}.csv").content.decode()


def test_what_the_council_reported_for_officers_is_held_against_nothing_for_the_public(
    told: Body, officer: User
) -> None:
    reported(told, 25.0, Audience.OFFICERS)
    assert held(told)[TOLD].beside_reported == ""
    assert held(told, officer)[TOLD].beside_reported != ""


def test_what_no_indicator_fits_is_counted_and_not_listed(told: Body) -> None:
    it = queries.claims(None, told.slug)
    assert (set(held(told)), it.without) == ({TOLD, NATIONAL}, 1)


def test_the_answer_is_a_sentence(told: Body) -> None:
    said = "Of 2 figures that this body was told, 1 differs from what was published, 1 matches it."
    assert queries.claims(None, told.slug).words == said


def test_nothing_is_ever_called_false(told: Body, client: Client) -> None:
    said = client.get(f"/claims/{told.slug}/").content.decode()
    assert "does not make it false" in said
    assert said.count("false") == 1


def test_the_page_leads_to_the_words(told: Body, client: Client) -> None:
    figure = Figure.objects.get(quote=TOLD)
    assert f"#{figure.anchor}" in client.get(f"/claims/{told.slug}/").content.decode()


def test_claims_can_be_narrowed_by_their_outcome(told: Body, client: Client) -> None:
    said = client.get(f"/claims/{told.slug}/", {"outcome": "differs"}).content.decode()
    assert (NATIONAL in said, TOLD in said) == (True, False)


def test_claims_come_as_csv(told: Body, client: Client) -> None:
    lines = client.get(f"/claims/{told.slug}.csv").content.decode().splitlines()
    assert len(lines) == 3
    assert "referrals.csv,3,rereferral_percent" in lines[1]


def test_the_page_of_the_indicator_shows_what_committees_were_told(told: Body, client: Client) -> None:
    said = client.get("/indicators/re-referrals/", {"area": "E06000035"}).content.decode()
    assert "What committees were told" in said
    assert TOLD in said


def test_what_was_told_stands_as_dots_on_what_was_published(told: Body, client: Client) -> None:
    drawn = client.get("/indicators/re-referrals.svg", {"area": "E06000035", "of": "claims"}).content.decode()
    assert "it matches" in drawn
    assert "of=claims" in client.get("/indicators/re-referrals/", {"area": "E06000035"}).content.decode()


def test_a_clerk_says_that_a_figure_is_about_no_indicator(told: Body, clerk: User) -> None:
    operations.set_match(Figure.objects.get(quote=TOLD), None, actor=clerk, why="Another thing")
    assert set(held(told)) == {NATIONAL}


def test_what_a_clerk_says_a_figure_is_about_decides_the_verdict(
    told: Body, clerk: User, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    figure = Figure.objects.get(quote=TOLD)
    operations.set_match(figure, rereferrals, variant="referrals", area=medway, year=2022, actor=clerk)
    one = held(told)[TOLD]
    assert (one.outcome, one.verdict.evidence[0].value) == ("differs", 19.0)
    assert one.decided is not None


def test_what_a_clerk_said_is_taken_back_and_its_history_stays(told: Body, clerk: User) -> None:
    figure = Figure.objects.get(quote=TOLD)
    operations.set_match(figure, None, actor=clerk)
    operations.clear_match(figure, actor=clerk, why="A slip")
    assert set(held(told)) == {TOLD, NATIONAL}
    assert Match.history.filter(history_change_reason="A slip").exists()


@pytest.mark.parametrize("key", ["re-referrals", ""])
def test_a_clerk_takes_a_correction_back_on_the_page(told: Body, clerk: User, client: Client, key: str) -> None:
    figure = Figure.objects.get(quote=TOLD)
    operations.set_match(figure, Indicator.objects.filter(key=key).first(), actor=clerk, why="They meant the region")
    client.force_login(clerk)
    page = f"/claims/figures/{figure.pk}/"
    said = client.get(page).content.decode()
    assert ("Take the correction back" in said, "They meant the region" in said) == (True, True)
    client.post(page, {"clear": "yes"})
    assert not Match.objects.exists()
    assert "Take the correction back" not in client.get(page).content.decode()


def test_a_clerk_finds_again_what_was_said_to_be_about_no_indicator(
    told: Body, clerk: User, member: User, client: Client
) -> None:
    figure = Figure.objects.get(quote=TOLD)
    operations.set_match(figure, None, actor=clerk)
    link = f"/claims/figures/{figure.pk}/"
    client.force_login(clerk)
    assert link in client.get(f"/claims/{told.slug}/").content.decode()
    client.force_login(member)
    assert link not in client.get(f"/claims/{told.slug}/").content.decode()


def test_a_definition_that_the_indicator_has_not_is_refused(told: Body, clerk: User, rereferrals: Indicator) -> None:
    with pytest.raises(ValidationError, match="no such definition"):
        operations.set_match(Figure.objects.get(quote=TOLD), rereferrals, variant="weekly", actor=clerk)


def test_a_member_decides_nothing(told: Body, member: User, client: Client) -> None:
    figure = Figure.objects.get(quote=TOLD)
    with pytest.raises(PermissionDenied):
        operations.set_match(figure, None, actor=member)
    client.force_login(member)
    assert client.get(f"/claims/figures/{figure.pk}/").status_code == 403


def test_a_clerk_corrects_a_match_on_the_page(told: Body, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    figure = Figure.objects.get(quote=TOLD)
    sent = {"indicator": "re-referrals referrals", "area": "E12000008", "year": "2023", "why": "They meant the region"}
    said = client.post(f"/claims/figures/{figure.pk}/", sent, follow=True).content.decode()
    assert "A clerk said so." in said
    assert held(told)[TOLD].verdict.evidence[0].area.name == "South East"


def test_a_figure_that_is_told_again_unchanged_is_put_as_a_question(
    told: Body, add: Add, reader: ScriptedReader, client: Client
) -> None:
    again = "Twenty lamps were still dark in Mill Lane."
    reader.finds = {"figures": [(again, {"value": 20.0, "unit": "lamps", "measure": "lamps were out"})]}
    add(f"{again}\n", name="later.txt", council="Medway Council", date="2024-06-05")
    (question,) = queries.claims(None, told.slug).again
    assert question.question.endswith("?")
    assert [one.quote for one in question.figures] == [LAMPS, again]
    assert "What was told again without a remark?" in client.get(f"/claims/{told.slug}/").content.decode()


def test_figures_of_minutes_for_officers_are_no_claims_for_the_public(
    told: Body, add: Add, reader: ScriptedReader, officer: User
) -> None:
    secret = "Officers said that 44% of referrals were re-referrals within 12 months."
    reader.finds = {"figures": [(secret, {**ABOUT, "value": 44.0})]}
    add(f"{secret}\n", name="later.txt", council="Medway Council", date="2024-04-05", audience="officers")
    assert secret not in held(told)
    assert secret in held(told, officer)


def test_of_a_council_whose_area_is_not_known_that_is_said(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"figures": [(LAMPS, {"value": 20.0, "unit": "lamps", "measure": "lamps were out"})]}
    body = add(f"{LAMPS}\n").source.meeting.body
    assert "It is not known which area Kelderdale is." in queries.claims(None, body.slug).words


def test_the_claims_of_real_minutes_come_out_as_they_should(db: None, shared: Path) -> None:
    for path in sorted((shared / "reference/dfe").glob("*.csv")):
        operations.take_in(path, path.name, actor=None)
    body: Any = None
    for path in sorted((shared / "gold/documents").glob("medway-*.txt")):
        day = re.search(r"\d{4}-\d\d(-\d\d)?", path.stem)
        told = {"council": "Medway Council", "date": day[0]} if day else {"council": "Medway Council"}
        body = add_source(path.read_bytes(), name=path.name, **told).source.meeting.body  # type: ignore[arg-type]
    found = [
        (one.verdict.number, one.outcome, tuple(each.value for each in one.verdict.evidence))
        for each in Body.objects.filter(council=body.council)
        for one in queries.claims(None, each.slug).claims
    ]
    assert sorted((number, outcome) for number, outcome, _ in found) == [
        (50.0, "differs"),
        (52.0, "differs"),
        (63.0, "matches"),
        (66.0, "matches"),
        (88.0, "differs"),
    ]
    evidence = {number: values for number, _, values in found}
    assert evidence[88.0] == pytest.approx((68.0, 60.9), abs=0.05)
    assert evidence[66.0] == pytest.approx((66.1,), abs=0.05)
