"""Findings on pages: their kind, their facts in words, and where their words stand."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from arising.register.bodies import queries as bodies
from arising.register.record import in_words, panels
from arising.register.record.models import Commitment, Decision, Figure, Finding, State

register = template.Library()

LISTS = {Commitment: "commitments", Decision: "decisions", Figure: "figures"}

register.filter("look", in_words.look)
register.filter("kind_title", in_words.title)
register.filter("facts", in_words.facts)
register.filter("amount", in_words.amount)
register.filter("sureness", in_words.sureness)
register.filter("with_article", in_words.with_article)


@register.filter
def percentage(share: float) -> str:
    """``0.5`` as ``50%``."""
    return f"{share:.0%}"


@register.filter
def by_when(commitment: Commitment) -> str:
    """When a commitment is due, in words; "no date given" where nobody said."""
    return in_words.when(commitment.due, commitment.due_edtf, commitment.due_event) or "no date given"


@register.filter
def period(figure: Figure) -> str:
    """The time that a figure is of."""
    return in_words.when(figure.period, figure.period_edtf)


@register.filter
def in_its_place(finding: Finding) -> str:
    """The address of the marked words: in the item, or in the source where they belong to none."""
    page = finding.item or finding.source
    return f"{page.get_absolute_url()}#{finding.anchor}"


@register.filter
def in_its_list(finding: Finding) -> str:
    """The address of the finding's row in the list of its kind, narrowed to its item; "" for a kind without a list."""
    if type(finding) not in LISTS:
        return ""
    meeting = finding.source.meeting
    narrowed = {"meeting": f"{meeting.body.slug}/{meeting.slug}"}
    if finding.item:
        narrowed["item"] = finding.item.slug
    return f"{reverse(LISTS[type(finding)])}?{urlencode(narrowed, safe='/')}#{finding.anchor}"


@register.inclusion_tag("site/parts/history.html", takes_context=True)
def finding_history(context: dict[str, Any], finding: Finding, label: str) -> dict[str, Any]:
    """What became of a finding that a person decided on; nothing for one that stands as the reader proposed it."""
    user = getattr(context.get("request"), "user", None)
    history = bodies.history(user, finding) if finding.state != State.PROPOSED else []
    return {"history": history, "of": label, "knows_staff": context.get("knows_staff")}


@register.filter
def list_name(finding: Finding) -> str:
    """The name of the list that holds the kind."""
    return LISTS[type(finding)]


@register.simple_tag(takes_context=True)
def panels_of(context: dict[str, Any], thing: Any) -> SafeString:
    """What rooms below put on the page of a thing."""
    request = context["request"]
    parts = (
        render_to_string(panel.template, panel.shows(request.user, thing), request) for panel in panels.on(type(thing))
    )
    return mark_safe("".join(parts))  # noqa: S308 - rendered by templates that escape
