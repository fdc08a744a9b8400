"""Figures of one measure through the years: in words, as a chart, in a table, to whom."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.matters import drawing, queries
from arising.register.matters.models import Matter, Suggestion
from arising.register.matters.operations import confirm_suggestion
from arising.register.record.models import Figure, Topic
from arising.register.record.operations import amend, set_visibility
from register.matters.conftest import Put
from register.matters.test_pages import read

TOLD = "88% on 5 March 2030, then 66% on 1 October 2030."


@pytest.fixture
def potholes(council: Council, clerk: User) -> Matter:
    """A matter of two topics, each with a figure for the potholes mended."""
    found = Suggestion.objects.get(a__heading="Potholes", b__heading="Potholes and kerbs")
    return confirm_suggestion(found, actor=clerk)


def chart_of(page: str) -> str:
    """The address of the first chart on a page."""
    found = re.search(r'<img class="chart" src="([^"]+)"', page)
    assert found
    return found[1]


def test_a_matter_tells_its_figures_in_words_first_then_a_chart_then_a_table(client: Client, potholes: Matter) -> None:
    page = read(client, potholes.get_absolute_url())
    told = page.index(f'<p class="govuk-body">{TOLD}')
    assert told < page.index('<img class="chart"') < page.index('<th scope="row" class="govuk-table__header">5 March')
    assert f'alt="Line chart: {TOLD}"' in page


def test_each_figure_leads_to_its_words(client: Client, potholes: Matter) -> None:
    page = read(client, potholes.get_absolute_url())
    table = page[page.index('<img class="chart"') :].partition("</table>")[0]
    for figure in Figure.objects.filter(unit="%"):
        assert f'#{figure.anchor}">“{figure.quote}”</a>' in table


def test_the_chart_is_a_picture_with_a_name_and_a_description(client: Client, potholes: Matter) -> None:
    answer = client.get(chart_of(read(client, potholes.get_absolute_url())))
    assert answer["Content-Type"] == "image/svg+xml"
    picture = ElementTree.fromstring(answer.content.decode())
    assert picture.get("role") == "img"
    name, description = picture[0], picture[1]
    assert (name.tag.rpartition("}")[2], description.tag.rpartition("}")[2]) == ("title", "desc")
    assert description.text == TOLD
    drawn = {text.text for text in picture.iter() if text.tag.endswith("}text")}
    assert {"88%", "66%", "Mar 2030", "Oct 2030"} <= drawn


def test_the_chart_holds_no_script_and_no_style(client: Client, potholes: Matter) -> None:
    answer = client.get(chart_of(read(client, potholes.get_absolute_url())))
    drawn = answer.content.decode()
    assert "<svg" in drawn
    assert [word for word in ("<script", "style=", "<style", "href=") if word in drawn] == []
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_topic_with_what_may_be_the_same_matter_has_a_chart_too(client: Client, council: Council) -> None:
    page = read(client, reverse("topic", args=[Topic.objects.get(heading="Potholes").pk]))
    assert TOLD in page
    assert client.get(chart_of(page)).status_code == 200


def test_a_single_figure_is_no_series(client: Client, potholes: Matter, clerk: User) -> None:
    october = Figure.objects.get(value=66)
    set_visibility(october.source, Audience.CLERKS, actor=clerk, why="Exempt")
    page = read(client, potholes.get_absolute_url())
    assert "88% of potholes" in page
    assert "How have the figures changed?" not in page


def test_a_chart_is_seen_by_whoever_may_see_all_of_its_figures(client: Client, potholes: Matter, clerk: User) -> None:
    address = chart_of(read(client, potholes.get_absolute_url()))
    set_visibility(Figure.objects.get(value=66).source, Audience.CLERKS, actor=clerk, why="Exempt")
    assert client.get(address).status_code == 404
    client.force_login(clerk)
    assert client.get(address).status_code == 200


def test_a_chart_that_there_is_none_of_is_not_found(client: Client, potholes: Matter) -> None:
    assert client.get(reverse("matter-chart", args=[potholes.slug, "0" * 16])).status_code == 404


def test_a_figure_that_was_amended_has_another_chart(client: Client, potholes: Matter, clerk: User) -> None:
    before = chart_of(read(client, potholes.get_absolute_url()))
    amend(Figure.objects.get(value=66), {"value": 67}, actor=clerk, why="Misread")
    page = read(client, potholes.get_absolute_url())
    assert "then 67% on 1 October 2030" in page
    assert chart_of(page) != before
    assert client.get(before).status_code == 404


@pytest.mark.parametrize("change", [{"high": 90.0}, {"of": 100.0}])
def test_a_range_or_a_share_of_a_whole_is_not_drawn_as_a_point(
    client: Client, potholes: Matter, clerk: User, change: dict[str, float]
) -> None:
    amend(Figure.objects.get(value=66), change, actor=clerk, why="Misread")
    assert "How have the figures changed?" not in read(client, potholes.get_absolute_url())


def test_of_many_figures_the_first_and_the_last_are_told(put: Put, council: Council, clerk: User) -> None:
    october = Figure.objects.get(value=66)
    suggestion = Suggestion.objects.get(a__heading="Potholes", b__heading="Potholes and kerbs")
    for number in range(4):
        text = f"Discussion:\n\n· Potholes – the Director of Roads said that {50 + number}% of potholes were mended.\n"
        put(text, f"2031-0{number + 1}-07")
    matter = confirm_suggestion(suggestion, actor=clerk)
    for pk in Topic.objects.filter(heading="Potholes", source__meeting__latest__year=2031).values_list("pk", flat=True):
        matter.members.create(topic_id=pk)
    (series,) = queries.matter(None, matter.slug).series
    assert [point.figure.value for point in series.points] == [88, october.value, 50, 51, 52, 53]
    assert series.words == "88% on 5 March 2030, then 4 more figures, then 53% on 7 April 2031."
    assert ">53%</text>" in drawing.chart(series)
    assert ">51%</text>" not in drawing.chart(series)
