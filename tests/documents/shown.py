"""What a test looks at in a document."""

from __future__ import annotations

from arising.documents import Document, Part


def words_of(document: Document, *parts: Part) -> list[str]:
    """The words of the blocks of those parts; of all blocks where none are named."""
    return [document.words(block) for block in document.parts(*(parts or tuple(Part)))]


def led(document: Document, *parts: Part) -> list[tuple[str, str, str]]:
    """Kind, marker and words of blocks."""
    return [
        (block.kind.value, block.marker, document.words(block)) for block in document.parts(*(parts or tuple(Part)))
    ]


def assert_well_formed(document: Document) -> None:
    """Blocks are in order and do not overlap, and every printed character stands in the original."""
    end = -1
    for block in document.blocks:
        assert end < block.start < block.end
        end = block.end
        words = document.words(block)
        assert words == words.strip()
        for low, high in block.cells:
            assert block.start <= low <= high <= block.end
    for at, letter in enumerate(document.text):
        if not letter.isspace():
            assert document.in_original(at, at + 1) == letter
