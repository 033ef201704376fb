"""The demo's stock market: an index that goes its way, and judgements that mostly come true."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from random import Random
from typing import Final

_QUIET: Final = 25
"""A move of less, in hundredths of a per cent, is none."""


class Trend(Enum):
    """Which way the index goes."""

    RISING = 1
    QUIET = 0
    FALLING = -1


class Verdict(Enum):
    """What came of a judgement."""

    HELD = "held"
    PARTLY = "partly"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Session:
    """A day's trading: the close and its move, in hundredths of points and of per cents; the turnover."""

    day: date
    close: int
    move: int
    turnover: int

    @property
    def trend(self) -> Trend:
        """Which way it went."""
        if abs(self.move) < _QUIET:
            return Trend.QUIET
        return Trend.RISING if self.move > 0 else Trend.FALLING


class Market:
    """What the exchange did on each day it was open."""

    def __init__(self, rng: Random, trading_days: Sequence[date]) -> None:
        self._days = list(trading_days)
        self._sessions = []
        close, turnover = rng.randint(280_000, 360_000), rng.randint(7200, 9800)
        for day in self._days:
            # Drawn back towards where it began, so that ten years later it still is an index one believes.
            pull = (320_000 - close) // 4_000
            move = max(-290, min(290, round(rng.gauss(pull, 75))))
            close += close * move // 10_000
            turnover = max(5200, min(13_800, turnover + rng.randint(-620, 640)))
            self._sessions.append(Session(day, close, move, turnover))

    def last(self, day: date) -> Session:
        """The last session up to a day."""
        return self._sessions[bisect_right(self._days, day) - 1]

    def next(self, day: date) -> Session | None:
        """The first session from a day on, where it was held."""
        place = bisect_left(self._days, day)
        return self._sessions[place] if place < len(self._sessions) else None


def judged(rng: Random, session: Session | None) -> Trend:
    """What is said beforehand of a session; of one to come, anything."""
    trends = list(Trend)
    if session is not None and rng.random() < 0.55:
        return session.trend
    return rng.choice(trends)


def verdict(said: Trend, session: Session) -> Verdict:
    """How a judgement did."""
    apart = abs(said.value - session.trend.value)
    return (Verdict.HELD, Verdict.PARTLY, Verdict.MISSED)[apart]
