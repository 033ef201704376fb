"""The announced calendar of a year: the official list as JSON, or days in a sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from teamops.errors import (
    FileIsFolder,
    FileMissing,
    FileUnreadable,
    MissingText,
    NotACalendar,
    Refusal,
    UnknownWord,
)
from teamops.i18n import _, full_day, listed, parted
from teamops.importing.columns import Sheet, shown
from teamops.importing.plan import Cells, Planner, changes_between, file_day, header
from teamops.importing.sheet import read_sheet
from teamops.models.calendar import DayKind
from teamops.models.imports import CalendarWrite, Change, KnownYears, Plan, PlannedLine, Verdict
from teamops.models.inputs.calendar import SpecialDayIn
from teamops.text import clean, search_key

HEADERS: Final = (
    header("day", "日期|date|day", required=True),
    header(
        "kind", "類型|性質|狀態|类型|性质|状态|是否放假|放假|備註|备注|kind|type|isoffday|off", required=True
    ),
    header("name", "名稱|假日|節日|假日名稱|名称|节日|节日名称|name|holiday name"),
)
"""The columns of a calendar as a sheet, in three scripts."""

_KINDS: Final = {
    DayKind.HOLIDAY: "休|休假|假|放假|假日|節日|假期|节日|是|holiday|off|yes|true|2",
    DayKind.MAKEUP: "班|補班|調休上班|上班|工作日|否|补班|调休上班|makeup|make-up|workday|no|false|0",
    DayKind.WEEKEND: "週末|週休|休息日|例假日|周末|周休|weekend",
}
_KIND_OF: Final = {word: kind for kind, words in _KINDS.items() for word in words.split("|")}


class Entry(NamedTuple):
    """A day of a calendar file; `kind` and `day` are none where they are refused."""

    number: int
    day: date | None
    kind: DayKind | None
    name: str
    wrong: tuple[str, ...]


class Calendar(NamedTuple):
    """A calendar file: its days, and the year it gives in whole (none: only the days it names)."""

    source: str
    year: int | None
    entries: tuple[Entry, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years it speaks of."""
        named = {entry.day.year for entry in self.entries if entry.day is not None}
        return tuple(sorted(named | ({self.year} if self.year else set())))


def read(path: Path, *, encoding: str | None = None) -> Calendar:
    """The days in a file, JSON or a sheet. Refuses what `read_sheet` does, and NotACalendar."""
    try:
        with path.open("rb") as file:
            start = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    except FileNotFoundError:
        raise FileMissing(shown(str(path))) from None
    except IsADirectoryError:
        raise FileIsFolder(shown(str(path))) from None
    except OSError as error:
        raise FileUnreadable(shown(str(path)), error.strerror or str(error)) from error
    if start.startswith((b"{", b"[")) or path.suffix.casefold() == ".json":
        return _from_json(path)
    return _from_sheet(read_sheet(path, HEADERS, encoding=encoding))


def plan(calendar: Calendar, known: KnownYears) -> Plan[CalendarWrite]:
    """What becomes of each day. One a lead gave a reason for stays; a year given in whole has no others."""
    planner: Planner[CalendarWrite] = Planner(calendar.source)
    wanted: dict[int, SpecialDayIn] = {}
    cleared: dict[int, date] = {}
    for entry in calendar.entries:
        _plan_entry(planner, entry, known, wanted, cleared)
    planned = planner.plan()
    refused = {line.number for line in planned.refused}
    listed = {entry.day for entry in calendar.entries}
    more = [
        day
        for day, there in sorted(known.days.items())
        if day.year == calendar.year and day not in listed and not there.reason
    ]
    write = CalendarWrite(
        tuple(year for year in sorted(_told_of(calendar)) if not known.confirmed.get(year)),
        tuple(day for number, day in wanted.items() if number not in refused),
        (*(day for number, day in cleared.items() if number not in refused), *more),
    )
    gone = [
        PlannedLine(0, Verdict.CHANGED, full_day(day), _("not in the file: an ordinary day")) for day in more
    ]
    writes = (write,) if write.years or write.days or write.cleared else ()
    return Plan(calendar.source, (*planned.lines, *gone), writes)


def _plan_entry(
    planner: Planner[CalendarWrite],
    entry: Entry,
    known: KnownYears,
    wanted: dict[int, SpecialDayIn],
    cleared: dict[int, date],
) -> None:
    day, kind = entry.day, entry.kind
    if day is None or kind is None or entry.wrong:
        planner.say(entry.number, Verdict.REFUSED, full_day(day) if day else "", parted(entry.wrong))
        return
    kind = _on(day, kind)
    what = f"{full_day(day)} {entry.name}".strip()
    there = known.days.get(day)
    if planner.again(day, (kind, entry.name), entry.number, what):
        return
    if there is not None and there.reason:
        why = _("stays as {who} said: {reason}").format(who=there.source, reason=there.reason)
        planner.say(entry.number, Verdict.UNCHANGED, what, why)
    elif kind in (DayKind.WORKDAY, DayKind.WEEKEND):
        if there is None:
            planner.say(entry.number, Verdict.IGNORED, what, _("an ordinary day"))
        else:
            cleared[entry.number] = day
            change = Change(_("kind"), there.kind.label, kind.label)
            planner.say(entry.number, Verdict.CHANGED, what, changes=(change,))
    elif there is None:
        wanted[entry.number] = SpecialDayIn(day=day, kind=kind, name=entry.name)
        planner.say(entry.number, Verdict.ADDED, what)
    else:
        name = entry.name or there.name
        compared = {_("kind"): (there.kind.label, kind.label), _("name"): (there.name, name)}
        changes = changes_between(compared)
        if changes:
            wanted[entry.number] = SpecialDayIn(day=day, kind=kind, name=name)
        planner.say(entry.number, Verdict.CHANGED if changes else Verdict.UNCHANGED, what, changes=changes)


def _on(day: date, kind: DayKind) -> DayKind:
    """What a word of the file means on that weekday."""
    if day.weekday() < 5:
        return {DayKind.MAKEUP: DayKind.WORKDAY, DayKind.WEEKEND: DayKind.HOLIDAY}.get(kind, kind)
    return kind


def _told_of(calendar: Calendar) -> set[int]:
    """The years whose schedule the file gives."""
    if calendar.year is not None:
        return {calendar.year}
    return {entry.day.year for entry in calendar.entries if entry.day is not None and not entry.wrong}


def _from_json(path: Path) -> Calendar:
    try:
        content: Any = json.loads(path.read_text("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotACalendar(shown(path.name)) from error
    year = content.get("year") if isinstance(content, dict) else None
    days = content.get("days") if isinstance(content, dict) else None
    if not isinstance(year, int) or not isinstance(days, list) or not 2000 <= year <= 2099:
        raise NotACalendar(shown(path.name))
    return Calendar(path.name, year, tuple(_json_entries(days)))


def _json_entries(days: list[Any]) -> Iterator[Entry]:
    for number, item in enumerate(days, 1):
        fields = item if isinstance(item, dict) else {}
        wrong: list[str] = []
        day, name = None, ""
        try:
            day = file_day(str(fields.get("date", "")))
            name = clean(str(fields.get("name", "")))
        except Refusal as error:
            wrong.append(str(error))
        off = fields.get("isOffDay")
        if not isinstance(off, bool):
            wrong.append(str(UnknownWord(str(off), "true, false").at("isOffDay")))
        yield Entry(number, day, DayKind.HOLIDAY if off is True else DayKind.MAKEUP, name, tuple(wrong))


def _from_sheet(sheet: Sheet) -> Calendar:
    entries = []
    for line in sheet.lines:
        cells = Cells(sheet, line)
        day, name = cells.day("day"), cells.text("name")
        if not cells.has("day"):
            cells.refuse("day", str(MissingText()))
        word = cells.text("kind")
        kind = _KIND_OF.get(search_key(word))
        if kind is None:
            words = listed(words.partition("|")[0] for words in _KINDS.values())
            cells.refuse("kind", str(UnknownWord(word, words)) if word else str(MissingText()))
        entries.append(Entry(line.number, day, kind, name, tuple(cells.wrong)))
    return Calendar(sheet.path.name, None, tuple(entries))
