"""Documents as rows: how a text, its blocks and its offset map are kept and taken out again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from arising.documents.document import Block, Document, OffsetMap

if TYPE_CHECKING:
    from arising.register.record.models import DocumentText


# PostgreSQL keeps neither NUL nor half a surrogate pair; each becomes one character, so that offsets hold
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """``text`` as every database can keep it, no longer and no shorter."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def storable_json(value: Any) -> Any:
    """JSON as every database can keep it."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [storable_json(part) for part in value]
    if isinstance(value, dict):
        return {storable(name): storable_json(part) for name, part in value.items()}
    return value


def as_columns(document: Document) -> dict[str, Any]:
    """The columns of a ``DocumentText`` for ``document``."""
    offsets = document.offsets
    return {
        "format": document.format,
        "text": storable(document.text),
        "blocks": storable_json(msgspec.to_builtins(document.blocks)),
        "original": storable(document.original),
        "offsets": [list(offsets.starts), list(offsets.lengths), list(offsets.origins)],
        "notes": storable_json(list(document.notes)),
    }


def as_document(kept: DocumentText) -> Document:
    """The document that was kept."""
    edition = kept.reading.edition
    starts, lengths, origins = kept.offsets
    return Document(
        name=edition.source.name,
        format=kept.format,
        text=kept.text,
        blocks=blocks(kept),
        original=kept.original,
        offsets=OffsetMap(starts, lengths, origins),
        sha256=edition.sha256,
        title=edition.source.title or None,
        url=edition.source.origin or None,
        notes=tuple(kept.notes),
    )


def blocks(kept: DocumentText) -> tuple[Block, ...]:
    """The blocks of a text that was kept."""
    return msgspec.convert(kept.blocks, type=tuple[Block, ...])
