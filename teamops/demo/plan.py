"""What a meeting of the demo is made of, before it is written down. People are places in the staff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from teamops.demo.work import Task
from teamops.models.directives import DirectiveKind
from teamops.models.meetings import ItemKind, OutcomeKind, RollMark, Section


@dataclass(frozen=True, slots=True)
class Item:
    """Something on the agenda; a case by its place in the library.

    A `deferred` one is left for the next meeting, a `linked` one comes back until its action item is done.
    """

    section: Section
    kind: ItemKind
    title: str = ""
    body: str = ""
    presenter: int | None = None
    case: int | None = None
    deferred: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """A directive that comes in the evening before the meeting that is told of it.

    `unread` of its readers have not acknowledged it when the demo begins.
    """

    kind: DirectiveKind
    title: str
    body: str
    source: str
    expires_on: date | None
    unread: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting as it is prepared: what came of the last judgement, and the items in their order."""

    day: date
    review: str
    items: tuple[Item, ...]
    issue: Issue | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the roll says of somebody who is not simply there."""

    member: int
    mark: RollMark
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """A note or a decision."""

    section: Section
    kind: OutcomeKind
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """A meeting as it is held: how late it began and how long each part took, in seconds; what came of it."""

    late: int
    seconds: dict[Section, int]
    marks: tuple[Mark, ...]
    said: tuple[Said, ...]
    tasks: tuple[Task, ...]


def away(marks: Iterable[Mark]) -> frozenset[int]:
    """Who was not in the room."""
    return frozenset(mark.member for mark in marks if mark.mark is not RollMark.LATE)
