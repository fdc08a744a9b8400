"""The door: formats told from the bytes, and every bad input refused in one clear line."""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.documents import Part, SourceError, open_document
from arising.documents.errors import EmptySource, TooLarge, UnknownFormat
from arising.documents.markup.published import AGENDA_ONLY
from arising.documents.welsh import IN_WELSH
from documents.shown import assert_well_formed, words_of
from documents.test_welsh import WELSH

MINUTES = "The Committee noted the report.\n\nThe Director undertook to write to Members.\n"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (MINUTES.encode(), "text"),
        (MINUTES.encode("utf-16"), "text"),
        (MINUTES.encode("utf-16-le"), "text"),
        ("Children’s Services noted it – at last.".encode("cp1252"), "text"),
        (b"# Cabinet\n\n## Apologies\n\nThere were none.\n", "markdown"),
        (b"<!DOCTYPE html><p>The Committee noted it.</p>", "html"),
        (b"\xef\xbb\xbf  <!-- saved -->\n<HTML><BODY><P>The Committee noted it.", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Noted.</p></body></html>', "html"),
        ("<html><p>The Committee noted it.</p></html>".encode("utf-16"), "html"),
        (b"<p>The Committee noted it.</p>", "html"),
        (b"Noted <div>one</div><div>two</div><div>three</div>", "html"),
    ],
)
def test_the_format_is_told_from_the_bytes_and_not_from_the_name(data: bytes, format: str) -> None:
    document = open_document(data, name="minutes.pdf")
    assert document.format == format
    assert document.name == "minutes.pdf"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert_well_formed(document)


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "cabinet.txt"
    path.write_text(MINUTES)
    assert open_document(path).name == "cabinet.txt"
    assert open_document(str(path), name="Cabinet").name == "Cabinet"


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_document(tmp_path / "no.txt")


def test_a_page_that_a_browser_saved_as_one_file_is_read() -> None:
    archive = (
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>The Committee not=\r\ned it =E2=80=93 at last.</p></body></html>\r\n"
        "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n"
    )
    assert words_of(open_document(archive.encode())) == ["The Committee noted it – at last."]


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\0" * 50, b"<" * 1000, b"--- 123 ---", b"<html></html>"])
def test_a_source_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^empty\.txt: "):
        open_document(data, name="empty.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (random.Random(7).randbytes(4000), "no text, HTML, PDF or Word"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "a picture"),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, "a picture"),
        (b"{\\rtf1 Minutes}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Word"),
        (b"\x1f\x8b\x08" + b"x" * 100, "compressed"),
        (b'<?xml version="1.0"?><rss><channel/>words</rss>', "no answer of a ModernGov"),
    ],
)
def test_what_is_no_minutes_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat, match=rf"^thing: .*{what}") as caught:
        open_document(data, name="thing")
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_a_file_that_is_too_large_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    started = time.perf_counter()
    with pytest.raises(TooLarge, match=r"^pack\.pdf: the file has 200 MB, and no more than 50 MB are read"):
        open_document(path)
    assert time.perf_counter() - started < 0.5


def test_the_limit_can_be_set() -> None:
    with pytest.raises(TooLarge):
        open_document(MINUTES.encode(), limit=10)


def test_minutes_in_welsh_are_a_document_that_says_so() -> None:
    assert open_document((WELSH * 3).encode()).notes == (IN_WELSH,)


def test_what_was_wrong_with_the_encoding_is_noted() -> None:
    assert len(open_document("The Childrenâ€™s plan was noted.".encode()).notes) == 1


AGENDA = "AGENDA\n\n1. Apologies\n\nTo receive apologies.\n\n2. Budget\n\nTo consider the budget.\n"


def test_an_agenda_without_minutes_says_so() -> None:
    document = open_document(AGENDA.encode())
    assert AGENDA_ONLY in document.notes
    assert words_of(document, Part.MINUTES) == []


def test_minutes_that_follow_an_agenda_are_read() -> None:
    document = open_document(f"{AGENDA}\nThe Committee noted the budget.\n".encode())
    assert document.notes == ()
    assert "The Committee noted the budget." in words_of(document, Part.MINUTES)


ADVERSARIAL = {
    "nested divs": b"<html><body>" + b"<div>" * 100_000 + b"words",
    "deep, then many": b"<html><body>" + b"<div>" * 1_900 + b"<p>words</p>" * 40_000,
    "open angles": b"words" + b"<" * 1_000_000,
    "open tags": b"words" + b"<p" * 500_000,
    "unclosed bold": b"<html><body>" + b"<p><font><b>words</p>" * 40_000,
    "line breaks": b"<html><body><p>" + b"word<br>" * 120_000,
    "spaces in a title": b"<html><h1>The" + b" " * 1_000_000 + b"end</h1>",
    "spaces in an item": b"<table class=mgItemTable><tr><td>1<td>The" + b" " * 1_000_000 + b"end Minutes: None.",
    "labels": b"<table class=mgItemTable><tr><td>1<td>" + b" To receive Minutes: none " * 40_000,
    "cells": b"<html><body><table>" + b"<tr><td>a<td>b<td>c" * 50_000,
    "links": b"<html><body><p>" + b"<a href=x>words</a> " * 50_000,
    "classes": b'<p class="' + b"nav-x " * 150_000 + b'">words</p>',
    "comments": b"words" + b"<!--" * 250_000,
    "one line": b"The Committee noted it. " * 45_000,
    "one word": b"a" * 1_000_000,
    "spaces": b"The " + b" " * 1_000_000 + b"x",
    "blank lines": b"The " + b"\n \t" * 300_000 + b"x",
    "xml": b"<meeting>" * 100_000,
}


@pytest.mark.parametrize("data", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_no_input_takes_more_than_a_few_seconds_a_megabyte(data: bytes) -> None:
    started = time.process_time()
    try:
        open_document(data)
    except SourceError as error:
        message = str(error)
        assert "\n" not in message, message
    assert time.process_time() - started < 8, "a few seconds, on a slow machine"


def pieces() -> Iterator[bytes]:
    yield from (
        b"<html>",
        b"<p>",
        b"</p>",
        b"<table>",
        b"<tr>",
        b"<td>",
        b"</table>",
        b"<li>",
        b"<ul>",
        b"</ul>",
        b"<br>",
    )
    yield from (
        b"<div class=mgWordPara>",
        b"</div>",
        b"<b>",
        b"</b>",
        b"Minutes:",
        b"(a) ",
        b"The Committee noted it. ",
    )
    yield from (b"\xe2\x80\x99", b"\x92", b"&#0;", b"&#xD800;", b"\x00", b"\r\n", b"\xa0", b"<!--", b"<h2>", b"1. ")


@given(st.lists(st.sampled_from(list(pieces())), max_size=40))
def test_whatever_comes_is_read_well_formed_or_refused(parts: list[bytes]) -> None:
    try:
        document = open_document(b"".join(parts))
    except SourceError:
        return
    assert_well_formed(document)
    document.text.encode()
