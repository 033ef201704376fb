"""What the user chose is kept whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from teamops import settings
from teamops.settings import Settings, UnreadableSettings, UnsavedSettings

CHOSEN = Settings(
    "zh_Hant",
    "light",
    "/books/團隊 [A].db",
    {"/books/團隊 [A].db": "A101", 'C:\\x\\"y".db': "A102"},
    "/家/匯出",
    "html",
)


def test_no_file_means_nothing_was_chosen(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.toml") == Settings("", "", "", {})
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.toml"
    settings.save(CHOSEN, path)
    assert settings.load(path) == CHOSEN
    settings.save(Settings(theme="dark"), path)
    assert settings.load(path) == Settings(theme="dark")
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_other_keys_and_kinds_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\ncolour = "red"\nme = "A101"\n[more]\nx = 1\n', "utf-8")
    assert settings.load(path) == Settings(theme="light")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('language = "en"\n', "utf-8-sig")
    assert settings.load(path).language == "en"


@pytest.mark.parametrize("content", [b"theme = ", b"theme = \xff\xfe", b"\x00", b"a = 1\na = 2"])
def test_a_broken_file_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(UnreadableSettings, match=r"settings\.toml"):
        settings.load(path)
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSettings, match=r"\(Is a directory\)|\(Permission denied\)"):
        settings.load(tmp_path)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    settings.save(CHOSEN, path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnsavedSettings, match="No space left"):
        settings.save(Settings(), path)
    assert settings.load(path) == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(CHOSEN, path)
    with pytest.raises(UnreadableSettings):
        settings.save(Settings(database="/books/\udcff.db"), path)
    assert settings.load(path) == CHOSEN


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableSettings):
        settings.save(CHOSEN, tmp_path / "file" / "settings.toml")
