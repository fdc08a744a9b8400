"""Kesterby, a council that does not exist: what ``make run`` shows and what the tutorial walks through.

``documents()`` gives the files that Kesterby has published, with the body, the date and who may see them.
``stories()`` gives what is planted in them: each promise, figure and decision that runs through the meetings,
with its exact words. The words are authored in ``manuscripts/``; ``build.py`` writes ``minutes/`` from them.
``journey()`` gives its improvement journey, ``inspection_reports()`` the papers of it, written from
``journey/reports``;
``published_figures()`` and ``own_figures()`` give its statistics. Every word is invented, and every figure but those
of England. No place, person or council in it is real.
"""

from arising.sample.council import (
    AREA,
    COUNCIL,
    Audience,
    SampleDocument,
    documents,
    inspection_reports,
    journey,
    own_figures,
    published_figures,
)
from arising.sample.stories import Moment, Outcome, Story, stories

__all__ = [
    "AREA",
    "COUNCIL",
    "Audience",
    "Moment",
    "Outcome",
    "SampleDocument",
    "Story",
    "documents",
    "inspection_reports",
    "journey",
    "own_figures",
    "published_figures",
    "stories",
]
