"""Who was asked and heard in the sample council, and what the members of its committee learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arising.register.bodies.models import Body, Council, Item, Person
    from arising.register.improvement.models import ImprovementPlan, Question, SurveyRound

_TOLD: dict[str, Any] = {"actor": None, "why": "Came with the sample council"}


def add_surveys(council: Council, told: list[dict[str, Any]]) -> None:
    """The surveys, with how many gave each answer in each round."""
    from arising.register.improvement import operations

    for each in told:
        survey = operations.add_survey(council, each["title"], each["of"], asked_by=each["asked_by"], **_TOLD)
        questions = [operations.add_question(survey, one["words"], one["scale"], **_TOLD) for one in each["questions"]]
        for one in each["rounds"]:
            given = {name: one[name] for name in ("starts_on", "ends_on", "asked", "answered")}
            _count(operations.add_round(survey, **given, **_TOLD), questions, one["counts"])


def _count(row: SurveyRound, questions: list[Question], told: list[dict[str, list[int]]]) -> None:
    from arising.register.improvement import operations

    counts = {
        (question.pk, group, answer): count
        for question, groups in zip(questions, told, strict=True)
        for group, given in groups.items()
        for answer, count in zip(question.answers, given, strict=True)
    }
    operations.set_counts(row, counts, **_TOLD)


def log_what_was_heard(council: Council, told: list[dict[str, Any]], plan: ImprovementPlan) -> None:
    """The engagement log, with the actions that an entry is evidence of."""
    from arising.register.improvement import operations

    for each in told:
        action, shows = each.get("action"), each.get("shows", "")
        heard = {name: value for name, value in each.items() if name not in ("action", "shows")}
        entry = operations.log_engagement(council, heard, **_TOLD)
        if action and entry.evidence:
            operations.attach(entry.evidence, plan.actions.get(reference=action), shows, actor=None)


def add_training(council: Council, told: dict[str, Any]) -> None:
    """Who belongs to the committee, and which sessions and visits they were offered and took up. Without its minutes
    there is no such committee, and nothing to add."""
    from arising.register.bodies.models import Body
    from arising.register.bodies.operations import people_named, record_membership
    from arising.register.improvement import operations

    body = Body.objects.filter(council=council, name=told["body"]).first()
    if body is None:
        return
    people = people_named(council, [each["name"] for each in told["belonging"]], **_TOLD)
    for each in told["belonging"]:
        record_membership(
            people[each["name"]], body=body, role=each["role"], start=each["start"], end=each.get("end", ""), **_TOLD
        )
    for each in told["occasions"]:
        given = {name: value for name, value in each.items() if name not in ("took_part", "led_to")}
        occasion = operations.add_occasion(body, given, **_TOLD)
        here: list[Person] = [people[name] for name in each["took_part"]]
        operations.set_took_part(occasion, here, **_TOLD)
        for one in each.get("led_to", ()):
            operations.add_led_to(occasion, one["words"], _item(body, one), **_TOLD)


def _item(body: Body, told: dict[str, Any]) -> Item | None:
    """The item of a meeting whose title begins so."""
    from arising.register.bodies.models import Item

    held = Item.objects.filter(meeting__body=body, meeting__date=told["on"], gone=False)
    return held.filter(title__startswith=told["item"]).first()
