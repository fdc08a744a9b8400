"""Bringing in a workbook with a plan: its columns, what it would change, storing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Writing
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.plans import files as forms
from arising.register.improvement.models import PlanFile
from arising.register.improvement.views.kept import must_keep
from arising.register.improvement.workbooks.reading import NotAPlan
from arising.register.record.views.pages import found


@login_required
def bring(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a workbook with the plan. Nothing is stored before its pages have shown what it would change."""
    plan = found(queries.plan, request.user, pk)
    must_keep(request, plan.council)
    form = forms.BringPlan(request.POST or None, files=request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = operations.bring_plan(plan, file.name or "plan", file.read(), actor=signed_in(request))
            return redirect("plan-file-columns", pk=made.pk)
        except NotAPlan as trouble:
            form.add_error("file", str(trouble))
        except ValidationError as trouble:
            form.take(trouble)
    context = {
        "form": form, "back": plan.get_absolute_url(), "about": plan.title, "plan": plan,
        "waiting": list(queries.plan_files(request.user, plan)),
    }  # fmt: skip
    return render(request, "improvement/plans/bring.html", context)


@login_required
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which sheets are read, and what each of their columns holds."""
    file = found(queries.plan_file, request.user, pk)
    if file.version_id is not None:
        return redirect(file)
    try:
        book = queries.book_of(file)
    except NotAPlan as trouble:
        return _unreadable(request, file, trouble)
    sent = request.POST if request.method == "POST" else None
    form = forms.PlanColumns(sent, book=book, layout=queries.layout_of(file, book))
    if sent is not None and form.is_valid() and _done(form, operations.say_columns, request, file, form.told):
        return redirect(file)
    return render(
        request, "improvement/plans/columns.html", {"form": form, "file": file, "plan": file.plan, "book": book}
    )


@login_required
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """What a workbook would change, row by row, and the word to store that; once stored, what it changed."""
    file = found(queries.plan_file, request.user, pk)
    if file.version_id is not None:
        return render(request, "improvement/plans/stored.html", {"file": file, "plan": file.plan})
    try:
        it = queries.look(request.user, pk)
    except NotAPlan as trouble:
        return _unreadable(request, file, trouble)
    asked = request.POST.get("what", "") if request.method == "POST" else ""
    words = forms.PlanWords(request.POST if asked == "words" else None, look=it)
    renamed = forms.PlanRenamed(request.POST if asked == "renamed" else None, look=it)
    store = forms.StorePlan(request.POST if asked == "store" else None, look=it)
    if asked == "words" and words.is_valid() and _done(words, operations.say_states, request, file, words.told):
        return redirect(file)
    if (
        asked == "renamed"
        and renamed.is_valid()
        and _done(renamed, operations.say_renamed, request, file, renamed.told)
    ):
        return redirect(file)
    if asked == "store" and store.is_valid():
        told = store.cleaned_data
        try:
            operations.store_plan(
                file, told["seen"], told["agreed_on"], title=told["name"], reason=told["reason"],
                dropped=store.dropped(), actor=signed_in(request),
            )  # fmt: skip
        except ValidationError as trouble:
            store.take(trouble)
        else:
            messages.success(request, "Stored.")
            return redirect(file)
    context = {"it": it, "file": file, "plan": file.plan, "words": words, "renamed": renamed, "store": store}
    return render(request, "improvement/plans/look.html", context)


@login_required
@require_POST
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a workbook away that was not stored."""
    file = found(queries.plan_file, request.user, pk)
    plan = file.plan
    if file.version_id is None:
        operations.throw_plan_file_away(file, actor=signed_in(request))
        messages.success(request, f"{file} is thrown away.")
    return redirect(plan)


def _done(form: Writing, operation: Any, request: HttpRequest, file: PlanFile, told: Any) -> bool:
    """Whether an operation took what a form says; otherwise the form says why not."""
    try:
        operation(file, told(), actor=signed_in(request))
    except ValidationError as trouble:
        form.take(trouble)
        return False
    return True


def _unreadable(request: HttpRequest, file: PlanFile, trouble: NotAPlan) -> HttpResponse:
    """What was taken before may be refused by a later version of the register."""
    context = {"trouble": str(trouble), "file": file, "plan": file.plan}
    return render(request, "improvement/plans/unreadable.html", context)
