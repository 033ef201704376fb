"""What the user chose, in one TOML file written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from teamops.errors import Refusal
from teamops.i18n import _


class UnreadableSettings(Refusal):
    """The settings file is not TOML, or cannot be read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("The settings in {path} cannot be used ({reason}). Mend or remove the file.").format(
                path=path, reason=reason
            )
        )


class UnsavedSettings(UnreadableSettings):
    """What was chosen cannot be written down."""

    def __init__(self, path: Path, reason: str) -> None:
        said = _("What you chose cannot be kept: {path} cannot be written ({reason}).")
        Refusal.__init__(self, said.format(path=path, reason=reason))


@dataclass(slots=True)
class Settings:
    """A user's choices: `language`, `theme`, the default `database`, `me` (staff number by database).

    `export_folder` and `export_format` are those of the last file written.
    """

    language: str = ""
    theme: str = ""
    database: str = ""
    me: dict[str, str] = field(default_factory=dict)
    export_folder: str = ""
    export_format: str = ""


def load(path: Path) -> Settings:
    """The settings in `path`; a missing file means none were made. Keys of no meaning here are ignored."""
    import tomllib

    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise UnreadableSettings(path, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableSettings(path, str(error)) from error
    me = raw.get("me")
    return Settings(
        language=str(raw.get("language", "")),
        theme=str(raw.get("theme", "")),
        database=str(raw.get("database", "")),
        me={str(key): str(value) for key, value in me.items()} if isinstance(me, dict) else {},
        export_folder=str(raw.get("export_folder", "")),
        export_format=str(raw.get("export_format", "")),
    )


def save(settings: Settings, path: Path) -> None:
    """Write the settings beside the old file and put them in its place at once. Raises UnsavedSettings."""
    import tomli_w

    part = path.with_suffix(".part")
    try:
        content = tomli_w.dumps(asdict(settings)).encode()
    except UnicodeEncodeError as error:  # the name of a file that is not UTF-8
        raise UnsavedSettings(path, str(error)) from error
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UnsavedSettings(path, error.strerror or str(error)) from error
