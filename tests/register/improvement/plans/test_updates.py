"""Saying how far an action is: states and what they need, dates that stay in sight, who may say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.models import User
from arising.register.improvement import operations
from arising.register.improvement.models import Action, Attached, Milestone
from register.improvement.plans.conftest import WHY, Audit


def say(action: Action, state: str = "", actor: User | None = None, **told: object) -> Action:
    operations.say_update(action, "It goes on.", state=state, actor=actor, **told)  # type: ignore[arg-type]
    action.refresh_from_db()
    return action


def attached(action: Action, audit: Audit, *days: date, kind: str = "audit") -> list[Attached]:
    return [operations.attach(audit(day, kind), action, "It shows it.", actor=None) for day in days]


def test_an_action_that_is_done_needs_no_evidence(action: Action) -> None:
    assert say(action, "done").done_on == date(2024, 6, 1)


def test_an_action_without_evidence_is_not_evidenced(action: Action) -> None:
    with pytest.raises(ValidationError, match="Attach evidence that it worked first"):
        say(action, "evidenced")


def test_a_document_alone_does_not_make_an_action_evidenced(action: Action, audit: Audit) -> None:
    attached(action, audit, date(2024, 5, 1), kind="document")
    with pytest.raises(ValidationError, match="Attach evidence"):
        say(action, "evidenced")


def test_an_audit_makes_an_action_evidenced(action: Action, audit: Audit) -> None:
    attached(action, audit, date(2024, 5, 1))
    assert say(action, "evidenced").state == "evidenced"


def test_evidence_of_a_day_before_the_action_began_shows_nothing_of_it(action: Action, audit: Audit) -> None:
    operations.change_action(action, {"starts_on": date(2024, 5, 2)}, actor=None, why=WHY)
    attached(action, audit, date(2024, 5, 1))
    with pytest.raises(ValidationError, match="since the action began"):
        say(action, "evidenced")


def test_an_action_is_not_embedded_by_evidence_of_two_days_that_lie_close(action: Action, audit: Audit) -> None:
    attached(action, audit, date(2024, 3, 2), date(2024, 6, 1))
    with pytest.raises(ValidationError, match="at least three months apart"):
        say(action, "embedded")


def test_an_action_is_embedded_by_evidence_three_months_apart(action: Action, audit: Audit) -> None:
    attached(action, audit, date(2024, 3, 1), date(2024, 6, 1))
    assert say(action, "embedded").state == "embedded"


def test_evidence_that_a_state_rests_on_cannot_be_taken_away(action: Action, audit: Audit) -> None:
    (one,) = attached(action, audit, date(2024, 5, 1))
    say(action, "evidenced")
    with pytest.raises(ValidationError, match="rests on this"):
        operations.detach(one, actor=None, why=WHY)
    assert Attached.objects.count() == 1


def test_evidence_that_a_state_rests_on_cannot_be_moved_before_the_action(action: Action, audit: Audit) -> None:
    operations.change_action(action, {"starts_on": date(2024, 5, 1)}, actor=None, why=WHY)
    (one,) = attached(action, audit, date(2024, 5, 1))
    say(action, "evidenced")
    with pytest.raises(ValidationError, match="rests on this"):
        operations.amend_evidence(one.evidence, {"on": date(2024, 4, 1)}, actor=None, why=WHY)


def test_a_state_is_taken_back_with_a_reason(action: Action) -> None:
    say(action, "done")
    operations.say_update(action, "The second office was forgotten.", state="under_way", actor=None)
    action.refresh_from_db()
    assert (action.state, action.done_on) == ("under_way", None)


def test_a_state_is_not_taken_back_without_a_reason(action: Action) -> None:
    say(action, "done")
    with pytest.raises(ValidationError, match="Say why it is not done after all"):
        operations.say_update(action, " ", state="under_way", actor=None)


def test_the_first_due_date_stays_when_the_date_is_moved(action: Action) -> None:
    moved = say(action, due=date(2024, 12, 31))
    assert (moved.first_due, moved.due) == (date(2024, 9, 30), date(2024, 12, 31))


def test_a_date_is_not_moved_without_a_reason(action: Action) -> None:
    with pytest.raises(ValidationError, match="Say why the date is moved"):
        operations.say_update(action, "", due=date(2024, 12, 31), actor=None)


def test_an_update_of_a_day_to_come_is_refused(action: Action) -> None:
    with pytest.raises(ValidationError, match="still to come"):
        say(action, on=date(2024, 6, 2))


def test_an_update_keeps_the_state_and_the_date_of_its_day(action: Action) -> None:
    say(action, "under_way")
    say(action, "done", due=date(2024, 12, 31))
    told = list(action.updates.values_list("state", "due").order_by("pk"))
    assert told == [("under_way", date(2024, 9, 30)), ("done", date(2024, 12, 31))]


def test_the_owner_says_that_their_action_is_done(action: Action, director: User) -> None:
    assert say(action, "done", director).state == "done"


def test_the_owner_does_not_say_that_their_action_worked(action: Action, director: User, audit: Audit) -> None:
    attached(action, audit, date(2024, 5, 1))
    with pytest.raises(PermissionDenied):
        say(action, "evidenced", director)


def test_an_officer_who_does_not_own_an_action_says_nothing_of_it(action: Action, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        say(action, "done", officer)


def test_an_improvement_officer_says_that_an_action_worked(action: Action, keeper: User, audit: Audit) -> None:
    attached(action, audit, date(2024, 5, 1))
    assert say(action, "evidenced", keeper).state == "evidenced"


def test_whoever_writes_over_anothers_update_is_told(action: Action, keeper: User) -> None:
    say(action, "under_way", keeper)
    with pytest.raises(operations.Changed, match="changed this action while you were writing") as told:
        say(action, "done", version=1)
    assert told.value.who == str(keeper)


def test_a_milestone_keeps_its_first_day(action: Action, director: User) -> None:
    step = operations.add_milestone(action, "The team moves", due=date(2024, 7, 1), actor=None, why=WHY)
    operations.move_milestone(step, date(2024, 8, 1), reason="The rooms are not ready", actor=director)
    kept = Milestone.objects.get()
    assert (kept.first_due, kept.due) == (date(2024, 7, 1), date(2024, 8, 1))


def test_a_milestone_is_reached_on_a_day_that_has_come(action: Action, today: Callable[[str], None]) -> None:
    step = operations.add_milestone(action, "The team moves", actor=None, why=WHY)
    with pytest.raises(ValidationError, match="still to come"):
        operations.reach_milestone(step, date(2024, 6, 2), actor=None, why=WHY)
    today("2024-06-02")
    assert operations.reach_milestone(step, date(2024, 6, 2), actor=None, why=WHY).reached_on == date(2024, 6, 2)
