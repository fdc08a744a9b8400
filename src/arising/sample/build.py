"""Write the sample council's files from its manuscripts, the same bytes each time.

    python -m arising.sample.build

The files are kept beside the manuscripts, so that nobody needs this to run the register. It uses fpdf2,
which only the development dependencies bring.
"""

from __future__ import annotations

from collections.abc import Callable

from arising.sample.council import MINUTES
from arising.sample.layouts import moderngov, plain, printed, word
from arising.sample.manuscript import Manuscript, manuscripts

LAYOUTS: dict[str, Callable[[Manuscript], bytes]] = {
    "meeting page": moderngov.meeting_page,
    "item page": moderngov.item_page,
    "printed minutes": printed.printed_minutes,
    "word minutes": word.word_minutes,
    "text minutes": plain.text_minutes,
}


def build() -> dict[str, bytes]:
    """The bytes of every file, by name."""
    return {manuscript.file: LAYOUTS[manuscript.layout](manuscript) for manuscript in manuscripts()}


def main() -> None:
    """Write every file."""
    MINUTES.mkdir(exist_ok=True)
    for name, content in build().items():
        (MINUTES / name).write_bytes(content)


if __name__ == "__main__":
    main()
