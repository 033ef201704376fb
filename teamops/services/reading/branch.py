"""The branch's settings as they are shown."""

from __future__ import annotations

from teamops.db.reader import Reader, clock
from teamops.errors import Missing
from teamops.models.branch import BranchCard, SeriesView
from teamops.models.meetings import Section, SeriesKind
from teamops.models.people import BooksKind, Region


def card(reader: Reader) -> BranchCard:
    """The branch and its team."""
    row = reader.one(
        "SELECT b.name, b.name_en, t.name, t.name_en, b.region, b.zone, b.kind, b.version + t.version "
        "FROM branch b JOIN team t ON t.branch_id = b.id ORDER BY t.id"
    )
    if row is None:
        raise Missing("branch")
    return BranchCard(row[0], row[1], row[2], row[3], Region(row[4]), row[5], BooksKind(row[6]), row[7])


def series(reader: Reader, kind: SeriesKind = SeriesKind.MORNING) -> SeriesView:
    """What a kind of meeting usually is."""
    row = reader.one(
        "SELECT id, starts_at, minutes_due, place, version FROM meeting_series WHERE kind = ? ORDER BY id",
        (kind.value,),
    )
    if row is None:
        raise Missing(kind.label)
    parts = reader.rows("SELECT section, planned, version FROM series_part WHERE series_id = ?", (row[0],))
    planned = {Section(part[0]): part[1] for part in parts}
    return SeriesView(
        row[0], kind, clock(row[1]), clock(row[2]), row[3],
        {section: planned[section] for section in Section if section in planned},
        row[4] + sum(part[2] for part in parts),
    )  # fmt: skip
