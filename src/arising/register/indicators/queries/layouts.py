"""How published files are read: the layouts, and where indicators stand in them."""

from __future__ import annotations

from dataclasses import dataclass

from arising.measures.cards import Dataset, Place, Variant
from arising.measures.published import looking
from arising.measures.published.lait import LAIT
from arising.measures.published.tables import BETWEEN
from arising.register.indicators.models import Brought, Indicator, Layout, Release, Row, datasets_known
from arising.register.indicators.models import Place as Held

_MOST_WORDS = 200
"""So many different words of a column are offered to choose from."""


@dataclass(frozen=True)
class Stands:
    """Where a definition of an indicator stands. ``held`` is what somebody said; None where its card says so."""

    indicator: Indicator
    variant: Variant
    place: Place
    held: Held | None

    @property
    def rows(self) -> str:
        """Which rows, in words; "" for all."""
        return "; ".join(f"{title}: {word}" for title, word in self.place.where.items())


@dataclass(frozen=True)
class LayoutPage:
    """A layout: ``layout`` is what somebody told the register, None for one that came with it. ``titles`` are the
    columns of figures in its files, ``words`` those that stand in the columns that tell rows apart."""

    dataset: Dataset
    layout: Layout | None
    stands: tuple[Stands, ...]
    releases: tuple[Release, ...]
    titles: tuple[str, ...]
    words: dict[str, list[str]]

    @property
    def left_out(self) -> list[str]:
        """The columns that are not kept."""
        return sorted(self.dataset.left_out)

    @property
    def address(self) -> str:
        return Layout(key=self.dataset.key).get_absolute_url()


def layouts() -> list[Layout]:
    """Every layout that somebody told the register of."""
    return list(Layout.objects.all())


def looked_at(one: Brought) -> looking.Look:
    """A first look at a file that was brought in. Raises ``NotPublished``."""
    return looking.look(bytes(one.content), file=one.name)


def layout(key: str) -> LayoutPage:
    """How the files of a dataset are read. Raises ``Layout.DoesNotExist``."""
    dataset = datasets_known().get(key)
    if dataset is None:
        raise Layout.DoesNotExist(key)
    held = Layout.objects.filter(key=key).first()
    releases = tuple(Release.objects.filter(dataset=key).order_by("-pk"))
    titles: tuple[str, ...] = ()
    words: dict[str, list[str]] = {}
    if releases:
        titles, words = tuple(releases[0].titles), _words(releases)
    elif held is not None:
        other = {*dataset.apart, *dataset.titles.values()}
        titles = tuple(title for title in sorted(dataset.columns) if title not in other)
    return LayoutPage(dataset, held, tuple(_stands(dataset)), releases, titles, words)


def place(pk: int) -> Held:
    """What somebody said of where an indicator stands. Raises ``Place.DoesNotExist``."""
    return Held.objects.select_related("indicator").get(pk=pk)


def measures_matched() -> dict[str, str]:
    """The definitions that measures of the Local Authority Interactive Tool were said to be, by the measure."""
    held = Held.objects.filter(dataset=LAIT.key).select_related("indicator")
    return {each.where.get("measure", ""): f"{each.indicator.key} {each.variant}" for each in held}


def _stands(dataset: Dataset) -> list[Stands]:
    held = {(each.indicator.key, each.variant): each for each in Held.objects.filter(dataset=dataset.key)}
    found = []
    for indicator in Indicator.objects.all():
        for variant in indicator.card.variants:
            known = variant.place if variant.place and variant.place.dataset == dataset.key else None
            said = held.get((indicator.key, variant.key))
            if known:
                found.append(Stands(indicator, variant, known, None))
            elif said:
                found.append(Stands(indicator, variant, said.place, said))
    return found


def _words(releases: tuple[Release, ...]) -> dict[str, list[str]]:
    """The words that stand in the columns that tell rows apart, in all files that have those of the latest."""
    apart = releases[0].apart
    if not apart:
        return {}
    told = (
        Row.objects.filter(release__in=[each for each in releases if each.apart == apart])
        .values_list("words", flat=True)
        .order_by()
        .distinct()
    )
    columns = zip(*(each.split(BETWEEN) for each in told), strict=True)
    return {
        title: sorted({word for word in words if word})[:_MOST_WORDS]
        for title, words in zip(apart, columns, strict=True)
    }
