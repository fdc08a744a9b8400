"""A stretch of a page or of a Word file: what becomes one block, with all that the markup says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from arising.documents.builder import DocumentBuilder, Span
from arising.documents.document import BlockKind, Part, Place


@dataclass(slots=True)
class Link:
    """A link within a stretch: where it leads and its words."""

    href: str
    words: str


@dataclass(slots=True)
class Stretch:
    """Words of a page that stand together.

    ``start`` and ``end`` bound them in the page's text, ``words`` are the same with white space folded.
    ``landmark`` is the nearest ModernGov class around them, ``box`` counts the ``mgWordPara`` they stand in,
    ``item`` the row of the item table; ``blanks`` is how many empty paragraphs stood before.
    """

    kind: BlockKind
    start: int
    end: int
    words: str
    path: str
    line: int | None
    level: int = 0
    marker: str = ""
    margin: str = ""
    landmark: str = ""
    bold: bool = False
    blanks: int = 0
    box: int = 0
    item: int = 0
    cells: list[list[Span]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    part: Part = Part.MINUTES

    def shift(self, by: int) -> None:
        """Move the stretch on, its page's text having been put after another's."""
        self.start += by
        self.end += by
        self.cells = [[(low + by, high + by) for low, high in spans] for spans in self.cells]

    def lay(self, builder: DocumentBuilder) -> None:
        """Add the stretch to a document as a block."""
        place = Place(line=self.line, path=self.path)
        if self.cells:
            builder.add_row(
                self.cells, place=place, part=self.part, level=self.level, marker=self.marker, margin=self.margin
            )
        else:
            builder.add(
                self.kind, [(self.start, self.end)], place=place, part=self.part, level=self.level,
                marker=self.marker, margin=self.margin,
            )  # fmt: skip
