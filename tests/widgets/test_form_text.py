"""What is typed and shown in a form is text, whatever it holds."""

from __future__ import annotations

from typing import Any

import pytest

from teamops.errors import Refusals
from teamops.widgets.fields import BodyField, ChoiceField, NameField, NumberField, TextField
from teamops.widgets.form import Form
from teamops.widgets.form_state import Values
from tests.screen_text import screen_text
from tests.widgets.form_host import (
    FILLED,
    FormHost,
    fill,
    focused,
    form_of,
    lines,
    paste,
    press,
    slip,
    today,
    until,
)

BRACKETS = "[/] [b]x[/b] [@click=app.quit]y"


async def test_brackets_are_letters_everywhere() -> None:
    fields = (
        TextField("text", BRACKETS, hint=BRACKETS),
        NumberField("number", "[/n]", unit="[/]"),
        ChoiceField("choice", "[/c]", options=(("a", BRACKETS), ("b", lambda: "[/]"))),
        NameField("name", "[/p]"),
        BodyField("body", "[/b]"),
    )

    def submit(values: Values) -> None:
        raise Refusals({"text": BRACKETS, "": "[/form]"})

    given: dict[str, Any] = {
        "title": BRACKETS,
        "subtitle": "[/s]",
        "text": "[/t]",
        "note": lambda values: "[/note]",
    }
    app = FormHost(Form(fields, submit, today=today, **given))
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.pause()
        for expected in (
            "─ [/] [b]x[/b] [@click=app.quit]y ─",
            "[/s]",
            "[/t]",
            "[/n]",
            "[/c]",
            "[/p]",
            "[/note]",
        ):
            assert expected in screen_text(app)
        await fill(pilot, [BRACKETS, "12", "", BRACKETS, BRACKETS])
        await pilot.pause()
        seen = screen_text(app)
        assert seen.count(BRACKETS) == 6
        assert "12 [/]" in seen
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "[/form]" in screen_text(app))
        assert screen_text(app).count(BRACKETS) == 7
        assert form_of(app).values() == {
            "text": BRACKETS, "number": "12", "choice": "", "name": BRACKETS, "body": BRACKETS,
        }  # fmt: skip


@pytest.mark.parametrize(("control", "code", "picture"), [("\x1b", "001B", "␛"), ("\x00", "0000", "␀")])
async def test_controls_are_shown_refused_and_kept(control: str, code: str, picture: str) -> None:
    asked: list[Values] = []
    app = FormHost(slip(asked.append, initial=FILLED))
    async with app.run_test(size=(100, 30)) as pilot:
        form_of(app)._page.cells[3].entry.focus()
        await pilot.pause()
        await paste(pilot, f" a{control}]777;b")
        await press(pilot, "tab", "tab", "tab", "tab", "tab")
        await paste(pilot, f"one\n{control}[2Jtwo")
        await press(pilot, "ctrl+s")
        await pilot.pause()
        seen = screen_text(app)
        assert control not in seen
        assert f"Golden Bridge Ltd a{picture}]777;b" in seen
        assert f"{picture}[2Jtwo" in seen
        assert seen.count(f"It holds a control character (U+{code}); remove it.") == 2
        assert focused(app) == "client"
        values = form_of(app).values()
        assert values["client"] == f"Golden Bridge Ltd a{control}]777;b"
        assert values["note"] == f"one\n{control}[2Jtwo"
        await press(pilot, *["left"] * 6, "backspace", "ctrl+s")
        await pilot.pause()
        assert form_of(app).values()["client"] == "Golden Bridge Ltd a]777;b"
        assert focused(app) == "note"
    assert not asked


async def test_ten_thousand_characters_are_kept_and_counted() -> None:
    app = FormHost(slip(initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        entry = form_of(app)._page.cells[3].entry
        entry.focus()
        await pilot.pause()
        await press(pilot, "ctrl+u")
        await paste(pilot, "字" * 10_000)
        assert "10,000 characters; at most 60 fit here." in lines(app)
        await press(pilot, "ctrl+s")
        await pilot.pause()
        assert focused(app) == "client"
        assert form_of(app).values()["client"] == "字" * 10_000
