"""Figures as the day's grid, the meeting and Today show them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from teamops.db.reader import Reader, amount, sure_amount, sure_day
from teamops.models.figures import (
    FigureCell,
    FigureKind,
    FigureLine,
    FigureSheet,
    MemberStanding,
    MonthBoard,
    Standing,
    TargetLine,
)
from teamops.services.reading import calendar, people

_MONTH = """
SELECT figure_id, day, NULL, sum(value) FROM figure_value
WHERE day >= :first AND day < :until AND value IS NOT NULL GROUP BY day, figure_id
UNION ALL SELECT figure_id, NULL, person_id, sum(value) FROM figure_value
WHERE day >= :first AND day < :until AND value IS NOT NULL GROUP BY person_id, figure_id
"""


def figures(reader: Reader, *, active_only: bool = True) -> list[FigureLine]:
    """The team's figures in their order."""
    return [
        FigureLine(row[0], row[1], row[2], FigureKind(row[3]), row[4], row[5], row[6], bool(row[7]), row[8])
        for row in reader.rows(
            "SELECT id, code, own_name, kind, own_unit, decimals, position, active, version FROM figure"
            " ORDER BY position, id"
        )
        if row[7] or not active_only
    ]


def targets(reader: Reader, month: date) -> list[TargetLine]:
    """The targets of the month that a day lies in, the team's own before its members'."""
    return [
        TargetLine(row[0], row[1], row[2], sure_amount(row[3]), row[4])
        for row in reader.rows(
            "SELECT id, person_id, figure_id, value, version FROM target WHERE month = ?"
            " ORDER BY person_id IS NOT NULL, person_id, figure_id",
            (month.replace(day=1).isoformat(),),
        )
    ]


def sheet(reader: Reader, day: date) -> FigureSheet:
    """The grid of a day: who sold then and whoever else told a figure; what is asked now or was told then."""
    cells = _cells(reader, day)
    filled = [cell for cell in cells if cell.value is not None or cell.words]
    members = _roster(reader, day, {cell.person_id for cell in filled})
    told = {cell.figure_id for cell in filled}
    return FigureSheet(
        day,
        tuple((member.id, member.number, member.name) for member in members),
        tuple(line for line in figures(reader, active_only=False) if line.active or line.id in told),
        cells,
    )


def board(reader: Reader, today: date) -> MonthBoard:
    """Where `today`'s month stands before anything is told of `today` itself, whenever this is asked.

    The last working day stands beside it: on a month's first working day, one of the month before. Working
    days gone are those up to it. The team's target is its own where it has one, else the sum of its members'.
    """
    first = today.replace(day=1)
    day = calendar.previous_workday(reader, today)
    workdays = calendar.working_days(reader, first, first.replace(day=monthrange(first.year, first.month)[1]))
    gone = sum(worked <= day for worked in workdays)
    yesterday = _cells(reader, day)
    reporters = {cell.person_id for cell in yesterday if cell.value is not None or cell.words}
    expected = {member.id for member in people.selling(reader, day)}
    lines = [line for line in figures(reader) if line.kind is not FigureKind.TEXT]
    by_day, by_member = _month(reader, first, today)
    aims = {(line.person_id, line.figure_id): line.value for line in targets(reader, first)}
    last = {(cell.person_id, cell.figure_id): cell.value for cell in yesterday if cell.value is not None}
    named = reporters.union(person for _, person in by_member).union(person for person, _ in aims if person)
    return MonthBoard(
        first,
        day,
        len(reporters & expected),
        len(expected),
        gone,
        len(workdays),
        tuple(
            _standing(
                line,
                [by_day.get((line.id, worked)) for worked in workdays],
                sum((value for (figure, _), value in by_member.items() if figure == line.id), Decimal(0)),
                _team_target(aims, line.id),
                sum((value for (_, figure), value in last.items() if figure == line.id), Decimal(0)),
                gone,
            )
            for line in lines
        ),
        tuple(
            MemberStanding(
                member.id,
                member.name,
                member.group,
                line.id,
                last.get((member.id, line.id)),
                by_member.get((line.id, member.id), Decimal(0)),
                aims.get((member.id, line.id)),
            )
            for member in _roster(reader, today, named)
            for line in lines
        ),
    )


class _Member(NamedTuple):
    id: int
    number: str
    name: str
    group: str


def _roster(reader: Reader, day: date, also: Iterable[int]) -> list[_Member]:
    """Who sells on a day, and after them those others with something to show; with that day's group."""
    sellers = [_Member(line.id, line.number, line.name, line.group) for line in people.selling(reader, day)]
    others = sorted(set(also).difference(member.id for member in sellers))
    rows = reader.rows(
        "SELECT p.id, p.number, p.name, coalesce(g.name, '') FROM person p"  # noqa: S608 - only question marks
        " LEFT JOIN posting s ON s.person_id = p.id AND s.starts_on ="
        " (SELECT max(z.starts_on) FROM posting z WHERE z.person_id = p.id AND z.starts_on <= ?)"
        f" LEFT JOIN team_group g ON g.id = s.group_id WHERE p.id IN ({', '.join('?' * len(others))})"
        " ORDER BY p.number",
        (day.isoformat(), *others),
    )
    return sellers + [_Member(*row) for row in rows]


def _cells(reader: Reader, day: date) -> tuple[FigureCell, ...]:
    return tuple(
        FigureCell(row[0], row[1], amount(row[2]), row[3], row[4])
        for row in reader.rows(
            "SELECT person_id, figure_id, value, words, version FROM figure_value WHERE day = ?"
            " ORDER BY person_id, figure_id",
            (day.isoformat(),),
        )
    )


def _month(
    reader: Reader, first: date, until: date
) -> tuple[dict[tuple[int, date], Decimal], dict[tuple[int, int], Decimal]]:
    """Sums of a month's days before `until`: by figure and day, and by figure and person."""
    by_day: dict[tuple[int, date], Decimal] = {}
    by_member: dict[tuple[int, int], Decimal] = {}
    for figure, day, person, kept in reader.rows(
        _MONTH, {"first": first.isoformat(), "until": until.isoformat()}
    ):
        if day is not None:
            by_day[figure, sure_day(day)] = sure_amount(kept)
        else:
            by_member[figure, person] = sure_amount(kept)
    return by_day, by_member


def _standing(
    line: FigureLine,
    by_day: Sequence[Decimal | None],
    done: Decimal,
    target: Decimal | None,
    yesterday: Decimal,
    gone: int,
) -> Standing:
    pace = None
    if gone:
        places = Decimal(1).scaleb(-line.decimals)
        pace = (done * len(by_day) / gone).quantize(places, rounding=ROUND_HALF_UP)
    return Standing(line, done, target, pace, yesterday, tuple(by_day))


def _team_target(aims: dict[tuple[int | None, int], Decimal], figure_id: int) -> Decimal | None:
    if (None, figure_id) in aims:
        return aims[None, figure_id]
    members = [value for (_, figure), value in aims.items() if figure == figure_id]
    return sum(members, Decimal(0)) if members else None
