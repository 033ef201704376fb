"""The event log as people read it: what happened to a record, what happened last, and the log's head."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from typing import Any, Final, TypeAlias

from teamops.db.chain import GENESIS, SPAN
from teamops.db.reader import Reader, sure_moment
from teamops.models.history import EventLine, Head
from teamops.models.people import Role
from teamops.services.reading.fields import Changes, Fields, Image

Images: TypeAlias = dict[tuple[str, int], Image]
"""Records as an event left them, by table and key; empty where it took them away."""

_EVENT: Final = "SELECT id, at, actor_name, actor_role, action, reason"

# Single keys and ranges of keys have an index each; no range is wider than SPAN.
_TOUCHED: Final = f"""
  SELECT seq FROM (SELECT seq FROM event_touch
                   WHERE table_name = :table AND first_id = :key AND last_id = :key AND seq < :before
                   ORDER BY seq DESC LIMIT :limit)
  UNION
  SELECT seq FROM (SELECT seq FROM event_touch
                   WHERE last_id > first_id AND last_id >= :key AND seq < :before
                     AND table_name = :table AND first_id BETWEEN :key - {SPAN} AND :key
                   ORDER BY seq DESC LIMIT :limit)
"""  # noqa: S608
_OF_RECORD: Final = f"{_EVENT}, payload FROM event_log WHERE id IN ({_TOUCHED}) ORDER BY id DESC LIMIT :limit"
_RECENT: Final = f"{_EVENT} FROM event_log ORDER BY id DESC LIMIT ?"
_ENDLESS: Final = 1 << 62


def of_record(reader: Reader, table: str, key: int, limit: int = 200) -> list[EventLine]:
    """What happened to a record, the newest first; at most `limit` events."""
    found = _events(reader, table, key, _ENDLESS, limit)
    before: Image = {}
    if len(found) == limit:
        before = _image_before(reader, table, key, found[-1][0])
    fields = Fields(reader, table)
    lines: list[EventLine] = []
    for *event, payload in reversed(found):
        changes: Changes = ()
        image = _image(payload, table, key)
        if image is not None:
            changes = fields.changes(before, image)
            before = image
        lines.append(_line(event, changes))
    return lines[::-1]


def of_records(reader: Reader, keys: Set[tuple[str, int]], limit: int) -> list[tuple[EventLine, Images]]:
    """What happened to any of these records, the oldest of the newest `limit` events first.

    Each event comes without changes, but with the images it left of the records.
    """
    seqs: set[int] = set()
    for table, key in keys:
        touched = {"table": table, "key": key, "before": _ENDLESS, "limit": limit}
        seqs.update(seq for (seq,) in reader.rows(_TOUCHED, touched))
    newest = sorted(seqs)[-limit:]
    found: list[tuple[EventLine, Images]] = []
    for seq in newest:
        *event, payload = reader.rows(f"{_EVENT}, payload FROM event_log WHERE id = ?", (seq,))[0]
        found.append((_line(event, ()), _images(payload, keys)))
    return found


def _images(payload: str, keys: Set[tuple[str, int]]) -> Images:
    read = json.loads(payload)
    images: Images = {(table, key): {} for table, key in read["gone"] if (table, key) in keys}
    for table, written in read["rows"].items():
        place = written["columns"].index("id")
        for row in written["rows"]:
            if (table, row[place]) in keys:
                images[table, row[place]] = dict(zip(written["columns"], row, strict=False))
    return images


def recent(reader: Reader, limit: int) -> list[EventLine]:
    """What happened last, the newest first, without the changes."""
    return [_line(row, ()) for row in reader.rows(_RECENT, (limit,))]


def head(reader: Reader) -> Head:
    """Where the log ends now."""
    seq, sealed = reader.one("SELECT id, hash FROM event_log ORDER BY id DESC LIMIT 1") or (0, GENESIS)
    return Head(seq, sealed[:12])


def _line(event: Sequence[Any], changes: Changes) -> EventLine:
    seq, at, name, role, action, reason = event
    return EventLine(seq, sure_moment(at), name, Role(role).label if role else "", action, reason, changes)


def _events(reader: Reader, table: str, key: int, before: int, limit: int) -> list[tuple[Any, ...]]:
    return reader.rows(_OF_RECORD, {"table": table, "key": key, "before": before, "limit": limit})


def _image_before(reader: Reader, table: str, key: int, seq: int) -> Image:
    while older := _events(reader, table, key, seq, 20):
        for *event, payload in older:
            image = _image(payload, table, key)
            if image is not None:
                return image
            seq = event[0]
    return {}


def _image(payload: str, table: str, key: int) -> Image | None:
    """The record as the event left it, empty where it took it away; none where it did not write it."""
    read = json.loads(payload)
    written = read["rows"].get(table)
    if written is not None:
        place = written["columns"].index("id")
        for row in written["rows"]:
            if row[place] == key:
                return dict(zip(written["columns"], row, strict=False))
    return {} if [table, key] in read["gone"] else None
