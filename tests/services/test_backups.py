"""Backups as a user asks for them: named after the moment, and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from teamops.db.books import Books
from teamops.errors import FolderMissing
from teamops.paths import places
from teamops.services import backups


def test_a_backup_without_a_name_is_named_after_the_branch_s_own_time(books: Books) -> None:
    first = backups.backup(books)
    assert Path(first.file) == places().backups / "team-20261123-082100.db"
    assert Path(backups.backup(books).file) == places().backups / "team-20261123-082100-2.db"
    assert first.source == "team.db"


def test_a_backup_goes_where_it_is_told_and_comes_back(books: Books, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    made = backups.backup(books, tmp_path / "stick" / "copy.db")
    assert made.file == str(tmp_path / "stick" / "copy.db")
    events = books.last_event()
    books.close()
    kept = backups.restore(tmp_path / "stick" / "copy.db", books.path)
    assert kept is not None
    assert kept.exists()
    assert kept.name.startswith("team.replaced-")
    again = Books.open(books.path)
    assert again.last_event() == events
    again.close()


def test_only_the_program_s_own_folders_are_made(books: Books, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="stick"):
        backups.backup(books, tmp_path / "stick" / "copy.db")
    made = Path(backups.backup(books).file)
    with pytest.raises(FolderMissing, match="stick"):
        backups.restore(made, tmp_path / "stick" / "team.db")
    assert not (tmp_path / "stick").exists()
    assert not places().database.exists()
    assert backups.restore(made, places().database) is None
    assert places().database.exists()
