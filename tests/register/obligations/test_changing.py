"""What a clerk changes, and what happens where two change the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.obligations.operations import Changed
from arising.register.obligations.queries.lists import state_today
from arising.register.obligations.states import Standing

Today = Callable[[str], None]
SUMMER = date(2024, 6, 30)


def standing(owed: Obligation) -> Standing:
    return state_today(Obligation.objects.get(pk=owed.pk)).standing


def test_a_clerk_sets_the_date_and_the_history_tells_who_and_why(owed: Obligation, clerk: User) -> None:
    operations.amend(owed, {"due": SUMMER}, actor=clerk, why="Agreed by e-mail")
    latest = changes(Obligation.objects.get())[0]
    assert (latest["who"], latest["why"], latest["changed"]["due"]) == (clerk, "Agreed by e-mail", (None, SUMMER))


def test_a_date_that_is_taken_away_is_worked_out_again(owed: Obligation, clerk: User) -> None:
    before = owed.due_how
    operations.amend(owed, {"due": SUMMER}, actor=clerk, why="Agreed")
    operations.amend(owed, {"due": None}, actor=clerk, why="It was another one")
    owed.refresh_from_db()
    assert (owed.due, owed.due_how, owed.set_by_person) == (None, before, [])


def test_an_extension_keeps_the_first_date_and_both_reasons_in_sight(owed: Obligation, clerk: User) -> None:
    operations.amend(owed, {"due": date(2024, 4, 1)}, actor=clerk, why="Agreed")
    assert standing(owed) is Standing.OVERDUE
    operations.extend(owed, SUMMER, reason="The survey came late", actor=clerk)
    operations.extend(owed, date(2024, 7, 31), reason="School holidays", actor=clerk)
    owed.refresh_from_db()
    assert (owed.due, owed.extended_to) == (date(2024, 4, 1), date(2024, 7, 31))
    assert [(one.before, one.until, one.reason) for one in owed.extensions.all()] == [
        (date(2024, 4, 1), SUMMER, "The survey came late"),
        (SUMMER, date(2024, 7, 31), "School holidays"),
    ]
    assert standing(owed) is Standing.EXTENDED


def test_what_was_extended_is_overdue_again_after_the_new_date(owed: Obligation, clerk: User, today: Today) -> None:
    operations.extend(owed, SUMMER, reason="The survey came late", actor=clerk)
    today("2024-07-01")
    assert standing(owed) is Standing.OVERDUE


@pytest.mark.parametrize(("until", "reason"), [(date(2024, 3, 31), "Late"), (SUMMER, "  ")])
def test_more_time_needs_a_later_day_and_a_reason(owed: Obligation, clerk: User, until: date, reason: str) -> None:
    operations.amend(owed, {"due": date(2024, 4, 1)}, actor=clerk, why="Agreed")
    with pytest.raises(ValidationError):
        operations.extend(owed, until, reason=reason, actor=clerk)
    assert not owed.extensions.exists()


def test_only_a_clerk_extends_amends_or_ends(owed: Obligation, director: User) -> None:
    for act in (
        lambda: operations.extend(owed, SUMMER, reason="Late", actor=director),
        lambda: operations.amend(owed, {"due": SUMMER}, actor=director, why="Late"),
        lambda: operations.withdraw(owed, reason="Late", actor=director),
        lambda: operations.supersede(owed, owed, reason="Late", actor=director),
        lambda: operations.restore(owed, reason="Late", actor=director),
    ):
        with pytest.raises(PermissionDenied):
            act()
    owed.refresh_from_db()
    assert owed.version == 1


def test_the_words_of_the_minutes_cannot_be_amended(owed: Obligation, clerk: User) -> None:
    with pytest.raises(ValidationError, match="cannot be changed"):
        operations.amend(owed, {"commitment": None}, actor=clerk, why="Tidying")


def test_the_second_of_two_is_told_who_changed_what_and_nothing_is_lost(
    owed: Obligation, clerk: User, member: User
) -> None:
    seen = owed.version
    operations.amend(owed, {"due": SUMMER}, actor=clerk, why="Agreed", version=seen)
    with pytest.raises(Changed) as told:
        operations.amend(owed, {"title": "Another note"}, actor=clerk, why="Clearer", version=seen)
    assert (told.value.who, "first due date" in told.value.what) == ("Clerk", True)
    owed.refresh_from_db()
    assert (owed.due, owed.title) == (SUMMER, "Briefing note")


@pytest.mark.parametrize("how", ["amend", "extend", "withdraw", "supersede", "answer", "restore"])
def test_every_change_tells_the_second_of_two(owed: Obligation, clerk: User, how: str) -> None:
    other = operations.amend(owed, {"title": "A note"}, actor=clerk, why="Clearer")
    acts: dict[str, Callable[[], object]] = {
        "amend": lambda: operations.amend(owed, {"due": SUMMER}, actor=clerk, why="Agreed", version=1),
        "extend": lambda: operations.extend(owed, SUMMER, reason="Late", actor=clerk, version=1),
        "withdraw": lambda: operations.withdraw(owed, reason="Done with", actor=clerk, version=1),
        "supersede": lambda: operations.supersede(owed, _another(owed), reason="New one", actor=clerk, version=1),
        "answer": lambda: operations.answer(owed, "Sent", "https://x.example/a", actor=clerk, version=1),
        "restore": lambda: operations.restore(owed, reason="Owed again", actor=clerk, version=1),
    }
    with pytest.raises(Changed):
        acts[how]()
    owed.refresh_from_db()
    assert owed.version == other.version


def _another(owed: Obligation) -> Obligation:
    assert owed.body
    return operations.add(operations.adding.Origin.DUTY, "A yearly report", owed.body, actor=None, why="Law")


def test_what_was_withdrawn_can_be_owed_again_and_the_reasons_stay(owed: Obligation, clerk: User) -> None:
    operations.withdraw(owed, reason="Overtaken by the new plan", actor=clerk)
    assert standing(owed) is Standing.WITHDRAWN
    operations.restore(owed, reason="The plan fell", actor=clerk)
    assert standing(owed) is Standing.NO_DATE
    assert [(one.reason, one.taken_back) for one in owed.endings.all()] == [("Overtaken by the new plan", True)]


def test_nothing_takes_the_place_of_itself_not_even_in_a_round(owed: Obligation, clerk: User) -> None:
    other = _another(owed)
    operations.supersede(owed, other, reason="Replaced", actor=clerk)
    assert standing(owed) is Standing.SUPERSEDED
    with pytest.raises(ValidationError, match="own place"):
        operations.supersede(other, owed, reason="And back", actor=clerk)
    assert standing(other) is Standing.NO_DATE


def test_what_is_ended_is_not_extended_nor_ended_twice(owed: Obligation, clerk: User) -> None:
    operations.withdraw(owed, reason="Overtaken", actor=clerk)
    with pytest.raises(ValidationError, match="withdrawn already"):
        operations.extend(owed, SUMMER, reason="Late", actor=clerk)
    with pytest.raises(ValidationError, match="withdrawn already"):
        operations.withdraw(owed, reason="Again", actor=clerk)
