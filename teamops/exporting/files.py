"""Files that exports write: whole or not at all, under names any system takes."""

from __future__ import annotations

import errno
import os
import re
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

from teamops.errors import DiskFull, FileExists, FileIsFolder, FileNotWritable, FolderMissing, Refusal
from teamops.text import show

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\ufffd␀-␡]')
_LONGEST = 200


def write_file(path: Path, data: bytes, *, force: bool) -> Path:
    """Put `data` at `path` at once; what was there stays until all is on the disk.

    Raises FileExists without `force`; FolderMissing, FileIsFolder, FileNotWritable, DiskFull.
    """
    try:
        if path.is_dir():
            raise FileIsFolder(show(str(path)))
        if not force and (path.exists() or path.is_symlink()):
            raise FileExists(show(str(path)))
        part = path.parent / f".{secrets.token_hex(8)}.part"
        try:
            _write(part, data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _settle(path.parent)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    return path


def _write(part: Path, data: bytes) -> None:
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the folder itself remember the new name, where the system can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refused(path: Path, error: OSError | ValueError) -> Refusal:
    reason = str(error)
    if isinstance(error, OSError):
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return FolderMissing(show(str(path.parent)))
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return DiskFull(show(str(path)))
        reason = error.strerror or reason
    return FileNotWritable(show(str(path)), reason)


def file_name(day: date, *parts: str, version: int, extension: str) -> str:
    """YYYYMM_part_…_v1.docx; what no system takes in a name is replaced, and a long name is cut."""
    words = (re.sub(r"[\s-]+", "-", _UNSAFE.sub("-", show(part))).strip("-. ") for part in parts)
    name = "_".join((f"{day:%Y%m}", *filter(None, words)))
    end = f"_v{version}.{extension}"
    return name.encode()[: _LONGEST - len(end)].decode(errors="ignore").rstrip("-. _") + end
