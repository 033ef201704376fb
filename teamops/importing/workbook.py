"""Excel workbooks as rows of text: what the cells show, not what they hold."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from types import NoneType
from typing import Any, Final, Protocol, cast

from teamops.errors import (
    DamagedSpreadsheet,
    FileEmpty,
    FileTooLarge,
    NotASpreadsheet,
    OtherSpreadsheet,
    ProtectedSpreadsheet,
)
from teamops.importing.columns import HEADER_ROWS, Sheet, Titles, joined, shown

ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNPACKED_MB: Final = 768  # about a million lines
_LAST_ROW: Final = 1_048_576
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"

# What zipfile, the XML parsers and openpyxl raise on parts that are cut off, swapped or nonsense.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError, AttributeError,
    ArithmeticError, OSError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip


class _Worksheet(Protocol):
    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(
        self, *, max_row: int | None, max_col: int | None, values_only: bool
    ) -> Iterator[tuple[object, ...]]: ...


def read_workbook(path: Path, data: bytes, titles: Titles) -> Sheet:
    """The visible worksheet with the most known titles, the first of equals; the refusals of `read_sheet`."""
    name = shown(path.name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            _check_package(data, name)
            return _read(path, data, titles, name)
        except _BROKEN as error:
            raise DamagedSpreadsheet(name) from error


def refuse_ole(data: bytes, name: str) -> None:
    """Refuse an OLE file by what it is: a workbook with a password, an old .xls, or no spreadsheet."""
    for stream in ("EncryptedPackage", "EncryptionInfo"):
        if stream.encode("utf-16-le") in data:
            raise ProtectedSpreadsheet(name)
    for stream in ("Workbook", "Book"):
        if (stream + "\0").encode("utf-16-le") in data:
            raise OtherSpreadsheet(name, ".xls")
    raise NotASpreadsheet(name)


def _check_package(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part.filename: part for part in package.infolist()}
        if any(part.flag_bits & 1 for part in package.infolist()):
            raise ProtectedSpreadsheet(name)
        # zipfile never unpacks more of a part than it declares: a false size does not get past this.
        if sum(part.file_size for part in package.infolist()) > _UNPACKED_MB << 20:
            raise FileTooLarge(name, _UNPACKED_MB)
        if "mimetype" in parts and package.read("mimetype").startswith(_ODS):
            raise OtherSpreadsheet(name, ".ods")
    if "xl/workbook.bin" in parts:
        raise OtherSpreadsheet(name, ".xlsb")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise NotASpreadsheet(name)


def _read(path: Path, data: bytes, titles: Titles, name: str) -> Sheet:
    found = [(titles.find(_rows(worksheet, HEADER_ROWS)), worksheet) for worksheet in _worksheets(data)]
    if not any(any(map(str.strip, header.row)) for header, _worksheet in found):
        raise FileEmpty(name)
    header, worksheet = max(found, key=lambda pair: (pair[0].score, any(map(str.strip, pair[0].row))))
    if not header.score:
        raise titles.none_known(header.row, name)
    above = [text for row in _rows(worksheet, header.place) if (text := joined(row))]
    columns = titles.columns(header.row, header.place + 1)
    rows = _numbered(_rows(worksheet, None, columns.width), name)
    lines, blank = columns.lines(islice(rows, header.place + 1, None))
    return Sheet(
        path=path, encoding="xlsx", header_line=header.place + 1, lines=lines, unknown=columns.unknown,
        blank_lines=blank, titles=tuple(above), columns=columns.titles, worksheet=worksheet.title,
        passed_over=tuple(
            other.title for row, other in found if row.score == header.score and other is not worksheet
        ),
    )  # fmt: skip


def _worksheets(data: bytes) -> list[_Worksheet]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    worksheets = cast("list[_Worksheet]", workbook.worksheets)
    for worksheet in worksheets:
        # Programs that write a sheet as they go leave a size of A1.
        worksheet.reset_dimensions()
    return [worksheet for worksheet in worksheets if worksheet.sheet_state == "visible"]


def _rows(worksheet: _Worksheet, last: int | None, width: int | None = None) -> Iterator[list[str]]:
    if last != 0:
        for row in worksheet.iter_rows(max_row=last, max_col=width, values_only=True):
            yield [_text(value) for value in row]


def _numbered(rows: Iterator[list[str]], name: str) -> Iterator[tuple[int, Sequence[str]]]:
    for number, row in enumerate(rows, start=1):
        if number > _LAST_ROW:
            raise DamagedSpreadsheet(name)
        yield number, row


def _number(value: float) -> str:
    # Excel shows fifteen digits: 0.3 where 0.30000000000000004 is kept.
    return f"{Decimal(f'{value or 0.0:.15g}'):f}"


def _moment(value: datetime) -> str:
    whole = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    if whole.time() == time():
        return whole.date().isoformat()
    return whole.isoformat(" ", "seconds" if whole.second else "minutes")


def _duration(value: timedelta) -> str:
    total = round(abs(value).total_seconds())
    hours, minutes, seconds = total // 3600, total // 60 % 60, total % 60
    text = f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    return "-" + text if value < timedelta() else text


def _time(value: time) -> str:
    return _duration(datetime.combine(date.min, value) - datetime.combine(date.min, time()))


def _string(value: str) -> str:
    # A carriage return inside a cell is kept under this name.
    return value.replace("_x000D_\n", "\n").replace("_x000D_", "\n") if "_x000D_" in value else value


_SHOWN_AS: Final[Mapping[type, Callable[[Any], str]]] = {
    NoneType: lambda _value: "",
    str: _string,
    bool: lambda value: str(value).upper(),
    int: str,
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: _time,
    timedelta: _duration,
}


def _text(value: object) -> str:
    """What a cell shows; days in ISO form, times as 08:30."""
    return _SHOWN_AS[type(value)](value)
