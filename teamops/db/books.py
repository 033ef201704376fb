"""The books: one team's file, checked before it is opened, read by many and written by one at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from teamops.clock import Clock
from teamops.db.reader import GivenUp, Reader
from teamops.db.schema import HEAD, KNOWN
from teamops.db.sqlite import APPLICATION_ID, connect, connect_to_header, explain
from teamops.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnreadable,
    NotOurDatabase,
)
from teamops.i18n import _

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Books:
    """An open database. Opening imports nothing heavy; writing brings the object layer in.

    Safe to share between threads. `subscribe` hears the register of every change this process commits.
    Unless `durable`, said before anything is written, no commit waits for the disk: for a file still being made.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.durable = True
        self._mine = threading.local()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._engine_lock = threading.Lock()
        self._listeners: list[Callable[[str], None]] = []

    @classmethod
    def open(cls, path: Path, present: datetime | None = None, *, migrate: bool = True) -> Books:
        """Open `path`; `present` sets the clock, on practice and demo books only.

        An older schema is brought up to date after a backup; a newer one, another program's file and a
        damaged one are refused before anything is written.
        """
        version = check(path)
        if version != HEAD and migrate:
            from teamops.db.schema import upgrade

            upgrade(path)
        books = cls(path, Clock())
        try:
            with books.reading() as reader:
                zone, kind = reader.one("SELECT zone, kind FROM branch") or ("UTC", "real")
            books.clock = Clock(zone)
        except (KeyError, ValueError, OSError) as error:  # what ZoneInfo raises of a zone there is not
            books.close()
            raise DatabaseDamaged(path) from error
        except BaseException:
            books.close()
            raise
        if present is not None and kind != "real":
            local = present if present.tzinfo else present.replace(tzinfo=books.clock.zone)
            books.clock = Clock(zone, local)
        return books

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """One consistent picture: what is committed meanwhile is not seen inside, however nested."""
        outer: Reader | None = getattr(self._mine, "reader", None)
        if outer is not None:
            yield outer
            return
        try:
            connection = self._take()
            try:
                connection.execute("BEGIN")
                reader = self._mine.reader = Reader(connection)
                try:
                    yield reader
                finally:
                    self._mine.reader = None
                    reader.leave()
                    connection.rollback()
            except BaseException:
                connection.close()
                raise
            self._put_back(connection)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise GivenUp from error
            if refusal := explain(error, self.path):
                raise refusal from error
            raise

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return connect(self.path, reading=True)

    def _put_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    @property
    def engine(self) -> Engine:
        """The object layer's engine, made when first written through."""
        with self._engine_lock:  # not the readers' lock: the import takes its time
            if self._engine is None:
                from teamops.db.engine import make_engine

                self._engine = make_engine(self.path, durable=self.durable)
            return self._engine

    def last_event(self) -> int:
        """The number of the newest event."""
        with self.reading() as reader:
            return int(reader.value("SELECT max(id) FROM event_log") or 0)

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Call `listener` with the register of each committed change; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, register: str) -> None:
        """Tell the listeners that a register changed."""
        for listener in tuple(self._listeners):
            listener(register)

    def close(self) -> None:
        """Close every connection; one that another thread still reads through is closed when it is done."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        with self._engine_lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None


def check(path: Path) -> str:
    """The schema version of a file that is ours; refuses everything else before a byte is written."""
    _check_ours(path)
    try:
        with closing(connect(path, reading=True)) as connection:
            _check_mark(path, connection)
            versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error as error:
        raise explain(error, path) or DatabaseDamaged(path) from error
    if len(versions) != 1:
        raise DatabaseDamaged(path)
    version = str(versions[0][0])
    if version not in KNOWN:
        raise DatabaseTooNew(path, version)
    return version


def _check_ours(path: Path) -> None:
    """Look at the header alone: no lock, no journal of another program rolled back.

    SQLite reads it: a file opened and closed past SQLite drops the locks of this process's connections.
    """
    try:
        if not path.exists():
            raise DatabaseMissing(path)
        if not path.is_file():
            raise DatabaseUnreadable(path, _("it is a folder") if path.is_dir() else _("it is no file"))
    except OSError as error:
        raise DatabaseUnreadable(path, error.strerror or str(error)) from error
    try:
        with closing(connect_to_header(path)) as connection:
            _check_mark(path, connection)
    except sqlite3.Error as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise NotOurDatabase(path) from error
        if error.sqlite_errorname == "SQLITE_CORRUPT":
            return  # cut short, or with pages that still lie in its log: for the whole file to say
        raise explain(error, path) or DatabaseDamaged(path) from error


def _check_mark(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotOurDatabase(path)
