"""Figures, what was reported of them day by day, and targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.figures import FigureKind
from teamops.models.tables.base import Record, Versioned, word


class Figure(Versioned, Record):
    """Something counted of each member each day."""

    __tablename__ = "figure"

    code: Mapped[str] = mapped_column(unique=True)
    own_name: Mapped[str] = mapped_column(default="")
    kind: Mapped[FigureKind] = mapped_column(word(FigureKind, "kind"))
    own_unit: Mapped[str] = mapped_column(default="")
    decimals: Mapped[int] = mapped_column(default=0)
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)


class FigureValue(Versioned, Record):
    """What one member reported of one figure on one day; earlier values stand in the event log."""

    __tablename__ = "figure_value"
    __table_args__ = (
        UniqueConstraint("day", "person_id", "figure_id"),
        CheckConstraint("value IS NULL OR words = ''", name="value_or_words"),
    )

    day: Mapped[date]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    figure_id: Mapped[int] = mapped_column(ForeignKey("figure.id"))
    value: Mapped[Decimal | None]
    words: Mapped[str] = mapped_column(default="")


class Target(Versioned, Record):
    """What a member is to reach of a figure in a month (its first day); no person: the team as a whole."""

    __tablename__ = "target"
    __table_args__ = (
        UniqueConstraint("month", "person_id", "figure_id"),
        Index(
            "uq_target_team",
            "month",
            "figure_id",
            unique=True,
            sqlite_where=text("person_id IS NULL"),
        ),
        CheckConstraint("value >= 0", name="not_negative"),
    )

    month: Mapped[date]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    figure_id: Mapped[int] = mapped_column(ForeignKey("figure.id"))
    value: Mapped[Decimal]
