"""Records of invented meetings: minutes in, by their days."""

from __future__ import annotations

from arising.documents import open_document
from arising.reading import read
from arising.reading.record import Record

BODY = "Roads Committee"

MARCH = """\
Discussion:

Members raised questions, which included:

· Footbridge in Mill Lane – in response to a question, the Director of Roads confirmed that ten stone masons had been
recruited from Portugal and that they would start work on the footbridge next week.

· Potholes – in response to a question, the Director of Roads explained that 88% of potholes were mended within 20 days.

· Street lighting – concern was raised about dark lanes. The Head of Lighting undertook to provide a briefing note on
lantern prices.

· Allotments – the Clerk agreed to write to the water company about the allotment taps.
"""
JUNE = """\
Discussion:

Members raised questions, which included:

· Masonry – the Director of Roads explained that ten stone masons had been recruited from Portugal, but the storms had
resulted in a delay of their arrival.

· Buses – in response to a question, the Head of Transport confirmed that bus fares were frozen.
"""
OCTOBER = """\
Discussion:

Members raised questions, which included:

· Bridges – it was asked whether the stone masons from Portugal were still there. Officers said that 12 stone masons had
been recruited and were all at work on the footbridge.

· Potholes and kerbs – in response to a question, the Director of Roads stated that 66% of potholes were mended within
20 days.
"""


def record(text: str, day: str | None = None, body: str | None = BODY) -> Record:
    """A record read from minutes."""
    return read(open_document(text.encode(), name="minutes.txt"), body=body, date=day)


def year() -> dict[str, Record]:
    """Three meetings of one committee."""
    return {
        "march": record(MARCH, "2030-03-05"),
        "june": record(JUNE, "2030-06-04"),
        "october": record(OCTOBER, "2030-10-01"),
    }
