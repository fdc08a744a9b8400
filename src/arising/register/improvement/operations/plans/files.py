"""Taking a workbook with a plan in: kept as it came, looked at, and then stored as the next version, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.improvement.models import Action, ImprovementPlan, PlanFile, PlanVersion
from arising.register.improvement.operations.papers import keep_paper
from arising.register.improvement.operations.plans.storing import Storing
from arising.register.improvement.operations.plans.versions import agree_version
from arising.register.improvement.queries.plans.files import NO_WORD, Look, book_of, looking
from arising.register.improvement.states import SHOWN_TO_WORK, State
from arising.register.improvement.workbooks.columns import BY_KEY
from arising.register.improvement.workbooks.reading import workbook
from arising.register.improvement.workbooks.rows import Layout
from arising.register.improvement.workbooks.states import bare
from arising.register.record.texts import storable, storable_json


def bring_plan(plan: ImprovementPlan, name: str, content: bytes, *, actor: Actor) -> PlanFile:
    """Keep a workbook as it came. It changes nothing until it is stored.

    Its bytes are for officers at the widest: a workbook may hold more than the plan that is read out of it. The same
    file that waits already is that one. Raises ``NotAPlan``, ValidationError.
    """
    require(actor, "improvement.keep", plan.council)
    name = storable(name)[-200:]
    workbook(content, name)
    narrow = max(Audience(plan.audience), Audience.OFFICERS, key=lambda each: each.rank)
    with transaction.atomic():
        paper = keep_paper(
            plan.council, content, name, title=f"{plan.title}: {name}", seen=Seen(narrow, plan.visible_from),
            actor=actor, why="Brought in as a plan",
        )  # fmt: skip
        waiting = PlanFile.objects.filter(plan=plan, paper=paper, version=None).first()
        return waiting or PlanFile.objects.create(plan=plan, paper=paper, brought_by=actor)


def say_columns(file: PlanFile, layout: Layout, *, actor: Actor) -> PlanFile:
    """Say which sheets of a workbook are read, and what each of their columns holds.

    Raises ValidationError where no sheet is read, a column for the action is missing, or two hold the same.
    """
    require(actor, "improvement.keep", file.plan.council)
    _waits(file)
    book = book_of(file)
    told: Layout = {}
    for table in book.tables:
        said = layout.get(table.sheet, {})
        roles = [role if role in BY_KEY else "" for role in said.get("roles", ())][: len(table.titles)]
        told[table.sheet] = {"take": bool(said.get("take")), "roles": roles}
        if not told[table.sheet]["take"]:
            continue
        if "title" not in roles:
            raise ValidationError(f"{table.sheet}: say which column holds what will be done.")
        twice = next((role for role in roles if role and roles.count(role) > 1), "")
        if twice:
            raise ValidationError(f"{table.sheet}: two columns are said to hold “{BY_KEY[twice].words.lower()}”.")
    if not any(each["take"] for each in told.values()):
        raise ValidationError("Choose at least one sheet to read.")
    file.columns = storable_json(told)
    file.save(update_fields=["columns"])
    return file


def say_states(file: PlanFile, told: Mapping[str, str], *, actor: Actor) -> PlanFile:
    """Say which state each word for how an action stands means; ``leave`` for a word that says nothing of it.

    No word means that an action worked: that rests on evidence. Raises ValidationError.
    """
    require(actor, "improvement.keep", file.plan.council)
    _waits(file)
    allowed = {*(set(State.values) - SHOWN_TO_WORK), NO_WORD}
    for word, state in told.items():
        if state not in allowed:
            raise ValidationError(f"“{word}” cannot be read as that. Choose one from the list.")
    file.states = {**file.states, **{bare(word): state for word, state in told.items()}}
    file.save(update_fields=["states"])
    return file


def say_renamed(file: PlanFile, told: Mapping[int, str], *, actor: Actor) -> PlanFile:
    """Say which new reference an action has that the workbook does not name; "" that it has none.

    Raises ValidationError where two actions are said to have become one.
    """
    require(actor, "improvement.keep", file.plan.council)
    _waits(file)
    held = {**file.renamed, **{str(number): reference for number, reference in told.items()}}
    held = {number: reference for number, reference in held.items() if reference}
    if len(set(held.values())) < len(held):
        raise ValidationError("Two actions cannot both have become the same one. Choose another, or drop one of them.")
    file.renamed = held
    file.save(update_fields=["renamed"])
    return file


def store_plan(
    file: PlanFile, seen: str, agreed_on: date, *,
    title: str = "", reason: str = "", dropped: Mapping[int, str] | None = None, actor: Actor,
) -> PlanVersion:  # fmt: skip
    """Store what a workbook says, as the next version of its plan; all of it or nothing.

    ``seen`` is ``Look.seen`` of what was looked at, ``dropped`` the reason for each action that is not in the file, by
    its number. Rows with something wrong stay out. Raises ValidationError for a missing reason, and where what would be
    stored is not what was looked at any more.
    """
    require(actor, "improvement.keep", file.plan.council)
    with transaction.atomic():
        row = PlanFile.objects.select_for_update(of=("self",)).select_related("plan__council", "paper").get(pk=file.pk)
        _waits(row)
        list(Action.objects.select_for_update(of=("self",)).filter(plan=row.plan).order_by("pk").values_list("pk"))
        held, look = looking(row)
        if look.seen != seen:
            raise ValidationError(f"What {row} would change is not what you looked at any more. Look at it again.")
        if not look.fates:
            raise ValidationError("The file holds no action that can be stored.")
        reasons = _reasons(look, dropped or {})
        Storing(held, min(agreed_on, timezone.localdate()), actor).store(look)
        row.version = agree_version(
            row.plan, agreed_on, title=title, reason=reason, drop=reasons, paper=row.paper, actor=actor
        )
        row.told = storable_json(_told(look))
        row.save(update_fields=["version", "told"])
    return row.version


def throw_plan_file_away(file: PlanFile, *, actor: Actor) -> None:
    """Throw a workbook away that was not stored. Its bytes stay among the papers of the council."""
    require(actor, "improvement.keep", file.plan.council)
    _waits(file)
    file.delete()


def _waits(file: PlanFile) -> None:
    if file.version_id is not None:
        raise ValidationError(f"{file} was stored already.")


def _reasons(look: Look, dropped: Mapping[int, str]) -> dict[int, str]:
    told = {each.pk: dropped.get(each.pk, "").strip() for each in look.missing}
    lacking = [each.reference for each in look.missing if not told[each.pk]]
    if lacking:
        raise ValidationError(
            f"Say why each action is dropped that is not in the file, or what it is called now: {', '.join(lacking)}."
        )
    return told


def _told(look: Look) -> list[dict[str, Any]]:
    """What became of each row, to be kept."""
    rows = [
        {
            "where": each.row.where, "kind": each.kind, "what": each.what[:300], "notes": list(each.notes),
            "changes": [[change.name, change.before, change.after] for change in each.changes],
        }
        for each in look.fates
    ]  # fmt: skip
    faults = [{"where": each.words, "kind": "faulty", "what": "", "notes": [], "changes": []} for each in look.faults]
    return [*rows, *faults]
