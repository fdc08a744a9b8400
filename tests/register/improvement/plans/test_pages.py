"""The pages of the plan: what they answer, what they leave out, what they let people do."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Item, Post
from arising.register.improvement import operations
from arising.register.improvement.models import (
    Action,
    Evidence,
    ImprovementPlan,
    InspectionFinding,
    Measure,
    Priority,
    Requirement,
)
from arising.register.obligations.models import Obligation
from register.conftest import a_user
from register.improvement.plans.conftest import WHY, Audit
from register.improvement.plans.workbooks import plan_file


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


@pytest.fixture
def client(client: Client, keeper: User) -> Client:
    """Signed in as an improvement officer."""
    client.force_login(keeper)
    return client


def test_what_is_done_and_what_worked_are_two_statements(client: Client, action: Action, priority: Priority) -> None:
    operations.add_action(priority, "Train the screeners", actor=None, why=WHY)
    operations.say_update(action, "It is one team.", state="done", actor=None)
    told = page(client, action.plan.get_absolute_url())
    assert "Of 2 actions, 1 is done." in told
    assert "Of 2 actions, none is shown by evidence to have worked." in told


def test_an_action_that_is_done_says_that_nothing_shows_it_worked(client: Client, action: Action) -> None:
    operations.say_update(action, "It is one team.", state="done", actor=None)
    told = page(client, action.get_absolute_url())
    assert "Done on 1 June 2024. Nothing shows yet that it worked: no evidence of that is attached." in told


def test_the_first_date_is_shown_beside_the_one_it_was_moved_to(client: Client, action: Action) -> None:
    operations.say_update(action, "The rooms are not ready.", due=date(2024, 12, 31), actor=None)
    told = page(client, action.get_absolute_url())
    assert "Moved on 1 June 2024 from 30 September 2024 to 31 December 2024: The rooms are not ready." in told


def test_the_missing_links_of_an_action_are_named(client: Client, action: Action) -> None:
    told = page(client, action.get_absolute_url())
    assert "It answers no finding, requirement or recommendation." in told
    assert "No measure says what will show that it worked." in told


def test_an_action_is_linked_to_what_it_answers_and_back(
    client: Client, action: Action, finding: InspectionFinding, requirement: Requirement
) -> None:
    for key in (f"inspectionfinding-{finding.pk}", f"requirement-{requirement.pk}"):
        client.post(f"{action.get_absolute_url()}link/", {"point": key})
    told = page(client, action.get_absolute_url())
    assert (finding.words in told, requirement.words in told) == (True, True)
    client.post(f"{action.get_absolute_url()}unlink/requirement/{requirement.pk}/")
    assert list(action.requirements.all()) == []


def test_the_page_of_what_is_owed_shows_the_actions_that_answer_it(client: Client, action: Action) -> None:
    owed = Obligation.objects.all()[0]
    assert "Say which action answers it" in page(client, owed.get_absolute_url())
    client.post(f"/improvement/answers/obligation/{owed.pk}/", {"action": action.pk})
    assert f"{action.plan.title}, {action.reference}: {action.title}" in page(client, owed.get_absolute_url())


def test_the_page_of_an_item_shows_the_actions_that_were_scrutinised(client: Client, action: Action) -> None:
    item = Item.objects.all()[0]
    client.post(f"/improvement/answers/item/{item.pk}/", {"action": action.pk})
    assert "Which actions of an improvement plan were scrutinised here?" in page(client, item.get_absolute_url())
    assert str(item) in page(client, action.get_absolute_url())


def test_a_page_of_what_is_owed_says_nothing_of_plans_to_the_public(action: Action) -> None:
    owed = Obligation.objects.all()[0]
    assert "improvement plan" not in page(Client(), owed.get_absolute_url())


def test_a_plan_is_made_in_the_browser_without_a_file(client: Client, plan: ImprovementPlan, post: Post) -> None:
    client.post(f"/improvement/plans/{plan.pk}/priorities/add/", {"name": "Practice", "outcome": "Children are heard"})
    made = plan.priorities.get()
    client.post(f"/improvement/priorities/{made.pk}/actions/add/", {
        "name": "Audit each month", "new_post": post.name, "due_day": "1", "due_month": "2", "due_year": "2025",
    })  # fmt: skip
    action = plan.actions.get()
    assert (action.reference, action.owner, action.due) == ("1.1", post, date(2025, 2, 1))


def test_an_update_is_said_on_the_page_of_its_form(client: Client, action: Action) -> None:
    told = {"text": "It began.", "state": "under_way", "version": 1}
    client.post(f"{action.get_absolute_url()}update/", told)
    action.refresh_from_db()
    assert (action.state, action.updates.get().text) == ("under_way", "It began.")


def test_what_was_written_is_kept_where_somebody_was_faster(client: Client, action: Action) -> None:
    operations.say_update(action, "Somebody else said so.", actor=None)
    answer = client.post(f"{action.get_absolute_url()}update/", {"text": "Mine.", "state": "under_way", "version": 1})
    told = answer.content.decode()
    assert ("changed this action while you were writing" in told, "Mine." in told) == (True, True)


def test_the_owner_is_offered_no_state_that_says_it_worked(action: Action, director: User) -> None:
    client = Client()
    client.force_login(director)
    told = page(client, f"{action.get_absolute_url()}update/")
    assert ('value="done"' in told, 'value="evidenced"' in told) == (True, False)


def test_an_officer_who_owns_nothing_is_refused(action: Action) -> None:
    client = Client()
    client.force_login(a_user(Role.BOARD))
    assert client.get(f"{action.get_absolute_url()}update/").status_code == 403


def test_the_actions_are_narrowed_by_state(client: Client, action: Action, priority: Priority) -> None:
    other = operations.add_action(priority, "Train the screeners", actor=None, why=WHY)
    operations.say_update(other, "All are trained.", state="done", actor=None)
    told = page(client, f"{action.plan.get_absolute_url()}?state=done")
    assert (other.title in told, action.title in told) == (True, False)


def test_the_csv_holds_what_was_narrowed_to(client: Client, action: Action, priority: Priority) -> None:
    operations.add_action(priority, "=Train the screeners", actor=None, why=WHY)
    told = client.get(f"{action.plan.get_absolute_url()}plan.csv?owner=nobody").content.decode()
    assert ("'=Train the screeners" in told, action.title in told) == (True, False)


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
def test_the_plan_is_given_out_as_a_file(client: Client, action: Action, form: str) -> None:
    answer = client.get(f"{action.plan.get_absolute_url()}plan.{form}")
    assert (answer.status_code, answer.content[:2] in (b"PK", b"%P")) == (200, True)


def test_no_other_form_is_given_out(client: Client, action: Action) -> None:
    assert client.get(f"{action.plan.get_absolute_url()}plan.exe").status_code == 404


def test_a_plan_under_embargo_is_not_there_before_its_time(action: Action) -> None:
    held = Seen(Audience.PUBLIC, timezone.now() + timedelta(minutes=1))
    operations.change_plan(action.plan, {}, seen=held, actor=None, why=WHY)
    pages = ("", "chain/", "stale/", "versions/", "plan.csv")
    gone = [Client().get(f"{action.plan.get_absolute_url()}{each}").status_code for each in pages]
    assert (gone, Client().get(action.get_absolute_url()).status_code) == ([404] * 5, 404)


def test_evidence_for_officers_is_not_shown_to_the_public(action: Action, audit: Audit) -> None:
    hidden = audit()
    operations.amend_evidence(hidden, {}, seen=Seen(Audience.OFFICERS), actor=None, why=WHY)
    operations.attach(hidden, action, "SECRET reason", actor=None)
    operations.say_update(action, "It works.", state="evidenced", actor=None)
    told = page(Client(), action.get_absolute_url())
    assert ("What shows that it worked is not published." in told, hidden.title in told, "SECRET" in told) == (
        True, False, False
    )  # fmt: skip


def test_what_the_action_said_before_is_not_told_to_the_public(action: Action, keeper: User) -> None:
    operations.change_action(action, {"title": "One team"}, actor=keeper, why="Shorter")
    assert "Bring the front door" not in page(Client(), action.get_absolute_url())


def test_evidence_is_recorded_with_its_file_and_attached_at_once(client: Client, action: Action) -> None:
    file = io.BytesIO(b"Of ten cases nine were good.")
    file.name = "audit.txt"
    client.post(f"/improvement/{action.plan.council.slug}/evidence/add/?action={action.pk}", {
        "kind": "audit", "name": "Nine of ten audits were good", "on_day": "1", "on_month": "5", "on_year": "2024",
        "source": "Practice audit", "audience": "public", "file": file,
    })  # fmt: skip
    made = Evidence.objects.get()
    assert (made.title, made.paper is not None, list(action.attached.values_list("evidence", flat=True))) == (
        "Nine of ten audits were good", True, [made.pk]
    )  # fmt: skip


def test_evidence_without_a_source_is_asked_for_it(client: Client, action: Action) -> None:
    answer = client.post(f"/improvement/{action.plan.council.slug}/evidence/add/", {"kind": "audit", "name": "Good"})
    assert "Where does it come from?: write something here." in answer.content.decode()


def test_a_measure_is_added_to_an_action(client: Client, action: Action) -> None:
    client.post(f"/improvement/priorities/{action.priority_id}/measures/add/?action={action.pk}", {
        "kind": "audit", "name": "Good audits", "action": action.pk, "baseline": "41", "goal": "75",
    })  # fmt: skip
    measure = Measure.objects.get()
    assert (measure.action, measure.baseline, measure.goal) == (action, 41.0, 75.0)


def test_an_indicator_that_is_not_named_is_asked_for(client: Client, priority: Priority) -> None:
    answer = client.post(f"/improvement/priorities/{priority.pk}/measures/add/", {"kind": "indicator", "name": "x"})
    assert "Choose the indicator that it is counted by." in answer.content.decode()


def test_a_workbook_is_brought_in_looked_at_and_stored(client: Client, plan: ImprovementPlan) -> None:
    file = io.BytesIO(plan_file())
    file.name = "plan.xlsx"
    answer = client.post(f"{plan.get_absolute_url()}files/add/", {"file": file})
    columns = page(client, answer["Location"])
    assert "Timescale" in columns
    held = plan.files.get()
    told = page(client, held.get_absolute_url())
    assert "Of the actions in the file, 3 are new. Nothing is stored yet." in told
    assert "“Blue” is read as done, by a guess" in told
    seen = told.split('name="seen" value="')[1].split('"')[0]
    client.post(held.get_absolute_url(), {
        "what": "store", "seen": seen, "agreed_on_day": "1", "agreed_on_month": "6", "agreed_on_year": "2024",
    })  # fmt: skip
    assert plan.actions.count() == 3
    assert "It was stored as" in page(client, held.get_absolute_url())


def test_the_words_of_a_workbook_are_said_on_its_page(client: Client, plan: ImprovementPlan) -> None:
    held = operations.bring_plan(plan, "plan.xlsx", plan_file(), actor=None)
    told = {"what": "words", "word-0": "not_started", "word-1": "under_way", "word-2": "leave"}
    client.post(held.get_absolute_url(), told)
    held.refresh_from_db()
    assert held.states == {"green": "not_started", "blue": "under_way", "not started": "leave"}


def test_a_workbook_is_thrown_away(client: Client, plan: ImprovementPlan) -> None:
    held = operations.bring_plan(plan, "plan.xlsx", plan_file(), actor=None)
    client.post(f"{held.get_absolute_url()}throw-away/")
    assert not plan.files.exists()


def test_two_versions_are_held_side_by_side(client: Client, action: Action, priority: Priority) -> None:
    operations.agree_version(action.plan, date(2024, 5, 1), actor=None)
    operations.add_action(priority, "Train the screeners", actor=None, why=WHY)
    operations.drop_action(action, "It is done elsewhere.", actor=None)
    told = page(client, f"{action.plan.get_absolute_url()}versions/compare/?from=1&to=2")
    assert "Of the actions, 1 was dropped, 1 was added." in told
    assert "Why: It is done elsewhere." in told


def test_a_version_that_there_is_not_is_not_found(client: Client, action: Action) -> None:
    operations.agree_version(action.plan, date(2024, 5, 1), actor=None)
    assert client.get(f"{action.plan.get_absolute_url()}versions/compare/?from=1&to=9").status_code == 404


def test_the_owner_records_evidence_for_their_own_action(action: Action, director: User) -> None:
    client = Client()
    client.force_login(director)
    client.post(f"/improvement/{action.plan.council.slug}/evidence/add/?action={action.pk}", {
        "kind": "feedback", "name": "Families are heard sooner", "on_day": "1", "on_month": "5", "on_year": "2024",
        "source": "Parents’ forum", "audience": "public",
    })  # fmt: skip
    assert [each.evidence.title for each in action.attached.all()] == ["Families are heard sooner"]


def test_the_owner_records_no_evidence_for_anything_else(action: Action, director: User, priority: Priority) -> None:
    other = operations.add_action(priority, "Train the screeners", actor=None, why=WHY)
    client = Client()
    client.force_login(director)
    path = f"/improvement/{action.plan.council.slug}/evidence/add/"
    assert [client.get(f"{path}{each}").status_code for each in ("", f"?action={other.pk}")] == [403, 403]


def test_the_list_of_evidence_is_narrowed_and_taken_away(client: Client, action: Action, audit: Audit) -> None:
    kept, other = audit(), audit(kind="visit", title="A visit to the front door")
    path = f"/improvement/{action.plan.council.slug}/evidence/"
    told = page(client, f"{path}?kind=visit")
    assert (other.title in told, kept.title in told) == (True, False)
    assert kept.title not in client.get(f"{path}evidence.csv?kind=visit").content.decode()


def test_a_document_says_that_it_does_not_show_that_anything_worked(client: Client, audit: Audit) -> None:
    told = page(client, audit(kind="document").get_absolute_url())
    assert "A document shows that something was done. It does not show that it worked." in told


def test_what_a_plan_answers_is_ticked(client: Client, action: Action, finding: InspectionFinding) -> None:
    told = {"name": "Getting to good", "stale_after": "90", "audience": "public", "why": "One inspection"}
    client.post(f"{action.plan.get_absolute_url()}change/", {**told, f"inspections-{finding.inspection_id}": "on"})
    action.plan.refresh_from_db()
    assert (list(action.plan.inspections.all()), action.plan.stale_after) == ([finding.inspection], 90)


def test_evidence_is_put_right_with_the_item_at_which_it_was_told(client: Client, audit: Audit) -> None:
    piece, item = audit(), Item.objects.all()[0]
    path = f"{piece.get_absolute_url()}amend/"
    assert piece.title in page(client, path)
    client.post(path, {
        "name": "Nine of ten", "on_day": "2", "on_month": "5", "on_year": "2024", "source": "Audit", "item": item.pk,
        "audience": "members", "why": "A slip",
    })  # fmt: skip
    piece.refresh_from_db()
    assert (piece.title, piece.on, piece.item, piece.audience) == ("Nine of ten", date(2024, 5, 2), item, "members")
