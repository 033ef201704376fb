"""An example call of each action on action items, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.action_items import ActionState
from teamops.models.inputs.action_items import ActionIn
from teamops.models.people import Role
from teamops.models.tables.people import Person
from teamops.services import action_items
from teamops.services.desk import Desk, rights, together


def _wanted(desk: Desk, text: str = "列出費率例外名單") -> ActionIn:
    lead = desk.actor.person_id
    assert lead is not None
    with together(desk, "test.colleague", rights(Role.LEAD)) as tx:
        colleague = tx.add(Person(number="A102", name="李娜", joined_on=tx.today)).id
    return ActionIn(text=text, owner_id=lead, co_owner_ids=(colleague,))


def _open(desk: Desk) -> Callable[[], object]:
    wanted = _wanted(desk)
    return lambda: action_items.open_item(desk, wanted)


def _reword(desk: Desk) -> Callable[[], object]:
    wanted = _wanted(desk)
    item = action_items.open_item(desk, wanted)
    alone = wanted.model_copy(update={"text": "列出全部例外", "co_owner_ids": ()})
    return lambda: action_items.reword(desk, item, alone, 1)


def _move(desk: Desk) -> Callable[[], object]:
    item = action_items.open_item(desk, _wanted(desk))
    return lambda: action_items.move(desk, item, ActionState.DROPPED, reason="總部另有辦法", version=1)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "action_items.open": _open,
    "action_items.reword": _reword,
    "action_items.move": _move,
}
