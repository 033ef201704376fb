"""The event log gone through from its first event: the chain, the index drawn from it, and every row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from teamops.db.chain import EVENT_COLUMNS, GENESIS, event_hash, touches
from teamops.db.exempt import EXEMPT
from teamops.db.findings import Findings
from teamops.db.tally import Digester, Tally
from teamops.i18n import _
from teamops.models.history import Head, table_label
from teamops.text import show

_MALFORMED: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)
"""What reading an event raises that the program never wrote."""

_EVENTS, _ROWS = 50, 5000
"""How many of them are read between two reports of how far it is."""


class Replay:
    """One passage through the log, then through the tables."""

    def __init__(self, connection: sqlite3.Connection, findings: Findings) -> None:
        self._connection = connection
        self._findings = findings
        self._tallies: dict[str, Tally] = {}
        self._seq, self._seal = 0, GENESIS
        self.events = 0
        self.head = Head(0, GENESIS[:12])
        self.counts: dict[str, int] = {}

    def walk(self, progress: Callable[[float], None]) -> None:
        """Go through the events; afterwards it is known what every row should be."""
        newest = self._newest()
        wanted = f"SELECT {', '.join((*EVENT_COLUMNS, 'prev_hash', 'hash'))} FROM event_log ORDER BY id"  # noqa: S608
        index = _Index(self._connection, self._findings)
        try:
            for *kept, prev, sealed in self._connection.execute(wanted):
                self._step(dict(zip(EVENT_COLUMNS, kept, strict=True)), prev, sealed, index)
                if self.events % _EVENTS == 0:
                    progress(self._seq / newest if newest else 0)
            index.end()
        finally:  # what could be read of a damaged log has its head, too
            if self.events:
                self.head = Head(self._seq, show(str(self._seal)[:12]))

    def _newest(self) -> int:
        """The number of the newest event; 0 where the end of the log is damaged."""
        try:
            return self._connection.execute("SELECT max(id) FROM event_log").fetchone()[0] or 0
        except sqlite3.DatabaseError:
            return 0

    def _step(self, fields: dict[str, Any], prev: str, sealed: str, index: _Index) -> None:
        seq = fields["id"]
        if seq != self._seq + 1:
            self._say(self._seq + 1, _("Event {seq} is missing from the log."))
        if prev != self._seal:
            self._say(seq, _("Event {seq} is not chained to the event before it."))
        if not _sealed(prev, fields, sealed):
            self._say(seq, _("Event {seq} was changed after it was written."))
        self._read(seq, fields["payload"], index)
        self._seq, self._seal = seq, sealed
        self.events += 1

    def compare(self, progress: Callable[[float], None]) -> None:
        """Go through the tables; every row must be as the newest event that wrote it left it."""
        listed = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        tables = [name for (name,) in listed if name not in EXEMPT and not name.startswith("sqlite_")]
        for place, table in enumerate(tables):
            self._compare_table(table, lambda share, place=place: progress((place + share) / len(tables)))  # type: ignore[misc]
        for table in self._tallies.keys() - set(tables):
            self._missing(table)

    def _say(self, seq: int, line: str) -> None:
        self._findings.add("chain", str(seq), line.format(seq=seq))

    def _read(self, seq: int, text: str, index: _Index) -> None:
        try:
            payload = json.loads(text)
            for table, image in payload["rows"].items():
                self._note_images(seq, table, image)
            for table, key in payload["gone"]:
                self._tally(table).take(int(key))
            expected = touches(payload)
        except _MALFORMED:
            self._say(seq, _("Event {seq} cannot be read."))
            return
        index.compare(seq, expected)

    def _note_images(self, seq: int, table: str, image: dict[str, Any]) -> None:
        columns = tuple(image["columns"])
        place = columns.index("id")
        tally = self._tally(table)
        digest = tally.digester(columns)
        for *values, sealed in image["rows"]:
            found = digest(values)
            if found != sealed:
                self._say(seq, _("Event {seq} holds a row that is not what its digest says."))
            tally.put(int(values[place]), bytes.fromhex(found))

    def _tally(self, table: str) -> Tally:
        if table not in self._tallies:
            self._tallies[table] = Tally(table)
        return self._tallies[table]

    def _compare_table(self, table: str, progress: Callable[[float], None]) -> None:
        name = _quoted(table)
        columns = [row[1] for row in self._connection.execute(f"PRAGMA table_info({name})")]
        if "id" not in columns:
            return  # no table of ours; the schema's comparison names it
        tally = self._tally(table)
        order, *others = tally.orders(columns)
        digest = tally.digester(order)
        total = self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
        listed = ", ".join(map(_quoted, order))
        place, n = order.index("id"), 0
        for row in self._connection.execute(f"SELECT {listed} FROM {name} ORDER BY id"):  # noqa: S608
            n += 1
            key = row[place]
            known = tally.take(key)
            if not known:
                self._row(table, key, _("{record}: the row is there, but no event wrote it."))
            elif not _digests(digest, row, known):
                fields = dict(zip(order, row, strict=True))
                if not any(_digests(tally.digester(o), [fields[c] for c in o], known) for o in others):
                    self._row(table, key, _("{record}: the row is not as event {seq} left it."))
            if n % _ROWS == 0:
                progress(n / total)
        self.counts[table] = n
        self._missing(table)

    def _missing(self, table: str) -> None:
        for key in self._tallies[table].left():
            self._row(table, key, _("{record}: event {seq} wrote the row, but it is gone."))

    def _row(self, table: str, key: int, line: str) -> None:
        record = f"{table_label(table)} {key}"
        seq = self._connection.execute(
            "SELECT max(seq) FROM event_touch WHERE table_name = ? AND ? BETWEEN first_id AND last_id",
            (table, key),
        ).fetchone()[0]
        self._findings.add("row", f"{table} {key}", line.format(record=record, seq=seq or "?"))


class _Index:
    """The touches kept beside the events, read in step with them."""

    def __init__(self, connection: sqlite3.Connection, findings: Findings) -> None:
        self._rows: Iterator[tuple[Any, ...]] = connection.execute(
            "SELECT id, table_name, first_id, last_id, seq FROM event_touch ORDER BY id"
        )
        self._findings = findings
        self._n = 0
        self._next = next(self._rows, None)

    def compare(self, seq: int, expected: list[tuple[str, int, int]]) -> None:
        """Whether the touches of one event are what its payload gives."""
        found: list[tuple[str, int, int]] = []
        gapless = True
        while self._next is not None and self._next[4] <= seq:
            self._n += 1
            gapless = gapless and self._next[0] == self._n and self._next[4] == seq
            self._n = self._next[0]
            found.append(self._next[1:4])
            self._next = next(self._rows, None)
        if found != expected or not gapless:
            self._say(seq)

    def end(self) -> None:
        """Nothing may be left."""
        if self._next is not None:
            self._say(self._next[4])

    def _say(self, seq: int) -> None:
        self._findings.add(
            "index", str(seq), _("The index of who did what is not what event {seq} gives.").format(seq=seq)
        )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _sealed(prev: str, fields: dict[str, Any], sealed: str) -> bool:
    try:
        return event_hash(prev, fields) == sealed
    except (TypeError, ValueError):
        return False


def _digests(digest: Digester, row: Sequence[Any], known: bytes) -> bool:
    try:
        return digest(row) == known.hex()
    except (TypeError, ValueError):
        return False
