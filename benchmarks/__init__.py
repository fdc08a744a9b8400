"""How fast and in how much memory minutes are read. Run with ``python -m benchmarks`` (``make bench``).

``corpus.py`` writes the minutes, ``forms.py`` lays them out as text, HTML, PDF and Word, ``speed.py`` and ``memory.py``
measure, ``release.py`` does the same for a national release of figures, ``forecast.py`` for a high-needs plan,
``report.py`` says what came out.
"""
