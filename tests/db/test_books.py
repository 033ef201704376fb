"""Opening books: what is refused and why; reading them: one picture at a time, from any thread."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from teamops.db import sqlite
from teamops.db.books import Books
from teamops.db.reader import GivenUp, Reader
from teamops.db.transaction import transaction
from teamops.db.verify import verify
from teamops.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnreadable,
    NotOurDatabase,
    Refusal,
)
from teamops.models.people import PROGRAM
from teamops.models.tables.people import Team
from tests.db.attack import spoil
from tests.db.permitted import run_as_owner
from tests.db.test_transaction import start_writer

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(founded_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(founded_file, tmp_path / "team.db"))


def refusal(path: Path) -> Refusal:
    """What opening says, and that it wrote nothing."""
    before = sorted((entry.name, entry.read_bytes()) for entry in path.parent.iterdir() if entry.is_file())
    with pytest.raises(Refusal) as caught:
        Books.open(path)
    assert (
        sorted((entry.name, entry.read_bytes()) for entry in path.parent.iterdir() if entry.is_file())
        == before
    )
    assert str(path) in str(caught.value)
    return caught.value


# --- what is refused


def test_a_missing_file(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "none.db"), DatabaseMissing)


def test_a_folder(tmp_path: Path) -> None:
    assert "it is a folder" in str(refusal(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files here")
def test_something_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DatabaseUnreadable, match="it is no file"):
        Books.open(tmp_path / "pipe")


@pytest.mark.parametrize("content", [b"", b"A page of text.\n" * 500, b"SQLite format 3\x00", b"\x00" * 9000])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "team.db"
    path.write_bytes(content)
    assert isinstance(refusal(path), NotOurDatabase)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("CREATE TABLE alembic_version (version_num)")
    assert isinstance(refusal(path), NotOurDatabase)


def test_a_newer_schema(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    found = refusal(path)
    assert isinstance(found, DatabaseTooNew)
    assert "9999" in str(found)


@pytest.mark.parametrize("deed", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_file_without_a_version(path: Path, deed: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(deed)
    assert isinstance(refusal(path), DatabaseDamaged)


def test_a_time_zone_there_is_not(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE branch SET zone = 'Asia/Shangha1'")
    assert isinstance(refusal(path), DatabaseDamaged)


def test_damaged_pages(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (path.stat().st_size - 100))
    assert isinstance(refusal(path), DatabaseDamaged)


def test_a_file_cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(4096)
    assert isinstance(refusal(path), DatabaseDamaged)


def test_a_file_whose_end_still_lies_in_its_log(path: Path, tmp_path: Path) -> None:
    """What a power cut within a checkpoint leaves: the log has the pages that the file has not yet."""
    crashed = tmp_path / "crashed.db"
    with closing(sqlite.connect(path)) as connection:
        before = path.read_bytes()
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("INSERT INTO draft VALUES (1, 1, 'form', '', ?, '2026-11-23')", ("長" * 90_000,))
        log = Path(f"{path}-wal").read_bytes()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        after = path.read_bytes()
    assert len(after) > len(before)
    crashed.write_bytes(after[:4096] + before[4096:])
    Path(f"{crashed}-wal").write_bytes(log)
    books = Books.open(crashed)
    with books.reading() as reader:
        assert reader.value("SELECT length(body) FROM draft") == 90_000
    books.close()


def test_a_damaged_page_met_while_opening(path: Path) -> None:
    spoil(path, "branch")
    with pytest.raises(DatabaseDamaged):
        Books.open(path)


def test_a_damaged_page_met_while_reading(path: Path) -> None:
    spoil(path, "calendar_day")
    books = Books.open(path)
    with pytest.raises(DatabaseDamaged), books.reading() as reader:
        reader.rows("SELECT * FROM calendar_day")
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM branch") == 1
    books.close()


def test_a_file_locked_by_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("UPDATE branch SET name = name")
        with pytest.raises(DatabaseBusy):
            Books.open(path)


_WRITES = """
import json, sys
from pathlib import Path
from teamops.db.books import Books
from teamops.db.beside import beside
from teamops.db.reader import Reader
from teamops.db.transaction import transaction
from teamops.errors import Refusal
from teamops.models.people import PROGRAM
from teamops.models.tables import action_items, calendar, directives, figures, meetings
from teamops.models.tables.people import Team
said = []
try:
    books = Books.open(Path(sys.argv[1]))
    with books.reading() as reader:
        said.append(reader.value("SELECT name FROM team"))
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1).name = "二隊"
except Refusal as refusal:
    said.append(type(refusal).__name__)
print(json.dumps(said))
"""


def test_a_read_only_file_is_read_and_not_written(path: Path) -> None:
    path.chmod(0o444)
    assert json.loads(run_as_owner(_WRITES, path)) == ["營銷團隊", "DatabaseReadOnly"]


def test_a_read_only_folder_is_refused_in_words(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        assert json.loads(run_as_owner(_WRITES, path))[-1] in ("DatabaseReadOnly", "DatabaseUnreadable")
    finally:
        path.parent.chmod(0o755)


def test_a_folder_one_may_not_look_into(path: Path) -> None:
    path.parent.chmod(0o000)
    try:
        assert json.loads(run_as_owner(_WRITES, path)) == ["DatabaseUnreadable"]
    finally:
        path.parent.chmod(0o755)


# --- the present


@pytest.mark.parametrize(("kind", "moves"), [("practice", True), ("demo", True), ("real", False)])
def test_the_present_is_set_on_practice_and_demo_books_only(
    empty_file: Path, tmp_path: Path, kind: str, moves: bool
) -> None:
    path = Path(shutil.copy(empty_file, tmp_path / "team.db"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO branch VALUES (1, 'b', '', 'CN', 'Asia/Shanghai', ?, 1)", (kind,))
    books = Books.open(path, NOON)
    assert (abs(books.clock.now() - NOON) < timedelta(minutes=5)) is moves
    books.close()
    naive = Books.open(path, NOON.replace(tzinfo=None))
    assert (abs(naive.clock.now() - NOON + timedelta(hours=8)) < timedelta(minutes=5)) is moves
    naive.close()


def test_books_without_a_branch_keep_universal_time(empty_file: Path, tmp_path: Path) -> None:
    books = Books.open(Path(shutil.copy(empty_file, tmp_path / "team.db")), NOON)
    assert books.clock.zone.key == "UTC"
    assert books.clock.now() - NOON > timedelta(minutes=5)
    books.close()


# --- reading


def wrote(path: Path, times: int) -> bool:
    """Another process opens the file, writes, and closes it."""
    writer = start_writer(path, times)
    writer.communicate(timeout=60)
    return writer.returncode == 0


def rename(books: Books, name: str) -> None:
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1).name = name


def test_a_reader_sees_one_picture_whatever_is_committed_meanwhile(books: Books) -> None:
    with books.reading() as reader:
        assert reader.value("SELECT name FROM team") == "營銷團隊"
        rename(books, "二隊")
        assert reader.value("SELECT name FROM team") == "營銷團隊"
        with books.reading() as inner:
            assert inner.value("SELECT name FROM team") == "營銷團隊"
        assert reader.one("SELECT id FROM team WHERE name = 'x'") is None
        assert reader.value("SELECT id FROM team WHERE name = 'x'") is None
    with books.reading() as reader:
        assert reader.value("SELECT name FROM team") == "二隊"


def test_a_reader_does_not_write(books: Books) -> None:
    with pytest.raises(Refusal), books.reading() as reader:
        reader.rows("DELETE FROM team")


def test_threads_read_apart_and_leave_no_connection_behind(books: Books) -> None:
    both_in = threading.Barrier(2, timeout=60)
    seen: list[tuple[str, str]] = []

    def read() -> None:
        with books.reading() as reader:
            first = reader.value("SELECT name FROM team")
            both_in.wait()
            seen.append((first, reader.value("SELECT name FROM team")))

    for _ in range(4):
        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert seen == [("營銷團隊", "營銷團隊")] * 8
    assert len(books._idle) == 2


def test_books_closed_under_a_reader_close_when_it_is_done(books: Books) -> None:
    with books.reading() as reader:
        books.close()
        assert reader.value("SELECT 1") == 1
    assert books._idle == []
    with books.reading() as reader:
        assert reader.value("SELECT 1") == 1
    assert books._idle == []


def test_a_query_of_another_thread_is_given_up(books: Books) -> None:
    started = threading.Event()
    raised: list[GivenUp] = []
    readers: list[Reader] = []
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def query() -> None:
        try:
            with books.reading() as reader:
                readers.append(reader)
                started.set()
                reader.value(endless)
        except GivenUp as error:
            raised.append(error)

    thread = threading.Thread(target=query)
    thread.start()
    assert started.wait(60)
    while thread.is_alive():
        readers[0].interrupt()
        thread.join(0.01)
    assert len(raised) == 1


def test_a_query_given_up_too_late_disturbs_nobody(books: Books) -> None:
    with books.reading() as reader:
        earlier = reader
    with books.reading() as reader:
        earlier.interrupt()
        assert reader.value("SELECT 1") == 1


def test_looking_at_a_file_in_use_keeps_its_locks(books: Books) -> None:
    """A process that drops its locks loses its log to the next one that closes the file."""
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM directive") == 0
    assert verify(books.path).sound
    Books.open(books.path).close()
    assert wrote(books.path, 1)
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM directive") == 1


# --- what is heard


def test_listeners_hear_until_they_end_it(books: Books) -> None:
    heard: list[str] = []
    end = books.subscribe(heard.append)
    books.announce("people")
    end()
    books.announce("meetings")
    assert heard == ["people"]


def test_the_newest_event_is_seen_across_processes(books: Books) -> None:
    before = books.last_event()
    assert wrote(books.path, 2)
    assert books.last_event() == before + 2


def test_books_without_events_have_none(empty_books: Books) -> None:
    assert empty_books.last_event() == 0
