"""A Word file (.docx) in, a document out.

Open ``read_word.py`` first. ``package.py`` opens the zip safely, ``styles.py`` says what a paragraph style means,
``numbering.py`` counts lists as Word does.
"""

from arising.documents.word.read_word import read_word

__all__ = ["read_word"]
