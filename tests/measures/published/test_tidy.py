"""What a tidy file may look like, and what is said in one line of a file that cannot be taken in."""

from __future__ import annotations

import hashlib
import io
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures import published
from arising.measures.cards import Dataset
from arising.measures.periods import Kind
from arising.measures.published import NotPublished, Table, lait, own, packed, sheets, tidy
from arising.measures.published.lines import LARGEST, LONGEST
from arising.measures.values import Symbol
from measures.published.invented import ENGLAND, FENWICK, MARSH, ORLEY, PLACES, VALUES, csv_of, lines, referrals, row


def taken(*rows: str) -> Table:
    return tidy.read(csv_of(*rows), file="file.csv")


def refused(content: bytes) -> str:
    """The one line in which a file is refused."""
    with pytest.raises(NotPublished) as told:
        tidy.read(content, file="file.csv")
    line = str(told.value)
    assert "\n" not in line
    return line


def test_a_row_knows_its_number_its_area_its_period_and_its_words() -> None:
    table = taken(row(ENGLAND), row(MARSH), row(FENWICK))
    assert [one.number for one in table.rows] == [2, 3, 4]
    assert [one.area.level for one in table.rows] == ["national", "regional", "authority"]
    fenwick = table.rows[2]
    assert (fenwick.area.code, fenwick.area.old_code, fenwick.area.region) == ("E06000991", "991", "E12000099")
    assert fenwick.period.label == "2023/24"
    assert fenwick.words == ("Referrals",)
    assert fenwick.cells == ["100", "20", "20"]


def test_a_table_knows_its_file_its_hash_and_the_release_it_is_of() -> None:
    content = csv_of(row())
    table = tidy.read(content, file="file.csv", published_on=date(2024, 10, 30))
    assert table.sha256 == hashlib.sha256(content).hexdigest()
    assert table.dataset is not None
    assert table.release == "Children in need, 2023/24"
    assert table.origin(table.rows[0], "rereferral_percent").published_on == date(2024, 10, 30)


def test_symbols_stay_symbols_and_an_empty_cell_stays_empty() -> None:
    table = taken(row(values="c,k,u"), row(year="2023", values="x,z,:"), row(year="2022", values=",0, 4"))
    assert [table.value(table.rows[0], title) for title in table.values] == [
        Symbol.SUPPRESSED,
        Symbol.ROUNDS_TO_ZERO,
        Symbol.UNRELIABLE,
    ]
    assert [table.value(table.rows[2], title) for title in table.values] == [None, 0.0, 4.0]
    assert table.symbols() == dict.fromkeys(Symbol, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_in_every_encoding_that_it_comes_in(encoding: str) -> None:
    content = csv_of(row(FENWICK.replace("Fenwick", "Fenwick–Château"))).decode().encode(encoding)
    assert tidy.read(content).rows[0].area.name == "Fenwick–Château"


@pytest.mark.parametrize("at", [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_letter_is_read_where_one_piece_of_the_file_ends_and_the_next_begins(at: int, encoding: str) -> None:
    begun = csv_of(row(ENGLAND)) + lines(referrals(*["100,20,20"] * 150, first=1950))
    before = begun + b"\n" + b",".join([b""] * 14) + b"\n"
    filled = before + b"\n" * (at - len(before) - 65) + row(ORLEY.replace("Orley", "Orléy")).encode(encoding)
    place = filled.decode("cp1252").index("Orl")
    filled = filled[: len(before)] + b"\n" * (at - place - 3) + filled[len(before) :]
    assert tidy.read(filled).rows[-1].area.name == "Orléy"


def test_lines_may_end_as_on_any_machine() -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        assert len(tidy.read(csv_of(row(), row(ORLEY)).replace(b"\n", end)).rows) == 2


def test_blank_rows_and_lines_above_the_titles_are_no_rows() -> None:
    content = b"Children in need\nPublished by nobody\n\n" + csv_of(row(), ",,,,,,,,,,,,,", row(ORLEY))
    assert [one.number for one in tidy.read(content).rows] == [5, 7]


def test_a_cell_may_hold_commas_and_line_breaks() -> None:
    table = taken(row(FENWICK.replace("Fenwick", '"Fenwick, City of"'), word='"one\ntwo"'), row(ORLEY))
    assert table.rows[0].area.name == "Fenwick, City of"
    assert [one.number for one in table.rows] == [2, 3]


@pytest.mark.parametrize(
    ("period", "identifier", "label"),
    [
        ("2024", "Reporting year", "2023/24"),
        ("2024", "Calendar year", "2024"),
        ("202324", "Financial year", "2023/24"),
        ("2023/24", "Academic year", "school year 2023/24"),
        ("2023-24", "Financial year", "2023/24"),
        ("2023/2024", "Financial year", "2023/24"),
        ("2024", "March", "March 2024"),
        ("202324", "Financial year Q1", "April to June 2023"),
        ("202324", "Financial year Q4", "January to March 2024"),
        ("2024", "Calendar year Q2", "April to June 2024"),
    ],
)
def test_periods_are_taken_however_they_are_written(period: str, identifier: str, label: str) -> None:
    table = taken(row().replace("2024,Reporting year", f"{period},{identifier}"))
    assert table.rows[0].period.label == label


def test_rows_of_schools_and_districts_are_left_out_and_counted() -> None:
    table = taken(row(), row(FENWICK.replace("Local authority", "School")), row(ORLEY.replace("E06000992", "z")))
    assert len(table.rows) == 1
    assert table.left_out == {"School": 1, "Local authority": 1}


def test_rows_of_a_term_are_left_out_and_counted() -> None:
    table = taken(row(), row(year="202324").replace("Reporting year", "Autumn term"))
    assert table.left_out == {"Autumn term": 1}


def test_an_open_file_is_read_as_its_bytes_are() -> None:
    assert published.read(io.BytesIO(csv_of(row())), file="file.csv").rows == taken(row()).rows


def test_a_file_of_no_known_dataset_is_read_by_its_layout() -> None:
    table = tidy.read(csv_of(f"202324,Academic year,{FENWICK},Boys,12.5", titles=f"{PLACES},sex,absence_rate"))
    assert table.dataset is None
    assert (table.apart, table.values) == (("sex",), ("absence_rate",))


def test_a_file_with_titles_of_its_own_is_read_by_a_mapping() -> None:
    own = Dataset(
        key="own",
        name="Own",
        release="Own",
        columns=frozenset({"Year", "Council"}),
        reporting=Kind.CALENDAR_YEAR,
        titles={"time_period": "Year", "la_name": "Council"},
        said={"time_identifier": "Reporting year", "geographic_level": "Local authority"},
    )
    table = tidy.read(b"Year,Council,Plans\n2022,Medway,17\n2022,St Helens,c\n", dataset=own)
    assert [(one.area.code, one.period.label) for one in table.rows] == [("E06000035", "2022"), ("E08000013", "2022")]
    assert table.values == ("Plans",)


def test_two_datasets_with_the_same_columns_are_told_apart_by_their_words() -> None:
    titles = f"{PLACES},care_leaver_age,breakdown,care_leaver_count,care_leaver_percent"
    keys = []
    for word in ("Total in education, employment or training", "Accommodation considered suitable"):
        told = f'2024,Reporting year,{FENWICK},19 to 21 years,"{word}",9,90'
        dataset = tidy.read(csv_of(told, titles=titles)).dataset
        keys.append(dataset.key if dataset else "")
    assert keys == ["care-leavers-activity", "care-leavers-accommodation"]


GOOD = csv_of(row(), row(ORLEY)).decode()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "file.csv: it is empty."),
        (b"\xff\xfe", "file.csv"),
        (GOOD.replace(",", ";").encode(), "file.csv, row 1: its cells are parted by semicolons."),
        (GOOD.replace(",", "\t").encode(), "file.csv, row 1: its cells are parted by tabs."),
        (GOOD.replace("Fenwick", "Fen\0wick").encode(), "file.csv, row 2: it holds NUL bytes"),
        (b"Dear all,\nplease find enclosed\n", "file.csv, row 1: no row has the titles time_period and"),
        (csv_of(), "file.csv, row 1: no row of an authority"),
        (csv_of("Year,Kind,Level,Code,Name,Code,Name,Old,New,Name,Word,n,n,%", row()), "row 2: it holds titles again."),
        (csv_of(row(), csv_of().decode().strip()), "file.csv, row 3: it holds titles again."),
        (csv_of(row(), row(year="Total")), "file.csv, row 3, column time_period: it is a row of totals."),
        (
            csv_of(row(), row("Local authority,E92000001,England,,,,,Total")),
            "file.csv, row 3, column la_name: it is a row of totals.",
        ),
        (
            csv_of(row(values="100,20,20%")),
            "file.csv, row 2, column rereferral_percent: “20%” is text. Write a percentage as 20.",
        ),
        (csv_of(row(values="100,..,20")), "file.csv, row 2, column rereferral_count: “..” is neither a number nor"),
        (csv_of(row(), row()), "file.csv, row 3: it has the same area, period and words as row 2."),
        (
            csv_of(row(FENWICK.replace("E06000991", ""))),
            "file.csv, row 2, column new_la_code: Fenwick has no code.",
        ),
        (
            csv_of(row(FENWICK.replace("E06000991", "991"))),
            "column new_la_code: “991” is no code of an authority.",
        ),
        (csv_of(row(FENWICK.replace("E06000991", "E99000991"))), "column new_la_code: “E99000991” is no code of an"),
        (
            csv_of(row(MARSH.replace("E12000099", "E06000991"))),
            "region_code: “E06000991” is no code of a region.",
        ),
        (
            csv_of(row(FENWICK.replace("E06000991", "E06000035").replace("Fenwick", "Kent"))),
            "row 2, column la_name: E06000035 is the code of Medway, and the row is called Kent.",
        ),
        (csv_of(row(FENWICK.replace("Local authority", ""))), "row 2, column geographic_level: “” is no kind of area."),
        (csv_of(row(), row(ORLEY).rsplit(",", 1)[0]), "file.csv, row 3: it has 13 cells where there are 14 titles."),
        (csv_of(row(), row(ORLEY) + ",5"), "file.csv, row 3: it has 15 cells where there are 14 titles."),
        (
            csv_of("time period,time identifier,geographic level,,,,,,,,,value 1,value 2,value 3", row()),
            "file.csv, row 2: it holds titles again.",
        ),
        (
            csv_of(row(), ",,,,,,,,,Total,,200,40,20"),
            "row 3, column geographic_level: it is a row of totals.",
        ),
        (csv_of(row(FENWICK.replace("Local authority", "Council"))), "“Council” is no kind of area. Write National,"),
        (
            csv_of(row(year="2023/24").replace("Reporting", "Calendar")),
            "“2023/24” names two years, and a calendar year is one.",
        ),
        (
            csv_of(row(values="1000,248,0.248")),
            "row 2, column rereferral_percent: 0.248 is a fraction, and this column holds percentages. Write 24.8.",
        ),
        (
            csv_of(*referrals(*[f"c,c,0.{number}" for number in range(10, 40)], first=1990)),
            "row 2, column rereferral_percent: 0.1 is a fraction,",
        ),
        (csv_of(row(year="31/03/2024")), "file.csv, row 2, column time_period: “31/03/2024” is no period."),
        (csv_of(row(year="2023/25")), "column time_period: “2023/25” names two years that do not follow one another."),
        (
            csv_of(row(), titles=f"{PLACES},category,referral_count,referral_count,rereferral_percent"),
            "file.csv, row 1, column referral_count: two columns have this title.",
        ),
        (csv_of(row(), titles=f"{PLACES},category,,{VALUES[15:]}"), "file.csv, row 1: its column 12 has no title."),
        (
            csv_of(row(), titles=GOOD.splitlines()[0].replace("time_identifier", "kind")),
            "file.csv, row 1: no column is called time_identifier.",
        ),
        (csv_of('2024,"Reporting year,' + ENGLAND), "file.csv, row 2: it is no CSV from there on"),
    ],
)
def test_a_file_that_cannot_be_taken_in_says_where_and_what(content: bytes, line: str) -> None:
    assert line in refused(content)


def test_a_percentage_below_one_is_no_fraction_where_its_numbers_say_so() -> None:
    assert taken(row(values="1000,5,0.5")).rows


def test_an_area_that_is_not_known_is_told_where_somebody_asks() -> None:
    table = taken(row(FENWICK.replace("E06000991", "E06000035").replace("Fenwick", "Medway")), row(ORLEY))
    with pytest.raises(NotPublished, match=r"row 3: E06000992 \(Orley\) is no area that is known"):
        tidy.refuse_unknown(table)
    tidy.refuse_unknown(table, also=[table.rows[1].area])


def test_a_line_that_ends_says_what_to_do() -> None:
    assert refused(csv_of(row(), row())).endswith("or add the column that tells them apart.")


class Endless(io.RawIOBase):
    """A file that never ends: ``begun``, then the same piece for ever."""

    def __init__(self, begun: bytes, piece: bytes) -> None:
        self._begun, self._piece, self.given = begun, piece, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        told, self._begun = (self._begun or self._piece * (size // len(self._piece))), b""
        self.given += len(told)
        return told


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read_whole() -> None:
    endless = Endless(csv_of(row()), b" " * 60_000 + b",,,,,,,,,,,,,\n")
    tracemalloc.start()
    try:
        with pytest.raises(NotPublished, match="it is larger than 100 MB"):
            tidy.read(endless, file="file.csv")  # type: ignore[arg-type]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert endless.given < LARGEST + 2 * 1024 * 1024
    assert most < 20 * 1024 * 1024


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory() -> None:
    endless = Endless(csv_of(row()), b"9")
    with pytest.raises(NotPublished, match="row 3: the line is longer than"):
        tidy.read(endless, file="file.csv")  # type: ignore[arg-type]
    assert endless.given < LONGEST * 4


def test_the_limits_are_those_that_the_reference_tells() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/published-files.md").read_text("utf-8")
    megabyte = 1024 * 1024
    told = [
        f"{LARGEST // megabyte} MB, {tidy.MOST_ROWS:,} rows, {LONGEST:,} letters",
        f"{sheets.LARGEST_BOOK // megabyte} MB, {packed.UNPACKED // megabyte} MB unpacked",
        f"{sheets.MOST_ROWS:,} rows and {sheets.MOST_CELLS:,} cells",
        f"{own.reading.MOST:,} values",
    ]
    assert [line for line in told if line not in page] == []


def test_a_large_file_on_disk_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "release.csv"
    with path.open("wb") as handle:
        handle.truncate(1024**3)
    with pytest.raises(NotPublished, match=r"release\.csv: it is larger than 100 MB"):
        tidy.read(path)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(NotPublished, match=r"gone\.csv: it cannot be opened"):
        tidy.read(Path("gone.csv"))


BEGUN = csv_of(row(), row(ORLEY, "c,0,12.5"), row(ENGLAND))


@settings(deadline=None)
@given(at=st.integers(0, len(BEGUN)), taken_out=st.integers(0, 40), put_in=st.binary(max_size=12))
def test_a_file_that_was_damaged_is_read_or_told_in_one_line(at: int, taken_out: int, put_in: bytes) -> None:
    damaged = BEGUN[:at] + put_in + BEGUN[at + taken_out :]
    told = [_told(read, damaged) for read in (published.read, own.read, lait.read)]
    assert not any("\n" in line for line in told)


def _told(read: Callable[..., object], content: bytes) -> str:
    try:
        read(content, file="file.csv")
    except NotPublished as told:
        return str(told)
    return ""


def test_a_line_break_in_a_cell_does_not_break_the_line_that_tells_of_it() -> None:
    assert "“20 and more” is neither a number" in refused(csv_of(row(values='100,20,"20\nand more"')))
