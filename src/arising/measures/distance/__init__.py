"""How far a plan has come on scales from 0 to 10, told by several groups apart, and how that is known.

Scores go in, one for each group and scoring; out comes, for each group, its distance from the start to the goal, its
change since last time and what it has held, the spread between groups, and a plain remark where scores and indicators
disagree. No mean over groups is ever worked out. Open ``scales.py`` first; ``travelled.py`` measures, ``remarks.py``
holds scores against indicators.

After the scaling questions of solution-focused practice: both ends worded first, several raters, then "why not lower?".
"""

from arising.measures.distance.remarks import Beside, Signal, remark, signal_of
from arising.measures.distance.scales import SMALLEST, Answer, Scale, Score, scored
from arising.measures.distance.travelled import (
    GroupTravelled,
    Spread,
    Sustaining,
    Travelled,
    distance,
    held,
    travelled,
)

__all__ = [
    "SMALLEST",
    "Answer",
    "Beside",
    "GroupTravelled",
    "Scale",
    "Score",
    "Signal",
    "Spread",
    "Sustaining",
    "Travelled",
    "distance",
    "held",
    "remark",
    "scored",
    "signal_of",
    "travelled",
]
