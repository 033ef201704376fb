"""Files of records as lines of text: CSV in whatever encoding and with whatever separator, Excel workbooks.

A file is read whole and its lines are a list: what is wrong with a file shows before its first line is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from teamops.errors import FileEmpty, FileIsFolder, FileMissing, FileTooLarge, FileUnreadable
from teamops.importing.columns import Header, Line, Sheet, Titles, shown
from teamops.importing.delimited import read_delimited
from teamops.importing.workbook import OLE_MAGIC, ZIP_MAGIC, read_workbook, refuse_ole

__all__ = ["Header", "Line", "Sheet", "read_sheet"]

_LIMIT_MB: Final = 256
_NOTHING: Final = b" \t\r\n,;\0\xef\xbb\xbf\xff\xfe"  # blanks, separators and byte order marks


def read_sheet(path: Path, headers: Sequence[Header], *, encoding: str | None = None) -> Sheet:
    """Read the file at `path`, CSV or workbook by its content, whose columns are `headers`.

    `encoding` overrides the one a CSV's titles are known under. A file with titles alone has no lines.
    Refusals: FileMissing, FileIsFolder, FileUnreadable, FileEmpty, FileTooLarge, NotASpreadsheet,
    OtherSpreadsheet, ProtectedSpreadsheet, DamagedSpreadsheet, UnknownEncoding, WrongEncoding, UnclosedQuote,
    NoKnownHeader, MissingColumns, DoubledColumn. ValueError for two headers of one title.
    """
    titles = Titles(headers)
    data = _content(path)
    if not data.strip(_NOTHING):
        raise FileEmpty(shown(path.name))
    if data.startswith(ZIP_MAGIC):
        return read_workbook(path, data, titles)
    if data.startswith(OLE_MAGIC):
        refuse_ole(data, shown(path.name))
    return read_delimited(path, data, titles, encoding)


def _content(path: Path) -> bytes:
    name = shown(str(path))
    try:
        if path.is_dir():
            raise FileIsFolder(name)
        with path.open("rb") as file:
            data = b"".join(islice(iter(partial(file.read, 1 << 20), b""), _LIMIT_MB + 1))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise FileMissing(name) from None
    except OSError as error:
        raise FileUnreadable(name, error.strerror or str(error)) from error
    if len(data) > _LIMIT_MB << 20:
        raise FileTooLarge(shown(path.name), _LIMIT_MB)
    return data
