"""The sample council has what the register and the tutorial need: three years, four formats, every audience rule."""

from datetime import UTC, date, datetime

import pytest

from arising.documents import open_document
from arising.sample import SampleDocument, documents
from arising.sample.council import MINUTES

# Days on which no council meets, from the first meeting to the last (England and Wales).
BANK_HOLIDAYS = {
    date(2023, 8, 28), date(2023, 12, 25), date(2023, 12, 26), date(2024, 1, 1), date(2024, 3, 29),
    date(2024, 4, 1), date(2024, 5, 6), date(2024, 5, 27), date(2024, 8, 26), date(2024, 12, 25),
    date(2024, 12, 26), date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 5),
    date(2025, 5, 26), date(2025, 8, 25), date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1),
}  # fmt: skip

SAMPLE = documents()


def named(name: str) -> SampleDocument:
    (found,) = [document for document in SAMPLE if document.path.name == name]
    return found


@pytest.mark.parametrize("sample", SAMPLE, ids=lambda sample: sample.path.name)
def test_every_document_opens(sample: SampleDocument) -> None:
    document = open_document(sample.path)
    assert document.blocks
    assert document.sha256


def test_every_file_is_one_document() -> None:
    assert sorted(document.path for document in SAMPLE) == sorted(MINUTES.iterdir())


def test_every_format_is_there() -> None:
    assert {document.path.suffix for document in SAMPLE} == {".html", ".pdf", ".docx", ".txt"}


def test_the_committee_meets_nine_times_in_three_municipal_years_and_cabinet_once() -> None:
    committee = "Children and Young People Overview and Scrutiny Committee"
    meetings = {document.date for document in SAMPLE if document.body == committee}
    assert len(meetings) == 9
    assert {day.year - (day.month < 5) for day in meetings} == {2023, 2024, 2025}
    others = {(document.body, document.date) for document in SAMPLE if document.body != committee}
    assert others == {("Cabinet", date(2024, 9, 10))}


def test_meetings_are_on_working_days() -> None:
    for document in SAMPLE:
        assert document.date.weekday() < 5
        assert document.date not in BANK_HOLIDAYS


def test_documents_come_earliest_first() -> None:
    days = [document.date for document in SAMPLE]
    assert days == sorted(days)


def test_only_the_exempt_minute_is_kept_from_the_public() -> None:
    kept = [document.path.name for document in SAMPLE if document.audience != "public"]
    assert kept == ["2024-10-17-children-exempt.txt"]
    assert named("2024-10-17-children-exempt.txt").audience == "members"


def test_the_commissioners_report_may_be_seen_only_after_its_embargo() -> None:
    moments = {document.path.name: document.visible_from for document in SAMPLE if document.visible_from}
    assert moments == {"2024-01-18-children-commissioner.html": datetime(2024, 1, 19, 10, 30, tzinfo=UTC)}


def test_the_meetings_have_the_length_of_real_ones() -> None:
    words: dict[tuple[str, date], int] = {}
    for sample in SAMPLE:
        if sample.audience == "public":
            at = (sample.body, sample.date)
            words[at] = words.get(at, 0) + len(open_document(sample.path).text.split())
    assert all(700 <= count <= 2500 for count in words.values()), words
