"""What can be wrong with a source. Each message is one line: what, where, what to do."""

from __future__ import annotations


class SourceError(Exception):
    """A source that cannot become a document. ``str(error)`` is one clear line for a person."""

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        self.name = name
        self.trouble = trouble
        self.remedy = remedy
        super().__init__(f"{name}: {trouble}. {remedy}")


class EmptySource(SourceError):
    """There are no bytes, or no text in them."""


class UnknownFormat(SourceError):
    """The bytes are no format that can be read."""


class NotMinutes(SourceError):
    """The page is an error page, a login page or another page that holds no minutes."""


class NoTextLayer(SourceError):
    """A PDF of pictures: nothing in it can be read without character recognition."""


class LockedSource(SourceError):
    """The source needs a password."""


class BrokenSource(SourceError):
    """The source is damaged: cut off, a broken zip, XML that does not parse."""


class UnsafeSource(SourceError):
    """The source could do harm: macros, a zip bomb, nesting without end."""


class TooLarge(SourceError):
    """The source is larger than is read."""
