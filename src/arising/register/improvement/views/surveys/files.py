"""The counts of a round as files: out, in after a look, and the whole of a survey as CSV."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from arising.measures.published import NotPublished
from arising.register.accounts.rules import signed_in
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.papers import sealed, unsealed
from arising.register.improvement.forms.surveys import BringCounts
from arising.register.improvement.models import SurveyRound
from arising.register.improvement.queries.surveys.files import asked_in
from arising.register.improvement.surveying import sheets
from arising.register.improvement.views.surveys.rounds import kept
from arising.register.programme.views.files import attached, attached_csv
from arising.register.record.views.pages import found

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLES = (
    "from", "to", "asked", "answered", "question", "group", "answer", "count", "share taken together", "interval",
    *sheets.BY_GROUP,
)  # fmt: skip


def round_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The counts of a round, small groups kept back, in the form in which they come in again."""
    held = found(queries.survey_round, request.user, pk)
    rows = queries.file_rows(request.user, held.pk)
    name = f"survey-{held.survey_id}-{held.ends_on.isoformat()}.{form}"
    if form == "xlsx":
        return attached(sheets.workbook(rows, str(held)), EXCEL, name)
    return attached_csv(sheets.TITLES, rows, name)


def survey_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything on the page of a survey as CSV."""
    page = found(queries.survey_page, request.user, pk)
    return attached_csv(TITLES, queries.survey_rows(page), f"survey-{pk}.csv")


@login_required
def bring_counts(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a file of counts in. Nothing is stored before the page has shown what it would change."""
    held = kept(request, pk)
    if "looked_at" in request.POST:
        return _store(request, held)
    form = BringCounts(request.POST, files=request.FILES) if request.method == "POST" else BringCounts()
    context: dict[str, Any] = {"form": form, "round": held, "survey": held.survey, "back": held.get_absolute_url()}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found_in = queries.read_file(held, file.read(), file.name or "file")
        except NotPublished as trouble:
            form.add_error("file", str(trouble))
        else:
            if found_in.wrong:
                return render(request, "improvement/surveys/wrong.html", {**context, "lines": found_in.lines})
            counts = _places(held, found_in.rows)
            told = [found_in.rows, found_in.responses, held.version, file.name]
            context |= {
                "change": queries.changes(held, counts), "name": file.name, "groups": _groups(found_in.rows),
                "responses": [f"{group} {one[0]} of {one[1]}" for group, one in found_in.responses.items()],
                "looked_at": sealed(held, signed_in(request), told),
            }  # fmt: skip
            return render(request, "improvement/surveys/look.html", context)
    return render(request, "improvement/surveys/bring.html", context)


def _store(request: HttpRequest, held: SurveyRound) -> HttpResponse:
    """Store what was looked at."""
    user = signed_in(request)
    try:
        rows, responses, version, name = unsealed(held, user, request.POST["looked_at"])
    except ValidationError as trouble:
        messages.error(request, trouble.messages[0])
        return redirect("bring-counts", held.pk)
    try:
        operations.set_counts(
            held, _places(held, rows),
            responses={group: (one[0], one[1]) for group, one in responses.items()},
            whole=True, version=version, actor=user,
            why=f"From the file {name}"[:100],
        )  # fmt: skip
    except ValidationError as trouble:
        context = {"round": held, "survey": held.survey, "lines": trouble.messages, "back": held.get_absolute_url()}
        return render(request, "improvement/surveys/wrong.html", context)
    messages.success(request, "The counts are stored.")
    return redirect(held)


def _places(held: SurveyRound, rows: list[sheets.Row]) -> dict[tuple[int, str, str], int | None]:
    """The rows of a file by the keys of their questions. A question that was taken away meanwhile is left out."""
    known = {each.words: each.pk for each in asked_in(held)}
    return {(known[words], group, answer): count for words, group, answer, count in rows if words in known}


def _groups(rows: list[sheets.Row]) -> list[str]:
    return list(dict.fromkeys(group for _, group, _, _ in rows if group))
