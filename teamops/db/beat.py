"""A running meeting's clock, kept beside the books at every beat: a crash loses seconds (model.md I4)."""

from __future__ import annotations

import json

from teamops.db.beside import as_moment, beside
from teamops.db.books import Books
from teamops.models.meetings import ClockView

_KEEP = """
INSERT INTO meeting_clock (id, section, elapsed, since, held, beat_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET section = excluded.section, elapsed = excluded.elapsed, since = excluded.since,
                               held = excluded.held, beat_at = excluded.beat_at
"""


def save_clock(books: Books, meeting_id: int, view: ClockView) -> None:
    """Keep where the clock of a running meeting stands."""
    elapsed = json.dumps({section.value: milliseconds for section, milliseconds in view.elapsed.items()})
    with beside(books) as connection:
        connection.execute(
            _KEEP,
            (
                meeting_id,
                view.section.value,
                elapsed,
                as_moment(view.since),
                view.held,
                as_moment(view.beat_at),
            ),
        )


def drop_clock(books: Books, meeting_id: int) -> None:
    """Forget the clock of a meeting that no longer runs."""
    with beside(books) as connection:
        connection.execute("DELETE FROM meeting_clock WHERE id = ?", (meeting_id,))
