"""Whether this machine has the libraries that a PDF is set with. Knows no Django: the tests' own tools ask it too."""

from __future__ import annotations

import ctypes
from importlib.util import find_spec

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""What Debian calls them. They bring the rest, a typeface included."""
_FILES = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
)
REMEDY = f"install Pango (on Debian: apt-get install {' '.join(PACKAGES)}; on macOS: brew install pango)"


def is_here() -> bool:
    """Whether WeasyPrint and each library that it opens are here."""
    return find_spec("weasyprint") is not None and all(any(map(_opens, names)) for names in _FILES)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
