"""Where things are, with and without a home of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from teamops.paths import Places, places


def test_everything_is_under_the_home_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAMOPS_HOME", str(tmp_path / "home"))
    found = places()
    root = tmp_path / "home"
    assert found == Places(root / "settings.toml", root / "data", root / "state")
    assert (found.database, found.backups) == (root / "data" / "team.db", root / "data" / "backups")
    assert found.log == root / "state" / "teamops.log"
    assert not root.exists()


def test_a_tilde_is_the_user_s_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("TEAMOPS_HOME", "~/books")
    assert places().data == tmp_path / "books" / "data"


@pytest.mark.parametrize("home", [None, ""])
@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="other systems have other folders")
def test_otherwise_the_folders_are_the_system_s(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    if home is None:
        monkeypatch.delenv("TEAMOPS_HOME", raising=False)
    else:
        monkeypatch.setenv("TEAMOPS_HOME", home)
    found = places()
    assert found.settings == tmp_path / "config" / "teamops" / "settings.toml"
    assert found.database == tmp_path / "data" / "teamops" / "team.db"
    assert found.log == tmp_path / "state" / "teamops" / "teamops.log"
    assert list(tmp_path.iterdir()) == []
