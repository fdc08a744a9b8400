"""What is installed, and what is missing."""

from __future__ import annotations

import typer

from arising.cli.exits import Exit


def doctor() -> None:
    """See what is installed and which database there is, and what to do about what is missing.

    \b
    Example:
      arising doctor
    """
    from arising.cli.of_register.doctor import State, examine

    troubled = False
    for check in examine():
        troubled |= check.state is State.TROUBLE
        remedy = f". {check.remedy}" if check.remedy else ""
        typer.echo(f"{check.state:<8} {check.about}: {check.says}{remedy}")
    raise typer.Exit(Exit.SOME_FAILED if troubled else Exit.ALL_WELL)
