"""A register in which scales of every audience were scored, and practice audited, with a mark in whatever was
written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import Scale, ScoringRound
from arising.register.improvement.operations import Given, Wording
from arising.register.improvement.tables import AuditTable, TeamRow
from arising.register.indicators.models import Indicator

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def score_for_everything(
    council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime], today: date
) -> None:
    """Word a scale for each mark, let a group score it twice, and leave one scoring of everybody's open, with links."""
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    group = operations.add_scoring_group(council, "board", 9, name="The Board", **TOLD)
    for mark, each in seen.items():
        scale = operations.add_scale(
            council, mark, Wording(mark, mark, mark, 2, 8), baseline_on=today, seen=each, **TOLD
        )  # fmt: skip
        operations.put_beside(scale, Indicator.objects.get(key="re-referrals"), **TOLD)
        for months, value in ((6, 3), (3, 5)):
            last = today - timedelta(days=30 * months)
            one = _round(council, [scale], mark, last, seen=each)
            given = Given(scale, value, mark, None, mark, last, mark)
            operations.type_scores_in(one, group, [given], people=6, met_on=last, actor=None)
    opened = Scale.objects.filter(audience=Audience.PUBLIC, visible_from=None)
    _round(council, list(opened), "Open to all", today + timedelta(days=9), seen=Seen(), days=30)


def links_of_all() -> list[str]:
    """The secrets of links to every scoring that everybody may see."""
    made = []
    for one in ScoringRound.objects.filter(title="Open to all"):
        group = one.council.scoring_groups.get()
        group.size += 1
        group.save()
        made += operations.make_links(one, group, 1, **TOLD)
    return [path.split("/")[2] for path in made]


def _round(
    council: Council, scales: list[Scale], title: str, last: date, *, seen: Seen, days: int = 5
) -> ScoringRound:  # fmt: skip
    return operations.add_scoring_round(
        council, scales, title=title, opens_on=last - timedelta(days=days), closes_on=last, seen=seen, **TOLD
    )


def audit_for_everything(
    council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime], today: date
) -> None:  # fmt: skip
    """Record audits for each mark, with it in whatever is written, and make evidence of them."""
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    for mark, each in seen.items():
        for evidence in (True, False):
            one = operations.add_audits(council, mark, today, today, planned={mark: 12}, seen=each, **TOLD)
            table = AuditTable((mark, f"{mark}2"), (TeamRow(mark, None, (7, 5)),), ((4, 1), (1, 4)))
            operations.record_audits(one, table, good=1, file=mark, **TOLD)
            if evidence:
                operations.audits_as_evidence(one, **TOLD)


def recruit_for_everything(
    council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime], today: date
) -> None:  # fmt: skip
    """Record a cohort and a cost for each mark, with it in whatever is written."""
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    for number, (mark, each) in enumerate(seen.items()):
        one = operations.add_cohort(council, mark, today, 9, source=mark, seen=each, **TOLD)
        operations.count_cohort(one, "started", 8, today, **TOLD)
        day = today - timedelta(days=number)
        operations.record_cost(council, day, day, 5, 6, source=mark, seen=each, **TOLD)
