"""Evidence: the list, a piece of it, recording it, attaching it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import may, written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms import evidence as forms
from arising.register.improvement.forms.common import ForWhom
from arising.register.improvement.models import Action, Attached, Evidence
from arising.register.improvement.queries.evidence import origin_of
from arising.register.improvement.views.kept import must_keep, onward
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found

WHY = "Recorded on its page"


def all_evidence(request: HttpRequest, council: str) -> HttpResponse:
    """What shows whether things are better in a council."""
    held = found(queries.council, request.user, council)
    kind = request.GET.get("kind", "")
    kind = kind if kind in Evidence.Kind.values else ""
    context = {
        "council": held, "evidence": list(queries.all_evidence(request.user, held, kind)), "kind": kind,
        "kinds": Evidence.Kind.choices, "may_keep": request.user.has_perm("improvement.keep", held),
    }  # fmt: skip
    return render(request, "improvement/evidence/all_evidence.html", context)


def evidence_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The same as CSV."""
    held = found(queries.council, request.user, council)
    kind = request.GET.get("kind", "")
    titles = ("Day", "Kind", "What it shows", "More", "Note", "Source", "What the chart showed", "Address")
    rows = (
        (each.on.isoformat(), each.get_kind_display(), each.title, each.text, each.note, each.source,
         each.get_signal_display(), request.build_absolute_uri(each.get_absolute_url()))
        for each in queries.all_evidence(request.user, held, kind if kind in Evidence.Kind.values else "")
    )  # fmt: skip
    return attached_csv(titles, rows, f"{held.slug}-evidence.csv")


def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of evidence, and what it shows something of."""
    it = found(queries.evidence_page, request.user, pk)
    context = {"it": it, "one": it.evidence, "may_keep": request.user.has_perm("improvement.keep", it.evidence.council)}
    return render(request, "improvement/evidence/evidence.html", context)


@login_required
def add_evidence(request: HttpRequest, council: str) -> HttpResponse:
    """Record evidence: an audit, feedback, a visit, a document."""
    return _record(request, council, forms.RecordEvidence)


@login_required
def add_signal(request: HttpRequest, council: str) -> HttpResponse:
    """Record what the chart of an indicator showed on a day."""
    return _record(request, council, forms.RecordSignal)


@login_required
def amend_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a piece of evidence right, or say who may see it. Words that follow counts take a note beside them."""
    one = _kept(request, pk)
    if origin_of(one):
        return _note(request, one)
    form = forms.AmendEvidence(request.POST or None, user=request.user, evidence=one)

    def act(told: dict[str, Any]) -> Any:
        return operations.amend_evidence(
            one, form.told(), seen=form.seen(), actor=signed_in(request), why=told["why"]
        )  # fmt: skip

    return written(request, form, act, one.get_absolute_url(), about=one.title)


@login_required
def remove_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence out of the register."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> None:
        operations.remove_evidence(one, actor=signed_in(request), why=told["why"])

    back, then = one.get_absolute_url(), reverse("all-evidence", args=[one.council.slug])
    return written(request, Removing(request.POST or None), act, back, about=one.title, then=lambda _: then)


@login_required
def attach_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a piece of evidence to an action."""
    one = _kept(request, pk)
    form = forms.AttachEvidence(request.POST or None, user=request.user, council=one.council)

    def act(told: dict[str, Any]) -> Any:
        return operations.attach(one, form.chosen(), told["why"], actor=signed_in(request))

    return written(request, form, act, one.get_absolute_url(), about=one.title)


@login_required
def attach_to_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach evidence that is here already to an action."""
    action = found(queries.action, request.user, pk)
    may(request, "improvement.update", action)
    form = forms.AttachToAction(request.POST or None, user=request.user, action=action)

    def act(told: dict[str, Any]) -> Any:
        return operations.attach(form.chosen(), action, told["why"], actor=signed_in(request))

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def detach_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Take evidence away from an action."""
    rows = Attached.objects.visible_to(request.user).select_related("action__plan__council", "evidence")
    one: Attached = get_object_or_404(rows, pk=pk)
    must_keep(request, one.action.plan.council)

    def act(told: dict[str, Any]) -> None:
        operations.detach(one, actor=signed_in(request), why=told["why"])

    form = Removing(request.POST or None)
    return written(request, form, act, one.action.get_absolute_url(), about=one.evidence.title)


def _note(request: HttpRequest, one: Evidence) -> HttpResponse:
    form = forms.NoteEvidence(request.POST or None, initial={"note": one.note})

    def act(told: dict[str, Any]) -> Any:
        return operations.amend_evidence(one, {"note": told["note"]}, actor=signed_in(request), why=told["why"])

    return written(request, form, act, one.get_absolute_url(), about=one.title)


def _record(request: HttpRequest, slug: str, kind: type[forms.RecordEvidence | forms.RecordSignal]) -> HttpResponse:
    """Record evidence, and attach it to the action that the address names."""
    council = found(queries.council, request.user, slug)
    action = _of_action(request, council)
    keeps = request.user.has_perm("improvement.keep", council)
    if not keeps and (action is None or not request.user.has_perm("improvement.update", action)):
        raise PermissionDenied
    form: Any = kind(request.POST or None, files=request.FILES, user=request.user, council=council)
    if not keeps:
        form.fields.pop("file", None)

    def act(told: dict[str, Any]) -> Any:
        return _store(request, council, form, action)

    back = action.get_absolute_url() if action else reverse("all-evidence", args=[council.slug])
    about = str(action)[:120] if action else str(council)
    return written(
        request, form, act, back, about=about, then=None if action else lambda made: onward(request, made, back),
        shown={"council": council, "action": action, "is_signal": kind is forms.RecordSignal},
        template="improvement/evidence/record.html",
    )  # fmt: skip


def _store(request: HttpRequest, council: Council, form: ForWhom, action: Action | None) -> Evidence:
    told = form.told()  # type: ignore[attr-defined]
    kind = form.cleaned_data.get("kind", Evidence.Kind.INDICATOR.value)
    with transaction.atomic():
        if (file := form.cleaned_data.get("file")) is not None:
            told["paper"] = operations.keep_paper(
                council,
                file.read(),
                file.name,
                title=told["title"],
                seen=form.seen(),
                actor=signed_in(request),
                why=WHY,
            )
        made = operations.add_evidence(
            council, kind, told, action=action, seen=form.seen(), actor=signed_in(request), why=WHY
        )
        if action is not None:
            operations.attach(made, action, made.title, actor=signed_in(request))
    return made


def _of_action(request: HttpRequest, council: Council) -> Action | None:
    asked = request.GET.get("action", "")
    if not asked.isdecimal() or len(asked) > 9:
        return None
    action = found(queries.action, request.user, int(asked))
    return action if action.plan.council_id == council.pk else None


def _kept(request: HttpRequest, pk: int) -> Evidence:
    one = found(queries.one_evidence, request.user, pk)
    must_keep(request, one.council)
    return one
