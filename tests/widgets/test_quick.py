"""The line that is asked for: handed on once, kept as it is typed, left with its text."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from teamops.widgets.quick import DRAFT_SECONDS, QuickLine
from tests.screen_text import screen_text

KINDS = (("note", "A note"), ("decision", "A [decision]"))


class Host(App[None]):
    """A line, and all it says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, ...]] = []
        self.kept: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield QuickLine(self.hint, lambda kind, text: self.kept.append((kind, text)), id="quick")

    def hint(self, kind: str, text: str) -> tuple[str, bool]:
        return f"{kind}: {text or 'nothing'}", text == "bad"

    def on_quick_line_said(self, event: QuickLine.Said) -> None:
        self.said.append((event.kind, event.text))

    def on_quick_line_gave_up(self) -> None:
        self.said.append(("left",))

    @property
    def quick(self) -> QuickLine:
        return self.query_one(QuickLine)


async def until_kept(app: Host, pilot: Pilot[None]) -> None:
    """Wait for what is kept shortly after a change."""
    before = len(app.kept)
    while len(app.kept) == before:
        await pilot.pause(DRAFT_SECONDS / 5)


async def test_it_is_hidden_until_asked_and_after_it_was_said() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        assert not app.quick.asking
        assert app.quick.kind == ""
        assert screen_text(app).strip() == ""
        app.quick.ask(KINDS)
        await pilot.press("a", "b")
        assert "─ A note ─" in screen_text(app)
        assert "tab A [decision]" in screen_text(app)
        assert "note: ab" in screen_text(app)
        await pilot.press("enter")
        assert app.said == [("note", "ab")]
        app.quick.done()
        await pilot.pause()
        assert not app.quick.asking
        assert app.kept[-1] == ("note", "")


async def test_tab_takes_the_text_to_the_other_kind() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.quick.ask(KINDS)
        await pilot.press("a")
        await until_kept(app, pilot)
        assert app.kept == [("note", "a")]
        await pilot.press("tab")
        assert app.kept[1:] == [("note", ""), ("decision", "a")]
        assert "─ A [decision] ─" in screen_text(app)
        await pilot.press("tab", "enter")
        assert app.said == [("note", "a")]
        app.quick.ask(KINDS[:1])
        await pilot.press("tab")
        assert app.quick.kind == "note"


async def test_left_it_keeps_what_was_typed_but_not_what_was_given() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.quick.ask(KINDS, "given")
        await pilot.press("escape")
        assert app.kept == [("note", "")]
        app.quick.ask(KINDS, "typed before", kept="kept")
        await pilot.pause()
        assert "kept · tab A [decision]" in screen_text(app)
        await pilot.press("escape")
        assert app.kept[-1] == ("note", "typed before")
        assert app.said == [("left",), ("left",)]


@pytest.mark.parametrize(("may_empty", "said"), [(False, [("left",)]), (True, [("note", "")])])
async def test_an_emptied_line(may_empty: bool, said: list[tuple[str, ...]]) -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.quick.ask(KINDS, "x", may_empty=may_empty)
        await pilot.press("backspace", "enter")
        assert app.said == said


async def test_it_is_said_once_until_it_is_refused() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.quick.ask(KINDS)
        await pilot.press("a", "enter", "enter")
        assert app.said == [("note", "a")]
        app.quick.refused("no: " + "why " * 20)
        await pilot.pause()
        assert screen_text(app).count("why") == 20
        await pilot.press("enter")
        assert app.said == [("note", "a")] * 2


async def test_what_would_be_refused_is_marked_as_it_is_typed() -> None:
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        app.quick.ask(KINDS, "ba")
        await pilot.press("d")
        assert app.quick.query_one("#hint").has_class("-refused")
        await pilot.press("backspace")
        assert not app.quick.query_one("#hint").has_class("-refused")
