"""``arising claims``: figures of minutes held against published ones.

``command.py`` is the command, ``figures.py`` takes the figures from records and minutes, ``tables.py`` writes what came
of each.
"""
