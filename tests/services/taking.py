"""How tests take files in: read, planned against the books, written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from teamops.importing import calendar as calendar_file
from teamops.importing import figures as figures_file
from teamops.importing import outlets as outlets_file
from teamops.importing import people as people_file
from teamops.importing import targets as targets_file
from teamops.importing.sheet import read_sheet
from teamops.models.imports import Plan
from teamops.services import imports
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading_figures
from teamops.services.reading import imports as known

TODAY = date(2026, 11, 23)
DATA = Path(__file__).parents[1] / "data"
BRANCH, MESSY = DATA / "branch", DATA / "branch-messy"


def planned(desk: Desk, kind: str, path: Path) -> Plan[Any]:
    with desk.books.reading() as reader:
        roster = known.roster(reader, TODAY)
        if kind == "people":
            return people_file.plan(read_sheet(path, people_file.HEADERS), roster)
        if kind == "outlets":
            return outlets_file.plan(read_sheet(path, outlets_file.HEADERS), roster)
        if kind == "calendar":
            file = calendar_file.read(path)
            return calendar_file.plan(file, known.known_years(reader, file.years))
        figures = reading_figures.figures(reader)
        if kind == "figures":
            sheet = read_sheet(path, figures_file.headers(figures))
            return figures_file.plan(sheet, roster, known.figure_book(reader, figures_file.span(sheet)))
        sheet = read_sheet(path, targets_file.headers(figures))
        return targets_file.plan(sheet, roster, known.target_book(reader, targets_file.span(sheet, TODAY)))


TAKE: dict[str, Callable[..., int]] = {
    "people": imports.people,
    "outlets": imports.outlets,
    "figures": imports.figures,
    "targets": imports.targets,
    "calendar": imports.calendar,
}


def take(desk: Desk, kind: str, path: Path, *, skip_refused: bool = False) -> Plan[Any]:
    plan = planned(desk, kind, path)
    TAKE[kind](desk, plan, skip_refused=skip_refused)
    return plan


def typed(folder: Path, *lines: str, titles: str) -> Path:
    path = folder / "typed.csv"
    path.write_text("\n".join((titles, *lines)), encoding="utf-8")
    return path
