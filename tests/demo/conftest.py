"""Demos made once for all tests, and what is said in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from teamops.db.books import Books
from teamops.demo import make

MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)

Demo = Callable[..., Path]
"""Makes a demo, unless it was made already; its file is not to be written to."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")

    def made(
        language: str = "en", today: date = MONDAY, *, people: int = 15, months: int = 3, seed: int = 1
    ) -> Path:
        path = folder / f"{language}-{today}-{people}-{months}-{seed}.db"
        if not path.exists():
            make(path, language=language, today=today, people=people, months=months, seed=seed)
        return path

    return made


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Books]]:
    """Opens books that are closed when the test is over."""
    there: list[Books] = []

    def open_(path: Path) -> Books:
        there.append(Books.open(path))
        return there[-1]

    yield open_
    for books in there:
        books.close()


def rows(path: Path, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    """The rows of a query on a demo."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, parameters).fetchall()
