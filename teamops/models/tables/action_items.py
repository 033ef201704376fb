"""Action items and who shares them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.action_items import ActionState, Priority
from teamops.models.tables.base import Record, Versioned, word


class ActionItem(Versioned, Record):
    """Who does what by when; the meeting it came from, where it came from one."""

    __tablename__ = "action_item"
    __table_args__ = (
        Index("ix_action_item_state", "state", "due"),
        CheckConstraint("state <> 'dropped' OR reason <> ''", name="dropped_with_reason"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    due: Mapped[date | None]
    state: Mapped[ActionState] = mapped_column(word(ActionState, "state"), default=ActionState.OPEN)
    priority: Mapped[Priority] = mapped_column(word(Priority, "priority"), default=Priority.NORMAL)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    section: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date]
    changed_at: Mapped[datetime | None]
    settled_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")


class ActionShare(Record):
    """A person who answers for an item beside its owner."""

    __tablename__ = "action_share"
    __table_args__ = (UniqueConstraint("item_id", "person_id"),)

    item_id: Mapped[int] = mapped_column(ForeignKey("action_item.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
