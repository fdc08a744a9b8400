"""What stands where in the workbook of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds."""

    WORDS = "words"
    POUNDS = "pounds"
    NUMBER = "number"
    PERCENT = "percent"
    YEAR = "year"
    DAY = "day"
    RAMP = "ramp"


@dataclass(frozen=True)
class Column:
    """A column, or a line of the first sheet. ``by_year`` stands once for each year, with the year behind its title."""

    name: str
    title: str
    kind: Kind
    holds: str
    needed: bool = False
    by_year: bool = False


ABOUT = (
    Column("council", "Council", Kind.WORDS, "Whose plan it is", needed=True),
    Column("title", "Title", Kind.WORDS, "What the plan is called, as in the report"),
    Column("made_on", "Made on", Kind.DAY, "The day it was made, such as 4 March 2024"),
    Column("made_by", "Made by", Kind.WORDS, "The post that made it"),
    Column("first", "First year", Kind.YEAR, "The plan's first financial year, such as 2024/25", needed=True),
    Column("years", "Years", Kind.NUMBER, "How many years it covers, the first included: up to 30", needed=True),
    Column(
        "opening",
        "Opening balance",
        Kind.POUNDS,
        "The balance carried into the first year, in pounds; a deficit below 0, with a minus",
        needed=True,
    ),
    Column(
        "funding_growth",
        "Growth of funding",
        Kind.PERCENT,
        "A year, after the last year on the sheet funding; from the high needs block and other income",
    ),
    Column(
        "growth", "Growth, give or take", Kind.PERCENT, "By how many points the growth of plans may miss, 8 times in 10"
    ),
    Column(
        "inflation", "Inflation, give or take", Kind.PERCENT, "By how many points inflation may miss, 8 times in 10"
    ),
    Column(
        "funding",
        "Funding, give or take",
        Kind.PERCENT,
        "By how many points the growth of funding may miss, 8 times in 10",
    ),
)
COHORTS = (
    Column("age", "Age band", Kind.WORDS, "Such as 5 to 10; all where plans are not told apart by age"),
    Column("need", "Need", Kind.WORDS, "Such as autistic spectrum disorder"),
    Column("placement", "Placement", Kind.WORDS, "Such as mainstream, unit, state special, independent, post-16"),
    Column("plans", "Plans", Kind.NUMBER, "How many plans there are in the first year, on average", needed=True),
    Column("unit_cost", "Unit cost", Kind.POUNDS, "What one plan costs in the first year, in pounds", needed=True),
    Column("growth", "Growth", Kind.PERCENT, "Of the number of plans, a year, from the second year on"),
    Column("inflation", "Inflation", Kind.PERCENT, "Of the unit cost, a year, from the second year on"),
    Column("give_or_take", "Growth, give or take", Kind.PERCENT, "By how much its own growth may miss, 8 times in 10"),
    Column("growth_in", "Growth in", Kind.PERCENT, "The growth of one year, where it is another", by_year=True),
)
FUNDING = (
    Column("year", "Year", Kind.YEAR, "A financial year: the first, and others as far as known", needed=True),
    Column("high_needs", "High needs block", Kind.POUNDS, "The allocation, in pounds", needed=True),
    Column("other", "Other income", Kind.POUNDS, "What else comes in for high needs, in pounds"),
    Column("schools_block", "Schools block", Kind.POUNDS, "Of which something is transferred, in pounds"),
    Column("transfer", "Transfer", Kind.PERCENT, "The share of it that is transferred; usually 0.5% at most"),
)
MITIGATIONS = (
    Column("name", "Mitigation", Kind.WORDS, "What is done", needed=True),
    Column("starts", "Starts", Kind.YEAR, "The first year in which it saves", needed=True),
    Column("ends", "Ends", Kind.YEAR, "The last year in which it saves; empty where it goes on"),
    Column("saving", "Saving in a full year", Kind.POUNDS, "In pounds, once it runs wholly", needed=True),
    Column(
        "ramp",
        "Ramp",
        Kind.RAMP,
        "In how many years it comes up to that, in equal steps (3: a third, two thirds, all); or the shares of its"
        " years, such as 25%, 60%, 100%",
    ),
    Column("confidence", "Confidence", Kind.PERCENT, "Which share of it is expected to come; 100% where empty"),
    Column("delivered", "Delivered in", Kind.POUNDS, "What it did save in a year, in pounds", by_year=True),
)
OUTTURN = (
    Column("year", "Year", Kind.YEAR, "A financial year that has ended", needed=True),
    Column("in_year", "In-year balance", Kind.POUNDS, "What the year added, in pounds; a deficit below 0"),
    Column("cumulative", "Cumulative balance", Kind.POUNDS, "What stood at its end, in pounds; below 0", needed=True),
    Column("source", "Source", Kind.WORDS, "Where that is published"),
)
SHEETS: dict[str, tuple[Column, ...]] = {
    "about": ABOUT,
    "cohorts": COHORTS,
    "funding": FUNDING,
    "mitigations": MITIGATIONS,
    "outturn": OUTTURN,
}
"""The sheets with a row of titles; ``about`` has a line for each of its columns instead."""


def key(title: object) -> str:
    """A title as it is compared: small letters, one space."""
    return " ".join(str(title or "").casefold().split())
