"""Books that were staged once for all journeys through them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.services.desk import Desk
from tests.conftest import at_morning, lead_of
from tests.journeys import staged


@pytest.fixture(scope="session")
def stage_file(
    roster_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[Path, datetime]]:
    """The file of a stage and what time it is in it, written when first asked for."""
    folder = tmp_path_factory.mktemp("stages")
    written: dict[str, tuple[Path, datetime]] = {}

    def stage(name: str) -> tuple[Path, datetime]:
        if name not in written:
            path = folder / f"{name}.db"
            shutil.copy(roster_file, path)
            books = at_morning(path)
            staged.STAGES[name](Desk(books, lead_of(books)))
            written[name] = path, books.clock.now()
            books.close()
        return written[name]

    return stage


@pytest.fixture
def at_stage(stage_file: Callable[[str], tuple[Path, datetime]], tmp_path: Path) -> Iterator[staged.AtStage]:
    """The lead's desk in a stage, in a file of the test's own."""
    opened: list[Books] = []

    def desk(name: str) -> Desk:
        kept, now = stage_file(name)
        path = tmp_path / "roster.db"
        shutil.copy(kept, path)
        books = at_morning(path)
        books.clock = Clock("Asia/Shanghai", now, monotonic=lambda: 0.0)
        opened.append(books)
        return Desk(books, lead_of(books))

    yield desk
    for books in opened:
        books.close()
