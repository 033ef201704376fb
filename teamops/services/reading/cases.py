"""The library of case studies: what there is, when it was last studied, what to study next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from teamops.db.reader import Reader, day
from teamops.models.directives import CaseLine

QUARTER: Final = timedelta(weeks=13)
"""How long a case that was studied is not suggested again."""

_LINES = """
SELECT c.id, c.title, c.story, c.lesson, c.tags, c.author_id, coalesce(p.name, ''), s.newest,
       coalesce(s.times, 0), c.version
FROM case_study c LEFT JOIN person p ON p.id = c.author_id
LEFT JOIN (SELECT i.case_id, max(m.day) AS newest, count(DISTINCT m.id) AS times
           FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
           WHERE i.case_id IS NOT NULL AND i.discussed AND NOT i.removed
             AND m.state IN ('minuted', 'signed', 'archived')
           GROUP BY i.case_id) s ON s.case_id = c.id
"""


def all_cases(reader: Reader, search: str = "") -> list[CaseLine]:
    """The library, the newest first; with `search` those with it in title, story, lesson, tags or author."""
    typed = search.strip().lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return _read(
        reader,
        "WHERE lower(c.title || '\n' || c.tags || '\n' || coalesce(p.name, '') || '\n' || c.story || '\n'"
        " || c.lesson) LIKE ? ESCAPE '!' ORDER BY c.id DESC",
        (f"%{typed}%",),
    )


def suggested(reader: Reader, today: date) -> list[CaseLine]:
    """What to study next: what never was, then what was studied longest ago; nothing of the last quarter."""
    return _read(
        reader,
        "WHERE s.newest IS NULL OR s.newest < ? ORDER BY s.newest IS NOT NULL, s.newest, c.id",
        ((today - QUARTER).isoformat(),),
    )


def one(reader: Reader, case_id: int) -> CaseLine | None:
    """One case."""
    return next(iter(_read(reader, "WHERE c.id = ?", (case_id,))), None)


def _read(reader: Reader, tail: str, parameters: tuple[Any, ...]) -> list[CaseLine]:
    return [
        CaseLine(row[0], row[1], row[2], row[3], row[4], row[5], row[6], day(row[7]), row[8], row[9])
        for row in reader.rows(_LINES + tail, parameters)
    ]
