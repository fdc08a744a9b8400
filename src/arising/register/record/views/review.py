"""The review desk: the queue, one finding with what can be done with it, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from arising.documents.document import Part
from arising.register.record import forms, in_words, operations, queries
from arising.register.record.marking import Mark, MarkedText
from arising.register.record.minutes import sections
from arising.register.record.models import Finding, State
from arising.register.record.queries import Desk, UnderReview
from arising.register.record.versions import ChangedSince
from arising.register.record.views.pages import found

KEYS = "review_keys"
A_FEW = 2
"""A step on so many findings leads back to the first of them, on more to the queue."""
LEADS_TO = {"confirm": State.CONFIRMED, "reject": State.REJECTED}


def desk_of(request: HttpRequest) -> tuple[forms.NarrowReview, Desk]:
    """How the queue is narrowed, by the address. What may not be reviewed by the reader is not there at all."""
    if not queries.may_review(request.user):
        raise Http404
    form = forms.NarrowReview(request.GET, user=request.user)
    return form, form.desk()


def narrowing(desk: Desk) -> str:
    """The part of an address that narrows the queue so, with its question mark; "" for everything."""
    where = {"meeting": f"{desk.body}/{desk.meeting}"} if desk.meeting else {"body": desk.body}
    asked = {name: value for name, value in {**where, "kind": desk.kind, "rule": desk.rule}.items() if value}
    return f"?{urlencode(asked, safe='/')}" if asked else ""


def address(finding: Finding | None, desk: Desk) -> str:
    """Where a finding is reviewed, or the queue where there is none."""
    page = reverse("review-finding", args=[finding.kind_name(), finding.pk]) if finding else reverse("review")
    return page + narrowing(desk)


def review(request: HttpRequest) -> HttpResponse:
    """The queue: how much waits, how it can be narrowed, what comes first, what the reader did last."""
    return _queue(request)


def _queue(request: HttpRequest, *, trouble: str = "", status: int = 200) -> HttpResponse:
    form, desk = desk_of(request)
    waiting = queries.queue(request.user, desk)
    context = {
        "form": form,
        "it": waiting,
        "lines": [(finding, address(finding, desk)) for finding in waiting.findings],
        "narrowed": desk != Desk(),
        "narrowing": narrowing(desk),
        "steps": queries.last_steps(request.user),
        "trouble": trouble,
        "undone": "undone" in request.GET,
    }
    return render(request, "record/review/queue.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One finding: its words in their place, what was read in them, and what a person says of it."""
    _, desk = desk_of(request)
    it = found(queries.under_review, request.user, kind, pk, desk)
    if request.method != "POST":
        return _page(request, it, desk)
    did = request.POST.get("do", "")
    if did not in DEEDS:
        return _page(request, it, desk, trouble="Choose what to do with this finding.", status=400)
    form = _forms(it, request.POST, did)[did]
    if not form.is_valid():
        return _page(request, it, desk, did=did)
    try:
        return redirect(DEEDS[did](request, it, desk, form))
    except ChangedSince as since:
        by_me = since.finding.decided_by_id == request.user.pk and since.finding.state == LEADS_TO.get(did)
        if by_me:
            return redirect(address(it.next, desk))
        again = found(queries.under_review, request.user, kind, pk, desk)
        return _page(request, again, desk, did=did, since=str(since), status=409)
    except ValidationError as refused:
        return _page(request, it, desk, did=did, trouble=" ".join(refused.messages))


def _confirm(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    said = forms.meant(form.cleaned_data["is_obligation"]) if it.finding.may_oblige else None
    operations.confirm(it.finding, actor=_me(request), is_obligation=said, shown=_shown(request))
    return address(it.next, desk)


def _amend(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    operations.amend(
        it.finding, form.changes(), actor=_me(request), why="Amended", shown=_shown(request), **form.ends
    )  # fmt: skip
    return address(it.next, desk)


def _reject(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    operations.reject(it.finding, actor=_me(request), why=form.why, shown=_shown(request))
    return address(it.next, desk)


def _ends(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    operations.move_ends(it.finding, actor=_me(request), shown=_shown(request), **form.cleaned_data)
    return address(it.finding, desk)


def _split(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    operations.split(it.finding, form.cleaned_data["before_word"], actor=_me(request), shown=_shown(request))
    return address(it.finding, desk)


def _merge(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    other = next(each for each in it.neighbours if each.pk == form.cleaned_data["other"])
    return address(operations.merge(it.finding, other, actor=_me(request), shown=_shown(request)), desk)


def _reopen(request: HttpRequest, it: UnderReview, desk: Desk, form: Any) -> str:
    operations.reopen(it.finding, actor=_me(request))
    return address(it.finding, desk)


DEEDS: dict[str, Callable[[HttpRequest, UnderReview, Desk, Any], str]] = {
    "confirm": _confirm,
    "amend": _amend,
    "reject": _reject,
    "ends": _ends,
    "split": _split,
    "merge": _merge,
    "reopen": _reopen,
}
"""What can be done with a finding, each answering the address that follows."""


def _me(request: HttpRequest) -> Any:
    return request.user


def _shown(request: HttpRequest) -> str:
    """The version that the person had before them; one that was not sent is that of nothing."""
    return request.POST.get("version", "") or "none"


def _forms(it: UnderReview, data: Any = None, did: str = "") -> dict[str, Any]:
    """The forms of the page, the one that was sent with what was written in it."""

    def sent(name: str) -> Any:
        return data if name == did else None

    said = {"is_obligation": forms.said(getattr(it.finding, "is_obligation", None))}
    return {
        "confirm": forms.Confirm(sent("confirm"), initial=said, auto_id="confirm-%s", label_suffix=""),
        "amend": forms.Amend(sent("amend"), it),
        "reject": forms.Reject(sent("reject"), auto_id="reject-%s", label_suffix=""),
        "ends": forms.MoveEnds(sent("ends")),
        "split": forms.Split(sent("split"), it),
        "merge": forms.Merge(sent("merge"), it),
        "reopen": forms.Reopen(sent("reopen")),
    }


def _page(
    request: HttpRequest, it: UnderReview, desk: Desk, *, did: str = "", trouble: str = "", since: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    finding = it.finding
    name = in_words.title(finding)
    mark = Mark(finding.anchor, finding.start, finding.end, in_words.look(finding), name)
    all_forms = _forms(it, request.POST or None, did)
    shown = sections(it.blocks, MarkedText(it.text, [mark]), leave_out=frozenset({Part.PAGE}))
    context = {
        "it": it,
        "finding": finding,
        "name": name,
        # what was refused is decided on the version that was seen, what was changed since on the one now shown
        "version": it.version if since or not did else _shown(request),
        "sections": shown,
        "forms": all_forms,
        "did": did,
        "trouble": trouble,
        "errors": _errors(all_forms.get(did)),
        "since": since,
        "before": in_words.differences(finding),
        "skip": address(it.next, desk),
        "narrowing": narrowing(desk),
        "steps": queries.last_steps(request.user, limit=1),
        "undone": "undone" in request.GET,
        "merged_into": address(finding.merged_into, desk) if finding.merged_into else "",
        "neighbours": [(other, address(other, desk)) for other in it.neighbours],
        "moves": [
            (value, words)
            for value, words, by in forms.MOVES
            if it.ends.can(*by)
        ],
        "keys": request.session.get(KEYS, "on"),
    }  # fmt: skip
    return render(request, "record/review/finding.html", context, status=status)


def _errors(form: Any) -> list[tuple[str, str]]:
    """What is wrong with a form that was sent: the field's fragment, and the field with its fault."""
    if form is None or not form.is_bound:
        return []
    found = []
    for name, faults in form.errors.items():
        field = form[name] if name in form.fields else None
        target = "" if field is None or field.is_hidden else field.auto_id
        if field and field.widget_type == "radioselect":
            target = f"{target}-1"
        found.append((target, f"{field.label}: {faults[0]}" if field else faults[0]))
    return found


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a step of one's own back, and show the finding that it was about."""
    _, desk = desk_of(request)
    step = found(queries.own_step, request.user, pk)
    try:
        operations.take_back(step.step, actor=_me(request))
    except ValidationError as refused:
        return _queue(request, trouble=" ".join(refused.messages), status=409)
    page = address(step.finding if step.number <= A_FEW else None, desk)
    return redirect(f"{page}{'&' if '?' in page else '?'}undone")


@require_POST
def keys(request: HttpRequest) -> HttpResponse:
    """Turn the single-key shortcuts of the desk on or off, for this person's visit."""
    desk_of(request)
    request.session[KEYS] = "off" if request.POST.get("keys") == "off" else "on"
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if safe else reverse("review"))
