"""How a form stands on screens of all sizes."""

from __future__ import annotations

from typing import Any

import pytest

from teamops import i18n
from teamops.errors import Refusals
from teamops.text import cell_width
from teamops.themes import DARK, LIGHT
from teamops.widgets.fields import BodyField, DateField, NumberField, TextField, TimeField
from teamops.widgets.form_state import Values
from tests.screen_text import screen_text
from tests.widgets.form_host import FILLED, FormHost, form_of, lines, paste, press, slip, until

CHINESE = (
    TextField("client", "客戶名稱", required=True, half=True, hint="名稱，或其中幾個字"),
    TextField("phone", "電話", half=True),
    DateField("day", "日期", required=True),
    BodyField("note", "備註與後續追蹤", rows=3),
)


async def test_labels_are_as_wide_as_they_look() -> None:
    app = FormHost(slip(fields=CHINESE, title="新外出單", initial={"client": "金橋", "day": "下週五"}))
    async with app.run_test(size=(80, 18)) as pilot:
        await pilot.pause()
        shown = [line for line in screen_text(app).splitlines() if line]
        assert shown[0].startswith("╭─ 新外出單 ──")
        assert {cell_width(line) for line in shown} == {80}
        assert shown[2] == "│ 客戶名稱 *      金橋                   電話                                  │"
        assert shown[4] == "│ 日期 *          下週五                                                       │"
        assert shown[5] == "│                 Fri 4 Dec 2026                                               │"
        assert shown[6].startswith("│ 備註與後續追蹤 ")


async def test_short_fields_share_a_row_from_eighty_columns_on() -> None:
    app = FormHost(slip())
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        assert any(line.startswith("Who *") and line.endswith("with") for line in lines(app))
        await pilot.resize_terminal(78, 30)
        await pilot.pause()
        assert "with" in lines(app)


async def test_a_short_field_with_nobody_beside_has_the_row() -> None:
    fields = (TextField("a", "A", half=True), TextField("b", "B"), TextField("c", "C", half=True))
    app = FormHost(slip(fields=fields))
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        assert len({cell.entry.size.width for cell in form_of(app)._page.cells}) == 1


@pytest.mark.parametrize("width", [60, 78, 80, 120])
@pytest.mark.parametrize("height", [18, 24, 36])
async def test_every_field_can_be_come_to_whole(width: int, height: int) -> None:
    app = FormHost(slip(initial=FILLED, note=lambda values: "filed 09:52", subtitle="next"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(width, height)
        await pilot.pause()
        for cell in form_of(app)._page.cells:
            shown = screen_text(app).splitlines()
            frame = [line for line in shown if line.strip()]
            assert frame[0].strip().startswith("╭─ New visit slip ─")
            assert frame[-1].strip().startswith("╰─ tab next  ^s save")
            assert "filed 09:52" in frame[-2]
            assert cell_width(frame[0].strip()) == min(width, 100)
            entry = cell.entry
            assert entry.has_focus
            assert f" {cell.label} " in screen_text(app)
            assert form_of(app)._page.region.contains_region(entry.region)
            below = entry.region.bottom
            assert below < form_of(app)._frame.foot.region.y or cell.field.name == "note"
            await press(pilot, "tab")


async def test_what_has_the_focus_stays_in_sight() -> None:
    app = FormHost(slip(initial=FILLED))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "shift+tab")
        await pilot.resize_terminal(60, 14)
        await pilot.pause()
        page = form_of(app)._page
        assert page.region.contains_region(page.cells[-1].entry.region)
        assert "Who" not in screen_text(app)
        await press(pilot, "tab")
        assert "Who" in screen_text(app)


async def test_a_form_stands_in_the_middle() -> None:
    app = FormHost(slip(fields=CHINESE))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        region = form_of(app)._frame.region
        assert (region.x, region.width) == (10, 100)
        assert abs(region.y - (36 - region.bottom)) <= 1


async def test_keys_that_do_not_fit_are_left_out_whole() -> None:
    app = FormHost(slip(same_as_last=dict, drafts=None))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        assert (
            screen_text(app)
            .splitlines()[-1]
            .startswith("╰─ tab next  ^s save  F8 same as last time  esc back ─")
        )
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert screen_text(app).splitlines()[-1].startswith("╰─ tab next  ^s save  F8 same as last time ─")


async def test_a_text_above_the_fields() -> None:
    app = FormHost(slip(text="Say what was wrong.\nIt is kept, and " + "printed " * 9 + "too."))
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        shown = [line for line in lines(app) if line]
        assert shown[1:4] == [
            "Say what was wrong.",
            "It is kept, and printed printed printed printed printed",
            "printed printed printed printed too.",
        ]


BESIDE = (
    DateField("day", "Day", half=True),
    TimeField("out", "Out", half=True),
    NumberField("much", "Much", half=True),
    TextField("last", "Last", half=True),
)


async def said(day: str, out: str) -> str:
    """The line below two fields that share a row."""
    app = FormHost(slip(fields=BESIDE, initial={"day": day, "out": out}))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        shown = screen_text(app).splitlines()
        at = next(number for number, line in enumerate(shown) if "Day" in line)
        return shown[at + 1].strip("│").rstrip()


async def test_what_is_said_of_one_of_two_has_the_room_of_both() -> None:
    long = "“no such day” is no date. Try 2026-11-28, 11-28, fri, +3 or 下週五."
    assert await said("no such day", "") == f"       {long}"
    assert await said("", "no such time") == (
        " " * 26 + "“no such time” is no time of day. Try 8:30 or 0830."
    )
    assert (
        await said("fri", "9")
        == "       Fri 27 Nov 2026                        “9” is no time of day. Try 8:3…"
    )
    assert await said("", "９：３０") == " " * 46 + "09:30"


async def test_what_is_refused_of_two_beside_each_other_is_seen_whole() -> None:
    why = "Wang Fang has another posting from 1 Nov to 30 Nov; choose days outside it."

    def submit(values: Values) -> None:
        raise Refusals({"day": why, "out": "No."})

    app = FormHost(slip(submit, fields=BESIDE))
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "No." in screen_text(app))
        left = " ".join(line[2:39].rstrip() for line in screen_text(app).splitlines())
        assert f"Day {why} Much" in " ".join(left.split())
        cells = form_of(app)._page.cells
        assert cells[2].entry.region.y - cells[0].entry.region.y == 4
        await paste(pilot, "fri")
        await pilot.pause()
        assert cells[2].entry.region.y - cells[0].entry.region.y == 2


async def test_invisible_characters_are_told_of() -> None:
    app = FormHost(slip(fields=BESIDE))
    async with app.run_test(size=(80, 20)) as pilot:
        await paste(pilot, "\u200bfri")
        assert "Fri 27 Nov 2026 · 1 invisible character removed" in lines(app)
        await paste(pilot, "\u200b\u202e")
        assert "Fri 27 Nov 2026 · 3 invisible characters removed" in lines(app)
        assert form_of(app).values()["day"] == "fri"


async def test_another_language_is_spoken_at_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    app = FormHost(slip(fields=BESIDE, initial={"day": "fri"}))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        i18n.set_language("zh_Hans")
        await press(pilot, "tab")
        assert "2026年11月27日 周五" in lines(app)


async def test_a_form_follows_the_theme() -> None:
    app = FormHost(slip(initial=FILLED, drafts=None))
    async with app.run_test(size=(80, 24)) as pilot:
        looks = set()
        for theme in (DARK, LIGHT):
            app.register_theme(theme)
            app.theme = theme.name
            await pilot.pause()
            strips: list[Any] = app.screen._compositor.render_strips()
            looks.add(tuple(segment.style.color for strip in strips for segment in strip if segment.style))
        assert len(looks) == 2
