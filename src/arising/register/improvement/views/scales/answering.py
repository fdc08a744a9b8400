"""Where people score by their links, without signing in."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from arising.measures.distance import Score
from arising.register.bodies.writing import Writing
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.scales import People, ScoreForm
from arising.register.improvement.models import Evidence, Scale
from arising.register.improvement.operations import Given
from arising.register.record.views.pages import found


class Sheet:
    """A form for each scale that is asked, and one about those who answer."""

    def __init__(
        self, request: HttpRequest, scales: Sequence[tuple[Scale, Score | None]], evidence: QuerySet[Evidence],
        about: Writing,
    ) -> None:  # fmt: skip
        self.sent = request.method == "POST"
        data = request.POST if self.sent else None
        self.about = about
        self.forms = [(ScoreForm(data, scale, evidence), last) for scale, last in scales]

    def is_whole(self) -> bool:
        """Whether it was sent and each field can be read."""
        return self.sent and not self.has_errors

    @property
    def every(self) -> list[Writing]:
        """All its forms, in their order on the page."""
        return [self.about, *(form for form, _ in self.forms)]

    @property
    def given(self) -> list[Given]:
        """What was scored."""
        return [given for form, _ in self.forms if (given := form.given)]

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong with it; every form is looked at."""
        return any(self.sent and not form.is_valid() for form in self.every)

    def take(self, trouble: ValidationError) -> None:
        """Show what an operation refused, beside the score that it is about."""
        if not hasattr(trouble, "error_dict"):
            self.about.add_error(None, trouble)
            return
        by_scale = {form.prefix: form for form, _ in self.forms}
        for name, lines in trouble.message_dict.items():
            if form := by_scale.get(name):
                form.add_error("value", lines)
            else:
                self.about.add_error(name if name in self.about.fields else None, lines)


@never_cache
def score(request: HttpRequest, token: str) -> HttpResponse:
    """What a link asks, and the answer to it. A link that is used or over says so in one line."""
    asked = found(queries.asked_by, token)
    if asked.closed:
        return _private(render(request, "improvement/scales/closed.html", {"it": asked}))
    about = People(request.POST or None) if asked.for_group else Writing(request.POST or None)
    sheet = Sheet(request, asked.scales, queries.evidence_to_choose(None, asked.round.council), about)
    if sheet.is_whole():
        try:
            operations.answer(token, sheet.given, people=about.cleaned_data.get("people", 1))
        except ValidationError as trouble:
            sheet.take(trouble)
        else:
            return redirect("scored")
    context = {"sheet": sheet, "round": asked.round, "group": asked.group, "typing": False}
    return _private(render(request, "improvement/scales/score.html", context))


def scored(request: HttpRequest) -> HttpResponse:
    """Thanks, on a page that knows nothing of who answered what."""
    return render(request, "improvement/scales/scored.html")


def _private(response: HttpResponse) -> HttpResponse:
    """A page that no search engine keeps."""
    response["X-Robots-Tag"] = "noindex"
    return response
