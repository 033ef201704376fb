"""Directives as lists show them, and who knows them."""

from __future__ import annotations

from datetime import date
from typing import Any

from teamops.db.reader import Reader, day, moment, sure_day
from teamops.models.directives import DirectiveKind, DirectiveLine, ReaderLine
from teamops.models.words import Series, number_label

_LINES = """
SELECT d.id, d.number, d.title, d.body, d.source, d.kind, d.issued_on, d.expires_on, d.withdrawn,
       (SELECT count(*) FROM directive_reader r WHERE r.directive_id = d.id),
       (SELECT count(r.acknowledged_at) FROM directive_reader r WHERE r.directive_id = d.id), d.version
FROM directive d
"""


def in_force(reader: Reader, today: date, limit: int = 500) -> list[DirectiveLine]:
    """What holds on a day, neither withdrawn nor expired, the newest first."""
    return _read(
        reader,
        "WHERE d.withdrawn = '' AND d.issued_on <= ? AND (d.expires_on IS NULL OR d.expires_on >= ?)"
        " ORDER BY d.id DESC LIMIT ?",
        (today.isoformat(), today.isoformat(), limit),
    )


def all_directives(reader: Reader, search: str = "", limit: int = 500) -> list[DirectiveLine]:
    """Every directive, the newest first; with `search` those with it in number, title, wording or source."""
    typed = search.strip().lower()
    # A number is typed as it prints, 示2026-031, and kept as D2026-031.
    prefix = number_label(Series.DIRECTIVE).lower()
    if typed.startswith(prefix):
        typed = Series.DIRECTIVE.lower() + typed.removeprefix(prefix)
    return _read(
        reader,
        "WHERE lower(d.number || '\n' || d.title || '\n' || d.source || '\n' || d.body) LIKE ? ESCAPE '!'"
        " ORDER BY d.id DESC LIMIT ?",
        (f"%{typed.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%", limit),
    )


def one(reader: Reader, directive_id: int) -> DirectiveLine | None:
    """One directive."""
    return next(iter(_read(reader, "WHERE d.id = ?", (directive_id,))), None)


def readers(reader: Reader, directive_id: int) -> list[ReaderLine]:
    """Whom a directive is addressed to, and who of them said that they know it."""
    return [
        ReaderLine(row[0], row[1], row[2], row[3], moment(row[4]), row[5])
        for row in reader.rows(
            "SELECT r.id, r.person_id, p.number, p.name, r.acknowledged_at, coalesce(b.name, '')"
            " FROM directive_reader r JOIN person p ON p.id = r.person_id"
            " LEFT JOIN person b ON b.id = r.recorded_by_id WHERE r.directive_id = ? ORDER BY p.number",
            (directive_id,),
        )
    ]


def _read(reader: Reader, tail: str, parameters: tuple[Any, ...]) -> list[DirectiveLine]:
    return [
        DirectiveLine(
            row[0], row[1], row[2], row[3], row[4], DirectiveKind(row[5]), sure_day(row[6]), day(row[7]),
            row[8], row[9], row[10], row[11],
        )
        for row in reader.rows(_LINES + tail, parameters)
    ]  # fmt: skip
