"""No text runs the reader away: each is read in a few seconds of processor time, whatever repeats in it."""

from __future__ import annotations

import time

import pytest

from arising.documents.text import read_text
from arising.reading import read

SECONDS = 6
"""Of processor time, for each of these texts of up to 300 kB, on a machine that is busy with other things."""


def names(count: int) -> str:
    people = ", ".join(f"Mr {chr(65 + at % 26)} {chr(65 + at % 7)} Hill, Mrs C Dale" for at in range(count))
    return f"{people} and Ms Vane"


TEXTS = {
    "a roll of names": f"Mr A B Hill, {names(6_000)} spoke.",
    "a roll without surnames": "Mr A B, Mrs C D and " * 10_000,
    "one verb": "said " * 40_000,
    "one speaker": "The Director " * 15_000,
    "speakers who say nothing": "Councillor Orr, the Director of Place, " * 5_000,
    "digits": "1" * 200_000,
    "numbers": "12 " * 60_000,
    "digits and commas": "1," * 100_000,
    "pounds": "£1 " * 60_000,
    "pound signs": "£" * 200_000,
    "per cent": "%" * 200_000,
    "dashes": "–" * 200_000,
    "dashes and spaces": "- " * 100_000,
    "hyphened letters": "a-" * 100_000,
    "open brackets": "(" * 200_000,
    "empty brackets": "()" * 100_000,
    "letters of a list": "(a) " * 20_000,
    "clauses of a resolution": "RESOLVED: " + "(a) that the report be noted; " * 8_000,
    "quotation marks": "“" * 200_000,
    "nested quotation marks": "“‘" * 100_000,
    "full stops": "." * 200_000,
    "initials": "A. " * 70_000,
    "one sentence with commas": "Members noted that " + "the lamp was out, and " * 14_000 + "left.",
    "one sentence of words": "word, " * 50_000,
    "one word": "a" * 300_000,
    "one word in capitals": "A" * 300_000,
    "words with capitals": "Ab " * 70_000,
    "and": "Abc and " * 40_000,
    "posts": "Head of " * 30_000,
    "acts": "The Health and Safety and " * 10_000,
    "bodies": "the Planning and Housing Committee held on " * 6_000,
    "questions": "In response to a question, " * 8_000,
    "apologies": "Apologies for absence were received from " * 5_000,
    "sides of a vote": "For\n" * 40_000,
    "counts of a vote": "8 for " * 40_000,
    "motions": "proposed and seconded that " * 10_000,
    "actions": "ACTION: " * 25_000,
    "months": "March " * 40_000,
    "dates": "1 March/" * 30_000,
    "hopes": "it was hoped that " * 12_000,
    "items": "Item 4\n" * 30_000,
    "titles": "4. Title\n" * 25_000,
    "asterisks": "*" * 200_000,
    "bold words": "**a** " * 40_000,
    "underscores": "_" * 200_000,
    "rules": "---\n" * 60_000,
    "bars": "|" * 200_000,
    "tables": "|a|b|\n" * 25_000,
    "columns": "a     b     " * 20_000,
    "line feeds": "\n" * 300_000,
    "spaces": " " * 300_000,
    "backslashes": "\\" * 200_000,
    "reports": "PDF 1 KB " * 20_000,
    "sections": "section 1 (a) " * 15_000,
    "promises": "would report it " * 15_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_is_read_in_a_few_seconds(text: str) -> None:
    began = time.process_time()
    read(read_text(text, name="hostile.txt", sha256="0" * 64))
    assert time.process_time() - began < SECONDS
