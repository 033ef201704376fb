"""An example call of each action on action items, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.action_items import ActionState
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.people import PersonIn
from teamops.services import action_items, people
from teamops.services.desk import Desk


def _new(desk: Desk) -> ActionIn:
    day = desk.books.clock.today()
    other = people.add(desk, PersonIn(number="C101", name="王芳", joined_on=day))
    assert desk.actor.person_id is not None
    return ActionIn(text="回訪三位客戶", owner_id=desk.actor.person_id, co_owner_ids=(other,), due=day)


def _open(desk: Desk) -> Callable[[], object]:
    item = _new(desk)
    return lambda: action_items.open_item(desk, item)


def _reword(desk: Desk) -> Callable[[], object]:
    said = _new(desk)
    item = action_items.open_item(desk, said)
    worded = said.model_copy(update={"text": "回訪五位客戶", "co_owner_ids": ()})
    return lambda: action_items.reword(desk, item, worded, 1)


def _move(desk: Desk) -> Callable[[], object]:
    item = action_items.open_item(desk, _new(desk))
    return lambda: action_items.move(desk, item, ActionState.DROPPED, reason="客戶離開", version=1)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "action_items.open": _open,
    "action_items.reword": _reword,
    "action_items.move": _move,
}
