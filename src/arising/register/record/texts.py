"""Documents as rows: how a text, its blocks and its offset map are kept and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from arising.documents.document import Block, Document, OffsetMap

if TYPE_CHECKING:
    from arising.register.record.models import DocumentText


def as_columns(document: Document) -> dict[str, Any]:
    """The columns of a ``DocumentText`` for ``document``."""
    offsets = document.offsets
    return {
        "format": document.format,
        "text": document.text,
        "blocks": msgspec.to_builtins(document.blocks),
        "original": document.original,
        "offsets": [list(offsets.starts), list(offsets.lengths), list(offsets.origins)],
        "notes": list(document.notes),
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
