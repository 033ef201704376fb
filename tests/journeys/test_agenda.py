"""Preparing a meeting: every kind of item, in its part, in its order; and who holds it where and when."""

from __future__ import annotations

import pytest

from teamops.i18n import LANGUAGES, _, set_language
from teamops.models.inputs.cases import CaseIn
from teamops.models.meetings import ItemKind, MeetingState, Section
from teamops.services import agenda, cases, directives, meetings
from teamops.services.desk import Desk
from teamops.services.reading import directives as directives_read
from tests.journeys import staged
from tests.journeys.keyboard import at_the_keyboard
from tests.services.holding import MONDAY, item, lines, note, stand, titles, view


async def test_each_part_takes_its_own_kinds(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("g")
        lead.sees(
            "Agenda · Mon 23 Nov 2026", "08:30 · 25 min · host 徐靜 · being prepared", "nothing yet · n adds"
        )
        await lead.press("enter")
        lead.sees("Market · new item", "▸market note", "judgement", "looking back")
        await lead.type("A股縮量")
        await lead.press("tab")
        await lead.type("北向流入")
        await lead.press("tab", "tab")
        await lead.type("lyt")
        lead.sees("李雨桐")
        await lead.press("enter", "tab", "right", "ctrl+s")
        lead.sees("A股縮量", "李雨桐", "every day")
        await lead.press("end", "f4")
        lead.sees("Morale · new item", "▸praise", "talent turn", "topic")
        lead.misses("birthday  ")
        await lead.type("高芳三單")
        await lead.press("tab", "tab", "right", "ctrl+s")
        lead.sees("talent turn", "高芳三單")
        await lead.press("up", "up", "n")
        lead.sees("Progress · new item", "▸answer to the shortfall")
        await lead.press("escape")
    kept = lines(roster_desk, meeting)
    assert [(line.section, line.kind.value, line.title) for line in kept] == [
        (Section.MARKET, "note", "A股縮量"),
        (Section.MORALE, "turn", "高芳三單"),
    ]
    assert (kept[0].body, kept[0].presenter, kept[0].recurs) == ("北向流入", "李雨桐", True)


async def test_nothing_to_say_is_refused_under_its_field(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "n", "ctrl+s")
        lead.sees("Market · new item", "Please fill this in")


async def test_an_item_is_changed_and_taken_off(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, note("縮量", body="成交低於均量", presenter_id=4))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down")
        lead.sees("·  縮量", "成交低於均量", "劉平")
        await lead.press("e")
        lead.sees("Market · change item", "劉平 A104")
        await lead.type("震盪")
        await lead.press("ctrl+s")
        lead.sees("縮量震盪")
        await lead.press("w")
        lead.sees("every day")
        await lead.press("ctrl+w")
        lead.misses("every day")
        await lead.press("d")
        lead.sees("Taken off: 縮量震盪", "nothing yet")
    assert titles(roster_desk, meeting) == []


async def test_looking_back_asks_what_came_of_it(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down", "e")
        lead.sees("Market · what came of it?", "What came of it", "年底前區間震盪")
        await lead.press("tab")
        await lead.type("守住了")
        await lead.press("ctrl+s")
        lead.sees("年底前區間震盪 → 守住了")


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_columns_are_as_wide_as_what_stands_in_them(
    roster_desk: Desk, size: tuple[int, int], language: str
) -> None:
    staged.past(roster_desk)
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(
        roster_desk, meeting, item(Section.PROGRESS, ItemKind.ANSWER, "每人每天多打五個電話", presenter_id=4)
    )
    agenda.add(roster_desk, meeting, note("十二個字的標題要看得清楚明白", recurs=True, presenter_id=5))
    set_language(language)
    async with at_the_keyboard(roster_desk, size) as lead:
        await lead.press("g")
        shown = lead.screen
        lead.sees(
            "每人每天多打五個電話", "十二個字的標題", ItemKind.NOTE.label, "· 25" if size[0] > 60 else "25"
        )
        flag = _("every day")
        assert any(line.rstrip("│").rstrip().endswith(flag) for line in shown.splitlines())
        if size[0] > 60:
            lead.sees(ItemKind.ANSWER.label, "十二個字的標題要看得清楚明白")
        assert ("劉平" in shown) is (size[0] > (80 if language == "en" else 60))
        await lead.resize(120, 36)
        lead.sees("劉平", ItemKind.ANSWER.label)


async def test_items_are_moved_within_their_part(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    for title in ("甲", "乙", "丙"):
        agenda.add(roster_desk, meeting, note(title))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down", "J")
        assert titles(roster_desk, meeting) == ["乙", "甲", "丙"]
        lead.sees("▸    market note 甲")
        await lead.press("ctrl+down")
        assert titles(roster_desk, meeting) == ["乙", "丙", "甲"]
        await lead.press("K", "ctrl+up")
        assert titles(roster_desk, meeting) == ["甲", "乙", "丙"]


async def test_minutes_are_planned_for_a_part_from_any_of_its_lines(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, note("甲"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "plus", "down", "ctrl+right", "＋", "minus", "ctrl+left")
        lead.sees("26 min", "6 min")
        await lead.press("up", *["minus"] * 7)
        lead.sees("0 min", "20 min")
    assert view(roster_desk, meeting).part(Section.MARKET).planned == 0


async def test_the_judgement_is_written_once_and_reworded(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "end", "j")
        lead.sees("Market · new item", "▸judgement")
        await lead.type("區間")
        await lead.press("ctrl+s", "ctrl+u")
        lead.sees("Market · change item", "區間")
        await lead.type("震盪")
        await lead.press("ctrl+s")
    assert titles(roster_desk, meeting) == ["區間震盪"]


async def test_a_directive_is_issued_to_those_it_is_for(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("g", "down", "n")
        lead.sees("Issue a directive", "empty: everybody in the team")
        await lead.type("佣金下限")
        await lead.press("tab", "right", "tab")
        await lead.type("零售部")
        await lead.press("tab")
        await lead.type("12-31")
        lead.sees("Thu 31 Dec 2026")
        await lead.press("tab")
        await lead.type("不得低於萬分之二")
        await lead.press("tab")
        await lead.type("lyt")
        await lead.press("enter")
        await lead.type("、gf")
        await lead.press("enter", "ctrl+s")
        lead.sees("D2026-001", "佣金下限")
        await lead.press("down", "enter")
        lead.sees("Change D2026-001", "零售部", "2026-12-31")
        await lead.press("escape")
    with roster_desk.books.reading() as reader:
        issued = directives_read.one(reader, 1)
        named = [line.name for line in directives_read.readers(reader, 1)]
    assert issued is not None
    assert (issued.kind.value, issued.source, issued.body) == ("product", "零售部", "不得低於萬分之二")
    assert named == ["高芳", "李雨桐"]
    assert lines(roster_desk, meeting)[0].directive == "D2026-001"


async def test_a_case_comes_out_of_the_library_or_is_written_anew(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "c")
        lead.sees("Which case?", "Write a new case study", "佣金之爭", "never studied", "企業開戶如何提速")
        await lead.type("開戶")
        lead.sees("1 found")
        await lead.press("enter")
        lead.sees("case study   企業開戶如何提速")
        await lead.press("end", "up", "enter")
        lead.sees("Change the case study", "材料清單前一天給到客戶")
        await lead.type("了")
        await lead.press("ctrl+s")
        lead.sees("企業開戶如何提速了")
        await lead.press("ctrl+k", "escape", "ctrl+k", "enter")
        lead.sees("New case study")
        await lead.type("三次拜訪")
        await lead.press("ctrl+s")
        lead.sees("三次拜訪")
    assert titles(roster_desk, meeting, Section.CASE) == ["企業開戶如何提速了", "三次拜訪"]


async def test_a_case_on_the_agenda_comes_up_every_day_with_its_own_words(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, item(Section.CASE, ItemKind.CASE, case_id=1))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "end", "up", "w")
        lead.sees("佣金之爭", "every day")
        lead.sees("客戶說別家更便宜")


async def test_the_part_of_the_case_takes_a_case_with_n(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "end", "up", "n")
        lead.sees("Which case?", "Write a new case study")


async def test_host_place_and_time_are_arranged(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "a")
        lead.sees("Host, place and time", "徐靜 A101", "二樓會議室", "08:30")
        await lead.press("ctrl+u")
        await lead.type("zxy")
        await lead.press("enter", "tab", "tab", "ctrl+u")
        await lead.type("大廳")
        await lead.press("tab", "ctrl+u")
        await lead.type("９：００")
        lead.sees("09:00")
        await lead.press("ctrl+s")
        lead.sees("09:00 · 25 min · host 趙欣怡")
    kept = view(roster_desk, meeting)
    assert (kept.host, kept.place, f"{kept.planned_start:%H:%M}") == ("趙欣怡", "大廳", "09:00")


async def test_ready_and_not_after_all(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "y")
        lead.sees("· prepared")
        await lead.press("f8")
        lead.sees("· being prepared")


async def test_the_agenda_is_copied_for_the_group_chat(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("g", "b")
        lead.sees("The agenda is in the clipboard")
        assert "A股縮量震盪" in lead.app.clipboard
        assert "佣金之爭" in lead.app.clipboard


async def test_the_meeting_begins_from_its_agenda_and_is_added_to_while_it_runs(roster_desk: Desk) -> None:
    meeting = staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "f9")
        lead.sees("MARKET", "A股縮量震盪")
        await lead.press("escape", "g")
        lead.sees("· running")
        lead.misses("y ready")
        await lead.press("n")
        await lead.type("盤中補充")
        await lead.press("ctrl+s")
    assert "盤中補充" in titles(roster_desk, meeting)


async def test_a_meeting_is_called_off_from_its_agenda(roster_desk: Desk) -> None:
    meeting = staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "f11", "enter")
        lead.sees("Call the meeting off. Why?", "Please fill this in")
        await lead.type("暴雨停工")
        await lead.press("enter")
        lead.sees("· cancelled")
        lead.misses("n new")
        await lead.press("n", "d", "h")
        lead.sees("History · Mon 23 Nov 2026", "reason: 暴雨停工")
    assert view(roster_desk, meeting).state is MeetingState.CANCELLED


async def test_what_is_not_there_any_more_is_said(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, note("甲"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down", "e")
        agenda.remove(roster_desk, lines(roster_desk, meeting)[0].id)
        await lead.type("乙")
        await lead.press("ctrl+s")
        lead.sees("Market · change item", "甲乙")


async def test_an_agenda_that_was_closed_meanwhile_offers_to_read_only(roster_desk: Desk) -> None:
    meeting = staged.running(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("escape", "g")
        meetings.close(roster_desk, meeting)
        await lead.settle()
        lead.sees("minutes drawn")
        lead.misses("n new")
        await lead.press("end", "enter", "delete")
        lead.sees("Agenda · Mon 23 Nov 2026", "minutes drawn")
        lead.misses("change item")


async def test_others_change_what_stands_on_it(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down", "down")
        lead.sees("▸    market note             A股縮量震盪")
        directives.withdraw(roster_desk, 2, "誤發")
        cases.add(roster_desk, CaseIn(title="新案例"))
        agenda.add(roster_desk, 3, note("插播"))
        await lead.settle()
        lead.sees("插播", "▸    market note             A股縮量震盪")
