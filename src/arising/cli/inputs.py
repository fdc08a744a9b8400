"""The files that a person means by the paths they give: folders walked, every file with a name of its own."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SUFFIXES = frozenset({
    ".html", ".htm", ".xhtml", ".aspx", ".xml", ".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf",
    ".txt", ".text", ".md", ".markdown",
})  # fmt: skip
"""Endings of files that may hold minutes. What a file is, is told from its bytes; this only sorts out photographs."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    ``name`` is what its record is filed under, ``document`` what the document is called in it. Both differ from
    those of every other input.
    """

    path: Path
    name: str
    document: str

    def __str__(self) -> str:
        return shown(self.path)


@dataclass(slots=True)
class Found:
    """What the paths came to: files to read, and a line on each thing that is not read."""

    inputs: list[Input] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def find_inputs(paths: Iterable[Path], *, leave_out: Path | None = None) -> Found:
    """The files at ``paths``, folders walked in order of their names, each file once.

    A file named by itself is read whatever it is called. In folders, hidden files and files that by their ending
    hold no minutes are passed over with a line each. ``leave_out`` is a folder not to walk: the one written to.
    """
    found = Found()
    files: dict[Path, Path] = {}
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            found.troubles.append(f"{shown(path)}: {reason(error)}. Check the path.")
            continue
        inside = _walk(path, found, leave_out) if stat.S_ISDIR(mode) else [path]
        for file in inside:
            files.setdefault(file.resolve(), file)
    chosen = list(files.values())
    plain = Counter(path.name for path in chosen)
    found.inputs = [
        Input(path, name, shown(path if plain[path.name] > 1 else path.name))
        for path, name in zip(chosen, distinct_names(chosen), strict=True)
    ]
    return found


def _walk(folder: Path, found: Found, leave_out: Path | None) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        found.troubles.append(f"{shown(error.filename)}: {reason(error)}. Change its rights, or leave it out.")

    empty = True
    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in sorted(folders) if _is_walked(Path(here, name), found, leave_out)]
        for name in sorted(files):
            path = Path(here, name)
            if why := _passed_over(path):
                found.passed_over.append(f"{shown(path)}: {why}, not read.")
            else:
                empty = False
                yield path
    if empty:
        found.troubles.append(f"{shown(folder)}: there is nothing to read in this folder. Name the files themselves.")


def _is_walked(folder: Path, found: Found, leave_out: Path | None) -> bool:
    if leave_out and leave_out.exists() and leave_out.samefile(folder):
        return False
    if folder.name.startswith("."):
        found.passed_over.append(f"{shown(folder)}: hidden folder, not read.")
        return False
    # a link may lead back to a folder above it
    if folder.is_symlink():
        found.passed_over.append(f"{shown(folder)}: link to a folder, not read.")
        return False
    return True


def _passed_over(path: Path) -> str | None:
    """Why a file in a folder is not read, or None where it is."""
    if path.name.startswith("."):
        return "hidden file"
    # a saved page may be called "mgAi.aspx?ID=12"
    if Path(path.name.partition("?")[0]).suffix.lower() not in SUFFIXES:
        return "not a kind of file that is read"
    return None if path.is_file() else "not a file, or a link to nothing"


def distinct_names(paths: Sequence[Path]) -> list[str]:
    """A name for each path: its file name without the ending, made longer where that would clash.

    "minutes.pdf" beside "minutes.txt" gives "minutes-pdf" and "minutes-txt"; "may/minutes.txt" beside
    "june/minutes.txt" gives "may-minutes" and "june-minutes". Names that differ in case alone clash too, for they
    are one file on some machines.
    """
    lengths = [0] * len(paths)
    candidates = [_candidates(path) for path in paths]
    while True:
        names = [several[length] for several, length in zip(candidates, lengths, strict=True)]
        counts = Counter(name.casefold() for name in names)
        longer = [
            min(length + (counts[name.casefold()] > 1), len(several) - 1)
            for name, length, several in zip(names, lengths, candidates, strict=True)
        ]
        if longer == lengths:
            return _numbered(names)
        lengths = longer


def _candidates(path: Path) -> list[str]:
    """Names for a path from the shortest to the longest."""
    suffix = path.suffix if path.suffix.lower() in SUFFIXES else ""
    stem = path.name.removesuffix(suffix)
    with_kind = f"{stem}-{suffix[1:]}" if suffix else stem
    folders = [part for part in path.absolute().parts[:-1] if part not in ("/", "..")]
    names = [stem, with_kind]
    for depth in range(1, len(folders) + 1):
        lead = "-".join(folders[-depth:])
        names += [f"{lead}-{stem}", f"{lead}-{with_kind}"]
    return names


def _numbered(names: Sequence[str]) -> list[str]:
    """The names, a number behind each that is there already."""
    taken: set[str] = set()
    numbered = []
    for name in names:
        unique, number = name, 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{name}-{number}"
        taken.add(unique.casefold())
        numbered.append(unique)
    return numbered


def shown(path: Path | str) -> str:
    """A path as text that is safe to print and to store: no control characters, no bytes that are no letters."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def reason(error: OSError) -> str:
    """What the system says is wrong, in small letters."""
    return (error.strerror or str(error)).lower()
