"""Lines and bodies being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Offset

from teamops.text import cleaned
from teamops.widgets.body_entry import BodyEntry
from teamops.widgets.entry import Edited, Intake, LineEntry
from tests.screen_text import screen_text
from tests.widgets.form_host import paste, press


class Host(App[None]):
    """A line and a body."""

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEntry()
        self.body = BodyEntry()
        self.edits = 0

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.body

    def on_edited(self, event: Edited) -> None:
        self.edits += 1


@pytest.mark.parametrize(
    ("given", "held", "dropped"),
    [
        ("plain", "plain", 0),
        (" a ", " a ", 0),
        ("one\r\ntwo\n\n\nthree\n", "one two three", 0),
        ("one\u2028two\ttabs", "one two tabs", 0),
        ("a\u200bb\u202ec", "abc", 2),
        ("ａ　字", "ａ　字", 0),
        ("👨‍👩‍👧", "👨‍👩‍👧", 0),
        ("e\u0301", "é", 0),
        ("a\x1bb\x00\x85\x9b", "a␛b␀\ufffd\ufffd", 0),
    ],
)
def test_what_a_line_holds(given: str, held: str, dropped: int) -> None:
    intake = Intake(multiline=False)
    assert intake.take(given) == held
    assert intake.dropped == dropped


def test_a_body_holds_its_lines() -> None:
    intake = Intake(multiline=True)
    assert intake.take("one\r\ntwo\rthree\u2029\n") == "one\ntwo\nthree\n\n"


def test_pictures_that_were_typed_stay_pictures() -> None:
    intake = Intake(multiline=False)
    assert intake.give(intake.take("a␛")) == "a␛"
    assert intake.give(intake.take("a\x1b")) == "a\x1b"
    intake.forget()
    assert intake.give("a␛") == "a␛"


@given(st.text())
def test_nothing_that_is_held_acts_on_a_terminal_and_nothing_is_lost(text: str) -> None:
    intake = Intake(multiline=True)
    held = intake.take(text)
    assert cleaned(held, multiline=True, limit=len(held)).dropped == 0
    controls = [character for character in text if character < " " and character not in "\r\n\t"]
    assert [character for character in intake.give(held) if character < " " and character != "\n"] == controls


async def test_a_line_joins_what_is_pasted() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await paste(pilot, "one\ntwo")
        assert app.line.raw == "one two"
        await press(pilot, "home", "shift+end")
        await paste(pilot, "三\u200b")
        assert app.line.raw == "三"
        assert app.line.dropped == 1
        await paste(pilot, "")
        assert app.line.raw == "三"


async def test_what_changes_nothing_but_the_count_is_told_too() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await paste(pilot, "\u200b")
        assert (app.edits, app.line.raw, app.line.dropped) == (1, "", 1)
        app.body.focus()
        await pilot.pause()
        await paste(pilot, "\u200b")
        assert (app.body.raw, app.body.dropped) == ("", 1)
        assert app.edits == 3  # the framework tells of an edit without a letter as well


async def test_what_was_cut_in_the_program_can_be_pasted() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        app.copy_to_clipboard("one\ntwo")
        await press(pilot, "ctrl+v")
        assert app.line.raw == "one two"


async def test_put_begins_anew() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await paste(pilot, "a\u200b\x1b")
        app.line.put("王芳")
        app.body.put("一\n二\x1b")
        await pilot.pause()
        assert (app.line.raw, app.line.dropped, app.line.cursor_position) == ("王芳", 0, 2)
        assert (app.body.raw, app.body.cursor_location) == ("一\n二\x1b", (1, 2))
        app.body.focus()
        await pilot.pause()
        await press(pilot, "ctrl+z")
        assert app.body.raw == "一\n二\x1b"
        assert "二␛" in screen_text(app)


async def test_an_input_method_finds_the_caret() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await paste(pilot, "王芳a")
        assert app.cursor_position == Offset(5, 0)
        await press(pilot, "left", "left")
        assert app.cursor_position == Offset(2, 0)


async def test_a_body_is_left_by_its_ends() -> None:
    app = Host()
    async with app.run_test(size=(20, 8)) as pilot:
        app.body.focus()
        await pilot.pause()
        await paste(pilot, "a line so long that it is wrapped\nand another")
        left = []
        for place, keys in (((0, 25), "up shift+up up"), (app.body.document.end, "shift+down down")):
            app.body.focus()
            app.body.move_cursor(place)
            for key in keys.split():
                await press(pilot, key)
                left.append(app.line.has_focus)
        assert left == [False, False, True, False, True]


async def test_a_body_goes_down_its_own_lines() -> None:
    app = Host()
    async with app.run_test(size=(20, 8)) as pilot:
        app.body.put("one\ntwo")
        app.body.focus()
        await press(pilot, "up", "down")
        assert app.focused is app.body
        assert app.body.cursor_location[0] == 1


async def test_keys_are_typed() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        await press(pilot, "1", "[", "/", "]", "space")
        app.line.post_message(events.Key("upper_a", "Ａ"))
        await pilot.pause()
        assert app.line.raw == "1[/] Ａ"
