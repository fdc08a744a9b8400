"""Published statistics from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import counted, say


def publish(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="CSV files, or folders of them.")],
    published_on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], metavar="DAY", help="The day they were published: 2025-10-30."),
    ] = None,
    new_areas: Annotated[
        bool, typer.Option("--new-areas", help="Also take in areas that are not known: a new authority.")
    ] = False,
) -> None:
    """Take published statistics into the register, as Explore Education Statistics publishes them.

    A file that cannot be taken in is named with its row and column; the others go on. The same file again changes
    nothing.

    \b
    Examples:
      arising publish referrals.csv --on 2025-10-30
      arising publish statistics/
    """
    from arising.cli.of_register.register import open_register

    open_register()

    from arising.measures.published import NotPublished
    from arising.register.indicators import operations

    failed = 0
    for path in _each(files):
        try:
            done = operations.take_in(
                path,
                path.name,
                published_on=published_on.date() if published_on else None,
                new_areas=new_areas,
                actor=None,
            )
        except NotPublished as trouble:
            failed += 1
            say(str(trouble))
        except OSError as error:
            failed += 1
            say(f"{shown(path)}: it cannot be read ({reason(error)}).")
        else:
            became = "was here already" if done.again else counted(done.release.rows, "row")
            typer.echo(f"{shown(path)}: {done.release}, {became}")
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)


def _each(files: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in files:
        found += sorted(path.glob("*.csv")) if path.is_dir() else [path]
    return found
