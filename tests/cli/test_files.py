"""verify, backup, restore, locate."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from teamops.cli import output
from teamops.db.backup import manifest_path
from teamops.db.exempt import EXEMPT
from teamops.paths import places
from teamops.settings import Settings, save
from tests.cli.conftest import Ran, Run
from tests.db.attack import attack


def test_locate_tells_where_everything_is_or_would_be(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    expected = (
        f"database: {home}/data/team.db\n"
        f"settings: {home}/settings.toml\n"
        f"backups: {home}/data/backups\n"
        f"log: {home}/state/teamops.log\n"
    )
    assert run("locate") == Ran(0, expected, "")
    assert not home.exists()


def test_locate_names_the_default_database(run: Run, spoken: str, tmp_path: Path) -> None:
    save(Settings(database=str(tmp_path / "chosen.db")), places().settings)
    mark, colon = ("", ": ") if spoken == "en" else ("譯", "：")
    told = f"{mark}database{colon}{tmp_path / 'chosen.db'}\n{mark}settings{colon}"
    assert run("locate").out.startswith(told)


# --- verify


def test_sound_books_are_told_with_what_was_looked_at(run: Run, database: Path) -> None:
    ran = run("verify")
    assert (ran.status, ran.err) == (0, "")
    with closing(sqlite3.connect(database)) as connection:
        events, head = connection.execute("SELECT id, hash FROM event_log ORDER BY id DESC").fetchone()
    assert ran.out.startswith(f"{database} is sound: ")
    assert f", {events} event" in ran.out
    assert head[:12] in ran.out
    assert exempt(ran) == set(EXEMPT)


def exempt(ran: Ran) -> set[str]:
    """The tables told as lying outside the event log, each with its reason."""
    told = ran.out.splitlines()[-len(EXEMPT) :]
    assert all(line.startswith("  ") and len(line.split()) > 3 for line in told)
    return {line.split()[0] for line in told}


def test_what_was_found_is_told_a_line_each(run: Run, spoken: str, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DROP INDEX ix_meeting_series_id_day")
        connection.execute("CREATE TABLE further (id INTEGER)")
        connection.commit()
    ran = run("verify")
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()[: -len(EXEMPT)]
    assert len(lines) == 4
    assert any("further" in line for line in lines[:2])
    assert all(line.startswith("譯") is (spoken != "en") for line in lines)
    with closing(sqlite3.connect(database)) as connection:
        events, head = connection.execute("SELECT id, hash FROM event_log ORDER BY id DESC").fetchone()
    assert f"{database} is not sound." in lines[2]
    assert f"{events} · {head[:12]}" in lines[2]
    assert exempt(ran) == set(EXEMPT)


def test_verify_refuses_what_is_none_of_ours(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    ran = run("verify", "--db", tmp_path / "notes.txt")
    assert (ran.status, ran.out) == (1, "")
    assert "is not a teamops database" in ran.error


def test_verify_shows_on_a_terminal_how_far_it_is(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda *_streams: True)
    ran = run("verify")
    assert ran.status == 0
    assert "  0%  the file" in ran.err
    assert "100%  done" in ran.err
    assert ran.err.endswith("\r" + " " * 79 + "\r")
    assert "\n" not in ran.err


# --- backup and restore


def test_a_backup_goes_to_the_backups_folder(run: Run, database: Path) -> None:
    ran = run("backup")
    assert (ran.status, ran.err) == (0, "")
    path = Path(ran.out.removesuffix("\n"))
    assert path == places().backups / "team-20261123-082100.db"
    assert run("verify", "--db", path).status == 0


@pytest.mark.parametrize("folder", [True, False])
def test_a_backup_goes_where_it_is_told_to(run: Run, database: Path, tmp_path: Path, *, folder: bool) -> None:
    wanted = tmp_path if folder else tmp_path / "copy.db"
    path = Path(run("backup", wanted).out.strip())
    assert path == (tmp_path / "team-20261123-082100.db" if folder else wanted)
    assert path.exists()


@pytest.mark.parametrize("name", ["usb/copy.db", "usb/"])
def test_a_folder_that_is_not_there_is_not_made_for_a_backup(
    run: Run, spoken: str, database: Path, tmp_path: Path, name: str
) -> None:
    ran = run("backup", f"{tmp_path}/{name}")
    assert (ran.status, ran.out) == (1, "")
    assert f"There is no folder {tmp_path / 'usb'};" in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert not (tmp_path / "usb").exists()


def test_a_backup_is_never_written_over_a_file(run: Run, spoken: str, database: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    ran = run("backup", tmp_path / "copy.db")
    assert (ran.status, ran.out) == (1, "")
    assert ran.error.startswith("譯") is (spoken != "en")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_backup_comes_back_and_what_it_replaces_is_kept(run: Run, database: Path, tmp_path: Path) -> None:
    backup = tmp_path / "copy.db"
    run("backup", backup)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE later (id INTEGER)")
        connection.commit()
    assert run("verify").status == 1
    ran = run("restore", backup)
    assert (ran.status, ran.err) == (0, "")
    restored, kept = ran.out.splitlines()
    assert str(database) in restored
    (replaced,) = database.parent.glob("team.replaced-*.db")
    assert str(replaced) in kept
    assert run("verify").status == 0
    assert run("verify", "--db", replaced).status == 1


def test_a_backup_comes_back_where_nothing_is(run: Run, database: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db")
    database.unlink()
    ran = run("restore", tmp_path / "copy.db")
    assert len(ran.out.splitlines()) == 1
    assert run("verify").status == 0


def test_only_a_backup_is_restored(run: Run, spoken: str, database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    ran = run("restore", tmp_path / "none.db")
    assert (ran.status, ran.out) == (1, "")
    assert str(tmp_path / "none.db") in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert database.read_bytes() == before


def test_a_backup_that_does_not_verify_is_not_restored(
    run: Run, spoken: str, database: Path, tmp_path: Path
) -> None:
    run("backup", tmp_path / "copy.db")
    attack(tmp_path / "copy.db", lambda connection: connection.execute("UPDATE team SET name = 'x'"))
    manifest_path(tmp_path / "copy.db").unlink()
    files = {path: path.read_bytes() for path in database.parent.iterdir()}
    ran = run("restore", tmp_path / "copy.db")
    assert (ran.status, ran.out) == (1, "")
    assert ran.error.startswith("譯") is (spoken != "en")
    assert str(tmp_path / "copy.db") in ran.error
    assert {path: path.read_bytes() for path in database.parent.iterdir()} == files
