"""Write the sample council's files from its manuscripts, the same bytes each time.

    python -m arising.sample.build

The files are kept beside the manuscripts, so that nobody needs this to run the register. It uses fpdf2,
which only the development dependencies bring.
"""

from __future__ import annotations

from collections.abc import Callable

from arising.sample.council import MINUTES, PAPERS
from arising.sample.layouts import inspected, moderngov, plain, printed, word
from arising.sample.manuscript import Manuscript, manuscripts, reports

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


def build_papers() -> dict[str, bytes]:
    """The bytes of every paper of the improvement journey, by name."""
    return {f"{manuscript.path.stem}.pdf": inspected.inspection_report(manuscript) for manuscript in reports()}


def main() -> None:
    """Write every file."""
    for folder, made in ((MINUTES, build()), (PAPERS, build_papers())):
        folder.mkdir(exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
