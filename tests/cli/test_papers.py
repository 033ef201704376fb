"""export minutes, and brief."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from teamops.cli import papers
from teamops.db.books import Books
from teamops.exporting import writers
from teamops.models.inputs.meetings import AgendaItemIn, OutcomeIn
from teamops.models.meetings import ItemKind, OutcomeKind, Section
from teamops.services import agenda, meetings
from teamops.services.desk import Desk
from tests.cli.conftest import Run
from tests.conftest import at_morning, lead_of

DAY = date(2026, 11, 23)


@pytest.fixture
def held(roster: Path) -> str:
    """Today's meeting, held and closed; its number."""
    books: Books = at_morning(roster)
    desk = Desk(books, lead_of(books))
    meeting = agenda.prepare(desk, DAY)
    agenda.add(desk, meeting, AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, title="期指走低"))
    meetings.start(desk, meeting)
    meetings.put_down(
        desk,
        meeting,
        OutcomeIn(section=Section.PROGRESS, kind=OutcomeKind.DECISION, text="週五前完成開戶資料"),
    )
    number = meetings.close(desk, meeting)
    books.close()
    return str(number)


def test_the_formats_are_those_papers_are_written_in() -> None:
    assert papers.FORMATS == writers.FORMATS


@pytest.mark.parametrize("which", [("--date", "2026-11-23"), ("--date", "today"), ("--no", "MM2026-0001"),
                                   ("--no", " ｍｍ2026-0001"), ("--no", "晨 2026－0001")])  # fmt: skip
def test_minutes_by_day_or_number(
    run: Run, held: str, tmp_path: Path, which: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert held == "MM2026-0001"
    monkeypatch.setattr("teamops.models.words.number_label", lambda number: number.replace("MM", "晨"))
    out = tmp_path / "out.md"
    ran = run("export", "minutes", *which, "--out", out, "--lang", "zh-TW")
    assert (ran.status, ran.out, ran.err) == (0, f"{out}\n", "")
    assert "週五前完成開戶資料" in out.read_text("utf-8")


@pytest.mark.parametrize("format_", papers.FORMATS)
def test_a_folder_gets_a_file_with_the_papers_own_name(
    run: Run, held: str, tmp_path: Path, format_: str
) -> None:
    ran = run("export", "minutes", "--date", "t", "--format", format_, "--out", tmp_path)
    assert ran.status == 0
    path = Path(ran.out.strip())
    assert path.parent == tmp_path
    assert path.name.startswith("202611_")
    assert path.name.endswith(f"_v1.{format_}")
    assert zipfile.is_zipfile(path) is (format_ == "docx")


def test_a_folder_that_is_not_there_is_not_made(run: Run, held: str, tmp_path: Path) -> None:
    ran = run("export", "minutes", "--date", "t", "--format", "md", "--out", f"{tmp_path}/stick/")
    assert (ran.status, ran.out) == (1, "")
    assert f"There is no folder {tmp_path}/stick;" in ran.error
    assert not (tmp_path / "stick").exists()


def test_the_format_is_the_ending_unless_it_is_said(run: Run, held: str, tmp_path: Path) -> None:
    run("export", "minutes", "--date", "t", "--out", tmp_path / "a.HTML")
    assert (tmp_path / "a.HTML").read_bytes().startswith(b"<!DOCTYPE html>")
    run("export", "minutes", "--date", "t", "--format", "md", "--out", tmp_path / "b.txt")
    assert (tmp_path / "b.txt").read_bytes().startswith(b"# ")


def test_minutes_go_where_the_output_goes(run: Run, held: str, tmp_path: Path) -> None:
    run("export", "minutes", "--no", held, "--out", tmp_path / "minutes.md")
    ran = run("export", "minutes", "--no", held, "--format", "md", "--out", "-")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (tmp_path / "minutes.md").read_text("utf-8")
    assert "# " in ran.out


@pytest.mark.parametrize("name", ["minutes", "minutes.pdf", "."])
def test_a_format_that_is_unclear_is_a_wrong_command(
    run: Run, spoken: str, held: str, tmp_path: Path, name: str
) -> None:
    ran = run("export", "minutes", "--date", "t", "--out", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert "md | docx | html" in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")


def test_an_existing_file_is_written_over_only_by_force(
    run: Run, spoken: str, held: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.md"
    out.write_text("mine")
    ran = run("export", "minutes", "--date", "t", "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert "--force" in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert out.read_text() == "mine"
    assert run("export", "minutes", "--date", "t", "--out", out, "--force").status == 0
    assert out.read_text("utf-8") != "mine"


@pytest.mark.parametrize("which", [("--date", "2026-11-20"), ("--no", "MM2026-0002"), ("--no", "R2026-001")])
def test_minutes_that_are_not_there(
    run: Run, spoken: str, held: str, tmp_path: Path, which: tuple[str, str]
) -> None:
    ran = run("export", "minutes", *which, "--out", tmp_path / "out.md")
    assert (ran.status, ran.out) == (1, "")
    assert ran.error.startswith("There are no minutes of" if spoken == "en" else "譯There are no minutes of")
    assert not (tmp_path / "out.md").exists()


def test_a_meeting_that_is_not_closed_has_no_minutes(run: Run, roster: Path, tmp_path: Path) -> None:
    books = at_morning(roster)
    agenda.prepare(Desk(books, lead_of(books)), DAY)
    books.close()
    ran = run("export", "minutes", "--date", "t", "--out", tmp_path / "out.md")
    assert ran.status == 1
    assert "Mon 23 Nov 2026" in ran.error


@pytest.mark.parametrize("words", [("export", "minutes", "--out", "out.md"), ("brief",)])
@pytest.mark.parametrize("day", ["someday", "23"])
def test_a_day_that_is_none_is_a_wrong_command(
    run: Run, spoken: str, roster: Path, words: tuple[str, ...], day: str
) -> None:
    ran = run(*words, "--date", day)
    assert (ran.status, ran.out) == (2, "")
    assert ran.error.startswith(f"--date: “{day}”" if spoken == "en" else f"--date：譯“{day}”")


def test_brief_tells_the_day(run: Run, roster: Path) -> None:
    assert "No agenda is prepared yet." in run("brief").out
    books = at_morning(roster)
    desk = Desk(books, lead_of(books))
    meeting = agenda.prepare(desk, DAY)
    agenda.add(desk, meeting, AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, title="期指走低"))
    books.close()
    ran = run("brief")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("營銷團隊 · Morning meeting\nMon 23 Nov 2026 08:30 · 二樓會議室 · host 徐靜\n")
    assert "1 Market\n- 期指走低\n" in ran.out


def test_brief_tells_another_day(run: Run, roster: Path) -> None:
    out = run("brief", "--date", "2026-11-28").out
    assert out.startswith("Sat 28 Nov 2026 is no working day")
    assert "Mon 30 Nov 2026" in out
