"""What the improvement journey gives out as documents: ``plans.py`` the plan as Word and as a PDF, ``distance.py``
distance travelled at two dates, on one page."""

from arising.register.improvement.printing.distance import as_pdf

__all__ = ["as_pdf"]
