"""Every address of the register, and what to put into those that take arguments.

A new address without arguments is walked as it is. One with arguments needs a line in ``ARGUMENTS``: its name, and
every set of arguments under which something can be found in the tests' register.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

import pypdfium2
from django.core.exceptions import ObjectDoesNotExist
from django.http import FileResponse, HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from arising.register.accounts.models import User
from arising.register.accounts.operations import invitation
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Item, Membership, Person, Post
from arising.register.improvement.models import (
    Action,
    ImprovementPlan,
)
from arising.register.indicators.models import (
    Brought,
    Event,
    Layout,
    Place,
    Release,
    Report,
    Segment,
    Target,
    Tolerance,
)
from arising.register.matters import queries
from arising.register.matters.models import LINKS, Matter, MatterTopic
from arising.register.matters.queries import Timeline
from arising.register.obligations.models import Answer, Obligation, Reply, ResponsibleOfficer
from arising.register.programme import printing
from arising.register.programme.models import ProgrammeItem, TrackerImport
from arising.register.record.models import Commitment, Decision, Figure, ReviewStep, Source, Topic
from arising.register.search.links import stop_link
from arising.register.search.models import SavedSearch
from register.addresses_of_improvement import OF_IMPROVEMENT, all_of, each_body, each_meeting

Arguments = dict[str, Any]


def _items() -> Iterator[Arguments]:
    for item in Item.objects.select_related("meeting__body"):
        yield {"body": item.meeting.body.slug, "meeting": item.meeting.slug, "item": item.slug}


def _sources() -> Iterator[Arguments]:
    yield from ({"pk": source.pk} for source in Source.objects.all())


def _people() -> Iterator[Arguments]:
    yield from ({"slug": person.slug} for person in Person.objects.all())


def _users() -> Iterator[Arguments]:
    yield from ({"pk": user.pk} for user in User.objects.all())


def _invitation() -> Iterator[Arguments]:
    path = invitation(User.objects.all()[0], actor=None)
    uidb36, _, key = path.strip("/").rpartition("/")[2].partition("-")
    yield {"uidb36": uidb36, "key": key}


def _matters() -> Iterator[Arguments]:
    yield from ({"slug": matter.slug} for matter in Matter.objects.all())


def _members() -> Iterator[Arguments]:
    for member in MatterTopic.objects.select_related("matter"):
        yield {"slug": member.matter.slug, "topic": member.topic_id}


def _topics() -> Iterator[Arguments]:
    yield from ({"pk": topic.pk} for topic in Topic.objects.all())


def _charts(of: str, ask: Callable[[Any, Any], Timeline], given: Iterable[Arguments]) -> Iterator[Arguments]:
    """The charts that everybody sees, and those that who sees most does."""
    readers = [None, User.objects.filter(groups__name=Role.ADMINISTRATOR).first()]
    for one in given:
        for reader in readers:
            with suppress(ObjectDoesNotExist):
                yield from ({**one, "key": series.key} for series in ask(reader, one[of]).series)


def _links() -> Iterator[Arguments]:
    for model in LINKS:
        for link in model._default_manager.all():
            yield {"kind": model.__name__.lower(), "pk": link.pk}


def _obligations() -> Iterator[Arguments]:
    yield from ({"pk": one.pk} for one in Obligation.objects.all())


def _answers() -> Iterator[Arguments]:
    yield from ({"pk": one.obligation_id, "answer": one.pk} for one in Answer.objects.all())


def _replies() -> Iterator[Arguments]:
    yield from ({"pk": one.obligation_id, "reply": one.pk} for one in Reply.objects.all())


PLAN_PAGES = (
    "plan", "plan-chain", "plan-stale", "plan-versions", "compare-versions", "agree-version", "change-plan",
    "add-priority", "add-phase", "bring-plan",
)  # fmt: skip
ACTION_PAGES = (
    "action", "say-update", "change-action", "link-action", "drop-action", "take-up-action", "add-milestone",
    "attach-to-action",
)  # fmt: skip
"""Pages of an improvement plan and of its actions."""


def _planned() -> Iterator[Arguments]:
    yield from ({"pk": item.pk} for item in ProgrammeItem.objects.all())


def _imports() -> Iterator[Arguments]:
    for brought in TrackerImport.objects.select_related("body"):
        yield {"body": brought.body.slug, "pk": brought.pk}


def _findings() -> Iterator[Arguments]:
    for model in (Commitment, Decision):
        for finding in model._default_manager.all():
            yield {"kind": model.kind_name(), "pk": finding.pk}


def _saved_searches() -> Iterator[Arguments]:
    yield from ({"pk": saved.pk} for saved in SavedSearch.objects.all())


def _stop_links() -> Iterator[Arguments]:
    yield from ({"token": stop_link(saved).split("/")[-2]} for saved in SavedSearch.objects.all())


def _steps() -> Iterator[Arguments]:
    yield from ({"pk": step.pk} for step in ReviewStep.objects.all())


def _pack_files() -> Iterator[Arguments]:
    for body in Body.objects.all():
        yield from ({"body": body.slug, "form": form.suffix} for form in printing.forms_here())


def _meeting_pack_files() -> Iterator[Arguments]:
    """Of every meeting as Markdown, of one in other forms: the words are the same."""
    meetings = list(each_meeting())
    yield from ({**meeting, "form": "md"} for meeting in meetings)
    yield from ({**meetings[0], "form": form} for form in ("docx", "xlsx"))


def _indicators() -> Iterator[Arguments]:
    yield from ({"key": key} for key in ("re-referrals", "neet"))


def _brought() -> Iterator[Arguments]:
    yield from ({"pk": one.pk} for one in Brought.objects.all())


def _layouts() -> Iterator[Arguments]:
    yield from ({"key": key} for key in ("cin-referrals", "lait", *Layout.objects.values_list("key", flat=True)))


def _said() -> Iterator[Arguments]:
    for model in (Target, Event, Segment):
        yield from ({"kind": model.__name__.lower(), "pk": one.pk} for one in model.objects.all())


def _reports() -> Iterator[Arguments]:
    yield from ({"pk": report.pk} for report in Report.objects.all())


ARGUMENTS: dict[str, Callable[[], Iterable[Arguments]]] = {
    **OF_IMPROVEMENT,
    "body": each_body,
    "members": each_body,
    "add-member": each_body,
    **dict.fromkeys(("change-membership", "remove-membership"), lambda: all_of(Membership)),
    "meeting": each_meeting,
    "item": _items,
    "person": _people,
    "person-name": _people,
    "source": _sources,
    "source-text": _sources,
    "source-original": _sources,
    "user": _users,
    "user-role": _users,
    "user-name": _users,
    "user-open": _users,
    "user-invite": _users,
    "user-bodies": _users,
    "account_reset_password_from_key": _invitation,
    "matter": _matters,
    "pack": each_body,
    "programme": each_body,
    "programme-csv": each_body,
    "programme-calendar": each_body,
    "plan-meeting": each_body,
    "add-programme-item": each_body,
    "agenda": each_meeting,
    "cancel-meeting": each_meeting,
    "programme-item": _planned,
    "change-programme-item": _planned,
    "move-programme-item": _planned,
    "end-programme-item": _planned,
    "restore-programme-item": _planned,
    "pack-file": _pack_files,
    "meeting-pack": each_meeting,
    "meeting-pack-file": _meeting_pack_files,
    "tracker": each_body,
    "tracker-excel": each_body,
    "bring-tracker-back": each_body,
    "tracker-import": _imports,
    "tracker-import-left-out": _imports,
    "tracker-csv": each_body,
    "leave-matter": _members,
    "matter-chart": lambda: _charts("slug", queries.matter, _matters()),
    "topic-chart": lambda: _charts("pk", queries.topic, _topics()),
    "topic": _topics,
    "decide-link": _links,
    "obligation": _obligations,
    "answer-obligation": _obligations,
    "amend-obligation": _obligations,
    "say-progress": _obligations,
    "extend-obligation": _obligations,
    "reply-to-recommendation": _obligations,
    "end-obligation": _obligations,
    "restore-obligation": _obligations,
    "judge-answer": _answers,
    "answer-file": _answers,
    "record-impact": _replies,
    "dismiss-officer": lambda: ({"pk": one.pk} for one in ResponsibleOfficer.objects.all()),
    "body-feed": each_body,
    "matter-feed": _matters,
    "owner-feed": lambda: ({"pk": post.pk} for post in Post.objects.all()),
    "my-search": _saved_searches,
    "delete-search": _saved_searches,
    "stop-alerts": _stop_links,
    "indicator": _indicators,
    "indicator-csv": _indicators,
    "indicator-chart": lambda: ({**each, "form": "svg"} for each in _indicators()),
    "compare-areas": _indicators,
    "indicator-toml": _indicators,
    "change-indicator": _indicators,
    "set-target": _indicators,
    "add-event": _indicators,
    "begin-segment": _indicators,
    "type-figure-in": _indicators,
    "area": lambda: ({"code": code} for code in ("E06000035", "E92000001")),
    "quality": lambda: ({"code": code} for code in ("E06000035", "E92000001")),
    "dashboard": lambda: [{"code": "E06000035"}],
    "dashboard-pdf": lambda: [{"code": "E06000035"}],
    "systems": lambda: ({"code": code} for code in ("E06000035", "E92000001")),
    "systems-csv": lambda: [{"code": "E06000035"}],
    "add-remark": lambda: [{"code": "E06000035"}],
    "set-tolerance": lambda: [{"code": "E06000035"}],
    "drop-tolerance": lambda: ({"pk": one.pk} for one in Tolerance.objects.all()),
    **dict.fromkeys(PLAN_PAGES, lambda: all_of(ImprovementPlan)),
    **dict.fromkeys(ACTION_PAGES, lambda: all_of(Action)),
    "claims": each_body,
    "claims-csv": each_body,
    "set-match": lambda: ({"pk": one.pk} for one in Figure.objects.all()),
    "drop-said": _said,
    "report": _reports,
    "drop-report": _reports,
    "release": lambda: ({"pk": one.pk} for one in Release.objects.all()),
    "brought": _brought,
    "brought-columns": _brought,
    "throw-away": _brought,
    "brought-measures": _brought,
    "layout": _layouts,
    "change-layout": _layouts,
    "drop-layout": _layouts,
    "add-place": _layouts,
    "drop-place": lambda: ({"pk": one.pk} for one in Place.objects.all()),
    "review-undo": _steps,
    "review-finding": _findings,
}
"""What each address with arguments is asked with."""


def addresses() -> dict[str, bool]:
    """Every address by its name, and whether it takes arguments. One without a name goes by its pattern."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(patterns: Iterable[URLPattern | URLResolver], taking: bool = False) -> Iterator[tuple[str, bool]]:
    for pattern in patterns:
        takes = taking or bool(pattern.pattern.regex.groups)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, takes)
        else:
            yield pattern.name or str(pattern.pattern), takes


def paths(most: int | None = None) -> list[str]:
    """Every path there is something at, or could be; of each address no more than ``most``."""
    asked = ((name, islice(ARGUMENTS[name](), most) if takes else [{}]) for name, takes in addresses().items())
    return [reverse(name, kwargs=given) for name, arguments in asked for given in arguments]


def words_of(response: HttpResponseBase) -> str:
    """All that an answer says, in its headers and its body, files inside it included."""
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    if isinstance(response, FileResponse) and response.file_to_stream:
        response.file_to_stream.close()
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{headers}\n{_text(body)}"


def _text(body: bytes) -> str:
    if body.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(body)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return "\n".join(_text(parts.read(name)) for name in parts.namelist())
    return body.decode("utf-8", "replace")
