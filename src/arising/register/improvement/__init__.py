"""The improvement journey of a council: what was judged and directed, what it planned, how far it has come.

Its folders have the same file names: ``inspections``, ``directions``, ``plans``, ``evidence`` and so on. Open
``models/inspections.py`` first and follow the chain: an inspection's findings, the actions that answer them, the
evidence that they worked.
"""
