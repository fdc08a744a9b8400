"""What pages, PDF and Word files have in common on their way to blocks.

``stretch.py`` is what becomes a block; ``headings.py``, ``markers.py``, ``breaks.py`` and ``tables.py`` tell its kind;
``published.py`` knows what committee systems print around the minutes.
"""
