"""Welsh is told from English."""

from __future__ import annotations

from arising.documents.welsh import is_welsh

WELSH = (
    "Derbyniwyd ymddiheuriadau gan y Cynghorydd Puw. Mae'r pwyllgor wedi nodi bod yr adroddiad yn cael ei gyflwyno"
    " i'r cyngor ar y cyfarfod nesaf, a bydd aelodau hefyd yn gofyn am ragor o wybodaeth gan y swyddogion. "
)
ENGLISH = (
    "Apologies were received from Councillor Pugh. The committee noted that the report would be presented to the"
    " council at the next meeting, and that members would also ask for more of it from the officers. "
)


def test_welsh_minutes_are_known() -> None:
    assert is_welsh(WELSH)


def test_english_minutes_are_not_taken_for_welsh() -> None:
    assert not is_welsh(ENGLISH)


def test_a_page_that_gives_both_languages_is_read() -> None:
    assert not is_welsh(WELSH + ENGLISH * 2)


def test_english_minutes_that_name_welsh_bodies_are_read() -> None:
    assert not is_welsh(ENGLISH + "Cyngor Gwynedd ac Ynys Môn, Bwrdd yr Iaith, Menter y Fro.")
