"""What the morning board shows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from teamops.models.action_items import ActionLine
from teamops.models.calendar import CalendarDayView
from teamops.models.directives import DirectiveLine
from teamops.models.figures import MonthBoard
from teamops.models.meetings import MeetingLine, PartLine, RollLine
from teamops.models.people import BranchView


class TodayView(NamedTuple):
    """The day, its meeting, its roll, and what asks for the lead.

    `meeting` is today's, or on a rest day the next one's, `meeting_day` its day; `next_meeting` is the one
    prepared for the working day after. `birthdays` are (name, day)
    of today and of the rest days until the next working day.
    """

    branch: BranchView
    day: CalendarDayView
    meeting: MeetingLine | None
    meeting_day: date
    next_meeting: MeetingLine | None
    parts: tuple[PartLine, ...]
    carried: int
    roll_called: bool
    roll: tuple[RollLine, ...]
    running: MeetingLine | None
    to_sign: tuple[MeetingLine, ...]
    actions: tuple[ActionLine, ...]
    directives: tuple[DirectiveLine, ...]
    board: MonthBoard
    birthdays: tuple[tuple[str, date], ...]
    last_minutes: MeetingLine | None
