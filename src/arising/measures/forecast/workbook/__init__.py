"""A plan as an Excel workbook of five sheets: about, cohorts, funding, mitigations, outturn.

``layout.py`` says what stands where; ``reading.py`` reads a filled-in workbook and names every cell that cannot be
read; ``writing.py`` writes an empty one, or a plan that ``read`` takes in again as it was.
"""

from arising.measures.forecast.workbook.cells import NotRead, Trouble
from arising.measures.forecast.workbook.reading import read
from arising.measures.forecast.workbook.writing import template, written

__all__ = ["NotRead", "Trouble", "read", "template", "written"]
