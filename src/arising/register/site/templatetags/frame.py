"""The frame of every page: where the reader is in the navigation."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.urls import reverse

register = template.Library()

NAVIGATION = {
    "home": "Home",
    "obligations": "What is owed",
    "matters": "Matters",
    "commitments": "Commitments",
    "decisions": "Decisions",
    "figures": "Figures",
    "indicators": "Indicators",
    "improvement": "Improvement",
    "people": "People",
    "search": "Search",
}
WITHIN = {
    "matter": "matters",
    "topic": "matters",
    "person": "people",
    "body": "home",
    "meeting": "home",
    "item": "home",
    "obligation": "obligations",
    "expectations": "obligations",
    "my-obligations": "obligations",
    "tracker": "obligations",
    "bring-tracker-back": "obligations",
    "tracker-import": "obligations",
    "indicator": "indicators",
    "area": "indicators",
    "dashboard": "indicators",
    "release": "indicators",
    "add-release": "indicators",
    "add-own-figures": "indicators",
    "add-indicator": "indicators",
    "change-indicator": "indicators",
    "import-indicator": "indicators",
    "brought-columns": "indicators",
    "brought-measures": "indicators",
    "layout": "indicators",
    "change-layout": "indicators",
    "drop-layout": "indicators",
    "add-place": "indicators",
    "drop-place": "indicators",
    "report": "indicators",
    "quality": "indicators",
    "systems": "indicators",
    "add-remark": "indicators",
    "set-tolerance": "indicators",
    "drop-tolerance": "indicators",
    "compare-areas": "indicators",
    "annual-account": "home",
    "journey": "improvement",
    "inspections": "improvement",
    "inspection": "improvement",
    "add-inspection": "improvement",
    "bring-inspection": "improvement",
    "change-inspection": "improvement",
    "plan-visit": "improvement",
    "hold-visit": "improvement",
    "add-letter": "improvement",
    "cancel-visit": "improvement",
    "owe-deadlines": "improvement",
    "type-judgement": "improvement",
    "type-finding": "improvement",
    "directions": "improvement",
    "direction": "improvement",
    "add-direction": "improvement",
    "revise-direction": "improvement",
    "lift-direction": "improvement",
    "owe-reviews": "improvement",
    "add-review": "improvement",
    "change-requirement": "improvement",
    "move-review": "improvement",
    "national-grades": "improvement",
    "bring-national-table": "improvement",
    "national-table": "improvement",
    "type-outcome": "improvement",
    "drop-outcome": "improvement",
    "appoint-improvement-officer": "improvement",
    **dict.fromkeys(
        (
            "surveys",
            "add-survey",
            "survey",
            "change-survey",
            "remove-survey",
            "add-question",
            "add-round",
            "reword-question",
            "remove-question",
            "survey-round",
            "change-round",
            "remove-round",
            "type-counts-in",
            "bring-counts",
            "engagement",
            "log-engagement",
            "heard",
            "change-engagement",
            "remove-engagement",
        ),
        "improvement",
    ),
    **dict.fromkeys(
        (
            "training",
            "add-occasion",
            "members",
            "add-member",
            "change-membership",
            "remove-membership",
            "occasion",
            "change-occasion",
            "remove-occasion",
            "took-part",
            "add-led-to",
            "remove-led-to",
        ),
        "home",
    ),
    "claims": "home",
    "set-match": "home",
    "brought": "indicators",
    "review": "home",
    "review-finding": "home",
    "review-rules": "home",
    "review-together": "home",
}
"""Pages that are not in the navigation, and the entry that they stand under."""
WITHIN_ROOMS = {"arising.register.improvement.": "improvement"}
"""Rooms all of whose pages stand under one entry, but for those that ``WITHIN`` puts elsewhere."""


@register.inclusion_tag("site/parts/navigation.html", takes_context=True)
def main_navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The entries of the navigation, the current one marked. A fault's page has no request and no current one."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else ""
    section = WITHIN.get(here) or _of_room(match.func.__module__ if match else "")
    return {
        "entries": [
            {"title": title, "url": reverse(name), "page": name == here, "section": section == name != here}
            for name, title in NAVIGATION.items()
        ]
    }


def _of_room(module: str) -> str:
    """The entry that a room's pages stand under; "" where it has none."""
    return next((entry for room, entry in WITHIN_ROOMS.items() if module.startswith(room)), "")


@register.inclusion_tag("site/parts/pagination.html", takes_context=True)
def pagination(context: dict[str, Any], page: Page[Any]) -> dict[str, Any]:
    """Links to the pages of a list, left out where there is one."""
    return {"request": context["request"], "page": page, "pages": page.paginator.get_elided_page_range(page.number)}
