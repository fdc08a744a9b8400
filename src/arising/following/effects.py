"""What a later statement says became of something: answered, reaffirmed, slipped, changed or dropped."""

from __future__ import annotations

import re
from typing import TypeAlias

from arising.following.links import Effect

Told: TypeAlias = tuple[Effect, float, str]
"""An effect, how surely from 0 to 1, and the words that tell it."""

_DONE_VERB = (
    r"(?:\w+ed|given|held|made|sent|set up|put|begun|brought|built|found|met|seen|shown|taken|written|drawn up)"
)
_ADVERB = r"(?:\s(?:now|since|already|recently|also|all|both|been|successfully|subsequently|formally))*"

_SLIPPED = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|postponed?|postponement|deferred|slipp(?:ed|age|ing)|put back|pushed back|rescheduled"
    r"|overdue|later than (?:expected|planned|anticipated|hoped)|behind schedule"
    r"|(?:is|was|were|are) now (?:anticipated|expected|due|planned|scheduled|likely)"
    r"|(?:had|has|have) not (?:yet )?(?:been|taken place|started|begun|arrived|opened)|not yet"
    r"|yet to (?:be|start|begin)"
    r"|still (?:awaited|outstanding|awaiting|waiting|being (?:developed|drafted|prepared|finalised)))\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:(?:would|will|could|is|was) (?:not|no longer) (?:now )?(?:proceed|go ahead|take place|be (?:taken|pursued|"
    r"progressed|going ahead|possible|provided|produced|presented))|abandoned|cancelled|withdrawn|scrapped|discontinued"
    r"|not (?:be )?(?:pursued|taken forward|progressed|proceeded with)|decided not to|decided against"
    r"|no longer (?:required|planned|needed|pursued))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:instead(?: of)?|replaced (?:by|with)|in place of|rather than|superseded|"
    r"revised (?:target|date|plan|proposal|approach|timetable)"
    r"|(?:had|has|have|was|were) (?:been )?(?:changed|revised|amended|widened|reduced|combined|merged))\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    rf"\b(?:had|has|have){_ADVERB}\s{_DONE_VERB}\b|\b(?:was|were|is|are){_ADVERB}\s(?:in post|in place|open|complete|"
    r"completed|finished|published|circulated|submitted|presented|delivered|provided|received|launched|implemented|"
    r"appointed|recruited|established|opened)\b|\bnow (?:open|complete|in place|in post|live|available)\b"
    r"|\b(?:introduced|presented|considered|received|submitted|circulated|outlined) (?:the|a|an|its|his|her|their)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:would|will|shall|is to|are to|was to|were to|(?:is|are|was|were) due to|intends? to"
    r"|plans? to|remain(?:s|ed)?)\b"
)

_CUES: tuple[tuple[Effect, re.Pattern[str], float], ...] = (
    ("dropped", _DROPPED, 0.8),
    ("slipped", _SLIPPED, 1.0),
    ("changed", _CHANGED, 0.6),
    ("answered", _ANSWERED, 0.9),
    ("reaffirmed", _AHEAD, 0.7),
)
"""Effects in the order in which they are looked for, what tells them, and how surely."""


_ASKED = re.compile(
    r"^\W*(?:it was (?:further |also |then )?(?:asked|queried|challenged|highlighted|commented|felt|suggested)"
    r"|(?:an? |further |some )?(?:concerns?|questions?|quer(?:y|ies)|comments?)\b"
    r"|in (?:response|reply|answer) to|following (?:a |an )?(?:question|request|query)|(?:a )?members? "
    r"|councillors? |cllrs? )",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:,|\bthe\b|\bofficers?\b|\b(?:he|she|they)\b|[A-Z][\w’'-]+)\s[^.,]{0,60}?\b(?:said|stated|confirmed|explained|advised"
    r"|responded|replied|reported|informed|assured|commented that|added|noted)\b"
)


def told_in(words: str) -> str:
    """What a statement tells, without the question in it: of a question alone nothing is left."""
    if not _ASKED.match(words):
        return words
    answer = _ANSWER.search(words, _ASKED.match(words).end())  # type: ignore[union-attr]
    return words[answer.end() :] if answer else ""


def effect_in(words: str) -> Told | None:
    """What a statement says became of something, how surely from 0 to 1, and the words that say so."""
    for effect, cue, surely in _CUES:
        match = cue.search(words)
        if match:
            return effect, surely, match.group()
    return None
