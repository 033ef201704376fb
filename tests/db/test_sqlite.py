"""What a fault of the file, the folder or the disk means to a user."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from teamops.db.sqlite import connect, explain
from teamops.errors import (
    DatabaseFull,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnreadable,
    Refusal,
)
from tests.db.permitted import run_as_owner


def fault(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("it went wrong")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(28, "No space left on device"), DatabaseFull),
        (OSError(13, "Permission denied"), DatabaseReadOnly),
        (OSError(30, "Read-only file system"), DatabaseReadOnly),
        (OSError(5, "Input/output error"), DatabaseUnreadable),
        (fault("SQLITE_IOERR_READ"), DatabaseUnreadable),
        (fault("SQLITE_CANTOPEN"), DatabaseMissing),
        (ZeroDivisionError(), type(None)),
    ],
)
def test_what_a_fault_means(tmp_path: Path, error: Exception, kind: type[Refusal]) -> None:
    assert type(explain(error, tmp_path / "team.db")) is kind


def test_an_i_o_error_on_a_full_disk_is_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=4096))
    assert isinstance(explain(fault("SQLITE_IOERR_SHMSIZE"), tmp_path / "team.db"), DatabaseFull)
    monkeypatch.undo()
    gone = tmp_path / "gone" / "team.db"
    assert isinstance(explain(fault("SQLITE_IOERR_SHMSIZE"), gone), DatabaseUnreadable)


_MAKES = """
import sqlite3, sys
from pathlib import Path
from teamops.db.sqlite import explain
path = Path(sys.argv[1])
try:
    sqlite3.connect(path).execute("PRAGMA user_version=1")
except sqlite3.Error as error:
    print(type(explain(error, path)).__name__)
"""


def test_a_file_that_cannot_be_made_is_not_one_that_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o555)
    try:
        assert run_as_owner(_MAKES, folder / "team.db") == "DatabaseReadOnly"
    finally:
        folder.chmod(0o755)


def test_a_connection_that_reads_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "team.db"
    sqlite3.connect(path).close()
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with closing(connect(path, reading=True)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("INSERT INTO t VALUES (1)")
