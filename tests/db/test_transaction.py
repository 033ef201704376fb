"""One action, one transaction, one event: rows, versions, numbers, bulk, and nothing where anything fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError

import teamops
from teamops.db import sqlite
from teamops.db.books import Books
from teamops.db.chain import EVENT_COLUMNS, GENESIS, SPAN, row_digester, touches
from teamops.db.reader import clock
from teamops.db.transaction import Transaction, transaction
from teamops.db.verify import verify
from teamops.errors import AlreadyThere, ChangedSince, DatabaseBusy, DatabaseFull, Missing
from teamops.models.directives import DirectiveKind
from teamops.models.meetings import SeriesKind
from teamops.models.people import PROGRAM, Actor, Role
from teamops.models.tables.action_items import ActionItem, ActionShare
from teamops.models.tables.directives import Directive
from teamops.models.tables.figures import Figure, FigureValue
from teamops.models.tables.meetings import MeetingSeries
from teamops.models.tables.people import Person, Team
from teamops.models.words import Series

DAY = date(2026, 11, 23)
COLUMNS = (*EVENT_COLUMNS, "prev_hash", "hash")
LEAD = Actor(1, "A101", "徐靜", Role.LEAD)


def newest(books: Books) -> dict[str, Any]:
    """The newest event, its payload read."""
    with books.reading() as reader:
        row = reader.one(f"SELECT {', '.join(COLUMNS)} FROM event_log ORDER BY id DESC LIMIT 1")
    assert row is not None
    found = dict(zip(COLUMNS, row, strict=True))
    return {**found, "payload": json.loads(found["payload"])}


def new_person(tx: Transaction, number: str) -> Person:
    return tx.add(Person(number=number, name="王芳", joined_on=DAY))


def issue(tx: Transaction) -> Directive:
    return tx.add(
        Directive(
            number=tx.number(Series.DIRECTIVE, DAY),
            title="費率下限",
            kind=next(iter(DirectiveKind)),
            issued_on=DAY,
        )
    )


# --- the event


def test_an_event_says_who_did_what_why_and_holds_the_rows_as_they_are_kept(books: Books) -> None:
    before = books.last_event()
    with transaction(books, LEAD, "test.add") as tx:
        tx.reason = "新人"
        person = new_person(tx, "A900")
    found = newest(books)
    assert (found["id"], found["action"], found["reason"]) == (before + 1, "test.add", "新人")
    assert [found[f"actor_{part}"] for part in ("id", "number", "name", "role")] == [
        1,
        "A101",
        "徐靜",
        "lead",
    ]
    assert found["at"] == "2026-11-23 00:21:00.000000"
    image = found["payload"]["rows"]["person"]
    with books.reading() as reader:
        kept = reader.one(f"SELECT {', '.join(image['columns'])} FROM person WHERE id = ?", (person.id,))
    assert kept is not None
    *values, digest = image["rows"][0]
    assert values == list(kept)
    assert digest == row_digester("person", image["columns"])(kept)
    assert found["payload"]["gone"] == []
    assert verify(books.path).sound


def test_the_first_event_is_chained_to_nothing(empty_books: Books) -> None:
    with transaction(empty_books, PROGRAM, "test.add") as tx:
        new_person(tx, "A900")
    found = newest(empty_books)
    assert (found["id"], found["prev_hash"], found["actor_role"], found["actor_id"]) == (1, GENESIS, "", None)


def test_what_is_logged_is_what_the_file_made_of_it(books: Books) -> None:
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1).name = 7  # type: ignore[assignment]
    assert newest(books)["payload"]["rows"]["team"]["rows"][0][2] == "7"
    assert verify(books.path).sound


def test_nothing_written_is_no_event(books: Books) -> None:
    before = books.last_event()
    with transaction(books, PROGRAM, "test.look") as tx:
        team = tx.get(Team, 1)
        team.name = str(team.name)
    assert books.last_event() == before
    with books.reading() as reader:
        assert reader.value("SELECT version FROM team") == 1


def test_an_action_may_be_about_a_record_it_does_not_write(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        person = new_person(tx, "A900")
        tx.about(tx.get(Team, 1))
        tx.about(person)
    assert newest(books)["payload"]["about"] == [["team", 1], ["person", person.id]]
    with books.reading() as reader:
        touched = reader.rows(
            "SELECT table_name, first_id FROM event_touch WHERE seq = ?", (books.last_event(),)
        )
    assert touched == [("person", person.id), ("team", 1)]


def test_what_a_transaction_sees_of_its_own_writes(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        tx.get(Team, 1).name = "二隊"
        assert tx.reader.value("SELECT name FROM team") == "二隊"
        assert tx.value(select(Team.name)) == "二隊"
        assert [tuple(row) for row in tx.run(select(Team.id, Team.name))] == [(1, "二隊")]
        assert tx.find(select(Team).where(Team.name == "三隊")) is None
        with books.reading() as reader:
            assert reader.value("SELECT name FROM team") == "營銷團隊"


# --- versions


def test_a_row_changed_since_it_was_opened_is_refused(books: Books) -> None:
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1, version=1).name = "二隊"
    before = books.last_event()
    with pytest.raises(ChangedSince), transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1, version=1).name = "三隊"
    assert books.last_event() == before
    with transaction(books, PROGRAM, "test.rename") as tx:
        assert tx.get(Team, 1, version=2).name == "二隊"


def test_a_record_that_is_not_there_is_named_in_words(books: Books) -> None:
    for key in (99, None):
        with (
            pytest.raises(Missing, match="There is no action item"),
            transaction(books, PROGRAM, "test.x") as tx,
        ):
            tx.get(ActionItem, key)


# --- all or nothing


class Fault(Exception):
    """Raised by a test."""


def issue_and_fail(tx: Transaction) -> None:
    assert issue(tx).number == "D2026-001"
    raise Fault


def test_a_fault_leaves_nothing_and_its_number_is_taken_again(books: Books) -> None:
    before = books.last_event()
    for _ in range(2):
        with pytest.raises(Fault), transaction(books, PROGRAM, "test.add") as tx:
            issue_and_fail(tx)
    assert books.last_event() == before
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM serial WHERE series = 'D'") == 0
        assert reader.value("SELECT count(*) FROM directive") == 0


def test_a_value_that_is_there_already_is_named(books: Books) -> None:
    with (
        pytest.raises(AlreadyThere, match="A101 is there already"),
        transaction(books, PROGRAM, "test.add") as tx,
    ):
        new_person(tx, "A101")
    with transaction(books, PROGRAM, "test.add") as tx:
        other = new_person(tx, "A900").id
    with (
        pytest.raises(AlreadyThere, match="A101 is there already"),
        transaction(books, PROGRAM, "test.x") as tx,
    ):
        tx.get(Person, other).number = "A101"


def test_two_of_what_may_be_once_are_named_by_kind(books: Books) -> None:
    with books.reading() as reader:
        team, starts, due = reader.rows("SELECT team_id, starts_at, minutes_due FROM meeting_series")[0]
    row = MeetingSeries(
        team_id=team, kind=SeriesKind.MORNING, starts_at=clock(starts), minutes_due=clock(due)
    )
    with (
        pytest.raises(AlreadyThere, match="meeting series is"),
        transaction(books, PROGRAM, "test.add") as tx,
    ):
        tx.add(row)


def test_other_broken_constraints_are_faults_of_the_program(books: Books) -> None:
    with pytest.raises(IntegrityError), transaction(books, PROGRAM, "test.add") as tx:
        tx.add(ActionShare(item_id=99, person_id=99))


def test_a_locked_file_is_refused_in_words_and_works_again_after(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    holder = sqlite.connect(books.path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy), transaction(books, PROGRAM, "test.add") as tx:
        new_person(tx, "A900")
    holder.execute("ROLLBACK")
    holder.close()
    with transaction(books, PROGRAM, "test.add") as tx:
        new_person(tx, "A900")


def test_a_full_disk_is_refused_in_words_and_leaves_nothing(books: Books) -> None:
    @event.listens_for(books.engine, "connect")
    def _no_more_pages(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes it as: no more than there are

    before = books.last_event()
    with pytest.raises(DatabaseFull), transaction(books, PROGRAM, "test.add") as tx:
        tx.bulk(FigureValue, values(tx, 2 * SPAN))
    assert books.last_event() == before
    assert verify(books.path).sound


# --- rows taken away


def shared_item(tx: Transaction) -> ActionItem:
    return tx.add(ActionItem(number=tx.number(Series.ACTION, DAY), text="回訪", owner_id=1, opened_on=DAY))


def test_a_row_taken_away_is_said_to_be_gone(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        share = tx.add(ActionShare(item_id=shared_item(tx).id, person_id=1)).id
    with transaction(books, PROGRAM, "test.remove") as tx:
        tx.remove(tx.get(ActionShare, share))
    payload = newest(books)["payload"]
    assert (payload["rows"], payload["gone"]) == ({}, [["action_share", share]])
    assert verify(books.path).sound


def test_the_key_of_a_row_taken_away_never_comes_to_mean_another(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        item = shared_item(tx).id
        share = tx.add(ActionShare(item_id=item, person_id=1)).id
    with transaction(books, PROGRAM, "test.replace") as tx:
        tx.remove(tx.get(ActionShare, share))
        assert tx.add(ActionShare(item_id=item, person_id=1)).id == share + 1
    with transaction(books, PROGRAM, "test.replace") as tx:
        tx.remove(tx.get(ActionShare, share + 1))
    with transaction(books, PROGRAM, "test.bulk") as tx:
        tx.bulk(ActionShare, [{"item_id": item, "person_id": 1}])
        assert tx.value(select(ActionShare.id)) == share + 2
    assert verify(books.path).sound


def test_a_row_added_and_taken_away_in_one_action_is_only_gone(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        share = tx.add(ActionShare(item_id=shared_item(tx).id, person_id=1))
        tx.remove(share)
    payload = newest(books)["payload"]
    assert "action_share" not in payload["rows"]
    assert payload["gone"] == [["action_share", share.id]]
    assert verify(books.path).sound


# --- many rows


def values(tx: Transaction, n: int) -> list[dict[str, Any]]:
    figure = tx.add(Figure(code="visits", kind=next(iter(tx.all(select(Figure)))).kind, position=9))
    return [
        {"day": date.fromordinal(DAY.toordinal() + k), "person_id": 1, "figure_id": figure.id,
         "value": Decimal(k).scaleb(-2), "words": ""}
        for k in range(n)
    ]  # fmt: skip


def test_many_rows_are_covered_by_an_event_for_each_thousand(books: Books) -> None:
    before = books.last_event()
    with transaction(books, PROGRAM, "imports.figures") as tx:
        tx.reason = "補錄"
        assert tx.bulk(FigureValue, iter(values(tx, 2 * SPAN + 5))) == 2 * SPAN + 5
        assert tx.bulk(FigureValue, []) == 0
    since = "SELECT action, reason, payload FROM event_log WHERE id > ? ORDER BY id"
    with books.reading() as reader:
        events = reader.rows(since, (before,))
        ranges = reader.rows(
            "SELECT last_id - first_id + 1 FROM event_touch WHERE table_name = 'figure_value' ORDER BY id"
        )
    images = [json.loads(payload)["rows"].get("figure_value", {"rows": []}) for *_, payload in events]
    assert [len(image["rows"]) for image in images] == [SPAN, SPAN, 5, 0]
    assert {(action, reason) for action, reason, _ in events} == {("imports.figures", "補錄")}
    assert ranges == [(SPAN,), (SPAN,), (5,)]
    assert verify(books.path).sound


def test_rows_written_in_bulk_are_found_and_changed_like_others(books: Books) -> None:
    with transaction(books, PROGRAM, "imports.figures") as tx:
        tx.bulk(FigureValue, values(tx, 3))
        row = tx.all(select(FigureValue).order_by(FigureValue.id))[-1]
        assert (row.value, row.version) == (Decimal("0.02"), 1)
        row.value = Decimal("1.5")
        assert tx.bulk(FigureValue, [{**values_of(row), "day": date(2030, 1, 1)}]) == 1
    assert verify(books.path).sound


def values_of(row: FigureValue) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("day", "person_id", "figure_id", "value", "words")}


def test_touches_join_neighbours_and_keep_their_span() -> None:
    rows = [[key, "x"] for key in (*range(1, SPAN + 3), 2000, 2001, 5000)]
    payload = {
        "rows": {
            "b": {"columns": ["id"], "rows": rows},
            "a": {"columns": ["n", "id"], "rows": [[9, 4, "x"]]},
        },
        "gone": [["a", 5], ["c", 1]],
        "about": [["b", 2], ["a", 6]],
    }
    assert touches(payload) == [
        ("a", 4, 6),
        ("b", 1, SPAN),
        ("b", SPAN + 1, SPAN + 2),
        ("b", 2000, 2001),
        ("b", 5000, 5000),
        ("c", 1, 1),
    ]


# --- numbers


def test_numbers_run_by_series_and_by_the_year_of_the_day(books: Books) -> None:
    with transaction(books, PROGRAM, "test.numbers") as tx:
        taken = [tx.number(Series.ACTION, day) for day in (DAY, DAY, date(2027, 1, 1))]
        taken.append(tx.number(Series.MORNING, DAY))
    assert taken == ["T2026-001", "T2026-002", "T2027-001", "MM2026-0001"]


def start_writer(path: Path, times: int) -> subprocess.Popen[str]:
    """Another process that issues directives."""
    env = {**os.environ, "PYTHONPATH": str(Path(teamops.__file__).parents[1])}
    script = Path(__file__).with_name("writer.py")
    return subprocess.Popen(
        [sys.executable, str(script), str(path), str(times)], stdout=subprocess.PIPE, text=True, env=env
    )


def test_two_processes_take_numbers_without_gap_or_double(books: Books) -> None:
    writers = [start_writer(books.path, 50) for _ in range(2)]
    numbers = [line for writer in writers for line in writer.communicate(timeout=120)[0].split()]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sorted(numbers) == [f"D2026-{n:03d}" for n in range(1, 101)]
    report = verify(books.path)
    assert report.sound
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM event_log WHERE action = 'test.issue'") == 100


def test_a_killed_process_leaves_all_it_said_and_a_whole_chain(books: Books) -> None:
    for _ in range(3):
        writer = start_writer(books.path, 100_000)
        assert writer.stdout is not None
        with writer.stdout:
            said = [writer.stdout.readline().strip() for _ in range(7)]
            writer.kill()
        writer.wait(timeout=60)
        with books.reading() as reader:
            kept = {number for (number,) in reader.rows("SELECT number FROM directive")}
        assert set(said) <= kept
        assert verify(books.path).sound
