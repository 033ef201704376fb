"""What becomes of the demo's action items: most are settled, the last stand as a visitor finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from random import Random
from typing import Final

from teamops.models.action_items import ActionState
from teamops.models.meetings import Section

OPEN_ENDED: Final = 6
"""How many of the last meetings open items whose end is laid down."""


class Fate(Enum):
    """How an action item stands when the demo begins."""

    SETTLED = auto()
    OVERDUE = auto()
    WAITING = auto()
    DUE = auto()
    AHEAD = auto()


_LAST: Final[tuple[tuple[Fate, ...], ...]] = (
    (Fate.DUE, Fate.AHEAD),
    (Fate.DUE, Fate.AHEAD),
    (Fate.DUE, Fate.SETTLED),
    (Fate.WAITING, Fate.OVERDUE),
    (Fate.WAITING,),
    (Fate.OVERDUE, Fate.SETTLED),
)
"""What the last meetings opened, the newest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change of state on a day."""

    day: date
    state: ActionState


@dataclass(frozen=True, slots=True)
class Task:
    """An action item: owner and co-owners by place in the staff; `linked` to the topic it came from."""

    section: Section
    text: str
    owner: int
    co_owners: tuple[int, ...]
    due: date
    urgent: bool
    linked: bool
    steps: tuple[Step, ...]


def fates(rng: Random, age: int) -> tuple[Fate, ...]:
    """How the items that a meeting opens will end; `age` counts the meetings held after it."""
    if age < len(_LAST):
        return _LAST[age]
    return (Fate.SETTLED,) * rng.choices((0, 1, 2, 3), (15, 35, 35, 15))[0]


def course(
    rng: Random, fate: Fate, opened: int, days: Sequence[date], last: int, *, briefly: bool
) -> tuple[date, tuple[Step, ...]]:
    """When an item of the meeting at `opened` is due, and what happens to it up to the meeting at `last`.

    `briefly`: done and checked by the next working day, for what comes back to the agenda until it is.
    """
    match fate:
        case Fate.AHEAD:
            return days[last + rng.randint(2, 4)], ()
        case Fate.DUE:
            return days[last + 1], tuple(_begun(rng, opened, last, days))
        case Fate.OVERDUE:
            due = rng.randint(min(opened + 1, last), last)
            return days[due], tuple(_begun(rng, opened, due, days))
        case Fate.WAITING:
            due = rng.randint(min(opened + 2, last), last)
            return days[due], (*_begun(rng, opened, due - 1, days), Step(days[due], ActionState.DONE))
        case _:
            due = opened + (1 if briefly else rng.randint(1, 5))
            done = min(last, due if briefly else max(opened, due + rng.choice((-2, -1, 0, 0, 0, 1))))
            if not briefly and rng.random() < 0.04:
                return days[due], (*_begun(rng, opened, done, days), Step(days[done], ActionState.DROPPED))
            checked = min(last, done if briefly else done + rng.choice((0, 1, 1, 2)))
            return days[due], (
                *_begun(rng, opened, done, days),
                Step(days[done], ActionState.DONE),
                Step(days[checked], ActionState.CHECKED),
            )


def _begun(rng: Random, opened: int, until: int, days: Sequence[date]) -> Iterator[Step]:
    if until >= opened and rng.random() < 0.5:
        yield Step(days[rng.randint(opened, until)], ActionState.DOING)
