"""Keeping a running meeting's clock beside the books."""

from __future__ import annotations

from teamops.db.beat import drop_clock, save_clock
from teamops.db.books import Books
from teamops.models.meetings import ClockView, MeetingState


def keep(books: Books, meeting_id: int, view: ClockView) -> None:
    """Keep where the clock stands, so that the meeting goes on from there after a crash.

    A beat that comes late, when the meeting is over, is not kept.
    """
    with books.reading() as reader:
        state = reader.value("SELECT state FROM meeting WHERE id = ?", (meeting_id,))
    if state == MeetingState.RUNNING:
        save_clock(books, meeting_id, view)


def forget(books: Books, meeting_id: int) -> None:
    """Forget the clock of a meeting that no longer runs."""
    drop_clock(books, meeting_id)
