"""Files of figures, published and a council's own: bringing one in, looking at what it holds, storing it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from arising.measures.periods import month
from arising.measures.published import NotPublished, UnknownLayout, own
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.indicators import operations, queries
from arising.register.indicators.forms import Bring, BringOwn, TypeIn
from arising.register.indicators.views.pages import page_of, shown_of
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found


@login_required
def add_release(request: HttpRequest) -> HttpResponse:
    """Choose a published file. Nothing is stored before its page has shown what it holds."""
    _may(request)
    form = Bring(request.POST, files=request.FILES) if request.method == "POST" else Bring()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return redirect(
                operations.bring(
                    file.name or "file", file.read(),
                    published_on=form.cleaned_data["published_on"], actor=signed_in(request),
                )
            )  # fmt: skip
        except NotPublished as trouble:
            form.add_error("file", str(trouble))
    context = {
        "form": form, "back": reverse("indicators"), "layouts": queries.layouts(),
        "waiting": queries.waiting(request.user, own=False),
    }  # fmt: skip
    return render(request, "indicators/add_release.html", context)


@login_required
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a file away that was brought in and not stored."""
    one = found(queries.brought, request.user, pk)
    back = "add-release" if one.council_id is None else "add-own-figures"
    if request.method != "POST" or one.became is not None:
        return redirect(one)
    operations.throw_away(one, actor=signed_in(request))
    messages.success(request, f"{one.name} is thrown away.")
    return redirect(back)


@login_required
def add_own(request: HttpRequest) -> HttpResponse:
    """Choose a file of a council's own figures. Nothing is stored before its page has shown what it holds."""
    councils = queries.councils_served(request.user)
    if not councils:
        raise PermissionDenied
    sent = request.method == "POST"
    form = BringOwn(request.POST, councils=councils, files=request.FILES) if sent else BringOwn(councils=councils)
    if sent and form.is_valid():
        told = form.cleaned_data
        try:
            return redirect(
                operations.bring_own(
                    told["council"], told["system"], told["file"].name or "file", told["file"].read(),
                    on=told["day"], audience=Audience(told["audience"]), actor=signed_in(request),
                )
            )  # fmt: skip
        except NotPublished as trouble:
            form.add_error("file", str(trouble))
        except ValidationError as trouble:
            form.take(trouble)
    context = {"form": form, "back": reverse("indicators"), "waiting": queries.waiting(request.user, own=True)}
    return render(request, "indicators/add_own.html", context)


def template(request: HttpRequest) -> HttpResponse:
    """An empty file for a council's own figures: a row for each indicator, a column for each of the last months."""
    today = timezone.localdate()
    back = [divmod(today.year * 12 + today.month - 2 - each, 12) for each in range(12)]
    columns = [month(year, number + 1) for year, number in reversed(back)]
    served = queries.councils_served(request.user)
    asked = request.GET.get("council", "")
    council = served.filter(pk=asked).first() if asked.isdecimal() else served.first()
    cards = [each.card for each in queries.indicators(council)]
    return attached(own.template("wide", cards, columns=columns).encode(), "text/csv; charset=utf-8", "figures.csv")


@login_required
def type_in(request: HttpRequest, key: str) -> HttpResponse:
    """Type one figure of an indicator in."""
    it = page_of(request, key)
    council = it.area.council
    if council is None or not request.user.has_perm("indicators.report", council):
        raise PermissionDenied
    form = TypeIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            report = operations.type_in(
                council, it.area, it.indicator, it.variant.key, told["period"], told["value"], system=told["system"],
                on=told["day"] or timezone.localdate(), seen=Seen(Audience(told["audience"])),
                actor=signed_in(request), why="Typed in on the page of the indicator",
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, "Saved.")
            return redirect(report)
    return render(request, "site/change.html", {"form": form, "back": it.address, "about": it.name})


@login_required
def brought(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file that was brought in holds, and the word to store it."""
    one = found(queries.brought, request.user, pk)
    try:
        if request.method == "POST":
            done = operations.store_brought(one, actor=signed_in(request))
            messages.success(request, f"{one.name} is stored.")
            return redirect(done)
        if one.became is not None:
            return redirect(one.became)
        if one.council is not None:
            return render(request, "indicators/brought_own.html", {"one": one, "it": queries.own_held_by(one)})
        return render(request, "indicators/brought.html", {"one": one, "it": queries.held_by(one)})
    except UnknownLayout:
        return redirect("brought-columns", one.pk)
    except NotPublished as trouble:
        # what the register knows of indicators or layouts has changed since it was brought in
        return render(request, "indicators/brought_wrong.html", {"one": one, "trouble": trouble})


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A council's own figures: what stands in the file, and what is doubted."""
    held = found(queries.report, request.user, pk)
    may_drop = request.user.has_perm("indicators.report", held.council)
    rows = [(each, shown_of(each)) for each in queries.reported(request.user, held)]
    area = queries.area_of(held.council)
    context = {"it": held, "rows": rows, "may_drop": may_drop, "area": area}
    context["differs"] = queries.systems(request.user, area).words_of(held) if area else ""
    return render(request, "indicators/report.html", context)


@login_required
def drop_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report away with all its figures."""
    held = found(queries.report, request.user, pk)
    if not request.user.has_perm("indicators.report", held.council):
        raise PermissionDenied
    form = Removing(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.take_back(held, actor=signed_in(request), why=form.cleaned_data["why"])
        messages.success(request, "It is taken away.")
        return redirect("indicators")
    return render(request, "site/change.html", {"form": form, "back": held.get_absolute_url()})


def release(request: HttpRequest, pk: int) -> HttpResponse:
    """A published file: what it is, and what stands in the register of it."""
    held = found(queries.release, pk)
    return render(request, "indicators/release.html", {"it": held, "rows": queries.rows_in(held)})


def _may(request: HttpRequest) -> None:
    if not request.user.has_perm("indicators.publish"):
        raise PermissionDenied
