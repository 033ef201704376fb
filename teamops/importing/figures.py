"""Daily figures per member, as the CRM exports them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from teamops.errors import FutureDay, MissingColumns, MissingText, Refusal
from teamops.i18n import _, full_day
from teamops.importing import figure_columns
from teamops.importing.columns import Header, Sheet
from teamops.importing.figure_columns import NAME, NUMBER, Column
from teamops.importing.plan import Cells, Planner, changes_between, file_day, header
from teamops.importing.who import Who
from teamops.models.figures import FigureLine
from teamops.models.imports import FigureBook, FigureWrite, KnownPerson, Plan, Roster, Verdict, uncollected
from teamops.numbers import format_number

DAY: Final = header("day", "日期|業務日期|統計日期|业务日期|统计日期|date|day", required=True)


def headers(figures: Sequence[FigureLine]) -> tuple[Header, ...]:
    """The columns of a file of daily figures, in three scripts, for the team's figures."""
    return figure_columns.headers(figures, (DAY, NUMBER, NAME))


def span(sheet: Sheet) -> tuple[date, date] | None:
    """The first and last day a file speaks of; none where it has no day at all."""
    days = []
    for text in {line.cells["day"] for line in sheet.lines}:
        try:
            days.append(file_day(text))
        except Refusal:
            continue
    return (min(days), max(days)) if days else None


def plan(sheet: Sheet, roster: Roster, book: FigureBook) -> Plan[FigureWrite]:
    """What becomes of each line of daily figures. A rest day's are taken, with a note. Raises MissingColumns."""
    with uncollected():
        return _plan(sheet, roster, book)


def _plan(sheet: Sheet, roster: Roster, book: FigureBook) -> Plan[FigureWrite]:
    if NUMBER.key not in sheet.columns and NAME.key not in sheet.columns:
        raise MissingColumns(NUMBER.names[0], sheet.header_line)
    planner: Planner[FigureWrite] = Planner(sheet.path.name)
    who = Who(roster)
    columns = figure_columns.columns(sheet, book.figures)
    days: dict[str, tuple[date | None, str]] = {}
    for line in sheet.lines:
        cells = Cells(sheet, line)
        day = _day(cells, days)
        person = who.of(cells)
        name = f"{person.number} {person.name}" if person else " ".join(filter(None, _named(cells)))
        what = f"{cells.raw.get('day', '')} {name}".strip() or _("line {line}").format(line=line.number)
        told = _told(cells, columns)
        if day is not None and person is not None:
            _check(cells, day, person, roster.day, book.rest)
            if planner.again((day, person.id), tuple(told.items()), line.number, what):
                continue
        if cells.wrong or day is None or person is None:
            planner.say(line.number, Verdict.REFUSED, what, cells.refusal)
        else:
            _take(planner, cells, what, day, person.id, told, book)
    return planner.plan()


def _named(cells: Cells) -> tuple[str, str]:
    return cells.raw.get("number", ""), cells.raw.get("name", "")


def _day(cells: Cells, known: dict[str, tuple[date | None, str]]) -> date | None:
    text = cells.raw["day"]
    if text not in known:
        try:
            known[text] = (file_day(text), "") if text else (None, str(MissingText()))
        except Refusal as error:
            known[text] = None, str(error)
    day, wrong = known[text]
    if wrong:
        cells.refuse("day", wrong)
    return day


def _told(cells: Cells, columns: Sequence[Column]) -> dict[Column, Decimal | str]:
    told: dict[Column, Decimal | str] = {}
    for column in columns:
        text = cells.raw[column.figure.code]
        if text:
            value, wrong = column.value(text)
            if wrong:
                cells.refuse(column.figure.code, wrong)
            elif value is not None:
                told[column] = value
    return told


def _check(cells: Cells, day: date, person: KnownPerson, today: date, rest: frozenset[date]) -> None:
    if day > today:
        cells.refuse("day", str(FutureDay(full_day(day))))
    if not person.here_on(day):
        cells.wrong.append(_("{name} is not with the branch on that day").format(name=person.name))
    elif day in rest:
        cells.notes.append(_("not a working day"))


def _take(
    planner: Planner[FigureWrite],
    cells: Cells,
    what: str,
    day: date,
    person_id: int,
    told: dict[Column, Decimal | str],
    book: FigureBook,
) -> None:
    writes: list[FigureWrite] = []
    compared: dict[str, tuple[str, str]] = {}
    for column, said in told.items():
        figure = column.figure
        value, words = (None, said) if isinstance(said, str) else (said, "")
        known = book.values.get((day, person_id, figure.id))
        if known is None or (known.value, known.words) != (value, words):
            writes.append(FigureWrite(day, person_id, figure.id, value, words, known))
            if known is not None:
                before = known.words if known.value is None else format_number(known.value, figure.decimals)
                compared[figure.name] = (
                    before,
                    words if value is None else format_number(value, figure.decimals),
                )
    note = cells.note
    if not told:
        planner.say(cells.number, Verdict.IGNORED, what, _("nothing is told"))
    elif not writes:
        planner.say(cells.number, Verdict.UNCHANGED, what, note)
    else:
        verdict = Verdict.CHANGED if compared else Verdict.ADDED
        changes = changes_between(compared) if compared else ()
        planner.say(cells.number, verdict, what, note, changes=changes, writes=tuple(writes))
