"""Surveys as counts: what may be answered, what may be shown of small groups, how it is said, how it comes in and goes
out. Open ``answers.py`` first; ``shown.py`` keeps small groups back, ``words.py`` says the rest, ``sheets.py`` reads
and writes files.
"""
