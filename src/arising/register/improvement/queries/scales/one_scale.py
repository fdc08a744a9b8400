"""One scale through time, with what its scores rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arising.measures import distance
from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.rules import is_clerk
from arising.register.improvement.models import Evidence, Scale, ScaleIndicator, Score
from arising.register.improvement.queries.scales.distances import Line, figures_beside
from arising.register.improvement.queries.scales.scored import counted, is_large_enough, together, travelled_on
from arising.register.improvement.rules import keeps_improvement


@dataclass(frozen=True)
class Reason:
    """What a score of a group rests on, and why it is not lower. ``evidence`` is None where the reader may not see
    it, and where text was written."""

    score: Score
    group: str
    on: date
    evidence: Evidence | None


@dataclass(frozen=True)
class ScalePage:
    """A scale with every score that may be shown, the latest first, and what they rest on."""

    line: Line
    scores: tuple[distance.Score, ...]
    reasons: tuple[Reason, ...]
    beside: tuple[ScaleIndicator, ...]
    followed_by: Scale | None
    follows: Scale | None

    @property
    def scale(self) -> Scale:
        return self.line.scale

    @property
    def words(self) -> str:
        """The answer in words."""
        held = self.line.travelled
        return f"{held.words} {held.spread}" if held.spread else held.words


def scale_page(user: Reader, pk: int) -> ScalePage:
    """A scale that ``user`` may see. Raises Scale.DoesNotExist.

    What people wrote is for officers and clerks: nobody has read it before it is shown. It is left out where the group
    was too small.
    """
    visible = Scale.objects.visible_to(user)
    scale = visible.select_related("council", "plan").get(pk=pk)
    rows = counted(Score.objects.visible_to(user).filter(scale=scale))
    rows = rows.select_related("sheet__round", "sheet__group").order_by("sheet__group__pk", "pk")
    scores = together(rows).get(scale.pk, [])
    ((_, held),) = travelled_on([scale], {scale.pk: scores})
    figures = figures_beside(user, scale.council, [held], [scale])
    shown = tuple(one for one in scores if is_large_enough(one.people))
    return ScalePage(
        Line(scale, held, figures.get(scale.pk, ())), shown, _reasons(user, scale, list(rows), shown),
        tuple(ScaleIndicator.objects.visible_to(user).filter(scale=scale).select_related("indicator")),
        visible.filter(follows=scale).first(), visible.filter(followed_by=scale).first(),
    )  # fmt: skip


def scale_beside(user: Reader, pk: int) -> ScaleIndicator:
    """An indicator beside a scale. Raises ScaleIndicator.DoesNotExist."""
    return ScaleIndicator.objects.visible_to(user).select_related("scale__council", "indicator").get(pk=pk)


def _reasons(
    user: Reader, scale: Scale, rows: list[Score], shown: tuple[distance.Score, ...]
) -> tuple[Reason, ...]:  # fmt: skip
    reads = Audience.OFFICERS in audiences_for(user) or is_clerk(user, scale) or keeps_improvement(user, scale)
    keys = {(one.group, one.on) for one in shown}
    seen = Evidence.objects.visible_to(user).in_bulk([each.evidence_id for each in rows if each.evidence_id])
    found = []
    for one in rows:
        group, on = one.sheet.group.name, one.sheet.round.day
        evidence = seen.get(one.evidence_id) if one.evidence_id else None
        wrote = reads and (one.evidence_text or one.why_not_lower)
        if (group, on) in keys and (evidence or wrote):
            if not reads:
                one.evidence_text = one.why_not_lower = one.evidence_source = ""
            found.append(Reason(one, group, on, evidence))
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))
