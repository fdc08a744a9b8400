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
    "appoint-improvement-officer": "improvement",
    "claims": "home",
    "set-match": "home",
    "brought": "indicators",
    "review": "home",
    "review-finding": "home",
    "review-rules": "home",
    "review-together": "home",
}
"""Pages that are not in the navigation, and the entry that they stand under."""


@register.inclusion_tag("site/parts/navigation.html", takes_context=True)
def main_navigation(context: dict[str, Any]) -> dict[str, Any]:
    """The entries of the navigation, the current one marked. A fault's page has no request and no current one."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else ""
    return {
        "entries": [
            {"title": title, "url": reverse(name), "page": name == here, "section": WITHIN.get(here) == name}
            for name, title in NAVIGATION.items()
        ]
    }


@register.inclusion_tag("site/parts/pagination.html", takes_context=True)
def pagination(context: dict[str, Any], page: Page[Any]) -> dict[str, Any]:
    """Links to the pages of a list, left out where there is one."""
    return {"request": context["request"], "page": page, "pages": page.paginator.get_elided_page_range(page.number)}
