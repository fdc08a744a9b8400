"""What was told of the high-needs deficit in a time, beside what was told before, and how years ended."""

from __future__ import annotations

from arising.measures.forecast import words
from arising.measures.forecast.running import Line
from arising.measures.forecast.years import last_day
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.forecasts import ForecastsPage, forecasts_page

ABOUT = "high needs, dedicated schools grant"


def forecasts_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """The last forecast of ``time`` beside the one before it, and the years that ended in ``time`` beside what was
    told of them."""
    page = forecasts_page(user, council)
    return [*_forecast(page, time), *_ended(page, time)]


def _forecast(page: ForecastsPage, time: Between) -> list[Change]:
    """Of what was told after the time nothing is said."""
    known = [one for one in page.held if one.made_on <= time.until]
    if not known or known[0].made_on < time.since:
        return []
    newest = known[0]
    vintages = [one for one in reversed(page.vintages) if one.made_on <= time.until]
    earlier = next((one for one in vintages[1:] if one.made_on < newest.made_on), None)
    line: Line = "mitigated" if newest.plan.mitigations else "unmitigated"
    said = [f"{newest}. {words.brief(vintages[0].positions, line)}"]
    said += [words.revised(earlier, vintages[0])] if earlier else []
    both = vintages[0].beside(earlier, line) if earlier else None
    moved = both is None or both[2] > both[1]
    return [Change(" ".join(filter(None, said)), newest.made_on, newest.get_absolute_url(), ABOUT, moved)]


def _ended(page: ForecastsPage, time: Between) -> list[Change]:
    found = []
    for year in page.years:
        if year.outturn is not None and time.since <= last_day(year.year) <= time.until:
            told = [one for one in year.told if one.vintage.made_on <= time.until]
            said = words.ended(year.outturn, told[-1] if told else None)
            moved = not told or not told[-1].missed_by or told[-1].missed_by > 0
            found.append(Change(said, last_day(year.year), page.address, ABOUT, moved))
    return found
