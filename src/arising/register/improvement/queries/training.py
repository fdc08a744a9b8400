"""What the members of a body learned: sessions and visits, who took them up, what they led to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Body, Item, Membership, Person
from arising.register.bodies.withheld import WITHHELD, masks_for
from arising.register.improvement.annual import Between, municipal_year
from arising.register.improvement.models import LedTo, Occasion, TookPart
from arising.register.matters import queries as matters
from arising.register.matters.models import Matter
from arising.register.obligations import queries as obligations

COOPTED = "co-opt"


@dataclass(frozen=True)
class Belonging:
    """Somebody who belongs to a body, as far as the days are known."""

    person: int
    role: str
    start: date | None
    end: date | None

    def on(self, day: date) -> bool:
        """Whether they may have belonged to it on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class OccasionLine:
    """A session or a visit, with its number in the table: who took part, of how many, and what it led to."""

    number: int
    occasion: Occasion
    took_part: tuple[str, ...]
    members: int
    led_to: tuple[LedTo, ...]

    @property
    def words(self) -> str:
        """How many took it up."""
        if self.occasion.is_to_come:
            return "It is still to come."
        count = len(self.took_part)
        if not self.occasion.is_training or not self.members:
            return f"{count} took part."
        return f"{count} of {self.members} members took it up."


@dataclass(frozen=True)
class MemberLine:
    """A member or co-optee: which sessions they took up ("yes", "no", "to come", or "" where they were no member then),
    and how many visits they made."""

    name: str
    role: str
    cells: tuple[tuple[OccasionLine, str], ...]
    visits: int

    @property
    def took_up(self) -> int:
        """How many sessions they took up."""
        return sum(cell == "yes" for _, cell in self.cells)

    @property
    def offered(self) -> int:
        """How many sessions they were offered."""
        return sum(cell in ("yes", "no") for _, cell in self.cells)

    @property
    def is_coopted(self) -> bool:
        """Whether they are a co-optee, as far as their role says."""
        return COOPTED in self.role.casefold()


@dataclass(frozen=True)
class TrainingPage:
    """What members learned in a municipal year. ``years`` are those of which something is held, the last first."""

    body: Body
    year: Between
    years: tuple[Between, ...]
    sessions: tuple[OccasionLine, ...]
    visits: tuple[OccasionLine, ...]
    members: tuple[MemberLine, ...]

    @property
    def label(self) -> str:
        """The year, as people write it."""
        return label_of(self.year)

    @property
    def words(self) -> str:
        """What members took up, and what came of it, in sentences."""
        said = [self._of_sessions(), self._of_visits()]
        led = sum(bool(line.led_to) and not line.occasion.is_to_come for line in (*self.sessions, *self.visits))
        over = sum(not line.occasion.is_to_come for line in (*self.sessions, *self.visits))
        if led:
            said.append(f"{led} of {over} led to something on record.")
        elif over:
            said.append("None is known to have led to anything.")
        return " ".join(said)

    def _of_sessions(self) -> str:
        count = sum(not line.occasion.is_to_come for line in self.sessions)
        if not count:
            return "A training session is still to come." if self.sessions else "No training session is on record."
        offered = "the one training session" if count == 1 else f"at least one of {count} training sessions"
        members = [line for line in self.members if line.offered]
        if not members:
            return f"{count} training session{'' if count == 1 else 's'} offered; who took them up is not known."
        took = sum(line.took_up > 0 for line in members)
        coopted = sum(line.is_coopted for line in members)
        who = f"{len(members)} members" + (f", {coopted} of them co-opted" if coopted else "")
        none = len(members) - took
        return f"Of {who}, {took} took up {offered}; {none or 'nobody'} took up none."

    def _of_visits(self) -> str:
        count = sum(not line.occasion.is_to_come for line in self.visits)
        if not count:
            return "A visit is still to come." if self.visits else "No visit is on record."
        return f"Members made {count} visit{'' if count == 1 else 's'}."


def label_of(year: Between) -> str:
    """A municipal year as people write it: 2025/26."""
    return f"{year.since.year}/{year.until.year % 100:02}"


def training(user: Reader, body: Body, year: str = "") -> TrainingPage:
    """What the members of a body learned in a municipal year ("2025-05-01", its first day), else in the last of which
    something is held."""
    everything = list(_occasions(user).filter(body=body).order_by("on", "pk"))
    years = sorted({municipal_year(each.on) for each in everything}, key=lambda each: each.since, reverse=True)
    last = years[0] if years else municipal_year(timezone.localdate())
    chosen = next((each for each in years if each.since.isoformat() == year), last)
    held = [each for each in everything if chosen.since <= each.on <= chosen.until]
    belonging = _belonging(user, body)
    took = _took_part(held)
    names = _names(user, {*(each.person for each in belonging), *(pk for those in took.values() for pk in those)})
    led_to = _led_to(user, held)
    lines = [
        OccasionLine(
            number, each, tuple(sorted(names[pk] for pk in took.get(each.pk, ()))),
            len({one.person for one in belonging if one.on(each.on)}), tuple(led_to.get(each.pk, ())),
        )
        for number, each in enumerate(held, start=1)
    ]  # fmt: skip
    sessions = tuple(line for line in lines if line.occasion.is_training)
    visits = tuple(line for line in lines if not line.occasion.is_training)
    members = _members(sessions, visits, belonging, took, names)
    return TrainingPage(body, chosen, tuple(years), sessions, visits, members)


def occasions_between(user: Reader, body: Body, time: Between) -> list[OccasionLine]:
    """The sessions and visits of members of a body in ``time``, in the order of their days."""
    years = [each for each in training(user, body).years if each.since <= time.until and each.until >= time.since]
    pages = [training(user, body, each.since.isoformat()) for each in years]
    lines = [line for page in pages for line in (*page.sessions, *page.visits)]
    within = [line for line in lines if time.since <= line.occasion.on <= time.until]
    return sorted(within, key=lambda line: (line.occasion.on, line.occasion.pk))


def training_summary(user: Reader, body: Body) -> str:
    """What the members of a body learned, in a sentence or two."""
    page = training(user, body)
    if not page.years:
        return "No training session and no visit of members is on record."
    return f"In {page.label}: {page.words}"


def occasion(user: Reader, pk: int) -> Occasion:
    """A session or a visit. Raises Occasion.DoesNotExist."""
    return _occasions(user).get(pk=pk)


def occasion_line(user: Reader, pk: int) -> OccasionLine:
    """A session or a visit with who took part and what it led to. Raises Occasion.DoesNotExist."""
    held = occasion(user, pk)
    page = training(user, held.body, municipal_year(held.on).since.isoformat())
    return next(line for line in (*page.sessions, *page.visits) if line.occasion.pk == pk)


def could_have_taken_part(user: Reader, occasion: Occasion) -> list[tuple[Person, bool]]:
    """Who belonged to the body on the day of a session or a visit, and whoever else took part; each with whether they
    did. A name that is withheld from the reader is not among them."""
    took = _took_part([occasion]).get(occasion.pk, set())
    members = {each.person for each in _belonging(user, occasion.body) if each.on(occasion.on)}
    withheld = _withheld(user)
    people = Person.objects.filter(pk__in=(members | took) - withheld).order_by("name")
    return [(person, person.pk in took) for person in people]


def led_to(user: Reader, pk: int) -> LedTo:
    """What a session or a visit led to. Raises LedTo.DoesNotExist."""
    row = LedTo.objects.visible_to(user).select_related("occasion__body__council").get(pk=pk)
    if row not in _led_to(user, [row.occasion]).get(row.occasion_id, ()):
        raise LedTo.DoesNotExist
    return row


def _occasions(user: Reader) -> QuerySet[Occasion]:
    return Occasion.objects.visible_to(user).select_related("body__council", "indicator")


def _belonging(user: Reader, body: Body) -> list[Belonging]:
    seen = Membership.objects.visible_to(user).filter(body=body, person__council=body.council_id)
    rows = seen.order_by("pk").values_list("person_id", "role", "start_earliest", "end_latest")
    return [Belonging(*row) for row in rows]


def _took_part(occasions: Iterable[Occasion]) -> dict[int, set[int]]:
    """Who took part, by the key of the occasion: only keys, for a name may be withheld."""
    took: dict[int, set[int]] = {}
    for pk, person in TookPart.objects.filter(occasion__in=list(occasions)).values_list("occasion_id", "person_id"):
        took.setdefault(pk, set()).add(person)
    return took


def _withheld(user: Reader) -> set[int]:
    return {pk for mask in masks_for(user).values() for pk in mask.people}


def _names(user: Reader, people: Collection[int]) -> dict[int, str]:
    """The names of people as the reader may read them."""
    withheld = _withheld(user)
    named = dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))
    return {pk: WITHHELD if pk in withheld else name for pk, name in named.items()}


def _members(
    sessions: tuple[OccasionLine, ...], visits: tuple[OccasionLine, ...], belonging: list[Belonging],
    took: dict[int, set[int]], names: dict[int, str],
) -> tuple[MemberLine, ...]:  # fmt: skip
    lines = []
    held = [line.occasion for line in (*sessions, *visits)]
    took_any = {pk for those in took.values() for pk in those}
    for pk, name in names.items():
        own = [each for each in belonging if each.person == pk]
        then = [each for each in own if any(each.on(occasion.on) for occasion in held)]
        if not then and pk not in took_any:
            continue
        cells = []
        for line in sessions:
            was_member = any(each.on(line.occasion.on) for each in own)
            here = pk in took.get(line.occasion.pk, ())
            missed = "to come" if line.occasion.is_to_come else "no"
            cells.append((line, "yes" if here else missed if was_member else ""))
        made = sum(pk in took.get(line.occasion.pk, ()) for line in visits)
        role = next((each.role for each in reversed(then) if each.role), "") if name != WITHHELD else ""
        lines.append(MemberLine(name, role, tuple(cells), made))
    return tuple(sorted(lines, key=lambda line: (line.name == WITHHELD, line.name)))


def _led_to(user: Reader, occasions: Collection[Occasion]) -> dict[int, list[LedTo]]:
    """What occasions led to, by their keys, without what went on where the reader may not see it."""
    rows = LedTo.objects.visible_to(user).filter(occasion__in=list(occasions))
    # whoever serves the body of an occasion need not see where it went on in another body
    rows = rows.filter(Q(item=None) | Q(item__in=Item.objects.visible_to(user).values("pk")))
    rows = rows.filter(Q(obligation=None) | Q(obligation__in=obligations.in_brief(user).values("pk")))
    seen = Matter.objects.filter(topics__in=matters.topics(user)).values("pk")
    rows = rows.filter(Q(matter=None) | Q(matter__in=seen))
    found: dict[int, list[LedTo]] = {}
    for row in rows.select_related("item__meeting__body", "obligation", "matter"):
        found.setdefault(row.occasion_id, []).append(row)
    return found
