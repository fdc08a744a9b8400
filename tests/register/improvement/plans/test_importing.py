"""Taking a workbook in as a plan: what is read, what is shown before it is stored, what a refresh does."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.models import User
from arising.register.bodies.models import Post
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Action, ImprovementPlan, PlanFile, PlanVersion
from arising.register.improvement.queries import Look
from arising.register.improvement.workbooks.reading import NotAPlan
from arising.register.improvement.workbooks.writing import workbook
from register.improvement.plans.conftest import Audit
from register.improvement.plans.workbooks import FRONT_DOOR, PLAN, TITLES, Rows, excel, plan_file

DAY = date(2024, 6, 1)


def brought(plan: ImprovementPlan, content: bytes | None = None, name: str = "plan.xlsx") -> PlanFile:
    return operations.bring_plan(plan, name, content or plan_file(), actor=None)


def looked_at(file: PlanFile, keeper: User) -> Look:
    return queries.look(keeper, file.pk)


def store(file: PlanFile, keeper: User, **told: object) -> PlanVersion:
    given: dict = {"reason": "A refresh", **told}
    return operations.store_plan(file, looked_at(file, keeper).seen, DAY, actor=keeper, **given)


def stored(plan: ImprovementPlan, keeper: User, rows: Rows = PLAN, **told: object) -> dict[str, Action]:
    store(brought(plan, plan_file(rows)), keeper, **told)
    return {each.reference: each for each in plan.actions.select_related("priority", "owner")}


def row(reference: str, title: str, **cells: object) -> tuple[object, ...]:
    told = {"Ref": reference, "Priority": FRONT_DOOR, "Action": title, **cells}
    return tuple(told.get(each) for each in TITLES)


def test_titles_that_are_not_in_the_first_row_are_found(plan: ImprovementPlan, keeper: User) -> None:
    assert [each.row.reference for each in looked_at(brought(plan), keeper).new] == ["1.1", "1.2", "2.1"]


def test_a_merged_priority_is_that_of_every_row_beside_it(plan: ImprovementPlan, keeper: User) -> None:
    assert str(stored(plan, keeper)["1.2"].priority) == "1 A front door that works"


def test_a_post_that_the_register_knows_becomes_the_owner(plan: ImprovementPlan, keeper: User, post: Post) -> None:
    held = stored(plan, keeper)
    assert (held["1.1"].owner, held["1.2"].owner_words) == (post, "Head of Partnerships")


def test_a_quarter_is_due_on_its_last_day_and_keeps_its_words(plan: ImprovementPlan, keeper: User) -> None:
    held = stored(plan, keeper)["1.2"]
    assert (held.due, held.due_words) == (date(2024, 9, 30), "Q2 24/25")


def test_words_that_are_no_day_stay_words(plan: ImprovementPlan, keeper: User) -> None:
    held = stored(plan, keeper)["2.1"]
    assert (held.due, held.due_words) == (None, "Ongoing")


def test_blue_is_done_and_never_evidenced(plan: ImprovementPlan, keeper: User) -> None:
    assert stored(plan, keeper)["1.2"].state == "done"


def test_a_word_that_is_called_evidenced_is_taken_as_done_and_that_is_said(plan: ImprovementPlan, keeper: User) -> None:
    rows = (TITLES, row("1.1", "One team", BRAG="Evidenced"))
    (fate,) = looked_at(brought(plan, plan_file(rows)), keeper).new
    assert (fate.state, fate.notes[0]) == (
        "done", "“Evidenced” is taken as done: that it worked is said on its page, from evidence."
    )  # fmt: skip


def test_a_word_means_what_a_person_says(plan: ImprovementPlan, keeper: User) -> None:
    file = brought(plan)
    operations.say_states(file, {"Blue": "leave"}, actor=keeper)
    store(file, keeper)
    assert plan.actions.get(reference="1.2").state == "not_started"


def test_nobody_says_that_a_word_means_that_an_action_worked(plan: ImprovementPlan, keeper: User) -> None:
    with pytest.raises(ValidationError, match="cannot be read as that"):
        operations.say_states(brought(plan), {"Blue": "evidenced"}, actor=keeper)


def test_progress_becomes_an_update(plan: ImprovementPlan, keeper: User) -> None:
    assert stored(plan, keeper)["1.1"].updates.get().text == "The team is named."


def test_nothing_is_stored_before_somebody_says_so(plan: ImprovementPlan, keeper: User) -> None:
    looked_at(brought(plan), keeper)
    assert not Action.objects.exists()


def test_the_same_file_again_changes_nothing(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    look = looked_at(brought(plan), keeper)
    assert (len(look.kept), look.new, look.changed, look.missing) == (3, [], [], ())


def test_a_refresh_tells_what_changed(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    rows = (*PLAN[:4], ("1.1", FRONT_DOOR, "Bring the front door into one team", "Head of Access"), *PLAN[5:])
    (fate,) = looked_at(brought(plan, plan_file(rows)), keeper).changed
    assert [(each.name, each.before, each.after) for each in fate.changes] == [
        ("Owner", "Director of People", "Head of Access")
    ]


def test_an_action_that_is_not_in_the_file_is_not_dropped_without_a_reason(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    with pytest.raises(ValidationError, match=r"Say why each action is dropped .* 2\.1"):
        stored(plan, keeper, PLAN[:-1])
    assert plan.versions.count() == 1


def test_an_action_is_dropped_with_its_reason_and_stays_in_sight(plan: ImprovementPlan, keeper: User) -> None:
    gone = stored(plan, keeper)["2.1"]
    stored(plan, keeper, PLAN[:-1], dropped={gone.pk: "The posts are filled."})
    assert [(each.reference, why) for each, why in queries.dropped(keeper, plan)] == [("2.1", "The posts are filled.")]


def test_evidence_and_the_first_date_stay_with_an_action_whose_reference_changed(
    plan: ImprovementPlan, keeper: User, audit: Audit
) -> None:
    first = stored(plan, keeper)["1.1"]
    operations.attach(audit(), first, "It shows it.", actor=None)
    rows = (
        (*TITLES, "Was"),
        ("1.4", FRONT_DOOR, "Bring the front door into one team", "", date(2024, 12, 1), "", "", "1.1"),
        *PLAN[5:],
    )
    held = stored(plan, keeper, rows)["1.4"]
    assert (held.pk, held.first_due, held.was, held.attached.count()) == (first.pk, date(2024, 9, 30), ["1.1"], 1)


def test_references_may_be_handed_on(plan: ImprovementPlan, keeper: User) -> None:
    before = stored(plan, keeper)
    rows = (
        (*TITLES, "Was"),
        (*row("1.1", "Agree thresholds with the police and schools"), "1.2"),
        (*row("1.2", "Bring the front door into one team"), "1.1"),
        (*PLAN[6], ""),
    )
    after = stored(plan, keeper, rows)
    assert (after["1.1"].pk, after["1.2"].pk) == (before["1.2"].pk, before["1.1"].pk)


def test_it_can_be_said_what_an_action_is_called_now(plan: ImprovementPlan, keeper: User) -> None:
    first = stored(plan, keeper)["2.1"]
    file = brought(plan, plan_file((*PLAN[:-1], ("3.1", "Priority 3: People", "Keep the workers that we have"))))
    operations.say_renamed(file, {first.pk: "3.1"}, actor=keeper)
    store(file, keeper)
    first.refresh_from_db()
    assert (first.reference, first.title, first.was) == ("3.1", "Keep the workers that we have", ["2.1"])


def test_a_reference_of_a_dropped_action_may_be_given_to_another(plan: ImprovementPlan, keeper: User) -> None:
    gone = stored(plan, keeper)["2.1"]
    stored(plan, keeper, PLAN[:-1], dropped={gone.pk: "Done elsewhere"})
    rows = (*PLAN[:-1], ("2.1", "Priority 2: A stable workforce", "Train every new manager in supervision"))
    assert stored(plan, keeper, rows)["2.1"].pk != gone.pk


def test_a_file_takes_no_state_back(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    rows = (*PLAN[:5], (*PLAN[5][:5], "Red", ""), *PLAN[6:])
    (fate,) = (each for each in looked_at(brought(plan, plan_file(rows)), keeper).fates if each.reference == "1.2")
    assert (fate.kind, fate.notes) == (
        "kept", ("“Red”, but here it is done. That is taken back on its page, with the reason.",)
    )  # fmt: skip


def test_a_date_that_a_file_moves_leaves_the_first_in_sight(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    rows = (*PLAN[:4], (*PLAN[4][:4], date(2025, 1, 31), *PLAN[4][5:]), *PLAN[5:])
    held = stored(plan, keeper, rows)["1.1"]
    assert (held.first_due, held.due) == (date(2024, 9, 30), date(2025, 1, 31))


def test_a_reference_that_stands_twice_is_told_with_its_row(plan: ImprovementPlan, keeper: User) -> None:
    look = looked_at(brought(plan, plan_file((TITLES, row("1.1", "One"), row("1.1", "Two")))), keeper)
    assert [each.words for each in look.faults] == [
        "Plan, row 3, reference: 1.1 stands in Plan, row 2 already. Give one of the two another reference."
    ]


def test_a_formula_is_told_with_its_row_and_column(plan: ImprovementPlan, keeper: User) -> None:
    look = looked_at(brought(plan, plan_file((TITLES, row("1.1", "One", Timescale="=TODAY()")))), keeper)
    assert [each.words for each in look.faults] == [
        "Plan, row 2, due: A formula stands there. Write what it comes to."
    ]  # fmt: skip


def test_an_action_whose_row_has_something_wrong_is_not_dropped(plan: ImprovementPlan, keeper: User) -> None:
    stored(plan, keeper)
    rows = (*PLAN[:6], (*PLAN[6][:4], "=TODAY()"))
    look = looked_at(brought(plan, plan_file(rows)), keeper)
    assert (len(look.faults), look.missing) == (1, ())


def test_each_sheet_may_be_a_priority(plan: ImprovementPlan, keeper: User) -> None:
    titles = ("No", "What?", "Who?", "When?", "Current status")
    content = excel({
        "Priority 1": (("Priority 1: Help early",), titles, ("1.1", "Open a hub", "Head of Help", "Dec 2024", "Green")),
        "Priority 2": (titles, ("2.1", "Train managers", "Head of Learning", "March 2025", "COMPLETED")),
        "Key": (("Blue", "Complete"),),
    })  # fmt: skip
    store(brought(plan, content), keeper)
    held = {each.reference: each for each in plan.actions.select_related("priority")}
    assert [(str(held[at].priority), held[at].due, held[at].state) for at in ("1.1", "2.1")] == [
        ("1 Help early", date(2024, 12, 31), "under_way"),
        ("2 Priority 2", date(2025, 3, 31), "done"),
    ]


def test_a_priority_may_be_a_heading_across_the_sheet(plan: ImprovementPlan, keeper: User) -> None:
    titles = ("Ref", "Action", "Lead", "RAG")
    rows = (
        titles, ("Priority 1 – Help early",), ("Outcome: Families wait for nothing",),
        ("1.1", "Open a hub", "Head", "G"), ("Priority 2 – Practice",), titles,
        ("2.1", "Audit each month", "Principal", "A"),
    )  # fmt: skip
    held = stored(plan, keeper, rows)
    assert [(str(held[at].priority), held[at].priority.outcome) for at in ("1.1", "2.1")] == [
        ("1 Help early", "Families wait for nothing"), ("2 Practice", "")
    ]  # fmt: skip


def test_measures_with_baseline_and_target_come_in(plan: ImprovementPlan, keeper: User) -> None:
    rows = (
        ("Ref", "Action", "Success measure", "Baseline", "Target"),
        ("1.1", "Audit each month", "Audits that are good or better", "41%", "75%"),
    )
    measure = stored(plan, keeper, rows)["1.1"].measures.get()
    assert (measure.kind, measure.title, measure.baseline, measure.goal) == (
        "audit", "Audits that are good or better", 41.0, 75.0
    )  # fmt: skip


def test_evidence_in_words_is_said_and_attached_to_nothing(plan: ImprovementPlan, keeper: User) -> None:
    held = stored(plan, keeper, (("Ref", "Action", "Impact"), ("1.1", "Audit each month", "Audits improved")))["1.1"]
    assert (held.updates.get().text, held.attached.count()) == ("Evidence, as the plan says: Audits improved", 0)


def test_the_register_s_own_workbook_comes_in_unchanged(plan: ImprovementPlan, keeper: User) -> None:
    held = stored(plan, keeper)
    step = operations.add_milestone(held["1.1"], "The team moves", due=date(2024, 8, 1), actor=None, why="Test")
    operations.reach_milestone(step, date(2024, 5, 1), actor=None, why="Test")
    told = {"kind": "audit", "title": "Good audits", "baseline": 41.5, "goal": 75.0}
    operations.add_measure(held["1.1"].priority, told, actor=None, why="Test")
    look = looked_at(brought(plan, workbook(queries.sheets(keeper, plan.pk))), keeper)
    assert (len(look.kept), look.changed, look.new, look.missing, look.faults) == (3, [], [], (), ())


def test_what_changed_since_it_was_looked_at_is_not_stored(plan: ImprovementPlan, keeper: User) -> None:
    file = brought(plan)
    seen = looked_at(file, keeper).seen
    operations.add_priority(plan, "Something else", actor=None, why="Test")
    operations.say_states(file, {"Blue": "under_way"}, actor=keeper)
    with pytest.raises(ValidationError, match="not what you looked at any more"):
        operations.store_plan(file, seen, DAY, actor=keeper)


def test_a_file_without_actions_is_refused_in_one_line(plan: ImprovementPlan) -> None:
    with pytest.raises(NotAPlan, match="no sheet has a row of titles with a column for the action"):
        brought(plan, excel({"Sheet1": (("Budget", "Spend"), (1, 2))}))


def test_a_file_that_is_no_workbook_is_refused(plan: ImprovementPlan) -> None:
    with pytest.raises(NotAPlan):
        brought(plan, b"PK\x03\x04nothing")


def test_somebody_who_does_not_keep_the_plan_brings_nothing_in(plan: ImprovementPlan, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.bring_plan(plan, "plan.xlsx", plan_file(), actor=officer)


def test_nobody_else_sees_a_workbook_that_waits(plan: ImprovementPlan, officer: User, keeper: User) -> None:
    file = brought(plan)
    other = queries.plan_file(keeper, file.pk)
    assert other == file
    with pytest.raises(PlanFile.DoesNotExist):
        queries.plan_file(None, file.pk)


def test_the_bytes_of_a_workbook_are_not_for_the_public(plan: ImprovementPlan, keeper: User) -> None:
    assert brought(plan).paper.audience == "officers"


def test_a_sheet_whose_columns_are_said_twice_is_refused(plan: ImprovementPlan, keeper: User) -> None:
    roles = ["reference", "priority", "title", "title", "", "", ""]
    with pytest.raises(ValidationError, match="two columns are said to hold “what will be done”"):
        operations.say_columns(brought(plan), {"Plan": {"take": True, "roles": roles}}, actor=keeper)
