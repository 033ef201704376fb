"""What writing costs beside plain sqlite3 with the same guarantees."""

from __future__ import annotations

import csv
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from teamops.clock import Clock
from teamops.db import schema
from teamops.db.books import Books
from teamops.db.sqlite import connect
from teamops.importing.files import planned
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.branch import FoundIn
from teamops.models.inputs.people import GroupIn, PersonIn, PostingIn
from teamops.models.people import PROGRAM, Actor, BooksKind, Region, Role
from teamops.services import action_items, branch, groups, people
from teamops.services.desk import Desk
from tests.bench.bench import Bench
from tests.bench.measured import Goal, percentile, row

_PRESENT = datetime(2026, 11, 23, 0, 21, tzinfo=UTC)
_FIRST_DAY = date(2018, 1, 1)
_MEMBERS = 50
_LINES = 100_000
_ACTIONS = 150


@contextmanager
def _founded(folder: Path) -> Iterator[Desk]:
    """The lead's desk in books that have a branch and nothing else."""
    path = folder / "books.db"
    schema.create(path)
    with closing(Books.open(path)) as books:
        books.clock = Clock("Asia/Shanghai", _PRESENT)
        lead = Actor(1, "A1", "Lead", Role.LEAD)
        inp = FoundIn(branch="Branch", team="Team", lead_number=lead.number, lead_name=lead.name,
                      region=Region.CN, zone="Asia/Shanghai", kind=BooksKind.PRACTICE)  # fmt: skip
        branch.found(Desk(books, PROGRAM), inp)
        yield Desk(books, lead)


@contextmanager
def _plain(folder: Path, *tables: str) -> Iterator[sqlite3.Connection]:
    """A file written past the program, with the same pragmas."""
    path = folder / "plain.db"
    sqlite3.connect(path).close()
    with closing(connect(path)) as connection:
        for table in tables:
            connection.execute(table)
        yield connection


def commit(bench: Bench) -> Iterator[str]:
    """One action through the services, with its event, against one inserted row."""
    jobs: dict[str, Callable[[Desk, int], object]] = {
        "a group": lambda desk, n: groups.add(desk, GroupIn(name=f"Group {time.perf_counter_ns()} {n}")),
        "an action item, numbered": lambda desk, n: action_items.open_item(
            desk, ActionIn(text=f"Item {n}", owner_id=1)
        ),
    }
    table = "CREATE TABLE item (id INTEGER PRIMARY KEY, at TEXT, text TEXT)"
    with (
        tempfile.TemporaryDirectory(dir=bench.cache) as name,
        _founded(Path(name)) as desk,
        _plain(Path(name), table) as plain,
    ):

        def insert(n: int) -> None:
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("INSERT INTO item (at, text) VALUES (?, ?)", ("2026-11-23", f"Item {n}"))
            plain.execute("COMMIT")

        for what, job in jobs.items():
            programs = {"ours": partial(_each, partial(job, desk)), "plain": partial(_each, insert)}
            pairs = [(each["ours"], each["plain"]) for each in bench.rounds(5, programs)]
            yield row(f"one committed action: {what} ÷ one INSERT", pairs, "ms", Goal(4, 2.5))


def _each(job: Callable[[int], object]) -> float:
    """The median milliseconds of one of many."""
    return percentile([_milliseconds(partial(job, n)) for n in range(_ACTIONS)], 0.5)


def _milliseconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def imported(bench: Bench) -> Iterator[str]:
    """A file of a hundred thousand lines of figures, against the same rows by executemany."""
    with tempfile.TemporaryDirectory(dir=bench.cache) as name:
        folder = Path(name)
        file, empty = folder / "figures.csv", folder / "empty"
        empty.mkdir()
        _write_figures(file)
        with _founded(empty) as desk:
            joined = PostingIn(role=Role.CLIENT_MANAGER, starts_on=_FIRST_DAY)
            for n in range(_MEMBERS):
                person = PersonIn(number=f"B{n:03}", name=f"Member {n}", joined_on=_FIRST_DAY)
                people.add(desk, person, joined)

        def one_round() -> tuple[float, float]:
            with tempfile.TemporaryDirectory(dir=folder) as place:
                path = Path(shutil.copy(empty / "books.db", place))
                with closing(Books.open(path)) as books:
                    books.clock = Clock("Asia/Shanghai", _PRESENT)
                    ours = _milliseconds(lambda: _import(Desk(books, desk.actor), file))
                    with books.reading() as reader:
                        table = reader.value("SELECT sql FROM sqlite_master WHERE name = 'figure_value'")
                        rows = reader.rows("SELECT * FROM figure_value")
                with _plain(Path(place), table) as plain:
                    return ours, _milliseconds(lambda: _insert(plain, rows))

        pairs = [each["both"] for each in bench.rounds(3, {"both": one_round})]
    yield row(f"import of {_LINES:,} lines of figures ÷ executemany", pairs, "ms", Goal(8, 5))


def _write_figures(path: Path) -> None:
    chance = random.Random(1)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("日期", "工號", "姓名", "開戶數", "新增資產(萬元)", "客戶疑問"))
        for n in range(_LINES):
            day, member = divmod(n, _MEMBERS)
            assets = chance.choice(("0", "5", "12.5", f"{chance.randrange(1000)}.25"))
            asked = chance.choice(("", "佣金能否下調", "新股申購流程"))
            told = (f"B{member:03}", f"Member {member}", chance.randrange(3), assets, asked)
            writer.writerow((_FIRST_DAY + timedelta(days=day), *told))


def _import(desk: Desk, file: Path) -> None:
    with desk.books.reading() as reader:
        found = planned("figures", reader, desk.books.clock.today(), file)
    found.take(desk, found.plan)


def _insert(plain: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    plain.execute("BEGIN IMMEDIATE")
    plain.executemany(f"INSERT INTO figure_value VALUES ({', '.join('?' * len(rows[0]))})", rows)
    plain.execute("COMMIT")
