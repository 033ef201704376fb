"""Directives and their readers; the library of case studies."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.directives import DirectiveKind
from teamops.models.tables.base import Record, Versioned, word


class Directive(Versioned, Record):
    """Something head office wants known; it keeps its number when it is withdrawn."""

    __tablename__ = "directive"

    number: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    kind: Mapped[DirectiveKind] = mapped_column(word(DirectiveKind, "kind"))
    issued_on: Mapped[date] = mapped_column(index=True)
    expires_on: Mapped[date | None]
    withdrawn: Mapped[str] = mapped_column(default="")


class DirectiveReader(Versioned, Record):
    """A person who must acknowledge a directive, and when they did."""

    __tablename__ = "directive_reader"
    __table_args__ = (UniqueConstraint("directive_id", "person_id"),)

    directive_id: Mapped[int] = mapped_column(ForeignKey("directive.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    acknowledged_at: Mapped[datetime | None]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class CaseStudy(Versioned, Record):
    """A sales case to study; tags are separated by spaces."""

    __tablename__ = "case_study"

    title: Mapped[str]
    story: Mapped[str] = mapped_column(default="")
    lesson: Mapped[str] = mapped_column(default="")
    tags: Mapped[str] = mapped_column(default="")
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
