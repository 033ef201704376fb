"""What the log says of a record, in words; and that there are words for everything it may say."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Boolean, Enum, Integer, String, Time, select

import teamops.services
from teamops.clock import Clock
from teamops.db.books import Books
from teamops.db.transaction import Transaction, transaction
from teamops.i18n import speaking
from teamops.models.action_items import ActionState
from teamops.models.figures import FigureKind
from teamops.models.history import (
    ACTIONS,
    FIELDS,
    TABLES,
    UNSAID,
    Head,
    action_label,
    field_label,
    table_label,
)
from teamops.models.inputs.action_items import ActionIn
from teamops.models.people import PROGRAM, Actor, PersonState, Role
from teamops.models.tables.action_items import ActionItem, ActionShare
from teamops.models.tables.base import Amount, Day, Moment, Record
from teamops.models.tables.figures import Figure, FigureValue
from teamops.models.tables.people import Person, Team
from teamops.services import action_items
from teamops.services.desk import USE_CASES, Desk
from teamops.services.reading import fields, history
from tests.conftest import MORNING
from tests.db.filled import LOGGED, fill


def of_record(books: Books, table: str, key: int, limit: int = 200) -> list[Any]:
    with books.reading() as reader:
        return history.of_record(reader, table, key, limit)


def rename(books: Books, name: str) -> None:
    with transaction(books, PROGRAM, "test.rename") as tx:
        tx.get(Team, 1).name = name


# --- what is told


def test_the_history_of_a_record_is_told_newest_first_with_what_changed(desk: Desk) -> None:
    books, lead = desk.books, desk.actor.person_id
    assert lead is not None
    item = action_items.open_item(desk, ActionIn(text="回訪", owner_id=lead, due=date(2026, 11, 30)))
    books.clock = Clock("Asia/Shanghai", MORNING.replace(hour=9), monotonic=lambda: 0.0)
    action_items.move(desk, item, ActionState.DROPPED, reason="客戶離開")
    dropped, opened = of_record(books, "action_item", item)
    assert (dropped.actor, dropped.role, dropped.action, dropped.reason) == (
        "徐靜", "team lead", "action_items.move", "客戶離開",
    )  # fmt: skip
    assert dropped.at == MORNING.replace(hour=9)
    assert dropped.changes == (
        ("state", "open", "dropped"),
        ("changed at", "", "2026-11-23 17:21"),
        ("settled on", "", "2026-11-23"),
        ("reason", "", "客戶離開"),
    )
    assert opened.changes == (
        ("number", "", "T2026-001"),
        ("text", "", "回訪"),
        ("owner", "", "徐靜"),
        ("due", "", "2026-11-30"),
        ("state", "", "open"),
        ("priority", "", "normal"),
        ("opened on", "", "2026-11-23"),
    )
    assert action_label(opened.action) == "opened an action item"


def test_an_event_that_only_concerned_the_record_is_told_without_changes(books: Books) -> None:
    with transaction(books, PROGRAM, "test.about") as tx:
        tx.about(tx.get(Team, 1))
        tx.add(Person(number="A900", name="王芳", joined_on=tx.today))
    rename(books, "二隊")
    renamed, concerned, _founded = of_record(books, "team", 1)
    assert (concerned.action, concerned.changes, concerned.actor, concerned.role) == (
        "test.about",
        (),
        "teamops",
        "",
    )
    assert renamed.changes == (("name", "營銷團隊", "二隊"),)


def test_only_the_newest_are_told_and_the_last_of_them_knows_what_was_before(books: Books) -> None:
    for name in ("二隊", "三隊"):
        rename(books, name)
    for _ in range(25):
        with transaction(books, PROGRAM, "test.about") as tx:
            tx.about(tx.get(Team, 1))
            tx.add(
                Person(
                    number=f"A9{tx.value(select(Person.id).order_by(-Person.id))}",
                    name="王",
                    joined_on=tx.today,
                )
            )
    rename(books, "四隊")
    assert [line.changes for line in of_record(books, "team", 1, limit=2)] == [
        (("name", "三隊", "四隊"),),
        (),
    ]
    assert [line.changes for line in of_record(books, "team", 1, limit=1)] == [(("name", "三隊", "四隊"),)]
    assert len(of_record(books, "team", 1)) == 29


def test_of_a_record_taken_away_what_it_held_is_told(books: Books) -> None:
    with transaction(books, PROGRAM, "test.add") as tx:
        item = tx.add(ActionItem(number="T1", text="x", owner_id=1, opened_on=tx.today)).id
        share = tx.add(ActionShare(item_id=item, person_id=1)).id
    with transaction(books, PROGRAM, "test.remove") as tx:
        tx.remove(tx.get(ActionShare, share))
    assert [line.changes for line in of_record(books, "action_share", share)] == [
        (("action item", "T1", ""), ("person", "徐靜", "")),
        (("action item", "", "T1"), ("person", "", "徐靜")),
    ]


def test_a_record_written_with_a_thousand_others_is_found(books: Books) -> None:
    with transaction(books, PROGRAM, "test.bulk") as tx:
        tx.bulk(FigureValue, bulk_values(tx, 1500))
        last = tx.value(select(FigureValue.id).order_by(-FigureValue.id))
    for key in (last, last - 700, last - 1499):
        (line,) = of_record(books, "figure_value", key)
        assert ("figure", "", "拜訪") in line.changes
    assert ("value", "", "1499.5") in of_record(books, "figure_value", last)[0].changes
    assert of_record(books, "figure_value", last + 1) == []
    assert of_record(books, "figure_value", last - 1500) == []


def bulk_values(tx: Transaction, n: int) -> list[dict[str, Any]]:
    figure = tx.add(Figure(code="visits", own_name="拜訪", kind=FigureKind.AMOUNT, position=9))
    return [
        {"day": date.fromordinal(730_000 + k), "person_id": 1, "figure_id": figure.id,
         "value": Decimal(k) + Decimal("0.5"), "words": ""}
        for k in range(n)
    ]  # fmt: skip


def test_what_happened_last_and_where_the_log_ends(books: Books) -> None:
    rename(books, "二隊")
    with books.reading() as reader:
        assert [line.action for line in history.recent(reader, 2)] == ["test.rename", "branch.found"]
        head = history.head(reader)
        assert head == Head(2, reader.value("SELECT hash FROM event_log WHERE id = 2")[:12])
    assert str(head) == f"2 · {head.hash12}"


def test_where_nothing_happened_the_log_ends_at_nothing(empty_books: Books) -> None:
    with empty_books.reading() as reader:
        assert history.head(reader) == Head(0, "0" * 12)
        assert history.recent(reader, 5) == []


def test_a_telephone_number_is_not_told_to_everybody(books: Books) -> None:
    with transaction(books, Actor(1, "A101", "徐靜", Role.LEAD), "test.phone") as tx:
        tx.get(Person, 1).phone = "13800001234"
    assert of_record(books, "person", 1)[0].changes == (("phone", "", "…34"),)


def test_history_is_told_in_the_language_in_force(books: Books) -> None:
    rename(books, "二隊")
    with speaking("zh_Hant"):
        (line, _founded) = of_record(books, "team", 1)
        assert line.changes[0][1:] == ("營銷團隊", "二隊")


def test_history_is_found_by_index_among_a_million_touches(books: Books) -> None:
    rename(books, "二隊")
    plans: list[str] = []
    with books.reading() as reader:
        for _, _, _, detail in reader.rows("EXPLAIN QUERY PLAN " + history._OF_RECORD,
                                           {"table": "team", "key": 1, "before": 9, "limit": 9}):  # fmt: skip
            plans.append(detail)
    assert not [detail for detail in plans if detail.startswith("SCAN event")]
    assert any(
        "ix_event_touch_record (table_name=? AND first_id=? AND last_id=? AND seq<?)" in detail
        for detail in plans
    )
    assert any(
        "ix_event_touch_range (table_name=? AND first_id>? AND first_id<?)" in detail for detail in plans
    )


# --- that there are words for all of it


def test_every_action_is_called_something() -> None:
    for module in pkgutil.iter_modules(teamops.services.__path__, "teamops.services."):
        importlib.import_module(module.name)
    ours = {name for name, case in USE_CASES.items() if case.inside.__module__.startswith("teamops.")}
    assert ours == set(ACTIONS)
    assert action_label("later.on") == "later.on"


def test_every_table_and_field_is_called_something() -> None:
    assert set(TABLES) == set(LOGGED)
    columns = {column.name for table in LOGGED for column in Record.metadata.tables[table].columns}
    assert set(FIELDS) == columns - UNSAID
    assert (table_label("else"), field_label("else")) == ("else", "else")


@pytest.mark.parametrize("table", LOGGED)
def test_every_field_is_said_by_what_it_is(table: str) -> None:
    for column in Record.metadata.tables[table].columns:
        if not UNSAID.isdisjoint((column.name, f"{table}.{column.name}")):
            continue
        worded = {f"{table}.{column.name}", column.name} & fields.WORDS.keys()
        plain = {f"{table}.{column.name}", column.name} & fields.PLAIN.keys()
        moment = column.name == "at" or column.name.endswith("_at")
        match column.type:
            case Enum():
                assert worded, column
            case Boolean() | Amount() | Time():
                assert plain, column
            case Moment():
                assert moment, column
                assert not plain, column
            case Day() | Integer() | String():
                assert not moment, column
        for key in column.foreign_keys:
            referred = fields.REFERRED.get(column.name, column.name.removesuffix("_id"))
            assert referred == key.column.table.name
            assert referred in fields.NAMES


def test_every_field_of_every_table_can_be_said(empty_books: Books) -> None:
    fill(empty_books)
    for table in LOGGED:
        for line in of_record(empty_books, table, 1):
            assert line.changes
            assert all(label and now for label, _was, now in line.changes), table
    (person,) = of_record(empty_books, "person", 1)
    assert ("state", "", PersonState.LEFT.label) in person.changes
    assert ("who may read the phone", "", "the whole team") in person.changes
    with transaction(empty_books, PROGRAM, "test.reword") as tx:
        tx.get(ActionItem, 1).section = "of a later version"
    assert of_record(empty_books, "action_item", 1)[0].changes[0] == ("part", "Market", "of a later version")
    (roll,) = of_record(empty_books, "roll_line", 1)
    assert ("roll call", "", "2026-11-23") in roll.changes
