"""A report to scrutiny in, what it tells and leaves out: current position, comparator, trend, so-what and ask.

Open ``linting.py`` first: it puts the rules to the document. ``told.py`` says what comes out, ``vocabulary.py`` holds
the words, ``rules.py`` the rules over sentences, ``tables.py`` those over tables, ``asking.py`` what the committee is
asked, ``brief.py`` tells it all to a person.
"""

from arising.reading.reports.linting import lint
from arising.reading.reports.told import Lint

__all__ = ["Lint", "lint"]
