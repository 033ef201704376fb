"""Monthly targets of members and of the team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from teamops.dates import parse_month
from teamops.errors import MissingText, NotAFileDate, Refusal
from teamops.i18n import _, month_year
from teamops.importing import figure_columns
from teamops.importing.columns import Header, Sheet
from teamops.importing.figure_columns import NAME, NUMBER
from teamops.importing.plan import Cells, Planner, changes_between, file_day, header
from teamops.importing.who import Who
from teamops.models.figures import FigureLine
from teamops.models.imports import KnownPerson, Plan, Roster, TargetBook, TargetWrite, Verdict
from teamops.numbers import format_number
from teamops.text import search_key

MONTH: Final = header("month", "月份|年月|月|目標月份|目标月份|month|period", required=True)
TEAM: Final = "團隊 全隊 團隊合計 合計 团队 全队 团队合计 合计 team total"
"""Words that stand for the team as a whole where a name would be."""


def headers(figures: Sequence[FigureLine]) -> tuple[Header, ...]:
    """The columns of a file of targets, in three scripts, for the team's figures."""
    return figure_columns.headers(figures, (MONTH, NUMBER, NAME), aims=True)


def file_month(text: str, today: date) -> date:
    """A month as a file writes it; a whole date is understood if it is a month's first. Raises NotAMonth."""
    try:
        day = file_day(text)
    except NotAFileDate:
        return parse_month(text, today)
    return day if day.day == 1 else parse_month(text, today)


def span(sheet: Sheet, today: date) -> tuple[date, date] | None:
    """The first and last month a file speaks of; none where it has no month at all."""
    months = []
    for text in {line.cells["month"] for line in sheet.lines}:
        try:
            months.append(file_month(text, today))
        except Refusal:
            continue
    return (min(months), max(months)) if months else None


def plan(sheet: Sheet, roster: Roster, book: TargetBook) -> Plan[TargetWrite]:
    """What becomes of each line of targets. One with no number, and no name or the team's, is the team's."""
    planner: Planner[TargetWrite] = Planner(sheet.path.name)
    who = Who(roster)
    columns = figure_columns.columns(sheet, book.figures, aims=True)
    team = {search_key(name) for name in (*TEAM.split(), *roster.team)} | {""}
    for line in sheet.lines:
        cells = Cells(sheet, line)
        month = cells.of("month", lambda text: file_month(text, roster.day)) if cells.has("month") else None
        if not cells.has("month"):
            cells.refuse("month", str(MissingText()))
        for_team = not cells.has("number") and search_key(cells.raw.get("name", "")) in team
        person = None if for_team else who.of(cells)
        what = (
            f"{month_year(month) if month else cells.raw['month']} {_whom(cells, person, for_team=for_team)}"
        )
        aims: dict[int, tuple[FigureLine, Decimal]] = {}
        for column in columns:
            value, wrong = column.value(cells.raw[column.figure.code])
            if wrong:
                cells.refuse(column.figure.code, wrong)
            elif isinstance(value, Decimal):
                aims[column.figure.id] = column.figure, value
        if month is not None and person is not None and not _here_in(person, month):
            cells.wrong.append(_("{name} is not with the branch in that month").format(name=person.name))
        if month is not None and (person is not None or for_team):
            key = month, person.id if person else None
            if planner.again(
                key, tuple(sorted((code, aim[1]) for code, aim in aims.items())), line.number, what
            ):
                continue
        if cells.wrong or month is None:
            planner.say(line.number, Verdict.REFUSED, what, cells.refusal)
        else:
            _take(planner, cells, what, month, person.id if person else None, aims, book)
    return planner.plan()


def _whom(cells: Cells, person: KnownPerson | None, *, for_team: bool) -> str:
    if for_team:
        return _("the team")
    if person is not None:
        return f"{person.number} {person.name}"
    return " ".join(filter(None, (cells.raw.get("number", ""), cells.raw.get("name", ""))))


def _here_in(person: KnownPerson, month: date) -> bool:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return person.joined_on <= last and (person.left_on is None or month <= person.left_on)


def _take(
    planner: Planner[TargetWrite],
    cells: Cells,
    what: str,
    month: date,
    person_id: int | None,
    aims: dict[int, tuple[FigureLine, Decimal]],
    book: TargetBook,
) -> None:
    writes: list[TargetWrite] = []
    compared: dict[str, tuple[str, str]] = {}
    for figure, value in aims.values():
        known = book.values.get((month, person_id, figure.id))
        if known is None or known.value != value:
            writes.append(TargetWrite(month, person_id, figure.id, value, known))
            if known is not None and known.value is not None:
                compared[figure.name] = (
                    format_number(known.value, figure.decimals),
                    format_number(value, figure.decimals),
                )
    note = cells.note
    if not aims:
        planner.say(cells.number, Verdict.IGNORED, what, _("no target is told"))
    elif not writes:
        planner.say(cells.number, Verdict.UNCHANGED, what, note)
    else:
        verdict = Verdict.CHANGED if compared else Verdict.ADDED
        planner.say(
            cells.number, verdict, what, note, changes=changes_between(compared), writes=tuple(writes)
        )
