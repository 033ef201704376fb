"""Meetings, action items and minutes."""

import sqlalchemy as sa
from alembic import op

from teamops.db import triggers

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "meeting_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("minutes_due", sa.Time(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_series"),
        sa.CheckConstraint("kind IN ('morning')", name=op.f("ck_meeting_series_kind")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_meeting_series_team_id"),
        sa.UniqueConstraint("team_id", "kind", name="uq_meeting_series_team_id_kind"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "series_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series_part"),
        sa.CheckConstraint("planned BETWEEN 0 AND 240", name=op.f("ck_series_part_planned_range")),
        sa.CheckConstraint(
            "section IN ('market', 'directives', 'progress', 'case', 'morale')",
            name=op.f("ck_series_part_section"),
        ),
        sa.ForeignKeyConstraint(["series_id"], ["meeting_series.id"], name="fk_series_part_series_id"),
        sa.UniqueConstraint("series_id", "section", name="uq_series_part_series_id_section"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column("recorder_id", sa.Integer(), nullable=False),
        sa.Column("planned_start", sa.Time(), nullable=False),
        sa.Column("minutes_due", sa.Time(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.CheckConstraint(
            "ended_at IS NULL OR started_at IS NOT NULL", name=op.f("ck_meeting_ended_after_start")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'ready', 'running', 'closed', 'minuted', 'signed', 'archived', 'cancelled')",
            name=op.f("ck_meeting_state"),
        ),
        sa.ForeignKeyConstraint(["host_id"], ["person.id"], name="fk_meeting_host_id"),
        sa.ForeignKeyConstraint(["recorder_id"], ["person.id"], name="fk_meeting_recorder_id"),
        sa.ForeignKeyConstraint(["series_id"], ["meeting_series.id"], name="fk_meeting_series_id"),
        sa.UniqueConstraint("number", name="uq_meeting_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_day", "meeting", ["day"])
    op.create_index("ix_meeting_series_id_day", "meeting", ["series_id", "day"], unique=True)
    op.create_table(
        "meeting_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("elapsed", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_part"),
        sa.CheckConstraint("planned BETWEEN 0 AND 240", name=op.f("ck_meeting_part_planned_range")),
        sa.CheckConstraint(
            "section IN ('market', 'directives', 'progress', 'case', 'morale')",
            name=op.f("ck_meeting_part_section"),
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_meeting_part_meeting_id"),
        sa.UniqueConstraint("meeting_id", "section", name="uq_meeting_part_meeting_id_section"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meeting_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("elapsed", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("beat_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_clock"),
        sa.CheckConstraint(
            "section IN ('market', 'directives', 'progress', 'case', 'morale')",
            name=op.f("ck_meeting_clock_section"),
        ),
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("presenter_id", sa.Integer(), nullable=True),
        sa.Column("directive_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("recurs", sa.Boolean(), nullable=False),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.Column("discussed", sa.Boolean(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
        sa.CheckConstraint(
            "kind IN ('note', 'judgement', 'review', 'directive', 'answer', 'topic', 'case', 'praise', 'birthday', 'turn')",
            name=op.f("ck_agenda_item_kind"),
        ),
        sa.CheckConstraint(
            "section IN ('market', 'directives', 'progress', 'case', 'morale')",
            name=op.f("ck_agenda_item_section"),
        ),
        sa.ForeignKeyConstraint(
            ["carried_from_id"], ["agenda_item.id"], name="fk_agenda_item_carried_from_id"
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case_study.id"], name="fk_agenda_item_case_id"),
        sa.ForeignKeyConstraint(["directive_id"], ["directive.id"], name="fk_agenda_item_directive_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_agenda_item_meeting_id"),
        sa.ForeignKeyConstraint(["presenter_id"], ["person.id"], name="fk_agenda_item_presenter_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agenda_item_case_id", "agenda_item", ["case_id"])
    op.create_index("ix_agenda_item_directive_id", "agenda_item", ["directive_id"])
    op.create_index("ix_agenda_item_meeting_id", "agenda_item", ["meeting_id", "position"])
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        sa.CheckConstraint("kind IN ('note', 'decision')", name=op.f("ck_outcome_kind")),
        sa.CheckConstraint(
            "section IN ('market', 'directives', 'progress', 'case', 'morale')",
            name=op.f("ck_outcome_section"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name="fk_outcome_by_id"),
        sa.ForeignKeyConstraint(["corrects_id"], ["outcome.id"], name="fk_outcome_corrects_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_outcome_meeting_id"),
        sa.UniqueConstraint("number", name="uq_outcome_number"),
    )
    op.create_index("ix_outcome_corrects_id", "outcome", ["corrects_id"])
    op.create_index("ix_outcome_meeting_id", "outcome", ["meeting_id"])
    op.create_table(
        "roll_call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=True),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_roll_call"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_roll_call_meeting_id"),
        sa.ForeignKeyConstraint(["taken_by_id"], ["person.id"], name="fk_roll_call_taken_by_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_roll_call_team_id"),
        sa.UniqueConstraint("meeting_id", name="uq_roll_call_meeting_id"),
    )
    op.create_index("ix_roll_call_day", "roll_call", ["day"])
    op.create_table(
        "roll_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_roll_line"),
        sa.CheckConstraint(
            "mark IN ('present', 'late', 'absent', 'leave', 'out')", name=op.f("ck_roll_line_mark")
        ),
        sa.CheckConstraint(
            "minutes >= 0 AND (minutes = 0 OR mark = 'late')", name=op.f("ck_roll_line_minutes_when_late")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_roll_line_person_id"),
        sa.ForeignKeyConstraint(["roll_id"], ["roll_call.id"], name="fk_roll_line_roll_id"),
    )
    op.create_index("ix_roll_line_roll_id_person_id", "roll_line", ["roll_id", "person_id"])
    op.create_table(
        "minutes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("v", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_minutes"),
        sa.CheckConstraint("kind IN ('drawn', 'correction')", name=op.f("ck_minutes_kind")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_minutes_meeting_id"),
        sa.UniqueConstraint("meeting_id", "v", name="uq_minutes_meeting_id_v"),
    )
    op.create_table(
        "minutes_signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("minutes_id", sa.Integer(), nullable=False),
        sa.Column("signed_as", sa.String(24), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_signature"),
        sa.CheckConstraint("signed_as IN ('host', 'recorder')", name=op.f("ck_minutes_signature_signed_as")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name="fk_minutes_signature_minutes_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_minutes_signature_person_id"),
        sa.UniqueConstraint("minutes_id", "signed_as", name="uq_minutes_signature_minutes_id_signed_as"),
    )
    op.create_table(
        "action_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("priority", sa.String(24), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_item"),
        sa.CheckConstraint(
            "state <> 'dropped' OR reason <> ''", name=op.f("ck_action_item_dropped_with_reason")
        ),
        sa.CheckConstraint("priority IN ('normal', 'high')", name=op.f("ck_action_item_priority")),
        sa.CheckConstraint(
            "state IN ('open', 'doing', 'done', 'checked', 'dropped')", name=op.f("ck_action_item_state")
        ),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_item.id"], name="fk_action_item_agenda_item_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_action_item_meeting_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name="fk_action_item_owner_id"),
        sa.UniqueConstraint("number", name="uq_action_item_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_action_item_meeting_id", "action_item", ["meeting_id"])
    op.create_index("ix_action_item_owner_id", "action_item", ["owner_id"])
    op.create_index("ix_action_item_state", "action_item", ["state", "due"])
    op.create_table(
        "action_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_share"),
        sa.ForeignKeyConstraint(["item_id"], ["action_item.id"], name="fk_action_share_item_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_action_share_person_id"),
        sa.UniqueConstraint("item_id", "person_id", name="uq_action_share_item_id_person_id"),
        sqlite_autoincrement=True,
    )
    connection = op.get_bind()
    for table in ("outcome", "roll_call", "roll_line", "minutes", "minutes_signature"):
        triggers.append_only(connection, table)
