"""The line to find with: what it asks and when, and where the focus goes."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.pilot import Pilot

from teamops.widgets.finder import Finder
from teamops.widgets.table import Column, ListRows, Row, Table
from tests.screen_text import screen_text


class Host(App[None]):
    """A list with its line, and what the line said."""

    BINDINGS: ClassVar[list[BindingType]] = [("1", "note('section')"), ("f5", "note('again')")]

    def __init__(self) -> None:
        super().__init__()
        self.table = Table((Column("name"),), ListRows([Row(n, (f"Client {n}",)) for n in range(5)]))
        self.finder = Finder("find in this list")
        self.said: list[str] = []
        self.sought: list[str] = []
        self.closed = 0

    def compose(self) -> ComposeResult:
        yield self.table
        yield self.finder

    def action_note(self, what: str) -> None:
        self.said.append(what)

    def on_finder_sought(self, event: Finder.Sought) -> None:
        assert event.control is self.finder
        self.sought.append(event.text)

    def on_finder_closed(self, event: Finder.Closed) -> None:
        assert event.text == ""
        self.closed += 1


def line(app: App[None]) -> str:
    return screen_text(app).splitlines()[-1]


async def opened(app: Host, pilot: Pilot[None]) -> None:
    await pilot.pause()
    app.finder.open()
    await pilot.pause()


async def test_it_is_hidden_until_it_is_opened() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        assert "find" not in screen_text(app)
        await opened(app, pilot)
        assert app.finder.has_focus
        assert line(app).rstrip() == " /  find in this list"


async def test_it_asks_at_every_change_and_only_then() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        await pilot.press(*"go")
        assert app.sought == ["g", "go"]
        assert line(app).rstrip() == " / go"
        await pilot.press("left", "right")
        assert app.sought == ["g", "go"]
        await pilot.press("x", "backspace")
        assert app.sought == ["g", "go", "gox", "go"]


async def test_letters_and_digits_are_typed_not_obeyed() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        await pilot.press("1", "f5", "space", "a", "home", "delete")
        assert app.finder.text == " a"
        assert app.said == ["again"]
        assert app.sought == ["1", "1 ", "1 a", " a"]


async def test_enter_keeps_what_is_sought_and_goes_to_the_list() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        for key in ("enter", "down", "up"):
            app.finder.open("gold " + key)
            await pilot.pause()
            await pilot.press(key)
            assert app.table.has_focus
            assert app.sought[-1] == "gold " + key
            assert line(app).rstrip() == " / gold " + key
        assert app.closed == 0
        app.finder.open()
        await pilot.pause()
        assert app.finder.text == "gold up"


async def test_enter_on_nothing_closes() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        await pilot.press("enter")
        assert app.table.has_focus
        assert not app.finder.display
        assert (app.closed, app.sought) == (1, [])


async def test_esc_clears_and_closes() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        app.finder.note("3 found")
        await pilot.press("g", "enter")
        app.finder.open()
        await pilot.press("o", "escape")
        assert app.sought == ["g", "go", ""]
        assert app.closed == 1
        assert app.table.has_focus
        assert not app.finder.display
        app.finder.open()
        await pilot.pause()
        assert "found" not in line(app)


async def test_the_list_it_came_from_may_be_gone() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        await app.table.remove()
        await pilot.press("escape")
        assert app.is_running
        assert not app.finder.has_focus


async def test_composed_and_pasted_text() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        for character in "金橋":
            app.post_message(events.Key(character, character))
        await pilot.pause()
        assert app.cursor_position == Offset(7, 7)
        app.post_message(events.Paste("\x1b[31m[/]\nx\x00"))
        await pilot.pause()
        assert app.finder.text == "金橋[31m[/] x"
        assert line(app).rstrip() == " / 金橋[31m[/] x"


async def test_a_note_stands_at_the_right() -> None:
    app = Host()
    async with app.run_test(size=(24, 8)) as pilot:
        await opened(app, pilot)
        app.finder.note("12 of 340")
        await pilot.press(*"abcdefghijklmnop")
        assert line(app).rstrip() == " / hijklmnop  12 of 340"
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        assert line(app).startswith(" / abcdefghijklmnop ")
        assert line(app).rstrip().endswith(" 12 of 340")
        await pilot.resize_terminal(5, 8)
        await pilot.pause()
        assert app.is_running


async def test_the_light_theme() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await opened(app, pilot)
        dark = {str(part.style) for part in app.screen._compositor.render_strips()[-1]}
        app.theme = "textual-light"
        await pilot.pause()
        assert dark.isdisjoint({str(part.style) for part in app.screen._compositor.render_strips()[-1]})
