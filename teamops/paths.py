"""Where things are: settings, the default database, backups and the log."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one user; nothing is created by asking."""

    settings: Path
    data: Path
    state: Path

    @property
    def database(self) -> Path:
        """The database used when none is named and none was made the default."""
        return self.data / "team.db"

    @property
    def backups(self) -> Path:
        """Where backups go when no file is named."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """The log of faults."""
        return self.state / "teamops.log"


def places() -> Places:
    """The user's places, or everything under TEAMOPS_HOME where that is set."""
    if home := os.environ.get("TEAMOPS_HOME"):
        root = Path(home).expanduser()
        return Places(root / "settings.toml", root / "data", root / "state")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("teamops", appauthor=False)
    return Places(dirs.user_config_path / "settings.toml", dirs.user_data_path, dirs.user_state_path)
