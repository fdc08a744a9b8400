"""Labelled minutes: what a careful clerk would take from a document, to score the reader against.

A folder of labels holds ``labels/NAME.json`` beside ``documents/NAME.txt``. A label marked ``optional`` is a
borderline case: reading it or not makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from arising.reading.record import Action, Ballot, CommitmentKind, ExchangeKind, Scope


class LabelsError(Exception):
    """A folder of labels that cannot be used. ``str(error)`` is one clear line for a person."""


class LabelledExchange(msgspec.Struct, frozen=True, kw_only=True):
    """An exchange is known by its topic and kind; ``kind`` None is matched by any."""

    topic: str | None
    kind: ExchangeKind | None
    responders: tuple[str, ...] = ()
    optional: bool = False


class LabelledCommitment(msgspec.Struct, frozen=True, kw_only=True):
    """An attribute that is null is not asked for, but for ``due``: null asks that none is read."""

    quote: str
    kind: CommitmentKind
    owner: str | None = None
    deliverable: str | None = None
    to: str | None = None
    due: str | None = None
    topic: str | None = None
    optional: bool = False


class LabelledDecision(msgspec.Struct, frozen=True, kw_only=True):
    """One operative clause. An attribute that is null is not asked for."""

    quote: str
    action: Action
    addressee: str | None = None
    asks_for: str | None = None
    label: str | None = None
    optional: bool = False


class LabelledVote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote recorded by name; empty where the text gives counts alone."""

    quote: str
    votes: dict[str, Ballot] = {}
    optional: bool = False


class LabelledFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A key left out of the label (UNSET) is not asked for; null asks that there is none."""

    quote: str
    value: float
    unit: str
    measure: str
    scope: Scope | UnsetType = UNSET
    high: float | UnsetType | None = UNSET
    of: float | UnsetType | None = UNSET
    optional: bool = False


QuotedLabel: TypeAlias = LabelledCommitment | LabelledDecision | LabelledVote | LabelledFigure


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """The labels of one document. A kind left out was not labelled, and is not scored."""

    document: str
    topics: tuple[str, ...] = ()
    exchanges: tuple[LabelledExchange, ...] | UnsetType = UNSET
    commitments: tuple[LabelledCommitment, ...] | UnsetType = UNSET
    decisions: tuple[LabelledDecision, ...] | UnsetType = UNSET
    votes: tuple[LabelledVote, ...] | UnsetType = UNSET
    figures: tuple[LabelledFigure, ...] | UnsetType = UNSET


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """Labels, and where the minutes they were made from stand. ``name`` is that of the label without its ending."""

    name: str
    labels: Labels
    path: Path

    def text(self) -> str:
        """The minutes as plain text, as they were labelled."""
        return self.path.read_text(encoding="utf-8")


def labelled_documents(
    folder: Path, *, only: tuple[str, ...] = (), leave_out: tuple[str, ...] = ()
) -> list[LabelledDocument]:
    """The labelled documents of a folder, by name.

    Args:
        folder: holds ``labels`` and ``documents``, or is the ``labels`` folder itself.
        only: patterns of names ("kent-*"); none takes every document.
        leave_out: patterns of names to leave out.

    Raises:
        LabelsError: there are no labels, a label does not parse, or its document is not there.
    """
    labels = folder / "labels" if (folder / "labels").is_dir() else folder
    found = [
        _labelled(path)
        for path in sorted(labels.glob("*.json"))
        if (not only or _any(path.stem, only)) and not _any(path.stem, leave_out)
    ]
    if not found:
        raise LabelsError(f"{folder}: no labels to score against. Name a folder that holds labels/NAME.json.")
    return found


def _any(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _labelled(path: Path) -> LabelledDocument:
    try:
        labels = msgspec.json.decode(path.read_bytes(), type=Labels)
    except msgspec.DecodeError as error:
        raise LabelsError(f"{path}: these labels cannot be read: {error}.") from error
    document = path.parent.parent / "documents" / labels.document
    if not document.is_file():
        raise LabelsError(f"{path}: its document is not there. Put it at {document}.")
    return LabelledDocument(path.stem, labels, document)
