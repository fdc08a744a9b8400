"""Obligations on pages: how their state looks, and what kind an update is."""

from __future__ import annotations

from django import template

from arising.register.obligations.models import Answer, Ending, Extension, Progress, Reply
from arising.register.obligations.states import Standing, State

register = template.Library()

_COLOURS = {
    Standing.OVERDUE: "red",
    Standing.DUE_SOON: "orange",
    Standing.NO_DATE: "yellow",
    Standing.EXTENDED: "purple",
    Standing.OPEN: "blue",
    Standing.ANSWERED_LATE: "turquoise",
    Standing.ANSWERED: "green",
    Standing.SUPERSEDED: "grey",
    Standing.WITHDRAWN: "grey",
}
_KINDS = {Answer: "answer", Ending: "ending", Extension: "extension", Progress: "progress", Reply: "reply"}


@register.filter
def tag_colour(state: State) -> str:
    """The colour of the state's tag. The tag's words say the same."""
    return _COLOURS[state.standing]


@register.filter
def update_kind(update: Answer | Ending | Extension | Progress | Reply) -> str:
    """What kind of update it is, in one word."""
    return _KINDS[type(update)]


@register.filter
def joined_names(names: tuple[str, ...]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
