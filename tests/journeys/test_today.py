"""The morning board: what it says on which day, and where enter leads."""

from __future__ import annotations

from datetime import date, time

import pytest

from teamops.i18n import set_language
from teamops.models.inputs.people import PersonIn, PostingIn
from teamops.models.meetings import ItemKind
from teamops.models.people import Role
from teamops.services import agenda, meetings, people
from teamops.services.desk import Desk
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard, later
from tests.journeys.staged import AtStage
from tests.services.holding import MONDAY, begin, born, end, go_on, item, keep_clock, stand

WIDE = (120, 36)
SUNDAY = date(2026, 11, 22)


async def test_an_empty_board_names_the_keys_that_fill_it(desk: Desk) -> None:
    async with at_the_keyboard(desk, WIDE) as lead:
        lead.sees("No agenda yet.", "g  prepare it", "1 due   not called yet", "r call", "Nothing waits.")
        lead.sees("None in force.", "Nobody's figures are asked for.", "g prepare")
        lead.misses("last minutes")
        await lead.press("v", "x", "enter")
        lead.sees("Morning meeting", "Nothing waits.")


async def test_a_rest_day_shows_the_next_meeting_and_begins_none(roster_desk: Desk) -> None:
    stand(roster_desk.books, SUNDAY, time(10))
    agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("Morning meeting · Mon 23 Nov", "Sun 22 Nov 2026 · weekend", "g prepare")
        lead.misses("m run")
        await lead.press("m")
        lead.sees("Sun 22 Nov 2026 · weekend")
        await lead.press("g")
        lead.sees("Agenda · Mon 23 Nov 2026")


async def test_the_meetings_list_says_why_none_begins_on_a_rest_day(roster_desk: Desk) -> None:
    stand(roster_desk.books, SUNDAY, time(10))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "m")
        lead.sees("Sun 22 Nov 2026 is no working day", "meeting is on Mon 23 Nov 2026.")


async def test_a_year_nobody_confirmed_is_said(roster_desk: Desk) -> None:
    stand(roster_desk.books, date(2029, 3, 5))
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("! calendar of 2029 not confirmed: weekdays assumed")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(6, 59), "08:30 · host"),
        (time(7, 0), "in 90 min"),
        (time(8, 29), "in 1 min"),
        (time(8, 30), "now due"),
        (time(12, 29), "now due"),
        (time(12, 30), "08:30 · host"),
    ],
)
async def test_how_long_it_is_until_the_meeting(roster_desk: Desk, at: time, said: str) -> None:
    stand(roster_desk.books, MONDAY, at)
    agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees(said)


async def test_birthdays_are_named_beside_the_day(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        lead.misses("birthday")
        later(roster_desk.books, days=1)
        await lead.press("f5")
        lead.sees("李平's birthday")


async def test_a_running_meeting_is_offered_where_it_stood(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    go_on(roster_desk.books, 3)
    keep_clock(roster_desk, meeting, [staged.PROGRESS], seconds=95)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("still running", "Progress, 08:33:00")
        await lead.press("enter")
        lead.sees("PROGRESS", "1:35 of 25:00")
        await lead.press("escape")
        lead.sees("running since 08:30", "m go on ─", " m go on  g agenda  ")


async def test_a_running_meeting_whose_clock_was_never_kept_is_offered_too(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("The meeting of Mon 23 Nov 2026 is still running")
        lead.sees("(Market, 08:30:00)")
        await lead.press("escape")
        lead.sees("running since 08:30")
        await lead.press("m")
        lead.sees("MARKET")


async def test_a_meeting_never_closed_is_gone_on_with_after_asking(roster_desk: Desk) -> None:
    begin(roster_desk, staged.LAST_FRIDAY)
    stand(roster_desk.books, MONDAY, time(8, 21))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("escape")
        lead.sees("! The meeting of Fri 20 Nov was never closed.", "m go on with it")
        await lead.press("m")
        lead.sees("Fri 20 Nov 2026 was never closed. Go on with it")
        await lead.press("escape")
        lead.sees("m go on with it")
        await lead.press("m", "enter")
        lead.sees("Morning meeting · Fri 20 Nov", "MARKET")
        await lead.press("f10", "enter")
        lead.sees("MM2026-0001 · Fri 20 Nov 2026")
        await lead.press("escape")
        lead.misses("never closed")
        lead.sees("No agenda yet")


async def test_enter_opens_what_waits(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("▸! sign the minutes", "3 days late", "due today", "check: 補齊風險測評")
        await lead.press("enter")
        lead.sees("MM2026-0002 · Fri 20 Nov 2026", "not signed yet")
        await lead.press("s", "enter", "escape")
        lead.misses("sign the minutes")
        await lead.press("down", "enter")
        lead.sees("[Action items]", "▸  T2026-001")


async def test_more_than_fits_is_counted_and_opened_in_its_list(roster_desk: Desk) -> None:
    staged.after(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("… and 3 more in Meetings (4)")
        await lead.press("end", "enter")
        lead.sees("[Action items]", "▸! T2026-002")


async def test_a_meeting_that_was_held_is_looked_at_not_begun_again(roster_desk: Desk) -> None:
    staged.after(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.sees(
            "closed 08:57 · to be signed", "v minutes · g next agenda", "劉平 late, 高芳 on leave", "2 open"
        )
        lead.sees(" v minutes to sign  g next agenda  ")
        lead.misses("run meeting")
        await lead.press("m")
        lead.sees("closed 08:57 · to be signed")
        await lead.press("v", "s", "enter")
        lead.sees("MM2026-0003 · Mon 23 Nov 2026", "· signed")
        await lead.press("escape")
        lead.sees(" v minutes  g next agenda  ")
        await lead.press("f6")
        lead.sees("Export minutes", "MM2026-0003")
        await lead.press("escape", "escape", "g")
        lead.sees("Agenda · Tue 24 Nov 2026", "週五前守住3100點 → what came of it?", "every day")


async def test_after_a_meeting_was_called_off_another_may_be_prepared(roster_desk: Desk) -> None:
    meeting = agenda.prepare(roster_desk, MONDAY)
    meetings.cancel(roster_desk, meeting, "暴雨")
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("No agenda yet.")
        await lead.press("g")
        lead.sees("Agenda · Mon 23 Nov 2026", "being prepared")


async def test_directives_everyone_knows_take_no_line(roster_desk: Desk) -> None:
    from teamops.models.inputs.directives import DirectiveIn
    from teamops.services import directives

    stand(roster_desk.books, MONDAY)
    issued = directives.issue(roster_desk, DirectiveIn(title="佣金下限", addressee_ids=(1,)))
    directives.acknowledge(roster_desk, issued, (1,))
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.sees("Everyone has acknowledged all of them.")


async def test_an_agenda_says_how_much_came_over(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY, [item(staged.MORALE, ItemKind.PRAISE, f"第{n}") for n in "一二"])
    end(roster_desk, meeting, [staged.MARKET])
    later(roster_desk.books, days=1)
    agenda.prepare(roster_desk, roster_desk.books.clock.today())
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("from last time: 2 items of the agenda", "3 items: 第一")


async def test_a_board_grows_and_shrinks_with_the_terminal(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        lead.misses("by member")
        await lead.resize(*WIDE)
        lead.sees("Fri 20 Nov, by member", "Directives in force", "15 due")
        await lead.resize(100, 24)
        lead.sees("Needs you", "Morning meeting")
        await lead.resize(60, 18)
        lead.sees("Morning meeting", "Needs you")


async def test_a_day_later_the_board_is_of_that_day(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("Mon 23 Nov 2026 08:21")
        lead.app._poll()
        later(roster_desk.books, days=1, minutes=5)
        lead.app._poll()
        await lead.settle()
        lead.sees("Tue 24 Nov 2026 08:26", "Tue 24 Nov 2026 · working day")


async def test_someone_without_figures_to_tell_sees_none(desk: Desk) -> None:
    people.add(
        desk,
        PersonIn(number="A120", name="王芳", joined_on=MONDAY),
        PostingIn(role=Role.CLIENT_MANAGER, starts_on=MONDAY),
    )
    async with at_the_keyboard(desk, WIDE) as lead:
        lead.sees("by member", "王芳", "2 due")


async def test_a_meeting_far_from_its_hour_is_begun_only_when_that_is_meant(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY, time(15))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("m")
        lead.sees("It is 15:00; the meeting is planned for 08:30.")
        await lead.press("escape")
        lead.sees("No agenda yet.")
        await lead.press("m", "enter")
        lead.sees("MARKET")


async def test_an_exchange_that_is_closed_on_a_working_day_is_said(roster_desk: Desk) -> None:
    from teamops.models.calendar import DayKind
    from teamops.models.inputs.calendar import OverrideIn
    from teamops.services import calendar

    stand(roster_desk.books, MONDAY)
    closed = OverrideIn(day=MONDAY, kind=DayKind.WORKDAY, market_open=False, reason="颱風")
    calendar.override(roster_desk, closed)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("working day · exchange closed")


def borders(lead: Keyboard) -> tuple[int, int, int]:
    """How many panels have an upper left, a lower left and a lower right corner."""
    return tuple(lead.screen.count(corner) for corner in "╭╰╯")  # type: ignore[return-value]


@pytest.mark.parametrize("stage", ["prepared", "running", "after"])
@pytest.mark.parametrize("size", [(60, 18), (60, 24), (80, 18), (80, 24), (100, 18), (100, 24), (120, 36)])
async def test_every_panel_has_all_its_borders(at_stage: AtStage, stage: str, size: tuple[int, int]) -> None:
    async with at_the_keyboard(at_stage(stage), size) as lead:
        if stage == "running":
            await lead.press("escape")
        above, below, right = borders(lead)
        assert above == below == right >= 2
        assert lead.screen.count("╮") == above
        lead.sees("Needs you", "▸")


async def test_a_board_with_warnings_stands_whole_in_a_small_terminal(roster_desk: Desk) -> None:
    stand(roster_desk.books, date(2029, 3, 2))
    begin(roster_desk, date(2029, 3, 2))
    stand(roster_desk.books, date(2029, 3, 5), time(8, 21))
    agenda.prepare(roster_desk, date(2029, 3, 5))
    async with at_the_keyboard(roster_desk, (60, 18)) as lead:
        await lead.press("escape")
        lead.sees("calendar of 2029 not confirmed", "was never closed", "5 Morale", "Nothing waits.")
        assert borders(lead) == (2, 2, 2)


async def test_too_small_is_said_and_made_larger_all_is_as_before(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk, (60, 18)) as lead:
        await lead.press("down")
        before = lead.screen
        await lead.resize(40, 10)
        lead.sees("This terminal is too small: 40×10")
        await lead.resize(60, 18)
        assert lead.screen == before


async def test_a_list_within_a_line_is_written_as_the_language_does(roster_desk: Desk) -> None:
    born(roster_desk, A104=date(1990, 11, 23), A105=date(1991, 11, 23))
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.sees("劉平's birthday, 高芳's birthday")
        set_language("zh_Hant")
        await lead.press("f5")
        lead.sees("劉平 生日、高芳 生日")
