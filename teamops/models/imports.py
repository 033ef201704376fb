"""What an import is going to do, line by line, and what it has to know of the books to say so."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from teamops.i18n import N_
from teamops.models.calendar import CalendarDayView
from teamops.models.figures import FigureLine
from teamops.models.people import PersonState, PhoneClass, Role
from teamops.models.words import Word

if TYPE_CHECKING:
    from teamops.models.inputs.calendar import SpecialDayIn
    from teamops.models.inputs.people import HoursIn, OutletIn, PersonIn

W = TypeVar("W")


class Verdict(Word):
    """What becomes of a line."""

    ADDED = "added", N_("added")
    CHANGED = "changed", N_("changed")
    UNCHANGED = "unchanged", N_("unchanged")
    IGNORED = "ignored", N_("ignored")
    REFUSED = "refused", N_("refused")


class Change(NamedTuple):
    """A field that gets another value; both as shown."""

    field: str
    before: str
    after: str


class PlannedLine(NamedTuple):
    """A line of the file (1-based; 0: none), what it is about, and what becomes of it.

    `reason` says why it is refused or ignored, or what to know of a line that is taken.
    """

    number: int
    verdict: Verdict
    what: str
    reason: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Plan(Generic[W]):
    """All lines of a file with their verdicts, and what is to be written for those that are taken."""

    source: str
    lines: tuple[PlannedLine, ...]
    writes: tuple[W, ...]

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many lines each verdict has."""
        return Counter(line.verdict for line in self.lines)

    @property
    def refused(self) -> tuple[PlannedLine, ...]:
        """The lines that cannot be taken."""
        return tuple(line for line in self.lines if line.verdict is Verdict.REFUSED)


# --- what an import has to know -------------------------------------------------------------------------


@contextmanager
def uncollected() -> Iterator[None]:
    """Work that makes many small records without cycles, which the collector would walk over and over."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as the books have them, with the posting of the day of the import."""

    id: int
    version: int
    number: str
    name: str
    name_en: str
    born: date | None
    joined_on: date
    left_on: date | None
    phone: str
    phone_class: PhoneClass
    state: PersonState
    role: Role | None
    group: str
    outlet_id: int | None

    def here_on(self, day: date) -> bool:
        """Whether they are with the branch on a day."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet as the books have it, with the hours of the day of the import.

    `custodian` is the staff number of who looks after it, `awaited` of who will once they are posted there.
    """

    id: int
    version: int
    code: str
    name: str
    name_en: str
    contact: str
    opens: time | None
    closes: time | None
    custodian: str
    awaited: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Who and what is there on the day of an import; left people included."""

    day: date
    team: tuple[str, ...]
    people: tuple[KnownPerson, ...]
    groups: tuple[str, ...]
    outlets: tuple[KnownOutlet, ...]


class KnownValue(NamedTuple):
    """A figure's value in the books, for a day or for a month's target."""

    id: int
    version: int
    value: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class FigureBook:
    """The figures, the values of some days by (day, person, figure), and which of those days are rest."""

    figures: tuple[FigureLine, ...]
    values: Mapping[tuple[date, int, int], KnownValue]
    rest: frozenset[date]


@dataclass(frozen=True, slots=True)
class TargetBook:
    """The figures, and the targets of the months in question by (month, person or none, figure)."""

    figures: tuple[FigureLine, ...]
    values: Mapping[tuple[date, int | None, int], KnownValue]


@dataclass(frozen=True, slots=True)
class KnownYears:
    """The special days the calendar has for some years, and which of those years are confirmed."""

    confirmed: Mapping[int, bool]
    days: Mapping[date, CalendarDayView]


# --- what an import writes ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonWrite:
    """A person of the roster; `known` is none for a new one. What is blank in the file stays as it is."""

    known: KnownPerson | None
    inp: PersonIn
    role: Role
    group: str
    outlet_id: int | None
    fields: bool
    posting: bool


@dataclass(frozen=True, slots=True)
class OutletWrite:
    """An outlet; `hours` and `custodian` are none where nothing is to change about them."""

    known: KnownOutlet | None
    inp: OutletIn
    hours: HoursIn | None
    custodian: str | None


class FigureWrite(NamedTuple):
    """A value for a day; `known` is none for a new one."""

    day: date
    person_id: int
    figure_id: int
    value: Decimal | None
    words: str
    known: KnownValue | None


class TargetWrite(NamedTuple):
    """A month's target of a person, or of the team; `known` is none for a new one."""

    month: date
    person_id: int | None
    figure_id: int
    value: Decimal
    known: KnownValue | None


@dataclass(frozen=True, slots=True)
class CalendarWrite:
    """Years that are announced now, their special days, and days that are ordinary again."""

    years: tuple[int, ...]
    days: tuple[SpecialDayIn, ...]
    cleared: tuple[date, ...]
