"""Invented published files in the layout of Explore Education Statistics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "new_la_code,la_name,category,referral_count,rereferral_count,rereferral_percent"
)
ENGLAND = "National,E92000001,England,,,,,"
SOUTH_EAST = "Regional,E92000001,England,E12000008,South East,,,"
MEDWAY = "Local authority,E92000001,England,E12000008,South East,887,E06000035,Medway"
KENT = "Local authority,E92000001,England,E12000008,South East,886,E10000016,Kent"
SWINDON = "Local authority,E92000001,England,E12000009,South West,866,E06000030,Swindon"
SUFFOLK = "Local authority,E92000001,England,E12000006,East of England,935,E10000029,Suffolk"
NORFOLK = "Local authority,E92000001,England,E12000006,East of England,926,E10000020,Norfolk"
THURROCK = "Local authority,E92000001,England,E12000006,East of England,883,E06000034,Thurrock"
YEARS = range(2013, 2026)


def referrals(percents: Mapping[str, Sequence[str | float]], first: int = 2013) -> bytes:
    """A file of re-referrals: for each area its percentages, a year each from ``first`` on."""
    lines = [HEAD]
    for area, values in percents.items():
        for year, value in enumerate(values, start=first):
            count = value if isinstance(value, str) else round(value * 10)
            lines.append(f"{year},Reporting year,{area},Referrals,1000,{count},{value}")
    return "\n".join([*lines, ""]).encode()


_CHILDREN = HEAD.replace(
    "category,referral_count,rereferral_count,rereferral_percent", "population_type,children_count"
)
POPULATION = f"{_CHILDREN},population_estimate,rate_per_10000"


def children(counts: Mapping[str, int], years: Sequence[int]) -> bytes:
    """A file of children looked after: for each area the children who live there, the same number each year."""
    kind = "Children looked after on 31 March each year"
    lines = [POPULATION]
    for area, count in counts.items():
        lines += [f"{year},Reporting year,{area},{kind},100,{count},{1_000_000 / count:.0f}" for year in years]
    return "\n".join([*lines, ""]).encode()


STEADY = [20.0, 22.0] * 6 + [21.0]
"""Thirteen years without a signal."""
WORSE = [*STEADY[:12], 60.0]
"""The same, and then a leap."""
EVERYWHERE = {ENGLAND: [21.0] * 13, SOUTH_EAST: [23.0] * 13, KENT: [24.0] * 13, SWINDON: [19.0] * 13}
