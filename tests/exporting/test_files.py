"""Files appear whole or not at all, under names any system takes."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from teamops.errors import DiskFull, FileExists, FileIsFolder, FileNotWritable, FolderMissing, Refusal
from teamops.exporting.files import file_name, write_file

DAY = date(2026, 11, 5)


def test_a_new_file_holds_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    assert write_file(path, b"abc", force=False) == path
    assert path.read_bytes() == b"abc"
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_bytes(b"old")
    with pytest.raises(FileExists, match=r"minutes\.md exists already"):
        write_file(path, b"new", force=False)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_force_puts_the_new_one_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_bytes(b"old")
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_link_to_nothing_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "link"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExists):
        write_file(path, b"new", force=False)


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, FileNotWritable),
        (errno.EROFS, FileNotWritable),
        (errno.EIO, FileNotWritable),
    ],
)
def test_a_fault_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, refusal: type[Refusal]
) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(refusal):
        write_file(path, b"new" * 1000, force=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_name_is_kept_only_after_the_bytes_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "minutes.docx", []
    real = os.fsync

    def watch(handle: int) -> None:
        seen.append(path.exists())
        real(handle)

    monkeypatch.setattr(os, "fsync", watch)
    write_file(path, b"new", force=False)
    assert seen == [False, True]


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", fail)
    assert write_file(tmp_path / "a.md", b"x", force=False).read_bytes() == b"x"


def test_places_that_take_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderMissing, match="nowhere"):
        write_file(tmp_path / "nowhere" / "a.md", b"", force=False)
    with pytest.raises(FolderMissing):
        write_file(tmp_path / "file" / "a.md", b"", force=False)
    with pytest.raises(FileIsFolder):
        write_file(tmp_path, b"", force=True)
    with pytest.raises(FileNotWritable):
        write_file(tmp_path / ("n" * 300), b"", force=False)
    with pytest.raises(FileNotWritable):
        write_file(tmp_path / "a\0b", b"", force=False)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("晨會會議紀要", "晨2026-0204"), "202611_晨會會議紀要_晨2026-0204_v1.docx"),
        (("a/b\\c:d", 'e*f?"g<h>i|j'), "202611_a-b-c-d_e-f-g-h-i-j_v1.docx"),
        (("../..", "", "x"), "202611_x_v1.docx"),
        (("a\nb\x1bc\u202ed", "e  f"), "202611_a⏎b-c-d_e-f_v1.docx"),
        (("...", "CON."), "202611_CON_v1.docx"),
    ],
)
def test_names_of_files(parts: tuple[str, ...], name: str) -> None:
    assert file_name(DAY, *parts, version=1, extension="docx") == name


def test_a_long_name_is_cut_between_characters() -> None:
    name = file_name(DAY, "晨" * 300, version=12, extension="html")
    assert len(name.encode()) <= 200
    assert name.endswith("晨_v12.html")
