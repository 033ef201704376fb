"""Who has acknowledged a directive, and putting down who does now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from teamops.errors import NotYours, Refusal
from teamops.i18n import _, full_day, pgettext
from teamops.models.directives import DirectiveLine, ReaderLine
from teamops.models.words import number_label
from teamops.screens.base import BaseScreen
from teamops.services.desk import Reader
from teamops.services.reading import directives as reading
from teamops.text import wrap
from teamops.widgets.panel import Line, Panel, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Table


class Readers(BaseScreen):
    """The addressees of one directive."""

    PLACES = ("readers",)
    READS = frozenset(("directives", "people"))
    CSS_PATH = "readers.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, directive_id: int) -> None:
        super().__init__()
        self.directive_id = directive_id
        self.waiting: tuple[int, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield Panel(id="directive")
        yield Table(id="readers", selectable=True)

    def read(self, reader: Reader) -> tuple[DirectiveLine | None, list[ReaderLine]]:
        return reading.one(reader, self.directive_id), reading.readers(reader, self.directive_id)

    def show(self, data: tuple[DirectiveLine | None, list[ReaderLine]]) -> None:
        line, readers = data
        if line is None:
            return
        clock = self.desk.books.clock
        panel = self.query_one("#directive", Panel)
        panel.frame.title(f"{number_label(line.number)} · {line.title}", line.kind.label)
        width = max(20, self.app.size.width - 4)
        texts = [text for paragraph in line.body.splitlines() for text in wrap(paragraph, width)]
        said = [Line([Span(text)]) for text in texts[:8]]
        source = " · ".join(part for part in (line.source, full_day(line.issued_on)) if part)
        panel.show_lines([*said, Line([Span(source, "dim")])])
        rows = []
        for reader in readers:
            when = clock.local(reader.acknowledged_at) if reader.acknowledged_at else None
            text = f"{full_day(when.date())} {when:%H:%M}" if when else pgettext("acknowledged", "not yet")
            by = reader.recorded_by if reader.recorded_by != reader.name else ""
            rows.append(
                Row(
                    reader.person_id,
                    (
                        Mark(reader.number, "dim"),
                        reader.name,
                        Mark(text, "dim" if when else "alert"),
                        Mark(by, "dim"),
                    ),
                )
            )
        table = self.query_one("#readers", Table)
        table.empty_text = _("It is addressed to nobody.")
        table.show_columns(
            (
                Column(pgettext("person", "number"), 8),
                Column(pgettext("person", "name"), None),
                Column(_("acknowledged"), 28),
                Column(_("put down by"), None),
            )
        )
        table.show_rows(ListRows(rows))
        done = sum(reader.acknowledged_at is not None for reader in readers)
        table.frame.title(
            _("{n} of {all} acknowledged").format(n=done, all=len(readers)),
            _("space chooses, enter puts down"),
        )
        self.waiting = tuple(reader.person_id for reader in readers if reader.acknowledged_at is None)
        self.show_keys()

    def begin(self) -> None:
        table = self.query_one("#readers", Table)
        table.focus()
        table.move_to_key(self.desk.actor.person_id)

    def offers(self, action_id: str) -> bool:
        return bool(self.waiting) if action_id in ("acknowledge_chosen", "acknowledge_all") else True

    def own(self, action_id: str) -> Refusal | None:
        """Everybody may put down that they know it themselves."""
        me = self.desk.actor.person_id
        there = me in self.waiting if action_id == "acknowledge_chosen" else self.waiting == (me,)
        return None if there else NotYours()

    def on_table_opened(self, event: Table.Opened) -> None:
        """Enter puts down the chosen, or the one under the cursor."""
        event.stop()
        if not self.declines("acknowledge_chosen"):
            self.action_acknowledge_chosen()

    def action_acknowledge_chosen(self) -> None:
        """The chosen have acknowledged it."""
        table = self.query_one("#readers", Table)
        chosen = [key for key in table.selected if isinstance(key, int)]
        if not chosen and isinstance(table.cursor_key, int):
            chosen = [table.cursor_key]
        self._acknowledge(tuple(key for key in chosen if key in self.waiting))

    def action_acknowledge_all(self) -> None:
        """All who have not yet."""
        self._acknowledge(self.waiting)

    def _acknowledge(self, people: tuple[int, ...]) -> None:
        if not people:
            self.host.say(_("They have acknowledged it already."))
            return
        desk, directive_id = self.desk, self.directive_id

        def job() -> int:
            from teamops.services import directives

            return directives.acknowledge(desk, directive_id, people)

        def done(count: int) -> None:
            self.query_one("#readers", Table).selected.clear()
            self.host.say(_("{n} put down.").format(n=count))

        self.do(job, done)
