"""Write the pages of ``docs/reference`` that follow from the code. ``python -m tools.reference`` writes them anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typer.main

from arising.cli.commands import app
from arising.following import links
from arising.measures.cards import Card, cards, datasets
from arising.reading import record

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
WIDTH = 100


def pages() -> dict[Path, str]:
    """Every page that is made from the code, and what must stand in it."""
    return {
        REFERENCE / "record.schema.json": _schema(record.schema()),
        REFERENCE / "links.schema.json": _schema(links.schema()),
        REFERENCE / "cli.md": commands(),
        REFERENCE / "indicators.md": indicators(),
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


def indicators() -> str:
    """What each card says."""
    parts = [
        "# The indicators",
        "Made from the cards in `src/arising/measures/data/cards` by `make reference`.\n"
        "[How to bring in own figures](../how-to/bring-in-own-figures.md) says how to give values for them.",
        "\n".join(f"- [{card}](#{_anchor(card.name)})" for card in cards().values()),
        *(part for card in cards().values() for part in _card(card)),
    ]
    return "\n\n".join(parts) + "\n"


_POLARITY = {"increase": "Higher is better.", "decrease": "Lower is better.", "neutral": "Context: neither is better."}
_TAKEN = {
    "period": "of what happened in the year",
    "snapshot": "of how things stood on the last day of the year",
    "rolling": "of a longer time that ends with it: no control chart",
    "cumulative": "of all until then: no control chart",
}


def _card(card: Card) -> list[str]:
    """A card's heading, its facts as a list, its variants as a table."""
    over = f", over {card.over}" if card.over else ""
    clock = f" {card.clock}" if card.clock else ""
    facts = [
        f"`{card.key}`, version {card.version}",
        f"Counts {card.counts}{over}.{clock}",
        f"Unit: {card.unit}. {_POLARITY[card.polarity]}",
        f"Year: {card.year.value.replace('_', ' ')}, {_TAKEN[card.taken]}.",
        f"Release: {card.release}{f', next in {card.next_release}' if card.next_release else ''}.",
        *([f"Limit: {card.limit}."] if card.limit else []),
        *([f"Suppression: {card.suppression}"] if card.suppression else []),
        *([f"Note: {card.note}"] if card.note else []),
        *(f"Break in {each.year}: {each.why}" for each in card.breaks),
        f"In minutes: {', '.join(card.words)}.",
        f"Source: {card.source}.",
    ]
    rows = ["| variant | key | unit | published in |", "| --- | --- | --- | --- |"]
    for variant in card.variants:
        place = variant.place
        where = f"{datasets()[place.dataset].name}: `{place.value}`" if place else "not in the files known here"
        rows.append(f"| {variant.name} | `{variant.key}` | {card.unit_of(variant.key)} | {where} |")
    return [f"## {card}", "\n".join(f"- {fact}" for fact in facts), "\n".join(rows)]


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(REFERENCE.parents[1]))


if __name__ == "__main__":
    main()
