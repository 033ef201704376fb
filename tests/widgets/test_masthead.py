"""The first line: what gives way on a narrow terminal, and that nothing in it acts."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from teamops.text import cell_width
from teamops.widgets.masthead import Masthead, Tab, TooSmall
from tests.screen_text import screen_text

TABS = (Tab("1", "Today", here=True), Tab("4", "Meetings", here=False), Tab("6", "People", here=False))
RIGHT = ("Harbour branch · Team 1   徐靜   Mon 23 Nov 2026 08:21", "徐靜   Mon 23 Nov 08:21", "08:21")


class Host(App[None]):
    """A masthead, and what it is told."""

    def __init__(self, flag: str = "", right: tuple[str, ...] = RIGHT) -> None:
        super().__init__()
        self.told: tuple[tuple[Tab, ...], tuple[str, ...], str] = (TABS, right, flag)
        self.asked = 0

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield TooSmall(60, 18)

    def refresh_masthead(self, masthead: Masthead) -> None:
        self.asked += 1
        masthead.show_tabs(*self.told)


def first_line(app: App[None]) -> str:
    return screen_text(app).splitlines()[0]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            100,
            " teamops  1 Today  4 Meetings  6 People      Harbour branch · Team 1   徐靜   Mon 23 Nov 2026 08:21",
        ),
        (70, " teamops  1 Today  4 Meetings  6 People       徐靜   Mon 23 Nov 08:21"),
        (50, " teamops  1 Today  4 Meetings  6 People     08:21"),
        (42, " teamops  1 Today  4 Meetings  6 People"),
        (30, " teamops  1 Today  4 Meetings"),
        (12, " teamops"),
    ],
)
async def test_what_does_not_fit_gives_way_from_the_left(width: int, shown: str) -> None:
    app = Host()
    async with app.run_test(size=(width, 6)):
        assert first_line(app) == shown
        assert cell_width(first_line(app)) <= width


async def test_a_flag_stands_beside_the_sections() -> None:
    app = Host("PRACTICE")
    async with app.run_test(size=(80, 6)):
        assert "6 People  PRACTICE " in first_line(app)


async def test_text_in_it_is_shown_as_it_stands() -> None:
    app = Host("[/]\x1b", ("[@click=app.quit]x",))
    async with app.run_test(size=(80, 6)):
        assert "[/]␛" in first_line(app)
        assert "[@click=app.quit]x" in first_line(app)


async def test_it_is_drawn_anew_for_other_words_and_another_theme() -> None:
    app = Host()
    async with app.run_test(size=(80, 6)) as pilot:

        def ground() -> object:
            style = next(iter(app.screen._compositor.render_strips()[0])).style
            return style and style.bgcolor

        before = ground()
        app.theme = "textual-light"
        app.told = (TABS[:1], ("12:00",), "")
        app.query_one(Masthead).read_clock()
        await pilot.pause()
        assert first_line(app).split() == ["teamops", "1", "Today", "12:00"]
        assert ground() != before
        assert app.asked == 2


async def test_too_small_a_terminal_is_named_with_what_it_should_be() -> None:
    app = Host()
    async with app.run_test(size=(50, 12)) as pilot:
        assert "too small" not in screen_text(app)
        app.query_one(TooSmall).display = True
        await pilot.pause()
        assert "50×12. Make it at least" in " ".join(screen_text(app).split())
