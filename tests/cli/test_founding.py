"""`teamops init`: everything said by options, or asked for."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from teamops.db.books import Books
from teamops.models.people import BooksKind, Region
from teamops.paths import places
from teamops.services.reading import branch, people
from teamops.settings import Settings, load, save
from tests.cli.conftest import Run

SAID = ("--branch", "中山路營業部", "--team", "營銷團隊", "--lead", "徐靜", "--number", "a101",
        "--region", "cn", "--zone", "Asia/Shanghai")  # fmt: skip


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, terminal: None) -> io.StringIO:
    """A terminal on which these lines are typed."""
    lines = io.StringIO()
    monkeypatch.setattr(sys, "stdin", lines)
    return lines


def typing(lines: io.StringIO, *texts: str) -> None:
    lines.write("".join(f"{text}\n" for text in texts))
    lines.seek(0)


def test_new_books_with_everything_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "team.db"
    ran = run("init", path, *SAID)
    assert (ran.status, ran.err) == (0, "")
    assert str(path) in ran.out
    books = Books.open(path)
    with books.reading() as reader:
        card = branch.card(reader)
        lead = people.person(reader, 1, books.clock.today())
    books.close()
    assert (card.branch, card.team, card.region) == ("中山路營業部", "營銷團隊", Region.CN)
    assert (card.zone, card.kind) == ("Asia/Shanghai", BooksKind.REAL)
    assert (lead.number, lead.name) == ("A101", "徐靜")


def test_new_books_are_the_default_and_the_lead_is_at_the_keyboard(run: Run, tmp_path: Path) -> None:
    save(Settings(theme="teamops-light", database="old.db", me={"old.db": "B1"}), places().settings)
    path = tmp_path / "team.db"
    run("init", path, *SAID)
    assert load(places().settings) == Settings(
        theme="teamops-light", database=str(path), me={"old.db": "B1", str(path): "A101"}
    )
    assert run("verify").status == 0


def test_practice_books_begin_when_they_are_told_to(run: Run, tmp_path: Path, now: str) -> None:
    path = tmp_path / "team.db"
    assert run("init", path, "--practice", *SAID) == (0, run_out(path), "")
    with_clock = Books.open(path)
    with with_clock.reading() as reader:
        assert branch.card(reader).kind is BooksKind.PRACTICE
        assert people.person(reader, 1, date(2026, 11, 23)).joined_on == date(2026, 11, 23)
    with_clock.close()


def run_out(path: Path) -> str:
    return f"The books of 中山路營業部 are in {path}, and “teamops” opens them from now on.\n"


def test_real_books_begin_now(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAMOPS_NOW", "1999-05-06T07:08")
    path = tmp_path / "team.db"
    ran = run("init", path, *SAID)
    assert ran.status == 0
    assert "TEAMOPS_NOW is left aside" in ran.error
    books = Books.open(path)
    with books.reading() as reader:
        assert people.person(reader, 1, books.clock.today()).joined_on > date(2020, 1, 1)
    books.close()


def test_an_existing_file_is_left_alone_and_nothing_asked(
    run: Run, spoken: str, tmp_path: Path, typed: io.StringIO
) -> None:
    path = tmp_path / "team.db"
    path.write_text("mine")
    ran = run("init", path)
    assert ran.status == 1
    assert str(path) in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert path.read_text() == "mine"
    assert not places().settings.exists()


def test_without_a_terminal_what_is_missing_is_named(run: Run, spoken: str, tmp_path: Path) -> None:
    ran = run("init", tmp_path / "team.db", *SAID[:4])
    assert (ran.status, ran.out) == (2, "")
    assert "--lead --number --region --zone" in ran.error
    assert "--branch" not in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert list(tmp_path.iterdir()) == []


def test_what_options_say_is_checked_as_a_form_would(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    wrong = ("--branch", " ", "--number", "A 101", "--region", "FR", "--zone", "Atlantis")
    ran = run("init", tmp_path / "team.db", *wrong)
    assert (ran.status, ran.out) == (1, "")
    for said in (
        "--branch: Please fill this in.",
        "--number: “A 101”",
        "--region: “FR”",
        "--zone: There is no",
    ):
        assert said in ran.error
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_read_stop_it_before_a_file_is_made(run: Run, tmp_path: Path) -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text("database = ")
    path = tmp_path / "team.db"
    assert run("init", path, *SAID).status == 1
    assert not path.exists()


def test_settings_that_cannot_be_written_are_told_and_the_books_are_there(run: Run, tmp_path: Path) -> None:
    places().settings.with_suffix(".part").mkdir(parents=True)
    path = tmp_path / "team.db"
    ran = run("init", path, *SAID)
    assert ran.status == 1
    assert str(places().settings) in ran.error
    assert ran.out == f"The books of 中山路營業部 are in {path}; “teamops --db {path}” opens them.\n"
    Books.open(path).close()


def test_what_was_not_said_is_asked_for(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    typing(typed, "Harbour Branch", "", "Xu Jing", "no number", "A101", "fr", "HK", "")
    path = tmp_path / "team.db"
    ran = run("init", path, "--practice")
    assert ran.status == 0, ran.err
    assert ran.out.startswith("The books of Harbour Branch are in ")
    lead, region = "Staff number of the team lead: ", "Whose public holidays (CN, TW, HK, none) [CN]: "
    number = "“no number” is no staff number; it takes up to 20 letters and digits."
    assert ran.err.splitlines() == [
        f"Name of the branch: Name of the team [Sales team]: Name of the team lead: {lead}{number}",
        f"{lead}{region}“fr” does not fit here; it takes CN, TW, HK, none.",
        f"{region}Time zone [Asia/Hong_Kong]: ",
    ]
    books = Books.open(path)
    with books.reading() as reader:
        card = branch.card(reader)
    books.close()
    assert (card.team, card.region, card.zone) == ("Sales team", Region.HK, "Asia/Hong_Kong")


def test_only_what_was_not_said_is_asked_for(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    typing(typed, "Asia/Taipei")
    ran = run("init", tmp_path / "team.db", *SAID[:8], "--region", "none")
    assert (ran.status, ran.err) == (0, "Time zone: ")


@pytest.mark.parametrize(("lang", "usual"), [("zh-TW", "［TW］"), ("zh-CN", "［CN］"), ("en", "[CN]")])
def test_the_usual_region_follows_the_language(
    run: Run, tmp_path: Path, typed: io.StringIO, lang: str, usual: str
) -> None:
    typing(typed, "")
    ran = run("init", tmp_path / "team.db", *SAID[:8], *SAID[10:], "--lang", lang)
    assert ran.status == 0
    assert usual in ran.err


def test_an_end_of_answers_ends_it(run: Run, tmp_path: Path, typed: io.StringIO) -> None:
    typing(typed, "Harbour Branch")
    ran = run("init", tmp_path / "team.db")
    assert (ran.status, ran.out) == (130, "")
    assert list(tmp_path.iterdir()) == []
