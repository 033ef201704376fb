"""Meetings: series, agenda, roll call, what came out, and the minutes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.meetings import ItemKind, MeetingState, OutcomeKind, RollMark, Section, SeriesKind
from teamops.models.minutes import MinutesKind, SigningAs
from teamops.models.tables.base import Record, Versioned, word


class MeetingSeries(Versioned, Record):
    """What a kind of regular meeting usually is: when, where, and until when its minutes are due."""

    __tablename__ = "meeting_series"
    __table_args__ = (UniqueConstraint("team_id", "kind"),)

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    kind: Mapped[SeriesKind] = mapped_column(word(SeriesKind, "kind"))
    starts_at: Mapped[time]
    minutes_due: Mapped[time]
    place: Mapped[str] = mapped_column(default="")


class SeriesPart(Versioned, Record):
    """The minutes usually planned for a part."""

    __tablename__ = "series_part"
    __table_args__ = (
        UniqueConstraint("series_id", "section"),
        CheckConstraint("planned BETWEEN 0 AND 240", name="planned_range"),
    )

    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"))
    section: Mapped[Section] = mapped_column(word(Section, "section"))
    planned: Mapped[int]


class Meeting(Versioned, Record):
    """One meeting of a series on a day."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("ix_meeting_series_id_day", "series_id", "day", unique=True),
        CheckConstraint("ended_at IS NULL OR started_at IS NOT NULL", name="ended_after_start"),
    )

    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"))
    number: Mapped[str | None] = mapped_column(unique=True)
    day: Mapped[date] = mapped_column(index=True)
    state: Mapped[MeetingState] = mapped_column(word(MeetingState, "state"), default=MeetingState.DRAFT)
    place: Mapped[str] = mapped_column(default="")
    host_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    recorder_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    planned_start: Mapped[time]
    minutes_due: Mapped[time]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")


class MeetingPart(Versioned, Record):
    """A part of one meeting: minutes planned, seconds it took."""

    __tablename__ = "meeting_part"
    __table_args__ = (
        UniqueConstraint("meeting_id", "section"),
        CheckConstraint("planned BETWEEN 0 AND 240", name="planned_range"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    section: Mapped[Section] = mapped_column(word(Section, "section"))
    planned: Mapped[int]
    elapsed: Mapped[int] = mapped_column(default=0)


class MeetingClock(Record):
    """Where a running meeting stands; not part of the books (model.md I4)."""

    __tablename__ = "meeting_clock"
    logged: ClassVar[bool] = False

    section: Mapped[Section] = mapped_column(word(Section, "section"))
    elapsed: Mapped[str]
    since: Mapped[datetime]
    held: Mapped[bool]
    beat_at: Mapped[datetime]


class AgendaItem(Versioned, Record):
    """Something to be said in a part of a meeting."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index("ix_agenda_item_meeting_id", "meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    section: Mapped[Section] = mapped_column(word(Section, "section"))
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(word(ItemKind, "kind"))
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    presenter_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    directive_id: Mapped[int | None] = mapped_column(ForeignKey("directive.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case_study.id"), index=True)
    recurs: Mapped[bool] = mapped_column(default=False)
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    discussed: Mapped[bool | None]
    removed: Mapped[bool] = mapped_column(default=False)


class Outcome(Record):
    """A note or decision put down while a meeting ran; a later row corrects the first, the newest of them holds."""

    __tablename__ = "outcome"
    append_only: ClassVar[bool] = True

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    section: Mapped[Section] = mapped_column(word(Section, "section"))
    kind: Mapped[OutcomeKind] = mapped_column(word(OutcomeKind, "kind"))
    number: Mapped[str | None] = mapped_column(unique=True)
    text: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("outcome.id"), index=True)


class RollCall(Record):
    """A roll call of the team, in a meeting or alone; a fact of its own."""

    __tablename__ = "roll_call"
    append_only: ClassVar[bool] = True
    __table_args__ = (UniqueConstraint("meeting_id"), Index("ix_roll_call_day", "day"))

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    day: Mapped[date]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime]


class RollLine(Record):
    """What a roll call says of one person; the newest line of a person holds."""

    __tablename__ = "roll_line"
    append_only: ClassVar[bool] = True
    __table_args__ = (
        Index("ix_roll_line_roll_id_person_id", "roll_id", "person_id"),
        CheckConstraint("minutes >= 0 AND (minutes = 0 OR mark = 'late')", name="minutes_when_late"),
    )

    roll_id: Mapped[int] = mapped_column(ForeignKey("roll_call.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    mark: Mapped[RollMark] = mapped_column(word(RollMark, "mark"))
    minutes: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class Minutes(Record):
    """Minutes as they were drawn or corrected: frozen, numbered by version, digested."""

    __tablename__ = "minutes"
    append_only: ClassVar[bool] = True
    __table_args__ = (UniqueConstraint("meeting_id", "v"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    v: Mapped[int]
    kind: Mapped[MinutesKind] = mapped_column(word(MinutesKind, "kind"))
    reason: Mapped[str] = mapped_column(default="")
    body: Mapped[str]
    digest: Mapped[str]
    drawn_at: Mapped[datetime]


class MinutesSignature(Record):
    """Who signed which version of the minutes, as what, under which name."""

    __tablename__ = "minutes_signature"
    append_only: ClassVar[bool] = True
    __table_args__ = (UniqueConstraint("minutes_id", "signed_as"),)

    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"))
    signed_as: Mapped[SigningAs] = mapped_column(word(SigningAs, "signed_as"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    at: Mapped[datetime]
