"""The lines of a text file, a piece at a time, so that memory does not grow with the file."""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from arising.measures.published.troubles import NotPublished

LARGEST = 100 * 1024 * 1024
"""The largest file that is read, in bytes."""
LONGEST = 1024 * 1024
"""The longest line that is read, in letters."""

Source = bytes | Path | BinaryIO

_PIECE = 1024 * 1024
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Lines:
    """The lines of a source, their ends kept. ``sha256`` is of all its bytes, once every line was taken."""

    def __init__(self, source: BinaryIO, file: str) -> None:
        self._source, self._file = source, file
        self._hash = hashlib.sha256()
        self._number = 1

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[str]:
        """Raises NotPublished for a file that is too large, is no text, or has a line without an end."""
        kept = ""
        for text in self._decoded():
            *whole, kept = list(io.StringIO(kept + text, newline="")) or [""]
            for line in whole:
                yield line
                self._number += 1
            if len(kept) > LONGEST:
                raise self._trouble(f"the line is longer than {LONGEST:,} letters. Save it anew as CSV")
        if kept:
            yield kept

    def _decoded(self) -> Iterator[str]:
        """The text, as UTF-8 or UTF-16 by its mark, else UTF-8 for as long as it is that, else cp1252."""
        encoding, marked, plain = "utf-8", False, True
        decoder = codecs.getincrementaldecoder(encoding)()
        for number, piece in enumerate(self._pieces()):
            if number == 0:
                for mark, name in _MARKS:
                    if piece.startswith(mark):
                        piece, encoding, marked = piece[len(mark) :], name, True
                        decoder = codecs.getincrementaldecoder(encoding)()
            begun = decoder.getstate()
            try:
                text = decoder.decode(piece)
            except UnicodeDecodeError as error:
                if marked or not plain:
                    what = "its letters are in no one encoding. Save it anew as CSV UTF-8"
                    raise self._trouble(what, piece[: error.start]) from None
                encoding, marked = "cp1252", True
                decoder = codecs.getincrementaldecoder(encoding)()
                text = self._cp1252(begun[0] + piece)
            plain = plain and text.isascii()
            if (nul := text.find("\0")) >= 0:
                raise self._trouble("it holds NUL bytes and is no text. Save it anew as CSV UTF-8", text[:nul].encode())
            yield text
        left = decoder.getstate()[0]
        if left and (marked or not plain):
            raise self._trouble("it ends within a letter. Take the file anew, whole")
        yield self._cp1252(left)

    def _cp1252(self, piece: bytes) -> str:
        try:
            return piece.decode("cp1252")
        except UnicodeDecodeError as error:
            what = "its letters are in no known encoding. Save it anew as CSV UTF-8"
            raise self._trouble(what, piece[: error.start]) from None

    def _pieces(self) -> Iterator[bytes]:
        size = 0
        while piece := self._source.read(_PIECE):
            size += len(piece)
            if size > LARGEST:
                raise too_large(self._file)
            self._hash.update(piece)
            yield piece
        if not size:
            raise NotPublished(self._file, "it is empty. Take the file anew from where it was published.")

    def _trouble(self, what: str, before: bytes = b"") -> NotPublished:
        """``before`` is what was read since the last line."""
        return NotPublished(self._file, f"{what}.", row=self._number + before.count(b"\n"))


def too_large(file: str) -> NotPublished:
    """What is said of a file over the limit."""
    return NotPublished(
        file, f"it is larger than {LARGEST // 1024 // 1024} MB. Keep only the areas and years wanted, and take that."
    )


@contextmanager
def opened(source: Source, file: str) -> Iterator[Lines]:
    """The lines of bytes, of a path or of an open file. Raises NotPublished."""
    if isinstance(source, Path):
        try:
            if source.stat().st_size > LARGEST:
                raise too_large(file)
            with source.open("rb") as handle:
                yield Lines(handle, file)
        except OSError as error:
            raise NotPublished(file, f"it cannot be opened ({error.strerror}).") from error
    else:
        yield Lines(io.BytesIO(source) if isinstance(source, bytes) else source, file)


def held(source: Source) -> bytes | Path:
    """A source whose beginning can be looked at: an open file is read, to just beyond the limit."""
    return source if isinstance(source, bytes | Path) else source.read(LARGEST + 1)


def name_of(source: Source, file: str) -> str:
    """The name under which a source is spoken of."""
    return file or (source.name if isinstance(source, Path) else "the file")
