"""A council's own figures, in CSV or Excel: a row for each value, or a row for each indicator and a column for each
period.

``read`` gives the observations, and the doubts that their values raise: what cannot be is told, and kept as it stands.
``template`` gives an empty file to fill in. Begin with ``reading``.
"""

from arising.measures.published.own.doubts import Doubt, doubts_about
from arising.measures.published.own.reading import NEEDED, TIDY, WIDE, OwnFigures, read, template

__all__ = ["NEEDED", "TIDY", "WIDE", "Doubt", "OwnFigures", "doubts_about", "read", "template"]
