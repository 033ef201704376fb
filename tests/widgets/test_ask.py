"""Short questions."""

from __future__ import annotations

from typing import Any

import pytest

from teamops.errors import ReasonMissing, WrongState
from teamops.widgets.ask import AskText, Confirm, Pick
from tests.screen_text import screen_text
from tests.widgets.form_host import FormHost, lines, paste, press, until


async def answered(app: FormHost, *keys: str) -> Any:
    """What came of pressing these keys."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        await until(pilot, lambda: bool(app.results))
    return app.results[0]


def confirm(**more: Any) -> FormHost:
    return FormHost(Confirm("Close [/] the month?", yes="Close it", no="Not yet", **more))


@pytest.mark.parametrize(
    ("keys", "sure"),
    [
        (("enter",), True),
        (("escape",), False),
        (("right", "enter"), False),
        (("right", "right", "enter"), True),
        (("left", "enter"), False),
        (("tab", "enter"), False),
        (("down", "up", "enter"), True),
        (("shift+tab", "enter"), False),
        (("x", "enter"), True),
    ],
)
async def test_confirm(keys: tuple[str, ...], sure: bool) -> None:
    assert await answered(confirm(), *keys) is sure


async def test_a_careful_question_begins_with_no() -> None:
    assert await answered(confirm(careful=True), "enter") is False


async def test_a_question_is_shown_whole() -> None:
    text = (
        "Close [/] the month of November? After that "
        + "its attendance is only corrected by numbers. " * 3
        + "\n\nSure?"
    )
    app = FormHost(Confirm(text.strip(), yes="Close the month", no="[b]Not yet[/b]", title="[/]"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        shown = [line for line in lines(app) if line]
        assert shown[0].startswith("╭─ [/] ─")
        assert " ".join(shown[1:-2]) == " ".join(text.split())
        assert shown[-2].split("  ")[0] == "▸Close the month"
        assert shown[-2].endswith("[b]Not yet[/b] esc")
        await pilot.resize_terminal(40, 18)
        await pilot.pause()
        shown = [line for line in lines(app) if line]
        assert shown[-3] == "▸Close the month"
        assert shown[-2] == "[b]Not yet[/b] esc"
        assert " ".join(shown[1:-3]) == " ".join(text.split())


def ask(**more: Any) -> FormHost:
    def check(text: str) -> str:
        if text == "bad":
            raise WrongState("It", "closed")
        return f"<{text}>"

    return FormHost(AskText("Take the [/] meeting up again. Why?", check, **more))


async def test_ask_text_hands_over_a_clean_line() -> None:
    app = ask()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "Please fill this in." in lines(app)
        await paste(pilot, " bad ")
        await press(pilot, "enter")
        await until(pilot, lambda: "It is closed; this cannot be done now." in lines(app))
        assert "bad" in lines(app)
        await press(pilot, "ctrl+u")
        await paste(pilot, " a slip\u200b\nwas lost ")
        assert "Take the [/] meeting up again. Why?" in lines(app)
        assert screen_text(app).rstrip().splitlines()[-1].strip().startswith("╰─ enter save  esc back ─")
        await press(pilot, "enter")
        await until(pilot, lambda: bool(app.results))
    assert app.results == ["<a slip was lost>"]


async def test_ask_for_a_body() -> None:
    app = ask(body=True, title="Why?", label="Reason", hint="it is printed", initial="one")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "t", "w", "o")
        assert any(line.startswith("Reason *") for line in lines(app))
        assert "^s save" in screen_text(app)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert app.results == ["<one\ntwo>"]


async def test_ask_may_be_left_empty() -> None:
    assert await answered(ask(required=False, initial="x"), "backspace", "enter") == "<>"


async def test_ask_may_be_left() -> None:
    assert await answered(ask(), "escape") is None
    assert await answered(ask(), "x", "escape", "d") is None


async def test_what_the_check_alone_asks_for() -> None:
    def check(text: str) -> str:
        raise ReasonMissing

    app = FormHost(AskText("Why?", check, required=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: "Say why; the reason is kept and printed." in lines(app))


CASES = [
    ("a", "Turning a fee question", "not yet studied"),
    ("b", "金橋 [/]", "studied 4 Nov"),
    ("c", "Third", ""),
]


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (("enter",), "a"),
        (("down", "enter"), "b"),
        (("down", "down", "down", "up", "enter"), "b"),
        (("pagedown", "enter"), "c"),
        (("pagedown", "pageup", "enter"), "a"),
        (("t", "h", "enter"), "c"),
        (("s", "t", "u", "space", "n", "o", "v", "enter"), "b"),
        (("x", "enter", "backspace", "down", "enter"), "b"),
        (("escape",), None),
    ],
)
async def test_pick(keys: tuple[str, ...], key: str | None) -> None:
    assert await answered(FormHost(Pick("Which case?", CASES)), *keys) == key


async def test_pick_shows_what_it_found() -> None:
    app = FormHost(Pick("Which [/] case?", CASES))
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        shown = [line for line in lines(app) if line]
        assert shown[0].startswith("╭─ Which [/] case? ─")
        assert shown[1] == "type to find"
        assert shown[2] == "▸ Turning a fee question  not yet studied"
        assert shown[3] == "金橋 [/]                studied 4 Nov"
        assert shown[-1].endswith("─ 3 found ─╯")
        await paste(pilot, "金橋")
        shown = [line for line in lines(app) if line]
        assert shown[2].startswith("▸ 金橋 [/]")
        assert shown[-1].startswith("╰─ enter take  esc back ─")
        assert shown[-1].endswith("─ 1 found ─╯")
        await paste(pilot, "x")
        assert "nothing found" in screen_text(app)
        await press(pilot, "enter", "down", "pagedown")
        assert not app.results


async def test_pick_out_of_many() -> None:
    app = FormHost(Pick("Which?", [(str(n), f"Number {n}", "") for n in range(1000)]))
    async with app.run_test(size=(60, 18)) as pilot:
        await press(pilot, "pagedown", "pagedown", "down")
        assert "▸ Number 23" in lines(app)
        assert sum("Number" in line for line in lines(app)) == 12
        assert "1,000 found" in screen_text(app)
        shown = screen_text(app).splitlines()
        await pilot.click(offset=(10, next(n for n, line in enumerate(shown) if "Number 20" in line)))
        await until(pilot, lambda: bool(app.results))
    assert app.results == ["20"]


async def test_pick_out_of_nothing() -> None:
    app = FormHost(Pick("Which?", []))
    async with app.run_test(size=(60, 18)) as pilot:
        await press(pilot, "down", "enter")
        await pilot.click(offset=(10, 9))
        assert not app.results
        await press(pilot, "escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]
