"""The tracker: what is owed as a sheet that officers fill in and a clerk takes in again. Knows no database.

``columns.py`` says which columns there are, ``rows.py`` makes rows of obligations, ``cells.py`` turns values into cells
and back, ``sheets.py`` writes Excel and CSV, ``uploaded.py`` reads them, and ``comparing.py`` says what a filled-in
tracker would change.
"""

from arising.register.programme.tracker.columns import BY_NAME, COLUMNS, Column, Row, Tracker

__all__ = ["BY_NAME", "COLUMNS", "Column", "Row", "Tracker"]
