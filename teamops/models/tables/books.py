"""What keeps the books honest: event log, serial numbers; and what is kept beside them: drafts."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.tables.base import Record, word
from teamops.models.words import Series


class EventLog(Record):
    """One event an action, each sealed with the hash of the one before (model.md I4)."""

    __tablename__ = "event_log"
    append_only: ClassVar[bool] = True
    logged: ClassVar[bool] = False

    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    actor_number: Mapped[str]
    actor_name: Mapped[str]
    actor_role: Mapped[str]
    action: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str]
    payload: Mapped[str]
    prev_hash: Mapped[str]
    hash: Mapped[str]


class EventTouch(Record):
    """Which rows an event wrote or was about, by ranges of keys: drawn from the payloads, to find history fast."""

    __tablename__ = "event_touch"
    append_only: ClassVar[bool] = True
    logged: ClassVar[bool] = False
    __table_args__ = (
        Index("ix_event_touch_record", "table_name", "first_id", "last_id", "seq"),
        Index(
            "ix_event_touch_range",
            "table_name",
            "first_id",
            "last_id",
            "seq",
            sqlite_where=text("last_id > first_id"),
        ),
    )

    table_name: Mapped[str]
    first_id: Mapped[int]
    last_id: Mapped[int]
    seq: Mapped[int]


class Serial(Record):
    """A number taken: unique and without gaps within series and year (model.md I5)."""

    __tablename__ = "serial"
    append_only: ClassVar[bool] = True
    __table_args__ = (UniqueConstraint("series", "year", "n"), CheckConstraint("n > 0", name="n_positive"))

    series: Mapped[Series] = mapped_column(word(Series, "series"))
    year: Mapped[int]
    n: Mapped[int]
    number: Mapped[str] = mapped_column(unique=True)


class Draft(Record):
    """A form as it was last typed, kept until it is saved or thrown away; not part of the books."""

    __tablename__ = "draft"
    logged: ClassVar[bool] = False
    __table_args__ = (UniqueConstraint("owner_id", "form", "subject"),)

    owner_id: Mapped[int]
    form: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    saved_at: Mapped[datetime]
