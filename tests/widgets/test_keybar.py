"""The line of keys: whole pairs or none, the pinned one always."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from teamops.widgets.keybar import KeyBar, KeyHint
from tests.screen_text import screen_text

KEYS = (KeyHint("m", "run meeting"), KeyHint("r", "點名"), KeyHint("/", "find"), KeyHint("^p", "everything"))


class Host(App[None]):
    """One bar."""

    def __init__(self, bar: KeyBar) -> None:
        super().__init__()
        self.bar = bar

    def compose(self) -> ComposeResult:
        yield self.bar


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, " m run meeting  r 點名  / find                ^p everything"),
        (46, " m run meeting  r 點名  / find  ^p everything"),
        (45, " m run meeting  r 點名         ^p everything"),
        (24, "          ^p everything"),
        (15, " ^p everything"),
        (14, ""),
        (1, ""),
    ],
)
async def test_drops_pairs_from_the_right_but_the_pinned_one(width: int, line: str) -> None:
    app = Host(KeyBar(KEYS, pinned=True))
    async with app.run_test(size=(width, 2)):
        assert screen_text(app).splitlines()[0] == line


async def test_without_a_pin_the_last_goes_first() -> None:
    app = Host(KeyBar(KEYS))
    async with app.run_test(size=(30, 2)) as pilot:
        assert screen_text(app).splitlines()[0] == " m run meeting  r 點名"
        await pilot.resize_terminal(80, 2)
        await pilot.pause()
        assert screen_text(app).splitlines()[0] == " m run meeting  r 點名  / find  ^p everything"


async def test_other_keys_and_none() -> None:
    app = Host(KeyBar())
    async with app.run_test(size=(30, 2)) as pilot:
        assert screen_text(app).strip() == ""
        app.bar.show_keys([KeyHint("n", "[/] \x1b[2J")])
        await pilot.pause()
        assert screen_text(app).strip() == "n [/] ␛[2J"
        app.bar.show_keys([KeyHint("n", "[/] \x1b[2J")])
        app.bar.show_keys([], pinned=True)
        await pilot.pause()
        assert screen_text(app).strip() == ""


async def test_keys_stand_out_in_both_themes() -> None:
    app = Host(KeyBar(KEYS))
    async with app.run_test(size=(60, 2)) as pilot:
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            await pilot.pause()
            key, label = list(app.screen._compositor.render_strips()[0])[:2]
            assert (key.text, label.text) == (" m", " run meeting ")
            assert key.style is not None
            assert label.style is not None
            assert key.style.color != label.style.color


async def test_an_alert_is_over_when_there_are_other_keys() -> None:
    bar = KeyBar(KEYS)
    app = Host(bar)
    async with app.run_test(size=(60, 2)) as pilot:
        bar.say("not yours", "alert")
        await pilot.pause()
        assert screen_text(app).splitlines()[0] == " not yours"
        bar.show_keys(KEYS)
        await pilot.pause()
        assert screen_text(app).splitlines()[0] == " not yours"
        bar.show_keys(KEYS[:1])
        await pilot.pause()
        assert screen_text(app).splitlines()[0] == " m run meeting"
        bar.say("done")
        bar.show_keys(KEYS)
        await pilot.pause()
        assert screen_text(app).splitlines()[0] == " done"
