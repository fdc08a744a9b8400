"""How much of a line of what is told in sections is a link."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from arising.register.programme.pack import Entry, Section
from arising.register.programme.templatetags.pack import lead


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("1.3 Write a note on thresholds: 510 days overdue, due 30 June 2025.", "1.3 Write a note on thresholds"),
        ("Breakdown of costs. Director of People. Overdue by 12 days.", "Breakdown of costs"),
        ("The quality of supervision.", "The quality of supervision."),
        ("Scored 6.5 to 8, which is 1.5 more", "Scored 6.5 to 8, which is 1.5 more"),
        ("Dr. Ames: a reply", "Dr. Ames: a reply"),
        ("", ""),
    ],
)
def test_a_link_is_the_first_clause_of_its_line(words: str, link: str) -> None:
    assert lead(words) == link


def test_the_rest_of_a_line_stands_after_its_link() -> None:
    entry = Entry("1.3 Write a note on thresholds: 510 days overdue.", (), "/actions/3/")
    page = render_to_string("programme/parts/sections.html", {"told": {"sections": [Section("Late?", "1.", (entry,))]}})
    assert '<a class="govuk-link" href="/actions/3/">1.3 Write a note on thresholds</a>: 510 days overdue.' in page
