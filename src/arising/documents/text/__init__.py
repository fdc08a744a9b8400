"""Plain text and Markdown in, a document out.

Open ``read_text.py`` first. ``lines.py`` says what a line is, ``layout.py`` how the text as a whole is laid out
(hard-wrapped, double-spaced, with an action column), ``paragraphs.py`` which lines make one block.
"""

from arising.documents.text.read_text import read_text

__all__ = ["read_text"]
