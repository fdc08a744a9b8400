"""Who may bring a tracker back, and what their rows may do. What is not for them is not there."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body
from arising.register.bodies.operations import set_clerkships
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation, Origin, Progress
from arising.register.programme.models import TrackerImport
from register.invented import MINUTES, Add
from register.programme.trackers.conftest import Desk, Taken
from register.programme.trackers.sheets import as_csv

IMPORT = "/trackers/childrens-committee/import/"
LINK = "https://kelderdale.example/briefing-note"


def test_whoever_is_not_signed_in_is_asked_to(client: Client, owed: Obligation) -> None:
    assert client.get(IMPORT)["Location"].startswith("/account/sign-in/")


@pytest.mark.parametrize("name", ["member", "officer", "board_member", "inspector"])
def test_whoever_owes_nothing_to_it_and_is_no_clerk_may_not(
    client: Client, owed: Obligation, request: pytest.FixtureRequest, name: str
) -> None:
    client.force_login(request.getfixturevalue(name))
    sent = {"file": SimpleUploadedFile("t.csv", as_csv([{"Reference": "1"}]))}
    assert (client.get(IMPORT).status_code, client.post(IMPORT, sent).status_code) == (403, 403)
    assert "Bring it back" not in client.get("/trackers/childrens-committee/").content.decode()


def test_a_clerk_of_another_body_may_not(client: Client, owed: Obligation, add: Add) -> None:
    add(f"{MINUTES}\nThe end.\n", name="other.txt", body="Roads Committee")
    user = add_user("roads@kelderdale.example", Role.CLERK, actor=None, why="For a test")
    set_clerkships(user, bodies=[Body.objects.get(name="Roads Committee")], actor=None, why="For a test")
    client.force_login(user)
    assert client.get(IMPORT).status_code == 403


def test_an_officer_changes_neither_the_day_nor_who_owes_it(
    taken: Taken, bring: Desk, owed: Obligation, director: User
) -> None:
    (row,) = taken(director)
    page = bring(director, [{**row, "Due date": "1 May 2024", "New progress": "A draft."}])
    assert "Row 2, due date: Only a clerk changes it. Put “nothing” back, or leave it empty." in page
    page = bring(director, [{**row, "Responsible officer": "Head of Transport"}])
    assert "Row 2, responsible officer: Only a clerk changes it. Put “Director of People” back" in page


def test_an_officer_gives_no_earlier_day(taken: Taken, bring: Desk, owed: Obligation, director: User) -> None:
    (row,) = taken(director)
    page = bring(director, [{**row, "Answer": "Sent.", "Evidence": LINK, "Answered on": "1 April 2024"}])
    assert "Row 2, answered on: Only a clerk gives an earlier day. Leave it empty, and it is today." in page


def test_an_officer_adds_nothing(taken: Taken, bring: Desk, owed: Obligation, director: User) -> None:
    page = bring(director, [{"Reference": "", "Type": "Request", "Action or recommendation": "A map"}])
    assert "Row 2, reference: It has none. Only a clerk adds what is owed." in page


def test_an_officer_says_nothing_of_what_others_owe(
    taken: Taken, bring: Desk, owed: Obligation, director: User, committee: Body
) -> None:
    operations.add(Origin.DUTY, "A report", committee, actor=None, why="Law")
    rows = [{**row, "New progress": "A draft."} for row in taken(director)]
    page = bring(director, rows)
    assert "It would change 1 row and add no rows." in page
    assert "new progress: You do not answer for this one." in page


def test_what_somebody_may_not_see_is_as_if_it_never_was(
    bring: Desk, owed: Obligation, director: User, committee: Body, clerk: User, add: Add
) -> None:
    secret = add(f"{MINUTES}\nThe end.\n", name="secret.txt", date="2024-03-12", audience=Audience.CLERKS).source
    hidden = Obligation.objects.get(source=secret)
    rows = [{"Reference": str(hidden.pk), "New progress": "x"}, {"Reference": "999999", "New progress": "x"}]
    page = bring(director, rows)
    assert f"Row 2, reference: There is no number {hidden.pk} here. Copy the reference from the tracker." in page
    assert "Row 3, reference: There is no number 999999 here. Copy the reference from the tracker." in page
    assert f"Row 2, reference: There is no number {hidden.pk}" not in bring(clerk, rows)


def test_rows_for_another_body_are_left_out_and_counted(
    bring: Desk, owed: Obligation, clerk: User, add: Add, client: Client
) -> None:
    add(f"{MINUTES}\nThe end.\n", name="other.txt", body="Roads Committee")
    client.force_login(clerk)
    page = bring(clerk, client.get("/obligations.csv").content)
    assert "It would change nothing. 1 row changes nothing." in page
    assert "1 row is for another body and left out here." in page


def test_an_officer_sees_only_what_they_brought_back_themselves(
    taken: Taken, bring: Desk, owed: Obligation, director: User, clerk: User, client: Client
) -> None:
    bring(clerk, [{**taken(clerk)[0], "New progress": "A draft."}], name="clerks.csv")
    path = bring.path
    client.force_login(director)
    assert (client.get(path).status_code, client.get(f"{path}left-out.csv").status_code) == (404, 404)
    assert client.post(path, {"seen": "x"}).status_code == 404
    assert "clerks.csv" not in client.get("/trackers/childrens-committee/").content.decode()


def test_a_clerk_stores_what_an_officer_brought_back(
    taken: Taken, bring: Desk, owed: Obligation, director: User, clerk: User, client: Client
) -> None:
    bring(director, [{**taken(director)[0], "New progress": "A draft."}])
    client.force_login(clerk)
    bring.read(client.get(bring.path))
    bring.store()
    kept = TrackerImport.objects.get()
    assert (kept.brought_by, kept.stored_by, Progress.objects.get().given_by) == (director, clerk, clerk)


def test_what_was_closed_since_is_not_told_of_any_more(
    taken: Taken, bring: Desk, owed: Obligation, director: User, clerk: User, client: Client
) -> None:
    bring(director, [{**taken(director)[0], "New progress": "A draft."}])
    assert "Briefing note" in bring.store()
    item = owed.item
    assert item
    item.audience = Audience.CLERKS
    item.save()
    page = client.get(bring.path)
    assert "Briefing note" not in page.content.decode()


def test_a_tracker_that_nobody_chose_is_asked_for(bring: Desk, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    page = client.post(IMPORT).content.decode()
    assert "Choose the tracker that was filled in." in page
    assert not TrackerImport.objects.exists()
