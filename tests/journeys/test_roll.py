"""Roll call at the keyboard: only who is not there is touched, and no letter is needed."""

from __future__ import annotations

import pytest

from teamops.models.meetings import RollMark
from teamops.services import agenda
from teamops.services.desk import Desk
from tests.journeys import staged
from tests.journeys.keyboard import at_the_keyboard
from tests.services.holding import MONDAY, begin, go_on, stand, view

Told = dict[str, tuple[RollMark | None, int, str]]


@pytest.fixture
def meeting(roster_desk: Desk) -> int:
    """A meeting that began seven minutes ago."""
    running = begin(roster_desk, MONDAY)
    go_on(roster_desk.books, 7)
    return running


def exceptions(desk: Desk, meeting: int) -> Told:
    """What the roll says of those who are not simply present."""
    return {
        line.number: (line.mark, line.minutes, line.reason)
        for line in view(desk, meeting).roll
        if line.mark is not RollMark.PRESENT
    }


async def test_everyone_is_present_but_the_exceptions(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("enter", "r")
        lead.sees("Roll call · Mon 23 Nov · 15 due", "present 15", "enter writes it down")
        await lead.press("down", "l", "a", "v", "o", "p")
        lead.sees("late 7 min", "absent 1", "on leave 1", "out on a visit 1", "present 11")
        await lead.press("enter")
        lead.sees("present 11   late 1")
    assert exceptions(roster_desk, meeting) == {
        "A102": (RollMark.LATE, 7, ""),
        "A103": (RollMark.ABSENT, 0, ""),
        "A104": (RollMark.LEAVE, 0, ""),
        "A105": (RollMark.OUT, 0, ""),
    }


async def test_arrows_alone_call_the_roll(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "f12")
        lead.sees("What can be done here", "roll call")
        await lead.press("escape", "ctrl+r", "right", "down", "left", "down", "space", "right", "ctrl+s")
        lead.sees("present 12")
    assert exceptions(roster_desk, meeting) == {
        "A101": (RollMark.LATE, 7, ""),
        "A102": (RollMark.OUT, 0, ""),
        "A103": (RollMark.ABSENT, 0, ""),
    }


async def test_digits_after_a_late_mark_are_its_minutes(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "l", "1", "2")
        lead.sees("late 12 min", "Roll call")
        await lead.type("３")
        lead.sees("late 123 min")
        await lead.press("9")  # nobody is 1,239 minutes late
        lead.sees("late 123 min")
        await lead.press("up", "4", "down", "l", "down", "up", "5", "enter")
    assert exceptions(roster_desk, meeting) == {
        "A101": (RollMark.LATE, 4, ""),
        "A102": (RollMark.LATE, 5, ""),
    }


async def test_minutes_and_reasons_are_typed_in_one_line(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "l", "w")
        lead.sees("Minutes late of 徐靜, and why", "7")
        await lead.press("ctrl+u")
        await lead.type("12分鐘 堵車")
        await lead.press("enter")
        lead.sees("late 12 min", "堵車")
        await lead.press("down", "v", "f2")
        lead.sees("Why is 李平 not here?")
        await lead.type("病假")
        await lead.press("enter")
        await lead.press("down", "l", "w", "ctrl+u")
        await lead.type("等電梯")
        await lead.press("enter")
        await lead.press("down", "a", "w", "escape", "enter")
    assert exceptions(roster_desk, meeting) == {
        "A101": (RollMark.LATE, 12, "堵車"),
        "A103": (RollMark.LEAVE, 0, "病假"),
        "A105": (RollMark.LATE, 0, "等電梯"),
        "A107": (RollMark.ABSENT, 0, ""),
    }


async def test_more_minutes_than_a_day_has_are_refused(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "l", "w", "ctrl+u")
        await lead.type("481")
        await lead.press("enter")
        lead.sees("Minutes late of 徐靜, and why", "480")
        await lead.press("ctrl+u")
        await lead.type("４８０")
        await lead.press("enter")
        lead.sees("late 480 min")


async def test_a_mark_is_undone(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "a", "up", "u")
        lead.sees("present 15")
        await lead.press("l", "up", "ctrl+z", "enter")
    assert exceptions(roster_desk, meeting) == {}


async def test_the_roll_says_the_same_twice(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "a", "enter")
        lead.sees("The roll is written down.")
        await lead.press("r")
        lead.sees("absent", "08:37")
        await lead.press("enter")
        lead.sees("The roll says this already.")


async def test_marks_left_unwritten_are_there_again(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "l", "a", "escape")
        assert exceptions(roster_desk, meeting) == dict.fromkeys(
            (line.number for line in view(roster_desk, meeting).roll), (None, 0, "")
        )
        await lead.press("r")
        lead.sees("kept from before", "late 1", "absent 1")
        await lead.press("enter", "r")
        lead.misses("kept from before")


async def test_the_roll_is_called_alone_before_the_meeting(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("r", "l")
        lead.sees("late ")
        await lead.press("enter")
        lead.sees("The roll is written down.", "late 1", "徐靜 late")
        meeting = agenda.prepare(roster_desk, MONDAY)
        await lead.press("m")
        lead.sees("present 14", "late 1")
    assert list(exceptions(roster_desk, meeting)) == ["A101"]


async def test_nobody_is_due_before_the_team_is_there(desk: Desk) -> None:
    from datetime import date

    stand(desk.books, date(2025, 1, 6))
    async with at_the_keyboard(desk) as lead:
        await lead.press("r")
        lead.sees("Nobody is in the team on this day.", "6  People")
        await lead.press("l", "right", "u", "w", "escape")
        lead.sees("Morning meeting")


async def test_what_is_written_elsewhere_is_shown_beside_what_is_marked(
    roster_desk: Desk, meeting: int
) -> None:
    from teamops.models.inputs.meetings import RollLineIn
    from teamops.services import roll

    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "r", "a")
        who = staged.keys(roster_desk)
        told = [
            RollLineIn(person_id=line.person_id, mark=RollMark.PRESENT)
            for line in view(roster_desk, meeting).roll
            if line.person_id != who["A102"]
        ]
        told.append(RollLineIn(person_id=who["A102"], mark=RollMark.OUT))
        roll.call(roster_desk, MONDAY, tuple(told), meeting_id=meeting)
        await lead.settle()
        lead.sees("absent", "out on a visit 1", "present 13")
