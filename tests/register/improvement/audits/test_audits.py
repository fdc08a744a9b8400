"""Audits of practice: planned, graded, moderated, and what they tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import AuditedTeam, AuditRound, Evidence
from arising.register.improvement.queries.audits import TOGETHER, joined
from arising.register.improvement.tables import AuditTable, TeamRow
from register.improvement.audits.test_tables import COUNTS, MODERATED

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
GRADES = ("Good", "Fair", "Poor")
PAGE = "/improvement/kelderdale/audits/"


@pytest.fixture
def may(council: Council) -> AuditRound:
    """The audits of May 2024: twelve planned in the north."""
    return operations.add_audits(
        council, "Audits of May 2024", date(2024, 5, 1), date(2024, 5, 31), planned={"North": 12}, **TOLD
    )


def graded(one: AuditRound, *teams: tuple[str, Sequence[int]], moderated: Any = ()) -> queries.Audits:
    table = AuditTable(GRADES, tuple(TeamRow(team, None, tuple(counts)) for team, counts in teams), moderated)
    operations.record_audits(one, table, good=1, **TOLD)
    return queries.audits(None, one.pk)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def test_what_is_planned_is_told_before_anything_is_graded(may: AuditRound) -> None:
    assert queries.audits(None, may.pk).words == ["12 audits are planned. None is graded yet."]


def test_what_was_graded_is_told_in_words_with_how_sure_it_is(may: AuditRound) -> None:
    told = graded(may, ("North", (8, 2, 2)), ("South", (4, 4, 0))).words
    assert told[0] == "20 audits were done of 12 that were planned."
    assert told[1] == (
        "12 of 20 (60%) were good. With so many audits the share for practice as a whole lies between 39% and 78%."
    )
    assert told[2].startswith("No team of 2 differs from the whole by more than its size explains.")


def test_a_team_that_differs_beyond_chance_is_named(may: AuditRound) -> None:
    told = graded(may, ("North", (40, 0, 0)), ("South", (10, 20, 10)), ("East", (20, 10, 10))).words
    assert any("South lies below what chance explains." in line for line in told)


def test_agreement_of_auditors_and_moderators_is_told_as_kappa(may: AuditRound) -> None:
    told = graded(may, ("North", (8, 6, 6)), moderated=((10, 0, 0), (0, 5, 0), (0, 0, 5))).words
    assert any(line.startswith("Auditors and moderators: Both gave the same grade to 20 of 20") for line in told)


def test_without_moderation_nothing_tells_whether_grades_hold(may: AuditRound) -> None:
    assert any("None was moderated" in line for line in graded(may, ("North", (8, 6, 6))).words)


def test_too_few_audits_show_no_grade(may: AuditRound, client: Client) -> None:
    graded(may, ("North", (2, 1, 0)))
    said = text(client, f"/improvement/audits/{may.pk}/")
    assert "Too few audits were done to show what was graded." in said
    assert "What was graded, by team" not in said
    assert client.get(f"/improvement/audits/{may.pk}.svg").status_code == 404


def test_small_teams_are_told_together() -> None:
    rows = [TeamRow("North", None, (20, 3)), TeamRow("South", None, (1, 2)), TeamRow("East", None, (0, 4))]
    assert joined(rows, 5) == (rows[0], TeamRow(TOGETHER, None, (1, 6)))


def test_one_small_team_takes_the_next_with_it() -> None:
    """Else what it graded could be told from the total."""
    rows = [TeamRow("North", None, (20, 3)), TeamRow("South", None, (1, 2)), TeamRow("East", None, (4, 4))]
    assert joined(rows, 5) == (rows[0], TeamRow(TOGETHER, None, (5, 6)))


def test_a_small_team_is_named_in_no_chart_and_no_table_of_grades(may: AuditRound, client: Client) -> None:
    graded(may, ("North", (12, 2, 2)), ("Tiny", (1, 0, 1)), ("South", (4, 4, 0)))
    assert "Tiny" not in text(client, f"/improvement/audits/{may.pk}.svg")
    tables = text(client, f"/improvement/audits/{may.pk}/").split("<caption")
    assert [("Tiny" in each) for each in tables[1:]] == [False, True]
    assert "Planned and done, by team" in tables[2]
    rows = client.get("/improvement/kelderdale/audits.csv").content.decode().splitlines()
    assert [row.split(",")[4] for row in rows if "Tiny" in row] == ["planned", "done"]


def test_a_number_planned_stays_when_grades_come_in(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    assert AuditedTeam.objects.get().planned == 12


def test_what_is_brought_again_takes_the_place_of_what_stood_there(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)), ("South", (4, 4, 0)))
    assert graded(may, ("North", (8, 2, 3))).done == 13


def test_not_every_grade_is_good(may: AuditRound) -> None:
    with pytest.raises(ValidationError, match="not all"):
        operations.record_audits(may, AuditTable(GRADES, (TeamRow("North", None, (1, 2, 3)),)), good=3, **TOLD)


def test_audits_become_evidence_with_one_press(may: AuditRound, client: Client, keeper: User) -> None:
    graded(may, ("North", (8, 2, 2)))
    client.force_login(keeper)
    for _ in range(2):
        client.post(f"/improvement/audits/{may.pk}/evidence/")
    made = Evidence.objects.get()
    assert (made.kind, made.on, made.title) == (
        "audit", date(2024, 5, 31), "Audits of May 2024: 8 of 12 (67%) were good",
    )  # fmt: skip


def test_evidence_has_the_audience_of_its_audits(council: Council) -> None:
    one = operations.add_audits(
        council, "For us", date(2024, 5, 1), date(2024, 5, 31), seen=Seen(Audience.OFFICERS), **TOLD
    )
    table = AuditTable(GRADES, (TeamRow("North", None, (8, 2, 2)),))
    operations.record_audits(one, table, good=1, **TOLD)
    assert operations.audits_as_evidence(one, **TOLD).audience == "officers"


def test_evidence_of_audits_follows_their_counts_and_keeps_what_it_said(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    graded(may, ("North", (9, 1, 0)))
    made.refresh_from_db()
    assert made.title == "Audits of May 2024: 9 of 10 (90%) were good"
    assert "10 audits were done of 12 that were planned." in made.text
    assert changes(made)[0]["changed"]["title"][0] == "Audits of May 2024: 8 of 12 (67%) were good"


def test_evidence_of_audits_is_told_anew_only_where_they_count_otherwise(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    graded(may, ("North", (8, 2, 2)))
    assert len(changes(made)) == 1


def test_audits_that_are_evidence_are_not_corrected_to_too_few(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    operations.audits_as_evidence(may, **TOLD)
    with pytest.raises(ValidationError, match="Too few audits were done"):
        graded(may, ("North", (2, 1, 0)))
    assert queries.audits(None, may.pk).done == 12


def test_audits_that_are_evidence_stay(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    operations.audits_as_evidence(may, **TOLD)
    may.refresh_from_db()
    with pytest.raises(ValidationError, match="stays"):
        operations.drop_audits(may, **TOLD)


def test_audits_that_still_run_are_no_evidence_yet(may: AuditRound, on_day: Callable[[str], None]) -> None:
    graded(may, ("North", (8, 2, 2)))
    on_day("2024-05-20")
    with pytest.raises(ValidationError, match="They run until 31 May 2024"):
        operations.audits_as_evidence(may, **TOLD)


def test_too_few_audits_are_no_evidence(may: AuditRound) -> None:
    graded(may, ("North", (2, 1, 0)))
    with pytest.raises(ValidationError, match="so they are no evidence"):
        operations.audits_as_evidence(may, **TOLD)


def test_a_note_beside_evidence_stays_when_the_counts_change(may: AuditRound, client: Client, keeper: User) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    client.force_login(keeper)
    client.post(
        f"/improvement/evidence/{made.pk}/amend/", {"note": "The north had two new managers.", "why": "For readers"}
    )
    graded(may, ("North", (9, 1, 0)))
    said = text(client, f"/improvement/evidence/{made.pk}/")
    assert "The north had two new managers." in said
    assert "9 of 10 (90%) were good" in said
    assert f'worked out from <a class="govuk-link" href="/improvement/audits/{may.pk}/">audits</a>' in said


def test_a_note_is_reworded_and_its_history_kept(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    for note in ("First words", "Better words"):
        operations.amend_evidence(made, {"note": note}, **TOLD)
    assert changes(made)[0]["changed"] == {"note": ("First words", "Better words")}


def test_what_follows_audits_is_for_whom_they_are(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    with pytest.raises(ValidationError, match="was made of audits"):
        operations.amend_evidence(made, {"note": "x"}, seen=Seen(Audience.OFFICERS), **TOLD)


def test_nobody_writes_evidence_of_audits_otherwise(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    made = operations.audits_as_evidence(may, **TOLD)
    with pytest.raises(ValidationError, match="was made of audits"):
        operations.amend_evidence(made, {"title": "All were good"}, **TOLD)


def test_audits_can_be_dropped_once_the_evidence_of_them_is_taken_away(may: AuditRound) -> None:
    graded(may, ("North", (8, 2, 2)))
    operations.remove_evidence(operations.audits_as_evidence(may, **TOLD), **TOLD)
    may.refresh_from_db()
    operations.drop_audits(may, **TOLD)
    assert not AuditRound.objects.exists()


def test_nothing_graded_is_no_evidence(may: AuditRound) -> None:
    with pytest.raises(ValidationError, match="Nothing was graded"):
        operations.audits_as_evidence(may, **TOLD)


def test_whoever_does_not_keep_the_journey_records_no_audit(council: Council, member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add_audits(council, "x", date(2024, 5, 1), date(2024, 5, 31), actor=member, why="x")


def test_audits_for_officers_are_not_there_for_the_public(council: Council, client: Client) -> None:
    one = operations.add_audits(
        council, "For us", date(2024, 5, 1), date(2024, 5, 31), seen=Seen(Audience.OFFICERS), **TOLD
    )
    assert client.get(f"/improvement/audits/{one.pk}/").status_code == 404
    assert "For us" not in text(client, PAGE)


def test_the_page_tells_whether_the_share_changed_beyond_chance(may: AuditRound, client: Client) -> None:
    graded(may, ("North", (30, 5, 5)))
    june = operations.add_audits(may.council, "Audits of June 2024", date(2024, 6, 1), date(2024, 6, 30), **TOLD)
    graded(june, ("North", (29, 5, 6)))
    said = text(client, PAGE)
    assert "Audits of June 2024: 29 of 40 (72%) were good." in said
    assert "Audits of May 2024: 75%, a difference which chance alone may explain." in said


def test_a_change_beyond_chance_is_one_though_the_intervals_of_both_shares_meet(
    may: AuditRound, client: Client
) -> None:
    """24 of 60 lies between 29% and 53%, 36 of 60 between 47% and 71%; the change between 2 and 36 points."""
    graded(may, ("North", (24, 30, 6)))
    june = operations.add_audits(may.council, "Audits of June 2024", date(2024, 6, 1), date(2024, 6, 30), **TOLD)
    graded(june, ("North", (36, 20, 4)))
    assert "Audits of May 2024: 40%, a difference beyond what chance explains." in text(client, PAGE)


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_charts_are_pictures(may: AuditRound, client: Client, form: str) -> None:
    graded(may, ("North", (30, 5, 5)), ("South", (3, 20, 5)))
    for path in (f"{PAGE[:-1]}.{form}", f"/improvement/audits/{may.pk}.{form}"):
        for narrow in ("", "?narrow=1"):
            assert len(client.get(path + narrow).content) > 1000


def bring(client: Client, one: AuditRound, content: bytes) -> str:
    file = SimpleUploadedFile("audits.csv", content)
    return client.post(f"/improvement/audits/{one.pk}/results/", {"file": file}).content.decode()


def held_in(page: str) -> str:
    return page.split('name="held" value="')[1].split('"')[0]


def test_a_file_is_looked_at_before_it_is_stored(may: AuditRound, client: Client, keeper: User) -> None:
    client.force_login(keeper)
    page = bring(client, may, COUNTS + MODERATED)
    assert "What stands in audits.csv?" in page
    assert not AuditRound.objects.get().grades
    client.post(f"/improvement/audits/{may.pk}/results/", {"held": held_in(page), "good": "2"})
    told = queries.audits(None, may.pk)
    assert (told.done, told.good, told.wanted, told.round.file) == (22, 12, 12, "audits.csv")


def test_what_was_looked_at_is_stored_nowhere_else(may: AuditRound, client: Client, keeper: User) -> None:
    client.force_login(keeper)
    other = operations.add_audits(may.council, "June", date(2024, 6, 1), date(2024, 6, 30), **TOLD)
    held = held_in(bring(client, may, COUNTS))
    for path, sent in ((other.pk, held), (may.pk, "made-up")):
        client.post(f"/improvement/audits/{path}/results/", {"held": sent, "good": "2"})
    assert [each.grades for each in AuditRound.objects.all()] == [[], []]


def test_a_bad_file_is_told_on_the_page(may: AuditRound, client: Client, keeper: User) -> None:
    client.force_login(keeper)
    assert "“six” is no whole number of audits." in bring(client, may, COUNTS.replace(b"6,4", b"six,4"))
    assert "Files about single children" in bring(client, may, b"Child ID,Team\n1,North\n")


def test_a_keeper_plans_audits_and_takes_them_away(council: Council, client: Client, keeper: User) -> None:
    client.force_login(keeper)
    sent = {
        "name": "Audits of June", "planned": "North, 4", "audience": "public", "starts_on_day": "1",
        "starts_on_month": "6", "starts_on_year": "2024", "ends_on_day": "30", "ends_on_month": "6",
        "ends_on_year": "2024",
    }  # fmt: skip
    client.post(f"{PAGE}add/", sent)
    one = AuditRound.objects.get()
    assert queries.audits(None, one.pk).wanted == 4
    client.post(f"/improvement/audits/{one.pk}/drop/", {"why": "Planned twice"})
    assert not AuditRound.objects.exists()
