"""The engagement log as a reader may see it: what was heard, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from arising.measures.statistics import suppressed
from arising.measures.values import Symbol
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Engagement

STATES = {
    "done": "Something was done", "to_do": "Something will be done", "nothing": "Nothing was said of what will be done"
}  # fmt: skip
_KINDS = {
    "forum": ("forum or meeting", "forums and meetings"),
    "visit": ("visit to the front line", "visits to the front line"),
    "app": ("app or web page", "apps and web pages"), "complaints": ("report of complaints", "reports of complaints"),
    "compliments": ("report of compliments", "reports of compliments"), "other": ("other way", "other ways"),
}  # fmt: skip
_REST = "\0"


@dataclass(frozen=True)
class Heard:
    """An entry of the log as it may be shown: small numbers are told as fewer than so many."""

    row: Engagement

    @property
    def state(self) -> str:
        """How it stands: "done", "to_do" or "nothing"."""
        if self.row.done:
            return "done"
        return "to_do" if self.row.will_do else "nothing"

    @property
    def state_words(self) -> str:
        """How it stands, in words."""
        return STATES[self.state]

    @property
    def count(self) -> str:
        """How many people, complaints or compliments it is of; empty where nobody said."""
        return _shown(self.row.count) if self.row.count is not None else ""

    @property
    def themes(self) -> list[tuple[str, str]]:
        """Each theme with how many it is of, small numbers kept back, and what would tell them."""
        counts = {theme: count for theme, count in self.row.themes if count is not None}
        rest = (self.row.count or 0) - sum(counts.values())
        whole = {**counts, _REST: rest} if rest > 0 else counts
        may = suppressed(whole, smallest=settings.SMALLEST_GROUP).counts if counts else {}
        return [(theme, _number(may.get(theme)) if count is not None else "") for theme, count in self.row.themes]

    @property
    def words(self) -> str:
        """What was heard, and what came of it, in sentences."""
        return " ".join(told_of(self.row))


@dataclass(frozen=True)
class Log:
    """What was heard in a council, the latest first. ``everything`` is without the filters."""

    council: Council
    entries: tuple[Heard, ...]
    everything: tuple[Heard, ...]

    @property
    def words(self) -> str:
        """How often people were heard, and what came of it."""
        if not self.everything:
            return "Nothing that was heard is on record yet."
        kinds = Counter(each.row.kind for each in self.everything)
        parts = [f"{count} {_KINDS[kind][count > 1]}" for kind, count in kinds.most_common()]
        times = "once" if len(self.everything) == 1 else f"{len(self.everything)} times"
        states = Counter(each.state for each in self.everything)
        said = states["done"] + states["to_do"]
        came = (
            f"Something was said to be done about {said} of them, and is done about {states['done']}."
            if said else "Nothing was said of what will be done."
        )  # fmt: skip
        return f"People were heard {times}: {_and(parts)}. {came}"

    @property
    def themes(self) -> list[str]:
        """The themes of all entries, in order."""
        return sorted({theme for each in self.everything for theme, _ in each.row.themes})


def engagement_log(user: Reader, council: Council, *, kind: str = "", theme: str = "", state: str = "") -> Log:
    """What was heard in a council, narrowed to a kind, a theme, or how it stands."""
    everything = tuple(Heard(row) for row in _entries(user).filter(council=council))
    entries = tuple(
        each for each in everything
        if (not kind or each.row.kind == kind)
        and (not theme or theme in {name for name, _ in each.row.themes})
        and (not state or each.state == state)
    )  # fmt: skip
    return Log(council, entries, everything)


def heard(user: Reader, pk: int) -> Heard:
    """One entry. Raises Engagement.DoesNotExist."""
    return Heard(_entries(user).get(pk=pk))


def told_of(row: Engagement) -> tuple[str, str]:
    """What an entry says, as evidence: a title, and the whole. Small numbers are not in it."""
    one = Heard(row)
    by = f"{row.get_of_display()}, {row.get_kind_display().lower()}"
    title = f"{by}: {row.heard}"
    said = [f"{one.count.capitalize()} in all."] if one.count else []
    themes = [f"{theme} ({count})" if count else theme for theme, count in one.themes]
    said += [f"Themes: {', '.join(themes)}."] if themes else []
    if row.will_do:
        said.append(f"To be done{f' by {day_in_words(row.will_do_by)}' if row.will_do_by else ''}: {row.will_do}")
    if row.done and row.done_on:
        said.append(f"Done on {day_in_words(row.done_on)}: {row.done}")
    return (title if len(title) <= 500 else f"{title[:499]}…"), " ".join([row.heard, *said])


def _entries(user: Reader) -> QuerySet[Engagement]:
    return Engagement.objects.visible_to(user).select_related("council", "evidence")


def _shown(count: int) -> str:
    if 0 < count < settings.SMALLEST_GROUP:
        return f"fewer than {settings.SMALLEST_GROUP}"
    return f"{count:,}"


def _number(count: int | Symbol | None) -> str:
    return f"{count:,}" if isinstance(count, int) else "kept back"


def _and(parts: Iterable[str]) -> str:
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last
