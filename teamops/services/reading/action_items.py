"""Action items as lists show them."""

from __future__ import annotations

from datetime import date
from typing import Any

from teamops.db.reader import Reader, day, moment, sure_day
from teamops.models.action_items import ActionLine, ActionState, Priority

_LINES = """
SELECT i.id, i.number, i.text, i.owner_id, p.name,
       coalesce((SELECT group_concat(name, '、') FROM
                 (SELECT q.name FROM action_share s JOIN person q ON q.id = s.person_id
                  WHERE s.item_id = i.id ORDER BY q.number)), ''),
       i.due, i.state, i.priority, i.opened_on, coalesce(m.number, ''), i.meeting_id, i.section,
       i.settled_on, i.reason, i.changed_at, i.version
FROM action_item i JOIN person p ON p.id = i.owner_id LEFT JOIN meeting m ON m.id = i.meeting_id
"""


def unsettled(reader: Reader) -> list[ActionLine]:
    """Everything not yet checked or dropped, what is due first."""
    return _read(
        reader,
        "WHERE i.state IN ('open', 'doing', 'done') ORDER BY i.due IS NULL, i.due, i.priority, i.id",
        (),
    )


def to_follow_up(reader: Reader, on: date) -> list[ActionLine]:
    """What was opened before a day and is unsettled: its meeting follows it up, what is due first."""
    return [item for item in unsettled(reader) if item.opened_on < on]


def all_items(reader: Reader) -> list[ActionLine]:
    """Every item, the newest first."""
    return _read(reader, "ORDER BY i.id DESC", ())


def of_meeting(reader: Reader, meeting_id: int) -> list[ActionLine]:
    """What a meeting opened."""
    return _read(reader, "WHERE i.meeting_id = ? ORDER BY i.id", (meeting_id,))


def settled_since(reader: Reader, since: date) -> list[ActionLine]:
    """What was checked or dropped on or after a day."""
    return _read(reader, "WHERE i.settled_on >= ? ORDER BY i.id", (since.isoformat(),))


def one(reader: Reader, item_id: int) -> ActionLine | None:
    """One item."""
    return next(iter(_read(reader, "WHERE i.id = ?", (item_id,))), None)


def co_owner_ids(reader: Reader, item_id: int) -> tuple[int, ...]:
    """Who answers for an item beside its owner."""
    rows = reader.rows("SELECT person_id FROM action_share WHERE item_id = ? ORDER BY id", (item_id,))
    return tuple(row[0] for row in rows)


def _read(reader: Reader, tail: str, parameters: tuple[Any, ...]) -> list[ActionLine]:
    return [
        ActionLine(
            row[0], row[1], row[2], row[3], row[4], row[5], day(row[6]), ActionState(row[7]),
            Priority(row[8]), sure_day(row[9]), row[10], row[11], row[12], day(row[13]), row[14],
            moment(row[15]), row[16],
        )
        for row in reader.rows(_LINES + tail, parameters)
    ]  # fmt: skip
