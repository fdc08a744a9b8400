"""A register in which every topic is linked to what everybody may see."""

from __future__ import annotations

from arising.register.matters.models import Closure, Disagreement, Suggestion
from arising.register.matters.operations import confirm_suggestion
from arising.register.record.models import Commitment, Figure, Source, Topic


def link_to_everything(opened: Source) -> None:
    """Link every topic, quote and figure to those of ``opened``, and put the topics into one matter.

    One more suggestion is left proposed, for the pages that ask for those.
    """
    first: Topic = Topic.objects.get(source=opened)
    promise: Commitment = Commitment.objects.filter(source=opened)[0]  # type: ignore[assignment]
    figure: Figure = Figure.objects.filter(source=opened)[0]  # type: ignore[assignment]
    others: list[Topic] = list(Topic.objects.exclude(source=opened).order_by("pk"))  # type: ignore[arg-type]
    for topic in others:
        a, b = sorted((first, topic), key=lambda one: one.pk)
        suggestion = Suggestion.objects.create(a=a, b=b, score=0.9, likely=True, reasons=[topic.heading])
        confirm_suggestion(suggestion, actor=None, why="For a test")
        Closure.objects.create(
            commitment=promise,
            effect="answered",
            source=topic.source,
            reading=topic.reading,
            item=topic.item,
            quote=topic.quote,
            start=topic.start,
            end=topic.end,
            said=topic.quote[:64],
            score=0.9,
            likely=True,
            reasons=[topic.quote],
        )
        figures: list[Figure] = list(Figure.objects.filter(source=topic.source))  # type: ignore[arg-type]
        for other in figures:
            Disagreement.objects.create(before=figure, after=other, question=other.quote, score=0.9, likely=True)
    a, b = others[:2]
    Suggestion.objects.create(a=a, b=b, score=0.8, likely=True, reasons=[a.heading, b.heading])
