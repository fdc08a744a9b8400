"""Figures that minutes quote held against what was published: it matches, it differs, it cannot be told.

``judge`` is the door: a ``Told`` and the published observations in, a ``Verdict`` out; ``judgements`` adds the verdict
on what a figure is out of. Open ``judging.py`` first. ``matching.py`` finds the indicator that the words name,
``times.py`` the periods that may be meant, ``rounding.py`` what a number may stand for, ``ceilings.py`` works a ceiling
out again, ``reported.py`` holds it against the council's own figures, ``wording.py`` puts it in words. The
words themselves are in ``data/terms.toml`` and ``data/telling.toml``.
"""

from arising.measures.claims.judging import judge, judgements
from arising.measures.claims.matching import Match, Unmatched, match, may_be_of
from arising.measures.claims.reported import Reported, beside_reported
from arising.measures.claims.told import Figure, Told
from arising.measures.claims.verdicts import Candidate, Outcome, Verdict

__all__ = [
    "Candidate", "Figure", "Match", "Outcome", "Reported", "Told", "Unmatched", "Verdict", "beside_reported", "judge",
    "judgements", "match", "may_be_of",
]  # fmt: skip
