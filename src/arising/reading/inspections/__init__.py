"""An inspectorate's report in, an inspection out: its dates, its judgements, what was found and what must improve.

Open ``inspecting.py`` first: it names the passes over a report in order. ``schemes.py`` holds the frameworks, the areas
that each judges and the headings that reports are written under; ``inspection.py`` what is taken down; ``deadlines.py``
works out what is due after it; ``national.py`` reads the table of every authority's latest grades.
"""

from arising.reading.inspections.inspecting import NotAnInspection, inspect
from arising.reading.inspections.inspection import Inspection

__all__ = ["Inspection", "NotAnInspection", "inspect"]
