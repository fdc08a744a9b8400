"""The register: Django, one app a room.

Rooms stand in the order accounts, bodies, record, search, site; a room imports from those before it, never
from those after. In each, ``models.py`` says what is kept, ``operations.py`` holds every change,
``queries.py`` every read with the reader's rights in it, and ``rules.py`` who may do what. ``settings.py``
configures the whole; the command ``arising serve`` opens it to a browser.
"""
