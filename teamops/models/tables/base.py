"""What every table is made of: naming, types that refuse what they cannot keep, and the traits a table may have."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Date, DateTime, Dialect, Enum, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from teamops.models.words import Word

SCALE = 4
"""Decimals kept of every amount: it is stored as a whole number of ten-thousandths, exact and summable."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Day(TypeDecorator[date]):
    """A day; a moment is refused, for it would silently lose its time."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date | None:
        if isinstance(value, datetime):
            raise ValueError("a day, not a moment")  # noqa: TRY004 - the database layer wraps ValueError
        return value


class Amount(TypeDecorator[Decimal]):
    """A Decimal with at most SCALE decimals, kept as a whole number so that the database adds it exactly."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value.scaleb(SCALE)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"more than {SCALE} decimals")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-SCALE)


def word(kind: type[Word], name: str) -> Enum:
    """A column of one of the program's words, kept by its code and checked by the database."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        length=24,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
    )


class Record(DeclarativeBase):
    """Base of all tables; each has a whole-number key of its own."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, date: Day, Decimal: Amount}

    append_only: ClassVar[bool] = False
    """Rows are facts: the database itself refuses to change or remove one."""
    logged: ClassVar[bool] = True
    """Rows are covered by the event log; the few tables that are not are named in `db.exempt`."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.logged and not cls.append_only:
            # A row may be taken away; in the log and in open forms its key must never come to mean another.
            cls.metadata.tables[cls.__tablename__].dialect_options["sqlite"]["autoincrement"] = True


class Versioned:
    """A row that changes: its version travels with whoever edits it, so no change is lost unseen."""

    version: Mapped[int] = mapped_column(Integer, default=1, sort_order=99)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
