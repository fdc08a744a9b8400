"""A plan as a workbook, as councils keep them and as the register gives it out. Knows no database.

``columns.py`` knows what councils call their columns, ``states.py`` what they call how an action stands, ``dates.py``
how they write when it is due; ``reading.py`` finds the tables of a workbook, ``rows.py`` reads their rows,
``writing.py`` makes a workbook; ``tables.py`` makes one of
any tables.
"""
