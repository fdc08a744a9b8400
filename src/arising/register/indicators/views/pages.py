"""The pages of indicators and areas."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from arising.measures import words
from arising.measures.observations import Observation
from arising.measures.values import Symbol
from arising.register.indicators import drawing, queries
from arising.register.indicators.charts import chart_of, claims_chart_of, comparison_of, has_chart, has_dots
from arising.register.indicators.forms import About
from arising.register.indicators.models import Reported, StatisticalArea
from arising.register.indicators.queries import IndicatorPage
from arising.register.programme.views.files import attached, attached_csv
from arising.register.record.views.pages import found

MOST_CHOSEN = 20
"""So many areas at most may be added to a comparison: each is a bar of its chart."""


def indicators(request: HttpRequest) -> HttpResponse:
    """What stands out in the areas of this register's councils, or in the area that is asked for."""
    area = _area(request)
    form = About(request.GET or {"area": area.code if area else ""}, user=request.user)
    form.offer([], [])
    page = queries.area_page(request.user, area) if area else None
    context = {"it": page, "form": form, "cards": queries.indicators(area.council_id if area else None)}
    return render(request, "indicators/indicators.html", context)


def area(request: HttpRequest, code: str) -> HttpResponse:
    """Every indicator of an area."""
    held = found(queries.area, request.user, code)
    return render(request, "indicators/area.html", {"it": queries.area_page(request.user, held), "area": held})


def quality(request: HttpRequest, code: str) -> HttpResponse:
    """What is doubtful about the figures of an area."""
    held = found(queries.area, request.user, code)
    return render(request, "indicators/quality.html", {"it": queries.quality(request.user, held)})


def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """An indicator in an area: the answer, the chart, the figures, the definition. Without any figure in the register
    the definition alone."""
    if not request.GET.get("area") and queries.default_area(request.user) is None:
        held = found(queries.indicator, key)
        context = {"card": held.card, "definitions": held.definitions.all(), "indicator": held}
        return render(request, "indicators/card.html", context)
    it = page_of(request, key)
    form = About(request.GET or {"area": it.area.code}, user=request.user)
    form.offer(
        [(each.key, each.name.capitalize()) for each in it.card.variants],
        [("", "What was published"), *((each.system, each.system) for each in it.systems)],
    )
    context = {"it": it, "form": form, "rows": rows_of(it), "address": request.GET.urlencode()}
    context["has_chart"] = has_chart(it)
    council = it.area.council
    told = queries.claims_about(request.user, it.card, council) if council else []
    context["claims"] = told
    # a dot has a day, and is of this area
    context["told_here"] = has_dots(it, told)
    if it.systems:
        context["side_by_side"] = queries.systems(request.user, it.area, it.indicator, it.variant.key)
    context["may_report"] = it.area.council is not None and request.user.has_perm("indicators.report", it.area.council)
    return render(request, "indicators/indicator.html", context)


def indicator_csv(request: HttpRequest, key: str) -> HttpResponse:
    """The figures of an indicator's page as CSV, each with its file and row."""
    it = page_of(request, key)
    titles = ("indicator", "definition", "area", "code", "period", "value", "unit", "numerator", "denominator")
    rows = (_told(it, one) for one in _everything(it))
    return attached_csv((*titles, "file", "row", "column", "release", "published on"), rows, f"{key}.csv")


def _told(it: IndicatorPage, one: Observation) -> tuple[object, ...]:
    day = one.origin.published_on.isoformat() if one.origin.published_on else ""
    return (
        it.card.name, it.variant.name, one.area.name, one.area.code, one.period.label, _cell(one.value), it.unit,
        _cell(one.numerator), _cell(one.denominator), one.origin.file, one.origin.row, one.origin.column,
        one.origin.release, day,
    )  # fmt: skip


def indicator_chart(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """The chart of an indicator's page as a picture, for a wide page or, with ``narrow=1``, for a telephone."""
    it = page_of(request, key)
    try:
        spec = _spec(request, it, drawing.NARROW if request.GET.get("narrow") == "1" else drawing.WIDE)
    except ValueError:
        raise Http404 from None
    return picture(spec, form, key)


def picture(spec: drawing.Spec, form: str, name: str) -> HttpResponse:
    """A chart as SVG, or as PNG to take away."""
    if form == "png":
        return attached(drawing.png(spec), "image/png", f"{name}.png")
    response = HttpResponse(drawing.svg(spec), content_type="image/svg+xml")
    # opened by itself an SVG is a page: this one may load and run nothing
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def compare(request: HttpRequest, key: str) -> HttpResponse:
    """Several areas at once: one indicator in one period."""
    it = page_of(request, key)
    form = About(request.GET or {"area": it.area.code}, user=request.user)
    form.offer([(each.key, each.name.capitalize()) for each in it.card.variants], [])
    rows = [(one, words.shown(one.value, it.unit)) for one in it.at_once]
    context = {"it": it, "form": form, "rows": rows, "address": request.GET.urlencode()}
    shown = {each.code for each in it.beside.everybody}
    context["others"] = [each for each in queries.areas(request.user) if each.code not in shown]
    context["chosen"] = [(each, _without(request, each.code)) for each in it.beside.chosen]
    there = {one.area.code for one, _ in rows}
    context["missing"] = [each for each in it.beside.chosen if each.code not in there]
    context["has_room"] = len(it.beside.chosen) < MOST_CHOSEN
    return render(request, "indicators/compare.html", context)


def _without(request: HttpRequest, code: str) -> str:
    """The address of this page without one of the areas that were chosen."""
    asked = request.GET.copy()
    asked.setlist("with", [each for each in asked.getlist("with") if each and each != code])
    return asked.urlencode()


def _spec(request: HttpRequest, it: IndicatorPage, width: int) -> drawing.Spec:
    """The chart that is asked for by ``of``. Raises ValueError where there is nothing to draw."""
    match request.GET.get("of", ""):
        case "claims":
            council = it.area.council
            told = queries.claims_about(request.user, it.card, council) if council else []
            return claims_chart_of(it, told, queries.every_variant(it), width)
        case "areas":
            return comparison_of(it, width)
        case _ if has_chart(it):
            return chart_of(it, width)
    raise ValueError("There is nothing to draw.")


def rows_of(it: IndicatorPage) -> list[dict[str, Any]]:
    """The table of an indicator's page, the latest period first: the area beside the country and its region."""
    wide = [area for area in (it.beside.england, it.beside.region) if area]
    others = {code: {one.period: one for one in series} for code, series in it.series.items()}
    points = dict(zip(it.charted.periods, it.charted.chart.points, strict=True)) if it.charted.chart else {}
    return [
        {
            "one": one,
            "value": words.shown(one.value, it.unit),
            "others": [
                words.shown(other.value, it.unit) if (other := others[area.code].get(one.period)) else ""
                for area in wide
            ],
            "average": words.averaged(average, it.unit) if (average := it.average_of_neighbours(one.period)) else "",
            "signal": words.rule(point.signal) if (point := points.get(one.period)) and point.is_signal else "",
        }
        for one in reversed(it.observations)
    ]


def shown_of(one: Reported) -> str:
    """A figure that a council reported, as a reader sees it."""
    value = Symbol(one.symbol) if one.value is None else one.value
    return words.shown(value, one.indicator.card.unit_of(one.variant))


def page_of(request: HttpRequest, key: str) -> IndicatorPage:
    """The page of an indicator that the address asks for, of the first area where it names none."""
    area = _area(request)
    if area is None:
        raise Http404
    asked = {name: request.GET.get(name, "") for name in ("variant", "system")}
    others = request.GET.getlist("with")[:MOST_CHOSEN]
    return found(queries.indicator_page, request.user, key, area, **asked, others=others)


def _area(request: HttpRequest) -> StatisticalArea | None:
    asked = request.GET.get("area", "")
    return found(queries.area, request.user, asked) if asked else queries.default_area(request.user)


def _everything(it: IndicatorPage) -> list[Observation]:
    own = list(it.observations)
    return own + [one for code, series in it.series.items() if code != it.area.code for one in series]


def _cell(value: float | Symbol | None) -> str | float:
    return value.value if isinstance(value, Symbol) else "" if value is None else value
