"""Forms of the improvement plan: ``making.py`` of the plan itself, ``actions.py`` of its actions, ``measures.py`` of
what shows that they worked, ``files.py`` of a workbook that is brought in."""
