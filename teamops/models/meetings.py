"""Meetings: series, agenda, roll call, outcomes; their words, and what is shown of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from teamops.i18n import N_
from teamops.models.action_items import ActionLine
from teamops.models.words import Word


class SeriesKind(Word):
    """A kind of regular meeting."""

    MORNING = "morning", N_("Morning meeting")


class Section(Word):
    """The parts of a meeting, in their order (A10)."""

    MARKET = "market", N_("Market")
    DIRECTIVES = "directives", N_("Directives")
    PROGRESS = "progress", N_("Progress")
    CASE = "case", N_("Case")
    MORALE = "morale", N_("Morale")


MOST_LATE = 480
"""Minutes: who comes later than a working day is long was not there."""

DEFAULT_MINUTES: dict[Section, int] = {
    Section.MARKET: 5,
    Section.DIRECTIVES: 5,
    Section.PROGRESS: 8,
    Section.CASE: 5,
    Section.MORALE: 2,
}


class MeetingState(Word):
    """draft → ready → running → closed → minuted → signed → archived, or cancelled; no other path."""

    DRAFT = "draft", N_("being prepared")
    READY = "ready", N_("prepared")
    RUNNING = "running", N_("running")
    CLOSED = "closed", N_("closed")
    MINUTED = "minuted", N_("minutes drawn")
    SIGNED = "signed", N_("signed")
    ARCHIVED = "archived", N_("archived")
    CANCELLED = "cancelled", N_("cancelled")


class ItemKind(Word):
    """What an item of the agenda is."""

    NOTE = "note", N_("market note")
    JUDGEMENT = "judgement", N_("judgement")
    REVIEW = "review", N_("looking back")
    DIRECTIVE = "directive", N_("directive")
    ANSWER = "answer", N_("answer to the shortfall")
    TOPIC = "topic", N_("topic")
    CASE = "case", N_("case study")
    PRAISE = "praise", N_("praise")
    BIRTHDAY = "birthday", N_("birthday")
    TURN = "turn", N_("talent turn")


SECTION_KINDS: dict[Section, tuple[ItemKind, ...]] = {
    Section.MARKET: (ItemKind.NOTE, ItemKind.JUDGEMENT, ItemKind.REVIEW),
    Section.DIRECTIVES: (ItemKind.DIRECTIVE, ItemKind.TOPIC),
    Section.PROGRESS: (ItemKind.ANSWER, ItemKind.TOPIC),
    Section.CASE: (ItemKind.CASE, ItemKind.TOPIC),
    Section.MORALE: (ItemKind.PRAISE, ItemKind.BIRTHDAY, ItemKind.TURN, ItemKind.TOPIC),
}
"""Which kinds of item each part may hold, the usual one first."""


class RollMark(Word):
    """What roll call says of a person."""

    PRESENT = "present", N_("present")
    LATE = "late", N_("late")
    ABSENT = "absent", N_("absent")
    LEAVE = "leave", N_("on leave")
    OUT = "out", N_("out on a visit")


class OutcomeKind(Word):
    """What was put down while a meeting ran, beside action items."""

    NOTE = "note", N_("note")
    DECISION = "decision", N_("decision")


class MeetingLine(NamedTuple):
    """A meeting in a list."""

    id: int
    number: str
    day: date
    kind: SeriesKind
    state: MeetingState
    host: str
    planned_start: time
    started_at: datetime | None
    ended_at: datetime | None
    due: int
    present: int
    decisions: int
    actions: int
    version: int


class AgendaItemLine(NamedTuple):
    """One item of an agenda; `discussed` is none until the meeting said so."""

    id: int
    section: Section
    kind: ItemKind
    title: str
    body: str
    presenter_id: int | None
    presenter: str
    directive_id: int | None
    directive: str
    case_id: int | None
    recurs: bool
    carried: bool
    discussed: bool | None
    version: int


class PartLine(NamedTuple):
    """One part of a meeting: planned minutes, seconds held, and its items."""

    section: Section
    planned: int
    elapsed: int
    items: tuple[AgendaItemLine, ...]


class OutcomeLine(NamedTuple):
    """A note or decision put down in a meeting."""

    id: int
    section: Section
    kind: OutcomeKind
    number: str
    text: str
    at: datetime
    by: str


class RollLine(NamedTuple):
    """What the roll says of one person due; `mark` is none before it was called."""

    person_id: int
    number: str
    name: str
    group: str
    mark: RollMark | None
    minutes: int
    reason: str
    at: datetime | None


class ClockView(NamedTuple):
    """Where a running meeting stands: the part held, milliseconds by part visited, whether the clock is held.

    `beat_at` is when it was last kept: after a crash the meeting goes on from there.
    """

    section: Section
    elapsed: dict[Section, int]
    since: datetime
    held: bool
    beat_at: datetime

    @classmethod
    def started(cls, now: datetime) -> ClockView:
        """The clock of a meeting that begins."""
        first = next(iter(Section))
        return cls(first, {first: 0}, now, held=False, beat_at=now)

    def milliseconds(self, section: Section, now: datetime) -> int:
        """How long a part has been held by `now`."""
        running = section is self.section and not self.held
        gone = (now - self.since) // timedelta(milliseconds=1) if running else 0
        return self.elapsed.get(section, 0) + max(0, gone)

    def total(self, now: datetime) -> int:
        """How long all parts have been held by `now`, in milliseconds."""
        return sum(self.milliseconds(section, now) for section in Section)

    def at(self, now: datetime, *, section: Section | None = None, held: bool | None = None) -> ClockView:
        """The clock brought to `now`, going on with another part or held where asked."""
        elapsed = {**self.elapsed, self.section: self.milliseconds(self.section, now)}
        section = section or self.section
        elapsed.setdefault(section, 0)
        return ClockView(section, elapsed, now, self.held if held is None else held, now)

    def resumed(self, now: datetime) -> ClockView:
        """The clock as it stood when it was last kept, going on at `now`."""
        then = self.at(self.beat_at)
        return ClockView(then.section, then.elapsed, now, then.held, now)


class MeetingView(NamedTuple):
    """A meeting with everything prepared for it and put down in it."""

    id: int
    number: str
    day: date
    kind: SeriesKind
    state: MeetingState
    place: str
    host_id: int
    host: str
    recorder_id: int
    recorder: str
    planned_start: time
    minutes_due: time
    started_at: datetime | None
    ended_at: datetime | None
    version: int
    parts: tuple[PartLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    actions: tuple[ActionLine, ...]
    roll: tuple[RollLine, ...]
    roll_called: bool
    clock: ClockView | None

    def part(self, section: Section) -> PartLine:
        """One of its parts."""
        return next(part for part in self.parts if part.section is section)

    @property
    def planned_seconds(self) -> int:
        """The length planned for the whole meeting."""
        return sum(part.planned for part in self.parts) * 60
