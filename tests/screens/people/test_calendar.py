"""The calendar: months, what a day is and why, and a lead who says otherwise."""

from __future__ import annotations

from datetime import date

from teamops.models.calendar import DayKind
from teamops.services.desk import Desk
from teamops.services.reading import calendar
from tests.screens.people.section import as_, at, fill


async def test_a_month_tells_of_each_day(roster_desk: Desk) -> None:
    async with at("calendar", roster_desk) as lead:
        lead.sees(
            "November 2026 · 21 working days", "announced", "▸[23]", "working day · market open", "known from"
        )
        await lead.press("pageup")
        lead.sees("October 2026 · 18 working days", "Nationa…", "make-up", "shut")
        await lead.press(*["up"] * 2, "right")
        lead.sees("Sat 10 Oct 2026", "make-up working day · National Day · market closed")
        await lead.press("up")
        lead.sees("Sat 3 Oct 2026", "holiday · National Day · market closed")
        await lead.press("t")
        lead.sees("November 2026", "▸[23]")


async def test_brackets_and_control_keys_turn_months(roster_desk: Desk) -> None:
    async with at("calendar", roster_desk, (120, 36)) as lead:
        lead.misses("market closed")
        await lead.press("right_square_bracket", "ctrl+pagedown")
        lead.sees("January 2027", "! not announced: weekdays assumed")
        lead.sees("2027 is not announced yet; “teamops import calendar FILE” brings it.")
        await lead.press("left_square_bracket", "ctrl+pageup", "【")
        lead.sees("October 2026", "make-up", "market closed")
        await lead.press("f8", "down", "down")
        lead.sees("December 2026", "Mon 7 Dec 2026")
        await lead.press("f5")
        lead.sees("Mon 7 Dec 2026")


async def test_a_lead_says_otherwise_with_a_reason(roster_desk: Desk) -> None:
    async with at("calendar", roster_desk) as lead:
        await lead.press("right", "h")
        lead.sees("Tue 24 Nov 2026")
        lead.misses("History")
        await lead.press("e")
        lead.sees("working day", "Market open")
        await fill(lead, ("right", "right"), "Typhoon [/]", ("left",), None)
        await lead.press("ctrl+s")
        lead.sees("Please fill this in.")
        await fill(lead, "signal no. 8")
        await lead.press("ctrl+s")
        lead.sees(
            "20 working days",
            "Typhoon…",
            "holiday · Typhoon [/] · market closed",
            "徐靜 A101 says so: signal no. 8",
        )
        await lead.press("h")
        lead.sees("History · Tue 24 Nov 2026", "signal no. 8")
        await lead.press("escape", "enter")
        lead.sees("Tue 24 Nov 2026", "signal no. 8")
        await fill(lead, ("home",), "", ("right",), "it passed by")
        await lead.press("ctrl+s")
        lead.sees("21 working days", "working day · market open", "it passed by")
    with roster_desk.books.reading() as reader:
        view = calendar.day_view(reader, date(2026, 11, 24))
    assert (view.kind, view.name, view.market_open, view.reason) == (
        DayKind.WORKDAY,
        "",
        True,
        "it passed by",
    )


async def test_who_is_no_lead_reads_it_only(roster_desk: Desk) -> None:
    async with at("calendar", as_(roster_desk, "A102")) as clerk:
        clerk.misses("e edit")
        await clerk.press("e", "enter", "n", "slash", "x")
        clerk.sees("[Calendar]", "November 2026 · 21 working days")
        clerk.misses("Why")


async def test_tab_goes_on_from_the_month_and_comes_back_to_its_day(roster_desk: Desk) -> None:
    async with at("calendar", roster_desk) as lead:
        await lead.press("down", "tab")
        lead.sees("[Set-up]", "Branch and team")
        await lead.press("shift+tab")
        lead.sees("[Calendar]", "Mon 30 Nov 2026")
        await lead.press("ctrl+left")
        lead.sees("[Outlets]")
        await lead.press("down", "ctrl+right", "shift+tab")
        lead.sees("▸W02")
