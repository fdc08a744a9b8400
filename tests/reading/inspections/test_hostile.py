"""What holds of every document, however its pieces are mixed: no fault, and every quote in its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from arising.documents import SourceError, open_document
from arising.reading.inspections import inspect
from reading.inspections import reports
from reading.inspections.writing import written

PIECES = sorted({part for parts in reports.ALL.values() for part in parts}, key=lambda part: (part.kind, part.words))
OPENINGS = [parts[:3] for parts in reports.ALL.values()]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(OPENINGS), st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["txt", "html"])
)  # fmt: skip
def test_no_mixture_of_pieces_is_a_fault_and_every_quote_is_in_its_place(opening, parts, form) -> None:
    try:
        document = open_document(written((*opening, *parts), form), name="report")
        report = inspect(document)
    except SourceError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017
        return
    assert all(document.text[quoted.start : quoted.end] == quoted.quote for quoted in report.quoted())
    assert all(quoted.quote.strip() == quoted.quote != "" for quoted in report.quoted())
