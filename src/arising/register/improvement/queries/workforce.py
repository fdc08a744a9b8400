"""Who was recruited and is still there, what agency staff cost, and the published figures beside both."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from arising.measures.words import shown
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import MONTHS, day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import CohortCount, RecruitmentCohort, WorkforceCost
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator

BESIDE = ("vacancies", "turnover", "agency", "caseload")
"""The published indicators of the workforce."""
Stage = CohortCount.Stage
_NUMBERS = "none one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True)
class Cohort:
    """People who were offered posts at one time, and how far they came."""

    cohort: RecruitmentCohort
    counts: dict[str, CohortCount]
    today: date

    @property
    def cells(self) -> list[tuple[str, CohortCount | None, str]]:
        """Each stage with its count, and what is to be said where there is none."""
        return [(str(each.label), self.counts.get(each), self._missing(each)) for each in Stage]

    @property
    def words(self) -> str:
        """ "Of twelve offered in March 2023, nine started and six were in post after a year." """
        made = f"{MONTHS[self.cohort.offered_on.month - 1]} {self.cohort.offered_on.year}"
        told = [f"{in_words(one.count)} {_did(Stage(one.stage), one.count)}" for one in self._telling]
        joined = " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
        return f"Of {in_words(self.cohort.offered)} offered in {made}, {joined or 'nobody has said what became'}."

    @property
    def overdue(self) -> list[str]:
        """Which counts could be known by now and are not."""
        return [each.label.lower() for each in Stage if each.months and self._is_due(each)]

    @property
    def _telling(self) -> list[CohortCount]:
        """What is worth a sentence: who started, or else accepted, and who is there at the latest count."""
        started = self.counts.get(Stage.STARTED) or self.counts.get(Stage.ACCEPTED)
        stayed = [self.counts[each] for each in Stage if each.months and each in self.counts]
        return [*([started] if started else []), *stayed[-1:]]

    def _is_due(self, stage: Stage) -> bool:
        return stage not in self.counts and months_after(self.cohort.offered_on, stage.months) < self.today

    def _missing(self, stage: Stage) -> str:
        return "nobody has said" if self._is_due(stage) or not stage.months else "not yet"


@dataclass(frozen=True)
class Cost:
    """What staff cost in a period."""

    cost: WorkforceCost

    @property
    def share(self) -> float:
        """The share that went to agency staff."""
        return self.cost.agency / (self.cost.agency + self.cost.permanent)

    @property
    def period(self) -> str:
        """ "1 April 2023 to 31 March 2024"."""
        return f"{day_in_words(self.cost.starts_on)} to {day_in_words(self.cost.ends_on)}"

    @property
    def permanent(self) -> str:
        return shown(float(self.cost.permanent), "£")

    @property
    def agency(self) -> str:
        return shown(float(self.cost.agency), "£")


@dataclass(frozen=True)
class Published:
    """A published indicator of the workforce, in a sentence, and where it stands."""

    name: str
    words: str
    page: indicators.IndicatorPage

    @property
    def address(self) -> str:
        """The address of its page."""
        return self.page.address

    @property
    def asks(self) -> str:
        """What the address of its chart asks for."""
        return self.page.address.partition("?")[2]


@dataclass(frozen=True)
class Workforce:
    """The workforce of a council: cohorts and costs, the latest first, and the published figures."""

    council: Council
    cohorts: tuple[Cohort, ...]
    costs: tuple[Cost, ...]
    published: tuple[Published, ...]

    @property
    def address(self) -> str:
        """Where its page is."""
        return reverse("workforce", args=[self.council.slug])

    @property
    def cohort_words(self) -> str:
        """What became of those who were offered posts last; "" where nobody was."""
        return self.cohorts[0].words if self.cohorts else ""

    @property
    def cost_words(self) -> str:
        """What share of the cost went to agency staff, and what it was before; "" where no cost is recorded."""
        return compared(self.costs) if self.costs else ""

    @property
    def words(self) -> str:
        """The answer in words."""
        told = [each for each in (self.cohort_words, self.cost_words) if each]
        late = sum(bool(each.overdue) for each in self.cohorts)
        told += [f"Of {late} cohort{'' if late == 1 else 's'} a count is due that nobody has given."] if late else []
        return " ".join(told) or "No recruitment and no cost is recorded here yet."


def workforce(user: Reader, council: Council) -> Workforce:
    """The workforce of a council, as far as ``user`` may see it."""
    return replace(costs_and_cohorts(user, council), published=tuple(_published(user, council)))


def costs_and_cohorts(user: Reader, council: Council) -> Workforce:
    """The same without the published figures."""
    today = timezone.localdate()
    cohorts = RecruitmentCohort.objects.visible_to(user).filter(council=council).prefetch_related("counts")
    return Workforce(
        council,
        tuple(Cohort(one, {each.stage: each for each in one.counts.all()}, today) for one in cohorts),
        tuple(Cost(one) for one in WorkforceCost.objects.visible_to(user).filter(council=council)),
        (),
    )


def compared(costs: Sequence[Cost]) -> str:
    """What share agency staff took of the latest of some costs, and of those before them, in words."""
    latest, *earlier = costs
    told = f"From {latest.period} agency staff took {latest.share:.0%} of what staff cost."
    return f"{told} From {earlier[0].period} it was {earlier[0].share:.0%}." if earlier else told


def cohort(user: Reader, pk: int) -> RecruitmentCohort:
    """A cohort. Raises RecruitmentCohort.DoesNotExist."""
    return RecruitmentCohort.objects.visible_to(user).select_related("council").get(pk=pk)


def in_words(number: int) -> str:
    """A count in a sentence: "nine", and "13" from thirteen on."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _published(user: Reader, council: Council) -> list[Published]:
    area = indicators.area_of(council)
    found = []
    for key in BESIDE if area else ():
        try:
            page = indicators.indicator_page(user, key, area)  # type: ignore[arg-type]
        except Indicator.DoesNotExist:
            continue
        if page.latest is not None:
            found.append(Published(page.card.name, page.words[0], page))
    return found


def _did(stage: Stage, count: int) -> str:
    if stage is Stage.ACCEPTED:
        return "accepted"
    if stage is Stage.STARTED:
        return "started"
    was = "was" if count == 1 else "were"
    return f"{was} {stage.label[0].lower()}{stage.label[1:]}"
