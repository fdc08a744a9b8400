"""What the systems of a council and what was published tell of the same thing, side by side.

``held.py`` reads all of an area in one go, ``places.py`` finds where two tell of one period, ``variances.py`` says by
how much they differ and why, ``tolerances.py`` by how much they may. Begin with ``held``.
"""
