"""A document in, a record out: what was asked, answered, promised, decided and claimed, in its exact words.

Open ``read.py`` first: it names the passes over a document in order. ``vocabulary.py`` holds the words that
councils use, ``record.py`` what is found.
"""

from arising.reading.read import read
from arising.reading.record import Record

__all__ = ["Record", "read"]
