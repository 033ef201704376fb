"""Who did what to a record, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from teamops.i18n import _, full_day
from teamops.models.history import EventLine, action_label
from teamops.screens.base import BaseScreen
from teamops.services.desk import Reader
from teamops.services.reading import history
from teamops.widgets.panel import Line, Panel, Span


class History(BaseScreen):
    """The events of one record, the newest first."""

    CSS_PATH = "menu.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, title: str, table: str, key: int) -> None:
        super().__init__()
        self.about = title
        self.record = (table, key)

    def body(self) -> Iterable[Widget]:
        with VerticalScroll(id="scroll"):
            yield Panel(id="events")

    def read(self, reader: Reader) -> list[EventLine]:
        return history.of_record(reader, *self.record)

    def show(self, data: list[EventLine]) -> None:
        clock = self.desk.books.clock
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
                lines.append(
                    Line([Span("        " + _("reason: {text}").format(text=event.reason), "accent")])
                )
            for column, before, after in event.changes:
                lines.append(
                    Line(
                        [
                            Span(f"        {column}  ", "dim"),
                            Span(f"{before or '–'} → {after or '–'}", "plain"),
                        ]
                    )
                )
        if not lines:
            lines = [Line([Span(_("Nothing was done to it yet."), "dim")])]
        panel = self.query_one("#events", Panel)
        panel.frame.title(_("History · {what}").format(what=self.about), _("esc back"))
        panel.show_lines(lines)

    def begin(self) -> None:
        self.query_one("#scroll").focus()
