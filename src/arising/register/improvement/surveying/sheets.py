"""The counts of a round as a file: a row for each question, group and answer. What goes out comes in unchanged."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from arising.measures.published import children
from arising.measures.published.sheets import Sheet, book
from arising.measures.published.troubles import NotPublished
from arising.measures.values import Symbol
from arising.register.improvement.surveying.shown import Response
from arising.register.programme.tracker.cells import fitting, key, neutralised, restored, whole_number

NEEDED = ("question", "group", "answer", "count")
BY_GROUP = ("group answered", "group asked")
"""How many of the group of a row answered, and of how many. A file may leave these columns out."""
TITLES = (*NEEDED, *BY_GROUP)
KEPT_BACK = Symbol.SUPPRESSED.value
MOST_ROWS = 5_000
MOST_LINES = 30
"""So many lines about what is wrong are told."""
LARGEST = 1_000_000
_TITLES_WITHIN = 20

Row = tuple[str, str, str, int | None]
"""A question, a group ("" for everybody), an answer, and how many gave it; None leaves what the register holds."""


@dataclass
class Read:
    """What a file holds, or a line for each thing that is wrong with it; then nothing of it is taken."""

    rows: list[Row] = field(default_factory=list)
    responses: dict[str, Response] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The first of the lines about what is wrong, and how many more there are."""
        more = len(self.wrong) - MOST_LINES
        return [*self.wrong[:MOST_LINES], *([f"There are {more:,} more like these."] if more > 0 else [])]


def read(content: bytes, file: str, questions: Mapping[str, Sequence[str]]) -> Read:
    """The counts in a file. ``questions`` gives the answers of each question by its words.

    Raises NotPublished for what is no table, is too large, or is about single children; then nothing of it was kept.
    """
    of = book(content, file)
    for sheet in of.sheets:
        children.refuse_rows(sheet.rows[:100], file=of.file)
    for sheet in of.sheets:
        if (at := _titles(sheet)) is not None:
            return _rows(sheet, at, of.file, questions)
    raise NotPublished(
        of.file, "no sheet has the columns question, group, answer and count. Take the file from the page of the round."
    )


def _titles(sheet: Sheet) -> int | None:
    """The place of the row of titles."""
    for at, (_, cells) in enumerate(sheet.rows[:_TITLES_WITHIN]):
        if set(NEEDED) <= {cell.strip().casefold() for cell in cells}:
            return at
    return None


def _rows(sheet: Sheet, at: int, file: str, questions: Mapping[str, Sequence[str]]) -> Read:
    titles = [cell.strip().casefold() for cell in sheet.rows[at][1]]
    places = {title: titles.index(title) for title in TITLES if title in titles}
    known = {key(words): words for words in questions}
    found = Read()
    stands: dict[tuple[str, str, str], int] = {}
    for number, cells in sheet.rows[at + 1 :]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(stands) >= MOST_ROWS:
            raise NotPublished(file, f"it has more than {MOST_ROWS:,} rows. Keep only those of the round.", row=number)
        told = {title: restored(cells[place].strip()) if place < len(cells) else "" for title, place in places.items()}
        where = f"{sheet.name or file}, row {number}, column"
        row = _row(told, where, known, questions, found.wrong)
        if row is None:
            continue
        if before := stands.get(row[:3]):
            found.wrong.append(f"{where} answer: it stands in row {before} too. Keep one of the two.")
            continue
        stands[row[:3]] = number
        found.rows.append(row)
        _response(told, row[1], where, found)
    if not found.rows and not found.wrong:
        found.wrong.append(f"{sheet.name or file}: there is no row below the titles. Give a row for each answer.")
    if not found.wrong:
        found.wrong += _missing(found.rows, sheet.name or file, questions)
    return found


def _row(
    told: Mapping[str, str], where: str, known: Mapping[str, str], questions: Mapping[str, Sequence[str]],
    wrong: list[str],
) -> Row | None:  # fmt: skip
    words = known.get(key(told["question"]))
    if words is None:
        what = f"“{told['question'][:60]}” is no question of this survey" if told["question"] else "it is empty"
        wrong.append(f"{where} question: {what}. Write it as it stands on the page of the survey, or add it there.")
        return None
    answer = next((each for each in questions[words] if key(each) == key(told["answer"])), None)
    if answer is None:
        what = f"“{told['answer'][:60]}” is no answer to it" if told["answer"] else "it is empty"
        wrong.append(f"{where} answer: {what}. Write one of: {', '.join(questions[words])}.")
        return None
    if len(told["group"]) > 100:
        wrong.append(f"{where} group: it is longer than 100 characters. Shorten it.")
        return None
    group = " ".join(told["group"].split())
    if told["count"].casefold() == KEPT_BACK:
        return words, group, answer, None
    count = whole_number(told["count"].replace(",", ""))
    if count is None or count > LARGEST:
        what = f"“{told['count'][:40]}” is no whole number" if told["count"] else "it is empty"
        wrong.append(f"{where} count: {what}. Give how many gave that answer, 0 where nobody did.")
        return None
    return words, group, answer, count


def _response(told: Mapping[str, str], group: str, where: str, found: Read) -> None:
    """Take how many of the group of a row answered. Empty or kept back, it leaves what the register holds."""
    cells = [told.get(title, "") for title in BY_GROUP]
    if all(cell.casefold() in ("", KEPT_BACK) for cell in cells):
        return
    answered, asked = (whole_number(cell.replace(",", "")) for cell in cells)
    if not group:
        found.wrong.append(f"{where} group asked: only a group has it. How many were asked in all stands on the form.")
    elif answered is None or asked is None or max(answered, asked) > LARGEST:
        found.wrong.append(f"{where} group asked: give both as whole numbers, how many answered and of how many.")
    elif found.responses.setdefault(group, (answered, asked)) != (answered, asked):
        found.wrong.append(f"{where} group asked: an earlier row says otherwise of “{group}”. Put one of them right.")


def _missing(rows: Sequence[Row], sheet: str, questions: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A line for every answer that has no row: nothing is ever taken for a 0."""
    given: dict[tuple[str, str], set[str]] = {}
    for words, group, answer, _ in rows:
        given.setdefault((words, group), set()).add(answer)
    for (words, group), answers in given.items():
        for answer in questions[words]:
            if answer not in answers:
                of = f"“{words[:60]}”, {group or 'everybody'}"
                yield f"{sheet}: {of}: the answer “{answer}” has no row. Add it, with 0 where nobody gave it."


def workbook(rows: Iterable[Sequence[str | int]], title: str) -> bytes:
    """The same rows as an Excel workbook."""
    import xlsxwriter

    out = io.BytesIO()
    told = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, told) as written:
        written.set_properties({"title": title, "author": "Matters Arising"})
        sheet = written.add_worksheet("Counts")
        bold = written.add_format({"bold": True})
        for at, width in enumerate((60, 24, 30, 10, 16, 16)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, TITLES[at], bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, at, cell)
                else:
                    sheet.write_string(number, at, neutralised(fitting(cell)))
    return out.getvalue()
