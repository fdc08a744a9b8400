"""Scoring the reader from the command line: what it reads of labelled minutes, and how a result is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table

from arising.cli.batch import FAULT
from arising.cli.inputs import shown
from arising.cli.terminal import counted, say, watched
from arising.documents import SourceError, open_document
from arising.reading import read
from arising.reading.record import Record
from arising.reading.scoring import Changes, Difference, LabelledDocument, Result, changes, score_document
from arising.reading.scoring.judging import KINDS
from arising.reading.scoring.results import Tally

WIDEST_TABLE = 140
"""Columns that a table may need. A narrower terminal breaks its lines, which loses nothing."""


def score(documents: Sequence[LabelledDocument]) -> tuple[Result, int]:
    """Read and score each document. Returns the result, and how many could not be read: their labels are missed."""
    verdicts = {}
    failed = 0
    for document in watched(documents, len(documents), "Scoring"):
        record = _read(document)
        failed += record is None
        verdicts[document.name] = score_document(document.labels, document.text(), record)
    return Result.of(verdicts), failed


def _read(document: LabelledDocument) -> Record | None:
    try:
        return read(open_document(document.path))
    except SourceError as error:
        say(str(error))
    except Exception as error:
        say(f"{shown(document.path)}: {type(error).__name__}: {FAULT}")
    return None


def earlier(path: Path) -> Result:
    """A result that was kept as JSON. Raises ``typer.BadParameter`` where it is none."""
    try:
        return Result.from_json(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        says = f"{shown(path)} is no result of arising score --json ({error})."
        raise typer.BadParameter(says, param_hint="--against") from error


def as_json(result: Result, since: Result | None) -> bytes:
    """The result as JSON, with what is better and worse than an earlier one where there is one."""
    if since is None:
        return result.to_json() + b"\n"
    data = msgspec.json.decode(result.to_json()) | {"changes": msgspec.to_builtins(changes(since, result))}
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def show(result: Result, *, differences: bool, since: Result | None) -> None:
    """Print the figures for each kind, document and rule, and what else is asked for."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, WIDEST_TABLE)
    for table in (_by_kind(result), _by_document(result), _by_rule(result)):
        console.print(table)
        console.print()
    total = result.total
    console.print(
        f"Macro F1 {total.macro_f1:.3f}, attributes {total.attribute_accuracy:.3f}, unfounded {total.unfounded}."
    )
    if differences:
        _list(console, "Differences", result.differences)
    if since is not None:
        _show_changes(console, changes(since, result), total.macro_f1 - since.total.macro_f1)


def _show_changes(console: Console, found: Changes, difference: float) -> None:
    gains, losses = counted(len(found.gains), "gain"), counted(len(found.losses), "loss", "losses")
    console.print(f"Since the earlier result: {gains}, {losses}, macro F1 {difference:+.3f}.")
    _list(console, "Gains (no longer differ)", found.gains)
    _list(console, "Losses (differ now)", found.losses)


def _list(console: Console, heading: str, differences: Iterable[Difference]) -> None:
    lines = [str(difference) for difference in differences]
    if lines:
        console.print(f"\n{heading}:")
        for line in lines:
            console.print(f"  {line}", soft_wrap=True)


def _table(first: str, columns: Iterable[str]) -> Table:
    table = Table(first, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _by_kind(result: Result) -> Table:
    table = _table("Kind", ("Precision", "Recall", "F1", "Right", "False", "Missed", "Unfounded"))
    table.add_column("Attributes right")
    for kind, tally in result.total.kinds.items():
        rates = (f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1))
        counts = (str(count) for count in (tally.right, tally.false, tally.missed, tally.unfounded))
        attributes = ", ".join(f"{name} {right}/{asked}" for name, (right, asked) in tally.attributes.items())
        table.add_row(kind, *rates, *counts, attributes)
    return table


def _by_document(result: Result) -> Table:
    table = _table("F1 by document", ("Macro", *KINDS, "Attributes", "Unfounded"))
    for name, one in result.documents.items():
        kinds = (_f1(one.kinds[kind]) for kind in KINDS)
        table.add_row(name, f"{one.macro_f1:.3f}", *kinds, f"{one.attribute_accuracy:.3f}", str(one.unfounded))
    return table


def _f1(tally: Tally) -> str:
    """A dash where there was nothing to find and nothing was found."""
    return f"{tally.f1:.3f}" if tally.right or tally.false or tally.missed else "–"


def _by_rule(result: Result) -> Table:
    table = _table("Rule", ("Right", "False"))
    for rule, one in sorted(result.rules.items(), key=lambda entry: (-entry[1].false, entry[0])):
        table.add_row(rule, str(one.right), str(one.false))
    return table
