"""Forms as a whole: opening, typing, saving, what is refused, leaving."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Input
from textual.worker import WorkerFailed

from teamops.errors import DatabaseBusy, NotAPhone, Refusals, UnknownPerson
from teamops.widgets.fields import BodyField, DateField, TextField
from teamops.widgets.form import Form
from teamops.widgets.form_state import Values
from tests.screen_text import screen_text
from tests.widgets.form_host import (
    FILLED,
    SLIP,
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


async def test_a_form_shows_its_fields() -> None:
    form = slip(
        subtitle="next VS2026-0120",
        same_as_last=dict,
        note=lambda values: f"for {values['client'] or 'whom?'}",
    )
    app = FormHost(form)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [line for line in screen_text(app).splitlines() if line] == [
            "╭─ New visit slip ────────────────────────────────────────── next VS2026-0120 ─╮",
            "│                                                                              │",
            "│ Who *                                  with                                  │",
            "│                                                                              │",
            "│ Purpose *   Account opening   Client call                                    │",
            "│                                                                              │",
            "│ Client *                                                                     │",
            "│            name, or a few letters of it                                      │",
            "│ Day *                                  Out                                   │",
            "│                                                                              │",
            "│ Assets                                 Urgent  ▸no   yes                     │",
            "│                                                                              │",
            "│ Note                                                                         │",
            "│                                                                              │",
            "│                                                                              │",
            "│                                                                              │",
            "│ for whom?                                                                    │",
            "╰─ tab next  ^s save  F8 same as last time  esc back ──────────────────────────╯",
        ]
        assert focused(app) == "who"


async def test_what_is_typed_is_handed_over_as_it_was_typed() -> None:
    got: list[Values] = []

    def submit(values: Values) -> int:
        got.append(values)
        assert threading.current_thread() is not threading.main_thread()
        return 7

    app = FormHost(slip(submit, note=lambda values: f"for {values['client']}"))
    async with app.run_test(size=(80, 24)) as pilot:
        await fill(pilot, ["Liu Yang", "Li Na、王芳"])
        await press(pilot, "right", "right", "tab")
        await fill(pilot, ["金橋", "２０２６－１１－２８", "９：３０", "１．５億"])
        await press(pilot, "space", "tab")
        await paste(pilot, "first line\nsecond")
        seen = screen_text(app)
        assert "Sat 28 Nov 2026" in seen
        assert "09:30" in seen
        assert "15,000.00 萬元" in seen
        assert "for 金橋" in seen
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [7]
    assert got == [
        {
            "who": "Liu Yang",
            "with": "Li Na、王芳",
            "purpose": "call",
            "client": "金橋",
            "day": "２０２６－１１－２８",
            "out": "９：３０",
            "assets": "１．５億",
            "urgent": "yes",
            "note": "first line\nsecond",
        }
    ]


@pytest.mark.parametrize("key", ["ctrl+s", "f2"])
async def test_what_cannot_be_read_is_refused_at_once_and_the_first_has_the_focus(key: str) -> None:
    asked: list[Values] = []
    app = FormHost(slip(asked.append, initial={**FILLED, "who": "", "day": "32 nov", "assets": "many"}))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "tab", "tab", key)
        await pilot.pause()
        seen = screen_text(app)
        assert "Please fill this in." in seen
        assert "“32 nov” is no date." in seen
        assert "“many” is no number." in seen
        assert focused(app) == "who"
        await paste(pilot, "Sun Hao")
        assert "Please fill this in." not in screen_text(app)
    assert not asked


async def test_what_the_rules_refuse_stands_below_its_field_and_whole() -> None:
    why = "Golden Bridge Ltd has a slip out since 09:40 (VS2026-0117); report it back first, or take another."

    def submit(values: Values) -> None:
        raise Refusals({"client": why, "note": "Too short.", "": "The month is closed."})

    app = FormHost(slip(submit, initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "Too short." in screen_text(app))
        shown = lines(app)
        at = next(number for number, line in enumerate(shown) if line.startswith("Client *"))
        assert f"{shown[at + 1]} {shown[at + 2]}" == why
        assert shown[at + 3].startswith("Day *")
        assert "The month is closed." in shown
        assert focused(app) == "client"
        await paste(pilot, "!")
        assert "report it back" not in screen_text(app)
        assert "Too short." in screen_text(app)
        assert "The month is closed." not in screen_text(app)
        assert form_of(app).values()["client"] == "Golden Bridge Ltd!"
    assert not app.results


async def test_one_refusal_names_its_field_or_the_form() -> None:
    refusals = [UnknownPerson("Liu").at("who"), NotAPhone("12x")]

    def submit(values: Values) -> None:
        raise refusals.pop(0)

    app = FormHost(slip(submit, initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "ctrl+s")
        await until(pilot, lambda: "Nobody here is called “Liu”." in lines(app))
        assert focused(app) == "who"
        await press(pilot, "tab", "ctrl+s")
        await until(pilot, lambda: "“12x” is no telephone number" in screen_text(app))
        assert "Nobody here" not in screen_text(app)
        assert focused(app) == "with"


async def test_any_other_fault_ends_the_program() -> None:
    def submit(values: Values) -> None:
        raise ZeroDivisionError

    app = FormHost(slip(submit, initial=FILLED))

    async def save() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: app._exception is not None)

    with pytest.raises(WorkerFailed, match="ZeroDivisionError"):
        await save()


async def test_a_save_is_made_once_and_esc_waits_for_it() -> None:
    go, calls = threading.Event(), []

    def submit(values: Values) -> str:
        calls.append(values)
        assert go.wait(30)
        return "done"

    app = FormHost(slip(submit, initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+s", "ctrl+s")
        await until(pilot, lambda: "saving…" in screen_text(app))
        await press(pilot, "escape")
        assert app.screen is app.opened
        go.set()
        await until(pilot, lambda: bool(app.results))
    assert app.results == ["done"]
    assert len(calls) == 1


async def test_a_form_that_lies_below_another_screen_closes_when_it_can() -> None:
    go = threading.Event()

    def submit(values: Values) -> str:
        assert go.wait(30)
        return "done"

    app = FormHost(slip(submit, initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+s")
        below = form_of(app)
        above = slip(title="Above")
        app.push_screen(above)
        await pilot.pause()
        go.set()
        await until(pilot, lambda: below._state.over)
        assert not below.is_over
        assert app.screen is above
        await press(pilot, "escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == ["done"]


async def test_the_keys_between_fields() -> None:
    fields = (TextField("a", "A"), TextField("b", "B"), BodyField("c", "C", rows=3), DateField("d", "D"))
    app = FormHost(Form(fields, dict, title="Keys", today=today, initial={"c": "one\ntwo"}))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in (
            "enter",
            "down",
            "down",
            "up",
            "up",
            "up",
            "up",
            "tab",
            "shift+tab",
            "shift+tab",
            "enter",
        ):
            await press(pilot, key)
            seen.append(focused(app))
        assert "".join(seen) == "bcdccbabada"
        await press(pilot, "down", "down", "enter")
        assert form_of(app).values()["c"] == "one\n\ntwo"
        assert focused(app) == "c"


async def test_leaving_an_untouched_form() -> None:
    app = FormHost(slip(initial=FILLED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "escape")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]


async def test_leaving_what_was_typed_is_asked_about() -> None:
    app = FormHost(slip(title="[/]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "Li")
        await press(pilot, "escape", "escape")  # the list of names, then the form
        await pilot.pause()
        seen = screen_text(app)
        assert "What you typed is not saved yet." in seen
        assert "Keep draft" not in seen
        await press(pilot, "escape")
        await pilot.pause()
        assert form_of(app).values()["who"] == "Li"
        await press(pilot, "escape", "right", "enter")
        await pilot.pause()
        assert form_of(app).values()["who"] == "Li"
        await press(pilot, "escape", "d")
        await until(pilot, lambda: bool(app.results))
    assert app.results == [None]


async def test_same_as_last_time_fills_what_was_not_typed_into() -> None:
    last = {"who": "Sun Hao", "client": "Harbour Logistics", "purpose": "open", "gone": "x"}
    app = FormHost(slip(same_as_last=lambda: last, initial={"day": "fri"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, "Li Na")
        await press(pilot, "f8")
        await until(pilot, lambda: "Harbour Logistics" in screen_text(app))
        values = form_of(app).values()
    assert (values["who"], values["client"], values["purpose"], values["day"]) == (
        "Li Na", "Harbour Logistics", "open", "fri",
    )  # fmt: skip


async def test_same_as_last_time_without_one() -> None:
    app = FormHost(slip(same_as_last=dict))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f8")
        await until(pilot, lambda: "There is no last time yet" in screen_text(app))


async def test_same_as_last_time_may_be_refused() -> None:
    def last() -> Values:
        raise DatabaseBusy("team.db")

    app = FormHost(slip(same_as_last=last))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f8")
        await until(pilot, lambda: "team.db is being written by another program" in screen_text(app))


async def test_a_form_that_offers_no_last_time_does_not_know_the_key() -> None:
    app = FormHost(slip())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f8")
        await pilot.pause()
        assert "F8" not in screen_text(app)
        assert set(form_of(app).values().values()) == {"", "no"}


async def test_a_body_has_its_own_undo() -> None:
    app = FormHost(slip())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "shift+tab", "a")
        await paste(pilot, "bc")
        await press(pilot, "ctrl+z")
        assert form_of(app).values()["note"] == "a"


async def test_keys_of_other_inputs_are_not_taken_for_the_forms() -> None:
    app = FormHost(slip())
    async with app.run_test(size=(80, 24)) as pilot:
        other = Input()
        await form_of(app).mount(other)
        other.focus()
        await pilot.pause()
        other.post_message(Input.Submitted(other, ""))
        await pilot.pause()
        assert focused(app) == SLIP[0].name
