"""Encodings are told from the bytes."""

from __future__ import annotations

import codecs

import pytest

from arising.documents.decode import decode

MINUTES = "Children’s Services – “the plan” cost £2m and the café noted it.\r\nResolved: that it be noted.\n"


@pytest.mark.parametrize(
    "data",
    [
        MINUTES.encode(),
        codecs.BOM_UTF8 + MINUTES.encode(),
        MINUTES.encode("utf-16"),
        MINUTES.encode("utf-16-le"),
        MINUTES.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + MINUTES.encode("utf-16-be"),
        MINUTES.encode("utf-32"),
        MINUTES.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 bom", "utf-16 bom", "utf-16 le", "utf-16 be", "utf-16 be bom", "utf-32 bom", "windows-1252"],
)
def test_minutes_read_the_same_in_every_encoding(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text == MINUTES
    assert decoded.notes == ()


def test_a_page_that_calls_itself_latin_1_is_read_as_windows_1252() -> None:
    page = b'<html><meta charset="iso-8859-1"><p>Children\x92s Services</p>'
    assert "Children’s Services" in decode(page).text


def test_a_page_that_declares_another_encoding_is_read_in_it() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-14"><p>Ŵyr'.encode("iso-8859-14")
    assert "Ŵyr" in decode(page).text


def test_utf_8_is_believed_before_a_wrong_label() -> None:
    assert "Children’s" in decode('<meta charset="windows-1252">Children’s'.encode()).text


@pytest.mark.parametrize("label", ["no-such-thing", "hex", "rot13", "utf-7", "utf-16"])
def test_a_label_that_names_no_usable_encoding_is_ignored(label: str) -> None:
    assert decode(f'<meta charset="{label}">'.encode() + b"Children\x92s").text.endswith("Children’s")


def test_a_windows_byte_pasted_into_utf_8_is_read_and_noted() -> None:
    decoded = decode("“One” – ‘two’ – three".encode() + b" Children\x92s")
    assert decoded.text.endswith("three Children’s")
    assert decoded.notes == ("the text mixes UTF-8 with Windows-1252",)


def test_bytes_that_windows_1252_does_not_know_do_not_stop_it() -> None:
    assert decode(b"caf\xe9 \x81 \x9d").text == "café \x81 \x9d"


@pytest.mark.parametrize("text", ["Childrenâ€™s", "cafÃ©", "Â£2m", "aâ€œb"])
def test_mojibake_is_noted_and_left_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert len(decoded.notes) == 1
    assert "wrongly encoded before publication" in decoded.notes[0]


def test_lost_characters_are_noted() -> None:
    assert "lost before publication" in decode("Council\ufffds".encode()).notes[0]
