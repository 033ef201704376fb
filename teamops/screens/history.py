"""Who did what to a record, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from teamops.i18n import _, full_day
from teamops.models.history import EventLine, action_label
from teamops.screens.base import BaseScreen
from teamops.services.desk import Reader
from teamops.services.reading import history, meeting_history
from teamops.text import cell_width, wrap
from teamops.widgets.panel import Line, Panel, Span

_INDENT = 8
_AROUND = 8
"""Cells that frame, cursor and scroll bar take."""


class History(BaseScreen):
    """The events of one record, the newest first."""

    CSS_PATH = "menu.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, title: str, table: str, key: int) -> None:
        super().__init__()
        self.about = title
        self.record = (table, key)
        self.events: list[EventLine] = []

    def body(self) -> Iterable[Widget]:
        with VerticalScroll(id="scroll"):
            yield Panel(id="events")

    def read(self, reader: Reader) -> list[EventLine]:
        table, key = self.record
        return (
            meeting_history.of_meeting(reader, key)
            if table == "meeting"
            else history.of_record(reader, table, key)
        )

    def show(self, data: list[EventLine]) -> None:
        self.events = data
        clock = self.desk.books.clock
        width = max(20, self.app.size.width - _AROUND - _INDENT)
        lines: list[Line] = []
        for event in data:
            local = clock.local(event.at)
            when = f"{full_day(local.date())} {local:%H:%M}"
            lines.append(
                Line(
                    [Span(f"{event.seq:>6}  ", "dim"), Span(action_label(event.action))],
                    [Span(f"{event.actor}  ", "plain"), Span(when, "dim")],
                )
            )
            if event.reason:
                told = wrap(_("reason: {text}").format(text=event.reason), width)
                lines += [Line([Span(" " * _INDENT + text, "accent")]) for text in told]
            for change in event.changes:
                lines += _change(*change, width)
        if not lines:
            lines = [Line([Span(_("Nothing was done to it yet."), "dim")])]
        panel = self.query_one("#events", Panel)
        panel.frame.title(_("History · {what}").format(what=self.about), _("esc back"))
        panel.show_lines(lines)

    def resized(self) -> None:
        self.show(self.events)

    def begin(self) -> None:
        self.query_one("#scroll").focus()


def _change(column: str, before: str, after: str, width: int) -> Iterator[Line]:
    """What became of a field, under its name where it does not stand in one line beside it."""
    told = " ".join(f"{before} → {after or '–'}".split() if before else after.split())
    if cell_width(f"{column}  {told}") <= width:
        yield Line([Span(" " * _INDENT + f"{column}  ", "dim"), Span(told)])
        return
    yield Line([Span(" " * _INDENT + column, "dim")])
    for text in wrap(told, width - 2):
        yield Line([Span(" " * (_INDENT + 2) + text)])
