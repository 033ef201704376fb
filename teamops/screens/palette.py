"""The palette: every action, person, meeting, directive and action item, by a few characters of name or number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Self

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.markup import escape
from textual.visual import VisualType
from textual.widgets import LoadingIndicator
from textual.widgets.option_list import Option

from teamops.actions.catalogue import sections
from teamops.i18n import _, full_day
from teamops.models.words import number_label
from teamops.screens.base import BaseScreen
from teamops.screens.host import Host
from teamops.services.reading import action_items, directives, meetings, people
from teamops.text import search_key, show
from teamops.widgets.caret import one_line

Entry = tuple[str, str, Callable[[], object]]
LIMIT = 40


def open_palette(host: Host) -> None:
    """Open the palette over the screen in front."""
    host.push_screen(Palette([Everything], placeholder=_("Name or number of anything …")))


class Sought(CommandInput):
    """What is typed, as a terminal can take it."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Every key and every paste comes here."""
        super().replace(one_line(text), start, end)


class Found(CommandList):
    """What was found; where it is nothing, that is said in the language in force."""

    def add_option(self, option: Option | VisualType | None = None) -> Self:
        """Take a line of the framework's: only the one that says that nothing was found comes disabled."""
        if isinstance(option, Option) and option.disabled:
            option = Option(Content(_("Nothing is called that.")), id=option.id, disabled=True)
        return super().add_option(option)


class Palette(CommandPalette):
    """The framework's palette, with nothing to click on."""

    def compose(self) -> ComposeResult:
        """What is typed, and what it finds."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield Sought(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield Found()
                yield LoadingIndicator()


class Everything(Provider):
    """What the palette finds."""

    async def discover(self) -> Hits:
        """Before anything is typed: what can be done here, and the sections."""
        for label, help_text, job in self._doings():
            yield DiscoveryHit(Content(label), job, help=escape(show(help_text)))

    async def search(self, query: str) -> Hits:
        """Actions whose words hold every word of the query; records by number, name, pinyin or initials."""
        words = search_key(query).split()
        doings = [
            entry
            for entry in self._doings()
            if all(word in search_key(entry[0] + entry[1]) for word in words)
        ]
        found = [*doings, *self._records(query)] if words else []
        for place, (label, help_text, job) in enumerate(found[:LIMIT]):
            yield Hit(1.0 - place / 1000, Content(show(label)), job, help=escape(show(help_text)))

    def _doings(self) -> Iterator[Entry]:
        host, screen = self._host, self.screen
        if isinstance(screen, BaseScreen):
            for action in screen.actions():
                keys = "  ".join(action.shown_keys[:2])
                yield (
                    _(action.label),
                    f"{keys}   {_(action.help)}",
                    partial(host.call_later, screen.action_do, action.id),
                )
        for section in sections():
            yield _(section.label), str(section.digit), partial(host.open_place, section.place)

    @property
    def _host(self) -> Host:
        app = self.app
        assert isinstance(app, Host)  # noqa: S101 - there is no other application
        return app

    def _records(self, query: str) -> Iterable[Entry]:
        host = self._host
        books = host.desk.books
        today = books.clock.today()
        key = search_key(query)
        with books.reading() as reader:
            for person in people.people(reader, today):
                if key in person.search:
                    role = person.role.label if person.role else ""
                    where = " · ".join(part for part in (role, person.group, person.outlet) if part)
                    yield (
                        f"{person.number} {person.name}",
                        where,
                        partial(host.open_screen, "person", person.id),
                    )
            for meeting in meetings.find(reader, query, LIMIT):
                label = number_label(meeting.number) or meeting.kind.label
                name = "agenda" if not meeting.number else "minutes"
                said = f"{full_day(meeting.day)}   {meeting.state.label}"
                yield label, said, partial(host.open_screen, name, meeting.id)
            for directive in directives.all_directives(reader, query, LIMIT):
                label = f"{number_label(directive.number)} {directive.title}"
                yield label, directive.kind.label, partial(host.open_screen, "readers", directive.id)
            for item in action_items.all_items(reader):
                text = f"{number_label(item.number)} {item.text}"
                if key in search_key(f"{text} {item.number} {item.owner}"):
                    yield (
                        text,
                        f"{item.owner}   {item.state.label}   {item.number}",
                        partial(host.go_to, "meetings", "action_items", item.id),
                    )
