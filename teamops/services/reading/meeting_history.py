"""Everything that was done to a meeting: to itself, its parts and agenda, its roll, what it put down, its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from teamops.db.reader import Reader, moment
from teamops.i18n import _, bracketed, listed
from teamops.models.history import EventLine, table_label
from teamops.models.meetings import RollMark
from teamops.services.reading import history
from teamops.services.reading.fields import Changes, Fields, Image
from teamops.services.reading.history import Images
from teamops.text import cell_width, fit

_LIMIT: Final = 1000

# What was called of the day before the meeting began became its roll.
_ROLLS: Final = """
SELECT id FROM roll_call WHERE meeting_id = :id
UNION SELECT c.id FROM roll_call c JOIN meeting m ON m.day = c.day WHERE m.id = :id AND c.meeting_id IS NULL
"""
_RECORDS: Final = {
    "meeting": "SELECT id FROM meeting WHERE id = :id",
    "meeting_part": "SELECT id FROM meeting_part WHERE meeting_id = :id",
    "agenda_item": "SELECT id FROM agenda_item WHERE meeting_id = :id",
    "outcome": "SELECT id FROM outcome WHERE meeting_id = :id",
    "roll_call": _ROLLS,
    "roll_line": f"SELECT id FROM roll_line WHERE roll_id IN ({_ROLLS})",  # noqa: S608
    "minutes": "SELECT id FROM minutes WHERE meeting_id = :id",
    "minutes_signature": "SELECT s.id FROM minutes_signature s JOIN minutes m ON m.id = s.minutes_id"
    " WHERE m.meeting_id = :id",
}
"""The records that are a meeting's own, by table."""
_OPENED: Final = "SELECT id FROM action_item WHERE meeting_id = ?"
"""What it opened goes on as a record of its own once the meeting is over."""

_ORDER: Final = (*_RECORDS, "action_item")

_SAID: Final = {
    "action_item": ("number", "text", "owner_id", "due"),
    "agenda_item": ("section", "directive_id", "case_id", "title", "body"),
    "meeting_part": ("section", "planned"),
    "minutes": ("v", "kind"),
    "minutes_signature": ("signed_as", "name"),
    "outcome": ("section", "number", "text"),
}
"""What a new record of each table is told by."""
_CALLED: Final = {
    "action_item": ("number",),
    "agenda_item": ("directive_id", "case_id", "title", "body", "kind"),
    "meeting_part": ("section",),
}
"""What a record is called by where one of its fields changed: the first that holds something."""
_BRIEF: Final = 32
_MANY: Final = 3
"""More who are present are counted, not named."""


def of_meeting(reader: Reader, meeting_id: int) -> list[EventLine]:
    """Everything that was done to a meeting, the newest first."""
    told = _Telling(reader)
    own = {
        (table, key) for table, query in _RECORDS.items() for (key,) in reader.rows(query, {"id": meeting_id})
    }
    opened = {("action_item", key) for (key,) in reader.rows(_OPENED, (meeting_id,))}
    ended = moment(reader.value("SELECT ended_at FROM meeting WHERE id = ?", (meeting_id,)))
    lines = [
        replace(line, changes=tuple(told.changes(images)))
        for line, images in history.of_records(reader, own | opened, _LIMIT)
        if ended is None or line.at <= ended or not images or not images.keys() <= opened
    ]
    return lines[::-1]


class _Telling:
    """Says what each event changed, one event after another."""

    def __init__(self, reader: Reader) -> None:
        self._fields = {table: Fields(reader, table) for table in _ORDER}
        self._known: Images = {}
        self._words: dict[int, str] = {}
        self._roll: dict[int, str] = {}

    def changes(self, images: Images) -> Iterator[tuple[str, str, str]]:
        """What an event did to the records it left like this."""
        marks: dict[RollMark, list[str]] = {}
        for (table, key), image in sorted(
            images.items(), key=lambda kept: (_ORDER.index(kept[0][0]), kept[0])
        ):
            before = self._known.get((table, key), {})
            self._known[table, key] = image
            if table == "meeting":
                yield from self._fields[table].changes(before, image)
            elif table == "roll_line":
                mark, marked = RollMark(image["mark"]), self._marked(image)
                if self._roll.get(image["person_id"]) != (said := f"{mark} {marked}"):
                    marks.setdefault(mark, []).append(marked)
                self._roll[image["person_id"]] = said
            elif table == "outcome":
                yield self._worded(key, image)
            elif table in _SAID:
                yield from self._done(table, before, image)
        for mark, names in marks.items():
            counted = mark is RollMark.PRESENT and len(names) > _MANY
            yield mark.label, "", str(len(names)) if counted else listed(names)

    def _marked(self, image: Image) -> str:
        say = self._fields["roll_line"].say
        minutes = _("{n} min").format(n=image["minutes"]) if image["minutes"] else ""
        return bracketed(say("person_id", image["person_id"]), listed((minutes, image["reason"])))

    def _worded(self, key: int, image: Image) -> tuple[str, str, str]:
        """A note or decision; its correction with how it read before."""
        first = image["corrects_id"] or key
        before, self._words[first] = self._words.get(first, ""), image["text"]
        if image["corrects_id"]:
            return table_label("outcome"), before, image["text"]
        return self._fields["outcome"].say("kind", image["kind"]), "", self._said("outcome", image)

    def _done(self, table: str, before: Image, image: Image) -> Changes:
        if not before or not image:
            return ((table_label(table), self._said(table, before), self._said(table, image)),)
        say = self._fields[table].say
        called = next((said for column in _CALLED[table] if (said := say(column, image[column]))), "")
        called = fit(called, min(cell_width(called), _BRIEF)).rstrip()
        return tuple(
            (f"{called} · {field}", was, now)
            for field, was, now in self._fields[table].changes(before, image)
        )

    def _said(self, table: str, image: Image) -> str:
        say = self._fields[table].say
        return " · ".join(said for column in _SAID[table] if (said := say(column, image.get(column))))
