"""Layouts of published files that somebody tells the register of, and where indicators stand in the files of any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from arising.measures import published
from arising.measures.cards import Dataset
from arising.measures.cards import Place as Stood
from arising.measures.periods import Kind, Period
from arising.measures.published import Row as TableRow
from arising.measures.published import Table, looking, tidy
from arising.measures.published.fractions import refuse_fractions
from arising.measures.published.lait import LAIT, VALUE
from arising.measures.published.tables import BETWEEN
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.indicators.models import Brought, Indicator, Layout, Place, Release, Row, datasets_known
from arising.register.record.texts import storable

_LONGEST_TITLE = 300


def add_layout(
    brought: Brought, *,
    name: str, release: str, columns: Mapping[str, str], years: Kind, licence: str = "", actor: Actor,
) -> Layout:  # fmt: skip
    """Take down which column of a file is which, so that it and later ones of the same columns are read by that.

    ``columns`` gives for each title what it holds in the words of ``looking``, or the key of an indicator and of its
    variant, parted by a blank. Raises ValidationError for what cannot be, and ``NotPublished`` where the file cannot be
    read so; then nothing was kept.
    """
    require(actor, "indicators.publish")
    name, release = _named(name, release, None)
    look = looking.look(bytes(brought.content), file=brought.name)
    variants = _variants({title: told for title, told in columns.items() if " " in told})
    roles = {title: looking.FIGURES if title in variants else told for title, told in columns.items()}
    try:
        dataset = looking.layout_of(look, roles, years, key=_key(name), name=name, release=release)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    for title in dataset.columns:
        if len(title) > _LONGEST_TITLE:
            raise ValidationError(f"The title “{title[:60]}…” is too long. Shorten it in the file.")
    places = {(indicator.key, variant): Stood(dataset.key, title) for title, (indicator, variant) in variants.items()}
    table = published.read(bytes(brought.content), file=brought.name, dataset=replace(dataset, places=places))
    tidy.refuse_unknown(table)
    refuse_fractions(table, [indicator.card for indicator, _ in variants.values()])
    with transaction.atomic():
        layout = Layout(key=dataset.key, name=name, release=release, licence=storable(licence).strip()[:200])
        layout.told = _told(dataset)
        save(layout, actor=actor, why=f"Told of the columns of {brought.name}")
        for title, (indicator, variant) in variants.items():
            set_place(layout.key, indicator, variant, title, actor=actor, why=f"Told of the columns of {brought.name}")
    return layout


def change_layout(layout: Layout, *, name: str, release: str, licence: str, actor: Actor, why: str) -> Layout:
    """Name a layout anew, or where it is published. Raises ValidationError."""
    require(actor, "indicators.publish")
    with transaction.atomic():
        row = Layout.objects.select_for_update().get(pk=layout.pk)
        row.name, row.release = _named(name, release, row)
        row.licence = storable(licence).strip()[:200]
        return save(row, actor=actor, why=why)


def drop_layout(layout: Layout, *, actor: Actor, why: str) -> None:
    """Take a layout away with what was said of its columns. Raises ValidationError where figures were stored by it."""
    require(actor, "indicators.publish")
    with transaction.atomic():
        if Release.objects.filter(dataset=layout.key).exists():
            raise ValidationError("Files were stored by this layout. Without it their figures could not be read.")
        for place in Place.objects.filter(dataset=layout.key):
            remove(place, actor=actor, why=why)
        remove(layout, actor=actor, why=why)


def set_place(
    dataset: str, indicator: Indicator, variant: str, value: str, *,
    numerator: str = "", denominator: str = "", where: Mapping[str, str] | None = None, actor: Actor, why: str,
) -> Place:  # fmt: skip
    """Say where a definition of an indicator stands in the files of a dataset. Another place in it is given up for this
    one. Raises ValidationError for a definition that there is not, and for one whose place is known; ``NotPublished``
    where a stored file has fractions there and the indicator percentages."""
    require(actor, "indicators.publish")
    try:
        known = indicator.card.variant(variant).place
    except KeyError:
        raise ValidationError("The indicator has no such definition. Choose one of its own.") from None
    if dataset not in datasets_known():
        raise ValidationError("There is no such layout. Choose one that the register has.")
    if known is not None and known.dataset == dataset:
        raise ValidationError(f"It is known where {indicator} stands in these files: in the column {known.value}.")
    if not value:
        raise ValidationError("Choose the column that holds the figures.")
    if max(map(len, (value, numerator, denominator))) > _LONGEST_TITLE:
        raise ValidationError(f"The title “{value[:60]}” is too long. Shorten it in the file.")
    with transaction.atomic():
        held = Place.objects.select_for_update().filter(dataset=dataset, indicator=indicator, variant=variant).first()
        row = held or Place(dataset=dataset, indicator=indicator, variant=variant)
        told = (value, numerator, denominator, {title: word for title, word in (where or {}).items() if word})
        if held is not None and told == (row.value, row.numerator, row.denominator, row.where):
            return held
        row.value, row.numerator, row.denominator, row.where = told
        _refuse_fractions(row)
        return save(row, actor=actor, why=why)


def drop_place(place: Place, *, actor: Actor, why: str) -> None:
    """Say that a column is of no indicator. Raises PermissionDenied."""
    require(actor, "indicators.publish")
    remove(place, actor=actor, why=why)


def match_measures(told: Mapping[str, str], *, actor: Actor, why: str) -> None:
    """Say which indicator each measure of the Local Authority Interactive Tool is, by the keys of the indicator and of
    its variant, parted by a blank; "" for none. Raises ValidationError where two measures are said to be one."""
    require(actor, "indicators.publish")
    variants = _variants({measure: words for measure, words in told.items() if words})
    with transaction.atomic():
        for place in Place.objects.filter(dataset=LAIT.key):
            measure = place.where.get("measure", "")
            if measure in told and variants.get(measure) != (place.indicator, place.variant):
                remove(place, actor=actor, why=why)
        for measure, (indicator, variant) in variants.items():
            set_place(LAIT.key, indicator, variant, VALUE, where={"measure": measure}, actor=actor, why=why)


def _refuse_fractions(place: Place) -> None:
    """Raises ``NotPublished`` where the latest file has fractions in a place and the indicator percentages."""
    release = Release.objects.filter(dataset=place.dataset).order_by("-pk").first()
    if release is None or place.value not in release.titles:
        return
    rows = tuple(
        TableRow(
            row.number, Period(row.end, row.start, Kind(row.kind)), row.area.named,
            tuple(row.words.split(BETWEEN)) if release.apart else (), row.cells, row.column,
        )
        for row in Row.objects.filter(release=release).select_related("area")
    )  # fmt: skip
    places = {(place.indicator.key, place.variant): place.place}
    dataset = replace(datasets_known()[place.dataset], places=places)
    table = Table(release.file_name, release.sha256, tuple(release.apart), tuple(release.titles), rows, dataset)
    refuse_fractions(table, [place.indicator.card])


def _variants(told: Mapping[str, str]) -> dict[str, tuple[Indicator, str]]:
    """The indicators and definitions that columns or measures are said to be. Raises ValidationError."""
    taken: dict[str, str] = {}
    found: dict[str, tuple[Indicator, str]] = {}
    keys = [words.partition(" ")[0] for words in told.values()]
    indicators = {each.key: each for each in Indicator.objects.filter(key__in=keys)}
    for title, words in told.items():
        key, _, variant = words.partition(" ")
        if key not in indicators:
            raise ValidationError(f"{title}: there is no such indicator. Choose one from the list.")
        if (before := taken.setdefault(words, title)) != title:
            raise ValidationError(f"{before} and {title} are both said to be “{indicators[key]}”. Choose one of them.")
        found[title] = indicators[key], variant
    return found


def _named(name: str, release: str, held: Layout | None) -> tuple[str, str]:
    name, release = storable(name).strip()[:200], storable(release).strip()[:200]
    missing = {}
    if not name:
        missing["name"] = "Give the layout a name, by which later files are known."
    elif Layout.objects.filter(name__iexact=name).exclude(pk=held.pk if held else 0).exists():
        missing["name"] = "There is a layout of this name already. Choose another name."
    if not release:
        missing["release"] = "Say where the file is published: the release, or the organisation."
    if missing:
        raise ValidationError(missing)
    return name, release


def _key(name: str) -> str:
    taken = datasets_known()
    start = slugify(name)[:50] or "layout"
    perhaps = (f"{start}-{number}" if number > 1 else start for number in range(1, 10_000))
    return next(key for key in perhaps if key not in taken)


def _told(dataset: Dataset) -> dict[str, object]:
    """A dataset in the form of its TOML table, without what stands in columns of its own."""
    told = {
        "columns": sorted(dataset.columns), "apart": list(dataset.apart), "reporting": dataset.reporting.value,
        "titles": dict(dataset.titles), "said": dict(dataset.said), "left_out": sorted(dataset.left_out),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value or name == "columns"}
