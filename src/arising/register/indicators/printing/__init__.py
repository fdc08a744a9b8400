"""Figures on paper: the one page for members."""

from arising.register.indicators.printing.dashboard import as_pdf

__all__ = ["as_pdf"]
