"""Taking high-needs forecasts in, and saying how years ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.measures.forecast import Plan
from arising.measures.forecast.answering import work_out
from arising.measures.forecast.balances import PublishedBalance
from arising.measures.forecast.stored import as_rows
from arising.measures.forecast.words import exact, usual_year
from arising.measures.forecast.workbook import NotRead, read
from arising.measures.forecast.years import Year, last_day, told
from arising.measures.statistics import SMALLEST
from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council, Item
from arising.register.improvement.models import Forecast, Outturn, Paper
from arising.register.improvement.operations.papers import keep_paper
from arising.register.record.texts import storable

FIRST_YEAR, LAST_YEAR = 2006, 2100
"""The dedicated schools grant began in 2006/07."""


def keep_forecast(
    council: Council, content: bytes, name: str, *,
    title: str = "", made_on: date | None = None, made_by: str = "", item: Item | None = None, told_to: str = "",
    seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Forecast:  # fmt: skip
    """Keep a forecast: its workbook byte for byte, what stands in it, and what it comes to.

    Title, day and maker are those of the workbook where they are not given. Outturns that stand in it are taken over
    for years of which there is none. The same bytes again are the forecast that they became.

    Raises ValidationError for a workbook that is no plan, with a line for each cell that cannot be read, where nobody
    says on what day it was made, and for everybody to see where a cohort is so small that a child might be recognised.
    """
    require(actor, "improvement.keep", council)
    try:
        plan = read(content, file=storable(name)[-200:])
    except NotRead as trouble:
        raise ValidationError({"file": [storable(str(each)) for each in trouble.troubles]}) from trouble
    if seen.audience == Audience.PUBLIC and (small := _small(plan)):
        which = f"{small} cohorts have" if small > 1 else "1 cohort has"
        what = f"{which} fewer than {SMALLEST} plans, and a child might be recognised."
        raise ValidationError({"audience": f"{what} Put them together, or let it not be seen by everybody."})
    made_on = made_on or plan.made_on
    if made_on is None:
        raise ValidationError({"made_on": "Say on what day it was made: the workbook does not."})
    if made_on > timezone.localdate():
        raise ValidationError({"made_on": "That day has not come yet. Give the day on which it was made."})
    ends = settings.OVERRIDE_ENDS
    results = work_out(plan, override_ends=ends, by=usual_year(plan, ends))
    with transaction.atomic():
        paper = _paper(council, content, name, plan, made_on, seen, actor=actor, why=why)
        known = Forecast.objects.filter(council=council, paper=paper).first()
        if known is not None:
            return known
        kept = Forecast(
            council=council, paper=paper, title=(storable(title).strip() or plan.title or "High-needs plan")[:300],
            made_on=made_on, made_by=(storable(made_by).strip() or plan.made_by)[:300], item=item,
            told_to=storable(told_to).strip()[:300], inputs=as_rows(plan), results=as_rows(results),
            rules=results.rules, audience=seen.audience, visible_from=seen.visible_from, added_by=actor,
        )  # fmt: skip
        save(kept, actor=actor, why=why)
        _take_outturns(kept, plan, name, actor=actor, why=why)
    return kept


def withdraw_forecast(forecast: Forecast, *, actor: Actor, why: str) -> Forecast:
    """Say that a forecast was brought in by mistake. It stays, with the reason, and is held against nothing.

    Raises ValidationError without a reason, and for one that is withdrawn already.
    """
    require(actor, "improvement.keep", forecast.council)
    why = storable(why).strip()
    if not why:
        raise ValidationError({"why": "Say why it is withdrawn. Everybody who sees it reads that."})
    if forecast.withdrawn_on is not None:
        raise ValidationError("It is withdrawn already.")
    forecast.withdrawn_on, forecast.withdrawn_why = timezone.localdate(), why[:1000]
    return save(forecast, actor=actor, why=why)


def add_outturn(
    council: Council, year: Year, cumulative: int, *,
    in_year: int | None = None, source: str, link: str = "", seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Outturn:  # fmt: skip
    """Say how a financial year ended. A later one for the same year counts in place of it.

    Raises ValidationError for a year that has not ended, and without a source.
    """
    require(actor, "improvement.keep", council)
    wrong: dict[str, str] = {}
    if not FIRST_YEAR <= year <= LAST_YEAR or last_day(year) >= timezone.localdate():
        wrong["year"] = f"{told(year)} has not ended, or was before the grant. Give a year that has ended."
    if not storable(source).strip():
        wrong["source"] = "Say where that stands: the statement of accounts, a report, a published table."
    if max(abs(cumulative), abs(in_year or 0)) >= 10**12:
        wrong["cumulative"] = "That is more than there can be. Give it in pounds."
    if wrong:
        raise ValidationError(wrong)
    return save(
        Outturn(
            council=council, year=year, cumulative=cumulative, in_year=in_year, source=storable(source).strip()[:500],
            link=link, audience=seen.audience, visible_from=seen.visible_from, added_by=actor,
        ),
        actor=actor, why=why,
    )  # fmt: skip


def take_published_balance(
    council: Council, balance: PublishedBalance, income: int, *,
    income_source: str, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Outturn:  # fmt: skip
    """Keep what was published of a year, a share of its income, as its outturn in pounds. ``income`` is the dedicated
    schools grant and other income of that year, in pounds.

    Raises ValidationError for an income that there cannot be or without its source, and as ``add_outturn``.
    """
    wrong: dict[str, str] = {}
    if not 0 < income < 10**12:
        wrong["income"] = "Give the income of the year in pounds, above 0."
    if not (stands := storable(income_source).strip()):
        wrong["income_source"] = "Say where the income stands: the statement of accounts, the section 251 return."
    if wrong:
        raise ValidationError(wrong)
    worked = f"{balance.source}: {balance.share} of the year’s income of {exact(income)} ({stands})"
    cumulative = int(balance.outturn(Decimal(income)).cumulative)
    return add_outturn(council, balance.year, cumulative, source=worked, seen=seen, actor=actor, why=why)


def drop_outturn(outturn: Outturn, *, actor: Actor, why: str) -> None:
    """Take an outturn away that was wrong. Its history stays, and the one before it counts again."""
    require(actor, "improvement.keep", outturn.council)
    remove(outturn, actor=actor, why=why)


def _small(plan: Plan) -> int:
    """How many cohorts are too small for everybody to see. One without plans is no secret."""
    return sum(0 < one.plans < SMALLEST for one in plan.cohorts)


def _paper(
    council: Council, content: bytes, name: str, plan: Plan, made_on: date, seen: Seen, *, actor: Actor, why: str
) -> Paper:
    title = f"{plan.title or 'High-needs plan'} (workbook)"
    return keep_paper(council, content, name, title=title, dated=made_on, seen=seen, actor=actor, why=why)


def _take_outturns(forecast: Forecast, plan: Plan, name: str, *, actor: Actor, why: str) -> None:
    """Take over the outturns of a workbook for years of which there is none that its readers see."""
    wider = sorted(Audience(forecast.audience).up_to_here())
    known = Outturn.objects.filter(council=forecast.council, audience__in=wider, visible_from=None)
    there = set(known.values_list("year", flat=True))
    for one in plan.outturns:
        if one.year not in there and one.year >= FIRST_YEAR and last_day(one.year) < timezone.localdate():
            source = one.source or f"{forecast.title}, sheet outturn of {name}"
            add_outturn(
                forecast.council, one.year, one.cumulative, in_year=one.in_year, source=source, seen=forecast.seen,
                actor=actor, why=why,
            )  # fmt: skip
