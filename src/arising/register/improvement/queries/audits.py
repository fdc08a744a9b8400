"""Audits of practice: what was planned and done, what was graded, whether teams differ, and whether graders agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import QuerySet

from arising.measures.statistics import Funnel, Group, Interval, Kappa, kappa, newcombe, proportions, wilson
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.models import AuditRound
from arising.register.improvement.tables import TeamRow

TOGETHER = "Smaller teams together"


@dataclass(frozen=True)
class Audits:
    """The audits of a period. ``teams`` may be shown with their grades: those with too few are one row together.

    ``planned`` has every team, for how many audits were planned and done tells nothing of what was found; None where
    nobody said how many were planned.
    """

    round: AuditRound
    teams: tuple[TeamRow, ...]
    planned: tuple[TeamRow, ...]
    moderated: tuple[tuple[int, ...], ...]

    @property
    def grades(self) -> list[str]:
        """The grades, the best first."""
        return list(self.round.grades)

    @property
    def by_grade(self) -> list[int]:
        """How many of all got each grade."""
        return [sum(row.counts[at] for row in self.teams) for at in range(len(self.grades))]

    @property
    def done(self) -> int:
        """How many audits were done."""
        return sum(self.by_grade)

    @property
    def wanted(self) -> int | None:
        """How many were planned; None where nobody said."""
        told = [row.planned for row in self.planned if row.planned is not None]
        return sum(told) if told else None

    @property
    def is_enough(self) -> bool:
        """Whether there are enough audits to show what was graded."""
        return self.done >= settings.SMALLEST_GROUP

    @property
    def good(self) -> int:
        """How many were good or better."""
        return sum(self.by_grade[: self.round.good])

    @property
    def named_good(self) -> str:
        """What good or better is called by the grades: "good or better"."""
        last = self.grades[self.round.good - 1].lower()
        return last if self.round.good == 1 else f"{last} or better"

    @cached_property
    def share(self) -> Interval | None:
        """The share that was good or better, and between what it may lie."""
        return wilson(self.good, self.done) if self.is_enough else None

    @cached_property
    def funnel(self) -> Funnel | None:
        """Whether teams differ by more than their size explains. Teams that are shown together are no team."""
        groups = [
            Group(row.team, sum(row.counts[: self.round.good]), row.done)
            for row in self.teams
            if row.done and row.team != TOGETHER
        ]
        return proportions(groups, target=self.good / self.done) if self.is_enough and groups else None

    @cached_property
    def agreement(self) -> Kappa | None:
        """How far auditors and moderators agree; None where too few were moderated to be shown."""
        files = sum(map(sum, self.moderated))
        return kappa(self.moderated, weights="linear") if files >= settings.SMALLEST_GROUP else None

    @property
    def share_in_words(self) -> str:
        """ "46 of 84 (55%) were good or better"."""
        return f"{self.good} of {self.done} ({self.good / self.done:.0%}) were {self.named_good}"

    @property
    def words(self) -> list[str]:
        """The answer in sentences."""
        if not self.done:
            wanted = f"{self.wanted} audits are planned. " if self.wanted else ""
            return [f"{wanted}None is graded yet."]
        if not self.is_enough:
            return ["Too few audits were done to show what was graded."]
        of = f" of {self.wanted} that were planned" if self.wanted is not None else ""
        share = self.share
        assert share is not None
        told = [
            f"{self.done} audits were done{of}.",
            f"{self.share_in_words}. With so many audits the share for practice as a whole lies between"
            f" {share.lower:.0%} and {share.upper:.0%}.",
        ]
        told += [str(self.funnel)] if self.funnel else []
        if self.agreement:
            told += [f"Auditors and moderators: {self.agreement}", *self.agreement.cautions]
        elif not self.moderated:
            told.append("None was moderated, so nothing tells whether another auditor would have graded the same.")
        return told


@dataclass(frozen=True)
class Compared:
    """Audits with the share that was good or better, beside those before them; None where there are none."""

    audits: Audits
    share: Interval
    before: Audits | None
    earlier: Interval | None

    @property
    def is_beyond_chance(self) -> bool:
        """Whether the two shares differ by more than chance explains."""
        if self.before is None:
            return False
        return newcombe(self.before.good, self.before.done, self.audits.good, self.audits.done).changed

    @property
    def words(self) -> str:
        """The share, and how it stands to the one before, in words."""
        told = f"{_begun(self.audits.round.title)}: {self.audits.share_in_words}."
        if self.before is None or self.earlier is None:
            return told
        how = "beyond what chance explains" if self.is_beyond_chance else "which chance alone may explain"
        return f"{told} {_begun(self.before.round.title)}: {self.earlier.estimate:.0%}, a difference {how}."


@dataclass(frozen=True)
class AuditsPage:
    """The audits of a council, the latest first."""

    council: Council
    rounds: tuple[Audits, ...]

    @property
    def graded(self) -> list[tuple[Audits, Interval]]:
        """Those with a share to show, the earliest first."""
        return [(one, one.share) for one in reversed(self.rounds) if one.share]

    @property
    def compared(self) -> list[Compared]:
        """The same, each beside those before it."""
        graded = self.graded
        pairs = zip(graded, [None, *graded], strict=False)
        return [
            Compared(one, share, *(before or (None, None)))
            for (one, share), before in pairs
        ]  # fmt: skip

    @property
    def words(self) -> str:
        """The answer in words."""
        if not self.rounds:
            return "No audit of practice is planned or recorded here yet."
        if not self.compared:
            return " ".join(self.rounds[0].words)
        told = self.compared[-1].words
        late = sum(max(0, (one.wanted or 0) - one.done) for one in self.rounds if one.wanted is not None)
        return f"{told} {late} audits that were planned are not done." if late else told


def audits_page(user: Reader, council: Council) -> AuditsPage:
    """The audits of a council that ``user`` may see."""
    return AuditsPage(council, tuple(told_of(one) for one in _visible(user).filter(council=council)))


def audits(user: Reader, pk: int) -> Audits:
    """The audits of a period. Raises AuditRound.DoesNotExist."""
    return told_of(_visible(user).get(pk=pk))


def told_of(one: AuditRound) -> Audits:
    """What was planned, done and graded."""
    rows = [TeamRow(each.team, each.planned, tuple(each.counts) or (0,) * len(one.grades)) for each in one.teams.all()]
    size = len(one.grades)
    moderated = [[0] * size for _ in range(size)]
    for each in one.moderated.all():
        moderated[each.auditor][each.moderator] = each.count
    pairs = tuple(tuple(line) for line in moderated) if any(map(sum, moderated)) else ()
    return Audits(one, joined(rows, settings.SMALLEST_GROUP), tuple(rows), pairs)


def joined(rows: Sequence[TeamRow], smallest: int) -> tuple[TeamRow, ...]:
    """The teams with their grades, those with fewer audits than ``smallest`` as one row.

    Where that row would be one team, or too few audits, the next larger team goes into it too: what it graded could
    else be told from the total.
    """
    graded = sorted((row for row in rows if row.done), key=lambda row: (row.done, row.team))
    together = [row for row in graded if row.done < smallest]
    rest = graded[len(together) :]
    while together and rest and (len(together) < 2 or sum(row.done for row in together) < smallest):
        together.append(rest.pop(0))
    shown = sorted(rest, key=lambda row: row.team)
    if together:
        counts = tuple(map(sum, zip(*(row.counts for row in together), strict=True)))
        shown.append(TeamRow(TOGETHER, None, counts))
    return tuple(shown)


def _visible(user: Reader) -> QuerySet[AuditRound]:
    found = AuditRound.objects.visible_to(user).select_related("council", "evidence")
    return found.prefetch_related("teams", "moderated")


def _begun(title: str) -> str:
    """A title as a sentence begins with it."""
    return f"{title[:1].upper()}{title[1:]}"
