"""Branch, team, groups, outlets, people and where they were posted when."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.people import BooksKind, PersonState, PhoneClass, Region, Role
from teamops.models.tables.base import Record, Versioned, word


class Branch(Versioned, Record):
    """The branch these books belong to; there is one."""

    __tablename__ = "branch"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    region: Mapped[Region] = mapped_column(word(Region, "region"))
    zone: Mapped[str]
    kind: Mapped[BooksKind] = mapped_column(word(BooksKind, "kind"))


class Team(Versioned, Record):
    """A sales team under a lead."""

    __tablename__ = "team"

    branch_id: Mapped[int] = mapped_column(ForeignKey("branch.id"))
    name: Mapped[str] = mapped_column(unique=True)
    name_en: Mapped[str] = mapped_column(default="")


class TeamGroup(Versioned, Record):
    """A small group of the team."""

    __tablename__ = "team_group"

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(unique=True)
    name_en: Mapped[str] = mapped_column(default="")


class Outlet(Versioned, Record):
    """A counter or shop where members are posted, and its own contact there.

    `custodian_number` is the staff number of a custodian who was named before they were posted there.
    """

    __tablename__ = "outlet"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    name_en: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    custodian_number: Mapped[str] = mapped_column(default="")


class OutletHours(Versioned, Record):
    """The hours an outlet keeps from a day on, until a later line says otherwise."""

    __tablename__ = "outlet_hours"
    __table_args__ = (
        UniqueConstraint("outlet_id", "valid_from"),
        CheckConstraint("opens < closes", name="opens_before_closing"),
    )

    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    valid_from: Mapped[date]
    opens: Mapped[time]
    closes: Mapped[time]


class Person(Versioned, Record):
    """A person of the branch; what they are and where is said by postings."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("left_on IS NULL OR left_on >= joined_on", name="left_after_joining"),
        CheckConstraint(
            "(state = 'left') = (left_on IS NOT NULL) OR state = 'leaving'", name="left_has_a_day"
        ),
    )

    number: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    pinyin: Mapped[str] = mapped_column(default="")
    initials: Mapped[str] = mapped_column(default="")
    search: Mapped[str] = mapped_column(default="")
    born: Mapped[date | None]
    joined_on: Mapped[date]
    left_on: Mapped[date | None]
    phone: Mapped[str] = mapped_column(default="")
    phone_class: Mapped[PhoneClass] = mapped_column(word(PhoneClass, "phone_class"), default=PhoneClass.LEAD)
    state: Mapped[PersonState] = mapped_column(word(PersonState, "state"), default=PersonState.ACTIVE)


class Posting(Versioned, Record):
    """What a person was, in which group and at which outlet, from a day to a day (inclusive)."""

    __tablename__ = "posting"
    __table_args__ = (
        Index("ix_posting_person_id_starts_on", "person_id", "starts_on", unique=True),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[Role] = mapped_column(word(Role, "role"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("team_group.id"))
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"))
    custodian: Mapped[bool] = mapped_column(default=False)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class Signatory(Versioned, Record):
    """One signature line under a kind of paper, in order."""

    __tablename__ = "signatory"
    __table_args__ = (UniqueConstraint("paper", "position"),)

    paper: Mapped[str]
    position: Mapped[int]
    title: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
