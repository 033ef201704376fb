"""Whether the books are what the event log says: every event, every row, every number, the file itself.

A chain proves nothing against someone who rebuilds its end, or all of it, together with the rows: the head
then no longer agrees with the one printed on signed papers, and that is compared by eye.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from teamops.db.books import check
from teamops.db.exempt import EXEMPT
from teamops.db.findings import Finding, Findings, Report
from teamops.db.replay import Replay
from teamops.db.schema import HEAD, create
from teamops.db.sqlite import connect
from teamops.i18n import N_, _
from teamops.models.history import table_label
from teamops.models.words import Series, number_label

__all__ = ["NUMBERED", "Finding", "Progress", "Report", "verify"]

Progress = Callable[[str, float], None]

NUMBERED: Final = {
    Series.MORNING: "meeting",
    Series.DIRECTIVE: "directive",
    Series.DECISION: "outcome",
    Series.ACTION: "action_item",
}
"""The table whose `number` a series gives."""

_PARTS: Final = {"table": N_("table"), "index": N_("index"), "trigger": N_("trigger"), "view": N_("view")}


def verify(path: Path, progress: Progress | None = None) -> Report:
    """Look at everything in one consistent picture, while the books may be in use; nothing is written.

    `progress` hears what is looked at and how far it is, 0 to 1; what it raises ends the verification.
    Refused like opening: a file that is missing, not ours, or of a newer schema.
    """
    version = check(path)
    tell = progress or (lambda _what, _share: None)
    findings = Findings()
    with closing(connect(path, reading=True)) as connection:
        # Text that is no text must not stop the reading: it comes as lone surrogates, which no digest takes.
        connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
        connection.execute("BEGIN")
        replay = Replay(connection, findings)

        def replayed() -> None:
            replay.walk(lambda share: tell(_("the event log"), 0.1 + 0.5 * share))
            replay.compare(lambda share: tell(_("the records"), 0.6 + 0.3 * share))

        looked_at: tuple[tuple[str, float, Callable[[], None]], ...] = (
            (_("the file"), 0.0, lambda: _file(connection, findings)),
            (_("the schema"), 0.1, lambda: _schema(connection, version, findings)),
            (_("the event log"), 0.1, replayed),
            (_("the numbers"), 0.9, lambda: _numbers(connection, findings)),
            (_("the minutes"), 0.95, lambda: _minutes(connection, findings)),
        )
        for what, share, look in looked_at:
            tell(what, share)
            try:
                look()
            except sqlite3.DatabaseError as error:  # damaged; what else can be read is still looked at
                line = _("{what} cannot be read to the end: {detail}.")
                findings.add("file", "", line.format(what=what, detail=error))
    tell(_("done"), 1.0)
    return Report(
        findings.told(),
        rows=sum(replay.counts.values()),
        events=replay.events,
        head=replay.head,
        tables=tuple(sorted(replay.counts.items())),
        exempt=tuple((table, _(why)) for table, why in EXEMPT.items()),
    )


def _file(connection: sqlite3.Connection, findings: Findings) -> None:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            findings.add("file", "", _("The file is damaged: {detail}.").format(detail=line))
    for table, key, parent, _constraint in connection.execute("PRAGMA foreign_key_check"):
        line = _("{record}: it refers to a record that is not there ({parent}).")
        record = f"{table_label(table)} {key}"
        findings.add("file", f"{table} {key}", line.format(record=record, parent=table_label(parent)))


def _schema(connection: sqlite3.Connection, version: str, findings: Findings) -> None:
    if version != HEAD:
        line = _("The file is of an older version; open it once to bring it up to date.")
        findings.add("schema", version, line)
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.db"
        create(fresh)
        with closing(connect(fresh, reading=True)) as made:
            expected = _parts(made)
    found = _parts(connection)
    for part in sorted(expected.keys() | found.keys()):
        if found.get(part) == expected.get(part):
            continue
        if part not in found:
            line = _("The {part} “{name}” is missing.")
        elif part not in expected:
            line = _("The {part} “{name}” does not belong here.")
        else:
            line = _("The {part} “{name}” is not as this version makes it.")
        kind, name = part
        findings.add("schema", name, line.format(part=_(_PARTS.get(kind, kind)), name=name))


def _parts(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[Any, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(kind, name): (table, sql) for kind, name, table, sql in rows if not name.startswith("sqlite_")}


def _numbers(connection: sqlite3.Connection, findings: Findings) -> None:
    def say(number: str, line: str) -> None:
        findings.add("number", number, line.format(number=number_label(number)))

    def written(series: Series | None, year: object, n: object) -> str:
        return series.number(year, n) if series and isinstance(year, int) and isinstance(n, int) else ""

    known = {series.value: series for series in Series}
    next_of: dict[tuple[str, int], int] = {}
    taken = "SELECT series, year, n, number FROM serial ORDER BY series, year, n"
    for code, year, n, number in connection.execute(taken):
        series = known.get(code)
        if series is None or written(series, year, n) != number:
            say(str(number), _("The number {number} is not written as its series writes it."))
            continue
        for missing in range(next_of.get((code, year), 1), n)[:3]:
            say(series.number(year, missing), _("The number {number} was never taken, but a later one was."))
        next_of[code, year] = n + 1
    for series, table in NUMBERED.items():
        held = f"SELECT number FROM {table} WHERE number IS NOT NULL"  # noqa: S608
        taken = "SELECT number FROM serial WHERE series = ?"
        for (number,) in connection.execute(f"{held} AND number NOT IN ({taken})", (series.value,)):
            say(str(number), _("The number {number} is in use, but was never taken."))
        for (number,) in connection.execute(f"{taken} AND number NOT IN ({held})", (series.value,)):
            say(str(number), _("The number {number} was taken, but no record has it."))


def _minutes(connection: sqlite3.Connection, findings: Findings) -> None:
    for key, body, digest in connection.execute("SELECT id, body, digest FROM minutes ORDER BY id"):
        text = body if isinstance(body, bytes) else str(body).encode(errors="surrogateescape")
        if hashlib.sha256(text).hexdigest() != digest:
            line = _("{record}: the text is not what its digest says.")
            findings.add("minutes", f"minutes {key}", line.format(record=f"{table_label('minutes')} {key}"))
