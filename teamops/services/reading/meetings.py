"""Meetings as lists and the meeting view show them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from teamops.db.reader import Reader, clock, moment, sure_day, sure_moment
from teamops.errors import Missing
from teamops.models.meetings import (
    AgendaItemLine,
    ClockView,
    ItemKind,
    MeetingLine,
    MeetingState,
    MeetingView,
    OutcomeKind,
    OutcomeLine,
    PartLine,
    RollLine,
    RollMark,
    Section,
    SeriesKind,
)
from teamops.models.words import Series, number_label
from teamops.services.reading import action_items, people

FOUND = 200
"""How many meetings are found at most, the newest first."""

_LINES = """
SELECT m.id, coalesce(m.number, ''), m.day, s.kind, m.state, h.name, m.planned_start, m.started_at,
       m.ended_at,
       (SELECT count(DISTINCT l.person_id) FROM roll_call c JOIN roll_line l ON l.roll_id = c.id
        WHERE c.meeting_id = m.id),
       (SELECT count(*) FROM roll_call c JOIN roll_line l ON l.roll_id = c.id
        WHERE c.meeting_id = m.id AND l.mark IN ('present', 'late')
          AND l.id = (SELECT max(n.id) FROM roll_line n
                      WHERE n.roll_id = c.id AND n.person_id = l.person_id)),
       (SELECT count(*) FROM outcome o
        WHERE o.meeting_id = m.id AND o.kind = 'decision' AND o.corrects_id IS NULL),
       (SELECT count(*) FROM action_item a WHERE a.meeting_id = m.id), m.version
FROM meeting m JOIN meeting_series s ON s.id = m.series_id JOIN person h ON h.id = m.host_id
"""

_UNSIGNED = """
WHERE m.state = 'minuted' OR m.id IN (
  SELECT c.meeting_id
  FROM (SELECT meeting_id, max(v) AS v FROM minutes GROUP BY meeting_id HAVING max(v) > 1) c
  JOIN meeting k ON k.id = c.meeting_id AND k.state = 'signed'
  JOIN minutes n ON n.meeting_id = c.meeting_id AND n.v = c.v
  WHERE NOT EXISTS (SELECT 1 FROM minutes_signature s WHERE s.minutes_id = n.id AND s.signed_as = 'host'))
ORDER BY m.day DESC LIMIT ?
"""


def lines(reader: Reader, first: int, count: int) -> list[MeetingLine]:
    """A window of all meetings, the newest first."""
    return _read_lines(reader, "ORDER BY m.day DESC, m.id DESC LIMIT ? OFFSET ?", (count, first))


def counted(reader: Reader) -> int:
    """How many meetings there are."""
    return int(reader.value("SELECT count(*) FROM meeting"))


def on(reader: Reader, held_on: date, kind: SeriesKind = SeriesKind.MORNING) -> MeetingLine | None:
    """The meeting of a day, unless it was cancelled."""
    found = _read_lines(
        reader, "WHERE m.day = ? AND s.kind = ? AND m.state <> 'cancelled'", (held_on.isoformat(), kind.value)
    )
    return found[0] if found else None


def running(reader: Reader) -> MeetingLine | None:
    """The meeting that is being held, where one is."""
    found = _read_lines(reader, "WHERE m.state = 'running' ORDER BY m.day DESC LIMIT 1", ())
    return found[0] if found else None


def newest_held(reader: Reader, before: date, kind: SeriesKind = SeriesKind.MORNING) -> MeetingLine | None:
    """The last meeting held before a day."""
    found = _read_lines(
        reader,
        "WHERE m.day < ? AND s.kind = ? AND m.state IN ('closed', 'minuted', 'signed', 'archived') "
        "ORDER BY m.day DESC LIMIT 1",
        (before.isoformat(), kind.value),
    )
    return found[0] if found else None


def unsigned(reader: Reader, limit: int = 20) -> list[MeetingLine]:
    """Meetings whose minutes, or the last correction of them, wait to be signed, the newest first."""
    return _read_lines(reader, _UNSIGNED, (limit,))


def newest_minuted(reader: Reader) -> MeetingLine | None:
    """The meeting with the newest minutes."""
    found = _read_lines(
        reader,
        "WHERE m.state IN ('minuted', 'signed', 'archived') ORDER BY m.day DESC, m.id DESC LIMIT 1",
        (),
    )
    return found[0] if found else None


def beside(reader: Reader, meeting_id: int) -> tuple[MeetingLine | None, MeetingLine | None]:
    """The meetings with minutes before and after one of the same series."""
    older = _read_lines(
        reader,
        "WHERE m.state IN ('minuted', 'signed', 'archived')"
        " AND m.series_id = (SELECT series_id FROM meeting WHERE id = :id)"
        " AND m.day < (SELECT day FROM meeting WHERE id = :id) ORDER BY m.day DESC LIMIT 1",
        {"id": meeting_id},
    )
    newer = _read_lines(
        reader,
        "WHERE m.state IN ('minuted', 'signed', 'archived')"
        " AND m.series_id = (SELECT series_id FROM meeting WHERE id = :id)"
        " AND m.day > (SELECT day FROM meeting WHERE id = :id) ORDER BY m.day LIMIT 1",
        {"id": meeting_id},
    )
    return (older[0] if older else None, newer[0] if newer else None)


def one(reader: Reader, meeting_id: int) -> MeetingView | None:
    """A meeting with all that was prepared for it and put down in it."""
    row = reader.one(
        "SELECT m.id, coalesce(m.number, ''), m.day, s.kind, m.state, m.place, m.host_id, h.name,"
        " m.recorder_id, r.name, m.planned_start, m.minutes_due, m.started_at, m.ended_at, m.version"
        " FROM meeting m JOIN meeting_series s ON s.id = m.series_id JOIN person h ON h.id = m.host_id"
        " JOIN person r ON r.id = m.recorder_id WHERE m.id = ?",
        (meeting_id,),
    )
    if row is None:
        return None
    held_on = sure_day(row[2])
    called, lines_ = roll(reader, meeting_id, held_on)
    return MeetingView(
        row[0], row[1], held_on, SeriesKind(row[3]), MeetingState(row[4]), row[5], row[6], row[7], row[8],
        row[9], clock(row[10]), clock(row[11]), moment(row[12]), moment(row[13]), row[14],
        parts(reader, meeting_id), outcomes(reader, meeting_id),
        tuple(action_items.of_meeting(reader, meeting_id)), lines_, called, clock_of(reader, meeting_id),
    )  # fmt: skip


def sure(reader: Reader, meeting_id: int) -> MeetingView:
    """A meeting that is there."""
    view = one(reader, meeting_id)
    if view is None:
        raise Missing(str(meeting_id))
    return view


def parts(reader: Reader, meeting_id: int) -> tuple[PartLine, ...]:
    """The parts of a meeting in their order, with their items."""
    items: dict[str, list[AgendaItemLine]] = {}
    for row in reader.rows(
        "SELECT i.id, i.section, i.kind, coalesce(d.title, c.title, i.title),"
        " CASE WHEN i.directive_id IS NOT NULL THEN d.body WHEN i.case_id IS NOT NULL THEN c.story"
        " ELSE i.body END,"
        " i.presenter_id, coalesce(p.name, ''), i.directive_id, coalesce(d.number, ''), i.case_id, i.recurs,"
        " i.carried_from_id IS NOT NULL, i.discussed, i.version"
        " FROM agenda_item i LEFT JOIN person p ON p.id = i.presenter_id"
        " LEFT JOIN directive d ON d.id = i.directive_id LEFT JOIN case_study c ON c.id = i.case_id"
        " WHERE i.meeting_id = ? AND NOT i.removed ORDER BY i.position, i.id",
        (meeting_id,),
    ):
        items.setdefault(row[1], []).append(
            AgendaItemLine(
                row[0], Section(row[1]), ItemKind(row[2]), row[3], row[4], row[5], row[6], row[7], row[8],
                row[9], bool(row[10]), bool(row[11]), None if row[12] is None else bool(row[12]), row[13],
            )
        )  # fmt: skip
    kept = {
        row[0]: row
        for row in reader.rows(
            "SELECT section, planned, elapsed FROM meeting_part WHERE meeting_id = ?", (meeting_id,)
        )
    }
    return tuple(
        PartLine(section, kept[section][1], kept[section][2], tuple(items.get(section, ())))
        for section in Section
        if section in kept
    )


def outcomes(reader: Reader, meeting_id: int) -> tuple[OutcomeLine, ...]:
    """Notes and decisions as they stand, each corrected one in its latest wording."""
    return tuple(
        OutcomeLine(row[0], Section(row[1]), OutcomeKind(row[2]), row[3], row[4], sure_moment(row[5]), row[6])
        for row in reader.rows(
            "SELECT o.id, o.section, o.kind, coalesce(o.number, ''), coalesce(n.text, o.text), o.at,"
            " coalesce(p.name, '') FROM outcome o LEFT JOIN person p ON p.id = o.by_id"
            " LEFT JOIN outcome n ON n.id = (SELECT max(c.id) FROM outcome c WHERE c.corrects_id = o.id)"
            " WHERE o.meeting_id = ? AND o.corrects_id IS NULL AND coalesce(n.text, o.text) <> ''"
            " ORDER BY o.at, o.id",
            (meeting_id,),
        )
    )


def roll(reader: Reader, meeting_id: int | None, held_on: date) -> tuple[bool, tuple[RollLine, ...]]:
    """Whether the roll was called, and what it says of everyone due on the day."""
    said: dict[int, tuple[Any, ...]] = {}
    where = "c.meeting_id = ?" if meeting_id is not None else "c.meeting_id IS NULL AND c.day = ?"
    key = meeting_id if meeting_id is not None else held_on.isoformat()
    for row in reader.rows(
        "SELECT l.person_id, l.mark, l.minutes, l.reason, l.at"  # noqa: S608 - one of two texts above
        f" FROM roll_call c JOIN roll_line l ON l.roll_id = c.id WHERE {where} ORDER BY l.id",
        (key,),
    ):
        said[row[0]] = row
    result = []
    for person in people.members(reader, held_on):
        _id, mark, minutes, reason, at = said.get(person.id, (person.id, None, 0, "", None))
        result.append(
            RollLine(
                person.id, person.number, person.name, person.group, RollMark(mark) if mark else None,
                minutes, reason, moment(at),
            )
        )  # fmt: skip
    return bool(said), tuple(result)


def clock_of(reader: Reader, meeting_id: int) -> ClockView | None:
    """Where a running meeting stood when its clock was last kept."""
    row = reader.one(
        "SELECT section, elapsed, since, held, beat_at FROM meeting_clock WHERE id = ?", (meeting_id,)
    )
    if row is None:
        return None
    elapsed = {Section(section): int(value) for section, value in json.loads(row[1]).items()}
    return ClockView(Section(row[0]), elapsed, sure_moment(row[2]), bool(row[3]), sure_moment(row[4]))


def find(reader: Reader, text: str, limit: int = FOUND) -> list[MeetingLine]:
    """Meetings whose number, day, host, notes, decisions or items, as they stand, hold `text`."""
    pattern = "%" + _as_kept(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return _read_lines(
        reader,
        "WHERE m.id IN (SELECT m.id FROM meeting m JOIN person h ON h.id = m.host_id"
        " WHERE m.number LIKE :t ESCAPE '\\' OR m.day LIKE :t ESCAPE '\\' OR h.name LIKE :t ESCAPE '\\'"
        " OR EXISTS (SELECT 1 FROM outcome o WHERE o.meeting_id = m.id AND o.number LIKE :t ESCAPE '\\')"
        " OR EXISTS (SELECT 1 FROM outcome o WHERE o.meeting_id = m.id AND o.text LIKE :t ESCAPE '\\'"
        "            AND NOT EXISTS (SELECT 1 FROM outcome n"
        "                            WHERE n.corrects_id = coalesce(o.corrects_id, o.id) AND n.id > o.id))"
        " OR EXISTS (SELECT 1 FROM agenda_item i LEFT JOIN directive d ON d.id = i.directive_id"
        "            LEFT JOIN case_study c ON c.id = i.case_id WHERE i.meeting_id = m.id AND NOT i.removed"
        "            AND (i.title LIKE :t ESCAPE '\\' OR i.body LIKE :t ESCAPE '\\'"
        "                 OR d.title LIKE :t ESCAPE '\\' OR c.title LIKE :t ESCAPE '\\'))"
        " ORDER BY m.day DESC LIMIT :n) ORDER BY m.day DESC",
        {"t": pattern, "n": limit},
    )


def _as_kept(typed: str) -> str:
    """What is sought, a number as it is kept where it was typed as it prints: 晨2026-0204."""
    for series in (Series.MORNING, Series.DECISION):
        prefix = number_label(series.value)
        if typed.startswith(prefix) and typed[len(prefix) :][:1].isdigit():
            return series.value + typed[len(prefix) :]
    return typed


def _read_lines(reader: Reader, tail: str, parameters: Any) -> list[MeetingLine]:
    return [
        MeetingLine(
            row[0], row[1], sure_day(row[2]), SeriesKind(row[3]), MeetingState(row[4]), row[5], clock(row[6]),
            moment(row[7]), moment(row[8]), row[9], row[10], row[11], row[12], row[13],
        )
        for row in reader.rows(_LINES + tail, parameters)
    ]  # fmt: skip
