"""The command."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import counted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arising.measures.areas import Area
    from arising.measures.observations import Observation
    from arising.measures.published import Library

Written = Literal["table", "json", "csv", "markdown"]


def claims(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Records, minutes, and folders of either.", exists=True)
    ],
    published: Annotated[
        Path,
        typer.Option(metavar="DIR", exists=True, file_okay=False, help="The folder of published statistics, as CSV."),
    ],
    area: Annotated[
        str | None,
        typer.Option(metavar="AREA", help="The council's area, by code or name, where the minutes do not name it."),
    ] = None,
    own: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="A file of the council's own figures, too."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(help="The day of the meeting, where the minutes do not say: 2024-03-05, 2024-03.", metavar="EDTF"),
    ] = None,
    form: Annotated[Written, typer.Option("--format", "-f", help="A table in words, or for programs.")] = "table",
    every: Annotated[bool, typer.Option("--all", help="Also list the figures that no indicator fits.")] = False,
) -> None:
    """Hold the figures of minutes against published statistics.

    Takes the records that "arising read" wrote, or minutes themselves. Each figure whose words name an indicator is
    held against the published figures of its area and period. It matches, it differs, or it cannot be told: the line
    says why, what would settle it, and in which file and row the published figure stands. A figure that is given as
    national is held against England. A figure that was told again unchanged, at a later meeting, is put as a question.

    With --own it is held against what the council itself reported as well: a file in one of the layouts that the
    register takes, named by what it is called. It changes no verdict.

    DIR holds files as Explore Education Statistics publishes them. AREA is a code (887, E06000035) or a name. A day
    that neither the minutes nor --date tell is taken from the file's name (2024-03-05 or 2024-03 in it).

    \b
    Examples:
      arising claims minutes.pdf --published statistics/ --area 887
          what the figures of one meeting come to
      arising claims records/ --published statistics/ --format csv > claims.csv
          those of many, for a spreadsheet
    """
    from arising.cli.claims.figures import figures_in, named, repetitions
    from arising.cli.claims.tables import WRITERS, Claim, tally
    from arising.measures.claims import beside_reported, judgements
    from arising.measures.published import NotPublished, library_of
    from arising.reading.language.times import day_of

    if date is not None and day_of(date) is None:
        raise typer.BadParameter(f"{date} is no date: write 2024-03-05, 2024-03 or 2024.", param_hint="--date")
    try:
        library = library_of(published)
    except NotPublished as error:
        _end(f"{shown(published)}: {error}")
    except OSError as error:
        _end(f"{shown(published)}: it cannot be read ({reason(error)}).")
    if not library.tables:
        _end(f"{shown(published)}: no published statistics in it. Put the CSV files of the releases there.")
    known = partial(named, areas=library.areas())
    of = known(area) if area is not None else None
    if area is not None and of is None:
        raise typer.BadParameter(f"{area} is no area that is known. Give its code, such as 887.", param_hint="--area")
    reported = {path.stem: _own(path, of, library) for path in own or ()}
    told, failed = figures_in(paths, area=of, met=date, known=known)
    held = []
    for one in told:
        for verdict in judgements(one.figure, library, library.cards):
            beside = [beside_reported(verdict, system, figures) for system, figures in reported.items()]
            held.append(Claim(one, verdict, tuple(each for each in beside if each)))
    listed = [one for one in held if every or one.is_of_an_indicator]
    sys.stdout.buffer.write(WRITERS[form](listed, repetitions(told)))
    sys.stdout.flush()
    say(f"{counted(len(told), 'figure')}: {tally(held)}.")
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.ALL_WELL)


def _own(path: Path, area: Area | None, library: Library) -> Sequence[Observation]:
    from arising.measures.published import NotPublished
    from arising.measures.published.own import read

    try:
        return read(path, area=area, known=library.cards).observations
    except NotPublished as error:
        _end(str(error))
    except OSError as error:
        _end(f"{shown(path)}: it cannot be read ({reason(error)}).")


def _end(line: str) -> NoReturn:
    say(line)
    raise typer.Exit(Exit.SOME_FAILED)
