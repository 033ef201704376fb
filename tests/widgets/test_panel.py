"""The framed lines: what is cut, what is aligned, which of them the cursor visits."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widgets import Label

from teamops.widgets.panel import Line, Panel, Span
from tests.screen_text import screen_text

SLIPS = (
    Line(["carried over"]),
    Line([Span("! ", "alert"), "2 slips to acknowledge"], ["VS2026-0118"], key="slips"),
    Line([Span("Fri 20 Nov", "dim")]),
    Line(["  4 actions due today"], key="actions"),
    Line(["  1 loan overdue"], key="loan"),
)


class Host(App[None]):
    """One panel above something else, and what it said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "note('down')"),
        ("up", "note('up')"),
        ("enter", "note('enter')"),
        ("x", "note('x')"),
    ]

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.said: list[tuple[str, Hashable]] = []

    def compose(self) -> ComposeResult:
        yield self.panel
        other = Label("other")
        other.can_focus = True
        yield other

    def action_note(self, what: str) -> None:
        self.said.append((what, None))

    def on_panel_opened(self, event: Panel.Opened) -> None:
        assert event.control is self.panel
        self.said.append(("open", event.key))

    def on_panel_highlighted(self, event: Panel.Highlighted) -> None:
        self.said.append(("at", event.key))


def lines(app: App[None]) -> list[str]:
    return [line.rstrip() for line in screen_text(app).splitlines()]


async def test_draws_its_title_its_key_and_its_lines() -> None:
    app = Host(Panel("Needs you", "enter open", lines=SLIPS))
    async with app.run_test(size=(46, 10)):
        assert lines(app)[:7] == [
            "╭─ Needs you ─────────────────── enter open ─╮",
            "│ carried over                               │",
            "│ ! 2 slips to acknowledge       VS2026-0118 │",
            "│ Fri 20 Nov                                 │",
            "│   4 actions due today                      │",
            "│   1 loan overdue                           │",
            "╰────────────────────────────────────────────╯",
        ]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (30, "│ Golden Bridge 金橋 back 10 │"),
        (29, "│ Golden Bridge 金… back 10 │"),
        (24, "│ Golden Brid… back 10 │"),
        (18, "│ Golden Bridge… │"),
        (8, "│ Gol… │"),
        (5, "│ … │"),
        (4, "│  │"),
    ],
)
async def test_cuts_the_left_part_first_then_leaves_the_right_out(width: int, line: str) -> None:
    app = Host(Panel(lines=[Line(["Golden Bridge ", Span("金橋", "accent")], [Span("back 10", "dim")])]))
    async with app.run_test(size=(width, 5)):
        assert lines(app)[1] == line


async def test_pieces_of_a_width_stand_below_each_other() -> None:
    people = [
        Line([Span(name, width=10), Span(time, "dim", 6, "right"), " ", Span(word, width=7, align="centre")])
        for name, time, word in [("Liu Yang", "8:05", "out"), ("歐陽娜娜子娜", "10:30", "on leave")]
    ]
    app = Host(Panel("Out", lines=people))
    async with app.run_test(size=(40, 6)):
        assert lines(app)[1] == "│ Liu Yang    8:05   out               │"
        assert lines(app)[2] == "│ 歐陽娜娜…  10:30 on lea…             │"


async def test_user_text_is_never_markup_nor_control() -> None:
    app = Host(
        Panel("[/] [@click=app.quit]x[/]", "[b]\x1b[2J", lines=[Line(["[/b]\x1b]0;x\x07"], ["\u202e[red]"])])
    )
    async with app.run_test(size=(60, 5)) as pilot:
        assert "─ [/] [@click=app.quit]x[/] ─" in lines(app)[0]
        assert "─ [b]␛[2J ─" in lines(app)[0]
        assert lines(app)[1].startswith("│ [/b]␛]0;x␇ ")
        assert lines(app)[1].endswith(" \ufffd[red] │")
        await pilot.click(Panel, offset=(12, 0))
        assert app.is_running


async def test_the_cursor_visits_only_lines_with_a_key() -> None:
    app = Host(Panel("Needs you", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.pause()
        assert lines(app)[2].startswith("│▸! 2 slips")
        await pilot.press("down", "enter", "end", "home")
        assert app.said == [("at", "actions"), ("open", "actions"), ("at", "loan"), ("at", "slips")]
        await pilot.press("up", "end", "down", "x", "home", "home")
        assert [what for what, key in app.said[4:] if key is None] == ["up", "down", "x"]


async def test_the_cursor_is_drawn_only_with_the_focus() -> None:
    app = Host(Panel("Needs you", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.press("tab")
        assert app.query_one(Label).has_focus
        assert "▸" not in screen_text(app)


async def test_a_panel_that_takes_no_focus() -> None:
    app = Host(Panel("Needs you", lines=SLIPS))
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.click(Panel, offset=(5, 2))
        assert not app.panel.has_focus
        assert app.said == []


async def test_a_click_selects_and_a_double_click_opens() -> None:
    app = Host(Panel("Needs you", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.click(Panel, offset=(5, 4))
        await pilot.click(Panel, offset=(5, 5), times=2)
        assert app.said == [("at", "actions"), ("at", "loan"), ("open", "loan")]
        for offset in ((5, 1), (5, 0), (5, 6)):
            await pilot.click(Panel, offset=offset)
        assert len(app.said) == 3


async def test_other_lines_keep_the_cursor_on_its_key() -> None:
    app = Host(Panel("Needs you", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:
        await pilot.press("down")
        app.panel.show_lines([Line(["new"], key="new"), *SLIPS])
        await pilot.pause()
        assert lines(app)[5].startswith("│▸  4 actions")
        keys = [app.panel.cursor_key]
        app.panel.show_lines([Line(["new"], key="new"), Line(["other"], key="other")])
        keys.append(app.panel.cursor_key)
        app.panel.show_lines([Line(["nothing"])])
        keys.append(app.panel.cursor_key)
        await pilot.press("enter", "down", "home")
        assert [what for what, key in app.said if key is None] == ["enter", "down"]
        app.panel.show_lines(SLIPS)
        assert [*keys, app.panel.cursor_key] == ["actions", "other", None, "slips"]


def numbered(count: int) -> Sequence[Line]:
    return [Line([f"line {n}"], key=n) for n in range(count)]


async def test_what_finds_no_room_is_counted() -> None:
    panel = Panel("Actions", lines=numbered(10), focusable=True)
    panel.styles.height = 6
    app = Host(panel)
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert [line.strip("│ ") for line in lines(app)[1:5]] == ["▸line 0", "line 1", "line 2", "… 7 more"]
        await pilot.press("down", "down", "down")
        assert [line.strip("│ ") for line in lines(app)[1:5]] == ["line 1", "line 2", "▸line 3", "… 6 more"]
        await pilot.press("end")
        assert [line.strip("│ ") for line in lines(app)[1:5]] == ["line 6", "line 7", "line 8", "▸line 9"]
        await pilot.press("up", "up", "up", "up")
        assert [line.strip("│ ") for line in lines(app)[1:5]] == ["▸line 5", "line 6", "line 7", "… 2 more"]
        await pilot.press("home")
        assert lines(app)[1].strip("│ ") == "▸line 0"
        app.panel.show_lines(numbered(3))
        await pilot.pause()
        assert [line.strip("│ ") for line in lines(app)[1:5]] == ["▸line 0", "line 1", "line 2", ""]


async def test_lines_without_a_key_are_gone_through_one_by_one() -> None:
    long = [
        Line(["title"], key="first"),
        *(Line([f"line {n}"]) for n in range(9)),
        Line(["last"], key="last"),
    ]
    panel = Panel("Case", lines=[*long, Line(["below"]), Line(["end"])], focusable=True)
    panel.styles.height = 5
    app = Host(panel)

    def seen() -> list[str]:
        return [line.strip("│ ") for line in lines(app)[1:4]]

    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert seen() == ["▸title", "line 0", "… 11 more"]
        await pilot.press("down")
        assert seen() == ["line 0", "line 1", "… 10 more"]
        await pilot.press(*["down"] * 5)
        assert seen() == ["line 5", "line 6", "… 5 more"]
        await pilot.press("down", "down")
        assert seen() == ["line 8", "▸last", "… 2 more"]
        await pilot.press("down", "down")
        assert seen() == ["▸last", "below", "end"]
        await pilot.press("up")
        assert seen() == ["line 8", "▸last", "… 2 more"]
        await pilot.press("home", "end", "end")
        assert seen() == ["▸last", "below", "end"]


async def test_the_wheel_goes_through_the_lines() -> None:
    panel = Panel("Case", lines=numbered(10))
    panel.styles.height = 5
    app = Host(panel)
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot._post_mouse_events([MouseScrollDown], Panel, (5, 2), button=0)
        assert lines(app)[1].strip("│ ") == "line 1"
        await pilot._post_mouse_events([MouseScrollUp, MouseScrollUp], Panel, (5, 2), button=0)
        assert lines(app)[1].strip("│ ") == "line 0"


async def test_the_focus_shows_in_the_frame_and_the_theme_in_all() -> None:
    app = Host(Panel("Needs you", "m run", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:

        def corner() -> object:
            style = next(iter(app.screen._compositor.render_strips()[0])).style
            return style and style.color

        await pilot.pause()
        focused = corner()
        app.query_one(Label).focus()
        await pilot.pause()
        blurred = corner()
        assert focused != blurred
        app.theme = "textual-light"
        await pilot.pause()
        assert corner() not in {focused, blurred}


async def test_the_fill_of_the_title_has_the_colour_of_the_frame() -> None:
    app = Host(Panel("Needs you", "m run", lines=SLIPS, focusable=True))
    async with app.run_test(size=(46, 10)) as pilot:
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            for focus in (app.panel, app.query_one(Label)):
                focus.focus()
                await pilot.pause()
                top = list(app.screen._compositor.render_strips()[0])
                drawn = {str(part.style.color) for part in top if part.style and set(part.text) <= set("╭─╮")}
                assert len(drawn) == 1


async def test_the_cursor_is_put_on_a_line_and_what_belongs_to_it_is_in_sight() -> None:
    many = [Line([f"{n}.{part}"], key=n if part == 0 else None) for n in range(9) for part in range(3)]
    panel = Panel("Part", lines=many, focusable=True)
    panel.styles.height = 8
    app = Host(panel)
    async with app.run_test(size=(30, 12)) as pilot:
        assert panel.move_to(5)
        await pilot.pause()
        assert [line[1:6].strip(" ▸") for line in lines(app)[2:7]] == ["4.2", "5.0", "5.1", "5.2", "… 9"]
        assert panel.move_to(8)
        await pilot.pause()
        assert [line[1:6].strip(" ▸") for line in lines(app)[1:7]] == [
            "7.0",
            "7.1",
            "7.2",
            "8.0",
            "8.1",
            "8.2",
        ]
        assert panel.move_to(8)
        assert not panel.move_to("gone")
        assert not panel.move_to(None)
