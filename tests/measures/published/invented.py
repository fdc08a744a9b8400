"""Published files that were never published, of places that do not exist."""

from __future__ import annotations

from collections.abc import Sequence

PLACES = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name"
)
ENGLAND = "National,E92000001,England,,,,,"
MARSH = "Regional,E92000001,England,E12000099,The Marsh,,,"
FENWICK = "Local authority,E92000001,England,E12000099,The Marsh,991,E06000991,Fenwick"
ORLEY = "Local authority,E92000001,England,E12000099,The Marsh,992,E06000992,Orley"

VALUES = "referral_count,rereferral_count,rereferral_percent"


def csv_of(*rows: str, titles: str = f"{PLACES},category,{VALUES}") -> bytes:
    """A file with these titles and rows."""
    return "\n".join((titles, *rows, "")).encode()


def row(area: str = FENWICK, values: str = "100,20,20", year: str = "2024", word: str = "Referrals") -> str:
    """A row of referrals."""
    return f"{year},Reporting year,{area},{word},{values}"


def referrals(*values: str, area: str = FENWICK, first: int = 2020) -> list[str]:
    """A row of referrals for each year from the first on."""
    return [row(area, told, str(year)) for year, told in enumerate(values, start=first)]


def lines(rows: Sequence[str]) -> bytes:
    return "\n".join(rows).encode()
