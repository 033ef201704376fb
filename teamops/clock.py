"""The only place that asks the time; today is a day in the branch's zone."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """The present, as aware UTC moments and as days of one time zone.

    A practice database may be given another present (`start`): it runs on from there.
    """

    def __init__(self, zone: str = "UTC", start: datetime | None = None,
                 monotonic: Callable[[], float] = time.monotonic) -> None:  # fmt: skip
        self.zone = ZoneInfo(zone)
        self._monotonic = monotonic
        self._start = start.astimezone(UTC) if start is not None else None
        self._origin = monotonic()

    def now(self) -> datetime:
        """This moment, aware, in UTC, to the millisecond."""
        if self._start is None:
            now = datetime.now(UTC)
        else:
            now = self._start + timedelta(seconds=self._monotonic() - self._origin)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def today(self) -> date:
        """The day it is in the branch's zone."""
        return self.local(self.now()).date()

    def local(self, moment: datetime) -> datetime:
        """`moment` as the branch's wall clocks show it."""
        return moment.astimezone(self.zone)

    def at(self, moment: datetime) -> Clock:
        """A clock of the same zone whose present is `moment`."""
        return Clock(self.zone.key, moment, self._monotonic)
