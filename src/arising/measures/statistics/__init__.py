"""What can be told of small numbers, and what is chance: agreement, intervals, funnels, and groups too small to show.

Counts go in, never anything about one child. Open ``intervals.py`` first; ``kappa.py`` tells how far two graders agree,
``funnel.py`` which teams stand out, ``suppression.py`` which counts are not shown.
"""

from arising.measures.statistics.funnel import Funnel, Group, proportions, rates
from arising.measures.statistics.intervals import Difference, Interval, newcombe, newcombe_paired, wilson
from arising.measures.statistics.kappa import Kappa, kappa, kappa_of_pairs
from arising.measures.statistics.suppression import SMALLEST, Shown, suppressed, suppressed_table

__all__ = [
    "SMALLEST",
    "Difference",
    "Funnel",
    "Group",
    "Interval",
    "Kappa",
    "Shown",
    "kappa",
    "kappa_of_pairs",
    "newcombe",
    "newcombe_paired",
    "proportions",
    "rates",
    "suppressed",
    "suppressed_table",
    "wilson",
]
