"""The table of judgements: each area and its grade, however the table was set and taken from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arising.documents import Document
from arising.reading.inspections.inspection import Judgement
from arising.reading.inspections.schemes import AREA_WORDS, AREAS, area_named, grade_named

REACH = 9000
"""Within how many characters the table stands."""

_BEGINS = re.compile(
    r"(?:\d[\d.]* +)?(?:the impact of|the experiences|experiences and progress|overall effectiveness"
    r"|children (?:who|looked)|adoption performance|leadership, management"
    r"|the effectiveness of the local safeguarding)",
    re.IGNORECASE,
)
_GRADE_PART = re.compile(
    r"(?:outstanding|good|inadequate|requires?(?: improvement)?(?: to(?: be(?: good)?)?)?"
    r"|improvement(?: to(?: be(?: good)?)?)?|(?:to )?be good|to(?: be)?)[.*\d]?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"improvement|to\b|be\b", re.IGNORECASE)
_WAITS = re.compile(r"(?:requires?|to|be)$", re.IGNORECASE)
_AT_END = re.compile(
    r"^(?P<area>.{3,160}?)[\s:–-]+(?P<grade>outstanding|good|inadequate|requires? improvement(?: to be good)?)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_SAID = r"outstanding|good|inadequate|requires? improvement(?: to be\s+good)?"
_OVERALL = re.compile(
    rf"the overall judgement is that children[’']s services (?:(?:are|is)\s+)?(?P<grade>{_SAID})"
    rf"|children[’']s services in [^\n.]{{2,60}}? (?:(?:are|is)\s+)?(?P<named>{_SAID})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Cell:
    """A stretch of the table that is part of an area or of a grade."""

    start: int
    end: int
    words: str


def table_of_judgements(document: Document) -> tuple[list[Judgement], list[str]]:
    """The judgements of the table, in its order, and what could not be told.

    Areas and grades keep their order whether a table was taken by rows or by columns, so the first grade belongs to
    the first area. Where there is not one grade to an area, only an area with its grade right behind it is taken.
    """
    cells = list(_cells(document))
    areas_told, grades = _areas(cells), _grades(cells)
    if not areas_told:
        return [], []
    if len(areas_told) == len(grades):
        pairs = list(zip(areas_told, grades, strict=True))
        left: list[list[Cell]] = []
    else:
        pairs, left = _beside(areas_told, grades)
    judgements = [judged for area, grade in pairs if (judged := _judgement(document, area, grade))]
    told = [f"no grade could be told for “{_said(area)}”" for area in left]
    return judgements, told


def beside_its_name(document: Document, area: str) -> Judgement | None:
    """The judgement of an area whose grade stands right behind its name: in a table that was taken as one paragraph, or
    in the heading of its section."""
    words = dict(AREA_WORDS)[area].pattern
    footnote = r"(?:\s+\d(?=\s+[A-Z]))?"
    name = rf"(?:the\s+)?(?:experiences\s+and\s+)?(?:{words})(?:\s+with\s+children\s+and\s+families)?{footnote}"
    grade = rf"(?P<grade>{_SAID})(?=[\s.]*(?:$|\n|\d|The\s|Ofsted\s|Overall\s|Children\s|Adoption\s|Leadership))"
    match = re.search(rf"(?i:{name}\s*(?:[:–—-]|\bis\b|\bare\b)?\s*){_capital(grade)}", document.text)
    key = grade_named(" ".join(match["grade"].split())) if match else None
    if match is None or key is None:
        return None
    start, end = match.start(), match.end("grade")
    return Judgement(
        quote=document.text[start:end], start=start, end=end, page=_page(document, start), area=area, name=AREAS[area],
        grade=key,
    )  # fmt: skip


def _capital(grade: str) -> str:
    """A pattern of grades that begin with a capital or not, without letting what must follow them do so."""
    return re.sub(
        r"\b(outstanding|good|inadequate|requires)", lambda m: f"[{m[1][0].upper()}{m[1][0]}]{m[1][1:]}", grade
    )


def overall_in_words(document: Document) -> Judgement | None:
    """The overall judgement of a report that says it in a sentence, as those of the single inspection framework do."""
    for match in _OVERALL.finditer(document.text[:REACH]):
        group = "grade" if match["grade"] else "named"
        grade = grade_named(" ".join(match[group].split()))
        if grade:
            start, end = match.span()
            page = _page(document, start)
            return Judgement(
                quote=document.text[start:end], start=start, end=end, page=page,
                area="overall", name=AREAS["overall"], grade=grade,
            )  # fmt: skip
    return None


def _cells(document: Document) -> Iterator[Cell]:
    """The cells of the table in reading order: from the first area on, as long as there are areas and grades."""
    begun, passed = False, 0
    for start, end in _stretches(document):
        words = " ".join(document.text[start:end].split())
        begins = _BEGINS.match(words) is not None and len(words) < 140 and not words.endswith(".")
        fits = _GRADE_PART.fullmatch(words) is not None or begins
        if not begun:
            if begins and ":" not in words:
                begun = True
                yield Cell(start, end, words)
            continue
        if fits or (len(words) < 60 and _goes_on(words)):
            passed = 0
            yield Cell(start, end, words)
            continue
        passed += 1
        if passed > 1 or len(words) > 160:
            return


def _goes_on(words: str) -> bool:
    """Whether a short piece is the rest of an area's name: "and families", "protection", "permanence"."""
    return words[0].islower() or bool(re.fullmatch(r"\d[\d.]*", words))


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The cells and paragraphs of the first pages, an area and a grade on one line taken apart."""
    for block in document.blocks:
        if block.start > REACH:
            return
        for start, end in block.cells or ((block.start, block.end),):
            match = _AT_END.match(document.text[start:end])
            if match and ":" not in match["area"] and (_BEGINS.match(match["area"]) or _is_rest(match["area"])):
                yield start, start + match.end("area")
                yield start + match.start("grade"), end
            elif start < end:
                yield start, end


def _is_rest(words: str) -> bool:
    """Whether words are the second line of an area's name: "permanence", before its grade on that line."""
    return words[0].islower() and len(words) < 60


def _areas(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells of each area's name, put together."""
    found: list[list[Cell]] = []
    for cell in cells:
        if _GRADE_PART.fullmatch(cell.words):
            continue
        if _BEGINS.match(cell.words):
            found.append([cell])
        elif found and not cell.words[0].isdigit():
            found[-1].append(cell)
    return found


def _grades(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells of each grade, "to be good" put to the "Requires improvement" before it."""
    found: list[list[Cell]] = []
    for cell in cells:
        if not _GRADE_PART.fullmatch(cell.words):
            continue
        if found and (_GOES_ON.match(cell.words) or _WAITS.search(found[-1][-1].words)):
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def _beside(
    areas_told: Sequence[list[Cell]], grades: Sequence[list[Cell]]
) -> tuple[list[tuple[list[Cell], list[Cell]]], list[list[Cell]]]:
    """Each area with the one grade that stands between its name and the next, and the areas that have none."""
    pairs, left = [], []
    for number, area in enumerate(areas_told):
        until = areas_told[number + 1][0].start if number + 1 < len(areas_told) else None
        between = [g for g in grades if g[0].start >= area[0].start and (until is None or g[0].start < until)]
        if len(between) == 1:
            pairs.append((area, between[0]))
        else:
            left.append(area)
    return pairs, left


def _judgement(document: Document, area: Sequence[Cell], grade: Sequence[Cell]) -> Judgement | None:
    said = _said(area)
    key, graded = area_named(said), grade_named(_said(grade))
    if not key or graded is None:
        return None
    cells = [*area, *grade]
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    name = re.sub(r"^\d[\d.]* +", "", said)
    page = _page(document, start)
    return Judgement(quote=document.text[start:end], start=start, end=end, page=page, area=key, name=name, grade=graded)


def _said(cells: Sequence[Cell]) -> str:
    return " ".join(" ".join(cell.words for cell in cells).split())


def _page(document: Document, start: int) -> int | None:
    block = document.block_at(start)
    return block.place.page if block else None
