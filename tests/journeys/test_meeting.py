"""The meeting on the projector: going through its parts, its clock, and closing it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from teamops.errors import DatabaseBusy
from teamops.models.inputs.figures import CellIn
from teamops.models.inputs.meetings import OutcomeIn
from teamops.models.meetings import ItemKind, MeetingState, OutcomeKind, Section
from teamops.services import agenda, figures, meeting_clock, meetings
from teamops.services.desk import Desk
from teamops.services.reading import meetings as reading
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard, later
from tests.services.holding import MONDAY, begin, go_on, item, lines, note, stand, view

PARTS = ("MARKET", "DIRECTIVES", "PROGRESS", "CASE", "MORALE")


async def in_the_meeting(lead: Keyboard) -> None:
    """Go on with the meeting that is offered."""
    await lead.press("enter")


@pytest.mark.parametrize(
    ("on", "back"), [("right", "left"), ("pagedown", "pageup"), ("space", "left")], ids=lambda key: key
)
async def test_the_parts_are_gone_through_one_by_one(roster_desk: Desk, on: str, back: str) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press(back)
        for part in PARTS:
            lead.sees(part, "▸ ")
            await lead.press(on)
        lead.sees("The roll was not called. Close the meeting all the same?")
        await lead.press("escape", back)
        lead.sees("CASE")


async def test_it_begins_with_one_key_prepared_or_not(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f9")
        lead.sees(
            "Morning meeting · Mon 23 Nov", "MARKET", "Nothing was prepared for this part.", "0:00 of 25:00"
        )


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36)])
async def test_every_part_is_whole_on_the_projector(roster_desk: Desk, size: tuple[int, int]) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, size) as lead:
        await in_the_meeting(lead)
        lead.sees("A股縮量震盪", "北向資金淨流入", "Judgement  週五前守住", "R2026-002  客戶詢價一律當")
        lead.sees("late 1", "08:37", "of 25:00")
        await lead.press("right")
        lead.sees("D2026-002", "固收新品推介")
        await lead.press("right")
        lead.sees("figures of 20 Nov: 2 of 12", "accounts opened", "7 / 60", "135.5 / 1,800")
        lead.sees("劉平" if size[0] > 60 else "12 more members: f")
        await lead.press("end")
        lead.sees("▸→ 回訪三位新開戶客戶")
        await lead.press("right")
        lead.sees("佣金之爭", "先談服務，再談價。")
        await lead.press("right")
        lead.sees("劉平單日開戶第一")
        assert max(len(line) for line in lead.screen.splitlines()) <= size[0]


async def test_the_clock_runs_is_held_and_is_overrun(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        go_on(roster_desk.books, 4)
        lead.app.screen.beat()  # type: ignore[attr-defined]
        await lead.settle()
        lead.sees("4:00  5", "4:00 of 25:00")
        await lead.press("p")
        lead.sees("clock held")
        go_on(roster_desk.books, 30)
        lead.app.screen.beat()  # type: ignore[attr-defined]
        await lead.settle()
        lead.sees("4:00  5", "4:00 of 25:00")
        await lead.press("f8")
        lead.misses("clock held")
        go_on(roster_desk.books, 22)
        lead.app.screen.beat()  # type: ignore[attr-defined]
        await lead.settle()
        lead.sees("! 26:00  5", "! 26:00 of 25:00")


async def test_leaving_the_view_leaves_the_meeting_running(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("right", "escape")
        lead.sees("running since 08:30", "m go on")
        go_on(roster_desk.books, 5)
        await lead.press("4", "enter")
        lead.sees("DIRECTIVES", "5:00  5")
        await lead.press("escape")
        lead.sees("[Meetings]")


async def test_the_clock_is_kept_for_whoever_goes_on_after_a_crash(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("right")
        go_on(roster_desk.books, 2)
        lead.app._beat()
        await lead.settle()
        with roster_desk.books.reading() as reader:
            kept = reading.clock_of(reader, meeting)
    assert kept is not None
    assert (kept.section, kept.elapsed[Section.DIRECTIVES]) == (Section.DIRECTIVES, 120_000)


async def test_a_clock_that_cannot_be_kept_is_said_once(
    roster_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(roster_desk, MONDAY)

    def refuse(*_told: object) -> None:
        raise DatabaseBusy(roster_desk.books.path)

    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        monkeypatch.setattr(meeting_clock, "keep", refuse)
        lead.app._beat()
        await lead.settle()
        lead.app._beat()
        await lead.settle()
        assert len(lead.app._notifications) == 1
        monkeypatch.undo()
        lead.app._beat()
        await lead.settle()
        assert not lead.app._beat_refused


async def test_an_item_is_left_for_next_time_and_taken_back(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY, [note("甲"), note("乙")])
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("down", "k")
        lead.sees("left for next time")
        assert [line.discussed for line in lines(roster_desk, meeting)] == [None, False]
        await lead.press("ctrl+k")
        lead.misses("left for next time")
        await lead.press("right", "k")
        lead.sees("Put the cursor on an item of the agenda first")


async def test_what_is_not_typed_here_is_changed_in_its_own_list(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("right", "e")
        lead.sees("This is changed in its own list")
        await lead.press("right", "right", "enter")
        lead.sees("This is changed in its own list")


async def test_the_roll_and_the_figures_are_at_hand(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        lead.sees("roll not called yet")
        await lead.press("ctrl+r", "ctrl+s")
        lead.sees("present 15")
        await lead.press("right", "right", "ctrl+f")
        lead.sees("Figures of Fri 20 Nov 2026")
        await lead.type("3")
        await lead.press("ctrl+s")
        lead.sees("PROGRESS", "1 of 12 in")


async def test_closing_asks_draws_the_minutes_and_shows_them(roster_desk: Desk) -> None:
    meeting = staged.running(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("c")
        lead.sees("Close the meeting? Its minutes are drawn at once.", "go on")
        await lead.press("escape")
        lead.sees("MARKET")
        await lead.press("f10", "enter")
        lead.sees("MM2026-0003 · Mon 23 Nov 2026", "not signed yet")
        await lead.press("escape")
        lead.sees("closed 08:37")
    assert view(roster_desk, meeting).state is MeetingState.MINUTED


async def test_calling_it_off_wants_a_reason(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("f11")
        lead.sees("Call the meeting off. Why?")
        await lead.type("停電")
        await lead.press("enter")
        lead.sees("No agenda yet.")
    assert view(roster_desk, meeting).state is MeetingState.CANCELLED


async def test_a_meeting_closed_elsewhere_leaves_the_screen(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        meetings.close(roster_desk, meeting)
        await lead.settle()
        lead.sees("Needs you", "sign the minutes")
        assert lead.app.clock_of(meeting) is None


async def test_a_meeting_closed_elsewhere_does_not_take_what_is_open_over_it(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        await lead.press("f")
        meetings.close(roster_desk, meeting)
        await lead.settle()
        lead.sees("Figures of Fri 20 Nov 2026")
        await lead.press("escape")
        lead.sees("Needs you", "sign the minutes")


async def test_what_others_do_meanwhile_is_shown(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        agenda.add(roster_desk, meeting, note("插播"))
        told = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.NOTE, text="旁聽")
        meetings.put_down(roster_desk, meeting, told)
        (accounts, *_rest) = staged.figure_keys(roster_desk)
        cell = CellIn(person_id=4, figure_id=accounts, value=Decimal(2))
        figures.record(roster_desk, staged.LAST_FRIDAY, (cell,))
        await lead.settle()
        lead.sees("·  插播", "–  旁聽")
        await lead.press("right", "right")
        lead.sees("1 of 12 in")


async def test_it_is_resized_while_it_is_open(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, note("寬" * 60))
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await in_the_meeting(lead)
        await lead.resize(60, 18)
        assert lead.screen.count("寬") == 60
        await lead.resize(59, 18)
        lead.sees("This terminal is too small: 59×18", "60×18")
        await lead.resize(100, 40)
        assert lead.screen.count("寬") == 60


async def test_every_kind_of_item_stands_on_the_projector(roster_desk: Desk) -> None:
    who = staged.keys(roster_desk)
    stand(roster_desk.books, MONDAY)
    kinds = {
        Section.MARKET: ("note", "judgement", "review"),
        Section.PROGRESS: ("answer", "topic"),
        Section.MORALE: ("praise", "birthday", "turn"),
    }
    wanted = [
        item(section, ItemKind(kind), f"題{kind}", body=f"文{kind}", presenter_id=who["A105"])
        for section, names in kinds.items()
        for kind in names
    ]
    begin(roster_desk, MONDAY, wanted)
    async with at_the_keyboard(roster_desk) as lead:
        await in_the_meeting(lead)
        lead.sees(
            "·  題note", "   文note", "Judgement  題judgement", "Yesterday  題review", "文review", "高芳"
        )
        await lead.press("right", "right", "end")
        lead.sees("Answer  文answer", "·  題topic")
        await lead.press("right", "right")
        lead.sees("·  題praise", "*  題birthday's birthday", "·  題turn")


async def test_what_came_over_is_said(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, note("每日", recurs=True))
    meetings.start(roster_desk, meeting)
    later(roster_desk.books, minutes=20)
    meetings.close(roster_desk, meeting)
    later(roster_desk.books, days=1)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("m")
        lead.sees("·  每日", "from last time")
