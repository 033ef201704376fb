"""The log and the rows of a damaged file: what can still be read is gone through."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from teamops.db.books import Books
from teamops.db.verify import verify
from tests.db.attack import spoil


def test_minutes_that_cannot_be_read_hide_nothing_else(books: Books) -> None:
    books.close()
    events = verify(books.path).events
    spoil(books.path, "minutes")
    report = verify(books.path)
    lines = [finding.line for finding in report.findings]
    assert any(line.startswith("the minutes cannot be read to the end: ") for line in lines)
    assert report.events == report.head.seq == events


def test_a_log_that_cannot_be_read_is_said_once_and_not_of_every_row(books: Books) -> None:
    books.close()
    spoil(books.path, "event_log")
    report = verify(books.path)
    lines = [finding.line for finding in report.findings]
    assert any(line.startswith("the event log cannot be read to the end: ") for line in lines)
    assert not any("no event wrote it" in line for line in lines)
    assert report.head.seq == report.events


def test_the_head_of_a_log_is_that_of_what_could_be_read(roster_file: Path, tmp_path: Path) -> None:
    whole = verify(roster_file)
    cut = tmp_path / "cut.db"
    cut.write_bytes(roster_file.read_bytes())
    with closing(sqlite3.connect(cut)) as connection:
        newest = connection.execute("SELECT hash FROM event_log ORDER BY id DESC").fetchone()[0]
    with cut.open("r+b") as file:
        file.seek(file.read().index(newest.encode()) // 4096 * 4096)
        file.write(b"\xff" * 4096)
    report = verify(cut)
    assert 0 < report.events < whole.events
    assert report.head.seq == report.events
