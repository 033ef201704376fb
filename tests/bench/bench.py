"""What every measurement starts from: the programs compared, their books, how often, and in which order."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.bench.terminal import Terminal

T = TypeVar("T")
HERE = Path(__file__).parent
NOW = "2026-11-23T08:21"
"""The present of all books measured here, so that a cache of them stays good; TEAMOPS_NOW sets another."""

_NOT_A_USERS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPYCACHEPREFIX", "NO_COLOR", "TMUX",
                "TEAMOPS_DB", "TEXTUAL_FPS", "TEXTUAL_ANIMATIONS")  # fmt: skip


class Demo(NamedTuple):
    """The size of an invented branch."""

    people: int
    months: int


SMALL, BIG = Demo(15, 3), Demo(200, 120)


class Bench:
    """One run of the bench: so many `rounds` (none: as many as is usually enough), books kept in `cache`."""

    def __init__(self, cache: Path, rounds: int | None) -> None:
        self.cache = cache
        self._rounds = rounds
        cache.mkdir(parents=True, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_A_USERS}
        self.environment: Mapping[str, str] = {
            "TEAMOPS_NOW": NOW,
            **kept,
            "PYTHONPATH": str(HERE.parents[1]),
            "TEAMOPS_HOME": str(cache / "home"),
            "TEAMOPS_LANG": "en",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }

    def rounds(self, usual: int, programs: Mapping[str, Callable[[], T]]) -> Iterator[dict[str, T]]:
        """One result of each program a round, their order changing; a first round is thrown away."""
        names = list(programs)
        for n in range(-1, self._rounds or usual):
            names.append(names.pop(0))
            found = {name: programs[name]() for name in (names if n % 2 else reversed(names))}
            if n >= 0:
                yield found

    # --- programs

    def hello(self) -> Terminal:
        """The framework's floor."""
        return self._python(HERE / "hello.py")

    def table(self) -> Terminal:
        """The framework's own list."""
        return self._python(HERE / "plain_table.py")

    def teamops(self, demo: Demo) -> Terminal:
        """The program on a demo, which it only reads."""
        return self._python("-m", "teamops", "--db", self.demo(demo))

    @contextmanager
    def writing(self, demo: Demo, *, fresh: bool = False) -> Iterator[Terminal]:
        """The program on a demo of its own; with `fresh`, it keeps no screen that was closed."""
        with tempfile.TemporaryDirectory(dir=self.cache) as folder:
            books = Path(shutil.copy(self.demo(demo), folder))
            start = [str(HERE / "always_fresh.py")] if fresh else ["-m", "teamops"]
            with self._python(*start, "--db", books) as terminal:
                yield terminal

    def _python(self, *words: str | Path) -> Terminal:
        return Terminal([sys.executable, *map(str, words)], self.environment)

    # --- books

    def demo(self, demo: Demo) -> Path:
        """The books of an invented branch, made once a cache."""
        path = self.cache / f"demo-{demo.people}x{demo.months}.db"
        if not path.exists():
            made = path.with_suffix(".part")
            made.unlink(missing_ok=True)
            sizes = ["--people", str(demo.people), "--months", str(demo.months)]
            command = [sys.executable, "-m", "teamops", "demo", str(made), "--no-open", *sizes]
            subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)
            with closing(sqlite3.connect(made)) as books:
                books.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            made.rename(path)
        return path
