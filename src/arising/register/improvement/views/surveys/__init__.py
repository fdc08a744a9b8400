"""Pages of surveys: ``pages.py`` shows them, ``asking.py`` and ``rounds.py`` change them, ``files.py`` brings counts in
and takes them out."""
