"""A working day of the demo: what is to be done when, done in that order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from teamops.demo.scribe import Scribe


class Diary:
    """The jobs of one day; each finds the clock at its time."""

    def __init__(self, scribe: Scribe, day: date, rng: Random) -> None:
        self._scribe, self._rng = scribe, rng
        self._jobs: list[tuple[datetime, Callable[[], object]]] = []
        self.day = day

    def at(self, seconds: float, job: Callable[[], object]) -> None:
        """Do something so many seconds after midnight."""
        self._jobs.append((self._scribe.moment(self.day, time()) + timedelta(seconds=seconds), job))

    def between(self, first: time, last: time, job: Callable[[], object]) -> None:
        """Do something at some time from `first` to `last`."""
        self.at(self._rng.randint(seconds(first), seconds(last)), job)

    def run(self) -> None:
        """Do it all."""
        for moment, job in sorted(self._jobs, key=lambda entry: entry[0]):
            self._scribe.stand_at(moment)
            job()


def seconds(at: time) -> int:
    """A time of day in seconds after midnight."""
    return at.hour * 3600 + at.minute * 60 + at.second
