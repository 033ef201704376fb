"""What the fields of a record hold, in words, as history tells it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final
from zoneinfo import ZoneInfo

from teamops.db.reader import Reader, sure_amount, sure_moment
from teamops.i18n import _
from teamops.models.figures import figure_name
from teamops.models.history import UNSAID, field_label
from teamops.models.words import Word, number_label

Image = Mapping[str, Any]
"""A record as the file kept it, by field."""
Changes = tuple[tuple[str, str, str], ...]
"""Field, before, after: in words."""

WORDS: Final = {
    "action_item.priority": "action_items.Priority",
    "action_item.section": "meetings.Section",
    "action_item.state": "action_items.ActionState",
    "agenda_item.kind": "meetings.ItemKind",
    "branch.kind": "people.BooksKind",
    "calendar_day.kind": "calendar.DayKind",
    "directive.kind": "directives.DirectiveKind",
    "figure.kind": "figures.FigureKind",
    "mark": "meetings.RollMark",
    "meeting.state": "meetings.MeetingState",
    "meeting_series.kind": "meetings.SeriesKind",
    "minutes.kind": "minutes.MinutesKind",
    "outcome.kind": "meetings.OutcomeKind",
    "person.state": "people.PersonState",
    "phone_class": "people.PhoneClass",
    "region": "people.Region",
    "role": "people.Role",
    "section": "meetings.Section",
    "series": "words.Series",
    "signed_as": "minutes.SigningAs",
}
"""Which of the program's words (under `teamops.models`) a field holds."""

NAMES: Final = {
    "action_item": "SELECT number FROM action_item WHERE id = ?",
    "agenda_item": "SELECT title FROM agenda_item WHERE id = ?",
    "branch": "SELECT name FROM branch WHERE id = ?",
    "case_study": "SELECT title FROM case_study WHERE id = ?",
    "directive": "SELECT number FROM directive WHERE id = ?",
    "figure": "SELECT code, own_name FROM figure WHERE id = ?",
    "meeting": "SELECT day FROM meeting WHERE id = ?",
    "meeting_series": "SELECT kind FROM meeting_series WHERE id = ?",
    "minutes": "SELECT 'v' || v FROM minutes WHERE id = ?",
    "outcome": "SELECT text FROM outcome WHERE id = ?",
    "outlet": "SELECT name FROM outlet WHERE id = ?",
    "person": "SELECT name FROM person WHERE id = ?",
    "roll_call": "SELECT day FROM roll_call WHERE id = ?",
    "team": "SELECT name FROM team WHERE id = ?",
    "team_group": "SELECT name FROM team_group WHERE id = ?",
}
"""What a record is called where another refers to it."""

REFERRED: Final = {
    "author_id": "person",
    "by_id": "person",
    "carried_from_id": "agenda_item",
    "case_id": "case_study",
    "corrects_id": "outcome",
    "group_id": "team_group",
    "host_id": "person",
    "item_id": "action_item",
    "owner_id": "person",
    "presenter_id": "person",
    "recorded_by_id": "person",
    "recorder_id": "person",
    "roll_id": "roll_call",
    "series_id": "meeting_series",
    "taken_by_id": "person",
}
"""Where a reference is not named after its table."""


def _flag(value: Any) -> str:
    return _("yes") if value else _("no")


def _amount(value: Any) -> str:
    return f"{sure_amount(value).normalize():f}"


PLAIN: Final[dict[str, Callable[[Any], str]]] = {
    **dict.fromkeys(
        ("active", "confirmed", "custodian", "discussed", "market_open", "recurs", "removed"), _flag
    ),
    **dict.fromkeys(
        ("closes", "minutes_due", "opens", "planned_start", "starts_at"), lambda value: str(value)[:5]
    ),
    "elapsed": lambda value: f"{value // 60}:{value % 60:02d}",
    "month": lambda value: str(value)[:7],
    "person.phone": lambda value: f"…{value[-2:]}",
    "value": _amount,
}
"""How fields are said whose values alone would not be understood, or are not everybody's to read."""


class Fields:
    """The fields of one table's records."""

    def __init__(self, reader: Reader, table: str) -> None:
        self._reader = reader
        self._table = table
        self._zone = ZoneInfo(reader.value("SELECT zone FROM branch") or "UTC")

    def changes(self, before: Image, after: Image) -> Changes:
        """Each field that differs, as it was and as it is; of a record that is new, what it holds."""
        empty = (None, "") if before and after else (None, "", 0)
        said = []
        for column in dict.fromkeys((*before, *after)):
            was, now = before.get(column), after.get(column)
            told = UNSAID.isdisjoint((column, f"{self._table}.{column}"))
            if told and was != now and not (was in empty and now in empty):
                said.append((field_label(column, self._table), self.say(column, was), self.say(column, now)))
        return tuple(said)

    def say(self, column: str, value: Any) -> str:
        """The value of a field; nothing where there is none."""
        if value is None or value == "":
            return ""
        own = f"{self._table}.{column}"
        if word := WORDS.get(own) or WORDS.get(column):
            return _word(word, str(value))
        if plain := PLAIN.get(own) or PLAIN.get(column):
            return plain(value)
        if column == "at" or column.endswith("_at"):
            return f"{sure_moment(value).astimezone(self._zone):%Y-%m-%d %H:%M}"
        if column.endswith("_id"):
            return self._name(REFERRED.get(column, column.removesuffix("_id")), value)
        return number_label(value) if column == "number" and self._table != "person" else str(value)

    def _name(self, table: str, key: int) -> str:
        row = self._reader.one(NAMES[table], (key,))
        if row is None:
            return str(key)
        if table == "figure":
            return figure_name(*row)
        if table == "meeting_series":
            return _word(WORDS["meeting_series.kind"], row[0])
        return number_label(row[0]) if table in ("action_item", "directive") else str(row[0])


def _word(place: str, code: str) -> str:
    module, _dot, name = place.partition(".")
    kind: type[Word] = getattr(import_module(f"teamops.models.{module}"), name)
    return kind(code).label if code in list(kind) else code
