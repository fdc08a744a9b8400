"""Evidence as a reader may see it, and what the chart of an indicator showed on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from arising.measures import words
from arising.measures.charting import charted
from arising.measures.observations import Observation
from arising.measures.spc import Point
from arising.register.accounts.audiences import Audience, Reader
from arising.register.bodies.models import Council
from arising.register.improvement.models import Attached, AuditRound, Engagement, Evidence, SurveyRound
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator
from arising.register.indicators.queries.cards import rules

Signal = Evidence.Signal
_READINGS = {
    "special_cause_improvement": Signal.IMPROVEMENT,
    "special_cause_concern": Signal.CONCERN,
}
_TITLES = {
    Signal.IMPROVEMENT: "better, beyond noise",
    Signal.CONCERN: "worse, beyond noise",
    Signal.CHANGE: "changed, beyond noise",
    Signal.NONE: "no signal of change",
    Signal.NO_CHART: "no chart, so no signal",
}


@dataclass(frozen=True)
class Shown:
    """What the chart of an indicator showed on a day: its signal, the last figure by then, and both in words.

    ``audience`` is the widest that may read of it: a council's own figures may be for fewer than everybody.
    """

    signal: Evidence.Signal
    latest: Observation
    title: str
    words: str
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Origin:
    """What a piece of evidence was made of, whose counts it tells, and what that is called in a sentence."""

    of: SurveyRound | AuditRound | Engagement
    what: str


@dataclass(frozen=True)
class EvidencePage:
    """A piece of evidence, the actions that it is attached to and what it was made of, as far as the reader may see
    them."""

    evidence: Evidence
    attached: tuple[Attached, ...]
    origin: Origin | None = None

    @property
    def words(self) -> str:
        """What it is worth, in a sentence."""
        if self.evidence.kind == Evidence.Kind.INDICATOR and not self.evidence.shows_impact:
            return (
                "The chart shows no improvement beyond noise on that day, so this does not show that anything worked."
            )
        if not self.evidence.shows_impact:
            return "A document shows that something was done. It does not show that it worked."
        if not self.attached:
            return "It is attached to no action yet, so it shows nothing of the plan."
        count = len(self.attached)
        return f"It is attached to {count} action{'' if count == 1 else 's'} of the plan."


def all_evidence(user: Reader, council: Council, kind: str = "") -> QuerySet[Evidence]:
    """The evidence of a council, the latest first."""
    found = Evidence.objects.visible_to(user).filter(council=council).select_related("indicator", "paper")
    return found.filter(kind=kind) if kind else found


def one_evidence(user: Reader, pk: int) -> Evidence:
    """One piece of evidence. Raises Evidence.DoesNotExist."""
    return Evidence.objects.visible_to(user).select_related("council", "indicator", "paper", "item").get(pk=pk)


def evidence_page(user: Reader, pk: int) -> EvidencePage:
    """The page of a piece of evidence. Raises Evidence.DoesNotExist."""
    evidence = one_evidence(user, pk)
    attached = Attached.objects.visible_to(user).filter(evidence=evidence, action__dropped_in=None)
    origin = origin_of(evidence)
    if origin is not None and not type(origin.of).objects.visible_to(user).filter(pk=origin.of.pk).exists():
        origin = None
    return EvidencePage(evidence, tuple(attached.select_related("action__plan", "attached_by")), origin)


def origin_of(evidence: Evidence) -> Origin | None:
    """What a piece of evidence was made of; None where a person, or a chart, wrote it. For operations, and for what
    narrows it to a reader."""
    made: tuple[tuple[type[SurveyRound | AuditRound | Engagement], str], ...] = (
        (SurveyRound, "a survey"), (AuditRound, "audits"), (Engagement, "the engagement log"),
    )  # fmt: skip
    for model, what in made:
        if (row := model._default_manager.filter(evidence=evidence).first()) is not None:
            return Origin(row, what)
    return None


def shown_on(user: Reader, council: Council, indicator: Indicator, variant: str, on: date) -> Shown:
    """What the chart of an indicator of a council showed on a day, from the figures of periods that were over by then.

    Raises Indicator.DoesNotExist where the council is no area, or ``user`` sees no figure by that day.
    """
    area = indicators.area_of(council)
    if area is None:
        raise Indicator.DoesNotExist(f"{council} is no area that figures are published for.")
    page = indicators.indicator_page(user, indicator.key, area, variant)
    by_then = [one for one in page.observations if one.period.end <= on]
    if not by_then:
        raise Indicator.DoesNotExist("There is no figure by that day.")
    segments = {each.end: each.name for each in page.segments}
    drawn = charted(page.card, by_then, rebase=segments, rules=rules())
    latest = by_then[-1]
    said = [words.latest(page.card, latest, (), page.unit)]
    if drawn.chart is None:
        signal = Signal.NO_CHART
        said.append(f"No chart can be drawn, so it cannot be told from noise. {drawn.why}")
    else:
        signal = _signal(drawn.chart.points[-1])
        said.append(words.change(drawn.chart, drawn.periods))
    held = page.own.reports if page.own else ()
    audience = max((Audience(each.audience) for each in held), key=lambda each: each.rank, default=Audience.PUBLIC)
    title = f"{page.card.name}, {latest.period.label}: {_TITLES[signal]}"
    return Shown(signal, latest, title, " ".join(said), audience)


def _signal(last: Point) -> Evidence.Signal:
    if not last.is_signal:
        return Signal.NONE
    return _READINGS.get(last.reading, Signal.CHANGE)
