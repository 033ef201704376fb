"""Names completed from a few characters."""

from __future__ import annotations

from typing import Any

import pytest

from teamops.widgets.fields import NameField, NamesField, TextField
from tests.screen_text import screen_text
from tests.widgets.form_host import FormHost, form_of, lines, paste, press, slip, until


def host(**more: Any) -> FormHost:
    fields = (NameField("who", "Who"), TextField("text", "Text"), NamesField("all", "All"))
    return FormHost(slip(fields=fields, **more))


def listed(app: FormHost) -> list[str]:
    """The names of the open list, its cursor with them."""
    drop = form_of(app)._drop
    return (
        [("▸" if n == drop.cursor else "") + item.label for n, item in enumerate(drop.items)]
        if drop.display
        else []
    )


async def test_the_list_opens_below_and_shows_what_tells_them_apart() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l")
        await press(pilot, "i")
        assert listed(app) == ["▸Liu Yang", "Li Na"]
        shown = lines(app)
        at = next(number for number, line in enumerate(shown) if line.startswith("Who"))
        assert shown[at + 1].startswith("▸ Liu Yang  A106")
        assert shown[at + 2].split(maxsplit=1)[1].startswith("Li Na     A102")


@pytest.mark.parametrize(("key", "next_field"), [("enter", False), ("tab", True)])
async def test_enter_and_tab_take_what_is_under_the_cursor(key: str, next_field: bool) -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l", "i", "down", key)
        form = form_of(app)
        assert form.values()["who"] == "Li Na"
        assert listed(app) == []
        assert (app.focused is form._page.cells[1].entry) == next_field
        if not next_field:
            await press(pilot, "enter")
            assert app.focused is form._page.cells[1].entry


async def test_the_cursor_of_the_list() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "a")
        assert listed(app) == ["▸Liu Yang", "Li Na", "Sun Hao", "王芳", "[/]"]
        await press(pilot, "up")
        assert listed(app)[0] == "▸Liu Yang"
        await press(pilot, "pagedown")
        assert listed(app)[-1] == "▸[/]"
        assert "▸ [/]" in screen_text(app)
        assert "[red]A1[/]" in screen_text(app)
        await press(pilot, "pageup", "down")
        assert listed(app)[1] == "▸Li Na"


async def test_esc_closes_the_list_and_then_asks() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l", "escape")
        assert listed(app) == []
        assert form_of(app).values()["who"] == "l"
        await press(pilot, "escape")
        assert "What you typed is not saved yet." in screen_text(app)


async def test_what_nobody_is_called_opens_nothing() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l", "i", "x")
        assert listed(app) == []
        await press(pilot, "backspace")
        assert listed(app) != []
        await press(pilot, "ctrl+u")
        assert listed(app) == []
        await press(pilot, "x", "tab")
        assert form_of(app).values()["who"] == "x"


async def test_a_name_that_is_whole_opens_nothing() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await paste(pilot, "sun HAO")
        assert listed(app) == []
        await press(pilot, "backspace")
        assert listed(app) == ["▸Sun Hao"]


async def test_the_list_goes_with_the_focus_and_with_a_save() -> None:
    app = host(initial={"text": "x"})
    async with app.run_test(size=(80, 20)) as pilot:
        form = form_of(app)
        await press(pilot, "l")
        form.focus_next()
        await pilot.pause()
        assert listed(app) == []
        form.focus_previous()
        await pilot.pause()
        await press(pilot, "i", "ctrl+s")
        await until(pilot, lambda: bool(app.results))
        assert not form._drop.display
    assert app.results == [{"who": "li", "text": "x", "all": ""}]


@pytest.mark.parametrize(
    ("before", "back", "typed", "after"),
    [
        ("", 0, "li", "Liu Yang"),
        ("Sun Hao,", 0, "li", "Sun Hao, Liu Yang"),
        ("Sun Hao, ", 0, "li", "Sun Hao, Liu Yang"),
        ("Sun Hao，", 0, "li", "Sun Hao，Liu Yang"),
        ("孫浩、", 0, "王", "孫浩、王芳"),
        ("、孫浩", 3, "王", "王芳、孫浩"),
        ("Sun Hao, , Li Na", 7, "王", "Sun Hao, 王芳, Li Na"),
    ],
)
async def test_several_names_are_completed_one_by_one(before: str, back: int, typed: str, after: str) -> None:
    app = host(initial={"all": before})
    async with app.run_test(size=(80, 20)) as pilot:
        form_of(app).focus_previous()
        await press(pilot, *["left"] * back, *typed, "enter")
        assert form_of(app).values()["all"] == after
        assert app.focused is form_of(app)._page.cells[2].entry
        await press(pilot, "!")
        assert "!" in form_of(app).values()["all"]


async def test_a_form_without_people_completes_nothing() -> None:
    app = host(people=None)
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l", "i", "enter")
        assert listed(app) == []
        assert form_of(app).values()["who"] == "li"


async def test_the_list_opens_above_where_the_screen_ends() -> None:
    app = host()
    async with app.run_test(size=(60, 11)) as pilot:
        form_of(app).focus_previous()
        await press(pilot, "a")
        shown = lines(app)
        at = next(number for number, line in enumerate(shown) if line.startswith("All"))
        assert "[/]" in shown[at - 1]
        assert "▸ Liu Yang" in shown[at - 5]


async def test_the_mouse_takes_a_name() -> None:
    app = host()
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "l", "i")
        shown = screen_text(app).splitlines()
        y = next(number for number, line in enumerate(shown) if "Li Na" in line)
        await pilot.click(offset=(shown[y].index("Li Na"), y))
        await pilot.pause()
        assert form_of(app).values()["who"] == "Li Na"
