"""The hash chain: how events are written down, sealed and told apart (model.md I4)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

GENESIS: Final = "0" * 64
"""What the first event is chained to."""

SPAN: Final = 1000
"""How many rows one event of a bulk write covers, and how many keys one touch spans, at most."""

canonical: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""The one way a value is written as JSON: sorted keys, no blanks, every character as itself."""


def row_digester(table: str, columns: Sequence[str]) -> Callable[[Sequence[Any]], str]:
    """What digests the rows of a table: half of a SHA-256, 32 hex digits, for there are millions."""
    start = f"{canonical([table, list(columns)])[:-1]},"

    def digest(values: Sequence[Any]) -> str:
        return hashlib.sha256(f"{start}{canonical(values)}]".encode()).hexdigest()[:32]

    return digest


def event_hash(prev_hash: str, fields: Mapping[str, Any]) -> str:
    """The seal of an event: SHA-256 over the seal before it and the event's own canonical JSON."""
    return hashlib.sha256((prev_hash + canonical(fields)).encode()).hexdigest()


EVENT_COLUMNS: Final = (
    "id",
    "at",
    "actor_id",
    "actor_number",
    "actor_name",
    "actor_role",
    "action",
    "reason",
    "payload",
)
"""The columns of the event log that its hash seals, as kept."""


def touches(payload: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Which records an event wrote, took away or was about: ranges of keys, none wider than SPAN."""
    keys: dict[str, set[int]] = {}
    for table, image in payload["rows"].items():
        place = image["columns"].index("id")
        keys.setdefault(table, set()).update(row[place] for row in image["rows"])
    for table, key in (*payload["gone"], *payload["about"]):
        keys.setdefault(table, set()).add(key)
    found: list[tuple[str, int, int]] = []
    for table in sorted(keys):
        first = last = None
        for key in sorted(keys[table]):
            if first is None or last is None or key != last + 1 or key - first >= SPAN:
                if first is not None and last is not None:
                    found.append((table, first, last))
                first = key
            last = key
        if first is not None and last is not None:
            found.append((table, first, last))
    return found
