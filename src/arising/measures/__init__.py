"""Series in, judgements out: control charts, comparators, claims, statistics, distance travelled, forecasts.

Knows no minutes and no register.
"""

from arising.measures.claims import judge

__all__ = ["judge"]
