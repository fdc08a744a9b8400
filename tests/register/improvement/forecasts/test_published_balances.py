"""How years ended, as was published: a share of the year's income, and pounds where the income is known."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.models import Outturn
from arising.register.improvement.operations import take_published_balance
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.operations import set_area, take_in

WHY = "For a test"
FILE = """time_period,geographic_level,region_name,la_name,deficit,\
DSG cumulative balance as a % of the total income,financial_year
202122,Local authority,South East,Medway,4.5,-4.5,2021-22
202021,Local authority,South East,Medway,-1.5,1.5,2020-21
201920,Local authority,South East,Medway,z,z,2019-20
"""


@pytest.fixture
def published(council: Council) -> Council:
    set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
    take_in(FILE.encode(), "balances.csv", actor=None)
    return council


def test_each_year_stands_with_its_share_and_its_row(published: Council) -> None:
    told = [(one.year, one.share, one.source) for one in queries.published_balances(None, published)]
    assert told == [(2020, "1.5%", "balances.csv, row 3"), (2021, "−4.5%", "balances.csv, row 2")]


def test_nothing_is_known_of_a_council_that_is_no_area(council: Council) -> None:
    assert queries.published_balances(None, council) == ()


def test_a_share_becomes_pounds_and_says_how(published: Council) -> None:
    take_published_balance(
        published, queries.published_balances(None, published)[1], 231_500_000,
        income_source="statement of accounts, page 31", actor=None, why=WHY,
    )  # fmt: skip
    one = Outturn.objects.get()
    assert (one.year, one.cumulative) == (2021, -10_417_500)
    assert one.source == (
        "balances.csv, row 2: −4.5% of the year’s income of £231,500,000 (statement of accounts, page 31)"
    )


@pytest.mark.parametrize(("income", "source", "wrong"), [(0, "accounts", "income"), (10**12, "accounts", "income"),
                                                         (5, " ", "income_source")])  # fmt: skip
def test_an_income_that_cannot_be_is_refused(published: Council, income: int, source: str, wrong: str) -> None:
    balance = queries.published_balances(None, published)[0]
    with pytest.raises(ValidationError) as raised:
        take_published_balance(published, balance, income, income_source=source, actor=None, why=WHY)
    assert set(raised.value.message_dict) == {wrong}
    assert not Outturn.objects.exists()


def test_an_officer_who_keeps_nothing_may_not(published: Council, officer: User) -> None:
    balance = queries.published_balances(officer, published)[0]
    with pytest.raises(PermissionDenied):
        take_published_balance(published, balance, 5, income_source="accounts", actor=officer, why=WHY)


def test_the_page_shows_what_was_published_and_a_keeper_takes_it_over(
    client: Client, published: Council, keeper: User
) -> None:
    page = f"/improvement/{published.slug}/forecasts/"
    assert "2020/21 1.5%" in client.get(page).content.decode()
    client.force_login(keeper)
    sent = {"year": "2021", "income": "100000000", "income_source": "accounts", "audience": "public"}
    answer = client.post(f"/improvement/{published.slug}/outturns/published/", sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert "−£4,500,000" in client.get(page).content.decode()


def test_there_is_no_such_form_where_nothing_was_published(client: Client, council: Council, keeper: User) -> None:
    client.force_login(keeper)
    assert client.get(f"/improvement/{council.slug}/outturns/published/").status_code == 404
