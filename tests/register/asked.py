"""Every query of the register, and how each is asked for everything there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from arising.measures.cards import Card
from arising.register.accounts.audiences import Audience, Reader
from arising.register.accounts.models import User
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council, Item, Meeting, Membership, Person, Post
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator, StatisticalArea
from arising.register.matters import queries as matters
from arising.register.matters.models import Matter
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Answer, Obligation
from arising.register.programme import queries as programme
from arising.register.programme.models import ProgrammeItem, TrackerImport
from arising.register.programme.tracker.uploaded import Uploaded, UploadedRow
from arising.register.record import queries as record
from arising.register.record.models import Commitment, Figure, ReviewStep, Source, Topic
from arising.register.search import queries as search
from arising.register.search.models import Entry
from arising.register.search.queries.saved import KEYED_BY, key_of
from arising.register.site import queries as site
from register.asked_of_improvement import ASKED_OF_IMPROVEMENT

MARKS = {
    "OPENWORD": Audience.PUBLIC,
    "MEMBERWORD": Audience.MEMBERS,
    "BESIDEWORD": Audience.MEMBERS,
    "OFFICERWORD": Audience.OFFICERS,
    "CLERKWORD": Audience.CLERKS,
    "EXEMPTWORD": Audience.CLERKS,
    "ITEMWORD": Audience.CLERKS,
    "HELDWORD": Audience.CLERKS,
    "EMBARGOWORD": Audience.CLERKS,
    "ENDLESSWORD": Audience.CLERKS,
}
"""A word for each source of the register, which stands in its text, titles and findings, and who may see it."""

Asks = Iterable[Callable[[], Any]]

ASKED: dict[str, Callable[[Reader], Asks]] = {
    "bodies.councils": lambda user: [bodies.councils],
    "bodies.bodies": lambda user: [partial(bodies.bodies, user)],
    "bodies.body": lambda user: [partial(bodies.body, user, body.slug) for body in Body.objects.all()],
    "bodies.meetings": lambda user: [partial(bodies.meetings, user)],
    "bodies.held": lambda user: [partial(bodies.held, user)],
    "bodies.to_come": lambda user: [partial(bodies.to_come, user)],
    "bodies.meeting": lambda user: [partial(bodies.meeting, user, each.body.slug, each.slug) for each in meetings()],
    "bodies.items": lambda user: [partial(bodies.items, user, meeting) for meeting in Meeting.objects.all()],
    "bodies.item": lambda user: [partial(bodies.item, user, *slugs(item)) for item in items()],
    "bodies.members": lambda user: [partial(bodies.members, user, each.slug) for each in Body.objects.all()],
    "bodies.membership": lambda user: [partial(bodies.membership, user, each.pk) for each in Membership.objects.all()],
    "bodies.memberships": lambda user: [partial(bodies.memberships, user, each) for each in Person.objects.all()],
    "bodies.history": lambda user: [partial(bodies.history, user, body) for body in Body.objects.visible_to(user)],
    "record.commitments": lambda user: [partial(record.commitments, user)],
    "record.decisions": lambda user: [partial(record.decisions, user)],
    "record.exchanges": lambda user: [partial(record.exchanges, user)],
    "record.figures": lambda user: [partial(record.figures, user)],
    "record.votes": lambda user: [partial(record.votes, user)],
    "record.people": lambda user: [partial(record.people, user)],
    "record.owners": lambda user: [partial(record.owners, user)],
    "record.undated": lambda user: [partial(record.undated, user)],
    "record.asking": lambda user: [partial(record.asking, user)],
    "record.national": lambda user: [partial(record.national, user)],
    "record.body_page": lambda user: [partial(record.body_page, user, body.slug) for body in Body.objects.all()],
    "record.meeting_page": lambda user: [
        partial(record.meeting_page, user, each.body.slug, each.slug) for each in meetings()
    ],
    "record.item_page": lambda user: [partial(record.item_page, user, *slugs(item)) for item in items()],
    "record.person_page": lambda user: [partial(record.person_page, user, each.slug) for each in Person.objects.all()],
    "record.sources": lambda user: [partial(record.sources, user)],
    "record.source_page": lambda user: [partial(record.source_page, user, each.pk) for each in Source.objects.all()],
    "record.source_file": lambda user: [partial(contents, user, each.pk) for each in Source.objects.all()],
    "obligations.listed": lambda user: [partial(obligations.listed, user)],
    "obligations.every_line": lambda user: [partial(obligations.every_line, user)],
    "obligations.most_urgent": lambda user: [partial(obligations.most_urgent, user, limit=50)],
    "obligations.summary": lambda user: [partial(obligations.summary, user)],
    "obligations.in_brief": lambda user: [partial(obligations.in_brief, user)],
    "obligations.lines": lambda user: [partial(obligations.lines, user, obligations.in_brief(user))],
    "obligations.obligation": lambda user: [
        partial(obligations.obligation, user, each.pk) for each in Obligation.objects.all()
    ],
    "obligations.obligation_page": lambda user: [
        partial(obligations.obligation_page, user, each.pk) for each in Obligation.objects.all()
    ],
    "obligations.answers_to": lambda user: [partial(obligations.answers_to, user, list(Obligation.objects.all()))],
    "obligations.progress_of": lambda user: [partial(obligations.progress_of, user, list(Obligation.objects.all()))],
    "obligations.answer_file": lambda user: [
        partial(obligations.answer_file, user, each.obligation_id, each.pk) for each in Answer.objects.all()
    ],
    "obligations.may_open_files": lambda user: [
        partial(obligations.may_open_files, user, each) for each in obligations.in_brief(user)
    ],
    "obligations.mine": lambda user: [partial(obligations.mine, user)] if isinstance(user, User) else [],
    "obligations.impact_to_check": lambda user: [partial(obligations.impact_to_check, user)],
    "obligations.responsible_officers": lambda user: [partial(obligations.responsible_officers, user)],
    "obligations.body_panel": lambda user: [
        partial(obligations.body_panel, user, each) for each in bodies.bodies(user)
    ],
    "obligations.meeting_panel": lambda user: [
        partial(obligations.meeting_panel, user, each) for each in bodies.meetings(user)
    ],
    "matters.topics": lambda user: [partial(matters.topics, user)],
    "matters.suggestions": lambda user: [
        partial(matters.suggestions, user, state=state) for state in ("proposed", "confirmed", "rejected")
    ],
    "matters.closures": lambda user: [partial(matters.closures, user)],
    "matters.disagreements": lambda user: [partial(matters.disagreements, user)],
    "matters.matters": lambda user: [partial(matters.matters, user)],
    "matters.matter": lambda user: [partial(matters.matter, user, each.slug) for each in Matter.objects.all()],
    "matters.topic": lambda user: [partial(matters.topic, user, each.pk) for each in Topic.objects.all()],
    "matters.tell": lambda user: [partial(matters.tell, user, promised(user))],
    "programme.pack": lambda user: [partial(programme.pack, user, body.slug) for body in Body.objects.all()],
    "programme.programme": lambda user: [partial(programme.programme, user, body.slug) for body in Body.objects.all()],
    "programme.programme_items": lambda user: [partial(programme.programme_items, user)],
    "programme.programme_item": lambda user: [
        partial(programme.programme_item, user, each.pk) for each in ProgrammeItem.objects.all()
    ],
    "programme.item_page": lambda user: [
        partial(programme.item_page, user, each.pk) for each in ProgrammeItem.objects.all()
    ],
    "programme.planned_meeting": lambda user: [
        partial(programme.planned_meeting, user, each.body.slug, each.slug) for each in meetings()
    ],
    "programme.to_come": lambda user: [partial(programme.to_come, user, limit=50)],
    "programme.cancelled": lambda user: [partial(programme.cancelled, user, body) for body in bodies.bodies(user)],
    "programme.plans": lambda user: [partial(programme.plans, user, Meeting.objects.all())],
    "programme.hours": lambda user: [partial(programme.hours, 90)],
    "programme.body_calendar": lambda user: [
        partial(programme.body_calendar, user, body.slug) for body in Body.objects.all()
    ],
    "programme.own_calendar": lambda user: [partial(programme.own_calendar, user)] if isinstance(user, User) else [],
    "programme.choices": lambda user: [partial(programme.choices, user, body.slug) for body in Body.objects.all()],
    "programme.tracker": lambda user: [
        partial(programme.tracker, user),
        *(partial(programme.tracker, user, body.slug) for body in Body.objects.all()),
    ],
    "programme.rows_of": lambda user: [partial(programme.rows_of, user, obligations.every_line(user))],
    "programme.imports": lambda user: [partial(programme.imports, user, body) for body in Body.objects.all()],
    "programme.tracker_import": lambda user: [
        partial(programme.tracker_import, user, each.body.slug, each.pk) for each in brought_back()
    ],
    "programme.may_bring_back": lambda user: [
        partial(programme.may_bring_back, user, body) for body in Body.objects.all()
    ],
    "programme.preview": lambda user: [partial(programme.preview, user, each) for each in brought_back()],
    "programme.outcome": lambda user: [partial(programme.outcome, user, each) for each in brought_back()],
    "programme.rows_left_out": lambda user: [partial(programme.rows_left_out, each, ()) for each in brought_back()],
    "programme.register": lambda user: [
        partial(programme.register, user, body, all_of(body)) for body in Body.objects.all()
    ],
    "obligations.owed_by": lambda user: [partial(obligations.owed_by, user)],
    "record.posts": lambda user: [partial(record.posts, user)],
    "record.may_review": lambda user: [partial(record.may_review, user)],
    "record.waiting": lambda user: [partial(record.waiting, user)],
    "record.queue": lambda user: [partial(record.queue, user, limit=200)],
    "record.under_review": lambda user: [
        partial(record.under_review, user, "commitment", each.pk) for each in Commitment.objects.all()
    ],
    "record.following": lambda user: [
        partial(record.following, user, each, record.Desk(kind="commitment")) for each in Commitment.objects.all()
    ],
    "record.own_step": lambda user: [partial(record.own_step, user, each.pk) for each in ReviewStep.objects.all()],
    "record.last_steps": lambda user: [partial(record.last_steps, user, limit=50)],
    "record.review_rules": lambda user: [partial(record.review_rules, user)],
    "record.review_batch": lambda user: [partial(record.review_batch, user, "commitment", "test-commitments")],
    **ASKED_OF_IMPROVEMENT,
    "indicators.areas": lambda user: [partial(indicators.areas, user)],
    "indicators.area": lambda user: [partial(indicators.area, user, "E06000035")],
    "indicators.area_of": lambda user: [partial(indicators.area_of, each) for each in Council.objects.all()],
    "indicators.default_area": lambda user: [partial(indicators.default_area, user)],
    "indicators.beside": lambda user: [partial(indicators.beside, an_area())],
    "indicators.indicators": lambda user: [indicators.indicators],
    "indicators.indicator": lambda user: [partial(indicators.indicator, "re-referrals")],
    "indicators.indicator_page": lambda user: [partial(indicators.indicator_page, user, "re-referrals", an_area())],
    "indicators.dashboard": lambda user: [partial(indicators.dashboard, user, an_area())],
    "indicators.every_variant": lambda user: [],
    "indicators.area_page": lambda user: [partial(indicators.area_page, user, an_area())],
    "indicators.published": lambda user: [partial(indicators.published, a_card(), "referrals", [an_area()])],
    "indicators.revisions": lambda user: [partial(indicators.revisions, a_card(), "referrals", an_area())],
    "indicators.from_council": lambda user: [partial(indicators.from_council, user, a_card(), "referrals", an_area())],
    "indicators.quality": lambda user: [partial(indicators.quality, user, an_area())],
    "indicators.systems": lambda user: [partial(indicators.systems, user, an_area())],
    "indicators.variance": lambda user: [partial(indicators.variance, user, an_area(), {}, "", "")],
    "indicators.tolerances": lambda user: [
        partial(indicators.tolerances, user, each) for each in Council.objects.all()
    ],
    "indicators.tolerance": lambda user: [partial(indicators.tolerance, user, 1)],
    "indicators.claims": lambda user: [partial(indicators.claims, user, body.slug) for body in Body.objects.all()],
    "indicators.claims_about": lambda user: [
        partial(indicators.claims_about, user, a_card(), each) for each in Council.objects.all()
    ],
    "indicators.claim": lambda user: [partial(indicators.claim, user, each.pk) for each in Figure.objects.all()],
    "indicators.release": lambda user: [partial(indicators.release, 1)],
    "indicators.rows_in": lambda user: [],
    "indicators.brought": lambda user: [partial(indicators.brought, user, 1)],
    "indicators.held_by": lambda user: [],
    "indicators.own_held_by": lambda user: [],
    "indicators.councils_served": lambda user: [partial(indicators.councils_served, user)],
    "indicators.report": lambda user: [partial(indicators.report, user, 1)],
    "indicators.reported": lambda user: [],
    "indicators.indicators_of": lambda user: [partial(indicators.indicators_of, user)],
    "indicators.layouts": lambda user: [indicators.layouts],
    "indicators.layout": lambda user: [partial(indicators.layout, "cin-referrals")],
    "indicators.place": lambda user: [partial(indicators.place, 1)],
    "indicators.waiting": lambda user: [partial(indicators.waiting, user, own=own) for own in (True, False)],
    "indicators.looked_at": lambda user: [],
    "indicators.measures_matched": lambda user: [indicators.measures_matched],
    "indicators.said": lambda user: [partial(indicators.said, user, kind, 1) for kind in ("target", "event")],
    "indicators.address_of": lambda user: [],
    "search.search": lambda user: [partial(search.search, user, word) for word in MARKS],
    "search.kinds_counted": lambda user: [partial(search.kinds_counted, user, word) for word in MARKS],
    "search.found_keys": lambda user: [partial(search.found_keys, user, {"q": word}) for word in MARKS],
    "search.new_hits": lambda user: [
        partial(search.new_hits, user, {"q": word}, every_key(), limit=50) for word in MARKS
    ],
    "search.saved_searches": lambda user: [partial(search.saved_searches, user)] if isinstance(user, User) else [],
    "search.saved_search": lambda user: [partial(search.saved_search, user, 1)] if isinstance(user, User) else [],
    "search.followed_matter": lambda user: [
        partial(search.followed_matter, user, each.slug) for each in Matter.objects.all()
    ],
    "search.news_of_body": lambda user: [partial(search.news_of_body, user, each) for each in Body.objects.all()],
    "search.news_of_matter": lambda user: [partial(search.news_of_matter, user, each) for each in Matter.objects.all()],
    "search.news_of_owner": lambda user: [partial(search.news_of_owner, user, each) for each in Post.objects.all()],
    "search.news_of_search": lambda user: [partial(search.news_of_search, user, {"q": word}) for word in MARKS],
    "search.owing_post": lambda user: [partial(search.owing_post, user, each.pk) for each in Post.objects.all()],
    "search.owing_posts": lambda user: [partial(search.owing_posts, user)],
    "search.coverage": lambda user: [partial(search.coverage, user, each) for each in bodies.bodies(user)],
    "search.coverage_of_all": lambda user: [partial(search.coverage_of_all, user)],
    "search.body_panel": lambda user: [partial(search.body_panel, user, each) for each in bodies.bodies(user)],
    "site.home": lambda user: [partial(site.home, user, meetings=50, owed=50)],
}
"""Every query of the register, asked for everything there is. An asking may raise DoesNotExist."""
NAMELESS = {
    "bodies.councils",
    "bodies.history",
    "programme.cancelled",
    "programme.hours",
    "record.undated",
    "record.asking",
    "record.national",
    "obligations.summary",
    "obligations.answer_file",
    "obligations.may_open_files",
    "record.may_review",
    "programme.imports",
    "programme.tracker_import",
    "programme.may_bring_back",
    "programme.preview",
    "programme.outcome",
    "programme.rows_left_out",
    "obligations.owed_by",
    "record.waiting",
    "record.review_rules",
    "search.kinds_counted",
    "search.owing_post",
    "search.owing_posts",
    "search.found_keys",
    "search.saved_searches",
    "search.saved_search",
}
OF_THE_MINUTES = {
    f"improvement.{name}"
    for name in (
        "direction", "direction_page", "directions", "directions_page", "inspection", "inspection_page", "inspections",
        "inspections_page", "items_told", "lead_member_account", "requirement", "review_point", "scrutiny_report",
    )
}  # fmt: skip
"""Queries of the improvement journey whose answers hold words that stand in the tests' register."""
NAMELESS |= {name for name in ASKED if name.startswith(("indicators.", "improvement."))} - OF_THE_MINUTES
"""Queries whose answer holds no words of the sources."""
OF_MEETINGS_TO_COME = {"programme.body_calendar", "programme.planned_meeting", "programme.to_come"}
"""Queries that answer what is planned for a meeting, which not everything owed is in the tests' register."""
OF_WHOLE_MEETINGS = {
    "improvement.lead_member_account",
    "bodies.bodies",
    "bodies.body",
    "bodies.meetings",
    "bodies.meeting",
    "bodies.held",
    "bodies.to_come",
    "programme.plans",
    "record.body_page",
    "record.sources",
    "programme.choices",
    "search.coverage",
    "search.coverage_of_all",
    "search.body_panel",
}
"""Queries whose answer says nothing of single items."""


def an_area() -> StatisticalArea:
    return StatisticalArea.objects.get(code="E06000035")


def a_card() -> Card:
    return Indicator.objects.get(key="re-referrals").card


def contents(user: Reader, pk: int) -> str:
    return record.source_file(user, pk).path.read_text()


def every_key() -> set[str]:
    return {key_of(row) for row in Entry.objects.values(*KEYED_BY)}


def meetings() -> Iterable[Meeting]:
    return Meeting.objects.select_related("body")


def items() -> Iterable[Item]:
    return Item.objects.select_related("meeting__body")


def slugs(item: Item) -> tuple[str, str, str]:
    return item.meeting.body.slug, item.meeting.slug, item.slug


def brought_back() -> Iterable[TrackerImport]:
    return TrackerImport.objects.select_related("body")


def all_of(body: Body) -> Uploaded:
    """A tracker that names everything there is."""
    rows = tuple(UploadedRow(one.pk, {"reference": one.pk}) for one in Obligation.objects.all())
    return Uploaded(rows, frozenset({"reference"}))


def promised(user: Reader) -> list[Commitment]:
    found: list[Commitment] = list(Commitment.objects.visible_to(user))  # type: ignore[arg-type]
    return found
