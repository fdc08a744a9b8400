"""Areas: those there are figures for, the one a page is about, and those it is held against."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from arising.measures import areas as measured
from arising.measures.areas import ENGLAND_CODE
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.indicators.models import Reported, Row, StatisticalArea


@dataclass(frozen=True)
class Beside:
    """An area with those that it is held against: the country, its region, the authorities that are like it, and those
    that a reader ``chose``."""

    own: StatisticalArea
    england: StatisticalArea | None
    region: StatisticalArea | None
    neighbours: tuple[StatisticalArea, ...]
    chosen: tuple[StatisticalArea, ...] = ()

    @property
    def everybody(self) -> list[StatisticalArea]:
        """All of them, the area itself first."""
        wide = [each for each in (self.england, self.region) if each]
        return list(dict.fromkeys([self.own, *wide, *self.neighbours, *self.chosen]))


def areas(user: Reader) -> QuerySet[StatisticalArea]:
    """The areas that there are figures for, as far as ``user`` may see any. Published ones are everybody's."""
    own = Reported.objects.visible_to(user).filter(area=OuterRef("pk"))
    published = Exists(Row.objects.filter(area=OuterRef("pk")))
    before = StatisticalArea.objects.filter(published, code__in=measured.former()).values_list("old_code", flat=True)
    held = StatisticalArea.objects.exclude(code__in=measured.former())
    return held.filter(published | Exists(own) | Q(old_code__in=list(before)))


def area(user: Reader, code: str) -> StatisticalArea:
    """One area, by its code, its old code or its name. Raises ``StatisticalArea.DoesNotExist``."""
    codes = [code.upper(), *measured.other_codes(code.upper())]
    found = areas(user).filter(Q(code__in=codes) | Q(old_code=code, old_code__gt="") | Q(name__iexact=code))
    first = found.order_by("pk").first()
    if first is None:
        raise StatisticalArea.DoesNotExist(code)
    return first


def area_of(council: Council) -> StatisticalArea | None:
    """The area that a council is; None where that is not known."""
    return StatisticalArea.objects.filter(council=council).first()


def default_area(user: Reader) -> StatisticalArea | None:
    """The area that a page is about where none is asked for: the first council's, else the country, else any."""
    held = areas(user)
    own = held.filter(council__isnull=False).first()
    return own or held.filter(code=ENGLAND_CODE).first() or held.first()


def beside(area: StatisticalArea, chosen: Collection[str] = ()) -> Beside:
    """What an area is held against, with the areas that have the codes ``chosen``. The country is held against those
    alone."""
    also = tuple(StatisticalArea.objects.filter(code__in=chosen).exclude(pk=area.pk)) if chosen else ()
    if area.level == StatisticalArea.Level.NATIONAL:
        return Beside(area, None, None, (), also)
    england = StatisticalArea.objects.filter(code=ENGLAND_CODE).first()
    region = (
        StatisticalArea.objects.filter(code=area.region, level=StatisticalArea.Level.REGIONAL).first()
        if area.region
        else None
    )
    codes = measured.neighbours(area.code)
    like = StatisticalArea.objects.in_bulk(codes, field_name="code")
    return Beside(area, england, region, tuple(like[code] for code in codes if code in like), also)
