"""What is typed of a day of the calendar."""

from __future__ import annotations

from datetime import date

from teamops.models.calendar import DayKind
from teamops.models.inputs.base import Input, Line, OptionalLine, TypedDay


class OverrideIn(Input):
    """What the lead says a day is, and why."""

    day: TypedDay
    kind: DayKind
    name: OptionalLine = ""
    market_open: bool
    reason: Line


class SpecialDayIn(Input):
    """A day of an imported schedule that is not what its weekday says."""

    day: date
    kind: DayKind
    name: OptionalLine = ""
