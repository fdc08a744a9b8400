"""The outline of minutes: their items and topics, and every sentence with the topic it stands under.

Built once for a document; every finding is made from it. Open ``structure.py`` first: it says what an outline holds.
``titles.py`` tells a title from other words, ``items.py`` finds the items of the agenda, ``topics.py`` what was
discussed under them, ``outlining.py`` puts them together.
"""

from arising.reading.outline.outlining import outline
from arising.reading.outline.structure import READ, Heading, Outline, Sentence

__all__ = ["READ", "Heading", "Outline", "Sentence", "outline"]
