"""A file of others as a whole: read, held against the books, with the action that takes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from teamops.i18n import _, listed
from teamops.importing import calendar, figures, outlets, people, targets
from teamops.importing.sheet import Sheet, read_sheet
from teamops.models.imports import Plan
from teamops.services import imports
from teamops.services.desk import Reader, UseCase
from teamops.services.reading import figures as kept
from teamops.services.reading import imports as known


@dataclass(frozen=True, slots=True)
class Planned:
    """What a file comes to, the action that writes it, and what of the file was not read."""

    plan: Plan[Any]
    take: UseCase[..., int]
    remarks: tuple[str, ...] = ()


def planned(kind: str, reader: Reader, day: date, path: Path, encoding: str | None = None) -> Planned:
    """What becomes of a file of people, outlets, figures, targets or of a calendar that is taken on `day`.

    Refuses what `read_sheet` and `calendar.read` do; ValueError for another kind.
    """
    if kind == "calendar":
        file = calendar.read(path, encoding=encoding)
        return Planned(calendar.plan(file, known.known_years(reader, file.years)), imports.calendar)
    roster, lines = known.roster(reader, day), kept.figures(reader)
    plan: Plan[Any]
    take: UseCase[..., int]
    match kind:
        case "people":
            sheet = read_sheet(path, people.HEADERS, encoding=encoding)
            plan, take = people.plan(sheet, roster), imports.people
        case "outlets":
            sheet = read_sheet(path, outlets.HEADERS, encoding=encoding)
            plan, take = outlets.plan(sheet, roster), imports.outlets
        case "figures":
            sheet = read_sheet(path, figures.headers(lines), encoding=encoding)
            told = known.figure_book(reader, figures.span(sheet))
            plan, take = figures.plan(sheet, roster, told), imports.figures
        case "targets":
            sheet = read_sheet(path, targets.headers(lines), encoding=encoding)
            set_ = known.target_book(reader, targets.span(sheet, day))
            plan, take = targets.plan(sheet, roster, set_), imports.targets
        case _:
            raise ValueError(kind)
    return Planned(plan, take, tuple(_remarks(sheet)))


def _remarks(sheet: Sheet) -> list[str]:
    remarks = []
    if sheet.unknown:
        remarks.append(_("Columns left aside: {titles}.").format(titles=listed(sheet.unknown)))
    if sheet.passed_over:
        said = _("Read from the worksheet {worksheet}; these were left aside: {names}.")
        remarks.append(said.format(worksheet=sheet.worksheet, names=listed(sheet.passed_over)))
    return remarks
