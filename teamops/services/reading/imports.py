"""What an import has to know of the books."""

from __future__ import annotations

from datetime import date, timedelta

from teamops.db.reader import Reader, amount, sure_day
from teamops.models.imports import (
    FigureBook,
    KnownOutlet,
    KnownPerson,
    KnownValue,
    KnownYears,
    Roster,
    TargetBook,
)
from teamops.models.people import PhoneClass
from teamops.services.reading import calendar
from teamops.services.reading.figures import figures
from teamops.services.reading.people import outlets, people, person


def roster(reader: Reader, on: date) -> Roster:
    """Who and what is there on a day, the left included; those to come as they are posted when they join."""
    more = {row[0]: row[1:] for row in reader.rows("SELECT id, version, phone, phone_class FROM person")}
    lines = [
        line if line.role is not None or line.joined_on <= on else person(reader, line.id, line.joined_on)
        for line in people(reader, on, include_left=True)
    ]
    known = tuple(
        KnownPerson(
            line.id, more[line.id][0], line.number, line.name, line.name_en, line.born, line.joined_on,
            line.left_on, more[line.id][1], PhoneClass(more[line.id][2]), line.state, line.role, line.group,
            line.outlet_id,
        )
        for line in lines
    )  # fmt: skip
    awaited = dict(reader.rows("SELECT id, custodian_number FROM outlet"))
    custodian = {line.outlet_id: line.number for line in lines if line.custodian}
    there = tuple(
        KnownOutlet(
            line.id, line.version, line.code, line.name, line.name_en, line.contact, line.opens, line.closes,
            custodian.get(line.id, ""), awaited[line.id],
        )
        for line in outlets(reader, on)
    )  # fmt: skip
    groups = tuple(row[0] for row in reader.rows("SELECT name FROM team_group ORDER BY id"))
    team = tuple(name for row in reader.rows("SELECT name, name_en FROM team") for name in row if name)
    return Roster(on, team, known, groups, there)


def figure_book(reader: Reader, span: tuple[date, date] | None) -> FigureBook:
    """The figures with the values of some days, first to last."""
    lines = tuple(figures(reader))
    if span is None:
        return FigureBook(lines, {}, frozenset())
    first, last = span
    days: dict[str, date] = {}
    values = {}
    for key, kept, who, figure, value, words, version in reader.rows(
        "SELECT id, day, person_id, figure_id, value, words, version FROM figure_value "
        "WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ):
        told_on = days.get(kept) or days.setdefault(kept, sure_day(kept))
        values[told_on, who, figure] = KnownValue(key, version, amount(value), words)
    worked = set(calendar.working_days(reader, first, last))
    rest = {first + timedelta(days=n) for n in range((last - first).days + 1)} - worked
    return FigureBook(lines, values, frozenset(rest))


def target_book(reader: Reader, span: tuple[date, date] | None) -> TargetBook:
    """The figures with the targets of some months, first to last."""
    lines = tuple(figures(reader))
    if span is None:
        return TargetBook(lines, {})
    rows = reader.rows(
        "SELECT id, month, person_id, figure_id, value, version FROM target WHERE month BETWEEN ? AND ?",
        (span[0].isoformat(), span[1].isoformat()),
    )
    return TargetBook(
        lines,
        {(sure_day(row[1]), row[2], row[3]): KnownValue(row[0], row[5], amount(row[4]), "") for row in rows},
    )


def known_years(reader: Reader, years: tuple[int, ...]) -> KnownYears:
    """The special days of some years, and which of them are confirmed."""
    confirmed = {year.year: year.confirmed for year in calendar.years(reader)}
    days = {special.day: special for year in years for special in calendar.special_days(reader, year)}
    return KnownYears(confirmed, days)
