"""Who is at the keyboard: what is done from now on is written under their name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from teamops.i18n import _, pgettext
from teamops.models.people import PersonLine
from teamops.screens.base import BaseScreen
from teamops.services.desk import Reader
from teamops.services.reading import people
from teamops.widgets.table import Column, ListRows, Mark, Row, Table


class Who(BaseScreen):
    """The people of today, to choose oneself from."""

    CSS_PATH = "menu.tcss"
    MASTHEAD: ClassVar[bool] = False

    def body(self) -> Iterable[Widget]:
        yield Table(id="actions")

    def read(self, reader: Reader) -> list[PersonLine]:
        return people.people(reader, self.desk.books.clock.today())

    def show(self, data: list[PersonLine]) -> None:
        rows = [
            Row(
                p.number,
                (Mark(p.number, "dim"), p.name, p.role.label if p.role else "", Mark(p.group, "dim")),
            )
            for p in data
            if p.role is not None
        ]
        table = self.query_one("#actions", Table)
        table.show_columns(
            (
                Column(pgettext("person", "number"), 8),
                Column(pgettext("person", "name"), None),
                Column(_("role"), 20),
                Column(_("group"), None, priority=-1),
            )
        )
        table.show_rows(ListRows(rows))
        table.frame.title(_("Who are you?"), _("enter chooses"))
        table.move_to_key(self.desk.actor.number)

    def begin(self) -> None:
        self.query_one("#actions", Table).focus()

    def on_table_opened(self, event: Table.Opened) -> None:
        """Work under the chosen name."""
        event.stop()
        self.host.switch_who(str(event.key))
        self.host.say(_("You are {name} now.").format(name=self.desk.actor.name))
        self.dismiss()
