"""The catalogue of actions: no key twice on one screen, every action done by somebody, every key named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

import pytest

from teamops.actions.catalogue import EVERYWHERE, PLACES, actions, all_keys, at, key_name, sections
from teamops.app import SCREENS_BY_NAME, Teamops
from teamops.screens.base import BaseScreen
from teamops.screens.lists import ListScreen


class Stand(NamedTuple):
    """What a screen offers at one time, and who does it: the open list, the screen, the application."""

    name: str
    places: tuple[str, ...]
    doers: tuple[type, ...]


def _screen(target: str) -> type[BaseScreen]:
    module, _colon, name = target.partition(":")
    found: type[BaseScreen] = getattr(import_module(module), name)
    assert issubclass(found, BaseScreen)
    return found


def _stands() -> Iterator[Stand]:
    targets = [section.screen for section in sections()]
    for screen in map(_screen, [*targets, *SCREENS_BY_NAME.values()]):
        if issubclass(screen, ListScreen):
            tabs = ("tabs",) if len(screen.TABS) > 1 else ()
            for tab in screen.TABS:
                yield Stand(tab.__name__, (EVERYWHERE, *tabs, *tab.PLACES), (tab, screen, Teamops))
        else:
            yield Stand(screen.__name__, (EVERYWHERE, *screen.PLACES), (screen, Teamops))


STANDS = list(_stands())
_names = [stand.name for stand in STANDS]

HIDDEN = frozenset({"new", "edit", "export", "history"})
"""What every list and record may offer, and hides where it has nothing to do it with."""


@pytest.mark.parametrize("stand", STANDS, ids=_names)
def test_no_key_means_two_things_on_one_screen(stand: Stand) -> None:
    keys = Counter(key for action in at(stand.places) for key in all_keys(action))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("stand", STANDS, ids=_names)
def test_what_is_offered_can_be_done(stand: Stand) -> None:
    undone = {
        action.id
        for action in at(stand.places)
        if not any(hasattr(doer, f"action_{action.id}") for doer in stand.doers)
    }
    assert undone <= HIDDEN


def test_every_action_stands_at_places_there_are_and_is_done_at_one() -> None:
    assert {place for action in actions() for place in action.where} <= set(PLACES)
    undone = [
        action
        for action in actions()
        if not any(
            hasattr(doer, f"action_{action.id}")
            for stand in STANDS
            if set(action.where) & set(stand.places)
            for doer in stand.doers
        )
    ]
    assert undone == []


SIGNS = frozenset(
    {
        "question_mark", "slash", "left_square_bracket", "right_square_bracket", "full_stop", "plus", "minus",
    }
)  # fmt: skip
MARKS = frozenset({"mark_present", "mark_late", "mark_absent", "mark_leave", "mark_out"})
"""The marks of roll call: space and the arrows go through them."""


def test_nothing_needs_a_letter() -> None:
    """An input method that is switched on eats letters, digits and signs."""
    lettered = {
        action.id for action in actions() if all(len(key) == 1 or key in SIGNS for key in action.keys)
    }
    assert lettered == MARKS


def test_no_key_is_one_that_terminals_send_as_another() -> None:
    confused = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
    assert [action for action in actions() if confused & set(action.keys)] == []


def test_sections_have_digits_and_places_of_their_own() -> None:
    assert len({section.digit for section in sections()}) == len(sections())
    assert {section.place for section in sections()} <= set(PLACES)


def test_a_full_width_sign_does_what_the_sign_does() -> None:
    before = next(action for action in at(("calendar",)) if action.id == "month_before")
    assert {"【", "「", "［"} <= set(all_keys(before))


@pytest.mark.parametrize(
    ("key", "written"),
    [("ctrl+s", "^s"), ("ctrl+pageup", "^pgup"), ("f12", "F12"), ("left_square_bracket", "["), ("n", "n")],
)
def test_keys_are_written_as_people_know_them(key: str, written: str) -> None:
    assert key_name(key) == written
