"""The base of every list: a table, what is sought in it, and several lists side by side under tabs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.widget import Widget

from teamops.actions.catalogue import Action, use_case_of
from teamops.errors import Refusal
from teamops.i18n import _
from teamops.screens.base import BaseScreen
from teamops.screens.host import Host
from teamops.services.desk import Desk, Reader
from teamops.widgets.finder import Finder
from teamops.widgets.table import Column, ListRows, Rows, Table
from teamops.widgets.tabline import TabLine


class ListTab:
    """One list of a section: what it shows and what its keys do.

    Subclasses give `label`, `columns`, `rows`; `record` names the table that `h` asks the event log about.
    """

    PLACES: ClassVar[tuple[str, ...]] = ("list",)
    record: ClassVar[str] = ""

    def __init__(self, screen: ListScreen) -> None:
        self.screen = screen

    @property
    def host(self) -> Host:
        """The application."""
        return self.screen.host

    @property
    def desk(self) -> Desk:
        """Where the user works."""
        return self.screen.desk

    def label(self) -> str:
        """The list's name."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """The columns, titles in the language in force."""
        raise NotImplementedError

    def rows(self, reader: Reader, sought: str) -> Rows:
        """The rows that hold `sought` (all, where it is empty)."""
        raise NotImplementedError

    def empty(self) -> tuple[str, str]:
        """What an empty list says, and which key fills it."""
        return _("Nothing here yet."), ""

    def foot(self) -> str:
        """What stands under the list."""
        return ""

    def offers(self, action_id: str) -> bool:
        """Whether an action makes sense for the row under the cursor."""
        if action_id == "new":
            return hasattr(self, "action_new")
        if action_id in ("edit", "export"):
            return self.key is not None and hasattr(self, f"action_{action_id}")
        if action_id == "history":
            return self.key is not None and bool(self.record)
        return True

    def needs(self, action: Action) -> str:
        """The use case that an action stands for in this list; "": none, everybody may."""
        return use_case_of(action, self.PLACES)

    def own(self, action_id: str) -> Refusal | None:
        """Why somebody whose right goes as far as their own records may not do this; none: it is their own."""
        return None

    def show_everything(self) -> None:
        """Leave nothing out of the list any more."""

    def opened(self, key: Hashable) -> None:
        """Enter on a row changes it."""
        edit = getattr(self, "action_edit", None)
        if edit is not None and self.offers("edit") and not self.screen.declines("edit"):
            edit()

    def title_of(self, key: Hashable) -> str:
        """What history calls the record."""
        return str(key)

    @property
    def key(self) -> int | None:
        """The record under the cursor."""
        key = self.screen.table.cursor_key
        return key if isinstance(key, int) else None

    def action_history(self) -> None:
        """Who did what to the record under the cursor."""
        if self.key is not None:
            self.host.open_screen("history", self.title_of(self.key), self.record, self.key)


class ListScreen(BaseScreen):
    """A section of one or more lists."""

    TABS: ClassVar[tuple[type[ListTab], ...]] = ()
    DEFAULT_CSS = """
    ListScreen {
        #list { height: 1fr; }
        #tabs { padding: 0 1; }
    }
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.PLACES = tuple(
            dict.fromkeys((*cls.PLACES, "list", "tabs", *(place for tab in cls.TABS for place in tab.PLACES)))
        )
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = [tab(self) for tab in self.TABS]
        self.place = 0
        self._sought: dict[int, str] = {}
        self._at: dict[int, Hashable] = {}

    @property
    def tab(self) -> ListTab:
        """The list that is open."""
        return self.tabs[self.place]

    @property
    def table(self) -> Table:
        """The table of whichever list is open."""
        return self.query_one("#list", Table)

    def body(self) -> Iterable[Widget]:
        yield TabLine(id="tabs")
        yield Table(id="list")
        yield Finder(_("find"), id="finder")

    def here(self) -> tuple[str, ...]:
        return (*(("tabs",) if len(self.tabs) > 1 else ()), *self.tab.PLACES)

    def doers(self) -> tuple[object, ...]:
        return (self.tab,)

    def offers(self, action_id: str) -> bool:
        return self.tab.offers(action_id)

    def needs(self, action: Action) -> str:
        return self.tab.needs(action)

    def own(self, action_id: str) -> Refusal | None:
        return self.tab.own(action_id)

    # --- reading and showing

    def read(self, reader: Reader) -> Rows:
        return self.tab.rows(reader, self._sought.get(self.place, ""))

    def show(self, data: Rows) -> None:
        tab, table = self.tab, self.table
        self.query_one("#tabs", TabLine).show_tabs([each.label() for each in self.tabs], self.place)
        table.show_columns(tab.columns())
        sought = self._sought.get(self.place, "")
        table.empty_text, table.empty_hint = (
            (_("Nothing holds “{text}”.").format(text=sought), _("esc shows all again"))
            if sought
            else self._empty(*tab.empty())
        )
        table.show_rows(data)
        more = "+" if isinstance(data, ListRows) and data.more else ""
        table.frame.title(f"{tab.label()} · {len(data):,}{more}", tab.foot())

    def _empty(self, text: str, hint: str) -> tuple[str, str]:
        return text, hint if self.may("new") else ""

    def begin(self) -> None:
        self.table.focus()

    def on_screen_resume(self) -> None:
        if self.focused is None:
            self.table.focus()

    # --- keys

    def open_tab(self, place: int) -> None:
        """Open another of the lists, its cursor where it was."""
        self._at[self.place] = self.table.cursor_key
        self.place = place % len(self.tabs)
        finder = self.query_one("#finder", Finder)
        finder.display = False
        self.refresh_data()
        key = self._at.get(self.place)
        if key is not None:
            self.table.move_to_key(key)
        else:
            self.table.move_to(0)
        self.table.focus()
        self.show_keys()

    def go_to(self, place: str, key: int | None) -> None:
        """Open the list that stands at `place` of the catalogue, the cursor on a record."""
        found = next((n for n, tab in enumerate(self.tabs) if place in tab.PLACES), 0)
        self._sought.pop(found, None)
        self.open_tab(found)
        if key is not None and not self.table.move_to_key(key):
            self.tab.show_everything()
            self.refresh_data()
            self.table.move_to_key(key)

    def action_next_tab(self) -> None:
        """The next list."""
        self.open_tab(self.place + 1)

    def action_previous_tab(self) -> None:
        """The list before."""
        self.open_tab(self.place - 1)

    def action_find(self) -> None:
        """Type what to find."""
        self.query_one("#finder", Finder).open(self._sought.get(self.place, ""))

    def on_finder_sought(self, event: Finder.Sought) -> None:
        """Show what is found; it is sought beside the keys."""
        place, text = self.place, event.text
        self._sought[place] = text
        if not text:
            self.refresh_data()
            return

        def found(rows: Rows) -> None:
            if self.place == place and self._sought.get(place) == text:
                self.show(rows)
                self.show_keys()

        self.host.seek(lambda reader: self.tabs[place].rows(reader, text), found)

    def on_finder_closed(self, event: Finder.Closed) -> None:
        """All again."""
        if self._sought.get(self.place):
            self._sought[self.place] = ""
            self.refresh_data()

    def on_table_opened(self, event: Table.Opened) -> None:
        """Enter on a row."""
        event.stop()
        self.tab.opened(event.key)

    def on_table_highlighted(self, event: Table.Highlighted) -> None:
        """The keys may differ from row to row."""
        self.show_keys()

    def action_back(self) -> None:
        """Show all again where something was sought."""
        if self._sought.get(self.place):
            self._sought[self.place] = ""
            self.query_one("#finder", Finder).display = False
            self.refresh_data()
        else:
            super().action_back()

    def on_key(self, event: events.Key) -> None:
        """Tab goes from list to list, for there is one thing to focus only."""
        if event.key in ("tab", "shift+tab") and len(self.tabs) > 1 and self.focused is self.table:
            event.stop()
            event.prevent_default()
            self.open_tab(self.place + (1 if event.key == "tab" else -1))
