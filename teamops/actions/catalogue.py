"""THE catalogue of actions: every key, label and help text there is, from one place.

Bindings, the key line, the action menu, the palette, the help screen and the README's table of keys are made from it.
Each register adds a module beside this one with its `ACTIONS` (and, where it has a section, its `SECTION`). Of the
actions that all lists share, its `NEEDS` say which use case they stand for, by place and action.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final

from teamops.i18n import N_, _

EVERYWHERE: Final = "everywhere"


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do: `action_<id>` of a screen that names one of `where` among its places.

    `keys` are the framework's key names, the first two are shown. `rank` orders the key line (lower stands first;
    above 50 it is left to menu and help). `needs` names the use case it stands for: whoever may not call that is
    not offered it.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: tuple[str, ...]
    rank: int = 30
    needs: str = ""

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as they are written for people."""
        return tuple(key_name(key) for key in self.keys)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the sections that a digit opens; `screen` names module and class under teamops.screens."""

    digit: int
    place: str
    label: str
    screen: str


_KEY_NAMES: Final = {
    "question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]", "full_stop": ".",
    "escape": "esc", "space": "space", "pageup": "pgup", "pagedown": "pgdn", "left": "←", "right": "→", "up": "↑",
    "down": "↓", "plus": "+", "minus": "-", "delete": "del",
}  # fmt: skip

_INPUT_METHOD: Final = {
    "question_mark": ("？",), "slash": ("／", "、"), "left_square_bracket": ("【", "「", "［"),
    "right_square_bracket": ("】", "」", "］"), "full_stop": ("。", "．"), "plus": ("＋",), "minus": ("－",),
    **{str(n): (chr(0xFF10 + n),) for n in range(10)},
}  # fmt: skip
"""What a Chinese input method sends in a key's place."""


def key_name(key: str) -> str:
    """A key as it is written for people: `ctrl+s` is ^s."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"))
    return _KEY_NAMES.get(key, key.upper() if key[0] == "f" and key[1:].isdigit() else key)


def all_keys(action: Action) -> tuple[str, ...]:
    """The action's keys and what an input method sends instead of them."""
    return (*action.keys, *(other for key in action.keys for other in _INPUT_METHOD.get(key, ())))


@cache
def _modules() -> tuple[object, ...]:
    package = import_module("teamops.actions")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.name != "catalogue")
    return tuple(import_module(f"teamops.actions.{name}") for name in names)


@cache
def actions() -> tuple[Action, ...]:
    """Every action, in the order of the key line."""
    found = [action for module in _modules() for action in getattr(module, "ACTIONS", ())]
    return tuple(sorted(found, key=lambda action: action.rank))


@cache
def sections() -> tuple[Section, ...]:
    """The sections there are, by their digits."""
    found = [module.SECTION for module in _modules() if hasattr(module, "SECTION")]
    return tuple(sorted(found, key=lambda section: section.digit))


@cache
def _needs() -> dict[tuple[str, str], str]:
    return {
        (place, action_id): name
        for module in _modules()
        for place, named in getattr(module, "NEEDS", {}).items()
        for action_id, name in named.items()
    }


def use_case_of(action: Action, places: Iterable[str]) -> str:
    """The use case that an action stands for on a screen at these places; "": none, everybody may."""
    needs = _needs()
    return next((needs[place, action.id] for place in places if (place, action.id) in needs), action.needs)


def at(places: Iterable[str]) -> tuple[Action, ...]:
    """The actions of a screen that is at these places, in the order of its key line."""
    wanted = set(places)
    return tuple(action for action in actions() if wanted.intersection(action.where))


def keys_table() -> list[tuple[str, str, str]]:
    """(where, keys, what) for every action: the README's table."""
    rows = []
    for action in actions():
        where = ", ".join(_(PLACES[place]) for place in action.where)
        rows.append((where, " ".join(action.shown_keys), _(action.label)))
    return rows


PLACES: Final = {
    EVERYWHERE: N_("everywhere"),
    "list": N_("lists"),
    "record": N_("records"),
    "tabs": N_("sections with several lists"),
    "today": N_("Today"),
    "meetings": N_("Meetings"),
    "action_items": N_("action items"),
    "directives": N_("directives"),
    "readers": N_("who acknowledged"),
    "cases": N_("case library"),
    "agenda": N_("agenda"),
    "meeting": N_("meeting view"),
    "roll": N_("roll call"),
    "figures": N_("figures"),
    "minutes": N_("minutes"),
    "people": N_("People"),
    "person": N_("a person's card"),
    "groups": N_("groups"),
    "outlets": N_("outlets"),
    "calendar": N_("calendar"),
    "setup": N_("set-up"),
    "targets": N_("a month's targets"),
}
"""Where actions are offered, as help and the README call it."""
