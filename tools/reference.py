"""Write the pages of ``docs/reference`` that follow from the code. ``python -m tools.reference`` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer.main

from arising.cli.commands import app
from arising.following import links
from arising.reading import record

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
WIDTH = 100


def pages() -> dict[Path, str]:
    """Every page that is made from the code, and what must stand in it."""
    return {
        REFERENCE / "record.schema.json": _schema(record.schema()),
        REFERENCE / "links.schema.json": _schema(links.schema()),
        REFERENCE / "cli.md": commands(),
    }


def _schema(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def commands() -> str:
    """What each command says of itself with ``--help``."""
    group: Any = typer.main.get_command(app)
    above = group.make_context("arising", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    parts = ["# The command", "Made from the command's own help by `make reference`.", *_help("arising", above)]
    parts += _below("arising", group, above)
    return "\n\n".join(parts) + "\n"


def _below(path: str, group: Any, above: Any) -> list[str]:
    """The help of every command of a group, and of those under them."""
    parts = []
    for name, command in group.commands.items():
        context = command.make_context(name, [], parent=above, resilient_parsing=True)
        parts += _help(f"{path} {name}", context)
        if hasattr(command, "commands"):
            parts += _below(f"{path} {name}", command, context)
    return parts


def _help(name: str, context: Any) -> list[str]:
    said = "\n".join(line.rstrip() for line in context.get_help().splitlines())
    return [f"## {name}", f"```text\n{said}\n```"]


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(REFERENCE.parents[1]))


if __name__ == "__main__":
    main()
