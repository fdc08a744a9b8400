"""The pages of a plan: how far it is, its actions, its chain, what is stale, its versions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.improvement import queries
from arising.register.improvement.forms.plans.narrowing import NarrowPlan
from arising.register.programme import printing
from arising.register.record.views.pages import found


def plans(request: HttpRequest, council: str) -> HttpResponse:
    """The improvement plans of a council."""
    held = found(queries.council, request.user, council)
    context = {
        "council": held, "plans": [(each, queries.plan_page(request.user, each.pk)) for each in
                                   queries.plans(request.user, held)],
        "may_keep": request.user.has_perm("improvement.keep", held),
    }  # fmt: skip
    return render(request, "improvement/plans/plans.html", context)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """How much of a plan is done, and how much is shown to have worked."""
    whole = found(queries.plan_page, request.user, pk)
    form = NarrowPlan(request.GET, page=whole)
    narrowed = form.narrowed()
    it = found(queries.plan_page, request.user, pk, narrowed) if narrowed else whole
    context = {
        "it": it, "plan": it.plan, "form": form, "narrowed": bool(narrowed),
        "may_keep": request.user.has_perm("improvement.keep", it.plan.council),
        "forms": [each for each in printing.forms_here() if each.suffix in ("docx", "pdf")],
    }  # fmt: skip
    return render(request, "improvement/plans/plan.html", context)


def action(request: HttpRequest, pk: int) -> HttpResponse:
    """An action, from the judgement behind it to the evidence that it worked."""
    it = found(queries.action_page, request.user, pk)
    context = {
        "it": it, "line": it.line, "action": it.action, "plan": it.action.plan,
        "may_keep": request.user.has_perm("improvement.keep", it.action.plan.council),
        "may_update": request.user.has_perm("improvement.update", it.action),
        "history": it.history,
    }  # fmt: skip
    return render(request, "improvement/plans/action.html", context)


def chain(request: HttpRequest, pk: int) -> HttpResponse:
    """From each judgement to the evidence, and where the chain is broken."""
    it = found(queries.chain, request.user, pk)
    points = [(each, [(line, it.of(line)) for line in each.lines]) for each in it.points]
    context = {"it": it, "plan": it.plan, "points": points}
    context["may_keep"] = request.user.has_perm("improvement.keep", it.plan.council)
    return render(request, "improvement/plans/chain.html", context)


def stale(request: HttpRequest, pk: int) -> HttpResponse:
    """Entries of a plan that say what is so no longer."""
    it = found(queries.stale, request.user, pk)
    return render(request, "improvement/plans/stale.html", {"it": it, "plan": it.plan})


def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """The versions of a plan, and what was dropped from it."""
    plan = found(queries.plan, request.user, pk)
    context = {
        "plan": plan, "versions": list(queries.versions(request.user, plan)),
        "dropped": queries.dropped(request.user, plan),
        "may_keep": request.user.has_perm("improvement.keep", plan.council),
    }  # fmt: skip
    return render(request, "improvement/plans/versions.html", context)


def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each action from one version to another."""
    plan = found(queries.plan, request.user, pk)
    numbers = [each.number for each in queries.versions(request.user, plan)]
    if not numbers:
        raise Http404
    before = request.GET.get("from") or str(numbers[1] if len(numbers) > 1 else numbers[0])
    after = request.GET.get("to") or (str(numbers[0]) if len(numbers) > 1 else "now")
    it = found(queries.compared, request.user, pk, before, after)
    return render(request, "improvement/plans/compare.html", {"it": it, "plan": plan, "from": before, "to": after})
