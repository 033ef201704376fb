"""The composition root: settings, books, sections and themes come together here, and nothing else does."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from teamops import i18n
from teamops.actions.catalogue import sections
from teamops.errors import Refusal
from teamops.faults import record
from teamops.i18n import _
from teamops.models.people import Actor, BooksKind, BranchView
from teamops.paths import Places
from teamops.screens.base import BaseScreen
from teamops.screens.host import Host
from teamops.screens.lists import ListScreen
from teamops.services.desk import Desk
from teamops.services.reading import people
from teamops.settings import Settings, save
from teamops.themes import THEMES
from teamops.widgets.masthead import Masthead, Tab

SCREENS_BY_NAME: dict[str, str] = {
    "agenda": "teamops.screens.meetings.agenda:Agenda",
    "figures": "teamops.screens.figures:Figures",
    "help": "teamops.screens.menu:Help",
    "history": "teamops.screens.history:History",
    "meeting": "teamops.screens.meetings.view:Meeting",
    "menu": "teamops.screens.menu:Menu",
    "minutes": "teamops.screens.meetings.minutes:Minutes",
    "person": "teamops.screens.people.card:Card",
    "readers": "teamops.screens.meetings.readers:Readers",
    "roll": "teamops.screens.meetings.roll:Roll",
    "targets": "teamops.screens.people.targets:Targets",
    "who": "teamops.screens.who:Who",
}
"""Screens that open one another by name, for no screen imports another."""

POLL_SECONDS = 1.0
WARM = (
    "teamops.services.meetings",
    "teamops.services.branch",
    "teamops.services.people",
    "teamops.services.groups",
    "teamops.services.outlets",
    "teamops.services.figures",
    "teamops.services.roll",
    "teamops.services.cases",
    "teamops.services.calendar",
    "teamops.widgets.form",
)
"""What is brought in after the first paint, so that the first action does not wait for it."""


class Teamops(Host):
    """The program on a terminal."""

    TITLE = "teamops"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"open_place('{section.place}')", section.label, show=False)
        for section in sections()
        for key in (str(section.digit), chr(0xFF10 + section.digit))
    ]
    CSS = """
    ToastRack { dock: top; align: right top; padding: 0; margin: 1 1 0 0; }
    Toast { max-width: 60; width: auto; padding: 0 1; margin: 0; background: $panel; }
    Toast.-information { border-left: outer $success; }
    CommandPalette > Vertical { width: 90%; max-width: 100; }
    """

    def __init__(self, desk: Desk, settings: Settings, places: Places, first: str = "today") -> None:
        self.desk = desk
        self.settings = settings
        self.places = places
        self._first = first
        self._event = 0
        self._minute = ""
        self.failure = ""
        self.MODES = {section.place: _opener(section.screen) for section in sections()}  # type: ignore[misc]
        self.DEFAULT_MODE = first  # type: ignore[misc]
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        names = {theme.name for theme in THEMES}
        self.theme = settings.theme if settings.theme in names else THEMES[0].name

    # --- starting and stopping

    def on_mount(self) -> None:
        """Watch for changes of this process and of others; bring the rest in once the first frame is painted."""
        self._event = self.desk.books.last_event()
        self.desk.books.subscribe(self._heard)
        self.set_interval(POLL_SECONDS, self._poll)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        gc.freeze()
        gc.enable()
        threading.Thread(target=self._warm_up, name="warm-up", daemon=True).start()

    def _warm_up(self) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)
        try:
            for name in WARM:
                import_module(name)
        finally:
            sys.setswitchinterval(interval)
        self.call_later(self._know_rights)

    def _know_rights(self) -> None:
        """Who may do what is known now that the services are there: no longer offer what may not be done."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, BaseScreen) and screen.shown:
                    screen.rights_known()

    def on_unmount(self) -> None:
        """Let the last action and the last draft finish."""
        self.stop_threads()

    def _handle_exception(self, error: Exception) -> None:
        """A fault of the program: the traceback, without anyone's data, goes to the log; the user gets one line.

        What is refused in the middle of showing it, as where the file turns out to be damaged, is said as it is.
        """
        self.failure = str(error) if isinstance(error, Refusal) else record(error)
        self._return_code = 1
        self._exception = error
        self._close_messages_no_wait()
        self._exception_event.set()

    # --- what changed

    def _heard(self, register: str) -> None:
        self.call_later(self.changed, register)

    def changed(self, register: str) -> None:
        """Have every screen read again what it shows: those in sight now, the others when they come back."""
        if self._exit:  # the screens are being taken down
            return
        visible = set(self.screen_stack)
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, BaseScreen):
                    screen.changed(register, visible=screen in visible)

    def _poll(self) -> None:
        if not self.screen_stack:  # the program is leaving
            return
        books = self.desk.books
        minute = f"{books.clock.local(books.clock.now()):%Y%m%d%H%M}"
        if minute != self._minute:
            if self._minute[:8] not in ("", minute[:8]):
                self.changed("*")
            self._minute = minute
            for masthead in self.screen.query(Masthead):
                masthead.read_clock()
        event = books.last_event()
        if event != self._event:
            self._event = event
            self.changed("*")

    # --- the masthead

    def refresh_masthead(self, masthead: Masthead) -> None:
        """Tell the masthead what to show now."""
        with self.desk.books.reading() as reader:
            view: BranchView = people.branch(reader)
        clock = self.desk.books.clock
        now = clock.local(clock.now())
        tabs = [Tab(str(s.digit), _(s.label), s.place == self.current_mode) for s in sections()]
        place = f"{view.branch} · {view.team}"
        time = f"{now:%H:%M}"
        right = [
            f"{place}   {self.desk.actor.name}   {i18n.full_day(now.date())} {time}",
            f"{self.desk.actor.name}   {i18n.full_day(now.date())} {time}",
            f"{self.desk.actor.name}   {i18n.medium_day(now.date())} {time}",
            f"{i18n.medium_day(now.date())} {time}",
            time,
        ]
        flag = {BooksKind.REAL: "", BooksKind.PRACTICE: _("PRACTICE"), BooksKind.DEMO: _("DEMO")}[view.kind]
        masthead.show_tabs(tabs, right, flag)

    # --- what the same key does everywhere

    async def action_open_place(self, place: str) -> None:
        """Go to a section as it was left, and from within the section to its ground."""
        if self.current_mode != place:
            await self.switch_mode(place)
        else:
            await self._to_the_ground()

    async def _to_the_ground(self, then: Callable[[], object] | None = None) -> None:
        """Close what is open over the section's ground, and go on; what holds something unsaved is asked first."""
        screen = self.screen
        if len(self.screen_stack) == 1:
            if then is not None:
                then()
        elif isinstance(screen, BaseScreen):
            screen.give_way(lambda: self.call_later(self._to_the_ground, then))
        else:
            await self.run_action("screen.leave")
            if self.screen is not screen:
                await self._to_the_ground(then)

    def open_place(self, place: str) -> None:
        """Go to a section."""
        self.call_later(self.action_open_place, place)

    def go_to(self, place: str, tab: str, key: int | None) -> None:
        """Go to a list of a section, the cursor on a record."""

        async def go() -> None:
            if self.current_mode != place:
                await self.switch_mode(place)
            await self._to_the_ground(arrive)

        def arrive() -> None:
            screen = self.screen
            if isinstance(screen, ListScreen):
                screen.go_to(tab, key)

        self.call_later(go)

    def open_screen(self, name: str, *arguments: object) -> None:
        """Open a screen by name on top of what is open."""
        self.push_screen(_made(SCREENS_BY_NAME[name], *arguments))

    def action_menu(self) -> None:
        """Everything that can be done here."""
        self._about_here("menu")

    def action_help(self) -> None:
        """The keys of this screen."""
        self._about_here("help")

    def _about_here(self, name: str) -> None:
        screen = self.screen
        if isinstance(screen, BaseScreen):
            self.open_screen(name, screen)

    def action_find_anything(self) -> None:
        """The palette."""
        if isinstance(self.screen, BaseScreen):
            from teamops.screens.palette import open_palette

            open_palette(self)

    async def action_switch_language(self) -> None:
        """The next of the three languages, remembered."""
        codes = i18n.LANGUAGES
        self.settings.language = codes[(codes.index(i18n.language()) + 1) % len(codes)]
        i18n.set_language(self.settings.language)
        self.keep_settings()
        for masthead in self.screen.query(Masthead):
            masthead.read_clock()
        self.changed("*")

    def action_switch_theme(self) -> None:
        """Dark or light, remembered."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.settings.theme = self.theme
        self.keep_settings()

    def action_who(self) -> None:
        """Say who is at the keyboard."""
        self.open_screen("who")

    def switch_who(self, number: str) -> None:
        """Work under another name from now on, and remember it for these books."""
        books = self.desk.books
        with books.reading() as reader:
            actor: Actor = people.actor(reader, number, books.clock.today())
        self.desk = Desk(books, actor)
        self.settings.me[str(books.path)] = number
        self.keep_settings()
        self.changed("*")
        for masthead in self.screen.query(Masthead):
            masthead.read_clock()

    async def action_leave(self) -> None:
        """Leave the program."""
        self.exit()

    def keep_settings(self) -> None:
        """Write the settings down, in their turn among the actions."""
        path = self.places.settings
        self.do(lambda: save(self.settings, path))


def _opener(target: str) -> Callable[[], Screen[Any]]:
    return lambda: _made(target)


def _made(target: str, *arguments: object) -> Screen[Any]:
    module, _colon, name = target.partition(":")
    made = getattr(import_module(module), name)(*arguments)
    assert isinstance(made, Screen)  # noqa: S101 - the table of screens names screens only
    return made
