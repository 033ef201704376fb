"""Minutes at the keyboard: read, signed, corrected, drawn again, taken up again, and taken away as a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from teamops.models.inputs.meetings import CorrectionIn, OutcomeIn
from teamops.models.meetings import MeetingState, OutcomeKind, Section
from teamops.paths import places
from teamops.services import action_items, agenda, meetings, minutes
from teamops.services.desk import Desk
from teamops.services.reading import people
from teamops.settings import load
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, action, begin, end, hold, note, view

WIDE = (120, 36)


@pytest.fixture
def meeting(roster_desk: Desk) -> int:
    """A meeting held on Monday, its minutes not signed."""
    running = begin(roster_desk, MONDAY, [note("A股縮量")])
    meetings.act(roster_desk, running, Section.MARKET, action(roster_desk, "回訪"))
    end(roster_desk, running)
    return running


async def test_minutes_are_signed_once_after_asking(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("v")
        lead.sees("MM2026-0001 · Mon 23 Nov 2026", "version 1 of 1 · not signed yet", "A股縮量")
        await lead.press("s")
        lead.sees("Sign these minutes as 徐靜?")
        await lead.press("escape")
        lead.sees("not signed yet")
        await lead.press("ctrl+s", "enter")
        lead.sees("version 1 of 1 · signed", "Signed.")
        lead.misses("s sign  ")
        await lead.press("s", "d", "o")
        lead.sees("version 1 of 1 · signed")
    assert view(roster_desk, meeting).state is MeetingState.SIGNED


async def test_who_may_not_sign_is_told(roster_desk: Desk, meeting: int) -> None:
    with roster_desk.books.reading() as reader:
        desk = Desk(roster_desk.books, people.actor(reader, "A107", MONDAY))
    async with at_the_keyboard(desk) as member:
        await member.press("v", "s", "enter")
        member.sees("As client manager you may not do this", "Draft, not signed by the host")


async def test_drawing_again_after_a_record_was_put_right(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "d")
        lead.sees("The records say the same; nothing was drawn.")
        action_items.reword(roster_desk, 1, action(roster_desk, "回訪金橋"), 1)
        await lead.press("ctrl+d")
        lead.sees("Version 2 was drawn.", "version 2 of 2", "回訪金橋")
        await lead.press("v")
        lead.sees("version 1 of 2")
        lead.misses("回訪金橋")
        lead.misses("s sign  ")
        await lead.press("f8")
        lead.sees("version 2 of 2")


async def test_a_correction_is_numbered_and_signed_in_its_turn(roster_desk: Desk, meeting: int) -> None:
    minutes.sign(roster_desk, meeting)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "c")
        lead.sees("Correct the minutes", "Market", "printed with the correction")
        await lead.type("應為三位")
        await lead.press("tab")
        await lead.type("數錯")
        await lead.press("tab", "right", "ctrl+s")
        lead.sees("Version 2 holds the correction", "version 2 of 2 · not signed yet")
        await lead.press("end")
        lead.sees("應為三位", "數錯")
        await lead.press("f2")
        await lead.type("又")
        await lead.press("tab")
        await lead.type("錯")
        await lead.press("ctrl+s")
        lead.sees("Correct the minutes", "not signed")
        await lead.press("escape", "d", "s", "enter", "home")
        lead.sees("version 2 of 2 · signed")


async def test_a_meeting_is_taken_up_again_before_its_minutes_are_signed(
    roster_desk: Desk, meeting: int
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("v", "o")
        lead.sees("Take the meeting up again. Why?")
        await lead.press("escape", "ctrl+r")
        await lead.type("漏記一條")
        await lead.press("enter")
        lead.sees("MORALE", "clock held")
        await lead.press("d")
        await lead.type("補一條")
        await lead.press("enter", "f10", "enter")
        lead.sees("version 2 of 2")
        await lead.press("end")
        lead.sees("R2026-001", "補一條")
        await lead.press("h")
        lead.sees("History · MM2026-0001", "reason: 漏記一條")
        await lead.press("escape", "escape")
        lead.sees("Needs you")


async def test_older_and_newer_minutes(roster_desk: Desk) -> None:
    staged.after(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v")
        lead.sees("MM2026-0003", "[ meeting before")
        lead.misses("] meeting after")
        await lead.press("[", "ctrl+pageup")
        lead.sees("MM2026-0001 · Thu 19 Nov 2026", "] meeting after")
        await lead.press("[")
        lead.sees("MM2026-0001")
        await lead.press("】", "ctrl+pagedown")
        lead.sees("MM2026-0003")


async def test_minutes_that_change_while_they_are_read(roster_desk: Desk, meeting: int) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("v")
        minutes.sign(roster_desk, meeting)
        minutes.correct(roster_desk, meeting, CorrectionIn(text="更正", reason="誤記"))
        await lead.settle()
        lead.sees("version 2 of 2 · not signed yet")


async def test_a_meeting_without_minutes_has_nothing_to_show(roster_desk: Desk) -> None:
    there = agenda.prepare(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.app.open_screen("minutes", there)
        await lead.settle()
        lead.sees("No minutes were drawn of this meeting.", "being prepared")
        await lead.press("x", "s", "v", "c")
        lead.sees("No minutes were drawn of this meeting.")
        await lead.press("h")
        lead.sees("History · Mon 23 Nov 2026")


# --- taken away as a file


async def take(lead: Keyboard, folder: Path, *keys: str) -> None:
    """Fill in the export form: keys for the format and, after a tab, the language; then where to."""
    await lead.press(*keys, "ctrl+u")
    await lead.paste(str(folder))
    await lead.press("ctrl+s")


@pytest.mark.parametrize(
    ("keys", "ending", "word"),
    [
        (("tab", "tab"), ".docx", ""),
        (("right", "tab", "right", "tab"), ".html", "會議"),
        (("right", "right", "tab", "end", "tab"), ".md", "晨会"),
    ],
    ids=["word", "web", "text"],
)
async def test_minutes_are_written_to_a_file(
    roster_desk: Desk, meeting: int, tmp_path: Path, keys: tuple[str, ...], ending: str, word: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("x")
        lead.sees("Export minutes", "Word", "web page, for printing", "简体中文")
        await take(lead, folder, *keys)
        lead.sees("Written:")
    (written,) = folder.iterdir()
    assert written.suffix == ending
    assert written.stat().st_size > 500
    if word:
        assert word in written.read_text(encoding="utf-8")


async def test_a_file_that_is_there_is_asked_about(roster_desk: Desk, meeting: int, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "x")
        await take(lead, folder, "end", "tab", "tab")
        (written,) = folder.iterdir()
        written.write_text("mine", encoding="utf-8")
        await lead.press("f6")
        await take(lead, folder, "end", "tab", "tab")
        lead.sees("_v1.md is there", "Write over it?")
        await lead.press("escape")
        assert written.read_text(encoding="utf-8") == "mine"
        await lead.press("x")
        await take(lead, folder, "end", "tab", "tab")
        await lead.press("enter")
        lead.sees("Written:")
    assert "MM2026-0001" in written.read_text(encoding="utf-8")
    assert [path.name for path in folder.iterdir()] == [written.name]


async def test_a_folder_that_is_not_there_is_said_beside_its_field(
    roster_desk: Desk, meeting: int, tmp_path: Path
) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("x")
        await take(lead, tmp_path / "nowhere", "tab", "tab")
        lead.sees("Export minutes", "nowhere")
        await lead.press("escape")
    assert not (tmp_path / "nowhere").exists()


async def test_a_signed_meeting_is_exported_from_the_list(roster_desk: Desk) -> None:
    meeting = hold(roster_desk, MONDAY)
    minutes.sign(roster_desk, meeting)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "x")
        lead.sees("Export minutes")
        await lead.press("escape")
        lead.sees("MM2026-0001", "· signed")


async def test_put_down_by_others_while_it_is_open_again(roster_desk: Desk, meeting: int) -> None:
    meetings.reopen(roster_desk, meeting, "補記")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("enter")
        told = OutcomeIn(section=Section.MORALE, kind=OutcomeKind.DECISION, text="定案")
        meetings.put_down(roster_desk, meeting, told)
        await lead.settle()
        lead.sees("R2026-001  定案")


# --- what was done last is proposed


async def test_folder_and_format_of_the_last_file_are_proposed(
    roster_desk: Desk, meeting: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "x")
        lead.sees("▸Word", str(Path.cwd())[:30])
        await take(lead, folder, "right", "tab", "tab")
        await lead.press("x")
        lead.sees("▸web page", str(folder)[-20:])
        await lead.press("escape")
    kept = load(places().settings)
    assert (kept.export_folder, kept.export_format) == (str(folder), "html")
    (written,) = folder.iterdir()
    written.unlink()
    folder.rmdir()
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.app.settings.export_folder, lead.app.settings.export_format = str(folder), "papyrus"
        await lead.press("v", "x")
        lead.sees("▸Word", str(Path.cwd())[:30])


async def test_where_nothing_can_be_written_home_is_proposed(
    roster_desk: Desk, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "x")
        lead.sees(str(Path.home())[:30])


async def test_the_history_of_a_meeting_tells_all_that_was_done_to_it(roster_desk: Desk) -> None:
    staged.after(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "h")
        lead.sees("History · MM2026-0003", "closed the meeting", "徐靜", "Mon 23 Nov 2026 08:57")
        await lead.press("end")
        lead.sees("prepared a meeting", "agenda item", "part of a meeting  Market · 5")
        await lead.resize(60, 18)
        await lead.press("home")
        lead.sees("History · MM2026-0003", "closed the meeting")
