"""How many of each group were asked in a round, and how many of them answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError

from arising.register.accounts.history import Actor, remove, save
from arising.register.improvement.models import GroupResponse, SurveyRound
from arising.register.improvement.operations.plans.making import one_line
from arising.register.improvement.surveying.shown import Response


def keep_responses(
    row: SurveyRound, told: Mapping[str, Response | None], *, whole: bool = False, actor: Actor, why: str
) -> None:
    """Keep how many of a group answered, and of how many who were asked; None leaves what is held. ``whole`` says that
    ``told`` is all of it: a group that is not in it goes.

    For operations that hold the round. Raises ValidationError, which ``check_responses`` does too.
    """
    held = {each.group: each for each in row.responses.all()}
    wanted = {one_line(group): response for group, response in told.items()}
    if unknown := [group for group, response in wanted.items() if response is None and group not in held]:
        raise ValidationError({"by_group": f"The register holds nothing of “{unknown[0]}”. Give how many."})
    for group, each in held.items():
        if whole and group not in wanted:
            remove(each, actor=actor, why=why)
    for group, response in wanted.items():
        if response is None or (group in held and response == held[group].response):
            continue
        each = held.get(group) or GroupResponse(round=row, group=group)
        each.answered, each.asked = response
        if lines := list(_wrong(each)):
            raise ValidationError({"by_group": lines})
        save(each, actor=actor, why=why)
    check_responses(row)


def check_responses(row: SurveyRound) -> None:
    """Raises ValidationError where the groups of a round hold more people than it, or fewer than gave an answer."""
    held = list(GroupResponse.objects.filter(round=row))
    lines = []
    answered, asked = sum(each.answered for each in held), sum(each.asked for each in held)
    if answered > row.answered:
        lines.append(f"{answered:,} answered in all groups, and {row.answered:,} in all. Put one of them right.")
    if row.asked is not None and asked > row.asked:
        lines.append(f"{asked:,} were asked in all groups, and {row.asked:,} in all. Put one of them right.")
    most: dict[str, int] = {}
    for groups in SurveyRound.objects.get(pk=row.pk).by_question.values():
        for group, answers in groups.items():
            most[group] = max(most.get(group, 0), sum(answers.values()))
    lines += [
        f"“{each.group}”: {most[each.group]:,} answers are held to one question, and {each.answered:,} answered."
        for each in held
        if most.get(each.group, 0) > each.answered
    ]
    if lines:
        raise ValidationError({"by_group": lines})


def _wrong(each: GroupResponse) -> Iterator[str]:
    if not each.group or len(each.group) > 100:
        yield "Name the group, in at most 100 characters."
    if each.asked < 1:
        yield f"“{each.group}”: say how many were asked, 1 at least."
    elif not 0 <= each.answered <= each.asked:
        yield f"“{each.group}”: {each.answered:,} cannot have answered: {each.asked:,} were asked."
