"""The menu of every action of a screen, for arrows and enter; and the help that explains them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from teamops.actions.catalogue import EVERYWHERE, Action
from teamops.i18n import _
from teamops.screens.base import BaseScreen
from teamops.text import cell_width, wrap
from teamops.widgets.panel import Line, Panel, Span
from teamops.widgets.table import Column, ListRows, Mark, Row, Table


class Menu(BaseScreen):
    """Everything that can be done on the screen it was opened on."""

    CSS_PATH = "menu.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, about: BaseScreen) -> None:
        super().__init__()
        self.about = about

    def body(self) -> Iterable[Widget]:
        yield Table((Column("", 20), Column("", 12), Column("", None)), id="actions", show_header=False)

    def show(self, data: object) -> None:
        rows = [
            Row(
                action.id,
                (
                    _(action.label),
                    Mark("  ".join(action.shown_keys[:2]), "accent"),
                    Mark(_(action.help), "dim"),
                ),
            )
            for action in _in_order(self.about.actions())
        ]
        table = self.query_one("#actions", Table)
        table.show_rows(ListRows(rows))
        table.frame.title(_("What can be done here"), _("enter does it"))

    def begin(self) -> None:
        self.query_one("#actions", Table).focus()

    async def on_table_opened(self, event: Table.Opened) -> None:
        """Do what was chosen, on the screen the menu was opened on."""
        event.stop()
        about, action_id = self.about, str(event.key)
        self.dismiss()
        self.app.call_later(about.action_do, action_id)


class Help(BaseScreen):
    """The keys of a screen and what they do."""

    CSS_PATH = "menu.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, about: BaseScreen) -> None:
        super().__init__()
        self.about = about

    def body(self) -> Iterable[Widget]:
        with VerticalScroll(id="scroll"):
            yield Panel(id="help")

    def show(self, data: object) -> None:
        panel = self.query_one("#help", Panel)
        panel.frame.title(_("Keys"), _("esc back"))
        actions = self.about.actions()
        here = [action for action in actions if EVERYWHERE not in action.where]
        everywhere = [action for action in actions if EVERYWHERE in action.where]
        width = max(30, self.app.size.width - 36)
        lines: list[Line] = [*_explained(here, width), Line(), Line([Span(_("Everywhere"), "accent")])]
        lines.append(Line([Span("1 4 6", "accent", 14), Span(_("Today, Meetings, People"))]))
        panel.show_lines([*lines, *_explained(everywhere, width)])

    def begin(self) -> None:
        self.query_one("#scroll").focus()


def _explained(actions: Iterable[Action], width: int) -> Iterable[Line]:
    for action in _in_order(actions):
        keys = " ".join(action.shown_keys[:3])
        label = _(action.label)
        for n, text in enumerate(wrap(_(action.help), width)):
            if n == 0:
                yield Line(
                    [
                        Span(keys, "accent", 14),
                        Span(label, "plain", max(16, cell_width(label) + 1)),
                        Span(text, "dim"),
                    ]
                )
            else:
                yield Line([Span("", "plain", 14 + max(16, cell_width(label) + 1)), Span(text, "dim")])


def _in_order(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: (EVERYWHERE in action.where, action.rank))
