"""import: every line with its verdict, then all of it or nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from teamops.cli import imports
from teamops.db.books import Books
from teamops.models.inputs.people import PersonIn, PostingIn
from teamops.models.people import Role
from teamops.services import people
from teamops.services.desk import Desk
from teamops.text import cell_width
from tests.cli.conftest import Run
from tests.conftest import DATA, at_morning, lead_of

BRANCH = DATA / "branch"
PEOPLE = "工號,姓名,崗位,入職日期\nB1,王一,客戶經理,2026-01-05\nB2,王二,客戶經理,2026-01-05\n"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of two good people."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    return path


def events(path: Path) -> int:
    books = Books.open(path)
    found = books.last_event()
    books.close()
    return found


def numbers(path: Path) -> list[str]:
    books = Books.open(path)
    with books.reading() as reader:
        found = [row[0] for row in reader.rows("SELECT number FROM person ORDER BY number")]
    books.close()
    return found


def test_a_whole_branch_comes_in_and_a_second_time_changes_nothing(run: Run, database: Path) -> None:
    for kind in ("outlets", "people", "targets", "figures"):
        ran = run("import", kind, BRANCH / f"{kind}.csv")
        assert ran.status == 0, ran.err
        assert re.match(r"[0-9,]+ lines: ", ran.out)
    assert len(numbers(database)) == 16
    assert run("verify").status == 0
    before = events(database)
    for kind in ("outlets", "people", "targets", "figures"):
        assert run("import", kind, BRANCH / f"{kind}.csv").status == 0
    assert events(database) == before


def test_a_calendar_comes_in(run: Run, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "2027.json"
    path.write_text(
        '{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}', "utf-8"
    )
    assert run("import", "calendar", path).status == 0
    books = at_morning(database)
    with books.reading() as reader:
        assert reader.value("SELECT confirmed FROM calendar_year WHERE year = 2027") == 1
    books.close()


def test_all_kinds_are_offered(run: Run) -> None:
    assert set(imports.KINDS) == {"people", "outlets", "targets", "figures", "calendar"}
    assert ", ".join(imports.KINDS) in run("import", "--help").out


def test_a_dry_run_tells_and_writes_nothing(run: Run, database: Path, written: Path) -> None:
    written.write_text(PEOPLE + "A101,徐靜靜,團隊負責人,2026-11-23\nB1,王一,客戶經理,2026-01-05\n", "utf-8")
    before = events(database)
    ran = run("import", "people", written, "--dry-run")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("2  added    B1 王一")
    assert lines[1].startswith("3  added    B2 王二")
    assert lines[2].startswith("4  changed  A101 徐靜靜")
    assert "徐靜 → 徐靜靜" in lines[2]
    assert lines[3].startswith("5  ignored  B1 王一")
    assert "line 2" in lines[3]
    assert lines[4:] == ["4 lines: 2 added, 1 changed, 1 ignored"]
    assert (
        len(
            {
                cell_width(line[: line.index(word)])
                for line, word in zip(lines, ("B1", "B2", "A101", "B1"), strict=False)
            }
        )
        == 1
    )
    assert events(database) == before


def test_what_does_not_change_is_only_counted(run: Run, roster: Path) -> None:
    ran = run("import", "people", BRANCH / "people.csv", "--dry-run")
    assert ran.out == "16 lines: 16 unchanged\n"


def test_a_dry_run_that_refuses_has_found_something(run: Run, database: Path, written: Path) -> None:
    written.write_text(PEOPLE + "B3,王三,國王,2026-01-05\n", "utf-8")
    ran = run("import", "people", written, "--dry-run")
    assert (ran.status, ran.err) == (1, "")
    assert "4  refused  B3 王三" in ran.out
    assert "國王" in ran.out
    assert ran.out.endswith("\n3 lines: 2 added, 1 refused\n")
    assert run("import", "people", written, "--dry-run", "--skip-refused") == (0, ran.out, "")


def test_one_refused_line_refuses_all(run: Run, spoken: str, database: Path, written: Path) -> None:
    written.write_text(PEOPLE + "B3,王三,國王,2026-01-05\n", "utf-8")
    before = events(database)
    ran = run("import", "people", written)
    assert (ran.status, ran.out) == (1, "")
    line, said = ran.err.splitlines()
    assert "B3 王三" in line
    assert "--skip-refused" in said
    assert said.startswith("1 line" if spoken == "en" else "譯1 line")
    assert events(database) == before


def test_the_good_lines_are_taken_where_that_is_asked_for(run: Run, database: Path, written: Path) -> None:
    written.write_text(PEOPLE + "B3,王三,國王,2026-01-05\n", "utf-8")
    ran = run("import", "people", written, "--skip-refused")
    assert ran.status == 0
    assert ran.out == "3 lines: 2 added, 1 refused\n"
    assert "B3 王三" in ran.error
    assert numbers(database) == ["A101", "B1", "B2"]


def test_what_was_left_aside_is_told(run: Run, database: Path, written: Path) -> None:
    written.write_text(PEOPLE.replace("\n", ",x\n").replace("日期,x", "日期,星座"), "utf-8")
    ran = run("import", "people", written)
    assert ran.status == 0
    assert ran.error == "Columns left aside: 星座."


def test_worksheets_left_aside_are_told(run: Run, database: Path, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for sheet in (book.active, book.create_sheet("舊名單")):
        assert sheet is not None
        for line in PEOPLE.splitlines():
            sheet.append(line.split(","))
    book.save(tmp_path / "people.xlsx")
    book.close()
    ran = run("import", "people", tmp_path / "people.xlsx", "--dry-run")
    assert ran.status == 0
    assert ran.error == "Read from the worksheet Sheet; these were left aside: 舊名單."


def test_an_encoding_is_the_one_that_is_named(run: Run, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(PEOPLE.encode("big5"))
    assert run("import", "people", path, "--encoding", "big5").status == 0
    ran = run("import", "people", path, "--encoding", "utf-8")
    assert ran.status == 1
    assert run("import", "people", path, "--encoding", "klingon").status == 1


@pytest.mark.parametrize(("kind", "name"), [("people", "none.csv"), ("calendar", "none.json")])
def test_a_file_that_is_not_there(
    run: Run, spoken: str, database: Path, tmp_path: Path, kind: str, name: str
) -> None:
    ran = run("import", kind, tmp_path / name)
    assert (ran.status, ran.out) == (1, "")
    assert str(tmp_path / name) in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")


def test_what_is_written_has_an_author(run: Run, database: Path, written: Path) -> None:
    books = at_morning(database)
    day = date(2026, 11, 23)
    person = PersonIn(number="A102", name="李娜", joined_on=day)
    people.add(Desk(books, lead_of(books)), person, PostingIn(role=Role.LEAD, starts_on=day))
    books.close()
    assert run("import", "people", written, "--dry-run").status == 0
    ran = run("import", "people", written)
    assert ran.status == 1
    assert "--as NUMBER" in ran.error
    assert run("import", "people", written, "--as", "A102").status == 0
    books = at_morning(database)
    with books.reading() as reader:
        last = reader.one("SELECT action, actor_number FROM event_log ORDER BY id DESC")
    books.close()
    assert last == ("people.import", "A102")


def test_who_may_not_is_refused(run: Run, roster: Path, written: Path) -> None:
    before = events(roster)
    ran = run("--as", "A107", "import", "people", written)
    assert (ran.status, ran.out) == (1, "")
    assert "client manager" in ran.error
    assert events(roster) == before
