"""Verification finds every change made behind the program's back, in every column of every table."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from teamops.db import exempt, schema
from teamops.db import verify as verification
from teamops.db.books import Books
from teamops.db.chain import EVENT_COLUMNS, canonical, event_hash, row_digester
from teamops.db.findings import Findings, Report
from teamops.db.transaction import transaction
from teamops.db.verify import NUMBERED, verify
from teamops.errors import DatabaseTooNew, NotOurDatabase
from teamops.models.people import PROGRAM
from teamops.models.tables.base import Record
from teamops.models.tables.people import Person, Team
from tests.db.attack import attack, flip
from tests.db.filled import KINDS, LOGGED, fill


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A row in every table, then three events more."""
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    shutil.copy(empty_file, path)
    books = Books.open(path)
    fill(books)
    for name in ("二隊", "三隊", "四隊"):
        with transaction(books, PROGRAM, "test.rename") as tx:
            tx.reason = "改名"
            tx.get(Team, 1).name = name
    books.close()
    return path


@pytest.fixture
def path(filled_file: Path, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The filled books in a file of the test's own; a fresh schema is copied, not made each time."""
    monkeypatch.setattr(verification, "create", lambda made: shutil.copy(empty_file, made))
    return Path(shutil.copy(filled_file, tmp_path / "team.db"))


def kinds(report: Report) -> set[str]:
    return {finding.kind for finding in report.findings}


def execute(*statements: str) -> Callable[[sqlite3.Connection], None]:
    def deed(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return deed


def test_nothing_is_found_in_sound_books(path: Path) -> None:
    report = verify(path)
    assert report.sound
    assert report.events == 4
    assert report.rows == sum(n for _table, n in report.tables)
    assert {table for table, _n in report.tables} == set(LOGGED)
    with closing(sqlite3.connect(path)) as connection:
        assert (
            str(report.head)
            == f"4 · {connection.execute('SELECT max(hash) FROM event_log WHERE id = 4').fetchone()[0][:12]}"
        )


def test_the_tables_without_digests_are_named(path: Path) -> None:
    report = verify(path)
    unlogged = {name for name, kind in KINDS.items() if not kind.logged}
    assert {table for table, _why in report.exempt} == unlogged | {"alembic_version"}
    assert all(why for _table, why in report.exempt)
    assert set(exempt.BESIDE) == {"draft", "meeting_clock"}


@pytest.mark.parametrize("table", [*LOGGED, "event_log", "event_touch"])
def test_a_changed_value_is_found_in_every_column(table: str, path: Path, tmp_path: Path) -> None:
    for column in Record.metadata.tables[table].columns:
        changed = Path(shutil.copy(path, tmp_path / "changed.db"))
        flip(changed, table, column.name)
        report = verify(changed)
        assert not report.sound, f"{table}.{column.name}"
        assert all(finding.line for finding in report.findings)


@pytest.mark.parametrize("table", [*LOGGED, "event_touch"])
def test_a_row_taken_away_is_found(table: str, path: Path) -> None:
    attack(path, execute(f"DELETE FROM {table}"))
    assert kinds(verify(path)) & {"row", "index"}


@pytest.mark.parametrize("table", LOGGED)
def test_a_row_put_in_is_found(table: str, path: Path) -> None:
    columns = Record.metadata.tables[table].columns
    values = ", ".join(
        f"{c.name} + 7" if c.type.python_type in (int, bool) else f"{c.name} || 'x'" for c in columns
    )
    attack(path, execute(f"INSERT INTO {table} SELECT {values} FROM {table} LIMIT 1"))
    assert "row" in kinds(verify(path))


def test_a_row_is_told_with_its_event(path: Path) -> None:
    attack(path, execute("UPDATE team SET name = '五隊'"))
    assert [finding.line for finding in verify(path).findings] == [
        "team 1: the row is not as event 4 left it."
    ]


def test_a_row_without_an_event_and_an_event_without_its_row(path: Path) -> None:
    attack(path, execute("UPDATE target SET id = 9"))
    assert [finding.line for finding in verify(path).findings] == [
        "target 9: the row is there, but no event wrote it.",
        "target 1: event 1 wrote the row, but it is gone.",
    ]


def test_a_row_taken_away_by_an_event_stays_away(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT * FROM signatory").fetchone()
    books = Books.open(path)
    with transaction(books, PROGRAM, "test.remove") as tx:
        tx.remove(tx.get(KINDS["signatory"], row[0]))
    books.close()
    assert verify(path).sound
    attack(path, lambda c: c.execute(f"INSERT INTO signatory VALUES ({', '.join('?' * len(row))})", row))
    assert kinds(verify(path)) == {"row"}


def test_text_that_is_no_text_is_found(path: Path) -> None:
    attack(
        path, execute("UPDATE person SET name = CAST(x'ff' AS TEXT)", "UPDATE case_study SET title = x'00'")
    )
    assert {finding.what for finding in verify(path).findings} == {"person 1", "case_study 1"}


@pytest.mark.parametrize("value", ["x'44ff1b5b'", "'D' || char(27) || '[2J'", "7", "CAST(x'ff' AS TEXT)"])
@pytest.mark.parametrize(
    "column", ["directive.number", "serial.number", "serial.n", "serial.year", "serial.series"]
)
def test_whatever_stands_there_is_told_harmlessly(path: Path, column: str, value: str) -> None:
    table, _dot, name = column.partition(".")
    attack(path, execute(f"UPDATE {table} SET {name} = {value} WHERE number LIKE 'D%'"))
    report = verify(path)
    assert not report.sound
    assert all(finding.line.isprintable() for finding in report.findings)


def test_an_event_that_names_what_there_is_not_is_told_harmlessly(path: Path) -> None:
    def name(fields: dict[str, object]) -> None:
        image = {"columns": ["id"], "rows": [[5, row_digester("no\x1btable", ["id"])([5])]]}
        fields["payload"] = canonical({"rows": {'no\x1b"table': image}, "gone": [], "about": []})

    rechained(path, name, since=4)
    lines = [finding.line for finding in verify(path).findings]
    assert lines
    assert all(line.isprintable() for line in lines)


def test_a_table_named_in_bad_faith_is_told_harmlessly(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("""CREATE TABLE "a""b\x1b" (id INTEGER PRIMARY KEY, "c""d" TEXT)""")
        connection.execute("""INSERT INTO "a""b\x1b" VALUES (1, 'x')""")
        connection.commit()
    report = verify(path)
    assert kinds(report) == {"schema", "row"}
    assert all(finding.line.isprintable() for finding in report.findings)


def test_a_row_far_from_the_others_is_found(path: Path) -> None:
    attack(path, execute("UPDATE person SET id = 4611686018427387904", "UPDATE team SET id = -3"))
    assert {"person 4611686018427387904", "person 1", "team -3", "team 1"} <= {
        f.what for f in verify(path).findings
    }


# --- the chain


def test_a_missing_event_is_found(path: Path) -> None:
    attack(path, execute("DELETE FROM event_log WHERE id = 2"))
    lines = [finding.line for finding in verify(path).findings]
    assert "Event 2 is missing from the log." in lines
    assert "Event 3 is not chained to the event before it." in lines


def test_events_in_another_order_are_found(path: Path) -> None:
    attack(path, execute("UPDATE event_log SET id = CASE id WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE id END",
                         "UPDATE event_log SET id = abs(id)"))  # fmt: skip
    assert "chain" in kinds(verify(path))


@pytest.mark.parametrize(
    "payload", ["", "[]", "{}", '{"rows": 1, "gone": [], "about": []}', '{"rows": {"team": {}}}']
)
def test_an_event_that_cannot_be_read_is_found(path: Path, payload: str) -> None:
    attack(
        path,
        lambda connection: connection.execute("UPDATE event_log SET payload = ? WHERE id = 2", (payload,)),
    )
    lines = [finding.line for finding in verify(path).findings]
    assert "Event 2 was changed after it was written." in lines
    assert "Event 2 cannot be read." in lines


def rechained(path: Path, changed: Callable[[dict[str, object]], None], since: int) -> None:
    """Rewrite the events from `since` on, and seal them anew: what the chain cannot show."""
    names = (*EVENT_COLUMNS, "prev_hash", "hash")

    def deed(connection: sqlite3.Connection) -> None:
        rows = connection.execute(f"SELECT {', '.join(names)} FROM event_log ORDER BY id").fetchall()
        prev = "0" * 64
        for row in rows:
            fields = dict(zip(EVENT_COLUMNS, row, strict=False))
            if fields["id"] >= since:
                changed(fields)
                seal = event_hash(prev, fields)
                connection.execute(
                    "UPDATE event_log SET actor_name = ?, payload = ?, prev_hash = ?, hash = ? WHERE id = ?",
                    (fields["actor_name"], fields["payload"], prev, seal, fields["id"]),
                )
            else:
                seal = row[-1]
            prev = seal

    attack(path, deed)


def test_a_rebuilt_end_shows_only_in_the_head(path: Path) -> None:
    """The file cannot show it; the head printed on signed papers is what no longer agrees (model.md I4)."""
    before = verify(path).head
    rechained(path, lambda fields: fields.update(actor_name="nobody"), since=3)
    report = verify(path)
    assert report.sound
    assert report.head.seq == before.seq
    assert report.head.hash12 != before.hash12


def test_a_cut_off_end_is_found_by_the_rows_it_wrote(path: Path) -> None:
    attack(path, execute("DELETE FROM event_log WHERE id = 4", "DELETE FROM event_touch WHERE seq = 4"))
    assert kinds(verify(path)) == {"row"}


def test_a_digest_that_does_not_fit_its_row_is_found_though_the_chain_holds(path: Path) -> None:
    def lie(fields: dict[str, object]) -> None:
        payload = json.loads(str(fields["payload"]))
        payload["rows"]["team"]["rows"][0][1:2] = [7]
        fields["payload"] = canonical(payload)

    rechained(path, lie, since=4)
    assert "Event 4 holds a row that is not what its digest says." in [f.line for f in verify(path).findings]


def test_columns_that_an_earlier_version_wrote_in_another_order_are_no_finding(path: Path) -> None:
    def turn(fields: dict[str, object]) -> None:
        payload = json.loads(str(fields["payload"]))
        image = payload["rows"]["team"]
        columns, values = image["columns"][::-1], image["rows"][0][-2::-1]
        turned = {"columns": columns, "rows": [[*values, row_digester("team", columns)(values)]]}
        fields["payload"] = canonical({**payload, "rows": {"team": turned}})

    rechained(path, turn, since=4)
    assert verify(path).sound
    books = Books.open(path)
    with transaction(books, PROGRAM, "test.add") as tx:
        tx.add(Team(branch_id=1, name="五隊"))
    books.close()
    assert verify(path).sound
    attack(path, execute("UPDATE team SET name = 'x' WHERE id = 1"))
    assert kinds(verify(path)) == {"row"}


# --- numbers, minutes, schema, file


@pytest.mark.parametrize(
    ("deed", "line"),
    [
        ("UPDATE serial SET n = 3, number = 'D2026-003' WHERE series = 'D'",
         "The number D2026-001 was never taken, but a later one was."),
        ("UPDATE serial SET number = 'D2026-01' WHERE series = 'D'",
         "The number D2026-01 is not written as its series writes it."),
        ("UPDATE serial SET series = 'Q' WHERE series = 'D'",
         "The number D2026-001 is not written as its series writes it."),
        ("UPDATE directive SET number = 'D2026-009'", "The number D2026-009 is in use, but was never taken."),
        ("UPDATE meeting SET number = NULL", "The number MM2026-0001 was taken, but no record has it."),
        ("UPDATE minutes SET digest = 'x'", "minutes 1: the text is not what its digest says."),
        ("UPDATE minutes SET body = x'ff'", "minutes 1: the text is not what its digest says."),
        ("UPDATE posting SET person_id = 99", "posting 1: it refers to a record that is not there (person)."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(path: Path, deed: str, line: str) -> None:
    attack(path, execute(deed))
    assert line in [finding.line for finding in verify(path).findings]


def test_every_numbered_table_is_looked_at() -> None:
    numbered = {name for name, table in Record.metadata.tables.items() if "number" in table.columns}
    assert set(NUMBERED.values()) == numbered - {"person", "serial"}


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("DROP TRIGGER event_log_no_update", "The trigger “event_log_no_update” is missing."),
        ("DROP INDEX ix_event_log_action", "The index “ix_event_log_action” is missing."),
        ("CREATE VIEW peep AS SELECT 1", "The view “peep” does not belong here."),
        ("CREATE TABLE more (id INTEGER)", "The table “more” does not belong here."),
        ("ALTER TABLE draft ADD COLUMN x", "The table “draft” is not as this version makes it."),
    ],
)
def test_a_changed_schema_is_found(path: Path, statement: str, line: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    assert line in [finding.line for finding in verify(path).findings]


def test_a_trigger_weakened_under_its_own_name_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER event_log_no_delete")
        connection.execute(
            "CREATE TRIGGER event_log_no_delete BEFORE DELETE ON event_log BEGIN SELECT 1; END"
        )
    assert kinds(verify(path)) == {"schema"}


def test_a_damaged_page_is_found_and_the_rest_still_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event_touch'").fetchone()[
            0
        ]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    report = verify(path)
    assert "file" in kinds(report)
    assert all("{" not in finding.line for finding in report.findings)


def test_an_older_schema_is_one_finding(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (schema.KNOWN[0],))
        connection.commit()
    assert [finding.kind for finding in verify(path).findings] == ["schema"]


def test_a_file_that_is_not_ours_or_too_new_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(DatabaseTooNew):
            verify(path)
        connection.execute("PRAGMA application_id=7")
        with pytest.raises(NotOurDatabase):
            verify(path)


# --- how it is told


def test_progress_runs_from_nothing_to_all_and_may_end_it(path: Path) -> None:
    heard: list[tuple[str, float]] = []
    verify(path, lambda what, share: heard.append((what, share)))
    shares = [share for _what, share in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(what for what, _share in heard)

    def stop(_what: str, _share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(path, stop)


def test_of_many_findings_the_first_are_told_and_the_rest_counted() -> None:
    findings = Findings()
    for n in range(53):
        findings.add("row", str(n), f"row {n}")
    findings.add("chain", "1", "chain 1")
    told = findings.told()
    assert len(told) == 52
    assert told[-1].line == "… and 3 more like these."


def test_the_books_stay_open_and_unchanged_meanwhile(path: Path) -> None:
    books = Books.open(path)
    with transaction(books, PROGRAM, "test.add") as tx:
        tx.add(Person(number="A1", name="王芳", joined_on=tx.today))
        assert verify(path).events == 4
    assert verify(path).events == 5
    books.close()
