"""Who may do what: what somebody's role does not allow is not offered, and its key says who may."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import teamops.services
from teamops.actions.catalogue import PLACES, _needs, actions, at, use_case_of
from teamops.app import Teamops
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.screens import base
from teamops.services import action_items, agenda, cases, directives
from teamops.services.desk import USE_CASES, Desk
from teamops.services.reading import directives as reading
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.screens.people.section import as_
from tests.services.holding import MONDAY, begin

for _module in pkgutil.iter_modules(teamops.services.__path__, "teamops.services."):
    importlib.import_module(_module.name)

WIDE = (160, 36)
MEMBER = "A107"
DENIED = "As client manager you may not do this; it takes "


def offered(keyboard: Keyboard) -> set[str]:
    """What can be done on the screen in front, as menu, help and palette are told."""
    screen = keyboard.app.screen
    assert isinstance(screen, base.BaseScreen)
    return {action.id for action in screen.actions()}


def test_the_catalogue_names_use_cases_and_places_there_are() -> None:
    named = {action.needs for action in actions() if action.needs} | set(_needs().values())
    assert named <= set(USE_CASES)
    for place, action_id in _needs():
        assert place in PLACES
        assert action_id in {action.id for action in at((place, "list", "record"))}


def test_an_action_of_all_lists_stands_for_what_it_does_in_this_one() -> None:
    new = next(action for action in at(("list",)) if action.id == "new")
    assert use_case_of(new, ("list", "groups")) == "groups.add"
    assert use_case_of(new, ("list", "cases")) == "cases.add"
    assert use_case_of(new, ("list",)) == ""


async def test_today_offers_what_is_ones_own_to_do(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.sees("m run meeting", "r roll call", "g agenda", "f figures")
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        member.sees("f figures")
        for text in ("run meeting", "roll call", "g agenda  "):
            assert text not in member.screen.splitlines()[-1]
        await member.press("full_stop")
        member.misses("Begin today's meeting")
        await member.press("escape", "question_mark")
        member.misses("everyone is present but")
        await member.press("escape", "ctrl+p")
        member.misses("everyone is present but")


@pytest.mark.parametrize("key", ["m", "f9", "r", "g"])
async def test_a_key_says_who_may_and_the_keys_come_back(roster_desk: Desk, key: str) -> None:
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press(key)
        assert DENIED in member.screen.splitlines()[-1]
        member.sees("Needs you")
        await member.press("4")
        member.misses(DENIED)
        await member.press("1")
        await member.settle(soon=5)
        member.sees("f figures")


async def test_another_at_the_keyboard_is_offered_what_is_theirs(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        assert {"run_meeting", "call_roll"} <= offered(lead)
        lead.app.switch_who(MEMBER)
        await lead.settle()
        assert not {"run_meeting", "call_roll"} & offered(lead)
        lead.app.switch_who("A102")
        await lead.settle()
        assert {"run_meeting", "call_roll"} <= offered(lead)


async def test_until_the_services_are_there_all_is_offered(
    roster_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = dict(USE_CASES)
    monkeypatch.setattr(base, "USE_CASES", {})
    monkeypatch.setattr(Teamops, "_warm_up", lambda _self: None)
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        member.sees("m run meeting")
        monkeypatch.setattr(base, "USE_CASES", known)
        member.app._know_rights()
        await member.settle()
        member.misses("m run meeting")


async def test_the_keys_are_drawn_anew_once_the_services_are_there(
    roster_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: dict[str, object] = {}
    monkeypatch.setattr(base, "USE_CASES", known)

    def services() -> Iterator[str]:
        known.update(USE_CASES)
        yield from ()

    monkeypatch.setattr("teamops.app.WARM", services())
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        while not known:
            await member.settle()
        await member.settle()
        member.misses("m run meeting")


async def test_of_the_items_one_moves_ones_own_and_checks_none(roster_desk: Desk) -> None:
    who = staged.keys(roster_desk)
    shared = ActionIn(text="甲", owner_id=who["A104"], co_owner_ids=(who[MEMBER],))
    action_items.open_item(roster_desk, shared)
    action_items.open_item(roster_desk, ActionIn(text="乙", owner_id=who["A104"]))
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("4", "tab")
        assert {"item_doing", "item_done"} <= offered(member)
        assert not {"item_drop", "edit"} & offered(member)
        await member.press("w")
        member.sees("As client manager you may not do this; it takes branch manager, team lead.")
        await member.press("down")
        assert not {"item_doing", "item_done"} & offered(member)
        await member.press("d")
        member.sees("This belongs to somebody else")
        await member.press("enter")
        member.sees(DENIED)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "down")
        assert {"item_doing", "item_done", "item_drop", "edit"} <= offered(lead)


async def test_a_directive_is_acknowledged_for_oneself(roster_desk: Desk) -> None:
    who = staged.keys(roster_desk)
    directives.issue(roster_desk, DirectiveIn(title="佣金下限"))
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("4", "tab", "tab")
        assert not {"new", "edit", "withdraw"} & offered(member)
        await member.press("enter")
        assert "acknowledge_chosen" in offered(member)
        assert "acknowledge_all" not in offered(member)
        with roster_desk.books.reading() as reader:
            waiting = {line.person_id for line in reading.readers(reader, 1)}
        directives.acknowledge(roster_desk, 1, tuple(waiting - {who[MEMBER]}))
        await member.settle()
        assert "acknowledge_all" in offered(member)
        await member.press("a")
        member.sees("15 of 15 acknowledged")
        assert not {"acknowledge_chosen", "acknowledge_all"} & offered(member)


async def test_a_case_is_read_by_all_and_told_better_by_whoever_wrote_it(roster_desk: Desk) -> None:
    who = staged.keys(roster_desk)
    cases.add(roster_desk, CaseIn(title="甲案", author_id=who[MEMBER]))
    cases.add(roster_desk, CaseIn(title="乙案", author_id=who["A104"]))
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("4", "shift+tab")
        found = {}
        for _n in range(2):
            title = next(line for line in member.screen.splitlines() if "▸" in line)
            found["甲案" in title] = "edit" in offered(member)
            await member.press("down")
        assert found == {True: True, False: False}
        await member.press("home", "enter")
        member.sees("Lesson")


async def test_minutes_and_agenda_are_read_but_not_touched(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("4", "enter")
        member.sees("Agenda ·")
        assert not {"new", "edit", "take_off", "arrange", "say_ready", "run_meeting", "call_off"} & offered(
            member
        )
        assert {"brief", "history"} <= offered(member)
        await member.press("down", "enter")
        member.sees(DENIED, "Agenda ·")
        await member.press("home", "escape", "1", "v")
        assert not {"sign", "redraw", "correct", "reopen"} & offered(member)
        assert "export" in offered(member)


async def test_the_view_of_a_meeting_that_runs_is_looked_at(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("escape", "4", "enter")
        member.sees("MARKET")
        assert {"next_part", "previous_part"} <= offered(member)
        assert not {"note", "decide", "act", "edit", "close_meeting", "call_roll"} & offered(member)
        await member.press(*["right"] * 6)
        member.misses("Close the meeting?")
        member.sees(DENIED)


async def test_an_empty_list_names_no_key_to_whoever_may_not_fill_it(roster_desk: Desk) -> None:
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        await member.press("4", "tab", "tab")
        member.sees("No directive was issued yet.")
        member.misses("n  issues the first")
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "tab")
        lead.sees("n  issues the first")


async def test_the_board_names_no_key_that_is_not_ones_own(roster_desk: Desk) -> None:
    agenda.prepare(roster_desk, roster_desk.books.clock.today())
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        lead.sees("g agenda · m run", "r call")
    async with at_the_keyboard(as_(roster_desk, MEMBER), WIDE) as member:
        for text in ("g agenda", "m run", "r call"):
            member.misses(text)
        member.sees("f figures")


async def test_only_who_may_hold_a_meeting_is_asked_to_go_on_with_it(roster_desk: Desk) -> None:
    begin(roster_desk, MONDAY)
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("is still running. Go on")
    async with at_the_keyboard(as_(roster_desk, MEMBER)) as member:
        member.misses("is still running. Go on")
