"""Roll call: everyone is present, and only who is not is touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from textual import events
from textual.widget import Widget

from teamops.i18n import _, medium_day, pgettext
from teamops.models.meetings import MOST_LATE, MeetingState, RollLine, RollMark
from teamops.screens.base import BaseScreen
from teamops.screens.forms import Keeper
from teamops.services.desk import Reader
from teamops.services.reading import meetings
from teamops.text import fold
from teamops.widgets.ask import AskText
from teamops.widgets.table import Column, ListRows, Mark, Row, Table
from teamops.widgets.tones import Tone

_TONES: dict[RollMark, Tone] = {
    RollMark.PRESENT: "dim",
    RollMark.LATE: "alert",
    RollMark.ABSENT: "alert",
    RollMark.LEAVE: "accent",
    RollMark.OUT: "accent",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is about to be said of one person."""

    line: RollLine
    mark: RollMark
    minutes: int
    reason: str


class Roll(BaseScreen):
    """The roll of a day, in a meeting or alone."""

    PLACES = ("roll",)
    READS = frozenset(("roll", "people"))
    CSS_PATH = "roll.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, meeting_id: int | None = None) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self.day: date | None = None
        self.start: datetime | None = None
        self.entries: dict[int, _Entry] = {}
        self.touched: set[int] = set()
        self._marked: int | None = None
        self._typing: tuple[int | None, int | None] | None = None
        self._kept: bool | None = None

    def body(self) -> Iterable[Widget]:
        yield Table(id="roll")

    def read(self, reader: Reader) -> tuple[RollLine, ...]:
        clock = self.desk.books.clock
        if self.meeting_id is None:
            today = meetings.on(reader, clock.today())
            runs = today is not None and today.state is MeetingState.RUNNING
            if today is not None and (runs or meetings.roll(reader, today.id, today.day)[0]):
                self.meeting_id = today.id
        view = meetings.one(reader, self.meeting_id) if self.meeting_id is not None else None
        self.day = view.day if view is not None else clock.today()
        if view is not None:
            self.start = datetime.combine(view.day, view.planned_start, clock.zone)
        _called, lines = meetings.roll(reader, self.meeting_id, self.day)
        return lines

    def show(self, data: tuple[RollLine, ...]) -> None:
        for line in data:
            if line.person_id not in self.touched:
                mark = line.mark or RollMark.PRESENT
                self.entries[line.person_id] = _Entry(line, mark, line.minutes, line.reason)
        due = {line.person_id for line in data}
        self.entries = {key: entry for key, entry in self.entries.items() if key in due}
        table = self.query_one("#roll", Table)
        table.empty_text = _("Nobody is in the team on this day.")
        table.empty_hint = _("6  People: add them or import the roster")
        table.show_columns(
            (
                Column("", 6),
                Column(pgettext("person", "name"), None, minimum=8, weight=2),
                Column(_("mark"), 14),
                Column(_("why"), None, weight=3, minimum=6, priority=-1),
                Column(_("time"), 5, priority=-2),
            )
        )
        if self._kept is None:
            self._take_up()
        self._draw()

    # --- what is marked and not written down yet

    def _keeper(self) -> Keeper:
        return Keeper(self.desk, "roll", f"{self.day} {self.meeting_id or ''}")

    def _take_up(self) -> None:
        """Go on with the marks that were set and never written down."""
        found = self._keeper().load()
        self._kept = found is not None
        for key, text in (found[0] if found is not None else {}).items():
            mark, minutes, reason = text.split(" ", 2)
            entry = self.entries.get(int(key))
            if entry is not None:
                self.entries[int(key)] = replace(
                    entry, mark=RollMark(mark), minutes=int(minutes), reason=reason
                )
                self.touched.add(int(key))

    def _keep(self) -> None:
        keeper = self._keeper()
        said = {
            str(key): f"{entry.mark.value} {entry.minutes} {entry.reason}"
            for key, entry in self.entries.items()
            if key in self.touched
        }
        self.host.beside(lambda: keeper.save(said) if said else keeper.drop())

    def begin(self) -> None:
        self.query_one("#roll", Table).focus()

    def _draw(self) -> None:
        table = self.query_one("#roll", Table)
        rows = []
        for key, entry in self.entries.items():
            text = entry.mark.label
            if entry.mark is RollMark.LATE and entry.minutes:
                text += " " + _("{n} min").format(n=entry.minutes)
            at = entry.line.at
            time = f"{self.desk.books.clock.local(at):%H:%M}" if at is not None else ""
            rows.append(
                Row(
                    key,
                    (
                        Mark(entry.line.number, "dim"),
                        entry.line.name,
                        Mark(text, _TONES[entry.mark]),
                        Mark(entry.reason, "dim"),
                        Mark(time, "dim"),
                    ),
                )
            )
        table.show_rows(ListRows(rows))
        day = medium_day(self.day) if self.day else ""
        table.frame.title(
            _("Roll call · {day} · {n} due").format(day=day, n=len(rows)), _("enter writes it down")
        )
        counts = [
            f"{mark.label} {n}"
            for mark in RollMark
            if (n := sum(e.mark is mark for e in self.entries.values()))
        ]
        table.frame.foot(_("kept from before") if self._kept else "", " · ".join(counts))

    # --- the marks

    def _here(self) -> int | None:
        key = self.query_one("#roll", Table).cursor_key
        return key if isinstance(key, int) else None

    def _mark(self, mark: RollMark, *, step: bool = True) -> None:
        key = self._here()
        if key is None:
            return
        minutes = self._minutes_late() if mark is RollMark.LATE else 0
        self.entries[key] = replace(self.entries[key], mark=mark, minutes=minutes)
        self.touched.add(key)
        self._marked = key
        self._keep()
        self._draw()
        table = self.query_one("#roll", Table)
        if step:
            table.move_to(min(table.cursor_index + 1, len(self.entries) - 1))

    def _minutes_late(self) -> int:
        if self.start is None:
            return 0
        now = self.desk.books.clock.now()
        return max(0, min(MOST_LATE, int((now - self.start).total_seconds() // 60)))

    def on_key(self, event: events.Key) -> None:
        """Digits after a late mark are its minutes."""
        digit = fold(event.character or "")
        key = self._below_marked() or self._here()
        before, self._typing = self._typing, None
        if len(digit) != 1 or not digit.isdecimal() or key is None:
            return
        entry = self.entries[key]
        if entry.mark is not RollMark.LATE:
            return
        event.stop()
        self._typing = key, self._here()
        minutes = int(f"{entry.minutes}{digit}") if before == self._typing else int(digit)
        if minutes <= MOST_LATE:
            self.entries[key] = replace(entry, minutes=minutes)
            self._keep()
            self._draw()

    def action_mark_present(self) -> None:
        """Present."""
        self._mark(RollMark.PRESENT)

    def action_mark_late(self) -> None:
        """Late."""
        self._mark(RollMark.LATE)

    def action_mark_absent(self) -> None:
        """Absent."""
        self._mark(RollMark.ABSENT)

    def action_mark_leave(self) -> None:
        """On leave."""
        self._mark(RollMark.LEAVE)

    def action_mark_out(self) -> None:
        """Out."""
        self._mark(RollMark.OUT)

    def action_next_mark(self) -> None:
        """The mark after."""
        self._cycle(1)

    def action_previous_mark(self) -> None:
        """The mark before."""
        self._cycle(-1)

    def _cycle(self, by: int) -> None:
        key = self._here()
        if key is not None:
            marks = list(RollMark)
            place = marks.index(self.entries[key].mark)
            self._mark(marks[(place + by) % len(marks)], step=False)

    def action_undo(self) -> None:
        """As it was."""
        key = self._here()
        if key is not None:
            line = self.entries[key].line
            self.entries[key] = _Entry(line, line.mark or RollMark.PRESENT, line.minutes, line.reason)
            self.touched.discard(key)
            self._keep()
            self._draw()

    def action_say_why(self) -> None:
        """Minutes late, or a reason, in one line: of the person marked just now, or under the cursor."""
        key = self._below_marked() or self._here()
        if key is None:
            return
        entry = self.entries[key]
        late = entry.mark is RollMark.LATE
        question = _("Minutes late of {name}, and why") if late else _("Why is {name} not here?")
        before = f"{entry.minutes} {entry.reason}".strip() if late else entry.reason

        def check(text: str) -> str:
            from teamops.models.inputs.base import read
            from teamops.models.inputs.meetings import RollLineIn

            minutes, reason = _minutes_and_reason(text) if late else (0, text)
            inp = read(
                RollLineIn,
                {"person_id": key, "mark": entry.mark, "minutes": minutes, "reason": reason},
                today=self.desk.books.clock.today(),
            )
            self.entries[key] = replace(entry, minutes=inp.minutes, reason=inp.reason)
            self.touched.add(key)
            return text

        def answered(text: str | None) -> None:
            if text is not None:
                self._keep()
                self._draw()

        title = question.format(name=entry.line.name)
        self.app.push_screen(AskText(title, check, initial=before, required=False), answered)

    def _below_marked(self) -> int | None:
        """The person marked just now, where the cursor only went on to the next, who is present."""
        here, marked, keys = self._here(), self._marked, list(self.entries)
        if here is None or marked not in self.entries or self.entries[here].mark is not RollMark.PRESENT:
            return None
        just_now = keys.index(here) == keys.index(marked) + 1
        return marked if just_now and self.entries[marked].mark is not RollMark.PRESENT else None

    # --- writing it down

    def on_table_opened(self, event: Table.Opened) -> None:
        """Enter writes the roll down."""
        event.stop()
        if not self.declines("roll_done"):
            self.action_roll_done()

    def action_roll_done(self) -> None:
        """Write the roll down."""
        entries = [(key, e.mark, e.minutes, e.reason) for key, e in self.entries.items()]
        desk, day, meeting_id = self.desk, self.day, self.meeting_id
        if day is None:
            return

        def job() -> int:
            from teamops.models.inputs.meetings import RollLineIn
            from teamops.services import roll

            lines = tuple(
                RollLineIn(person_id=key, mark=mark, minutes=minutes, reason=reason)
                for key, mark, minutes, reason in entries
            )
            return roll.call(desk, day, lines, meeting_id=meeting_id)

        def written(new: int) -> None:
            self.touched.clear()
            self._keep()
            self.host.say(_("The roll is written down.") if new else _("The roll says this already."))
            self.leave()

        self.do(job, written)


def _minutes_and_reason(text: str) -> tuple[str, str]:
    first, _space, rest = text.strip().partition(" ")
    digits = first.removesuffix("min").removesuffix("分鐘").removesuffix("分钟").removesuffix("分")
    if digits.strip().isdigit():
        return digits, rest
    return "0", text
