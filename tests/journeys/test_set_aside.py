"""What is set aside half done is found again, and keys lead to the day and the line that is meant."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.figures import CellIn, TargetIn
from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import RollMark
from teamops.services import agenda, directives, figures, meetings, roll
from teamops.services.desk import Desk
from tests.journeys.keyboard import at_the_keyboard
from tests.screens.people.section import as_
from tests.services.holding import MONDAY, TUESDAY, begin, end, stand, value

WIDE = (120, 36)


async def test_marks_of_a_roll_outlive_esc_and_the_program(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("r", "down", "l", "v", "w")
        lead.sees("Why is 李平 not here?")
        await lead.type("流感")
        await lead.press("enter", "escape", "r")
        lead.sees("kept from before", "late 1", "on leave 1")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("r")
        lead.sees("kept from before", "late 1", "on leave 1", "流感")
        await lead.press("down", "u", "ctrl+s")
        lead.sees("The roll is written down.")
        await lead.press("r")
        lead.misses("kept from before")
        lead.sees("present 14 · on leave 1")


async def test_w_means_the_person_marked_just_now_or_the_one_under_the_cursor(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("r", "l", "w")
        lead.sees("Minutes late of 徐靜, and why")
        await lead.press("escape", "down", "w")
        lead.sees("Why is 李平 not here?")


async def test_the_roll_stands_whole_beside_the_part_being_held(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = begin(roster_desk, MONDAY)
    lines = tuple(RollLineIn(person_id=key, mark=RollMark.LEAVE) for key in (2, 3))
    roll.call(roster_desk, MONDAY, lines, meeting_id=meeting)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("enter")
        lead.sees("MARKET", "present 13", "on leave 2")


async def test_the_roll_of_today_is_not_that_of_a_meeting_never_closed(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    begin(roster_desk, MONDAY)
    stand(roster_desk.books, TUESDAY, time(8, 20))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("escape", "r")
        lead.sees("Roll call · Tue 24 Nov")


async def test_a_roll_is_not_changed_once_its_meeting_is_over(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = begin(roster_desk, MONDAY)
    roll.call(roster_desk, MONDAY, (RollLineIn(person_id=2, mark=RollMark.LEAVE),), meeting_id=meeting)
    end(roster_desk, meeting)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("r")
        lead.sees("on leave 1")
        await lead.press("l", "ctrl+s")
        lead.sees("The meeting of Mon 23 Nov 2026 is over")
    assert value(roster_desk, "SELECT count(*) FROM roll_call") == 1


async def test_cells_typed_and_not_saved_outlive_esc_and_the_program(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("7")
        await lead.press("tab", "escape")
        lead.sees("1 figure is not saved yet.")
        await lead.press("escape")
        lead.sees("1 changed, not yet saved")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        lead.sees("1 changed, not yet saved · kept from before")
        await lead.press("escape", "d", "f")
        lead.misses("not yet saved")
        await lead.type("8")
        await lead.press("tab", "escape", "s", "f")
        lead.misses("not yet saved")
    assert value(roster_desk, "SELECT count(*) FROM draft") == 0


async def test_a_cell_somebody_else_changed_is_not_written_over_unseen(roster_desk: Desk) -> None:
    friday = date(2026, 11, 20)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("6")
        await lead.press("tab")
        figures.record(roster_desk, friday, (CellIn(person_id=4, figure_id=1, value=Decimal(5), version=0),))
        await lead.settle()
        await lead.press("ctrl+s")
        lead.sees("! A104 劉平 · accounts opened: 5. Somebody changed this since you opened it.")
        await lead.press("ctrl+s")
        lead.sees("1 figure written down.")


@pytest.mark.parametrize("width", [100, 104, 112])
async def test_figures_of_the_members_are_whole_where_there_are_two_columns(
    roster_desk: Desk, width: int
) -> None:
    friday = date(2026, 11, 20)
    cells = (
        CellIn(person_id=4, figure_id=1, value=Decimal(10)),
        CellIn(person_id=4, figure_id=2, value=Decimal("128.5")),
    )
    figures.record(roster_desk, friday, cells)
    target = TargetIn(person_id=4, figure_id=2, value=Decimal(1200))
    figures.target(roster_desk, date(2026, 11, 1), (target,))
    async with at_the_keyboard(roster_desk, (width, 30)) as lead:
        lead.sees("128.5  128.5/1,200", "10 %")


@pytest.mark.parametrize(("keys", "day"), [(("enter",), "Tue 24 Nov"), (("down", "enter"), "Mon 23 Nov")])
async def test_in_the_evening_the_agenda_of_tomorrow_can_be_prepared_though_today_had_none(
    roster_desk: Desk, keys: tuple[str, ...], day: str
) -> None:
    stand(roster_desk.books, MONDAY, time(18))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g")
        lead.sees("The agenda of which day?", "Tue 24 Nov", "Mon 23 Nov")
        await lead.press(*keys)
        lead.sees(f"Agenda · {day}")


async def test_a_meeting_called_off_by_mistake_is_prepared_again(roster_desk: Desk) -> None:
    meeting = agenda.prepare(roster_desk, MONDAY)
    meetings.cancel(roster_desk, meeting, "暴雨")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g")
        lead.sees("Agenda · Mon 23 Nov", "being prepared")


async def test_members_begin_at_their_own_line(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    directives.issue(roster_desk, DirectiveIn(title="佣金下限"))
    async with at_the_keyboard(as_(roster_desk, "A107")) as member:
        await member.press("4", "tab", "tab", "enter")
        member.sees("▸  A107")
        await member.press("k")
        member.sees("1 of 15 acknowledged")
        await member.press("escape", "1", "f")
        member.sees("▸A107")
