"""A source's bytes in, a document out: text in blocks, each knowing its place in the source.

Open ``open.py`` first: it tells the format and calls the reader for it. ``document.py`` says what a document is,
``builder.py`` lays it out, ``errors.py`` says what can be wrong with a source.
"""

from arising.documents.document import Block, BlockKind, Document, OffsetMap, Part, Place, Supporting
from arising.documents.errors import SourceError
from arising.documents.open import open_document

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "OffsetMap",
    "Part",
    "Place",
    "SourceError",
    "Supporting",
    "open_document",
]
