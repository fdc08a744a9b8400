"""Write the pages of ``docs/reference`` that follow from the code. ``python -m tools.reference`` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

from arising.reading.record import schema

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"


def pages() -> dict[Path, str]:
    """Every generated page and what must stand in it."""
    return {REFERENCE / "record.schema.json": record_schema()}


def record_schema() -> str:
    """The JSON Schema of a record."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(REFERENCE.parents[1]))


if __name__ == "__main__":
    main()
