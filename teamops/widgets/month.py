"""A month at a glance: a row a week, a cell a day, a cursor on one of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from teamops.i18n import weekday
from teamops.text import cell_width, fit, show
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.tones import TONE_CLASSES, Mark, Palette, Tone, tone_css

_WEEK: Final = 7
_MOST_ROWS: Final = 4
_CURSOR: Final = "▸"
_FIRST: Final = date(2000, 1, 1)
_LAST: Final = date(2099, 12, 31)


class MonthDay(NamedTuple):
    """What a cell says of its day: beside the number where not all `lines` find room below it, and these."""

    tone: Tone = "plain"
    short: str = ""
    lines: tuple[Mark, ...] = ()


class Month(Widget, can_focus=True):
    """Arrows go from day to day and beyond the month's ends, pgup and pgdn from month to month.

    Whoever shows it reads another month when the cursor has left for one (`Moved`), and shows that.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*TONE_CLASSES, "tone--header"}
    DEFAULT_CSS = (
        tone_css("Month")
        + frame_css("Month")
        + """
    Month { height: 1fr; & > .tone--header { color: $text-muted; } }
    """
    )

    class Event(Message):
        """About one day."""

        def __init__(self, month: Month, day: date) -> None:
            super().__init__()
            self.month = month
            self.day = day

        @property
        def control(self) -> Month:
            """The month it happened in."""
            return self.month

    class Moved(Event):
        """The cursor came to a day, of this month or of another."""

    class Opened(Event):
        """A day was asked for, by enter or a double click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.frame = Frame(self)
        self.day = _FIRST
        """The day under the cursor."""
        self._palette = Palette(self)
        self._days: Mapping[date, MonthDay] = {}
        self._shown = _FIRST
        self._today = _FIRST

    def show_month(self, days: Mapping[date, MonthDay], cursor: date, today: date) -> None:
        """Show the month of `cursor`; `today` stands in brackets."""
        self._days, self.day, self._today = days, cursor, today
        self._shown = cursor.replace(day=1)
        self.refresh()

    # --- the cursor -----------------------------------------------------------------------------------------

    def turn(self, months: int) -> None:
        """Go so many months on, or back, to the same day of the month or to its last."""
        place = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(place, 12)
        if _FIRST.year <= year <= _LAST.year:
            last = monthrange(year, month + 1)[1]
            self.move_to(date(year, month + 1, min(self.day.day, last)))

    def move_to(self, day: date) -> None:
        """Put the cursor on a day; one of a year that no calendar is kept for is left alone."""
        if day != self.day and _FIRST <= day <= _LAST:
            self.day = day
            self.refresh()
            self.post_message(self.Moved(self, day))

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        match event.key:
            case "left":
                self._step(-1)
            case "right":
                self._step(1)
            case "up":
                self._step(-_WEEK)
            case "down":
                self._step(_WEEK)
            case "home":
                self.move_to(self.day.replace(day=1))
            case "end":
                self.move_to(self.day.replace(day=monthrange(self.day.year, self.day.month)[1]))
            case "pageup":
                self.turn(-1)
            case "pagedown":
                self.turn(1)
            case "enter":
                self.post_message(self.Opened(self, self.day))
            case _:
                return
        event.stop()
        event.prevent_default()

    def _step(self, days: int) -> None:
        self.move_to(self.day + timedelta(days=days))

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        inside = event.get_content_offset(self)
        if inside is None or inside.y < 1:
            return
        week, column = (inside.y - 1) // self._rows, inside.x // self._width
        day = self._day_at(week, column)
        if day is not None:
            self.move_to(day)
            if event.chain == 2:
                self.post_message(self.Opened(self, day))

    # --- where a day stands ---------------------------------------------------------------------------------

    @property
    def _weeks(self) -> Sequence[Sequence[date | None]]:
        blank, count = monthrange(self._shown.year, self._shown.month)
        days: list[date | None] = [None] * blank
        days += [self._shown.replace(day=number) for number in range(1, count + 1)]
        days += [None] * (-len(days) % _WEEK)
        return [days[start : start + _WEEK] for start in range(0, len(days), _WEEK)]

    def _day_at(self, week: int, column: int) -> date | None:
        weeks = self._weeks
        return weeks[week][column] if week < len(weeks) and column < _WEEK else None

    @property
    def _rows(self) -> int:
        """The rows a week takes."""
        return max(1, min(_MOST_ROWS, (self.size.height - 1) // len(self._weeks)))

    @property
    def _width(self) -> int:
        return max(1, self.size.width // _WEEK)

    # --- drawing --------------------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self.frame.draw()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew: the theme, the focus or the border changed."""
        super().notify_style_update()
        self._palette.forget()
        if self.is_mounted:
            self.frame.draw()

    def render_line(self, y: int) -> Strip:
        """The weekdays, or one row of a week."""
        plain = self._palette["plain"]
        if y == 0:
            monday = date(2001, 1, 1)
            names = [weekday(monday + timedelta(days=number)) for number in range(_WEEK)]
            segments = [Segment(fit(f"  {name}", self._width), self._palette["header"]) for name in names]
        else:
            week, row = divmod(y - 1, self._rows)
            segments = [self._cell(self._day_at(week, column), row) for column in range(_WEEK)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _cell(self, day: date | None, row: int) -> Segment:
        width, plain = self._width, self._palette["plain"]
        if day is None:
            return Segment(" " * width, plain)
        said = self._days.get(day, MonthDay())
        mark = self._number(day, said) if row == 0 else self._line(said, row - 1)
        tone = said.tone if mark.tone == "plain" else mark.tone
        style = self._palette["cursor" if day == self.day else tone]
        # The last cell of a day is air, so that days side by side are told apart.
        return Segment(fit(show(mark.text), width - 1) + " ", style)

    def _number(self, day: date, said: MonthDay) -> Mark:
        cursor = _CURSOR if day == self.day else " "
        number = f"[{day.day}]" if day == self._today else f" {day.day} "
        text = f"{cursor}{number:>4} {show(said.short)}"
        if self._rows > len(said.lines) or cell_width(text) >= self._width:
            text = f"{cursor}{number:>4}"
        return Mark(text, "accent" if day == self._today else "plain")

    @staticmethod
    def _line(said: MonthDay, place: int) -> Mark:
        text, tone = said.lines[place] if place < len(said.lines) else Mark("")
        return Mark(f"  {text}", tone)
