"""What the same key does everywhere: sections, menu, help, language, theme, who, history, and too small a terminal."""

from __future__ import annotations

import re

import pytest

from teamops.actions.catalogue import EVERYWHERE, actions, all_keys
from teamops.i18n import language
from teamops.models.people import Role
from teamops.screens.base import BaseScreen
from teamops.services.desk import Desk
from teamops.settings import load
from tests.journeys.keyboard import Keyboard, at_the_keyboard, later
from tests.journeys.staged import AtStage

WIDE = (120, 36)
WAYS: dict[str, tuple[str, ...]] = {
    "today": (),
    "agenda": ("g",),
    "meeting": ("m",),
    "roll": ("r",),
    "figures": ("f",),
    "minutes": ("v",),
    "meetings": ("4",),
    "action items": ("4", "tab"),
    "directives": ("4", "tab", "tab"),
    "readers": ("4", "tab", "tab", "enter"),
    "cases": ("4", "shift+tab"),
    "history": ("4", "h"),
    "who": ("ctrl+o",),
    "people": ("6",),
}
"""Every screen of sections 1 and 4, from Today, where a meeting was prepared."""


ELSEWHERE = {"tab", "shift+tab", "enter", "ctrl+q"}
"""Keys that widgets and the framework see to themselves."""


async def go(lead: Keyboard, place: str) -> BaseScreen:
    """Open a screen."""
    await lead.press(*WAYS[place])
    screen = lead.app.screen
    assert isinstance(screen, BaseScreen)
    return screen


@pytest.mark.parametrize("place", WAYS)
async def test_menu_and_help_name_every_action_of_the_screen(at_stage: AtStage, place: str) -> None:
    async with at_the_keyboard(at_stage("prepared"), (120, 60)) as lead:
        screen = await go(lead, place)
        labels = {action.label for action in screen.actions()}
        assert {action.label for action in actions() if EVERYWHERE in action.where} <= labels
        before = lead.screen
        for key, title in (("f12", "What can be done here"), ("f1", "─ Keys")):
            await lead.press(key)
            lead.sees(title, *labels)
            await lead.press("escape")
            lead.misses(title)
        assert lead.screen == before


@pytest.mark.parametrize("place", WAYS)
async def test_every_key_reaches_its_action(
    at_stage: AtStage, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_keyboard(at_stage("prepared")) as lead:
        screen = await go(lead, place)
        done: list[str] = []

        async def note(action_id: str) -> None:
            done.append(action_id)

        monkeypatch.setattr(screen, "action_do", note)
        wanted = [
            (action.id, key)
            for action in screen.actions()
            for key in all_keys(action)
            if key not in ELSEWHERE and (place != "figures" or "+" in key or re.fullmatch(r"f\d+", key))
        ]
        heard: list[tuple[object, str]] = []
        for action, key in wanted:
            await lead.press(key)
            heard.append((action, key) if done[-1:] == [action] else (done[-1:], key))
            done.clear()
        assert heard == wanted


@pytest.mark.parametrize("place", sorted(set(WAYS) - {"meeting"}))
async def test_the_menu_does_what_its_key_does(at_stage: AtStage, place: str) -> None:
    async with at_the_keyboard(at_stage("prepared"), WIDE) as lead:
        await go(lead, place)
        await lead.press("f12", "end", "up", "enter")
        lead.misses("What can be done here")
        lead.sees("6 People")


@pytest.mark.parametrize("sign", ["?", "？", "."])
async def test_the_signs_an_input_method_sends_work_too(roster_desk: Desk, sign: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press(sign)
        lead.sees("What can be done here" if sign == "." else "─ Keys")


@pytest.mark.parametrize("place", WAYS)
async def test_too_small_a_terminal_says_so_and_comes_back(at_stage: AtStage, place: str) -> None:
    async with at_the_keyboard(at_stage("prepared")) as lead:
        await go(lead, place)
        await lead.resize(40, 10)
        text = " ".join(lead.screen.split())
        assert text == "This terminal is too small: 40×10. Make it at least 60×18."
        await lead.press("down")
        await lead.resize(80, 24)
        lead.misses("too small")


@pytest.mark.parametrize("place", WAYS)
async def test_every_word_of_a_screen_changes_with_the_language(at_stage: AtStage, place: str) -> None:
    async with at_the_keyboard(at_stage("prepared"), WIDE) as lead:
        await go(lead, place)
        english = lead.screen
        await lead.press("ctrl+l")
        assert language() == "zh_Hant"
        assert english_left(lead.screen) == set()
        await lead.press("ctrl+l")
        assert language() == "zh_Hans"
        assert english_left(lead.screen) == set()
        await lead.press("ctrl+l")
        assert lead.screen == english


PROPER = {"teamops", "esc", "tab", "enter", "pgup", "pgdn", "space", "del"}
"""Latin words that stay in a Chinese screen: the program's name and the keys as they are printed on a keyboard."""


def english_left(screen: str) -> set[str]:
    """Words of Latin letters a Chinese screen should not show."""
    return {word for word in re.findall(r"[A-Za-z]{3,}", screen) if word not in PROPER}


async def test_a_section_out_of_sight_speaks_the_new_language_when_it_is_back(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "1", "ctrl+l", "4")
        assert english_left(lead.screen) == set()
        await lead.press("n")
        assert english_left(lead.screen) == set()


async def test_the_choice_of_language_and_theme_is_remembered(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("ctrl+l", "ctrl+t")
        assert lead.app.theme == "teamops-light"
        kept = load(lead.app.places.settings)
        assert (kept.language, kept.theme) == ("zh_Hant", "teamops-light")
        await lead.press("ctrl+t")
        assert lead.app.theme == "teamops-dark"


@pytest.mark.parametrize("place", WAYS)
async def test_the_theme_changes_under_an_open_screen(at_stage: AtStage, place: str) -> None:
    async with at_the_keyboard(at_stage("prepared")) as lead:
        await go(lead, place)
        shown, grounds = lead.screen, colours(lead)
        await lead.press("ctrl+t")
        assert lead.screen == shown
        assert not colours(lead) & grounds


def colours(lead: Keyboard) -> set[str]:
    """The grounds the screen is drawn on."""
    strips = lead.app.screen._compositor.render_strips()
    return {
        segment.style.bgcolor.name
        for strip in strips
        for segment in strip
        if segment.style is not None and segment.style.bgcolor is not None
    }


async def test_who_is_at_the_keyboard_is_chosen_and_remembered(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("ctrl+o")
        lead.sees("Who are you?", "▸A101", "team lead", "client manager")
        await lead.press("down", "down", "down", "enter")
        lead.sees("You are 劉平 now.", "劉平   Mon 23 Nov")
        assert lead.app.desk.actor.number == "A104"
        assert lead.app.desk.actor.role is Role.GROUP_LEADER
        kept = load(lead.app.places.settings)
        assert list(kept.me.values()) == ["A104"]
        await lead.press("ctrl+o")
        lead.sees("▸A104")
        await lead.press("escape")
        lead.sees("劉平   Mon 23 Nov")


async def test_the_masthead_tells_the_time(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("08:21")
        later(roster_desk.books, minutes=3)
        lead.app._poll()
        await lead.settle()
        lead.sees("08:24")
        await lead.press("g")
        later(roster_desk.books, minutes=3)
        await lead.press("escape")
        lead.sees("08:27")


async def test_real_books_carry_no_flag(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        lead.sees("PRACTICE")


async def test_leaving_waits_for_what_is_being_written(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "ctrl+q")
        assert not lead.app.is_running


async def test_back_on_the_ground_of_a_section_stays_there(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("escape", "escape")
        lead.sees("Needs you")
        await lead.press("4", "escape")
        lead.sees("[Meetings]")


async def test_a_sections_digit_leads_to_its_ground(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "h", "1")
        lead.sees("Needs you")
        await lead.press("g", "4", "1")
        lead.sees("Agenda ·")
        await lead.press("1")
        lead.sees("Needs you")
