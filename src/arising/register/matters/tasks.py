"""What takes longer than a page should."""

from __future__ import annotations

from typing import Any

from django_tasks import task

from arising.register.matters.operations import propose_for


@task()
def follow(sources: list[int]) -> int:
    """Follow sources that were added, by their numbers; say how many links of their councils wait for a clerk."""
    return sum(found.suggestions + found.closures + found.disagreements for found in propose_for(sources).values())


def follow_later(sources: list[int], **_: Any) -> None:
    """Have sources followed that were just added."""
    follow.enqueue(sources)
