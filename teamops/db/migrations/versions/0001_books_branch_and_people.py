"""Books, branch and people."""

import sqlalchemy as sa
from alembic import op

from teamops.db import triggers

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "event_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_number", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("actor_role", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event_log"),
    )
    op.create_index("ix_event_log_action", "event_log", ["action"])
    op.create_table(
        "event_touch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event_touch"),
    )
    op.create_index(
        "ix_event_touch_range",
        "event_touch",
        ["table_name", "first_id", "last_id", "seq"],
        sqlite_where=sa.text("last_id > first_id"),
    )
    op.create_index("ix_event_touch_record", "event_touch", ["table_name", "first_id", "last_id", "seq"])
    op.create_table(
        "serial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(24), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_serial"),
        sa.CheckConstraint("n > 0", name=op.f("ck_serial_n_positive")),
        sa.CheckConstraint("series IN ('MM', 'D', 'R', 'T')", name=op.f("ck_serial_series")),
        sa.UniqueConstraint("number", name="uq_serial_number"),
        sa.UniqueConstraint("series", "year", "n", name="uq_serial_series_year_n"),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("owner_id", "form", "subject", name="uq_draft_owner_id_form_subject"),
    )
    op.create_table(
        "branch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("region", sa.String(24), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_branch"),
        sa.CheckConstraint("kind IN ('real', 'practice', 'demo')", name=op.f("ck_branch_kind")),
        sa.CheckConstraint("id = 1", name=op.f("ck_branch_only_one")),
        sa.CheckConstraint("region IN ('CN', 'TW', 'HK', 'none')", name=op.f("ck_branch_region")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_team_branch_id"),
        sa.UniqueConstraint("name", name="uq_team_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "team_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team_group"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_team_group_team_id"),
        sa.UniqueConstraint("name", name="uq_team_group_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("custodian_number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlet"),
        sa.UniqueConstraint("code", name="uq_outlet_code"),
        sa.UniqueConstraint("name", name="uq_outlet_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "outlet_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlet_hours"),
        sa.CheckConstraint("opens < closes", name=op.f("ck_outlet_hours_opens_before_closing")),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name="fk_outlet_hours_outlet_id"),
        sa.UniqueConstraint("outlet_id", "valid_from", name="uq_outlet_hours_outlet_id_valid_from"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("pinyin", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("born", sa.Date(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_class", sa.String(24), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.CheckConstraint(
            "left_on IS NULL OR left_on >= joined_on", name=op.f("ck_person_left_after_joining")
        ),
        sa.CheckConstraint(
            "(state = 'left') = (left_on IS NOT NULL) OR state = 'leaving'",
            name=op.f("ck_person_left_has_a_day"),
        ),
        sa.CheckConstraint("phone_class IN ('team', 'lead')", name=op.f("ck_person_phone_class")),
        sa.CheckConstraint("state IN ('active', 'leaving', 'left')", name=op.f("ck_person_state")),
        sa.UniqueConstraint("number", name="uq_person_number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("custodian", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_posting"),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_posting_ends_after_start")
        ),
        sa.CheckConstraint(
            "role IN ('branch_manager', 'lead', 'group_leader', 'client_manager', 'attendance_clerk', 'asset_clerk', 'records_officer', 'auditor')",
            name=op.f("ck_posting_role"),
        ),
        sa.ForeignKeyConstraint(["group_id"], ["team_group.id"], name="fk_posting_group_id"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name="fk_posting_outlet_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_posting_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posting_person_id_starts_on", "posting", ["person_id", "starts_on"], unique=True)
    op.create_table(
        "signatory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signatory"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_signatory_person_id"),
        sa.UniqueConstraint("paper", "position", name="uq_signatory_paper_position"),
        sqlite_autoincrement=True,
    )
    connection = op.get_bind()
    for table in ("event_log", "event_touch", "serial"):
        triggers.append_only(connection, table)
    triggers.branch_is_for_good(connection)
