"""Making a demo: the same from the same seed, of the size and in the language asked for, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.db.verify import verify
from teamops.demo import make, making
from teamops.errors import DatabaseExists, NumberOutOfRange
from teamops.services import branch
from tests.demo.conftest import MONDAY, Demo, rows

HAN = re.compile("[\u4e00-\u9fff]")


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {name: rows(path, f"SELECT * FROM {name} ORDER BY 1") for (name,) in tables}


def test_the_same_seed_on_the_same_day_gives_the_same_records(tmp_path: Path) -> None:
    for name, seed in (("a", 4), ("b", 4), ("c", 5)):
        make(tmp_path / name, language="zh_Hant", today=MONDAY, months=1, seed=seed)
    first, second, other = (contents(tmp_path / name) for name in "abc")
    assert first == second
    assert len(first["event_log"]) > 100
    assert {table for table in first if first[table] != other[table]} >= {"person", "meeting", "figure_value"}


def test_the_language_changes_the_words_and_not_what_happened(demo: Demo) -> None:
    english, simplified = (demo(language, months=1) for language in ("en", "zh_Hans"))
    sold = "SELECT day, person_id, figure_id, value FROM figure_value WHERE value IS NOT NULL"
    assert rows(english, sold) == rows(simplified, sold)
    names = [name for (name,) in rows(english, "SELECT name FROM person")]
    assert not any(map(HAN.search, names))


@pytest.mark.parametrize("language", ["en", "zh_Hant", "zh_Hans"])
def test_the_books_are_in_order(demo: Demo, language: str) -> None:
    path = demo(language, months=1)
    report = verify(path)
    assert report.sound, report.findings
    assert rows(path, "SELECT kind FROM branch") == [("demo",)]
    assert not rows(path, "SELECT 1 FROM draft UNION SELECT 1 FROM meeting_clock")
    leftover = "SELECT title || body FROM agenda_item UNION SELECT text FROM outcome UNION SELECT text FROM action_item"
    assert not [text for (text,) in rows(path, leftover) if "{" in text or "}" in text]


def test_everything_was_written_at_its_time_by_those_who_were_there(demo: Demo) -> None:
    path = demo(months=1)
    events = rows(path, "SELECT at, actor_id, actor_role, action FROM event_log ORDER BY id")
    moments = [at for at, *_ in events]
    assert moments == sorted(moments)
    assert moments[-1] < "2026-11-21"
    assert [action for *_, action in events[:4]] == [
        "branch.found",
        "groups.add",
        "outlets.add",
        "people.add",
    ]
    done = Counter(action for *_, action in events)
    assert done["meetings.start"] == done["meetings.close"] == len(rows(path, "SELECT id FROM minutes"))
    assert done["minutes.sign"] == done["meetings.close"] - 1
    joined = dict(rows(path, "SELECT id, joined_on FROM person"))
    assert all(joined[who] <= at[:10] for at, who, *_ in events if who is not None)
    roles = {role for _, _, role, action in events if action == "figures.record"}
    assert "group_leader" in roles


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "there.db"
    path.write_bytes(b"mine")
    with pytest.raises(DatabaseExists):
        make(path, language="en", today=MONDAY)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize(("field", "value"), [("people", 7), ("people", 401), ("months", 0), ("months", 241)])
def test_sizes_that_make_no_branch_are_refused(tmp_path: Path, field: str, value: int) -> None:
    with pytest.raises(NumberOutOfRange) as caught:
        make(tmp_path / "demo.db", language="en", today=MONDAY, **{field: value})  # type: ignore[arg-type]
    assert caught.value.field == field
    assert not list(tmp_path.iterdir())


def test_a_demo_given_up_leaves_no_file(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []

    def progress(what: str, share: float) -> None:
        told.append((what, share))
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "demo.db", language="zh_Hant", today=MONDAY, months=2, progress=progress)
    assert [what for what, _ in told] == ["2026年9月", "2026年10月"]
    assert 0 == told[0][1] < told[1][1] < 1
    assert not list(tmp_path.iterdir())


def test_without_a_day_it_is_today_where_the_branch_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    monkeypatch.setattr(making, "Clock", lambda zone: Clock(zone, evening, monotonic=lambda: 0.0))
    make(tmp_path / "demo.db", language="zh_Hans", months=1, people=8)
    assert rows(tmp_path / "demo.db", "SELECT max(day) FROM meeting") == [("2026-11-23",)]


def test_the_smallest_branch_and_a_february_of_29_days(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    make(path, language="en", today=date(2028, 2, 29), months=1, people=8, seed=3)
    assert verify(path).sound
    assert rows(path, "SELECT count(*) FROM person") == [(8,)]
    assert rows(path, "SELECT count(*) FROM person WHERE born LIKE '%-02-29'") == [(1,)]
    birthday = "SELECT i.title FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE m.day = ? AND i.kind = ?"
    assert rows(path, birthday, "2028-02-29", "birthday") == rows(
        path, "SELECT name FROM person WHERE born LIKE '%-02-29'"
    )


@pytest.mark.slow
def test_a_larger_branch_over_half_a_year(demo: Demo) -> None:
    path = demo("zh_Hans", people=40, months=6, seed=2)
    assert verify(path).sound
    assert rows(path, "SELECT count(*) FROM person") == [(40,)]
    assert rows(path, "SELECT count(DISTINCT name) FROM person") == [(40,)]
    assert rows(path, "SELECT count(*) FROM meeting WHERE state = 'signed'")[0][0] > 115
    joined_later = "SELECT count(*) FROM person WHERE joined_on > (SELECT min(day) FROM meeting)"
    assert rows(path, joined_later)[0][0] >= 1
    assert rows(path, "SELECT count(*) FROM directive WHERE withdrawn <> ''")[0][0] >= 3
    assert rows(path, "SELECT count(*) FROM action_item WHERE state = 'dropped'")[0][0] >= 1


def test_only_while_it_is_made_commits_do_not_wait_for_the_disk(tmp_path: Path) -> None:
    def synchronous(books: Books) -> object:
        with books.engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA synchronous").scalar()

    with branch.made(tmp_path / "demo.db") as books:
        assert synchronous(books) == 0
    again = Books.open(tmp_path / "demo.db")
    assert synchronous(again) == 2
    again.close()
