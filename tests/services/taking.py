"""How tests take files in: read, planned against the books, written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from teamops.importing import files
from teamops.models.imports import Plan
from teamops.services.desk import Desk

TODAY = date(2026, 11, 23)
DATA = Path(__file__).parents[1] / "data"
BRANCH, MESSY = DATA / "branch", DATA / "branch-messy"


def planned(desk: Desk, kind: str, path: Path) -> Plan[Any]:
    with desk.books.reading() as reader:
        return files.planned(kind, reader, TODAY, path).plan


def take(desk: Desk, kind: str, path: Path, *, skip_refused: bool = False) -> Plan[Any]:
    with desk.books.reading() as reader:
        file = files.planned(kind, reader, TODAY, path)
    file.take(desk, file.plan, skip_refused=skip_refused)
    return file.plan


def typed(folder: Path, *lines: str, titles: str) -> Path:
    path = folder / "typed.csv"
    path.write_text("\n".join((titles, *lines)), encoding="utf-8")
    return path
