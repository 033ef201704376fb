"""Text files: encodings told apart by their titles, separators, quotes, where lines begin, memory."""

from __future__ import annotations

import csv
import io
import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamops.errors import NoKnownHeader, NotASpreadsheet, UnclosedQuote, UnknownEncoding, WrongEncoding
from teamops.importing.sheet import Header, Line, read_sheet

NUMBER = Header("number", ("工號", "工号", "staff number"), required=True)
NAME = Header("name", ("姓名", "name"))
NOTE = Header("note", ("備註", "备注", "note"))
HEADERS = (NUMBER, NAME, NOTE)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


# --- encodings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("gbk", "gb18030"),
        ("big5", "big5"), ("cp950", "big5"), ("big5hkscs", "big5"), ("utf-16", "utf-16"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_separators(
    tmp_path: Path, codec: str, found: str, delimiter: str, newline: str
) -> None:
    rows = [["工號", "姓名", "備註"], ["A101", "馬傑", "融資融券開通條件"], ["A102", "韓靜", ""]]
    file = write(tmp_path / "f.txt", "".join(delimiter.join(row) + newline for row in rows), codec)
    sheet = read_sheet(file, HEADERS)
    assert sheet.encoding == found
    assert sheet.lines == [
        Line(2, {"number": "A101", "name": "馬傑", "note": "融資融券開通條件"}),
        Line(3, {"number": "A102", "name": "韓靜", "note": ""}),
    ]


def test_a_utf_16_file_of_either_order(tmp_path: Path) -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        file = write(tmp_path / "f.txt", "\ufeff工號\t姓名\r\nA1\t何偉\r\n", codec)
        assert read_sheet(file, HEADERS).lines == [Line(2, {"number": "A1", "name": "何偉"})]


def test_a_hong_kong_name_needs_the_wider_big5(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "工號,姓名\nA1,李喆啲\n", "big5hkscs"), HEADERS)
    assert (sheet.encoding, sheet.lines[0].cells["name"]) == ("big5", "李喆啲")


@pytest.mark.parametrize(
    ("codec", "name"), [("gb18030", "张涛"), ("gb18030", "張濤"), ("big5", "徐靜"), ("gb18030", "高芳")]
)
def test_chinese_titles_decide_where_either_encoding_could_be_read(
    tmp_path: Path, codec: str, name: str
) -> None:
    assert (
        read_sheet(write(tmp_path / "f.csv", f"工號,name\nA1,{name}\n", codec), HEADERS)
        .lines[0]
        .cells["name"]
        == name
    )


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gb18030", "徐静,赵欣怡,融资融券开通条件"),
        ("gb18030", "趙欣怡,營業部大廳"),
        ("big5", "徐靜,劉平,佣金能否下調"),
        ("utf-8", "高芳"),
    ],
)
def test_english_titles_leave_it_to_the_text(tmp_path: Path, codec: str, text: str) -> None:
    file = write(tmp_path / "f.csv", "Name\n" + text.replace(",", "\n"), codec)
    sheet = read_sheet(file, (NAME,))
    assert sheet.encoding == codec
    assert [line.cells["name"] for line in sheet.lines] == text.split(",")


@pytest.mark.parametrize(
    "content",
    [
        "高芳".encode("gbk"),
        "Zoë Müller-Ångström".encode("latin-1"),
        "何偉".encode() + b"\xe4\xbd",
        b"\xff\xff",
    ],
    ids=["both", "neither", "cut", "none"],
)
def test_no_guess_where_the_text_does_not_tell(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(b"name\n" + content + b"\n")
    with pytest.raises(
        UnknownEncoding,
        match=r"encoding of f\.csv cannot be told; save it as CSV UTF-8, or .*--encoding gb18030",
    ):
        read_sheet(file, (NAME,))


def test_an_encoding_that_is_named_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(b"name\n" + "高芳".encode("gbk"))
    for named, found, name in (
        ("gbk", "gb18030", "高芳"),
        ("GB2312", "gb18030", "高芳"),
        ("Big5", "big5", "詢滂"),
        ("latin-1", "iso8859-1", "¸ß·¼"),
    ):
        sheet = read_sheet(file, (NAME,), encoding=named)
        assert (sheet.encoding, sheet.lines[0].cells["name"]) == (found, name)
    bare = write(tmp_path / "g.csv", "name\n何偉", "utf-16-le")
    assert read_sheet(bare, (NAME,), encoding="utf-16-le").lines[0].cells["name"] == "何偉"
    marked = write(tmp_path / "h.csv", '"name",note\n何偉,', "utf-8-sig")
    assert read_sheet(marked, HEADERS[1:], encoding="utf8").lines[0].cells["name"] == "何偉"


@pytest.mark.parametrize("name", ["klingon", "base64", "", "a\0b", "\ud800"])
def test_an_encoding_there_is_not(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        UnknownEncoding, match=r"No encoding is called .*; try --encoding utf-8, gb18030 or big5"
    ):
        read_sheet(write(tmp_path / "f.csv", "name\n"), (NAME,), encoding=name)


@pytest.mark.parametrize(
    ("content", "named", "encoding", "line"),
    [
        ("工號,姓名\nA1,何偉\nA2,".encode() + b"\xba\xce\n", None, "utf-8", 3),
        ("工號\n".encode("gbk") + b"A1\r\nA2\r\n\xff\r\n", None, "gb18030", 4),
        ("工號\nA1\n".encode("utf-8-sig") + b"\xba\xce", None, "utf-8", 3),
        ("工號\nA1\n".encode("utf-16") + b"\x00", None, "utf-16", 3),
        ("工號\n何偉\n".encode(), "big5", "big5", 1),
        (b"name\n1\n\xff\n", "ascii", "ascii", 3),
    ],
)
def test_a_line_not_of_the_encoding(
    tmp_path: Path, content: bytes, named: str | None, encoding: str, line: int
) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(content)
    with pytest.raises(WrongEncoding, match=rf"^Line {line} of f\.csv is not {encoding} text; mend it"):
        read_sheet(file, (NAME, Header("number", ("工號",))), encoding=named)


def test_unknown_titles_are_shown_in_the_likelier_encoding(tmp_path: Path) -> None:
    for codec in ("gb18030", "big5"):
        with pytest.raises(NoKnownHeader, match=r"found 項目, 金額合計; expected"):
            read_sheet(write(tmp_path / "f.csv", "項目;金額合計\n開戶;條件\n", codec), HEADERS)
    with pytest.raises(UnknownEncoding):
        read_sheet(write(tmp_path / "f.csv", "é,ü,ß ÿ\n", "latin-1"), HEADERS)


# --- cells and lines ----------------------------------------------------------------------------------------


def test_quotes_newlines_and_where_lines_begin(tmp_path: Path) -> None:
    text = (
        '"出表\r\n日期：10-01"\r\n'  # 1, 2
        '工號,姓名,"備註\r\n(限三行)"\r\n'  # 3, 4
        'A1,"何,偉","他說 ""好""\r\n\r\n三行"\r\n'  # 5 to 7
        "\r\n"  # 8
        'A2,孫"靜",5" 屏\r\n'  # 9
        'A3,"林"文博,"　留 "\r\n'  # 10
    )
    sheet = read_sheet(write(tmp_path / "f.csv", text), HEADERS)
    assert sheet.header_line == 3
    assert sheet.titles == ("出表\r\n日期：10-01",)
    assert [(line.number, *line.cells.values()) for line in sheet.lines] == [
        (5, "A1", "何,偉", '他說 "好"\r\n\r\n三行'),
        (9, "A2", '孫"靜"', '5" 屏'),
        (10, "A3", "林文博", "留"),
    ]


@pytest.mark.parametrize("end", ['"開了', '"開了\n', '"' + "長" * 140_000, '"開了\nA2,何偉,沒有\nA3,,""\n'])
def test_a_quote_left_open_is_refused_at_its_line(tmp_path: Path, end: str) -> None:
    file = write(tmp_path / "f.csv", f"工號,姓名,備註\nA1,何偉,\nA1,何偉,{end}")
    with pytest.raises(UnclosedQuote, match=r'begins on line 3 of f\.csv does not end: put in its closing "'):
        read_sheet(file, HEADERS)


def test_a_quote_left_open_above_the_header(tmp_path: Path) -> None:
    with pytest.raises(NotASpreadsheet):
        read_sheet(write(tmp_path / "f.csv", '"' + "\0" * 140_000), HEADERS)
    file = write(tmp_path / "f.csv", "工號\n" + '"' + "x" * 140_000)
    with pytest.raises(UnclosedQuote, match="line 2 of"):
        read_sheet(file, HEADERS)


def test_nul_bytes_in_a_cell_stay_for_the_line_to_be_refused(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "工號,姓名\nA1,何\0偉\n"), HEADERS)
    assert sheet.lines[0].cells["name"] == "何\0偉"


def test_separators_that_a_cell_holds_too(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "sep=;\n工號;姓名;備註\nA1;何,偉;一\t二\n"), HEADERS)
    assert sheet.lines == [Line(3, {"number": "A1", "name": "何,偉", "note": "一\t二"})]


_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(_TEXT, _TEXT, _TEXT | st.sampled_from(['"', "''", ",;\t", "\r", "\n", "　x "])), max_size=8
    ),
    codec=st.sampled_from(["utf-8-sig", "gb18030", "cp950"]),
    delimiter=st.sampled_from([",", "\t", ";"]),
)
def test_any_cells_come_back(
    tmp_path: Path, rows: list[tuple[str, str, str]], codec: str, delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["工號", "姓名", "備註"])
    expected = []
    for row in rows:
        # What the encoding has no place for is not in such a file.
        kept = [text.encode(codec, "ignore").decode(codec) for text in row]
        line = len(re.findall(r"\r\n?|\n", out.getvalue())) + 1
        writer.writerow(kept)
        stripped = [text.strip() for text in kept]
        if any(stripped):
            expected.append(Line(line, dict(zip(("number", "name", "note"), stripped, strict=True))))
    sheet = read_sheet(write(tmp_path / "f.csv", out.getvalue(), codec), HEADERS)
    assert sheet.lines == expected


def test_a_hundred_thousand_lines_in_bounded_memory(tmp_path: Path) -> None:
    body = "".join(f"A{i:06},何偉{i % 90},佣金能否下調\r\n" for i in range(100_000))
    file = write(tmp_path / "f.csv", "工號,姓名,備註\r\n" + body, "gb18030")
    tracemalloc.start()
    sheet = read_sheet(file, HEADERS)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sheet.lines) == 100_000
    assert sheet.lines[-1] == Line(100_001, {"number": "A099999", "name": "何偉9", "note": "佣金能否下調"})
    assert peak < 1000 * len(sheet.lines)  # bytes a line: a list is enough, nothing is held twice
