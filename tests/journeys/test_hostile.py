"""Text that would do something if a screen let it: it is shown as it stands, everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from teamops.models.action_items import ActionState
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.figures import CellIn
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn, OutcomeIn, RollLineIn
from teamops.models.inputs.people import PersonIn, PostingIn
from teamops.models.meetings import ItemKind, OutcomeKind, RollMark, Section
from teamops.models.people import Role
from teamops.services import action_items, agenda, cases, directives, figures, meetings, minutes, people, roll
from teamops.services.desk import Desk
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, end, stand, view

WIDE = (120, 36)
HOSTILE = ("[/]", "[bold]x", "[@click=app.bell]y", "$primary", "👨‍👩‍👧 7", "{name}", "%s", "１２３")
CONTROLS = ("\x1b[31mred", "nul\x00", "bell\x07", "\x9b2J")
HIDDEN = ("a\u202eb", "a\u200bb", "a\u2066b")


def fill(desk: Desk, text: str) -> int:
    """Books in which everything a user may type is `text`; the meeting that runs in them."""
    stand(desk.books, MONDAY)
    joined = date(2026, 1, 5)
    who = people.add(
        desk,
        PersonIn(number="Z1", name=text, joined_on=joined),
        PostingIn(role=Role.CLIENT_MANAGER, starts_on=joined),
    )
    cases.add(desk, CaseIn(title=text, story=text, lesson=text, tags=text, author_id=who))
    issued = directives.issue(desk, DirectiveIn(title=text, body=text, source=text))
    directives.acknowledge(desk, issued, (who,))
    dropped = action_items.open_item(desk, ActionIn(text=text, owner_id=who))
    action_items.move(desk, dropped, ActionState.DROPPED, reason=text)
    action_items.open_item(desk, ActionIn(text=text, owner_id=who, due=MONDAY))
    meeting = agenda.prepare(desk, MONDAY)
    hours = view(desk, meeting)
    arranged = MeetingIn(
        host_id=who,
        recorder_id=who,
        place=text,
        planned_start=hours.planned_start,
        minutes_due=hours.minutes_due,
    )
    agenda.arrange(desk, meeting, arranged, 1)
    for section, kind in (
        (Section.MARKET, ItemKind.NOTE),
        (Section.MARKET, ItemKind.JUDGEMENT),
        (Section.PROGRESS, ItemKind.ANSWER),
        (Section.MORALE, ItemKind.PRAISE),
        (Section.MORALE, ItemKind.BIRTHDAY),
    ):
        agenda.add(
            desk, meeting, AgendaItemIn(section=section, kind=kind, title=text, body=text, presenter_id=who)
        )
    agenda.add(desk, meeting, AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=1))
    meetings.start(desk, meeting)
    absent = [RollLineIn(person_id=who, mark=RollMark.ABSENT, reason=text)]
    present = [
        RollLineIn(person_id=line.person_id, mark=RollMark.PRESENT)
        for line in view(desk, meeting).roll
        if line.person_id != who
    ]
    roll.call(desk, MONDAY, (*present, *absent), meeting_id=meeting)
    for said in OutcomeKind:
        meetings.put_down(desk, meeting, OutcomeIn(section=Section.MARKET, kind=said, text=text))
    meetings.act(desk, meeting, Section.MARKET, ActionIn(text=text, owner_id=who))
    figure = staged.figure_keys(desk)[2]
    figures.record(desk, staged.LAST_FRIDAY, (CellIn(person_id=who, figure_id=figure, words=text),))
    return meeting


def whole(lead: Keyboard, text: str, least: int = 1) -> None:
    """Fail unless a text stands on the screen as it was typed, so often at least."""
    assert lead.screen.count(text) >= least, f"{text!r} is not on the screen:\n{lead.screen}"


@pytest.mark.parametrize("text", HOSTILE)
async def test_it_stands_as_typed_on_every_screen(roster_desk: Desk, text: str) -> None:
    meeting = fill(roster_desk, text)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("escape")
        whole(lead, text, 4)
        await lead.press("m")
        whole(lead, text, 6)
        for _part in range(4):
            await lead.press("right")
            whole(lead, text)
        await lead.press("r")
        whole(lead, text, 2)
        await lead.press("escape", "f", "end")
        whole(lead, text)
        await lead.press("escape", "escape", "g")
        whole(lead, text, 4)
        await lead.press("down", "e")
        whole(lead, text, 4)
        await lead.press("escape", "a")
        whole(lead, text, 4)
        await lead.press("escape", "h")
        whole(lead, text)
        await lead.press("escape", "4")
        whole(lead, text)
        for _list in range(3):
            await lead.press("tab")
            whole(lead, text)
        await lead.press("enter")
        whole(lead, text, 4)
        await lead.press("escape", "/")
        await lead.paste(text)
        whole(lead, text)
        await lead.press("escape", "shift+tab", "enter")
        whole(lead, text, 3)
        await lead.press("escape", "shift+tab", "a", "home", "h")
        whole(lead, text)
        await lead.press("escape", "ctrl+o")
        whole(lead, text)
        await lead.press("end", "enter")
        whole(lead, text)
        await lead.press("ctrl+p")
        await lead.type("Z1")
        whole(lead, text)
        await lead.press("escape", "escape", "6")
        whole(lead, text)
        await lead.press("end", "enter")
        whole(lead, text)
        end(roster_desk, meeting)
        await lead.press("escape", "1", "v")
        whole(lead, text, 4)


async def test_ten_thousand_characters_are_shown_and_gone_through(roster_desk: Desk) -> None:
    long = "".join(f"{n:05}" for n in range(2000))
    stand(roster_desk.books, MONDAY)
    cases.add(roster_desk, CaseIn(title="長", story=long))
    directives.issue(roster_desk, DirectiveIn(title="長", body=long))
    meeting = agenda.prepare(roster_desk, MONDAY)
    agenda.add(roster_desk, meeting, AgendaItemIn(section=Section.CASE, kind=ItemKind.CASE, case_id=1))
    agenda.add(roster_desk, meeting, AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, body=long))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "down")
        lead.sees("00000")
        await lead.press("e")
        lead.sees("01999")
        await lead.press("escape", "m")
        lead.sees("00000", "00051000…")
        await lead.press("escape", "4", "tab", "tab", "enter")
        lead.sees("00000")
        await lead.press("escape", "tab", "enter")
        lead.sees("01999")
        await lead.press("escape", "1", "m", "f10", "enter", "home")
        lead.sees("00000")


@pytest.mark.parametrize("text", CONTROLS)
async def test_a_control_is_refused_by_name_in_a_form(roster_desk: Desk, text: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "n")
        await lead.paste(text)
        assert not set(lead.screen) & {"\x1b", "\x00", "\x07", "\x9b"}
        await lead.press("ctrl+s")
        lead.sees("New action item", "U+00")


@pytest.mark.parametrize("text", CONTROLS)
async def test_a_control_is_refused_by_name_in_the_line_of_a_meeting(roster_desk: Desk, text: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("m", "n")
        await lead.paste(text)
        assert not set(lead.screen) & {"\x1b", "\x00", "\x07", "\x9b"}
        await lead.press("enter")
        lead.sees("─ note", "U+00")


@pytest.mark.parametrize("text", HIDDEN)
async def test_what_is_invisible_is_dropped_and_said(roster_desk: Desk, text: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("m", "n")
        await lead.paste(text)
        lead.sees("1 invisible character removed")
        await lead.press("enter")
        lead.sees("–  ab")
        await lead.press("a")
        await lead.paste("@gf " + text)
        lead.sees("1 invisible character removed", "ab")
        await lead.press("enter", "escape", "g", "n")
        await lead.paste(text)
        lead.sees("1 invisible character removed")
        await lead.press("ctrl+s")
        lead.sees("ab")
    meeting = view(roster_desk, 1)
    told = [*(line.text for line in meeting.outcomes), *(line.text for line in meeting.actions)]
    assert told == ["ab", "ab"]
    assert meeting.part(Section.MARKET).items[0].title == "ab"


@pytest.mark.parametrize(
    "way",
    [
        ("4", "tab", "slash"),
        ("f",),
        ("g", "c"),
        ("g", "a"),
        ("g", "f11"),
        ("4", "tab", "tab", "n"),
        ("4", "shift+tab", "n", "tab"),
        ("r", "l", "w"),
        ("ctrl+p",),
    ],
    ids=" ".join,
)
async def test_nothing_that_acts_or_hides_reaches_the_terminal(
    roster_desk: Desk, way: tuple[str, ...]
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press(*way)
        await lead.paste(" ".join((*CONTROLS, *HIDDEN)))
        lead.sees("red")
        acting = {c for c in lead.screen if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)}
        assert not acting | (set(lead.screen) & set("\u202e\u200b\u2066"))
        await lead.press("enter")
        assert lead.app.is_running


async def test_a_reason_typed_for_the_roll_is_shown_as_typed(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("r", "l", "w")
        await lead.paste(" [red]x[/red]")
        await lead.press("enter", "enter", "r")
        lead.sees("[red]x[/red]")


async def test_a_reason_to_reopen_is_shown_as_typed(roster_desk: Desk) -> None:
    meeting = fill(roster_desk, "甲")
    end(roster_desk, meeting)
    minutes.redraw(roster_desk, meeting)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("v", "o")
        await lead.paste("[@click=app.quit]x[/]")
        await lead.press("enter", "escape", "g", "h")
        lead.sees("reason: [@click=app.quit]x[/]")
