"""Bytes to text: the encodings that minutes come in, told from the bytes before any label is believed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,30})""",
    re.IGNORECASE,
)
# UTF-8 read as Windows-1252 and saved again: ’ – “ é £ and a no-break space come out like this.
_MOJIBAKE = re.compile("â€[™˜œ\u009d“”¦\u0093\u0094]|Ã[\u00a0-¿‚ƒ„…†‡ˆ‰Š‹Œ]|Â[\u00a0£·½°]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what a reader should know about how it came out."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text, an HTML page or an XML answer.

    A byte order mark decides; then the zero bytes of UTF-16; then UTF-8 where it fits; then what the page
    declares; then Windows-1252, which fits everything. Text that was wrongly encoded before it was published
    is left as it is and noted.
    """
    text, encoding, trouble = _decode(data)
    return Decoded(text, encoding, (*trouble, *_oddities(text)))


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 told from its zero bytes, where there is no byte order mark; None for anything else."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) - len(sample) % 2]
    if len(sample) < 4:
        return None
    half = len(sample) / 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), wide, ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared and declared != "utf-8":
        try:
            return data.decode(declared), declared, ()
        except UnicodeDecodeError:
            pass
    return _mixed(data) or (_windows(data), "windows-1252", ())


def _declared(data: bytes) -> str | None:
    """The encoding that the page declares, as Python knows it; Latin-1 means Windows-1252, as in browsers."""
    found = _DECLARED.search(data, 0, _SAMPLE)
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32", "utf-7")) or not _is_text_codec(name):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _is_text_codec(name: str) -> bool:
    try:
        "".encode(name)
    except (LookupError, TypeError):
        return False
    return True


def _mixed(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """UTF-8 into which a few Windows-1252 bytes were pasted, or None where UTF-8 is not the rule."""
    kept = data.decode("utf-8", "ignore")
    lost = len(data) - len(kept.encode("utf-8"))
    if sum(map(kept.count, "’‘“”–£é…\u00a0")) <= lost:
        return None
    return data.decode("utf-8", "arising.windows"), "utf-8", ("the text mixes UTF-8 with Windows-1252",)


def _windows(data: bytes) -> str:
    """Windows-1252, its five unused bytes read as Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("cp1252", "arising.windows")


def _one_windows_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    letter = byte.decode("cp1252", "replace")
    return byte.decode("latin-1") if letter == "\ufffd" else letter, error.start + 1


codecs.register_error("arising.windows", _one_windows_byte)


def _oddities(text: str) -> list[str]:
    notes = []
    wrong = _MOJIBAKE.search(text)
    if wrong:
        notes.append(f"some characters were wrongly encoded before publication ({wrong.group()!r}); they are left so")
    if "\ufffd" in text:
        notes.append("some characters were lost before publication and stand as \ufffd")
    return notes
