"""Versions of a plan, what a refresh needs, and what the plan is given out as."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.bodies.operations import people_named, withhold
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Action, ImprovementPlan, Priority
from arising.register.improvement.printing.plans import as_pdf, as_word
from register.improvement.plans.conftest import WHY
from register.programme.forms import needs_pango, tags

FIRST = date(2024, 5, 1)


def test_a_version_keeps_the_plan_as_it_was(action: Action) -> None:
    version = operations.agree_version(action.plan, FIRST, actor=None)
    operations.change_action(action, {"title": "One team"}, actor=None, why=WHY)
    version.refresh_from_db()
    assert version.told["actions"][0]["title"] == "Bring the front door into one team"


def test_the_first_version_needs_no_reason_and_a_refresh_does(action: Action) -> None:
    operations.agree_version(action.plan, FIRST, actor=None)
    with pytest.raises(ValidationError, match="Say why the plan is refreshed"):
        operations.agree_version(action.plan, FIRST, actor=None)


def test_a_version_is_not_agreed_before_the_last_one(action: Action) -> None:
    operations.agree_version(action.plan, FIRST, actor=None)
    with pytest.raises(ValidationError, match="Version 1 was agreed on 1 May 2024"):
        operations.agree_version(action.plan, date(2024, 4, 30), reason="A refresh", actor=None)


def test_a_version_is_not_agreed_on_a_day_to_come(action: Action) -> None:
    with pytest.raises(ValidationError, match="still to come"):
        operations.agree_version(action.plan, date(2024, 6, 2), actor=None)


def test_an_action_is_not_dropped_without_a_reason(action: Action) -> None:
    with pytest.raises(ValidationError, match="Say why the action is dropped"):
        operations.drop_action(action, " ", actor=None)


def test_an_action_that_is_dropped_is_told_with_its_reason(action: Action) -> None:
    operations.drop_action(action, "It is done elsewhere.", actor=None)
    result = queries.compared(None, action.plan_id, "1", "2").result
    assert [(each.reference, each.reason) for each in result.dropped] == [("1.1", "It is done elsewhere.")]


def test_an_action_that_was_dropped_counts_no_more(action: Action) -> None:
    operations.drop_action(action, "It is done elsewhere.", actor=None)
    assert queries.plan_page(None, action.plan_id).words == ["The plan holds no action yet."]


def test_nothing_more_is_said_of_an_action_that_was_dropped(action: Action) -> None:
    operations.drop_action(action, "It is done elsewhere.", actor=None)
    with pytest.raises(ValidationError, match="Take it up again first"):
        operations.say_update(action, "It goes on.", actor=None)


def test_an_action_is_taken_up_again_with_all_that_was_said_of_it(action: Action) -> None:
    operations.say_update(action, "It began.", state="under_way", actor=None)
    operations.drop_action(action, "It is done elsewhere.", actor=None)
    operations.take_up_again(action, actor=None, why="It is not")
    (line,) = queries.plan_page(None, action.plan_id).tally.lines
    assert (line.action.state, [each.text for each in line.updates]) == ("under_way", ["It began."])


def test_what_changed_is_told_before_and_after(action: Action) -> None:
    operations.agree_version(action.plan, FIRST, actor=None)
    operations.say_update(action, "Later", due=date(2024, 12, 31), actor=None)
    (changed,) = queries.compared(None, action.plan_id, "1").result.changed
    assert [(each.name, each.before, each.after) for each in changed.changes] == [
        ("Due", "30 September 2024", "31 December 2024")
    ]


def test_a_changed_reference_is_no_other_action(action: Action) -> None:
    operations.agree_version(action.plan, FIRST, actor=None)
    operations.change_action(action, {"reference": "1.7"}, actor=None, why=WHY)
    result = queries.compared(None, action.plan_id, "1").result
    assert (len(result.changed), result.added, result.dropped) == (1, (), ())


def test_a_reference_that_another_action_has_is_refused(action: Action, priority: Priority) -> None:
    other = operations.add_action(priority, "Train the screeners", actor=None, why=WHY)
    with pytest.raises(ValidationError, match=r"Another action of the plan has the reference 1\.1"):
        operations.change_action(other, {"reference": "1.1"}, actor=None, why=WHY)


def test_what_is_of_another_council_is_not_linked(action: Action, plan: ImprovementPlan) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    elsewhere = operations.add_plan(other, "Another plan", actor=None, why=WHY)
    row = operations.add_action(operations.add_priority(elsewhere, "P", actor=None, why=WHY), "A", actor=None, why=WHY)
    with pytest.raises(ValidationError, match="another plan"):
        operations.change_action(action, {"priority": row.priority}, actor=None, why=WHY)


def test_an_improvement_officer_of_another_council_changes_nothing(keeper: User) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    with pytest.raises(PermissionDenied):
        operations.add_plan(other, "A plan", actor=keeper, why=WHY)


def test_an_indicator_measure_without_an_indicator_is_refused(priority: Priority) -> None:
    with pytest.raises(ValidationError, match="Choose the indicator"):
        operations.add_measure(priority, {"kind": "indicator", "title": "Re-referrals"}, actor=None, why=WHY)


def test_the_word_document_has_headings_and_both_statements(action: Action) -> None:
    document = docx.Document(io.BytesIO(as_word(queries.plan_page(None, action.plan_id))))
    told = [(each.style.name, each.text) for each in document.paragraphs if each.style]
    assert told[0] == ("Heading 1", "Getting to good")
    assert ("Heading 3", "1.1 Bring the front door into one team") in told
    assert ("Normal", "Its one action is not done.") in told
    assert ("Normal", "Its one action is not shown by evidence to have worked.") in told


@needs_pango
def test_the_pdf_is_tagged_with_a_heading_for_each_priority_and_action(action: Action) -> None:
    found = tags(as_pdf(queries.plan_page(None, action.plan_id)))
    assert [tag for tag in found if tag.startswith("H")] == ["H1", "H2", "H3"]


def test_a_withheld_name_stands_in_no_page_or_file_of_the_plan_for_the_public(action: Action, council: Council) -> None:
    person = people_named(council, ["Councillor Gwenda Nameless"], actor=None, why=WHY)["Councillor Gwenda Nameless"]
    told = {"owner": None, "owner_words": "Gwenda Nameless", "title": "Gwenda Nameless leads"}
    operations.change_action(action, told, actor=None, why=WHY)
    operations.agree_version(action.plan, FIRST, actor=None)
    withhold(person, "She is a witness.", actor=None)
    pages = ("", "chain/", "stale/", "versions/", "versions/compare/?from=1&to=now", "plan.csv")
    home = action.plan.get_absolute_url()
    told_of = [Client().get(f"{home}{each}").content.decode() for each in pages]
    told_of.append(Client().get(action.get_absolute_url()).content.decode())
    assert [words for words in told_of if "Nameless" in words] == []
    assert "Name withheld" in told_of[0]
