"""The event log as it is read: who did what to which record, and what records and their fields are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from teamops.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Head:
    """The newest event: its number and the first twelve hex digits of its hash, as papers print it."""

    seq: int
    hash12: str

    def __str__(self) -> str:
        return f"{self.seq} · {self.hash12}"


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words: who (as they were called then), when, what, why.

    `changes` are (field, before, after) of the record asked about; none where the event only concerned it.
    """

    seq: int
    at: datetime
    actor: str
    role: str
    action: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


TABLES: Final = {
    "action_item": N_("action item"),
    "action_share": N_("sharing of an action item"),
    "agenda_item": N_("agenda item"),
    "branch": N_("branch"),
    "calendar_day": N_("calendar day"),
    "calendar_year": N_("calendar year"),
    "case_study": N_("case study"),
    "directive": N_("directive"),
    "directive_reader": N_("reader of a directive"),
    "figure": N_("figure"),
    "figure_value": N_("reported figure"),
    "meeting": N_("meeting"),
    "meeting_part": N_("part of a meeting"),
    "meeting_series": N_("meeting series"),
    "minutes": N_("minutes"),
    "minutes_signature": N_("signature under minutes"),
    "outcome": N_("note or decision"),
    "outlet": N_("outlet"),
    "outlet_hours": N_("hours of an outlet"),
    "person": N_("person"),
    "posting": N_("posting"),
    "roll_call": N_("roll call"),
    "roll_line": N_("line of a roll call"),
    "serial": N_("serial number"),
    "series_part": N_("part of a meeting series"),
    "signatory": N_("signature line"),
    "target": N_("target"),
    "team": N_("team"),
    "team_group": N_("group"),
}
"""What a record of each table is called."""


def table_label(table: str) -> str:
    """What a record of a table is called; an unknown table by its own name."""
    return _(TABLES[table]) if table in TABLES else table
