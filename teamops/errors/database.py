"""What is refused of the file the books are in."""

from __future__ import annotations

from teamops.errors.base import Refusal
from teamops.i18n import _


class DatabaseMissing(Refusal):
    """There is no file under the name given."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "There is no database at {path}. “teamops init {path}” makes one, “teamops demo” shows one."
            ).format(path=path)
        )


class DatabaseUnreadable(Refusal):
    """The file cannot be opened."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(_("{path} cannot be opened: {reason}.").format(path=path, reason=reason))


class DatabaseDamaged(Refusal):
    """The file's pages are not what SQLite wrote."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _(
                "{path} is damaged. Restore the newest backup: “teamops restore FILE”; “teamops locate” says where."
            ).format(path=path)
        )


class DatabaseReadOnly(Refusal):
    """The file or its folder may not be written."""

    def __init__(self, path: object) -> None:
        said = _(
            "{path} or its folder is read-only; nothing was saved. Copy it to a folder of your own, or ask who "
            "may write there."
        )
        super().__init__(said.format(path=path))


class DatabaseFull(Refusal):
    """The disk is full."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("The disk that holds {path} is full; nothing was saved. Make room and try again.").format(
                path=path
            )
        )


class DatabaseBusy(Refusal):
    """Another process holds the file."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("{path} is being written by another program; nothing was saved. Try again.").format(path=path)
        )


class DatabaseInUse(Refusal):
    """The file would be replaced while another process has it open."""

    def __init__(self, path: object) -> None:
        super().__init__(_("{path} is open in another window; close it there first.").format(path=path))


class DatabaseTooNew(Refusal):
    """The file was written by a newer teamops."""

    def __init__(self, path: object, version: str) -> None:
        super().__init__(
            _(
                "{path} was written by a newer teamops (schema {version}). Update teamops; nothing was touched."
            ).format(path=path, version=version)
        )


class DatabaseExists(Refusal):
    """A new database would take an existing file's place."""

    def __init__(self, path: object) -> None:
        super().__init__(
            _("{path} exists already and is never written over. Choose another name.").format(path=path)
        )


class NotOurDatabase(Refusal):
    """The file is a database, or something else, that teamops did not make."""

    def __init__(self, path: object) -> None:
        said = _(
            "{path} is not a teamops database, or is damaged at its beginning; it was left alone. If it held "
            "your books, restore the newest backup: “teamops restore FILE”."
        )
        super().__init__(said.format(path=path))


class BackupDamaged(Refusal):
    """A backup is not what its manifest says."""

    def __init__(self, path: object) -> None:
        said = _("{path} is not what its manifest says; nothing was touched. Use another backup.")
        super().__init__(said.format(path=path))


class BackupUnsound(Refusal):
    """What a backup holds is not what its event log says."""

    def __init__(self, path: object, finding: str) -> None:
        said = _(
            "{path} is not sound, so nothing was touched: {finding} Use another backup; “teamops verify --db "
            "FILE” tells all that is wrong with this one."
        )
        super().__init__(said.format(path=path, finding=finding))
