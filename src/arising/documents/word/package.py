"""The zip that a Word file is: opened with every size checked before anything is unpacked."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from arising.documents.errors import BrokenSource, LockedSource, UnknownFormat, UnsafeSource

NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_MOST_FILES = 5_000
_MOST_UNPACKED = 300 * 1024 * 1024
_MOST_PART = 100 * 1024 * 1024
_MOST_RATIO = 200
_SMALL = 5 * 1024 * 1024
_SAVE_AS = "Save it as .docx or PDF and try again"


class Package:
    """A Word file whose parts can be read. Raises a SourceError where it cannot or should not be."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._broken() from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._refuse_bombs()
        self._refuse_others()
        self.main = self._main_part()
        self._refuse_macros()

    def part(self, path: str) -> etree._Element | None:
        """The tree of a part of the file, or None where there is no such part."""
        info = self._names.get(path)
        if info is None:
            return None
        try:
            with self._zip.open(info) as file:
                data = file.read(_MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
            raise self._broken() from error
        if len(data) > _MOST_PART:
            raise self._bomb()
        if b"<!DOCTYPE" in data[:2048]:
            raise UnsafeSource(self._name, "this Word file declares a document type, which none does", _SAVE_AS)
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        except etree.XMLSyntaxError as error:
            raise self._broken() from error

    def beside(self, file: str) -> etree._Element | None:
        """The tree of a part that stands in the folder of the main part ("styles.xml")."""
        return self.part(posixpath.join(posixpath.dirname(self.main), file))

    def _refuse_bombs(self) -> None:
        infos = self._names.values()
        if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _MOST_UNPACKED:
            raise self._bomb()
        for info in infos:
            if info.file_size > _SMALL and info.file_size > _MOST_RATIO * max(info.compress_size, 1):
                raise self._bomb()
            if info.flag_bits & 1:
                raise LockedSource(self._name, "this zip needs a password", "Save it without a password and try again")

    def _refuse_others(self) -> None:
        if "mimetype" in self._names and "content.xml" in self._names:
            raise UnknownFormat(self._name, "this is an OpenDocument file", _SAVE_AS)
        for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
            if any(path.startswith(folder) for path in self._names):
                raise UnknownFormat(self._name, f"this is {what}, not minutes", "Give the minutes as Word, PDF or text")
        if "[Content_Types].xml" not in self._names:
            raise UnknownFormat(self._name, "this is a zip file, not a Word file", "Unpack it and give its files")

    def _refuse_macros(self) -> None:
        types = self.part("[Content_Types].xml")
        declared = types is not None and any("macroEnabled" in (one.get("ContentType") or "") for one in types)
        if declared or any(path.lower().endswith("vbaproject.bin") for path in self._names):
            raise UnsafeSource(self._name, "this Word file holds macros", "Save it as .docx without macros")

    def _main_part(self) -> str:
        """The path of the document itself, as the relationships of the file name it."""
        relations = self.part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if (relation.get("Type") or "").endswith("/officeDocument"):
                path = (relation.get("Target") or "").lstrip("/")
                if path in self._names:
                    return path
        if "word/document.xml" not in self._names:
            raise UnknownFormat(self._name, "this is an Office file without a Word document in it", _SAVE_AS)
        return "word/document.xml"

    def _broken(self) -> BrokenSource:
        return BrokenSource(self._name, "this Word file is damaged: its zip cannot be read", "Fetch or save it again")

    def _bomb(self) -> UnsafeSource:
        trouble = "this file would unpack to far more than a Word file holds"
        return UnsafeSource(self._name, trouble, "Do not open it; ask for the minutes again")


def local(element: etree._Element) -> str:
    """The name of an element with the short prefix of its namespace: "w:p". Others keep their bare name."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag[1:].partition("}") if tag[0] == "{" else ("", "", tag)
    prefix = NAMESPACES.get(space)
    return f"{prefix}:{name}" if prefix else name


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of a WordprocessingML element, whichever edition of the namespace it is in."""
    if element is None:
        return None
    for key, given in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(given)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a local name ("w:pPr")."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch ("w:b") is on, off, or not there (None)."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")
