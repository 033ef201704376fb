"""One action's transaction: the rows it writes and the event that covers them, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import CompoundSelect, Engine, Result, Select, Table, event, func, inspect, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, UOWTransaction

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.db.chain import EVENT_COLUMNS, GENESIS, SPAN, canonical, event_hash, row_digester, touches
from teamops.db.engine import as_kept
from teamops.db.reader import Reader
from teamops.db.sqlite import explain
from teamops.errors import AlreadyThere, ChangedSince, Missing
from teamops.models.history import table_label
from teamops.models.people import Actor
from teamops.models.tables.base import Record
from teamops.models.tables.books import EventLog, Serial
from teamops.models.words import Series

if TYPE_CHECKING:
    import sqlite3

R = TypeVar("R", bound=Record)
Columns = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class _LoggedSession(Session):
    """A session that notes every row it writes."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.written: set[tuple[str, int]] = set()
        self.gone: set[tuple[str, int]] = set()


@event.listens_for(_LoggedSession, "after_flush")
def _note(session: _LoggedSession, _context: UOWTransaction) -> None:
    for row in session.deleted:
        if isinstance(row, Record) and row.logged:
            session.written.discard((row.__tablename__, row.id))
            session.gone.add((row.__tablename__, row.id))
    for row in (*session.new, *session.dirty):
        if isinstance(row, Record) and row.logged and (row in session.new or session.is_modified(row)):
            session.written.add((row.__tablename__, row.id))


class Transaction:
    """What a use case works with: rows in, rows out, numbers, the present, and who acts."""

    def __init__(self, session: _LoggedSession, actor: Actor, action: str, clock: Clock) -> None:
        self._session = session
        self.actor = actor
        self.action = action
        self.clock = clock
        self.now: datetime = clock.now()
        self.today: date = clock.local(self.now).date()
        self.reason = ""
        self.own_only = False
        self._subjects: list[tuple[str, int]] = []

    # --- reading

    def get(self, kind: type[R], key: int | None, *, version: int | None = None) -> R:
        """A row by key; with the `version` a form was opened on, refused when somebody changed it since."""
        row = self._session.get(kind, key) if key is not None else None
        if row is None:
            raise Missing(table_label(kind.__tablename__))
        if version is not None and getattr(row, "version", version) != version:
            raise ChangedSince
        return row

    def find(self, query: Select[R]) -> R | None:
        """The first row of a query, or none."""
        return self._session.scalars(query.limit(1)).first()

    def all(self, query: Select[R]) -> Sequence[R]:
        """All rows of a query."""
        return self._session.scalars(query).all()

    def run(self, query: Columns) -> Result[*tuple[Any, ...]]:
        """A query that gives columns rather than rows."""
        return self._session.execute(query)

    def value(self, query: Select[Any]) -> Any:
        """The first value of the first row, or none."""
        return self._session.scalar(query)

    @property
    def reader(self) -> Reader:
        """What the screens' readings see, inside this transaction: everything written so far included."""
        self._session.flush()
        connection = self._session.connection().connection.driver_connection
        return Reader(cast("sqlite3.Connection", connection))

    # --- writing

    def add(self, row: R) -> R:
        """Write a new row; it has its key afterwards."""
        self._session.add(row)
        self._session.flush()
        return row

    def remove(self, row: Record) -> None:
        """Take away a row that was never a fact (something prepared, not submitted)."""
        self._session.delete(row)
        self._session.flush()

    def flush(self) -> None:
        """Send what was changed to the database, so that its constraints speak now."""
        self._session.flush()

    def number(self, series: Series, day: date) -> str:
        """Take the next number of a series in the year of `day` (model.md I5)."""
        newest = self.value(
            select(func.max(Serial.n)).where(Serial.series == series, Serial.year == day.year)
        )
        n = (newest or 0) + 1
        return self.add(Serial(series=series, year=day.year, n=n, number=series.number(day.year, n))).number

    def bulk(self, kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> int:
        """Write many new rows past the object layer, an event for each SPAN; the number of rows written.

        Every column but `id` and `version` must be given. The rows' keys run on from the table's newest.
        """
        table = _table(kind)
        first = self._next_key(table.name)
        names = [column.name for column in table.columns]
        statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        written = 0
        for batch in _batches(rows, SPAN):
            keys = range(first + written, first + written + len(batch))
            kept = [
                as_kept(table, {"id": key, "version": 1, **values})
                for key, values in zip(keys, batch, strict=True)
            ]
            self._session.connection().exec_driver_sql(statement, kept)
            self._event({table.name: keys}, [])
            written += len(batch)
        return written

    def _next_key(self, table: str) -> int:
        self._session.flush()
        query = f"SELECT max(id), (SELECT seq FROM sqlite_sequence WHERE name = ?) FROM {table}"  # noqa: S608
        found = self._session.connection().exec_driver_sql(query, (table,)).one()
        return max(found[0] or 0, found[1] or 0) + 1

    # --- the event

    def about(self, row: Record) -> None:
        """Say that the action was about `row`, though it may have written others."""
        self._subjects.append((row.__tablename__, row.id))

    def seal(self) -> None:
        """Write the event that covers everything written since the last one.

        `transaction` calls it at the end, work of more than SPAN rows in between.
        """
        self._session.flush()
        if not self._session.written and not self._session.gone:
            return
        written: dict[str, list[int]] = {}
        for name, key in sorted(self._session.written):
            written.setdefault(name, []).append(key)
        self._event(written, sorted(self._session.gone))
        self._session.written.clear()
        self._session.gone.clear()

    def _event(self, written: Mapping[str, Sequence[int]], gone: Sequence[tuple[str, int]]) -> None:
        connection = self._session.connection()
        last = connection.exec_driver_sql("SELECT id, hash FROM event_log ORDER BY id DESC LIMIT 1").first()
        seq, prev = (last[0] + 1, last[1]) if last else (1, GENESIS)
        payload = {
            "rows": {name: self._images(name, keys) for name, keys in written.items()},
            "gone": [list(entry) for entry in gone],
            "about": [list(entry) for entry in dict.fromkeys(self._subjects)],
        }
        table = _table(EventLog)
        fields: dict[str, Any] = {
            "id": seq,
            "at": self.now,
            "actor_id": self.actor.person_id,
            "actor_number": self.actor.number,
            "actor_name": self.actor.name,
            "actor_role": self.actor.role.value if self.actor.role else "",
            "action": self.action,
            "reason": self.reason,
            "payload": canonical(payload),
            "prev_hash": prev,
            "hash": "",
        }
        names = [column.name for column in table.columns]
        kept = dict(zip(names, as_kept(table, fields), strict=True))
        kept["hash"] = event_hash(prev, {name: kept[name] for name in EVENT_COLUMNS})
        connection.exec_driver_sql(
            f"INSERT INTO event_log ({', '.join(kept)}) VALUES ({', '.join('?' * len(kept))})",  # noqa: S608
            tuple(kept.values()),
        )
        connection.exec_driver_sql(
            "INSERT INTO event_touch (table_name, first_id, last_id, seq) VALUES (?, ?, ?, ?)",
            [(*touch, seq) for touch in touches(payload)],
        )

    def _images(self, name: str, keys: Sequence[int]) -> dict[str, Any]:
        """The rows as the file keeps them now, read back so that nothing but the truth is logged."""
        columns = [column.name for column in Record.metadata.tables[name].columns]
        wanted = "id IN (SELECT value FROM json_each(?)) ORDER BY id"
        query = f"SELECT {', '.join(columns)} FROM {name} WHERE {wanted}"  # noqa: S608
        kept = self._session.connection().exec_driver_sql(query, (canonical(list(keys)),))
        digest = row_digester(name, columns)
        return {"columns": columns, "rows": [[*row, digest(tuple(row))] for row in kept]}


def _table(kind: type[Record]) -> Table:
    table = inspect(kind).local_table
    assert isinstance(table, Table)  # noqa: S101 - every Record is mapped to one table
    return table


def _batches(rows: Iterable[Mapping[str, Any]], size: int) -> Iterator[list[Mapping[str, Any]]]:
    batch: list[Mapping[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


@contextmanager
def transaction(books: Books, actor: Actor, action: str, clock: Clock | None = None) -> Iterator[Transaction]:
    """BEGIN IMMEDIATE … COMMIT round one action; whatever goes wrong inside, nothing of it stays."""
    try:
        with _LoggedSession(books.engine) as session, session.begin():
            session.connection()  # waits for whoever writes, so that the present below comes after theirs
            tx = Transaction(session, actor, action, clock or books.clock)
            yield tx
            tx.seal()
    except IntegrityError as error:
        if "UNIQUE" in str(error.orig):
            raise AlreadyThere(_taken(error)) from error
        raise
    except DBAPIError as error:
        if refusal := explain(error, books.path):
            raise refusal from error
        raise


def _taken(error: IntegrityError) -> str:
    """What a UNIQUE constraint found there already: the one text that is unique, else the kind of record."""
    failed = re.findall(r"(\w+)\.(\w+)", str(error.orig))
    if len(failed) == 1 and isinstance(error.params, tuple):
        inserted = re.match(r"INSERT INTO \w+ \(([^)]*)\)", error.statement or "")
        names = inserted[1].split(", ") if inserted else re.findall(r"(\w+)=\?", error.statement or "")
        value = dict(zip(names, error.params, strict=False)).get(failed[0][1])
        if isinstance(value, str):
            return value
    return table_label(failed[0][0]) if failed else ""
