"""The front page of a council's improvement journey: each part of it in words, with where there is more."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.embargoes import beside
from arising.register.improvement.queries.directions import DirectionsPage, directions_page
from arising.register.improvement.queries.forecasts import forecasts_page
from arising.register.improvement.queries.inspections import inspections_page
from arising.register.improvement.queries.plans import plan_summary
from arising.register.improvement.queries.scales import distance_summary
from arising.register.improvement.queries.surveys import survey_summary


@dataclass(frozen=True)
class Part:
    """A part of the journey: a question, the answer in sentences, and where there is more. Without an answer there is
    nothing of it that the reader may see."""

    title: str
    words: tuple[str, ...]
    more: str
    address: str


def journey(user: Reader, council: Council) -> list[Part]:
    """Each part of a council's journey, from what was judged to what became of it."""
    slug = council.slug
    judged = inspections_page(user, slug)
    directed = directions_page(user, slug)
    told = forecasts_page(user, council)
    plan = plan_summary(user, council)
    distance = distance_summary(user, council)
    asked = survey_summary(user, council)
    return [
        Part(
            "What did inspectors judge?", (judged.lead,) if judged.history or judged.visits else (),
            "Inspections, visits and what they asked for", reverse("inspections", args=[slug]),
        ),
        Part(
            "What was it directed to do?", _directed(directed),
            "Directions and their reviews", reverse("directions", args=[slug]),
        ),
        Part(
            "What does it do, and does it work?", plan.words if plan else (),
            plan.plan.title if plan else "Improvement plans",
            plan.plan.get_absolute_url() if plan else reverse("plans", args=[slug]),
        ),
        Part(
            "How far has it come, as those say who were asked?", (distance,) if distance else (),
            "Distance travelled", reverse("distance", args=[slug]),
        ),
        Part(
            "What was told of its high-needs deficit?", told.words if told.held else (),
            "Forecasts, and how the years ended", reverse("forecasts", args=[slug]),
        ),
        Part(
            "What did people say who were asked?", (asked,) if asked else (),
            "Surveys", reverse("surveys", args=[slug]),
        ),
    ]  # fmt: skip


def _directed(told: DirectionsPage) -> tuple[str, ...]:
    """Which direction stands, and when it is reviewed."""
    if not told.directions:
        return ()
    if told.standing is None:
        return ("No direction stands now.",)
    words = f"The direction of {day_in_words(told.standing.given_on)} stands{beside(told.standing)}."
    if told.next_review:
        return (words, f"It is reviewed next on {day_in_words(told.next_review.due)}.")
    return (words,)
