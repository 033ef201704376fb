"""What follows from the demo's meetings: action items go from state to state, directives are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from functools import partial
from random import Random
from typing import Final

from teamops.demo.diary import Diary
from teamops.demo.plan import Issue
from teamops.demo.scribe import Scribe
from teamops.demo.staff import CLERK, LEAD
from teamops.demo.work import Task
from teamops.models.action_items import ActionState
from teamops.services import action_items, directives

_WHEN: Final = {
    ActionState.DOING: (time(9, 40), time(11, 40)),
    ActionState.DONE: (time(13, 30), time(16, 20)),
    ActionState.CHECKED: (time(16, 30), time(17, 20)),
    ActionState.DROPPED: (time(16, 30), time(17, 20)),
}

WITHDRAWN_AFTER: Final = 30
"""Meetings after which a directive that does not expire is withdrawn."""

_SELF: Final = 3
"""So many readers of a day say themselves that they know a directive; more are put down by the clerk."""


class FollowUp:
    """The action items whose course is not over, by the day of the next step."""

    def __init__(self, scribe: Scribe, reason: Callable[[], str]) -> None:
        self._scribe, self._reason = scribe, reason
        self._steps: dict[date, list[tuple[int, int, ActionState]]] = {}

    def opened(self, key: int, task: Task) -> None:
        """Take up an item that was opened under a key."""
        for step in task.steps:
            self._steps.setdefault(step.day, []).append((key, task.owner, step.state))

    def enter(self, diary: Diary) -> None:
        """Put the day's steps into its diary, once the meeting is over."""
        for key, owner, state in self._steps.pop(diary.day, ()):
            diary.between(*_WHEN[state], partial(self._move, key, owner, state))

    def _move(self, key: int, owner: int, state: ActionState) -> None:
        desk = self._scribe.desk(LEAD if state.settled else owner)
        reason = self._reason() if state is ActionState.DROPPED else ""
        action_items.move(desk, key, state, reason=reason)


class _Reading:
    def __init__(self, key: int, issue: Issue, readers: Iterable[int], rng: Random) -> None:
        self.key, self.issue, self.told = key, issue, 0
        readers = list(readers)
        self.pending = set(rng.sample(readers, len(readers) - issue.unread))


class Readers:
    """The directives that not everybody has read."""

    def __init__(self, scribe: Scribe, reason: Callable[[], str], rng: Random) -> None:
        self._scribe, self._reason, self._rng = scribe, reason, rng
        self._open: list[_Reading] = []
        self._lasting: list[tuple[int, int]] = []
        self._meetings = 0

    def issued(self, key: int, issue: Issue, readers: Iterable[int]) -> None:
        """Take up a directive that was issued under a key."""
        self._open.append(_Reading(key, issue, readers, self._rng))
        if issue.expires_on is None:
            self._lasting.append((self._meetings + WITHDRAWN_AFTER, key))

    def enter(self, diary: Diary, ended: int, present: Iterable[int]) -> None:
        """Put into the diary who reads what after a meeting that `ended` so many seconds after midnight."""
        self._meetings += 1
        there = sorted(present)
        for reading in self._open:
            reading.told += 1
            share = (0.68, 0.8, 0.85, 1.0)[min(reading.told, 4) - 1]
            now = [place for place in there if place in reading.pending and self._rng.random() < share]
            reading.pending.difference_update(now)
            if len(now) <= _SELF:
                for place in now:
                    diary.between(time(9, 30), time(16, 0), partial(self._read, place, reading.key, (place,)))
            else:
                diary.at(
                    ended + self._rng.randint(120, 400), partial(self._read, CLERK, reading.key, tuple(now))
                )
        self._open = [reading for reading in self._open if reading.pending]
        for due, key in self._lasting:
            if due == self._meetings:
                diary.between(time(16, 1), time(16, 25), partial(self._withdraw, key))
        self._lasting = [entry for entry in self._lasting if entry[0] > self._meetings]

    def overnight(self, day: date) -> None:
        """Those who read the newest directive before the meeting that will tell of it."""
        for reading in self._open:
            for n, place in enumerate(sorted(reading.pending) if not reading.told else ()):
                self._scribe.stand(day, time(19, 10 + n, 7 * n))
                self._read(place, reading.key, (place,))
                reading.pending.discard(place)

    def _read(self, by: int, key: int, places: tuple[int, ...]) -> None:
        directives.acknowledge(self._scribe.desk(by), key, tuple(self._scribe.ids[place] for place in places))

    def _withdraw(self, key: int) -> None:
        # What still was to be read of it is no more.
        self._open = [reading for reading in self._open if reading.key != key]
        directives.withdraw(self._scribe.desk(LEAD), key, self._reason())
