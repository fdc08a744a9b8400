"""Every exchange of the minutes, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator

from arising.reading.findings.exchanges.discussion import Discussion
from arising.reading.findings.floor import Floor
from arising.reading.outline import Heading, Outline, Sentence
from arising.reading.record import Exchange


def exchanges(out: Outline, floor: Floor, decided: frozenset[int] = frozenset()) -> Iterator[Exchange]:
    """Every exchange, in order.

    Args:
        out: the outline of the minutes.
        floor: who speaks in each sentence.
        decided: the numbers of the blocks that hold a resolution; nothing is asked in them.
    """
    groups: list[tuple[Heading | None, list[Sentence]]] = []
    for sentence in out.sentences:
        if sentence.block in decided:
            continue
        if not groups or groups[-1][0] is not sentence.topic:
            groups.append((sentence.topic, []))
        groups[-1][1].append(sentence)
    for topic, sentences in groups:
        yield from Discussion(out, floor, topic).exchanges(sentences)
