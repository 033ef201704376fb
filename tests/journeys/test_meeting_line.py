"""The line typed into while a meeting runs: what becomes of it, and that none of it is lost."""

from __future__ import annotations

from datetime import date

import pytest

from teamops.models.action_items import Priority
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import OutcomeIn
from teamops.models.inputs.people import PersonIn
from teamops.models.meetings import OutcomeKind, Section
from teamops.services import action_items, agenda, drafts, meetings, people
from teamops.services.desk import Desk
from teamops.services.reading import action_items as items_read
from teamops.services.reading import people as people_read
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, action, begin, lines, note, titles, view

DRAFTS_KEPT = 0.5
"""Seconds after which what is typed is kept."""


@pytest.fixture
def meeting(roster_desk: Desk) -> int:
    """A meeting that runs."""
    return begin(roster_desk, MONDAY)


async def say(lead: Keyboard, key: str, text: str) -> None:
    """Open the line with a key, type, and put it down."""
    await lead.press(key)
    await lead.type(text)
    await lead.press("enter")


def outcomes(desk: Desk, meeting: int) -> list[tuple[str, str, str]]:
    return [(line.section.value, line.kind.value, line.text) for line in view(desk, meeting).outcomes]


@pytest.mark.parametrize("key", ["n", "f4"])
async def test_a_note_stands_under_its_part(roster_desk: Desk, meeting: int, key: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "right", "right", key)
        lead.sees("─ note", "enter puts it down, esc leaves it")
        await lead.type("兩個問題 [/] 費率")
        await lead.press("enter")
        lead.sees("–  兩個問題 [/] 費率")
        lead.misses("enter puts it down")
    assert outcomes(roster_desk, meeting) == [("progress", "note", "兩個問題 [/] 費率")]


@pytest.mark.parametrize("key", ["d", "ctrl+d"])
async def test_a_decision_takes_a_number(roster_desk: Desk, meeting: int, key: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter")
        await say(lead, key, "當天答覆")
        lead.sees("R2026-001  當天答覆")
    assert outcomes(roster_desk, meeting) == [("market", "decision", "當天答覆")]


async def test_tab_makes_a_directive_of_a_decision(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "d")
        lead.sees("─ decision", "tab directive")
        await lead.type("佣金下限")
        await lead.settle(DRAFTS_KEPT)
        await lead.press("tab")
        lead.sees("─ directive", "tab decision")
        await lead.press("enter", "right")
        lead.sees("D2026-001", "佣金下限")
        await lead.press("d")
        lead.misses("kept from before")
        await lead.press("tab", "tab")
        lead.sees("─ decision")
    assert outcomes(roster_desk, meeting) == []


@pytest.mark.parametrize(
    ("key", "typed", "read", "owner", "due"),
    [
        ("a", "@gf fri 回訪客戶", "高芳 · Fri 27 Nov 2026", "高芳", date(2026, 11, 27)),
        ("ctrl+a", "整理清單", "no @name: it is 徐靜's", "徐靜", None),
        ("a", "@A104 11-30 補齊資料", "劉平 · Mon 30 Nov 2026", "劉平", date(2026, 11, 30)),
    ],
)
async def test_an_action_item_in_one_line(
    roster_desk: Desk, meeting: int, key: str, typed: str, read: str, owner: str, due: date | None
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", key)
        await lead.type(typed)
        lead.sees(read)
        await lead.press("enter")
        lead.sees("→ " + typed.rsplit(" ", maxsplit=1)[-1])
    (kept,) = view(roster_desk, meeting).actions
    assert (kept.owner, kept.due, kept.section) == (owner, due, "market")


async def test_a_name_nobody_has_stays_in_the_line(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "a")
        await lead.type("@wumingshi ")
        lead.sees("wumingshi", "Nobody here is called")
        await lead.press("enter")
        lead.sees("@wumingshi", "Nobody here is called")
        await lead.press("ctrl+u")
        await lead.type("@gf ")
        lead.sees("高芳", "what is to be done?")
        await lead.press("enter")
        lead.sees("Please fill this in")
    assert view(roster_desk, meeting).actions == ()


@pytest.mark.parametrize("key", ["s", "ctrl+s"])
async def test_the_answer_to_the_shortfall_is_reworded_not_doubled(
    roster_desk: Desk, meeting: int, key: str
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "right", "right")
        await say(lead, key, "每人五個電話")
        await lead.press("end", key)
        lead.sees("how is the shortfall answered?", "Answer  每人五個電話")
        await lead.type("，今天")
        await lead.press("enter", "end")
        lead.sees("Answer  每人五個電話，今天")
        await lead.press(key, "escape", key)
        lead.misses("kept from before")
    assert titles(roster_desk, meeting, Section.PROGRESS) == ["每人五個電話，今天"]


async def test_what_was_put_down_is_reworded(roster_desk: Desk, meeting: int) -> None:
    agenda.add(roster_desk, meeting, note("甲", body="文"))
    told = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.NOTE, text="乙")
    meetings.put_down(roster_desk, meeting, told)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        lead.sees("in other words")
        await lead.type("一")
        await lead.press("enter", "down", "f2")
        await lead.type("二")
        await lead.press("enter")
        lead.sees("·  甲一", "–  乙二")
        await lead.press("enter", "ctrl+u", "enter")
        lead.misses("乙二")
    assert [(line.title, line.body) for line in lines(roster_desk, meeting)] == [("甲一", "文")]
    assert outcomes(roster_desk, meeting) == []


async def test_a_decision_cannot_be_taken_back(roster_desk: Desk, meeting: int) -> None:
    told = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.DECISION, text="定案")
    meetings.put_down(roster_desk, meeting, told)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e", "ctrl+u", "enter")
        lead.sees("Please fill this in")
        await lead.press("escape")
        lead.sees("R2026-001  定案")


async def test_an_action_item_reworded_keeps_what_the_line_does_not_say(
    roster_desk: Desk, meeting: int
) -> None:
    who = staged.keys(roster_desk)
    wanted = ActionIn(
        text="回訪", owner_id=who["A105"], due=MONDAY, co_owner_ids=(who["A104"],), priority=Priority.HIGH
    )
    kept = meetings.act(roster_desk, meeting, Section.MARKET, wanted)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        lead.sees("@高芳 2026-11-23 回訪")
        await lead.type("三位")
        lead.sees("高芳 · Mon 23 Nov 2026 · 回訪三位")
        await lead.press("enter")
        lead.sees("→ 回訪三位")
    with roster_desk.books.reading() as reader:
        assert items_read.co_owner_ids(reader, kept) == (who["A104"],)
        line = items_read.one(reader, kept)
    assert line is not None
    assert (line.priority, line.due) == (Priority.HIGH, MONDAY)


async def test_a_looking_back_is_told_in_the_line(roster_desk: Desk) -> None:
    meeting = staged.running(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "enter")
        lead.sees("─ what came of it?")
        await lead.type("守住了")
        await lead.press("enter")
        lead.sees("Yesterday  年底前區間震盪", "   守住了")
    assert lines(roster_desk, meeting)[0].body == "守住了"


async def test_what_was_left_is_offered_again(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.type("半句")
        await lead.press("escape")
        lead.misses("半句")
        await lead.press("d")
        lead.misses("半句")
        await lead.press("escape", "n")
        lead.sees("kept from before", "半句")
        await lead.press("ctrl+u", "escape", "n")
        lead.misses("kept from before")


async def test_what_was_typed_is_there_after_a_crash(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "d", "tab")
        await lead.type("佣金下")
        await lead.settle(DRAFTS_KEPT)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter")
        lead.sees("─ directive", "kept from before", "佣金下")
        await lead.type("限")
        await lead.press("enter", "right")
        lead.sees("D2026-001", "佣金下限")
    owner = roster_desk.actor.person_id or 0
    assert drafts.load(roster_desk.books, owner, "meeting line", str(meeting)) is None


async def test_what_was_set_aside_waits_for_its_key(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.type("半句")
        await lead.press("escape", "escape")
        lead.misses("半句")
    async with at_the_keyboard(roster_desk) as lead:
        lead.misses("半句")
        await lead.press("enter")
        lead.misses("半句")
        await lead.press("escape", "m")
        lead.misses("半句")
        await lead.press("n")
        lead.sees("kept from before", "半句")
        await lead.press("enter")
        lead.sees("–  半句")
        await lead.press("n")
        lead.misses("kept from before")


async def test_a_line_said_leaves_another_set_aside(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "a")
        await lead.type("待辦半句")
        await lead.press("escape")
        await say(lead, "n", "記下")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter")
        lead.sees("–  記下")
        lead.misses("待辦半句")
        await lead.press("a")
        lead.sees("kept from before", "待辦半句")


@pytest.mark.parametrize("ending", ["closed", "called off", "closed elsewhere"])
async def test_what_was_set_aside_goes_with_its_meeting(roster_desk: Desk, meeting: int, ending: str) -> None:
    owner = roster_desk.actor.person_id or 0
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.type("半句")
        await lead.press("escape")
        assert drafts.load(roster_desk.books, owner, "meeting line", str(meeting)) is not None
        if ending == "closed":
            await lead.press("f10", "enter")
        elif ending == "called off":
            await lead.press("f11")
            await lead.type("停電")
            await lead.press("enter")
        else:
            meetings.close(roster_desk, meeting)
            await lead.settle()
    assert drafts.load(roster_desk.books, owner, "meeting line", str(meeting)) is None


async def test_an_owner_whose_name_has_a_space_goes_by_number(roster_desk: Desk, meeting: int) -> None:
    who = staged.keys(roster_desk)
    change = PersonIn(number="A104", name="Liu Ping", joined_on=MONDAY)
    with roster_desk.books.reading() as reader:
        there = people_read.person_card(reader, who["A104"], roster_desk.actor)
    people.change(roster_desk, who["A104"], change, there.version)
    kept = meetings.act(roster_desk, meeting, Section.MARKET, ActionIn(text="回訪", owner_id=who["A104"]))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        lead.sees("@A104 回訪", "Liu Ping · no date · 回訪")
        await lead.type("三位")
        await lead.press("enter")
        lead.sees("→ 回訪三位")
    with roster_desk.books.reading() as reader:
        line = items_read.one(reader, kept)
    assert line is not None
    assert (line.owner, line.text) == ("Liu Ping", "回訪三位")


async def test_an_empty_line_closes(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n", "space", "enter", "right")
        lead.sees("DIRECTIVES")
    assert outcomes(roster_desk, meeting) == []


async def test_enter_pressed_twice_says_it_once(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.type("一次")
        quick = lead.app.screen.query_one("LineEntry")
        await quick.action_submit()  # type: ignore[attr-defined]
        await quick.action_submit()  # type: ignore[attr-defined]
        await lead.settle()
    assert outcomes(roster_desk, meeting) == [("market", "note", "一次")]


async def test_several_lines_pasted_are_one(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.paste("一\n二\r\n三\n")
        await lead.press("enter")
    assert outcomes(roster_desk, meeting) == [("market", "note", "一 二 三")]


async def test_what_is_refused_stays_and_can_be_said_again(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "n")
        await lead.paste("長" * 10_001)
        await lead.press("enter")
        lead.sees("長長長", "10,001")
        await lead.press("ctrl+u")
        await lead.type("短")
        await lead.press("enter")
        lead.sees("–  短")


async def test_what_somebody_changed_meanwhile_is_not_written_over(roster_desk: Desk, meeting: int) -> None:
    kept = meetings.act(roster_desk, meeting, Section.MARKET, action(roster_desk, "甲"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        await lead.type("乙")
        action_items.reword(roster_desk, kept, action(roster_desk, "丙"), 1)
        await lead.settle()
        lead.sees("@徐靜 甲乙", "→ 丙")
        await lead.press("enter")
        lead.sees("@徐靜 甲乙", "Somebody changed this")
        await lead.press("escape", "e")
        lead.sees("@徐靜 丙")


async def test_what_is_gone_meanwhile_is_not_reworded(roster_desk: Desk, meeting: int) -> None:
    kept = agenda.add(roster_desk, meeting, note("甲"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        await lead.type("乙")
        agenda.remove(roster_desk, kept)
        await lead.settle()
        lead.misses("·  甲")
        await lead.press("enter")
        lead.sees("甲乙", "Somebody changed this", "the new version first.")


async def test_words_left_as_they_were_keep_their_lines(roster_desk: Desk, meeting: int) -> None:
    agenda.add(roster_desk, meeting, note("", body="一\n二"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "e")
        lead.sees("一 二")
        await lead.press("enter")
        lead.misses("in other words")
    assert lines(roster_desk, meeting)[0].body == "一\n二"


async def test_a_day_there_is_not_is_refused_and_the_line_stays(roster_desk: Desk) -> None:
    meeting = begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter", "a")
        await lead.type("@A104 2026-02-30 回訪")
        lead.sees("2026-02-30” is no date")
        await lead.press("enter")
        lead.sees("@A104 2026-02-30 回訪")
    assert view(roster_desk, meeting).actions == ()
