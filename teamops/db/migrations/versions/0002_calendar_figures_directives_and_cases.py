"""Calendar, figures, directives and cases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "calendar_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(24), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_year"),
        sa.CheckConstraint("region IN ('CN', 'TW', 'HK', 'none')", name=op.f("ck_calendar_year_region")),
        sa.UniqueConstraint("region", "year", name="uq_calendar_year_region_year"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(24), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("market_open", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_day"),
        sa.CheckConstraint(
            "kind IN ('workday', 'weekend', 'holiday', 'makeup')", name=op.f("ck_calendar_day_kind")
        ),
        sa.CheckConstraint("region IN ('CN', 'TW', 'HK', 'none')", name=op.f("ck_calendar_day_region")),
        sa.UniqueConstraint("region", "day", name="uq_calendar_day_region_day"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("own_name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("own_unit", sa.String(), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure"),
        sa.CheckConstraint("kind IN ('count', 'amount', 'text')", name=op.f("ck_figure_kind")),
        sa.UniqueConstraint("code", name="uq_figure_code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "figure_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("figure_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure_value"),
        sa.CheckConstraint("value IS NULL OR words = ''", name=op.f("ck_figure_value_value_or_words")),
        sa.ForeignKeyConstraint(["figure_id"], ["figure.id"], name="fk_figure_value_figure_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_figure_value_person_id"),
        sa.UniqueConstraint("day", "person_id", "figure_id", name="uq_figure_value_day_person_id_figure_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("figure_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.CheckConstraint("value >= 0", name=op.f("ck_target_not_negative")),
        sa.ForeignKeyConstraint(["figure_id"], ["figure.id"], name="fk_target_figure_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_target_person_id"),
        sa.UniqueConstraint("month", "person_id", "figure_id", name="uq_target_month_person_id_figure_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_target_team",
        "target",
        ["month", "figure_id"],
        unique=True,
        sqlite_where=sa.text("person_id IS NULL"),
    )
    op.create_table(
        "directive",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("withdrawn", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_directive"),
        sa.CheckConstraint("kind IN ('notice', 'product', 'task')", name=op.f("ck_directive_kind")),
        sa.UniqueConstraint("number", name="uq_directive_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_directive_issued_on", "directive", ["issued_on"])
    op.create_table(
        "directive_reader",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("directive_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(), nullable=True),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_directive_reader"),
        sa.ForeignKeyConstraint(["directive_id"], ["directive.id"], name="fk_directive_reader_directive_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_directive_reader_person_id"),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name="fk_directive_reader_recorded_by_id"),
        sa.UniqueConstraint("directive_id", "person_id", name="uq_directive_reader_directive_id_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "case_study",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("tags", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_study"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_case_study_author_id"),
        sqlite_autoincrement=True,
    )
