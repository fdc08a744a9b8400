"""The one page for members."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council
from arising.register.indicators import operations, printing, queries
from arising.register.indicators.models import Indicator, StatisticalArea
from arising.register.programme.printing import pango
from register.indicators.conftest import Publish
from register.indicators.figures import EVERYWHERE, MEDWAY, WORSE, referrals
from register.planted.reported import TOLD
from register.programme.forms import insides, language, needs_pango, tags, words_in

ADDRESS = "/areas/E06000035/dashboard"
SMALLEST = 12
"""In points."""


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2025-11-20T12:00+00:00")


@pytest.fixture
def published(publish: Publish) -> None:
    publish(referrals({MEDWAY: WORSE, **EVERYWHERE}))


def keys(dashboard: queries.Dashboard) -> list[str]:
    return [line.card.key for line in dashboard.lines]


def sizes(content: bytes) -> list[float]:
    """The size of every letter of a PDF, in points."""
    page = pypdfium2.PdfDocument(content)[0]
    text = page.get_textpage()
    return [
        pdfium.FPDFText_GetFontSize(text, at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()
    ]


@pytest.mark.usefixtures("published")
def test_what_stands_out_comes_first(medway: StatisticalArea) -> None:
    held = queries.dashboard(None, medway)
    assert len(held.lines) > 1
    assert keys(held)[0] == "re-referrals"
    assert held.lines[0].briefly == "Worse, beyond noise"


@pytest.mark.usefixtures("published")
def test_a_reader_chooses_what_stands_on_it(medway: StatisticalArea) -> None:
    assert keys(queries.dashboard(None, medway, ["re-referrals", "no-such-key"])) == ["re-referrals"]
    assert [line.card.key for line in queries.dashboard(None, medway, ["re-referrals"]).others]


@pytest.mark.usefixtures("published")
def test_the_page_says_each_figure_with_its_age_and_what_it_is_beside_england(client: Client) -> None:
    said = client.get(f"{ADDRESS}/", {"of": "re-referrals"}).content.decode()
    assert "<strong>60%</strong>, 2024/25, 7 months old" in said
    assert "worse than 21%" in said
    assert "From 20% in 2012/13 to 60% in 2024/25" in said


@pytest.mark.usefixtures("published")
def test_a_target_for_officers_is_on_no_page_for_the_public(
    client: Client, council: Council, rereferrals: Indicator, medway: StatisticalArea
) -> None:
    variant = rereferrals.card.variants[0].key
    seen = Seen(Audience.OFFICERS)
    operations.set_target(council, rereferrals, variant, 13, set_by="the Board", seen=seen, **TOLD)
    assert "target 13%" not in client.get(f"{ADDRESS}/").content.decode()
    operations.set_target(council, rereferrals, variant, 14, set_by="the Board", **TOLD)
    assert "target 14%" in client.get(f"{ADDRESS}/").content.decode()


@pytest.mark.django_db
def test_an_area_that_nobody_knows_has_no_page(client: Client) -> None:
    assert client.get("/areas/E99/dashboard/").status_code == 404
    assert client.get("/areas/E99/dashboard.pdf").status_code == 404


@pytest.fixture
def made(published: None, medway: StatisticalArea) -> bytes:
    return printing.as_pdf(queries.dashboard(None, medway), site="https://scrutiny.example")


@needs_pango
def test_it_is_one_tagged_page_with_its_language_and_title(made: bytes) -> None:
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert language(made) == "en-GB"
    assert document.get_metadata_value("Title") == "The figures of Medway on one page"
    assert b'pdfuaid:part="1"' in insides(made)


@needs_pango
def test_nothing_on_it_is_smaller_than_12_points(made: bytes) -> None:
    found = sizes(made)
    assert len(found) > 200
    assert min(found) >= SMALLEST


@needs_pango
def test_a_screen_reader_walks_its_heading_table_and_lines(made: bytes) -> None:
    found = tags(made)
    assert found.count("H1") == 1
    assert found.count("Table") == 1
    assert found.count("Figure") == found.count("TR") - 1
    assert b"From 20% in 2012/13 to 60% in 2024/25" in insides(made).replace(b"\\", b"")


@needs_pango
def test_it_stays_one_page_whatever_is_to_stand_on_it(
    published: None, medway: StatisticalArea, rereferrals: Indicator, client: Client
) -> None:
    for each in Indicator.objects.all():
        each.told["name"] = f"{each.name} {'and much more that makes a name long ' * 14}"
        each.save()
    held = queries.dashboard(None, medway)
    made = client.get(f"{ADDRESS}.pdf")
    assert made["Content-Disposition"] == 'attachment; filename="E06000035-dashboard.pdf"'
    assert len(pypdfium2.PdfDocument(made.content)) == 1
    shown = tags(made.content).count("TR") - 1
    assert 0 < shown < len(held.lines)
    assert f"{len(held.lines) - shown + len(held.others)} more indicator" in words_in("pdf", made.content)


def test_without_what_makes_a_pdf_the_page_says_what_to_install(
    published: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "is_here", lambda: False)
    assert "Print it" not in client.get(f"{ADDRESS}/").content.decode()
    answer = client.get(f"{ADDRESS}.pdf")
    assert answer.status_code == 404
    assert "install Pango" in answer.content.decode()
