"""A pack as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arising.register.programme.pack import InSections, Section
from arising.register.programme.printing.wording import left_out

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(pack: InSections, *, site: str = "") -> str:
    """The pack in Markdown; ``site`` is put before each address."""
    parts = [f"# {_plain(pack.title)}", pack.opening]
    for section in pack.sections:
        parts += [f"## {_plain(section.title)}", _plain(section.answer)]
        if section.entries:
            parts.append("\n".join(_listed(section, site)))
    return "\n\n".join(parts) + "\n"


def _listed(section: Section, site: str) -> Iterator[str]:
    for entry in section.entries:
        yield f"- {_plain(entry.words)}{f' <{site}{entry.address}>' if entry.address and site else ''}"
        for quote in entry.quotes:
            yield f"  - {quote.when}: “{_plain(' '.join(quote.words.split()))}”"
    if section.more:
        yield f"- {left_out(section)}"


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
