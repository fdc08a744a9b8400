"""Two systems, one truth: the page that holds them side by side, and what people say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.measures.agreement import share
from arising.measures.words import shown
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.rules import knows_staff, signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.indicators import operations, queries
from arising.register.indicators.forms import AddRemark, SetTolerance, SystemsFilter
from arising.register.indicators.models import StatisticalArea, Tolerance
from arising.register.indicators.queries import Place, Systems
from arising.register.indicators.queries.side_by_side.variances import figures_of
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found

PER_PAGE = 25
TITLES = (
    "indicator", "definition", "period", "from", "to", "unit", "one system", "one figure", "one stands in",
    "other system", "other figure", "other stands in", "difference", "percent of the larger", "may differ by",
    "within that", "how they stand", "known since", "change of system", "remarks",
)  # fmt: skip


def systems(request: HttpRequest, code: str) -> HttpResponse:
    """What two systems say of the same thing, side by side: what is open first."""
    area = found(queries.area, request.user, code)
    it = queries.systems(request.user, area)
    form = SystemsFilter(request.GET, indicators=it.indicators)
    chosen = form.chosen()
    page = Paginator(it.only(**chosen), PER_PAGE).get_page(request.GET.get("page"))
    serves = _serves(request, area)
    context = {
        "it": it, "form": form, "page": page, "rows": [_row(it, place) for place in page.object_list],
        "asked": urlencode({name: value for name, value in chosen.items() if value}), "may_report": serves,
        "knows_staff": knows_staff(request.user), "tolerances": it.tolerances.shown(None if serves else it.indicators),
    }  # fmt: skip
    return render(request, "indicators/systems.html", context)


def systems_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The same as CSV, a row for every two systems, all pages of it."""
    it = queries.systems(request.user, found(queries.area, request.user, code))
    chosen = SystemsFilter(request.GET, indicators=it.indicators).chosen()
    rows = (cells for place in it.only(**chosen) for cells in _cells(place))
    return attached_csv(TITLES, rows, f"{it.area.code}-systems.csv")


@login_required
def add_remark(request: HttpRequest, code: str) -> HttpResponse:
    """Say why two systems differ, and how that stands."""
    area = found(queries.area, request.user, code)
    asked = {name: request.GET.get(name, "") for name in ("indicator", "variant", "period")}
    it, place, between = found(
        queries.variance, request.user, area, asked, request.GET.get("one", ""), request.GET.get("other", "")
    )
    if not _serves(request, area):
        raise PermissionDenied
    back = f"{reverse('systems', args=[area.code])}?{urlencode({'indicator': place.card.key})}"
    others = it.like(place, between) if not between.is_within else []
    form = AddRemark(request.POST or None, between=between, others=[each for _, each in others])
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        about = [(place, between), *(others if told.get("everywhere") else [])]
        try:
            operations.add_remarks(
                area, place.indicator, place.variant.key, [(at.period, *each.sides) for at, each in about],
                text=told["text"], status=told["status"], said_by=told["said_by"], after=told["version"],
                seen=Seen(Audience(told["audience"])), actor=signed_in(request), why="Said on the page of two systems",
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
            form.stand_on_what_is()
        else:
            messages.success(request, "Saved.")
            return redirect(f"{back}#{place.mark}")
    context = {
        "form": form, "back": back, "it": it, "row": _row(it, place), "between": between,
        "knows_staff": knows_staff(request.user),
    }  # fmt: skip
    return render(request, "indicators/add_remark.html", context)


@login_required
def set_tolerance(request: HttpRequest, code: str) -> HttpResponse:
    """Say by how much two figures may differ, of one indicator or of all."""
    area = found(queries.area, request.user, code)
    council = area.council
    if council is None or not _serves(request, area):
        raise PermissionDenied
    form = SetTolerance(request.POST or None, initial={"indicator": request.GET.get("indicator", "")})

    def act(told: dict[str, Any]) -> Tolerance:
        about = queries.indicator(told["indicator"]) if told["indicator"] else None
        return operations.set_tolerance(
            council, about, told["value"], told["of"], set_by=told["set_by"], reason=told["reason"],
            actor=signed_in(request),
        )  # fmt: skip

    return written(request, form, act, reverse("systems", args=[area.code]))


@login_required
def drop_tolerance(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a tolerance no longer holds. It stays in sight."""
    one = found(queries.tolerance, request.user, pk)
    if not request.user.has_perm("indicators.report", one.council):
        raise PermissionDenied

    def act(told: dict[str, Any]) -> None:
        operations.drop_tolerance(one, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, _page_of(one.council))


def _serves(request: HttpRequest, area: StatisticalArea) -> bool:
    return area.council is not None and request.user.has_perm("indicators.report", area.council)


def _page_of(council: Council) -> str:
    area = queries.area_of(council)
    return reverse("systems", args=[area.code]) if area else reverse("indicators")


def _row(it: Systems, place: Place) -> dict[str, Any]:
    """What the page shows of a place: its figures, each where it stands, and every two of them."""
    add = reverse("add-remark", args=[it.area.code])
    return {
        "place": place,
        "figures": [
            {
                "name": told.name, "address": it.address_of(told), "shown": shown(told.observation.value, place.unit),
                "period": told.observation.period.label if told.observation.period.label != place.label else "",
                "stands_in": told.observation.origin,
            }
            for told in place.told
        ],
        "variances": [
            (each, f"{add}?{urlencode({**place.asked, 'one': each.one.system, 'other': each.other.system})}")
            for each in place.variances
        ],
    }  # fmt: skip


def _cells(place: Place) -> Iterator[tuple[str | float, ...]]:
    for each in place.variances:
        one, other = each.numbers
        remarks = [
            f"{remark.added_at:%Y-%m-%d}, {remark.said_by}, of {figures_of(remark, each.unit)},"
            f" {remark.get_status_display().lower()}: {remark.text}"
            for remark in each.remarks
        ]
        yield (
            place.card.name, place.variant.name, place.label, place.period.start.isoformat(),
            place.period.end.isoformat(), place.unit, each.one.name, one, str(each.one.observation.origin),
            each.other.name, other, str(each.other.observation.origin), abs(one - other), round(share(one, other), 1),
            each.may_differ_by, "yes" if each.is_within else "no", queries.STANDINGS[each.status].lower(),
            each.since.isoformat() if each.since else "", place.after_change, " | ".join(remarks),
        )  # fmt: skip
