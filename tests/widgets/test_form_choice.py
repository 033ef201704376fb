"""One of a few options."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from teamops.widgets.choice import ChoiceEntry
from teamops.widgets.fields import ChoiceField, Field, FlagField, TextField
from tests.screen_text import screen_text
from tests.widgets.form_host import FormHost, form_of, lines, press, slip

LEAVE = ChoiceField(
    "leave", "Leave", options=(("sick", "Sick"), ("own", lambda: "Own affairs"), ("annual", "Annual"))
)
MANY = ChoiceField(
    "many", "Many", options=tuple((f"o{n}", f"{name} street outlet") for n, name in enumerate("ABCDEFGHIJ"))
)


def host(*fields: Field, **initial: str) -> FormHost:
    return FormHost(slip(fields=(*fields, TextField("last", "Last")), initial=initial))


def chosen(app: FormHost) -> str:
    return form_of(app).values()[form_of(app).fields[0].name]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("", ""),
        ("right", "sick"),
        ("right right", "own"),
        ("right right right right", "annual"),
        ("left", "sick"),
        ("end left", "own"),
        ("end home", "sick"),
        ("space", "sick"),
        ("space space", "own"),
        ("space space space space", "sick"),
        ("right backspace", ""),
        ("right delete", ""),
        ("a", "annual"),
        ("a o", "own"),
        ("o o", "own"),
        ("S", "sick"),
        ("x", ""),
        ("1", ""),
    ],
)
async def test_keys_choose(keys: str, value: str) -> None:
    app = host(LEAVE)
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, *keys.split())
        assert chosen(app) == value
        assert len(app.screen_stack) == 2


async def test_keys_that_do_not_choose_go_on() -> None:
    app = host(LEAVE)
    async with app.run_test(size=(80, 20)) as pilot:
        for key in ("enter", "tab", "down"):
            form_of(app).focus_next()
            await press(pilot, key)
            assert isinstance(app.focused, ChoiceEntry)
        await press(pilot, "f5")
        assert chosen(app) == ""


async def test_what_must_be_chosen_stays_chosen() -> None:
    app = host(ChoiceField("leave", "Leave", required=True, options=LEAVE.options), leave="own")
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "f5", "right", "left")
        assert "Sick  ▸Own affairs   Annual" in screen_text(app)
        await press(pilot, "ctrl+s")
        await pilot.pause()
    assert app.results == [{"leave": "own", "last": ""}]


async def test_a_required_choice_can_be_missing() -> None:
    app = host(ChoiceField("leave", "Leave", required=True, options=LEAVE.options), leave="no such")
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "tab", "ctrl+s")
        assert "Please fill this in." in lines(app)
        assert isinstance(app.focused, ChoiceEntry)
        await press(pilot, "right")
        assert "Please fill this in." not in lines(app)


async def test_a_flag_goes_back_to_no() -> None:
    app = host(FlagField("urgent", "Urgent"))
    async with app.run_test(size=(80, 20)) as pilot:
        assert chosen(app) == "no"
        await press(pilot, "space")
        assert chosen(app) == "yes"
        assert " no  ▸yes" in screen_text(app)
        await press(pilot, "backspace")
        assert chosen(app) == "no"
        await press(pilot, "y")
        assert chosen(app) == "yes"


async def test_many_options_show_the_chosen_one_and_list_the_rest() -> None:
    app = host(MANY, many="o1")
    async with app.run_test(size=(60, 20)) as pilot:
        assert next(line for line in lines(app) if line.startswith("Many")).split() == [
            "Many", "▸B", "street", "outlet", "2/10",
        ]  # fmt: skip
        await press(pilot, "space")
        shown = lines(app)
        assert sum("street outlet" in line for line in shown) == 8
        assert any(line.startswith("▸ B street outlet") for line in shown)
        await press(pilot, "down", "down", "enter")
        assert chosen(app) == "o3"
        await press(pilot, "space", "down", "escape")
        assert chosen(app) == "o3"
        await press(pilot, "space", "pagedown", "x", "space")
        assert chosen(app) == "o9"
        await press(pilot, "space", "up", "tab")
        assert chosen(app) == "o8"
        assert not isinstance(app.focused, ChoiceEntry)


async def test_nothing_chosen_of_many() -> None:
    app = host(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        assert "space lists them" in screen_text(app)
        assert "0/10" in screen_text(app)
        await press(pilot, "space", "enter")
        assert chosen(app) == "o0"


async def test_the_list_closes_when_the_focus_goes() -> None:
    app = host(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space")
        form_of(app).focus_next()
        await pilot.pause()
        assert not form_of(app)._drop.display
        form_of(app).focus_next()
        await pilot.pause()
        form_of(app).focus_next()
        await pilot.pause()
        assert chosen(app) == ""


async def click(pilot: Pilot[None], text: str) -> None:
    """Click in the middle of a text on the screen."""
    shown = screen_text(pilot.app).splitlines()
    y = next(number for number, line in enumerate(shown) if text in line)
    await pilot.click(offset=(shown[y].index(text) + len(text) // 2, y))


async def test_the_mouse_chooses_too() -> None:
    app = host(LEAVE)
    async with app.run_test(size=(80, 20)) as pilot:
        await click(pilot, "Own affairs")
        assert chosen(app) == "own"
        await click(pilot, "Annual")
        assert chosen(app) == "annual"
        entry = form_of(app)._page.cells[0].entry
        await pilot.click(entry, offset=(entry.size.width - 1, 0))
        assert chosen(app) == "annual"


async def test_the_mouse_takes_from_the_list() -> None:
    app = host(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space")
        await click(pilot, "C street")
        assert chosen(app) == "o2"


async def test_options_may_be_chinese() -> None:
    field = ChoiceField("leave", "假別", options=(("sick", "病假"), ("own", "事假"), ("annual", "特別休假")))
    app = host(field, leave="own")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "病假  ▸事假   特別休假" in screen_text(app)
        await press(pilot, "特")
        assert chosen(app) == "annual"
