"""Backups: whole, told by their manifest, refused when tampered with, and put back at once or not at all."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from teamops.db import backup as files
from teamops.db import sqlite
from teamops.db.backup import backup, copy, manifest_path, read_manifest, restore
from teamops.db.books import Books, check
from teamops.db.schema import HEAD, KNOWN
from teamops.db.transaction import transaction
from teamops.db.verify import verify
from teamops.errors import (
    BackupDamaged,
    BackupUnsound,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseFull,
    DatabaseInUse,
    DatabaseUnreadable,
    FileMissing,
    NotOurDatabase,
)
from teamops.models.people import PROGRAM
from teamops.models.tables.people import Team
from tests.conftest import MORNING
from tests.db.attack import attack, spoil
from tests.db.permitted import run_as_owner
from tests.db.test_schema import made_at
from tests.db.test_transaction import start_writer

STAMP = "20261123-002100"


def team_in(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT name FROM team").fetchone()[0])


def rename(books: Books, name: str) -> None:
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1).name = name


# --- made


def test_a_backup_of_books_in_use_holds_all_that_was_committed(books: Books, tmp_path: Path) -> None:
    target = tmp_path / "kept" / "copy.db"
    with books.reading() as reader:
        reader.value("SELECT 1 FROM team")
        rename(books, "二隊")  # lies in the log beside the file
        manifest = backup(books.path, target, MORNING)
    assert team_in(target) == "二隊"
    assert verify(target).sound
    assert (manifest.file, manifest.source, manifest.branch) == (str(target), "team.db", "中山路營業部")
    assert (manifest.events, manifest.made_at) == (books.last_event(), "2026-11-23T00:21:00+00:00")
    assert manifest.head[:12] == verify(books.path).head.hash12
    assert read_manifest(target) == manifest
    assert sorted(entry.name for entry in target.parent.iterdir()) == ["copy.db", "copy.db.json"]


def test_a_backup_while_another_process_writes_is_one_moment(books: Books, tmp_path: Path) -> None:
    writer = start_writer(books.path, 100_000)
    assert writer.stdout is not None
    with writer.stdout:
        writer.stdout.readline()
        copy(books.path, tmp_path / "copy.db")
        writer.kill()
    writer.wait(60)
    report = verify(tmp_path / "copy.db")
    assert report.sound
    assert report.events > 1


_OPENS = """
import sys
from pathlib import Path
from teamops.db.books import check
print(check(Path(sys.argv[1])))
"""


def test_a_backup_opens_where_nothing_can_be_written(books: Books, tmp_path: Path) -> None:
    target = tmp_path / "medium" / "copy.db"
    backup(books.path, target, MORNING)
    target.chmod(0o444)
    target.parent.chmod(0o555)
    try:
        assert run_as_owner(_OPENS, target) == check(books.path)
    finally:
        target.parent.chmod(0o755)


def test_a_backup_is_never_made_over_a_file(books: Books, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(DatabaseExists):
        backup(books.path, tmp_path / "copy.db", MORNING)
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_books_without_a_branch_or_an_event_are_copied_too(empty_books: Books, tmp_path: Path) -> None:
    manifest = backup(empty_books.path, tmp_path / "copy.db", MORNING)
    assert (manifest.events, manifest.branch, set(manifest.head)) == (0, "", {"0"})


def test_damaged_books_are_not_passed_off_as_a_backup(books: Books, tmp_path: Path) -> None:
    books.close()
    spoil(books.path, "calendar_day")
    with pytest.raises(DatabaseDamaged, match=r"team\.db"):
        backup(books.path, tmp_path / "copy.db", MORNING)
    assert not (tmp_path / "copy.db").exists()


def test_books_with_loose_ends_are_not_passed_off_as_a_backup(books: Books, tmp_path: Path) -> None:
    with closing(sqlite3.connect(books.path, isolation_level=None)) as connection:
        connection.execute("UPDATE posting SET person_id = 99")
    with pytest.raises(DatabaseDamaged):
        copy(books.path, tmp_path / "copy.db")


def test_a_place_that_cannot_be_written_is_refused_in_words(books: Books, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseUnreadable):
        backup(books.path, tmp_path / "file" / "copy.db", MORNING)


def test_what_an_earlier_attempt_left_is_not_in_the_way(books: Books, tmp_path: Path) -> None:
    for suffix in ("", "-journal", "-wal"):
        (tmp_path / f"copy.db.part{suffix}").write_bytes(b"half" * 1000)
    backup(books.path, tmp_path / "copy.db", MORNING)
    assert [entry.name for entry in tmp_path.glob("copy.db.part*")] == []
    assert verify(tmp_path / "copy.db").sound


def test_a_full_disk_leaves_no_half_backup(books: Books, tmp_path: Path) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(medium)]
    may = os.geteuid() == 0 and shutil.which("mount") is not None
    if not may or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("a small disk can be had by the superuser alone, where mounting is allowed")
    try:
        with pytest.raises(DatabaseFull, match="medium"):
            backup(books.path, medium / "copy.db", MORNING)
        assert list(medium.iterdir()) == []
    finally:
        subprocess.run(["umount", str(medium)], check=True)


# --- put back


@pytest.fixture
def kept(books: Books, tmp_path: Path) -> Path:
    """A backup of the books, which were renamed since and are open no more."""
    target = tmp_path / "kept" / "copy.db"
    backup(books.path, target, MORNING)
    rename(books, "二隊")
    books.close()
    return target


def test_a_backup_is_put_back_and_what_it_replaces_is_kept(kept: Path, books: Books) -> None:
    replaced = restore(kept, books.path, STAMP)
    assert replaced == books.path.with_name(f"team.replaced-{STAMP}.db")
    assert (team_in(books.path), team_in(replaced)) == ("營銷團隊", "二隊")
    assert verify(books.path).sound
    assert verify(replaced).sound
    with closing(sqlite3.connect(books.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert sorted(entry.name for entry in books.path.parent.glob("*.part*")) == []
    rename(again := Books.open(books.path), "三隊")
    again.close()
    assert restore(kept, books.path, STAMP) == books.path.with_name(f"team.replaced-{STAMP}-2.db")


def test_a_backup_is_put_where_nothing_is(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "team.db"
    assert restore(kept, target, STAMP) is None
    assert team_in(target) == "營銷團隊"


def test_a_log_left_by_another_file_is_not_replayed(kept: Path, books: Books, tmp_path: Path) -> None:
    target = tmp_path / "new.db"
    (tmp_path / "new.db-wal").write_bytes(b"of another file" * 99)
    restore(kept, target, STAMP)
    assert verify(target).sound


def test_books_in_use_are_not_replaced(kept: Path, books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    other = Books.open(books.path)
    with pytest.raises(DatabaseInUse):
        restore(kept, books.path, STAMP)
    rename(other, "三隊")
    other.close()
    assert team_in(books.path) == "三隊"
    assert list(books.path.parent.glob("*replaced*")) == []


def test_damaged_books_are_replaced_and_kept_as_they_lie(kept: Path, books: Books) -> None:
    books.path.write_bytes(b"\xff" * 5000)
    Path(f"{books.path}-wal").write_bytes(b"its log")
    replaced = restore(kept, books.path, STAMP)
    assert replaced is not None
    assert replaced.read_bytes() == b"\xff" * 5000
    assert Path(f"{replaced}-wal").read_bytes() == b"its log"
    assert verify(books.path).sound


def test_books_that_a_full_disk_left_empty_are_replaced(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert restore(kept, tmp_path / "empty.db", STAMP) is not None
    assert team_in(tmp_path / "empty.db") == "營銷團隊"


def test_another_program_s_database_is_not_replaced(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE t (x)")
    before = other.read_bytes()
    with pytest.raises(NotOurDatabase):
        restore(kept, other, STAMP)
    assert other.read_bytes() == before
    assert [path.name for path in tmp_path.glob("other*")] == ["other.db"]


def test_where_files_cannot_have_two_names_the_old_one_is_copied(
    kept: Path, books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    replaced = restore(kept, books.path, STAMP)
    assert replaced is not None
    assert team_in(replaced) == "二隊"


@pytest.mark.parametrize("deed", ["grow", "flip", "manifest", "no json", "gone field"])
def test_a_backup_that_was_tampered_with_is_refused(kept: Path, books: Books, deed: str) -> None:
    manifest = json.loads(manifest_path(kept).read_text("utf-8"))
    match deed:
        case "grow":
            kept.write_bytes(kept.read_bytes() + b"\x00" * 4096)
        case "flip":
            with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
                connection.execute("UPDATE team SET name = 'x'")
        case "manifest":
            manifest_path(kept).write_text(json.dumps({**manifest, "sha256": "0" * 64}), "utf-8")
        case "no json":
            manifest_path(kept).write_text("{", "utf-8")
        case _:
            manifest_path(kept).write_text("{}", "utf-8")
    with pytest.raises(BackupDamaged):
        restore(kept, books.path, STAMP)
    assert team_in(books.path) == "二隊"


def test_a_backup_without_its_manifest_is_checked_by_itself(kept: Path, books: Books) -> None:
    manifest_path(kept).unlink()
    assert read_manifest(kept) is None
    restore(kept, books.path, STAMP)
    spoil(kept, "calendar_day")
    with pytest.raises(DatabaseDamaged):
        restore(kept, books.path, STAMP)
    assert team_in(books.path) == "營銷團隊"


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("UPDATE team SET name = 'x'", "as event"),
        ("UPDATE event_log SET actor_name = 'x' WHERE id = 1", "Event 1"),
        ("DELETE FROM event_log", "event 1"),
        ("INSERT INTO serial VALUES (99, 'D', 2026, 2, 'D2026-002')", "no event wrote it"),
        ("CREATE TABLE more (id INTEGER)", "does not belong here"),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_a_backup_that_does_not_verify_is_refused_before_anything_is_touched(
    kept: Path, books: Books, deed: str, told: str, *, there: bool
) -> None:
    manifest_path(kept).unlink()
    attack(kept, lambda connection: connection.execute(deed))
    if not there:
        books.path.unlink()
    before = {path: path.read_bytes() for path in books.path.parent.iterdir() if path.is_file()}
    with pytest.raises(BackupUnsound, match=told):
        restore(kept, books.path, STAMP)
    after = {path: path.read_bytes() for path in books.path.parent.iterdir() if path.is_file()}
    assert after == before


def test_a_backup_of_an_older_schema_is_brought_up_to_date(books: Books, tmp_path: Path) -> None:
    older = made_at(tmp_path / "older.db", KNOWN[0])
    before = older.read_bytes()
    books.close()
    replaced = restore(older, books.path, STAMP)
    assert check(books.path) == HEAD
    assert verify(books.path).sound
    assert older.read_bytes() == before
    assert replaced is not None
    assert team_in(replaced) == "營銷團隊"
    assert sorted(entry.name for entry in books.path.parent.glob("team.*")) == ["team.db", replaced.name]


def test_a_file_that_is_not_there_is_no_backup(books: Books, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        restore(tmp_path / "none.db", books.path, STAMP)


def test_a_file_of_another_kind_is_no_backup(books: Books, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("a letter")
    with pytest.raises(NotOurDatabase):
        restore(tmp_path / "text", books.path, STAMP)


@pytest.mark.parametrize("step", ["_copy", "_put_aside", "_name_too", "replace", "_sync_folder"])
def test_a_fault_at_any_step_leaves_a_whole_file_under_the_name(
    kept: Path, books: Books, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path if step == "replace" else files, step, fail)
        with pytest.raises(DatabaseUnreadable, match="Input/output error"):
            restore(kept, books.path, STAMP)
    assert team_in(books.path) == ("營銷團隊" if step == "_sync_folder" else "二隊")
    assert verify(books.path).sound
    assert list(books.path.parent.glob("*.part*")) == []


def test_a_fault_while_the_manifest_is_written_is_refused_in_words(
    books: Books, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target.suffix == ".json":
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DatabaseFull):
        backup(books.path, tmp_path / "copy.db", MORNING)
