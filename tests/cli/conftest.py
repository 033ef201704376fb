"""Fixtures of the command line's tests: a run of it, books where it looks for them, a language that shows."""

from __future__ import annotations

import gettext
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from teamops import i18n
from teamops.__main__ import main
from teamops.cli import output
from teamops.paths import places

NOW = "2026-11-23T08:21"


class Ran(NamedTuple):
    """What a run came to."""

    status: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line of a run that was refused."""
        line, end, rest = self.err.partition("\n")
        assert (end, rest) == ("\n", ""), self.err
        return line


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def ran(*words: str | Path) -> Ran:
        capfd.readouterr()
        status = main([str(word) for word in words])
        return Ran(status, *capfd.readouterr())

    return ran


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> str:
    """The present of practice books: Monday 23 November 2026, 08:21 where they are."""
    monkeypatch.setenv("TEAMOPS_NOW", NOW)
    return NOW


@pytest.fixture
def database(founded_file: Path, now: str) -> Path:
    """The branch of all tests, practice books, where the program looks when nothing is said."""
    return placed(founded_file)


@pytest.fixture
def roster(roster_file: Path, now: str) -> Path:
    """The branch of data/branch with its sixteen people, where the program looks when nothing is said."""
    return placed(roster_file)


def placed(file: Path) -> Path:
    path = places().database
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, path)
    return path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The streams are those of a terminal."""
    monkeypatch.setattr(output, "is_terminal", lambda *_streams: True)


class _Marked(gettext.NullTranslations):
    """A catalogue that has every message, and marks it."""

    def gettext(self, message: str) -> str:
        return f"譯{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"譯{msgid1 if n == 1 else msgid2}"


@pytest.fixture(params=i18n.LANGUAGES)
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each language in turn, by TEAMOPS_LANG; in the Chinese ones every message is marked 譯."""
    code: str = request.param
    monkeypatch.setenv("TEAMOPS_LANG", code)
    monkeypatch.setattr(
        i18n, "_catalogue", lambda code: gettext.NullTranslations() if code == "en" else _Marked()
    )
    return code
