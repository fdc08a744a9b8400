"""Two figures of one thing side by side: by how much they differ and may differ, what was said of it, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from arising.measures import agreement, words
from arising.measures.agreement import Allowed
from arising.measures.cards import Card, Unit, Variant
from arising.measures.periods import Period
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.indicators.models import Event, Indicator, Remark, Report, Side
from arising.register.indicators.queries.side_by_side.held import Told

AGREE = "agree"
STANDINGS: dict[str, str] = {**{each.value: each.label for each in Remark.Status}, AGREE: "Agree"}
"""How two figures stand to one another, what is to be looked at first."""


@dataclass(frozen=True)
class Variance:
    """Two figures of one thing, each of a system, and what was said of them, the earliest first."""

    one: Told
    other: Told
    unit: Unit
    allowed: Allowed
    remarks: tuple[Remark, ...]

    @cached_property
    def numbers(self) -> tuple[float, float]:
        """Both figures."""
        one, other = self.one.observation.number, self.other.observation.number
        assert one is not None
        assert other is not None
        return one, other

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both, as a remark keeps them."""
        one, other = self.numbers
        return Side(self.one.system, one, self.one.report), Side(self.other.system, other, self.other.report)

    @property
    def seen(self) -> str:
        """Both figures as text, by which it is known that they are still those that somebody looked at."""
        return " ".join(map(repr, self.numbers))

    @property
    def names(self) -> str:
        """Both systems: "Mosaic and the inspection's tool"."""
        return f"{self.one.name} and {self.other.name}"

    @cached_property
    def is_within(self) -> bool:
        """Whether they differ by no more than they may."""
        return self.allowed.holds(*self.numbers)

    @cached_property
    def standing_remark(self) -> Remark | None:
        """The last remark about these two figures; where they agree, the last of all."""
        about = [one for one in self.remarks if self.is_within or one.is_about(*self.numbers)]
        return about[-1] if about else None

    @property
    def earlier_remarks(self) -> list[Remark]:
        """All other remarks, those about figures that a system gave before among them, the latest first."""
        return [one for one in reversed(self.remarks) if one != self.standing_remark]

    @cached_property
    def status(self) -> str:
        """Open, explained, resolved or agree. What was said of other figures explains nothing of these, so they are
        open again; where they agree it is as somebody left it until somebody says so. While they differ by more than
        they may nothing is resolved."""
        remark = self.standing_remark
        if self.is_within:
            return remark.status if remark else AGREE
        explained = remark is not None and remark.status == Remark.Status.EXPLAINED
        return Remark.Status.EXPLAINED if explained else Remark.Status.OPEN

    @property
    def standing(self) -> str:
        """The same as a reader knows it."""
        return STANDINGS[self.status]

    @cached_property
    def agrees_now(self) -> bool:
        """Whether they agree while what somebody said of them is not yet said to be resolved."""
        return self.is_within and self.status in (Remark.Status.OPEN, Remark.Status.EXPLAINED)

    @property
    def words(self) -> str:
        """By how much they differ, and whether they may."""
        if self.numbers[0] == self.numbers[1]:
            return "They are the same."
        apart = agreement.apart(*self.numbers, self.unit)
        than = "no more than" if self.is_within else "more than"
        return f"They differ by {apart}, {than} the {self.allowed.brief(self.unit)} that they may."

    @property
    def may_differ_by(self) -> str:
        """By how much they may differ, in words."""
        return self.allowed.words(self.unit)

    @cached_property
    def since(self) -> date | None:
        """The day from which both figures were known; None where no day is."""
        return max((day for day in (self.one.since, self.other.since) if day), default=None)


@dataclass(frozen=True)
class Place:
    """An indicator, by one definition, in one period, of which at least two systems give a number. ``change`` is the
    last change of system before the period ended."""

    indicator: Indicator
    card: Card
    variant: Variant
    period: Period
    told: tuple[Told, ...]
    variances: tuple[Variance, ...]
    change: Event | None

    @property
    def unit(self) -> Unit:
        """The unit of its figures."""
        return self.card.unit_of(self.variant.key)

    @property
    def label(self) -> str:
        """Its period as all systems name it, else the day on which it ends."""
        named = {each.observation.period.label for each in self.told}
        return named.pop() if len(named) == 1 else self.period.label

    @property
    def asked(self) -> dict[str, str]:
        """How an address asks for it."""
        period = f"{self.period.kind}_{self.period.start.isoformat()}_{self.period.end.isoformat()}"
        return {"indicator": self.card.key, "variant": self.variant.key, "period": period}

    @property
    def mark(self) -> str:
        """Where it stands on its page."""
        return "-".join(self.asked.values())

    @cached_property
    def differs(self) -> bool:
        """Whether two of its figures differ by more than they may."""
        return not all(each.is_within for each in self.variances)

    def differs_by(self, report: Report) -> bool:
        """Whether a figure of a report differs from another by more than it may."""
        return any(not each.is_within and report in (each.one.report, each.other.report) for each in self.variances)

    @cached_property
    def agrees_now(self) -> bool:
        """Whether all agree while what somebody said of them is not yet said to be resolved."""
        return not self.differs and any(each.agrees_now for each in self.variances)

    @cached_property
    def status(self) -> str:
        """Of how its figures stand to one another, what is to be looked at first."""
        return min((each.status for each in self.variances), key=list(STANDINGS).index)

    @cached_property
    def since(self) -> date:
        """The day from which what is to be looked at first was known, or else the end of the period."""
        known = [each.since for each in self.variances if each.status == self.status and each.since]
        return min(known, default=self.period.end)

    @property
    def after_change(self) -> str:
        """The change of system that came before it or in it, in words; "" where none is known."""
        if self.change is None:
            return ""
        within = self.change.on > self.period.start
        when = "The system changed in this period, on" if within else "After the change of system on"
        return f"{when} {day_in_words(self.change.on)}: {self.change.title}"

    def variance(self, one: str, other: str) -> Variance | None:
        """The one of two systems; None where it has none of them."""
        return next((each for each in self.variances if (each.one.system, each.other.system) == (one, other)), None)


def figures_of(remark: Remark, unit: Unit) -> str:
    """The two figures that a remark is about: "12% and 14%"."""
    return f"{words.shown(remark.one_value, unit)} and {words.shown(remark.other_value, unit)}"
