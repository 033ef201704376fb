"""The meeting view for a projector: few words, one thing at a time, nothing that moves but the clock."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Digits

from teamops.errors import Refusal
from teamops.i18n import _
from teamops.models.action_items import ActionLine
from teamops.models.directives import CaseLine
from teamops.models.directory import Directory
from teamops.models.figures import MonthBoard
from teamops.models.meetings import ClockView, MeetingState, MeetingView, Section
from teamops.screens.base import BaseScreen
from teamops.screens.meetings import lines
from teamops.screens.meetings.typing import Typing
from teamops.services import meeting_clock
from teamops.services.desk import Reader
from teamops.services.reading import action_items, cases, figures, meetings, people
from teamops.widgets.ask import AskText, Confirm
from teamops.widgets.panel import Panel
from teamops.widgets.quick import QuickLine

BEAT_SECONDS = 0.5
AROUND = 3
"""The lines of the screen above and below the part being held."""


class MeetingData(NamedTuple):
    """What the view shows."""

    view: MeetingView
    board: MonthBoard
    following: tuple[ActionLine, ...]
    cases: dict[int, CaseLine]
    people: Directory


class Meeting(BaseScreen):
    """A running meeting."""

    PLACES = ("meeting",)
    READS = frozenset(
        ("meetings", "agenda", "roll", "action_items", "directives", "cases", "figures", "people")
    )
    CSS_PATH = "view.tcss"
    MASTHEAD = False

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self.data: MeetingData | None = None
        self.typing = Typing(self)
        self.newest: Hashable = None

    def body(self) -> Iterable[Widget]:
        yield Panel(id="head")
        with Horizontal(id="middle"):
            with Vertical(id="parts-side"):
                yield Panel(id="parts")
                yield Digits("0:00", id="digits")
                yield Panel(id="roll-summary")
            yield Panel(id="part", focusable=True)
        yield QuickLine(self.typing.hint, self.typing.keep, id="quick")

    @property
    def clock(self) -> ClockView | None:
        """Where the meeting stands."""
        return self.host.clock_of(self.meeting_id)

    # --- reading and showing

    def read(self, reader: Reader) -> MeetingData | None:
        view = meetings.one(reader, self.meeting_id)
        if view is None or view.state is not MeetingState.RUNNING:
            return None
        now = self.desk.books.clock.now()
        if self.clock is None:
            clock = view.clock.resumed(now) if view.clock is not None else ClockView.started(now)
            self.host.keep_clock(self.meeting_id, clock)
        wanted = {item.case_id for part in view.parts for item in part.items if item.case_id is not None}
        found = {case_id: case for case_id in wanted if (case := cases.one(reader, case_id)) is not None}
        following = tuple(action_items.to_follow_up(reader, view.day))
        board, directory = figures.board(reader, view.day), people.directory(reader, view.day)
        return MeetingData(view, board, following, found, directory)

    def show(self, data: MeetingData | None) -> None:
        if data is None:
            self.host.drop_clock(self.meeting_id)
            self.host.beside(self.typing.forgetting())
            self.call_later(self.leave)
            return
        self.data = data
        self.query_one("#roll-summary", Panel).show_lines(lines.roll_lines(data.view))
        self.show_part()
        self.tick()

    def show_part(self) -> None:
        """The part being held, at the right."""
        data, clock = self.data, self.clock
        if data is None or clock is None:
            return
        panel = self.query_one("#part", Panel)
        width, rows = max(20, panel.size.width - 2), self.app.size.height - AROUND
        shown = lines.section_lines(
            data.view, clock.section, data.board, data.following, data.cases, width, rows
        )
        panel.show_lines(shown)
        if self.newest is not None and panel.move_to(self.newest):
            self.newest = None

    def reveal(self, key: Hashable) -> None:
        """Have the cursor on what was put down just now, as soon as it is shown."""
        self.newest = key
        self.show_part()

    def begin(self) -> None:
        self.query_one("#part", Panel).focus()
        self.set_interval(BEAT_SECONDS, self.beat)
        self.typing.offer()

    def resized(self) -> None:
        self.call_after_refresh(self.show_part)

    def beat(self) -> None:
        """Twice a second: draw the clock."""
        if self.is_current:
            self.tick()

    def tick(self) -> None:
        """Draw the times."""
        data, clock = self.data, self.clock
        if data is None or clock is None:
            return
        books = self.desk.books
        now = books.clock.now()
        head = lines.head_line(data.view, clock, now, books.clock.local(now), data.view.day)
        self.query_one("#head", Panel).show_lines([head])
        self.query_one("#parts", Panel).show_lines(lines.part_lines(data.view, clock, now))
        digits = self.query_one("#digits", Digits)
        taken = clock.milliseconds(clock.section, now)
        shown = lines.minutes_text(taken)
        if digits.value != shown:
            digits.update(shown)
        digits.set_class(taken > data.view.part(clock.section).planned * 60_000, "-over")

    # --- the parts

    def _go(self, by: int) -> None:
        if self.clock is None or self.data is None:
            return
        order = [part.section for part in self.data.view.parts]
        place = order.index(self.clock.section) + by
        if place == len(order):
            if not self.declines("close_meeting"):
                self.action_close_meeting()
        elif place >= 0:
            self._turn(order[place])

    def _turn(self, section: Section) -> None:
        if self.clock is not None:
            self.newest = None
            self.host.keep_clock(self.meeting_id, self.clock.at(self.desk.books.clock.now(), section=section))
            self.show_part()
            self.query_one("#part", Panel).to_top()
            self.tick()

    def action_next_part(self) -> None:
        """The next part; after the last one, closing is offered."""
        self._go(1)

    def action_previous_part(self) -> None:
        """The part before."""
        self._go(-1)

    def action_hold(self) -> None:
        """Hold the clock, or let it go on."""
        if self.clock is not None:
            clock = self.clock.at(self.desk.books.clock.now(), held=not self.clock.held)
            self.host.keep_clock(self.meeting_id, clock)
            self.tick()

    # --- what is put down

    def action_note(self) -> None:
        """A note."""
        self.typing.ask("note")

    def action_decide(self) -> None:
        """A decision, or a directive."""
        self.typing.ask("decision")

    def action_act(self) -> None:
        """An action item."""
        self.typing.ask("action")

    def action_answer(self) -> None:
        """The answer to the shortfall."""
        self.typing.ask("answer")

    def on_quick_line_said(self, event: QuickLine.Said) -> None:
        """Write down what was typed."""
        self.typing.said(event.kind, event.text)

    def on_quick_line_gave_up(self) -> None:
        """Back to the part."""
        self.query_one("#part", Panel).focus()

    def action_edit(self) -> None:
        """Reword what is under the cursor."""
        key = self.query_one("#part", Panel).cursor_key
        if isinstance(key, tuple):
            self.typing.edit(str(key[0]), int(key[1]))

    def on_panel_opened(self, event: Panel.Opened) -> None:
        """Enter on a line rewords it."""
        if isinstance(event.key, tuple) and not self.declines("edit"):
            self.typing.edit(str(event.key[0]), int(event.key[1]))

    def action_defer(self) -> None:
        """Leave the item under the cursor for next time."""
        key = self.query_one("#part", Panel).cursor_key
        if self.data is None or not isinstance(key, tuple) or key[0] != "item":
            self.host.say(_("Put the cursor on an item of the agenda first (↑ ↓)."))
            return
        item_id = int(key[1])
        items = [item for part in self.data.view.parts for item in part.items if item.id == item_id]
        deferred = not (items and items[0].discussed is False)

        def job() -> None:
            from teamops.services import meetings as service

            service.defer(self.desk, item_id, deferred=deferred)

        self.do(job)

    # --- roll, figures, closing

    def action_call_roll(self) -> None:
        """Call the roll."""
        self.host.open_screen("roll", self.meeting_id)

    def action_type_figures(self) -> None:
        """The sheet of figures."""
        if self.data is not None:
            self.host.open_screen("figures", self.data.board.day)

    def action_close_meeting(self) -> None:
        """Close the meeting, after asking."""
        if self.data is None:
            return
        question = _("Close the meeting? Its minutes are drawn at once.")
        if not self.data.view.roll_called:
            question = _("The roll was not called. Close the meeting all the same?")

        def answered(sure: bool | None) -> None:
            if sure:
                self.do(self._close, self._minuted)

        self.app.push_screen(Confirm(question, yes=_("close it"), no=_("go on")), answered)

    def _close(self) -> str:
        from teamops.services import meetings as service

        clock = self.clock
        if clock is not None:
            meeting_clock.keep(self.desk.books, self.meeting_id, clock.at(self.desk.books.clock.now()))
        forget = self.typing.forgetting()
        number = service.close(self.desk, self.meeting_id)
        forget()
        return number

    def _minuted(self, _number: str) -> None:
        meeting_id = self.meeting_id
        self.host.drop_clock(meeting_id)
        host = self.host
        self.leave()
        host.open_screen("minutes", meeting_id)

    def action_call_off(self) -> None:
        """Call the meeting off, saying why."""

        def check(reason: str) -> str:
            from teamops.services import meetings as service

            service.cancel(self.desk, self.meeting_id, reason)
            return reason

        self.app.push_screen(AskText(_("Call the meeting off. Why?"), check))

    def action_back(self) -> None:
        """Leave the view; the meeting goes on."""
        self.dismiss()

    def refuse(self, refusal: Refusal) -> None:
        """Say under the line being typed why it was not taken, else as a toast."""
        quick = self.query_one("#quick", QuickLine)
        if quick.asking:
            quick.refused(str(refusal))
        else:
            self.host.refuse(refusal)
