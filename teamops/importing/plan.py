"""What all importers share: going through the lines of a sheet, saying what becomes of each, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from teamops.dates import parse_date
from teamops.errors import AmbiguousDate, NotADate, NotAFileDate, Refusal
from teamops.i18n import N_, _, explained, listed, parted
from teamops.importing.columns import Header, Line, Sheet, shown
from teamops.models.imports import Change, Plan, PlannedLine, Verdict
from teamops.text import cleaned, fold

if TYPE_CHECKING:
    from teamops.models.inputs.base import I

W = TypeVar("W")
T = TypeVar("T")


def header(key: str, *names: str, required: bool = False) -> Header:
    """A column whose title is any of `names`; one string may hold several, with | between them."""
    return Header(key, tuple(name for several in names for name in several.split("|")), required=required)


DOUBLED = N_("the same as line {line}")
CONTRADICTED = N_("line {line} says otherwise of the same; take one of them out")


class Cells:
    """One line of a sheet being understood: what is wrong with it is collected, not raised."""

    def __init__(self, sheet: Sheet, line: Line) -> None:
        self._titles = sheet.columns
        self.number = line.number
        self.raw = line.cells
        self.wrong: list[str] = []
        self.notes: list[str] = []
        self._refused: set[str] = set()
        if line.surplus:
            cells = listed(shown(cell, 24) for cell in line.surplus)
            self.wrong.append(_("more cells than titles: {cells}").format(cells=cells))

    @property
    def refusal(self) -> str:
        """Everything that is wrong with the line."""
        return parted(self.wrong)

    @property
    def note(self) -> str:
        """What is to be known of the line, though it is taken."""
        return parted(self.notes)

    def has(self, key: str) -> bool:
        """Whether the cell is filled."""
        return bool(self.raw.get(key))

    def text(self, key: str) -> str:
        """A cell as it is kept; what no paper can show is wrong, what nobody sees is dropped with a note."""
        raw = self.raw.get(key, "")
        if raw.isascii() and raw.isprintable():
            return raw
        found = self.of(key, cleaned)
        if found is None:
            return ""
        if found.dropped:
            self.notes.append(_("{title}: invisible characters left out").format(title=self.title(key)))
        return found.text

    def day(self, key: str, first_year: int = 2000) -> date | None:
        """A cell as a day with its year; none where it is empty or wrong."""
        return self.of(key, lambda text: file_day(text, first_year)) if self.has(key) else None

    def of(self, key: str, read: Callable[[str], T]) -> T | None:
        """A cell as `read` understands it; none where it refuses."""
        try:
            return read(self.raw.get(key, ""))
        except Refusal as error:
            self.refuse(key, str(error))
            return None

    def refuse(self, key: str, why: str) -> None:
        """Say what is wrong with a cell."""
        self._refused.add(key)
        self.wrong.append(explained(self.title(key), why.rstrip(".。")))

    def title(self, key: str) -> str:
        """A column's title as the file has it."""
        return shown(self._titles.get(key, key), 24)

    def read(self, kind: type[I], raw: Mapping[str, Any]) -> I | None:
        """A typed input out of cells; none where it refuses, with everything that is wrong."""
        from pydantic import ValidationError

        from teamops.models.inputs.base import said

        try:
            return kind.model_validate(dict(raw))
        except ValidationError as error:
            for field, why in said(error).items():
                if field not in self._refused:
                    self.refuse(field, why)
            return None


class Planner(Generic[W]):
    """Puts a plan together line by line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines: dict[int, PlannedLine] = {}
        self._writes: dict[int, tuple[W, ...]] = {}
        self._seen: dict[Hashable, tuple[int, Hashable]] = {}

    def again(self, key: Hashable, content: Hashable, number: int, what: str) -> bool:
        """Whether an earlier line was about the same: told alike, it is ignored; else both are refused."""
        number_before, before = self._seen.setdefault(key, (number, content))
        if number_before == number:
            return False
        if before == content:
            self.say(number, Verdict.IGNORED, what, _(DOUBLED).format(line=f"{number_before:,}"))
            return True
        self.say(number, Verdict.REFUSED, what, _(CONTRADICTED).format(line=f"{number_before:,}"))
        earlier = self._lines.get(number_before)
        if earlier is not None and earlier.verdict is not Verdict.REFUSED:
            why = _(CONTRADICTED).format(line=f"{number:,}")
            self.say(number_before, Verdict.REFUSED, earlier.what, why)
        return True

    def say(
        self,
        number: int,
        verdict: Verdict,
        what: str,
        reason: str = "",
        *,
        changes: Iterable[Change] = (),
        writes: tuple[W, ...] = (),
    ) -> None:
        """A line's verdict, and what is written for it."""
        self._lines[number] = PlannedLine(number, verdict, what, reason, tuple(changes))
        if writes:
            self._writes[number] = writes
        else:
            self._writes.pop(number, None)

    def plan(self) -> Plan[W]:
        """The whole."""
        return Plan(
            self._source,
            tuple(self._lines[number] for number in sorted(self._lines)),
            tuple(write for number in sorted(self._writes) for write in self._writes[number]),
        )


def file_day(text: str, first_year: int = 2000) -> date:
    """A day as a file writes it: whole, with its year; midnight after it is dropped. Raises NotAFileDate."""
    typed = fold(text).strip()
    typed = re.sub(r"[ T]0?0:00(:00(\.0+)?)?$", "", typed)
    if not re.search(r"[0-9]{4}|民", typed):
        raise NotAFileDate(text)
    try:
        return parse_date(typed, date(2000, 1, 1), first_year=first_year)
    except (NotADate, AmbiguousDate) as error:
        raise NotAFileDate(text) from error


def changes_between(before: Mapping[str, tuple[str, str]]) -> tuple[Change, ...]:
    """The fields whose two values differ: label → (before, after)."""
    return tuple(Change(label, old, new) for label, (old, new) in before.items() if old != new)
