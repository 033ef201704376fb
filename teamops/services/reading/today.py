"""The morning board, out of every register it looks at."""

from __future__ import annotations

from datetime import date

from teamops.db.reader import Reader
from teamops.models.today import TodayView
from teamops.services.reading import action_items, calendar, directives, figures, meetings, people
from teamops.services.reading.birthdays import birthdays


def today(reader: Reader, on: date) -> TodayView:
    """The board of a day."""
    day = calendar.day_view(reader, on)
    next_day = calendar.next_workday(reader, on)
    meeting_day = on if day.kind.worked else next_day
    running = meetings.running(reader)
    meeting = meetings.on(reader, meeting_day)
    parts = meetings.parts(reader, meeting.id) if meeting else ()
    called, roll = meetings.roll(reader, meeting.id if meeting else None, meeting_day)
    if not called:
        alone, of_the_day = meetings.roll(reader, None, on)
        called, roll = (True, of_the_day) if alone else (False, roll)
    return TodayView(
        branch=people.branch(reader),
        day=day,
        meeting=meeting,
        meeting_day=meeting_day,
        next_meeting=meetings.on(reader, calendar.next_workday(reader, meeting_day)),
        parts=parts,
        carried=sum(item.carried for part in parts for item in part.items),
        roll_called=called,
        roll=roll,
        running=running,
        to_sign=tuple(meetings.unsigned(reader)),
        actions=tuple(action_items.unsettled(reader)),
        directives=tuple(directives.in_force(reader, on)),
        board=figures.board(reader, on),
        birthdays=birthdays(people.members(reader, on), on, next_day),
        last_minutes=meetings.newest_minuted(reader),
    )
